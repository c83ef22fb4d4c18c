//! What the watch summed up of each day: `UDSFile_….json` of an export of the account, and the site's answer for one
//! day. Of it a journal takes the resting heart rate: the settled one, because the day's own has artefacts.

use std::ops::RangeInclusive;

use super::SOURCE;
use super::documents::each_document;
use crate::domain::{CheckIn, Record, RecordKind};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::item::{Item, each_item};
use crate::import::reading::moment::DateOrder;
use crate::import::reading::{Found, Head, Input, Reading, Task};

const HEART_RATE: RangeInclusive<f64> = 20.0..=250.0;

/// A date, alone or as it was written for some years: `{"date": "Aug 5, 2019 12:00:00 AM"}`.
const DATE: [&str; 2] = ["calendarDate", "calendarDate_date"];

pub(in crate::import) const FORMAT: Format = Format {
    word: "garmin_days",
    is: |head| {
        let has = |key| head.has_keys(&["calendarDate", key]);
        has("restingHeartRate") || has("currentDayRestingHeartRate")
    },
    reader: Reader::Whole(read),
};

fn read(input: &Input, task: &Task) -> Reading {
    let mut found = Found::default();
    // The site answers with one day, an export has a list of them.
    if Head::of(input.bytes).text().starts_with('{') {
        each_document(input.bytes, &["calendarDate"], task, &mut found, |object, found| {
            if let Err(why) = take(&Item::of_object(object), task, found) {
                found.left_out(None, why);
            }
        })?;
    } else {
        each_item(input, task, &mut found, |item, found| take(item, task, found))?;
    }
    Ok(found)
}

fn take(item: &Item, task: &Task, found: &mut Found) -> Result<(), String> {
    if let Some(check_in) = check_in(item, task, found)? {
        found.add(item.entry(Record::CheckIn(check_in)));
    }
    Ok(())
}

/// The values of a day; none where the watch was not worn.
fn check_in(item: &Item, task: &Task, found: &mut Found) -> Result<Option<CheckIn>, String> {
    let resting_hr = item.positive(&["restingHeartRate", "currentDayRestingHeartRate"], HEART_RATE, found);
    if resting_hr.is_none() {
        return Ok(None);
    }
    let text = item.need(&DATE)?;
    let wrong = || fl!("import-cell-wrong", column = DATE[0], value = text);
    let day = DateOrder::MonthFirst.read(text).ok_or_else(wrong)?.date;
    let noon = task.local(day.at(12, 0, 0, 0)).ok_or_else(wrong)?;
    if task.is_future(noon.ms) {
        return Err(fl!("import-future", date = text));
    }
    let meta = task.meta(RecordKind::CheckIn, SOURCE, format!("{SOURCE}:day:{day}"), noon.ms);
    Ok(Some(CheckIn {
        resting_hr,
        ..CheckIn::new(meta, day)
    }))
}
