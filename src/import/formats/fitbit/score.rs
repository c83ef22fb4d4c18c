//! `sleep_score.csv`: how Fitbit scored each night.
//!
//! A score belongs to the log whose number it has, so its night goes by the name of that log's night and
//! completes it. The time is that of waking, on the wall, whatever the Z behind it says: it is the log's own.
//! The resting heart rate of a score is an early guess that `resting_heart_rate.json` corrects, so it stands
//! in the detail and is no check-in.

use super::{SOURCE, clock, not_in_future};
use crate::domain::{Night, Record, RecordKind};
use crate::import::format::{Format, Reader};
use crate::import::reading::item::{Item, each_item};
use crate::import::reading::{Found, Input, Reading, Task};

pub(in crate::import) const FORMAT: Format = Format {
    word: "fitbit_sleep_score",
    is: |head| head.has_columns(&["sleep_log_entry_id", "overall_score"]),
    reader: Reader::Whole(read),
};

/// What a score says of its night.
const NUMBERS: [(&str, &str); 7] = [
    ("overall_score", "sleep_score"),
    ("composition_score", "composition_score"),
    ("revitalization_score", "revitalization_score"),
    ("duration_score", "duration_score"),
    ("deep_sleep_in_minutes", "deep_min"),
    ("resting_heart_rate", "resting_hr"),
    ("restlessness", "restlessness"),
];

/// Reads the scores of a file.
fn read(input: &Input, task: &Task) -> Reading {
    let mut found = Found::default();
    each_item(input, task, &mut found, |item, found| {
        let night = night(item, task, found)?;
        found.add(item.entry(Record::Night(night)).local());
        Ok(())
    })?;
    Ok(found)
}

/// What is known of a night by its score: when one woke, and the score.
fn night(item: &Item, task: &Task, found: &mut Found) -> Result<Night, String> {
    let wake = task.local(clock(item, "timestamp")?);
    let wake = wake.ok_or_else(|| item.wrong("timestamp"))?;
    not_in_future(wake, task)?;
    let id = item.need(&["sleep_log_entry_id"])?;
    let mut meta = task.meta(RecordKind::Night, SOURCE, format!("{SOURCE}:sleep:{id}"), wake.ms);
    item.note_numbers(&mut meta, &NUMBERS, found);
    Ok(Night {
        wake_at: Some(wake),
        ..Night::new(meta, wake.civil_date())
    })
}
