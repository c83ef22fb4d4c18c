//! How this computer shows the journal: theme and text size.

use egui::Ui;

use super::{card, choice};
use crate::app::Model;
use crate::app::command::{Command, Commands};
use crate::app::look::{Look, ThemeChoice};
use crate::fl;
use crate::ui::theme;

/// The steps of the text size, in percent.
const SIZES: [u16; 5] = [100, 125, 150, 175, 200];

/// Shows it.
pub fn look_ui(ui: &mut Ui, model: &Model, commands: &mut Commands) {
    let mut look: Look = model.look;
    card(ui, fl!("settings-look"), |ui| {
        let themes = [
            (ThemeChoice::System, fl!("settings-theme-system")),
            (ThemeChoice::Light, fl!("settings-theme-light")),
            (ThemeChoice::Dark, fl!("settings-theme-dark")),
        ];
        choice(ui, &fl!("settings-theme"), &mut look.theme, &themes);
        let sizes = SIZES.map(|size| (size, fl!("settings-percent", n = size)));
        choice(ui, &fl!("settings-text-size"), &mut look.text_percent, &sizes);
        ui.label(theme::note(ui, fl!("settings-look-note")));
    });
    if look != model.look {
        commands.emit(Command::SetLook(look));
    }
}
