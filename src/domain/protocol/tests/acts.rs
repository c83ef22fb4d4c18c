//! What is done with steps: timers, doses, skipping, taking back.

use serde_json::json;

use super::fixture::{Walked, done};
use super::*;
use crate::domain::Region::{Hamstrings, Quads};
use crate::domain::{Id, RunKind, Side};

fn progress(walked: &Walked, step: &str, minutes: f64) -> Progress {
    let state = walked.state(step, minutes);
    state.progress().unwrap_or_else(|| panic!("{step} is {state:?}"))
}

#[test]
fn a_timer_counts_what_passed_without_its_pauses_and_also_while_the_program_was_closed() {
    let mut walked = Walked::after("2026-11-24T09:00:00+01:00");
    walked.act("cool_down", &StepAct::Start, 2.0);
    // Five seconds to get ready, and ten minutes after a workout.
    let it = progress(&walked, "cool_down", 4.0);
    assert_eq!((it.left_s, it.elapsed_s), (485.0, 120.0));
    walked.act("cool_down", &StepAct::Pause, 4.0);
    assert_eq!(progress(&walked, "cool_down", 100.0).left_s, 485.0);
    assert!(matches!(walked.state("cool_down", 100.0), StepState::Paused(_)));
    walked.act("cool_down", &StepAct::Start, 10.0);
    walked.act("cool_down", &StepAct::Extend(30), 10.0);
    walked.act("cool_down", &StepAct::Extend(30), 10.0);
    assert_eq!(progress(&walked, "cool_down", 11.0).left_s, 485.0);
    let late = progress(&walked, "cool_down", 60.0);
    assert!(late.is_over());
    assert_eq!(late.elapsed_s, 3120.0);
    assert_eq!(walked.walk(11.0).next, Some(0));
}

#[test]
fn a_clock_set_back_makes_no_time_negative() {
    let mut walked = Walked::after("2026-11-24T09:00:00+01:00");
    walked.act("cool_down", &StepAct::Start, 10.0);
    let it = progress(&walked, "cool_down", 5.0);
    assert_eq!((it.left_s, it.elapsed_s), (605.0, 0.0));
    walked.act("cool_down", &StepAct::Pause, 5.0);
    walked.act("cool_down", &StepAct::Start, 3.0);
    assert_eq!(walked.row("cool_down").paused_s, 0.0);
    walked.act("cool_down", &done(None), 4.0);
    assert_eq!(walked.practices()[0].minutes, Some(0.0));
}

#[test]
fn muscles_follow_each_other_side_by_side_with_five_seconds_to_get_ready() {
    let mut walked = Walked::after("2026-11-24T09:00:00+01:00");
    walked.act("stretching", &StepAct::Start, 15.0);
    let bout = |seconds: f64| {
        let view = walked.view("stretching", 15.0 + seconds / 60.0);
        let it = view.state.progress().unwrap();
        let bout = view.bout().unwrap().clone();
        (bout.region.unwrap(), bout.side.unwrap(), it.getting_ready)
    };
    assert_eq!(bout(0.0), (Quads, Side::Left, true));
    assert_eq!(bout(5.0), (Quads, Side::Left, false));
    assert_eq!(bout(36.0), (Quads, Side::Right, true));
    assert_eq!(bout(71.0), (Quads, Side::Left, true), "the second time");
    assert_eq!(bout(141.0), (Hamstrings, Side::Left, true));
}

#[test]
fn a_jump_goes_to_any_muscle_and_back_also_from_a_standing_start() {
    let mut walked = Walked::after("2026-11-24T09:00:00+01:00");
    walked.act("stretching", &StepAct::Jump(4), 15.0);
    assert_eq!(progress(&walked, "stretching", 15.0).bout, 4);
    walked.act("stretching", &StepAct::Jump(3), 16.0);
    let it = progress(&walked, "stretching", 16.0);
    assert_eq!((it.bout, it.getting_ready), (3, true));
    assert_eq!(walked.try_act("stretching", &StepAct::Jump(16), 16.5), None);
}

