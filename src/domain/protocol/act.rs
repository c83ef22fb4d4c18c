//! What is done with a checklist and its steps, as batches.
//!
//! A step that becomes a practice names it in its detail: done again with another dose, the same practice
//! is written over; taken back, it moves to the trash. Skipping writes the answer `no`. Supplements and
//! nights have forms of their own, so their steps note only how they ended. What a rule closes stays
//! closed here too, whatever a screen may wish for.

use serde_json::Value;

use super::bout::Bout;
use super::field::{Dose, FieldKind};
use super::timer::{self, What};
use super::walk::{StepState, StepView, Walk, bouts_of};
use super::{RunClass, after_run, resolve};
use crate::domain::{
    Activity, Answer, Batch, Change, Checklist, ChecklistStep, Id, Journal, Label, Meta, Outcome, Practice, Record,
    Stamp, When,
};

/// The key of the practice a step became, in its detail.
pub(super) const PRACTICE: &str = "practice";
/// The key that says a step was begun before its time, in its detail.
const ANYWAY: &str = "anyway";
/// From this part of its seconds on a bout was done.
const BOUT_DONE: f64 = 0.5;

/// What to do with a step of a checklist.
#[derive(Clone, Debug, PartialEq)]
pub enum StepAct {
    /// Start its timer, or go on after a pause.
    Start,
    /// Start it although it waits, or is not for this run.
    StartAnyway,
    /// Hold the timer.
    Pause,
    /// Go to the beginning of this bout; starts the timer where it was not.
    Jump(usize),
    /// Add seconds to the bout that runs.
    Extend(i64),
    /// End it as done, with what was really done.
    Done(Dose),
    /// It was done at that time, with what was really done.
    DoneAt {
        /// When it was begun.
        at: Stamp,
        /// What was done.
        dose: Dose,
    },
    /// End it as not done, with the reason (may be empty).
    Skip(String),
    /// Take its end back.
    Reopen,
}

/// Begins the checklist called `id` after `run`, with the routine that the journal has for its class.
pub fn open(journal: &Journal, run: &Activity, now: Stamp, id: Id) -> Batch {
    let protocol = after_run();
    let mut meta = Meta::manual(id);
    resolve::keep(&mut meta, journal, RunClass::of(run, journal).into());
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

/// Puts a checklist away.
pub fn close(checklist: &Checklist, now: Stamp) -> Batch {
    let closed = Checklist {
        closed_at: Some(now),
        ..checklist.clone()
    };
    Batch::putting(Label::new("batch-checklist-close"), [Record::Checklist(closed)])
}

/// The batch of doing `act` with a step. `None` where there is nothing to write: an unknown checklist or
/// step, a timer that already does what is wished, a step without one, a step that a rule closes.
pub fn act(journal: &Journal, checklist: Id, step: &str, act: &StepAct, now: Stamp) -> Option<Batch> {
    let walk = Walk::of(journal, checklist, now)?;
    let view = walk.step(step)?;
    let touched = Touched {
        journal,
        checklist: journal.checklists.iter().rfind(|it| it.meta.id == checklist)?,
        view,
        row: view.row.cloned().unwrap_or_else(|| untouched(checklist, step, now)),
        now,
    };
    match act {
        StepAct::Start => touched.start(false),
        StepAct::StartAnyway => touched.start(true),
        StepAct::Pause => touched.pause(),
        StepAct::Jump(bout) => touched.jump(*bout),
        StepAct::Extend(seconds) => touched.extend(*seconds),
        StepAct::Done(dose) => touched.done(dose, None),
        StepAct::DoneAt { at, dose } => touched.done(dose, Some(*at)),
        StepAct::Skip(reason) => touched.skip(reason),
        StepAct::Reopen => touched.reopen(),
    }
}

/// Notes in a step's bookkeeping which practice the step became.
pub fn note_practice(step: &mut Meta, practice: Id) {
    step.note(PRACTICE, practice.to_string().into());
}

/// The practice a step became, where it became one.
pub fn practice_id(step: &ChecklistStep) -> Option<Id> {
    step.meta.detail.as_ref()?.get(PRACTICE)?.as_str()?.parse().ok()
}

fn untouched(checklist: Id, step: &str, now: Stamp) -> ChecklistStep {
    ChecklistStep {
        meta: Meta::manual(Id::fresh(now.ms)),
        checklist_id: checklist,
        step: step.to_owned(),
        started_at: None,
        paused_at: None,
        paused_s: 0.0,
        ended_at: None,
        outcome: None,
        minutes: None,
        amount: None,
        reason: String::new(),
    }
}

/// A step that something is done with, and all that is needed for it.
struct Touched<'a> {
    journal: &'a Journal,
    checklist: &'a Checklist,
    view: &'a StepView<'a>,
    row: ChecklistStep,
    now: Stamp,
}

