//! The built-in protocol as a routine changes it.
//!
//! A checklist that is begun with a changed routine keeps that routine's steps in its detail, and is walked
//! with them for good: what is changed in Settings later, or in a newer version, leaves it as it was. One
//! that was begun with the built-in steps keeps nothing.

use std::borrow::Cow;

use jiff::civil::{Time, time};
use serde::Deserialize as _;

use super::{Anchor, Evidence, Field, FieldKind, Part, Phase, Protocol, Records, Step, Timer, Window, after_run};
use crate::domain::routine::{self, OwnStep, Routine, RoutineStep};
use crate::domain::{Checklist, Journal, Meta};

/// The key of a routine's steps in the detail of a checklist.
const ROUTINE: &str = "routine";

/// The icon of the runner's own steps.
const OWN_ICON: &str = "leaf";

/// `protocol` with the steps of a routine: in their order, without those that are off, with their lengths,
/// and with the runner's own. Nothing is added that the routine does not name.
pub fn resolve(protocol: &Protocol, steps: &[RoutineStep]) -> Protocol {
    let on = steps.iter().filter(|it| it.on);
    Protocol {
        steps: on.filter_map(|it| step_of(protocol, it)).collect(),
        ..protocol.clone()
    }
}

impl Protocol {
    /// What `checklist` walks through; `None` where this version does not know its protocol.
    pub fn of(checklist: &Checklist) -> Option<Cow<'static, Self>> {
        let protocol = Self::by_id(&checklist.protocol)?;
        Some(match kept(checklist) {
            Some(steps) => Cow::Owned(resolve(protocol, &steps)),
            None => Cow::Borrowed(protocol),
        })
    }
}

/// The steps of the routine that `checklist` was begun with, where they were not the built-in ones.
pub fn kept(checklist: &Checklist) -> Option<Vec<RoutineStep>> {
    let kept = checklist.meta.detail.as_ref()?.get(ROUTINE)?;
    Vec::deserialize(kept).ok()
}

/// Keeps the steps of the routine for a run of the class called `class` in the bookkeeping of a checklist
/// that begins, where they are not the built-in ones.
pub(super) fn keep(meta: &mut Meta, journal: &Journal, class: &str) {
    let Some(routine) = Routine::for_run(journal, class) else {
        return;
    };
    let steps = routine::normalised(&routine.steps, after_run());
    if steps != routine::builtin_steps(after_run()) {
        let steps = serde_json::to_value(steps).expect("steps are texts, flags and finite numbers");
        meta.note(ROUTINE, steps);
    }
}

fn step_of(protocol: &Protocol, it: &RoutineStep) -> Option<Step> {
    match &it.own {
        Some(own) => Some(own_step(&it.id, own, it.minutes)),
        None => protocol.step(&it.id).map(|step| lasting(step, it.minutes)),
    }
}

/// A built-in step with another length; its muscles share it as before.
fn lasting(step: &Step, minutes: Option<f64>) -> Step {
    let mut step = step.clone();
    if let Some((timer, minutes)) = step.timer.as_mut().zip(minutes) {
        let before = timer.suggested;
        set_length(timer, minutes);
        step.chosen = true;
        for part in &mut step.parts {
            *part = scaled(*part, minutes / before);
        }
    }
    step
}

fn set_length(timer: &mut Timer, minutes: f64) {
    timer.suggested = minutes;
    timer.min = timer.min.min(minutes);
    timer.max = timer.max.max(minutes);
    timer.counts = timer.counts.min(minutes);
}

fn scaled(part: Part, by: f64) -> Part {
    let seconds = (f64::from(part.seconds) * by).round().clamp(1.0, f64::from(u16::MAX));
    Part {
        seconds: seconds as u16,
        ..part
    }
}

fn own_step(id: &str, own: &OwnStep, minutes: Option<f64>) -> Step {
    Step {
        id: id.to_owned(),
        tip: 0,
        phase: own.phase,
        icon: OWN_ICON.to_owned(),
        window: own_window(own),
        timer: minutes.map(|it| Timer {
            min: it,
            max: it,
            suggested: it,
            counts: it / 2.0,
        }),
        beside: false,
        records: Records::Habit(own.habit.clone()),
        fields: minutes.map(|_| minutes_field()).into_iter().collect(),
        parts: Vec::new(),
        stages: Vec::new(),
        evidence: Evidence::None,
        sources: Vec::new(),
        chosen: minutes.is_some(),
        own: Some(own.clone()),
    }
}

