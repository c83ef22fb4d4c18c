//! The place "Data".

use egui::Ui;

use crate::app::Model;
use crate::app::command::Commands;
use crate::fl;
use crate::ui::{theme, widgets};

/// What the screen remembers between frames.
#[derive(Default)]
pub struct DataState {}

/// Shows it.
pub fn data_ui(ui: &mut Ui, _model: &Model, _state: &mut DataState, _commands: &mut Commands) {
    widgets::page(ui, "data", |ui| {
        ui.label(theme::page_title(ui, fl!("place-data")));
    });
}
