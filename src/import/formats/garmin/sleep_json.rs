//! Sleep in the JSON of Garmin Connect: one night as the site asks for it, and the lists of nights of an export
//! of the account. Both have the same names. The site's night has its clock in two readings, UTC and local, and
//! so its offset; a list has UTC alone. What the site says beside the night (resting heart rate, heart rate
//! variability) are the body's values of that day.

use std::ops::RangeInclusive;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use serde_json::{Map, Value};

use super::SOURCE;
use crate::domain::night::AWAKE_MIN;
use crate::domain::{CheckIn, Night, Record, RecordKind, Stamp};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::json::each_object;
use crate::import::reading::night::slept;
use crate::import::reading::table::out_of_range;
use crate::import::reading::{Entry, Found, Head, Input, Reading, Refusal, Task};

/// One night with its curves is shorter than this, bytes; more is a list.
const LARGEST_NIGHT: usize = 16 << 20;

/// Before 1990 no clock of a watch was set.
const FIRST_MS: i64 = 631_152_000_000;

const HEART_RATE: RangeInclusive<f64> = 20.0..=250.0;
const HRV: RangeInclusive<f64> = 1.0..=1000.0;

type Object = Map<String, Value>;

pub(in crate::import) const FORMAT: Format = Format {
    word: "garmin_sleep_json",
    is: |head| head.has_keys(&["sleepStartTimestampGMT", "sleepEndTimestampGMT"]),
    reader: Reader::Whole(read),
};

fn read(input: &Input, task: &Task) -> Reading {
    let mut found = Found::default();
    let is_object = Head::of(input.bytes).text().starts_with('{');
    if is_object && input.bytes.len() <= LARGEST_NIGHT {
        let night = serde_json::from_slice(input.bytes);
        let night: Object = night.map_err(|_broken| Refusal::Rejected(fl!("import-json-broken")))?;
        if night.contains_key("dailySleepDTO") || night.contains_key("sleepStartTimestampGMT") {
            told(&night, task, &mut found);
            return Ok(found);
        }
    }
    each_object(input.bytes, task, &mut found, |_, object, found| {
        told(object, task, found);
        Ok(())
    })?;
    Ok(found)
}

/// A night, its naps, and the values of its day.
fn told(object: &Object, task: &Task, found: &mut Found) {
    let inner = object.get("dailySleepDTO").and_then(Value::as_object);
    let night = inner.unwrap_or(object);
    let offset = offset(night);
    take(night, &NIGHT, offset, task, found);
    for holder in [Some(object), inner].into_iter().flatten() {
        for key in ["dailyNapDTOS", "napList"] {
            let naps = holder.get(key).and_then(Value::as_array);
            for nap in naps.into_iter().flatten().filter_map(Value::as_object) {
                take(nap, &NAP, offset, task, found);
            }
        }
    }
    if let Some(check_in) = check_in(object, night, task, found) {
        found.push(Record::CheckIn(check_in));
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

fn take(object: &Object, keys: &Keys, offset: Option<i16>, task: &Task, found: &mut Found) {
    match sleep(object, keys, offset, task, found) {
        Ok(Some(night)) => found.add(Entry::of(Record::Night(night))),
        Ok(None) => {}
        Err(why) => found.left_out(None, why),
    }
}

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
    let scores = object.get("sleepScores")?;
    let overall = [&scores["overall"]["value"], &scores["overallScore"], &scores["overall"]];
    overall.into_iter().find_map(Value::as_f64)
}

/// Resting heart rate and heart rate variability, where they stand beside the night.
fn check_in(object: &Object, night: &Object, task: &Task, found: &mut Found) -> Option<CheckIn> {
    let mut value = |key: &str, range: &RangeInclusive<f64>, what: String| {
        let value = number(object, key).filter(|it| *it > 0.0)?;
        if range.contains(&value) {
            return Some(value);
        }
        found.note(None, out_of_range(&what, value, range));
        None
    };
    let resting_hr = value("restingHeartRate", &HEART_RATE, fl!("import-resting-hr"));
    let hrv_rmssd = value("avgOvernightHrv", &HRV, fl!("import-garmin-hrv"));
    let day: Date = night.get("calendarDate")?.as_str()?.parse().ok()?;
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

fn number(object: &Object, key: &str) -> Option<f64> {
    object.get(key)?.as_f64().filter(|it| *it >= 0.0)
}

/// An instant: milliseconds since 1970, or a date and time in UTC.
fn instant(object: &Object, key: &str) -> Option<i64> {
    match object.get(key)? {
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
