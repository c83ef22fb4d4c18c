//! What the cells are coloured by: how deep a value is, and how it is said.

use jiff::civil::Date;

use crate::analysis::SHORT_NIGHT_H;
use crate::analysis::year::soreness_on;
use crate::analysis::{DailyRow, DailyTable};
use crate::charts::{Measure, words};
use crate::domain::units::{show_hours, show_number};
use crate::domain::{Rating, Scale};
use crate::fl;

/// Nights from here on, and down to here, have the faintest and the deepest colour.
const LONG_H: f64 = 9.0;
const SHORTEST_H: f64 = 5.0;
/// How deep the longest short night is, and the shortest other one: the step between them is seen.
const SHORT_FROM: f64 = 0.62;
const OTHER_TO: f64 = 0.30;
/// The part of the days whose load is told apart; those above it have the deepest colour.
const TOLD_APART: f64 = 0.95;
/// The deepest colour stands for a multiple of this load.
const LOAD_STEP: f64 = 50.0;

/// A measure, and what it needs of the journal.
pub(super) struct Coloured {
    pub(super) measure: Measure,
    scale: Option<Scale>,
    /// The load of the deepest colour.
    top: f64,
}

impl Coloured {
    /// The measure for the days of `table`.
    pub(super) fn new(measure: Measure, table: &DailyTable) -> Self {
        Self {
            measure,
            scale: table.soreness_scale,
            top: LOAD_STEP,
        }
    }

    /// What is known of it on a day.
    pub(super) fn value(&self, row: &DailyRow) -> Option<f64> {
        match self.measure {
            Measure::Soreness => soreness_on(row, self.scale),
            Measure::Load => row.load_au,
            Measure::Sleep => row.sleep_h,
        }
    }

    /// Larger the more there is to see: sorer, harder, shorter.
    pub(super) fn order(&self, value: f64) -> f64 {
        match (self.measure, self.scale) {
            (Measure::Soreness, Some(scale)) => scale.severity(value),
            (Measure::Sleep, _) => -value,
            _ => value,
        }
    }

    /// Fits the colours to the loads of a year: a single marathon must not make all else pale.
    pub(super) fn fit(&mut self, known: &[(Date, f64)]) {
        let mut trained: Vec<f64> = known.iter().map(|it| it.1).filter(|it| *it > 0.0).collect();
        trained.sort_by(f64::total_cmp);
        let place = (trained.len() as f64 * TOLD_APART).ceil() as usize;
        let top = trained.get(place.saturating_sub(1)).copied().unwrap_or(LOAD_STEP);
        self.top = (top / LOAD_STEP).ceil() * LOAD_STEP;
    }

    /// How deep the colour of `value` is, 0 to 1.
    pub(super) fn depth(&self, value: f64) -> f64 {
        match (self.measure, self.scale) {
            (Measure::Soreness, Some(scale)) => scale.severity(value),
            (Measure::Soreness, None) => 0.0,
            (Measure::Load, _) => (value / self.top).clamp(0.0, 1.0),
            (Measure::Sleep, _) if value < SHORT_NIGHT_H => {
                let short = ((SHORT_NIGHT_H - value) / (SHORT_NIGHT_H - SHORTEST_H)).min(1.0);
                SHORT_FROM + (1.0 - SHORT_FROM) * short
            }
            (Measure::Sleep, _) => {
                let missing = ((LONG_H - value) / (LONG_H - SHORT_NIGHT_H)).max(0.0);
                OTHER_TO * missing
            }
        }
    }

    /// The depths that the legend shows, and what stands at its ends.
    pub(super) fn legend(&self) -> (String, Vec<f64>, String) {
        let steps = || [0.0, 0.25, 0.5, 0.75, 1.0].to_vec();
        match (self.measure, self.scale) {
            (Measure::Soreness, Some(scale)) => {
                let (low, high) = scale.range();
                let (good, bad) = if scale.higher_is_worse() {
                    (low, high)
                } else {
                    (high, low)
                };
                let end = |value| {
                    let word = words::end_of_scale(scale, value).unwrap_or_default();
                    fl!("calendar-end", score = show_number(value), word = word)
                };
                (end(good), steps(), end(bad))
            }
            (Measure::Soreness, None) => (String::new(), Vec::new(), String::new()),
            (Measure::Load, _) => (
                fl!("calendar-load-low"),
                steps(),
                fl!("calendar-load-high", au = show_number(self.top)),
            ),
            (Measure::Sleep, _) => (
                fl!("calendar-sleep-high", h = show_number(LONG_H)),
                [9.0, 8.0, 7.0, 6.75, 5.75, 5.0].map(|it| self.depth(it)).to_vec(),
                fl!("calendar-sleep-low", h = show_number(SHORTEST_H)),
            ),
        }
    }

