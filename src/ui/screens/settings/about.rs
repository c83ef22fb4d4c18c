//! What program this is, whose, and what it is made with.

use egui::Ui;

use super::card;
use crate::fl;
use crate::theme;

/// Shows it.
pub fn about_ui(ui: &mut Ui) {
    card(ui, fl!("settings-about"), |ui| {
        let version = fl!("settings-version", version = env!("AFTERRUN_VERSION"));
        ui.label(theme::strong(ui, version));
        ui.label(theme::quiet(ui, fl!("settings-what")));
        ui.label(theme::quiet(ui, fl!("settings-not-medical")));
        ui.label(theme::quiet(ui, fl!("settings-licence")));
        ui.label(theme::note(ui, fl!("settings-fonts")));
    });
}
