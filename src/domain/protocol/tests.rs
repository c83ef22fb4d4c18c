//! The shipped protocol, its words, and walks through it.

use std::collections::BTreeSet;

use strum::VariantArray as _;

use super::*;
use crate::domain::habit::BUILTIN_HABITS;
use crate::domain::{
    Activity, Answer, Batch, Change, ChecklistStep, Delta, Id, Journal, Meta, Outcome, Practice, Record, RecordKind,
    Settings, Sport, When,
};
use crate::text;

/// What may only be said of the results of an experiment.
const FORBIDDEN: [&str; 10] = [
    "cause",
    "because of",
    "works",
    "improve",
    "reduces",
    "reduced",
    "effect",
    "impact",
    "proven",
    "significant",
];

fn at(text: &str) -> Stamp {
    Stamp::parse_rfc3339(text).unwrap()
}

/// A journal in which a run ended at `end`, and its checklist was opened a minute later.
struct Walked {
    journal: Journal,
    checklist: Id,
    end: Stamp,
}

impl Walked {
    fn after(end: &str) -> Self {
        let end = at(end);
        let run = Activity {
            elapsed_s: Some(3600.0),
            ..Activity::new(Meta::manual(Id::fresh(end.ms)), Sport::Run, end.plus_seconds(-3600.0))
        };
        let mut walked = Self {
            journal: Journal::of([Record::Activity(run.clone())], Settings::for_zone("Europe/Oslo")),
            checklist: Id::fresh(end.ms),
            end,
        };
        let opened = open(&walked.journal, &run, walked.minute(1.0), walked.checklist);
        walked.write(opened);
        walked
    }

    fn minute(&self, minutes: f64) -> Stamp {
        self.end.plus_seconds(minutes * 60.0)
    }

    fn walk(&self, minutes: f64) -> Walk<'_> {
        Walk::of(&self.journal, self.checklist, self.minute(minutes)).unwrap()
    }

    fn state(&self, step: &str, minutes: f64) -> StepState {
        self.walk(minutes).step(step).unwrap().state
    }

    fn try_act(&self, step: &str, wish: &StepAct, minutes: f64) -> Option<Batch> {
        act(&self.journal, self.checklist, step, wish, self.minute(minutes))
    }

    fn act(&mut self, step: &str, wish: &StepAct, minutes: f64) {
        let batch = self.try_act(step, wish, minutes).unwrap();
        assert!(
            text::message(&batch.label.id, &batch.label.args).is_some(),
            "{}",
            batch.label.id
        );
        self.write(batch);
    }

    /// What the store leaves behind of a batch.
    fn write(&mut self, batch: Batch) {
        for change in batch.changes {
            let (reference, record) = match change {
                Change::Put(record) => (record.reference(), *record),
                Change::Trash(reference) => {
                    assert_eq!(reference.kind, RecordKind::Practice);
                    let mut it = self
                        .practices()
                        .into_iter()
                        .find(|it| it.meta.id.to_string() == reference.id)
                        .unwrap();
                    it.meta.deleted_at = Some(1);
                    (reference, Record::Practice(it))
                }
                Change::Restore(_) => panic!("no act restores"),
            };
            self.journal.apply(Delta {
                rows: vec![(reference, Some(record))],
            });
        }
    }

    fn practices(&self) -> Vec<Practice> {
        self.journal.practices.clone()
    }

    fn row(&self, step: &str) -> &ChecklistStep {
        self.journal.steps.iter().find(|row| row.step == step).unwrap()
    }
}

fn done(minutes: Option<f64>) -> StepAct {
    StepAct::Done(Dose {
        minutes,
        ..Dose::default()
    })
}

#[test]
fn the_shipped_protocol_is_the_twelve_tips_in_thirteen_steps() {
    let protocol = after_run();
    assert_eq!(Protocol::by_id("after_run"), Some(protocol));
    assert_eq!(Protocol::by_id("another"), None);
    let tips: Vec<u8> = protocol.steps.iter().map(|step| step.tip).collect();
    assert_eq!(tips.len(), 13);
    assert_eq!(
        tips.iter().collect::<BTreeSet<_>>(),
        (1..=12).collect::<Vec<_>>().iter().collect()
    );
    assert!(
        protocol.steps.is_sorted_by_key(|step| step.phase),
        "phases follow each other"
    );
    let habits: BTreeSet<_> = protocol
        .steps
        .iter()
        .filter_map(|step| step.habit())
        .map(Slug::as_str)
        .collect();
    assert_eq!(habits, BUILTIN_HABITS.iter().map(|(id, ..)| *id).collect());
}

#[test]
fn every_step_is_in_order_with_itself() {
    for step in &after_run().steps {
        let window = step.window;
        assert!(
            window.opens <= window.best && window.best <= window.closes,
            "{}",
            step.id
        );
        if let Some(timer) = step.timer {
            assert!(
                timer.counts <= timer.min && timer.min <= timer.suggested && timer.suggested <= timer.max,
                "{}",
                step.id
            );
            assert!(step.asks(Asked::Minutes), "{}", step.id);
        }
        let parts: u32 = step.parts.iter().map(|part| u32::from(part.seconds)).sum();
        assert!(
            parts == 0 || parts == u32::from(step.timer.unwrap().suggested) * 60,
            "{}",
            step.id
        );
    }
}

