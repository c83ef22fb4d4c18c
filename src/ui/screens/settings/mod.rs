//! The place "Settings": what the data means, how this computer shows it, and what program this is.
//!
//! Everything takes effect at once, but for the runner's own checklist, which is saved as a whole.

mod about;
mod health;
mod journal;
mod look;
mod routine;
mod zone;

use egui::Ui;

use crate::app::Model;
use crate::app::command::Commands;
use crate::fl;
use crate::theme;
use crate::ui::widgets;
use crate::ui::widgets::{labelled_choice as choice, titled_card as card};

/// What the screen remembers between frames.
#[derive(Default)]
pub struct SettingsState {
    zone: zone::ZoneState,
    routine: routine::RoutineState,
}

/// Shows it.
pub fn settings_ui(ui: &mut Ui, model: &Model, state: &mut SettingsState, commands: &mut Commands) {
    widgets::page(ui, "settings", |ui| {
        widgets::heading(ui, theme::page_title(ui, fl!("place-settings")));
        let mut of_second = Commands::default();
        widgets::columns(
            ui,
            0.55,
            |ui| {
                journal::units_ui(ui, model, commands);
                journal::days_ui(ui, model, &mut state.zone, commands);
                routine::routine_ui(ui, model, &mut state.routine, commands);
            },
            |ui| {
                look::look_ui(ui, model, &mut of_second);
                look::reminders_ui(ui, model, &mut of_second);
                health::health_ui(ui, model, &mut of_second);
                about::about_ui(ui);
            },
        );
        of_second.take().into_iter().for_each(|it| commands.emit(it));
    });
}
