//! What Afterrun is for, from a new journal on: record a run, walk the checklist, rate the morning, look
//! at it, take it back.

use egui::{Key, Role};

use super::stage::{LIGHT, NOW_MS, Stage};

/// Records a run by its form.
pub fn record_run(stage: &mut Stage) {
    stage.ctrl(Key::R);
    stage.type_into("Distance", "10.2");
    stage.type_into("Time", "54:30");
    stage.click("Save the run");
}

#[test]
fn a_run_is_recorded_and_its_checklist_offered_at_once() {
    let mut stage = Stage::empty(LIGHT);
    record_run(&mut stage);
    assert_eq!(stage.app().model.journal.activities.len(), 1);
    assert!(stage.shows("Well run."));
    stage.press(Key::Enter);
    assert_eq!(stage.app().model.journal.checklists.len(), 1);
    assert!(stage.shows("0 of 9 steps done"));
}

#[test]
fn a_step_that_was_begun_runs_on_after_the_window_was_closed() {
    let mut stage = Stage::empty(LIGHT);
    record_run(&mut stage);
    stage.press(Key::Enter);
    stage.click_role(Role::Button, "Start");
    let mut stage = stage.reopened(LIGHT);
    stage.clock.set(NOW_MS + 65_000);
    stage.settle();
    stage.ctrl(Key::Num2);
    assert!(
        stage.shows("7:00 left"),
        "eight minutes, one of them gone after five seconds to get ready"
    );
    stage.click_role(Role::Button, "Done");
    let practice = &stage.app().model.journal.practices[0];
    assert_eq!(practice.habit.as_str(), "cool_down");
    assert_eq!(practice.minutes, Some(1.0));
}

#[test]
fn everything_can_be_undone_back_to_the_new_journal_and_also_after_a_restart() {
    let mut stage = Stage::empty(LIGHT);
    let empty = stage.app().model.journal.records().count();
    record_run(&mut stage);
    stage.press(Key::Enter);
    stage.ctrl(Key::Num1);
    stage.type_into("Slept", "7:30");
    stage.click("Sorest spot 4: changes how I move");
    stage.click("Save the morning");
    assert_eq!(stage.app().model.journal.nights.len(), 1);
    assert_eq!(stage.app().model.journal.soreness.len(), 1);
    let mut stage = stage.reopened(LIGHT);
    while stage.app().model.undo.undo.is_some() {
        stage.ctrl(Key::Z);
    }
    assert_eq!(stage.app().model.journal.records().count(), empty);
}

#[test]
fn a_morning_recorded_today_is_a_point_in_trends() {
    let mut stage = Stage::full(LIGHT);
    stage.ctrl(Key::Num4);
    let before = stage
        .app()
        .model
        .daily()
        .rows
        .iter()
        .filter(|it| it.soreness.is_some())
        .count();
    stage.ctrl(Key::Num1);
    stage.type_into("Slept", "6:10");
    stage.click("Sorest spot 6: changes how I move");
    stage.click("Save the morning");
    let after = stage
        .app()
        .model
        .daily()
        .rows
        .iter()
        .filter(|it| it.soreness.is_some())
        .count();
    assert_eq!(after, before + 1);
}

#[test]
fn everything_that_can_be_pressed_has_a_name_on_every_place() {
    let mut stage = Stage::full(LIGHT);
    for key in [
        Key::Num1,
        Key::Num2,
        Key::Num3,
        Key::Num4,
        Key::Num5,
        Key::Num6,
        Key::Comma,
    ] {
        stage.ctrl(key);
        assert_eq!(stage.nameless(), [], "{key:?}");
    }
    for key in [Key::R, Key::N, Key::S, Key::P, Key::H] {
        stage.ctrl(key);
        assert_eq!(stage.nameless(), [], "{key:?}");
        stage.harness.key_press(Key::Escape);
        stage.settle();
    }
}
