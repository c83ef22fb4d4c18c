//! Numbers in the tables of others.
//!
//! A watch's table says `5.81` or `5,81`, `1,200` or `1.200` or `1 200`, `97%`, `52 bpm`, and `--` where it
//! knows nothing. One cell alone cannot be told: `1,200` is twelve hundred to one computer and one and a
//! fifth to another. All cells of a file together nearly always can, because somewhere stands a `5,81` or a
//! `1,234.5`. So the style is inferred first ([`NumberStyle::of`]) and the cells are read with it. Where
//! a cell can only be meant in the other way, that is how it is read.

/// What stands in cells that say nothing.
const BLANKS: [&str; 6] = ["n/a", "na", "nan", "null", "none", "nil"];

/// Which mark stands before the decimals of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::import) enum NumberStyle {
    /// 1,200.5
    #[default]
    Dot,
    /// 1.200,5
    Comma,
}

/// Whether a cell says nothing: it is empty, or has what tables write for it.
pub(in crate::import) fn is_blank(text: &str) -> bool {
    let text = text.trim();
    // Dashes alone, also as a clock without its digits: --:--:--.
    let is_dashes = text.contains(['-', '—', '–']) && text.chars().all(|it| "-—–:.,".contains(it));
    text.is_empty() || is_dashes || BLANKS.iter().any(|it| it.eq_ignore_ascii_case(text))
}

/// The number of a cell whose file never groups digits: one mark stands before decimals, whichever it is.
pub(in crate::import) fn decimal(text: &str) -> Option<f64> {
    let text = text.trim();
    let is_plain = text
        .bytes()
        .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',' | b'-' | b'+' | b'e' | b'E'));
    let value: f64 = is_plain.then(|| text.replace(',', ".").parse().ok()).flatten()?;
    value.is_finite().then_some(value)
}

impl NumberStyle {
    /// The style of all these cells; `None` where none of them tells. Cells that are no numbers say nothing;
    /// of durations the fraction of a second counts.
    pub fn of<'t>(cells: impl IntoIterator<Item = &'t str>) -> Option<Self> {
        let (mut dots, mut commas) = (0_usize, 0_usize);
        for cell in cells {
            match telling(cell) {
                Some(Self::Dot) => dots += 1,
                Some(Self::Comma) => commas += 1,
                None => {}
            }
        }
        match (dots, commas) {
            (0, 0) => None,
            (dots, commas) if commas > dots => Some(Self::Comma),
            _ => Some(Self::Dot),
        }
    }

    /// The number of a cell, whatever unit stands behind it; `None` where it is none or says nothing.
    pub fn read(self, text: &str) -> Option<f64> {
        self.read_unit(text).map(|it| it.0)
    }

    /// The number of a cell and the unit behind it, as it stands there.
    pub fn read_unit(self, text: &str) -> Option<(f64, &str)> {
        if is_blank(text) {
            return None;
        }
        let (number, unit) = split(text.trim());
        // `1-2` and `12:30` are no numbers with a unit behind them.
        let is_unit = unit
            .chars()
            .next()
            .is_none_or(|c| c.is_alphabetic() || "%‰°'\"′″/".contains(c));
        Some((is_unit.then(|| self.parse(number)).flatten()?, unit))
    }

    fn parse(self, number: &str) -> Option<f64> {
        let (sign, digits) = match number.strip_prefix(['-', '−']) {
            Some(rest) => ("-", rest),
            None => ("", number.strip_prefix('+').unwrap_or(number)),
        };
        let (digits, exponent) = match digits.find(['e', 'E']) {
            Some(at) => digits.split_at(at),
            None => (digits, ""),
        };
        let plain = self.plain(digits)?;
        let value: f64 = format!("{sign}{plain}{exponent}").parse().ok()?;
        value.is_finite().then_some(value)
    }

    /// Digits with a dot before the decimals and nothing between groups.
    fn plain(self, text: &str) -> Option<String> {
        let mark = self.decimal_mark(text);
        let (whole, decimals) = match mark.and_then(|mark| text.rsplit_once(mark)) {
            Some((whole, decimals)) => (whole, decimals),
            None => (text, ""),
        };
        let groups: Vec<&str> = whole.split(is_separator).collect();
        let fits = is_digits(decimals) && is_grouped(&groups) && !(whole.is_empty() && decimals.is_empty());
        fits.then(|| format!("0{}.{decimals}0", groups.concat()))
    }

    /// The mark before the decimals of this number; `None` where it has none.
    fn decimal_mark(self, text: &str) -> Option<char> {
        let is_mark = |c: &char| matches!(c, '.' | ',');
        let last = text.chars().rev().find(is_mark)?;
        if text.matches(last).count() > 1 {
            return None;
        }
        let one_alone = text.chars().filter(is_mark).count() == 1;
        let (whole, decimals) = text.rsplit_once(last)?;
        let could_group = one_alone && decimals.len() == 3 && is_group_before(whole);
        (!could_group || last == self.mark()).then_some(last)
    }

    fn mark(self) -> char {
        match self {
            Self::Dot => '.',
            Self::Comma => ',',
        }
    }
}

