//! Text in a CSV cell that no spreadsheet runs, and back.
//!
//! A note like `=HYPERLINK(…)` or `-1 from yesterday` is a formula to a spreadsheet. So the writer puts
//! one apostrophe before any text that would be run, and the reader takes exactly one away. Text would
//! be run when its first character that is not blank is `=`, `+`, `-`, `@` or the full-width form of
//! one, or when it begins with a tab or a line end. Apostrophes that were there before do not count as
//! that first character: `'=1` becomes `''=1`, so nothing that a person typed is taken for ours, and
//! everything else (`'twas windy`) stands in the file as it was typed. Only free text is treated so;
//! numbers, dates and words of the program never are.
//!
//! What is pasted into a spreadsheet is as dangerous as what it opens, and is a table of cells, too:
//! [`tab_separated`] is how rows go to the clipboard, whatever they are rows of.

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

/// What stands in a table for `text` of which only its looks say whether it is a number; one is left as it
/// is, also below zero.
pub fn harmless(text: &str) -> Cow<'_, str> {
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() => Cow::Borrowed(text),
        _ => neutralise(text),
    }
}

/// Rows as they are pasted into a spreadsheet: a tab between cells, a line for each row, quotes around what
/// holds one of them. The cells are harmless already.
pub fn tab_separated<C: AsRef<str>>(rows: impl IntoIterator<Item = impl IntoIterator<Item = C>>) -> String {
    let mut text = String::new();
    for row in rows {
        for (n, cell) in row.into_iter().enumerate() {
            if n > 0 {
                text.push('\t');
            }
            let cell = cell.as_ref();
            if cell.contains(['\t', '\n', '\r', '"']) {
                text.push('"');
                text.push_str(&cell.replace('"', "\"\""));
                text.push('"');
            } else {
                text.push_str(cell);
            }
        }
        text.push('\n');
    }
    text
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

    #[test]
    fn a_number_is_harmless_and_what_only_begins_like_one_is_not() {
        for (text, cell) in [
            ("-0.5", "-0.5"),
            ("7", "7"),
            ("-5 km", "'-5 km"),
            ("=1", "'=1"),
            ("", ""),
        ] {
            assert_eq!(harmless(text), cell);
        }
    }

    #[test]
    fn rows_are_pasted_cell_by_cell_whatever_is_in_them() {
        let rows = [
            vec!["day", "notes"],
            vec!["2026-11-24", "a\tb"],
            vec!["", "two\nlines, \"quoted\""],
        ];
        let text = tab_separated(rows);
        assert_eq!(
            text,
            "day\tnotes\n2026-11-24\t\"a\tb\"\n\t\"two\nlines, \"\"quoted\"\"\"\n"
        );
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
