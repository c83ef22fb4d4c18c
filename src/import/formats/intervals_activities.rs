//! intervals.icu: `activities.csv`, or the same from its API as JSON. Its names are those of Strava's API, so
//! what it computes itself (`icu_…`) is the sign. `start_date` is UTC; where only `start_date_local` stands,
//! the clock is the wall's, in the zone of the row or else in the runner's.

use std::ops::RangeInclusive;

use jiff::civil::DateTime;

use crate::domain::{Activity, Record, RecordKind, Sport, Stamp};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::item::{Item, each_item};
use crate::import::reading::session::{CADENCE, CLIMB, METRES, steps};
use crate::import::reading::{Found, Input, Reading, Task, sport};

/// Where records of intervals.icu say they come from.
const SOURCE: &str = "intervals";

const SECONDS: RangeInclusive<f64> = 0.0..=31_622_400.0;
const HEART_RATE: RangeInclusive<f64> = 20.0..=250.0;

/// What the detail takes; how it felt is told there in steps of its own.
const NUMBERS: [(&str, &str); 4] = [
    ("icu_training_load", "training_load"),
    ("icu_intensity", "intensity_pct"),
    ("calories", "calories"),
    ("feel", "intervals_feel"),
];

pub(in crate::import) const FORMAT: Format = Format {
    word: "intervals_activities",
    is: |head| {
        let names = ["start_date_local", "type", "icu_training_load"];
        head.has_columns(&names) || head.has_keys(&names)
    },
    reader: Reader::Whole(read),
};

fn read(input: &Input, task: &Task) -> Reading {
    let mut found = Found::default();
    each_item(input, task, &mut found, |item, found| {
        if item.text(&["start_date_local", "start_date"]).is_empty() {
            return Ok(());
        }
        let (start, is_local) = start(item, task)?;
        if task.is_future(start.ms) {
            return Err(fl!("import-future", date = start.civil_date().to_string()));
        }
        let entry = item.entry(Record::Activity(activity(item, start, task, found)?));
        found.add(if is_local { entry.local() } else { entry });
        Ok(())
    })?;
    Ok(found)
}

/// When it began, and whether its zone had to be assumed.
fn start(item: &Item, task: &Task) -> Result<(Stamp, bool), String> {
    let utc = Stamp::parse_rfc3339(item.text(&["start_date"]));
    let local: Option<DateTime> = item.text(&["start_date_local"]).trim_end_matches('Z').parse().ok();
    let wrong = || item.wrong("start_date_local");
    if let (Some(utc), Some(local)) = (utc, local)
        && let Some(on_wall) = Stamp::from_civil_offset(local, 0)
    {
        let minutes = (on_wall.ms - utc.ms) / 60_000;
        let offset_min = i16::try_from(minutes).ok().filter(|it| it.abs() <= 14 * 60);
        return Ok((
            Stamp {
                offset_min: offset_min.ok_or_else(wrong)?,
                ..utc
            },
            false,
        ));
    }
    if let Some(utc) = utc {
        return Ok((Stamp::in_zone(utc.ms, &task.zone), false));
    }
    let local = local.ok_or_else(wrong)?;
    if let Ok(zone) = jiff::tz::TimeZone::get(item.text(&["timezone"])) {
        let stamp = Stamp::from_civil(local, &zone).ok_or_else(wrong)?;
        return Ok((stamp, false));
    }
    Ok((task.local(local).ok_or_else(wrong)?, true))
}

fn activity(item: &Item, start: Stamp, task: &Task, found: &mut Found) -> Result<Activity, String> {
    let id = item.need(&["id"])?;
    let name = format!("{SOURCE}:activity:{id}");
    let mut meta = task.meta(RecordKind::Activity, SOURCE, name, start.ms);
    item.note_numbers(&mut meta, &NUMBERS, found);
    item.note_texts(&mut meta, &[("type", "type")]);
    let kind = item.text(&["type", "sport_type"]);
    let word = sport::of(kind);
    let sport = word.as_ref().map_or(Sport::Other, |it| it.sport);
    let mut positive = |names: &[&str], range| item.positive(names, range, found);
    let elapsed_s = positive(&["elapsed_time"], SECONDS);
    let cadence = positive(&["average_cadence"], CADENCE);
    let mut activity = Activity {
        elapsed_s,
        moving_s: positive(&["moving_time"], SECONDS),
        distance_m: positive(&["icu_distance", "distance"], METRES),
        rpe: positive(&["icu_rpe", "perceived_exertion"], 0.0..=10.0),
        avg_hr: positive(&["average_heartrate"], HEART_RATE),
        max_hr: positive(&["max_heartrate"], HEART_RATE),
        ascent_m: positive(&["total_elevation_gain"], CLIMB),
        temperature_c: item.number(&["average_temp"], -90.0..=70.0, found),
        cadence: cadence.map(|it| steps(it, sport)),
        title: item.text(&["name"]).to_owned(),
        notes: item.text(&["description"]).to_owned(),
        ..Activity::new(meta, sport, start)
    };
    if let Some(word) = &word {
        word.describe(&mut activity);
    }
    if activity.is_run() {
        item.text(&["gear_name", "gear"]).clone_into(&mut activity.shoe);
    }
    Ok(activity)
}