impl Touched<'_> {
    fn start(mut self, anyway: bool) -> Option<Batch> {
        match self.view.state {
            StepState::Paused(_) => self.go_on(),
            StepState::Ready => self.begin(),
            StepState::Waiting { .. } | StepState::NotApplicable if anyway => {
                self.row.meta.note(ANYWAY, true.into());
                self.begin();
            }
            _ => return None,
        }
        self.view.has_timer().then(|| self.write("batch-step-start", None))
    }

    fn begin(&mut self) {
        self.row.started_at = Some(self.now);
        timer::keep_bouts(&mut self.row.meta, &self.view.bouts);
    }

    fn go_on(&mut self) {
        let held = self.row.paused_at.take();
        let held_s = held.map_or(0.0, |since| self.now.seconds_since(since).max(0.0));
        self.row.paused_s += held_s;
    }

    fn pause(mut self) -> Option<Batch> {
        if !matches!(self.view.state, StepState::Running(_)) {
            return None;
        }
        self.row.paused_at = Some(self.now);
        Some(self.write("batch-step-pause", None))
    }

    fn jump(mut self, bout: usize) -> Option<Batch> {
        if bout >= self.view.bouts.len() {
            return None;
        }
        match self.view.state {
            StepState::Running(_) | StepState::Paused(_) => {}
            StepState::Ready if self.view.has_timer() => self.begin(),
            _ => return None,
        }
        let at_s = timer::elapsed_s(&self.row, self.now);
        timer::touch(&mut self.row.meta, at_s, What::Jump(bout));
        Some(self.write("batch-step-jump", None))
    }

    fn extend(mut self, seconds: i64) -> Option<Batch> {
        self.view.state.progress()?;
        let at_s = timer::elapsed_s(&self.row, self.now);
        timer::touch(&mut self.row.meta, at_s, What::More(seconds as f64));
        Some(self.write("batch-step-extend", None))
    }

    /// Ends it as done: now, or at another time.
    fn done(mut self, dose: &Dose, at: Option<Stamp>) -> Option<Batch> {
        if matches!(self.view.state, StepState::Blocked { .. }) {
            return None;
        }
        let minutes = dose.minutes.or(self.row.minutes).or_else(|| self.timed());
        let detail = self.told(dose);
        let partly = self.is_partly(minutes, &detail);
        self.end(if partly { Outcome::Partly } else { Outcome::Done });
        if let Some(at) = at {
            self.row.started_at = self.row.started_at.and(Some(at));
            self.row.paused_at = None;
            self.row.ended_at = Some(at);
        }
        self.row.minutes = minutes;
        self.row.amount = dose.amount;
        self.row.reason = String::new();
        let began = at.or(self.row.started_at).unwrap_or(self.now);
        let practice = self.practice(Answer::Yes, began).map(|mut it| {
            it.minutes = minutes;
            it.amount = dose.amount;
            it.temperature_c = dose.temperature_c;
            for (key, value) in detail {
                it.meta.note(&key, value);
            }
            it
        });
        Some(self.write("batch-step-done", practice))
    }

    fn timed(&self) -> Option<f64> {
        let asked = self.view.step.fields.iter().any(|it| it.kind == FieldKind::Minutes);
        asked
            .then(|| timer::minutes(&self.view.step, &self.row, self.now))
            .flatten()
    }

    /// The dose beyond the columns: as typed, and where a timer ran what it saw.
    fn told(&self, dose: &Dose) -> serde_json::Map<String, Value> {
        let mut detail = seen(self.view, &self.row, self.now);
        detail.extend(dose.detail.clone());
        let asked = |key: &String| self.view.step.fields.iter().any(|it| it.id == *key);
        detail.retain(|key, _| asked(key));
        detail
    }

    /// Whether less was done than counts (SCIENCE 7.2): too few minutes, or under half of the muscles.
    fn is_partly(&self, minutes: Option<f64>, detail: &serde_json::Map<String, Value>) -> bool {
        let step = &self.view.step;
        let muscles = detail.get("muscles").and_then(Value::as_array);
        if step.habit().is_some_and(|it| it.as_str() == "stretching")
            && let Some(muscles) = muscles.filter(|it| !it.is_empty())
        {
            return muscles.len() * 2 < step.parts.len();
        }
        let too_short = step.timer.zip(minutes);
        too_short.is_some_and(|(timer, minutes)| minutes < timer.counts)
    }

    fn skip(mut self, reason: &str) -> Option<Batch> {
        if matches!(self.view.state, StepState::Blocked { .. } | StepState::NotApplicable) {
            return None;
        }
        self.end(Outcome::Skipped);
        self.row.minutes = None;
        self.row.amount = None;
        reason.trim().clone_into(&mut self.row.reason);
        let practice = self.practice(Answer::No, self.now);
        Some(self.write("batch-step-skip", practice))
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
        let habit = self.view.step.habit()?.clone();
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
        let id = practice_id(&self.row)?;
        let practice = self.journal.practices.iter().find(|it| it.meta.id == id)?;
        Some(Record::Practice(practice.clone()))
    }

    fn write(self, label: &str, practice: Option<Practice>) -> Batch {
        let label = Label::new(label).with("step", self.view.step.name());
        let step = Record::ChecklistStep(self.row);
        Batch::putting(label, [step].into_iter().chain(practice.map(Record::Practice)))
    }
}

/// What a timer that ran through muscles saw: which of them were done, for how long each, and how often.
pub(super) fn seen(view: &StepView, row: &ChecklistStep, now: Stamp) -> serde_json::Map<String, Value> {
    let mut detail = serde_json::Map::new();
    if view.step.parts.is_empty() || row.started_at.is_none() {
        return detail;
    }
    let planned = bouts_of(view);
    let worked = timer::play(&view.step, row, now).worked_s;
    let done: Vec<&Bout> = planned
        .iter()
        .zip(worked)
        .filter(|(bout, worked)| *worked >= bout.work_s * BOUT_DONE)
        .map(|(bout, _)| bout)
        .collect();
    let mut muscles: Vec<&str> = Vec::new();
    for region in done.iter().filter_map(|it| it.region) {
        let word: &str = region.into();
        if !muscles.contains(&word) {
            muscles.push(word);
        }
    }
    if let (Some(first), false) = (done.first(), muscles.is_empty()) {
        let times = done.len() as f64 / (2.0 * muscles.len() as f64);
        detail.insert("hold_s".to_owned(), first.work_s.into());
        detail.insert("repeats".to_owned(), times.ceil().into());
    }
    detail.insert("muscles".to_owned(), muscles.into());
    detail
}
