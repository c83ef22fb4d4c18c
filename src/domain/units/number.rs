//! Plain numbers, with either decimal mark.
//!
//! `7.5` and `7,5` are the same. `1,024.5`, `1.024,5` and `1 024,5` have both marks or groups of three and
//! can only be meant one way. `1,024` and `1.024` can be a little over one or a little over a thousand:
//! where only one of them lies in the field's range it is that one, else neither is taken.

use std::ops::RangeInclusive;

use super::{Input, InputError};

/// How large a dose or an amount may be.
const AMOUNTS: RangeInclusive<f64> = 0.0..=1e6;
/// How large a number of no further meaning may be.
const NUMBERS: RangeInclusive<f64> = -1e9..=1e9;

/// What a text of digits and marks says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Reading {
    /// This number.
    One(f64),
    /// The mark is a decimal mark, or a thousands separator.
    Either(f64, f64),
}

/// Reads a number.
pub fn parse_number(text: &str) -> Result<f64, InputError> {
    parse_number_in(text, NUMBERS)
}

/// Reads a dose, or an amount in a habit's unit.
pub fn parse_amount(text: &str) -> Result<f64, InputError> {
    parse_number_in(text, AMOUNTS)
}

/// Reads a number that lies in `range`.
pub fn parse_number_in(text: &str, range: RangeInclusive<f64>) -> Result<f64, InputError> {
    pick(Input::Number, text, &range, show_number)
}

/// A number without trailing zeros and with three decimals at most: `12`, `7.5`. Where three decimals
/// would look like a thousands separator (`1.125`) a fourth makes it plain: what is shown reads back.
pub fn show_number(value: f64) -> String {
    let text = trimmed(value, 3);
    match read(&text) {
        Some(Reading::Either(..)) => format!("{text}0"),
        _ => text,
    }
}

/// `value` with `decimals` decimals at most.
pub(super) fn trimmed(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    let text = if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.')
    } else {
        &text
    };
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// Reads `text` as the number in `range`, and names the range with `show` where it lies outside.
pub(super) fn pick(
    what: Input,
    text: &str,
    range: &RangeInclusive<f64>,
    show: impl Fn(f64) -> String,
) -> Result<f64, InputError> {
    let outside = || InputError::OutOfRange {
        what,
        low: show(*range.start()),
        high: show(*range.end()),
    };
    match read(text).ok_or(InputError::NotUnderstood(what))? {
        Reading::One(value) => Some(value).filter(|it| range.contains(it)).ok_or_else(outside),
        Reading::Either(one, other) => match (range.contains(&one), range.contains(&other)) {
            (true, false) => Ok(one),
            (false, true) => Ok(other),
            (false, false) => Err(outside()),
            (true, true) => Err(InputError::Ambiguous {
                one: show_number(one),
                other: show_number(other),
            }),
        },
    }
}

/// Parts a text into its number and the unit after it, in lower case.
pub(in crate::domain) fn split_unit(text: &str) -> (&str, String) {
    let text = text.trim();
    let belongs = |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | ',' | '-' | '+' | '−');
    let end = text.find(|c| !belongs(c)).unwrap_or(text.len());
    (text[..end].trim(), text[end..].to_lowercase())
}

/// Reads digits and marks.
pub(super) fn read(text: &str) -> Option<Reading> {
    let text = text.trim();
    let (sign, body) = match text.strip_prefix(['-', '−']) {
        Some(body) => (-1.0, body),
        None => (1.0, text.strip_prefix('+').unwrap_or(text)),
    };
    Some(match unsigned(body)? {
        Reading::One(value) => Reading::One(sign * value),
        Reading::Either(one, other) => Reading::Either(sign * one, sign * other),
    })
}

fn unsigned(body: &str) -> Option<Reading> {
    let (whole, rest) = match body.rfind(['.', ',']) {
        Some(at) => (&body[..at], Some((&body[at..=at], &body[at + 1..]))),
        None => (body, None),
    };
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let Some((mark, rest)) = rest else {
        return number(&ungrouped(whole, char::is_whitespace)?, "");
    };
    if !digits(rest) {
        return None;
    }
    if digits(whole) {
        let both = rest.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0');
        let other = both.then(|| value(&format!("{whole}{rest}"), "")).flatten();
        let one = value(whole, rest)?;
        return Some(other.map_or(Reading::One(one), |other| Reading::Either(one, other)));
    }
    // More marks than one: the others group the digits by three, and the last does too if it is alike.
    if whole.contains(mark) {
        return number(&ungrouped(body, |c| mark.contains(c))?, "");
    }
    let separates: fn(char) -> bool = if whole.contains(['.', ',']) {
        |c| matches!(c, '.' | ',')
    } else {
        char::is_whitespace
    };
    number(&ungrouped(whole, separates)?, rest)
}

