//! Values of whole days: resting heart rate (0 stands for none), heart rate variability, which Fitbit gives as
//! rMSSD over the night, and weight.
//!
//! Google's own tables name a day by its midnight with a Z, which is the date of the wall and no instant; a weight
//! has the instant of its weighing. The table of each heartbeat has the names of that of the days, so only one
//! with nothing but midnights is of days.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use jiff::civil::Date;

use super::{HEART_RATE, SOURCE, civil, instant, not_in_future};
use crate::domain::{CheckIn, Record, RecordKind};
use crate::import::format::{Format, Reader};
use crate::import::reading::item::{Item, each_item};
use crate::import::reading::{Found, Head, Input, Reading, Task};

pub(in crate::import) const RESTING_HR: Format = Format {
    word: "fitbit_resting_hr",
    is: |head| {
        head.has_keys(&["dateTime", "value", "date", "error"])
            || head.has_keys(&["activities-heart"])
            || (head.has_columns(&["timestamp", "beats per minute"]) && are_days(head))
    },
    reader: Reader::Whole(read_resting_hr),
};

pub(in crate::import) const HRV: Format = Format {
    word: "fitbit_hrv",
    is: |head| head.has_columns(&["timestamp", "rmssd", "nremhr"]) || head.has_columns(&["timestamp", GOOGLE_HRV]),
    reader: Reader::Whole(read_hrv),
};

pub(in crate::import) const WEIGHT: Format = Format {
    word: "fitbit_weight",
    is: |head| head.has_columns(&["timestamp", "weight grams"]),
    reader: Reader::Whole(read_weight),
};

/// Where a day says its resting heart rate, in Takeout, in the web API and in Google's tables.
const RESTING: [&str; 3] = ["value_value", "value_restingHeartRate", "beats per minute"];

/// The rMSSD of a night in Google's table.
const GOOGLE_HRV: &str = "average heart rate variability milliseconds";

/// What people weigh, in grams.
const GRAMS: RangeInclusive<f64> = 10_000.0..=500_000.0;

/// Whether every row is of a day: its time is midnight.
fn are_days(head: &Head) -> bool {
    let rows = head.rows();
    let mut times = rows.iter().filter_map(|row| row.first());
    !rows.is_empty() && times.all(|it| it.ends_with("T00:00:00Z"))
}

fn read_resting_hr(input: &Input, task: &Task) -> Reading {
    each_day(
        input,
        task,
        "resting_hr",
        &["value_date", "dateTime", "timestamp"],
        |item, check_in, found| {
            let value = item.positive(&RESTING, HEART_RATE, found);
            check_in.resting_hr = value.map(|it| (it * 100.0).round() / 100.0);
            item.note_numbers(&mut check_in.meta, &[("value_error", "resting_hr_error")], found);
            value.is_some()
        },
    )
}

fn read_hrv(input: &Input, task: &Task) -> Reading {
    each_day(input, task, "hrv", &["timestamp"], |item, check_in, found| {
        check_in.hrv_rmssd = item.positive(&["rmssd", GOOGLE_HRV], 0.0..=1000.0, found);
        let more = [
            ("nremhr", "non_rem_hr"),
            ("non rem heart rate beats per minute", "non_rem_hr"),
            ("entropy", "hrv_entropy"),
        ];
        item.note_numbers(&mut check_in.meta, &more, found);
        check_in.hrv_rmssd.is_some()
    })
}

/// The first weight of each day on the runner's wall.
fn read_weight(input: &Input, task: &Task) -> Reading {
    let mut found = Found::default();
    let mut days = BTreeSet::new();
    each_item(input, task, &mut found, |item, found| {
        let at = instant(item, "timestamp", task)?;
        not_in_future(at, task)?;
        let grams = item.positive(&["weight grams"], GRAMS, found);
        let day = at.civil_date();
        if let Some(grams) = grams.filter(|_| days.insert(day)) {
            let meta = task.meta(RecordKind::CheckIn, SOURCE, format!("{SOURCE}:weight:{day}"), at.ms);
            found.add(item.entry(Record::CheckIn(CheckIn {
                weight_kg: Some(grams / 1000.0),
                ..CheckIn::new(meta, day)
            })));
        }
        Ok(())
    })?;
    Ok(found)
}

/// A check-in called `what` for each day of which `fill` finds something.
fn each_day(
    input: &Input,
    task: &Task,
    what: &str,
    dates: &[&str],
    fill: impl Fn(&Item, &mut CheckIn, &mut Found) -> bool,
) -> Reading {
    let mut found = Found::default();
    each_item(input, task, &mut found, |item, found| {
        let text = item.need(dates)?;
        let day = day(text).ok_or_else(|| item.wrong(dates[0]))?;
        let noon = task.local(day.at(12, 0, 0, 0)).ok_or_else(|| item.wrong(dates[0]))?;
        not_in_future(noon, task)?;
        let name = format!("{SOURCE}:{what}:{day}");
        let mut check_in = CheckIn::new(task.meta(RecordKind::CheckIn, SOURCE, name, noon.ms), day);
        if fill(item, &mut check_in, found) {
            found.add(item.entry(Record::CheckIn(check_in)));
        }
        Ok(())
    })?;
    Ok(found)
}

/// A date alone, or that of a time.
fn day(text: &str) -> Option<Date> {
    let american = || Date::strptime("%m/%d/%y", text).ok();
    text.parse()
        .ok()
        .or_else(american)
        .or_else(|| Some(civil(text)?.date()))
}
