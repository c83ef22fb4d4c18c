//! The checklist is offered at once after a run is saved.

use egui::{Id, Modal, Ui};
use lucide_icons::Icon;

use super::widgets::{Button, icon};
use crate::app::Model;
use crate::app::command::{Command, Commands};
use crate::fl;
use crate::theme;

/// Asks whether to start the checklist, while one is offered.
pub fn offer_ui(ui: &mut Ui, model: &Model, commands: &mut Commands) {
    let Some(run) = model.offer.filter(|_| model.form.is_none()) else {
        return;
    };
    let frame = theme::toast(ui).inner_margin(theme::INSIDE as i8);
    let area = Modal::default_area(Id::unique("offer")).accessible_name(fl!("offer-title"));
    let modal = Modal::new(Id::unique("offer")).area(area).frame(frame).show(ui, |ui| {
        ui.set_width(420.0_f32.min(ui.content_rect().width() - 2.0 * theme::MARGIN));
        icon(ui, Icon::ListChecks, 28.0, theme::palette(ui).accent);
        ui.label(theme::step_title(ui, fl!("offer-title")));
        ui.label(theme::quiet(ui, fl!("offer-text")));
        ui.add_space(theme::GAP);
        ui.horizontal_wrapped(|ui| {
            let start = ui.add(Button::primary(fl!("checklist-start")).icon(Icon::Play));
            if ui.memory(|memory| memory.focused().is_none()) {
                start.request_focus();
            }
            if start.clicked() {
                commands.emit(Command::StartChecklist(run));
            }
            if ui.add(Button::secondary(fl!("offer-later"))).clicked() {
                commands.emit(Command::DeclineChecklist);
            }
        });
    });
    if modal.should_close() {
        commands.emit(Command::DeclineChecklist);
    }
}
