//! The fields of an intake, and what is suggested in them.

use egui::Ui;

use super::draft::{DOSE, IntakeDraft, LOT, NAME, NOTES, TIME, UNIT, What, find, usual};
use crate::app::Model;
use crate::app::command::Form;
use crate::domain::units::show_number;
use crate::domain::{Slug, Supplement};
use crate::fl;
use crate::theme;
use crate::ui::forms::day::{TimeField, day_ui, parse_day};
use crate::ui::forms::sheet::{Sheet, choice, suggestion};
use crate::ui::widgets::{Field, chip};

/// How many suggestions are shown at once.
const SUGGESTIONS: usize = 6;

impl IntakeDraft {
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
        choice(ui, &fl!("form-what"), &mut self.what, &choices);
        if self.what == What::Taken {
            self.dose_ui(ui, sheet);
            self.how_ui(ui, sheet);
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

    /// With food or not said, and the batch on the package.
    fn how_ui(&mut self, ui: &mut Ui, sheet: &mut Sheet<'_>) {
        ui.columns(2, |ui| {
            sheet.line(&mut ui[0], LOT, &fl!("form-lot"), "", &mut self.lot);
            ui[1].vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 4.0;
                ui.label(theme::label(ui, fl!("form-how-taken")));
                let words = fl!("form-with-food");
                if chip(ui, self.with_food, &words, &words).clicked() {
                    self.with_food = !self.with_food;
                }
            });
        });
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
    let mut taken = model
        .journal
        .intakes
        .iter()
        .rev()
        .filter(|it| it.supplement == entry.meta.id);
    let last = taken.find_map(|it| Some((it.dose?, it.unit.as_str())));
    last.or_else(|| Some((entry.default_dose?, entry.unit.as_str())))
}
