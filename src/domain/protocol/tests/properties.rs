//! Walks by chance: any order of wishes, pauses, jumps of the clock, zones.

use proptest::prelude::*;

use super::fixture::{Walked, at, run};
use super::*;
use crate::domain::RunKind;

/// One wish at some minute after the run.
#[derive(Clone, Debug)]
struct Wish {
    step: usize,
    act: StepAct,
    minute: f64,
}

fn acts() -> impl Strategy<Value = StepAct> {
    prop_oneof![
        4 => Just(StepAct::Start),
        1 => Just(StepAct::StartAnyway),
        2 => Just(StepAct::Pause),
        2 => (0_usize..20).prop_map(StepAct::Jump),
        2 => Just(StepAct::Extend(30)),
        2 => Just(StepAct::Done(Dose::default())),
        1 => Just(StepAct::Skip(String::new())),
        1 => Just(StepAct::Reopen),
    ]
}

/// Wishes in any order of time: the clock may be set back between two of them.
fn wishes() -> impl Strategy<Value = Vec<Wish>> {
    let wish = (0..after_run().steps.len(), acts(), -30.0..1600.0);
    let wish = wish.prop_map(|(step, act, minute)| Wish { step, act, minute });
    prop::collection::vec(wish, 1..25)
}

fn kinds() -> impl Strategy<Value = Option<RunKind>> {
    prop_oneof![
        Just(None),
        Just(Some(RunKind::Easy)),
        Just(Some(RunKind::Workout)),
        Just(Some(RunKind::Long)),
        Just(Some(RunKind::Race)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn no_step_runs_before_its_time_unless_the_runner_says_so(kind in kinds(), wishes in wishes()) {
        let mut walked = Walked::kind(kind);
        for wish in wishes {
            let step = after_run().steps[wish.step].id.clone();
            let before = walked.state(&step, wish.minute);
            let Some(batch) = walked.try_act(&step, &wish.act, wish.minute) else { continue };
            walked.write(batch);
            let runs = walked.state(&step, wish.minute).is_under_way();
            if runs && !before.is_under_way() && !before.is_over() {
                let early = before != StepState::Ready;
                prop_assert!(!early || wish.act == StepAct::StartAnyway, "{step} was {before:?}");
                prop_assert!(!matches!(before, StepState::Blocked { .. }), "{step} is closed");
            }
        }
    }

    #[test]
    fn no_time_is_ever_negative(kind in kinds(), wishes in wishes(), looks in prop::collection::vec(-60.0..2000.0, 4)) {
        let mut walked = Walked::kind(kind);
        for wish in wishes {
            let step = after_run().steps[wish.step].id.clone();
            if let Some(batch) = walked.try_act(&step, &wish.act, wish.minute) {
                walked.write(batch);
            }
        }
        for minute in looks {
            for view in walked.walk(minute).steps {
                if let Some(it) = view.state.progress() {
                    let all = [it.left_s, it.bout_left_s, it.elapsed_s, it.over_s, it.length_s];
                    prop_assert!(all.iter().all(|it| *it >= 0.0), "{}: {it:?}", view.step.id);
                    prop_assert!(it.bout < view.bouts.len());
                }
            }
        }
        for practice in walked.practices() {
            prop_assert!(practice.minutes.is_none_or(|it| it >= 0.0));
        }
    }

    #[test]
    fn the_same_journal_says_the_same_whoever_looked_before(kind in kinds(), wishes in wishes(), minute in 0.0..1600.0) {
        // A restart is nothing but another look: reading the rows back from their text changes nothing.
        let mut walked = Walked::kind(kind);
        for wish in wishes {
            let step = after_run().steps[wish.step].id.clone();
            if let Some(batch) = walked.try_act(&step, &wish.act, wish.minute) {
                walked.write(batch);
            }
        }
        let states: Vec<_> = walked.walk(minute).steps.iter().map(|it| it.state).collect();
        let text = serde_json::to_string(&walked.journal.steps).unwrap();
        walked.journal.steps = serde_json::from_str(&text).unwrap();
        let again: Vec<_> = walked.walk(minute).steps.iter().map(|it| it.state).collect();
        prop_assert_eq!(states, again);
    }

    #[test]
    fn a_traveller_keeps_the_same_time_left(quarter in -48_i16..=56, minute in 0.0..20.0) {
        let mut walked = Walked::kind(None);
        walked.act("cool_down", &StepAct::Start, 0.0);
        let here = walked.state("cool_down", minute);
        let now = crate::domain::Stamp { offset_min: quarter * 15, ..walked.minute(minute) };
        let walk = Walk::of(&walked.journal, walked.checklist, now).unwrap();
        prop_assert_eq!(walk.step("cool_down").unwrap().state, here);
    }

    #[test]
    fn windows_open_in_order_whatever_the_hour_of_the_run(hour in 0..24, kind in kinds()) {
        let end = at("2026-11-24T00:00:00+01:00").plus_seconds(f64::from(hour) * 3600.0);
        let walked = Walked::of(&run(end, 60.0, kind));
        for view in walked.walk(0.0).steps {
            prop_assert!(view.span.opens.ms >= end.ms, "{}", view.step.id);
            prop_assert!(view.span.opens.ms <= view.span.best.ms && view.span.best.ms <= view.span.closes.ms, "{}", view.step.id);
        }
    }
}
