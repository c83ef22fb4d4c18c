//! Sleep in the JSON of Garmin Connect: one night as the site asks for it, and the lists of nights of an export
//! of the account. Both have the same names. The site's night has its clock in two readings, UTC and local, and
//! so its offset; a list has UTC alone. What the site says beside the night (resting heart rate, heart rate
//! variability) are the body's values of that day.
//!
//! Programs that fetch nights for a runner keep them under keys of their own, one a line, or with names in
//! `snake_case`. And a list has a window of some hours for each day on which the watch saw no sleep: unconfirmed
//! and without a minute asleep, it is none.

use std::ops::RangeInclusive;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use serde_json::Value;

use super::SOURCE;
use super::documents::each_document;
use crate::domain::night::AWAKE_MIN;
use crate::domain::{CheckIn, Night, Record, RecordKind, Stamp};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::item::is_plainly;
use crate::import::reading::json::{Object, each_object};
use crate::import::reading::night::slept;
use crate::import::reading::session::FIRST_MS;
use crate::import::reading::table::out_of_range;
use crate::import::reading::{Entry, Found, Head, Input, Reading, Task};

const HEART_RATE: RangeInclusive<f64> = 20.0..=250.0;
const HRV: RangeInclusive<f64> = 1.0..=1000.0;

/// How deep under keys of others a night is looked for.
const DEEPEST: usize = 4;

/// What lies deeper in a night and is of it.
const OWN: [&str; 4] = ["dailySleepDTO", "dailyNapDTOS", "napList", "sleepScores"];

/// Where naps stand.
const NAPS: [&str; 2] = ["dailyNapDTOS", "napList"];

/// Windows that nobody and nothing confirmed.
const GUESSED: [&str; 2] = ["unconfirmed", "off_wrist"];

pub(in crate::import) const FORMAT: Format = Format {
    word: "garmin_sleep_json",
    is: |head| {
        head.has_keys(&["sleepStartTimestampGMT", "sleepEndTimestampGMT"])
            || head.has_keys(&["sleep_start_timestamp_gmt", "sleep_end_timestamp_gmt"])
    },
    reader: Reader::Whole(read),
};

fn read(input: &Input, task: &Task) -> Reading {
    let mut found = Found::default();
    let mut nights = Nights { task, guessed: 0 };
    if Head::of(input.bytes).text().starts_with('{') {
        each_document(input.bytes, &OWN, task, &mut found, |object, found| {
            nights.look(object, 0, found);
        })?;
    } else {
        each_object(input.bytes, task, &mut found, |_, object, found| {
            nights.look(object, 0, found);
            Ok(())
        })?;
    }
    if nights.guessed > 0 {
        found.note(None, fl!("import-garmin-guessed", count = nights.guessed));
    }
    Ok(found)
}

/// The nights of a file.
struct Nights<'t> {
    task: &'t Task<'t>,
    /// How many windows were no sleep.
    guessed: usize,
}

impl Nights<'_> {
    /// Looks for nights in an object, also under keys of others.
    fn look(&mut self, object: &Object, depth: usize, found: &mut Found) {
        if value(object, "dailySleepDTO").is_some() || value(object, NIGHT.start).is_some() {
            return self.told(object, found);
        }
        if depth >= DEEPEST {
            return;
        }
        for inner in object.values() {
            let list = inner.as_array().map_or(&[][..], Vec::as_slice);
            for object in std::iter::once(inner).chain(list).filter_map(Value::as_object) {
                self.look(object, depth + 1, found);
            }
        }
    }

    /// A night, its naps, and the values of its day.
    fn told(&mut self, object: &Object, found: &mut Found) {
        let inner = value(object, "dailySleepDTO").and_then(Value::as_object);
        let night = inner.unwrap_or(object);
        let offset = offset(night);
        self.take(night, &NIGHT, offset, found);
        for holder in [Some(object), inner].into_iter().flatten() {
            for key in NAPS {
                let naps = value(holder, key).and_then(Value::as_array);
                for nap in naps.into_iter().flatten().filter_map(Value::as_object) {
                    self.take(nap, &NAP, offset, found);
                }
            }
        }
        if let Some(check_in) = check_in(object, night, self.task, found) {
            found.push(Record::CheckIn(check_in));
        }
    }

    fn take(&mut self, object: &Object, keys: &Keys, offset: Option<i16>, found: &mut Found) {
        let confirmed = value(object, "sleepWindowConfirmationType").and_then(Value::as_str);
        let is_guessed = confirmed.is_some_and(|it| GUESSED.contains(&&*it.to_lowercase()));
        if is_guessed && minutes_asleep(object, keys).is_none() {
            self.guessed += 1;
            return;
        }
        match sleep(object, keys, offset, self.task, found) {
            Ok(Some(night)) => found.add(Entry::of(Record::Night(night))),
            Ok(None) => {}
            Err(why) => found.left_out(None, why),
        }
    }
}

/// What the parts of a sleep are called.
struct Keys {
    start: &'static str,
    end: &'static str,
    asleep: &'static str,
    is_nap: bool,
}

const NIGHT: Keys = Keys {
    start: "sleepStartTimestampGMT",
    end: "sleepEndTimestampGMT",
    asleep: "sleepTimeSeconds",
    is_nap: false,
};
const NAP: Keys = Keys {
    start: "napStartTimestampGMT",
    end: "napEndTimestampGMT",
    asleep: "napTimeSec",
    is_nap: true,
};

