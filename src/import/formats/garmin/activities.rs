//! Activities.csv. Times are by the clock on the wall and without a zone, `--` is nothing, and hardly a cell states
//! its unit ([`mod@unit`], [`mod@super::distance`]): distances are in that of the account, heights in metres or feet with
//! it. Pace and speed share a column, by sport.
//!
//! A table that a spreadsheet saved again has 30:48:00 where 30 min 48 s was meant; pace and distance say which.

use std::collections::HashSet;
use std::ops::RangeInclusive;

use super::places::Places;
use super::{NAMES, SOURCE, name, unit};
use crate::domain::import::words::unit_name;
use crate::domain::record::TIME_ASSUMED;
use crate::domain::{Activity, DistanceUnit, Record, RecordKind, Sport, Stamp};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::cells::{Cells, wrong};
use crate::import::reading::clock::{Colon, duration, resaved};
use crate::import::reading::dates::Dates;
use crate::import::reading::moment::DateOrder;
use crate::import::reading::number::{NumberStyle, is_blank};
use crate::import::reading::session::{CADENCE, CLIMB, FIRST_MS, FOOT_M, HEART_RATE, SECONDS};
use crate::import::reading::table::{Header, Row, Shape, each_row, out_of_range, sample};
use crate::import::reading::{Entry, Found, Head, Input, Reading, Refusal, Task, sport};

const AMOUNT: RangeInclusive<f64> = 0.0..=1e6;

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
pub(super) struct File<'t> {
    pub places: Places,
    pub style: NumberStyle,
    dates: Dates,
    pub unit: DistanceUnit,
    pub is_sure: bool,
    /// Whether the cadence of runs counts pairs of steps.
    has_pairs: bool,
    task: &'t Task<'t>,
}

fn read(input: &Input, task: &Task) -> Reading {
    let rows = sample(input.bytes);
    let places = Header::of(input.bytes).and_then(|it| places(&it, &rows));
    let places = places.ok_or_else(|| Refusal::Rejected(fl!("import-unreadable")))?;
    let mut found = Found::default();
    let file = File::of(&places, &rows, task, &mut found);
    let (mut names, mut untimed) = (HashSet::new(), 0_usize);
    each_row(input.bytes, Shape::Ragged, task, &mut found, |row, found| {
        let (activity, is_timed) = file.activity(row, &mut names, found)?;
        untimed += usize::from(!is_timed);
        let entry = Entry::of(Record::Activity(activity)).on(row.line);
        found.add(if is_timed { entry.local() } else { entry });
        Ok(())
    })?;
    if untimed > 0 {
        found.note(None, fl!("import-untimed", count = untimed));
    }
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
            || task.journal.settings.distance == DistanceUnit::Mi
            || unit == DistanceUnit::Mi;
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
            has_pairs: unit::counts_pairs(places, rows, style, unit),
            task,
        }
    }

    /// The activity of a row, and whether it says at what time it began.
    fn activity(&self, row: &Row, names: &mut HashSet<String>, found: &mut Found) -> Result<(Activity, bool), String> {
        let places = &self.places;
        let kind = row.at(places.kind);
        let word = sport::of(kind);
        let sport = match &word {
            Some(word) => word.sport,
            None if self.is_pool(row) => Sport::Swim,
            None => Sport::Other,
        };
        let (start, is_timed) = self.start(row, found)?;
        let time = self.time(places.time, row, found);
        let elapsed = self.time(places.elapsed, row, found);
        let moving = self.time(places.moving, row, found);
        let mut name = name(start, sport, kind, names);
        if !is_timed {
            // All of a day begin alike; their lengths tell them apart.
            name = format!("{name}:{}", time.or(elapsed).unwrap_or_default());
        }
        let mut meta = self.task.meta(RecordKind::Activity, SOURCE, name, start.ms);
        meta.note_text("type", kind);
        meta.tick(TIME_ASSUMED, !is_timed);
        let mut activity = Activity {
            title: row.at(places.title).to_owned(),
            distance_m: self.distance(row, sport, found),
            // "Time" is what the watch timed.
            elapsed_s: elapsed.or(time),
            moving_s: time.or(moving),
            ..Activity::new(meta, sport, start)
        };
        self.measure(&mut activity, row, found);
        if let Some(word) = &word {
            word.describe(&mut activity);
        }
        Ok((activity, is_timed))
    }

    /// When it began. A spreadsheet may have kept the date alone: then it stands at noon.
    fn start(&self, row: &Row, found: &mut Found) -> Result<(Stamp, bool), String> {
        let text = row.at(self.places.date);
        let wrong = || wrong(row, self.places.date);
        let moment = self.dates.read(text, found).ok_or_else(wrong)?;
        let noon = moment.date.at(12, 0, 0, 0);
        let civil = moment.time.map_or(noon, |_| moment.civil());
        let start = self.task.local(civil).ok_or_else(wrong)?;
        if self.task.is_future(start.ms) {
            return Err(fl!("import-future", date = text));
        }
        if start.ms < FIRST_MS {
            return Err(fl!("import-fit-relative"));
        }
        Ok((start, moment.time.is_some()))
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
        let mut cadence = |place| cells.positive(place, &CADENCE, || fl!("import-cadence"));
        activity.cadence = match activity.sport {
            Sport::Ride => cadence(places.bike_cadence),
            // Some accounts have the steps of runs in the column of rides.
            Sport::Run => {
                let of_run = cadence(places.run_cadence).map(|it| if self.has_pairs { 2.0 * it } else { it });
                of_run.or_else(|| cadence(places.bike_cadence))
            }
            _ => cadence(places.run_cadence),
        };
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
}
