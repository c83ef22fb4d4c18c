//! Kilometres or miles: the table does not say.
//!
//! Steps and their length make metres, whatever the account shows; so does time with a pace that nobody runs.
//! Those confirm a unit. Temperatures that only one scale has, and how many steps go into one unit, make one
//! likely. Where nothing tells it is what the journal shows. What the runner says counts before all of it.

use super::places::Places;
use crate::domain::{DistanceUnit, Sport};
use crate::import::reading::clock::{Colon, duration, resaved};
use crate::import::reading::number::NumberStyle;
use crate::import::reading::{Task, sport};

/// Above this no air is where people train, degrees Celsius.
const HOT: f64 = 55.0;

/// How far what steps and stride make may be from a unit.
const STRIDE_SHARE: f64 = 0.25;

/// Strides above this are in centimetres.
const LONGEST_STRIDE_M: f64 = 5.0;

/// Nobody's steps are longer for a whole run; a pair of steps is.
const LONGEST_STEP_M: f64 = 2.0;

/// Faster than this nobody runs for a whole session, m/s: 3:35 min for a mile.
const FASTEST_RUN: f64 = 7.5;

/// Fewer steps than the first go into a kilometre of a run; more than the second only into a mile.
const STEPS_OF_RUN: [f64; 2] = [1050.0, 1250.0];

/// The unit of the distances in these rows, and whether other columns confirm it; of what the runner said,
/// whether none speaks against it.
pub(super) fn of(places: &Places, rows: &[Vec<String>], style: NumberStyle, task: &Task) -> (DistanceUnit, bool) {
    let table = Table { places, rows, style };
    let sure = table.by_stride().or_else(|| table.by_speed());
    if let Some(said) = task.options.distance {
        return (said, sure.is_none_or(|it| it == said));
    }
    let likely = || table.by_warmth().or_else(|| table.by_steps());
    match sure {
        Some(unit) => (unit, true),
        None => (likely().unwrap_or(task.journal.settings.distance), false),
    }
}

/// Whether the cadence of runs counts pairs of steps, as tables did for some years: steps would be longer than
/// anybody's.
pub(super) fn counts_pairs(places: &Places, rows: &[Vec<String>], style: NumberStyle, unit: DistanceUnit) -> bool {
    let table = Table { places, rows, style };
    let runs = rows.iter().filter(|row| table.is_run(row));
    let strides = runs.filter_map(|row| {
        let steps = table.number(row, places.run_cadence)? * table.minutes(row)?;
        Some(table.distance(row)? * unit.metres() / steps)
    });
    middle(strides).is_some_and(|it| it > LONGEST_STEP_M)
}

struct Table<'r> {
    places: &'r Places,
    rows: &'r [Vec<String>],
    style: NumberStyle,
}

impl Table<'_> {
    /// A number above 0.
    fn number(&self, row: &[String], place: Option<usize>) -> Option<f64> {
        self.style.read(row.get(place?)?).filter(|it| *it > 0.0)
    }

    /// Minutes; of a table that a spreadsheet may have saved again, none that it could have changed.
    fn minutes(&self, row: &[String]) -> Option<f64> {
        let text = row.get(self.places.time?).filter(|it| resaved(it).is_none())?;
        Some(duration(text, Colon::MinutesSeconds)? / 60.0).filter(|it| *it > 0.0)
    }

    fn steps(&self, row: &[String]) -> Option<f64> {
        let cadence = || {
            self.number(row, self.places.run_cadence)
                .or_else(|| self.number(row, self.places.bike_cadence))
        };
        let counted = || Some(cadence()? * self.minutes(row)?);
        self.number(row, self.places.steps).or_else(counted)
    }

    fn is_of(&self, row: &[String], sports: &[Sport]) -> bool {
        let kind = self.places.kind.and_then(|at| row.get(at));
        kind.and_then(|it| sport::of(it))
            .is_some_and(|it| sports.contains(&it.sport))
    }

    fn is_run(&self, row: &[String]) -> bool {
        self.is_of(row, &[Sport::Run])
    }

    fn distance(&self, row: &[String]) -> Option<f64> {
        self.number(row, self.places.distance)
    }

    /// Metres that steps of this length make, for one of distance; of what else has steps the watch guesses both.
    fn by_stride(&self) -> Option<DistanceUnit> {
        let on_foot = self
            .rows
            .iter()
            .filter(|row| self.is_of(row, &[Sport::Run, Sport::Walk]));
        let metres = on_foot.filter_map(|row| {
            let stride = self.number(row, self.places.stride)?;
            let stride = if stride > LONGEST_STRIDE_M {
                stride / 100.0
            } else {
                stride
            };
            Some(self.steps(row)? * stride / self.distance(row)?)
        });
        let one = middle(metres)?;
        let near = |unit: &DistanceUnit| (one / unit.metres() - 1.0).abs() < STRIDE_SHARE;
        [DistanceUnit::Km, DistanceUnit::Mi].into_iter().find(near)
    }

    /// Runs that would be too fast in miles are in kilometres.
    fn by_speed(&self) -> Option<DistanceUnit> {
        let runs = self.rows.iter().filter(|row| self.is_run(row));
        let speeds = runs.filter_map(|row| Some(self.distance(row)? / (self.minutes(row)? * 60.0)));
        let speed = middle(speeds)? * DistanceUnit::Mi.metres();
        (speed > FASTEST_RUN).then_some(DistanceUnit::Km)
    }

    /// Fahrenheit goes with miles; of some years the lowest temperature alone is told, and the highest is 0.
    fn by_warmth(&self) -> Option<DistanceUnit> {
        let places = [self.places.min_temp, self.places.max_temp];
        let is_hot = |row: &Vec<String>| {
            let mut told = places.into_iter().filter_map(|it| self.number(row, it));
            told.any(|it| it > HOT)
        };
        self.rows.iter().any(is_hot).then_some(DistanceUnit::Mi)
    }

    /// How many steps of runs go into one of distance.
    fn by_steps(&self) -> Option<DistanceUnit> {
        let runs = self.rows.iter().filter(|row| self.is_run(row));
        let steps = middle(runs.filter_map(|row| Some(self.steps(row)? / self.distance(row)?)))?;
        match steps {
            steps if steps < STEPS_OF_RUN[0] => Some(DistanceUnit::Km),
            steps if steps > STEPS_OF_RUN[1] => Some(DistanceUnit::Mi),
            _ => None,
        }
    }
}

