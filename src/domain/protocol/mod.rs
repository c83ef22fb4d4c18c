//! Protocols: the steps after a run, as data, and what state a walk through them is in.
//!
//! What the steps are, when they open and how long they take stands in `assets/protocol/*.toml`; their
//! words stand in the text file. [`walk()`] lays stored steps over the definition and says what each is
//! waiting for, [`act()`] turns a wish ("pause it", "done, 8 minutes") into a batch. Both are pure: all
//! waits and timers come from stored instants and the `now` they are given, so that a closed program, a
//! killed one and a changed clock leave them right.

mod act;
mod resolve;
#[cfg(test)]
mod tests;
mod timer;
mod walk;

use std::sync::LazyLock;

use jiff::civil::Time;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

pub use act::{Dose, StepAct, act, close, note_practice, open};
pub use resolve::{EVENING, MORNING, kept, resolve};
pub use walk::{StepState, StepView, Walk, walk};

use super::routine::OwnStep;
use super::{DayRule, Region, Slug, Stamp, words};
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
    /// What is asked about it once done.
    pub asks: Vec<Asked>,
    /// Its parts in order: muscle by muscle.
    #[serde(default)]
    pub parts: Vec<Part>,
    /// How good the evidence is.
    pub evidence: Evidence,
    /// Where that evidence was read.
    pub sources: Vec<String>,
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

/// When a step is meant to be done, in minutes after the end of the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// Minutes count from this clock time on, where the run ended before it.
    pub from: Option<Time>,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Timer {
    /// The shortest that is meant.
    pub min: u16,
    /// The longest.
    pub max: u16,
    /// What the timer starts with.
    pub suggested: u16,
    /// From how many minutes on the step counts as done, and not as done in part.
    pub counts: u16,
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

/// What is asked about a step once it is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum Asked {
    Minutes,
    Amount,
    Temperature,
}

/// One muscle of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Which.
    pub region: Region,
    /// For how long, both sides together.
    pub seconds: u16,
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

static AFTER_RUN: LazyLock<Protocol> = LazyLock::new(|| {
    toml::from_str(include_str!("../../../assets/protocol/after_run.toml"))
        .expect("the shipped protocol is read by a test")
});

/// The twelve tips after a run.
pub fn after_run() -> &'static Protocol {
    &AFTER_RUN
}

impl Protocol {
    /// The protocol called `id`; `None` where this version does not know it.
    pub fn by_id(id: &str) -> Option<&'static Self> {
        (AFTER_RUN.id == id).then_some(&*AFTER_RUN)
    }

    /// The step called `id`.
    pub fn step(&self, id: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == id)
    }
}

impl Step {
    /// Whether `what` is asked about it once it is done.
    pub fn asks(&self, what: Asked) -> bool {
        self.asks.contains(&what)
    }

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
    /// Its instants after a run that ended at `end`. A clock time is that of the run's own clock, on the
    /// journal day it ended.
    pub fn after(self, end: Stamp, rule: DayRule) -> Span {
        let from = self
            .from
            .and_then(|time| clock_on(end, self.days, time, rule))
            .filter(|from| from.ms > end.ms);
        let base = from.unwrap_or(end);
        let at = |minutes: i32| base.plus_seconds(f64::from(minutes) * 60.0);
        Span {
            opens: at(self.opens),
            best: at(self.best),
            closes: at(self.closes),
        }
    }
}

fn clock_on(end: Stamp, days: i8, time: Time, rule: DayRule) -> Option<Stamp> {
    let day = rule
        .day_of(end)
        .checked_add(jiff::Span::new().days(i64::from(days)))
        .ok()?;
    Stamp::from_civil_offset(day.to_datetime(time), end.offset_min)
}
