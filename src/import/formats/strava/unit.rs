//! The unit of the first distance, which no file states: it counts where an export has no second.
//!
//! Where some rows have both, their quotient is the unit. Where none has, it is what the runner says, else the
//! unit of the journal; and metres where anything else would be too fast. Swims and rowing are shown in metres
//! in any account, so where there is anything else they have no say in it.

use super::places::Places;
use crate::domain::{DistanceUnit, Sport};
use crate::import::reading::number::NumberStyle;
use crate::import::reading::{Task, sport};

/// Faster than this no activity is that a person does, m/s.
pub(super) const FASTEST: f64 = 40.0;

/// How far a quotient may be from a unit: the first distance is rounded to ten metres.
const NEAR: f64 = 0.05;

/// What the first distance is in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Unit {
    /// Metres.
    Metres,
    /// The unit of an account, and whether rows with both distances confirm it.
    Shown(DistanceUnit, bool),
}

impl Unit {
    /// The unit in these rows, whose first distances and lengths are in these two styles.
    pub fn of(places: &Places, rows: &[Vec<String>], styles: (NumberStyle, NumberStyle), task: &Task) -> Self {
        let read = |style: NumberStyle, row: &[String], place: Option<usize>| {
            style.read(row.get(place?)?).filter(|it| *it > 0.0)
        };
        let shown = |row: &[String]| read(styles.0, row, places.shown_distance);
        let quotients = rows
            .iter()
            .filter_map(|row| Some(read(styles.1, row, places.metres)? / shown(row)?));
        let quotient = middle(quotients);
        let near = |unit: DistanceUnit| quotient.is_some_and(|it| (it / unit.metres() - 1.0).abs() < NEAR);
        if let Some(unit) = [DistanceUnit::Km, DistanceUnit::Mi].into_iter().find(|it| near(*it)) {
            return Self::Shown(unit, true);
        }
        let said = task.options.distance.unwrap_or(task.journal.settings.distance);
        let speed = |row: &[String]| {
            let seconds = read(NumberStyle::Dot, row, places.shown_elapsed)?;
            Some(shown(row)? * said.metres() / seconds)
        };
        let on_land = rows.iter().filter(|row| is_on_land(places, row));
        let speeds = middle(on_land.filter_map(|row| speed(row)));
        let speeds = speeds.or_else(|| middle(rows.iter().filter_map(|row| speed(row))));
        if speeds.is_some_and(|it| it > FASTEST) {
            return Self::Metres;
        }
        Self::Shown(said, false)
    }
}

/// Whether a row is of a sport that is shown in the unit of the account.
fn is_on_land(places: &Places, row: &[String]) -> bool {
    let word = places.kind.and_then(|at| row.get(at)).and_then(|it| sport::of(it));
    word.is_some_and(|it| matches!(it.sport, Sport::Run | Sport::Ride | Sport::Walk))
}

/// The value in the middle; of two the lower.
fn middle(values: impl Iterator<Item = f64>) -> Option<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len().checked_sub(1)? / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ImportOptions;
    use crate::import::reading::with_options;

    fn places() -> Places {
        Places {
            shown_elapsed: Some(0),
            shown_distance: Some(1),
            metres: Some(2),
            ..Places::default()
        }
    }

    fn unit(rows: &[[&str; 3]], said: Option<DistanceUnit>) -> Unit {
        let rows: Vec<Vec<String>> = rows.iter().map(|it| it.map(str::to_owned).to_vec()).collect();
        let options = ImportOptions {
            distance: said,
            ..ImportOptions::default()
        };
        let styles = (NumberStyle::Comma, NumberStyle::Dot);
        with_options("UTC", &options, |task| Unit::of(&places(), &rows, styles, task))
    }

    #[test]
    fn rows_with_both_distances_tell_the_unit_of_those_with_one() {
        let one = ["3600", "10,00", ""];
        for (metres, expected) in [("8191.6", DistanceUnit::Km), ("13180.0", DistanceUnit::Mi)] {
            let rows = [["3070", "8,19", metres], one];
            assert_eq!(unit(&rows, None), Unit::Shown(expected, true));
        }
    }

    #[test]
    fn without_both_it_is_what_was_said_or_metres_where_that_is_too_fast() {
        let one = ["3600", "10,00", ""];
        assert_eq!(unit(&[one], None), Unit::Shown(DistanceUnit::Km, false));
        assert_eq!(
            unit(&[one], Some(DistanceUnit::Mi)),
            Unit::Shown(DistanceUnit::Mi, false)
        );
        assert_eq!(unit(&[["3600", "10000,0", ""]], None), Unit::Metres);
        assert_eq!(unit(&[], None), Unit::Shown(DistanceUnit::Km, false));
    }
}
