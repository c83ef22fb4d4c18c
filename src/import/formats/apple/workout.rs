//! Workouts: from the element and those in it to an activity.
//!
//! Old exports say distance and energy as attributes, those since iOS 16 as statistics in the element, and
//! those of parts of a workout (swim, ride and run of a triathlon) say them once more: they count only where
//! the whole does not. The length that is given is without pauses; from start to end is with them.

use std::ops::RangeInclusive;

use serde_json::{Map, Value};

use super::value::{self, celsius, kilocalories, metres, per_minute, quantity, rounded, seconds};
use super::walk::Tag;
use super::{EARLIEST_MS, SOURCE};
use crate::domain::{Activity, Record, RecordKind, Sport, Stamp};
use crate::fl;
use crate::import::reading::number::decimal;
use crate::import::reading::session::{CLIMB, HEART_RATE, METRES};
use crate::import::reading::sport::{self, Ground, SportWord};
use crate::import::reading::table::out_of_range;
use crate::import::reading::{Entry, Found, Task};

const EFFORT: RangeInclusive<f64> = 0.0..=10.0;
const LONGEST_S: f64 = 31_622_400.0;

/// By how much the given length may be more than from start to end: those are cut to seconds.
const CUT_S: f64 = 2.0;

/// What one workout says, as it is read.
pub(super) struct Workout {
    pub line: u64,
    name: String,
    start: String,
    end: String,
    duration: String,
    duration_unit: String,
    /// Of its attributes.
    given: Sums,
    /// Of statistics of the whole.
    whole: Sums,
    /// Of statistics of its parts.
    parts: Sums,
    zone: Option<String>,
    indoor: bool,
    route: String,
    effort: Option<f64>,
    estimated_effort: Option<f64>,
    ascent_m: Option<f64>,
    temperature_c: Option<f64>,
    detail: Map<String, Value>,
}

/// Sums and means of a workout or of its parts.
#[derive(Default)]
struct Sums {
    distance_m: Option<f64>,
    kcal: Option<f64>,
    max_hr: Option<f64>,
    avg_hr: Option<f64>,
    /// How long the mean is of, where there are several.
    avg_hr_s: f64,
}

impl Workout {
    pub fn of(tag: &Tag, line: u64) -> Self {
        let mut given = Sums::default();
        let value = |name: &str| decimal(&tag.text(name));
        given.distance_m = value("totalDistance").and_then(|it| metres(it, &tag.text("totalDistanceUnit")));
        given.kcal = value("totalEnergyBurned").and_then(|it| kilocalories(it, &tag.text("totalEnergyBurnedUnit")));
        Self {
            line,
            name: tag.text("workoutActivityType"),
            start: tag.text("startDate"),
            end: tag.text("endDate"),
            duration: tag.text("duration"),
            duration_unit: tag.text("durationUnit"),
            given,
            whole: Sums::default(),
            parts: Sums::default(),
            zone: None,
            indoor: false,
            route: String::new(),
            effort: None,
            estimated_effort: None,
            ascent_m: None,
            temperature_c: None,
            detail: Map::new(),
        }
    }

    /// Takes in an element of statistics, of the whole or of a part.
    pub fn statistics(&mut self, tag: &Tag, of_part: bool) {
        let sums = if of_part { &mut self.parts } else { &mut self.whole };
        let (kind, unit) = (tag.text("type"), tag.text("unit"));
        let value = |name: &str| decimal(&tag.text(name));
        let kind = kind.trim_start_matches("HKQuantityTypeIdentifier");
        if kind == "HeartRate" {
            let window = value::stamp(&tag.text("endDate"))
                .zip(value::stamp(&tag.text("startDate")))
                .map_or(0.0, |(end, start)| end.seconds_since(start));
            let average = value("average").and_then(|it| per_minute(it, &unit));
            if average.is_some() && (sums.avg_hr.is_none() || window > sums.avg_hr_s) {
                (sums.avg_hr, sums.avg_hr_s) = (average, window);
            }
            let maximum = value("maximum").and_then(|it| per_minute(it, &unit));
            sums.max_hr = sums.max_hr.into_iter().chain(maximum).reduce(f64::max);
        } else if kind.starts_with("Distance") {
            let distance = value("sum").and_then(|it| metres(it, &unit));
            sums.distance_m = sums.distance_m.into_iter().chain(distance).reduce(|a, b| a + b);
        } else if kind == "ActiveEnergyBurned" {
            sums.kcal = value("sum").and_then(|it| kilocalories(it, &unit)).or(sums.kcal);
        }
    }

