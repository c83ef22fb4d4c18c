//! The draft of an intake: what a form begins with, and what it would save.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::app::Model;
use crate::app::command::Form;
use crate::domain::supplement::{BATCH, WITH_FOOD};
use crate::domain::units::{parse_amount, show_number};
use crate::domain::{Answer, Batch, Id, Intake, Label, Meta, Record, Slug, Stamp, Supplement, words};
use crate::fl;
use crate::ui::forms::day::{DAY, day_text};
use crate::ui::forms::typed::text;
use crate::ui::forms::{Errors, Saving};

/// The first field.
pub const NAME: &str = "name";
pub(super) const DOSE: &str = "dose";
pub(super) const UNIT: &str = "unit";
pub(super) const TIME: &str = "time";
pub(super) const LOT: &str = "batch";
pub(super) const NOTES: &str = "notes";
/// Within these days a supplement counts as usually taken.
const USUAL_DAYS: i32 = 28;
/// Taken so often within them, it does.
const USUAL_TIMES: usize = 3;

/// What is recorded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum What {
    #[default]
    Taken,
    NotTaken,
    /// None of those that are usually taken.
    NoneOfUsual,
}

/// An intake as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct IntakeDraft {
    pub(super) what: What,
    pub(super) name: String,
    pub(super) dose: String,
    pub(super) unit: String,
    pub(super) with_food: bool,
    /// The batch on its package.
    pub(super) lot: String,
    pub(super) day: String,
    pub(super) time: String,
    pub(super) notes: String,
}

fn edited<'m>(form: &Form, model: &'m Model) -> Option<&'m Intake> {
    let id = form.edit?;
    model.journal.intakes.iter().find(|it| it.meta.id == id)
}

impl IntakeDraft {
    /// The draft a form begins with.
    pub fn begin(form: &Form, model: &Model) -> Option<Self> {
        if form.edit.is_some() {
            return edited(form, model).map(|it| Self::of(it, model));
        }
        let now = (form.day == model.today()).then(|| words::clock(model.now));
        Some(Self {
            day: day_text(form.day),
            time: now.unwrap_or_default(),
            ..Self::default()
        })
    }

    /// The draft of a record.
    fn of(it: &Intake, model: &Model) -> Self {
        let name = model
            .journal
            .supplements
            .iter()
            .find(|entry| entry.meta.id == it.supplement);
        Self {
            what: match it.answer {
                Answer::Yes => What::Taken,
                Answer::No => What::NotTaken,
            },
            name: name.map_or_else(|| it.supplement.to_string(), |entry| entry.name.clone()),
            dose: it.dose.map(show_number).unwrap_or_default(),
            unit: it.unit.clone(),
            with_food: it.meta.is_ticked(WITH_FOOD),
            lot: it
                .meta
                .noted(BATCH)
                .and_then(|it| it.as_str())
                .unwrap_or_default()
                .to_owned(),
            day: day_text(model.day_of(it.at)),
            time: words::clock(it.at),
            notes: it.notes.clone(),
        }
    }

