//! What a protocol is: its steps in order, as data.
//!
//! Everything a step knows about itself stands in `assets/protocol/after_run.toml`: when it is meant to be
//! done, how long it takes, its muscles or stages, what is asked about it, how good the evidence is. What
//! changes with the run and the runner is not here: that is said by the rules ([`super::rules`]).

use jiff::civil::Time;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

use super::field::Field;
use crate::domain::routine::OwnStep;
use crate::domain::{DayRule, Region, Slug, Stamp, words};
use crate::fl;

/// The definition of a checklist.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Protocol {
    /// Its name in the journal.
    pub id: String,
    /// Rises with every change that a finished checklist must not see.
    pub version: i64,
    /// What to do, in order.
    pub steps: Vec<Step>,
}

/// One thing to do. Its words are `step-<id>`, `step-<id>-why` and so on, in the text file.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its name in the journal.
    pub id: String,
    /// Which of the twelve tips it belongs to; 0 for a step of the runner's own.
    pub tip: u8,
    /// The part of the time line it stands in.
    pub phase: Phase,
    /// Its icon, by its Lucide name.
    pub icon: String,
    /// When it is meant to be done.
    pub window: Window,
    /// How long it takes, where it takes a time.
    pub timer: Option<Timer>,
    /// Whether other steps go on while its timer runs (something worn).
    #[serde(default)]
    pub beside: bool,
    /// What it becomes once done.
    pub records: Records,
    /// What is asked about it once done, in the order of the form.
    #[serde(default)]
    pub fields: Vec<Field>,
    /// Its muscles in order, each held on both sides.
    #[serde(default)]
    pub parts: Vec<Part>,
    /// Its stages in order, by their names; each takes an equal share of its time.
    #[serde(default)]
    pub stages: Vec<String>,
    /// How good the evidence is.
    pub evidence: Evidence,
    /// Where that evidence was read.
    #[serde(default)]
    pub sources: Vec<String>,
    /// Whether the runner chose its length: then no kind of run changes it.
    #[serde(skip)]
    pub chosen: bool,
    /// What the runner said about it, where it is theirs.
    #[serde(skip)]
    pub own: Option<OwnStep>,
}

/// The parts of the time line after a run.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, IntoStaticStr, VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum Phase {
    Now,
    Hour,
    Later,
    Tonight,
    Tomorrow,
}

/// What the minutes of a window count from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Anchor {
    /// The end of the run.
    #[default]
    End,
    /// A clock time, so many days after the day of the run.
    Clock,
    /// Bedtime, where the runner's nights tell it; else the clock time.
    Bed,
}

/// When a step is meant to be done, in minutes from its anchor; never before the end of the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// What its minutes count from.
    #[serde(default)]
    pub from: Anchor,
    /// The anchor's clock time.
    pub clock: Option<Time>,
    /// That clock time so many days after the day of the run.
    #[serde(default)]
    pub days: i8,
    /// When it can begin.
    pub opens: i32,
    /// When it is best begun.
    pub best: i32,
    /// After this it is late, and still possible.
    pub closes: i32,
}

/// The instants of a window after one run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// When the step can begin.
    pub opens: Stamp,
    /// When it is best begun.
    pub best: Stamp,
    /// After this it is late.
    pub closes: Stamp,
}

/// How long a step takes, in minutes.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Timer {
    /// The shortest that is meant.
    pub min: f64,
    /// The longest.
    pub max: f64,
    /// What the timer starts with.
    pub suggested: f64,
    /// From how many minutes on the step counts as done, and not as done in part.
    pub counts: f64,
}

/// What a step becomes once done.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Records {
    /// A practice of this habit.
    Habit(Slug),
    /// Whatever the supplement form records.
    Intakes,
    /// The night, on the next morning.
    Night,
}

/// One muscle of a step: held for some seconds, so many times on each side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Which.
    pub region: Region,
    /// For how long, one side once.
    pub seconds: u16,
    /// How often on each side.
    pub repeats: u8,
}

