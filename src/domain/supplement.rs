//! Supplements: a catalogue that grows as it is used, and the doses taken.
//!
//! Afterrun logs what was taken and proposes no dose.

use serde::{Deserialize, Serialize};

use super::{Answer, Meta, Slug, Stamp};

/// A catalogue entry.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Supplement {
    /// Bookkeeping; the id is a word.
    pub meta: Meta<Slug>,
    /// Its name as shown.
    pub name: String,
    /// The usual dose, in `unit`.
    pub default_dose: Option<f64>,
    /// mg, g, ml, capsules …
    pub unit: String,
    /// Other names typed for it.
    pub aliases: Vec<String>,
}

/// One dose taken, or the answer that none was taken that day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Intake {
    /// Bookkeeping.
    pub meta: Meta,
    /// When.
    pub at: Stamp,
    /// What.
    pub supplement: Slug,
    /// Taken, or not taken that day.
    pub answer: Answer,
    /// How much, in `unit`.
    pub dose: Option<f64>,
    /// The dose's unit.
    pub unit: String,
    /// Free text.
    pub notes: String,
}
