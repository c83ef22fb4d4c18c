//! What is due later: the steps of the checklist after the next one.

use egui::{Align, Layout, Ui};

use crate::app::Model;
use crate::app::command::{Command, Commands, Place};
use crate::domain::Checklist;
use crate::domain::protocol::Walk;
use crate::fl;
use crate::ui::screens::checklist::list::{icon_of, line_of};
use crate::ui::theme;
use crate::ui::widgets::{self, Button, icon_label};

/// How many steps are shown.
const SHOWN: usize = 5;

/// Shows the steps that come after the next one, if there are any.
pub fn later_ui(ui: &mut Ui, model: &Model, walk: Option<(&Checklist, &Walk)>, commands: &mut Commands) {
    let Some((_, walk)) = walk else { return };
    let next = walk.next.map(|n| walk.steps[n].step.id.as_str());
    let open = walk
        .steps
        .iter()
        .filter(|it| !it.state.is_over() && Some(it.step.id.as_str()) != next);
    let shown: Vec<_> = open.take(SHOWN).collect();
    if shown.is_empty() {
        return;
    }
    widgets::card(ui, |ui| {
        ui.label(theme::card_title(ui, fl!("today-later")));
        for view in shown {
            ui.horizontal(|ui| {
                icon_label(ui, icon_of(view), view.step.name());
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    ui.label(theme::note(ui, line_of(model, view)));
                });
            });
        }
        if ui.add(Button::quiet(fl!("today-all-steps")).small()).clicked() {
            commands.emit(Command::Go(Place::Checklist));
        }
    });
}