/// The style that a cell can only have.
fn telling(cell: &str) -> Option<NumberStyle> {
    let cell = cell.trim();
    let of_mark = |mark| {
        if mark == ',' {
            NumberStyle::Comma
        } else {
            NumberStyle::Dot
        }
    };
    if let Some((_, seconds)) = cell.rsplit_once(':') {
        let at = seconds.find(['.', ','])?;
        let is_fraction = is_digits(&seconds[..at]) && is_digits(&seconds[at + 1..]);
        return is_fraction.then(|| of_mark(seconds.as_bytes()[at] as char));
    }
    let (number, _) = split(cell);
    let number = number.trim_start_matches(['-', '+', '−']);
    let dot = NumberStyle::Dot.plain(number)?;
    let comma = NumberStyle::Comma.plain(number)?;
    if dot != comma {
        return None;
    }
    let mark = number.chars().rev().find(|c| matches!(c, '.' | ','))?;
    let groups = number.matches(mark).count() > 1;
    Some(match (mark, groups) {
        ('.', false) | (',', true) => NumberStyle::Dot,
        _ => NumberStyle::Comma,
    })
}

/// Parts a cell into its number and the unit behind it.
fn split(text: &str) -> (&str, &str) {
    let belongs = |(at, c): (usize, char)| {
        let is_exponent = matches!(c, 'e' | 'E') && {
            let rest = text[at + 1..].trim_start_matches(['-', '+']);
            at > 0 && text[..at].ends_with(|c: char| c.is_ascii_digit()) && !rest.is_empty() && is_digits(rest)
        };
        let is_sign = matches!(c, '-' | '+' | '−') && (at == 0 || text[..at].ends_with(['e', 'E']));
        c.is_ascii_digit() || matches!(c, '.' | ',') || is_separator(c) || is_exponent || is_sign
    };
    let end = text
        .char_indices()
        .find(|&it| !belongs(it))
        .map_or(text.len(), |it| it.0);
    let number = text[..end].trim_end_matches(|c: char| c.is_whitespace());
    (number, text[end..].trim())
}

/// What stands between groups of digits, blanks of all kinds among it.
fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, '.' | ',' | '\'' | '’')
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a thousands separator can stand behind these digits.
fn is_group_before(whole: &str) -> bool {
    (1..=3).contains(&whole.len()) && is_digits(whole) && !whole.starts_with('0')
}

/// Whether these are the groups of one number: of three digits each, or of two before the last of three, as
/// in India.
fn is_grouped(groups: &[&str]) -> bool {
    let (Some(first), rest) = (groups.first(), &groups[1..]) else {
        return false;
    };
    let Some((last, middle)) = rest.split_last() else {
        return is_digits(first);
    };
    let all_digits = groups.iter().all(|it| is_digits(it));
    let of = |length: usize| middle.iter().all(|it| it.len() == length);
    all_digits && (1..=3).contains(&first.len()) && last.len() == 3 && (of(3) || of(2))
}

#[cfg(test)]
mod tests {
    use super::NumberStyle::{Comma, Dot};
    use super::*;