/// How good the evidence for (or against) a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, IntoStaticStr, VariantArray)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Evidence {
    /// Several good studies agree.
    Moderate,
    /// Few, small or uneven studies.
    Low,
    /// Hardly any.
    VeryLow,
    /// None found that speaks of soreness.
    None,
}

impl Protocol {
    /// The step called `id`.
    pub fn step(&self, id: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == id)
    }
}

impl Step {
    /// The habit it is a practice of.
    pub fn habit(&self) -> Option<&Slug> {
        match &self.records {
            Records::Habit(habit) => Some(habit),
            Records::Intakes | Records::Night => None,
        }
    }

    /// Its name, as an imperative.
    pub fn name(&self) -> String {
        self.own.as_ref().map_or_else(|| self.words(""), |own| own.name.clone())
    }

    /// What it is for, in one or two sentences.
    pub fn why(&self) -> String {
        self.words_or("-why", || fl!("step-own-why"))
    }

    /// How long, how much.
    pub fn dose(&self) -> String {
        self.words_or("-dose", || match self.timer {
            Some(timer) => fl!("step-own-dose", minutes = timer.suggested),
            None => fl!("step-own-dose-open"),
        })
    }

    /// How it is done, in one line.
    pub fn how(&self) -> String {
        self.own
            .as_ref()
            .map_or_else(|| self.words("-how"), |own| own.how.clone())
    }

    /// When not to do it, and what to watch for.
    pub fn caution(&self) -> String {
        self.words_or("-caution", || fl!("step-own-caution"))
    }

    /// What the evidence says, in one sentence.
    pub fn finding(&self) -> String {
        self.words_or("-evidence", || fl!("step-own-evidence"))
    }

    /// Its words in the text file, or those of any step of the runner's own.
    fn words_or(&self, ending: &str, own: impl FnOnce() -> String) -> String {
        if self.own.is_some() { own() } else { self.words(ending) }
    }

    fn words(&self, ending: &str) -> String {
        let id = format!("step-{}{ending}", self.id);
        crate::text::message(&id, &[]).unwrap_or(id)
    }
}

impl Phase {
    /// Its words.
    pub fn name(self) -> String {
        words::named("phase", self.into())
    }
}

impl Evidence {
    /// Its words: "Evidence: low".
    pub fn name(self) -> String {
        words::named("evidence", self.into())
    }
}

impl Window {
    /// Its instants after a run that ended at `end` and before a night that begins at `bed`, where that is
    /// known. A clock time is that of the run's own clock, counted from the journal day it ended. A window
    /// that would open before the end of the run opens with it, and stays open for an hour at least.
    pub fn after(self, end: Stamp, bed: Option<Stamp>, rule: DayRule) -> Span {
        let clock = || self.clock.and_then(|time| clock_on(end, self.days, time, rule));
        let base = match self.from {
            Anchor::End => None,
            Anchor::Clock => clock(),
            Anchor::Bed => bed.or_else(clock),
        };
        let base = base.unwrap_or(end);
        let at = |minutes: i32, least_ms: i64| {
            let at = base.plus_seconds(f64::from(minutes) * 60.0);
            Stamp {
                ms: at.ms.max(least_ms),
                ..at
            }
        };
        let opens = at(self.opens, end.ms);
        let kept_open = if opens.ms == end.ms && base != end {
            LEAST_OPEN_MS
        } else {
            0
        };
        Span {
            opens,
            best: at(self.best, end.ms),
            closes: at(self.closes, end.ms + kept_open),
        }
    }
}

/// An hour.
const LEAST_OPEN_MS: i64 = 3_600_000;

/// The clock time `time`, by the clock of `end`, `days` after the journal day of `end`. The small hours of
/// a journal day lie on the next date.
pub(super) fn clock_on(end: Stamp, days: i8, time: Time, rule: DayRule) -> Option<Stamp> {
    let small_hours = i16::from(time.hour()) * 60 + i16::from(time.minute()) < rule.start_min;
    let days = i64::from(days) + i64::from(small_hours);
    let day = rule.day_of(end).checked_add(jiff::Span::new().days(days)).ok()?;
    Stamp::from_civil_offset(day.to_datetime(time), end.offset_min)
}