fn middle(values: impl Iterator<Item = f64>) -> Option<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ImportOptions;
    use crate::import::reading::with_options;

    /// Distance, time, run cadence, stride, steps, highest temperature.
    fn unit(cells: [&str; 6], said: Option<DistanceUnit>) -> (DistanceUnit, bool) {
        let places = Places {
            kind: Some(0),
            distance: Some(1),
            time: Some(2),
            run_cadence: Some(3),
            stride: Some(4),
            steps: Some(5),
            max_temp: Some(6),
            ..Places::default()
        };
        let row: Vec<String> = ["Running"].into_iter().chain(cells).map(str::to_owned).collect();
        let options = ImportOptions {
            distance: said,
            ..ImportOptions::default()
        };
        with_options("UTC", &options, |task| of(&places, &[row], NumberStyle::Dot, task))
    }

    #[test]
    fn steps_and_their_length_confirm_a_unit() {
        use DistanceUnit::{Km, Mi};
        assert_eq!(unit(["3.40", "00:17:01", "172", "1.14", "--", "--"], None), (Km, true));
        assert_eq!(unit(["6.91", "00:57:17", "165", "1.18", "--", "--"], None), (Mi, true));
        assert_eq!(unit(["6.91", "00:57:17", "--", "118", "9,420", "--"], None), (Mi, true));
    }

    #[test]
    fn what_is_too_fast_in_miles_is_in_kilometres() {
        assert_eq!(
            unit(["21.1", "01:15:10", "--", "--", "--", "--"], None),
            (DistanceUnit::Km, true)
        );
    }

    #[test]
    fn warmth_and_steps_make_a_unit_likely_and_nothing_leaves_it_to_the_journal() {
        use DistanceUnit::{Km, Mi};
        assert_eq!(unit(["5.00", "00:40:10", "--", "--", "--", "84.2"], None), (Mi, false));
        assert_eq!(unit(["5.00", "00:40:10", "165", "--", "--", "--"], None), (Mi, false));
        assert_eq!(
            unit(["5.00", "00:30:10", "--", "--", "4,900", "31.0"], None),
            (Km, false)
        );
        assert_eq!(unit(["5.00", "00:40:10", "--", "--", "--", "--"], None), (Km, false));
    }

    #[test]
    fn steps_of_what_is_neither_run_nor_walk_confirm_nothing() {
        let places = Places {
            kind: Some(0),
            distance: Some(1),
            steps: Some(2),
            stride: Some(3),
            ..Places::default()
        };
        let of_kind = |kind: &str| {
            let row = [kind, "5.00", "8,047", "1.00"].map(str::to_owned).to_vec();
            let options = ImportOptions::default();
            with_options("UTC", &options, |task| of(&places, &[row], NumberStyle::Dot, task))
        };
        assert_eq!(of_kind("Walking"), (DistanceUnit::Mi, true));
        assert_eq!(of_kind("Soccer"), (DistanceUnit::Km, false));
    }

    #[test]
    fn a_lowest_temperature_that_only_fahrenheit_has_makes_miles_likely() {
        let places = Places {
            distance: Some(0),
            min_temp: Some(1),
            max_temp: Some(2),
            ..Places::default()
        };
        let row = ["7.16", "80.6", "0.0"].map(str::to_owned).to_vec();
        let options = ImportOptions::default();
        let unit = with_options("UTC", &options, |task| of(&places, &[row], NumberStyle::Dot, task));
        assert_eq!(unit, (DistanceUnit::Mi, false));
    }

    #[test]
    fn steps_that_nobody_makes_are_pairs() {
        let places = Places {
            kind: Some(0),
            distance: Some(1),
            time: Some(2),
            run_cadence: Some(3),
            ..Places::default()
        };
        let pairs = |cadence: &str| {
            let row = ["Running", "8.07", "37:20", cadence].map(str::to_owned).to_vec();
            counts_pairs(&places, &[row], NumberStyle::Dot, DistanceUnit::Km)
        };
        assert_eq!((pairs("84"), pairs("168"), pairs("--")), (true, false, false));
    }

    #[test]
    fn what_the_runner_says_counts_and_it_is_known_whether_the_columns_speak_against_it() {
        use DistanceUnit::{Km, Mi};
        let steps_of_miles = ["6.91", "00:57:17", "165", "1.18", "--", "--"];
        assert_eq!(unit(steps_of_miles, Some(Mi)), (Mi, true));
        assert_eq!(unit(steps_of_miles, Some(Km)), (Km, false));
    }
}
