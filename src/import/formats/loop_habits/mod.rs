//! Loop Habit Tracker: Checkmarks.csv, with a column for each habit, or one habit's own file of its folder.
//!
//! New versions write words: done by hand is yes, NO is no, SKIP and UNKNOWN are nothing, and `YES_AUTO` is
//! nothing either, because the program ticked it by the habit's rhythm and nobody did it that day. What numbers
//! say stands in [`mod@mark`]. What is measured, and in what unit, stands in Habits.csv beside it. The files of single
//! habits repeat the large one, and add notes. Scores are reckoned from the marks; some versions write them with
//! decimal commas and no quotes, two cells a score.

mod mark;

use std::collections::HashMap;

use jiff::civil::Date;

use crate::domain::{Record, When};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::catalogue::{Catalogue, Practised};
use crate::import::reading::table::{Header, Row, Shape, all_cells, each_row};
use crate::import::reading::{Entry, Found, Head, Input, Reading, Refusal, Task};
use mark::{Mark, is_amount, is_mark, mark, tells_no, with_plain_marks};

const SOURCE: &str = "loop_habits";

/// All habits, a column each.
pub(in crate::import) const CHECKMARKS: Format = Format {
    word: "loop_habits",
    is: is_checkmarks,
    reader: Reader::Whole(read),
};

/// Scores, which are made of the marks.
pub(in crate::import) const SCORES: Format = Format {
    word: "loop_habits_scores",
    is: is_scores,
    reader: Reader::Nothing(|| fl!("import-loop-scores")),
};

/// The list of habits.
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
    let rows = all_cells(&with_plain_marks(head.bytes));
    // In the file of one habit a note follows the mark.
    let count = if is_single(header) { 1 } else { usize::MAX };
    let cells = rows.iter().take(50).flat_map(|row| row.iter().skip(1).take(count));
    let marks: Vec<_> = cells.map(|it| it.trim()).filter(|it| !it.is_empty()).take(40).collect();
    let has_word = marks.iter().any(|it| Mark::of_word(it).is_some());
    let ends_so = header.names().len() > 2 && header.names().last().is_some_and(String::is_empty);
    let is_plausible = has_word || ends_so || header.names() == ["Date", "Value", "Notes"];
    is_plausible && !marks.is_empty() && marks.iter().all(|it| is_mark(it))
}

/// Known by a date and numbers from 0 to 1 with four decimals, as Loop writes them.
fn is_scores(head: &Head) -> bool {
    let Some(header) = head.header() else { return false };
    let names = header.names();
    if names.first().is_none_or(|it| it != "Date") || !(names.last().is_some_and(String::is_empty) || names.len() == 2)
    {
        return false;
    }
    let rows = head.rows();
    let cells: Vec<&str> = rows
        .iter()
        .take(50)
        .flat_map(|row| row.iter().skip(1))
        .map(|it| it.trim())
        .filter(|it| !it.is_empty())
        .collect();
    let is_four = |it: &str| it.len() == 4 && it.bytes().all(|it| it.is_ascii_digit());
    let is_score = |it: &&str| {
        it.split_once('.')
            .is_some_and(|(a, b)| matches!(a, "0" | "1") && is_four(b))
    };
    let is_cut = |pair: &[&str]| matches!(pair, ["0" | "1", decimals] if is_four(decimals));
    !cells.is_empty() && (cells.iter().all(is_score) || cells.chunks(2).all(is_cut))
}

/// Whether it is the file of one habit.
fn is_single(header: &Header) -> bool {
    matches!(header.names(), [date, value, ..] if date == "Date" && value == "Value")
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
    let bytes = &*with_plain_marks(input.bytes);
    let header = Header::of(bytes).ok_or_else(|| Refusal::Rejected(fl!("import-unreadable")))?;
    let is_single = is_single(&header);
    let place = if is_single { "../Habits.csv" } else { "Habits.csv" };
    let listed = list(input.sibling(place).as_deref());
    let rows = all_cells(bytes);
    let says_so = |row: &Vec<String>| row.get(1).is_some_and(|it| Mark::of_word(it).is_some());
    if is_single && listed.is_empty() && !rows.iter().any(says_so) {
        // Dates and numbers without a list of habits are a table of anybody.
        return Err(Refusal::Unsupported(fl!("import-csv")));
    }
    let names = if is_single {
        vec![single_name(input.folder, &listed).ok_or_else(|| Refusal::Rejected(fl!("import-loop-nameless")))?]
    } else {
        columns(&header, bytes, &listed)?
    };
    // In the file of one habit a note follows the mark.
    let marks = |row: &Vec<String>| row.iter().skip(1).take(names.len()).cloned().collect::<Vec<_>>();
    let has_no = rows.iter().flat_map(marks).any(|it| tells_no(&it));
    // Where no list says it, a number that is none of the marks makes its habit one that is measured.
    let measured: Vec<bool> = (1..=names.len())
        .map(|at| rows.iter().any(|row| row.get(at).is_some_and(|it| is_amount(it))))
        .collect();
    let units: HashMap<&str, &Option<String>> = listed.iter().map(|it| (it.name.as_str(), &it.unit)).collect();
    let mut found = Found::default();
    let mut catalogue = Catalogue::of(task, SOURCE);
    let mut unclear = 0;
    each_row(bytes, Shape::Ragged, task, &mut found, |row, found| {
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
            let unit = match units.get(name.as_str()) {
                Some(unit) => unit.as_deref(),
                None => measured[at].then_some(""),
            };
            let (mark, value) = mark(cell, unit.is_some(), has_no);
            unclear += usize::from(mark == Mark::Unclear);
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
    if unclear > 0 {
        found.note(None, fl!("import-loop-zeros", n = unclear));
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
fn single_name(folder: &str, listed: &[Listed]) -> Option<String> {
    let digits = folder.bytes().take_while(u8::is_ascii_digit).count();
    let (number, name) = folder.split_at(digits);
    let place = number.parse::<usize>().ok().and_then(|it| it.checked_sub(1));
    let in_list = place.and_then(|at| listed.get(at)).filter(|it| !it.name.is_empty());
    // Any other folder, like that of downloads, names no habit.
    let by_folder = place.map(|_| name.trim().to_owned()).filter(|it| !it.is_empty());
    in_list.map(|it| it.name.clone()).or(by_folder)
}
