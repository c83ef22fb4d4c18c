//! A sport session, from hand or watch.
//!
//! A run is an activity whose sport is running. The others are cross-training: they count as load and
//! as active recovery, and open no checklist.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::{Label, Meta, Settings, Stamp, units, words};

/// A day of elapsed time: a watch that was never stopped says more, and is not believed.
const LONGEST_ELAPSED_S: f64 = 24.0 * 3600.0;

/// What was done.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum Sport {
    #[default]
    Run,
    Ride,
    Swim,
    Walk,
    Strength,
    Yoga,
    Other,
}

/// What kind of run it was.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum RunKind {
    Easy,
    Long,
    Workout,
    Race,
}

/// One session. SI units; empty text and `None` mean not recorded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Activity {
    /// Bookkeeping.
    pub meta: Meta,
    /// What was done.
    pub sport: Sport,
    /// When it began.
    pub started_at: Stamp,
    /// From start to end, pauses included, seconds.
    pub elapsed_s: Option<f64>,
    /// In movement (the watch's timer), seconds.
    pub moving_s: Option<f64>,
    /// Metres.
    pub distance_m: Option<f64>,
    /// What kind of run.
    pub kind: Option<RunKind>,
    /// The runner's words: treadmill, trail, hilly, new shoes …
    pub tags: Vec<String>,
    /// How hard it was as a whole, CR10: 0 rest to 10 maximal, halves allowed.
    pub rpe: Option<f64>,
    /// How it felt, 1 very weak to 5 very strong.
    pub feel: Option<i64>,
    /// Mean heart rate, beats a minute.
    pub avg_hr: Option<f64>,
    /// Highest heart rate, beats a minute.
    pub max_hr: Option<f64>,
    /// Metres climbed.
    pub ascent_m: Option<f64>,
    /// Steps (or strokes, turns) a minute.
    pub cadence: Option<f64>,
    /// Degrees Celsius.
    pub temperature_c: Option<f64>,
    /// Road, trail, track …
    pub surface: String,
    /// Which shoe.
    pub shoe: String,
    /// A name for it.
    pub title: String,
    /// Free text.
    pub notes: String,
}

impl Activity {
    /// An activity of which only sport and start are known.
    pub fn new(meta: Meta, sport: Sport, started_at: Stamp) -> Self {
        Self {
            meta,
            sport,
            started_at,
            elapsed_s: None,
            moving_s: None,
            distance_m: None,
            kind: None,
            tags: Vec::new(),
            rpe: None,
            feel: None,
            avg_hr: None,
            max_hr: None,
            ascent_m: None,
            cadence: None,
            temperature_c: None,
            surface: String::new(),
            shoe: String::new(),
            title: String::new(),
            notes: String::new(),
        }
    }

    /// Whether this is a run.
    pub fn is_run(&self) -> bool {
        self.sport == Sport::Run
    }

    /// The seconds that count as load: elapsed, or moving where elapsed is missing or over 24 h.
    pub fn load_seconds(&self) -> Option<f64> {
        self.elapsed_s.filter(|&s| s <= LONGEST_ELAPSED_S).or(self.moving_s)
    }

    /// Session RPE load in arbitrary units: RPE × minutes (Foster). `None` while either is unknown.
    pub fn load_au(&self) -> Option<f64> {
        Some(self.rpe? * self.load_seconds()? / 60.0)
    }

    /// What the history calls recording it: "run of 10.2 km", "Ride session".
    pub fn label(&self, settings: &Settings) -> Label {
        if !self.is_run() {
            return Label::new("batch-session").with("sport", words::sport(self.sport));
        }
        let length = match (self.distance_m, self.elapsed_s) {
            (Some(m), _) => units::show_distance(m, settings.distance),
            (None, Some(s)) => units::show_duration(s),
            (None, None) => return Label::new("batch-run-plain"),
        };
        Label::new("batch-run").with("length", length)
    }

    /// When it ended; its start where no duration is known.
    pub fn ended_at(&self) -> Stamp {
        self.started_at.plus_seconds(self.load_seconds().unwrap_or(0.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Id;

    fn run(elapsed_s: Option<f64>, moving_s: Option<f64>, rpe: Option<f64>) -> Activity {
        let start = Stamp { ms: 0, offset_min: 0 };
        Activity {
            elapsed_s,
            moving_s,
            rpe,
            ..Activity::new(Meta::manual(Id::fresh(0)), Sport::Run, start)
        }
    }

    #[test]
    fn load_takes_elapsed_time_unless_the_watch_was_never_stopped() {
        assert_eq!(run(Some(3600.0), Some(3000.0), Some(5.0)).load_au(), Some(300.0));
        assert_eq!(run(Some(90_000.0), Some(3000.0), Some(6.0)).load_au(), Some(300.0));
        assert_eq!(run(None, Some(3000.0), Some(6.0)).load_au(), Some(300.0));
    }

    #[test]
    fn load_without_an_rpe_is_unknown_not_zero() {
        assert_eq!(run(Some(3600.0), None, None).load_au(), None);
    }
}
