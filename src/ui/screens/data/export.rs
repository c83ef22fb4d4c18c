//! Taking everything out as CSV files: by dialog, or to a typed path.

use std::path::{Path, PathBuf};

use egui::Ui;
use lucide_icons::Icon;

use super::card;
use super::path::{path_ui, typed_path};
use super::replace::replace_ui;
use crate::app::Model;
use crate::app::command::{Command, Commands};
use crate::fl;
use crate::theme;
use crate::ui::widgets::Button;

/// Shows it.
pub fn export_ui(
    ui: &mut Ui,
    model: &Model,
    typed: &mut String,
    replace: &mut Option<PathBuf>,
    commands: &mut Commands,
) {
    let enabled = model.job.is_none();
    card(ui, fl!("data-export"), |ui| {
        ui.label(theme::quiet(ui, fl!("data-export-what")));
        let choose = Button::primary(fl!("pick-export")).icon(Icon::Upload);
        if ui.add(choose.enabled(enabled)).clicked() {
            commands.emit(Command::PickExport);
        }
        let pressed = path_ui(ui, &fl!("data-export-path"), &fl!("data-export-button"), typed, enabled);
        if let Some(to) = typed_path(typed).filter(|_| pressed) {
            if is_taken(&to) {
                *replace = Some(to);
            } else {
                commands.emit(Command::Export { to, force: false });
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
    if let Some(to) = replace_ui(ui, replace) {
        commands.emit(Command::Export { to, force: true });
    }
}

/// Whether there is something that an export would replace. Asked once, when the button is pressed.
fn is_taken(to: &Path) -> bool {
    match to.read_dir() {
        Ok(mut entries) => entries.next().is_some(),
        Err(_no_folder) => to.exists(),
    }
}
