//! Steps that are recorded after the fact.

use super::*;

const DOSE: Dose = Dose {
    minutes: Some(10.0),
    amount: None,
    temperature_c: None,
};

#[test]
fn a_step_recorded_late_counts_at_the_time_it_was_done() {
    let mut walked = Walked::after("2026-11-24T17:00:00+01:00");
    let done = walked.minute(70.0);
    walked.act("foam_rolling", &StepAct::DoneAt { at: done, dose: DOSE }, 900.0);
    let walk = walked.walk(900.0);
    let view = walk.step("foam_rolling").unwrap();
    let row = view.row.unwrap();
    assert_eq!(view.state, StepState::Done);
    assert_eq!((row.started_at, row.ended_at), (Some(done), Some(done)));
    let practice = &walked.journal.practices[0];
    assert_eq!((practice.when, practice.minutes), (When::At(done), Some(10.0)));
}

#[test]
fn a_timer_that_was_left_alone_says_nothing_about_a_step_recorded_late() {
    let mut walked = Walked::after("2026-11-24T17:00:00+01:00");
    walked.act("stretching", &StepAct::Start, 10.0);
    walked.act("stretching", &StepAct::Pause, 12.0);
    let late = StepAct::DoneAt {
        at: walked.minute(20.0),
        dose: Dose::default(),
    };
    walked.act("stretching", &late, 900.0);
    let practice = &walked.journal.practices[0];
    assert_eq!((practice.when, practice.minutes), (When::At(walked.minute(20.0)), None));
    assert_eq!(
        walked.walk(901.0).step("stretching").unwrap().row.unwrap().paused_at,
        None
    );
}

#[test]
fn a_step_too_short_to_count_is_done_in_part_also_when_recorded_late() {
    let mut walked = Walked::after("2026-11-24T17:00:00+01:00");
    let short = Dose {
        minutes: Some(1.0),
        ..DOSE
    };
    let at = walked.minute(70.0);
    walked.act("foam_rolling", &StepAct::DoneAt { at, dose: short }, 900.0);
    assert_eq!(walked.state("foam_rolling", 900.0), StepState::Partly);
}
