//! Where the journal is, and what lies beside it.

use egui::{Label, Ui};
use lucide_icons::Icon;

use super::card;
use crate::app::Model;
use crate::fl;
use crate::theme;
use crate::ui::widgets::{Button, icon_label};

/// Shows it.
pub fn file_ui(ui: &mut Ui, model: &Model) {
    card(ui, fl!("data-file"), |ui| {
        let path = model.path.display().to_string();
        theme::sunk(ui).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.add(Label::new(path.as_str()).selectable(true).wrap());
        });
        let copy = Button::secondary(fl!("data-copy-path")).icon(Icon::Copy).small();
        if ui.add(copy).clicked() {
            ui.copy_text(path);
        }
        if model.sample {
            icon_label(ui, Icon::FlaskConical, fl!("data-file-sample"));
        }
        if model.read_only {
            icon_label(ui, Icon::Lock, fl!("data-file-read-only"));
        }
        ui.label(theme::quiet(ui, fl!("data-file-beside")));
        icon_label(ui, Icon::WifiOff, fl!("data-no-network"));
    });
}
