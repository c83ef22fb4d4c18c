//! The rules that hold for all steps: R0.

use super::fixture::{Walked, at, done, run};
use super::*;
use crate::domain::health::{Concern, Health};
use crate::domain::{Context, Meta, Record, Region, RunKind, Scale, Side, SorenessRating};

#[test]
fn r0_unanswered_what_is_asked_about_stays_closed_until_it_is_answered() {
    let mut walked = Walked::kind(Some(RunKind::Long));
    walked.journal.settings.health = Health::default();
    for step in ["foam_rolling", "ice_bath", "compression", "epsom_soak"] {
        assert!(walked.closes(step, "R0.unanswered", 60.0), "{step}");
    }
    assert_eq!(walked.state("stretching", 15.0), StepState::Ready);
    let walked = walked.health(&[]);
    assert_eq!(walked.state("foam_rolling", 60.0), StepState::Ready);
}

fn kinds(walked: &Walked, hours: f64) -> Vec<(Region, FlagKind)> {
    let flags = red_flags(&walked.journal, walked.hour(hours));
    flags.iter().map(|it| (it.region, it.kind)).collect()
}

#[test]
fn r0_flag_high_soreness_of_seven_is_shown() {
    let walked = Walked::after("2026-11-24T09:00:00+01:00");
    let walked = walked.sore(Region::Calf, Side::Left, 6.5, 1.0);
    assert_eq!(kinds(&walked, 2.0), []);
    let walked = walked.sore(Region::Calf, Side::Left, 7.0, 3.0);
    assert_eq!(kinds(&walked, 4.0), [(Region::Calf, FlagKind::High)]);
    assert_eq!(kinds(&walked, 40.0), [], "a rating speaks for a day and a half");
    let walked = walked.sore(Region::Calf, Side::Left, 3.0, 20.0);
    assert_eq!(kinds(&walked, 21.0), [], "the later rating stands");
}

#[test]
fn r0_flag_high_counts_other_scales_by_how_bad_they_are() {
    let mut walked = Walked::after("2026-11-24T09:00:00+01:00");
    let at = walked.hour(1.0);
    walked.put(Record::Soreness(SorenessRating {
        meta: Meta::from_source(crate::domain::Id::fresh(at.ms), "pmsys"),
        at,
        region: Region::Overall,
        side: Side::None,
        score: 1.0,
        scale: Scale::Pmsys15,
        context: Context::Morning,
        run_id: None,
        notes: String::new(),
    }));
    assert_eq!(kinds(&walked, 2.0), [(Region::Overall, FlagKind::High)]);
}

#[test]
fn r0_flag_one_sided_is_four_or_more_and_three_apart_for_three_days() {
    let days = |left: f64, right: f64, days: i32| {
        let mut walked = Walked::after("2026-11-24T09:00:00+01:00");
        for day in 0..days {
            let hours = -24.0 * f64::from(day);
            walked = walked
                .sore(Region::Knee, Side::Left, left, hours)
                .sore(Region::Knee, Side::Right, right, hours);
        }
        kinds(&walked, 1.0)
    };
    assert_eq!(days(5.0, 2.0, 3), [(Region::Knee, FlagKind::OneSided)]);
    assert_eq!(days(5.0, 2.0, 2), [], "two days");
    assert_eq!(days(5.0, 2.5, 3), [], "less than three apart");
    assert_eq!(days(3.5, 0.0, 3), [], "under four");
}

#[test]
fn r0_flag_rising_still_gets_worse_on_the_third_day() {
    let days = |scores: &[f64]| {
        let mut walked = Walked::after("2026-11-24T09:00:00+01:00");
        for (n, score) in scores.iter().enumerate() {
            let hours = -24.0 * (scores.len() - 1 - n) as f64;
            walked = walked.sore(Region::Shin, Side::Both, *score, hours);
        }
        kinds(&walked, 1.0)
    };
    assert_eq!(days(&[2.0, 3.0, 4.0]), [(Region::Shin, FlagKind::Rising)]);
    assert_eq!(days(&[2.0, 4.0, 4.0]), []);
    assert_eq!(days(&[2.0, 4.0]), []);
    assert_eq!(days(&[5.0, 4.0, 3.0]), []);
}

#[test]
fn r0_flag_pain_is_what_the_runner_says() {
    let walked = Walked::after("2026-11-24T09:00:00+01:00");
    let mut walked = walked.sore(Region::Achilles, Side::Left, 2.0, 1.0);
    let mut rating = walked.journal.soreness[0].clone();
    rating.meta.note("pain", true.into());
    walked.put(Record::Soreness(rating));
    assert_eq!(kinds(&walked, 2.0), [(Region::Achilles, FlagKind::Pain)]);
}

#[test]
fn r0_flag_block_a_flagged_leg_closes_cold_and_compression() {
    let walked = Walked::kind(Some(RunKind::Long)).sore(Region::Calf, Side::Left, 8.0, 0.1);
    assert!(walked.closes("ice_bath", "R0.flag.block", 30.0));
    assert!(walked.closes("compression", "R0.flag.block", 30.0));
    let neck = Walked::kind(Some(RunKind::Long)).sore(Region::Neck, Side::None, 8.0, 0.1);
    assert_eq!(neck.state("compression", 30.0), StepState::Ready);
}

