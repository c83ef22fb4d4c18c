//! `PMSys` injury.csv: reports of injuries, each with the parts of the body and how bad.
//!
//! How sore a part is, it does not say, so none becomes a soreness rating: a report is a note of that day's
//! check-in, with the parts and their words in its detail. A report without injuries is nothing to note.

use serde_json::json;

use super::pmsys_wellness::{SOURCE, stamp};
use crate::domain::{CheckIn, Record, RecordKind};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::table::{Shape, each_row};
use crate::import::reading::{Entry, Found, Input, Reading, Task};

pub(in crate::import) const FORMAT: Format = Format {
    word: "pmsys_injury",
    is: |head| head.has_columns(&["effective_time_frame", "injuries"]),
    reader: Reader::Whole(read),
};

fn read(input: &Input, task: &Task) -> Reading {
    let mut found = Found::default();
    each_row(input.bytes, Shape::Exact, task, &mut found, |row, found| {
        let (at, text) = stamp(row, "effective_time_frame", task)?;
        let injuries = injuries(row.cell("injuries"));
        if injuries.is_empty() {
            return Ok(());
        }
        let words: Vec<String> = injuries
            .iter()
            .map(|(part, how)| format!("{} ({how})", part.replace('_', " ")))
            .collect();
        let mut meta = task.meta(RecordKind::CheckIn, SOURCE, format!("pmsys:injury:{text}"), at.ms);
        let map: serde_json::Map<_, _> = injuries.into_iter().map(|(part, how)| (part, how.into())).collect();
        meta.detail = Some(json!({ "injuries": map }));
        let check_in = CheckIn {
            notes: fl!("import-injuries", list = words.join(", ")),
            ..CheckIn::new(meta, at.civil_date())
        };
        found.add(Entry::of(Record::CheckIn(check_in)).on(row.line));
        Ok(())
    })?;
    Ok(found)
}

/// The pairs in `{'left_leg': 'minor', 'right_leg': 'minor'}`.
fn injuries(cell: &str) -> Vec<(String, String)> {
    let inside = cell.trim().trim_start_matches('{').trim_end_matches('}');
    let word = |it: &str| it.trim_matches(|c: char| matches!(c, '\'' | '"' | ' ')).to_owned();
    let pairs = inside.split(',').filter_map(|pair| pair.split_once(':'));
    pairs
        .map(|(part, how)| (word(part), word(how)))
        .filter(|(part, how)| !part.is_empty() && !how.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_and_how_bad_they_are_stand_in_a_list_of_pairs() {
        let pair = |part: &str| (part.to_owned(), "minor".to_owned());
        assert_eq!(
            injuries("{'left_leg': 'minor', 'right_leg': 'minor'}"),
            [pair("left_leg"), pair("right_leg")]
        );
        assert_eq!(injuries("{}"), []);
        assert_eq!(injuries("{{{:::,,'"), []);
    }
}
