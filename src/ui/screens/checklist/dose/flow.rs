//! The fields of a dose, side by side as far as there is room.

use egui::{Label, Ui};

use super::draft::{DoseDraft, Typed};
use crate::domain::protocol::{Dose, Field as Asked, FieldKind};
use crate::domain::{units, words};
use crate::fl;
use crate::theme;
use crate::ui::forms::Errors;
use crate::ui::screens::checklist::step::Shown;
use crate::ui::screens::checklist::words::minutes_words;
use crate::ui::widgets::{Field, ScoreRow, chip, segmented_optional, segmented_width};

/// Width of a number.
const NUMBER: f32 = 150.0;
/// Height of the label above a field, and what is between.
const LABEL: f32 = 22.0;

/// What the fields are shown with.
pub struct Form<'f> {
    /// The step they are about.
    pub shown: &'f Shown<'f>,
    /// What stands in those that were not touched.
    pub suggested: &'f Dose,
    /// What is wrong with them.
    pub errors: &'f Errors,
}

impl Form<'_> {
    /// Shows `fields`.
    pub fn fields_ui(&self, ui: &mut Ui, fields: &[&Asked], draft: &mut DoseDraft) {
        let room = ui.available_width();
        let mut row: Vec<(&Asked, f32)> = Vec::new();
        let mut used = 0.0;
        for field in fields {
            let width = width(ui, field);
            let fits = width.is_some_and(|it| used + it <= room);
            if !fits {
                self.row_ui(ui, &row, draft);
                row.clear();
                used = 0.0;
            }
            match width {
                Some(width) => {
                    row.push((field, width.min(room)));
                    used += width + theme::BETWEEN;
                }
                None => self.wide_ui(ui, field, draft),
            }
        }
        self.row_ui(ui, &row, draft);
    }

    /// What stands in fields that are not in sight, in a line.
    pub fn told(&self, fields: &[&Asked], draft: &DoseDraft) -> String {
        let settings = self.shown.model.settings();
        let step = &self.shown.view.step;
        let dose = draft.dose(step, self.suggested, settings).unwrap_or_default();
        let told = fields.iter().filter_map(|it| it.told(&dose.detail, settings.mass));
        told.collect::<Vec<_>>().join(" · ")
    }

    /// The whole dose in a line: "8 min · 17 °C · Bath".
    pub fn told_all(&self, draft: &DoseDraft) -> String {
        let settings = self.shown.model.settings();
        let step = &self.shown.view.step;
        let dose = draft.dose(step, self.suggested, settings).unwrap_or_default();
        let all: Vec<&Asked> = step.fields.iter().collect();
        let minutes = dose.minutes.map(minutes_words);
        let degrees = dose.temperature_c;
        let degrees = degrees.map(|it| units::show_temperature(it, settings.temperature));
        let rest = self.told(&all, draft);
        let parts = minutes
            .into_iter()
            .chain(degrees)
            .chain(Some(rest).filter(|it| !it.is_empty()));
        parts.collect::<Vec<_>>().join(" · ")
    }

    fn row_ui(&self, ui: &mut Ui, row: &[(&Asked, f32)], draft: &mut DoseDraft) {
        if row.is_empty() {
            return;
        }
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = theme::BETWEEN;
            for (field, width) in row {
                ui.push_id(&field.id, |ui| self.field_ui(ui, field, *width, draft));
            }
        });
    }

    fn field_ui(&self, ui: &mut Ui, field: &Asked, width: f32, draft: &mut DoseDraft) {
        let before = draft.shown(field, self.suggested, self.shown.model.settings());
        let mut typed = before.clone();
        match &mut typed {
            Typed::Text(text) => self.text_ui(ui, field, width, draft.is_touched(field), text),
            Typed::Word(word) => {
                ui.vertical(|ui| {
                    ui.set_width(width);
                    choice_ui(ui, field, word);
                });
            }
            Typed::Tick(on) => {
                ui.vertical(|ui| {
                    ui.add_space(LABEL + 4.0);
                    let name = field.name();
                    if chip(ui, *on, &name, &name).clicked() {
                        *on = !*on;
                    }
                });
            }
            Typed::Words(_) | Typed::Score(_) => {}
        }
        if typed != before {
            draft.touch(field, typed);
        }
    }

    fn text_ui(&self, ui: &mut Ui, field: &Asked, width: f32, touched: bool, text: &mut String) {
        let is_timed = field.kind == FieldKind::Minutes && self.shown.view.has_timer();
        let note = (is_timed && !touched && !text.is_empty()).then(|| fl!("dose-from-timer"));
        let hint = if is_timed && text.is_empty() {
            fl!("dose-from-timer")
        } else {
            String::new()
        };
        Field::new(&field.name())
            .unit(self.unit(field))
            .hint(hint)
            .note(note)
            .error(self.errors.of(&field.id))
            .width(width)
            .show(ui, text);
    }

    /// A row of its own: a scale, or words of which any may be chosen.
    fn wide_ui(&self, ui: &mut Ui, field: &Asked, draft: &mut DoseDraft) {
        let before = draft.shown(field, self.suggested, self.shown.model.settings());
        let mut typed = before.clone();
        let name = field.name();
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.add(Label::new(theme::label(ui, name.as_str())).wrap());
            match (&field.kind, &mut typed) {
                (FieldKind::Scale { low, high }, Typed::Score(score)) => {
                    ScoreRow::new(&name, *low as i32, *high as i32).show(ui, score);
                }
                (FieldKind::Several(all), Typed::Words(words)) => several_ui(ui, field, all, words),
                _ => {}
            }
        });
        if typed != before {
            draft.touch(field, typed);
        }
    }

    fn unit(&self, field: &Asked) -> String {
        let settings = self.shown.model.settings();
        match &field.kind {
            FieldKind::Minutes => fl!("unit-min"),
            FieldKind::Temperature => settings.temperature.sign(),
            FieldKind::Mass => settings.mass.sign(),
            FieldKind::Number { unit, .. } => words::named("unit", unit),
            FieldKind::Amount => {
                let habit = self.shown.view.step.habit();
                let mut habits = self.shown.model.journal.habits.iter();
                let found = habits.find(|it| Some(&it.meta.id) == habit);
                found.map(|it| it.unit.clone()).unwrap_or_default()
            }
            _ => String::new(),
        }
    }
}

