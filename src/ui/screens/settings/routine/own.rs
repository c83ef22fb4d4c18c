//! The fields of a step of the runner's own, under its row.

use egui::{ComboBox, Ui};
use strum::VariantArray as _;

use super::draft::{OwnDraft, StepDraft};
use crate::domain::protocol::{EVENING, MORNING, Phase};
use crate::domain::units::show_clock;
use crate::domain::words;
use crate::fl;
use crate::theme;
use crate::ui::forms::sheet::{Sheet, choice};
use crate::ui::widgets::{Button, Field};

/// Shows them. True when they are to be put away.
pub fn own_ui(ui: &mut Ui, step: &mut StepDraft, sheet: &mut Sheet<'_>) -> bool {
    let (name, how, opens) = (step.key("name"), step.key("how"), step.key("opens"));
    let Some(own) = &mut step.own else { return true };
    theme::card(ui)
        .inner_margin(theme::BETWEEN)
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = theme::GAP;
            let label = fl!("routine-own-name");
            let hint = fl!("routine-own-name-hint");
            sheet.field(ui, &name, Field::new(&label).hint(hint), &mut own.name);
            sheet.line(ui, &how, &fl!("routine-own-how"), "", &mut own.how);
            habit_ui(ui, own, sheet);
            let phases: Vec<_> = Phase::VARIANTS.iter().map(|it| (*it, it.name())).collect();
            choice(ui, &fl!("routine-own-when"), &mut own.phase, &phases);
            let label = opens_words(own.phase);
            let field = Field::new(&label).hint("0").unit(fl!("unit-min")).width(260.0);
            sheet.field(ui, &opens, field, &mut own.opens);
            ui.add(Button::secondary(fl!("routine-own-done")).small()).clicked()
        })
        .inner
}

/// What the minutes count from.
fn opens_words(phase: Phase) -> String {
    match phase {
        Phase::Now | Phase::Hour | Phase::Later => fl!("routine-own-opens"),
        Phase::Tonight => fl!("routine-own-opens-evening", time = show_clock(EVENING)),
        Phase::Tomorrow => fl!("routine-own-opens-morning", time = show_clock(MORNING)),
    }
}

/// Chooses the habit that the step records.
fn habit_ui(ui: &mut Ui, own: &mut OwnDraft, sheet: &Sheet<'_>) {
    let habits = &sheet.model.journal.habits;
    let chosen = habits.iter().find(|it| Some(&it.meta.id) == own.habit.as_ref());
    let new = fl!("routine-own-new-habit");
    let shown = match (&own.habit, chosen) {
        (None, _) => new.clone(),
        (Some(_), Some(habit)) => words::habit(habit),
        (Some(slug), None) => slug.to_string(),
    };
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let label = ui.label(theme::label(ui, fl!("routine-own-habit")));
        let combo = ComboBox::from_id_salt("habit")
            .selected_text(shown)
            .width(260.0_f32.min(ui.available_width()))
            .show_ui(ui, |ui| {
                ui.selectable_value(&mut own.habit, None, new);
                for habit in habits.iter().filter(|it| !it.hidden) {
                    let slug = Some(habit.meta.id.clone());
                    ui.selectable_value(&mut own.habit, slug, words::habit(habit));
                }
            });
        combo
            .response
            .labelled_by(label.id)
            .accessible_name(fl!("routine-own-habit"));
    });
}
