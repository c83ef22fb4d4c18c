//! Sleep in the JSON of Garmin Connect: one night as the site asks for it, and the lists of nights of an export
//! of the account. Both have the same names, at different depths.

use jiff::Timestamp;
use jiff::civil::DateTime;
use serde_json::{Map, Value};

use super::SOURCE;
use crate::domain::night::AWAKE_MIN;
use crate::domain::{Night, Record, RecordKind, Stamp};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::night::slept;
use crate::import::reading::{Entry, Found, Input, Reading, Refusal, Task};

/// How deep a night may lie.
const DEEPEST: usize = 8;

pub(in crate::import) const FORMAT: Format = Format {
    word: "garmin_sleep_json",
    is: |head| head.has_keys(&["sleepStartTimestampGMT", "sleepEndTimestampGMT"]),
    reader: Reader::Whole(read),
};

fn read(input: &Input, task: &Task) -> Reading {
    let value: Value =
        serde_json::from_slice(input.bytes).map_err(|_broken| Refusal::Rejected(fl!("import-json-broken")))?;
    let mut found = Found::default();
    look(&value, 0, task, &mut found)?;
    Ok(found)
}

/// Finds the nights in a value.
fn look(value: &Value, depth: usize, task: &Task, found: &mut Found) -> Result<(), Refusal> {
    if task.cancelled() {
        return Err(Refusal::Cancelled);
    }
    match value {
        _ if depth > DEEPEST => Ok(()),
        Value::Array(list) => list.iter().try_for_each(|it| look(it, depth + 1, task, found)),
        Value::Object(object) if object.contains_key("sleepStartTimestampGMT") => {
            take(object, false, task, found);
            naps(object, task, found);
            Ok(())
        }
        Value::Object(object) => {
            naps(object, task, found);
            object.values().try_for_each(|it| look(it, depth + 1, task, found))
        }
        _ => Ok(()),
    }
}

/// The naps beside a night.
fn naps(object: &Map<String, Value>, task: &Task, found: &mut Found) {
    for key in ["dailyNapDTOS", "napList"] {
        let list = object.get(key).and_then(Value::as_array);
        for nap in list.into_iter().flatten().filter_map(Value::as_object) {
            take(nap, true, task, found);
        }
    }
}

fn take(object: &Map<String, Value>, nap: bool, task: &Task, found: &mut Found) {
    match night(object, nap, task, found) {
        Ok(Some(night)) => found.add(Entry::of(Record::Night(night))),
        Ok(None) => {}
        Err(why) => found.left_out(None, why),
    }
}

fn night(object: &Map<String, Value>, nap: bool, task: &Task, found: &mut Found) -> Result<Option<Night>, String> {
    let keys = if nap {
        ["napStartTimestampGMT", "napEndTimestampGMT"]
    } else {
        ["sleepStartTimestampGMT", "sleepEndTimestampGMT"]
    };
    let (Some(start), Some(end)) = (instant(object, keys[0]), instant(object, keys[1])) else {
        // Days without sleep are in the lists, too.
        return Ok(None);
    };
    if task.is_future(end) || end < 0 {
        return Err(fl!(
            "import-future",
            date = Stamp { ms: end, offset_min: 0 }.civil_date().to_string()
        ));
    }
    let offset = instant(object, "sleepStartTimestampLocal").map(|local| (local - start) / 60_000);
    let offset = offset.filter(|it| (-14 * 60..=14 * 60).contains(it));
    let stamp = |ms| match offset {
        Some(minutes) => Stamp {
            ms,
            offset_min: minutes as i16,
        },
        None => Stamp::in_zone(ms, &task.zone),
    };
    let number = |key: &str| object.get(key).and_then(Value::as_f64).filter(|it| *it >= 0.0);
    let stages = ["deepSleepSeconds", "lightSleepSeconds", "remSleepSeconds"];
    let sum = stages.iter().filter_map(|key| number(key)).sum::<f64>();
    let asleep = number("sleepTimeSeconds")
        .or((sum > 0.0).then_some(sum))
        .or_else(|| number("napTimeSec"));
    let at = Timestamp::from_millisecond(start).unwrap_or_default();
    let mut meta = task.meta(RecordKind::Night, SOURCE, format!("garmin:night:{at}"), end);
    for (theirs, ours) in [
        ("deepSleepSeconds", "deep_min"),
        ("lightSleepSeconds", "light_min"),
        ("remSleepSeconds", "rem_min"),
        ("awakeSleepSeconds", AWAKE_MIN),
    ] {
        meta.note_number(ours, number(theirs).map(|it| it / 60.0));
    }
    let night = slept(meta, stamp(start), stamp(end), asleep.map(|it| it / 60.0), None, found)?;
    let awakenings = number("awakeCount").filter(|it| *it <= 1000.0).map(|it| it as i64);
    Ok(Some(Night {
        nap,
        awakenings,
        ..night
    }))
}

/// An instant: milliseconds since 1970, or a date and time.
fn instant(object: &Map<String, Value>, key: &str) -> Option<i64> {
    match object.get(key)? {
        Value::Number(ms) => ms.as_i64(),
        Value::String(text) => {
            let civil: DateTime = text.trim_end_matches('Z').parse().ok()?;
            Some(Stamp::from_civil_offset(civil, 0)?.ms)
        }
        _ => None,
    }
}
