//! The health questions: one sheet of ticks, asked once, answered by whoever wants to.
//!
//! What is ticked here decides which steps are suggested. So it says what it is for, where the answers
//! stay, and that it is no medical advice; and it can be left without an answer, after which the steps in
//! question stay closed.

use std::collections::BTreeSet;

use egui::{Id, Margin, Modal, ScrollArea, Ui};
use lucide_icons::Icon;
use strum::VariantArray as _;

use super::widgets::{self, Button, tick};
use crate::app::Model;
use crate::app::command::{Command, Commands};
use crate::app::model::Sheet;
use crate::domain::{Concern, Health};
use crate::fl;
use crate::theme;

/// What is ticked and not saved yet; `None` while the sheet is closed.
#[derive(Default)]
pub struct HealthState {
    ticked: Option<BTreeSet<Concern>>,
}

/// Shows the sheet, while it is asked for.
pub fn health_ui(ui: &mut Ui, model: &Model, state: &mut HealthState, commands: &mut Commands) {
    if model.sheet != Some(Sheet::Health) {
        state.ticked = None;
        return;
    }
    let kept = &model.settings().health;
    let ticked = state.ticked.get_or_insert_with(|| kept.concerns.clone());
    let room = ui.content_rect();
    let tight = room.height() < 480.0;
    let (inside, around) = if tight {
        (16.0, 8.0)
    } else {
        (theme::INSIDE, theme::MARGIN)
    };
    let width = theme::FORM.min(room.width() - 2.0 * (inside + around) - 2.0);
    let chrome = 2.0 * (inside + around) + 2.0 + buttons_height(width, tight) + theme::BETWEEN;
    let frame = theme::card(ui).inner_margin(inside);
    let area = Modal::default_area(Id::unique("health")).accessible_name(fl!("health-title"));
    let modal = Modal::new(Id::unique("health")).area(area).frame(frame).show(ui, |ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = theme::BETWEEN;
        questions_ui(ui, model, ticked, (room.height() - chrome).max(80.0));
        buttons_ui(ui, model, ticked, tight, commands);
    });
    if modal.should_close() {
        commands.emit(Command::HideSheet);
    }
}

fn questions_ui(ui: &mut Ui, model: &Model, ticked: &mut BTreeSet<Concern>, height: f32) {
    let area = ScrollArea::vertical()
        .id_salt("health questions")
        .max_height(height)
        .min_scrolled_height(height)
        .auto_shrink([false, true]);
    // Room for the ring around what has the keyboard, and for the scroll bar.
    let margin = Margin {
        left: 4,
        right: 12,
        top: 4,
        bottom: 4,
    };
    let shown = area.show(ui, |ui| {
        egui::Frame::new().inner_margin(margin).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = theme::GAP;
            widgets::heading(ui, theme::step_title(ui, fl!("health-title")));
            ui.label(theme::quiet(ui, fl!("health-intro")));
            ui.add_space(theme::GAP);
            ui.scope(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for &concern in Concern::VARIANTS {
                    let words = concern.words();
                    let on = ticked.contains(&concern);
                    if tick(ui, on, &words, &words).clicked() && !ticked.remove(&concern) {
                        ticked.insert(concern);
                    }
                }
            });
            ui.add_space(theme::GAP);
            ui.label(theme::quiet(ui, fl!("health-private")));
            if !model.settings().health.answered {
                ui.label(theme::quiet(ui, fl!("health-until-then")));
            }
        });
    });
    widgets::name_scroll_bar(ui, shown.id);
}

/// Width in which the buttons fit side by side where room is tight.
const ONE_ROW: f32 = 384.0;

/// Height of the buttons: a row, or two where they do not fit side by side.
fn buttons_height(width: f32, tight: bool) -> f32 {
    match tight {
        false => theme::CONTROL,
        true if width >= ONE_ROW => theme::SMALL_CONTROL,
        true => 2.0 * theme::SMALL_CONTROL + theme::GAP,
    }
}

fn buttons_ui(ui: &mut Ui, model: &Model, ticked: &BTreeSet<Concern>, tight: bool, commands: &mut Commands) {
    let sized = |button: Button| if tight { button.small() } else { button };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.y = theme::GAP;
        let can_save = !model.saving;
        let save = sized(Button::primary(fl!("health-save")).icon(Icon::Check));
        if ui.add(save.enabled(can_save && !ticked.is_empty())).clicked() {
            commands.emit(Command::Health(Health::answers(ticked.iter().copied())));
        }
        let none = sized(Button::secondary(fl!("health-none")));
        if ui.add(none.enabled(can_save && ticked.is_empty())).clicked() {
            commands.emit(Command::Health(Health::answers([])));
        }
        if ui.add(sized(Button::quiet(fl!("health-not-now")))).clicked() {
            commands.emit(Command::HideSheet);
        }
    });
}
