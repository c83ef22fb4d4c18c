//! The daily table as columns of numbers, one entry a day, NaN for what is not known.
//!
//! NaN lives only here and in what is made of it on the way to an estimate: arithmetic carries "not known"
//! along by itself, and rows with a NaN are left out before anything is estimated.

use jiff::civil::Date;

use super::{Covariate, Exposure};
use crate::analysis::{DailyTable, Eligibility};
use crate::domain::Scale;
use crate::domain::time::days_between;

/// Load is counted in so many AU, so that its slope is a number one can read.
pub(super) const LOAD_UNIT: f64 = 300.0;
/// Rows older than this, in days before the last one, are old.
const OLD_DAYS: f64 = 730.0;
/// From this share of old rows on only the newer ones are used.
const MOSTLY_OLD: f64 = 0.6;

/// The columns of a journal.
pub(super) struct Series {
    pub(super) days: Vec<Date>,
    pub(super) covered: Vec<bool>,
    /// Days with a run.
    pub(super) ran: Vec<bool>,
    /// Soreness of the morning, turned so that more is sorer, on the journal's scale.
    pub(super) soreness: Vec<f64>,
    /// Of the next morning.
    pub(super) next: Vec<f64>,
    /// Mean of the next two mornings, both known.
    pub(super) next_two: Vec<f64>,
    /// Of the morning before.
    pub(super) soreness_before: Vec<f64>,
    /// Load of the day, and of one, two, three days before.
    pub(super) load: [Vec<f64>; 4],
    /// Hours of the night that ended on the day.
    pub(super) sleep: Vec<f64>,
    /// Of the night before.
    pub(super) sleep_before: Vec<f64>,
    /// Habits and supplements, in the order of the table.
    pub(super) taken: Vec<Taken>,
    /// Day number: days since 1970-01-01.
    t: Vec<f64>,
    /// Where in the week the day is, on a circle.
    weekday: [Vec<f64>; 2],
}

/// A habit or supplement.
pub(super) struct Taken {
    pub(super) exposure: Exposure,
    pub(super) eligibility: Eligibility,
    /// 1 done, 0.5 partly, 0 not.
    pub(super) value: Vec<f64>,
    /// The same of the day before.
    pub(super) before: Vec<f64>,
}

impl Series {
    pub(super) fn of(table: &DailyTable) -> Self {
        let rows = &table.rows;
        let column = |value: &dyn Fn(usize) -> Option<f64>| -> Vec<f64> {
            (0..rows.len()).map(|at| value(at).unwrap_or(f64::NAN)).collect()
        };
        let turned = if table.soreness_scale == Some(Scale::Pmsys15) {
            -1.0
        } else {
            1.0
        };
        let soreness = column(&|at| {
            let rating = rows[at].soreness.filter(|it| Some(it.scale) == table.soreness_scale)?;
            Some(rating.value * turned)
        });
        let load = column(&|at| rows[at].load_au.map(|it| it / LOAD_UNIT));
        let sleep = column(&|at| rows[at].sleep_h);
        let next = shifted(&soreness, -1);
        let after = shifted(&soreness, -2);
        let habits = table.habits.iter().enumerate().map(|(place, id)| {
            let value = column(&|at| rows[at].habits.get(place).copied().flatten());
            Taken::of(Exposure::Habit(id.clone()), Eligibility::of_habit(id), value)
        });
        let supplements = table.supplements.iter().enumerate().map(|(place, id)| {
            let value = column(&|at| rows[at].took.get(place).copied().flatten());
            Taken::of(Exposure::Supplement(id.clone()), Eligibility::of_supplement(id), value)
        });
        let t: Vec<f64> = rows.iter().map(|it| day_number(it.day)).collect();
        let turn = |t: &f64| std::f64::consts::TAU * t / 7.0;
        Self {
            taken: habits.chain(supplements).collect(),
            days: rows.iter().map(|it| it.day).collect(),
            covered: rows.iter().map(|it| it.covered).collect(),
            ran: rows.iter().map(|it| it.runs > 0).collect(),
            weekday: [
                t.iter().map(|it| turn(it).sin()).collect(),
                t.iter().map(|it| turn(it).cos()).collect(),
            ],
            t,
            next_two: next.iter().zip(&after).map(|(one, two)| (one + two) / 2.0).collect(),
            soreness_before: shifted(&soreness, 1),
            load: [
                shifted(&load, 0),
                shifted(&load, 1),
                shifted(&load, 2),
                shifted(&load, 3),
            ],
            sleep_before: shifted(&sleep, 1),
            next,
            soreness,
            sleep,
        }
    }

