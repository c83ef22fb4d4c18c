//! Text in a CSV cell that no spreadsheet runs, and back.
//!
//! A note like `=HYPERLINK(…)` or `-1 from yesterday` is a formula to a spreadsheet. So the writer puts
//! one apostrophe before any text that would be run, and the reader takes exactly one away. Text would
//! be run when its first character that is not blank is `=`, `+`, `-`, `@` or the full-width form of
//! one, or when it begins with a tab or a line end. Apostrophes that were there before do not count as
//! that first character: `'=1` becomes `''=1`, so nothing that a person typed is taken for ours, and
//! everything else (`'twas windy`) stands in the file as it was typed. Only free text is treated so;
//! numbers, dates and words of the program never are.

use std::borrow::Cow;

const MARK: char = '\'';

/// What stands in the file for `text`.
pub fn neutralise(text: &str) -> Cow<'_, str> {
    if would_run(text) {
        Cow::Owned(format!("{MARK}{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text that stands in the file as `cell`.
pub fn restore(cell: &str) -> &str {
    match cell.strip_prefix(MARK) {
        Some(text) if would_run(text) => text,
        _ => cell,
    }
}

fn would_run(text: &str) -> bool {
    let is_blank =
        |c: char| !matches!(c, '\t' | '\r' | '\n') && (c.is_whitespace() || c.is_control() || c == '\u{feff}');
    text.trim_start_matches(MARK)
        .trim_start_matches(is_blank)
        .starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_gets_one_apostrophe() {
        for text in [
            "=1+1",
            "+49 30",
            "-1",
            "@SUM(A1)",
            "\tx",
            "\rx",
            "\nx",
            "  =1",
            "\u{a0}=1",
            "\u{feff}=1",
            "＝1",
            "＋1",
            "－1",
            "＠x",
            "'=1",
            "-",
        ] {
            assert_eq!(neutralise(text), format!("'{text}"), "{text:?}");
        }
    }

    #[test]
    fn other_text_stands_as_it_was_typed() {
        for text in ["", "easy, 5-6 km", "'twas windy", "''", "a=b", "12", " felt good"] {
            assert_eq!(neutralise(text), text);
        }
    }

    proptest::proptest! {
        #[test]
        fn every_text_reads_back_unchanged(text in "['=+@ \t\r\n＝－\u{feff}a-]{0,6}|.*") {
            let cell = neutralise(&text).into_owned();
            proptest::prop_assert_eq!(restore(&cell), text.as_str());
            let first = cell.trim_start().chars().next();
            proptest::prop_assert!(!matches!(first, Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')));
        }
    }
}