#[test]
fn what_a_timer_runs_through_stays_as_it_was_begun() {
    let mut walked = Walked::after("2026-11-24T09:00:00+01:00");
    walked.act("stretching", &StepAct::Start, 15.0);
    let before = walked.view("stretching", 16.0).bouts;
    let walked = walked.sore(crate::domain::Region::Quads, Side::Both, 9.0, 0.26);
    let view = walked.view("stretching", 16.0);
    assert_eq!(view.bouts, before);
    assert!(
        matches!(view.state, StepState::Running(_)),
        "begun before the red flag, it goes on"
    );
}

#[test]
fn r0_record_a_step_that_is_done_becomes_a_practice_of_that_run() {
    let mut walked = Walked::after("2026-11-24T09:00:00+01:00");
    walked.act("ice_bath", &StepAct::Start, 20.0);
    let dose = Dose {
        temperature_c: Some(15.0),
        detail: json!({"mode": "bath", "depth": "waist"}).as_object().unwrap().clone(),
        ..Dose::default()
    };
    walked.act("ice_bath", &StepAct::Done(dose), 26.5);
    let practice = &walked.practices()[0];
    assert_eq!(practice.habit.as_str(), "ice_bath");
    // Five of the six and a half minutes were planned, the rest ran over; five seconds were getting ready.
    assert_eq!(
        (practice.answer, practice.minutes, practice.temperature_c),
        (Answer::Yes, Some(6.4), Some(15.0))
    );
    assert_eq!(practice.when, When::At(walked.minute(20.0)));
    assert_eq!(practice.run_id, Some(walked.journal.activities[0].meta.id));
    let detail = practice.meta.detail.as_ref().unwrap();
    assert_eq!((&detail["mode"], &detail["depth"]), (&json!("bath"), &json!("waist")));
    assert_eq!(walked.row("ice_bath").minutes, Some(6.4));
    assert_eq!(walked.state("ice_bath", 30.0), StepState::Done);
    assert_eq!(walked.walk(30.0).done, 1);
}

#[test]
fn r0_record_only_what_is_asked_about_a_step_is_kept_of_a_dose() {
    let mut walked = Walked::after("2026-11-24T09:00:00+01:00");
    let dose = Dose {
        detail: json!({"carbs_g": 60.0, "garment": "socks"})
            .as_object()
            .unwrap()
            .clone(),
        ..Dose::default()
    };
    walked.act("snack", &StepAct::Done(dose), 20.0);
    let detail = walked.practices()[0].meta.detail.clone().unwrap();
    assert_eq!(detail, json!({"carbs_g": 60.0}));
}

#[test]
fn r0_record_the_timer_says_which_muscles_were_done() {
    let mut walked = Walked::after("2026-11-24T09:00:00+01:00");
    walked.act("foam_rolling", &StepAct::Start, 60.0);
    // Both calves (130 s) and the left thigh (65 s).
    let seconds = 130.0 + 65.0;
    walked.act("foam_rolling", &done(None), 60.0 + seconds / 60.0);
    let practice = &walked.practices()[0];
    let detail = practice.meta.detail.as_ref().unwrap();
    assert_eq!(detail["muscles"], json!(["calf", "quads"]));
    assert_eq!(practice.minutes, Some(3.0), "without getting ready");
}

#[test]
fn r0_record_something_done_earlier_is_recorded_at_its_time() {
    let mut walked = Walked::after("2026-11-24T09:00:00+01:00");
    let at = walked.minute(70.0);
    let dose = Dose {
        minutes: Some(8.0),
        ..Dose::default()
    };
    walked.act("foam_rolling", &StepAct::DoneAt { at, dose }, 300.0);
    assert_eq!(walked.practices()[0].when, When::At(at));
    assert_eq!(walked.row("foam_rolling").ended_at, Some(at));
    assert_eq!(walked.state("foam_rolling", 300.0), StepState::Done);
}

