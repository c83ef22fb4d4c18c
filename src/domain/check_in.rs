//! How a day feels: fatigue, stress, mood, readiness, and the body's numbers.
//!
//! One check-in a day; where several are stored, the last one stands.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Meta, Rating, Stamp};

/// The check-in of one day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CheckIn {
    /// Bookkeeping.
    pub meta: Meta,
    /// The journal day it is about.
    pub day: Date,
    /// When it was given, where known.
    pub at: Option<Stamp>,
    /// How tired.
    pub fatigue: Option<Rating>,
    /// How stressed.
    pub stress: Option<Rating>,
    /// How the mood was.
    pub mood: Option<Rating>,
    /// How ready to train.
    pub readiness: Option<Rating>,
    /// Beats a minute.
    pub resting_hr: Option<f64>,
    /// Heart rate variability, rMSSD in ms.
    pub hrv_rmssd: Option<f64>,
    /// Body mass, kg.
    pub weight_kg: Option<f64>,
    /// Ill that day.
    pub ill: Option<bool>,
    /// Travelling that day.
    pub travel: Option<bool>,
    /// Free text.
    pub notes: String,
}

impl CheckIn {
    /// A check-in in which nothing is answered yet.
    pub fn new(meta: Meta, day: Date) -> Self {
        Self {
            meta,
            day,
            at: None,
            fatigue: None,
            stress: None,
            mood: None,
            readiness: None,
            resting_hr: None,
            hrv_rmssd: None,
            weight_kg: None,
            ill: None,
            travel: None,
            notes: String::new(),
        }
    }

    /// The same check-in with what `more` answers; what `more` leaves open stays as it is.
    #[must_use]
    pub fn completed_by(self, more: &Self) -> Self {
        Self {
            fatigue: more.fatigue.or(self.fatigue),
            stress: more.stress.or(self.stress),
            mood: more.mood.or(self.mood),
            readiness: more.readiness.or(self.readiness),
            resting_hr: more.resting_hr.or(self.resting_hr),
            hrv_rmssd: more.hrv_rmssd.or(self.hrv_rmssd),
            weight_kg: more.weight_kg.or(self.weight_kg),
            ill: more.ill.or(self.ill),
            travel: more.travel.or(self.travel),
            notes: if more.notes.is_empty() {
                self.notes
            } else {
                more.notes.clone()
            },
            ..self
        }
    }
}
