//! Charts of the nights.

pub(super) mod debt;
pub(super) mod duration;
pub(super) mod timing;

use std::ops::RangeInclusive;

use jiff::civil::Date;

use crate::analysis::load::Series;

/// The nights whose mean is the line over the bars, and how many of them must be known.
const MEAN_NIGHTS: usize = 7;
const LEAST_KNOWN: usize = 4;

/// What `values`, made of `series` and so of its days, say of each of `days`.
fn in_range(series: &Series, values: &[Option<f64>], days: &RangeInclusive<Date>) -> Vec<(Date, Option<f64>)> {
    let on = |day: Date| values.get(series.place(day)?).copied().flatten();
    let mut found = Vec::new();
    let mut next = Some(*days.start());
    while let Some(day) = next.filter(|it| it <= days.end()) {
        found.push((day, on(day)));
        next = day.tomorrow().ok();
    }
    found
}
