//! Activities.csv. Times are by the clock on the wall and without a zone, `--` is nothing, and no cell states its
//! unit ([`mod@unit`]): distances are in that of the account, heights in metres or feet with it, swims in metres or
//! yards. Pace and speed share a column, by sport.
//!
//! A table that a spreadsheet saved again has 30:48:00 where 30 min 48 s was meant; pace and distance say which.

use std::collections::HashSet;
use std::ops::RangeInclusive;

use super::places::Places;
use super::{NAMES, SOURCE, name, unit};
use crate::domain::import::words::unit_name;
use crate::domain::{Activity, Assumption, DistanceUnit, Meta, Record, RecordKind, Sport, Stamp};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::cells::{Cells, wrong};
use crate::import::reading::clock::{Colon, duration, resaved};
use crate::import::reading::dates::Dates;
use crate::import::reading::moment::DateOrder;
use crate::import::reading::number::{NumberStyle, is_blank};
use crate::import::reading::table::{Header, Row, Shape, each_row, out_of_range, sample};
use crate::import::reading::{Entry, Found, Head, Input, Reading, Refusal, Task, sport};

const YARD_M: f64 = 0.9144;
const FOOT_M: f64 = 0.3048;

/// Up to ten days: who runs longer records stages. A month is a clock that was never stopped.
const SECONDS: RangeInclusive<f64> = 0.0..=864_000.0;
const METRES: RangeInclusive<f64> = 0.0..=4e7;
const HEART_RATE: RangeInclusive<f64> = 25.0..=220.0;
const CLIMB: RangeInclusive<f64> = 0.0..=1e5;
const CADENCE: RangeInclusive<f64> = 0.0..=500.0;
const AMOUNT: RangeInclusive<f64> = 0.0..=1e6;

/// Before 1990 no clock of a watch was set.
const FIRST_MS: i64 = 631_152_000_000;

/// Who swims further than this counts metres or yards.
const LONGEST_SWIM: f64 = 20.0;

/// How much longer or shorter a time may be than pace and distance make it.
const FITTING: RangeInclusive<f64> = 0.5..=3.0;

pub(in crate::import) const FORMAT: Format = Format {
    word: "garmin_activities",
    is: is_activities,
    reader: Reader::Whole(read),
};

/// Known by its names, or in a language that is not known by its shape.
fn is_activities(head: &Head) -> bool {
    head.header()
        .is_some_and(|header| places(header, &head.rows()).is_some())
}

fn places(header: &Header, rows: &[Vec<String>]) -> Option<Places> {
    Places::named(&NAMES.of(header)).or_else(|| Places::shaped(header, rows))
}

/// What is the same for all rows of a table.
struct File<'t> {
    places: Places,
    style: NumberStyle,
    dates: Dates,
    unit: DistanceUnit,
    is_sure: bool,
    task: &'t Task<'t>,
}

fn read(input: &Input, task: &Task) -> Reading {
    let rows = sample(input.bytes);
    let places = Header::of(input.bytes).and_then(|it| places(&it, &rows));
    let places = places.ok_or_else(|| Refusal::Rejected(fl!("import-unreadable")))?;
    let mut found = Found::default();
    let file = File::of(&places, &rows, task, &mut found);
    let mut names = HashSet::new();
    each_row(input.bytes, Shape::Ragged, task, &mut found, |row, found| {
        if row.cells().all(|it| it.trim().is_empty()) {
            return Ok(());
        }
        let activity = file.activity(row, &mut names, found)?;
        found.add(Entry::of(Record::Activity(activity)).on(row.line).local());
        Ok(())
    })?;
    Ok(found)
}

impl<'t> File<'t> {
    fn of(places: &Places, rows: &[Vec<String>], task: &'t Task, found: &mut Found) -> Self {
        // Titles may hold any number.
        let cells = rows.iter().flat_map(|row| row.iter().enumerate());
        let cells = cells.filter(|(at, _)| ![places.title, places.date].contains(&Some(*at)));
        let style = NumberStyle::of(cells.map(|it| it.1.as_str())).unwrap_or_default();
        let dates: Vec<&str> = rows
            .iter()
            .filter_map(|row| row.get(places.date?).map(String::as_str))
            .collect();
        let (unit, is_sure) = unit::of(places, rows, style, task);
        if task.options.distance.is_some() && !is_sure {
            let better = match unit {
                DistanceUnit::Km => DistanceUnit::Mi,
                DistanceUnit::Mi => DistanceUnit::Km,
            };
            found.note(None, fl!("import-unit-unfit", unit = unit_name(better)));
        }
        // Where the clock has two halves, and where miles are run, the month stands first.
        let is_american = dates.iter().any(|it| it.to_lowercase().ends_with('m'))
            || task.journal.settings.distance == DistanceUnit::Mi;
        let usual = if is_american {
            DateOrder::MonthFirst
        } else {
            DateOrder::DayFirst
        };
        Self {
            dates: Dates::of(dates, task, usual),
            places: *places,
            style,
            unit,
            is_sure,
            task,
        }
    }

