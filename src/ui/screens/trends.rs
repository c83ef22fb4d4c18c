//! The place "Trends".

use egui::Ui;

use crate::app::Model;
use crate::app::command::Commands;
use crate::fl;
use crate::ui::{theme, widgets};

/// What the screen remembers between frames.
#[derive(Default)]
pub struct TrendsState {}

/// Shows it.
pub fn trends_ui(ui: &mut Ui, _model: &Model, _state: &mut TrendsState, _commands: &mut Commands) {
    widgets::page(ui, "trends", |ui| {
        ui.label(theme::page_title(ui, fl!("place-trends")));
    });
}