/// The width of a field that shares its row; `None` for one that has it alone.
fn width(ui: &Ui, field: &Asked) -> Option<f32> {
    match &field.kind {
        FieldKind::Several(_) | FieldKind::Scale { .. } => None,
        FieldKind::Choice(words) => Some(segmented_width(ui, &choices(field, words))),
        _ => Some(NUMBER),
    }
}

fn choices(field: &Asked, words: &[String]) -> Vec<(usize, String)> {
    let named = words.iter().enumerate();
    named.map(|(n, word)| (n, field.choice(word))).collect()
}

fn choice_ui(ui: &mut Ui, field: &Asked, word: &mut Option<String>) {
    let FieldKind::Choice(words) = &field.kind else { return };
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.label(theme::label(ui, field.name()));
    let mut chosen = words.iter().position(|it| Some(it) == word.as_ref());
    if segmented_optional(ui, &field.name(), &mut chosen, &choices(field, words), true) {
        *word = chosen.map(|n| words[n].clone());
    }
}

fn several_ui(ui: &mut Ui, field: &Asked, all: &[String], words: &mut Vec<String>) {
    ui.horizontal_wrapped(|ui| {
        for word in all {
            let on = words.contains(word);
            let name = field.choice(word);
            let told = fl!("dose-one-of", field = field.name(), choice = name.as_str());
            if chip(ui, on, &name, &told).clicked() {
                if on {
                    words.retain(|it| it != word);
                } else {
                    words.push(word.clone());
                }
            }
        }
    });
}
