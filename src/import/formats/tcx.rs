//! TCX, Garmin's training file in XML: each activity in it is one here.
//!
//! It began at its first point; a watch whose clock was not set yet writes points of 1989 beside the right date
//! in the activity's id, and some programs cut the start of a lap to the minute. Time in movement is what the
//! laps took, distance what they say, or what the points count, or the way along them. A lap with time and
//! without a distance lost it, so there the points count where they count more.
//!
//! The first version of the format (2005) has a `Run` where the second has an `Activity`, in an element that
//! names the sport, and a pulse without an element around its value.

use std::ops::RangeInclusive;

use jiff::Timestamp;
use serde_json::json;

use crate::domain::{Activity, Record, RecordKind, Sport};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::place::Position;
use crate::import::reading::session::{HEART_RATE, METRES, SECONDS, steps};
use crate::import::reading::track::{Point, Track, is_soon_after, note_odd, untyped};
use crate::import::reading::xml::{End, Node, Tag, number, parent, walk};
use crate::import::reading::{Found, Input, Reading, Refusal, Task, sport};

/// Where records of TCX files say they come from.
const SOURCE: &str = "tcx";

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
    notes: Vec<String>,
    device: String,
    lap_start: Option<i64>,
    lap_s: f64,
    lap_m: f64,
    /// Whether a lap took time and has no distance.
    lacks_m: bool,
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
    metres: f64,
    pulse: Option<f64>,
}

/// The names of sports in the first version of the format.
const V1_SPORTS: [&str; 3] = ["Running", "Biking", "Other"];

