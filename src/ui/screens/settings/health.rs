//! Whether the health questions were answered, and the way to them.

use egui::Ui;
use strum::VariantArray as _;

use super::card;
use crate::app::Model;
use crate::app::command::{Command, Commands};
use crate::domain::{Concern, Health};
use crate::fl;
use crate::theme;
use crate::ui::widgets::Button;

/// Shows it. What was ticked is not: who looks over a shoulder need not read it.
pub fn health_ui(ui: &mut Ui, model: &Model, commands: &mut Commands) {
    let health = &model.settings().health;
    card(ui, fl!("health-questions"), |ui| {
        ui.label(theme::quiet(ui, told(health)));
        let words = if health.answered {
            fl!("settings-health-change")
        } else {
            fl!("settings-health-answer")
        };
        ui.horizontal_wrapped(|ui| {
            if ui.add(Button::secondary(words).enabled(model.can_write())).clicked() {
                commands.emit(Command::AskHealth);
            }
            let forget = Button::quiet(fl!("settings-health-forget")).enabled(model.can_write());
            if health.answered && ui.add(forget).clicked() {
                commands.emit(Command::Health(Health::default()));
            }
        });
        ui.label(theme::note(ui, fl!("settings-health-note")));
    });
}

fn told(health: &Health) -> String {
    match health.concerns.len() {
        _ if !health.answered => fl!("settings-health-open"),
        0 => fl!("settings-health-none"),
        n => fl!("settings-health-some", n = n, all = Concern::VARIANTS.len()),
    }
}
