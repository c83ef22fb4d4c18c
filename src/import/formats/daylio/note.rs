//! Notes of Daylio as plain text: they come with the little HTML that its editor makes.

/// Tags that begin a new line, and what they leave there.
const BREAKS: [(&str, &str); 5] = [
    ("br", "\n"),
    ("li", "\n- "),
    ("/p", "\n"),
    ("/div", "\n"),
    ("/ul", "\n"),
];

/// Tags that leave nothing.
const SILENT: [&str; 18] = [
    "b", "/b", "i", "/i", "u", "/u", "s", "/s", "strong", "/strong", "em", "/em", "p", "div", "span", "/span", "/li",
    "ul",
];

/// Names of signs.
const SIGNS: [(&str, char); 6] = [
    ("nbsp", ' '),
    ("quot", '"'),
    ("apos", '\''),
    ("lt", '<'),
    ("gt", '>'),
    ("amp", '&'),
];

/// How long a tag or the name of a sign can be, bytes.
const LONGEST: usize = 48;

/// The note without its markup. What is no tag and no sign stays as it stands: "3 < 4".
pub(super) fn plain(note: &str) -> String {
    let mut text = String::with_capacity(note.len());
    let mut rest = note;
    while let Some(at) = rest.find(['<', '&']) {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let read = if rest.starts_with('<') { tag(rest) } else { sign(rest) };
        let (said, length) = read.unwrap_or_else(|| (rest[..1].to_owned(), 1));
        text.push_str(&said);
        rest = &rest[length..];
    }
    text.push_str(rest);
    text.trim().to_owned()
}

/// What a tag at the beginning of `text` leaves, and how long it is.
fn tag(text: &str) -> Option<(String, usize)> {
    let end = text.bytes().take(LONGEST).position(|it| it == b'>')?;
    let name = text[1..end]
        .trim_end_matches('/')
        .split_whitespace()
        .next()?
        .to_ascii_lowercase();
    let left = match BREAKS.iter().find(|it| it.0 == name) {
        Some((_, left)) => left,
        None if SILENT.contains(&name.as_str()) => "",
        None => return None,
    };
    Some((left.to_owned(), end + 1))
}

/// The sign that `text` begins with the name or number of, and how long that is.
fn sign(text: &str) -> Option<(String, usize)> {
    let end = text.bytes().take(LONGEST).position(|it| it == b';')?;
    let name = &text[1..end];
    let sign = match name.strip_prefix('#') {
        Some(number) => match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => number.parse().ok(),
        }
        .and_then(char::from_u32)
        .filter(|it| !it.is_control() || *it == '\n')?,
        None => SIGNS.iter().find(|it| it.0.eq_ignore_ascii_case(name))?.1,
    };
    Some((sign.to_string(), end + 1))
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn markup_becomes_lines_and_signs_and_what_is_none_stays() {
        for (note, text) in [
            ("one<br>two &amp; <b>three</b>", "one\ntwo & three"),
            ("<DIV>M&#252;de<BR />sp&#xE4;t</DIV>", "Müde\nspät"),
            ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
            ("3 < 4 & 5 > 4; &unknown; <3 &#0;", "3 < 4 & 5 > 4; &unknown; <3 &#0;"),
            ("&amp;lt;", "&lt;"),
        ] {
            assert_eq!(plain(note), text, "{note}");
        }
    }
}
