//! GPX, the track file that every program writes: each of its tracks is an activity.
//!
//! A track says when and where; its sport is a word of whoever wrote it, or nothing at all: such a track is
//! taken for a run, and that is said. Distance is the way along the points, time in movement that between
//! points that are not standing (1 km/h), as other programs count it. A route is a plan and no activity.
//! What is told of a file with one track is told of that track.

mod named;

use std::ops::RangeInclusive;

use jiff::Timestamp;
use serde_json::json;

use crate::domain::{Activity, Record, RecordKind, Sport, Stamp};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::place::Position;
use crate::import::reading::session::{HEART_RATE, METRES, SECONDS, steps};
use crate::import::reading::track::{Point, Track, instant, note_odd, untyped};
use crate::import::reading::xml::{End, Node, Tag, parent, walk};
use crate::import::reading::{Entry, Found, Input, Reading, Refusal, Task, sport};
use named::Named;

/// Where records of GPX files say they come from.
const SOURCE: &str = "gpx";

/// How much of a time that is none a sentence shows.
const SHOWN_CHARS: usize = 40;

/// The numbers that Strava gives sports.
const NUMBERS: [(&str, &str); 6] = [
    ("9", "run"),
    ("1", "ride"),
    ("2", "alpine ski"),
    ("4", "hike"),
    ("10", "walk"),
    ("16", "swim"),
];

pub(in crate::import) const FORMAT: Format = Format {
    word: "gpx",
    is: |head| head.has_element("gpx"),
    reader: Reader::Whole(read),
};

/// A track as the file tells it.
#[derive(Default)]
struct Told {
    name: String,
    kind: String,
    notes: String,
    track: Track,
    /// Whether its times came without a zone.
    is_local: bool,
    /// The first of its times that is none.
    no_time: Option<String>,
}

/// What is read of the file.
#[derive(Default)]
struct File {
    creator: String,
    notes: String,
    told: Option<Told>,
    point: Point,
    has_plan: bool,
    tracks: usize,
}

/// Reads the tracks of a file.
fn read(input: &Input, task: &Task) -> Reading {
    let mut found = Found::default();
    let mut file = File::default();
    let end = walk(input.bytes, task, |path, node| match node {
        Node::Open(tag) => file.open(tag),
        Node::Close(name, text) => file.close(path, name, text, task, &mut found),
    })?;
    if let Some(told) = file.told.take() {
        told.finish(&file.creator, task, &mut found);
    }
    file.note(&mut found);
    if end == End::Cut {
        found.note(None, fl!("import-track-cut"));
    }
    if found.entries.is_empty() && found.left_out == 0 {
        return Err(match end {
            _ if file.has_plan => Refusal::Unsupported(fl!("import-route")),
            End::Whole => Refusal::Unsupported(fl!("import-track-empty")),
            End::Cut => Refusal::Rejected(fl!("import-track-lost")),
        });
    }
    Ok(found)
}

