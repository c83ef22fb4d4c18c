//! This week against the previous three: the mean daily load of seven days, and of the 21 before them.
//!
//! The days do not overlap, so that the ratio does not compare a week with itself. There is none where a
//! single one of the 28 days is not known, and none after three weeks without any load. It is a
//! comparison with oneself; no size of it is good or bad.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::Series;
use crate::analysis::stats::load::uncoupled_ratio;
use crate::analysis::stats::rolling::rolling_mean;

/// Seven days, and the three weeks before them. Loads in AU a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Against {
    /// The last of the seven days.
    pub last: Date,
    /// Their mean; `None` where one is not known.
    pub week: Option<f64>,
    /// The mean of the 21 days before; `None` where one is not known.
    pub before: Option<f64>,
    /// The first over the second.
    pub ratio: Option<f64>,
    /// How many of the seven days are not known.
    pub week_unknown: usize,
    /// How many of the 21.
    pub before_unknown: usize,
}

impl Against {
    /// The first of the seven days.
    pub fn first(&self) -> Date {
        self.last.saturating_sub(6.days())
    }
}

/// The comparisons of weeks that end on `last`, seven days earlier and so on, `count` of them, oldest first.
pub fn against(load: &Series, last: Date, count: usize) -> Vec<Against> {
    let week = rolling_mean(&load.values, 7, 7);
    let before = rolling_mean(&load.values, 21, 21);
    let ratio = uncoupled_ratio(&load.values);
    let at = |values: &[Option<f64>], day: Date| values.get(load.place(day)?).copied().flatten();
    let unknown = |last: Date, days: i64| {
        let days = (0..days).map(|n| last.saturating_sub(n.days()));
        days.filter(|it| load.on(*it).is_none()).count()
    };
    let back = (0..count as i64).rev();
    back.map(|weeks| {
        let last = last.saturating_sub((7 * weeks).days());
        let earlier = last.saturating_sub(7.days());
        Against {
            last,
            week: at(&week, last),
            before: at(&before, earlier),
            ratio: at(&ratio, last),
            week_unknown: unknown(last, 7),
            before_unknown: unknown(earlier, 21),
        }
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn load(values: Vec<Option<f64>>) -> Series {
        Series {
            first: Some(date(2026, 1, 1)),
            values,
        }
    }

    #[test]
    fn a_week_is_compared_with_the_three_before_it_and_not_with_itself() {
        let mut values = vec![Some(100.0); 21];
        values.extend(vec![Some(150.0); 7]);
        let found = against(&load(values), date(2026, 1, 28), 2);
        assert_eq!(
            (found[0].week, found[0].before, found[0].ratio),
            (Some(100.0), None, None)
        );
        assert_eq!(found[1].first(), date(2026, 1, 22));
        assert_eq!(
            (found[1].week, found[1].before, found[1].ratio),
            (Some(150.0), Some(100.0), Some(1.5))
        );
    }

    #[test]
    fn one_unknown_day_of_28_or_three_weeks_of_rest_leave_it_blank() {
        let mut values = vec![Some(100.0); 28];
        values[3] = None;
        let found = against(&load(values), date(2026, 1, 28), 1)[0];
        assert_eq!((found.ratio, found.week_unknown, found.before_unknown), (None, 0, 1));
        let mut values = vec![Some(0.0); 21];
        values.extend(vec![Some(80.0); 7]);
        let rested = against(&load(values), date(2026, 1, 28), 1)[0];
        assert_eq!((rested.before, rested.ratio), (Some(0.0), None));
    }
}
