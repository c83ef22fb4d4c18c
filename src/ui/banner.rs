//! One line above every place while something about the journal itself must be known: it is a sample, or
//! it can only be read.

use egui::{Frame, Margin, Ui};
use lucide_icons::Icon;

use super::theme;
use super::widgets::icon;
use crate::app::Model;
use crate::fl;

/// Shows the line, if there is one.
pub fn banner_ui(ui: &mut Ui, model: &Model) {
    if model.read_only {
        line_ui(ui, Icon::Lock, fl!("banner-read-only"));
    }
    if model.sample {
        line_ui(ui, Icon::FlaskConical, fl!("banner-sample"));
    }
}

fn line_ui(ui: &mut Ui, it: Icon, words: String) {
    let palette = theme::palette(ui);
    Frame::new()
        .fill(palette.accent_soft)
        .inner_margin(Margin::symmetric(theme::MARGIN as i8, 8))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal_wrapped(|ui| {
                icon(ui, it, 16.0, palette.ink);
                ui.label(words);
            });
        });
}
