//! What holds for a whole part of the line: its day, its time and its note.

use jiff::civil::{Date, Time, Weekday};

use super::Span;
use super::lexicon::Meaning;
use super::token::{Kind, Token};

/// Day, time and note of a part.
#[derive(Clone, Debug, Default)]
pub(super) struct About<'t> {
    /// The day that was said.
    pub(super) day: Option<Day>,
    /// The clock time that was said, and where.
    pub(super) clock: Option<(Time, Span)>,
    /// A part of the day that was said, and where: it tells a time to nobody.
    pub(super) vague: Option<Span>,
    /// The note.
    pub(super) note: &'t str,
}

/// A day that was said.
#[derive(Clone, Debug)]
pub(super) struct Day {
    /// Where.
    pub(super) span: Span,
    said: Said,
}

#[derive(Clone, Debug)]
enum Said {
    DaysAgo(i64),
    Weekday(Weekday),
    Date(Date),
    /// Day and month.
    DayOf(i8, i8),
    /// A date that no calendar has.
    None,
}

impl Day {
    /// The day that is said at `at`, and over how many tokens: a word, `2026-11-23`, `23.11.`, `23.11.2026`,
    /// `23 Nov` or `Nov 23`.
    pub(super) fn at(tokens: &[Token], at: usize) -> Option<(usize, Self)> {
        let (first, second) = (tokens.get(at)?, tokens.get(at + 1));
        if let Some(said) = second.filter(|it| it.joined).and_then(|it| of_month(first, it)) {
            let span = first.span.start..second?.span.end;
            return Some((2, Self { span, said }));
        }
        Self::of(first).map(|it| (1, it))
    }

    fn of(token: &Token) -> Option<Self> {
        let said = match &token.meaning {
            Some(Meaning::DaysAgo(days)) => Said::DaysAgo(*days),
            Some(Meaning::Weekday(day)) => Said::Weekday(*day),
            None if token.kind == Kind::Word => iso(token.text).or_else(|| dotted(token.text))?,
            _ => return None,
        };
        let span = token.span.clone();
        Some(Self { span, said })
    }

    /// The date, as seen on `today`: a weekday is the last such day before it, a day without its year the
    /// last such date. `None` where there is no such day.
    pub(super) fn date(&self, today: Date) -> Option<Date> {
        match self.said {
            Said::DaysAgo(days) => today.checked_sub(jiff::Span::new().days(days)).ok(),
            Said::Weekday(day) => today.nth_weekday(-1, day).ok(),
            Said::Date(date) => Some(date),
            Said::DayOf(day, month) => {
                // February has a 29th in one of these years.
                let mut years = (0..=8).map(|back| today.year().saturating_sub(back));
                years.find_map(|year| Date::new(year, month, day).ok().filter(|it| *it <= today))
            }
            Said::None => None,
        }
    }
}

/// A month and the number beside it.
fn of_month(first: &Token, second: &Token) -> Option<Said> {
    let (month, day) = match (&first.meaning, &second.meaning) {
        (Some(Meaning::Month(month)), None) => (*month, second.text),
        (None, Some(Meaning::Month(month))) => (*month, first.text),
        _ => return None,
    };
    let day = is_digits(day, 1..=2).then(|| day.parse().ok()).flatten()?;
    Some(Said::DayOf(day, month))
}

fn iso(text: &str) -> Option<Said> {
    let parts: Vec<_> = text.split('-').collect();
    let [year, month, day] = parts[..] else { return None };
    let looks = [(year, 4), (month, 2), (day, 2)]
        .iter()
        .all(|(part, len)| is_digits(part, *len..=*len));
    looks.then(|| text.parse().map_or(Said::None, Said::Date))
}

fn dotted(text: &str) -> Option<Said> {
    let parts: Vec<_> = text.split('.').collect();
    let [day, month, year] = parts[..] else { return None };
    if !is_digits(day, 1..=2) || !is_digits(month, 1..=2) || !(year.is_empty() || is_digits(year, 4..=4)) {
        return None;
    }
    let (day, month) = (day.parse().ok()?, month.parse().ok()?);
    if year.is_empty() {
        return Some(Said::DayOf(day, month));
    }
    Some(Date::new(year.parse().ok()?, month, day).map_or(Said::None, Said::Date))
}

fn is_digits(text: &str, length: std::ops::RangeInclusive<usize>) -> bool {
    length.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}
