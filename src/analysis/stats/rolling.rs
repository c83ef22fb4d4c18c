//! A mean that walks along the days and looks back.

use super::known_at;

/// At each place the mean of the last `window` values, itself included; `None` where fewer than `least` of
/// them are known, or none.
pub fn rolling_mean(values: &[Option<f64>], window: usize, least: usize) -> Vec<Option<f64>> {
    let mean = |at: usize| {
        let from = (at + 1).saturating_sub(window);
        let (mut sum, mut n) = (0.0, 0_usize);
        for value in (from..=at).filter_map(|it| known_at(values, it)) {
            sum += value;
            n += 1;
        }
        (n >= least.max(1) && window > 0).then(|| sum / n as f64)
    };
    (0..values.len()).map(mean).collect()
}
