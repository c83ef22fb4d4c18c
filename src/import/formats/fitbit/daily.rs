//! Values of whole days: resting heart rate (0 stands for none) and heart rate variability, which Fitbit
//! gives as rMSSD over the night.

use jiff::civil::Date;

use super::{HEART_RATE, SOURCE, civil, not_in_future};
use crate::domain::{CheckIn, Record, RecordKind};
use crate::import::format::{Format, Reader};
use crate::import::reading::item::{Item, each_item};
use crate::import::reading::{Found, Input, Reading, Task};

pub(in crate::import) const RESTING_HR: Format = Format {
    word: "fitbit_resting_hr",
    is: |head| head.has_keys(&["dateTime", "value", "date", "error"]) || head.has_keys(&["activities-heart"]),
    reader: Reader::Whole(read_resting_hr),
};

pub(in crate::import) const HRV: Format = Format {
    word: "fitbit_hrv",
    is: |head| head.has_columns(&["timestamp", "rmssd", "nremhr"]),
    reader: Reader::Whole(read_hrv),
};

/// Where a day says its resting heart rate, in Takeout and in the web API.
const RESTING: [&str; 2] = ["value_value", "value_restingHeartRate"];

fn read_resting_hr(input: &Input, task: &Task) -> Reading {
    each_day(
        input,
        task,
        "resting_hr",
        &["value_date", "dateTime"],
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
        check_in.hrv_rmssd = item.positive(&["rmssd"], 0.0..=1000.0, found);
        let more = [("nremhr", "non_rem_hr"), ("entropy", "hrv_entropy")];
        item.note_numbers(&mut check_in.meta, &more, found);
        check_in.hrv_rmssd.is_some()
    })
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
