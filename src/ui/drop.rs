//! Files dropped anywhere on the window are imported.

use std::path::PathBuf;

use egui::{Align2, Area, Id, Order, Ui, vec2};
use lucide_icons::Icon;

use super::widgets::icon_label;
use crate::app::Model;
use crate::app::command::{Command, Commands, Place};
use crate::fl;
use crate::theme;

/// Imports what was dropped in this frame, and says so while files hover over the window.
pub fn dropped_files(ui: &mut Ui, model: &Model, commands: &mut Commands) {
    let can_import = model.can_write() && model.job.is_none();
    let hovering = ui.input(|input| !input.raw.hovered_files.is_empty());
    if hovering && can_import {
        Area::new(Id::unique("drop"))
            .order(Order::Foreground)
            .anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0))
            .interactable(false)
            .show(ui, |ui| {
                theme::toast(ui).show(ui, |ui| icon_label(ui, Icon::Download, fl!("drop-to-import")))
            });
    }
    let paths: Vec<PathBuf> = ui.input(|input| {
        let files = input.raw.dropped_files.iter();
        files.map(|it| it.path().to_owned()).collect()
    });
    if !paths.is_empty() && can_import {
        commands.emit(Command::Import(paths));
        commands.emit(Command::Go(Place::Data));
    }
}
