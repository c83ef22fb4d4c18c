//! What is taken, and what is done on days without a run.

use super::catalogue::{BCAA, LEGS_UP, MAGNESIUM, OMEGA_3};
use super::diary::Diary;
use super::world::Today;
use crate::domain::time::days_between;
use crate::domain::{Answer, Id, Intake, Practice, Record, Slug, When};

impl Diary {
    /// A day without a run: what is not done is said in one go, if at all; a bath now and then.
    pub(super) fn rest_day(&mut self, today: &Today) {
        let on = When::On(today.date);
        if self.dice.chance(0.75) {
            for habit in ["foam_rolling", "stretching", "mindfulness", "epsom_soak"] {
                let it = self.answer(on, habit, Answer::No, None);
                self.records.push(Record::Practice(it));
            }
        }
        if today.cross.is_none() && self.dice.chance(0.5) {
            let it = self.answer(on, "active_recovery", Answer::No, None);
            self.records.push(Record::Practice(it));
        }
        // A bath after all: of two answers of a day, a yes stands.
        if self.dice.chance(0.2) {
            let minute = self.dice.stepped(1170.0, 1230.0, 5.0);
            let at = When::At(self.clock(today.date, minute));
            let minutes = self.dice.stepped(15.0, 20.0, 1.0);
            let it = Practice {
                temperature_c: Some(self.dice.stepped(37.0, 39.0, 0.5)),
                ..self.answer(at, "epsom_soak", Answer::Yes, Some(minutes))
            };
            self.records.push(Record::Practice(it));
        }
        if self.dice.chance(0.3) {
            let minutes = self.dice.one_of(&[5.0, 10.0, 10.0, 15.0]);
            let it = self.answer(on, LEGS_UP, Answer::Yes, Some(minutes));
            self.records.push(Record::Practice(it));
        }
        self.supplements(today);
    }

    /// What was taken; the last intake's id, for the checklist.
    pub(super) fn supplements(&mut self, today: &Today) -> Option<Id> {
        let mut last = None;
        if today.run.is_some_and(|it| it.rpe >= 6.0) && self.dice.chance(0.6) {
            last = Some(self.intake(today, 1140.0, BCAA, Answer::Yes));
        }
        let season = days_between(self.first, today.date).div_euclid(91);
        if season % 2 == 1 && self.dice.chance(0.85) {
            last = Some(self.intake(today, 1150.0, OMEGA_3, Answer::Yes));
        }
        if self.dice.chance(0.85) {
            let answer = if self.dice.chance(0.75) {
                Answer::Yes
            } else {
                Answer::No
            };
            last = Some(self.intake(today, 1290.0, MAGNESIUM, answer));
        }
        last
    }

    fn intake(&mut self, today: &Today, minute: f64, what: (&str, f64, &str), answer: Answer) -> Id {
        let (word, dose, unit) = what;
        let at = self.clock(today.date, minute);
        let meta = self.dice.meta(at.ms);
        let id = meta.id;
        let taken = answer == Answer::Yes;
        self.records.push(Record::Intake(Intake {
            meta,
            at,
            supplement: Slug::of(word),
            answer,
            dose: taken.then_some(dose),
            unit: unit.to_owned(),
            notes: String::new(),
        }));
        id
    }

    /// An answer about a habit.
    pub(super) fn answer(&mut self, when: When, habit: &str, answer: Answer, minutes: Option<f64>) -> Practice {
        let noon = || self.clock(when.day(crate::domain::DayRule::default()), 720.0);
        let ms = when.stamp().unwrap_or_else(noon).ms;
        Practice {
            minutes,
            ..Practice::new(self.dice.meta(ms), when, Slug::of(habit), answer)
        }
    }
}
