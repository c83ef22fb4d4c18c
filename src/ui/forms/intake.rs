//! The form of a supplement taken, or not taken.
//!
//! The catalogue grows as it is used: a name that is new becomes an entry in the same batch. Names are
//! suggested while one types, and the last dose of a known one; Afterrun itself proposes no dose.

use egui::Ui;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::day::{DAY, TimeField, day_text, day_ui, parse_day};
use super::run::text;
use super::sheet::{Sheet, suggestion};
use super::{Errors, Saving};
use crate::app::Model;
use crate::app::command::Form;
use crate::domain::units::{parse_amount, show_number};
use crate::domain::{Answer, Batch, Id, Intake, Label, Meta, Record, Slug, Stamp, Supplement, words};
use crate::fl;
use crate::ui::theme;
use crate::ui::widgets::Field;

/// The first field.
pub const NAME: &str = "name";
const DOSE: &str = "dose";
const UNIT: &str = "unit";
const TIME: &str = "time";
const NOTES: &str = "notes";

/// How many suggestions are shown at once.
const SUGGESTIONS: usize = 6;
/// Within these days a supplement counts as usually taken.
const USUAL_DAYS: i32 = 28;
/// Taken so often within them, it does.
const USUAL_TIMES: usize = 3;

/// What is recorded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum What {
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
    what: What,
    name: String,
    dose: String,
    unit: String,
    day: String,
    time: String,
    notes: String,
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
        let record = Intake {
            at,
            supplement: slug.clone(),
            answer: if taken { Answer::Yes } else { Answer::No },
            dose: dose.filter(|_| taken || base.is_some_and(|it| it.answer == Answer::No)),
            unit: text(&self.unit, &was.unit),
            notes: text(&self.notes, &was.notes),
            ..base.cloned().unwrap_or_else(fresh)
        };
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

    /// The fields.
    pub fn fields_ui(&mut self, ui: &mut Ui, form: &Form, sheet: &mut Sheet<'_>) {
        let mut choices = vec![
            (What::Taken, fl!("form-taken")),
            (What::NotTaken, fl!("form-not-taken")),
        ];
        let today = sheet.model.today();
        let usual = usual(sheet.model, parse_day(&self.day, today).unwrap_or(today));
        if form.edit.is_none() && !usual.is_empty() {
            choices.push((What::NoneOfUsual, fl!("form-none-of-usual")));
        }
        if self.what == What::NoneOfUsual {
            let names: Vec<_> = usual.iter().map(|it| it.name.as_str()).collect();
            ui.label(theme::quiet(ui, fl!("form-none-of", names = names.join(", "))));
        } else {
            self.name_ui(ui, form, sheet);
        }
        sheet.choice(ui, &fl!("form-what"), &mut self.what, &choices);
        if self.what == What::Taken {
            self.dose_ui(ui, sheet);
        }
        let time = TimeField {
            key: TIME,
            label: fl!("form-clock"),
            note: None,
            text: &mut self.time,
        };
        day_ui(ui, sheet, (&fl!("form-day"), &mut self.day), today, Some(time));
        sheet.notes(ui, NOTES, &mut self.notes);
    }

    fn name_ui(&mut self, ui: &mut Ui, form: &Form, sheet: &mut Sheet<'_>) {
        let label = fl!("form-supplement");
        let known = find(self.name.trim(), sheet.model);
        let new = known.is_none() && !self.name.trim().is_empty();
        let note = new.then(|| fl!("form-new-supplement"));
        let entry = sheet.field(ui, NAME, Field::new(&label).note(note), &mut self.name);
        let left_as_is = form.edit.is_some() && !entry.changed();
        let names = suggestions(self.name.trim(), sheet.model);
        if names.is_empty() || left_as_is {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            for name in names {
                if suggestion(ui, name.clone()) {
                    self.name = name;
                    sheet.focus(ui, DOSE);
                }
            }
        });
    }

    fn dose_ui(&mut self, ui: &mut Ui, sheet: &mut Sheet<'_>) {
        let last = find(self.name.trim(), sheet.model).and_then(|it| last_dose(it, sheet.model));
        ui.columns(2, |ui| {
            sheet.line(&mut ui[0], DOSE, &fl!("form-dose"), "", &mut self.dose);
            let label = fl!("form-unit");
            sheet.field(
                &mut ui[1],
                UNIT,
                Field::new(&label).hint(fl!("form-unit-hint")),
                &mut self.unit,
            );
        });
        let Some((dose, unit)) = last.filter(|_| self.dose.trim().is_empty()) else {
            return;
        };
        let value = fl!("quantity", number = show_number(dose), unit = unit);
        if suggestion(ui, fl!("form-last-time", value = value)) {
            self.dose = show_number(dose);
            unit.clone_into(&mut self.unit);
        }
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
fn find<'m>(name: &str, model: &'m Model) -> Option<&'m Supplement> {
    let is = |other: &str| other.to_lowercase() == name.to_lowercase();
    let mut entries = model.journal.supplements.iter();
    entries.find(|it| is(&it.name) || it.aliases.iter().any(|alias| is(alias)))
}