    /// The days on which all of `needed` are known, of those that `may` be used.
    pub(super) fn rows_with(&self, needed: &[&[f64]], may: impl Fn(usize) -> bool) -> Vec<usize> {
        let known = |at: usize| needed.iter().all(|it| !it[at].is_nan());
        (0..self.days.len()).filter(|&at| may(at) && known(at)).collect()
    }

    /// The newer of `rows` where most of them are old, and whether that was so.
    pub(super) fn fresh(&self, rows: Vec<usize>) -> (Vec<usize>, bool) {
        let last = self.t.last().copied().unwrap_or(0.0);
        let is_old = |at: &usize| self.t[*at] < last - OLD_DAYS;
        let old = rows.iter().filter(|at| is_old(at)).count();
        if rows.is_empty() || old as f64 / rows.len() as f64 <= MOSTLY_OLD {
            return (rows, false);
        }
        (rows.into_iter().filter(|at| !is_old(at)).collect(), true)
    }

    /// The columns that stand for the day of the week and for the time that passes, for these rows.
    pub(super) fn calendar(&self, rows: &[usize]) -> [(Covariate, Vec<f64>); 3] {
        let t = gathered(&self.t, rows);
        let mean = t.iter().sum::<f64>() / t.len() as f64;
        [
            (Covariate::WeekdaySin, gathered(&self.weekday[0], rows)),
            (Covariate::WeekdayCos, gathered(&self.weekday[1], rows)),
            (Covariate::Trend, t.iter().map(|it| (it - mean) / 30.0).collect()),
        ]
    }

    /// Where a habit or supplement stands.
    pub(super) fn place_of(&self, exposure: &Exposure) -> Option<usize> {
        self.taken.iter().position(|it| it.exposure == *exposure)
    }

    /// The days of these rows.
    pub(super) fn days_of(&self, rows: &[usize]) -> Vec<Date> {
        rows.iter().map(|&at| self.days[at]).collect()
    }
}

impl Taken {
    fn of(exposure: Exposure, eligibility: Eligibility, value: Vec<f64>) -> Self {
        Self {
            exposure,
            eligibility,
            before: shifted(&value, 1),
            value,
        }
    }

    /// As an exposure: partly done stands on neither side.
    pub(super) fn as_exposure(&self) -> Vec<f64> {
        let plain = |it: &f64| if *it == 0.0 || *it == 1.0 { *it } else { f64::NAN };
        self.value.iter().map(plain).collect()
    }
}

fn day_number(day: Date) -> f64 {
    f64::from(days_between(Date::constant(1970, 1, 1), day))
}

/// x[t−k] at t: with k > 0 it looks back, with k < 0 ahead; NaN beyond the ends.
pub(super) fn shifted(x: &[f64], k: i64) -> Vec<f64> {
    let from = |at: usize| usize::try_from(at as i64 - k).ok().and_then(|it| x.get(it));
    (0..x.len()).map(|at| from(at).copied().unwrap_or(f64::NAN)).collect()
}

/// The entries of `column` at these rows.
pub(super) fn gathered(column: &[f64], rows: &[usize]) -> Vec<f64> {
    rows.iter().map(|&at| column[at]).collect()
}

/// For each row, the share done of those that were answered; 0 where none was.
pub(super) fn share_done(columns: &[&[f64]], rows: &[usize]) -> Vec<f64> {
    let share = |&at: &usize| {
        let known = || columns.iter().map(|it| it[at]).filter(|it| !it.is_nan());
        let answered = known().count();
        known().sum::<f64>() / answered.max(1) as f64
    };
    // The sum of nothing is -0.
    rows.iter().map(|at| share(at) + 0.0).collect()
}
