//! Findings in words.
//!
//! A sentence says what was seen in this journal and how far to trust it, never what brings what about. It
//! always carries the interval and the numbers of days; p stays in the details. How sure it sounds is
//! decided here ([`Level`]) and nowhere else, and whoever shows a finding (window, command line, file) takes
//! its words from here, so that all say the same.

mod need;
mod notes;
mod number;
mod refusal;
mod sentence;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use serde::Serialize;
use strum::VariantArray;

use super::{ALPHA, Exposure, Finding, Findings, Status};
use crate::domain::units::show_number;
use crate::domain::words::habit;
use crate::domain::{Journal, Scale};
use crate::fl;

/// How exposures are called in a journal.
#[derive(Clone, Debug, Default)]
pub struct Names(HashMap<Exposure, String>);

impl Names {
    /// The names of a journal's catalogues.
    pub fn of(journal: &Journal) -> Self {
        let habits = journal.habits_in_use().into_iter();
        let supplements = journal.supplements_in_use().into_iter();
        let habits = habits.map(|it| (Exposure::Habit(it.meta.id.clone()), habit(it)));
        let supplements = supplements.map(|it| (Exposure::Supplement(it.meta.id.clone()), it.name.clone()));
        Self(habits.chain(supplements).collect())
    }

    /// What an exposure is called; its word where the journal has no name for it.
    pub fn name(&self, exposure: &Exposure) -> String {
        match exposure {
            Exposure::SleepHours => fl!("finding-sleep-hours"),
            Exposure::ShortNight => fl!("finding-short-night"),
            Exposure::Habit(id) | Exposure::Supplement(id) => {
                self.0.get(exposure).cloned().unwrap_or_else(|| id.to_string())
            }
        }
    }
}

/// How sure the words of a finding sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, VariantArray)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// A difference, also with all questions counted.
    Clear,
    /// A difference that may be chance, or may have been there before.
    Possible,
    /// No difference that could be told from none.
    Unclear,
    /// Nothing to say yet.
    Refused,
    /// Nothing to say day by day.
    Period,
}

impl Level {
    /// The level of a finding. A placebo estimate as large as the finding takes one step away.
    pub fn of(finding: &Finding) -> Self {
        let effect = match &finding.status {
            Status::Estimated(effect) => effect,
            Status::Refused(_) => return Self::Refused,
            Status::PeriodOnly => return Self::Period,
        };
        let known_before = notes::placebo_is_as_large(finding);
        let clear = finding.p_bh.is_some_and(|it| it <= ALPHA);
        match (clear, effect.p <= ALPHA, known_before) {
            (true, _, false) => Self::Clear,
            (true, _, true) | (false, true, false) => Self::Possible,
            _ => Self::Unclear,
        }
    }

    /// In a word or two: "Clear".
    pub fn words(self) -> String {
        match self {
            Self::Clear => fl!("finding-level-clear"),
            Self::Possible => fl!("finding-level-possible"),
            Self::Unclear => fl!("finding-level-unclear"),
            Self::Refused => fl!("finding-level-refused"),
            Self::Period => fl!("finding-level-period"),
        }
    }
}

/// What is said of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// How sure it sounds.
    pub level: Level,
    /// What was found, or why nothing was: one or two sentences.
    pub sentence: String,
    /// What else there is to know, a sentence each.
    pub notes: Vec<String>,
}

impl Findings {
    /// The words for `finding`, one of these.
    pub fn tell(&self, finding: &Finding, names: &Names) -> Told {
        let level = Level::of(finding);
        let about = About {
            findings: self,
            finding,
            names,
            level,
        };
        let sentence = match &finding.status {
            Status::Estimated(effect) => about.estimated(effect),
            Status::Refused(refusal) => about.refused(*refusal),
            Status::PeriodOnly => fl!("finding-period", name = about.name()),
        };
        Told {
            level,
            sentence,
            notes: about.notes(),
        }
    }
}

/// What stands under every result.
pub fn reminder() -> String {
    fl!("finding-reminder")
}

/// What differences are counted in: "points", with the scale where it is not the usual one.
pub fn points(scale: Option<Scale>) -> String {
    match scale {
        None | Some(Scale::Nrs010) => fl!("finding-points"),
        Some(scale) => {
            let (low, high) = scale.range();
            fl!("finding-points-of", low = show_number(low), high = show_number(high))
        }
    }
}

/// One finding among its family, on its way to words.
struct About<'f> {
    findings: &'f Findings,
    finding: &'f Finding,
    names: &'f Names,
    level: Level,
}

impl About<'_> {
    fn name(&self) -> String {
        self.names.name(&self.finding.exposure)
    }

    fn points(&self) -> String {
        points(self.findings.scale)
    }
}
