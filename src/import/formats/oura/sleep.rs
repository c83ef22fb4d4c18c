//! Sleeps of Oura with the body's values of their morning, and the files that have scores alone.

use std::ops::RangeInclusive;

use jiff::civil::Date;

use super::SOURCE;
use crate::domain::night::AWAKE_MIN;
use crate::domain::{CheckIn, Meta, Night, Record, RecordKind, Stamp};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::item::{Item, each_item};
use crate::import::reading::night::slept;
use crate::import::reading::{Found, Input, Reading, Task};

const SECONDS: RangeInclusive<f64> = 0.0..=172_800.0;

/// The time asleep, in seconds.
const ASLEEP: [&str; 3] = ["total_sleep_duration", "total_sleep_time", "total"];

pub(in crate::import) const SLEEPS: Format = Format {
    word: "oura_sleep",
    is: |head| {
        let names = ["bedtime_start", "bedtime_end", "total_sleep_duration"];
        let first_api = ["bedtime_start", "bedtime_end", "hr_lowest"];
        let is = |names: &[&str]| head.has_columns(names) || head.has_keys(names);
        is(&names) || is(&first_api) || head.has_columns(&["Bedtime Start", "Bedtime End"])
    },
    reader: Reader::Whole(read),
};

/// The table of trends: a day a row, whose sleep has its length and no bedtime.
pub(in crate::import) const TRENDS: Format = Format {
    word: "oura_trends",
    is: |head| {
        let has_sleep = |it: &&str| head.has_columns(&["date", it]);
        ["Total Sleep Duration", "Total Sleep Time"].iter().any(has_sleep) && !head.has_columns(&["Bedtime Start"])
    },
    reader: Reader::Whole(read_trends),
};

/// Scores of days, which no record of a journal takes.
pub(in crate::import) const SCORES: Format = Format {
    word: "oura_scores",
    is: |head| {
        let is = |names: &[&str]| head.has_columns(names) || head.has_keys(names);
        is(&["score", "day", "contributors_deep_sleep"])
            || is(&["score", "day", "contributors_hrv_balance"])
            || (head.has_keys(&["contributors", "score", "day"]) && !head.has_keys(&["bedtime_start"]))
    },
    reader: Reader::Nothing(|| fl!("import-oura-scores")),
};

/// What the detail takes: the names in the files, those of 2020 and of the first API last, and ours. Lengths are in
/// seconds there.
const LENGTHS: [(&[&str], &str); 5] = [
    (&["deep_sleep_duration", "deep_sleep_time", "deep"], "deep_min"),
    (&["light_sleep_duration", "light_sleep_time", "light"], "light_min"),
    (&["rem_sleep_duration", "rem_sleep_time", "rem"], "rem_min"),
    (&["awake_time", "awake"], AWAKE_MIN),
    (&["latency", "sleep_latency", "onset_latency"], "latency_min"),
];
const NUMBERS: [(&str, &str); 8] = [
    ("efficiency", "efficiency_pct"),
    ("sleep_efficiency", "efficiency_pct"),
    ("score", "sleep_score"),
    ("sleep_score", "sleep_score"),
    ("respiratory_rate", "respiration"),
    ("readiness_score", "readiness_score"),
    ("average_heart_rate", "sleep_hr"),
    ("average_breath", "respiration"),
];

fn read(input: &Input, task: &Task) -> Reading {
    let mut found = Found::default();
    each_item(input, task, &mut found, |item, found| {
        if item.text(&["bedtime_start"]).is_empty() {
            return Ok(());
        }
        if item.text(&["type"]) == "deleted" {
            return Err(fl!("import-deleted-there"));
        }
        let night = night(item, task, found)?;
        let check_in = check_in(item, &night, task, found);
        found.add(item.entry(Record::Night(night)));
        if let Some(check_in) = check_in {
            found.add(item.entry(Record::CheckIn(check_in)));
        }
        Ok(())
    })?;
    Ok(found)
}