/// A sleep; `None` for a day without one, of which lists are full.
fn sleep(
    object: &Object,
    keys: &Keys,
    offset: Option<i16>,
    task: &Task,
    found: &mut Found,
) -> Result<Option<Night>, String> {
    let (Some(start), Some(end)) = (instant(object, keys.start), instant(object, keys.end)) else {
        return Ok(None);
    };
    if task.is_future(end) {
        let date = Stamp { ms: end, offset_min: 0 }.civil_date().to_string();
        return Err(fl!("import-future", date = date));
    }
    if start < FIRST_MS {
        return Err(fl!("import-fit-relative"));
    }
    let stamp = |ms| match offset {
        Some(offset_min) => Stamp { ms, offset_min },
        None => Stamp::in_zone(ms, &task.zone),
    };
    let at = Timestamp::from_millisecond(start).unwrap_or_default();
    let mut meta = task.meta(RecordKind::Night, SOURCE, format!("{SOURCE}:night:{at}"), end);
    for (theirs, ours) in [
        ("deepSleepSeconds", "deep_min"),
        ("lightSleepSeconds", "light_min"),
        ("remSleepSeconds", "rem_min"),
        ("awakeSleepSeconds", AWAKE_MIN),
    ] {
        meta.note_number(ours, number(object, theirs).map(|it| it / 60.0));
    }
    meta.note_number("sleep_score", score(object));
    let night = slept(
        meta,
        stamp(start),
        stamp(end),
        minutes_asleep(object, keys),
        None,
        found,
    )?;
    let awakenings = number(object, "awakeCount").filter(|it| *it <= 1000.0);
    Ok(Some(Night {
        nap: keys.is_nap,
        awakenings: awakenings.map(|it| it as i64),
        ..night
    }))
}

/// The minutes asleep, else those of the stages.
fn minutes_asleep(object: &Object, keys: &Keys) -> Option<f64> {
    let stages = ["deepSleepSeconds", "lightSleepSeconds", "remSleepSeconds"];
    let sum: f64 = stages.iter().filter_map(|key| number(object, key)).sum();
    let seconds = number(object, keys.asleep).or(Some(sum)).filter(|it| *it > 0.0)?;
    Some(seconds / 60.0)
}

/// The score of a night, at one of the places where it was over the years.
fn score(object: &Object) -> Option<f64> {
    let scores = value(object, "sleepScores")?;
    let overall = [&scores["overall"]["value"], &scores["overallScore"], &scores["overall"]];
    overall.into_iter().find_map(Value::as_f64)
}

/// Resting heart rate and heart rate variability, where they stand beside the night.
fn check_in(object: &Object, night: &Object, task: &Task, found: &mut Found) -> Option<CheckIn> {
    let mut measured = |key: &str, range: &RangeInclusive<f64>, what: String| {
        let value = number(object, key).filter(|it| *it > 0.0)?;
        if range.contains(&value) {
            return Some(value);
        }
        found.note(None, out_of_range(&what, value, range));
        None
    };
    let resting_hr = measured("restingHeartRate", &HEART_RATE, fl!("import-resting-hr"));
    let hrv_rmssd = measured("avgOvernightHrv", &HRV, fl!("import-garmin-hrv"));
    let day: Date = value(night, "calendarDate")?.as_str()?.parse().ok()?;
    let noon = task.local(day.at(12, 0, 0, 0)).filter(|it| !task.is_future(it.ms))?;
    (resting_hr.is_some() || hrv_rmssd.is_some()).then(|| {
        let meta = task.meta(RecordKind::CheckIn, SOURCE, format!("{SOURCE}:day:{day}"), noon.ms);
        CheckIn {
            resting_hr,
            hrv_rmssd,
            ..CheckIn::new(meta, day)
        }
    })
}

/// Minutes that the clock on the wall was ahead of UTC, where both are told.
fn offset(night: &Object) -> Option<i16> {
    let ahead = instant(night, "sleepStartTimestampLocal")?.checked_sub(instant(night, NIGHT.start)?)? / 60_000;
    i16::try_from(ahead).ok().filter(|it| (-14 * 60..=14 * 60).contains(it))
}

/// What stands under a key, however its words are parted.
fn value<'o>(object: &'o Object, key: &str) -> Option<&'o Value> {
    let alike = || object.iter().find(|(name, _)| is_plainly(name, key)).map(|it| it.1);
    object.get(key).or_else(alike)
}

fn number(object: &Object, key: &str) -> Option<f64> {
    value(object, key)?.as_f64().filter(|it| *it >= 0.0)
}

/// An instant: milliseconds since 1970, or a date and time in UTC.
fn instant(object: &Object, key: &str) -> Option<i64> {
    match value(object, key)? {
        Value::Number(ms) => ms
            .as_i64()
            .filter(|it| crate::domain::time::STAMP_RANGE_MS.contains(it)),
        Value::String(text) => {
            let civil: DateTime = text.trim_end_matches('Z').parse().ok()?;
            Some(Stamp::from_civil_offset(civil, 0)?.ms)
        }
        _ => None,
    }
}
