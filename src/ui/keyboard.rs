//! Shortcuts: the command table by keyboard.
//!
//! While a form is open its keys are its own, and while a text field has the keyboard undo is the
//! field's, and a key without Ctrl is a letter.

use egui::Ui;

use super::menu::chord;
use crate::app::Model;
use crate::app::command::{Command, Commands, actions};

/// Emits the commands whose shortcut was pressed.
pub fn shortcuts(ui: &Ui, model: &Model, commands: &mut Commands) {
    if model.is_covered() {
        return;
    }
    let typing = ui.text_edit_focused();
    // The longer chord first: egui takes Ctrl+Shift+Z for Ctrl+Z too.
    let mut table = actions(model);
    table.sort_by_key(|it| !it.shortcut.is_some_and(|it| it.shift));
    for action in table {
        let is_letter = action.shortcut.is_some_and(|it| !it.command);
        let of_the_field = typing && (is_letter || matches!(action.command, Command::Undo | Command::Redo));
        let Some(chord) = action.shortcut.and_then(chord).filter(|_| !of_the_field) else {
            continue;
        };
        if ui.input_mut(|input| input.consume_shortcut(&chord)) && action.enabled {
            commands.emit(action.command);
        }
    }
}
