//! Bringing in what others recorded: by dialog, by a typed path, by dropping files on the window.

use egui::Ui;
use lucide_icons::Icon;

use super::card;
use super::job::job_ui;
use super::path::{path_ui, typed_path};
use super::readable::readable_ui;
use crate::app::Model;
use crate::app::command::{Command, Commands};
use crate::fl;
use crate::theme;
use crate::ui::widgets::Button;

/// What is remembered between frames.
#[derive(Default)]
pub struct ImportState {
    /// The path typed to import from.
    path: String,
    /// Whether the list of what can be read is open.
    readable: bool,
}

/// Shows it.
pub fn import_ui(ui: &mut Ui, model: &Model, state: &mut ImportState, commands: &mut Commands) {
    let enabled = model.can_write() && model.job.is_none();
    card(ui, fl!("data-import"), |ui| {
        ui.label(theme::quiet(ui, fl!("data-import-what")));
        let choose = Button::primary(fl!("data-choose")).icon(Icon::FolderInput);
        if ui.add(choose.enabled(enabled)).clicked() {
            commands.emit(Command::PickImport);
        }
        let (label, button) = (fl!("data-import-path"), fl!("data-import-button"));
        if path_ui(ui, &label, &button, &mut state.path, enabled)
            && let Some(path) = typed_path(&state.path)
        {
            state.path.clear();
            commands.emit(Command::TryImport(vec![path]));
        }
        ui.label(theme::note(ui, fl!("data-drop")));
        if let Some(job) = &model.job {
            job_ui(ui, job, commands);
        }
        readable_ui(ui, &mut state.readable);
    });
}
