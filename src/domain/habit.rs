//! Recovery habits: a catalogue, and each time one was done or answered.
//!
//! An answer is yes, no, or not recorded; the last is the absence of a row. Skipping a step of the
//! checklist writes `no`; an untouched step writes nothing.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::{DayRule, Id, Meta, Slug, Stamp};

/// What is noted about a practice of a habit.
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
pub enum HabitKind {
    /// Done or not.
    YesNo,
    /// How many minutes.
    Minutes,
    /// How much, in the habit's unit.
    Amount,
}

/// A catalogue entry.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Habit {
    /// Bookkeeping; the id is a word.
    pub meta: Meta<Slug>,
    /// Its name as shown; for a built-in one the text file's word stands before it.
    pub name: String,
    /// What is noted.
    pub kind: HabitKind,
    /// The amount's unit.
    pub unit: String,
    /// Part of the program, not the runner's own.
    pub builtin: bool,
    /// Not offered any more.
    pub hidden: bool,
}

/// The built-in habits, in the order of the tips, with what is noted about each and its unit.
pub const BUILTIN_HABITS: [(&str, HabitKind, &str); 11] = [
    ("cool_down", HabitKind::Minutes, ""),
    ("hydration", HabitKind::Amount, "ml"),
    ("snack", HabitKind::YesNo, ""),
    ("stretching", HabitKind::Minutes, ""),
    ("foam_rolling", HabitKind::Minutes, ""),
    ("ice_bath", HabitKind::Minutes, ""),
    ("compression", HabitKind::Minutes, ""),
    ("active_recovery", HabitKind::Minutes, ""),
    ("epsom_soak", HabitKind::Minutes, ""),
    ("mindfulness", HabitKind::Minutes, ""),
    ("social", HabitKind::YesNo, ""),
];

/// The built-in habits in which a temperature is noted.
pub const WITH_TEMPERATURE: [&str; 2] = ["ice_bath", "epsom_soak"];

/// Yes or no. Not recorded is the absence of a record.
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
pub enum Answer {
    Yes,
    No,
}

/// An instant, or a day of which the time is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// At that instant.
    At(Stamp),
    /// Some time on that journal day.
    On(Date),
}

impl When {
    /// The journal day.
    pub fn day(self, rule: DayRule) -> Date {
        match self {
            Self::At(stamp) => rule.day_of(stamp),
            Self::On(day) => day,
        }
    }

    /// The instant, where it is known.
    pub fn stamp(self) -> Option<Stamp> {
        match self {
            Self::At(stamp) => Some(stamp),
            Self::On(_) => None,
        }
    }
}

/// One time a habit was done, or answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Practice {
    /// Bookkeeping.
    pub meta: Meta,
    /// When; it counts on its own day, whatever day its run was.
    pub when: When,
    /// Which habit.
    pub habit: Slug,
    /// Done or not.
    pub answer: Answer,
    /// For how long.
    pub minutes: Option<f64>,
    /// How much, in the habit's unit.
    pub amount: Option<f64>,
    /// How cold or warm.
    pub temperature_c: Option<f64>,
    /// After which run.
    pub run_id: Option<Id>,
    /// Free text.
    pub notes: String,
}

impl Practice {
    /// An answer and nothing else.
    pub fn new(meta: Meta, when: When, habit: Slug, answer: Answer) -> Self {
        Self {
            meta,
            when,
            habit,
            answer,
            minutes: None,
            amount: None,
            temperature_c: None,
            run_id: None,
            notes: String::new(),
        }
    }
}
