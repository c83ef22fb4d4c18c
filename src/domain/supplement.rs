//! Supplements: a catalogue that grows as it is used, and the doses taken.
//!
//! Afterrun logs what was taken and proposes no dose.

use serde::{Deserialize, Serialize};

use super::{Answer, Journal, Meta, Record, Slug, Stamp};

/// The tick in an intake's detail that says that it was taken with food.
pub const WITH_FOOD: &str = "with_food";
/// The batch that is printed on its package, in an intake's detail.
pub const BATCH: &str = "batch";

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

impl Supplement {
    /// Whether `name` is its name, or another name for it.
    pub fn is_called(&self, name: &str) -> bool {
        let is = |other: &str| other.to_lowercase() == name.to_lowercase();
        is(&self.name) || self.aliases.iter().any(|alias| is(alias))
    }

    /// A new entry of `journal`'s catalogue.
    pub fn new_in(journal: &Journal, name: &str, dose: Option<f64>, unit: &str) -> Self {
        let slug = Slug::unused(name, |slug| {
            let in_trash = journal.trash.iter();
            let mut taken = in_trash.filter(|it| matches!(it, Record::Supplement(_)));
            taken.any(|it| it.id() == slug.as_str()) || journal.supplements.iter().any(|it| it.meta.id == *slug)
        });
        Self {
            meta: Meta::manual(slug),
            name: name.to_owned(),
            default_dose: dose,
            unit: unit.trim().to_owned(),
            aliases: Vec::new(),
        }
    }
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
