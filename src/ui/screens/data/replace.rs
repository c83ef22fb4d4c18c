//! The question whether to write over what is there.

use std::path::PathBuf;

use egui::{Id, Modal, Ui};

use crate::fl;
use crate::theme;
use crate::ui::widgets::Button;

/// Asks it about `place`, while there is one. The place, where it is to be replaced.
pub fn replace_ui(ui: &mut Ui, place: &mut Option<PathBuf>) -> Option<PathBuf> {
    let to = place.clone()?;
    let width = 420.0_f32.min(ui.content_rect().width() - 80.0);
    let frame = theme::card(ui);
    let modal = Modal::new(Id::unique("replace")).frame(frame).show(ui, |ui| {
        ui.set_width(width);
        ui.label(theme::card_title(ui, fl!("data-replace")));
        ui.label(theme::quiet(
            ui,
            fl!("data-replace-hint", path = to.display().to_string()),
        ));
        ui.add_space(theme::GAP);
        ui.horizontal_wrapped(|ui| {
            let keep = ui.add(Button::primary(fl!("data-replace-keep"))).clicked();
            let force = ui.add(Button::secondary(fl!("data-replace-it"))).clicked();
            (keep, force)
        })
        .inner
    });
    let closes = modal.should_close();
    let (keep, force) = modal.inner;
    if keep || force || closes {
        *place = None;
    }
    force.then_some(to)
}