#[test]
fn r0_flag_muscle_a_flagged_muscle_is_neither_stretched_nor_rolled() {
    let walked = Walked::after("2026-11-24T09:00:00+01:00").sore(Region::Calf, Side::Left, 8.0, 0.1);
    for step in ["stretching", "foam_rolling"] {
        let view = walked.view(step, 60.0);
        let has = |side| {
            view.bouts
                .iter()
                .any(|it| it.region == Some(Region::Calf) && it.side == Some(side))
        };
        assert!(!has(Side::Left) && has(Side::Right), "{step}");
        assert!(walked.says(step, "R0.flag.muscle", 60.0), "{step}");
    }
}

#[test]
fn r0_painkiller_near_a_long_run_is_told() {
    let long = || Walked::of(&run(at("2026-11-24T12:00:00+01:00"), 95.0, None));
    for hours in [-13.0, 11.9] {
        let walked = long().took("Ibuprofen 400", hours);
        assert!(walked.says("hydration", "R0.painkiller", 720.0), "{hours}");
    }
    assert!(!long().took("Ibuprofen", -14.0).says("hydration", "R0.painkiller", 60.0));
    assert!(!long().took("Magnesium", 1.0).says("hydration", "R0.painkiller", 90.0));
    let short = Walked::after("2026-11-24T12:00:00+01:00").took("Ibuprofen", 0.5);
    assert!(
        !short.says("hydration", "R0.painkiller", 60.0),
        "an hour is no long run"
    );
}

#[test]
fn r0_masked_painkillers_are_known_by_their_names() {
    for name in ["Ibuprofen", "ibuprofen_400", "Diclofenac gel", "Advil"] {
        assert!(facts::is_painkiller(name), "{name}");
    }
    assert!(!facts::is_painkiller("magnesium"));
}

#[test]
fn r0_masked_a_painkiller_hides_soreness_for_half_a_day() {
    let walked = Walked::after("2026-11-24T12:00:00+01:00").took("Ibuprofen", 0.0);
    let painkillers = facts::Painkillers::of(&walked.journal);
    let masked = [-1.0, 0.0, 11.9, 12.1].map(|hours| painkillers.mask(walked.hour(hours)));
    assert_eq!(masked, [false, true, true, false]);
    let other = Walked::after("2026-11-24T12:00:00+01:00").took("Magnesium", 0.0);
    assert!(!facts::Painkillers::of(&other.journal).mask(other.hour(1.0)));
}

#[test]
fn r0_easy_after_an_easy_run_only_cool_down_drink_and_sleep_are_asked_for() {
    let walked = Walked::kind(Some(RunKind::Easy));
    let walk = walked.walk(5.0);
    let wanted: Vec<_> = walk
        .steps
        .iter()
        .filter(|it| it.is_wanted())
        .map(|it| it.step.id.as_str())
        .collect();
    assert_eq!(wanted, ["cool_down", "hydration", "sleep"]);
    assert!(walked.says("snack", "R0.easy", 5.0));
}

#[test]
fn r0_pinned_the_runners_own_checklist_brings_back_what_the_class_leaves_away() {
    let mut walked = Walked::kind(Some(RunKind::Easy));
    let mut checklist = walked.journal.checklists[0].clone();
    let steps = crate::domain::routine::builtin_steps(after_run());
    checklist.meta.note("routine", serde_json::to_value(steps).unwrap());
    walked.put(Record::Checklist(checklist));
    assert!(walked.view("stretching", 20.0).is_wanted());
    assert_eq!(walked.state("ice_bath", 20.0), StepState::Ready);
    let walked = walked.health(&[Concern::Heart]);
    assert!(
        walked.closes("ice_bath", "R5.heart", 20.0),
        "but not what safety closes"
    );
}

#[test]
fn r0_precedence_a_block_goes_before_everything() {
    let walked = Walked::kind(Some(RunKind::Easy)).sore(Region::Quads, Side::Both, 6.0, 0.1);
    let walked = walked.health(&[Concern::Clot]);
    assert!(
        walked.closes("foam_rolling", "R4.clot", 60.0),
        "although sore legs suggest it"
    );
}

#[test]
fn r0_precedence_a_day_of_rest_goes_before_soreness() {
    let walked = Walked::kind(None).sore(Region::Quads, Side::Both, 5.0, 0.1);
    let walked = walked.did("foam_rolling", -24.0);
    assert!(matches!(walked.state("foam_rolling", 60.0), StepState::Waiting { .. }));
}

#[test]
fn r0_precedence_soreness_goes_before_the_class_of_the_run() {
    let walked = Walked::kind(Some(RunKind::Easy)).sore(Region::Quads, Side::Both, 5.0, 0.1);
    assert!(walked.view("foam_rolling", 60.0).is_wanted());
    let fresh = Walked::kind(Some(RunKind::Easy));
    assert!(!fresh.view("foam_rolling", 60.0).is_wanted());
}

#[test]
fn r0_evidence_every_step_has_its_level_and_its_sources() {
    for step in &after_run().steps {
        assert!(
            !step.evidence.name().is_empty() && !step.finding().is_empty(),
            "{}",
            step.id
        );
        assert_eq!(step.sources.is_empty(), step.id == "social", "{}", step.id);
    }
}

#[test]
fn r0_record_every_habit_step_leaves_a_practice() {
    for step in after_run().steps.iter().filter(|it| it.habit().is_some()) {
        let mut walked = Walked::kind(Some(RunKind::Long));
        walked.act(&step.id, &done(Some(30.0)), 26.0 * 60.0);
        assert_eq!(walked.practices().len(), 1, "{}", step.id);
        assert_eq!(Some(&walked.practices()[0].habit), step.habit());
    }
}
