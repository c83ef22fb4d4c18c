//! The day that a few typed letters name.
//!
//! A finder is read while it is typed into, so the beginning of a word is enough where it is long enough
//! to mean something. A day without its year is the last one that was, never one to come.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::domain::words;
use crate::fl;

/// So many letters of a word name it.
const ENOUGH: usize = 3;

/// The day that `text` names: `2026-11-12`, `12 nov`, `nov 12 2025`, `yesterday`, `thursday`.
pub fn typed_day(text: &str, today: Date) -> Option<Date> {
    let text = text.trim().to_lowercase();
    let parts: Vec<&str> = text.split([' ', ',', '.']).filter(|it| !it.is_empty()).collect();
    match parts[..] {
        [word] => iso(word).or_else(|| named(word, today)),
        [a, b] => month_day(a, b, None, today),
        [a, b, year] => month_day(a, b, Some(whole_year(year)?), today),
        _ => None,
    }
}

fn iso(word: &str) -> Option<Date> {
    let digits_end = word.as_bytes().last().is_some_and(u8::is_ascii_digit);
    word.parse().ok().filter(|_| word.len() == 10 && digits_end)
}

/// Today, yesterday, or the last day of a weekday's name.
fn named(word: &str, today: Date) -> Option<Date> {
    if begins(&fl!("form-today"), word) {
        return Some(today);
    }
    if begins(&fl!("form-yesterday"), word) {
        return today.yesterday().ok();
    }
    let week = (0..7).filter_map(|back: i32| today.checked_sub(back.days()).ok());
    week.into_iter()
        .find(|day| begins(&words::weekday(day.weekday()), word))
}

fn month_day(a: &str, b: &str, year: Option<i16>, today: Date) -> Option<Date> {
    let (day, month) = match (number(a), number(b)) {
        (Some(day), None) => (day, month(b)?),
        (None, Some(day)) => (day, month(a)?),
        _ => return None,
    };
    match year {
        Some(year) => Date::new(year, month, day).ok(),
        // A leap day is looked for in the last years that had one.
        None => (0..8)
            .filter_map(|back| Date::new(today.year() - back, month, day).ok())
            .find(|it| *it <= today),
    }
}

fn month(word: &str) -> Option<i8> {
    (1..=12).find(|&month| Date::new(2000, month, 1).is_ok_and(|it| begins(&words::month(it), word)))
}

fn number(word: &str) -> Option<i8> {
    word.parse().ok().filter(|it| (1..=31).contains(it))
}

fn whole_year(word: &str) -> Option<i16> {
    word.parse().ok().filter(|_| word.len() == 4)
}

fn begins(word: &str, typed: &str) -> bool {
    typed.chars().count() >= ENOUGH && word.to_lowercase().starts_with(typed)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    /// A Tuesday.
    const TODAY: Date = date(2026, 11, 24);

    #[test]
    fn days_are_named_as_people_type_them() {
        for (text, day) in [
            ("2026-11-12", date(2026, 11, 12)),
            ("12 nov", date(2026, 11, 12)),
            ("12. November", date(2026, 11, 12)),
            ("Nov 12, 2025", date(2025, 11, 12)),
            ("25 nov", date(2025, 11, 25)),
            ("29 feb", date(2024, 2, 29)),
            ("today", TODAY),
            ("yesterday", date(2026, 11, 23)),
            ("yest", date(2026, 11, 23)),
            ("tuesday", TODAY),
            ("Wed", date(2026, 11, 18)),
            (" thursday ", date(2026, 11, 19)),
        ] {
            assert_eq!(typed_day(text, TODAY), Some(day), "{text}");
        }
    }

    #[test]
    fn what_names_no_day_is_none() {
        for text in [
            "",
            "t",
            "we",
            "12",
            "31 nov",
            "32 nov",
            "nov",
            "2026-11-31",
            "12 nov 26",
            "12 12",
            "1 2 3 4",
            "run",
        ] {
            assert_eq!(typed_day(text, TODAY), None, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_breaks_the_reader(text in "\\PC*", near in "[0-9a-z .,-]{0,16}") {
            for text in [text, near] {
                let day = typed_day(&text, TODAY);
                proptest::prop_assert!(day.is_none_or(|it| it.year() > 0));
            }
        }
    }
}
