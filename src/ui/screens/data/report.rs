//! What came of the last import, and what stayed when one was undone.

use egui::Ui;
use lucide_icons::Icon;

use super::card;
use super::dry_run::{LeftOutState, left_out_ui};
use crate::app::Model;
use crate::app::command::{Command, Commands};
use crate::domain::import::words;
use crate::fl;
use crate::theme;
use crate::ui::widgets::{Button, fold, icon_label};

/// How many records are listed that stayed.
const KEPT: usize = 50;

/// What is remembered between frames.
#[derive(Default)]
pub struct ReportState {
    left_out: LeftOutState,
    left_out_open: bool,
}

/// Shows what the last import brought, while it stands. `asked`: the keyboard is to go to the path for the rows
/// that it left out.
pub fn report_ui(ui: &mut Ui, model: &Model, state: &mut ReportState, asked: bool, commands: &mut Commands) {
    let Some(imported) = &model.imported else { return };
    let mut imports = model.journal.imports.iter();
    if !imports.any(|it| it.meta.batch_id == Some(imported.batch)) {
        return;
    }
    let report = &imported.report;
    card(ui, fl!("data-report"), |ui| {
        icon_label(ui, Icon::CircleCheck, words::imported(report));
        if report.completed() > 0 && report.imported > 0 {
            ui.label(theme::quiet(ui, words::completed(report)));
        }
        if let Some(days) = report.days() {
            ui.label(theme::quiet(ui, words::days(days)));
        }
        if report.has_left_out_rows() {
            state.left_out_open |= asked;
            fold(ui, &fl!("dry-left-out-title"), &mut state.left_out_open);
            if state.left_out_open {
                left_out_ui(ui, model.job.is_none(), &mut state.left_out, asked, commands);
            }
        }
    });
}

/// Lists what stayed when an import was undone, until it is put away.
pub fn kept_ui(ui: &mut Ui, model: &Model, commands: &mut Commands) {
    if model.kept.is_empty() {
        return;
    }
    card(ui, fl!("data-kept"), |ui| {
        ui.label(theme::quiet(ui, fl!("data-kept-what")));
        for it in model.kept.iter().take(KEPT) {
            ui.label(words::kept(&model.journal, it));
        }
        if model.kept.len() > KEPT {
            let more = model.kept.len() - KEPT;
            ui.label(theme::note(ui, fl!("data-more-kept", n = more)));
        }
        if ui.add(Button::secondary(fl!("data-kept-close")).small()).clicked() {
            commands.emit(Command::CloseKept);
        }
    });
}
