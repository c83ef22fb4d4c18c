//! The draft of a routine without pixels: what it saves, and what is wrong with it.

use std::path::PathBuf;

use super::draft::{RoutineDraft, STEPS, back};
use crate::app::Model;
use crate::domain::habit::BUILTIN_HABITS;
use crate::domain::protocol::{Phase, after_run};
use crate::domain::routine::{builtin_steps, habits};
use crate::domain::{
    Batch, Change, Habit, HabitKind, Journal, Meta, OwnStep, Record, Routine, RoutineFor, RoutineStep, Settings, Slug,
};

fn habit(id: &str, name: &str) -> Record {
    Record::Habit(Habit {
        meta: Meta::manual(Slug::of(id)),
        name: name.to_owned(),
        kind: HabitKind::Minutes,
        unit: String::new(),
        builtin: BUILTIN_HABITS.iter().any(|it| it.0 == id),
        hidden: false,
    })
}

fn model(routines: &[(RoutineFor, Vec<RoutineStep>)]) -> Model {
    let routines = routines.iter().map(|(runs, steps)| {
        Record::Routine(Routine {
            meta: Meta::manual(runs.slug()),
            steps: steps.clone(),
        })
    });
    let builtin = BUILTIN_HABITS.iter().map(|it| habit(it.0, it.0));
    let records = builtin.chain([habit("sauna", "Sauna")]).chain(routines);
    let journal = Journal::of(records, Settings::for_zone("Europe/Oslo"));
    Model::new(journal, PathBuf::from("journal.db"), 1_795_541_400_000)
}

fn every_run(model: &Model) -> RoutineDraft {
    RoutineDraft::begin(RoutineFor::EveryRun, model)
}

/// A draft with a step of the runner's own called `name`.
fn with_own(model: &Model, name: &str) -> RoutineDraft {
    let mut draft = every_run(model);
    draft.add();
    draft.steps.last_mut().unwrap().own.as_mut().unwrap().name = name.to_owned();
    draft
}

fn batch(draft: &RoutineDraft, model: &Model) -> Batch {
    draft.saving(RoutineFor::EveryRun, model).unwrap().unwrap()
}

/// The field that complains first.
fn wrong(draft: &RoutineDraft, model: &Model) -> String {
    let errors = draft.saving(RoutineFor::EveryRun, model).unwrap_err();
    errors.first().unwrap().to_owned()
}

fn put(batch: &Batch) -> Vec<Record> {
    let puts = batch.changes.iter().map(|it| match it {
        Change::Put(record) => record.as_ref().clone(),
        other => panic!("{other:?}"),
    });
    puts.collect()
}

fn routine(batch: &Batch) -> Routine {
    match put(batch).pop() {
        Some(Record::Routine(it)) => it,
        other => panic!("{other:?}"),
    }
}

#[test]
fn nothing_changed_is_nothing_to_save() {
    let model = model(&[]);
    for runs in [RoutineFor::EveryRun, RoutineFor::Long] {
        let draft = RoutineDraft::begin(runs, &model);
        assert_eq!(draft.saving(runs, &model), Ok(None));
    }
    let mut same = every_run(&model);
    same.steps[0].minutes = "8".to_owned();
    assert_eq!(same.saving(RoutineFor::EveryRun, &model), Ok(None), "as built in");
}

#[test]
fn order_steps_that_are_off_and_lengths_are_saved_as_one_routine() {
    let model = model(&[]);
    let mut draft = every_run(&model);
    draft.steps.swap(0, 1);
    draft.steps[0].on = false;
    draft.steps[1].minutes = "12,5".to_owned();
    let batch = batch(&draft, &model);
    assert_eq!(batch.label.words(), "change to the checklist for every run");
    let routine = routine(&batch);
    assert_eq!(routine.meta.id, RoutineFor::EveryRun.slug());
    assert_eq!(
        (routine.steps[0].id.as_str(), routine.steps[0].on),
        ("hydration", false)
    );
    assert_eq!(
        (routine.steps[1].id.as_str(), routine.steps[1].minutes),
        ("cool_down", Some(12.5))
    );
    assert_eq!(routine.steps.len(), after_run().steps.len());
}

#[test]
fn a_kind_of_run_begins_with_the_routine_of_every_run_and_then_has_its_own() {
    let mut every = builtin_steps(after_run());
    every[0].on = false;
    let model = model(&[(RoutineFor::EveryRun, every)]);
    let mut draft = RoutineDraft::begin(RoutineFor::Race, &model);
    assert!(!draft.steps[0].on);
    assert_eq!(draft.saving(RoutineFor::Race, &model), Ok(None));
    draft.steps[1].on = false;
    let batch = draft.saving(RoutineFor::Race, &model).unwrap().unwrap();
    assert_eq!(routine(&batch).meta.id.as_str(), "race");
    assert_eq!(batch.label.words(), "change to the checklist for races");
}

