//! One series against another, day by day: hours slept against that morning's soreness first.
//!
//! A description of one person's log, not an estimate: what the dots are, the line through them, a rank
//! correlation, and the plain means of groups. Nothing is converted and nothing filled in: a day on another
//! scale, or with only one of the two, is counted and left out.
//!
//! The line is LOWESS of all dots (two thirds of them at a time, three robust passes), fitted at every
//! place up to [`EXACT_DOTS`] and at every hundredth of their width beyond; between those it is straight,
//! as Cleveland (1979) proposes for long series. Weekly means would be as quick, but they are another
//! question: their line is that of weeks and not "the middle of the dots", and it would change its
//! character in the journal's sixth year.

use std::ops::RangeInclusive;

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::lowess::{self, Knot, lowess};
use super::rank::{Spearman, spearman};
use super::series::{Reading, Series, usual_scale};
use super::{DailyRow, DailyTable};
use crate::domain::Scale;

/// A night is short under this many hours. Source: the adult consensus of at least 7 h (AASM/SRS).
pub const SHORT_NIGHT_H: f64 = 7.0;

/// Up to this many dots the line is fitted at every x.
const EXACT_DOTS: usize = 2000;

/// Into how many steps the width of more dots is divided.
const STEPS: f64 = 100.0;

/// What is set against what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// The horizontal series.
    pub x: Series,
    /// The vertical one.
    pub y: Series,
    /// How many days `y` is later than `x`; negative where it is earlier.
    pub lag: i8,
}

/// A day of which both are known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// The day of `y`.
    pub day: Date,
    /// Raw, on [`Pairs::x_scale`].
    pub x: f64,
    /// Raw, on [`Pairs::y_scale`].
    pub y: f64,
    /// The load of the day before that day, AU.
    pub load_before: Option<f64>,
}

/// Days of the range that are not among the pairs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Both known, but one of them on another scale than most.
    pub other_scale: usize,
    /// `x` known, `y` not.
    pub only_x: usize,
    /// `y` known, `x` not.
    pub only_y: usize,
}

/// A stretch of numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stretch {
    /// Less than this.
    Under(f64),
    /// This and more.
    From(f64),
    /// At most this.
    UpTo(f64),
    /// More than the first, at most the second.
    Between(f64, f64),
    /// More than this.
    Over(f64),
}

/// The days whose `x` is in one stretch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Group {
    /// Which.
    pub stretch: Stretch,
    /// How many.
    pub n: usize,
    /// Their mean `y`, raw.
    pub mean: Option<f64>,
}

/// All that is said of two series in a range of days.
#[derive(Clone, Debug, PartialEq)]
pub struct Pairs {
    /// What is set against what.
    pub question: Question,
    /// By day.
    pub pairs: Vec<Pair>,
    /// The scale of `x`, of ratings: the one most of the range were given on.
    pub x_scale: Option<Scale>,
    /// The scale of `y`.
    pub y_scale: Option<Scale>,
    /// What is not among them.
    pub left_out: LeftOut,
    /// LOWESS of raw `y` over raw `x`; the band is ±1.96 standard errors (see [`lowess()`]).
    pub line: Vec<Knot>,
    /// Spearman's rho, *more counted as more* whichever way a scale points: negative where the sorer
    /// mornings are those after the shorter nights.
    pub rho: Spearman,
    /// Short nights and others, or the thirds of `x`.
    pub groups: Vec<Group>,
}

impl Pairs {
    /// The pairs whose `y` is on one of `days`.
    pub fn of(table: &DailyTable, question: Question, days: &RangeInclusive<Date>) -> Self {
        let rows = table.rows.iter().filter(|row| days.contains(&row.day));
        let both: Vec<Both> = rows.map(|row| Both::of(table, question, row)).collect();
        let x_scale = usual_scale(both.iter().filter_map(|it| it.x));
        let y_scale = usual_scale(both.iter().filter_map(|it| it.y));
        let mut pairs = Vec::new();
        let mut left_out = LeftOut::default();
        for it in &both {
            match (it.x, it.y) {
                (Some(x), Some(y)) if x.scale == x_scale && y.scale == y_scale => pairs.push(it.pair(table, x, y)),
                (Some(_), Some(_)) => left_out.other_scale += 1,
                (Some(_), None) => left_out.only_x += 1,
                (None, Some(_)) => left_out.only_y += 1,
                (None, None) => {}
            }
        }
        let dots: Vec<[f64; 2]> = pairs.iter().map(|it| [it.x, it.y]).collect();
        let same_way = question.x.rises(x_scale) == question.y.rises(y_scale);
        Self {
            question,
            line: lowess(&dots, line_options(&dots)),
            rho: turned(spearman(&dots), same_way),
            groups: groups(question.x, &pairs),
            pairs,
            x_scale,
            y_scale,
            left_out,
        }
    }

