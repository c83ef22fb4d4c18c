//! The runner's own checklist in the whole window: changed in Settings, walked after the next run.

use afterrun::domain::protocol::kept;
use afterrun::domain::{Routine, RoutineFor};
use egui::accesskit::Toggled;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, Role, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::main_path::record_run;
use super::stage::{LIGHT, Stage, View};

/// High enough that the whole page is in view.
const HIGH: View = View {
    size: [1280.0, 2400.0],
    ..LIGHT
};

fn settings(view: View) -> Stage {
    let mut stage = Stage::empty(view);
    stage.ctrl(Key::Comma);
    stage
}

fn stored(stage: &Stage, runs: RoutineFor) -> Option<Routine> {
    Routine::of(&stage.app().model.journal, runs).cloned()
}

/// The ids of the steps that are on.
fn on(routine: &Routine) -> Vec<&str> {
    let on = routine.steps.iter().filter(|it| it.on);
    on.map(|it| it.id.as_str()).collect()
}

/// The names of the steps, from the top.
fn names(stage: &Stage) -> Vec<String> {
    let mut ticks: Vec<_> = stage
        .harness
        .query_all_by_role(Role::CheckBox)
        .map(|it| (it.rect().top(), it.accesskit_node().label().unwrap()))
        .collect();
    ticks.sort_by(|a, b| a.0.total_cmp(&b.0));
    ticks.into_iter().map(|it| it.1).collect()
}

#[test]
fn a_changed_checklist_is_saved_as_a_whole_and_walked_after_the_next_run() {
    let mut stage = settings(HIGH);
    stage.click_role(Role::CheckBox, "Cold water");
    stage.click("Move Drink up");
    stage.type_into("Length of Cool down", "5");
    assert_eq!(stored(&stage, RoutineFor::EveryRun), None, "nothing is saved by itself");
    assert!(stage.shows("Not saved yet"));
    stage.click("Save the checklist");

    let routine = stored(&stage, RoutineFor::EveryRun).unwrap();
    assert_eq!(on(&routine)[..2], ["hydration", "cool_down"]);
    assert!(!on(&routine).contains(&"ice_bath"));
    assert_eq!(routine.steps[1].minutes, Some(5.0));
    assert!(stage.shows("Your own.") && !stage.shows("Not saved yet"));

    record_run(&mut stage);
    stage.press(Key::Enter);
    assert!(stage.shows("0 of 9 steps done"));
    assert!(stage.shows("Not for this run (3)"), "one less than the built-in ones");
    let checklist = stage.app().model.journal.checklists[0].clone();
    assert_eq!(kept(&checklist), Some(routine.steps));
}

#[test]
fn a_checklist_that_was_begun_stays_as_it_was() {
    let mut stage = Stage::empty(HIGH);
    record_run(&mut stage);
    stage.press(Key::Enter);
    assert!(stage.shows("0 of 9 steps done"));
    stage.ctrl(Key::Comma);
    stage.click_role(Role::CheckBox, "Share the run");
    stage.click("Save the checklist");
    stage.ctrl(Key::Num2);
    assert!(stage.shows("0 of 9 steps done") && stage.shows("Share the run: "));
}

#[test]
fn a_kind_of_run_has_its_own_and_the_card_says_which_are_changed() {
    let mut stage = settings(HIGH);
    assert!(stage.shows("As built in."));
    stage.click_role(Role::CheckBox, "Cold water");
    stage.click("Save the checklist");
    stage.click_role(Role::RadioButton, "Long runs");
    assert!(stage.shows("As for every run. You changed it for: every run."));
    let cold = stage.harness.get_by_role_and_label(Role::CheckBox, "Cold water");
    assert_eq!(cold.accesskit_node().toggled(), Some(Toggled::False));
    stage.click_role(Role::CheckBox, "Eat a snack");
    stage.click("Save the checklist");
    assert!(!on(&stored(&stage, RoutineFor::Long).unwrap()).contains(&"snack"));
    assert!(on(&stored(&stage, RoutineFor::EveryRun).unwrap()).contains(&"snack"));
    stage.click("Use the one of every run");
    assert_eq!(stored(&stage, RoutineFor::Long), None);
}

#[test]
fn back_to_the_built_in_is_a_change_like_any_other() {
    let mut stage = settings(HIGH);
    stage.click_role(Role::CheckBox, "Cold water");
    stage.click("Save the checklist");
    stage.click("Back to the built-in");
    assert_eq!(stored(&stage, RoutineFor::EveryRun), None);
    assert_eq!(stage.app().model.journal.trash.len(), 1);
    let cold = |stage: &Stage| {
        let tick = stage.harness.get_by_role_and_label(Role::CheckBox, "Cold water");
        tick.accesskit_node().toggled()
    };
    assert_eq!(cold(&stage), Some(Toggled::True));
    stage.ctrl(Key::Z);
    assert!(stored(&stage, RoutineFor::EveryRun).is_some());
    assert_eq!(cold(&stage), Some(Toggled::False), "the card follows");
    stage.ctrl(Key::Z);
    assert_eq!(stored(&stage, RoutineFor::EveryRun), None);
}

