//! Hours slept against the soreness of that morning.
//!
//! A description of one person's log, not an estimate of an effect: what the dots are, the line through
//! them, a rank correlation, and the plain means after short and other nights. Source of the threshold:
//! the adult consensus of at least 7 h (AASM/SRS). Nothing is converted and nothing filled in: a morning
//! on another scale, or with only one of the two, is counted and left out.

use std::ops::RangeInclusive;

use jiff::civil::Date;
use strum::VariantArray as _;

use super::lowess::{self, Knot, lowess};
use super::rank::{Spearman, spearman};
use super::{DailyRow, DailyTable};
use crate::domain::Scale;

/// A night is short under this many hours.
pub const SHORT_NIGHT_H: f64 = 7.0;

/// Up to this many dots the line is fitted at every x; beyond, at every fiftieth of their width.
const EXACT_DOTS: usize = 2000;

/// A morning of which both are known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// The morning's day.
    pub day: Date,
    /// Hours of the night that ended on it.
    pub hours: f64,
    /// Its soreness, raw, on [`SleepSoreness::scale`].
    pub soreness: f64,
}

/// Mornings that are in the range but not among the pairs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Both known, but rated on another scale than most.
    pub other_scale: usize,
    /// Hours known, soreness not.
    pub only_sleep: usize,
    /// Soreness known, hours not.
    pub only_soreness: usize,
}

/// The mornings after one kind of night.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Group {
    /// How many.
    pub n: usize,
    /// Their mean soreness, raw.
    pub mean: Option<f64>,
}

/// All that the Trends screen says of sleep and soreness in a range of days.
#[derive(Clone, Debug, PartialEq)]
pub struct SleepSoreness {
    /// By day.
    pub pairs: Vec<Pair>,
    /// The scale of the pairs: the one most mornings of the range were rated on.
    pub scale: Option<Scale>,
    /// What is not among them.
    pub left_out: LeftOut,
    /// LOWESS of raw soreness over hours; the band is ±1.96 standard errors (see [`lowess()`]).
    pub line: Vec<Knot>,
    /// Spearman's rho of hours and soreness, *sorer counted as more* whichever way the scale points:
    /// negative where short nights go with sore mornings.
    pub rho: Spearman,
    /// After nights under [`SHORT_NIGHT_H`].
    pub short: Group,
    /// After the other nights.
    pub other: Group,
}

impl SleepSoreness {
    /// The mornings of `days` in `table`.
    pub fn of(table: &DailyTable, days: &RangeInclusive<Date>) -> Self {
        let rows: Vec<&DailyRow> = table.rows.iter().filter(|row| days.contains(&row.day)).collect();
        let scale = usual_scale(&rows);
        let mut pairs = Vec::new();
        let mut left_out = LeftOut::default();
        for row in &rows {
            match (row.sleep_h, row.soreness) {
                (Some(hours), Some(rating)) if Some(rating.scale) == scale => pairs.push(Pair {
                    day: row.day,
                    hours,
                    soreness: rating.value,
                }),
                (Some(_), Some(_)) => left_out.other_scale += 1,
                (Some(_), None) => left_out.only_sleep += 1,
                (None, Some(_)) => left_out.only_soreness += 1,
                (None, None) => {}
            }
        }
        let dots: Vec<[f64; 2]> = pairs.iter().map(|it| [it.hours, it.soreness]).collect();
        Self {
            line: lowess(&dots, line_options(&dots)),
            rho: sorer_as_more(spearman(&dots), scale),
            short: group(pairs.iter().filter(|it| it.hours < SHORT_NIGHT_H)),
            other: group(pairs.iter().filter(|it| it.hours >= SHORT_NIGHT_H)),
            pairs,
            scale,
            left_out,
        }
    }

    /// The first and the last day with a pair.
    pub fn span(&self) -> Option<(Date, Date)> {
        Some((self.pairs.first()?.day, self.pairs.last()?.day))
    }
}

/// The scale most of these mornings were rated on; of equals the first in the list of scales.
fn usual_scale(rows: &[&DailyRow]) -> Option<Scale> {
    let count = |scale: Scale| {
        let same = rows.iter().filter(|it| it.soreness.is_some_and(|it| it.scale == scale));
        same.count()
    };
    let usual = Scale::VARIANTS
        .iter()
        .copied()
        .rev()
        .max_by_key(|&scale| count(scale))?;
    (count(usual) > 0).then_some(usual)
}

fn line_options(dots: &[[f64; 2]]) -> lowess::Options {
    let hours = dots.iter().map(|it| it[0]);
    let width = hours.clone().fold(f64::MIN, f64::max) - hours.fold(f64::MAX, f64::min);
    lowess::Options {
        delta: if dots.len() > EXACT_DOTS { width / 50.0 } else { 0.0 },
        ..lowess::Options::default()
    }
}

fn sorer_as_more(raw: Spearman, scale: Option<Scale>) -> Spearman {
    let rising = scale.is_none_or(Scale::higher_is_worse);
    Spearman {
        rho: raw.rho.map(|rho| if rising { rho } else { -rho }),
        ..raw
    }
}

