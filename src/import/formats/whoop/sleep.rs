//! sleeps.csv: nights and naps with their stages.

use std::ops::RangeInclusive;

use super::table::{END, START, Table, ZONE};
use super::{SOURCE, names};
use crate::domain::night::AWAKE_MIN;
use crate::domain::{Night, Record, RecordKind};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::dates::Dates;
use crate::import::reading::night::slept;
use crate::import::reading::table::{Row, Shape, each_row};
use crate::import::reading::{Entry, Found, Input, Reading, Task};

const MINUTES: RangeInclusive<f64> = 0.0..=2880.0;

const TABLE: Table = Table(
    &[
        START,
        END,
        ZONE,
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
        "Nap",
    ],
    0,
);

/// What the detail takes: the column, and its name there.
const DETAIL: [(&str, &str); 9] = [
    ("Light sleep duration (min)", "light_min"),
    ("Deep (SWS) duration (min)", "deep_min"),
    ("REM duration (min)", "rem_min"),
    ("Awake duration (min)", AWAKE_MIN),
    ("Sleep performance %", "sleep_performance_pct"),
    ("Sleep need (min)", "sleep_need_min"),
    ("Sleep debt (min)", "sleep_debt_min"),
    ("Sleep efficiency %", "efficiency_pct"),
    ("Respiratory rate (rpm)", "respiration"),
];

pub(in crate::import) const FORMAT: Format = Format {
    word: "whoop_sleeps",
    is: |head| TABLE.is(head, &["Sleep onset", "Wake onset", "Nap"]),
    reader: Reader::Whole(read),
};

fn read(input: &Input, task: &Task) -> Reading {
    let mut found = Found::default();
    let dates = TABLE.dates(input, task);
    each_row(input.bytes, Shape::Ragged, task, &mut found, |row, found| {
        TABLE.note_order(row, dates, found);
        let nap = names::flag(TABLE.cell(row, "Nap")) == Some(true);
        if let Some(night) = night(&TABLE, row, dates, task, found)? {
            found.add(Entry::of(Record::Night(Night { nap, ..night })).on(row.line));
        }
        Ok(())
    })?;
    Ok(found)
}

/// The sleep of a row of `table`; none where it has no times.
pub(super) fn night(
    table: &Table,
    row: &Row,
    dates: Dates,
    task: &Task,
    found: &mut Found,
) -> Result<Option<Night>, String> {
    let (Some(bed), Some(wake)) = (
        table.stamp(row, "Sleep onset", dates)?,
        table.stamp(row, "Wake onset", dates)?,
    ) else {
        return Ok(None);
    };
    if task.is_future(wake.ms) {
        return Err(fl!("import-future", date = wake.civil_date().to_string()));
    }
    let name = format!("whoop:sleep:{}", bed.to_rfc3339());
    let mut meta = task.meta(RecordKind::Night, SOURCE, name, wake.ms);
    for (theirs, ours) in DETAIL {
        meta.note_number(ours, table.number(row, theirs, 0.0..=10_000.0, found));
    }
    let asleep = table.number(row, "Asleep duration (min)", MINUTES, found);
    slept(meta, bed, wake, asleep, Some(row.line), found).map(Some)
}
