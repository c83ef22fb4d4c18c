//! Numbers in sentences: to one decimal, their direction in a word.

use crate::fl;

/// The word that picks the direction in a message.
pub(super) fn way(value: f64) -> &'static str {
    if value < 0.0 { "down" } else { "up" }
}

/// A size without its sign: "1.2", or "less than 0.1" where it would read as nothing.
pub(super) fn size(value: f64) -> String {
    if value != 0.0 && value.abs() < 0.05 {
        fl!("finding-tiny")
    } else {
        plain(value)
    }
}

/// A size without its sign: "0.0".
fn plain(value: f64) -> String {
    format!("{:.1}", value.abs())
}

/// "0.9 lower".
pub(super) fn end(value: f64) -> String {
    if value < 0.0 {
        fl!("finding-lower", size = size(value))
    } else {
        fl!("finding-higher", size = size(value))
    }
}

/// "0.5–1.9 lower": an interval on one side of 0, the end nearer to it first.
pub(super) fn interval(lower: f64, upper: f64) -> String {
    if upper <= 0.0 {
        fl!("finding-interval-down", near = plain(upper), far = plain(lower))
    } else {
        fl!("finding-interval-up", near = plain(lower), far = plain(upper))
    }
}

/// A share of 1 as whole percent.
pub(super) fn percent(share: f64) -> i64 {
    (100.0 * share).round() as i64
}
