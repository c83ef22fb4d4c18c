//! Numbers of the details: signed, with a true minus.

use crate::fl;

/// "−0.75": to so many decimals, what reads as nothing without a sign.
pub(super) fn signed(value: f64, decimals: usize) -> String {
    let size = format!("{:.decimals$}", value.abs());
    let is_zero = size.chars().all(|it| matches!(it, '0' | '.'));
    if value < 0.0 && !is_zero {
        format!("−{size}")
    } else {
        size
    }
}

/// "−0.75 (−1.27 to −0.23)".
pub(super) fn with_interval(value: f64, lower: f64, upper: f64) -> String {
    fl!(
        "insights-interval",
        value = signed(value, 2),
        lower = signed(lower, 2),
        upper = signed(upper, 2)
    )
}

/// A p to three decimals.
pub(super) fn p(value: f64) -> String {
    if value < 0.001 {
        fl!("insights-p-small")
    } else {
        format!("{value:.3}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_is_a_minus_and_nothing_has_none() {
        assert_eq!(signed(-0.754, 2), "−0.75");
        assert_eq!(signed(0.754, 1), "0.8");
        assert_eq!(signed(-0.004, 2), "0.00");
    }

    #[test]
    fn a_p_is_never_zero() {
        assert_eq!(p(0.000_01), "less than 0.001");
        assert_eq!(p(0.0312), "0.031");
    }
}
