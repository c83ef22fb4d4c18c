//! What a table or the file of a day tells of a night, as a night and as the body's values of its day.

use std::ops::RangeInclusive;

use jiff::civil::{Date, Time};

use super::SOURCE;
use crate::domain::night::{AWAKE_MIN, bed_date};
use crate::domain::{CheckIn, Meta, Night, Record, RecordKind, Stamp};
use crate::fl;
use crate::import::reading::clock::{Colon, duration, time_of_day};
use crate::import::reading::dates::Dates;
use crate::import::reading::moment::DateOrder;
use crate::import::reading::night::slept;
use crate::import::reading::number::{NumberStyle, is_blank};
use crate::import::reading::table::out_of_range;
use crate::import::reading::{Entry, Found, Task};

const MINUTES: RangeInclusive<f64> = 1.0..=1440.0;
const HEART_RATE: RangeInclusive<f64> = 20.0..=250.0;
const HRV: RangeInclusive<f64> = 1.0..=1000.0;

/// How a value that only the detail takes is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    Number,
    Word,
    /// As a length of time, which is noted in minutes.
    Length,
}

/// What only the detail takes: the names it has, its key there, and how it is written.
pub(super) const MORE: [(&[&str], &str, Written); 12] = [
    (&["Score", "Sleep Score"], "sleep_score", Written::Number),
    (&["Quality"], "sleep_quality_word", Written::Word),
    (
        &["Body Battery", "Body Battery Change"],
        "body_battery",
        Written::Number,
    ),
    (
        &["Pulse Ox", "Avg SpO₂", "Avg SpO2", "Avg. SpO2"],
        "pulse_ox",
        Written::Number,
    ),
    (
        &["Respiration", "Avg Respiration", "Avg. Respiration Rate"],
        "respiration",
        Written::Number,
    ),
    (&["Sleep Need"], "sleep_need_min", Written::Length),
    (&["Deep Sleep Duration"], "deep_min", Written::Length),
    (&["Light Sleep Duration"], "light_min", Written::Length),
    (&["REM Duration"], "rem_min", Written::Length),
    (&["Awake Time"], AWAKE_MIN, Written::Length),
    (&["Restless Moments"], "restless_count", Written::Number),
    (&["Avg Overnight Heart Rate"], "avg_hr", Written::Number),
];

/// What is told of a night, as text.
#[derive(Debug, Default)]
pub(super) struct Told {
    pub date: String,
    pub duration: String,
    pub bed: String,
    pub wake: String,
    pub resting_hr: String,
    pub hrv: String,
    /// What only the detail takes, by its place in [`MORE`].
    pub more: Vec<(usize, String)>,
    pub line: Option<u64>,
}

impl Told {
    /// Adds the night and the values of its day. A row of nothing but dashes is a night without the watch.
    pub fn finish(&self, dates: Dates, style: NumberStyle, task: &Task, found: &mut Found) -> Result<(), String> {
        let told = [&self.duration, &self.bed, &self.wake, &self.resting_hr, &self.hrv];
        if told.into_iter().all(|it| is_blank(it)) {
            return Ok(());
        }
        let day = self.day(dates, found)?;
        let midnight = task.local(day.to_datetime(Time::midnight()));
        let midnight = midnight.ok_or_else(|| self.wrong_date())?;
        if task.is_future(midnight.ms) {
            return Err(fl!("import-future", date = self.date.as_str()));
        }
        let night = self.night(day, midnight, style, task, found)?;
        let entry = |record| Entry {
            line: self.line,
            ..Entry::of(record)
        };
        if let Some(night) = night {
            let has_clock = night.bed_at.or(night.wake_at).is_some();
            let entry = entry(Record::Night(night));
            found.add(if has_clock { entry.local() } else { entry });
        }
        if let Some(check_in) = self.check_in(day, midnight, style, task, found) {
            found.add(entry(Record::CheckIn(check_in)));
        }
        Ok(())
    }

