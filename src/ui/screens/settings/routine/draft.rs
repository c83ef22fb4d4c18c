//! The draft of a routine: its steps as they are typed, and what would be saved.
//!
//! A routine is stored only where it differs from what its runs have without it: changed back by hand, it
//! goes to the trash like one that is taken back by its button.

use serde::{Deserialize, Serialize};

use crate::app::Model;
use crate::domain::protocol::{Phase, after_run};
use crate::domain::routine::{builtin_steps, minutes_of, normalised, own_minutes};
use crate::domain::units::{parse_minutes, show_number};
use crate::domain::{
    Batch, Change, Habit, HabitKind, Journal, Label, Meta, OwnStep, Record, RecordKind, Routine, RoutineFor,
    RoutineStep, Slug, words,
};
use crate::fl;
use crate::ui::forms::Errors;

/// The field that complains about the routine as a whole.
pub const STEPS: &str = "steps";
/// Minutes after the run (or the evening, or the morning) in which an own step can begin.
const LATEST_MIN: f64 = 2880.0;

/// The steps of a routine, as they are typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RoutineDraft {
    pub(super) steps: Vec<StepDraft>,
}

/// A step, as it is typed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StepDraft {
    /// Its id; a new one has none of its own before it is saved, only one that no other has.
    pub(super) id: String,
    pub(super) on: bool,
    pub(super) minutes: String,
    pub(super) own: Option<OwnDraft>,
}

/// What is typed about a step of the runner's own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnDraft {
    pub(super) name: String,
    pub(super) how: String,
    /// The habit it records; `None` for a new one of its name.
    pub(super) habit: Option<Slug>,
    pub(super) phase: Phase,
    pub(super) opens: String,
}

/// The steps that `runs` have without a routine of their own.
fn fallback(runs: RoutineFor, journal: &Journal) -> Vec<RoutineStep> {
    let every = Routine::of(journal, RoutineFor::EveryRun).filter(|_| runs != RoutineFor::EveryRun);
    every.map_or_else(|| builtin_steps(after_run()), |it| normalised(&it.steps, after_run()))
}

/// The steps that `runs` have.
fn base(runs: RoutineFor, journal: &Journal) -> Vec<RoutineStep> {
    match Routine::of(journal, runs) {
        Some(it) => normalised(&it.steps, after_run()),
        None => fallback(runs, journal),
    }
}

impl StepDraft {
    fn of(step: &RoutineStep) -> Self {
        Self {
            id: step.id.clone(),
            on: step.on,
            minutes: minutes_text(step),
            own: step.own.as_ref().map(OwnDraft::of),
        }
    }

    /// Its name, as far as it has one.
    pub(super) fn name(&self) -> String {
        match &self.own {
            Some(own) if own.name.trim().is_empty() => fl!("routine-new-step"),
            Some(own) => own.name.trim().to_owned(),
            None => RoutineStep::builtin(&self.id).name(),
        }
    }

    /// The key of one of its fields.
    pub(super) fn key(&self, field: &str) -> String {
        format!("{}/{field}", self.id)
    }
}

fn minutes_text(step: &RoutineStep) -> String {
    step.minutes.map(show_number).unwrap_or_default()
}

impl OwnDraft {
    fn of(own: &OwnStep) -> Self {
        Self {
            name: own.name.clone(),
            how: own.how.clone(),
            habit: Some(own.habit.clone()),
            phase: own.phase,
            opens: opens_text(own),
        }
    }
}

fn opens_text(own: &OwnStep) -> String {
    match own.opens_min {
        0 => String::new(),
        minutes => minutes.to_string(),
    }
}

impl RoutineDraft {
    /// The steps that `runs` have.
    pub fn begin(runs: RoutineFor, model: &Model) -> Self {
        let steps = base(runs, &model.journal);
        Self {
            steps: steps.iter().map(StepDraft::of).collect(),
        }
    }

    /// One more step, the runner's own; its id until it is saved.
    pub(super) fn add(&mut self) -> String {
        let is_free = |id: &String| self.steps.iter().all(|it| it.id != *id);
        let mut ids = (1..).map(|n| format!("new {n}"));
        let id = ids.find(is_free).expect("numbers do not end");
        self.steps.push(StepDraft {
            id: id.clone(),
            on: true,
            minutes: String::new(),
            own: Some(OwnDraft {
                name: String::new(),
                how: String::new(),
                habit: None,
                phase: Phase::Later,
                opens: String::new(),
            }),
        });
        id
    }

    /// What would be saved, or what is wrong; `None` where nothing changed.
    pub fn saving(&self, runs: RoutineFor, model: &Model) -> Result<Option<Batch>, Errors> {
        let mut reading = Reading {
            model,
            base: base(runs, &model.journal),
            errors: Errors::default(),
            habits: Vec::new(),
        };
        if self.steps.iter().all(|it| !it.on) {
            reading.errors.add(STEPS, fl!("routine-none-on"));
        }
        let mut steps = Vec::new();
        for typed in &self.steps {
            let step = reading.step(typed, self, &steps);
            steps.push(step);
        }
        let Reading { errors, habits, .. } = reading;
        let steps = errors.or(normalised(&steps, after_run()))?;
        let habits = habits.into_iter().map(|it| Change::put(Record::Habit(it)));
        Ok(changed(runs, &model.journal, steps).map(|batch| Batch {
            changes: habits.chain(batch.changes).collect(),
            ..batch
        }))
    }
}

