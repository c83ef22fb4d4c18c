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
use crate::import::reading::table::{Header, Row, Shape, all_cells, each_row};
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

/// Known by a date and then habits, whose cells are marks. Words say it alone. Numbers do not, because a table
/// of anybody has dates and small numbers: there each line must end with a comma, as Loop writes it.
fn is_checkmarks(head: &Head) -> bool {
    let Some(header) = head.header() else { return false };
    if header.names().first().is_none_or(|it| it != "Date") {
        return false;
    }
    let rows = all_cells(head.bytes);
    // In the file of one habit a note follows the mark.
    let count = if is_single(header) { 1 } else { usize::MAX };
    let cells = rows.iter().take(50).flat_map(|row| row.iter().skip(1).take(count));
    let marks: Vec<_> = cells.map(|it| it.trim()).filter(|it| !it.is_empty()).take(40).collect();
    let has_word = marks.iter().any(|it| mark_of_word(it).is_some());
    let ends_so = header.names().len() > 2 && header.names().last().is_some_and(String::is_empty);
    let is_plausible = has_word || ends_so || header.names() == ["Date", "Value", "Notes"];
    is_plausible && !marks.is_empty() && marks.iter().all(|it| is_mark(it))
}

/// Whether it is the file of one habit.
fn is_single(header: &Header) -> bool {
    matches!(header.names(), [date, value, ..] if date == "Date" && value == "Value")
}

/// A word, one of the old numbers, or an amount in thousandths.
fn is_mark(cell: &str) -> bool {
    let is_number = |it: i64| (-1..=3).contains(&it) || it >= 10;
    mark_of_word(cell).is_some() || cell.parse().is_ok_and(is_number)
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

/// A habit of Habits.csv.
struct Listed {
    name: String,
    /// What it is measured in; none where it is done or not.
    unit: Option<String>,
}

/// The habits of Habits.csv, in its order, which is that of the folders and columns.
fn list(bytes: Option<&[u8]>) -> Vec<Listed> {
    let Some((bytes, header)) = bytes.and_then(|it| Some((it, Header::of(it)?))) else {
        return Vec::new();
    };
    let (name, unit, kind) = (header.find(&["Name"]), header.find(&["Unit"]), header.find(&["Type"]));
    let rows = all_cells(bytes).into_iter().map(|row| {
        let cell = |place: Option<usize>| place.and_then(|at| row.get(at)).map_or("", |it| it.trim());
        let is_measured = cell(kind).contains("NUM") || (kind.is_none() && !cell(unit).is_empty());
        Listed {
            name: cell(name).to_owned(),
            unit: is_measured.then(|| cell(unit).to_owned()),
        }
    });
    rows.collect()
}

/// The names of the columns behind the date. Loop writes them without quotes, so a name with a comma is two
/// cells there: then those of the list stand, where they are as many as the rows have cells.
fn columns(header: &Header, bytes: &[u8], listed: &[Listed]) -> Result<Vec<String>, Refusal> {
    let names = header.names()[1..].iter().filter(|it| !it.is_empty()).count();
    let first = all_cells(bytes).into_iter().next().unwrap_or_default();
    let cells = first.iter().skip(1).filter(|it| !it.trim().is_empty()).count();
    if names <= cells || first.len() >= header.names().len() {
        return Ok(header.names()[1..].to_vec());
    }
    if listed.len() == cells {
        return Ok(listed.iter().map(|it| it.name.clone()).collect());
    }
    Err(Refusal::Rejected(fl!("import-loop-names")))
}

fn read(input: &Input, task: &Task) -> Reading {
    let header = Header::of(input.bytes).ok_or_else(|| Refusal::Rejected(fl!("import-unreadable")))?;
    let is_single = is_single(&header);
    let place = if is_single { "../Habits.csv" } else { "Habits.csv" };
    let listed = list(input.sibling(place).as_deref());
    let says_so = |row: &Vec<String>| row.get(1).is_some_and(|it| mark_of_word(it).is_some());
    if is_single && listed.is_empty() && !all_cells(input.bytes).iter().any(says_so) {
        // Dates and numbers without a list of habits are a table of anybody.
        return Err(Refusal::Unsupported(fl!("import-csv")));
    }
    let names = if is_single {
        vec![single_name(input.folder, &listed)]
    } else {
        columns(&header, input.bytes, &listed)?
    };
    let units: HashMap<&str, &Option<String>> = listed.iter().map(|it| (it.name.as_str(), &it.unit)).collect();
    let mut found = Found::default();
    let mut catalogue = Catalogue::of(task, SOURCE);
    let mut silent_zeros = 0;
    each_row(input.bytes, Shape::Ragged, task, &mut found, |row, found| {
        let day = day(row, task)?;
        let notes = if is_single {
            row.at(row.header.find(&["Notes"]))
        } else {
            ""
        };
        for (at, name) in names.iter().enumerate() {
            let cell = row.at(Some(at + 1));
            if name.is_empty() || cell.is_empty() {
                continue;
            }
            // Where no list says it, a number that is none of the marks is an amount.
            let is_amount = cell.parse::<i64>().is_ok_and(|it| it >= 10);
            let listed = units.get(name.as_str()).and_then(|it| it.as_deref());
            let unit = listed.or_else(|| is_amount.then_some(""));
            let (mark, value) = mark(cell, unit.is_some());
            silent_zeros += usize::from(cell == "0" && unit.is_none());
            let Mark::Said(answer) = mark else {
                if !notes.is_empty() {
                    found.note(Some(row.line), fl!("import-loop-note", note = notes));
                }
                continue;
            };
            let practice = catalogue.practice(
                &Practised {
                    name,
                    unit,
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

/// The day of a row.
fn day(row: &Row, task: &Task) -> Result<Date, String> {
    let text = row.at(Some(0));
    let wrong = || fl!("import-cell-wrong", column = "Date", value = text);
    let day: Date = text.parse().map_err(|_no| wrong())?;
    let at = task.local(day.to_datetime(jiff::civil::Time::midnight()));
    if task.is_future(at.ok_or_else(wrong)?.ms) {
        return Err(fl!("import-future", date = text));
    }
    Ok(day)
}

/// The habit of a file of its own. Its folder is called `001 Name`, but only the letters of English are left in
/// that name; the number is its place in the list.
fn single_name(folder: &str, listed: &[Listed]) -> String {
    let digits = folder.bytes().take_while(u8::is_ascii_digit).count();
    let (number, name) = folder.split_at(digits);
    let place = number.parse::<usize>().ok().and_then(|it| it.checked_sub(1));
    let in_list = place.and_then(|at| listed.get(at)).filter(|it| !it.name.is_empty());
    in_list.map_or_else(|| name.trim().to_owned(), |it| it.name.clone())
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
