//! Files dropped anywhere on the window are read, and what importing them would bring is shown.

use std::path::PathBuf;

use egui::{Align2, Area, Id, Order, Ui, vec2};
use lucide_icons::Icon;

use super::widgets::icon_label;
use crate::app::Model;
use crate::app::command::{Command, Commands};
use crate::fl;
use crate::theme;

/// Reads what was dropped in this frame, and says so while files hover over the window. Where nothing can be
/// read now, the app says why.
pub fn dropped_files(ui: &mut Ui, model: &Model, commands: &mut Commands) {
    if ui.input(|input| !input.raw.hovered_files.is_empty()) {
        let words = match &model.job {
            _ if !model.can_write() => fl!("drop-read-only"),
            Some(job) => fl!("drop-busy", what = job.label.to_lowercase()),
            None => fl!("drop-to-read"),
        };
        Area::new(Id::unique("drop"))
            .order(Order::Foreground)
            .anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0))
            .interactable(false)
            .show(ui, |ui| {
                theme::toast(ui).show(ui, |ui| icon_label(ui, Icon::FileSearch, words))
            });
    }
    let paths: Vec<PathBuf> = ui.input(|input| {
        let files = input.raw.dropped_files.iter();
        files.map(|it| it.path().to_owned()).collect()
    });
    if !paths.is_empty() {
        commands.emit(Command::TryImport(paths));
    }
}