    /// What would be saved, or what is wrong.
    pub fn saving(&self, form: &Form, model: &Model) -> Result<Saving, Errors> {
        let base = edited(form, model);
        let was = base.map(|it| Self::of(it, model)).unwrap_or_default();
        let mut errors = Errors::default();
        if self.what != What::NoneOfUsual && self.name.trim().is_empty() {
            errors.add(NAME, fl!("form-supplement-missing"));
        }
        let dose = errors.read(DOSE, &self.dose, (&was.dose, base.and_then(|it| it.dose)), parse_amount);
        if dose.is_some() && self.unit.trim().is_empty() && base.is_none() {
            errors.add(UNIT, fl!("form-unit-missing"));
        }
        let at = self.at(base, &was, model, &mut errors);
        let Some(at) = at.filter(|_| errors.is_empty()) else {
            return Err(errors);
        };
        if self.what == What::NoneOfUsual {
            return self.none_of_usual(at, model);
        }
        let (slug, entry) = match base.filter(|_| self.name == was.name) {
            Some(base) => (base.supplement.clone(), None),
            None => entry(self.name.trim(), &self.unit, dose, model),
        };
        let taken = self.what == What::Taken;
        let fresh = || intake(at, slug.clone(), Answer::Yes, model);
        let says_how = taken || base.is_some_and(|it| it.answer == Answer::No);
        let mut record = Intake {
            at,
            supplement: slug.clone(),
            answer: if taken { Answer::Yes } else { Answer::No },
            dose: dose.filter(|_| says_how),
            unit: text(&self.unit, &was.unit),
            notes: text(&self.notes, &was.notes),
            ..base.cloned().unwrap_or_else(fresh)
        };
        record.meta.tick(WITH_FOOD, self.with_food && says_how);
        if !says_how {
            record.meta.forget(BATCH);
        } else if self.lot != was.lot {
            record.meta.note_text(BATCH, self.lot.trim());
        }
        let id = match (base.is_some(), taken) {
            (true, _) => "batch-change-intake",
            (false, true) => "batch-intake",
            (false, false) => "batch-no-intake",
        };
        let label = Label::new(id).with("name", self.name.trim());
        let entry = entry.map(Record::Supplement);
        Ok(Saving::of(Batch::putting(
            label,
            entry.into_iter().chain([Record::Intake(record)]),
        )))
    }

    fn none_of_usual(&self, at: Stamp, model: &Model) -> Result<Saving, Errors> {
        let mut errors = Errors::default();
        let usual = usual(model, model.day_of(at));
        if usual.is_empty() {
            errors.add(TIME, fl!("form-no-usual"));
        }
        let rows = usual.into_iter().map(|entry| {
            let row = intake(at, entry.meta.id.clone(), Answer::No, model);
            Record::Intake(Intake {
                notes: self.notes.trim().to_owned(),
                ..row
            })
        });
        errors.or(Saving::of(Batch::putting(Label::new("batch-no-supplements"), rows)))
    }

    fn at(&self, base: Option<&Intake>, was: &Self, model: &Model, errors: &mut Errors) -> Option<Stamp> {
        if let Some(base) = base
            && (&self.day, &self.time) == (&was.day, &was.time)
        {
            return Some(base.at);
        }
        let day = errors.day(DAY, &self.day, model.today());
        let time = errors.clock(TIME, &self.time, || fl!("form-time-missing"));
        errors.instant(TIME, day, time, model)
    }
}

fn intake(at: Stamp, supplement: Slug, answer: Answer, model: &Model) -> Intake {
    Intake {
        meta: Meta::manual(Id::fresh(model.now.ms)),
        at,
        supplement,
        answer,
        dose: None,
        unit: String::new(),
        notes: String::new(),
    }
}

/// The catalogue entry of a name or another name for it.
pub(super) fn find<'m>(name: &str, model: &'m Model) -> Option<&'m Supplement> {
    model.journal.supplements.iter().find(|it| it.is_called(name))
}

/// The entry a name stands for, and the new entry where there is none.
fn entry(name: &str, unit: &str, dose: Option<f64>, model: &Model) -> (Slug, Option<Supplement>) {
    if let Some(known) = find(name, model) {
        return (known.meta.id.clone(), None);
    }
    let new = Supplement::new_in(&model.journal, name, dose, unit);
    (new.meta.id.clone(), Some(new))
}

/// What is usually taken and has no answer on `day`.
pub(super) fn usual(model: &Model, day: Date) -> Vec<&Supplement> {
    let age = |it: &Intake| crate::domain::time::days_between(model.day_of(it.at), day);
    let is_usual = |entry: &&Supplement| {
        let own = || model.journal.intakes.iter().filter(|it| it.supplement == entry.meta.id);
        let times = own().filter(|it| it.answer == Answer::Yes && (1..=USUAL_DAYS).contains(&age(it)));
        times.count() >= USUAL_TIMES && !own().any(|it| age(it) == 0)
    };
    model.journal.supplements.iter().filter(is_usual).collect()
}
