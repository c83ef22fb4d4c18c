//! Sleep logs: several a day, `stages` or `classic`, the main one or a nap.
//!
//! Where no log says whether it is the main sleep of its day, the longest is, as Fitbit itself decides.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{MINUTES, SOURCE, clock, not_in_future};
use crate::domain::night::AWAKE_MIN;
use crate::domain::{Night, Record, RecordKind};
use crate::import::format::{Format, Reader};
use crate::import::reading::item::{Item, each_item};
use crate::import::reading::night::slept;
use crate::import::reading::{Entry, Found, Input, Reading, Task};

pub(in crate::import) const FORMAT: Format = Format {
    word: "fitbit_sleep",
    is: |head| head.has_keys(&["dateOfSleep", "duration"]) || head.has_keys(&["dateOfSleep", "minutesAsleep"]),
    reader: Reader::Whole(read),
};

/// What a log knows beyond the columns: its name there, and here.
const NUMBERS: [(&str, &str); 11] = [
    ("minutesAwake", AWAKE_MIN),
    ("levels_summary_deep_minutes", "deep_min"),
    ("levels_summary_light_minutes", "light_min"),
    ("levels_summary_rem_minutes", "rem_min"),
    ("levels_summary_restless_minutes", "restless_min"),
    ("minutesToFallAsleep", "latency_min"),
    ("minutesAfterWakeup", "after_waking_min"),
    ("timeInBed", "in_bed_min"),
    ("efficiency", "efficiency_pct"),
    ("restlessCount", "restless_count"),
    ("infoCode", "info_code"),
];

/// And in words.
const TEXTS: [(&str, &str); 2] = [("type", "log_kind"), ("logType", "log_type")];

/// Where a log says how often one woke.
const AWAKENINGS: [&str; 3] = [
    "awakeningsCount",
    "levels_summary_wake_count",
    "levels_summary_awake_count",
];

/// Reads the logs of a file.
fn read(input: &Input, task: &Task) -> Reading {
    let mut found = Found::default();
    let mut unflagged: Vec<usize> = Vec::new();
    each_item(input, task, &mut found, |item, found| {
        // {"summary": …} stands beside the logs.
        if item.text(&["startTime", "dateOfSleep"]).is_empty() {
            return Ok(());
        }
        let night = night(item, task, found)?;
        let is_main = item.flag(&["mainSleep", "isMainSleep"]);
        if is_main.is_none() {
            unflagged.push(found.entries.len());
        }
        let nap = is_main == Some(false);
        found.add(item.entry(Record::Night(Night { nap, ..night })).local());
        Ok(())
    })?;
    longest_is_main(&mut found.entries, &unflagged);
    Ok(found)
}

/// The night of a log.
fn night(item: &Item, task: &Task, found: &mut Found) -> Result<Night, String> {
    let start = clock(item, "startTime")?;
    let bed = task.local(start).ok_or_else(|| item.wrong("startTime"))?;
    let wake = if item.text(&["endTime"]).is_empty() {
        let ms = item.number(&["duration"], 0.0..=2e8, found);
        bed.plus_seconds(ms.unwrap_or(0.0) / 1000.0)
    } else {
        let end = clock(item, "endTime")?;
        task.local(end).ok_or_else(|| item.wrong("endTime"))?
    };
    not_in_future(wake, task)?;
    let name = match item.text(&["logId"]) {
        "" => format!("{SOURCE}:sleep:at:{start}"),
        id => format!("{SOURCE}:sleep:{id}"),
    };
    let mut meta = task.meta(RecordKind::Night, SOURCE, name, wake.ms);
    item.note_numbers(&mut meta, &NUMBERS, found);
    item.note_texts(&mut meta, &TEXTS);
    let asleep = item.number(&["minutesAsleep"], MINUTES, found);
    let awakenings = item.number(&AWAKENINGS, 0.0..=1000.0, found).map(|it| it as i64);
    let night = slept(meta, bed, wake, asleep, item.line, found)?;
    Ok(Night { awakenings, ..night })
}

/// Of the logs that do not say, the longest of each day is its night; the others are naps.
pub(super) fn longest_is_main(entries: &mut [Entry], unflagged: &[usize]) {
    let mut longest: BTreeMap<Date, (f64, usize)> = BTreeMap::new();
    for &at in unflagged {
        if let Record::Night(night) = &entries[at].record {
            let minutes = night.in_bed_min().unwrap_or(0.0);
            let best = longest.entry(night.day).or_insert((minutes, at));
            if minutes > best.0 {
                *best = (minutes, at);
            }
        }
    }
    for &at in unflagged {
        if let Record::Night(night) = &mut entries[at].record {
            night.nap = longest.get(&night.day).is_some_and(|it| it.1 != at);
        }
    }
}
