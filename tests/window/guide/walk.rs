//! The steps of the guide: waiting, running, skipped, done late, closed.

use afterrun::domain::{Concern, Health, Outcome, Region, RunKind, Side};
use egui::{Key, Role};
use egui_kittest::kittest::Queryable as _;

use super::after::{After, at};
use crate::stage::{LIGHT, Stage};

fn begun(after: After) -> Stage {
    let mut stage = after.begun(LIGHT);
    stage.ctrl(Key::Num2);
    stage
}

fn workout(ago_min: f64) -> Stage {
    begun(After::run(Some(RunKind::Workout), ago_min))
}

#[test]
fn the_heading_says_after_which_run_how_long_ago_and_how_much_is_done() {
    let stage = begun(After::long_run());
    assert!(stage.shows("After the long run"));
    assert!(stage.shows("Ended 17:38, 52 min ago. 0 of 12 steps done."));
    let stage = begun(After::run(Some(RunKind::Easy), 5.0));
    assert!(stage.shows("After the easy run"));
    assert!(stage.shows("0 of 3 steps done"), "what is optional is not counted");
}

#[test]
fn the_heading_says_why_the_run_is_of_its_kind_when_it_is_pointed_at() {
    let mut stage = workout(20.0);
    stage.harness.get_by_label("After the workout").hover();
    stage.settle();
    assert!(stage.shows("Workout: you marked it."));
}

#[test]
fn a_step_that_waits_says_why_and_can_be_started_anyway() {
    let mut stage = workout(20.0);
    stage.choose("Foam roll");
    assert!(stage.shows("Opens at 18:55: rolling waits 45 minutes after a run."));
    assert!(stage.shows("R4.wait"));
    assert!(!stage.offers("Start"));
    stage.press_button("Start anyway");
    assert!(stage.row("foam_rolling").unwrap().started_at.is_some());
    assert!(stage.shows("Foam roll: left calf"));
}

#[test]
fn a_step_that_is_closed_offers_neither_start_nor_done() {
    let health = Health::answers([Concern::Clot]);
    let mut stage = begun(After::run(Some(RunKind::Workout), 60.0).health(Some(health)));
    stage.unfold();
    stage.choose("Foam roll");
    assert!(stage.shows("Closed: not with a blood clot, now or before, or a swollen leg. Ask your doctor first."));
    assert!(stage.shows("R4.clot"));
    for button in ["Start", "Start anyway", "Done", "Skip", "Answer the health questions"] {
        assert!(!stage.offers(button), "{button}");
    }
    stage.press(Key::Space);
    assert!(stage.row("foam_rolling").is_none());
}

#[test]
fn a_step_that_is_closed_for_want_of_an_answer_asks_for_it() {
    let mut stage = begun(After::run(Some(RunKind::Workout), 60.0).health(None));
    stage.unfold();
    stage.choose("Foam roll");
    assert!(stage.shows("R0.unanswered"));
    assert!(!stage.offers("Start"));
    stage.click_role(Role::Button, "Answer the health questions");
    stage.click_role(Role::Button, "None of these");
    assert!(stage.offers("Start"), "now it is open");
}

#[test]
fn a_skipped_step_keeps_its_reason_and_can_be_taken_back() {
    let mut stage = workout(1.0);
    stage.press_button("Skip");
    stage.type_into("Another reason", "ran home");
    stage.press_button("Skip it");
    let row = stage.row("cool_down").unwrap();
    assert_eq!((row.outcome, row.reason.as_str()), (Some(Outcome::Skipped), "ran home"));
    assert!(stage.shows("Cool down: skipped: ran home"));
    stage.choose("Cool down");
    stage.press_button("Take this back");
    assert_eq!(stage.row("cool_down").unwrap().outcome, None);
    assert!(stage.offers("Start"));
}

#[test]
fn one_goes_to_any_part_and_back_and_sees_which_are_done() {
    let mut stage = workout(60.0);
    stage.choose("Foam roll");
    stage.press_button("Start");
    stage.pass(66.0);
    assert!(stage.shows("Left calf, 1 of 8, done"));
    assert!(stage.shows("Right calf, 2 of 8, now"));
    assert!(stage.shows("Next: front of the left thigh"));
    stage.press_button("Left buttock, 7 of 8, to come");
    assert!(stage.shows("Foam roll: left buttock"));
    assert!(stage.shows("Right calf, 2 of 8, to come"), "it was left at once");
    stage.press_button("Right calf, 2 of 8, to come");
    assert!(stage.shows("Foam roll: right calf"));
}

#[test]
fn after_the_last_part_it_waits_for_done_and_what_comes_next_is_not_started() {
    let mut stage = workout(1.0);
    stage.press_button("Start");
    stage.pass(700.0);
    assert!(stage.shows("Time is up"));
    assert!(!stage.offers("Pause"));
    assert!(stage.row("cool_down").unwrap().outcome.is_none());
    stage.press_button("Done");
    assert!(stage.row("cool_down").unwrap().outcome.is_some());
    assert!(stage.shows("Drink to thirst over the next 2 to 4 hours, with some food."));
    assert!(stage.row("hydration").is_none());
}

#[test]
fn half_a_minute_more_goes_to_the_part_that_runs() {
    let mut stage = workout(60.0);
    stage.choose("Foam roll");
    stage.press_button("Start");
    stage.pass(10.0);
    assert!(stage.shows("0:55 left of 1:00"));
    stage.press_button("30 seconds more");
    assert!(stage.shows("1:25 left of 1:30"));
}

