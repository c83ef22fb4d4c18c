//! Sleep.csv: a night a row, whose first column is the date whatever it is called; the file of one day, which is
//! pairs of names and values; and the table of weeks, whose means are no nights.

use std::ops::RangeInclusive;

use jiff::civil::{Date, Time};

use super::SOURCE;
use crate::domain::night::bed_date;
use crate::domain::{CheckIn, Night, Record, RecordKind, Stamp};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::clock::{Colon, duration, time_of_day};
use crate::import::reading::moment::DateOrder;
use crate::import::reading::number::{NumberStyle, is_blank};
use crate::import::reading::table::{Shape, each_row, out_of_range, sample};
use crate::import::reading::{Entry, Found, Head, Input, Reading, Task};

const MINUTES: RangeInclusive<f64> = 1.0..=1440.0;
const HEART_RATE: RangeInclusive<f64> = 20.0..=250.0;
const HRV: RangeInclusive<f64> = 1.0..=1000.0;

/// The table of days.
pub(in crate::import) const DAYS: Format = Format {
    word: "garmin_sleep",
    is: |head| head.has_columns(&["Duration", "Bedtime", "Wake Time"]),
    reader: Reader::Whole(read),
};

/// The table of weeks.
pub(in crate::import) const WEEKS: Format = Format {
    word: "garmin_sleep_weeks",
    is: |head| head.has_columns(&["Avg Duration", "Avg Bedtime", "Avg Wake Time"]),
    reader: Reader::Nothing(|| fl!("import-garmin-weeks")),
};

/// The file of one day.
pub(in crate::import) const ONE_DAY: Format = Format {
    word: "garmin_sleep_day",
    is: is_one_day,
    reader: Reader::Whole(read_day),
};

fn is_one_day(head: &Head) -> bool {
    let first = head.text().lines().next().unwrap_or_default();
    first.trim_start_matches('"').starts_with("Sleep Score 1 Day")
}

/// What is told of a night, as text.
#[derive(Default)]
struct Told {
    date: String,
    duration: String,
    bed: String,
    wake: String,
    resting_hr: String,
    hrv: String,
    /// What only the detail takes.
    more: Vec<(&'static str, String)>,
    line: Option<u64>,
}

/// Names of the values, as tables and the file of a day have them, and where they go in the detail.
const MORE: [(&[&str], &str); 6] = [
    (&["Score", "Sleep Score"], "sleep_score"),
    (&["Quality"], "sleep_quality_word"),
    (&["Body Battery", "Body Battery Change"], "body_battery"),
    (&["Pulse Ox", "Avg SpO2"], "pulse_ox"),
    (&["Respiration", "Avg Respiration"], "respiration"),
    (&["Sleep Need"], "sleep_need"),
];

fn read(input: &Input, task: &Task) -> Reading {
    let rows = sample(input.bytes);
    let order = order(rows.iter().filter_map(|row| row.first()).map(String::as_str), task);
    let mut found = Found::default();
    each_row(input.bytes, Shape::Ragged, task, &mut found, |row, found| {
        let cell = |names: &[&str]| row.at(row.header.find(names)).to_owned();
        let told = Told {
            date: row.at(Some(0)).to_owned(),
            duration: cell(&["Duration"]),
            bed: cell(&["Bedtime"]),
            wake: cell(&["Wake Time"]),
            resting_hr: cell(&["Resting Heart Rate"]),
            hrv: cell(&["HRV Status", "Avg Overnight HRV", "HRV"]),
            more: MORE.map(|(names, key)| (key, cell(names))).to_vec(),
            line: Some(row.line),
        };
        told.finish(order, task, found)
    })?;
    Ok(found)
}

/// The pairs of the file of one day.
fn read_day(input: &Input, task: &Task) -> Reading {
    let text = String::from_utf8_lossy(input.bytes);
    let mut told = Told::default();
    for line in text.lines() {
        let Some((name, value)) = line.split_once([',', ';', '\t']) else {
            continue;
        };
        let (name, value) = (
            name.trim_matches(['"', ' ', '\u{feff}']),
            value.trim_matches(['"', ' ']).to_owned(),
        );
        match name {
            "Date" => told.date = value,
            "Duration" | "Sleep Duration" | "Total Sleep Time" => told.duration = value,
            "Bedtime" => told.bed = value,
            "Wake Time" => told.wake = value,
            "Resting Heart Rate" => told.resting_hr = value,
            "HRV Status" | "Avg Overnight HRV" => told.hrv = value,
            name => {
                let known = MORE.iter().find(|(names, _)| names.contains(&name));
                told.more.extend(known.map(|(_, key)| (*key, value)));
            }
        }
    }
    let mut found = Found::default();
    let order = order([told.date.as_str()], task);
    if let Err(why) = told.finish(order, task, &mut found) {
        found.left_out(None, why);
    }
    Ok(found)
}

fn order<'t>(dates: impl IntoIterator<Item = &'t str>, task: &Task) -> DateOrder {
    let said = match task.options.day_first {
        Some(false) => DateOrder::MonthFirst,
        _ => DateOrder::DayFirst,
    };
    DateOrder::of(dates).map_or(said, |it| it.0)
}