#[test]
fn r0_answer_less_than_counts_is_done_in_part_and_a_forgotten_timer_says_nothing() {
    let mut walked = Walked::after("2026-11-24T09:00:00+01:00");
    walked.act("foam_rolling", &done(Some(2.5)), 60.0);
    assert_eq!(walked.row("foam_rolling").outcome, Some(Outcome::Partly));
    walked.act("foam_rolling", &done(Some(3.0)), 61.0);
    assert_eq!(walked.row("foam_rolling").outcome, Some(Outcome::Done));
    assert_eq!(
        walked.practices().len(),
        1,
        "done again, the same practice is written over"
    );

    walked.act("stretching", &StepAct::Start, 10.0);
    walked.act("stretching", &done(None), 3000.0);
    assert_eq!(walked.row("stretching").minutes, None);
}

#[test]
fn r0_answer_two_of_four_muscles_are_a_stretch() {
    for (muscles, outcome) in [
        (json!(["quads"]), Outcome::Partly),
        (json!(["quads", "calf"]), Outcome::Done),
    ] {
        let mut walked = Walked::after("2026-11-24T09:00:00+01:00");
        let dose = Dose {
            detail: json!({ "muscles": muscles }).as_object().unwrap().clone(),
            ..Dose::default()
        };
        walked.act("stretching", &StepAct::Done(dose), 20.0);
        assert_eq!(walked.row("stretching").outcome, Some(outcome));
    }
}

#[test]
fn r0_answer_skipping_writes_no_and_an_untouched_step_nothing() {
    let mut walked = Walked::kind(Some(RunKind::Long));
    walked.act("compression", &StepAct::Skip(" no socks ".into()), 5.0);
    assert_eq!(walked.row("compression").reason, "no socks");
    walked.act("supplements", &StepAct::Skip(String::new()), 5.0);
    walked.act("sleep", &done(None), 900.0);
    let answers: Vec<_> = walked
        .practices()
        .iter()
        .map(|it| (it.habit.to_string(), it.answer))
        .collect();
    assert_eq!(answers, [("compression".to_owned(), Answer::No)]);
    assert_eq!(walked.walk(900.0).done, 1, "a skipped step is over and not done");
}

#[test]
fn r0_answer_a_closed_step_answers_nothing() {
    use crate::domain::health::Concern;
    let walked = Walked::kind(Some(RunKind::Long)).health(&[Concern::Heart]);
    for wish in [
        StepAct::Start,
        StepAct::StartAnyway,
        done(Some(5.0)),
        StepAct::Skip(String::new()),
    ] {
        assert_eq!(walked.try_act("ice_bath", &wish, 30.0), None, "{wish:?}");
    }
    let easy = Walked::kind(Some(RunKind::Easy));
    let skip = StepAct::Skip(String::new());
    assert_eq!(easy.try_act("ice_bath", &skip, 30.0), None, "not for this run");
}

#[test]
fn a_step_that_waits_is_begun_only_when_the_runner_says_so() {
    let mut walked = Walked::after("2026-11-24T09:00:00+01:00");
    assert_eq!(walked.try_act("foam_rolling", &StepAct::Start, 30.0), None);
    assert_eq!(walked.try_act("foam_rolling", &StepAct::Jump(1), 30.0), None);
    walked.act("foam_rolling", &StepAct::StartAnyway, 30.0);
    assert!(matches!(walked.state("foam_rolling", 31.0), StepState::Running(_)));
    let detail = walked.row("foam_rolling").meta.detail.as_ref().unwrap();
    assert_eq!(detail["anyway"], json!(true));
}