    /// The day of waking.
    fn day(&self, dates: Dates, found: &mut Found) -> Result<Date, String> {
        let text = self.date.as_str();
        if let Some(moment) = dates.read(text, found) {
            return Ok(moment.date);
        }
        let has_letters = text.chars().any(char::is_alphabetic);
        if has_letters && text.contains(['-', '–', '—']) {
            return Err(fl!("import-garmin-weeks"));
        }
        if DateOrder::DayFirst.read(&format!("{text}, 2000")).is_some() {
            return Err(fl!("import-no-year", date = text));
        }
        Err(self.wrong_date())
    }

    fn wrong_date(&self) -> String {
        fl!("import-cell-wrong", column = "Date", value = self.date.as_str())
    }

    fn night(
        &self,
        day: Date,
        midnight: Stamp,
        style: NumberStyle,
        task: &Task,
        found: &mut Found,
    ) -> Result<Option<Night>, String> {
        let asleep = self.minutes_asleep(found);
        let (bed, wake) = (time_of_day(&self.bed), time_of_day(&self.wake));
        if asleep.is_none() && (bed.is_none() || wake.is_none()) {
            return Ok(None);
        }
        let bed_at = bed.and_then(|it| task.local(bed_date(day, it, wake)?.to_datetime(it)));
        let wake_at = wake.and_then(|it| task.local(day.to_datetime(it)));
        let mut meta = task.meta(RecordKind::Night, SOURCE, format!("{SOURCE}:sleep:{day}"), midnight.ms);
        self.note(&mut meta, style);
        if let Some((bed, wake)) = bed_at.zip(wake_at) {
            let night = slept(meta, bed, wake, asleep, self.line, found)?;
            return Ok(Some(Night { day, ..night }));
        }
        Ok(Some(Night {
            bed_at,
            wake_at,
            asleep_min: asleep,
            ..Night::new(meta, day)
        }))
    }

    fn minutes_asleep(&self, found: &mut Found) -> Option<f64> {
        if is_blank(&self.duration) {
            return None;
        }
        let Some(seconds) = duration(&self.duration, Colon::HoursMinutes) else {
            let why = fl!("import-cell-wrong", column = "Duration", value = self.duration.as_str());
            found.note(self.line, why);
            return None;
        };
        let minutes = seconds / 60.0;
        if MINUTES.contains(&minutes) {
            return Some(minutes);
        }
        found.note(self.line, out_of_range("Duration", minutes, &MINUTES));
        None
    }

    fn note(&self, meta: &mut Meta, style: NumberStyle) {
        for (at, text) in self.more.iter().filter(|it| !is_blank(&it.1)) {
            let (_, key, written) = MORE[*at];
            match written {
                Written::Number => meta.note_number(key, style.read(text)),
                Written::Word => meta.note_text(key, text),
                Written::Length => {
                    let seconds = duration(text, Colon::HoursMinutes);
                    meta.note_number(key, seconds.map(|it| it / 60.0));
                }
            }
        }
    }

    fn check_in(
        &self,
        day: Date,
        midnight: Stamp,
        style: NumberStyle,
        task: &Task,
        found: &mut Found,
    ) -> Option<CheckIn> {
        let mut number = |text: &str, range: &RangeInclusive<f64>, what: String| {
            let value = style.read(text).filter(|it| *it > 0.0)?;
            if range.contains(&value) {
                return Some(value);
            }
            found.note(self.line, out_of_range(&what, value, range));
            None
        };
        let resting_hr = number(&self.resting_hr, &HEART_RATE, fl!("import-resting-hr"));
        let hrv_rmssd = number(&self.hrv, &HRV, fl!("import-garmin-hrv"));
        let name = format!("{SOURCE}:day:{day}");
        let meta = task.meta(RecordKind::CheckIn, SOURCE, name, midnight.ms);
        (resting_hr.is_some() || hrv_rmssd.is_some()).then(|| CheckIn {
            resting_hr,
            hrv_rmssd,
            ..CheckIn::new(meta, day)
        })
    }
}
