//! Taking the journal out as CSV files: by dialog, or to a typed path. What is taken, and how it is written
//! ([`choice`](super::choice)), is remembered as long as the window is open.

use std::path::{Path, PathBuf};

use egui::Ui;
use lucide_icons::Icon;

use super::card;
use super::choice::{Chosen, choice_ui};
use super::path::PathField;
use super::replace::{Taken, replace_ui};
use crate::app::Model;
use crate::app::command::{Command, Commands};
use crate::fl;
use crate::theme;
use crate::ui::widgets::Button;

/// What the card remembers.
#[derive(Default)]
pub struct ExportDraft {
    chosen: Chosen,
    /// The path typed to export to.
    path: String,
    /// The place where something is already, while it is being asked whether to replace it.
    replace: Option<Taken>,
}

/// Shows it. `asked`: the keyboard is to go to the path.
pub fn export_ui(ui: &mut Ui, model: &Model, draft: &mut ExportDraft, asked: bool, commands: &mut Commands) {
    let enabled = model.job.is_none();
    card(ui, fl!("data-export"), |ui| {
        ui.label(theme::quiet(ui, fl!("data-export-what")));
        choice_ui(ui, model, &mut draft.chosen);
        let words = if draft.chosen.is_everything() {
            fl!("pick-export")
        } else {
            fl!("data-export-chosen")
        };
        let choose = Button::primary(words).icon(Icon::Upload);
        if ui.add(choose.enabled(enabled && draft.chosen.fits())).clicked() {
            let (choice, file) = draft.chosen.wanted();
            commands.emit(Command::PickExport { choice, file });
        }
        let field = PathField {
            label: &fl!("data-export-path"),
            button: &fl!("data-export-button"),
            enabled,
            asked,
            error: None,
        };
        if let Some(to) = field.show(ui, &mut draft.path) {
            if is_taken(&to) {
                draft.replace = Some(Taken::of(to));
            } else {
                commands.emit(export_to(to, &draft.chosen, false));
            }
        }
        ui.label(theme::note(ui, fl!("data-export-forms")));
        if let Some(path) = &model.exported {
            theme::sunk(ui).show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.label(theme::label(ui, fl!("data-exported")));
                ui.label(path.display().to_string());
            });
        }
    });
    if let Some(to) = replace_ui(ui, &mut draft.replace) {
        commands.emit(export_to(to, &draft.chosen, true));
    }
}

/// The name of a path says what it becomes, so what was chosen for the dialog does not count.
fn export_to(to: PathBuf, chosen: &Chosen, force: bool) -> Command {
    let choice = chosen.choice.clone();
    Command::Export { to, choice, force }
}

/// Whether there is something that an export would replace. Asked once, when the button is pressed.
fn is_taken(to: &Path) -> bool {
    match to.read_dir() {
        Ok(mut entries) => entries.next().is_some(),
        Err(_no_folder) => to.exists(),
    }
}
