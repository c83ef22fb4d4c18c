//! The place "Settings".

use egui::Ui;

use crate::app::Model;
use crate::app::command::Commands;
use crate::fl;
use crate::ui::{theme, widgets};

/// What the screen remembers between frames.
#[derive(Default)]
pub struct SettingsState {}

/// Shows it.
pub fn settings_ui(ui: &mut Ui, _model: &Model, _state: &mut SettingsState, _commands: &mut Commands) {
    widgets::page(ui, "settings", |ui| {
        ui.label(theme::page_title(ui, fl!("place-settings")));
    });
}
