//! Pictures of the guide in each of its states: light and dark, small, and with large text.

use afterrun::domain::protocol::{Phase, after_run};
use afterrun::domain::routine::builtin_steps;
use afterrun::domain::{
    Concern, Health, OwnStep, Record, Region, Routine, RoutineFor, RoutineStep, RunKind, Side, Slug,
};
use egui::Key;
use egui_kittest::SnapshotResults;

use super::after::After;
use crate::pictures::{DARK, LARGE_TEXT, SMALL};
use crate::stage::{LIGHT, Stage, View};

const VIEWS: [(View, &str); 4] = [
    (LIGHT, "light"),
    (DARK, "dark"),
    (SMALL, "small"),
    (LARGE_TEXT, "large_text"),
];

/// A picture of what `stage` shows, in each view.
fn pictures(name: &str, stage: impl Fn(View) -> Stage) {
    let mut results = SnapshotResults::new();
    for (view, how) in VIEWS {
        let mut stage = stage(view);
        results.add(stage.harness.try_snapshot(format!("guide_{name}_{how}")));
    }
}

fn at_checklist(after: After, view: View) -> Stage {
    let mut stage = after.begun(view);
    stage.ctrl(Key::Num2);
    stage
}

/// Somebody who rolls the left calf, 39 of 60 seconds in.
fn rolling(view: View) -> Stage {
    let after = After::long_run()
        .sore(Region::Calf, Side::Left, 6.0)
        .sore(Region::Calf, Side::Right, 3.0)
        .sore(Region::Hamstrings, Side::Left, 2.0);
    let mut stage = at_checklist(after, view);
    for step in ["Cool down", "Drink", "Eat a snack"] {
        stage.choose(step);
        stage.press_button("Done");
    }
    stage.choose("Foam roll");
    stage.press_button("Start");
    stage.pass(17.0);
    stage
}

#[test]
fn a_muscle_that_is_rolled() {
    pictures("rolling", rolling);
}

#[test]
fn the_same_on_today() {
    pictures("today", |view| {
        let mut stage = rolling(view);
        stage.ctrl(Key::Num1);
        stage
    });
}

#[test]
fn the_seconds_before_a_stretch() {
    pictures("get_ready", |view| {
        let mut stage = at_checklist(After::run(Some(RunKind::Workout), 20.0), view);
        stage.choose("Stretch");
        stage.press_button("Start");
        stage.pass(37.0);
        stage
    });
}

#[test]
fn the_end_of_a_timer() {
    pictures("time_up", |view| {
        let mut stage = at_checklist(After::run(Some(RunKind::Easy), 1.0), view);
        stage.press_button("Start");
        stage.pass(400.0);
        stage
    });
}

#[test]
fn a_step_that_waits() {
    pictures("waiting", |view| {
        let mut stage = at_checklist(After::run(Some(RunKind::Workout), 20.0), view);
        stage.choose("Foam roll");
        stage
    });
}

#[test]
fn a_step_that_is_closed_for_want_of_an_answer() {
    pictures("unanswered", |view| {
        let mut stage = at_checklist(After::run(Some(RunKind::Workout), 60.0).health(None), view);
        stage.press_button("Not for this run (4)");
        stage.choose("Foam roll");
        stage
    });
}

#[test]
fn a_step_that_is_closed_for_safety() {
    pictures("closed", |view| {
        let health = Health::answers([Concern::Heart, Concern::Clot]);
        let mut stage = at_checklist(After::run(Some(RunKind::Workout), 60.0).health(Some(health)), view);
        stage.press_button("Not for this run (4)");
        stage.choose("Cold water");
        stage
    });
}

#[test]
fn what_is_asked_about_cold_water() {
    pictures("dose", |view| {
        let mut stage = at_checklist(After::long_run(), view);
        stage.choose("Cold water");
        stage.press_button("To note");
        stage.press_button("More to note");
        stage
    });
}

#[test]
fn what_to_eat() {
    pictures("snack", |view| {
        let mut stage = at_checklist(After::long_run(), view);
        stage.choose("Eat a snack");
        stage
    });
}

#[test]
fn what_to_drink() {
    pictures("drink", |view| {
        let mut stage = at_checklist(After::long_run(), view);
        stage.choose("Drink");
        stage.press_button("More to note");
        stage.type_into("Weight before", "71.2");
        stage.type_into("Weight after", "70");
        stage
    });
}

#[test]
fn a_place_that_is_more_than_sore() {
    pictures("flag", |view| {
        let after = After::run(Some(RunKind::Workout), 20.0).sore(Region::Calf, Side::Left, 8.0);
        let mut stage = at_checklist(after, view);
        stage.choose("Stretch");
        stage.press_button("Start");
        stage.pass(20.0);
        stage
    });
}

#[test]
fn when_to_ask_for_help() {
    pictures("help", |view| {
        let after = After::run(Some(RunKind::Workout), 20.0).sore(Region::Calf, Side::Left, 8.0);
        let mut stage = at_checklist(after, view);
        stage.press_button("When to ask for help");
        stage
    });
}

#[test]
fn a_step_that_is_done() {
    pictures("done", |view| {
        let mut stage = rolling(view);
        stage.press_button("Done");
        stage.choose("Foam roll");
        stage
    });
}

#[test]
fn everything_is_done() {
    pictures("all_done", |view| {
        let mut stage = at_checklist(After::run(Some(RunKind::Easy), 1.0), view);
        for _ in 0..13 {
            if stage.offers("Done") {
                stage.press_button("Done");
            }
        }
        stage
    });
}

#[test]
fn a_step_of_ones_own_with_a_long_name() {
    pictures("own", |view| {
        let mut steps = builtin_steps(after_run());
        let own = OwnStep {
            name: "Legs up the wall, ten slow breaths, and then a look at the garden before anything else".to_owned(),
            how: "On the floor, with a cushion under the lower back if that is more comfortable today".to_owned(),
            habit: Slug::of("legs_up"),
            phase: Phase::Now,
            opens_min: 0,
        };
        steps.insert(0, RoutineStep::own(own, Some(5.0), &steps));
        let routine = Routine {
            steps,
            ..Routine::builtin(RoutineFor::EveryRun)
        };
        at_checklist(
            After::run(Some(RunKind::Workout), 1.0).with(Record::Routine(routine)),
            view,
        )
    });
}

#[test]
fn two_places_that_are_more_than_sore() {
    pictures("flags", |view| {
        let after = After::run(Some(RunKind::Long), 70.0).sore(Region::Calf, Side::Left, 8.0);
        after.sore(Region::Knee, Side::Right, 7.0).begun(view)
    });
}

#[test]
fn a_day_for_easy_movement() {
    pictures("rest_day", |view| {
        After::run(Some(RunKind::Long), 26.0 * 60.0).nights().only_closed(view)
    });
}
