//! Taking everything out as CSV files: by dialog, or to a typed path.

use std::path::{Path, PathBuf};

use egui::{Id, Modal, Ui};
use lucide_icons::Icon;

use super::card;
use super::import::path_ui;
use super::path::typed_path;
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
    replace_ui(ui, replace, commands);
}

/// Whether there is something that an export would replace. Asked once, when the button is pressed.
fn is_taken(to: &Path) -> bool {
    match to.read_dir() {
        Ok(mut entries) => entries.next().is_some(),
        Err(_no_folder) => to.exists(),
    }
}

fn replace_ui(ui: &mut Ui, replace: &mut Option<PathBuf>, commands: &mut Commands) {
    let Some(to) = replace.clone() else { return };
    let width = 420.0_f32.min(ui.content_rect().width() - 80.0);
    let frame = theme::card(ui);
    let modal = Modal::new(Id::unique("replace-export")).frame(frame).show(ui, |ui| {
        ui.set_width(width);
        ui.label(theme::card_title(ui, fl!("data-replace")));
        ui.label(theme::quiet(
            ui,
            fl!("data-replace-hint", path = to.display().to_string()),
        ));
        ui.add_space(theme::GAP);
        ui.horizontal_wrapped(|ui| {
            let keep = ui.add(Button::primary(fl!("data-replace-keep"))).clicked();
            let force = ui.add(Button::secondary(fl!("data-replace-it"))).clicked();
            if force {
                commands.emit(Command::Export { to, force });
            }
            keep || force
        })
        .inner
    });
    if modal.inner || modal.should_close() {
        *replace = None;
    }
}
