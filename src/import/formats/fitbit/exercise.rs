//! Exercise logs: runs, rides, and the walks that the watch noticed by itself.
//!
//! What was noticed by itself (`auto_detected`) is an activity like the others: it is load, and a walk opens
//! no checklist. That nobody started it stands in its detail.

use super::{HEART_RATE, SOURCE, instant, not_in_future};
use crate::domain::{Activity, Record, RecordKind, Sport};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::item::{Item, each_item};
use crate::import::reading::session::{CLIMB, FOOT_M};
use crate::import::reading::{Found, Input, Reading, Task, sport};

pub(in crate::import) const FORMAT: Format = Format {
    word: "fitbit_exercise",
    is: |head| head.has_keys(&["activityName", "logId", "startTime"]),
    reader: Reader::Whole(read),
};

/// The longest session that is believed, milliseconds.
const LONGEST_MS: f64 = 31_622_400_000.0;

/// What a log knows beyond the columns.
const NUMBERS: [(&str, &str); 4] = [
    ("calories", "calories"),
    ("steps", "steps"),
    ("activeZoneMinutes_totalMinutes", "active_zone_min"),
    ("vo2Max_vo2Max", "vo2max"),
];

/// And in words.
const TEXTS: [(&str, &str); 3] = [
    ("activityName", "activity_name"),
    ("logType", "log_type"),
    ("source_name", "device"),
];

/// Reads the logs of a file.
fn read(input: &Input, task: &Task) -> Reading {
    let mut found = Found::default();
    each_item(input, task, &mut found, |item, found| {
        if item.text(&["activityName"]).is_empty() && item.text(&["startTime"]).is_empty() {
            return Ok(());
        }
        let activity = activity(item, task, found)?;
        found.add(item.entry(Record::Activity(activity)));
        Ok(())
    })?;
    Ok(found)
}

/// The activity of a log.
fn activity(item: &Item, task: &Task, found: &mut Found) -> Result<Activity, String> {
    let start = instant(item, "startTime", task)?;
    not_in_future(start, task)?;
    let name = item.text(&["activityName"]);
    let id = item.need(&["logId"])?;
    let external = format!("{SOURCE}:activity:{id}");
    let mut meta = task.meta(RecordKind::Activity, SOURCE, external, start.ms);
    item.note_numbers(&mut meta, &NUMBERS, found);
    item.note_texts(&mut meta, &TEXTS);
    let word = sport::of(name);
    let sport = word.as_ref().map_or(Sport::Other, |it| it.sport);
    let mut seconds = |names: &[&str]| Some(item.positive(names, 0.0..=LONGEST_MS, found)? / 1000.0);
    let elapsed_s = seconds(&["duration", "originalDuration"]);
    let moving_s = seconds(&["activeDuration"]).filter(|&it| elapsed_s.is_none_or(|elapsed| it <= elapsed));
    let mut activity = Activity {
        elapsed_s,
        moving_s,
        distance_m: distance_m(item, found),
        avg_hr: item.positive(&["averageHeartRate"], HEART_RATE, found),
        ascent_m: ascent_m(item, found),
        title: if sport == Sport::Other {
            name.to_owned()
        } else {
            String::new()
        },
        ..Activity::new(meta, sport, start)
    };
    if let Some(word) = &word {
        word.describe(&mut activity);
    }
    Ok(activity)
}

/// The distance by its unit; without one it is no distance.
fn distance_m(item: &Item, found: &mut Found) -> Option<f64> {
    let distance = item.positive(&["distance"], 0.0..=40_000.0, found)?;
    let unit = item.text(&["distanceUnit"]).to_lowercase();
    let metres = match unit.as_str() {
        "kilometer" | "kilometre" | "kilometers" | "km" => 1000.0,
        "mile" | "miles" | "mi" => 1609.344,
        "meter" | "metre" | "meters" | "m" => 1.0,
        _ => {
            found.note(
                item.line,
                fl!("import-no-unit", what = "distance", value = distance.to_string()),
            );
            return None;
        }
    };
    Some(distance * metres)
}

/// The climb. Accounts in miles have it in feet: whole floors of ten feet, and no such number of metres.
fn ascent_m(item: &Item, found: &mut Found) -> Option<f64> {
    let climb = item.positive(&["elevationGain"], CLIMB, found)?;
    let is_multiple = |of: f64| ((climb / of).round() * of - climb).abs() < 0.02;
    let in_miles = item.text(&["distanceUnit"]).eq_ignore_ascii_case("mile");
    let is_feet = in_miles && is_multiple(10.0) && !is_multiple(10.0 * FOOT_M);
    Some(if is_feet { climb * FOOT_M } else { climb })
}