impl Told {
    fn finish(self, order: DateOrder, task: &Task, found: &mut Found) -> Result<(), String> {
        let is_empty = [&self.duration, &self.bed, &self.wake, &self.resting_hr, &self.hrv]
            .into_iter()
            .all(|it| is_blank(it));
        if is_empty {
            return Ok(());
        }
        let day = order.read(&self.date).map(|it| it.date);
        let day = day.ok_or_else(|| fl!("import-cell-wrong", column = "Date", value = self.date.as_str()))?;
        let midnight = task.local(day.to_datetime(Time::midnight()));
        let midnight = midnight.ok_or_else(|| fl!("import-cell-wrong", column = "Date", value = self.date.as_str()))?;
        if task.is_future(midnight.ms) {
            return Err(fl!("import-future", date = self.date.as_str()));
        }
        let check_in = self.check_in(day, midnight, task, found);
        let night = self.night(day, midnight, task, found)?;
        let entry = |record| Entry {
            line: self.line,
            ..Entry::of(record)
        };
        if let Some(night) = night {
            found.add(entry(Record::Night(night)).local());
        }
        if let Some(check_in) = check_in {
            found.add(entry(Record::CheckIn(check_in)));
        }
        Ok(())
    }

    fn night(&self, day: Date, midnight: Stamp, task: &Task, found: &mut Found) -> Result<Option<Night>, String> {
        let minutes = duration(&self.duration, Colon::HoursMinutes).map(|it| it / 60.0);
        let (bed, wake) = (time_of_day(&self.bed), time_of_day(&self.wake));
        if minutes.is_none() && (bed.is_none() || wake.is_none()) {
            return Ok(None);
        }
        let bed_at = bed.and_then(|it| task.local(bed_date(day, it, wake)?.to_datetime(it)));
        let wake_at = wake.and_then(|it| task.local(day.to_datetime(it)));
        let mut meta = task.meta(RecordKind::Night, SOURCE, format!("garmin:sleep:{day}"), midnight.ms);
        for (key, value) in &self.more {
            if !is_blank(value) {
                match NumberStyle::Dot.read(value) {
                    Some(number) => meta.note_number(key, Some(number)),
                    None => meta.note_text(key, value),
                }
            }
        }
        let in_bed = bed_at.zip(wake_at).map(|(bed, wake)| wake.seconds_since(bed) / 60.0);
        if in_bed.is_some_and(|it| it <= 0.0) {
            return Err(fl!("import-night-order"));
        }
        let within = minutes.filter(|it| MINUTES.contains(it));
        if let (Some(minutes), None) = (minutes, within) {
            found.note(self.line, out_of_range("Duration", minutes, &MINUTES));
        }
        Ok(Some(Night {
            bed_at,
            wake_at,
            asleep_min: within.map(|it| in_bed.map_or(it, |in_bed| it.min(in_bed))),
            ..Night::new(meta, day)
        }))
    }

    fn check_in(&self, day: Date, midnight: Stamp, task: &Task, found: &mut Found) -> Option<CheckIn> {
        let mut number = |text: &str, range: &RangeInclusive<f64>, what: &str| {
            let value = NumberStyle::Dot.read(text)?;
            if range.contains(&value) {
                return Some(value);
            }
            found.note(self.line, out_of_range(what, value, range));
            None
        };
        let resting_hr = number(&self.resting_hr, &HEART_RATE, "Resting Heart Rate");
        let hrv_rmssd = number(&self.hrv, &HRV, "HRV Status");
        let meta = task.meta(RecordKind::CheckIn, SOURCE, format!("garmin:day:{day}"), midnight.ms);
        (resting_hr.is_some() || hrv_rmssd.is_some()).then(|| CheckIn {
            resting_hr,
            hrv_rmssd,
            ..CheckIn::new(meta, day)
        })
    }
}
