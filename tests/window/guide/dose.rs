//! What was really done: filled in, changed, saved with Done.

use afterrun::domain::{Concern, Health, Region, RunKind, Side};
use egui::{Key, Role};

use super::after::After;
use crate::stage::{LIGHT, Stage};

fn begun(after: After) -> Stage {
    let mut stage = after.begun(LIGHT);
    stage.ctrl(Key::Num2);
    stage
}

fn at_step(after: After, step: &str) -> Stage {
    let mut stage = begun(after);
    stage.choose(step);
    stage
}

fn detail(stage: &Stage, step: &str, key: &str) -> Option<serde_json::Value> {
    stage.practice(step)?.meta.detail.as_ref()?.get(key).cloned()
}

#[test]
fn the_timer_fills_in_its_minutes_and_the_rules_the_degrees() {
    let mut stage = at_step(After::long_run(), "Cold water");
    stage.press_button("Start");
    stage.pass(305.0);
    assert!(stage.shows("Time is up"));
    assert_eq!(stage.text_of("Minutes"), "5");
    assert_eq!(stage.text_of("Temperature"), "19");
    stage.replace("Temperature", "17.5");
    stage.click_role(Role::RadioButton, "Bath");
    stage.press_button("Done");
    let practice = stage.practice("ice_bath").unwrap();
    assert_eq!((practice.minutes, practice.temperature_c), (Some(5.0), Some(17.5)));
    assert_eq!(detail(&stage, "ice_bath", "mode"), Some("bath".into()));
}

#[test]
fn nothing_that_was_suggested_is_saved_before_done() {
    let mut stage = at_step(After::long_run(), "Cold water");
    stage.press_button("To note");
    assert_eq!(stage.text_of("Temperature"), "19");
    stage.ctrl(Key::Num1);
    assert!(stage.app().model.journal.practices.is_empty());
    assert!(stage.row("ice_bath").is_none());
}

#[test]
fn what_the_timer_saw_of_the_muscles_is_chosen_and_can_be_changed() {
    let mut stage = at_step(After::run(Some(RunKind::Workout), 60.0), "Foam roll");
    stage.press_button("Start");
    stage.pass(130.0);
    stage.press_button("Pause");
    stage.click_role(Role::CheckBox, "Muscles: Buttocks");
    stage.press_button("Done");
    let muscles = detail(&stage, "foam_rolling", "muscles").unwrap();
    assert_eq!(muscles, serde_json::json!(["calf", "glutes"]));
}

#[test]
fn what_was_lost_says_how_much_to_drink() {
    let mut stage = at_step(After::long_run(), "Drink");
    stage.press_button("More to note");
    stage.type_into("Weight before", "71.2");
    assert!(!stage.shows("You lost 1"));
    stage.type_into("Weight after", "70");
    assert!(stage.shows("You lost 1.2 kg: drink 1.5 to 1.8 l over the next 3 hours or more, with salt and food."));
    stage.replace("Weight after", "71.5");
    assert!(stage.shows("Nothing was lost: drink to thirst, and no more than that."));
    stage.press_button("Done");
    assert_eq!(detail(&stage, "hydration", "mass_before"), Some(71.2.into()));
}

#[test]
fn who_has_a_limit_on_fluids_is_told_no_amount() {
    let health = Health::answers([Concern::FluidLimit]);
    let mut stage = at_step(After::long_run().health(Some(health)), "Drink");
    stage.press_button("More to note");
    stage.type_into("Weight before", "71.2");
    stage.type_into("Weight after", "70");
    assert!(!stage.shows("You lost 1"));
    assert!(stage.shows("No amount is suggested here."));
}

#[test]
fn the_snack_is_told_in_grams_and_a_proposal_fills_them_in() {
    let mut stage = at_step(After::long_run(), "Eat a snack");
    assert!(stage.shows("Within the hour: 70 to 84 g carbohydrate and 23 to 28 g protein."));
    let first = "Fill in 84 g carbohydrate and 26 g protein: 2 × a large banana with a cup of yoghurt (200 g) and a spoon of honey";
    stage.press_button(first);
    assert_eq!(stage.text_of("Carbohydrate"), "84");
    assert!(stage.shows("3.2 : 1, near enough to 3 : 1."));
    stage.replace("Protein", "10");
    assert!(stage.shows("8.4 : 1. A little more protein brings it nearer to 3 : 1."));
    stage.press_button("Done");
    assert_eq!(detail(&stage, "snack", "carbs_g"), Some(84.0.into()));
    assert_eq!(detail(&stage, "snack", "protein_g"), Some(10.0.into()));
}