    fn activity(&self, row: &Row, names: &mut HashSet<String>, found: &mut Found) -> Result<Activity, String> {
        let places = &self.places;
        let kind = row.at(places.kind);
        let word = sport::of(kind);
        let sport = word.as_ref().map_or(Sport::Other, |it| it.sport);
        let start = self.start(row, found)?;
        let meta = self.meta(kind, sport, start, names);
        let mut activity = Activity {
            title: row.at(places.title).to_owned(),
            ..Activity::new(meta, sport, start)
        };
        activity.distance_m = self.distance(row, sport, found);
        let time = self.time(places.time, row, found);
        let elapsed = self.time(places.elapsed, row, found);
        let moving = self.time(places.moving, row, found);
        // "Time" is what the watch timed.
        activity.elapsed_s = elapsed.or(time);
        activity.moving_s = time.or(moving);
        self.measure(&mut activity, row, found);
        if let Some(word) = &word {
            word.describe(&mut activity);
        }
        Ok(activity)
    }

    fn start(&self, row: &Row, found: &mut Found) -> Result<Stamp, String> {
        let text = row.at(self.places.date);
        let moment = self.dates.read(text, found).filter(|it| it.time.is_some());
        let start = moment.and_then(|it| self.task.local(it.civil()));
        let start = start.ok_or_else(|| wrong(row, self.places.date))?;
        if self.task.is_future(start.ms) {
            return Err(fl!("import-future", date = text));
        }
        if start.ms < FIRST_MS {
            return Err(fl!("import-fit-relative"));
        }
        Ok(start)
    }

    fn meta(&self, kind: &str, sport: Sport, start: Stamp, names: &mut HashSet<String>) -> Meta {
        let name = name(start, sport, kind, names);
        let mut meta = self.task.meta(RecordKind::Activity, SOURCE, name, start.ms);
        meta.note_text("type", kind);
        meta
    }

    fn measure(&self, activity: &mut Activity, row: &Row, found: &mut Found) {
        let places = &self.places;
        let mut cells = Cells {
            row,
            style: self.style,
            found,
        };
        activity.avg_hr = cells.positive(places.avg_hr, &HEART_RATE, || fl!("import-avg-hr"));
        activity.max_hr = cells.positive(places.max_hr, &HEART_RATE, || fl!("import-max-hr"));
        let cadence = if activity.sport == Sport::Ride {
            places.bike_cadence
        } else {
            places.run_cadence
        };
        activity.cadence = cells.positive(cadence, &CADENCE, || fl!("import-cadence"));
        let climb = cells.positive(places.climb, &CLIMB, || fl!("import-ascent"));
        activity.ascent_m = climb.map(|it| match self.unit {
            DistanceUnit::Km => it,
            DistanceUnit::Mi => (it * FOOT_M).round(),
        });
        for (key, place) in [
            ("calories", places.calories),
            ("aerobic_te", places.aerobic_te),
            ("steps", places.steps),
        ] {
            let value = cells.number(place).filter(|it| *it > 0.0 && AMOUNT.contains(it));
            activity.meta.note_number(key, value);
        }
    }

    fn distance(&self, row: &Row, sport: Sport, found: &mut Found) -> Option<f64> {
        let mut cells = Cells {
            row,
            style: self.style,
            found,
        };
        let value = cells.positive(self.places.distance, &METRES, || fl!("import-distance"))?;
        let one = match self.unit {
            DistanceUnit::Km if sport == Sport::Swim && value >= LONGEST_SWIM => 1.0,
            DistanceUnit::Mi if sport == Sport::Swim && value >= LONGEST_SWIM => YARD_M,
            unit => unit.metres(),
        };
        let metres = value * one;
        if !METRES.contains(&metres) {
            let why = out_of_range(&fl!("import-distance"), metres, &METRES);
            found.note(Some(row.line), why);
            return None;
        }
        found.assume(Assumption::Distance {
            unit: self.unit,
            sure: self.is_sure,
            records: 1,
        });
        Some(metres)
    }

    /// A length of time above 0; of a table that was saved again, what was meant.
    fn time(&self, place: Option<usize>, row: &Row, found: &mut Found) -> Option<f64> {
        let text = row.at(place);
        if is_blank(text) {
            return None;
        }
        let Some(seconds) = duration(text, Colon::MinutesSeconds) else {
            found.note(Some(row.line), wrong(row, place));
            return None;
        };
        let meant = resaved(text).filter(|it| self.fits(*it, row) && !self.fits(seconds, row));
        let seconds = meant.unwrap_or(seconds);
        if !SECONDS.contains(&seconds) {
            let why = out_of_range(&fl!("import-elapsed"), seconds, &SECONDS);
            found.note(Some(row.line), why);
            return None;
        }
        Some(seconds).filter(|it| *it > 0.0)
    }

    /// Whether pace or speed and the distance of the row make it take about so long; without them, whether it is
    /// no more than a day.
    fn fits(&self, seconds: f64, row: &Row) -> bool {
        let pace = row.at(self.places.pace);
        let paced = resaved(pace).or_else(|| duration(pace, Colon::MinutesSeconds));
        let sped = || self.style.read(pace).filter(|it| *it > 0.0).map(|it| 3600.0 / it);
        let distance = self.style.read(row.at(self.places.distance));
        let expected = paced.or_else(sped).zip(distance).map(|(pace, far)| pace * far);
        match expected.filter(|it| *it > 0.0) {
            Some(expected) => FITTING.contains(&(seconds / expected)),
            None => seconds <= 86_400.0,
        }
    }
}
