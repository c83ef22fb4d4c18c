//! The place "Checklist".

use egui::Ui;

use crate::app::Model;
use crate::app::command::Commands;
use crate::fl;
use crate::ui::{theme, widgets};

/// What the screen remembers between frames.
#[derive(Default)]
pub struct ChecklistState {}

/// Shows it.
pub fn checklist_ui(ui: &mut Ui, _model: &Model, _state: &mut ChecklistState, _commands: &mut Commands) {
    widgets::page(ui, "checklist", |ui| {
        ui.label(theme::page_title(ui, fl!("place-checklist")));
    });
}
