//! When steps open and close, and what comes next.

use super::fixture::{Walked, at, done, run};
use super::*;
use crate::domain::{Delta, Id, Meta, Night, Record, RunKind, Sport};

#[test]
fn a_step_waits_opens_and_is_late_by_the_end_of_the_run() {
    let walked = Walked::after("2026-11-24T09:00:00+01:00");
    let until = walked.minute(45.0);
    assert_eq!(walked.state("foam_rolling", 44.9), StepState::Waiting { until });
    assert_eq!(walked.state("foam_rolling", 45.0), StepState::Ready);
    assert!(!walked.view("cool_down", 30.0).late);
    let late = walked.view("cool_down", 31.0);
    assert!(late.late);
    assert_eq!(late.state, StepState::Ready, "late is still possible");
    assert_eq!(walked.walk(44.0).changes_at(walked.minute(44.0)), Some(until));
}

#[test]
fn r8_evening_the_bath_keeps_to_the_hours_before_bed() {
    for (end, opens, best) in [
        (
            "2026-11-24T09:00:00+01:00",
            "2026-11-24T20:00:00+01:00",
            "2026-11-24T21:00:00+01:00",
        ),
        (
            "2026-11-24T21:40:00+01:00",
            "2026-11-24T21:40:00+01:00",
            "2026-11-24T21:40:00+01:00",
        ),
        (
            "2026-11-25T00:30:00+01:00",
            "2026-11-25T00:30:00+01:00",
            "2026-11-25T00:30:00+01:00",
        ),
    ] {
        let walked = Walked::after(end);
        let span = walked.view("epsom_soak", 0.0).span;
        assert_eq!((span.opens, span.best), (at(opens), at(best)), "{end}");
        assert!(span.closes.seconds_since(span.opens) >= 3600.0, "{end}");
    }
}

#[test]
fn r8_evening_a_known_bedtime_goes_before_the_usual_one() {
    let mut walked = Walked::after("2026-11-24T09:00:00+01:00");
    for day in ["2026-11-22", "2026-11-23", "2026-11-24"] {
        let wake = at(&format!("{day}T05:00:00+01:00"));
        walked.put(Record::Night(Night {
            wake_at: Some(wake),
            asleep_min: Some(480.0),
            ..Night::new(Meta::manual(Id::fresh(wake.ms)), wake.civil_date())
        }));
    }
    let span = walked.view("epsom_soak", 0.0).span;
    assert_eq!(
        span.best,
        at("2026-11-24T19:30:00+01:00"),
        "in bed at 21:00 for eight hours"
    );
    assert_eq!(walked.view("sleep", 0.0).span.best, at("2026-11-24T21:00:00+01:00"));
}

#[test]
fn r11_evening_unwinding_opens_in_the_evening() {
    let walked = Walked::after("2026-11-24T09:00:00+01:00");
    let span = walked.view("mindfulness", 0.0).span;
    assert_eq!(span.opens, at("2026-11-24T18:00:00+01:00"));
    assert_eq!(span.best, at("2026-11-24T21:30:00+01:00"));
}

#[test]
fn r12_any_company_is_open_from_the_end_of_the_run_to_the_next_day() {
    let walked = Walked::after("2026-11-24T09:00:00+01:00");
    assert_eq!(walked.state("social", 0.0), StepState::Ready);
    assert!(!walked.view("social", 23.9 * 60.0).late);
}

#[test]
fn tomorrow_is_the_next_day_whenever_the_run_ended() {
    for end in ["2026-11-24T09:00:00+01:00", "2026-11-25T00:30:00+01:00"] {
        let opens = Walked::after(end).view("active_recovery", 0.0).span.opens;
        assert_eq!(opens, at("2026-11-25T07:00:00+01:00"), "{end}");
    }
}

#[test]
fn r0_order_first_cool_down_then_drink_then_stretch_then_roll() {
    let ids: Vec<_> = after_run().steps.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "cool_down",
            "hydration",
            "snack",
            "stretching",
            "foam_rolling",
            "ice_bath",
            "compression",
            "supplements",
            "social",
            "epsom_soak",
            "mindfulness",
            "sleep",
            "active_recovery"
        ]
    );
}

