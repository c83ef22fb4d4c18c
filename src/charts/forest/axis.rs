//! The scale of all findings: no difference in the middle, as far to either side as most of them reach.

use egui::Rangef;

use super::row::Row;

/// Distances between marks that are easy to read.
const STEPS: [f64; 6] = [0.1, 0.25, 0.5, 1.0, 2.0, 5.0];
/// At most so many marks on either side.
const MARKS: f64 = 4.0;
/// The least that is shown on either side, points.
const LEAST: f64 = 0.5;
/// An interval may reach so many times as far as half of them do; a longer one is cut.
const FAR: f64 = 3.0;

/// Points, to either side of no difference.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Axis {
    /// The furthest.
    pub(super) limit: f64,
    /// Between marks.
    pub(super) step: f64,
}

impl Axis {
    pub(super) fn of(rows: &[Row]) -> Self {
        let ends = rows.iter().filter_map(|it| it.estimate);
        let ends = ends.map(|it| it.lower.abs().max(it.upper.abs()));
        let inner = rows.iter().filter_map(|it| it.estimate.map(|it| it.value));
        let inner = inner.chain(rows.iter().filter_map(|it| it.raw)).map(f64::abs);
        Self::around(ends.collect(), inner.fold(0.0, f64::max))
    }

    /// An axis for intervals that reach as far as `ends`, and dots that lie within `inner`.
    fn around(mut ends: Vec<f64>, inner: f64) -> Self {
        ends.sort_by(f64::total_cmp);
        let furthest = ends.last().copied().unwrap_or_default();
        let usual = ends.get(ends.len() / 2).copied().unwrap_or_default();
        // A little room beyond the outermost dot.
        let limit = furthest.min(FAR * usual).max(1.1 * inner).max(LEAST);
        let step = STEPS.into_iter().find(|it| limit <= MARKS * it);
        let step = step.unwrap_or_else(|| (limit / MARKS).ceil());
        Self {
            limit: (limit / step).ceil() * step,
            step,
        }
    }

    /// The marks, from left to right.
    pub(super) fn marks(self) -> Vec<f64> {
        let count = (self.limit / self.step).round() as i32;
        (-count..=count).map(|n| f64::from(n) * self.step).collect()
    }

    /// Where a value lies; one beyond the axis lies at its end.
    pub(super) fn x(self, plot: Rangef, value: f64) -> f32 {
        let part = (value / self.limit).clamp(-1.0, 1.0) as f32;
        plot.center() + part * plot.span() / 2.0
    }

    /// Whether a value lies beyond the axis.
    pub(super) fn is_beyond(self, value: f64) -> bool {
        value.abs() > self.limit
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_intervals_fit_and_one_that_reaches_far_is_cut() {
        let axis = Axis::around(vec![0.6, 0.8, 0.9, 1.0, 9.0], 0.7);
        assert_eq!(axis, Axis { limit: 3.0, step: 1.0 });
        assert!(axis.is_beyond(9.0) && !axis.is_beyond(1.0));
        assert_eq!(axis.marks(), [-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0]);
    }

    #[test]
    fn dots_are_never_cut_and_no_difference_is_in_the_middle() {
        let axis = Axis::around(vec![0.2, 0.3], 2.0);
        assert!(!axis.is_beyond(2.0));
        let plot = Rangef::new(100.0, 300.0);
        assert_eq!(axis.x(plot, 0.0), 200.0);
        assert_eq!(axis.x(plot, f64::INFINITY), 300.0);
        assert_eq!(axis.x(plot, -axis.limit), 100.0);
    }
}
