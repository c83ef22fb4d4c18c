//! Today knows what is next: the step, what opens when, the night, a day of rest.

use afterrun::domain::{Region, RunKind, Side};
use egui::{Key, Role};
use egui_kittest::kittest::Queryable as _;

use super::after::After;
use crate::pictures::SMALL;
use crate::stage::{LIGHT, Stage};

#[test]
fn the_step_that_runs_is_there_with_its_muscle_and_what_comes_after() {
    let mut stage = After::run(Some(RunKind::Workout), 60.0).begun(LIGHT);
    stage.ctrl(Key::Num2);
    stage.choose("Foam roll");
    stage.press_button("Start");
    stage.pass(10.0);
    stage.ctrl(Key::Num1);
    assert!(stage.shows("Foam roll: left calf"));
    assert!(stage.shows("0:55 left of 1:00"));
    assert!(stage.shows("Next: right calf, then drink"));
    stage.press_button("Pause");
    assert!(stage.row("foam_rolling").unwrap().paused_at.is_some());
}

#[test]
fn a_step_that_opened_says_since_when_and_why_it_waited() {
    let mut stage = After::run(Some(RunKind::Workout), 52.0).begun(LIGHT);
    stage.ctrl(Key::Num2);
    for step in ["Cool down", "Drink", "Eat a snack", "Stretch"] {
        stage.choose(step);
        stage.press_button("Done");
    }
    stage.ctrl(Key::Num1);
    assert!(stage.shows("Opened 7 min ago: rolling waits 45 minutes after a run"));
}

#[test]
fn what_comes_up_stands_with_its_time_and_the_night_with_its_bed() {
    let stage = After::long_run().begun(LIGHT);
    assert!(stage.shows("Coming up"));
    assert!(stage.shows("until 18:38"));
    assert!(stage.shows("Take a warm bath") && stage.shows("opens in 60 min, at 19:30"));
    assert!(
        stage.shows("In bed by 22:00 for 8 h 30 min"),
        "half an hour more after a long run"
    );
}

#[test]
fn the_night_is_there_without_a_checklist_and_not_where_no_bedtime_is_known() {
    let stage = After::run(Some(RunKind::Easy), 26.0 * 60.0).nights().only_run(LIGHT);
    assert!(stage.shows("In bed by 22:30 for 8 h"));
    let stage = After::run(Some(RunKind::Easy), 26.0 * 60.0).only_run(LIGHT);
    assert!(!stage.shows("In bed by"));
}

#[test]
fn done_saves_what_the_timer_saw_and_nothing_that_is_out_of_sight() {
    let mut stage = After::run(Some(RunKind::Workout), 1.0).begun(LIGHT);
    stage.press_button("Start");
    stage.pass(125.0);
    stage.press_button("Done");
    let practice = stage.practice("cool_down").unwrap();
    assert_eq!(practice.minutes, Some(2.0));
    assert_eq!(practice.meta.detail, None);
}

#[test]
fn done_takes_what_was_typed_at_the_checklist() {
    let mut stage = After::run(Some(RunKind::Workout), 1.0).begun(LIGHT);
    stage.ctrl(Key::Num2);
    stage.press_button("To note");
    stage.type_into("Minutes", "9");
    stage.ctrl(Key::Num1);
    stage.press_button("Done");
    assert_eq!(stage.practice("cool_down").unwrap().minutes, Some(9.0));
}

#[test]
fn what_was_typed_wrong_is_put_right_at_the_checklist() {
    let mut stage = After::run(Some(RunKind::Workout), 1.0).begun(LIGHT);
    stage.ctrl(Key::Num2);
    stage.press_button("To note");
    stage.type_into("Minutes", "soon");
    stage.ctrl(Key::Num1);
    stage.press_button("Done");
    assert_eq!(stage.app().model.place, afterrun::app::Place::Checklist);
    assert!(stage.row("cool_down").is_none());
}

#[test]
fn a_day_after_a_run_is_for_easy_movement_and_opens_the_habits() {
    let mut stage = After::run(Some(RunKind::Long), 26.0 * 60.0).only_closed(LIGHT);
    assert!(stage.shows("A day for easy movement"));
    stage.press_button("Note what you did");
    stage
        .harness
        .get_by_role_and_label(Role::CheckBox, "Active recovery: Yes");
}

#[test]
fn a_day_with_a_severely_sore_leg_is_for_full_rest() {
    let after = After::run(Some(RunKind::Long), 26.0 * 60.0);
    let stage = after.sore(Region::Quads, Side::Right, 7.0).only_closed(LIGHT);
    assert!(stage.shows("A day for full rest"));
    assert!(stage.shows("Your front of the right thigh stands at 7 of 10."));
    assert!(stage.shows("R7.severe"));
}

#[test]
fn in_a_small_window_the_step_goes_before_the_morning_check_while_the_run_is_fresh() {
    let top = |stage: &Stage, text: &str| stage.harness.get_by_label(text).rect().top();
    let stage = After::run(Some(RunKind::Workout), 20.0).begun(SMALL);
    assert!(top(&stage, "Cool down: jog easily") < top(&stage, "Morning check"));
    let stage = After::run(Some(RunKind::Workout), 13.0 * 60.0).begun(SMALL);
    assert!(top(&stage, "Morning check") < top(&stage, "0 of 11 steps done"));
}

fn flagged(view: crate::stage::View) -> Stage {
    let after = After::run(Some(RunKind::Workout), 20.0).sore(Region::Calf, Side::Left, 8.0);
    after.begun(view)
}

#[test]
fn a_place_that_is_more_than_sore_is_said_calmly_in_both_places() {
    let mut stage = flagged(LIGHT);
    for key in [Key::Num1, Key::Num2] {
        stage.ctrl(key);
        assert!(stage.shows("Take care of your left calf: 8 of 10"));
        assert!(stage.shows("Rated 7 or more."));
        assert!(!stage.shows("Call for emergency help now"));
        stage.press_button("When to ask for help");
        for words in [
            "Call for emergency help now",
            "See a doctor the same day",
            "See a doctor within days, and stop running until then",
            "Afterrun cannot diagnose.",
        ] {
            assert!(stage.shows(words), "{words}");
        }
    }
}

#[test]
fn the_flag_leaves_the_running_step_in_sight_in_a_small_window() {
    let mut stage = flagged(SMALL);
    stage.ctrl(Key::Num2);
    stage.choose("Stretch");
    stage.press_button("Start");
    let pause = stage.harness.get_by_role_and_label(Role::Button, "Pause").rect();
    assert!(pause.bottom() <= SMALL.size[1], "{pause:?}");
}
