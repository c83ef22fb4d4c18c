//! Notices at the lower right: what was done, with an undo beside it, and what did not work.

use egui::{Align2, Area, Id, Order, Role, Ui, UiBuilder, vec2};
use lucide_icons::Icon;

use super::widgets::{Button, icon};
use crate::app::Model;
use crate::app::command::{Command, Commands};
use crate::app::notices::{Notice, Severity};
use crate::fl;
use crate::theme;

const WIDTH: f32 = 400.0;

/// Shows the notices, the newest lowest, above the `foot` of the window.
pub fn toasts_ui(ui: &mut Ui, model: &Model, foot: f32, commands: &mut Commands) {
    if model.notices.iter().next().is_none() {
        return;
    }
    let room = ui.content_rect().width() - 2.0 * theme::BETWEEN;
    Area::new(Id::unique("notices"))
        .order(Order::Foreground)
        .anchor(Align2::RIGHT_BOTTOM, vec2(-theme::BETWEEN, -theme::BETWEEN.max(foot)))
        .show(ui, |ui| {
            ui.set_width(WIDTH.min(room));
            for notice in model.notices.iter() {
                let alert = UiBuilder::new()
                    .id_salt(notice.id)
                    .accessibility_role(Role::Alert)
                    .accessibility_label(notice.sentence.clone());
                ui.scope_builder(alert, |ui| toast_ui(ui, model, notice, commands));
            }
        });
}

fn toast_ui(ui: &mut Ui, model: &Model, notice: &Notice, commands: &mut Commands) {
    let it = theme::palette(ui);
    let (mark, ink) = match notice.severity {
        Severity::Done => (Icon::Check, it.accent),
        Severity::Info => (Icon::Info, it.second_ink),
        Severity::Problem => (Icon::TriangleAlert, it.soreness),
    };
    theme::toast(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            icon(ui, mark, 18.0, ink);
            let buttons = 40.0 + if can_undo(model, notice) { 80.0 } else { 0.0 };
            let words = (ui.available_width() - buttons).max(80.0);
            ui.vertical(|ui| {
                ui.set_width(words);
                ui.label(notice.sentence.as_str());
            });
            if can_undo(model, notice) && ui.add(Button::quiet(fl!("undo")).small().ink(it.accent)).clicked() {
                commands.emit(Command::Undo);
                commands.emit(Command::DismissNotice(notice.id));
            }
            if ui.add(Button::icon_only(Icon::X, fl!("dismiss")).small()).clicked() {
                commands.emit(Command::DismissNotice(notice.id));
            }
        });
    });
}

/// Whether the notice's batch is still the one that undo would take back.
fn can_undo(model: &Model, notice: &Notice) -> bool {
    let newest = model.undo.undo.as_ref().map(|(batch, _)| *batch);
    notice.undo.is_some() && notice.undo == newest && model.can_write()
}
