//! What is done with a checklist and its steps, as batches.
//!
//! A step that becomes a practice names it in its detail: done again with another dose, the same practice
//! is written over; taken back, it moves to the trash. Skipping writes the answer `no`. Supplements and
//! nights have forms of their own, so their steps note only how they ended.

use serde_json::Value;

use super::{Asked, Protocol, Step, after_run, resolve, timer};
use crate::domain::routine::RoutineFor;
use crate::domain::{
    Activity, Answer, Batch, Change, Checklist, ChecklistStep, Id, Journal, Label, Meta, Outcome, Practice, Record,
    RunKind, Stamp, When,
};

/// The key of the practice a step became, in its detail.
const PRACTICE: &str = "practice";

/// What to do with a step of a checklist.
#[derive(Clone, Debug, PartialEq)]
pub enum StepAct {
    /// Start its timer, or go on after a pause.
    Start,
    /// Hold the timer.
    Pause,
    /// End it as done, with what was really done.
    Done(Dose),
    /// End it as not done, with the reason (may be empty).
    Skip(String),
    /// Take its end back.
    Reopen,
    /// Add seconds to its length.
    Extend(i64),
}

/// What was really done in a step; `None` where it was not noted.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Dose {
    /// For how long; `None` takes the timer's.
    pub minutes: Option<f64>,
    /// How much, in the habit's unit.
    pub amount: Option<f64>,
    /// How cold or warm.
    pub temperature_c: Option<f64>,
}

/// Begins the checklist called `id` after `run`, with the routine that the journal has for it.
pub fn open(journal: &Journal, run: &Activity, now: Stamp, id: Id) -> Batch {
    let protocol = after_run();
    let mut meta = Meta::manual(id);
    resolve::keep(&mut meta, journal, class_of(run).word());
    let checklist = Checklist {
        meta,
        run_id: Some(run.meta.id),
        protocol: protocol.id.clone(),
        protocol_version: protocol.version,
        started_at: now,
        closed_at: None,
    };
    Batch::putting(Label::new("batch-checklist-open"), [Record::Checklist(checklist)])
}

/// Which routine a run has, as far as the runner said what kind it was.
fn class_of(run: &Activity) -> RoutineFor {
    match run.kind {
        Some(RunKind::Easy) => RoutineFor::Easy,
        Some(RunKind::Workout) => RoutineFor::Workout,
        Some(RunKind::Long) => RoutineFor::Long,
        Some(RunKind::Race) => RoutineFor::Race,
        None => RoutineFor::Steady,
    }
}

/// Puts a checklist away.
pub fn close(checklist: &Checklist, now: Stamp) -> Batch {
    let closed = Checklist {
        closed_at: Some(now),
        ..checklist.clone()
    };
    Batch::putting(Label::new("batch-checklist-close"), [Record::Checklist(closed)])
}

/// The batch of doing `act` with a step. `None` where there is nothing to write: an unknown checklist or
/// step, a timer that already does what is wished, a step without one.
pub fn act(journal: &Journal, checklist: Id, step: &str, act: &StepAct, now: Stamp) -> Option<Batch> {
    let checklist = journal.checklists.iter().find(|it| it.meta.id == checklist)?;
    let protocol = Protocol::of(checklist)?;
    let step = protocol.step(step)?;
    let touched = Touched {
        journal,
        checklist,
        step,
        row: row_of(journal, checklist, step, now),
        now,
    };
    match act {
        StepAct::Start => touched.start(),
        StepAct::Pause => touched.pause(),
        StepAct::Extend(seconds) => touched.extend(*seconds),
        StepAct::Done(dose) => Some(touched.done(dose)),
        StepAct::Skip(reason) => Some(touched.skip(reason)),
        StepAct::Reopen => touched.reopen(),
    }
}

/// Notes in a step's bookkeeping which practice the step became.
pub fn note_practice(step: &mut Meta, practice: Id) {
    step.note(PRACTICE, practice.to_string().into());
}

fn row_of(journal: &Journal, checklist: &Checklist, step: &Step, now: Stamp) -> ChecklistStep {
    let mut rows = journal.steps.iter();
    let stored = rows.rfind(|row| row.checklist_id == checklist.meta.id && row.step == step.id);
    stored.cloned().unwrap_or_else(|| ChecklistStep {
        meta: Meta::manual(Id::fresh(now.ms)),
        checklist_id: checklist.meta.id,
        step: step.id.clone(),
        started_at: None,
        paused_at: None,
        paused_s: 0.0,
        ended_at: None,
        outcome: None,
        minutes: None,
        amount: None,
        reason: String::new(),
    })
}

/// A step that something is done with, and all that is needed for it.
struct Touched<'a> {
    journal: &'a Journal,
    checklist: &'a Checklist,
    step: &'a Step,
    row: ChecklistStep,
    now: Stamp,
}

