//! Daylio: a mood and the things that were done, one entry a row, several a day.
//!
//! Each thing named was done that day; one that is not named may have been done or not, so its absence says
//! nothing. Of Daylio's own five moods the order is known, and they stand on the journal's five-point scale;
//! a mood of one's own is a word and stays one. Times are by the clock on the wall and without a zone. The names
//! of the columns are in the runner's language, their order is always the same.

use std::collections::HashSet;

use jiff::civil::{Date, Time};

use crate::domain::{Answer, CheckIn, Rating, Record, RecordKind, Scale, When};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::catalogue::{Catalogue, Practised};
use crate::import::reading::clock::time_of_day;
use crate::import::reading::moment::DateOrder;
use crate::import::reading::table::{Header, Row, Shape, all_cells, each_row};
use crate::import::reading::{Entry, Found, Head, Input, Reading, Task};

const SOURCE: &str = "daylio";

/// The moods that Daylio comes with, from the worst to the best.
const MOODS: [&str; 5] = ["awful", "bad", "meh", "good", "rad"];

/// What stands for line ends and signs in notes; what it stands for. The sign of signs comes last.
const MARKUP: [(&str, &str); 14] = [
    ("<br>", "\n"),
    ("<br/>", "\n"),
    ("<br />", "\n"),
    ("<b>", ""),
    ("</b>", ""),
    ("<i>", ""),
    ("</i>", ""),
    ("<li>", "\n- "),
    ("</li>", ""),
    ("&nbsp;", " "),
    ("&quot;", "\""),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&amp;", "&"),
];

/// What stands between the things that were done.
const SEPARATOR: char = '|';

pub(in crate::import) const FORMAT: Format = Format {
    word: "daylio",
    is,
    reader: Reader::Whole(read),
};

/// By the names of the columns, or by their shape: a full date first and things with bars between them.
fn is(head: &Head) -> bool {
    let Some(header) = head.header() else { return false };
    if header.has(&["full_date", "mood", "activities"]) {
        return true;
    }
    let first = all_cells(head.bytes).into_iter().next();
    (7..=9).contains(&header.names().len())
        && first.is_some_and(|row| {
            let date = row.first().is_some_and(|it| it.parse::<Date>().is_ok());
            date && row.get(5).is_some_and(|it| it.contains(" | "))
        })
}

/// Where the columns are.
struct Columns {
    date: Option<usize>,
    time: Option<usize>,
    mood: Option<usize>,
    things: Option<usize>,
    scales: Option<usize>,
    title: Option<usize>,
    note: Option<usize>,
}

impl Columns {
    fn of(header: &Header) -> Self {
        let find = |name: &str, place: usize| header.find(&[name]).or(Some(place));
        Self {
            date: find("full_date", 0),
            time: find("time", 3),
            mood: find("mood", 4),
            things: find("activities", 5),
            scales: header.find(&["scales"]),
            title: header
                .find(&["note_title"])
                .or_else(|| (header.names().len() == 8).then_some(6)),
            note: header.find(&["note"]).or_else(|| Some(header.names().len() - 1)),
        }
    }
}

fn read(input: &Input, task: &Task) -> Reading {
    let mut found = Found::default();
    let mut catalogue = Catalogue::of(task, SOURCE);
    let mut done: HashSet<(Date, String)> = HashSet::new();
    each_row(input.bytes, Shape::Ragged, task, &mut found, |row, found| {
        let columns = Columns::of(row.header);
        let text = row.at(columns.date);
        let day = DateOrder::DayFirst.read(text).map(|it| it.date);
        let day = day.ok_or_else(|| fl!("import-cell-wrong", column = "full_date", value = text))?;
        let check_in = check_in(row, &columns, day, task)?;
        found.add(Entry::of(Record::CheckIn(check_in)).on(row.line).local());
        for thing in row.at(columns.things).split(SEPARATOR).map(str::trim) {
            if thing.is_empty() || !done.insert((day, thing.to_lowercase())) {
                continue;
            }
            let practice = catalogue.practice(
                &Practised {
                    name: thing,
                    unit: None,
                    when: When::On(day),
                    occasion: &day.to_string(),
                    answer: Answer::Yes,
                    value: None,
                    notes: "",
                },
                found,
            )?;
            found.add(Entry::of(Record::Practice(practice)).on(row.line));
        }
        Ok(())
    })?;
    Ok(found)
}

fn check_in(row: &Row, columns: &Columns, day: Date, task: &Task) -> Result<CheckIn, String> {
    let time = time_of_day(row.at(columns.time)).unwrap_or(Time::constant(12, 0, 0, 0));
    let at = task.local(day.to_datetime(time));
    let at = at.ok_or_else(|| fl!("import-cell-wrong", column = "full_date", value = day.to_string()))?;
    if task.is_future(at.ms) {
        return Err(fl!("import-future", date = day.to_string()));
    }
    let mood = row.at(columns.mood);
    let mut meta = task.meta(RecordKind::CheckIn, SOURCE, format!("daylio:entry:{day}:{time}"), at.ms);
    meta.note_text("mood_word", mood);
    meta.note_text("scales", row.at(columns.scales));
    let place = MOODS.iter().position(|it| it.eq_ignore_ascii_case(mood));
    let parts = [row.at(columns.title), row.at(columns.note)];
    let parts: Vec<&str> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    Ok(CheckIn {
        at: Some(at),
        mood: place.map(|at| Rating {
            // 1 is the best of the scale.
            value: (MOODS.len() - at) as f64,
            scale: Scale::Five15,
        }),
        notes: without_markup(&parts.join("\n\n")),
        ..CheckIn::new(meta, day)
    })
}

/// A note without the little HTML that Daylio writes it in.
fn without_markup(note: &str) -> String {
    let mut text = note.to_owned();
    for (markup, plain) in MARKUP {
        text = text.replace(markup, plain);
    }
    text.trim().to_owned()
}