fn group<'p>(pairs: impl Iterator<Item = &'p Pair>) -> Group {
    let scores: Vec<f64> = pairs.map(|it| it.soreness).collect();
    let n = scores.len();
    Group {
        n,
        mean: (n > 0).then(|| scores.iter().sum::<f64>() / n as f64),
    }
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan as _;
    use jiff::civil::date;

    use super::*;
    use crate::domain::Rating;

    const FIRST: Date = date(2020, 1, 1);

    /// Hours slept, and the morning's rating.
    type Day = (Option<f64>, Option<(f64, Scale)>);

    /// A table whose days have these hours and these ratings.
    fn table(days: &[Day]) -> DailyTable {
        let rows = days.iter().enumerate().map(|(i, &(sleep_h, rating))| DailyRow {
            day: FIRST.saturating_add((i as i64).days()),
            covered: true,
            runs: 0,
            distance_m: None,
            moving_s: None,
            load_au: None,
            sleep_h,
            nap_h: None,
            sleep_quality: None,
            soreness: rating.map(|(value, scale)| Rating { value, scale }),
            soreness_regions: 0,
            fatigue: None,
            stress: None,
            mood: None,
            habits: Vec::new(),
            took: Vec::new(),
            dose: Vec::new(),
        });
        DailyTable {
            rows: rows.collect(),
            ..DailyTable::default()
        }
    }

    fn all() -> RangeInclusive<Date> {
        Date::MIN..=Date::MAX
    }

    #[test]
    fn only_mornings_with_both_on_the_usual_scale_are_pairs() {
        let pmsys = |value| Some((value, Scale::Pmsys15));
        let found = SleepSoreness::of(
            &table(&[
                (Some(6.0), pmsys(1.0)),
                (Some(8.0), pmsys(5.0)),
                (None, pmsys(3.0)),
                (Some(7.5), None),
                (Some(7.0), Some((4.0, Scale::Nrs010))),
                (None, None),
            ]),
            &all(),
        );
        assert_eq!(found.scale, Some(Scale::Pmsys15));
        let values: Vec<(f64, f64)> = found.pairs.iter().map(|it| (it.hours, it.soreness)).collect();
        assert_eq!(values, [(6.0, 1.0), (8.0, 5.0)]);
        let left_out = LeftOut {
            other_scale: 1,
            only_sleep: 1,
            only_soreness: 1,
        };
        assert_eq!(found.left_out, left_out);
        assert_eq!((found.short.n, found.short.mean), (1, Some(1.0)));
        assert_eq!((found.other.n, found.other.mean), (1, Some(5.0)));
    }

    #[test]
    fn the_sign_of_rho_is_that_of_soreness_on_every_scale() {
        let nights = [5.0, 6.0, 7.0, 8.0];
        let rated = |scale: Scale| {
            let (low, _) = scale.range();
            let rows = nights.iter().enumerate().map(|(i, &hours)| {
                // The longer the night, the less sore.
                let step = if scale.higher_is_worse() { 3 - i } else { i };
                (Some(hours), Some((low + step as f64, scale)))
            });
            SleepSoreness::of(&table(&rows.collect::<Vec<_>>()), &all())
        };
        for scale in [Scale::Nrs010, Scale::Pmsys15, Scale::Hooper17] {
            let rho = rated(scale).rho.rho.unwrap();
            assert!((rho + 1.0).abs() < 1e-12, "{}: {rho}", scale.id());
        }
    }

    #[test]
    fn the_range_decides_which_mornings_and_which_scale() {
        let table = table(&[
            (Some(6.0), Some((1.0, Scale::Pmsys15))),
            (Some(7.0), Some((2.0, Scale::Pmsys15))),
            (Some(8.0), Some((6.0, Scale::Nrs010))),
        ]);
        let late = SleepSoreness::of(&table, &(date(2020, 1, 3)..=Date::MAX));
        assert_eq!(late.scale, Some(Scale::Nrs010));
        assert_eq!(late.span(), Some((date(2020, 1, 3), date(2020, 1, 3))));
        assert_eq!(SleepSoreness::of(&table, &all()).pairs.len(), 2);
    }

    #[test]
    fn an_empty_table_has_nothing_to_say() {
        let found = SleepSoreness::of(&DailyTable::default(), &all());
        assert_eq!((found.scale, found.span(), found.line.len()), (None, None, 0));
        assert_eq!((found.short.mean, found.other.mean), (None, None));
    }

    #[test]
    fn decades_get_a_line_in_less_than_a_blink() {
        let days: Vec<_> = (0..11_000_u32)
            .map(|i| {
                let hours = 5.0 + f64::from(i * 7919 % 997) / 250.0;
                (Some(hours), Some((f64::from(i * 31 % 11), Scale::Nrs010)))
            })
            .collect();
        let found = SleepSoreness::of(&table(&days), &all());
        assert!((25..125).contains(&found.line.len()), "{}", found.line.len());
    }
}
