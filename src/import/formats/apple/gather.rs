//! From the elements of an export to what a journal takes of them.
//!
//! Nearly all of an export is what a watch counts all day: it is passed over after one look at its type.
//! What is kept is small: pieces of sleep, a few values of a day, the workouts.

use super::body::{Days, Measure};
use super::sleep::{NoPiece, Sleep, Stage};
use super::value::in_zone;
use super::walk::{Part, Tag};
use super::workout::{Workout, date};
use crate::domain::{Record, Stamp};
use crate::fl;
use crate::import::reading::number::decimal;
use crate::import::reading::{Entry, Found, Task};

/// The most workouts of an export.
const MOST_WORKOUTS: usize = 100_000;

/// The most ratings of workouts that stand apart from them.
const MOST_EFFORTS: usize = 100_000;

/// By how much a rating and its workout may begin and end apart, ms.
const SAME_MS: i64 = 120_000;

/// The kinds of records that are taken.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Sleep,
    Body(Measure),
    Effort { is_estimated: bool },
}

impl Kind {
    fn of(name: &str) -> Option<Self> {
        Some(match name {
            "HKCategoryTypeIdentifierSleepAnalysis" => Self::Sleep,
            "HKQuantityTypeIdentifierRestingHeartRate" => Self::Body(Measure::RestingHr),
            "HKQuantityTypeIdentifierHeartRateVariabilitySDNN" => Self::Body(Measure::Sdnn),
            "HKQuantityTypeIdentifierBodyMass" => Self::Body(Measure::Mass),
            "HKQuantityTypeIdentifierWorkoutEffortScore" => Self::Effort { is_estimated: false },
            "HKQuantityTypeIdentifierEstimatedWorkoutEffortScore" => Self::Effort { is_estimated: true },
            _ => return None,
        })
    }
}

/// A record whose elements were not all read yet.
struct Pending {
    kind: Kind,
    line: u64,
    start: String,
    end: String,
    value: String,
    unit: String,
    source: String,
    zone: Option<String>,
}

/// A rating that stands apart from its workout.
struct Effort {
    start: Stamp,
    end: Stamp,
    score: f64,
    is_estimated: bool,
}

/// What was gathered of a file.
pub(super) struct Gather<'t> {
    task: &'t Task<'t>,
    found: Found,
    sleep: Sleep,
    days: Days,
    efforts: Vec<Effort>,
    workouts: usize,
    beyond: usize,
    record: Option<Pending>,
    workout: Option<Workout>,
    /// Whether it is in a part of a workout.
    in_part: bool,
}

impl<'t> Gather<'t> {
    pub fn new(task: &'t Task<'t>) -> Self {
        Self {
            task,
            found: Found::default(),
            sleep: Sleep::default(),
            days: Days::default(),
            efforts: Vec::new(),
            workouts: 0,
            beyond: 0,
            record: None,
            workout: None,
            in_part: false,
        }
    }

    /// Takes in what stands at `line`.
    pub fn take(&mut self, part: &Part, line: u64) {
        match part {
            Part::Open(tag) => self.open(tag, line),
            Part::Close("Record") => self.end_record(),
            Part::Close("Workout") => self.end_workout(),
            Part::Close("WorkoutActivity") => self.in_part = false,
            Part::Close(_) => {}
        }
    }

    fn open(&mut self, tag: &Tag, line: u64) {
        match tag.name() {
            "Record" => {
                // The end of the one before was not to be read.
                self.end_record();
                let kind = tag.get("type").and_then(|it| Kind::of(&it));
                self.record = kind.map(|kind| Pending::of(kind, tag, line));
                if tag.is_empty {
                    self.end_record();
                }
            }
            "Workout" => {
                self.end_workout();
                self.workout = Some(Workout::of(tag, line));
                if tag.is_empty {
                    self.end_workout();
                }
            }
            "WorkoutActivity" => self.in_part = !tag.is_empty,
            "WorkoutStatistics" => {
                if let Some(workout) = &mut self.workout {
                    workout.statistics(tag, self.in_part);
                }
            }
            "MetadataEntry" => self.metadata(tag),
            "FileReference" => {
                if let (Some(workout), Some(path)) = (&mut self.workout, tag.get("path")) {
                    workout.route(&path);
                }
            }
            _ => {}
        }
    }

    /// A pair of key and value says something of the record, or else of the workout that it is in.
    fn metadata(&mut self, tag: &Tag) {
        let (Some(key), Some(value)) = (tag.get("key"), tag.get("value")) else {
            return;
        };
        match (&mut self.record, &mut self.workout) {
            (Some(record), _) if key == "HKTimeZone" => record.zone = Some(value.into_owned()),
            (None, Some(workout)) if !self.in_part => workout.metadata(&key, value.trim()),
            _ => {}
        }
    }

