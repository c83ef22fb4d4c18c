//! What a screen says while it has nothing to show: what to do first, and one button for it.

use egui::Ui;
use lucide_icons::Icon;

use super::{Button, icon};
use crate::theme;

/// An empty screen: an icon, a sentence, what to do. True when its button was pressed.
pub fn empty_state(ui: &mut Ui, it: Icon, title: &str, text: &str, button: Option<&str>) -> bool {
    theme::card(ui)
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.vertical_centered(|ui| {
                ui.add_space(theme::INSIDE);
                icon(ui, it, 32.0, theme::palette(ui).accent);
                ui.label(theme::card_title(ui, title));
                ui.set_max_width(ui.available_width().min(480.0));
                ui.label(theme::quiet(ui, text));
                ui.add_space(theme::GAP);
                let pressed = button.is_some_and(|words| ui.add(Button::primary(words)).clicked());
                ui.add_space(theme::INSIDE);
                pressed
            })
            .inner
        })
        .inner
}
