//! The rules of cool-down, drinking and eating, stretching and rolling: R1 to R4.

use super::fixture::{Walked, at, done, run};
use super::*;
use crate::domain::health::Concern;
use crate::domain::{Region, RunKind, Side};
use refuel::{Food, food};

fn work_min(walked: &Walked, step: &str, minutes: f64) -> f64 {
    walked.view(step, minutes).work_s() / 60.0
}

#[test]
fn r1_start_is_best_within_two_minutes() {
    let walked = Walked::after("2026-11-24T09:00:00+01:00");
    let span = walked.view("cool_down", 0.0).span;
    assert_eq!((span.opens, span.best), (walked.end, walked.minute(2.0)));
    assert!(walked.says("cool_down", "R1.start", 1.0));
    assert!(!walked.says("cool_down", "R1.start", 40.0));
}

#[test]
fn r1_short_five_minutes_after_an_easy_run() {
    let walked = Walked::kind(Some(RunKind::Easy));
    assert_eq!(work_min(&walked, "cool_down", 1.0), 5.0);
    assert!(walked.says("cool_down", "R1.short", 1.0));
    assert_eq!(work_min(&Walked::kind(None), "cool_down", 1.0), 8.0, "else eight");
}

#[test]
fn r1_long_ten_minutes_after_a_workout() {
    let walked = Walked::kind(Some(RunKind::Workout));
    assert_eq!(work_min(&walked, "cool_down", 1.0), 10.0);
    assert!(walked.says("cool_down", "R1.long", 1.0));
}

#[test]
fn r1_race_ten_minutes_after_a_race() {
    let walked = Walked::kind(Some(RunKind::Race));
    assert_eq!(work_min(&walked, "cool_down", 1.0), 10.0);
    assert!(walked.says("cool_down", "R1.race", 1.0));
    assert_eq!(walked.view("cool_down", 1.0).bouts.len(), 4, "in four stages");
}

#[test]
fn r2_fluid_limit_names_no_amount() {
    let walked = Walked::kind(None).health(&[Concern::FluidLimit]);
    assert!(walked.says("hydration", "R2.fluid_limit", 5.0));
    assert!(!walked.says("hydration", "R2.thirst", 5.0));
}

#[test]
fn r2_kidney_asks_a_doctor() {
    let walked = Walked::kind(None).health(&[Concern::KidneyLiver]);
    assert!(walked.says("hydration", "R2.kidney", 5.0));
}

#[test]
fn r2_thirst_decides_for_everybody_else() {
    let walked = Walked::kind(None);
    assert!(walked.says("hydration", "R2.thirst", 5.0));
    assert_eq!(walked.view("hydration", 5.0).span.closes, walked.hour(4.0));
}

#[test]
fn r2_allergy_is_called_to_mind() {
    let walked = Walked::kind(None).health(&[Concern::Allergy]);
    assert!(walked.says("snack", "R2.allergy", 5.0));
}

#[test]
fn r2_soon_within_the_hour_after_hard_and_long_runs() {
    for kind in [RunKind::Workout, RunKind::Long, RunKind::Race] {
        let walked = Walked::kind(Some(kind));
        assert!(walked.says("snack", "R2.soon", 5.0), "{kind:?}");
        assert_eq!(walked.view("snack", 5.0).span.closes, walked.hour(1.0));
    }
}

#[test]
fn r2_meal_after_other_runs_the_next_meal_will_do() {
    for kind in [None, Some(RunKind::Easy)] {
        let walked = Walked::kind(kind);
        assert!(walked.says("snack", "R2.meal", 5.0), "{kind:?}");
        assert_eq!(food(&walked.walk(5.0).facts), Food::Meal);
    }
}

#[test]
fn r2_again_a_run_within_a_day_asks_for_the_snack() {
    let mut walked = Walked::kind(Some(RunKind::Easy));
    assert!(!walked.view("snack", 5.0).is_wanted());
    let batch = plan_next_run(&walked.journal.checklists[0], true);
    walked.write(batch);
    assert!(walked.view("snack", 5.0).is_wanted());
    assert!(walked.says("snack", "R2.again", 5.0) && !walked.says("snack", "R2.meal", 5.0));
    assert_eq!(food(&walked.walk(5.0).facts), Food::Snack);
}

