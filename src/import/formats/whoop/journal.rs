//! `journal_entries.csv`: yes or no to the runner's own questions. They are asked in the morning about the day
//! before, and stand with the cycle that began with the sleep between: so they belong to the day that ended
//! with that sleep. What was not answered is a blank cell, and stays unknown.

use super::table::{END, START, Table, ZONE};
use super::{SOURCE, names};
use crate::domain::{Answer, Record, When};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::catalogue::{Catalogue, Practised};
use crate::import::reading::table::{Shape, each_row, need};
use crate::import::reading::{Entry, Found, Input, Reading, Task};

const TABLE: Table = Table(&[START, END, ZONE, "Question text", "Answered yes", "Notes"], 0);

pub(in crate::import) const FORMAT: Format = Format {
    word: "whoop_journal",
    is: |head| TABLE.is(head, &["Question text", "Answered yes"]),
    reader: Reader::Whole(read),
};

fn read(input: &Input, task: &Task) -> Reading {
    let mut found = Found::default();
    let mut catalogue = Catalogue::of(task, SOURCE);
    let dates = TABLE.dates(input, task);
    each_row(input.bytes, Shape::Ragged, task, &mut found, |row, found| {
        TABLE.note_order(row, dates, found);
        let told = TABLE.cell(row, "Answered yes");
        let answer = match names::flag(told) {
            Some(true) => Answer::Yes,
            Some(false) => Answer::No,
            None if told.is_empty() => return Ok(()),
            None => return Err(fl!("import-cell-wrong", column = "Answered yes", value = told)),
        };
        let start = need(START, TABLE.stamp(row, START, dates)?)?;
        if task.is_future(start.ms) {
            return Err(fl!("import-future", date = start.civil_date().to_string()));
        }
        let day = task.journal.settings.day_rule.day_of(start);
        let name = need(
            "Question text",
            Some(TABLE.cell(row, "Question text")).filter(|it| !it.is_empty()),
        )?;
        let occasion = start.to_rfc3339();
        let practice = catalogue.practice(
            &Practised {
                name,
                unit: None,
                when: When::On(day),
                occasion: &occasion,
                answer,
                value: None,
                notes: TABLE.cell(row, "Notes"),
            },
            found,
        )?;
        found.add(Entry::of(Record::Practice(practice)).on(row.line));
        Ok(())
    })?;
    Ok(found)
}
