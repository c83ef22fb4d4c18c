//! The place "Journal".

use egui::Ui;

use crate::app::Model;
use crate::app::command::Commands;
use crate::fl;
use crate::ui::{theme, widgets};

/// What the screen remembers between frames.
#[derive(Default)]
pub struct JournalState {}

/// Shows it.
pub fn journal_ui(ui: &mut Ui, _model: &Model, _state: &mut JournalState, _commands: &mut Commands) {
    widgets::page(ui, "journal", |ui| {
        ui.label(theme::page_title(ui, fl!("place-journal")));
    });
}