    /// Takes in a pair of key and value.
    pub fn metadata(&mut self, key: &str, value: &str) {
        match key {
            "HKTimeZone" => self.zone = Some(value.to_owned()),
            "HKIndoorWorkout" => self.indoor = matches!(value, "1" | "true" | "YES"),
            "HKElevationAscended" => self.ascent_m = quantity(value).and_then(|it| metres(it.0, it.1)),
            "HKWeatherTemperature" => self.temperature_c = quantity(value).and_then(|it| celsius(it.0, it.1)),
            "HKWorkoutEffortScore" | "HKMetadataKeyWorkoutEffortScore" | "workoutEffortScore" => {
                self.effort(decimal(value.split(' ').next().unwrap_or_default()), false);
            }
            "HKAverageMETs" => {
                let mets = quantity(value).map(|it| rounded(it.0, 2));
                self.detail.extend(mets.map(|it| ("mets".to_owned(), it.into())));
            }
            "HKWasUserEntered" if value == "1" => {
                self.detail.insert("typed".to_owned(), true.into());
            }
            _ => {}
        }
    }

    /// How hard it was, by the runner or as Apple estimates it.
    pub fn effort(&mut self, score: Option<f64>, is_estimated: bool) {
        let kept = if is_estimated {
            &mut self.estimated_effort
        } else {
            &mut self.effort
        };
        *kept = score.or(*kept);
    }

    /// The file in which its way is.
    pub fn route(&mut self, path: &str) {
        path.trim_start_matches('/').clone_into(&mut self.route);
    }

    /// The activity that it was, or why it is none.
    pub fn entry(mut self, task: &Task, found: &mut Found) -> Result<Entry, String> {
        let start = date(&self.start, task)?;
        let started_at = self.zone.as_deref().map_or(start, |it| value::in_zone(start, it));
        let (elapsed_s, moving_s) = self.lengths(start, found)?;
        let word = sport::of(&self.name).unwrap_or(SportWord::new(Sport::Other, None));
        let name = format!("apple:workout:{}:{}", words(&self.name), start.ms / 1000);
        let meta = task.meta(RecordKind::Activity, SOURCE, name, start.ms);
        let mut activity = Activity::new(meta, word.sport, started_at);
        let line = Some(self.line);
        let mut within =
            |value: Option<f64>, range: RangeInclusive<f64>, what: String| found.within(line, value, &range, &what);
        let (given, whole, parts) = (&self.given, &self.whole, &self.parts);
        // Apple writes 0 where nothing was measured.
        let distance_m = [whole, given, parts].into_iter().find_map(|it| recorded(it.distance_m));
        activity.elapsed_s = within(elapsed_s, 0.0..=LONGEST_S, fl!("import-elapsed"));
        activity.moving_s = within(moving_s, 0.0..=LONGEST_S, fl!("import-moving"));
        activity.distance_m = within(distance_m.map(|it| rounded(it, 1)), METRES, fl!("import-distance"));
        activity.avg_hr = within(
            recorded(whole.avg_hr).map(|it| rounded(it, 1)),
            HEART_RATE,
            fl!("import-avg-hr"),
        );
        activity.max_hr = within(
            recorded(whole.max_hr).or(parts.max_hr),
            HEART_RATE,
            fl!("import-max-hr"),
        );
        activity.ascent_m = within(self.ascent_m.map(|it| rounded(it, 1)), CLIMB, fl!("import-ascent"));
        let degrees = self.temperature_c.map(|it| rounded(it, 1));
        activity.temperature_c = within(degrees, -90.0..=70.0, fl!("import-temperature"));
        activity.rpe = within(recorded(self.effort), EFFORT, fl!("import-rpe"));
        self.describe(&mut activity);
        Ok(Entry::of(Record::Activity(activity)).on(self.line).linked(&self.route))
    }

