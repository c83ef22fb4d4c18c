//! `physiological_cycles.csv`: a day of WHOOP from one sleep to the next, with the body's values of its morning.

use super::SOURCE;
use super::sleep::night;
use super::table::{END, START, Table, ZONE};
use crate::domain::{CheckIn, Record, RecordKind, Stamp};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::table::{Row, Shape, each_row};
use crate::import::reading::{Entry, Found, Input, Reading, Task};

const TABLE: Table = Table(
    &[
        START,
        END,
        ZONE,
        "Recovery score %",
        "Resting heart rate (bpm)",
        "Heart rate variability (ms)",
        "Skin temp (celsius)",
        "Blood oxygen %",
        "Day Strain",
        "Energy burned (cal)",
        "Max HR (bpm)",
        "Average HR (bpm)",
        "Sleep onset",
        "Wake onset",
        "Sleep performance %",
        "Respiratory rate (rpm)",
        "Asleep duration (min)",
        "In bed duration (min)",
        "Light sleep duration (min)",
        "Deep (SWS) duration (min)",
        "REM duration (min)",
        "Awake duration (min)",
        "Sleep need (min)",
        "Sleep debt (min)",
        "Sleep efficiency %",
        "Sleep consistency %",
    ],
    0,
);

/// What the detail takes: the column, and its name there.
const DETAIL: [(&str, &str); 4] = [
    ("Recovery score %", "recovery_pct"),
    ("Skin temp (celsius)", "skin_temperature_c"),
    ("Blood oxygen %", "blood_oxygen_pct"),
    ("Day Strain", "day_strain"),
];

pub(in crate::import) const CYCLES: Format = Format {
    word: "whoop_cycles",
    is: |head| TABLE.is(head, &["Recovery score %", "Heart rate variability (ms)"]),
    reader: Reader::Whole(read),
};

fn read(input: &Input, task: &Task) -> Reading {
    let mut found = Found::default();
    let dates = TABLE.dates(input, task);
    each_row(input.bytes, Shape::Ragged, task, &mut found, |row, found| {
        TABLE.note_order(row, dates, found);
        let night = night(&TABLE, row, dates, task, found)?;
        // The values are those of the morning; a cycle without sleep has that of its start.
        let at = night.as_ref().and_then(|it| it.wake_at);
        let at = match at {
            Some(at) => Some(at),
            None => TABLE.stamp(row, START, dates)?,
        };
        let at = at.ok_or_else(|| fl!("import-cell-empty", column = START))?;
        if task.is_future(at.ms) {
            return Err(fl!("import-future", date = at.civil_date().to_string()));
        }
        let check_in = check_in(row, at, task, found);
        if let Some(night) = night {
            found.add(Entry::of(Record::Night(night)).on(row.line));
        }
        if let Some(check_in) = check_in {
            found.add(Entry::of(Record::CheckIn(check_in)).on(row.line));
        }
        Ok(())
    })?;
    Ok(found)
}

fn check_in(row: &Row, at: Stamp, task: &Task, found: &mut Found) -> Option<CheckIn> {
    let day = at.civil_date();
    let mut meta = task.meta(
        RecordKind::CheckIn,
        SOURCE,
        format!("whoop:cycle:{}", at.to_rfc3339()),
        at.ms,
    );
    for (theirs, ours) in DETAIL {
        meta.note_number(ours, TABLE.number(row, theirs, -100.0..=10_000.0, found));
    }
    let check_in = CheckIn {
        resting_hr: TABLE.number(row, "Resting heart rate (bpm)", 20.0..=250.0, found),
        hrv_rmssd: TABLE.number(row, "Heart rate variability (ms)", 0.0..=1000.0, found),
        ..CheckIn::new(meta, day)
    };
    (check_in.resting_hr.is_some() || check_in.hrv_rmssd.is_some()).then_some(check_in)
}
