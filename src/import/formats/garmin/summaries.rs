//! `summarizedActivities.json`: the activities of an export of the account ("Export your data"), many of which
//! have no file of a watch beside them. Lengths of time are in milliseconds, distances and heights in centimetres,
//! and the start stands there in two readings, UTC and local, whose difference is the offset.
//!
//! Runners of many years have more than a hundred megabytes of them, most of it splits; only what a journal takes
//! is held of each.

use std::collections::HashSet;
use std::ops::RangeInclusive;

use serde::Deserialize;
use serde_json::Value;

use super::name;
use crate::domain::time::STAMP_RANGE_MS;
use crate::domain::{Activity, Record, RecordKind, Sport, Stamp};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::session::{CADENCE, CLIMB, FIRST_MS, HEART_RATE, METRES, SECONDS};
use crate::import::reading::table::utf8;
use crate::import::reading::{Found, Input, Reading, Refusal, Task, sport};

/// In a second, and in a metre.
const MS: f64 = 1000.0;
const CM: f64 = 100.0;

pub(in crate::import) const FORMAT: Format = Format {
    word: "garmin_summaries",
    is: |head| head.has_keys(&["summarizedActivitiesExport"]),
    reader: Reader::Whole(read),
};

/// A list of activities, of which a file has one or several.
#[derive(Deserialize)]
struct Export {
    #[serde(rename = "summarizedActivitiesExport", default)]
    activities: Vec<Summary>,
}

/// What is held of an activity. Whatever stands under a name is taken, so that one odd value costs itself alone.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[derive(Default)]
struct Summary {
    activity_id: Value,
    name: Value,
    activity_type: Value,
    sport_type: Value,
    begin_timestamp: Value,
    start_time_gmt: Value,
    start_time_local: Value,
    duration: Value,
    elapsed_duration: Value,
    moving_duration: Value,
    distance: Value,
    elevation_gain: Value,
    avg_hr: Value,
    max_hr: Value,
    avg_double_cadence: Value,
    avg_run_cadence: Value,
    avg_bike_cadence: Value,
    steps: Value,
}

fn read(input: &Input, task: &Task) -> Reading {
    let bytes = utf8(input.bytes);
    let exports: Result<Vec<Export>, _> = serde_json::from_slice(&bytes);
    let exports = exports.or_else(|_no_list| serde_json::from_slice(&bytes).map(|it: Export| vec![it]));
    let exports = exports.map_err(|_broken| Refusal::Rejected(fl!("import-json-broken")))?;
    let (mut found, mut names) = (Found::default(), HashSet::new());
    let summaries = exports.into_iter().flat_map(|it| it.activities);
    for (n, summary) in (1_usize..).zip(summaries) {
        if task.cancelled() {
            return Err(Refusal::Cancelled);
        }
        match summary.activity(&mut names, task, &mut found) {
            Ok(activity) => found.push(Record::Activity(activity)),
            Err(why) => found.left_out(None, fl!("import-json-entry", n = n, why = why)),
        }
    }
    Ok(found)
}

impl Summary {
    fn activity(&self, names: &mut HashSet<String>, task: &Task, found: &mut Found) -> Result<Activity, String> {
        let start = self.start(task)?;
        let kind = self.activity_type.as_str().unwrap_or_default();
        let word = sport::of(kind).or_else(|| sport::of(self.sport_type.as_str()?));
        let sport = word.as_ref().map_or(Sport::Other, |it| it.sport);
        let name = name(start, sport, kind, names);
        let mut meta = task.meta(RecordKind::Activity, super::SOURCE, name, start.ms);
        meta.note_text("type", kind);
        meta.note_number("garmin_id", self.activity_id.as_f64());
        meta.note_number("steps", self.steps.as_f64().filter(|it| *it > 0.0));
        let mut number = |value: &Value, one: f64, range: &RangeInclusive<f64>, what: String| {
            let value = value.as_f64().filter(|it| *it > 0.0).map(|it| it / one);
            found.within(None, value, range, &what)
        };
        let timed = number(&self.duration, MS, &SECONDS, fl!("import-elapsed"));
        let elapsed = number(&self.elapsed_duration, MS, &SECONDS, fl!("import-elapsed"));
        let moving = number(&self.moving_duration, MS, &SECONDS, fl!("import-moving"));
        let (steps, pairs, turns) = (&self.avg_double_cadence, &self.avg_run_cadence, &self.avg_bike_cadence);
        let mut cadence = |value: &Value, one: f64| number(value, one, &CADENCE, fl!("import-cadence"));
        let cadence = match sport {
            Sport::Ride => cadence(turns, 1.0),
            // A pair of steps is one turn of a leg.
            _ => cadence(steps, 1.0).or_else(|| cadence(pairs, 0.5)),
        };
        let mut activity = Activity {
            title: self.name.as_str().unwrap_or_default().trim().to_owned(),
            elapsed_s: elapsed.or(timed),
            moving_s: timed.or(moving),
            distance_m: number(&self.distance, CM, &METRES, fl!("import-distance")),
            ascent_m: number(&self.elevation_gain, CM, &CLIMB, fl!("import-ascent")),
            avg_hr: number(&self.avg_hr, 1.0, &HEART_RATE, fl!("import-avg-hr")),
            max_hr: number(&self.max_hr, 1.0, &HEART_RATE, fl!("import-max-hr")),
            cadence,
            ..Activity::new(meta, sport, start)
        };
        if let Some(word) = &word {
            word.describe(&mut activity);
        }
        Ok(activity)
    }

    /// When it began, on the wall that the local reading tells of; without one on the runner's.
    fn start(&self, task: &Task) -> Result<Stamp, String> {
        let instant = |value: &Value| Some(value.as_f64()? as i64).filter(|it| STAMP_RANGE_MS.contains(it));
        let utc = instant(&self.begin_timestamp).or_else(|| instant(&self.start_time_gmt));
        let ms = utc.ok_or_else(|| fl!("import-cell-empty", column = "beginTimestamp"))? / 1000 * 1000;
        if task.is_future(ms) {
            let date = Stamp { ms, offset_min: 0 }.civil_date().to_string();
            return Err(fl!("import-future", date = date));
        }
        if ms < FIRST_MS {
            return Err(fl!("import-fit-relative"));
        }
        let ahead = instant(&self.start_time_local)
            .zip(instant(&self.start_time_gmt))
            .map(|(local, gmt)| (local - gmt) / 60_000);
        let offset = ahead.and_then(|it| i16::try_from(it).ok());
        Ok(match offset.filter(|it| (-14 * 60..=14 * 60).contains(it)) {
            Some(offset_min) => Stamp { ms, offset_min },
            None => Stamp::in_zone(ms, &task.zone),
        })
    }
}
