//! TCX, Garmin's training file in XML: each activity in it is one here.
//!
//! It began at its first point; a watch whose clock was not set yet writes points of 1989 beside the right date
//! in the activity's id, and some programs cut the start of a lap to the minute. Time in movement is what the
//! laps took, distance what they say, or what the points count, or the way along them.

use std::ops::RangeInclusive;

use jiff::Timestamp;
use serde_json::json;

use crate::domain::{Activity, Record, RecordKind, Sport};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::place::Position;
use crate::import::reading::table::out_of_range;
use crate::import::reading::track::{Point, SECONDS, Track, untyped};
use crate::import::reading::xml::{End, Node, Tag, number, walk};
use crate::import::reading::{Found, Input, Reading, Refusal, Task, sport};

/// Where records of TCX files say they come from.
const SOURCE: &str = "tcx";

const METRES: RangeInclusive<f64> = 0.0..=4e7;
const HEART_RATE: RangeInclusive<f64> = 25.0..=220.0;

/// A runner's watch counts the steps of one leg; more than this are those of both.
const ONE_LEG: f64 = 120.0;

pub(in crate::import) const FORMAT: Format = Format {
    word: "tcx",
    is: |head| head.has_element("TrainingCenterDatabase"),
    reader: Reader::Whole(read),
};

/// An activity as the file tells it.
#[derive(Default)]
struct Session {
    sport: String,
    id: String,
    notes: String,
    device: String,
    lap_start: Option<i64>,
    lap_s: f64,
    lap_m: f64,
    /// Mean pulse of the laps, each by its time.
    pulse: f64,
    pulse_s: f64,
    highest: Option<f64>,
    calories: f64,
    lap: Lap,
    laps: usize,
    track: Track,
    point: Point,
}

/// The lap that is being read.
#[derive(Default)]
struct Lap {
    seconds: f64,
    pulse: Option<f64>,
}

/// Reads the activities of a file.
fn read(input: &Input, task: &Task) -> Reading {
    let mut found = Found::default();
    let mut session: Option<Session> = None;
    let mut others = false;
    let end = walk(input.bytes, task, |path, node| match (node, &mut session) {
        (Node::Open(tag), None) if tag.name == "Activity" => session = Some(Session::of(tag)),
        (Node::Open(tag), None) => others |= matches!(tag.name, "Course" | "Workout"),
        (Node::Open(tag), Some(session)) => session.open(tag),
        (Node::Close("Activity", _), Some(_)) => {
            if let Some(session) = session.take() {
                session.finish(task, &mut found);
            }
        }
        (Node::Close(name, text), Some(session)) => session.close(path, name, text),
        (Node::Close(..), None) => {}
    })?;
    if let Some(session) = session {
        session.finish(task, &mut found);
    }
    if found.entries.is_empty() && found.left_out == 0 {
        return Err(match end {
            End::Whole if others => Refusal::Unsupported(fl!("import-course")),
            End::Whole => Refusal::Unsupported(fl!("import-track-empty")),
            End::Cut => Refusal::Rejected(fl!("import-track-lost")),
        });
    }
    if end == End::Cut {
        found.note(None, fl!("import-track-cut"));
    }
    Ok(found)
}

impl Session {
    fn of(tag: &Tag) -> Self {
        Self {
            sport: tag.get("Sport").unwrap_or_default().trim().to_owned(),
            ..Self::default()
        }
    }

    fn open(&mut self, tag: &Tag) {
        match tag.name {
            "Lap" => {
                self.laps += 1;
                self.lap = Lap::default();
                let start = tag.get("StartTime").and_then(|it| instant(&it));
                self.lap_start = self.lap_start.or(start);
            }
            "Trackpoint" => self.point = Point::default(),
            _ => {}
        }
    }

    fn close(&mut self, path: &[String], name: &str, text: &str) {
        let parent = path
            .len()
            .checked_sub(2)
            .and_then(|at| path.get(at))
            .map_or("", String::as_str);
        match (parent, name) {
            ("Activity", "Id") => text.clone_into(&mut self.id),
            ("Activity", "Notes") => text.clone_into(&mut self.notes),
            ("Creator", "Name") if self.device.is_empty() => text.clone_into(&mut self.device),
            ("Lap", "TotalTimeSeconds") => self.lap.seconds = number(text).unwrap_or(0.0),
            ("Lap", "DistanceMeters") => self.lap_m += number(text).filter(|it| *it > 0.0).unwrap_or(0.0),
            ("Lap", "Calories") => self.calories += number(text).unwrap_or(0.0),
            ("AverageHeartRateBpm", "Value") => self.lap.pulse = number(text),
            ("MaximumHeartRateBpm", "Value") => {
                let highest = number(text).filter(|it| *it > 0.0);
                self.highest = self.highest.into_iter().chain(highest).reduce(f64::max);
            }
            (_, "Lap") => self.end_lap(),
            (_, "Trackpoint") => self.track.add(&self.point),
            _ => self.of_point(parent, name, text),
        }
    }

