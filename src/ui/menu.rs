//! The menu: every command of the table with its key, for those who look before they press.

use egui::{Key, KeyboardShortcut, Modifiers, Popup, Ui};
use lucide_icons::Icon;

use super::widgets::Button;
use crate::app::Model;
use crate::app::command::{Action, Command, Commands, Shortcut, actions};
use crate::fl;

/// The button that opens the menu, and the menu.
pub fn menu_ui(ui: &mut Ui, model: &Model, commands: &mut Commands) {
    let button = ui.add(Button::icon_only(Icon::Menu, fl!("menu")).small());
    Popup::menu(&button).show(|ui| {
        ui.set_min_width(240.0);
        let table = actions(model);
        for (n, action) in table.iter().enumerate() {
            if n > 0 && group(action) != group(&table[n - 1]) {
                ui.separator();
            }
            if line_ui(ui, action) {
                commands.emit(action.command.clone());
                ui.close();
            }
        }
    });
}

fn line_ui(ui: &mut Ui, action: &Action) -> bool {
    let mut line = egui::Button::new(action.label.as_str()).frame_when_inactive(false);
    if let Some(shortcut) = action.shortcut {
        line = line.shortcut_text(keys(ui, shortcut));
    }
    ui.add_enabled(action.enabled, line)
        .accessible_name(action.label.as_str())
        .on_hover_text(action.hint.as_str())
        .clicked()
}

/// Lines of one group stand together in the menu.
fn group(action: &Action) -> u8 {
    match action.command {
        Command::Go(_) => 0,
        Command::Open(_) | Command::MorningCheck => 1,
        Command::Undo | Command::Redo => 2,
        _ => 3,
    }
}

/// A shortcut as this system writes it: `Ctrl+Z`, `⌘Z`.
pub fn keys(ui: &Ui, shortcut: Shortcut) -> String {
    chord(shortcut).map_or_else(String::new, |it| ui.ctx().format_shortcut(&it))
}

/// A shortcut as egui knows it; `None` for a key that egui has not.
pub fn chord(shortcut: Shortcut) -> Option<KeyboardShortcut> {
    let mut modifiers = Modifiers::NONE;
    if shortcut.command {
        modifiers |= Modifiers::COMMAND;
    }
    if shortcut.shift {
        modifiers |= Modifiers::SHIFT;
    }
    Some(KeyboardShortcut::new(modifiers, Key::from_name(shortcut.key)?))
}
