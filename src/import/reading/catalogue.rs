//! From the names that files give to habits and supplements to the entries of the journal's catalogue.
//!
//! A file says `Ice bath`, `🧊 ice-bath` or `Foam roller?`; the journal has a word for each. An entry is found
//! by the name it had in that source before, then by the runner's own names, then by what the program calls
//! its habits (quick entry's words among them), and last in the trash; case, accents and everything that is no
//! letter or digit aside. What nobody knows becomes a new entry, once, and stands before the records that name
//! it. A word that means something else outside of quick entry (`cold`, `drinks`) finds no habit of the
//! program.
//!
//! What was measured goes where it has a meaning: time into minutes, an amount into the habit's unit. An
//! amount in another unit is kept in words, because eight glasses are not eight millilitres.

mod index;
mod name;
mod unit;

use std::collections::HashMap;

use super::table::out_of_range;
use super::{Found, Task};
use crate::domain::units::show_number;
use crate::domain::{Answer, Habit, HabitKind, Intake, Practice, Record, RecordKind, Slug, Stamp, Supplement, When};
use crate::fl;
use name::{key, shown, word};
use unit::Measure;

/// How many new entries the files of one kind may bring: nobody has more habits, and each is a row of a list.
const MOST_NEW: usize = 500;

/// The longest time a practice takes, minutes.
const LONGEST_MIN: f64 = 2880.0;

/// The largest amount or dose.
const LARGEST: f64 = 1e6;

/// The catalogue that one file is read against.
pub(in crate::import) struct Catalogue<'t> {
    task: &'t Task<'t>,
    source: &'static str,
    habits: HashMap<String, Habit>,
    supplements: HashMap<String, Supplement>,
    added: usize,
}

/// What a file says of one time a habit was done, or answered.
#[derive(Clone, Copy, Debug)]
pub(in crate::import) struct Practised<'s> {
    /// What the file calls the habit.
    pub name: &'s str,
    /// What its values are in, where it has values: `min`, `ml`, `pages`, or nothing said (`Some("")`).
    /// `None` is a habit that is done or not.
    pub unit: Option<&'s str>,
    /// When.
    pub when: When,
    /// What names this time in the file, the same in each later one: the date, or date and time.
    pub occasion: &'s str,
    /// Done or not.
    pub answer: Answer,
    /// How long or how much, in `unit`.
    pub value: Option<f64>,
    /// Free text.
    pub notes: &'s str,
}

/// What a file says of one dose, or that none was taken.
#[derive(Clone, Copy, Debug)]
pub(in crate::import) struct Taken<'s> {
    /// What the file calls the supplement.
    pub name: &'s str,
    /// When.
    pub at: Stamp,
    /// What names this dose in the file, the same in each later one.
    pub occasion: &'s str,
    /// Taken or not.
    pub answer: Answer,
    /// How much, in `unit`.
    pub dose: Option<f64>,
    /// The unit of the dose; empty where none is said.
    pub unit: &'s str,
    /// Free text.
    pub notes: &'s str,
}

impl<'t> Catalogue<'t> {
    /// The catalogue of the task's journal, for a file whose records say that they come from `source`.
    pub fn of(task: &'t Task<'t>, source: &'static str) -> Self {
        Self {
            task,
            source,
            habits: index::habits(task.journal, source),
            supplements: index::supplements(task.journal, source),
            added: 0,
        }
    }

    /// The habit called `name`; a new one, with what is noted about it, where nobody knows that name.
    pub fn habit(&mut self, name: &str, unit: Option<&str>, found: &mut Found) -> Result<Habit, String> {
        let key = key(name);
        if let Some(habit) = self.habits.get(&key) {
            return Ok(habit.clone());
        }
        self.count_new()?;
        let measure = unit.map(Measure::of);
        let kind = match measure {
            None => HabitKind::YesNo,
            Some(Measure::Time(_)) => HabitKind::Minutes,
            Some(_) => HabitKind::Amount,
        };
        let made = |slug: &Slug| self.habits.values().any(|it| it.meta.id == *slug);
        let is_taken = |slug: &Slug| made(slug) || index::has_habit(self.task.journal, slug);
        let slug = Slug::unused(&word(name), is_taken);
        let external_id = format!("{}:habit:{key}", self.source);
        let habit = Habit {
            meta: self.task.meta_of(slug, self.source, external_id),
            name: shown(name),
            kind,
            unit: measure.map_or_else(String::new, |it| it.unit()),
            builtin: false,
            hidden: false,
        };
        found.push(Record::Habit(habit.clone()));
        self.habits.insert(key, habit.clone());
        Ok(habit)
    }

