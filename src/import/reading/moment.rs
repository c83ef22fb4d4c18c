//! Dates and times in the tables of others.
//!
//! `2024-01-15 07:30:00`, `Jan 15, 2024, 7:30:00 AM`, `24. dez. 2020, 08:13:59`, `27. 11. 2020 7:38`: all of
//! them are numbers and words in one of few orders, so one reader takes a text apart and finds the year by
//! its four digits and the month by its name. What it cannot find is whether 03/04/2025 is March or April;
//! that is inferred from all dates of the column ([`DateOrder::of`]), where one of them has a 15 in it or
//! they stand in the order of time.

use jiff::civil::{Date, DateTime, Time};

use super::clock::time_of_day;
use super::months::month;
use super::number::is_blank;
use crate::domain::Stamp;

/// In which order a date of numbers alone is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::import) enum DateOrder {
    /// 31/12/2025, and 2025-12-31.
    #[default]
    DayFirst,
    /// 12/31/2025, and 2025-12-31.
    MonthFirst,
    /// 2025-31-12, which nothing but a few programs write.
    YearDayMonth,
}

/// A date, with a time of the clock and an offset from UTC where the text has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) struct Moment {
    /// The date.
    pub date: Date,
    /// The time of the clock.
    pub time: Option<Time>,
    /// Minutes the clock was ahead of UTC.
    pub offset_min: Option<i16>,
}

impl Moment {
    /// Date and time, midnight where there is none.
    pub fn civil(self) -> DateTime {
        self.date.to_datetime(self.time.unwrap_or(Time::midnight()))
    }

    /// The instant, where the text has a time and an offset.
    pub fn stamp(self) -> Option<Stamp> {
        self.time?;
        Stamp::from_civil_offset(self.civil(), self.offset_min?)
    }
}

impl DateOrder {
    /// The order of all these dates, and whether one of them can be read in this order only; `None` where
    /// all can be read both ways and nothing speaks for one.
    pub fn of<'t>(cells: impl IntoIterator<Item = &'t str>) -> Option<(Self, bool)> {
        let cells: Vec<[u16; 3]> = cells.into_iter().filter_map(numbers).collect();
        let votes = |is: fn(&[u16; 3]) -> bool| cells.iter().filter(|it| is(it)).count();
        let year_first = votes(|it| it[0] > 31);
        if 2 * year_first > cells.len() {
            let (days, months) = (votes(|it| it[1] > 12), votes(|it| it[2] > 12));
            let order = if days > months {
                Self::YearDayMonth
            } else {
                Self::MonthFirst
            };
            return Some((order, days > 0 || months > 0));
        }
        let (days, months) = (
            votes(|it| (13..=31).contains(&it[0])),
            votes(|it| (13..=31).contains(&it[1])),
        );
        match (days, months) {
            (0, 0) => Self::by_time(&cells).map(|it| (it, false)),
            (days, months) => Some((
                if months > days {
                    Self::MonthFirst
                } else {
                    Self::DayFirst
                },
                true,
            )),
        }
    }

    /// The order in which the dates stand in the order of time, where only one of the two does that.
    fn by_time(cells: &[[u16; 3]]) -> Option<Self> {
        let ordered = |key: fn(&[u16; 3]) -> [u16; 3]| {
            let keys: Vec<_> = cells.iter().map(key).collect();
            keys.is_sorted() || keys.iter().rev().is_sorted()
        };
        match (ordered(|&[d, m, y]| [y, m, d]), ordered(|&[m, d, y]| [y, m, d])) {
            (true, false) => Some(Self::DayFirst),
            (false, true) => Some(Self::MonthFirst),
            _ => None,
        }
    }

    /// Reads a date with or without a time; `None` where it is none or says nothing.
    pub fn read(self, text: &str) -> Option<Moment> {
        if is_blank(text) {
            return None;
        }
        let text = plain(text);
        let (date, rest) = self.date(&text)?;
        let (time, offset_min) = time_and_offset(rest)?;
        Some(Moment { date, time, offset_min })
    }

    fn date(self, text: &str) -> Option<(Date, &str)> {
        let mut rest = Tokens(text);
        let mut parts = Vec::with_capacity(3);
        // A weekday may stand before it.
        while parts.len() < 3 {
            match rest.next()? {
                Token::Number(digits) if digits.len() == 8 && parts.is_empty() => return compact(digits, rest.0),
                Token::Number(digits) if digits.len() <= 4 => {
                    parts.push(Part::Number(digits.parse().ok()?, digits.len()))
                }
                Token::Word(word) => match month(word) {
                    Some(month) => parts.push(Part::Month(month)),
                    None if parts.is_empty() || is_filler(word) => {}
                    None => return None,
                },
                Token::Number(_) => return None,
                Token::Mark(',' | '.' | '-' | '/' | '年' | '月') => {}
                Token::Mark(_) => return None,
            }
        }
        let date = self.of_parts(&parts)?;
        Some((date, rest.0.trim_start_matches(['.', ',', '日', ' '])))
    }

    fn of_parts(self, parts: &[Part]) -> Option<Date> {
        use Part::{Month, Number};
        let (year, month, day) = match *parts {
            [Number(year, 4), Number(a, _), Number(b, _)] => {
                let swapped = (self == Self::YearDayMonth || a > 12) && b <= 12;
                if swapped { (year, b, a) } else { (year, a, b) }
            }
            [Number(a, 1 | 2), Number(b, 1 | 2), Number(year, digits @ (2 | 4))] => {
                let swapped = if self == Self::MonthFirst {
                    b > 0 && a <= 12
                } else {
                    b > 12
                };
                let year = if digits == 2 { 2000 + year } else { year };
                if swapped { (year, a, b) } else { (year, b, a) }
            }
            [Month(month), Number(day, 1 | 2), Number(year, 4)]
            | [Number(day, 1 | 2), Month(month), Number(year, 4)]
            | [Number(year, 4), Month(month), Number(day, 1 | 2)] => (year, month as u16, day),
            _ => return None,
        };
        date_of(year, month, day)
    }
}

