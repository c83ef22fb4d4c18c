//! The guide by keyboard alone.

use afterrun::domain::RunKind;
use egui::{Key, Role};
use egui_kittest::kittest::Queryable as _;

use super::after::After;
use crate::stage::{LIGHT, Stage};

/// The checklist of a run that ended a minute ago, come to by its key.
fn begun(kind: RunKind) -> Stage {
    let mut stage = After::run(Some(kind), 1.0).begun(LIGHT);
    stage.ctrl(Key::Num2);
    stage
}

#[test]
fn the_keyboard_lands_at_the_step_and_space_starts_holds_and_goes_on() {
    let mut stage = begun(RunKind::Easy);
    assert_eq!(stage.focused().as_deref(), Some("Cool down: jog easily"));
    stage.press(Key::Space);
    assert!(stage.row("cool_down").unwrap().started_at.is_some());
    stage.pass(30.0);
    stage.press(Key::Space);
    assert!(stage.row("cool_down").unwrap().paused_at.is_some());
    stage.pass(600.0);
    stage.press(Key::Space);
    let row = stage.row("cool_down").unwrap();
    assert_eq!((row.paused_at, row.paused_s), (None, 600.0));
}

#[test]
fn the_arrows_go_from_part_to_part() {
    let mut stage = begun(RunKind::Easy);
    stage.press(Key::Space);
    stage.press(Key::ArrowRight);
    assert!(stage.shows("Cool down: jog slowly"));
    stage.press(Key::ArrowRight);
    assert!(stage.shows("Cool down: walk"));
    stage.pass(20.0);
    stage.press(Key::ArrowLeft);
    assert!(stage.shows("Cool down: walk"), "first to its own beginning");
    stage.press(Key::ArrowLeft);
    assert!(stage.shows("Cool down: jog slowly"));
    assert_eq!(
        stage.focused().as_deref(),
        Some("Cool down: jog slowly"),
        "the keyboard stays at the step"
    );
}

#[test]
fn a_whole_walk_needs_no_mouse() {
    let mut stage = begun(RunKind::Easy);
    stage.press(Key::Space);
    stage.pass(310.0);
    assert!(stage.shows("Time is up"));
    stage.tab_to("Done");
    stage.press(Key::Space);
    assert_eq!(stage.practice("cool_down").unwrap().minutes, Some(5.1));

    assert_eq!(stage.focused().as_deref(), Some("Drink"), "the next step comes forward");
    stage.tab_to("How much");
    stage.typing("500");
    stage.tab_to("Done");
    stage.press(Key::Enter);
    assert_eq!(stage.practice("hydration").unwrap().amount, Some(500.0));

    for _ in 0..13 {
        if !stage.offers("Done") {
            break;
        }
        stage.tab_to("Done");
        stage.press(Key::Enter);
    }
    assert!(stage.shows("That is all for this run"));
    stage.tab_to("Put the checklist away");
    stage.press(Key::Enter);
    assert!(stage.app().model.journal.checklists[0].closed_at.is_some());
}

#[test]
fn the_list_is_one_stop_whose_arrows_go_up_and_down() {
    let mut stage = begun(RunKind::Workout);
    stage.tab_back_to("Cool down: ");
    stage.press(Key::ArrowDown);
    stage.press(Key::ArrowDown);
    assert!(stage.focused().unwrap().starts_with("Eat a snack: "));
    stage.press(Key::Enter);
    assert!(stage.shows("Within the hour: about three parts"));
    stage.press(Key::ArrowUp);
    assert!(stage.focused().unwrap().starts_with("Drink: "));
}

#[test]
fn a_step_is_skipped_with_a_reason_by_keyboard() {
    let mut stage = begun(RunKind::Easy);
    stage.tab_to("Skip");
    stage.press(Key::Enter);
    stage.tab_to("Not needed today");
    stage.press(Key::Enter);
    assert_eq!(stage.row("cool_down").unwrap().reason, "Not needed today");
    assert_eq!(stage.focused().as_deref(), Some("Drink"));
}

#[test]
fn a_part_is_come_to_by_tab_and_arrows() {
    let mut stage = begun(RunKind::Easy);
    stage.tab_to("Jog easily, 1 of 4, to come");
    stage.press(Key::ArrowRight);
    stage.press(Key::ArrowRight);
    stage.press(Key::Enter);
    assert!(stage.shows("Cool down: walk"), "going there starts the timer");
    assert!(stage.row("cool_down").unwrap().started_at.is_some());
}

#[test]
fn typing_a_space_starts_no_timer() {
    let mut stage = begun(RunKind::Easy);
    stage.press_button("To note");
    stage.press_button("More to note");
    stage.harness.get_by_role_and_label(Role::TextInput, "Minutes").focus();
    stage.settle();
    stage.press(Key::Space);
    assert!(stage.row("cool_down").is_none());
}