#[test]
fn r0_order_next_is_what_is_under_way_then_on_time_then_late_then_waiting() {
    let mut walked = Walked::kind(Some(RunKind::Long));
    let next = |walked: &Walked, minutes| {
        let walk = walked.walk(minutes);
        walk.next.map(|i| walk.steps[i].step.id.clone()).unwrap_or_default()
    };
    assert_eq!(next(&walked, 1.0), "cool_down");
    walked.act("compression", &StepAct::Start, 1.0);
    assert_eq!(next(&walked, 2.0), "cool_down", "compression is worn beside the others");
    walked.act("hydration", &done(None), 3.0);
    assert_eq!(next(&walked, 35.0), "snack", "a late step comes after those on time");
    for step in ["snack", "stretching", "supplements", "social", "mindfulness"] {
        walked.act(step, &StepAct::Skip(String::new()), 40.0);
    }
    assert_eq!(next(&walked, 41.0), "cool_down");
    walked.act("cool_down", &done(None), 41.0);
    assert_eq!(next(&walked, 42.0), "foam_rolling");
    for step in ["foam_rolling", "epsom_soak", "sleep", "active_recovery"] {
        walked.act(step, &StepAct::Skip(String::new()), 43.0);
    }
    assert_eq!(next(&walked, 44.0), "compression");
    walked.act("compression", &done(None), 130.0);
    walked.act("ice_bath", &StepAct::Skip(String::new()), 131.0);
    assert_eq!(walked.walk(132.0).next, None);
    assert!(walked.walk(132.0).is_over());
}

#[test]
fn r0_four_no_more_than_four_steps_are_asked_for_at_once() {
    for kind in [
        None,
        Some(RunKind::Easy),
        Some(RunKind::Workout),
        Some(RunKind::Long),
        Some(RunKind::Race),
    ] {
        let walked = Walked::kind(kind);
        for minutes in [0.0, 15.0, 60.0, 180.0, 600.0] {
            let walk = walked.walk(minutes);
            let at_hand = walk.at_hand();
            assert!(at_hand.len() <= 4, "{kind:?} {minutes}");
            assert!(at_hand.iter().all(|n| walk.steps[*n].is_wanted()), "{kind:?} {minutes}");
        }
    }
}

#[test]
fn what_is_long_past_is_not_called_to_mind_any_more() {
    let walked = Walked::after("2026-11-24T09:00:00+01:00");
    let walk = walked.walk(29.0 * 60.0);
    let next = &walk.steps[walk.next.unwrap()].step.id;
    assert_eq!(next, "active_recovery");
    assert!(walk.step("cool_down").unwrap().is_past(walk.facts.now));
}

#[test]
fn a_checklist_outlives_its_run() {
    let mut walked = Walked::after("2026-11-24T09:00:00+01:00");
    let mut run = walked.journal.activities[0].clone();
    run.meta.deleted_at = Some(1);
    let run = Record::Activity(run);
    walked.journal.apply(Delta {
        rows: vec![(run.reference(), Some(run))],
    });
    assert_eq!(
        walked.walk(5.0).ended_at,
        walked.end,
        "the end of a run in the trash still counts"
    );
    walked.journal.trash.clear();
    assert_eq!(walked.walk(5.0).ended_at, walked.minute(1.0), "else its opening does");
    let closed = close(&walked.journal.checklists[0], walked.minute(9.0));
    walked.write(closed);
    assert_eq!(walked.journal.checklists[0].closed_at, Some(walked.minute(9.0)));
}