#[test]
fn reopening_takes_the_practice_back_and_holds_the_timer_where_it_was() {
    let mut walked = Walked::after("2026-11-24T09:00:00+01:00");
    walked.act("mindfulness", &StepAct::Start, 600.0);
    walked.act("mindfulness", &StepAct::Extend(60), 600.0);
    walked.act("mindfulness", &done(None), 605.0);
    assert_eq!(walked.practices().len(), 1);
    walked.act("mindfulness", &StepAct::Reopen, 640.0);
    assert_eq!(walked.practices(), []);
    assert_eq!(walked.journal.trash.len(), 1);
    let it = progress(&walked, "mindfulness", 640.0);
    assert_eq!((it.left_s, it.elapsed_s), (365.0, 300.0));
    walked.act("mindfulness", &StepAct::Start, 640.0);
    walked.act("mindfulness", &done(None), 643.0);
    assert_eq!(walked.practices()[0].minutes, Some(7.9));
}

#[test]
fn what_cannot_be_done_writes_nothing() {
    let mut walked = Walked::after("2026-11-24T09:00:00+01:00");
    let none = |walked: &Walked, step, wish: &StepAct| assert_eq!(walked.try_act(step, wish, 2.0), None, "{wish:?}");
    none(&walked, "cool_down", &StepAct::Pause);
    none(&walked, "cool_down", &StepAct::Reopen);
    none(&walked, "cool_down", &StepAct::Extend(30));
    none(&walked, "snack", &StepAct::Start);
    none(&walked, "sauna", &StepAct::Start);
    walked.act("cool_down", &StepAct::Start, 1.0);
    none(&walked, "cool_down", &StepAct::Start);
    walked.act("cool_down", &done(None), 9.0);
    assert_eq!(walked.try_act("cool_down", &StepAct::Start, 10.0), None);
    let nobody = act(&walked.journal, Id::fresh(0), "cool_down", &StepAct::Start, walked.end);
    assert_eq!(nobody, None);
}

#[test]
fn a_step_of_an_older_program_keeps_its_time() {
    let mut walked = Walked::after("2026-11-24T09:00:00+01:00");
    walked.act("mindfulness", &StepAct::Start, 600.0);
    let mut row = walked.row("mindfulness").clone();
    row.meta.detail = Some(json!({"extended_s": 60}));
    walked.put(crate::domain::Record::ChecklistStep(row));
    assert_eq!(progress(&walked, "mindfulness", 601.0).left_s, 5.0 + 660.0 - 60.0);
}

#[test]
fn sensible_values_are_what_the_timer_saw_what_rules_propose_and_the_last_choice() {
    let mut walked = Walked::kind(Some(RunKind::Long));
    let dose = Dose {
        minutes: Some(120.0),
        detail: json!({"garment": "tights", "mmhg": 20.0}).as_object().unwrap().clone(),
        ..Dose::default()
    };
    walked.act("compression", &StepAct::Done(dose), 130.0);
    let next = super::fixture::run(walked.hour(24.0), 100.0, None);
    walked.put(crate::domain::Record::Activity(next.clone()));
    let id = Id::fresh(next.ended_at().ms);
    let opened = open(&walked.journal, &next, next.ended_at(), id);
    walked.write(opened);
    let now = next.ended_at().plus_seconds(900.0);
    let walk = Walk::of(&walked.journal, id, now).unwrap();
    let of = |step: &str| suggested(walk.step(step).unwrap(), &walked.journal, now);
    assert_eq!(
        of("compression").detail,
        *json!({"garment": "tights"}).as_object().unwrap()
    );
    assert_eq!(of("ice_bath").temperature_c, Some(19.0));
    assert_eq!(of("hydration"), Dose::default(), "nobody knows how much was drunk");
}

#[test]
fn whether_the_next_run_is_soon_is_kept_with_the_checklist() {
    let mut walked = Walked::kind(Some(RunKind::Easy));
    let batch = plan_next_run(&walked.journal.checklists[0], true);
    walked.write(batch);
    assert!(runs_again_soon(&walked.journal.checklists[0]));
}