/// The batch that makes `steps` those of `runs`; `None` where they are already.
fn changed(runs: RoutineFor, journal: &Journal, steps: Vec<RoutineStep>) -> Option<Batch> {
    if steps == base(runs, journal) {
        return None;
    }
    if steps == fallback(runs, journal) {
        return back(runs, journal);
    }
    let stored = Routine::of(journal, runs).cloned();
    let meta = stored.map_or_else(|| Meta::manual(runs.slug()), |it| it.meta);
    let label = Label::new("batch-routine").with("runs", runs.word());
    Some(Batch::putting(label, [Record::Routine(Routine { meta, steps })]))
}

/// The batch that takes the routine of `runs` back; `None` where they have none.
pub fn back(runs: RoutineFor, journal: &Journal) -> Option<Batch> {
    let routine = Routine::of(journal, runs)?;
    let is_builtin = fallback(runs, journal) == builtin_steps(after_run());
    let label = if is_builtin {
        Label::new("batch-routine-builtin")
    } else {
        Label::new("batch-routine-every")
    };
    Some(Batch {
        label: label.with("runs", runs.word()),
        changes: vec![Change::Trash(Record::Routine(routine.clone()).reference())],
    })
}

/// A draft while it is read.
struct Reading<'m> {
    model: &'m Model,
    /// The steps as they were.
    base: Vec<RoutineStep>,
    errors: Errors,
    /// The habits that come with new steps.
    habits: Vec<Habit>,
}

impl Reading<'_> {
    /// A step; `before` are those that were read already.
    fn step(&mut self, typed: &StepDraft, all: &RoutineDraft, before: &[RoutineStep]) -> RoutineStep {
        let was = self.base.iter().find(|it| it.id == typed.id).cloned();
        let minutes = self.minutes(typed, was.as_ref());
        let Some(own) = &typed.own else {
            return RoutineStep {
                on: typed.on,
                minutes,
                ..RoutineStep::builtin(&typed.id)
            };
        };
        let step = self.own(typed, own, all, was.as_ref(), minutes);
        let Some(was) = was else {
            // Steps that come later keep their ids, so those are taken, too.
            let taken: Vec<_> = self.base.iter().chain(before).cloned().collect();
            return RoutineStep {
                on: typed.on,
                ..RoutineStep::own(step, minutes, &taken)
            };
        };
        RoutineStep {
            on: typed.on,
            minutes,
            own: Some(step),
            ..was
        }
    }

    fn minutes(&mut self, typed: &StepDraft, was: Option<&RoutineStep>) -> Option<f64> {
        let range = match typed.own {
            Some(_) => own_minutes(),
            None => after_run().step(&typed.id).and_then(minutes_of)?,
        };
        let key = typed.key("minutes");
        let before = was.map(minutes_text).unwrap_or_default();
        let before = (before.as_str(), was.and_then(|it| it.minutes));
        let minutes = self.errors.read(&key, &typed.minutes, before, parse_minutes)?;
        if !range.contains(&minutes) {
            let (low, high) = (show_number(*range.start()), show_number(*range.end()));
            self.errors
                .add(&key, fl!("routine-minutes-range", low = low, high = high));
        }
        Some(minutes)
    }

    fn own(
        &mut self,
        typed: &StepDraft,
        own: &OwnDraft,
        all: &RoutineDraft,
        was: Option<&RoutineStep>,
        minutes: Option<f64>,
    ) -> OwnStep {
        let name = own.name.trim().to_owned();
        self.check_name(typed, &name, all);
        let was = was.and_then(|it| it.own.as_ref());
        let before = was.map(opens_text).unwrap_or_default();
        let opens = self.errors.count(
            &typed.key("opens"),
            &own.opens,
            (&before, was.map(|it| i64::from(it.opens_min)).filter(|it| *it != 0)),
            0.0..=LATEST_MIN,
        );
        let habit = match &own.habit {
            Some(habit) => habit.clone(),
            None => self.new_habit(typed, &name, minutes),
        };
        OwnStep {
            name,
            how: own.how.trim().to_owned(),
            habit,
            phase: own.phase,
            opens_min: opens.unwrap_or(0) as i32,
        }
    }

    fn check_name(&mut self, typed: &StepDraft, name: &str, all: &RoutineDraft) {
        let key = typed.key("name");
        let is_other = |it: &&StepDraft| it.id != typed.id && it.name().to_lowercase() == name.to_lowercase();
        if name.is_empty() {
            self.errors.add(&key, fl!("form-habit-name-missing"));
        } else if all.steps.iter().any(|it| is_other(&it)) {
            self.errors.add(&key, fl!("routine-name-is-there"));
        }
    }

    /// The habit that comes with a new step, by its name.
    fn new_habit(&mut self, typed: &StepDraft, name: &str, minutes: Option<f64>) -> Slug {
        let journal = &self.model.journal;
        if journal
            .habits
            .iter()
            .any(|it| words::habit(it).to_lowercase() == name.to_lowercase())
        {
            self.errors.add(&typed.key("name"), fl!("routine-habit-is-there"));
        }
        let slug = Slug::unused(name, |slug| {
            let mut in_trash = journal.trash.iter().filter(|it| it.kind() == RecordKind::Habit);
            let mut known = journal.habits.iter().chain(&self.habits);
            known.any(|it| it.meta.id == *slug) || in_trash.any(|it| it.id() == slug.as_str())
        });
        self.habits.push(Habit {
            meta: Meta::manual(slug.clone()),
            name: name.to_owned(),
            kind: if minutes.is_some() {
                HabitKind::Minutes
            } else {
                HabitKind::YesNo
            },
            unit: String::new(),
            builtin: false,
            hidden: false,
        });
        slug
    }
}
