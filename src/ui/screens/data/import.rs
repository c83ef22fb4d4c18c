//! Bringing in what others recorded: by dialog, by a typed path, by dropping files on the window.

use std::io::ErrorKind;
use std::path::PathBuf;

use egui::{Align, FontFamily, Layout, Ui, vec2};
use lucide_icons::Icon;

use super::card;
use super::job::job_ui;
use super::path::PathField;
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
    /// The text of a path where nothing was.
    missing: Option<String>,
    /// Whether the list of what can be read is open, once it was opened or folded by hand.
    readable: Option<bool>,
}

/// Shows it. `asked`: the keyboard is to go to the path.
pub fn import_ui(ui: &mut Ui, model: &Model, state: &mut ImportState, asked: bool, commands: &mut Commands) {
    let enabled = model.can_write() && model.job.is_none();
    card(ui, fl!("data-import"), |ui| {
        ui.label(theme::quiet(ui, fl!("data-import-what")));
        choose_ui(ui, enabled, commands);
        if let Some(path) = path_ui(ui, state, enabled, asked) {
            commands.emit(Command::TryImport(vec![path]));
        }
        if let Some(job) = &model.job {
            job_ui(ui, job, commands);
        }
        // Who has imported something knows where it comes from.
        let mut open = state.readable.unwrap_or(model.journal.imports.is_empty());
        let before = open;
        readable_ui(ui, &mut open);
        if open != before {
            state.readable = Some(open);
        }
    });
}

/// The button for the dialog; that files can be dropped stands beside it, or below it where it has no room there.
fn choose_ui(ui: &mut Ui, enabled: bool, commands: &mut Commands) {
    let choose = Button::primary(fl!("data-choose"))
        .icon(Icon::FolderInput)
        .enabled(enabled);
    let drop = fl!("data-drop");
    let both = choose.width(ui) + theme::GAP + theme::text_width(ui, &drop, FontFamily::Proportional, theme::BODY);
    let layout = if both <= ui.available_width() {
        Layout::left_to_right(Align::Center)
    } else {
        Layout::top_down(Align::Min)
    };
    let size = vec2(ui.available_width(), theme::CONTROL);
    ui.allocate_ui_with_layout(size, layout, |ui| {
        if ui.add(choose).clicked() {
            commands.emit(Command::PickImport);
        }
        ui.label(theme::quiet(ui, drop));
    });
}

/// The path to import from, once it is meant and something is there. Asked once, when the button is pressed.
fn path_ui(ui: &mut Ui, state: &mut ImportState, enabled: bool, asked: bool) -> Option<PathBuf> {
    let no_such = fl!("data-no-such-file");
    let is_missing = state.missing.as_ref() == Some(&state.path);
    let field = PathField {
        label: &fl!("data-import-path"),
        button: &fl!("data-import-button"),
        enabled,
        asked,
        error: is_missing.then_some(&no_such),
    };
    let path = field.show(ui, &mut state.path)?;
    if path
        .symlink_metadata()
        .is_err_and(|error| error.kind() == ErrorKind::NotFound)
    {
        state.missing = Some(state.path.clone());
        return None;
    }
    state.path.clear();
    Some(path)
}