/// The three numbers that a date of numbers alone begins with.
fn numbers(cell: &str) -> Option<[u16; 3]> {
    let cell = plain(cell);
    let mut rest = Tokens(&cell);
    let mut numbers = [0; 3];
    let mut found = 0;
    while found < 3 {
        match rest.next()? {
            Token::Number(digits) if digits.len() <= 4 => {
                numbers[found] = digits.parse().ok()?;
                found += 1;
            }
            Token::Mark('.' | '/' | '-' | ',') => {}
            _ => return None,
        }
    }
    Some(numbers)
}

fn date_of(year: u16, month: u16, day: u16) -> Option<Date> {
    let part = |it: u16| i8::try_from(it).ok();
    let date = Date::new(i16::try_from(year).ok()?, part(month)?, part(day)?).ok()?;
    (1900..=2200).contains(&date.year()).then_some(date)
}

fn compact<'t>(digits: &str, rest: &'t str) -> Option<(Date, &'t str)> {
    let part = |from: usize, to: usize| digits.get(from..to)?.parse().ok();
    Some((date_of(part(0, 4)?, part(4, 6)?, part(6, 8)?)?, rest))
}

/// The time and the offset of what stands behind a date; `None` where it is something else.
fn time_and_offset(text: &str) -> Option<(Option<Time>, Option<i16>)> {
    let text = text.trim_start_matches(['T', ',', ' ']).trim();
    let text = FILLERS
        .iter()
        .find_map(|it| text.strip_prefix(it))
        .unwrap_or(text)
        .trim();
    if text.is_empty() {
        return Some((None, None));
    }
    let (clock, offset_min) = offset(text)?;
    Some((Some(clock_time(clock)?), offset_min))
}

/// What may stand between a date and its time.
const FILLERS: [&str; 12] = [
    "at ", "um ", "kl. ", "kl ", "klo ", "à ", "alle ", "às ", "om ", "a las ", "o ", "- ",
];

/// What may stand between the parts of a date.
fn is_filler(word: &str) -> bool {
    matches!(word, "de" | "del" | "of" | "st" | "nd" | "rd" | "th" | "er" | "г")
}

/// Parts a time from the offset behind it.
fn offset(text: &str) -> Option<(&str, Option<i16>)> {
    for name in ["Z", "z", "UTC", "GMT"] {
        if let Some(clock) = text.strip_suffix(name) {
            return Some((clock.trim_end(), Some(0)));
        }
    }
    let Some(at) = text.rfind(['+', '-', '−']) else {
        return Some((text, None));
    };
    let (clock, offset) = text.split_at(at);
    let clock = clock.trim_end().trim_end_matches("UTC").trim_end_matches("GMT");
    let sign = if offset.starts_with('+') { 1 } else { -1 };
    let digits: String = offset.chars().skip(1).filter(|it| *it != ':').collect();
    let (hours, minutes) = match (digits.len(), digits.bytes().all(|b| b.is_ascii_digit())) {
        (1 | 2, true) => (digits.as_str(), "0"),
        (3 | 4, true) => digits.split_at(digits.len() - 2),
        _ => return None,
    };
    let minutes = 60 * hours.parse::<i16>().ok()? + minutes.parse::<i16>().ok()?;
    (minutes <= 14 * 60).then_some((clock.trim_end(), Some(sign * minutes)))
}

