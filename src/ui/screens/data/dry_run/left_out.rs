//! Saving the rows that are left out, to put them right and import them again: by dialog, or to a typed path.

use std::path::PathBuf;

use egui::Ui;
use lucide_icons::Icon;

use super::super::path::{path_ui, typed_path};
use super::super::replace::replace_ui;
use crate::app::command::{Command, Commands};
use crate::fl;
use crate::theme;
use crate::ui::widgets::{Button, fold};

/// What is remembered between frames.
#[derive(Default)]
pub struct LeftOutState {
    /// Whether the field for a path is open.
    typed: bool,
    /// The path typed to save to.
    path: String,
    /// The place where something is already, while it is being asked whether to replace it.
    replace: Option<PathBuf>,
}

/// Shows it, inside of a card.
pub fn left_out_ui(ui: &mut Ui, enabled: bool, state: &mut LeftOutState, commands: &mut Commands) {
    ui.label(theme::quiet(ui, fl!("dry-left-out-what")));
    let choose = Button::secondary(fl!("dry-left-out-choose")).icon(Icon::FileDown);
    if ui.add(choose.enabled(enabled)).clicked() {
        commands.emit(Command::PickLeftOut);
    }
    fold(ui, &fl!("dry-left-out-type"), &mut state.typed);
    if !state.typed {
        return;
    }
    let (label, button) = (fl!("dry-left-out-path"), fl!("dry-left-out-button"));
    let pressed = path_ui(ui, &label, &button, &mut state.path, enabled);
    if let Some(to) = typed_path(&state.path).filter(|_| pressed) {
        if to.symlink_metadata().is_ok() {
            state.replace = Some(to);
        } else {
            commands.emit(Command::SaveLeftOut { to, force: false });
        }
    }
    if let Some(to) = replace_ui(ui, &mut state.replace) {
        commands.emit(Command::SaveLeftOut { to, force: true });
    }
}
