//! Left against right: the mornings on which both sides of a region are known and one of them is sore.
//!
//! Mornings without any soreness would only bring both means nearer to nothing, so they are not counted. One
//! side is much sorer from three tenths of the scale on: three points of 0 to 10.

use std::ops::RangeInclusive;

use jiff::civil::Date;

use super::{LeftOut, Sittings};
use crate::domain::{Journal, Region, Scale};

/// Fewer mornings than this are no comparison.
pub const LEAST: usize = 3;

/// Every region of which both sides are known often enough.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BodySides {
    /// The scale of all numbers.
    pub scale: Option<Scale>,
    /// From how many points on one side is much sorer.
    pub apart: f64,
    /// From head to toe.
    pub rows: Vec<Row>,
    /// The most mornings that a region has which is not among them.
    pub most_of_others: usize,
    /// Ratings in no number.
    pub left_out: LeftOut,
}

/// One region.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// Which.
    pub region: Region,
    /// How many mornings.
    pub n: usize,
    /// The mean of its left side.
    pub left: f64,
    /// The mean of its right side.
    pub right: f64,
    /// On how many mornings the left side was much sorer.
    pub left_sorer: usize,
    /// On how many the right side was.
    pub right_sorer: usize,
    /// The morning on which the sides were furthest apart, the last one of equals.
    pub widest: Date,
}

impl BodySides {
    /// The mornings of `days`.
    pub fn of(journal: &Journal, days: &RangeInclusive<Date>) -> Self {
        let sittings = Sittings::of(journal, days);
        let Some(scale) = sittings.scale else {
            return Self {
                left_out: sittings.left_out,
                ..Self::default()
            };
        };
        let apart = apart(scale);
        let mut most_of_others = 0;
        let mut rows = Vec::new();
        for region in Region::FROM_HEAD_TO_TOE.into_iter().filter(|it| it.has_sides()) {
            let mornings = mornings(&sittings, region, scale);
            if mornings.len() < LEAST {
                most_of_others = most_of_others.max(mornings.len());
            } else {
                rows.extend(row(region, &mornings, scale, apart));
            }
        }
        Self {
            scale: Some(scale),
            apart,
            rows,
            most_of_others,
            left_out: sittings.left_out,
        }
    }
}

/// From how many points on one side is much sorer.
fn apart(scale: Scale) -> f64 {
    let (low, high) = scale.range();
    (0.3 * (high - low)).ceil()
}

/// The mornings that count, each with left and right.
fn mornings(sittings: &Sittings, region: Region, scale: Scale) -> Vec<(Date, f64, f64)> {
    let of = sittings.mornings().filter_map(|it| {
        let (left, right) = it.sides(region)?;
        let sore = scale.severity(left).max(scale.severity(right)) > 0.0;
        sore.then_some((it.day, left, right))
    });
    of.collect()
}

fn row(region: Region, mornings: &[(Date, f64, f64)], scale: Scale, apart: f64) -> Option<Row> {
    let n = mornings.len() as f64;
    let more = |a: f64, b: f64| if scale.higher_is_worse() { a - b } else { b - a };
    let widest = mornings
        .iter()
        .max_by(|a, b| (a.1 - a.2).abs().total_cmp(&(b.1 - b.2).abs()))?;
    Some(Row {
        region,
        n: mornings.len(),
        left: mornings.iter().map(|it| it.1).sum::<f64>() / n,
        right: mornings.iter().map(|it| it.2).sum::<f64>() / n,
        left_sorer: mornings.iter().filter(|it| more(it.1, it.2) >= apart).count(),
        right_sorer: mornings.iter().filter(|it| more(it.2, it.1) >= apart).count(),
        widest: widest.0,
    })
}
