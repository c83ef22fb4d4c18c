//! One line above every place while something must be known there: the journal is a sample, or can only
//! be read; or it is time for something, and the desktop could not say so.

use egui::{Align, Frame, Label, Layout, Margin, Role, Ui, UiBuilder};
use lucide_icons::Icon;

use super::theme;
use super::widgets::{Button, icon};
use crate::app::Model;
use crate::app::command::{Command, Commands};
use crate::fl;

/// Shows the lines, if there are any.
pub fn banner_ui(ui: &mut Ui, model: &Model, commands: &mut Commands) {
    if model.read_only {
        line_ui(ui, Icon::Lock, &fl!("banner-read-only"));
    }
    if model.sample {
        line_ui(ui, Icon::FlaskConical, &fl!("banner-sample"));
    }
    for (n, untold) in model.untold.iter().enumerate() {
        let alert = UiBuilder::new()
            .id_salt(("untold", n))
            .accessibility_role(Role::Alert)
            .accessibility_label(untold.sentence.clone());
        ui.scope_builder(alert, |ui| reminder_ui(ui, &untold.sentence, n == 0, commands));
    }
}

/// A reminder; the first of them has the button that puts all away.
fn reminder_ui(ui: &mut Ui, sentence: &str, first: bool, commands: &mut Commands) {
    let palette = theme::palette(ui);
    surface(ui).show(ui, |ui| {
        ui.horizontal(|ui| {
            icon(ui, Icon::Bell, 18.0, palette.accent);
            let room = ui.available_width() - theme::SMALL_CONTROL - theme::GAP;
            ui.scope(|ui| {
                ui.set_max_width(room);
                ui.add(Label::new(theme::strong(ui, sentence)).wrap());
            });
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let close = Button::icon_only(Icon::X, fl!("reminder-close")).small();
                if first && ui.add(close).clicked() {
                    commands.emit(Command::CloseReminders);
                }
            });
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
