//! A year of days, one place each, and what may be said of all of them together.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{DailyRow, DailyTable};
use crate::domain::{Journal, RunKind, Scale};

/// The days of a year: from 1 January to its end, or to `today` in the year that is going on.
pub fn days_of_year(year: i16, today: Date) -> Vec<Date> {
    let mut days = Vec::new();
    let mut next = Date::new(year, 1, 1).ok();
    while let Some(day) = next.filter(|it| it.year() == year && *it <= today) {
        days.push(day);
        next = day.tomorrow().ok();
    }
    days
}

/// The last year up to `latest` of which `value` knows something.
pub fn last_year_with(table: &DailyTable, latest: Date, value: impl Fn(&DailyRow) -> Option<f64>) -> Option<i16> {
    let mut rows = table.rows.iter().rev().filter(|it| it.day <= latest);
    rows.find(|it| value(it).is_some()).map(|it| it.day.year())
}

/// The soreness of a morning, where it was rated on `scale`.
pub fn soreness_on(row: &DailyRow, scale: Option<Scale>) -> Option<f64> {
    let rating = row.soreness.filter(|it| Some(it.scale) == scale)?;
    Some(rating.value)
}

/// The journal days with a race.
pub fn race_days(journal: &Journal) -> BTreeSet<Date> {
    let races = journal
        .activities
        .iter()
        .filter(|it| it.is_run() && it.kind == Some(RunKind::Race));
    races
        .map(|it| journal.settings.day_rule.day_of(it.started_at))
        .collect()
}

/// What a year comes to: of how many of its days, their mean, and the day of the largest `order`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct YearSum {
    /// Days of which something is known.
    pub n: usize,
    /// Their mean.
    pub mean: f64,
    /// The first day that comes last in order, and its value.
    pub peak: (Date, f64),
}

impl YearSum {
    /// The sum of `known` days, in order; `None` of none. `order` says what a peak is.
    pub fn of(known: &[(Date, f64)], order: impl Fn(f64) -> f64) -> Option<Self> {
        let mut peak = *known.first()?;
        for &it in known {
            if order(it.1) > order(peak.1) {
                peak = it;
            }
        }
        let sum: f64 = known.iter().map(|it| it.1).sum();
        Some(Self {
            n: known.len(),
            mean: sum / known.len() as f64,
            peak,
        })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_year_ends_in_december_or_today() {
        assert_eq!(days_of_year(2024, date(2026, 11, 24)).len(), 366);
        let going_on = days_of_year(2026, date(2026, 3, 1));
        assert_eq!((going_on.len(), going_on.last()), (60, Some(&date(2026, 3, 1))));
        assert_eq!(days_of_year(2027, date(2026, 11, 24)), []);
    }

    #[test]
    fn the_peak_of_a_year_is_the_first_of_its_worst_days() {
        let known = [3.0, 7.0, 7.0, 1.0].into_iter().enumerate();
        let known: Vec<(Date, f64)> = known.map(|(n, it)| (date(2026, 1, 1 + n as i8), it)).collect();
        let sum = YearSum::of(&known, |it| it).unwrap();
        assert_eq!((sum.n, sum.mean, sum.peak), (4, 4.5, (date(2026, 1, 2), 7.0)));
        assert_eq!(YearSum::of(&known, |it| -it).unwrap().peak, (date(2026, 1, 4), 1.0));
        assert_eq!(YearSum::of(&[], |it| it), None);
    }
}
