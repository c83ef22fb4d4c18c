//! The rules of cold, compression, rest days and warm baths: R5 to R8.

use serde_json::json;

use super::fixture::{Walked, at, run};
use super::*;
use crate::domain::health::Concern;
use crate::domain::{Record, Region, RunKind, Side, Sport};

fn hard() -> Walked {
    Walked::kind(Some(RunKind::Workout))
}

fn closed_for(step: &str, concern: Concern, rule: &str) {
    let open = Walked::kind(Some(RunKind::Long));
    let minutes = open.view(step, 0.0).span.opens.seconds_since(open.end) / 60.0;
    assert_eq!(open.state(step, minutes), StepState::Ready, "{step} is open for others");
    assert!(open.health(&[concern]).closes(step, rule, minutes), "{rule}");
}

fn told_for(step: &str, concern: Concern, rule: &str) {
    let walked = Walked::kind(Some(RunKind::Long));
    assert!(!walked.says(step, rule, 60.0));
    assert!(walked.health(&[concern]).says(step, rule, 60.0), "{rule}");
}

#[test]
fn r5_heart_closes_cold_water() {
    closed_for("ice_bath", Concern::Heart, "R5.heart");
}

#[test]
fn r5_raynaud_closes_cold_water() {
    closed_for("ice_bath", Concern::Raynaud, "R5.raynaud");
}

#[test]
fn r5_neuropathy_closes_cold_water() {
    closed_for("ice_bath", Concern::Neuropathy, "R5.neuropathy");
}

#[test]
fn r5_pregnancy_closes_cold_water() {
    closed_for("ice_bath", Concern::Pregnancy, "R5.pregnancy");
}

#[test]
fn r5_wounds_close_cold_water() {
    closed_for("ice_bath", Concern::Wounds, "R5.wounds");
}

#[test]
fn r5_epilepsy_closes_cold_water() {
    closed_for("ice_bath", Concern::Epilepsy, "R5.epilepsy");
}

#[test]
fn r5_under18_asks_for_an_adult() {
    told_for("ice_bath", Concern::Under18, "R5.under18");
}

#[test]
fn r5_class_leaves_cold_water_away_after_easy_and_steady_runs() {
    for kind in [None, Some(RunKind::Easy)] {
        let walked = Walked::kind(kind);
        assert_eq!(walked.state("ice_bath", 30.0), StepState::NotApplicable, "{kind:?}");
        assert!(walked.says("ice_bath", "R5.class", 30.0));
    }
    for kind in [RunKind::Workout, RunKind::Long, RunKind::Race] {
        assert_eq!(
            Walked::kind(Some(kind)).state("ice_bath", 30.0),
            StepState::Ready,
            "{kind:?}"
        );
    }
}

#[test]
fn r5_sore_legs_bring_it_back_but_not_after_an_easy_run() {
    let sore = |kind| Walked::kind(kind).sore(Region::Quads, Side::Both, 5.0, 0.1);
    assert!(sore(None).view("ice_bath", 30.0).is_wanted());
    assert!(sore(None).says("ice_bath", "R5.sore", 30.0));
    assert_eq!(
        sore(Some(RunKind::Easy)).state("ice_bath", 30.0),
        StepState::NotApplicable
    );
}

#[test]
fn r5_optional_nobody_has_to() {
    let walked = hard();
    let view = walked.view("ice_bath", 30.0);
    assert!(view.optional && !view.is_wanted());
    assert!(hard().says("ice_bath", "R5.optional", 30.0));
}

#[test]
fn r5_heat_waits_four_hours_after_a_warm_bath() {
    let walked = hard().did("epsom_soak", -2.0);
    let until = walked.hour(2.0);
    assert_eq!(walked.state("ice_bath", 30.0), StepState::Waiting { until });
    assert!(walked.says("ice_bath", "R5.heat", 30.0));
    assert_eq!(hard().did("epsom_soak", -4.0).state("ice_bath", 30.0), StepState::Ready);
}

#[test]
fn r5_strength_waits_four_hours_after_strength_training() {
    let walked = hard().session(Sport::Strength, -1.5);
    let until = walked.hour(2.5);
    assert_eq!(walked.state("ice_bath", 30.0), StepState::Waiting { until });
    assert!(walked.says("ice_bath", "R5.strength", 30.0));
    assert_eq!(
        hard().session(Sport::Ride, -1.5).state("ice_bath", 30.0),
        StepState::Ready
    );
}

#[test]
fn r5_pack_an_hour_between_ice_packs() {
    let walked = hard();
    let mut pack = walked.practice("ice_bath", -0.25);
    pack.meta.detail = Some(json!({"mode": "pack"}));
    let walked = walked.with(Record::Practice(pack));
    let until = walked.minute(45.0);
    assert_eq!(walked.state("ice_bath", 30.0), StepState::Waiting { until });
    assert!(walked.says("ice_bath", "R5.pack", 30.0));
}