#[test]
fn after_a_restart_in_the_middle_of_a_timer_the_exact_place_is_shown() {
    let mut stage = workout(60.0);
    stage.choose("Stretch");
    stage.press_button("Start");
    stage.pass(37.0);
    let mut stage = stage.reopened(LIGHT);
    stage.pass(77.0);
    stage.ctrl(Key::Num2);
    assert!(stage.shows("Stretch: front of the left thigh"));
    assert!(stage.shows("Part 3 of 16"));
    assert!(
        stage.shows("0:28 left of 0:30"),
        "two holds went by, and seven seconds of the third"
    );
}

#[test]
fn five_seconds_to_get_ready_are_shown_as_such() {
    let mut stage = workout(60.0);
    stage.choose("Stretch");
    stage.press_button("Start");
    stage.pass(2.0);
    assert!(stage.shows("Get ready: front of the left thigh"));
    assert!(stage.shows("3 get ready"));
}

#[test]
fn coming_back_from_another_place_shows_the_step_that_was_chosen() {
    let mut stage = workout(1.0);
    stage.choose("Share the run");
    stage.ctrl(Key::Num4);
    stage.ctrl(Key::Num2);
    assert!(stage.shows("A call, a message, a meal together"));
}

#[test]
fn a_step_is_noted_late_at_the_time_it_was_done() {
    let mut stage = workout(50.0);
    stage.choose("Cool down");
    assert!(stage.shows("Its best time was until 18:10; it is still possible."));
    stage.press_button("I did it at …");
    assert_eq!(stage.text_of("When"), "17:42", "when it is best");
    stage.replace("When", "17:44");
    stage.press_button("Note it");
    let row = stage.row("cool_down").unwrap();
    assert_eq!(row.ended_at.unwrap().ms, at(-46.0).ms);
    assert_eq!(
        stage.practice("cool_down").unwrap().when.stamp().unwrap().ms,
        at(-46.0).ms
    );
}

#[test]
fn a_step_cannot_have_been_done_before_the_run_was_over() {
    let mut stage = workout(50.0);
    stage.choose("Cool down");
    stage.press_button("I did it at …");
    stage.replace("When", "17:00");
    assert!(stage.shows("That was before the end of the run. Write a time after 17:40"));
    assert!(!stage.offers("Note it"));
}

#[test]
fn a_step_whose_time_is_long_over_is_noted_rather_than_started() {
    let mut stage = workout(6.0 * 60.0);
    stage.choose("Stretch");
    assert!(stage.shows("Its time is over. If you did it, note when."));
    assert!(stage.offers("I did it at …"));
}

#[test]
fn what_is_optional_and_what_is_not_for_this_run_stands_apart() {
    let mut stage = begun(After::run(Some(RunKind::Easy), 1.0));
    let top = |stage: &Stage, text: &str| {
        let all = stage.harness.query_all_by_label_contains(text);
        all.into_iter().map(|it| it.rect().top()).next().unwrap()
    };
    assert!(top(&stage, "Sleep: ") < top(&stage, "Optional"));
    assert!(top(&stage, "Optional") < top(&stage, "Stretch: "));
    assert!(!stage.shows("Cold water: "));
    stage.unfold();
    assert!(stage.shows("Cold water: Left away: cold water is for hard and long runs."));
    stage.choose("Cold water");
    assert!(stage.offers("Start anyway"), "it is the runner's choice");
}

#[test]
fn what_hurts_too_much_is_left_out_and_said() {
    let mut stage = begun(After::run(Some(RunKind::Workout), 60.0).sore(Region::Calf, Side::Left, 7.0));
    stage.choose("Foam roll");
    assert!(!stage.shows("Left calf, 1 of"));
    assert!(stage.shows("Right calf, 1 of 7"));
    assert!(stage.shows("R0.flag.muscle"));
}

#[test]
fn what_was_done_and_noted_can_be_changed() {
    let mut stage = workout(1.0);
    stage.press_button("Done");
    stage.choose("Cool down");
    stage.press_button("Change what was noted");
    assert!(stage.app().model.form.is_some_and(|it| it.edit.is_some()));
}

#[test]
fn everything_is_named_in_every_state_of_a_step() {
    let mut stage = begun(After::long_run().sore(Region::Calf, Side::Left, 7.0));
    stage.unfold();
    for step in [
        "Cool down",
        "Drink",
        "Eat a snack",
        "Stretch",
        "Cold water",
        "Sleep",
        "Note supplements",
    ] {
        stage.choose(step);
        for fold in ["To note", "More to note", "Sources"] {
            if stage.offers(fold) {
                stage.press_button(fold);
            }
        }
        assert_eq!(stage.nameless(), [], "{step}");
    }
    stage.choose("Stretch");
    stage.press_button("Start");
    assert_eq!(stage.nameless(), [], "running");
    stage.press_button("Done");
    stage.choose("Stretch");
    assert_eq!(stage.nameless(), [], "done");
}

#[test]
fn a_held_timer_asks_for_no_more_pictures() {
    let mut stage = workout(1.0);
    stage.press_button("Start");
    stage.pass(90.0);
    stage.press_button("Pause");
    // It would panic if something went on moving.
    stage.harness.run();
}