#[test]
fn what_is_changed_back_by_hand_goes_to_the_trash() {
    let mut every = builtin_steps(after_run());
    every[0].on = false;
    let model = model(&[(RoutineFor::EveryRun, every)]);
    let mut draft = every_run(&model);
    draft.steps[0].on = true;
    let batch = batch(&draft, &model);
    assert_eq!(batch.changes.len(), 1);
    assert!(matches!(&batch.changes[0], Change::Trash(it) if it.id == "every_run"));
    assert_eq!(batch.label.words(), "back to the built-in checklist for every run");
    assert_eq!(back(RoutineFor::EveryRun, &model.journal), Some(batch));
}

#[test]
fn taking_back_that_of_a_kind_of_run_says_what_it_has_then() {
    let steps = |n: usize| {
        let mut steps = builtin_steps(after_run());
        steps[n].on = false;
        steps
    };
    let words = |model: &Model| back(RoutineFor::Long, &model.journal).map(|it| it.label.words());
    let alone = model(&[(RoutineFor::Long, steps(1))]);
    assert_eq!(words(&alone).unwrap(), "back to the built-in checklist for long runs");
    let both = model(&[(RoutineFor::Long, steps(1)), (RoutineFor::EveryRun, steps(2))]);
    assert_eq!(
        words(&both).unwrap(),
        "back to the checklist of every run for long runs"
    );
    assert_eq!(words(&model(&[])), None);
}

#[test]
fn a_new_step_brings_a_habit_of_its_name() {
    let model = model(&[]);
    let mut draft = with_own(&model, "  Coffee & cake ");
    let step = draft.steps.last_mut().unwrap();
    step.minutes = "20".to_owned();
    let own = step.own.as_mut().unwrap();
    (own.how, own.phase, own.opens) = ("With the team".to_owned(), Phase::Hour, "45".to_owned());
    let batch = batch(&draft, &model);
    let records = put(&batch);
    let [Record::Habit(habit), Record::Routine(routine)] = &records[..] else {
        panic!("{records:?}");
    };
    assert_eq!(
        (habit.meta.id.as_str(), habit.name.as_str()),
        ("coffee_cake", "Coffee & cake")
    );
    assert_eq!((habit.kind, habit.builtin), (HabitKind::Minutes, false));
    let expected = RoutineStep {
        id: "own_coffee_cake".to_owned(),
        on: true,
        minutes: Some(20.0),
        own: Some(OwnStep {
            name: "Coffee & cake".to_owned(),
            how: "With the team".to_owned(),
            habit: habit.meta.id.clone(),
            phase: Phase::Hour,
            opens_min: 45,
        }),
    };
    assert_eq!(routine.steps.last(), Some(&expected));
}

#[test]
fn a_new_step_can_count_as_a_habit_that_is_there() {
    let model = model(&[]);
    let mut draft = with_own(&model, "Sauna at home");
    draft.steps.last_mut().unwrap().own.as_mut().unwrap().habit = Some(Slug::of("sauna"));
    let batch = batch(&draft, &model);
    let routine = routine(&batch);
    assert_eq!(batch.changes.len(), 1);
    assert_eq!(habits(&routine.steps).collect::<Vec<_>>(), [&Slug::of("sauna")]);
}

#[test]
fn a_step_without_a_name_or_with_one_that_is_taken_is_told_so() {
    let model = model(&[]);
    for name in ["", "  ", "sleep", "Sauna"] {
        assert_eq!(wrong(&with_own(&model, name), &model), "new 1/name", "{name}");
    }
}

#[test]
fn lengths_out_of_limits_and_words_are_told_at_their_step() {
    let model = model(&[]);
    for text in ["0.5", "21", "long"] {
        let mut draft = every_run(&model);
        draft.steps[0].minutes = text.to_owned();
        assert_eq!(wrong(&draft, &model), "cool_down/minutes", "{text}");
    }
    let mut draft = with_own(&model, "Nap");
    draft.steps.last_mut().unwrap().minutes = "400".to_owned();
    assert_eq!(wrong(&draft, &model), "new 1/minutes");
}

#[test]
fn a_checklist_without_any_step_is_not_saved() {
    let model = model(&[]);
    let mut draft = every_run(&model);
    draft.steps.iter_mut().for_each(|it| it.on = false);
    assert_eq!(wrong(&draft, &model), STEPS);
}

#[test]
fn a_step_keeps_its_id_when_it_is_renamed_and_two_new_ones_have_their_own() {
    let model = model(&[]);
    let stored = routine(&batch(&with_own(&model, "Nap"), &model)).steps;
    let model = self::model(&[(RoutineFor::EveryRun, stored)]);
    let mut draft = every_run(&model);
    draft.steps.last_mut().unwrap().own.as_mut().unwrap().name = "Long nap".to_owned();
    for name in ["Nap", "Walk"] {
        draft.add();
        draft.steps.last_mut().unwrap().own.as_mut().unwrap().name = name.to_owned();
    }
    let saved = batch(&draft, &model);
    let routine = routine(&saved);
    let ids: Vec<_> = routine.steps.iter().rev().take(3).map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["own_walk", "own_nap_2", "own_nap"]);
    let names: Vec<_> = routine.steps.iter().rev().take(3).map(RoutineStep::name).collect();
    assert_eq!(names, ["Walk", "Nap", "Long nap"]);
}