    /// The record of one time a habit was done or answered. A new habit is in `found` before it.
    pub fn practice(&mut self, said: &Practised, found: &mut Found) -> Result<Practice, String> {
        let value = said.value.filter(|_| said.answer == Answer::Yes);
        let measure = said.unit.map_or(Measure::Count, Measure::of);
        let minutes = value.and_then(|it| Some(it * measure.minutes()?));
        if let Some(minutes) = minutes {
            within(&fl!("import-minutes"), minutes, LONGEST_MIN)?;
        } else if let Some(value) = value {
            within(&fl!("import-amount"), value, LARGEST)?;
        }
        let habit = self.habit(said.name, said.unit, found)?;
        let external_id = format!("{}:practice:{}:{}", self.source, key(said.name), said.occasion);
        let meta = self
            .task
            .meta(RecordKind::Practice, self.source, external_id, ms_of(said.when));
        let mut practice = Practice::new(meta, said.when, habit.meta.id.clone(), said.answer);
        practice.notes = said.notes.trim().to_owned();
        match value {
            None => {}
            Some(_) if minutes.is_some() => practice.minutes = minutes,
            Some(value) => match measure.in_unit_of(&habit) {
                Some(factor) => practice.amount = Some(value * factor),
                None => keep_in_words(&mut practice, value, said.unit.unwrap_or_default()),
            },
        }
        Ok(practice)
    }

    /// The supplement called `name`; a new one where nobody knows that name.
    pub fn supplement(&mut self, name: &str, unit: &str, found: &mut Found) -> Result<Supplement, String> {
        let key = key(name);
        if let Some(supplement) = self.supplements.get(&key) {
            return Ok(supplement.clone());
        }
        self.count_new()?;
        let made = |slug: &Slug| self.supplements.values().any(|it| it.meta.id == *slug);
        let is_taken = |slug: &Slug| made(slug) || index::has_supplement(self.task.journal, slug);
        let slug = Slug::unused(&word(name), is_taken);
        let external_id = format!("{}:supplement:{key}", self.source);
        let supplement = Supplement {
            meta: self.task.meta_of(slug, self.source, external_id),
            name: shown(name),
            default_dose: None,
            unit: shown(unit),
            aliases: Vec::new(),
        };
        found.push(Record::Supplement(supplement.clone()));
        self.supplements.insert(key, supplement.clone());
        Ok(supplement)
    }

    /// The record of one dose. A new supplement is in `found` before it.
    pub fn intake(&mut self, said: &Taken, found: &mut Found) -> Result<Intake, String> {
        let dose = said.dose.filter(|_| said.answer == Answer::Yes);
        if let Some(dose) = dose {
            within(&fl!("import-dose"), dose, LARGEST)?;
        }
        let supplement = self.supplement(said.name, said.unit, found)?;
        let external_id = format!("{}:intake:{}:{}", self.source, key(said.name), said.occasion);
        let unit = if said.unit.is_empty() {
            &supplement.unit
        } else {
            said.unit
        };
        Ok(Intake {
            meta: self.task.meta(RecordKind::Intake, self.source, external_id, said.at.ms),
            at: said.at,
            supplement: supplement.meta.id,
            answer: said.answer,
            dose,
            unit: dose.map_or_else(String::new, |_| shown(unit)),
            notes: said.notes.trim().to_owned(),
        })
    }

    fn count_new(&mut self) -> Result<(), String> {
        if self.added >= MOST_NEW {
            return Err(fl!("import-many-new", count = MOST_NEW));
        }
        self.added += 1;
        Ok(())
    }
}

/// The moment that the id of a record carries: the same in each import of it.
fn ms_of(when: When) -> i64 {
    match when {
        When::At(at) => at.ms,
        When::On(day) => Stamp::from_civil_offset(day.at(0, 0, 0, 0), 0).map_or(0, |it| it.ms),
    }
}

/// An amount that the habit has no place for stands first in its notes: `8 glasses`.
fn keep_in_words(practice: &mut Practice, value: f64, unit: &str) {
    let amount = format!("{} {}", show_number(value), unit.trim());
    let notes = [amount.trim(), practice.notes.as_str()];
    practice.notes = notes
        .into_iter()
        .filter(|it| !it.is_empty())
        .collect::<Vec<_>>()
        .join(". ");
}

fn within(what: &str, value: f64, largest: f64) -> Result<(), String> {
    let range = 0.0..=largest;
    if range.contains(&value) {
        Ok(())
    } else {
        Err(out_of_range(what, value, &range))
    }
}

#[cfg(test)]
mod tests;
