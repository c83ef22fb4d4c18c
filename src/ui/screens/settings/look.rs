//! How this computer shows the journal and says things: theme, text size, reminders, sounds.

use egui::Ui;

use super::{card, choice};
use crate::app::Model;
use crate::app::command::{Command, Commands};
use crate::app::look::{Look, ThemeChoice};
use crate::app::table::TEXT_SIZES;
use crate::fl;
use crate::theme;
use crate::ui::widgets::switch;

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
        let sizes = TEXT_SIZES.map(|size| (size, fl!("settings-percent", n = size)));
        choice(ui, &fl!("settings-text-size"), &mut look.text_percent, &sizes);
        ui.label(theme::note(ui, fl!("settings-look-note")));
    });
    if look != model.look {
        commands.emit(Command::SetLook(look));
    }
}

/// Whether to be told what time brings about, and how.
pub fn reminders_ui(ui: &mut Ui, model: &Model, commands: &mut Commands) {
    let mut look: Look = model.look;
    card(ui, fl!("settings-reminders"), |ui| {
        switch(
            ui,
            &mut look.remind,
            &fl!("settings-remind"),
            &fl!("settings-remind-note"),
        );
        switch(
            ui,
            &mut look.sounds,
            &fl!("settings-sounds"),
            &fl!("settings-sounds-note"),
        );
    });
    if look != model.look {
        commands.emit(Command::SetLook(look));
    }
}
