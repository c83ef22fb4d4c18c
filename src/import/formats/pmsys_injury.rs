//! `PMSys` injury.csv: reports of injuries, `{'left_knee': 'minor'}` by part of the body, most of them empty.
//!
//! An injury is no soreness, and nothing turns one into the other: it becomes a note in the check-in of its
//! day, in words and by name in the detail. Reports of one day are one. The check-in has no time of its own, so
//! that it completes the questionnaire of that morning and does not stand in its place. A report without an
//! injury gives nothing.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::json;

use super::pmsys_wellness::{SOURCE, stamp};
use crate::domain::{CheckIn, Record, RecordKind, Stamp};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::table::{Shape, each_row};
use crate::import::reading::{Entry, Found, Input, Reading, Refusal, Task};

pub(in crate::import) const FORMAT: Format = Format {
    word: "pmsys_injury",
    is: |head| head.has_columns(&["effective_time_frame", "injuries"]),
    reader: Reader::Whole(read),
};

/// What was injured on a day, and how badly.
struct Report {
    at: Stamp,
    line: u64,
    injuries: BTreeMap<String, String>,
}

/// Reads the reports of a file.
fn read(input: &Input, task: &Task) -> Reading {
    let mut found = Found::default();
    let mut days: BTreeMap<Date, Report> = BTreeMap::new();
    each_row(input.bytes, Shape::Ragged, task, &mut found, |row, _| {
        let (at, _) = stamp(row, "effective_time_frame", task)?;
        let cell = row.cell("injuries");
        let wrong = || fl!("import-cell-wrong", column = "injuries", value = cell);
        let injuries = injuries(cell).ok_or_else(wrong)?;
        if !injuries.is_empty() {
            let line = row.line;
            let none = || Report {
                at,
                line,
                injuries: BTreeMap::new(),
            };
            let report = days.entry(at.civil_date()).or_insert_with(none);
            report.injuries.extend(injuries);
        }
        Ok(())
    })?;
    if days.is_empty() && found.left_out == 0 {
        return Err(Refusal::Unsupported(fl!("import-no-injuries")));
    }
    for (day, report) in days {
        found.add(Entry::of(Record::CheckIn(check_in(day, &report, task))).on(report.line));
    }
    Ok(found)
}

fn check_in(day: Date, report: &Report, task: &Task) -> CheckIn {
    let name = format!("{SOURCE}:injury:{day}");
    let mut meta = task.meta(RecordKind::CheckIn, SOURCE, name, report.at.ms);
    meta.note("injuries", json!(report.injuries));
    let told =
        |(part, how): (&String, &String)| fl!("import-injury", part = part.replace('_', " "), how = how.as_str());
    let notes: Vec<_> = report.injuries.iter().map(told).collect();
    CheckIn {
        notes: notes.join("; "),
        ..CheckIn::new(meta, day)
    }
}

/// The parts and how bad each is in `{'left_leg': 'minor', 'right_leg': 'minor'}`.
fn injuries(cell: &str) -> Option<BTreeMap<String, String>> {
    let inner = cell.trim().strip_prefix('{')?.strip_suffix('}')?;
    let unquoted = |it: &str| it.trim().trim_matches(['\'', '"']).to_owned();
    let pair = |it: &str| {
        let (part, how) = it.split_once(':')?;
        let (part, how) = (unquoted(part), unquoted(how));
        (!part.is_empty() && !how.is_empty()).then_some((part, how))
    };
    inner.split(',').filter(|it| !it.trim().is_empty()).map(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn injuries_are_named_by_part() {
        let two = injuries("{'left_leg': 'minor', 'right_leg': 'major'}").unwrap();
        assert_eq!(two["left_leg"], "minor");
        assert_eq!(two["right_leg"], "major");
        assert_eq!(injuries("{}"), Some(BTreeMap::new()));
        for wrong in ["", "minor", "{left_leg}", "{'': 'minor'}"] {
            assert_eq!(injuries(wrong), None, "{wrong}");
        }
    }
}
