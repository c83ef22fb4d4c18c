//! Loop Habit Tracker: Checkmarks.csv, with a column for each habit, or one habit's own file of its folder.
//!
//! New versions write words: done by hand is yes, NO is no, SKIP and UNKNOWN are nothing, and `YES_AUTO` is
//! nothing either, because the program ticked it by the habit's rhythm and nobody did it that day. Old versions
//! write 2, 1, 0 and -1 for the same, but 0 both for no and for nothing: so it is nothing, and that is said.
//! Values of measured habits are thousandths. What is measured, and in what unit, stands in Habits.csv beside it.
//! The files of single habits repeat the large one, and add notes.

use std::collections::HashMap;

use jiff::civil::Date;

use crate::domain::{Answer, Record, When};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::catalogue::{Catalogue, Practised};
use crate::import::reading::number::NumberStyle;
use crate::import::reading::table::{Header, Shape, all_cells, each_row};
use crate::import::reading::{Entry, Found, Head, Input, Reading, Refusal, Task};

const SOURCE: &str = "loop_habits";

/// How many measured units one is written as.
const THOUSAND: f64 = 1000.0;

/// All habits, a column each.
pub(in crate::import) const CHECKMARKS: Format = Format {
    word: "loop_habits",
    is: is_checkmarks,
    reader: Reader::Whole(read),
};

/// The list of habits, and scores, which are made of the others.
pub(in crate::import) const LIST: Format = Format {
    word: "loop_habits_list",
    is: |head| {
        head.has_columns(&["Position", "Name", "Question", "Description"])
            || head.has_columns(&["Name", "NumRepetitions", "Interval"])
    },
    reader: Reader::Nothing(|| fl!("import-loop-list")),
};

/// Known by a date and then habits, whose cells are marks.
fn is_checkmarks(head: &Head) -> bool {
    let Some(header) = head.header() else { return false };
    let is_dated = header.names().first().is_some_and(|it| it == "Date");
    let marks = all_cells(head.bytes);
    // In the file of one habit a note follows the mark.
    let count = if header.has(&["Value"]) { 1 } else { usize::MAX };
    let cells = marks.iter().take(50).flat_map(|row| row.iter().skip(1).take(count));
    let mut marks = cells.map(|it| it.trim()).filter(|it| !it.is_empty()).peekable();
    let is_mark = |it: &str| mark_of_word(it).is_some() || it.parse::<i64>().is_ok();
    is_dated && header.names().len() >= 2 && marks.peek().is_some() && marks.take(40).all(is_mark)
}

/// What a cell says.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Mark {
    Said(Answer),
    /// Nothing, or nothing that somebody said.
    Silent,
}

fn mark_of_word(text: &str) -> Option<Mark> {
    match text {
        "YES_MANUAL" => Some(Mark::Said(Answer::Yes)),
        "NO" => Some(Mark::Said(Answer::No)),
        "YES_AUTO" | "SKIP" | "UNKNOWN" => Some(Mark::Silent),
        _ => None,
    }
}

/// What Habits.csv says of the habits: their units, by name; a habit that is done or not has none.
fn units(list: Option<&[u8]>) -> HashMap<String, Option<String>> {
    let Some(header) = list.and_then(Header::of) else {
        return HashMap::new();
    };
    let (name, unit, kind) = (header.find(&["Name"]), header.find(&["Unit"]), header.find(&["Type"]));
    let mut units = HashMap::new();
    for row in all_cells(list.unwrap_or_default()) {
        let cell = |place: Option<usize>| place.and_then(|at| row.get(at)).map_or("", String::as_str);
        let is_measured = cell(kind).contains("NUM") || (kind.is_none() && !cell(unit).is_empty());
        units.insert(cell(name).to_owned(), is_measured.then(|| cell(unit).to_owned()));
    }
    units
}

fn read(input: &Input, task: &Task) -> Reading {
    let header = Header::of(input.bytes).ok_or_else(|| Refusal::Rejected(fl!("import-unreadable")))?;
    let is_single = header.has(&["Value"]);
    let units = units(input.sibling("Habits.csv").as_deref());
    let single = single_name(input, is_single);
    let mut found = Found::default();
    let mut catalogue = Catalogue::of(task, SOURCE);
    let mut silent_zeros = 0;
    each_row(input.bytes, Shape::Ragged, task, &mut found, |row, found| {
        let text = row.at(Some(0));
        let day: Date = text
            .parse()
            .map_err(|_no| fl!("import-cell-wrong", column = "Date", value = text))?;
        let at = task.local(day.to_datetime(jiff::civil::Time::midnight()));
        let at = at.ok_or_else(|| fl!("import-cell-wrong", column = "Date", value = text))?;
        if task.is_future(at.ms) {
            return Err(fl!("import-future", date = text));
        }
        let places = if is_single { 1..2 } else { 1..row.header.names().len() };
        for place in places {
            let name = match &single {
                Some(name) => name.as_str(),
                None => row.header.names()[place].as_str(),
            };
            let cell = row.at(Some(place));
            if name.is_empty() || cell.is_empty() {
                continue;
            }
            let unit = units.get(name).cloned().flatten();
            let (mark, value) = mark(cell, unit.is_some());
            silent_zeros += usize::from(cell == "0" && unit.is_none());
            let Mark::Said(answer) = mark else { continue };
            let notes = if is_single {
                row.at(row.header.find(&["Notes"]))
            } else {
                ""
            };
            let practice = catalogue.practice(
                &Practised {
                    name,
                    unit: unit.as_deref(),
                    when: When::On(day),
                    occasion: &day.to_string(),
                    answer,
                    value,
                    notes,
                },
                found,
            )?;
            found.add(Entry::of(Record::Practice(practice)).on(row.line));
        }
        Ok(())
    })?;
    if silent_zeros > 0 {
        found.note(None, fl!("import-loop-zeros", n = silent_zeros));
    }
    Ok(found)
}

/// The habit of a file of its own: its folder is called `001 Name`.
fn single_name(input: &Input, is_single: bool) -> Option<String> {
    if !is_single {
        return None;
    }
    let name = input.folder.trim_start_matches(|c: char| c.is_ascii_digit()).trim();
    Some(name.to_owned())
}

/// What a cell says of a habit, measured or not, and how much.
fn mark(cell: &str, is_measured: bool) -> (Mark, Option<f64>) {
    if let Some(mark) = mark_of_word(cell) {
        return (mark, None);
    }
    let Some(value) = NumberStyle::Dot.read(cell) else {
        return (Mark::Silent, None);
    };
    if is_measured {
        let answer = if value > 0.0 { Answer::Yes } else { Answer::No };
        let mark = if value < 0.0 { Mark::Silent } else { Mark::Said(answer) };
        return (mark, Some(value / THOUSAND).filter(|it| *it > 0.0));
    }
    let is_done = value == 2.0;
    (if is_done { Mark::Said(Answer::Yes) } else { Mark::Silent }, None)
}