/// So many cold baths in the weeks before.
fn bathed(times: i32) -> Walked {
    (0..times).fold(hard(), |walked, n| walked.did("ice_bath", -72.0 * f64::from(n + 1)))
}

#[test]
fn r5_first_the_first_two_are_short_and_mild() {
    for times in [0, 1] {
        let walked = bathed(times);
        let view = walked.view("ice_bath", 30.0);
        assert_eq!((view.work_s(), view.celsius), (300.0, Some(19.0)), "{times}");
        assert!(walked.says("ice_bath", "R5.first", 30.0));
    }
}

#[test]
fn r5_next_the_third_and_fourth_are_a_step_further() {
    for times in [2, 3] {
        let walked = bathed(times);
        let view = walked.view("ice_bath", 30.0);
        assert_eq!((view.work_s(), view.celsius), (480.0, Some(17.0)), "{times}");
        assert!(walked.says("ice_bath", "R5.next", 30.0));
    }
}

#[test]
fn r5_used_from_the_fifth_on_it_is_ten_minutes_at_sixty_fahrenheit() {
    let walked = bathed(4);
    let view = walked.view("ice_bath", 30.0);
    assert_eq!((view.work_s(), view.celsius), (600.0, Some(15.6)));
    assert!(walked.says("ice_bath", "R5.used", 30.0));
    assert_eq!(view.step.timer.unwrap().max, 15.0);
}

#[test]
fn r5_used_after_a_season_without_one_begins_anew() {
    let walked = (0..6).fold(hard(), |walked, n| walked.did("ice_bath", -24.0 * f64::from(100 + n)));
    assert_eq!(walked.view("ice_bath", 30.0).work_s(), 300.0);
}

#[test]
fn r5_floor_is_on_every_card() {
    assert!(hard().says("ice_bath", "R5.floor", 30.0));
}

#[test]
fn r6_artery_closes_compression() {
    closed_for("compression", Concern::Artery, "R6.artery");
}

#[test]
fn r6_neuropathy_closes_compression() {
    closed_for("compression", Concern::Neuropathy, "R6.neuropathy");
}

#[test]
fn r6_clot_closes_compression() {
    closed_for("compression", Concern::Clot, "R6.clot");
}

#[test]
fn r6_heart_asks_a_doctor() {
    told_for("compression", Concern::Heart, "R6.heart");
}

#[test]
fn r6_wounds_are_kept_free() {
    told_for("compression", Concern::Wounds, "R6.wounds");
}

#[test]
fn r6_easy_leaves_compression_away() {
    let walked = Walked::kind(Some(RunKind::Easy));
    assert_eq!(walked.state("compression", 5.0), StepState::NotApplicable);
    assert!(walked.says("compression", "R6.easy", 5.0));
}

#[test]
fn r6_optional_between_easy_and_far() {
    for kind in [None, Some(RunKind::Workout)] {
        assert!(Walked::kind(kind).view("compression", 5.0).optional, "{kind:?}");
        assert!(Walked::kind(kind).says("compression", "R6.optional", 5.0));
    }
}

#[test]
fn r6_far_is_asked_for_after_a_long_run_or_a_race() {
    for kind in [RunKind::Long, RunKind::Race] {
        let walked = Walked::kind(Some(kind));
        assert!(walked.view("compression", 5.0).is_wanted(), "{kind:?}");
        assert!(walked.says("compression", "R6.far", 5.0));
    }
}

#[test]
fn r6_bed_is_the_end_of_it() {
    // Without nights that tell a bedtime it is eleven.
    let walked = Walked::of(&run(at("2026-11-24T21:30:00+01:00"), 100.0, None));
    assert_eq!(walked.view("compression", 0.0).work_s(), 90.0 * 60.0);
    let early = Walked::of(&run(at("2026-11-24T12:00:00+01:00"), 100.0, None));
    assert_eq!(early.view("compression", 0.0).work_s(), 120.0 * 60.0);
    assert_eq!(
        early.view("compression", 0.0).step.timer.unwrap().max,
        360.0,
        "six hours at most"
    );
}

#[test]
fn r6_bed_a_timer_begun_in_time_keeps_its_end() {
    let mut walked = Walked::of(&run(at("2026-11-24T21:30:00+01:00"), 100.0, None));
    walked.act("compression", &StepAct::Start, 30.0);
    let it = walked.state("compression", 80.0).progress().unwrap();
    assert_eq!(it.left_s, 600.0);
}

/// Minutes after a run that ended at half past six in the evening: nine in the next morning.
const MORNING: f64 = 14.5 * 60.0;

#[test]
fn r7_ill_is_for_resting() {
    let mut walked = Walked::kind(None).check_in(|it| it.ill = Some(true));
    assert!(walked.closes("active_recovery", "R7.ill", MORNING));
    walked.journal.check_ins[0].ill = Some(false);
    assert_eq!(walked.state("active_recovery", MORNING), StepState::Ready);
}

#[test]
fn r7_severe_soreness_is_for_resting() {
    let walked = Walked::kind(None).sore(Region::Quads, Side::Both, 7.0, 14.0);
    assert!(walked.closes("active_recovery", "R7.severe", MORNING));
}