    fn end_record(&mut self) {
        let Some(record) = self.record.take() else { return };
        let line = Some(record.line);
        if let Err(why) = self.keep(&record) {
            self.found.left_out(line, why);
        }
    }

    fn keep(&mut self, record: &Pending) -> Result<(), String> {
        let value = || decimal(&record.value).ok_or_else(|| fl!("import-apple-value", value = record.shown()));
        match record.kind {
            Kind::Effort { is_estimated } => {
                let score = value()?;
                if let Some(workout) = &mut self.workout {
                    workout.effort(Some(score), is_estimated);
                } else if self.efforts.len() < MOST_EFFORTS {
                    let (start, end) = (date(&record.start, self.task)?, date(&record.end, self.task)?);
                    self.efforts.push(Effort {
                        start,
                        end,
                        score,
                        is_estimated,
                    });
                }
                Ok(())
            }
            Kind::Body(measure) => {
                let at = record.local(date(&record.start, self.task)?);
                self.days.add(measure, at, value()?, &record.unit)
            }
            Kind::Sleep => {
                let stage =
                    Stage::of(&record.value).ok_or_else(|| fl!("import-apple-value", value = record.shown()))?;
                let from = record.local(date(&record.start, self.task)?);
                let to = record.local(date(&record.end, self.task)?);
                match self.sleep.add(stage, from, to, &record.source) {
                    Ok(()) => Ok(()),
                    Err(NoPiece::Length) => Err(fl!("import-apple-piece")),
                    Err(NoPiece::TooMany) => {
                        self.beyond += 1;
                        Ok(())
                    }
                }
            }
        }
    }

    fn end_workout(&mut self) {
        self.in_part = false;
        let Some(workout) = self.workout.take() else { return };
        if self.workouts == MOST_WORKOUTS {
            self.beyond += 1;
            return;
        }
        self.workouts += 1;
        let line = Some(workout.line);
        match workout.entry(self.task, &mut self.found) {
            Ok(entry) => self.found.add(entry),
            Err(why) => self.found.left_out(line, why),
        }
    }

    /// All records, and what is to be said of those that are none.
    pub fn finish(mut self) -> Found {
        self.end_record();
        self.end_workout();
        self.rate();
        let nights = self.sleep.into_nights(self.task);
        let mut found = self.found;
        for (count, why) in [
            (nights.short, fl!("import-apple-short", count = nights.short)),
            (nights.long, fl!("import-apple-long", count = nights.long)),
            (nights.rests, fl!("import-apple-rests", count = nights.rests)),
            (self.beyond, fl!("import-apple-many", count = self.beyond)),
        ] {
            if count > 0 {
                found.note(None, why);
            }
        }
        let nights = nights.list.into_iter().map(Record::Night);
        let check_ins = self.days.into_check_ins(self.task).map(Record::CheckIn);
        found.entries.extend(nights.chain(check_ins).map(Entry::of));
        found
    }

    /// Gives the ratings that stand apart to the workouts that begin and end when they do.
    fn rate(&mut self) {
        self.efforts.sort_by_key(|it| it.start.ms);
        for entry in &mut self.found.entries {
            let Record::Activity(activity) = &mut entry.record else {
                continue;
            };
            let (start, end) = (activity.started_at.ms, activity.ended_at().ms);
            let from = self.efforts.partition_point(|it| it.start.ms < start - SAME_MS);
            let near = self.efforts[from..]
                .iter()
                .take_while(|it| it.start.ms <= start + SAME_MS);
            for effort in near.filter(|it| (it.end.ms - end).abs() <= SAME_MS) {
                if effort.is_estimated {
                    activity.meta.note_number("estimated_effort", Some(effort.score));
                } else if (0.0..=10.0).contains(&effort.score) {
                    activity.rpe = activity.rpe.or(Some(effort.score).filter(|&it| it > 0.0));
                }
            }
        }
    }
}

impl Pending {
    fn of(kind: Kind, tag: &Tag, line: u64) -> Self {
        Self {
            kind,
            line,
            start: tag.text("startDate"),
            end: tag.text("endDate"),
            value: tag.text("value"),
            unit: tag.text("unit"),
            // The first exports called it so.
            source: [tag.text("sourceName"), tag.text("source")]
                .into_iter()
                .find(|it| !it.is_empty())
                .unwrap_or_default(),
            zone: None,
        }
    }

    /// The same instant on the clock of the place where it was.
    fn local(&self, at: Stamp) -> Stamp {
        self.zone.as_deref().map_or(at, |zone| in_zone(at, zone))
    }

    /// The value as far as a sentence shows it.
    fn shown(&self) -> String {
        self.value.chars().take(40).collect()
    }
}