/// The entry a name stands for, and the new entry where there is none.
fn entry(name: &str, unit: &str, dose: Option<f64>, model: &Model) -> (Slug, Option<Supplement>) {
    if let Some(known) = find(name, model) {
        return (known.meta.id.clone(), None);
    }
    let slug = unused(name, |slug| {
        let in_trash = model.journal.trash.iter();
        let mut taken = in_trash.filter(|it| matches!(it, Record::Supplement(_)));
        taken.any(|it| it.id() == slug.as_str()) || model.journal.supplements.iter().any(|it| it.meta.id == *slug)
    });
    let new = Supplement {
        meta: Meta::manual(slug.clone()),
        name: name.to_owned(),
        default_dose: dose,
        unit: unit.trim().to_owned(),
        aliases: Vec::new(),
    };
    (slug, Some(new))
}

/// The slug of a name; with a number behind it where it is taken already.
pub fn unused(name: &str, is_taken: impl Fn(&Slug) -> bool) -> Slug {
    let slug = Slug::of(name);
    let mut numbered = (2..).map(|n| Slug::of(&format!("{name} {n}")));
    if is_taken(&slug) {
        numbered.find(|it| !is_taken(it)).unwrap_or(slug)
    } else {
        slug
    }
}

/// Names that begin like, or hold, what is typed: those of the catalogue, the latest taken first, then
/// a few common ones.
fn suggestions(typed: &str, model: &Model) -> Vec<String> {
    let typed = typed.to_lowercase();
    let mut entries: Vec<_> = model.journal.supplements.iter().collect();
    let last = |slug: &Slug| model.journal.intakes.iter().rposition(|it| it.supplement == *slug);
    entries.sort_by_key(|it| std::cmp::Reverse(last(&it.meta.id)));
    let common = fl!("form-common-supplements");
    let common = common.split(',').map(|it| it.trim().to_owned());
    let common = common.filter(|name| find(name, model).is_none());
    let names = entries.into_iter().map(|it| it.name.clone()).chain(common);
    names
        .filter(|name| name.to_lowercase().contains(&typed) && name.to_lowercase() != typed)
        .take(SUGGESTIONS)
        .collect()
}

/// Dose and unit when it was last taken with one.
fn last_dose<'m>(entry: &'m Supplement, model: &'m Model) -> Option<(f64, &'m str)> {
    let taken = model
        .journal
        .intakes
        .iter()
        .rev()
        .filter(|it| it.supplement == entry.meta.id);
    let last = taken.filter_map(|it| Some((it.dose?, it.unit.as_str()))).next();
    last.or_else(|| Some((entry.default_dose?, entry.unit.as_str())))
}

/// What is usually taken and has no answer on `day`.
fn usual(model: &Model, day: Date) -> Vec<&Supplement> {
    let age = |it: &Intake| crate::domain::time::days_between(model.day_of(it.at), day);
    let is_usual = |entry: &&Supplement| {
        let own = || model.journal.intakes.iter().filter(|it| it.supplement == entry.meta.id);
        let times = own().filter(|it| it.answer == Answer::Yes && (1..=USUAL_DAYS).contains(&age(it)));
        times.count() >= USUAL_TIMES && !own().any(|it| age(it) == 0)
    };
    model.journal.supplements.iter().filter(is_usual).collect()
}