    #[test]
    fn numbers_are_read_in_the_style_of_their_table() {
        for (text, dot, comma) in [
            ("5.81", 5.81, 5.81),
            ("5,81", 5.81, 5.81),
            ("1,200", 1200.0, 1.2),
            ("1.200", 1.2, 1200.0),
            ("1,200.5", 1200.5, 1200.5),
            ("1.200,5", 1200.5, 1200.5),
            ("1 200", 1200.0, 1200.0),
            ("1\u{202f}200,5", 1200.5, 1200.5),
            ("1'200.5", 1200.5, 1200.5),
            ("1,234,567", 1_234_567.0, 1_234_567.0),
            ("1,23,456", 123_456.0, 123_456.0),
            ("0,125", 0.125, 0.125),
            ("0.125", 0.125, 0.125),
            ("33912.48046875", 33_912.480_468_75, 33_912.480_468_75),
            ("-4", -4.0, -4.0),
            ("−0,5", -0.5, -0.5),
            ("97%", 97.0, 97.0),
            ("52 bpm", 52.0, 52.0),
            ("1e-3", 0.001, 0.001),
            ("2.5E+1", 25.0, 25.0),
            (" 7 ", 7.0, 7.0),
        ] {
            assert_eq!((Dot.read(text), Comma.read(text)), (Some(dot), Some(comma)), "{text}");
        }
        assert_eq!(Dot.read_unit("10.5 km"), Some((10.5, "km")));
        assert_eq!(Comma.read_unit("10,5 °C"), Some((10.5, "°C")));
        assert_eq!(Dot.read_unit("5 e"), Some((5.0, "e")));
    }

    #[test]
    fn a_file_without_groups_has_one_mark_and_it_is_before_the_decimals() {
        for (text, value) in [
            ("11,000", Some(11.0)),
            ("0.610", Some(0.61)),
            ("-1.0", Some(-1.0)),
            ("1.234,5", None),
        ] {
            assert_eq!(decimal(text), value, "{text}");
        }
        assert_eq!((decimal("NaN"), decimal("1e999"), decimal("")), (None, None, None));
    }

    #[test]
    fn what_says_nothing_or_is_no_number_is_none() {
        for text in [
            "", " ", "--", "-", "—", "n/a", "N/A", "NaN", "inf", "km", "1.2.3", "12 34", "1,2,3", "1e999", ".", "1-2",
            "٣", "1,,000", ",",
        ] {
            assert_eq!((Dot.read(text), Comma.read(text)), (None, None), "{text}");
        }
        for text in [" -- ", "-", "—", "--:--", "--:--:--", "-.-", "N/A", ""] {
            assert!(is_blank(text), "{text}");
        }
        for text in ["0", "-1", ":", "x-"] {
            assert!(!is_blank(text), "{text}");
        }
    }

    #[test]
    fn the_style_is_that_of_the_cells_that_can_only_be_meant_so() {
        for (cells, style) in [
            (&["5,81", "2.932", "255"][..], Some(Comma)),
            (&["5.81", "1,976", "--"], Some(Dot)),
            (&["1,976", "2.932"], None),
            (&["1,976,000"], Some(Dot)),
            (&["1.976.000"], Some(Comma)),
            (&["1 976,5"], Some(Comma)),
            (&["00:01:39,6"], Some(Comma)),
            (&["00:01:39.6"], Some(Dot)),
            (&["00:01:39", "Run, easy", "27.11.2020"], None),
            (&["5,81", "5.81", "6.2"], Some(Dot)),
            (&[], None),
        ] {
            assert_eq!(NumberStyle::of(cells.iter().copied()), style, "{cells:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn numbers_read_back_in_both_styles(value in -1e6..1e6_f64) {
            let text = format!("{value:.2}");
            let read = |style: NumberStyle, text: &str| style.read(text).unwrap();
            proptest::prop_assert!((read(Dot, &text) - value).abs() < 0.006);
            proptest::prop_assert!((read(Comma, &text.replace('.', ",")) - value).abs() < 0.006);
        }

        #[test]
        fn no_text_breaks_the_reader(text in "\\PC*", near in "[0-9.,eE'\u{a0} +−%-]{0,14}") {
            for text in [&*text, &*near] {
                let _ = NumberStyle::of([text]);
                for style in [Dot, Comma] {
                    proptest::prop_assert!(style.read(text).is_none_or(f64::is_finite));
                }
            }
        }
    }
}
