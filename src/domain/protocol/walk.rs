//! Where a walk through a protocol stands.

use std::borrow::Cow;
use std::collections::HashMap;

use super::{Protocol, Span, Step, timer};
use crate::domain::{Activity, Checklist, ChecklistStep, DayRule, Id, Journal, Outcome, Record, Stamp};

/// What a step is doing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum StepState {
    /// Its window has not opened.
    Waiting {
        /// When it opens.
        until: Stamp,
    },
    /// It can be begun.
    Ready,
    /// Its timer runs.
    Running {
        /// Seconds to the end of its timer, 0 once that is over.
        left_s: f64,
        /// Seconds it has run.
        elapsed_s: f64,
    },
    /// Its timer is held.
    Paused {
        /// Seconds to the end of its timer, 0 once that is over.
        left_s: f64,
        /// Seconds it has run.
        elapsed_s: f64,
    },
    /// It was done.
    Done,
    /// It was done in part.
    Partly,
    /// It was answered with "not this time".
    Skipped,
}

impl StepState {
    /// Whether it was done, done in part or skipped.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Done | Self::Partly | Self::Skipped)
    }

    /// Whether its timer was begun and is not over with.
    pub fn is_under_way(self) -> bool {
        matches!(self, Self::Running { .. } | Self::Paused { .. })
    }
}

/// One step of a walk.
#[derive(Clone, Debug, PartialEq)]
pub struct StepView<'a> {
    /// Its definition, as its checklist has it.
    pub step: Cow<'a, Step>,
    /// What is stored of it; `None` while untouched.
    pub row: Option<&'a ChecklistStep>,
    /// What it is doing.
    pub state: StepState,
    /// When it opens, is best, and closes.
    pub span: Span,
    /// Whether its window has closed while it is not over: late, and still possible.
    pub late: bool,
    /// Seconds its timer is set to, added ones included; `None` where it has none.
    pub length_s: Option<f64>,
}

/// A walk through a protocol, as it stands at one instant.
#[derive(Clone, Debug, PartialEq)]
pub struct Walk<'a> {
    /// All steps in order.
    pub steps: Vec<StepView<'a>>,
    /// The step to look at: the one under way, else the first that can be begun (on time before late),
    /// else the first that opens. `None` when all are over.
    pub next: Option<usize>,
    /// How many were done, wholly or in part.
    pub done: usize,
    /// When the run ended: what all windows count from.
    pub ended_at: Stamp,
}

impl<'a> Walk<'a> {
    /// The walk of the checklist `id`; `None` where the journal or this version does not know it.
    pub fn of(journal: &'a Journal, id: Id, now: Stamp) -> Option<Self> {
        let checklist = journal.checklists.iter().find(|it| it.meta.id == id)?;
        let protocol = Protocol::of(checklist)?;
        let run = checklist.run_id.and_then(|id| run_of(journal, id));
        let steps: Vec<_> = journal.steps.iter().filter(|it| it.checklist_id == id).collect();
        Some(walk(protocol, checklist, run, &steps, journal.settings.day_rule, now))
    }

    /// Whether nothing is left to do or answer.
    pub fn is_over(&self) -> bool {
        self.steps.iter().all(|it| it.state.is_over())
    }

    /// The step called `id`.
    pub fn step(&self, id: &str) -> Option<&StepView<'a>> {
        self.steps.iter().find(|it| it.step.id == id)
    }

    /// When the walk looks different next without anyone doing anything: a step opens or closes. Running
    /// timers change every second and are not counted here.
    pub fn changes_at(&self, now: Stamp) -> Option<Stamp> {
        let open = self.steps.iter().filter(|it| !it.state.is_over());
        open.flat_map(|it| [it.span.opens, it.span.closes.plus_seconds(0.001)])
            .filter(|at| at.ms > now.ms)
            .min_by_key(|at| at.ms)
    }
}

