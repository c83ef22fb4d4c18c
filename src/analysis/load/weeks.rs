//! Calendar weeks: how far, how much, and how alike their days were.
//!
//! Monotony is the mean of the seven daily loads over their standard deviation (of a sample, n − 1), rest
//! days included; strain is the week's load times it (Foster 1998). Both need all seven days. The only
//! thing a strain is compared with is the runner's own year before it.

use std::ops::RangeInclusive;

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::Series;
use crate::analysis::stats::Undefined;
use crate::analysis::stats::load::monotony;
use crate::domain::settings::FirstWeekday;
use crate::domain::time::days_between;

/// Fewer earlier weeks than this are nothing to compare with.
const LEAST_WEEKS: usize = 8;
/// Weeks that one is compared with, itself included.
const YEAR: usize = 52;
/// What is taken from n in the standard deviation.
const SAMPLE: usize = 1;

/// A week of the calendar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Week {
    /// Its first day.
    pub first: Date,
    /// Metres run on the days of which that is known.
    pub metres: f64,
    /// How many days those are.
    pub metres_days: usize,
    /// Load of the days of which it is known, AU.
    pub load_au: f64,
    /// How many days those are.
    pub load_days: usize,
    /// Mean over standard deviation of the daily loads, and the week's load times it.
    pub monotony: Result<(f64, f64), Undefined>,
    /// How its strain stands among those of the year that ends with it.
    pub rank: Option<Rank>,
}

/// A place among the runner's own weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    /// Earlier weeks with less strain.
    pub below: usize,
    /// Earlier weeks whose strain is known, of the 51 before.
    pub of: usize,
}

impl Rank {
    /// The percentile: which part of the earlier weeks had less.
    pub fn percent(self) -> f64 {
        100.0 * self.below as f64 / self.of.max(1) as f64
    }
}

impl Week {
    /// Its strain.
    pub fn strain(&self) -> Option<f64> {
        self.monotony.ok().map(|it| it.1)
    }
}

/// The weeks that `days` touch, from the series of load and of distance, which begin with the first record.
pub fn weeks(load: &Series, metres: &Series, days: &RangeInclusive<Date>, first_weekday: FirstWeekday) -> Vec<Week> {
    let Some(first) = load.first else { return Vec::new() };
    let first = first_weekday.week_of(first);
    let last = first_weekday.week_of(*days.end());
    let count = days_between(first, last) / 7 + 1;
    let mut weeks: Vec<Week> = Vec::new();
    for n in 0..count {
        let mut week = week(load, metres, first.saturating_add((7 * n).days()));
        week.rank = week.strain().and_then(|it| rank(it, &weeks));
        weeks.push(week);
    }
    let from = first_weekday.week_of(*days.start());
    weeks.retain(|it| it.first >= from);
    weeks
}

fn week(load: &Series, metres: &Series, first: Date) -> Week {
    let of_week = |series: &Series| {
        let days = (0..7).map(|n| series.on(first.saturating_add(n.days())));
        days.collect::<Vec<Option<f64>>>()
    };
    let (loads, metres) = (of_week(load), of_week(metres));
    let sum = |values: &[Option<f64>]| values.iter().flatten().fold(0.0, |sum, it| sum + it);
    let known = |values: &[Option<f64>]| values.iter().flatten().count();
    Week {
        first,
        metres: sum(&metres),
        metres_days: known(&metres),
        load_au: sum(&loads),
        load_days: known(&loads),
        monotony: monotony(&loads, SAMPLE).monotony,
        rank: None,
    }
}

fn rank(strain: f64, earlier: &[Week]) -> Option<Rank> {
    let year = &earlier[earlier.len().saturating_sub(YEAR - 1)..];
    let known: Vec<f64> = year.iter().filter_map(Week::strain).collect();
    (known.len() >= LEAST_WEEKS).then(|| Rank {
        below: known.iter().filter(|it| **it < strain).count(),
        of: known.len(),
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const MONDAY: Date = date(2026, 1, 5);

    fn series(values: Vec<Option<f64>>) -> Series {
        Series {
            first: Some(MONDAY),
            values,
        }
    }

    fn of(load: &Series, last: Date) -> Vec<Week> {
        weeks(
            load,
            &series(vec![Some(10_000.0); 14]),
            &(MONDAY..=last),
            FirstWeekday::Monday,
        )
    }

    #[test]
    fn a_week_has_the_strain_of_the_reference() {
        let loads = [0.0, 135.0, 420.0, 135.0, 0.0, 150.0, 500.0];
        let found = of(&series(loads.map(Some).to_vec()), date(2026, 1, 11));
        let (monotony, strain) = found[0].monotony.unwrap();
        assert!((monotony - 0.980_213_051_355_904_4).abs() < 1e-12);
        assert!((strain - 1_313.485_488_816_912).abs() < 1e-9);
        assert_eq!((found[0].metres, found[0].metres_days), (70_000.0, 7));
    }

    #[test]
    fn a_week_with_an_unknown_day_has_its_distance_so_far_and_no_strain() {
        let mut loads = vec![Some(100.0); 10];
        loads[2] = None;
        let found = of(&series(loads), date(2026, 1, 14));
        assert_eq!((found[0].load_au, found[0].load_days), (600.0, 6));
        assert_eq!(found[0].monotony, Err(Undefined::TooFew));
        // The week that is going on.
        assert_eq!((found[1].load_days, found[1].strain()), (3, None));
    }

    #[test]
    fn a_week_stands_among_the_weeks_before_it_once_there_are_enough() {
        let week = |most: f64| [0.0, 100.0, 0.0, most, 50.0, 0.0, 30.0].map(Some);
        let loads: Vec<Option<f64>> = (0..10).flat_map(|n| week(100.0 + 10.0 * f64::from(n))).collect();
        let found = of(&series(loads), MONDAY.saturating_add(69.days()));
        assert_eq!(found[7].rank, None);
        assert_eq!(found[9].rank.map(|it| it.of), Some(9));
    }
}