#[test]
fn r2_again_a_run_that_was_recorded_within_a_day_counts_too() {
    let walked = Walked::kind(Some(RunKind::Easy));
    let next = run(walked.hour(20.0), 40.0, None);
    let walked = walked.with(crate::domain::Record::Activity(next));
    assert!(walked.says("snack", "R2.again", 21.0 * 60.0));
}

#[test]
fn r2_grams_follow_from_the_mass_and_the_class_of_the_run() {
    for (kind, carbs) in [
        (RunKind::Workout, (42.0, 56.0)),
        (RunKind::Long, (70.0, 84.0)),
        (RunKind::Race, (70.0, 84.0)),
    ] {
        let walked = Walked::kind(Some(kind));
        assert_eq!(food(&walked.walk(5.0).facts), Food::Snack, "no mass, no grams");
        let walked = walked.check_in(|it| it.weight_kg = Some(70.0));
        let Food::Grams(grams) = food(&walked.walk(5.0).facts) else {
            panic!("{kind:?}: the mass is known");
        };
        assert!(
            (grams.carbs.0 - carbs.0).abs() < 1e-9 && (grams.carbs.1 - carbs.1).abs() < 1e-9,
            "{kind:?}"
        );
        assert!((grams.protein.0 * 3.0 - grams.carbs.0).abs() < 1e-9, "a third of it");
    }
}

#[test]
fn r3_after_waits_for_the_cool_down_or_ten_minutes() {
    let mut walked = Walked::after("2026-11-24T09:00:00+01:00");
    let until = walked.minute(10.0);
    assert_eq!(walked.state("stretching", 5.0), StepState::Waiting { until });
    assert!(walked.says("stretching", "R3.after", 5.0));
    walked.act("cool_down", &done(Some(5.0)), 6.0);
    assert_eq!(walked.state("stretching", 6.0), StepState::Ready);
}

#[test]
fn r3_gentle_once_for_twenty_seconds_after_a_long_run_or_a_race() {
    for kind in [RunKind::Long, RunKind::Race] {
        let walked = Walked::kind(Some(kind));
        let view = walked.view("stretching", 20.0);
        assert_eq!(view.bouts.len(), 8, "four muscles, two sides, once");
        assert!(view.bouts.iter().all(|it| it.work_s == 20.0));
    }
    let walked = Walked::kind(None);
    let view = walked.view("stretching", 20.0);
    assert_eq!((view.bouts.len(), view.work_s()), (16, 480.0));
}

#[test]
fn r3_sore_muscles_at_six_are_left_out() {
    let walked = Walked::kind(None).sore(Region::Quads, Side::Both, 6.0, 0.1);
    let view = walked.view("stretching", 20.0);
    assert!(view.bouts.iter().all(|it| it.region != Some(Region::Quads)));
    assert!(walked.says("stretching", "R3.sore", 20.0));
    let less = Walked::kind(None).sore(Region::Quads, Side::Both, 5.5, 0.1);
    assert_eq!(less.view("stretching", 20.0).bouts.len(), 16);
}

#[test]
fn r4_wounds_and_what_else_is_answered_with_yes() {
    for (concern, rule) in [(Concern::Wounds, "R4.wounds"), (Concern::Clot, "R4.clot")] {
        let walked = Walked::kind(None).health(&[concern]);
        assert!(walked.closes("foam_rolling", rule, 60.0), "{rule}");
    }
}

#[test]
fn r4_clot_closes_rolling() {
    let walked = Walked::kind(None).health(&[Concern::Clot]);
    assert!(walked.closes("foam_rolling", "R4.clot", 60.0));
}

#[test]
fn r4_thinners_asks_a_doctor_and_closes_nothing() {
    let walked = Walked::kind(None).health(&[Concern::BloodThinners]);
    assert!(walked.says("foam_rolling", "R4.thinners", 60.0));
    assert_eq!(walked.state("foam_rolling", 60.0), StepState::Ready);
}