#[test]
fn without_a_weight_the_snack_is_told_in_parts() {
    let mut stage = at_step(After::run(Some(RunKind::Workout), 5.0), "Eat a snack");
    assert!(stage.shows("Within the hour: about three parts carbohydrate to one part protein."));
    assert!(stage.shows("A large banana with a cup of yoghurt"));
    stage.ctrl(Key::Num1);
    assert_eq!(stage.nameless(), []);
}

#[test]
fn who_runs_again_within_a_day_eats_also_after_an_easy_run() {
    let mut stage = at_step(After::run(Some(RunKind::Easy), 5.0).weighing(60.0), "Eat a snack");
    assert!(stage.shows("Your next meal will do."));
    stage.click_role(Role::CheckBox, "I run again within 24 hours");
    assert!(stage.shows("Within the hour: 36 to 48 g carbohydrate and 12 to 16 g protein."));
    stage.ctrl(Key::Z);
    assert!(stage.shows("Your next meal will do."), "it is a change like any other");
}

#[test]
fn what_is_typed_outlives_the_place_and_the_program() {
    let mut stage = at_step(After::long_run(), "Drink");
    stage.type_into("How much", "450");
    stage.ctrl(Key::Num3);
    stage.ctrl(Key::Num2);
    assert_eq!(stage.text_of("How much"), "450");
    let mut stage = stage.reopened(LIGHT);
    stage.ctrl(Key::Num2);
    stage.choose("Drink");
    assert_eq!(stage.text_of("How much"), "450");
    stage.press_button("Done");
    assert_eq!(stage.practice("hydration").unwrap().amount, Some(450.0));
    assert!(stage.app().model.drafts.is_empty(), "it is superfluous now");
}

#[test]
fn who_types_stays_at_the_step_when_another_one_opens() {
    let mut stage = begun(After::run(Some(RunKind::Workout), 1.0));
    stage.press_button("Done");
    stage.press_button("Done");
    assert!(stage.shows("Within the hour"), "the snack is next");
    stage.type_into("Carbohydrate", "60");
    stage.choose("Eat a snack");
    stage.pass(20.0 * 60.0);
    assert_eq!(stage.text_of("Carbohydrate"), "60");
}

#[test]
fn what_cannot_be_read_is_said_at_its_field_and_nothing_is_saved() {
    let mut stage = at_step(After::long_run(), "Drink");
    stage.type_into("How much", "a lot");
    stage.press_button("Done");
    assert!(stage.shows("This is not a number."));
    assert!(stage.row("hydration").is_none());
}

#[test]
fn what_is_known_of_folded_fields_is_told_beside_them() {
    let mut stage = at_step(After::run(Some(RunKind::Workout), 60.0), "Stretch");
    stage.press_button("Start");
    stage.pass(40.0);
    stage.press_button("Pause");
    assert!(stage.shows("Each hold 30 s · On each side 1 ×"));
}

#[test]
fn what_was_noted_stays_when_its_minutes_are_changed_later() {
    let mut stage = at_step(After::long_run(), "Cold water");
    stage.press_button("Start");
    stage.pass(305.0);
    stage.click_role(Role::RadioButton, "Shower");
    stage.press_button("Done");
    stage.choose("Cold water");
    stage.press_button("Change what was noted");
    stage.replace("Ice bath: Minutes", "7");
    stage.press_button("Save the changes");
    assert_eq!(stage.practice("ice_bath").unwrap().minutes, Some(7.0));
    assert_eq!(detail(&stage, "ice_bath", "mode"), Some("shower".into()));
}

#[test]
fn a_step_that_is_done_says_what_was_noted() {
    let mut stage = at_step(After::long_run().sore(Region::Quads, Side::Left, 2.0), "Cold water");
    stage.press_button("Start");
    stage.pass(305.0);
    stage.click_role(Role::RadioButton, "Shower");
    stage.press_button("Done");
    stage.choose("Cold water");
    assert!(stage.shows("19 °C · Shower"));
    stage.ctrl(Key::Num3);
    assert!(
        stage.shows("Ice bath · 5 min · 19 °C · Shower"),
        "and so does the journal"
    );
}
