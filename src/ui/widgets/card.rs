//! A card: the surface that holds one thing, as wide as there is room, its lines close together.

use egui::Ui;

use crate::theme;

/// A card with `content`.
pub fn card<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    theme::card(ui)
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = theme::GAP;
            content(ui)
        })
        .inner
}

/// The same under its title.
pub fn titled_card<R>(ui: &mut Ui, title: String, content: impl FnOnce(&mut Ui) -> R) -> R {
    card(ui, |ui| {
        ui.label(theme::card_title(ui, title));
        content(ui)
    })
}