#[test]
fn what_is_not_saved_outlives_the_window_until_it_is_discarded() {
    let mut stage = settings(HIGH);
    stage.click_role(Role::CheckBox, "Cold water");
    let mut stage = stage.reopened(HIGH);
    stage.ctrl(Key::Comma);
    assert!(stage.shows("Not saved yet"));
    stage.click("Discard");
    assert!(!stage.shows("Not saved yet"));
    let mut stage = stage.reopened(HIGH);
    stage.ctrl(Key::Comma);
    assert!(!stage.shows("Not saved yet"));
    assert_eq!(stored(&stage, RoutineFor::EveryRun), None);
}

#[test]
fn a_step_of_ones_own_is_added_walked_and_left_out_again() {
    let mut stage = settings(HIGH);
    stage.click("Add a step");
    stage.type_into("Name", "Sauna");
    stage.type_into("How, in one line (optional)", "Two rounds");
    stage.type_into("Length of Sauna", "15");
    stage.click("Save the checklist");
    let routine = stored(&stage, RoutineFor::EveryRun).unwrap();
    assert_eq!(on(&routine).last(), Some(&"own_sauna"));
    assert!(stage.app().model.journal.habits.iter().any(|it| it.name == "Sauna"));

    record_run(&mut stage);
    stage.press(Key::Enter);
    assert!(stage.shows("0 of 10 steps done"));
    let sauna = stage.harness.query_all_by_label_contains("Sauna: ").next().unwrap();
    sauna.click();
    stage.settle();
    assert!(stage.shows("Two rounds"));
    stage.click_role(Role::Button, "Done");
    let practice = &stage.app().model.journal.practices[0];
    assert_eq!(practice.habit.as_str(), "sauna");
    stage.ctrl(Key::Num3);
    assert!(stage.shows("Sauna"));

    stage.ctrl(Key::Comma);
    stage.click("Leave out Sauna for good");
    stage.click("Save the checklist");
    assert_eq!(stored(&stage, RoutineFor::EveryRun), None, "that is the built-in again");
}

#[test]
fn what_is_missing_is_told_and_gets_the_keyboard() {
    let mut stage = settings(HIGH);
    stage.click("Add a step");
    stage.click("Close these fields");
    stage.click("Save the checklist");
    assert_eq!(stored(&stage, RoutineFor::EveryRun), None);
    assert!(stage.shows("Give it a name"));
    let name = stage.harness.get_by_role_and_label(Role::TextInput, "Name");
    assert!(name.is_focused());
}

#[test]
fn the_keyboard_stays_with_the_step_that_it_moves() {
    let mut stage = settings(HIGH);
    let button = stage.harness.get_by_label("Move Eat a snack up");
    button.focus();
    stage.settle();
    stage.press(Key::Enter);
    assert_eq!(names(&stage)[..3], ["Cool down", "Eat a snack", "Drink"]);
    stage.press(Key::Enter);
    assert_eq!(names(&stage)[..3], ["Eat a snack", "Cool down", "Drink"]);
    let down = stage.harness.get_by_label("Move Eat a snack down");
    assert!(down.is_focused(), "up is of no use at the top");
    stage.press(Key::Enter);
    assert_eq!(names(&stage)[..3], ["Cool down", "Eat a snack", "Drink"]);
}

#[test]
fn a_step_is_pulled_by_its_handle() {
    let mut stage = settings(HIGH);
    let middle = |stage: &Stage, name: &str| {
        let tick = stage.harness.get_by_role_and_label(Role::CheckBox, name);
        tick.rect().left_center()
    };
    let handle = middle(&stage, "Cool down") - vec2(14.0, 0.0);
    let below = Pos2::new(handle.x, middle(&stage, "Stretch").y - 4.0);
    let press = |stage: &mut Stage, at: Pos2, pressed: bool| {
        stage.harness.event(Event::PointerButton {
            pos: at,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
    };
    stage.harness.event(Event::PointerMoved(handle));
    stage.settle();
    press(&mut stage, handle, true);
    for part in 1_u8..=10 {
        let at = handle + (below - handle) * (f32::from(part) / 10.0);
        stage.harness.event(Event::PointerMoved(at));
        stage.harness.step();
        stage.harness.step();
    }
    press(&mut stage, below, false);
    stage.settle();
    assert_eq!(names(&stage)[..3], ["Drink", "Eat a snack", "Cool down"]);
}

#[test]
fn everything_on_the_card_has_a_name() {
    let mut stage = settings(HIGH);
    stage.click("Add a step");
    assert_eq!(stage.nameless(), []);
}