    /// The first and the last day with a pair.
    pub fn span(&self) -> Option<(Date, Date)> {
        Some((self.pairs.first()?.day, self.pairs.last()?.day))
    }
}

/// What is known of the day of `y`.
struct Both {
    day: Date,
    x: Option<Reading>,
    y: Option<Reading>,
}

impl Both {
    fn of(table: &DailyTable, question: Question, row: &DailyRow) -> Self {
        let x_row = match question.lag {
            0 => Some(row),
            lag => table.row(row.day.saturating_sub(i64::from(lag).days())),
        };
        Self {
            day: row.day,
            x: x_row.and_then(|row| question.x.of(row)),
            y: question.y.of(row),
        }
    }

    fn pair(&self, table: &DailyTable, x: Reading, y: Reading) -> Pair {
        let before = table.row(self.day.saturating_sub(1.day()));
        Pair {
            day: self.day,
            x: x.value,
            y: y.value,
            load_before: before.and_then(|it| it.load_au),
        }
    }
}

fn line_options(dots: &[[f64; 2]]) -> lowess::Options {
    let x = dots.iter().map(|it| it[0]);
    let width = x.clone().fold(f64::MIN, f64::max) - x.fold(f64::MAX, f64::min);
    lowess::Options {
        delta: if dots.len() > EXACT_DOTS { width / STEPS } else { 0.0 },
        ..lowess::Options::default()
    }
}

fn turned(raw: Spearman, same_way: bool) -> Spearman {
    Spearman {
        rho: raw.rho.map(|rho| if same_way { rho } else { -rho }),
        ..raw
    }
}

fn groups(x: Series, pairs: &[Pair]) -> Vec<Group> {
    let stretches = match x {
        Series::Sleep => vec![Stretch::Under(SHORT_NIGHT_H), Stretch::From(SHORT_NIGHT_H)],
        _ => thirds(pairs.iter().map(|it| it.x)),
    };
    stretches.into_iter().map(|stretch| group(stretch, pairs)).collect()
}

fn group(stretch: Stretch, pairs: &[Pair]) -> Group {
    let inside = pairs.iter().filter(|it| stretch.holds(it.x));
    let values: Vec<f64> = inside.map(|it| it.y).collect();
    let n = values.len();
    Group {
        stretch,
        n,
        mean: (n > 0).then(|| values.iter().sum::<f64>() / n as f64),
    }
}

/// The thirds of `values`, the least first, cut at values: where many are equal the thirds are of unequal
/// size, and there are fewer of them. None of values that are all equal.
pub fn thirds(values: impl Iterator<Item = f64>) -> Vec<Stretch> {
    let mut sorted: Vec<f64> = values.collect();
    sorted.sort_by(f64::total_cmp);
    let (Some(&least), Some(&most)) = (sorted.first(), sorted.last()) else {
        return Vec::new();
    };
    let cut = |part: usize| sorted[(part * sorted.len()).div_ceil(3) - 1];
    let (low, high) = (cut(1), cut(2));
    match (low < high, high < most) {
        _ if least == most => Vec::new(),
        (true, true) => vec![Stretch::UpTo(low), Stretch::Between(low, high), Stretch::Over(high)],
        (true, false) => vec![Stretch::UpTo(low), Stretch::Over(low)],
        (false, true) => vec![Stretch::UpTo(high), Stretch::Over(high)],
        // Two thirds and more are the largest value.
        (false, false) => vec![Stretch::Under(most), Stretch::From(most)],
    }
}

impl Stretch {
    /// Whether `value` is in it.
    pub fn holds(self, value: f64) -> bool {
        match self {
            Self::Under(high) => value < high,
            Self::From(low) => value >= low,
            Self::UpTo(high) => value <= high,
            Self::Between(low, high) => value > low && value <= high,
            Self::Over(low) => value > low,
        }
    }
}

#[cfg(test)]
mod tests;
