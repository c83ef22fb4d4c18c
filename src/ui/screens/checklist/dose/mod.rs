//! What was really done in a step: a short form beside it, filled in as far as anything is known.
//!
//! Minutes come from the timer, degrees from the rules, choices from the last time. All of it stands in
//! sight, can be changed, and is saved with Done and not before. What few will note stands behind "More to
//! note"; if something is known of it, it is said there in a line.

mod draft;
mod flow;
pub mod live;

use egui::{Label, Ui};

pub use draft::DoseDraft;

use super::notes::StepNotes;
use super::step::Shown;
use crate::app::command::Commands;
use crate::domain::protocol::{Dose, Field, StepState, suggested};
use crate::fl;
use crate::theme;
use crate::ui::forms::Errors;
use crate::ui::widgets::fold;

/// Shows the form of a step that is not over, where something is asked about it.
pub fn dose_ui(ui: &mut Ui, shown: &Shown, notes: &mut StepNotes, commands: &mut Commands) {
    let fields = &shown.view.step.fields;
    if fields.is_empty() {
        return;
    }
    if live::is_snack(fields) {
        live::snack_ui(ui, shown, &mut notes.draft, commands);
    }
    let suggested = suggested(shown.view, &shown.model.journal, shown.model.now);
    let errors = errors(shown, notes, &suggested);
    let (plain, more): (Vec<&Field>, Vec<&Field>) = fields.iter().partition(|it| !it.more);
    let form = flow::Form {
        shown,
        suggested: &suggested,
        errors: &errors,
    };
    if is_to_come(shown) {
        notes.unfolded.form |= notes.complain;
        if !folded_ui(ui, &form, notes) {
            return;
        }
    } else {
        ui.label(theme::label(ui, fl!("dose-title")));
    }
    form.fields_ui(ui, &plain, &mut notes.draft);
    if let Some(sentence) = live::ratio_sentence(&notes.draft) {
        ui.add(Label::new(theme::quiet(ui, sentence)).wrap());
    }
    if !more.is_empty() {
        more_ui(ui, &form, &more, notes);
    }
    if let Some(sentence) = live::fluid_sentence(shown, &notes.draft) {
        ui.add(Label::new(theme::strong(ui, sentence)).wrap());
    }
}

/// Whether the timer is still to run: then there is something else to do, and a line tells what is known.
fn is_to_come(shown: &Shown) -> bool {
    let view = shown.view;
    match view.state {
        StepState::Running(it) => !it.is_over(),
        StepState::Paused(_) => false,
        _ => view.has_timer() && !view.late,
    }
}

/// The title that unfolds the form; whether it is unfolded.
fn folded_ui(ui: &mut Ui, form: &flow::Form, notes: &mut StepNotes) -> bool {
    ui.horizontal_wrapped(|ui| {
        fold(ui, &fl!("dose-title-to-come"), &mut notes.unfolded.form);
        let told = if notes.unfolded.form {
            String::new()
        } else {
            form.told_all(&notes.draft)
        };
        if !told.is_empty() {
            ui.add(Label::new(theme::note(ui, told)).wrap());
        }
    });
    notes.unfolded.form
}

/// What is wrong with the fields, once it is worth saying.
fn errors(shown: &Shown, notes: &StepNotes, suggested: &Dose) -> Errors {
    if !notes.complain {
        return Errors::default();
    }
    let settings = shown.model.settings();
    let dose = notes.draft.dose(&shown.view.step, suggested, settings);
    dose.err().unwrap_or_default()
}

/// The rest of the fields, behind a button that says what is noted there.
fn more_ui(ui: &mut Ui, form: &flow::Form, more: &[&Field], notes: &mut StepNotes) {
    let is_wrong = more.iter().any(|it| form.errors.of(&it.id).is_some());
    notes.unfolded.more |= is_wrong;
    ui.horizontal_wrapped(|ui| {
        fold(ui, &fl!("dose-more"), &mut notes.unfolded.more);
        let told = if notes.unfolded.more {
            String::new()
        } else {
            form.told(more, &notes.draft)
        };
        if !told.is_empty() {
            ui.add(Label::new(theme::note(ui, told)).wrap());
        }
    });
    if notes.unfolded.more {
        form.fields_ui(ui, more, &mut notes.draft);
    }
}
