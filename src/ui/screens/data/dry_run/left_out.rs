//! Saving the rows that are left out, to put them right and import them again: by dialog, or to a typed path.

use egui::Ui;
use lucide_icons::Icon;

use super::super::path::PathField;
use super::super::replace::{Taken, replace_ui};
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
    replace: Option<Taken>,
}

/// Shows it, inside of a card. `asked`: the keyboard is to go to the path.
pub fn left_out_ui(ui: &mut Ui, enabled: bool, state: &mut LeftOutState, asked: bool, commands: &mut Commands) {
    ui.label(theme::quiet(ui, fl!("dry-left-out-what")));
    let choose = Button::secondary(fl!("dry-left-out-choose")).icon(Icon::FileDown);
    if ui.add(choose.enabled(enabled)).clicked() {
        commands.emit(Command::PickLeftOut);
    }
    state.typed |= asked;
    fold(ui, &fl!("dry-left-out-type"), &mut state.typed);
    if !state.typed {
        return;
    }
    let field = PathField {
        label: &fl!("dry-left-out-path"),
        button: &fl!("dry-left-out-button"),
        enabled,
        asked,
        error: None,
    };
    if let Some(to) = field.show(ui, &mut state.path) {
        if to.symlink_metadata().is_ok() {
            state.replace = Some(Taken::of(to));
        } else {
            commands.emit(Command::SaveLeftOut { to, force: false });
        }
    }
    if let Some(to) = replace_ui(ui, &mut state.replace) {
        commands.emit(Command::SaveLeftOut { to, force: true });
    }
}
