//! Daylio: a mood and the things that were done, one entry a row, several a day.
//!
//! Each thing named was done that day; one that is not named may have been done or not, so its absence says
//! nothing. Of Daylio's own five moods the order is known, and they stand on the journal's five-point scale;
//! a mood of one's own is a word and stays one. Times are by the clock on the wall and without a zone. The names
//! of the columns are in the runner's language, their order is always the same. Until 2019 the date stood in two of
//! them, the year and the rest in words, and a spreadsheet may have written it in the manner of its country.

mod moods;
mod note;

use std::collections::{BTreeSet, HashMap, HashSet};

use jiff::civil::{Date, Time};

use crate::domain::words::listed;
use crate::domain::{Answer, CheckIn, Rating, Record, RecordKind, Scale, When};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::catalogue::{Catalogue, Practised};
use crate::import::reading::clock::time_of_day;
use crate::import::reading::dates::Dates;
use crate::import::reading::moment::DateOrder;
use crate::import::reading::table::{Header, Row, Shape, all_cells, each_row, sample};
use crate::import::reading::{Entry, Found, Head, Input, Reading, Refusal, Task};
use moods::Moods;

const SOURCE: &str = "daylio";

/// How many moods of the runner's own a remark names.
const MOST_NAMED: usize = 8;

/// What stands for the time of an entry that has none.
const NOON: Time = Time::constant(12, 0, 0, 0);

/// What stands between the things that were done.
const SEPARATOR: char = '|';

pub(in crate::import) const FORMAT: Format = Format {
    word: "daylio",
    is,
    reader: Reader::Whole(read),
};

/// By the names of the columns, or by their shape: a full date first, or a year and a date, and things with bars
/// between them.
fn is(head: &Head) -> bool {
    let Some(header) = head.header() else { return false };
    if header.has(&["full_date", "mood", "activities"]) || header.has(&["year", "date", "mood", "activities"]) {
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
    /// The year, where the date is without one.
    year: Option<usize>,
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
        let year = header.find(&["year"]).filter(|_| header.find(&["full_date"]).is_none());
        Self {
            date: header
                .find(&["full_date"])
                .or_else(|| header.find(&["date"]).filter(|_| year.is_some()))
                .or(Some(0)),
            year,
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

impl Columns {
    /// The date of a row, as a text.
    fn date_of(&self, cell: impl Fn(Option<usize>) -> String) -> String {
        let date = cell(self.date);
        match self.year {
            Some(_) => format!("{date} {}", cell(self.year)),
            None => date,
        }
    }
}

/// What the whole file tells of how its rows are to be read.
struct Means {
    columns: Columns,
    dates: Dates,
    moods: Moods,
    /// How many entries each minute had.
    told: HashMap<String, usize>,
    /// Entries whose time cannot be read.
    untimed: usize,
    /// Words for moods that have no place on the scale.
    own_moods: BTreeSet<String>,
}

impl Means {
    fn of(input: &Input, task: &Task) -> Result<Self, Refusal> {
        let header = Header::of(input.bytes).ok_or_else(|| Refusal::Rejected(fl!("import-unreadable")))?;
        let columns = Columns::of(&header);
        let rows = sample(input.bytes);
        let cell = |row: &Vec<String>, at: Option<usize>| at.and_then(|at| row.get(at)).cloned().unwrap_or_default();
        let dates: Vec<_> = rows.iter().map(|row| columns.date_of(|at| cell(row, at))).collect();
        let moods: Vec<_> = rows.iter().map(|row| cell(row, columns.mood)).collect();
        Ok(Self {
            dates: Dates::of(dates.iter().map(String::as_str), task, DateOrder::DayFirst),
            moods: Moods::of(&moods),
            columns,
            told: HashMap::new(),
            untimed: 0,
            own_moods: BTreeSet::new(),
        })
    }

    /// What there is to say once all rows are read.
    fn tell(self, found: &mut Found) {
        if self.untimed > 0 {
            found.note(None, fl!("import-daylio-untimed", n = self.untimed));
        }
        let own: Vec<_> = self.own_moods.into_iter().take(MOST_NAMED).collect();
        if let Some(words) = listed(&own) {
            found.note(None, fl!("import-daylio-moods", words = words));
        }
    }
}

fn read(input: &Input, task: &Task) -> Reading {
    let mut means = Means::of(input, task)?;
    let mut found = Found::default();
    let mut catalogue = Catalogue::of(task, SOURCE);
    let mut done: HashSet<(Date, String)> = HashSet::new();
    each_row(input.bytes, Shape::Ragged, task, &mut found, |row, found| {
        let text = means.columns.date_of(|at| row.at(at).to_owned());
        let day = means.dates.read(&text, found).map(|it| it.date);
        let day = day.ok_or_else(|| fl!("import-cell-wrong", column = "full_date", value = text))?;
        let check_in = check_in(row, &mut means, day, task)?;
        found.add(Entry::of(Record::CheckIn(check_in)).on(row.line).local());
        for thing in row.at(means.columns.things).split(SEPARATOR).map(str::trim) {
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
    means.tell(&mut found);
    Ok(found)
}

/// An entry. Several of one minute are several; one without a time that can be read stands at noon, and that is told.
fn check_in(row: &Row, means: &mut Means, day: Date, task: &Task) -> Result<CheckIn, String> {
    let time = time_of_day(row.at(means.columns.time));
    let at = task.local(day.to_datetime(time.unwrap_or(NOON)));
    let at = at.ok_or_else(|| fl!("import-cell-wrong", column = "full_date", value = day.to_string()))?;
    if task.is_future(at.ms) {
        return Err(fl!("import-future", date = day.to_string()));
    }
    means.untimed += usize::from(time.is_none());
    let mood = row.at(means.columns.mood);
    let mut meta = task.meta(RecordKind::CheckIn, SOURCE, means.name(day, time), at.ms);
    meta.note_text("mood_word", mood);
    meta.note_text("scales", row.at(means.columns.scales));
    let rating = means.moods.rating(mood);
    if rating.is_none() && !mood.is_empty() {
        means.own_moods.insert(mood.to_owned());
    }
    let parts = [row.at(means.columns.title), row.at(means.columns.note)];
    let parts: Vec<&str> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    Ok(CheckIn {
        at: Some(at),
        mood: rating.map(|value| Rating {
            value,
            scale: Scale::Five15,
        }),
        notes: note::plain(&parts.join("\n\n")),
        ..CheckIn::new(meta, day)
    })
}

impl Means {
    /// The name of an entry in Daylio: it has none but its time, and how many came before it at that time.
    fn name(&mut self, day: Date, time: Option<Time>) -> String {
        let name = format!("daylio:entry:{day}:{}", time.unwrap_or(NOON));
        let before = self.told.entry(name.clone()).or_default();
        *before += 1;
        match *before {
            1 => name,
            n => format!("{name}:{n}"),
        }
    }
}
