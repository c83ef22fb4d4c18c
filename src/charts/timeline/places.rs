//! What stands at each place of the time axis: a day, or the mean of a bundle of days.

use jiff::civil::Date;

use crate::analysis::DailyRow;
use crate::domain::Scale;
use crate::domain::time::days_between;

/// More days than this are drawn in bundles.
const MOST: i32 = 400;

/// One day, or one bundle of days, with something known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    /// Its first day with something known: a click opens it.
    pub(super) day: Date,
    /// Which bundle it is, from 0.
    pub(super) number: i32,
    /// Hours slept.
    pub(super) hours: Known,
    /// Soreness, raw.
    pub(super) soreness: Known,
}

/// A mean and of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Known {
    sum: f64,
    pub(super) n: u32,
}

impl Known {
    fn add(&mut self, value: Option<f64>) {
        if let Some(value) = value {
            self.sum += value;
            self.n += 1;
        }
    }

    /// The mean; `None` of none.
    pub(super) fn mean(self) -> Option<f64> {
        (self.n > 0).then(|| self.sum / f64::from(self.n))
    }
}

/// How many of `days` are drawn as one: a day, a week, four weeks, and doubles of that.
pub(in crate::charts) fn bundle_of(days: i32) -> i32 {
    let mut bundle = match days {
        ..=MOST => return 1,
        _ => 7,
    };
    while days / bundle > MOST {
        bundle = if bundle == 7 { 28 } else { bundle * 2 };
    }
    bundle
}

/// The days or bundles of `rows` that have something known, in order.
pub(super) fn places<'r>(
    rows: impl Iterator<Item = &'r DailyRow>,
    first: Date,
    bundle: i32,
    scale: Scale,
) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    for row in rows {
        let rating = row.soreness.filter(|it| it.scale == scale);
        if row.sleep_h.is_none() && rating.is_none() {
            continue;
        }
        let number = days_between(first, row.day).div_euclid(bundle);
        if places.last().is_none_or(|it| it.number != number) {
            places.push(Place {
                day: row.day,
                number,
                hours: Known::default(),
                soreness: Known::default(),
            });
        }
        if let Some(place) = places.last_mut() {
            place.hours.add(row.sleep_h);
            place.soreness.add(rating.map(|it| it.value));
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_season_is_drawn_by_day_and_decades_by_bundles() {
        for (days, bundle) in [
            (1, 1),
            (400, 1),
            (401, 7),
            (2800, 7),
            (2900, 28),
            (11_000, 28),
            (40_000, 112),
        ] {
            assert_eq!(bundle_of(days), bundle, "{days} days");
        }
    }
}