impl Touched<'_> {
    fn start(mut self) -> Option<Batch> {
        self.step.timer?;
        if self.row.outcome.is_some() {
            return None;
        }
        match (self.row.started_at, self.row.paused_at.take()) {
            (None, _) => self.row.started_at = Some(self.now),
            (Some(_), Some(since)) => self.row.paused_s += self.now.seconds_since(since).max(0.0),
            (Some(_), None) => return None,
        }
        Some(self.write("batch-step-start", None))
    }

    fn pause(mut self) -> Option<Batch> {
        let running = self.row.outcome.is_none() && self.row.started_at.is_some() && self.row.paused_at.is_none();
        if !running {
            return None;
        }
        self.row.paused_at = Some(self.now);
        Some(self.write("batch-step-pause", None))
    }

    fn extend(mut self, seconds: i64) -> Option<Batch> {
        self.step.timer?;
        if self.row.outcome.is_some() {
            return None;
        }
        let extended = (timer::extended_s(&self.row) as i64).saturating_add(seconds);
        timer::set_extended(&mut self.row, extended);
        Some(self.write("batch-step-extend", None))
    }

    fn done(mut self, dose: &Dose) -> Batch {
        let minutes = dose.minutes.or(self.row.minutes).or_else(|| self.timed());
        let too_short = self.step.timer.zip(minutes);
        let partly = too_short.is_some_and(|(timer, minutes)| minutes < f64::from(timer.counts));
        self.end(if partly { Outcome::Partly } else { Outcome::Done });
        self.row.minutes = minutes;
        self.row.amount = dose.amount;
        self.row.reason = String::new();
        let practice = self.practice(Answer::Yes, self.row.started_at.unwrap_or(self.now));
        let practice = practice.map(|it| Practice {
            minutes,
            amount: dose.amount,
            temperature_c: dose.temperature_c,
            ..it
        });
        self.write("batch-step-done", practice)
    }

    fn timed(&self) -> Option<f64> {
        let asked = self.step.asks(Asked::Minutes);
        asked.then(|| timer::minutes(self.step, &self.row, self.now)).flatten()
    }

    fn skip(mut self, reason: &str) -> Batch {
        self.end(Outcome::Skipped);
        self.row.minutes = None;
        self.row.amount = None;
        reason.trim().clone_into(&mut self.row.reason);
        let practice = self.practice(Answer::No, self.now);
        self.write("batch-step-skip", practice)
    }

    /// Takes the end back. A timer that ran until then is held at what it said, so that the time in
    /// between does not count.
    fn reopen(mut self) -> Option<Batch> {
        self.row.outcome.take()?;
        let ended = self.row.ended_at.take();
        if self.row.started_at.is_some() && self.row.paused_at.is_none() {
            self.row.paused_at = ended;
        }
        self.row.minutes = None;
        self.row.amount = None;
        self.row.reason = String::new();
        let practice = self.stored_practice().map(|it| it.reference());
        if let Some(Value::Object(detail)) = &mut self.row.meta.detail {
            detail.remove(PRACTICE);
        }
        let mut batch = self.write("batch-step-reopen", None);
        batch.changes.extend(practice.map(Change::Trash));
        Some(batch)
    }

    /// Ends the step now; one that had ended keeps its end.
    fn end(&mut self, outcome: Outcome) {
        self.row.ended_at = self.row.ended_at.or(Some(self.now));
        self.row.outcome = Some(outcome);
    }

    /// The practice the step becomes: the one it had become before, or a new one.
    fn practice(&mut self, answer: Answer, at: Stamp) -> Option<Practice> {
        let habit = self.step.habit()?.clone();
        let (meta, notes) = match self.stored_practice() {
            Some(Record::Practice(it)) => (it.meta, it.notes),
            _ => (Meta::manual(Id::fresh(self.now.ms)), String::new()),
        };
        note_practice(&mut self.row.meta, meta.id);
        Some(Practice {
            run_id: self.checklist.run_id,
            notes,
            ..Practice::new(meta, When::At(at), habit, answer)
        })
    }

    fn stored_practice(&self) -> Option<Record> {
        let id: Id = self.row.meta.detail.as_ref()?.get(PRACTICE)?.as_str()?.parse().ok()?;
        let practice = self.journal.practices.iter().find(|it| it.meta.id == id)?;
        Some(Record::Practice(practice.clone()))
    }

    fn write(self, label: &str, practice: Option<Practice>) -> Batch {
        let label = Label::new(label).with("step", self.step.name());
        let step = Record::ChecklistStep(self.row);
        Batch::putting(label, [step].into_iter().chain(practice.map(Record::Practice)))
    }
}
