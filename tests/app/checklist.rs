//! The checklist after a run: offered, begun, walked.

use afterrun::app::notices::Severity;
use afterrun::app::{Command, Dose, Place as Shown, StepAct, Then};
use afterrun::domain::protocol::after_run;
use afterrun::domain::{Id, Outcome};

use super::fixture::{Opened, Place, batch, run};

/// An app in which run 1 was just saved, which offers a checklist.
fn offered(place: &Place) -> Opened {
    let mut opened = place.open();
    opened.wish([Command::Save {
        batch: batch("a run", run(1)),
        then: Then::OfferChecklist(run(1).meta.id),
        draft: None,
    }]);
    opened
}

fn step_with_timer() -> String {
    let found = after_run().steps.iter().find(|it| it.timer.is_some());
    found.unwrap().id.clone()
}

fn act(opened: &Opened, step: &str, act: StepAct) -> Command {
    Command::Step {
        checklist: id(opened),
        step: step.to_owned(),
        act,
    }
}

fn id(opened: &Opened) -> Id {
    opened.model().journal.checklists[0].meta.id
}

#[test]
fn a_checklist_is_offered_once_the_run_is_on_the_disk() {
    let place = Place::new();
    let mut opened = offered(&place);
    assert_eq!(opened.model().offer, Some(run(1).meta.id));
    opened.wish([Command::DeclineChecklist]);
    assert_eq!(opened.model().offer, None);
    assert!(opened.model().journal.checklists.is_empty());
}

#[test]
fn no_checklist_is_offered_for_a_run_that_was_taken_back() {
    let place = Place::new();
    let mut opened = offered(&place);
    opened.wish([Command::Undo]);
    assert_eq!(opened.model().offer, None);
}

#[test]
fn a_checklist_is_begun_once_and_shown() {
    let place = Place::new();
    let mut opened = offered(&place);
    let start = Command::StartChecklist(run(1).meta.id);
    opened.wish([start.clone(), start]);
    assert_eq!(opened.model().journal.checklists.len(), 1);
    assert_eq!(opened.model().offer, None);
    assert_eq!(opened.model().place, Shown::Checklist);
    let close = Command::CloseChecklist(id(&opened));
    opened.wish([close]);
    assert!(opened.model().journal.checklists[0].closed_at.is_some());
}

#[test]
fn steps_are_there_after_the_program_was_closed() {
    let place = Place::new();
    let mut opened = offered(&place);
    opened.wish([Command::StartChecklist(run(1).meta.id)]);
    let step = step_with_timer();
    let done = act(
        &opened,
        &step,
        StepAct::Done(Dose {
            minutes: Some(60.0),
            ..Dose::default()
        }),
    );
    let start = act(&opened, &step, StepAct::Start);
    let notices = opened.model().notices.clone();
    opened.wish([start, done]);
    assert_eq!(opened.model().notices, notices, "a step needs no notice");
    opened.app.close();

    let mut opened = place.open();
    let stored = opened.model().journal.steps.clone();
    assert_eq!(stored.len(), 1);
    assert_eq!(
        (stored[0].outcome, stored[0].minutes),
        (Some(Outcome::Done), Some(60.0))
    );
    opened.wish([Command::Undo]);
    assert_eq!(opened.model().journal.steps[0].outcome, None);
    assert!(opened.model().journal.steps[0].started_at.is_some());
}

#[test]
fn a_running_timer_draws_each_second_and_a_held_one_does_not() {
    let place = Place::new();
    let mut opened = offered(&place);
    opened.wish([Command::StartChecklist(run(1).meta.id)]);
    let step = step_with_timer();
    opened.frame_at(20_000);
    let start = act(&opened, &step, StepAct::Start);
    opened.wish([start]);
    opened.frame_at(21_300);
    assert_eq!(opened.app.next_wake_ms(), Some(700));
    opened.frame_at(22_000);
    assert_eq!(opened.app.next_wake_ms(), Some(1_000));
    let pause = act(&opened, &step, StepAct::Pause);
    opened.wish([pause]);
    let wait = opened.app.next_wake_ms().unwrap();
    assert!(wait > 1_000, "{wait}");
}

#[test]
fn a_wish_for_an_unknown_checklist_changes_nothing() {
    let place = Place::new();
    let mut opened = place.open();
    opened.wish([
        Command::StartChecklist(Id::fresh(0)),
        Command::CloseChecklist(Id::fresh(0)),
        Command::Step {
            checklist: Id::fresh(0),
            step: step_with_timer(),
            act: StepAct::Start,
        },
    ]);
    assert!(opened.model().journal.checklists.is_empty() && opened.model().journal.steps.is_empty());
    assert_eq!(opened.said(Severity::Problem).len(), 1);
}
