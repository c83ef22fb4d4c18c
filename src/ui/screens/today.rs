//! The place "Today".

use egui::Ui;

use crate::app::Model;
use crate::app::command::Commands;
use crate::fl;
use crate::ui::{theme, widgets};

/// What the screen remembers between frames.
#[derive(Default)]
pub struct TodayState {}

/// Shows it.
pub fn today_ui(ui: &mut Ui, _model: &Model, _state: &mut TodayState, _commands: &mut Commands) {
    widgets::page(ui, "today", |ui| {
        ui.label(theme::page_title(ui, fl!("place-today")));
    });
}