#[test]
fn every_step_says_what_why_how_and_when_not_in_calm_words() {
    let mut texts = Vec::new();
    for step in &after_run().steps {
        for ending in ["", "-why", "-dose", "-how", "-caution", "-evidence"] {
            let id = format!("step-{}{ending}", step.id);
            texts.push(text::message(&id, &[]).unwrap_or_else(|| panic!("{id} is missing")));
        }
    }
    for ending in ["why", "dose-open", "caution", "evidence"] {
        let id = format!("step-own-{ending}");
        texts.push(text::message(&id, &[]).unwrap_or_else(|| panic!("{id} is missing")));
    }
    for &phase in Phase::VARIANTS {
        texts.push(text::message(&format!("phase-{}", <&str>::from(phase)), &[]).expect("every phase has its words"));
    }
    for &level in Evidence::VARIANTS {
        texts
            .push(text::message(&format!("evidence-{}", <&str>::from(level)), &[]).expect("every level has its words"));
    }
    for text in texts {
        let lower = text.to_lowercase();
        assert!(FORBIDDEN.iter().all(|word| !lower.contains(word)), "{text}");
    }
    let soak = after_run().step("epsom_soak").unwrap().why();
    assert!(soak.contains("warm water, not magnesium"));
    assert!(after_run().step("supplements").unwrap().dose().contains("no dose"));
}

#[test]
fn a_step_waits_opens_and_is_late_by_the_end_of_the_run() {
    let walked = Walked::after("2026-11-24T09:00:00+01:00");
    let until = walked.minute(45.0);
    assert_eq!(walked.state("foam_rolling", 44.9), StepState::Waiting { until });
    assert_eq!(walked.state("foam_rolling", 45.0), StepState::Ready);
    assert!(!walked.walk(30.0).step("cool_down").unwrap().late);
    let late = walked.walk(31.0);
    assert!(late.step("cool_down").unwrap().late);
    assert_eq!(
        late.step("cool_down").unwrap().state,
        StepState::Ready,
        "late is still possible"
    );
    assert_eq!(walked.walk(44.0).changes_at(walked.minute(44.0)), Some(until));
}

#[test]
fn evening_steps_keep_to_the_evening_and_tomorrow_to_tomorrow() {
    for (end, soak, easy) in [
        (
            "2026-11-24T09:00:00+01:00",
            "2026-11-24T19:30:00+01:00",
            "2026-11-25T07:00:00+01:00",
        ),
        (
            "2026-11-24T20:15:00+01:00",
            "2026-11-24T20:45:00+01:00",
            "2026-11-25T07:00:00+01:00",
        ),
        (
            "2026-11-25T00:30:00+01:00",
            "2026-11-25T01:00:00+01:00",
            "2026-11-25T07:00:00+01:00",
        ),
    ] {
        let walked = Walked::after(end);
        let walk = walked.walk(0.0);
        assert_eq!(walk.step("epsom_soak").unwrap().span.opens, at(soak), "{end}");
        assert_eq!(walk.step("active_recovery").unwrap().span.opens, at(easy), "{end}");
    }
}

#[test]
fn a_timer_counts_what_passed_without_its_pauses_and_also_while_the_program_was_closed() {
    let mut walked = Walked::after("2026-11-24T09:00:00+01:00");
    walked.act("cool_down", &StepAct::Start, 2.0);
    let running = |left_s, elapsed_s| StepState::Running { left_s, elapsed_s };
    assert_eq!(walked.state("cool_down", 4.0), running(360.0, 120.0));
    walked.act("cool_down", &StepAct::Pause, 4.0);
    let paused = StepState::Paused {
        left_s: 360.0,
        elapsed_s: 120.0,
    };
    assert_eq!(walked.state("cool_down", 100.0), paused);
    walked.act("cool_down", &StepAct::Start, 10.0);
    walked.act("cool_down", &StepAct::Extend(30), 10.0);
    walked.act("cool_down", &StepAct::Extend(30), 10.0);
    assert_eq!(walked.state("cool_down", 11.0), running(360.0, 180.0));
    assert_eq!(walked.walk(11.0).step("cool_down").unwrap().length_s, Some(540.0));
    assert_eq!(walked.state("cool_down", 60.0), running(0.0, 3120.0));
    assert_eq!(walked.walk(11.0).next, Some(0));
}

#[test]
fn a_clock_set_back_makes_no_time_negative() {
    let mut walked = Walked::after("2026-11-24T09:00:00+01:00");
    walked.act("cool_down", &StepAct::Start, 10.0);
    assert_eq!(
        walked.state("cool_down", 5.0),
        StepState::Running {
            left_s: 480.0,
            elapsed_s: 0.0
        }
    );
    walked.act("cool_down", &StepAct::Pause, 5.0);
    walked.act("cool_down", &StepAct::Start, 3.0);
    assert_eq!(walked.row("cool_down").paused_s, 0.0);
    walked.act("cool_down", &done(None), 4.0);
    assert_eq!(walked.practices()[0].minutes, Some(0.0));
}

