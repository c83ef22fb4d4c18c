//! The menu: the commands of the table with their keys, for those who look before they press. How it looks
//! and sounds is in Settings, which the menu leads to.

use egui::{Key, KeyboardShortcut, Modifiers, Popup, ScrollArea, Ui};
use lucide_icons::Icon;

use super::widgets::{Button, name_scroll_bar};
use crate::app::Model;
use crate::app::command::{Action, Commands, Shortcut, actions};
use crate::app::table::Group;
use crate::fl;
use crate::theme;

/// The button that opens the menu, and the menu.
pub fn menu_ui(ui: &mut Ui, model: &Model, commands: &mut Commands) {
    let button = ui.add(Button::icon_only(Icon::Menu, fl!("menu")).small());
    Popup::menu(&button).show(|ui| {
        ui.set_min_width(260.0);
        let room = ui.content_rect().height() - 2.0 * theme::MARGIN;
        let shown = ScrollArea::vertical()
            .min_scrolled_height(room)
            .max_height(room)
            .show(ui, |ui| lines_ui(ui, model, commands));
        name_scroll_bar(ui, shown.id);
    });
}

fn lines_ui(ui: &mut Ui, model: &Model, commands: &mut Commands) {
    let table = actions(model).into_iter().filter(|it| it.group() != Group::Look);
    let table: Vec<_> = table.collect();
    for (n, action) in table.iter().enumerate() {
        if n > 0 && action.group() != table[n - 1].group() {
            ui.separator();
        }
        if line_ui(ui, action) {
            commands.emit(action.command.clone());
            ui.close();
        }
    }
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

/// A shortcut as this system writes it: `Ctrl+Z`, `⌘Z`, `?`.
pub fn keys(ui: &Ui, shortcut: Shortcut) -> String {
    let Some(chord) = chord(shortcut) else {
        return String::new();
    };
    let written = ui.ctx().format_shortcut(&chord);
    // A sign says itself, where egui writes its name.
    let (name, sign) = (chord.logical_key.name(), chord.logical_key.symbol_or_name());
    match written.strip_suffix(name) {
        Some(before) if sign.is_ascii() => format!("{before}{sign}"),
        _ => written,
    }
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
