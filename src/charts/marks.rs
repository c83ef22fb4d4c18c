//! A plot that holds still, and its axes.

use std::ops::RangeInclusive;

use egui::{Sense, Vec2};
use egui_plot::{AxisHints, GridInput, GridMark, Line, Plot, PlotPoints};

use super::{Style, words};
use crate::domain::Scale;
use crate::domain::units::show_number;

/// Larger than any distance between marks: no mark fades because others are near.
const NEVER_FADES: f64 = 1e9;

/// A plot without zoom, drag, crosshair and background, that can be clicked.
pub(super) fn still_plot<'a>(name: &'static str, height: f32, style: &Style) -> Plot<'a> {
    Plot::new(name)
        .height(height)
        .allow_zoom(false)
        .allow_drag(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_axis_zoom_drag(false)
        .allow_double_click_reset(false)
        .sense(Sense::click())
        .show_x(false)
        .show_y(false)
        .show_background(false)
        .show_grid([false, true])
        .grid_color(style.line)
        .grid_fade(0.0)
        .set_margin_fraction(Vec2::ZERO)
}

/// A line from point to point, of one width whatever is near: the plot would draw points that share a pixel
/// as a band. A chart keeps few points itself, the extremes among them.
pub(super) fn solid_line<'a>(name: &'static str, points: Vec<[f64; 2]>) -> Line<'a> {
    Line::new(name, PlotPoints::from(points)).allow_band(false)
}

/// Marks at these values and nowhere else.
pub(super) fn marks_at(values: Vec<f64>) -> impl Fn(GridInput) -> Vec<GridMark> {
    move |_| {
        let marks = values.iter().map(|&value| GridMark {
            value,
            step_size: NEVER_FADES,
        });
        marks.collect()
    }
}

/// A horizontal axis with these words at its marks.
pub(super) fn x_axis<'a>(style: &Style, label: impl Fn(f64) -> String + 'a) -> AxisHints<'a> {
    AxisHints::new_x()
        .formatter(move |mark, _| label(mark.value))
        .tick_label_color(style.third_ink)
        .tick_label_font(style.note.clone())
}

/// A vertical axis with these words at its marks, `width` wide at least, so that charts under each
/// other share their time axis.
pub(super) fn y_axis<'a>(style: &Style, width: f32, label: impl Fn(f64) -> String + 'a) -> AxisHints<'a> {
    AxisHints::new_y()
        .formatter(move |mark, _| label(mark.value))
        .tick_label_color(style.third_ink)
        .tick_label_font(style.note.clone())
        .min_thickness(width)
}

/// Room for "1 very sore" beside an axis.
pub(super) fn words_width(style: &Style) -> f32 {
    style.note.size * 6.5
}

/// The values of a scale that get a line: every one of a short scale, every second of a long one.
pub(super) fn scale_marks(scale: Scale) -> Vec<f64> {
    let (low, high) = scale.range();
    let step = if high - low > 6.0 { 2.0 } else { 1.0 };
    let count = ((high - low) / step) as i32;
    (0..=count).map(|n| low + f64::from(n) * step).collect()
}

/// An axis from 0 up, with a few round marks.
pub(super) struct Upwards {
    most: f64,
    values: Vec<f64>,
}

impl Upwards {
    /// Up to `most`, in about `count` steps.
    pub(super) fn to(most: f64, count: u32) -> Self {
        // A few more steps than asked for are better than a mark alone.
        let rough = (0.75 * most / f64::from(count)).max(1e-6);
        let ten = 10_f64.powf(rough.log10().floor());
        let step = [1.0, 2.0, 5.0].into_iter().map(|it| it * ten).find(|it| *it >= rough);
        let step = step.unwrap_or(10.0 * ten);
        let steps = (most / step + 1e-9).floor().max(1.0) as u32;
        Self {
            most: most.max(step),
            values: (0..=steps).map(|n| f64::from(n) * step).collect(),
        }
    }

    /// Lowest and highest value, with a part of the axis as room `below` 0.
    pub(super) fn bounds(&self, below: f64) -> (f64, f64) {
        (-below * self.most, self.most * 1.05)
    }

    /// The marks and what is said of each.
    pub(super) fn marks(&self, words: impl Fn(f64) -> String) -> Vec<(f64, String)> {
        self.values.iter().map(|it| (*it, words(*it))).collect()
    }
}

/// The scale with a little room at its good end, and at its bad end, which is drawn at the top, with
/// room for a line of words besides (`words`, as a part of the scale).
pub(super) fn scale_bounds(scale: Scale, words: f64) -> RangeInclusive<f64> {
    let (low, high) = scale.range();
    let (room, top) = (0.06 * (high - low), (0.06 + words) * (high - low));
    if scale.higher_is_worse() {
        low - room..=high + top
    } else {
        low - top..=high + room
    }
}

/// A value of a scale as its axis says it: the number, and at the ends what it means.
pub(super) fn scale_label(scale: Scale, value: f64) -> String {
    let number = show_number(value);
    match words::end_of_scale(scale, value) {
        Some(end) => format!("{number} {end}"),
        None => number,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_few_and_round_and_the_largest_value_has_room() {
        let values = |most, count| Upwards::to(most, count).values;
        assert_eq!(values(83.0, 4), [0.0, 20.0, 40.0, 60.0, 80.0]);
        assert_eq!(values(60.0, 3), [0.0, 20.0, 40.0, 60.0]);
        assert_eq!(values(2421.0, 3), [0.0, 1000.0, 2000.0]);
        assert_eq!(values(0.0, 3).len(), 2);
        assert!(Upwards::to(83.0, 4).bounds(0.0).1 > 83.0);
    }
}