    fn of_point(&mut self, parent: &str, name: &str, text: &str) {
        let value = || number(text);
        match (parent, name) {
            ("Trackpoint", "Time") => self.point.ms = instant(text),
            ("Trackpoint", "AltitudeMeters") => self.point.height_m = value(),
            ("Trackpoint", "DistanceMeters") => self.point.distance_m = value(),
            ("HeartRateBpm", "Value") => self.point.heart_rate = value(),
            ("Trackpoint", "Cadence") | (_, "RunCadence") => self.point.cadence = value(),
            ("Position", "LatitudeDegrees") => self.point.position = degrees(value(), Some(0.0)),
            ("Position", "LongitudeDegrees") => {
                let latitude = self.point.position.map(|it| it.latitude);
                self.point.position = degrees(latitude, value());
            }
            _ => {}
        }
    }

    fn end_lap(&mut self) {
        let lap = std::mem::take(&mut self.lap);
        if lap.seconds <= 0.0 {
            return;
        }
        self.lap_s += lap.seconds;
        if let Some(pulse) = lap.pulse.filter(|it| *it > 0.0) {
            self.pulse += pulse * lap.seconds;
            self.pulse_s += lap.seconds;
        }
    }

    fn finish(self, task: &Task, found: &mut Found) {
        match self.activity(task, found) {
            Ok(activity) => found.push(Record::Activity(activity)),
            Err(why) => found.left_out(None, why),
        }
    }

    fn activity(&self, task: &Task, found: &mut Found) -> Result<Activity, String> {
        let dated = |ms: &i64| *ms >= 946_684_800_000;
        let start = self.track.start_ms();
        let start = start
            .or_else(|| instant(&self.id).filter(dated))
            .or(self.lap_start.filter(dated));
        let start = start.ok_or_else(|| fl!("import-fit-relative"))?;
        let started_at = task.stamp_at(start, self.track.start);
        if task.is_future(start) {
            return Err(fl!("import-future", date = started_at.civil_date().to_string()));
        }
        let word = sport::of(&self.sport);
        let sport = match &word {
            Some(word) => word.sport,
            None if self.sport.is_empty() => untyped(task, found),
            None => Sport::Other,
        };
        let at = Timestamp::from_millisecond(start).unwrap_or_default();
        let meta = task.meta(
            RecordKind::Activity,
            SOURCE,
            format!("tcx:{at}:{}", self.sport.to_lowercase()),
            start,
        );
        let mut within = |value: Option<f64>, range: &RangeInclusive<f64>, what: String| {
            let value = value.filter(|it| *it > 0.0)?;
            if range.contains(&value) {
                return Some(value);
            }
            found.note(None, out_of_range(&what, value, range));
            None
        };
        let laps_s = (self.lap_s > 0.0).then_some(self.lap_s);
        let distance = (self.lap_m > 0.0).then_some(self.lap_m);
        let distance = distance
            .or_else(|| self.track.counted_m())
            .or_else(|| self.track.path_m());
        let pulse = (self.pulse_s > 0.0).then(|| (self.pulse / self.pulse_s * 10.0).round() / 10.0);
        let mut activity = Activity {
            elapsed_s: within(self.track.elapsed_s().or(laps_s), &SECONDS, fl!("import-elapsed")),
            moving_s: within(laps_s, &SECONDS, fl!("import-moving")),
            distance_m: within(distance, &METRES, fl!("import-distance")),
            avg_hr: within(
                pulse.or(self.track.heart_rate.mean()),
                &HEART_RATE,
                fl!("import-avg-hr"),
            ),
            max_hr: within(
                self.highest.or(self.track.heart_rate.highest),
                &HEART_RATE,
                fl!("import-max-hr"),
            ),
            ascent_m: self.track.climb_m(),
            cadence: self.track.cadence.mean().map(|it| steps(it, sport)),
            notes: self.notes.clone(),
            ..Activity::new(meta, sport, started_at)
        };
        activity.meta.detail = Some(json!({
            "sport": self.sport,
            "device": self.device,
            "laps": self.laps,
            "calories": self.calories,
        }));
        if let Some(word) = &word {
            word.describe(&mut activity);
        }
        Ok(activity)
    }
}

/// Steps a minute, where the device counts one leg.
fn steps(cadence: f64, sport: Sport) -> f64 {
    let is_one_leg = matches!(sport, Sport::Run | Sport::Walk) && cadence < ONE_LEG;
    if is_one_leg { cadence * 2.0 } else { cadence }
}

fn degrees(latitude: Option<f64>, longitude: Option<f64>) -> Option<Position> {
    Position::of(latitude?, longitude?)
}

/// The instant of a time; without a zone it is UTC, as the format says.
fn instant(text: &str) -> Option<i64> {
    crate::import::reading::track::instant(text).map(|it| it.0)
}
