//! The tables of Google's own export of Fitbit accounts (Takeout since 2023): `UserSleeps_….csv` and
//! `UserExercises_….csv`. Times are UTC and each row has the offset of the wall; lengths are millimetres. Which
//! sleeps are naps they do not say: those by day, and all but the longest of a day.

use super::sleep::longest_is_main;
use super::{HEART_RATE, MINUTES, SOURCE, civil, not_in_future, utc};
use crate::domain::night::AWAKE_MIN;
use crate::domain::{Activity, Night, Record, RecordKind, Sport, Stamp};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::item::{Item, each_item};
use crate::import::reading::night::{is_nap, slept};
use crate::import::reading::{Found, Input, Reading, Task, sport};

pub(in crate::import) const SLEEPS: Format = Format {
    word: "fitbit_sleep",
    is: |head| head.has_columns(&["sleep_id", "sleep_start", "sleep_end", "minutes_asleep"]),
    reader: Reader::Whole(read_sleeps),
};

pub(in crate::import) const EXERCISES: Format = Format {
    word: "fitbit_exercise",
    is: |head| head.has_columns(&["exercise_id", "exercise_start", "exercise_end", "activity_name"]),
    reader: Reader::Whole(read_exercises),
};

/// What a sleep knows beyond the columns.
const SLEEP_NUMBERS: [(&str, &str); 4] = [
    ("minutes_awake", AWAKE_MIN),
    ("minutes_to_fall_asleep", "latency_min"),
    ("minutes_after_wake_up", "after_waking_min"),
    ("minutes_in_sleep_period", "in_bed_min"),
];

/// What an exercise knows beyond the columns.
const EXERCISE_NUMBERS: [(&str, &str); 3] = [
    ("tracker_total_calories", "calories"),
    ("tracker_total_steps", "steps"),
    ("tracker_cardio_load", "cardio_load"),
];

fn read_sleeps(input: &Input, task: &Task) -> Reading {
    let mut found = Found::default();
    each_item(input, task, &mut found, |item, found| {
        let night = night(item, task, found)?;
        found.add(item.entry(Record::Night(night)));
        Ok(())
    })?;
    let all: Vec<usize> = (0..found.entries.len()).collect();
    longest_is_main(&mut found.entries, &all);
    for entry in &mut found.entries {
        if let Record::Night(night) = &mut entry.record
            && let Some((bed, wake)) = night.bed_at.zip(night.wake_at)
        {
            night.nap |= is_nap(bed, wake);
        }
    }
    Ok(found)
}

fn night(item: &Item, task: &Task, found: &mut Found) -> Result<Night, String> {
    let bed = stamp(item, "sleep_start", "start_utc_offset", task)?;
    let wake = stamp(item, "sleep_end", "end_utc_offset", task)?;
    not_in_future(wake, task)?;
    let id = item.need(&["sleep_id"])?;
    let mut meta = task.meta(RecordKind::Night, SOURCE, format!("{SOURCE}:sleep:{id}"), wake.ms);
    item.note_numbers(&mut meta, &SLEEP_NUMBERS, found);
    item.note_texts(&mut meta, &[("sleep_type", "log_kind"), ("data_source", "log_type")]);
    let asleep = item.number(&["minutes_asleep"], MINUTES, found);
    slept(meta, bed, wake, asleep, item.line, found)
}

fn read_exercises(input: &Input, task: &Task) -> Reading {
    let mut found = Found::default();
    each_item(input, task, &mut found, |item, found| {
        if !item.text(&["deletion_reason"]).is_empty() {
            return Err(fl!("import-deleted-there"));
        }
        let activity = exercise(item, task, found)?;
        found.add(item.entry(Record::Activity(activity)));
        Ok(())
    })?;
    Ok(found)
}

fn exercise(item: &Item, task: &Task, found: &mut Found) -> Result<Activity, String> {
    let start = stamp(item, "exercise_start", "utc_offset", task)?;
    let end = stamp(item, "exercise_end", "utc_offset", task)?;
    not_in_future(end, task)?;
    let elapsed_s = end.seconds_since(start);
    if elapsed_s <= 0.0 {
        return Err(fl!("import-session-order"));
    }
    let name = item.text(&["activity_name"]);
    let word = sport::of(name);
    let sport = word.as_ref().map_or(Sport::Other, |it| it.sport);
    let id = item.text(&["exercise_id"]);
    let id = if id.is_empty() { utc(start) } else { id.to_owned() };
    let mut meta = task.meta(
        RecordKind::Activity,
        SOURCE,
        format!("{SOURCE}:activity:{id}"),
        start.ms,
    );
    item.note_numbers(&mut meta, &EXERCISE_NUMBERS, found);
    item.note_texts(
        &mut meta,
        &[("activity_name", "activity_name"), ("log_type", "log_type")],
    );
    let mut metres = |names: &[&str]| Some(item.positive(names, 0.0..=4e10, found)? / 1000.0);
    let mut activity = Activity {
        elapsed_s: Some(elapsed_s),
        distance_m: metres(&["tracker_total_distance_mm", "manually_logged_total_distance_mm"]),
        ascent_m: metres(&["tracker_total_altitude_mm"]).filter(|it| *it <= 1e5),
        avg_hr: item.positive(&["tracker_avg_heart_rate"], HEART_RATE, found),
        max_hr: item.positive(&["tracker_peak_heart_rate"], HEART_RATE, found),
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

/// The instant under `name`, on the wall that `offset` tells of; without it on the runner's.
fn stamp(item: &Item, name: &str, offset: &str, task: &Task) -> Result<Stamp, String> {
    let text = item.need(&[name])?;
    let text = text.strip_suffix("+0000").unwrap_or(text);
    let utc = civil(text).and_then(|it| Stamp::from_civil_offset(it, 0));
    let utc = utc.ok_or_else(|| item.wrong(name))?;
    let on_wall = Stamp::parse_rfc3339(&format!("2000-01-01T00:00:00{}", item.text(&[offset])));
    Ok(match on_wall {
        Some(wall) => Stamp {
            offset_min: wall.offset_min,
            ..utc
        },
        None => Stamp::in_zone(utc.ms, &task.zone),
    })
}