/// The run a checklist follows, also where it is in the trash: its end still counts.
fn run_of(journal: &Journal, id: Id) -> Option<&Activity> {
    let trashed = journal.trash.iter().filter_map(|record| match record {
        Record::Activity(it) => Some(it),
        _ => None,
    });
    journal.activities.iter().chain(trashed).find(|it| it.meta.id == id)
}

/// Lays what is stored over the definition. Without its run, the windows count from when the checklist
/// was opened.
pub fn walk<'a>(
    protocol: Cow<'a, Protocol>,
    checklist: &Checklist,
    run: Option<&Activity>,
    steps: &[&'a ChecklistStep],
    rule: DayRule,
    now: Stamp,
) -> Walk<'a> {
    let ended_at = run.map_or(checklist.started_at, Activity::ended_at);
    let rows: HashMap<&str, &ChecklistStep> = steps.iter().map(|row| (row.step.as_str(), *row)).collect();
    let views: Vec<_> = steps_of(protocol)
        .into_iter()
        .map(|step| {
            let row = rows.get(step.id.as_str()).copied();
            view(step, row, ended_at, rule, now)
        })
        .collect();
    Walk {
        next: next(&views),
        done: views
            .iter()
            .filter(|it| matches!(it.state, StepState::Done | StepState::Partly))
            .count(),
        steps: views,
        ended_at,
    }
}

fn steps_of(protocol: Cow<Protocol>) -> Vec<Cow<Step>> {
    match protocol {
        Cow::Borrowed(it) => it.steps.iter().map(Cow::Borrowed).collect(),
        Cow::Owned(it) => it.steps.into_iter().map(Cow::Owned).collect(),
    }
}

fn view<'a>(
    step: Cow<'a, Step>,
    row: Option<&'a ChecklistStep>,
    ended_at: Stamp,
    rule: DayRule,
    now: Stamp,
) -> StepView<'a> {
    let span = step.window.after(ended_at, rule);
    let state = row
        .and_then(|row| stored_state(&step, row, now))
        .unwrap_or(if now.ms < span.opens.ms {
            StepState::Waiting { until: span.opens }
        } else {
            StepState::Ready
        });
    let suggested = step.timer.map(|timer| f64::from(timer.suggested) * 60.0);
    StepView {
        row,
        state,
        span,
        late: now.ms > span.closes.ms && state == StepState::Ready,
        length_s: step
            .timer
            .and_then(|timer| row.map(|row| timer::length_s(timer, row)))
            .or(suggested),
        step,
    }
}

fn stored_state(step: &Step, row: &ChecklistStep, now: Stamp) -> Option<StepState> {
    match row.outcome {
        Some(Outcome::Done) => return Some(StepState::Done),
        Some(Outcome::Partly) => return Some(StepState::Partly),
        Some(Outcome::Skipped) => return Some(StepState::Skipped),
        None => {}
    }
    row.started_at?;
    let elapsed_s = timer::elapsed_s(row, now);
    let left_s = (timer::length_s(step.timer?, row) - elapsed_s).max(0.0);
    Some(if row.paused_at.is_some() {
        StepState::Paused { left_s, elapsed_s }
    } else {
        StepState::Running { left_s, elapsed_s }
    })
}

fn next(views: &[StepView]) -> Option<usize> {
    let first = |wanted: &dyn Fn(&StepView) -> bool| views.iter().position(wanted);
    first(&|it| it.state.is_under_way() && !it.step.beside)
        .or_else(|| first(&|it| it.state == StepState::Ready && !it.late))
        .or_else(|| first(&|it| it.state == StepState::Ready))
        .or_else(|| first_to_open(views))
        .or_else(|| first(&|it| it.state.is_under_way()))
}

fn first_to_open(views: &[StepView]) -> Option<usize> {
    let waiting = views.iter().enumerate().filter_map(|(i, it)| match it.state {
        StepState::Waiting { until } => Some((until.ms, i)),
        _ => None,
    });
    waiting.min().map(|(_, i)| i)
}