#[test]
fn what_is_recorded_elsewhere_is_not_asked_again() {
    let walked = Walked::after("2026-11-24T09:00:00+01:00");
    let walked = walked.did("foam_rolling", 1.5).took("magnesium", 2.0);
    assert_eq!(walked.state("foam_rolling", 100.0), StepState::Done);
    assert_eq!(walked.state("supplements", 130.0), StepState::Done);
    assert_ne!(walked.state("foam_rolling", 80.0), StepState::Done, "it was not yet");
    let morning = at("2026-11-25T06:30:00+01:00");
    let night = Night {
        asleep_min: Some(430.0),
        ..Night::new(Meta::manual(Id::fresh(morning.ms)), morning.civil_date())
    };
    let walked = walked.with(Record::Night(night));
    assert_eq!(walked.state("sleep", 22.0 * 60.0), StepState::Done);
}

#[test]
fn what_is_noted_without_a_time_counts_when_it_was_noted_after_the_run() {
    for (noted, state) in [(1.5, StepState::Done), (-1.0, StepState::Ready)] {
        let walked = Walked::after("2026-11-24T09:00:00+01:00");
        let mut met = walked.practice("social", 0.0);
        met.when = When::On(walked.end.civil_date());
        met.meta.created_at = walked.hour(noted).ms;
        let mut walked = walked;
        walked.journal.practices = vec![met];
        assert_eq!(walked.state("social", 100.0), state, "{noted}");
    }
}

#[test]
fn a_second_run_has_its_own_checklist_and_its_own_practices() {
    let mut walked = Walked::after("2026-11-24T09:00:00+01:00");
    walked.act("cool_down", &done(Some(8.0)), 10.0);
    let second = run(at("2026-11-24T18:00:00+01:00"), 40.0, Some(RunKind::Workout));
    walked.put(Record::Activity(second.clone()));
    let id = Id::fresh(second.ended_at().ms);
    let opened = open(&walked.journal, &second, second.ended_at(), id);
    walked.write(opened);
    let walk = Walk::of(&walked.journal, id, second.ended_at().plus_seconds(60.0)).unwrap();
    assert_eq!(walk.step("cool_down").unwrap().state, StepState::Ready);
    assert_eq!(walked.state("cool_down", 560.0), StepState::Done);
}

#[test]
fn an_easy_ride_on_the_next_day_is_moving_on_a_rest_day() {
    let walked = Walked::after("2026-11-24T09:00:00+01:00").session(Sport::Ride, 25.0);
    assert_eq!(walked.state("active_recovery", 26.0 * 60.0), StepState::Done);
    let same_day = Walked::after("2026-11-24T09:00:00+01:00").session(Sport::Ride, 5.0);
    assert_ne!(same_day.state("active_recovery", 26.0 * 60.0), StepState::Done);
}

#[test]
fn what_comes_after_a_step_is_what_comes_forward_once_it_is_over() {
    let mut walked = Walked::after("2026-11-24T09:00:00+01:00");
    for step in ["cool_down", "hydration", "snack"] {
        let walk = walked.walk(1.0);
        let after = walk.steps[walk.next_after(step).unwrap()].step.id.clone();
        walked.act(step, &done(None), 1.0);
        let walk = walked.walk(1.0);
        assert_eq!(walk.steps[walk.next.unwrap()].step.id, after, "after {step}");
    }
}

#[test]
fn what_waits_is_told_in_the_order_it_opens() {
    let walked = Walked::after("2026-11-24T18:30:00+01:00");
    let walk = walked.walk(1.0);
    let opens: Vec<i64> = walk.opens_next().iter().map(|n| walk.steps[*n].span.opens.ms).collect();
    assert!(opens.len() > 2 && opens.is_sorted(), "{opens:?}");
    let first = &walk.steps[walk.opens_next()[0]];
    assert!(matches!(first.state, StepState::Waiting { .. }) && first.is_wanted());
}

#[test]
fn a_bout_is_done_from_half_of_its_seconds_on() {
    let mut walked = Walked::after("2026-11-24T09:00:00+01:00");
    walked.act("foam_rolling", &StepAct::Start, 60.0);
    // Five seconds to get ready, then a minute of rolling.
    let is_done = |seconds: f64| walked.view("foam_rolling", 60.0 + seconds / 60.0).is_bout_done(0);
    assert!(!is_done(34.0));
    assert!(is_done(35.0));
}