#[test]
fn r7_rest_day_is_one_without_a_run() {
    let walked = Walked::kind(None);
    let next = run(walked.hour(14.0), 40.0, None);
    let walked = walked.with(Record::Activity(next));
    assert_eq!(walked.state("active_recovery", MORNING), StepState::NotApplicable);
    assert!(walked.says("active_recovery", "R7.rest_day", MORNING));
}

#[test]
fn r7_relaxed_after_six_active_days_a_day_of_full_rest() {
    let days = |days: i32| {
        (1..days).fold(Walked::kind(None), |walked, n| {
            walked.session(Sport::Ride, -24.0 * f64::from(n))
        })
    };
    let six = days(6);
    assert_eq!(six.state("active_recovery", MORNING), StepState::NotApplicable);
    assert!(six.says("active_recovery", "R7.relaxed", MORNING));
    assert!(
        six.view("active_recovery", MORNING).reasons[0]
            .sentence()
            .contains("6 active days")
    );
    assert_eq!(days(5).state("active_recovery", MORNING), StepState::Ready);
}

#[test]
fn r7_relaxed_easy_movement_counts_as_active() {
    let walked = (1..6).fold(Walked::kind(None), |walked, n| {
        walked.did("active_recovery", -24.0 * f64::from(n))
    });
    assert_eq!(walked.state("active_recovery", MORNING), StepState::NotApplicable);
}

#[test]
fn r7_marathon_only_short_walks() {
    let walked = Walked::kind(Some(RunKind::Race)).edit(|it| it.distance_m = Some(42_195.0));
    assert_eq!(walked.view("active_recovery", MORNING).work_s(), 20.0 * 60.0);
    assert!(walked.says("active_recovery", "R7.marathon", MORNING));
}

#[test]
fn r7_strength_not_for_two_days_after_a_race() {
    let walked = Walked::kind(Some(RunKind::Race));
    assert!(walked.says("active_recovery", "R7.strength", 47.0 * 60.0));
    assert!(!walked.says("active_recovery", "R7.strength", 48.0 * 60.0));
}

#[test]
fn r7_sore_legs_ask_for_easy_movement() {
    let walked = Walked::kind(Some(RunKind::Easy)).sore(Region::Calf, Side::Both, 5.0, 14.0);
    assert!(walked.view("active_recovery", MORNING).is_wanted());
    assert!(walked.says("active_recovery", "R7.sore", MORNING));
}

#[test]
fn r8_heart_closes_the_warm_bath() {
    closed_for("epsom_soak", Concern::Heart, "R8.heart");
}

#[test]
fn r8_pregnancy_closes_the_warm_bath() {
    closed_for("epsom_soak", Concern::Pregnancy, "R8.pregnancy");
}

#[test]
fn r8_wounds_close_the_warm_bath() {
    closed_for("epsom_soak", Concern::Wounds, "R8.wounds");
}

#[test]
fn r8_kidney_closes_the_warm_bath() {
    closed_for("epsom_soak", Concern::KidneyLiver, "R8.kidney");
}

#[test]
fn r8_neuropathy_tests_the_water() {
    told_for("epsom_soak", Concern::Neuropathy, "R8.neuropathy");
}

#[test]
fn r8_dry_two_hours_first_after_a_run_in_heat() {
    let late = |celsius| {
        Walked::of(&run(at("2026-07-24T20:30:00+02:00"), 60.0, None)).edit(|it| it.temperature_c = Some(celsius))
    };
    let until = Some(late(28.0).hour(2.0));
    assert_eq!(late(28.0).state("epsom_soak", 30.0), StepState::Blocked { until });
    assert!(late(28.0).says("epsom_soak", "R8.dry", 30.0));
    assert_eq!(late(18.0).state("epsom_soak", 30.0), StepState::Ready);
}

#[test]
fn r8_dry_two_hours_first_when_much_was_sweated_out() {
    let walked = Walked::of(&run(at("2026-11-24T20:30:00+01:00"), 60.0, None));
    let mut drank = walked.practice("hydration", 0.1);
    drank.run_id = Some(walked.journal.activities[0].meta.id);
    drank.meta.detail = Some(json!({"mass_before": 70.0, "mass_after": 68.5}));
    let walked = walked.with(Record::Practice(drank));
    assert!(walked.closes("epsom_soak", "R8.dry", 30.0));
}

#[test]
fn r8_cold_waits_four_hours_after_cold_water() {
    let walked = hard().did("ice_bath", 0.5);
    let until = walked.hour(4.5);
    assert_eq!(walked.state("epsom_soak", 120.0), StepState::Waiting { until });
    assert!(walked.says("epsom_soak", "R8.cold", 120.0));
}

#[test]
fn r8_degrees_are_proposed() {
    let walked = hard();
    assert_eq!(walked.view("epsom_soak", 60.0).celsius, Some(38.0));
    assert!(walked.says("epsom_soak", "R8.degrees", 60.0));
}
