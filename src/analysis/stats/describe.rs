//! One series: where its middle is, how wide it is, and how long it remembers.
//!
//! Source: numpy; quantiles are Hyndman and Fan's type 7, the default of numpy and R.

use super::{Undefined, known};

/// A series in numbers. `None` where there are too few values for one.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// Values.
    pub n: usize,
    /// Gaps.
    pub missing: usize,
    /// Mean.
    pub mean: Option<f64>,
    /// Median.
    pub median: Option<f64>,
    /// Sample variance, by n − 1.
    pub variance: Option<f64>,
    /// Its root.
    pub sd: Option<f64>,
    /// Median distance from the median.
    pub mad: Option<f64>,
    /// The values, smallest first.
    pub sorted: Vec<f64>,
}

impl Summary {
    /// The summary of `values`.
    pub fn of(values: &[Option<f64>]) -> Self {
        let known = known(values);
        let sorted = sorted(&known);
        let middle = quantile(&sorted, 0.5);
        let distances = |middle: f64| sorted.iter().map(|it| (it - middle).abs()).collect::<Vec<_>>();
        let variance = variance(&known);
        Self {
            n: known.len(),
            missing: values.len() - known.len(),
            mean: mean(&known),
            median: middle,
            variance,
            sd: variance.map(f64::sqrt),
            mad: middle.and_then(|middle| median(&distances(middle))),
            sorted,
        }
    }

    /// The value below which the share `p` of all are.
    pub fn quantile(&self, p: f64) -> Option<f64> {
        quantile(&self.sorted, p)
    }
}

/// The values, smallest first.
pub fn sorted(values: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

/// The mean; `None` of nothing.
pub fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// Σ (value − mean)².
pub fn squares(values: &[f64]) -> f64 {
    let mean = mean(values).unwrap_or(0.0);
    values.iter().map(|it| (it - mean) * (it - mean)).sum()
}

/// The sample variance, by n − 1; `None` of fewer than two.
pub fn variance(values: &[f64]) -> Option<f64> {
    (values.len() > 1).then(|| squares(values) / (values.len() - 1) as f64)
}

/// The root of [`variance`].
pub fn sd(values: &[f64]) -> Option<f64> {
    variance(values).map(f64::sqrt)
}

/// The middle value, or the mean of the two in the middle; `None` of nothing.
pub fn median(values: &[f64]) -> Option<f64> {
    let sorted = sorted(values);
    let n = sorted.len();
    (n > 0).then(|| f64::midpoint(sorted[(n - 1) / 2], sorted[n / 2]))
}

/// The type 7 quantile of values in order, `p` from 0 to 1; `None` of nothing.
pub fn quantile(sorted: &[f64], p: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let place = last as f64 * p.clamp(0.0, 1.0);
    let below = place.floor() as usize;
    let (low, high) = (sorted[below], sorted[(below + 1).min(last)]);
    Some(low + (place - below as f64) * (high - low))
}

/// Whether not all values are the same.
pub fn varies(values: &[f64]) -> bool {
    values.iter().any(|it| *it != values[0])
}

/// How much a series resembles itself so many steps later: the autocorrelations of lag 0 to `lags`, at most
/// to the length of the series, each over n (statsmodels' `adjusted=False`).
pub fn autocorrelation(values: &[f64], lags: usize) -> Result<Vec<f64>, Undefined> {
    let Some(mean) = mean(values) else {
        return Err(Undefined::TooFew);
    };
    if !varies(values) {
        return Err(Undefined::Constant);
    }
    let from_mean: Vec<f64> = values.iter().map(|it| it - mean).collect();
    let product = |lag: usize| from_mean[lag..].iter().zip(&from_mean).map(|(a, b)| a * b).sum::<f64>();
    let whole = product(0);
    let last = lags.min(values.len() - 1);
    Ok((0..=last).map(|lag| product(lag) / whole).collect())
}
