//! The screen of a journal that cannot be opened: what is wrong, and what to do. Nothing was changed.

use egui::{CentralPanel, Frame, Ui};
use lucide_icons::Icon;

use super::widgets::{Button, icon};
use crate::fl;
use crate::theme;

/// What the runner wants to do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Try the same file again.
    Again,
    /// Open another file.
    Another,
    /// Leave.
    Close,
}

/// Shows why; what was wished for, if anything.
pub fn problem_ui(ui: &mut Ui, sentence: &str) -> Option<Wish> {
    let ground = Frame::new()
        .fill(theme::palette(ui).ground)
        .inner_margin(theme::MARGIN as i8);
    let shown = CentralPanel::default().frame(ground).show(ui, |ui| {
        ui.vertical_centered(|ui| {
            ui.add_space((ui.available_height() * 0.2).min(120.0));
            ui.set_max_width(theme::FORM);
            theme::card(ui)
                .show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    icon(ui, Icon::FileWarning, 32.0, theme::palette(ui).soreness);
                    ui.label(theme::step_title(ui, fl!("problem-title")));
                    ui.label(sentence);
                    ui.add_space(theme::GAP);
                    ui.horizontal_wrapped(|ui| {
                        let again = ui.add(Button::primary(fl!("problem-again"))).clicked();
                        let another = ui.add(Button::secondary(fl!("problem-another"))).clicked();
                        let close = ui.add(Button::secondary(fl!("problem-close"))).clicked();
                        match (again, another, close) {
                            (true, _, _) => Some(Wish::Again),
                            (_, true, _) => Some(Wish::Another),
                            (_, _, true) => Some(Wish::Close),
                            _ => None,
                        }
                    })
                    .inner
                })
                .inner
        })
        .inner
    });
    shown.inner
}