/// The digits of `text` without the separators between its groups of three.
fn ungrouped(text: &str, separates: impl Fn(char) -> bool) -> Option<String> {
    let groups: Vec<&str> = text.split(separates).collect();
    let grouped = groups.len() > 1;
    let fits = |(i, group): (usize, &&str)| {
        group.bytes().all(|b| b.is_ascii_digit())
            && match (grouped, i) {
                (false, _) => true,
                (true, 0) => (1..=3).contains(&group.len()),
                (true, _) => group.len() == 3,
            }
    };
    groups.iter().enumerate().all(fits).then(|| groups.concat())
}

fn number(whole: &str, rest: &str) -> Option<Reading> {
    value(whole, rest).map(Reading::One)
}

fn value(whole: &str, rest: &str) -> Option<f64> {
    if whole.is_empty() && rest.is_empty() {
        return None;
    }
    format!("0{whole}.{rest}0")
        .parse()
        .ok()
        .filter(|it: &f64| it.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_decimal_marks_are_taken() {
        for (text, number) in [
            ("7.5", 7.5),
            ("7,5", 7.5),
            (" 12 ", 12.0),
            ("-3,25", -3.25),
            ("−4", -4.0),
            ("+4", 4.0),
            (".5", 0.5),
            ("5.", 5.0),
            ("0,125", 0.125),
            ("1,024.5", 1024.5),
            ("1.024,5", 1024.5),
            ("1 024,5", 1024.5),
            ("1\u{202f}024", 1024.0),
            ("1,024,000", 1_024_000.0),
            ("12345", 12345.0),
            ("1.1250", 1.125),
            ("1234.567", 1234.567),
        ] {
            assert_eq!(parse_number(text), Ok(number), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in [
            "",
            " ",
            ".",
            ",",
            "-",
            "x",
            "1e5",
            "NaN",
            "inf",
            "1.2.3",
            "1,2,3",
            "1,23,456",
            "12 34",
            "1-2",
            "1,024.5.6",
            "1 024 ,5",
            "٣",
            "1..5",
            "1,,024",
            "1x024.5",
            "1 024.000,5",
        ] {
            assert_eq!(
                parse_number(text),
                Err(InputError::NotUnderstood(Input::Number)),
                "{text}"
            );
        }
    }

    #[test]
    fn a_thousands_separator_that_could_be_a_decimal_mark_is_refused_with_both_readings() {
        for text in ["1,024", "1.024"] {
            let error = parse_number(text).unwrap_err();
            let (one, other) = ("1.0240".to_owned(), "1024".to_owned());
            assert_eq!(error, InputError::Ambiguous { one, other });
        }
        assert_eq!(parse_number_in("1,024", 20.0..=2000.0), Ok(1024.0));
        assert_eq!(parse_number_in("1,024", 0.0..=10.0), Ok(1.024));
    }

    #[test]
    fn a_number_outside_its_range_is_told_the_range() {
        let error = parse_number_in("300", 20.0..=250.0).unwrap_err().sentence();
        assert!(error.contains("20") && error.contains("250"), "{error}");
    }

    #[test]
    fn shown_numbers_have_no_trailing_zeros() {
        for (value, text) in [
            (12.0, "12"),
            (7.50, "7.5"),
            (-0.0001, "0"),
            (100.0, "100"),
            (0.125, "0.125"),
        ] {
            assert_eq!(show_number(value), text);
        }
    }

    proptest::proptest! {
        #[test]
        fn shown_numbers_read_back(value in -1e6..1e6_f64) {
            let read = parse_number(&show_number(value)).unwrap();
            proptest::prop_assert!((read - value).abs() <= 0.000_51);
            proptest::prop_assert_eq!(show_number(read), show_number(value));
        }

        #[test]
        fn no_text_breaks_the_reader(text in "\\PC*", marks in "[0-9.,\u{a0} +−-]{0,12}") {
            for text in [text, marks] {
                if let Ok(value) = parse_number(&text) {
                    proptest::prop_assert!(value.is_finite());
                }
            }
        }
    }
}