/// A time of the clock; a fraction of a second is dropped, and half of a day may stand before it.
fn clock_time(text: &str) -> Option<Time> {
    for (word, half) in [
        ("午前", "am"),
        ("午後", "pm"),
        ("上午", "am"),
        ("下午", "pm"),
        ("오전", "am"),
        ("오후", "pm"),
    ] {
        if let Some(clock) = text.strip_prefix(word) {
            return time_of_day(&format!("{} {half}", clock.trim()));
        }
    }
    let (clock, half) = match text.find(|c: char| c == ' ' || c.is_alphabetic()) {
        Some(at) => text.split_at(at),
        None => (text, ""),
    };
    // 07:30:15.250
    let whole = match clock.rsplit_once(['.', ',']) {
        Some((whole, fraction)) if whole.contains(':') && fraction.bytes().all(|b| b.is_ascii_digit()) => whole,
        _ => clock,
    };
    if whole.len() == 6 && whole.bytes().all(|b| b.is_ascii_digit()) {
        return time_of_day(&format!("{}:{}:{}", &whole[..2], &whole[2..4], &whole[4..]));
    }
    time_of_day(&format!("{whole}{half}"))
}

enum Part {
    Number(u16, usize),
    Month(i8),
}

enum Token<'t> {
    Number(&'t str),
    Word(&'t str),
    Mark(char),
}

/// The rest of a text, taken apart into numbers, words and marks; blanks part them.
struct Tokens<'t>(&'t str);

impl<'t> Tokens<'t> {
    fn next(&mut self) -> Option<Token<'t>> {
        let text = self.0.trim_start();
        let first = text.chars().next()?;
        let is_letter = |c: char| c.is_alphabetic() && !matches!(c, '年' | '月' | '日');
        let end_of = |is: &dyn Fn(char) -> bool| text.find(|c| !is(c)).unwrap_or(text.len());
        let end = if first.is_ascii_digit() {
            end_of(&|c| c.is_ascii_digit())
        } else if is_letter(first) {
            end_of(&is_letter)
        } else {
            first.len_utf8()
        };
        let (token, rest) = text.split_at(end);
        self.0 = rest;
        Some(if first.is_ascii_digit() {
            Token::Number(token)
        } else if is_letter(first) {
            Token::Word(token)
        } else {
            Token::Mark(first)
        })
    }
}

