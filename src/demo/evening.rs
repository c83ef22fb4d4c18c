//! What is taken, and what is done apart from runs.

use jiff::civil::Weekday;

use super::catalogue::{BCAA, LEGS_UP, MAGNESIUM, OMEGA_3};
use super::diary::Diary;
use super::world::Today;
use crate::domain::time::days_between;
use crate::domain::{Answer, DayRule, Intake, Meta, Practice, Record, Slug, Stamp, When};

impl Diary {
    /// A day without a run: that nothing was rolled or stretched is said in one go, if at all.
    pub(super) fn rest_day(&mut self, today: &Today) {
        if self.dice.chance(0.8) {
            for habit in ["foam_rolling", "stretching"] {
                self.say(today, habit, false, None);
            }
        }
        self.supplements(today);
    }

    /// The round of an evening: what belongs to no run is answered, yes or no, on most days.
    pub(super) fn round(&mut self, today: &Today) {
        if !self.dice.chance(0.85) {
            return;
        }
        // Easy cross-training is active recovery by itself.
        if today.cross.is_none() {
            self.say(today, "active_recovery", false, None);
        }
        let weekend = matches!(today.date.weekday(), Weekday::Saturday | Weekday::Sunday);
        let together = self.dice.chance(if weekend { 0.6 } else { 0.2 });
        self.say(today, "social", together, None);
        let legs_up = self.dice.chance(0.3);
        let minutes = self.dice.one_of(&[5.0, 10.0, 10.0, 15.0]);
        self.say(today, LEGS_UP, legs_up, Some(minutes));
        if today.run.is_none() {
            let quiet = self.dice.chance(0.4);
            self.say(today, "mindfulness", quiet, Some(10.0));
        }
        self.bath(today);
    }

    /// An answer of the evening, without a time of the day.
    fn say(&mut self, today: &Today, habit: &str, done: bool, minutes: Option<f64>) {
        let answer = if done { Answer::Yes } else { Answer::No };
        let it = self.answer(When::On(today.date), habit, answer, minutes.filter(|_| done));
        self.records.push(Record::Practice(it));
    }

    /// A warm bath, more often when it is sore.
    fn bath(&mut self, today: &Today) {
        if !self.dice.chance(0.06 + 0.05 * today.soreness) {
            self.say(today, "epsom_soak", false, None);
            return;
        }
        let minute = self.dice.stepped(1170.0, 1230.0, 5.0);
        let at = When::At(self.clock(today.date, minute));
        let minutes = self.dice.stepped(15.0, 20.0, 1.0);
        let it = Practice {
            temperature_c: Some(self.dice.stepped(37.0, 39.0, 0.5)),
            ..self.answer(at, "epsom_soak", Answer::Yes, Some(minutes))
        };
        self.records.push(Record::Practice(it));
    }

    /// What was taken; whether anything was answered about it.
    pub(super) fn supplements(&mut self, today: &Today) -> bool {
        let mut answered = false;
        let hard = today.run.is_some_and(|it| it.rpe >= 5.0);
        if self.dice.chance(0.85) {
            let taken = self.dice.chance(if hard { 0.7 } else { 0.05 });
            self.intake(today, 1140.0, BCAA, taken);
            answered = true;
        }
        let season = days_between(self.first, today.date).div_euclid(91);
        if season % 2 == 1 && self.dice.chance(0.85) {
            self.intake(today, 1150.0, OMEGA_3, true);
            answered = true;
        } else if season % 2 == 0 && self.later.chance(0.85) {
            let at = self.clock(today.date, 1150.0);
            let meta = self.later.meta(at.ms);
            self.note_intake(meta, at, OMEGA_3, false);
        }
        if self.dice.chance(0.85) {
            let taken = self.dice.chance(0.75);
            self.intake(today, 1290.0, MAGNESIUM, taken);
            answered = true;
        }
        answered
    }

    fn intake(&mut self, today: &Today, minute: f64, what: (&str, f64, &str), taken: bool) {
        let at = self.clock(today.date, minute);
        let meta = self.dice.meta(at.ms);
        self.note_intake(meta, at, what, taken);
    }

    fn note_intake(&mut self, meta: Meta, at: Stamp, what: (&str, f64, &str), taken: bool) {
        let (word, dose, unit) = what;
        self.records.push(Record::Intake(Intake {
            meta,
            at,
            supplement: Slug::of(word),
            answer: if taken { Answer::Yes } else { Answer::No },
            dose: taken.then_some(dose),
            unit: unit.to_owned(),
            notes: String::new(),
        }));
    }

    /// An answer about a habit.
    pub(super) fn answer(&mut self, when: When, habit: &str, answer: Answer, minutes: Option<f64>) -> Practice {
        let noon = || self.clock(when.day(DayRule::default()), 720.0);
        let ms = when.stamp().unwrap_or_else(noon).ms;
        Practice {
            minutes,
            ..Practice::new(self.dice.meta(ms), when, Slug::of(habit), answer)
        }
    }
}