#[test]
fn a_step_that_is_done_becomes_a_practice_of_that_run() {
    let mut walked = Walked::after("2026-11-24T09:00:00+01:00");
    walked.act("ice_bath", &StepAct::Start, 20.0);
    let dose = Dose {
        temperature_c: Some(15.0),
        ..Dose::default()
    };
    walked.act("ice_bath", &StepAct::Done(dose), 26.5);
    let practice = &walked.practices()[0];
    assert_eq!(practice.habit.as_str(), "ice_bath");
    assert_eq!(
        (practice.answer, practice.minutes, practice.temperature_c),
        (Answer::Yes, Some(6.5), Some(15.0))
    );
    assert_eq!(practice.when, When::At(walked.minute(20.0)));
    assert_eq!(practice.run_id, Some(walked.journal.activities[0].meta.id));
    assert_eq!(walked.row("ice_bath").minutes, Some(6.5));
    assert_eq!(walked.state("ice_bath", 30.0), StepState::Done);
    assert_eq!(walked.walk(30.0).done, 1);
}

#[test]
fn less_than_counts_is_done_in_part_and_a_forgotten_timer_says_nothing() {
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
    assert_eq!(walked.state("stretching", 3000.0), StepState::Done);
}

#[test]
fn skipping_writes_no_and_an_untouched_step_nothing() {
    let mut walked = Walked::after("2026-11-24T09:00:00+01:00");
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
fn reopening_takes_the_practice_back_and_holds_the_timer_where_it_was() {
    let mut walked = Walked::after("2026-11-24T09:00:00+01:00");
    walked.act("stretching", &StepAct::Start, 10.0);
    walked.act("stretching", &StepAct::Extend(60), 10.0);
    walked.act("stretching", &done(None), 15.0);
    assert_eq!(walked.practices().len(), 1);
    walked.act("stretching", &StepAct::Reopen, 40.0);
    assert_eq!(walked.practices(), []);
    assert_eq!(walked.journal.trash.len(), 1);
    let paused = StepState::Paused {
        left_s: 240.0,
        elapsed_s: 300.0,
    };
    assert_eq!(walked.state("stretching", 40.0), paused);
    walked.act("stretching", &StepAct::Start, 40.0);
    walked.act("stretching", &done(None), 43.0);
    assert_eq!(walked.practices()[0].minutes, Some(8.0));
}

#[test]
fn what_cannot_be_done_writes_nothing() {
    let mut walked = Walked::after("2026-11-24T09:00:00+01:00");
    assert_eq!(walked.try_act("cool_down", &StepAct::Pause, 1.0), None);
    assert_eq!(walked.try_act("cool_down", &StepAct::Reopen, 1.0), None);
    assert_eq!(walked.try_act("snack", &StepAct::Start, 1.0), None, "it has no timer");
    assert_eq!(walked.try_act("sauna", &StepAct::Start, 1.0), None, "no such step");
    walked.act("cool_down", &StepAct::Start, 1.0);
    assert_eq!(walked.try_act("cool_down", &StepAct::Start, 2.0), None);
    walked.act("cool_down", &done(None), 9.0);
    assert_eq!(walked.try_act("cool_down", &StepAct::Start, 10.0), None);
    let nobody = act(&walked.journal, Id::fresh(0), "cool_down", &StepAct::Start, walked.end);
    assert_eq!(nobody, None);
}

#[test]
fn next_is_what_is_under_way_then_what_is_on_time_then_late_then_waiting() {
    let mut walked = Walked::after("2026-11-24T09:00:00+01:00");
    let next = |walked: &Walked, minutes| {
        let walk = walked.walk(minutes);
        walk.next.map(|i| walk.steps[i].step.id.clone()).unwrap_or_default()
    };
    assert_eq!(next(&walked, 1.0), "cool_down");
    walked.act("compression", &StepAct::Start, 1.0);
    assert_eq!(next(&walked, 2.0), "cool_down", "compression is worn beside the others");
    walked.act("hydration", &done(None), 3.0);
    assert_eq!(next(&walked, 35.0), "snack", "a late step comes after those on time");
    for step in ["snack", "stretching", "ice_bath", "supplements", "social"] {
        walked.act(step, &StepAct::Skip(String::new()), 40.0);
    }
    assert_eq!(next(&walked, 41.0), "cool_down");
    walked.act("cool_down", &done(None), 41.0);
    assert_eq!(next(&walked, 42.0), "foam_rolling");
    for step in ["foam_rolling", "epsom_soak", "mindfulness", "sleep", "active_recovery"] {
        walked.act(step, &StepAct::Skip(String::new()), 43.0);
    }
    assert_eq!(next(&walked, 44.0), "compression");
    walked.act("compression", &done(None), 130.0);
    assert_eq!(walked.walk(131.0).next, None);
    assert!(walked.walk(131.0).is_over());
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