/// A text with plain blanks, each alone, and none at its ends; without the marks that only steer how it is
/// set.
pub(super) fn plain(text: &str) -> String {
    let text: String = text
        .chars()
        .filter(|it| !matches!(it, '\u{200e}' | '\u{200f}' | '\u{feff}'))
        .collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, datetime};

    use super::DateOrder::{DayFirst, MonthFirst, YearDayMonth};
    use super::*;

    #[test]
    fn dates_are_read_in_every_shape_that_tables_have() {
        let morning = datetime(2024, 1, 15, 7, 30, 0, 0);
        for text in [
            "2024-01-15 07:30:00",
            "2024-01-15T07:30:00",
            "2024-01-15T07:30:00.250",
            "2024/01/15 7:30:00",
            "20240115T073000",
            "2024年1月15日 7:30:00",
            "2024年1月15日 午前7:30:00",
            "Jan 15, 2024, 7:30:00 AM",
            "Jan 15, 2024, 7:30:00\u{202f}AM",
            "Jan 15, 2024, 7:30:00\u{a0}a.\u{a0}m.",
            "January 15th, 2024 at 7:30 AM",
            "Mon, Jan 15, 2024 7:30 AM",
            "15 Jan 2024, 07:30:00",
            "15. jan. 2024 07.30.00",
            "15. jan. 2024 kl. 07.30",
            "15 janv. 2024 à 07:30:00",
            "15 de ene. de 2024 7:30:00",
            "15 ene 2024, 7:30:00",
            "15.01.2024, 07:30:00",
            "15. 1. 2024 7:30",
            "15/01/2024 07:30",
            "15/01/24 07:30",
            "01/15/2024 07:30",
            "15-01-2024 7:30",
        ] {
            assert_eq!(DayFirst.read(text).map(Moment::civil), Some(morning), "{text}");
        }
        assert_eq!(DayFirst.read("2020 dec 24").unwrap().date, date(2020, 12, 24));
    }

    #[test]
    fn an_offset_makes_a_time_an_instant() {
        for (text, stamp) in [
            ("2019-06-11 17:00:10 -0700", "2019-06-11T17:00:10-07:00"),
            ("2019-06-11T17:00:10+02:00", "2019-06-11T17:00:10+02:00"),
            ("2019-06-11T17:00:10.123Z", "2019-06-11T17:00:10+00:00"),
            ("2019-06-11 17:00:10 UTC", "2019-06-11T17:00:10+00:00"),
            ("2019-06-11 17:00 +01", "2019-06-11T17:00:00+01:00"),
        ] {
            let read = DayFirst.read(text).and_then(Moment::stamp);
            assert_eq!(read.map(Stamp::to_rfc3339).as_deref(), Some(stamp), "{text}");
        }
        assert_eq!(DayFirst.read("2019-06-11 17:00").and_then(Moment::stamp), None);
        assert_eq!(DayFirst.read("2019-06-11").unwrap().time, None);
    }

    #[test]
    fn of_two_readings_the_order_of_the_column_decides() {
        let read = |order: DateOrder, text| order.read(text).unwrap().date;
        assert_eq!(read(DayFirst, "03/04/2025"), date(2025, 4, 3));
        assert_eq!(read(MonthFirst, "03/04/2025"), date(2025, 3, 4));
        assert_eq!(read(MonthFirst, "13/04/2025"), date(2025, 4, 13));
        assert_eq!(read(YearDayMonth, "2018-08-07 07:11"), date(2018, 7, 8));
        for (cells, order) in [
            (&["03/04/2025", "13/04/2025"][..], Some((DayFirst, true))),
            (&["03/04/2025", "04/13/2025"], Some((MonthFirst, true))),
            (&["2018-30-07", "2018-08-07"], Some((YearDayMonth, true))),
            (&["2018-07-30", "2018-07-08"], Some((MonthFirst, true))),
            (&["2018-07-03"], Some((MonthFirst, false))),
            (&["01/02/2025", "05/02/2025", "01/03/2025"], Some((DayFirst, false))),
            (&["02/01/2025", "02/05/2025", "03/01/2025"], Some((MonthFirst, false))),
            (&["03/04/2025"], None),
            (&["Jan 15, 2024", "--"], None),
        ] {
            assert_eq!(DateOrder::of(cells.iter().copied()), order, "{cells:?}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "--",
            "Dec 26, 2024 - Jan 1, 2025",
            "Aug 7-13",
            "13-19 May",
            "31.02.2024",
            "2024-01-15 25:00",
            "Run",
            "1989",
            "7:30",
            "15/15/2024",
            "2024-01-15 07:30 CET",
            "9999-01-01",
            "1:2:2024",
            "Score",
        ] {
            assert_eq!(DayFirst.read(text), None, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn dates_read_back_in_each_shape(days in 0_i32..60_000, seconds in 0_i32..86_400) {
            let at = date(1950, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap().at(0, 0, 0, 0);
            let at = at.checked_add(jiff::Span::new().seconds(seconds)).unwrap();
            for (format, order) in [
                ("%Y-%m-%d %H:%M:%S", MonthFirst),
                ("%b %-d, %Y, %-I:%M:%S %p", DayFirst),
                ("%d.%m.%Y, %H:%M:%S", DayFirst),
                ("%m/%d/%Y %H:%M:%S", MonthFirst),
                ("%-d. %-m. %Y %H:%M:%S", DayFirst),
            ] {
                let text = at.strftime(format).to_string();
                proptest::prop_assert_eq!(order.read(&text).map(Moment::civil), Some(at), "{}", text);
            }
        }

        #[test]
        fn no_text_breaks_the_reader(text in "\\PC*", near in "[0-9:.,/TZapmJn年 +-]{0,24}") {
            for text in [&*text, &*near] {
                let _ = DateOrder::of([text, text]);
                for order in [DayFirst, MonthFirst, YearDayMonth] {
                    let _ = order.read(text).map(Moment::stamp);
                }
            }
        }
    }
}