fn marathon() -> Walked {
    Walked::kind(Some(RunKind::Race)).edit(|it| it.distance_m = Some(42_195.0))
}

#[test]
fn r4_marathon_closes_rolling_for_a_day() {
    let walked = marathon();
    let until = Some(walked.hour(24.0));
    assert_eq!(walked.state("foam_rolling", 60.0), StepState::Blocked { until });
    assert_eq!(walked.try_act("foam_rolling", &StepAct::StartAnyway, 60.0), None);
}

#[test]
fn r4_marathon_better_two_days_which_the_runner_may_cut_short() {
    let walked = marathon();
    let until = walked.hour(48.0);
    assert_eq!(walked.state("foam_rolling", 25.0 * 60.0), StepState::Waiting { until });
    assert!(walked.says("foam_rolling", "R4.marathon_better", 25.0 * 60.0));
    assert!(
        walked
            .try_act("foam_rolling", &StepAct::StartAnyway, 25.0 * 60.0)
            .is_some()
    );
    assert_eq!(walked.state("foam_rolling", 48.0 * 60.0), StepState::Ready);
}

#[test]
fn r4_wait_rolling_opens_after_three_quarters_of_an_hour() {
    let walked = Walked::kind(None);
    let until = walked.minute(45.0);
    assert_eq!(walked.state("foam_rolling", 44.0), StepState::Waiting { until });
    assert!(walked.says("foam_rolling", "R4.wait", 44.0));
    assert!(!walked.says("foam_rolling", "R4.wait", 45.0));
}

#[test]
fn r4_recency_a_day_of_rest_between_sessions() {
    let yesterday = Walked::kind(None).did("foam_rolling", -24.0);
    let until = at("2026-11-25T04:00:00+01:00");
    assert_eq!(yesterday.state("foam_rolling", 60.0), StepState::Waiting { until });
    assert!(yesterday.says("foam_rolling", "R4.recency", 60.0));
    let before = Walked::kind(None).did("foam_rolling", -48.0);
    assert_eq!(before.state("foam_rolling", 60.0), StepState::Ready);
}

#[test]
fn r4_severe_muscles_at_seven_are_left_out() {
    let walked = Walked::kind(None).sore(Region::Glutes, Side::Right, 7.0, 0.1);
    let view = walked.view("foam_rolling", 60.0);
    let glutes: Vec<_> = view
        .bouts
        .iter()
        .filter(|it| it.region == Some(Region::Glutes))
        .collect();
    assert_eq!(glutes.len(), 1);
    assert_eq!(glutes[0].side, Some(Side::Left));
    assert!(walked.says("foam_rolling", "R4.severe", 60.0));
}

#[test]
fn r4_severe_nothing_is_left_to_roll_when_all_of_it_hurts() {
    let mut walked = Walked::kind(None);
    for region in [Region::Calf, Region::Quads, Region::Hamstrings, Region::Glutes] {
        walked = walked.sore(region, Side::Both, 8.0, 0.1);
    }
    assert_eq!(walked.state("foam_rolling", 60.0), StepState::Blocked { until: None });
}

#[test]
fn r4_gentle_sore_muscles_are_rolled_shorter() {
    let walked = Walked::kind(None).sore(Region::Calf, Side::Left, 5.0, 0.1);
    let view = walked.view("foam_rolling", 60.0);
    let seconds = |side| {
        let mut calves = view.bouts.iter().filter(|it| it.region == Some(Region::Calf));
        calves.find(|it| it.side == Some(side)).unwrap().work_s
    };
    assert_eq!((seconds(Side::Left), seconds(Side::Right)), (20.0, 60.0));
    assert!(walked.says("foam_rolling", "R4.gentle", 60.0));
}

#[test]
fn r4_sore_legs_ask_for_rolling_also_after_an_easy_run() {
    let walked = Walked::kind(Some(RunKind::Easy)).sore(Region::Hamstrings, Side::Both, 5.0, 0.1);
    assert!(walked.view("foam_rolling", 60.0).is_wanted());
    assert!(walked.says("foam_rolling", "R4.sore", 60.0));
}
