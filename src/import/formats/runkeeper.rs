//! cardioActivities.csv of Runkeeper's export.
//!
//! The header states the units (`Distance (mi)`, `Climb (ft)`), and times are by the clock on the wall without a
//! zone. The duration is what the app timed, without pauses. `GPX File` names the track beside the table, which
//! tells the same activity in detail; what was recorded by hand has none. Exports of old have no `Activity Id`:
//! there the start names the activity.

use crate::domain::{Activity, DistanceUnit, Record, RecordKind, Sport, Stamp};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::cells::{Cells, wrong};
use crate::import::reading::clock::{Colon, duration};
use crate::import::reading::dates::Dates;
use crate::import::reading::moment::DateOrder;
use crate::import::reading::number::{NumberStyle, is_blank};
use crate::import::reading::session::{CALORIES, CLIMB, FIRST_MS, FOOT_M, HEART_RATE, METRES, SECONDS};
use crate::import::reading::table::{Header, Row, Shape, each_row, out_of_range, sample};
use crate::import::reading::{Entry, Found, Input, Reading, Refusal, Task, sport};

/// Where records of Runkeeper say they come from.
const SOURCE: &str = "runkeeper";

pub(in crate::import) const FORMAT: Format = Format {
    word: "runkeeper",
    is: |head| head.header().is_some_and(|it| Places::of(it).is_some()),
    reader: Reader::Whole(read),
};

/// Where the columns are, and what is one of those that state a unit, metres.
struct Places {
    id: Option<usize>,
    date: Option<usize>,
    kind: Option<usize>,
    title: Option<usize>,
    distance: (Option<usize>, f64),
    duration: Option<usize>,
    calories: Option<usize>,
    climb: (Option<usize>, f64),
    avg_hr: Option<usize>,
    notes: Option<usize>,
    file: Option<usize>,
}

impl Places {
    /// The places in `header`; `None` where it is not one of Runkeeper.
    fn of(header: &Header) -> Option<Self> {
        let find = |name: &str| header.find(&[name]);
        let in_unit = |units: [(&str, f64); 2]| {
            let found = units.iter().find_map(|(name, one)| Some((find(name)?, *one)));
            found.map_or((None, 1.0), |(at, one)| (Some(at), one))
        };
        let units = [DistanceUnit::Km, DistanceUnit::Mi].map(DistanceUnit::metres);
        let places = Self {
            id: find("Activity Id"),
            date: find("Date"),
            kind: find("Type"),
            title: find("Route Name"),
            distance: in_unit([("Distance (km)", units[0]), ("Distance (mi)", units[1])]),
            duration: find("Duration"),
            calories: find("Calories Burned"),
            climb: in_unit([("Climb (m)", 1.0), ("Climb (ft)", FOOT_M)]),
            avg_hr: find("Average Heart Rate (bpm)"),
            notes: find("Notes"),
            file: find("GPX File"),
        };
        let needed = [
            places.date,
            places.kind,
            places.distance.0,
            places.duration,
            places.file,
        ];
        needed.iter().all(Option::is_some).then_some(places)
    }
}

/// What is the same for all rows of a file.
struct File<'t> {
    places: Places,
    style: NumberStyle,
    dates: Dates,
    task: &'t Task<'t>,
}

fn read(input: &Input, task: &Task) -> Reading {
    let places = Header::of(input.bytes).and_then(|it| Places::of(&it));
    let places = places.ok_or_else(|| Refusal::Rejected(fl!("import-unreadable")))?;
    let rows = sample(input.bytes);
    let cells = |place: Option<usize>| rows.iter().filter_map(move |row| row.get(place?).map(String::as_str));
    let file = File {
        style: NumberStyle::of(cells(places.distance.0)).unwrap_or_default(),
        dates: Dates::of(cells(places.date), task, DateOrder::MonthFirst),
        places,
        task,
    };
    let mut found = Found::default();
    each_row(input.bytes, Shape::Ragged, task, &mut found, |row, found| {
        let activity = file.activity(row, found)?;
        let link = row.at(file.places.file);
        found.add(Entry::of(Record::Activity(activity)).on(row.line).local().linked(link));
        Ok(())
    })?;
    Ok(found)
}

impl File<'_> {
    fn activity(&self, row: &Row, found: &mut Found) -> Result<Activity, String> {
        let places = &self.places;
        let start = self.start(row, found)?;
        let kind = row.at(places.kind);
        let word = sport::of(kind);
        if word.is_none() && !kind.is_empty() {
            found.unknown_sport(kind);
        }
        let sport = word.as_ref().map_or(Sport::Other, |it| it.sport);
        let name = match row.at(places.id) {
            "" => format!("{SOURCE}:activity:{}", start.civil()),
            id => format!("{SOURCE}:activity:{id}"),
        };
        let meta = self.task.meta(RecordKind::Activity, SOURCE, name, start.ms);
        let mut activity = Activity {
            title: row.at(places.title).to_owned(),
            notes: row.at(places.notes).to_owned(),
            moving_s: self.timed(row, found),
            ..Activity::new(meta, sport, start)
        };
        self.measure(&mut activity, row, found);
        if let Some(word) = &word {
            word.describe(&mut activity);
        }
        activity.meta.note_text("type", kind);
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

    /// How long the app timed it, seconds.
    fn timed(&self, row: &Row, found: &mut Found) -> Option<f64> {
        let text = row.at(self.places.duration);
        if is_blank(text) {
            return None;
        }
        let Some(seconds) = duration(text, Colon::MinutesSeconds) else {
            found.note(Some(row.line), wrong(row, self.places.duration));
            return None;
        };
        if SECONDS.contains(&seconds) {
            return Some(seconds).filter(|it| *it > 0.0);
        }
        found.note(Some(row.line), out_of_range(&fl!("import-moving"), seconds, &SECONDS));
        None
    }

    fn measure(&self, activity: &mut Activity, row: &Row, found: &mut Found) {
        let Places {
            distance: (distance, one_m),
            climb: (climb, one_up_m),
            calories,
            avg_hr,
            ..
        } = self.places;
        let mut cells = Cells {
            row,
            style: self.style,
            found,
        };
        let far = cells.positive(distance, &METRES, || fl!("import-distance"));
        activity.distance_m = far.map(|it| it * one_m).filter(|it| METRES.contains(it));
        let high = cells.positive(climb, &CLIMB, || fl!("import-ascent"));
        activity.ascent_m = high.map(|it| (it * one_up_m).round());
        activity.avg_hr = cells.positive(avg_hr, &HEART_RATE, || fl!("import-avg-hr"));
        let burned = cells.number(calories).filter(|it| *it > 0.0 && CALORIES.contains(it));
        activity.meta.note_number("calories", burned);
    }
}