    fn describe(&mut self, activity: &mut Activity) {
        let sums = [&self.whole, &self.given, &self.parts];
        let kcal = sums.into_iter().find_map(|it| recorded(it.kcal));
        self.detail.insert("sport".to_owned(), words(&self.name).into());
        activity.meta.detail = Some(Value::Object(std::mem::take(&mut self.detail)));
        activity.meta.note_number("calories", kcal.map(f64::round));
        activity
            .meta
            .note_number("estimated_effort", recorded(self.estimated_effort));
        let ground = self.indoor.then_some(Ground::Treadmill);
        SportWord::new(activity.sport, ground).describe(activity);
        if activity.sport == Sport::Other {
            activity.title = words(&self.name);
        }
    }

    /// From start to end, and without pauses.
    fn lengths(&self, start: Stamp, found: &mut Found) -> Result<(Option<f64>, Option<f64>), String> {
        let elapsed = value::stamp(&self.end).map(|it| it.seconds_since(start));
        if elapsed.is_some_and(|it| it < 0.0) {
            return Err(fl!("import-apple-order"));
        }
        let elapsed = elapsed.filter(|&it| it > 0.0);
        let given = decimal(&self.duration).filter(|&it| it > 0.0);
        let moving = given.and_then(|it| self.duration_s(it, elapsed));
        if let (Some(moving_s), Some(elapsed_s)) = (moving, elapsed)
            && moving_s > elapsed_s + CUT_S
        {
            let range = 0.0..=elapsed_s;
            found.note(Some(self.line), out_of_range(&fl!("import-moving"), moving_s, &range));
            return Ok((elapsed, None));
        }
        Ok((elapsed.or(moving), moving))
    }

    /// The given length in seconds. Where its unit is not given, that is the largest one in which it fits
    /// between start and end.
    fn duration_s(&self, given: f64, elapsed: Option<f64>) -> Option<f64> {
        if !self.duration_unit.is_empty() {
            return seconds(given, &self.duration_unit).map(|it| rounded(it, 1));
        }
        let units = ["hr", "min", "s"].iter().filter_map(|it| seconds(given, it));
        let Some(elapsed) = elapsed else {
            return seconds(given, "min");
        };
        units.into_iter().find(|it| *it <= elapsed + CUT_S)
    }
}

/// What every name of a sport begins with.
const PREFIX: &str = "HKWorkoutActivityType";

/// The name of a sport in words: "cross country skiing".
fn words(name: &str) -> String {
    let mut words = String::new();
    for letter in name.strip_prefix(PREFIX).unwrap_or(name).chars() {
        if letter.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(letter.to_lowercase());
    }
    words
}

/// When something was, or why that cannot be.
pub(super) fn date(text: &str, task: &Task) -> Result<Stamp, String> {
    let at = value::stamp(text).ok_or_else(|| {
        let shown: String = text.chars().take(40).collect();
        fl!("import-apple-date", date = shown)
    })?;
    if task.is_future(at.ms) {
        return Err(fl!("import-future", date = at.civil_date().to_string()));
    }
    if at.ms < EARLIEST_MS {
        return Err(fl!("import-date-absurd", date = at.civil_date().to_string()));
    }
    Ok(at)
}

/// A value that is not 0.
fn recorded(value: Option<f64>) -> Option<f64> {
    value.filter(|&it| it != 0.0)
}