fn minutes_field() -> Field {
    Field {
        id: "minutes".to_owned(),
        kind: FieldKind::Minutes,
        more: false,
    }
}

/// When the evening of a step of the runner's own begins.
pub const EVENING: Time = time(18, 0, 0, 0);
/// And the morning of the next day.
pub const MORNING: Time = time(7, 0, 0, 0);

fn own_window(own: &OwnStep) -> Window {
    let (clock, days, open_for) = match own.phase {
        Phase::Now => (None, 0, 60),
        Phase::Hour => (None, 0, 120),
        Phase::Later => (None, 0, 720),
        Phase::Tonight => (Some(EVENING), 0, 360),
        Phase::Tomorrow => (Some(MORNING), 1, 900),
    };
    Window {
        from: clock.map_or(Anchor::End, |_| Anchor::Clock),
        clock,
        days,
        opens: own.opens_min,
        best: own.opens_min,
        closes: own.opens_min.saturating_add(open_for),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::protocol::{Dose, StepAct, StepState, Walk, act, open};
    use crate::domain::routine::{RoutineFor, builtin_steps};
    use crate::domain::{Activity, Change, Delta, Id, Record, RunKind, Settings, Slug, Sport, Stamp};

    fn sauna() -> OwnStep {
        OwnStep {
            name: "Sauna".to_owned(),
            how: "Two rounds".to_owned(),
            habit: Slug::of("sauna"),
            phase: Phase::Tonight,
            opens_min: 30,
        }
    }

    fn at(text: &str) -> Stamp {
        Stamp::parse_rfc3339(text).unwrap()
    }

    /// Stretching first and for twelve minutes, no ice bath, a sauna at the end.
    fn changed() -> Vec<RoutineStep> {
        let mut steps = builtin_steps(after_run());
        steps.retain(|it| it.id != "stretching");
        steps.insert(
            0,
            RoutineStep {
                minutes: Some(12.0),
                ..RoutineStep::builtin("stretching")
            },
        );
        steps
            .iter_mut()
            .filter(|it| it.id == "ice_bath")
            .for_each(|it| it.on = false);
        let own = RoutineStep::own(sauna(), Some(20.0), &steps);
        steps.push(own);
        steps
    }

    fn ids(protocol: &Protocol) -> Vec<&str> {
        protocol.steps.iter().map(|it| it.id.as_str()).collect()
    }

    /// A journal with a run of `kind` and these routines.
    fn journal(kind: Option<RunKind>, routines: &[(RoutineFor, Vec<RoutineStep>)]) -> (Journal, Activity) {
        let run = Activity {
            elapsed_s: Some(3600.0),
            kind,
            ..Activity::new(Meta::manual(Id::fresh(1)), Sport::Run, at("2026-11-24T15:00:00+01:00"))
        };
        let routines = routines.iter().map(|(runs, steps)| {
            Record::Routine(Routine {
                meta: Meta::manual(runs.slug()),
                steps: steps.clone(),
            })
        });
        let records = routines.chain([Record::Activity(run.clone())]);
        (Journal::of(records, Settings::for_zone("Europe/Oslo")), run)
    }

    fn write(journal: &mut Journal, batch: crate::domain::Batch) {
        let rows = batch.changes.into_iter().map(|it| match it {
            Change::Put(record) => (record.reference(), Some(*record)),
            other => panic!("only writes: {other:?}"),
        });
        journal.apply(Delta { rows: rows.collect() });
    }

    fn begun(journal: &mut Journal, run: &Activity) -> Id {
        let id = Id::fresh(2);
        let batch = open(journal, run, at("2026-11-24T16:01:00+01:00"), id);
        write(journal, batch);
        id
    }

    #[test]
    fn the_built_in_routine_changes_nothing() {
        assert_eq!(resolve(after_run(), &builtin_steps(after_run())), *after_run());
    }

    #[test]
    fn steps_stand_in_the_order_of_the_routine_and_those_that_are_off_are_left_out() {
        let resolved = resolve(after_run(), &changed());
        let all = ids(&resolved);
        assert_eq!(all[..3], ["stretching", "cool_down", "hydration"]);
        assert!(!all.contains(&"ice_bath"));
        assert_eq!(all.last(), Some(&"own_sauna"));
        assert_eq!(all.len(), after_run().steps.len());
        assert_eq!((&resolved.id, resolved.version), (&after_run().id, after_run().version));
    }

    #[test]
    fn a_longer_step_is_shared_by_its_muscles_as_before() {
        let resolved = resolve(after_run(), &changed());
        let step = resolved.step("stretching").unwrap();
        assert_eq!(step.timer.unwrap().suggested, 12.0);
        let seconds: Vec<_> = step.parts.iter().map(|it| it.seconds).collect();
        assert_eq!(seconds, [45; 4]);
    }

    #[test]
    fn a_length_outside_of_the_dose_widens_it() {
        let timer = |minutes| {
            let step = RoutineStep {
                minutes: Some(minutes),
                ..RoutineStep::builtin("cool_down")
            };
            resolve(after_run(), &[step]).steps[0].timer.unwrap()
        };
        let (short, long) = (timer(2.0), timer(15.0));
        assert_eq!(
            (short.counts, short.min, short.suggested, short.max),
            (2.0, 2.0, 2.0, 10.0)
        );
        assert_eq!(
            (long.counts, long.min, long.suggested, long.max),
            (3.0, 5.0, 15.0, 15.0)
        );
    }

    #[test]
    fn an_own_step_says_what_the_runner_said_of_it() {
        let resolved = resolve(after_run(), &changed());
        let step = resolved.step("own_sauna").unwrap();
        assert_eq!((step.name(), step.how()), ("Sauna".to_owned(), "Two rounds".to_owned()));
        assert_eq!(step.dose(), "20 min");
        for words in [step.why(), step.caution(), step.finding()] {
            assert!(!words.is_empty() && !words.contains("own_sauna"), "{words}");
        }
        assert_eq!(step.habit(), Some(&Slug::of("sauna")));
        assert_eq!((step.evidence, step.sources.len()), (Evidence::None, 0));
    }

    #[test]
    fn a_class_of_runs_is_walked_with_its_own_routine() {
        let every: Vec<_> = [RoutineStep::builtin("sleep")].into();
        let routines = [(RoutineFor::EveryRun, every), (RoutineFor::Long, changed())];
        for (kind, first) in [(Some(RunKind::Long), "stretching"), (Some(RunKind::Easy), "cool_down")] {
            let (mut journal, run) = journal(kind, &routines);
            let id = begun(&mut journal, &run);
            let walk = Walk::of(&journal, id, at("2026-11-24T16:02:00+01:00")).unwrap();
            assert_eq!(walk.steps[0].step.id, first, "{kind:?}");
        }
    }

    #[test]
    fn a_checklist_that_was_begun_stays_as_it_was_when_the_routine_changes() {
        let (mut journal, run) = journal(None, &[(RoutineFor::EveryRun, changed())]);
        let id = begun(&mut journal, &run);
        journal.routines.clear();
        let now = at("2026-11-24T16:02:00+01:00");
        let walk = Walk::of(&journal, id, now).unwrap();
        assert!(walk.step("ice_bath").is_none());
        assert_eq!(
            walk.step("own_sauna").unwrap().state,
            StepState::Waiting {
                until: at("2026-11-24T18:30:00+01:00")
            }
        );

        let (mut journal, run) = self::journal(None, &[]);
        let id = begun(&mut journal, &run);
        assert_eq!(journal.checklists[0].meta.detail, None, "nothing to keep");
        let routine = Routine {
            steps: changed(),
            ..Routine::builtin(RoutineFor::EveryRun)
        };
        journal.routines.push(routine);
        assert!(Walk::of(&journal, id, now).unwrap().step("ice_bath").is_some());
    }

    #[test]
    fn a_routine_that_says_the_same_as_the_built_in_keeps_nothing_with_the_checklist() {
        let (mut journal, run) = journal(None, &[(RoutineFor::EveryRun, builtin_steps(after_run()))]);
        begun(&mut journal, &run);
        assert_eq!(journal.checklists[0].meta.detail, None);
    }

    #[test]
    fn an_own_step_that_is_done_is_a_practice_of_its_habit() {
        let (mut journal, run) = journal(None, &[(RoutineFor::EveryRun, changed())]);
        let id = begun(&mut journal, &run);
        let done = StepAct::Done(Dose {
            minutes: Some(14.0),
            ..Dose::default()
        });
        let now = at("2026-11-24T19:00:00+01:00");
        let batch = act(&journal, id, "own_sauna", &done, now).unwrap();
        assert_eq!(batch.label.words(), "Finish “Sauna”");
        write(&mut journal, batch);
        let practice = &journal.practices[0];
        assert_eq!((practice.habit.as_str(), practice.minutes), ("sauna", Some(14.0)));
        assert_eq!(journal.steps[0].step, "own_sauna");
        assert_eq!(
            act(&journal, id, "ice_bath", &done, now),
            None,
            "it is not in this checklist"
        );
    }
}
