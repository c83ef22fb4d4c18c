//! One row as an activity.

use std::ops::RangeInclusive;

use super::unit::{FASTEST, Unit};
use super::{File, SOURCE};
use crate::domain::{Activity, Assumption, RecordKind, RunKind, Sport, Stamp};
use crate::fl;
use crate::import::reading::cells::{Cells, wrong};
use crate::import::reading::clock::{Colon, duration};
use crate::import::reading::number::NumberStyle;
use crate::import::reading::session::{CADENCE, CALORIES, CLIMB, FIRST_MS, HEART_RATE, METRES, SECONDS, steps};
use crate::import::reading::table::{Row, out_of_range};
use crate::import::reading::{Found, sport};

const EFFORT: RangeInclusive<f64> = 0.0..=10.0;
const TEMPERATURE: RangeInclusive<f64> = -90.0..=70.0;

/// A swim that shows more than this shows metres or yards.
const LONGEST_SWIM: f64 = 100.0;

/// Slower than this nobody runs or rides, m/s: what is stored is what is shown.
const SLOWEST: f64 = 0.1;

impl File<'_> {
    /// The activity of a row.
    pub(super) fn activity(&self, row: &Row, found: &mut Found) -> Result<Activity, String> {
        let places = &self.places;
        let id = row.at(places.id);
        if id.is_empty() || !id.bytes().all(|b| b.is_ascii_digit()) {
            return Err(wrong(row, places.id));
        }
        let start = self.start(row, found)?;
        let kind = row.at(places.kind);
        let word = sport::of(kind);
        if word.is_none() && !kind.is_empty() {
            found.unknown_sport(kind);
        }
        let sport = word.as_ref().map_or(Sport::Other, |it| it.sport);
        // Newer exports say what kind of run it was in a column of its own.
        let variant = sport::of(row.at(places.variant)).filter(|it| it.sport == sport);
        let name = format!("{SOURCE}:activity:{id}");
        let meta = self.task.meta(RecordKind::Activity, SOURCE, name, start.ms);
        let mut activity = Activity {
            title: row.at(places.title).to_owned(),
            notes: joined(row.at(places.notes), row.at(places.private)),
            ..Activity::new(meta, sport, start)
        };
        self.measure(&mut activity, row, found);
        if self.has_no_metres(&activity, row) {
            activity.distance_m = self.shown_distance(&activity, row, found);
        }
        if let Some(word) = variant.or(word) {
            word.describe(&mut activity);
        }
        self.tell(&mut activity, row);
        Ok(activity)
    }

    /// When it began. The export says UTC by saying nothing.
    fn start(&self, row: &Row, found: &mut Found) -> Result<Stamp, String> {
        let text = row.at(self.places.date);
        let moment = self.dates.read(text, found).filter(|it| it.time.is_some());
        let stamp = moment.and_then(|it| it.stamp().or_else(|| Stamp::from_civil_offset(it.civil(), 0)));
        let ms = stamp.ok_or_else(|| wrong(row, self.places.date))?.ms;
        if self.task.is_future(ms) {
            return Err(fl!("import-future", date = text));
        }
        if ms < FIRST_MS {
            return Err(fl!("import-fit-relative"));
        }
        Ok(Stamp::in_zone(ms, &self.task.zone))
    }

    /// What was measured.
    fn measure(&self, activity: &mut Activity, row: &Row, found: &mut Found) {
        let places = &self.places;
        let mut cells = Cells {
            row,
            style: self.stored,
            found,
        };
        activity.elapsed_s = cells.positive(places.elapsed, &SECONDS, || fl!("import-elapsed"));
        activity.moving_s = cells.positive(places.moving, &SECONDS, || fl!("import-moving"));
        activity.distance_m = cells.positive(places.metres, &METRES, || fl!("import-distance"));
        activity.ascent_m = cells.positive(places.climb, &CLIMB, || fl!("import-ascent"));
        activity.avg_hr = cells.positive(places.avg_hr, &HEART_RATE, || fl!("import-avg-hr"));
        activity.max_hr = cells.positive(places.max_hr, &HEART_RATE, || fl!("import-max-hr"));
        activity.rpe = cells.positive(places.effort, &EFFORT, || fl!("import-rpe"));
        let cadence = cells.positive(places.cadence, &CADENCE, || fl!("import-cadence"));
        activity.cadence = cadence.map(|it| steps(it, activity.sport));
        // What the watch measured, else what the weather was.
        let warm = cells
            .number(places.temperature)
            .or_else(|| cells.number(places.weather));
        activity.temperature_c = warm.filter(|it| TEMPERATURE.contains(it));
        if let (Some(value), None) = (warm, activity.temperature_c) {
            let why = out_of_range(&fl!("import-temperature"), value, &TEMPERATURE);
            cells.found.note(Some(row.line), why);
        }
        for (key, place) in [
            ("calories", places.calories),
            ("relative_effort", places.relative_effort),
        ] {
            let value = cells.number(place).filter(|it| *it > 0.0 && CALORIES.contains(it));
            activity.meta.note_number(key, value);
        }
        if activity.elapsed_s.is_none() && row.at(places.elapsed).is_empty() {
            activity.elapsed_s = self.shown_elapsed(row, found);
        }
    }

    /// The length in the first block: seconds, or hours, minutes and seconds.
    fn shown_elapsed(&self, row: &Row, found: &mut Found) -> Option<f64> {
        let text = row.at(self.places.shown_elapsed);
        let seconds = NumberStyle::Dot
            .read(text)
            .or_else(|| duration(text, Colon::MinutesSeconds))
            .filter(|it| *it > 0.0)?;
        if SECONDS.contains(&seconds) {
            return Some(seconds);
        }
        found.note(Some(row.line), out_of_range(&fl!("import-elapsed"), seconds, &SECONDS));
        None
    }

    /// Whether a row has no second distance, or the first once more where it should be: a run or ride that would
    /// hardly have moved.
    fn has_no_metres(&self, activity: &Activity, row: &Row) -> bool {
        let (shown, stored) = (row.at(self.places.shown_distance), row.at(self.places.metres));
        let is_slow = || {
            let speed = activity
                .distance_m
                .zip(activity.elapsed_s)
                .map(|(far, long)| far / long);
            matches!(activity.sport, Sport::Run | Sport::Ride) && speed.is_some_and(|it| it < SLOWEST)
        };
        stored.is_empty() || stored == shown && is_slow()
    }

    /// The distance in the first block, metres. A row for which any other unit is too fast has metres there.
    fn shown_distance(&self, activity: &Activity, row: &Row, found: &mut Found) -> Option<f64> {
        let mut cells = Cells {
            row,
            style: self.shown,
            found,
        };
        let shown = cells.positive(self.places.shown_distance, &METRES, || fl!("import-distance"))?;
        let is_long_swim = activity.sport == Sport::Swim && shown > LONGEST_SWIM;
        let is_too_fast = |metres: f64| activity.elapsed_s.is_some_and(|it| metres / it > FASTEST);
        let (one, assumed) = match self.unit {
            Unit::Shown(unit, sure) if !is_long_swim && !is_too_fast(shown * unit.metres()) => {
                (unit.metres(), Some((unit, sure)))
            }
            Unit::Shown(..) | Unit::Metres => (1.0, None),
        };
        let metres = shown * one;
        if !METRES.contains(&metres) {
            found.note(Some(row.line), out_of_range(&fl!("import-distance"), metres, &METRES));
            return None;
        }
        if let Some((unit, sure)) = assumed {
            found.assume(Assumption::Distance { unit, sure, records: 1 });
        }
        Some(metres)
    }

    /// What a person told.
    fn tell(&self, activity: &mut Activity, row: &Row) {
        let places = &self.places;
        let is_ticked = |place| matches!(row.at(place).to_lowercase().as_str(), "true" | "1" | "1.0" | "yes");
        if is_ticked(places.commute) {
            activity.tags.push(fl!("import-tag-commute"));
        }
        let gear = row.at(places.gear);
        if activity.is_run() {
            gear.clone_into(&mut activity.shoe);
            let kinds = [
                (places.competition, RunKind::Race),
                (places.long_run, RunKind::Long),
                (places.recovery, RunKind::Easy),
            ];
            activity.kind = kinds.into_iter().find(|it| is_ticked(it.0)).map(|it| it.1);
        } else {
            activity.meta.note_text("gear", gear);
        }
        activity.meta.note_text("type", row.at(places.kind));
    }
}

fn joined(notes: &str, private: &str) -> String {
    let parts: Vec<&str> = [notes, private].into_iter().filter(|it| !it.is_empty()).collect();
    parts.join("\n\n")
}