fn read_trends(input: &Input, task: &Task) -> Reading {
    let mut found = Found::default();
    each_item(input, task, &mut found, |item, found| {
        let night = night_of_day(item, task, found)?;
        let check_in = check_in(item, &night, task, found);
        if night.asleep_min.is_some() {
            found.add(item.entry(Record::Night(night)));
        }
        if let Some(check_in) = check_in {
            found.add(item.entry(Record::CheckIn(check_in)));
        }
        Ok(())
    })?;
    Ok(found)
}

/// The night of a day of the trends.
fn night_of_day(item: &Item, task: &Task, found: &mut Found) -> Result<Night, String> {
    let text = item.need(&["date"])?;
    let day: Date = text.parse().map_err(|_no_date| item.wrong("date"))?;
    let noon = task.local(day.at(12, 0, 0, 0)).ok_or_else(|| item.wrong("date"))?;
    if task.is_future(noon.ms) {
        return Err(fl!("import-future", date = text));
    }
    let mut meta = task.meta(RecordKind::Night, SOURCE, format!("oura:night:{day}"), noon.ms);
    let asleep_min = measured(item, &mut meta, found);
    Ok(Night {
        asleep_min,
        ..Night::new(meta, day)
    })
}

/// Notes what the detail takes; the minutes asleep.
fn measured(item: &Item, meta: &mut Meta, found: &mut Found) -> Option<f64> {
    let mut minutes = |names: &[&str]| item.number(names, SECONDS, found).map(|it| it / 60.0);
    for (theirs, ours) in LENGTHS {
        meta.note_number(ours, minutes(theirs));
    }
    let asleep = minutes(&ASLEEP);
    item.note_numbers(meta, &NUMBERS, found);
    asleep
}

fn stamp(item: &Item, name: &str) -> Result<Stamp, String> {
    let text = item.need(&[name])?;
    Stamp::parse_rfc3339(text).ok_or_else(|| item.wrong(name))
}

fn night(item: &Item, task: &Task, found: &mut Found) -> Result<Night, String> {
    let (bed, wake) = (stamp(item, "bedtime_start")?, stamp(item, "bedtime_end")?);
    if task.is_future(wake.ms) {
        return Err(fl!("import-future", date = wake.civil_date().to_string()));
    }
    let name = format!("oura:sleep:{}", bed.to_rfc3339());
    let mut meta = task.meta(RecordKind::Night, SOURCE, name, wake.ms);
    let asleep = measured(item, &mut meta, found);
    let kind = item.text(&["type"]);
    meta.note_text("type", kind);
    let night = slept(meta, bed, wake, asleep, item.line, found)?;
    // `sleep` and `rest` are short ones beside the night; the app calls neither a night. The first API has no
    // types, and says which is the longest.
    let is_shorter = kind.is_empty() && item.flag(&["is_longest"]) == Some(false);
    let nap = is_shorter || matches!(kind, "late_nap" | "nap" | "sleep" | "rest");
    Ok(Night { nap, ..night })
}

fn check_in(item: &Item, night: &Night, task: &Task, found: &mut Found) -> Option<CheckIn> {
    if night.nap {
        return None;
    }
    let at = night.wake_at.or_else(|| task.local(night.day.at(12, 0, 0, 0)))?;
    let meta = task.meta(RecordKind::CheckIn, SOURCE, format!("oura:day:{}", night.day), at.ms);
    let check_in = CheckIn {
        resting_hr: item.positive(
            &["lowest_heart_rate", "lowest_resting_heart_rate", "hr_lowest"],
            20.0..=250.0,
            found,
        ),
        hrv_rmssd: item.positive(&["average_hrv", "rmssd"], 0.0..=1000.0, found),
        ..CheckIn::new(meta, night.day)
    };
    (check_in.resting_hr.is_some() || check_in.hrv_rmssd.is_some()).then_some(check_in)
}