impl File {
    fn open(&mut self, tag: &Tag) {
        match tag.name {
            "gpx" => self.creator = tag.get("creator").unwrap_or_default().into_owned(),
            "trk" => {
                self.tracks += 1;
                self.told = Some(Told::default());
            }
            "rte" => self.has_plan = true,
            "trkpt" => {
                let place = tag.number("lat").zip(tag.number("lon"));
                let position = place.and_then(|(lat, lon)| Position::of(lat, lon));
                self.point = Point {
                    position,
                    is_odd: position.is_none() && tag.get("lat").is_some(),
                    ..Point::default()
                };
            }
            "trkseg" => {
                if let Some(told) = &mut self.told {
                    told.track.break_off();
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, path: &[String], name: &str, text: &str, task: &Task, found: &mut Found) {
        let Some(told) = &mut self.told else {
            if name == "desc" && matches!(parent(path), "metadata" | "gpx") {
                text.clone_into(&mut self.notes);
            }
            return;
        };
        match (parent(path), name) {
            ("trk", "name") => text.clone_into(&mut told.name),
            ("trk", "type") => text.clone_into(&mut told.kind),
            ("trk", "desc" | "cmt") if told.notes.is_empty() => text.clone_into(&mut told.notes),
            ("trkpt", "time") => {
                let time = instant(text);
                told.is_local |= time.is_some_and(|it| !it.1);
                if time.is_none() && !text.is_empty() {
                    told.no_time
                        .get_or_insert_with(|| text.chars().take(SHOWN_CHARS).collect());
                }
                self.point.ms = time.map(|it| it.0);
            }
            ("trkpt", "ele") => self.point.height_m = self.point.number(text),
            // Programs have their own prefixes and names for the same few values.
            (_, "hr" | "heartrate" | "heartRate") => self.point.heart_rate = self.point.number(text),
            (_, "cad" | "cadence") => self.point.cadence = self.point.number(text),
            (_, "atemp" | "temp" | "Temperature") => self.point.temperature_c = self.point.number(text),
            (_, "trkpt") => told.track.add(&self.point),
            (_, "trk") => {
                if let Some(told) = self.told.take() {
                    told.finish(&self.creator, task, found);
                }
            }
            _ => {}
        }
    }
}

impl File {
    /// Writes what is told of the file onto its only track, where that says nothing itself.
    fn note(&self, found: &mut Found) {
        let [
            Entry {
                record: Record::Activity(only),
                ..
            },
        ] = found.entries.as_mut_slice()
        else {
            return;
        };
        if self.tracks == 1 && only.notes.is_empty() && only.title != self.notes {
            only.notes.clone_from(&self.notes);
        }
    }
}

impl Told {
    fn finish(self, creator: &str, task: &Task, found: &mut Found) {
        // An empty track says nothing, so nothing is lost with it.
        if self.track.points == 0 {
            return;
        }
        note_odd(&self.track, found);
        match self.activity(creator, task, found) {
            Ok(activity) => {
                let entry = Entry::of(Record::Activity(activity));
                found.add(if self.is_local { entry.local() } else { entry });
            }
            Err(why) => found.left_out(None, why),
        }
    }

    /// When it began, by the clock on the wall.
    fn started_at(&self, start: i64, task: &Task) -> Option<Stamp> {
        // As if it were UTC: a clock without a zone showed the same.
        let civil = Stamp {
            ms: start,
            offset_min: 0,
        }
        .civil();
        if self.is_local {
            return task.local(civil);
        }
        let stamp = task.stamp_at(start, self.track.start);
        let is_false = Named::of(&self.name).is_some_and(|it| it.is_clock_of(civil));
        if is_false && stamp.offset_min != 0 {
            return task.local_at(civil, self.track.start);
        }
        Some(stamp)
    }

    fn why_untimed(&self) -> String {
        match &self.no_time {
            Some(time) => fl!("import-track-times", time = time.as_str()),
            None => fl!("import-track-untimed"),
        }
    }

    fn activity(&self, creator: &str, task: &Task, found: &mut Found) -> Result<Activity, String> {
        if self.track.is_undated() {
            return Err(fl!("import-fit-relative"));
        }
        let start = self.track.start_ms().ok_or_else(|| self.why_untimed())?;
        let started_at = self.started_at(start, task).ok_or_else(|| fl!("import-fit-relative"))?;
        if task.is_future(started_at.ms) {
            return Err(fl!("import-future", date = started_at.civil_date().to_string()));
        }
        let kind = match (self.kind.trim(), Named::of(&self.name)) {
            ("", Some(named)) => named.words,
            (kind, _) => worded(kind),
        };
        let word = sport::of(kind);
        let sport = match (&word, self.kind.trim()) {
            (Some(word), _) => word.sport,
            (None, "") => untyped(task, found),
            (None, unknown) => {
                found.unknown_sport(unknown);
                Sport::Other
            }
        };
        let at = Timestamp::from_millisecond(start).unwrap_or_default();
        let meta = task.meta(RecordKind::Activity, SOURCE, format!("gpx:{at}"), started_at.ms);
        let track = &self.track;
        let mut within = |value: Option<f64>, range: &RangeInclusive<f64>, what: String| {
            found.within(None, value.filter(|it| *it > 0.0), range, &what)
        };
        let cadence = track.cadence.mean();
        let mut activity = Activity {
            elapsed_s: within(track.elapsed_s(), &SECONDS, fl!("import-elapsed")),
            moving_s: within(track.moving_s(), &SECONDS, fl!("import-moving")),
            distance_m: within(track.path_m(), &METRES, fl!("import-distance")),
            avg_hr: within(track.heart_rate.mean(), &HEART_RATE, fl!("import-avg-hr")),
            max_hr: within(track.heart_rate.highest, &HEART_RATE, fl!("import-max-hr")),
            ascent_m: track.climb_m(),
            cadence: cadence.map(|it| steps(it, sport)),
            temperature_c: track.temperature.mean(),
            title: self.name.clone(),
            notes: self.notes.clone(),
            ..Activity::new(meta, sport, started_at)
        };
        activity.meta.detail = Some(json!({"type": self.kind, "creator": creator, "points": track.points}));
        if let Some(word) = &word {
            word.describe(&mut activity);
        }
        Ok(activity)
    }
}

/// The word of a number that stands for a sport.
fn worded(kind: &str) -> &str {
    NUMBERS.iter().find(|it| it.0 == kind).map_or(kind, |it| it.1)
}
