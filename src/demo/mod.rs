//! The sample journal's generator.

use jiff::civil::Date;

use crate::domain::{Journal, Settings};

/// What a sample journal is made from.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Its length in years.
    pub years: u16,
    /// What everything in it comes from, ids included.
    pub seed: u64,
    /// Its last day.
    pub until: Date,
}

/// The sample journal of `plan`; the same plan gives the same journal.
pub fn journal(plan: &Plan) -> Journal {
    let _ = plan;
    Journal::empty(Settings::for_zone("Europe/Oslo"))
}
