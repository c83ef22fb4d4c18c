//! The days of the last weeks, each with what it holds, to be found by typing.

use std::collections::BTreeMap;

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::app::Model;
use crate::domain::{Activity, Answer, Slug, units, words};
use crate::fl;

/// How far back.
const DAYS: i32 = 60;

/// A day that holds something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// Which.
    pub date: Date,
    /// What it was above all: "long run 18.2 km, slept 7 h 30 min".
    pub what: String,
    /// What else it holds: "soreness, foam rolling, magnesium".
    pub more: String,
}

/// The days of the last two months that hold something, newest first.
pub fn recent(model: &Model) -> Vec<Day> {
    let first = model.today().checked_sub((DAYS - 1).days());
    let mut days = Gathered {
        first: first.unwrap_or(model.today()),
        days: BTreeMap::new(),
    };
    days.gather(model);
    let newest_first = days.days.into_iter().rev();
    newest_first
        .map(|(date, [mut what, mut more])| {
            if what.is_empty() {
                what = std::mem::take(&mut more);
            }
            let comma = fl!("list-comma");
            Day {
                date,
                what: what.join(&comma),
                more: more.join(&comma),
            }
        })
        .collect()
}

struct Gathered {
    first: Date,
    /// What each was above all, and what else it holds.
    days: BTreeMap<Date, [Vec<String>; 2]>,
}

const ABOVE_ALL: usize = 0;
const MORE: usize = 1;

impl Gathered {
    fn note(&mut self, day: Date, rank: usize, words: impl FnOnce() -> String) {
        if day >= self.first {
            let parts = &mut self.days.entry(day).or_default()[rank];
            let words = words();
            if !parts.contains(&words) {
                parts.push(words);
            }
        }
    }

    /// In the order in which a day is told: sessions, the night; how sore, what was done and taken.
    fn gather(&mut self, model: &Model) {
        let (journal, rule) = (&model.journal, model.settings().day_rule);
        for it in &journal.activities {
            self.note(rule.day_of(it.started_at), ABOVE_ALL, || session(it, model));
        }
        for it in &journal.nights {
            self.note(it.day, ABOVE_ALL, || {
                let slept = it.hours().map(|it| fl!("finder-slept", length = units::show_hours(it)));
                slept.unwrap_or_else(|| fl!("form-night").to_lowercase())
            });
        }
        for it in &journal.soreness {
            self.note(it.day(rule), MORE, || fl!("finder-soreness"));
        }
        for it in &journal.practices {
            if it.answer == Answer::Yes {
                self.note(it.when.day(rule), MORE, || habit(&it.habit, model));
            }
        }
        for it in &journal.intakes {
            if it.answer == Answer::Yes {
                self.note(rule.day_of(it.at), MORE, || supplement(&it.supplement, model));
            }
        }
        for it in &journal.check_ins {
            self.note(it.day, MORE, || fl!("batch-check-in"));
        }
    }
}

/// "long run 18.2 km", "yoga".
fn session(it: &Activity, model: &Model) -> String {
    let kind = it.kind.filter(|_| it.is_run());
    let what = kind.map_or_else(|| words::sport(it.sport), words::run_kind);
    let (what, unit) = (what.to_lowercase(), model.settings().distance);
    match it.distance_m.map(|metres| units::show_distance(metres, unit)) {
        Some(far) => fl!("finder-ran", what = what, far = far),
        None => what,
    }
}

fn habit(id: &Slug, model: &Model) -> String {
    let known = model.journal.habits.iter().find(|it| it.meta.id == *id);
    let name = known.map_or_else(|| words::named("habit", id.as_str()), words::habit);
    name.to_lowercase()
}

fn supplement(id: &Slug, model: &Model) -> String {
    let known = model.journal.supplements.iter().find(|it| it.meta.id == *id);
    known.map_or_else(|| id.to_string(), |it| it.name.clone())
}
