//! One line above every place while something must be known there: the journal is a sample, or can only
//! be read; or it is time for something, and the desktop could not say so.

use egui::{Frame, Margin, Role, Ui, UiBuilder};
use lucide_icons::Icon;

use super::widgets::{Button, icon, icon_label};
use crate::app::Model;
use crate::app::command::{Command, Commands};
use crate::fl;
use crate::theme;

/// Shows the lines, if there are any.
pub fn banner_ui(ui: &mut Ui, model: &Model, commands: &mut Commands) {
    if model.read_only {
        line_ui(ui, Icon::Lock, &fl!("banner-read-only"));
    }
    if model.sample {
        line_ui(ui, Icon::FlaskConical, &fl!("banner-sample"));
    }
    if !model.untold.is_empty() {
        reminders_ui(ui, model, commands);
    }
}

/// All reminders that the desktop did not take, and the button that puts them away.
fn reminders_ui(ui: &mut Ui, model: &Model, commands: &mut Commands) {
    surface(ui).show(ui, |ui| {
        ui.horizontal(|ui| {
            let room = ui.available_width() - theme::SMALL_CONTROL - theme::GAP;
            ui.vertical(|ui| {
                ui.set_width(room);
                for (n, untold) in model.untold.iter().enumerate() {
                    let alert = UiBuilder::new()
                        .id_salt(("untold", n))
                        .accessibility_role(Role::Alert)
                        .accessibility_label(untold.sentence.clone());
                    ui.scope_builder(alert, |ui| {
                        icon_label(ui, Icon::Bell, theme::strong(ui, untold.sentence.as_str()));
                    });
                }
            });
            let close = Button::icon_only(Icon::X, fl!("reminder-close")).small();
            if ui.add(close).clicked() {
                commands.emit(Command::CloseReminders);
            }
        });
    });
}

fn surface(ui: &Ui) -> Frame {
    Frame::new()
        .fill(theme::palette(ui).accent_soft)
        .inner_margin(Margin::symmetric(theme::MARGIN as i8, 8))
}

fn line_ui(ui: &mut Ui, it: Icon, words: &str) {
    let palette = theme::palette(ui);
    surface(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_wrapped(|ui| {
            icon(ui, it, 16.0, palette.ink);
            ui.label(words);
        });
    });
}