/// Reads the activities of a file.
fn read(input: &Input, task: &Task) -> Reading {
    let mut found = Found::default();
    let mut session: Option<Session> = None;
    let mut others = false;
    let mut first_leg = 0;
    let end = walk(input.bytes, task, |path, node| match (node, &mut session) {
        (Node::Open(tag), None) if tag.name == "Activity" => session = Some(Session::of(tag)),
        (Node::Open(tag), None) if tag.name == "Run" => session = Some(Session::of_v1(path)),
        (Node::Open(tag), None) if tag.name == "MultiSportSession" => first_leg = found.entries.len(),
        (Node::Open(tag), None) => others |= matches!(tag.name, "Course" | "Workout"),
        (Node::Open(tag), Some(session)) => session.open(tag),
        (Node::Close("Activity" | "Run", _), Some(_)) => {
            if let Some(session) = session.take() {
                session.finish(task, &mut found);
            }
        }
        (Node::Close(name, text), Some(session)) => session.close(path, name, text),
        (Node::Close("Notes", text), None) if parent(path) == "MultiSportSession" => {
            if let Some(Record::Activity(leg)) = found.entries.get_mut(first_leg).map(|it| &mut it.record) {
                leg.notes = joined([leg.notes.as_str(), text]);
            }
        }
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

    /// An activity of the first version, below the elements of `path`.
    fn of_v1(path: &[String]) -> Self {
        let sport = path.iter().rev().find(|it| V1_SPORTS.contains(&it.as_str()));
        Self {
            sport: sport.cloned().unwrap_or_default(),
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
        let parent = parent(path);
        match (parent, name) {
            ("Activity", "Id") => text.clone_into(&mut self.id),
            ("Activity" | "Run" | "Lap", "Notes") => self.notes.push(text.to_owned()),
            ("Creator", "Name") if self.device.is_empty() => text.clone_into(&mut self.device),
            ("Lap", "TotalTimeSeconds") => self.lap.seconds = self.of_lap(text),
            ("Lap", "DistanceMeters") => self.lap.metres = self.of_lap(text),
            ("Lap", "Calories") => self.calories += number(text).unwrap_or(0.0),
            ("AverageHeartRateBpm", "Value") | ("Lap", "AverageHeartRateBpm") => {
                self.lap.pulse = number(text).or(self.lap.pulse);
            }
            ("MaximumHeartRateBpm", "Value") | ("Lap", "MaximumHeartRateBpm") => {
                let highest = number(text).filter(|it| *it > 0.0);
                self.highest = self.highest.into_iter().chain(highest).reduce(f64::max);
            }
            (_, "Lap") => self.end_lap(),
            (_, "Trackpoint") => self.track.add(&self.point),
            _ => self.of_point(parent, name, text),
        }
    }

    /// A number of a lap; 0 where it is none, which is counted.
    fn of_lap(&mut self, text: &str) -> f64 {
        let number = number(text);
        self.track.odd += usize::from(number.is_none() && !text.trim().is_empty());
        number.unwrap_or(0.0)
    }

    fn of_point(&mut self, parent: &str, name: &str, text: &str) {
        match (parent, name) {
            ("Trackpoint", "Time") => self.point.ms = instant(text),
            ("Trackpoint", "AltitudeMeters") => self.point.height_m = self.point.number(text),
            ("Trackpoint", "DistanceMeters") => self.point.distance_m = self.point.number(text),
            ("HeartRateBpm", "Value") | ("Trackpoint", "HeartRateBpm") => {
                self.point.heart_rate = self.point.number(text).or(self.point.heart_rate);
            }
            ("Trackpoint", "Cadence") | (_, "RunCadence") => self.point.cadence = self.point.number(text),
            ("Position", "LatitudeDegrees") => self.point.position = degrees(self.point.number(text), Some(0.0)),
            ("Position", "LongitudeDegrees") => {
                let latitude = self.point.position.map(|it| it.latitude);
                self.point.position = degrees(latitude, self.point.number(text));
                self.point.is_odd |= self.point.position.is_none();
            }
            _ => {}
        }
    }

    fn end_lap(&mut self) {
        let lap = std::mem::take(&mut self.lap);
        self.lap_m += lap.metres.max(0.0);
        self.lacks_m |= lap.seconds > 0.0 && lap.metres <= 0.0;
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
        note_odd(&self.track, found);
        match self.activity(task, found) {
            Ok(activity) => found.push(Record::Activity(activity)),
            Err(why) => found.left_out(None, why),
        }
    }

    /// When it began: at its first point, else when its id or its first lap says. They also count where the
    /// clock was set after the first point, or where both are days away from it.
    fn start_ms(&self, task: &Task) -> Option<i64> {
        let is_date = |ms: &i64| *ms >= 946_684_800_000 && !task.is_future(*ms);
        let id = instant(&self.id).filter(is_date);
        let lap = self.lap_start.filter(is_date);
        let said = id.or(lap);
        let Some(first) = self.track.start_ms() else {
            return said;
        };
        let is_far = |it: i64| !is_soon_after(it, first) && !is_soon_after(first, it);
        let right = match (id, lap) {
            (Some(id), Some(lap)) if is_far(id) && is_far(lap) => Some(id),
            _ => said.filter(|&it| self.track.was_set && is_soon_after(it, first)),
        };
        right.or(Some(first))
    }

    /// How long it took, seconds. Where the clock was set on the way, from the start that the file says.
    fn elapsed_s(&self, start: i64) -> Option<f64> {
        let last = self.track.last_ms().filter(|_| self.track.was_set);
        let elapsed = last.filter(|&it| is_soon_after(start, it));
        let elapsed = elapsed.map(|it| (it - start) as f64 / 1000.0);
        elapsed.or(self.track.elapsed_s()).filter(|it| *it > 0.0)
    }

    /// How far it went, metres.
    fn distance_m(&self) -> Option<f64> {
        let laps = Some(self.lap_m).filter(|it| *it > 0.0);
        let counted = self.track.counted_m();
        let more = counted.filter(|it| self.lacks_m && *it > self.lap_m);
        more.or(laps).or(counted).or_else(|| self.track.path_m())
    }

    fn activity(&self, task: &Task, found: &mut Found) -> Result<Activity, String> {
        let start = self.start_ms(task);
        let start = start.ok_or_else(|| fl!("import-fit-relative"))?;
        let started_at = task.stamp_at(start, self.track.start);
        if task.is_future(start) {
            return Err(fl!("import-future", date = started_at.civil_date().to_string()));
        }
        let word = sport::of(&self.sport);
        let sport = match &word {
            Some(word) => word.sport,
            None if self.sport.is_empty() => untyped(task, found),
            None => {
                found.unknown_sport(&self.sport);
                Sport::Other
            }
        };
        let at = Timestamp::from_millisecond(start).unwrap_or_default();
        let meta = task.meta(
            RecordKind::Activity,
            SOURCE,
            format!("tcx:{at}:{}", self.sport.to_lowercase()),
            start,
        );
        let mut within = |value: Option<f64>, range: &RangeInclusive<f64>, what: String| {
            found.within(None, value.filter(|it| *it > 0.0), range, &what)
        };
        let laps_s = (self.lap_s > 0.0).then_some(self.lap_s);
        let pulse = (self.pulse_s > 0.0).then(|| (self.pulse / self.pulse_s * 10.0).round() / 10.0);
        let mut activity = Activity {
            elapsed_s: within(self.elapsed_s(start).or(laps_s), &SECONDS, fl!("import-elapsed")),
            moving_s: within(laps_s.or(self.track.moving_s()), &SECONDS, fl!("import-moving")),
            distance_m: within(self.distance_m(), &METRES, fl!("import-distance")),
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
            notes: joined(self.notes.iter().map(String::as_str)),
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

/// Notes as one text, each once.
fn joined<'n>(notes: impl IntoIterator<Item = &'n str>) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for note in notes {
        if !note.is_empty() && !parts.contains(&note) {
            parts.push(note);
        }
    }
    parts.join("\n\n")
}

fn degrees(latitude: Option<f64>, longitude: Option<f64>) -> Option<Position> {
    Position::of(latitude?, longitude?)
}

/// The instant of a time; without a zone it is UTC, as the format says.
fn instant(text: &str) -> Option<i64> {
    crate::import::reading::track::instant(text).map(|it| it.0)
}
