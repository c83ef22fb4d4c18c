//! The hours after a run: a checklist that is walked, or the same things done without one.

use jiff::civil::Date;

use super::diary::Diary;
use super::world::{Run, Today};
use crate::domain::protocol::note_practice;
use crate::domain::{
    Activity, Answer, Checklist, ChecklistStep, Id, Night, Outcome, Practice, Record, RunKind, Stamp, When,
};

/// The checklist that follows every run, and its version.
const PROTOCOL: (&str, i64) = ("after_run", 1);

/// How a step went.
#[derive(Clone, Copy)]
pub(super) enum Went {
    /// Done, so many minutes; `None` where no minutes are noted.
    Done(Option<f64>),
    /// Begun and left.
    Partly(f64),
    Skipped,
}

impl Diary {
    /// What was done after a run, and the checklist that led through it.
    pub(super) fn after_run(&mut self, today: &Today, activity: &Activity, run: Run) {
        let ended = activity.ended_at();
        let checklist = self.dice.chance(0.85).then(|| self.checklist(activity));
        for (habit, wait, went) in self.walk(today, run) {
            let at = self.after(ended, wait);
            self.step(checklist.as_ref(), activity.meta.id, habit, at, went);
        }
        let taken = self.supplements(today);
        if let Some(checklist) = checklist {
            if taken {
                let at = self.clock(today.date, 1291.0);
                self.ended_step(&checklist, "supplements", at);
            }
            self.open = Some(checklist);
        }
    }

    /// The steps that were touched, each with the minutes it began after the run.
    fn walk(&mut self, today: &Today, run: Run) -> Vec<(&'static str, f64, Went)> {
        let hard = run.kind != RunKind::Easy;
        let far = matches!(run.kind, RunKind::Long | RunKind::Race);
        let dice = &mut self.dice;
        let cool_down = dice.stepped(5.0, 10.0, 1.0);
        let stretching = dice.stepped(6.0, 10.0, 1.0);
        let rolling = dice.stepped(6.0, 12.0, 1.0);
        let ice = dice.stepped(8.0, 12.0, 1.0);
        let compression = dice.stepped(120.0, 210.0, 15.0);
        let rolled = if today.rolled { 1.0 } else { 0.0 };
        let stretched = if today.stretched { 1.0 } else { 0.0 };
        // Step, minutes after the run, how often it is touched at all, how often it is done, minutes.
        let plan = [
            ("cool_down", 1.0, 0.92, 0.8, Some(cool_down)),
            ("hydration", 13.0, 0.85, 0.92, None),
            ("stretching", 18.0, 0.95, stretched, Some(stretching)),
            ("ice_bath", 35.0, if hard { 0.5 } else { 0.0 }, 0.3, Some(ice)),
            ("snack", 45.0, if hard { 0.85 } else { 0.5 }, 0.75, None),
            ("foam_rolling", 75.0, 0.95, rolled, Some(rolling)),
            ("compression", 95.0, if far { 0.8 } else { 0.0 }, 0.6, Some(compression)),
            ("mindfulness", 180.0, 0.45, 0.6, Some(10.0)),
        ];
        let touched = plan.into_iter().filter_map(|(habit, wait, touched, done, minutes)| {
            if !dice.chance(touched) {
                return None;
            }
            let went = match minutes {
                _ if !dice.chance(done) => Went::Skipped,
                Some(_) if habit != "foam_rolling" && dice.chance(0.05) => Went::Partly(2.0),
                minutes => Went::Done(minutes),
            };
            Some((habit, wait, went))
        });
        touched.collect()
    }

    /// A checklist opened as `run` ended.
    pub(super) fn checklist(&mut self, run: &Activity) -> Checklist {
        let started_at = self.after(run.ended_at(), 1.0);
        Checklist {
            meta: self.dice.meta(started_at.ms),
            run_id: Some(run.meta.id),
            protocol: PROTOCOL.0.to_owned(),
            protocol_version: PROTOCOL.1,
            started_at,
            closed_at: None,
        }
    }

    /// One step and the practice it became; without a checklist the practice alone.
    pub(super) fn step(&mut self, checklist: Option<&Checklist>, run: Id, habit: &'static str, at: Stamp, went: Went) {
        let practice = self.practice_of(run, habit, at, went);
        if let Some(checklist) = checklist {
            let outcome = match went {
                Went::Done(_) => Outcome::Done,
                Went::Partly(_) => Outcome::Partly,
                Went::Skipped => Outcome::Skipped,
            };
            let skipped = outcome == Outcome::Skipped;
            let mut step = ChecklistStep {
                started_at: practice.minutes.is_some().then_some(at),
                ended_at: Some(self.after(at, practice.minutes.unwrap_or(0.0))),
                outcome: Some(outcome),
                minutes: practice.minutes,
                amount: practice.amount,
                reason: if skipped && self.dice.chance(0.5) {
                    self.words("reason", 3)
                } else {
                    String::new()
                },
                ..self.bare_step(checklist, habit, at)
            };
            note_practice(&mut step.meta, practice.meta.id);
            self.records.push(Record::ChecklistStep(step));
        }
        self.records.push(Record::Practice(practice));
    }

    fn practice_of(&mut self, run: Id, habit: &str, at: Stamp, went: Went) -> Practice {
        let (answer, minutes) = match went {
            Went::Done(minutes) => (Answer::Yes, minutes),
            Went::Partly(minutes) => (Answer::Yes, Some(minutes)),
            Went::Skipped => (Answer::No, None),
        };
        let done = answer == Answer::Yes;
        Practice {
            amount: (done && habit == "hydration").then(|| self.dice.stepped(300.0, 900.0, 50.0)),
            temperature_c: (done && habit == "ice_bath").then(|| self.dice.stepped(11.0, 17.0, 0.5)),
            run_id: Some(run),
            ..self.answer(When::At(at), habit, answer, minutes)
        }
    }

    /// A step that was only ticked off, as what it is about was recorded elsewhere.
    fn ended_step(&mut self, checklist: &Checklist, step: &str, at: Stamp) {
        let step = ChecklistStep {
            ended_at: Some(at),
            outcome: Some(Outcome::Done),
            ..self.bare_step(checklist, step, at)
        };
        self.records.push(Record::ChecklistStep(step));
    }

    fn bare_step(&mut self, checklist: &Checklist, step: &str, at: Stamp) -> ChecklistStep {
        ChecklistStep {
            meta: self.dice.meta(at.ms),
            checklist_id: checklist.meta.id,
            step: step.to_owned(),
            started_at: None,
            paused_at: None,
            paused_s: 0.0,
            ended_at: None,
            outcome: None,
            minutes: None,
            amount: None,
            reason: String::new(),
        }
    }

    /// Puts the last checklist away: with the night that followed it, or unfinished at bedtime.
    pub(super) fn close_checklist(&mut self, day: Date, night: Option<&Night>) {
        let Some(mut checklist) = self.open.take() else { return };
        let woke = night.and_then(|it| it.wake_at);
        match woke.filter(|_| checklist.started_at.civil_date().tomorrow().ok() == Some(day)) {
            Some(wake) => {
                let at = self.after(wake, 5.0);
                self.ended_step(&checklist, "sleep", at);
                checklist.closed_at = Some(at);
            }
            None => checklist.closed_at = Some(self.clock(checklist.started_at.civil_date(), 1320.0)),
        }
        self.records.push(Record::Checklist(checklist));
    }
}
