//! The axes of a pair: from where to where, what stands at their marks, and how far dots fan out.
//!
//! A rating's axis is its questionnaire's own scale, with more of it upwards or to the right: where 1 is
//! very sore and 5 is not sore, the 1 is at the top. Hours begin and end at whole ones around the nights,
//! load and distance at nothing.

use std::ops::RangeInclusive;

use egui::Ui;

use super::super::Style;
use super::super::marks::{Upwards, scale_marks};
use super::fan::DOTS_A_PLACE;
use super::words;
use crate::analysis::pairs::SHORT_NIGHT_H;
use crate::analysis::{Pairs, Series};
use crate::domain::Scale;
use crate::domain::settings::DistanceUnit;

/// Part of an axis that is left free at both ends, at least.
const AIR: f64 = 0.06;
/// Part of an axis that a line of words at its end needs.
const WORDS: f64 = 0.04;
/// About so many marks stand on an axis that begins at nothing.
const MARKS: u32 = 5;

/// One axis.
#[derive(Clone, Debug)]
pub(super) struct Axis {
    pub(super) series: Series,
    pub(super) scale: Option<Scale>,
    pub(super) unit: DistanceUnit,
    /// Lowest and highest value that the data and the marks need.
    pub(super) low: f64,
    /// See `low`.
    pub(super) high: f64,
    /// Values with a line and a number.
    pub(super) marks: Vec<f64>,
}

/// How equal answers fan out along an axis.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fan {
    /// Values nearer than this share a place.
    pub(super) place: f64,
    /// How far the second dot of a place stands from the first.
    pub(super) step: f64,
    /// No dot is moved over this value.
    pub(super) wall: Option<f64>,
}

impl Axis {
    /// The axis of the horizontal series.
    pub(super) fn x(found: &Pairs, unit: DistanceUnit) -> Self {
        let values = found.pairs.iter().map(|it| it.x);
        Self::of(found.question.x, found.x_scale, unit, values)
    }

    /// The axis of the vertical series.
    pub(super) fn y(found: &Pairs, unit: DistanceUnit) -> Self {
        let values = found.pairs.iter().map(|it| it.y);
        Self::of(found.question.y, found.y_scale, unit, values)
    }

    fn of(series: Series, scale: Option<Scale>, unit: DistanceUnit, values: impl Iterator<Item = f64>) -> Self {
        let mut axis = Self {
            series,
            scale,
            unit,
            low: 0.0,
            high: 0.0,
            marks: Vec::new(),
        };
        let (low, high) = values.fold((f64::MAX, f64::MIN), |(low, high), it| {
            let it = axis.shown(it);
            (low.min(it), high.max(it))
        });
        match (series, scale) {
            (_, Some(scale)) => axis.set(scale.range(), scale_marks(scale)),
            (Series::Sleep, _) => axis.set_hours(low, high),
            (Series::SleepQuality, _) => axis.set((1.0, 5.0), (1..=5).map(f64::from).collect()),
            _ => axis.set_from_nothing(high),
        }
        axis
    }

    fn set(&mut self, (low, high): (f64, f64), marks: Vec<f64>) {
        (self.low, self.high, self.marks) = (low, high, marks);
    }

    fn set_hours(&mut self, low: f64, high: f64) {
        let low = (low.min(SHORT_NIGHT_H - 1.0) - 0.2).floor();
        let high = (high.max(SHORT_NIGHT_H + 1.5) + 0.2).ceil();
        let step = if high - low > 10.0 { 2 } else { 1 };
        let marks = (low as i32..=high as i32).step_by(step).map(f64::from);
        self.set((low, high), marks.collect());
    }

    fn set_from_nothing(&mut self, high: f64) {
        // Also where everything is zero there is an axis.
        let axis = Upwards::to(if high > 0.0 { high } else { 1.0 }, MARKS);
        let marks = axis.marks(|_| String::new()).into_iter().map(|it| it.0).collect();
        self.set(axis.bounds(0.0), marks);
    }

    /// A raw value as this axis has it: metres become kilometres or miles.
    pub(super) fn shown(&self, raw: f64) -> f64 {
        match self.series {
            Series::Distance => raw / self.unit.metres(),
            _ => raw,
        }
    }

    /// Whether its numbers were chosen from a few.
    pub(super) fn is_rated(&self) -> bool {
        self.scale.is_some() || self.series == Series::SleepQuality
    }

    /// Whether a low number is more of it, so that it belongs to the top or to the right.
    pub(super) fn falls(&self) -> bool {
        !self.series.rises(self.scale)
    }

    /// From where to where it is drawn; a vertical one has room for a line of words at its top.
    pub(super) fn bounds(&self, vertical: bool) -> RangeInclusive<f64> {
        if self.series == Series::Sleep && !vertical {
            return self.low..=self.high;
        }
        let width = self.high - self.low;
        // The fullest place fans out so far.
        let fan = self.fan().step * ((DOTS_A_PLACE as f64).sqrt() + 1.0);
        let air = fan.max(AIR * width);
        let top = air + if vertical { WORDS * width } else { 0.0 };
        if self.falls() {
            self.low - top..=self.high + air
        } else {
            self.low - air..=self.high + top
        }
    }

    /// How dots fan out along it.
    pub(super) fn fan(&self) -> Fan {
        let width = self.high - self.low;
        match (self.series, self.scale) {
            (Series::Sleep, _) => Fan {
                place: 0.1,
                step: 0.045,
                wall: Some(SHORT_NIGHT_H),
            },
            (Series::Load | Series::Distance, _) => Fan {
                place: width / 60.0,
                step: 0.0075 * width,
                wall: Some(0.0),
            },
            _ => Fan {
                place: 0.01,
                step: (0.011 * width).min(0.054),
                wall: None,
            },
        }
    }

    /// Room for the widest of its words beside it.
    pub(super) fn words_width(&self, ui: &Ui, style: &Style) -> f32 {
        let width = |mark: &f64| {
            let text = words::mark(self, *mark, true);
            let galley = ui.painter().layout_no_wrap(text, style.note.clone(), style.third_ink);
            galley.size().x
        };
        let widest = self.marks.iter().map(width).fold(0.0, f32::max);
        // What the plot leaves beside a word, and the air it needs.
        widest + 12.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(series: Series, scale: Option<Scale>, values: &[f64]) -> Axis {
        Axis::of(series, scale, DistanceUnit::Km, values.iter().copied())
    }

    #[test]
    fn an_axis_of_load_or_distance_begins_at_nothing_and_is_in_the_unit_of_the_runner() {
        let distance = axis(Series::Distance, None, &[0.0, 42_195.0]);
        assert_eq!((distance.low, distance.marks[1]), (0.0, 10.0));
        assert!((42.195..60.0).contains(&distance.high));
        assert!(axis(Series::Load, None, &[0.0]).high > 0.0);
    }

    #[test]
    fn more_of_it_is_at_the_top_whichever_way_the_scale_points_with_room_for_words_above() {
        let room = |series, scale| {
            let axis = axis(series, Some(scale), &[]);
            let bounds = axis.bounds(true);
            let (below, above) = (axis.low - bounds.start(), bounds.end() - axis.high);
            (axis.falls(), above > below)
        };
        for (series, scale, falls) in [
            (Series::Soreness, Scale::Nrs010, false),
            (Series::Soreness, Scale::Pmsys15, true),
            (Series::Mood, Scale::Five15, true),
            (Series::Mood, Scale::Pmsys15, false),
        ] {
            assert_eq!(room(series, scale), (falls, !falls), "{series:?} on {}", scale.id());
        }
    }
}
