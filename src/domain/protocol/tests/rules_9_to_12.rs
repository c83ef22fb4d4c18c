//! The rules of sleep, supplements, mindfulness and company: R9 to R12.

use super::fixture::{Walked, at};
use super::*;
use crate::domain::health::Concern;
use crate::domain::{Id, Meta, Night, Rating, Record, RunKind, Scale};

/// The same with so many nights of so many hours up to the morning of the run.
fn slept(mut walked: Walked, nights: i64, hours: f64, quality: Option<i64>) -> Walked {
    for back in 0..nights {
        let wake = at("2026-11-24T06:30:00+01:00").plus_seconds(-86_400.0 * back as f64);
        walked.put(Record::Night(Night {
            wake_at: Some(wake),
            asleep_min: Some(hours * 60.0),
            quality,
            ..Night::new(Meta::manual(Id::fresh(wake.ms)), wake.civil_date())
        }));
    }
    walked
}

#[test]
fn r9_target_names_bedtime_where_the_nights_tell_it() {
    let walked = slept(Walked::kind(None), 5, 8.0, None);
    let view = walked.view("sleep", 60.0);
    let told = view.reasons.iter().find(|it| it.rule.id == "R9.target").unwrap();
    assert_eq!(told.sentence(), "In bed at 22:30, by the time you usually get up.");
    assert!(!Walked::kind(None).says("sleep", "R9.target", 60.0));
}

#[test]
fn r9_long_half_an_hour_more() {
    for kind in [RunKind::Long, RunKind::Race] {
        assert!(Walked::kind(Some(kind)).says("sleep", "R9.long", 60.0), "{kind:?}");
    }
    assert!(!Walked::kind(None).says("sleep", "R9.long", 60.0));
}

#[test]
fn r9_debt_half_an_hour_more() {
    assert!(slept(Walked::kind(None), 12, 7.0, None).says("sleep", "R9.debt", 60.0));
    assert!(!slept(Walked::kind(None), 12, 8.0, None).says("sleep", "R9.debt", 60.0));
}

#[test]
fn r9_screens_are_called_to_mind() {
    assert!(Walked::kind(None).says("sleep", "R9.screens", 60.0));
}

#[test]
fn r9_poor_nights_for_three_months_are_for_a_doctor() {
    let tell =
        |nights, hours, quality| slept(Walked::kind(None), nights, hours, quality).says("sleep", "R9.poor", 60.0);
    assert!(tell(90, 5.5, None), "short");
    assert!(tell(90, 7.5, Some(2)), "or poor");
    assert!(!tell(60, 5.5, None), "two months");
    assert!(!tell(90, 7.5, Some(4)));
}

#[test]
fn r10_no_dose_is_ever_proposed() {
    let walked = Walked::kind(None);
    assert!(walked.says("supplements", "R10.no_dose", 60.0));
    let view = walked.view("supplements", 60.0);
    assert_eq!(suggested(&view, &walked.journal, walked.minute(60.0)), Dose::default());
}

fn told_for(concern: Concern, rule: &str) {
    assert!(!Walked::kind(None).says("supplements", rule, 60.0));
    assert!(
        Walked::kind(None).health(&[concern]).says("supplements", rule, 60.0),
        "{rule}"
    );
}

#[test]
fn r10_thinners_ask_a_doctor() {
    told_for(Concern::BloodThinners, "R10.thinners");
}

#[test]
fn r10_heart_asks_a_doctor() {
    told_for(Concern::Heart, "R10.heart");
}

#[test]
fn r10_kidney_asks_a_doctor() {
    told_for(Concern::KidneyLiver, "R10.kidney");
}

#[test]
fn r10_pregnancy_asks_a_doctor() {
    told_for(Concern::Pregnancy, "R10.pregnancy");
}

#[test]
fn r10_allergy_is_called_to_mind() {
    told_for(Concern::Allergy, "R10.allergy");
}

#[test]
fn r10_tested_only_certified_batches() {
    told_for(Concern::DrugTested, "R10.tested");
}

#[test]
fn r10_under18_asks_a_parent() {
    told_for(Concern::Under18, "R10.under18");
}

#[test]
fn r11_stress_brings_unwinding_forward() {
    let stressed = |value| {
        Walked::kind(Some(RunKind::Easy)).check_in(|it| {
            it.stress = Some(Rating {
                value,
                scale: Scale::Five15,
            });
        })
    };
    assert!(stressed(4.0).view("mindfulness", 60.0).is_wanted());
    assert!(stressed(4.0).says("mindfulness", "R11.stress", 60.0));
    assert!(!stressed(3.0).view("mindfulness", 60.0).is_wanted());
}

#[test]
fn r11_race_suggests_unwinding() {
    assert!(Walked::kind(Some(RunKind::Race)).says("mindfulness", "R11.race", 60.0));
}

#[test]
fn r12_race_suggests_company() {
    assert!(Walked::kind(Some(RunKind::Race)).says("social", "R12.race", 60.0));
}

#[test]
fn r12_bad_run_suggests_company() {
    let felt = |feel| Walked::kind(Some(RunKind::Easy)).edit(|it| it.feel = Some(feel));
    assert!(felt(2).view("social", 60.0).is_wanted());
    assert!(felt(2).says("social", "R12.bad_run", 60.0));
    assert!(!felt(3).view("social", 60.0).is_wanted());
}