    /// n of `days`, direction and unit.
    pub(super) fn subtitle(&self, n: usize, days: usize) -> String {
        match self.measure {
            Measure::Soreness => {
                let scale = self.scale.map(words::direction).unwrap_or_default();
                fl!("calendar-soreness-subtitle", n = n, days = days, scale = scale)
            }
            Measure::Load => fl!("calendar-load-subtitle", n = n, days = days),
            Measure::Sleep => fl!("calendar-sleep-subtitle", n = n, days = days),
        }
    }

    /// What must be known to read it.
    pub(super) fn note(&self) -> Option<String> {
        match self.measure {
            Measure::Soreness => None,
            Measure::Load => Some(fl!("calendar-load-note")),
            Measure::Sleep => Some(fl!("calendar-sleep-note", h = show_number(SHORT_NIGHT_H))),
        }
    }

    /// Why there is no calendar of `year`.
    pub(super) fn too_little(&self, year: i16) -> String {
        let year = year.to_string();
        match self.measure {
            Measure::Soreness => fl!("calendar-soreness-too-little", year = year),
            Measure::Load => fl!("calendar-load-too-little", year = year),
            Measure::Sleep => fl!("calendar-sleep-too-little", year = year),
        }
    }

    /// A mean as one says it.
    pub(super) fn words(&self, value: f64) -> String {
        match self.measure {
            Measure::Soreness => words::mean(value),
            Measure::Load => words::load(value),
            Measure::Sleep => show_hours(value),
        }
    }

    /// The value of one day as one says it.
    pub(super) fn peak(&self, value: f64) -> String {
        match (self.measure, self.scale) {
            (Measure::Soreness, Some(scale)) => words::soreness(Rating { value, scale }),
            _ => self.words(value),
        }
    }

    /// How many of `rows` have a rating on another scale.
    pub(super) fn left_out<'r>(&self, rows: impl Iterator<Item = &'r DailyRow>) -> usize {
        let other = |row: &&DailyRow| row.soreness.is_some_and(|it| Some(it.scale) != self.scale);
        match self.measure {
            Measure::Soreness => rows.filter(other).count(),
            Measure::Load | Measure::Sleep => 0,
        }
    }

    /// The head of its column.
    pub(super) fn header(&self) -> &'static str {
        match self.measure {
            Measure::Soreness => "soreness",
            Measure::Load => "load_au",
            Measure::Sleep => "sleep_h",
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn coloured(measure: Measure, scale: Scale) -> Coloured {
        Coloured {
            scale: Some(scale),
            ..Coloured::new(measure, &DailyTable::default())
        }
    }

    #[test]
    fn the_sorest_end_of_every_scale_is_deepest() {
        for (scale, good, bad) in [(Scale::Nrs010, 0.0, 10.0), (Scale::Pmsys15, 5.0, 1.0)] {
            let it = coloured(Measure::Soreness, scale);
            assert_eq!((it.depth(good), it.depth(bad)), (0.0, 1.0), "{}", scale.id());
        }
    }

    #[test]
    fn a_night_just_under_seven_hours_is_told_from_one_of_seven() {
        let it = coloured(Measure::Sleep, Scale::Nrs010);
        assert!(it.depth(6.99) - it.depth(7.0) > 0.3);
        assert_eq!((it.depth(11.0), it.depth(4.0)), (0.0, 1.0));
    }

    #[test]
    fn one_marathon_does_not_make_the_other_loads_pale() {
        let mut it = coloured(Measure::Load, Scale::Nrs010);
        let loads = (0..99).map(|n| f64::from(n % 3) * 140.0).chain([2400.0]);
        let known: Vec<(Date, f64)> = loads.map(|it| (date(2026, 1, 1), it)).collect();
        it.fit(&known);
        assert_eq!(it.top, 300.0);
        assert_eq!((it.depth(0.0), it.depth(150.0), it.depth(2400.0)), (0.0, 0.5, 1.0));
    }
}
