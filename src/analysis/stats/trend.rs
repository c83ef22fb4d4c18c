//! A straight trend that a few odd days cannot bend.
//!
//! Source: Theil (1950) and Sen (1968), as `scipy.stats.theilslopes` computes them: the median of the slopes
//! between any two dots. The interval takes the days as independent of each other, which they are not quite.

use super::describe::{median, sorted};
use super::distribution::normal_quantile;
use super::rank::tie_sizes;
use super::{Undefined, known_at};

/// The trend of some dots.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TheilSen {
    /// Dots.
    pub n: usize,
    /// Places where one of both is missing.
    pub missing: usize,
    /// The line.
    pub line: Result<Line, Undefined>,
}

/// A line through dots.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// By how much y rises as x does by 1.
    pub slope: f64,
    /// Where the line through both medians meets x = 0.
    pub intercept: f64,
    /// The median of where the line through each dot does.
    pub joint_intercept: f64,
    /// 95 % interval of the slope; `None` where there are more ties than its formula allows for.
    pub interval: Option<[f64; 2]>,
}

/// The trend of y over x, place by place. Every pair of dots is looked at, so time and memory grow with the
/// square of n.
pub fn theil_sen(x: &[Option<f64>], y: &[Option<f64>]) -> TheilSen {
    let places = 0..x.len().max(y.len());
    let missing = places.len();
    let pairs: Vec<[f64; 2]> = places
        .filter_map(|at| Some([known_at(x, at)?, known_at(y, at)?]))
        .collect();
    TheilSen {
        n: pairs.len(),
        missing: missing - pairs.len(),
        line: line(&pairs),
    }
}

fn line(pairs: &[[f64; 2]]) -> Result<Line, Undefined> {
    let slopes = sorted(&slopes(pairs));
    if pairs.len() < 2 {
        return Err(Undefined::TooFew);
    }
    let slope = median(&slopes).ok_or(Undefined::Constant)?;
    let (x, y): (Vec<f64>, Vec<f64>) = pairs.iter().map(|it| (it[0], it[1])).unzip();
    let offsets: Vec<f64> = pairs.iter().map(|it| it[1] - slope * it[0]).collect();
    let middle = |values: &[f64]| median(values).ok_or(Undefined::TooFew);
    Ok(Line {
        slope,
        intercept: middle(&y)? - slope * middle(&x)?,
        joint_intercept: middle(&offsets)?,
        interval: interval(&slopes, &x, &y),
    })
}

/// The slope of every two dots of different x.
fn slopes(pairs: &[[f64; 2]]) -> Vec<f64> {
    let mut slopes = Vec::new();
    for (at, one) in pairs.iter().enumerate() {
        for other in &pairs[at + 1..] {
            if other[0] != one[0] {
                slopes.push((other[1] - one[1]) / (other[0] - one[0]));
            }
        }
    }
    slopes
}

/// Sen's (2.6): which of the sorted slopes bound 95 %.
fn interval(slopes: &[f64], x: &[f64], y: &[f64]) -> Option<[f64; 2]> {
    let weight = |n: f64| n * (n - 1.0) * (2.0 * n + 5.0);
    let ties = |values: &[f64]| tie_sizes(values).map(weight).sum::<f64>();
    let variance = (weight(x.len() as f64) - ties(x) - ties(y)) / 18.0;
    if variance < 0.0 {
        return None;
    }
    let wide = normal_quantile(0.975) * variance.sqrt();
    let count = slopes.len() as f64;
    // As numpy rounds: halves go to the even number.
    let upper = f64::midpoint(count, wide).round_ties_even();
    let lower = f64::midpoint(count, -wide).round_ties_even() - 1.0;
    let last = slopes.len() - 1;
    let slope_at = |place: f64| slopes[(place.max(0.0) as usize).min(last)];
    Some([slope_at(lower), slope_at(upper)])
}
