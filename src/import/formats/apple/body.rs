//! What the body said on a day: resting heart rate, heart rate variability, body mass.
//!
//! A day has one check-in, and of several values the last one stands. Apple measures variability as SDNN; the
//! journal's number is rMSSD, which is another one, so that of Apple stays in the detail.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use jiff::civil::Date;

use super::SOURCE;
use super::value::{kilograms, per_minute, rounded};
use crate::domain::{CheckIn, RecordKind, Stamp};
use crate::fl;
use crate::import::reading::Task;
use crate::import::reading::table::out_of_range;

const HEART_RATE: RangeInclusive<f64> = 20.0..=220.0;
const SDNN: RangeInclusive<f64> = 0.1..=1000.0;
const MASS: RangeInclusive<f64> = 10.0..=500.0;

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Measure {
    RestingHr,
    Sdnn,
    Mass,
}

/// The values of all days.
#[derive(Default)]
pub(super) struct Days(BTreeMap<Date, Day>);

#[derive(Default)]
struct Day {
    resting_hr: Option<(Stamp, f64)>,
    mass: Option<(Stamp, f64)>,
    sdnn_sum: f64,
    sdnn_count: usize,
}

impl Days {
    /// One more value, or why it is none.
    pub fn add(&mut self, measure: Measure, at: Stamp, value: f64, unit: &str) -> Result<(), String> {
        let (what, read, range) = match measure {
            Measure::RestingHr => (fl!("import-resting-hr"), per_minute(value, unit), HEART_RATE),
            Measure::Sdnn => (fl!("import-sdnn"), milliseconds(value, unit), SDNN),
            Measure::Mass => (fl!("import-mass"), kilograms(value, unit), MASS),
        };
        let Some(read) = read else {
            return Err(fl!("import-unit-unknown", what = what, unit = unit));
        };
        if !range.contains(&read) {
            return Err(out_of_range(&what, read, &range));
        }
        let day = self.0.entry(at.civil_date()).or_default();
        match measure {
            Measure::RestingHr => later(&mut day.resting_hr, at, rounded(read, 1)),
            Measure::Mass => later(&mut day.mass, at, rounded(read, 2)),
            Measure::Sdnn => {
                day.sdnn_sum += read;
                day.sdnn_count += 1;
            }
        }
        Ok(())
    }

    /// The check-ins.
    pub fn into_check_ins(self, task: &Task) -> impl Iterator<Item = CheckIn> {
        self.0.into_iter().map(|(day, values)| values.check_in(day, task))
    }
}

impl Day {
    fn check_in(self, day: Date, task: &Task) -> CheckIn {
        let midnight = Stamp::from_civil_offset(day.into(), 0).map_or(0, |it| it.ms);
        let meta = task.meta(RecordKind::CheckIn, SOURCE, format!("apple:day:{day}"), midnight);
        let mut check_in = CheckIn {
            resting_hr: self.resting_hr.map(|it| it.1),
            weight_kg: self.mass.map(|it| it.1),
            ..CheckIn::new(meta, day)
        };
        if self.sdnn_count > 0 {
            let mean = rounded(self.sdnn_sum / self.sdnn_count as f64, 1);
            check_in.meta.note_number("hrv_sdnn_ms", Some(mean));
            check_in
                .meta
                .note_number("hrv_sdnn_readings", Some(self.sdnn_count as f64));
        }
        check_in
    }
}

/// Keeps the later of two values.
fn later(kept: &mut Option<(Stamp, f64)>, at: Stamp, value: f64) {
    if kept.is_none_or(|it| it.0.ms <= at.ms) {
        *kept = Some((at, value));
    }
}

fn milliseconds(value: f64, unit: &str) -> Option<f64> {
    match unit {
        "ms" | "" => Some(value),
        "s" => Some(value * 1000.0),
        _ => None,
    }
}
