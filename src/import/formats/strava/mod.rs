//! activities.csv of Strava's bulk export, of any age and in the language of the account.
//!
//! Two blocks of columns have the same names with other units: the first is what the site shows (kilometres or
//! miles as text, with the marks of the language), the second what is stored (metres, seconds). Exports before
//! 2020 have the first alone, and those before July 2019 have metres in it. So columns are found by name and
//! occurrence ([`places`]), and the first distance counts only where there is no second. Dates are in UTC and
//! in the shape of the language.
//!
//! The file that a row names tells the same activity in detail; the row tells title, notes, gear and how hard
//! it was. The other files of an export (profile, media, comments …) have nothing for a journal.

mod places;
mod row;
mod unit;

use std::sync::LazyLock;

use crate::domain::Record;
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::columns::Names;
use crate::import::reading::dates::Dates;
use crate::import::reading::moment::DateOrder;
use crate::import::reading::number::NumberStyle;
use crate::import::reading::table::{Header, Shape, each_row, sample};
use crate::import::reading::{Entry, Found, Head, Input, Reading, Refusal, Task};
use places::Places;
use unit::Unit;

/// Where records of Strava say they come from.
const SOURCE: &str = "strava";

/// What the columns are called.
static NAMES: LazyLock<Names> = LazyLock::new(|| Names::parse(include_str!("../../../../assets/columns/strava.toml")));

pub(in crate::import) const FORMAT: Format = Format {
    word: "strava",
    is: is_activities,
    reader: Reader::Whole(read),
};

/// Known by its names, or in a language that is not known by its shape.
fn is_activities(head: &Head) -> bool {
    let Some(header) = head.header() else { return false };
    let rows = head.rows();
    Places::named(header, &rows).is_some() || Places::shaped(header, &rows).is_some()
}

/// What is the same for all rows of a file.
struct File<'t> {
    places: Places,
    /// How the first block writes numbers.
    shown: NumberStyle,
    /// How the second does.
    stored: NumberStyle,
    dates: Dates,
    unit: Unit,
    task: &'t Task<'t>,
}

/// Reads the activities of a file.
fn read(input: &Input, task: &Task) -> Reading {
    let header = Header::of(input.bytes).ok_or_else(|| Refusal::Rejected(fl!("import-unreadable")))?;
    let rows = sample(input.bytes);
    let places = Places::named(&header, &rows).or_else(|| Places::shaped(&header, &rows));
    let file = File::of(&places.unwrap_or_default(), &rows, task);
    let mut found = Found::default();
    each_row(input.bytes, Shape::Ragged, task, &mut found, |row, found| {
        let activity = file.activity(row, found)?;
        let link = row.at(file.places.file);
        found.add(Entry::of(Record::Activity(activity)).on(row.line).linked(link));
        Ok(())
    })?;
    Ok(found)
}

impl<'t> File<'t> {
    fn of(places: &Places, rows: &[Vec<String>], task: &'t Task) -> Self {
        let cells = |place: Option<usize>| {
            let rows = rows.iter();
            rows.filter_map(move |row| row.get(place?).map(String::as_str))
        };
        let shown = NumberStyle::of(cells(places.shown_distance)).unwrap_or_default();
        let stored = cells(places.metres)
            .chain(cells(places.elapsed))
            .chain(cells(places.moving));
        let stored = NumberStyle::of(stored).unwrap_or_default();
        // Where a language writes dates with slashes it is not English, which names the month.
        let dates = Dates::of(cells(places.date), task, DateOrder::DayFirst);
        Self {
            unit: Unit::of(places, rows, (shown, stored), task),
            places: *places,
            shown,
            stored,
            dates,
            task,
        }
    }
}
