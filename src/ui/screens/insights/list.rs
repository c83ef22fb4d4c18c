//! The findings one by one, all or those of one level.

use egui::Ui;
use lucide_icons::Icon;
use strum::VariantArray as _;

use super::{Entry, InsightsState, SENTENCE, entry};
use crate::analysis::findings::Exposure;
use crate::analysis::findings::words::Level;
use crate::app::Model;
use crate::app::command::{Command, Commands};
use crate::charts::Request;
use crate::domain::words::listed;
use crate::fl;
use crate::theme;
use crate::ui::widgets::{self, Button, chip};

/// Shows it. `picture` is the chart whose rows are all of them.
pub(super) fn list_ui(
    ui: &mut Ui,
    model: &Model,
    state: &mut InsightsState,
    entries: &[Entry<'_>],
    picture: Option<&Request>,
    commands: &mut Commands,
) {
    widgets::row(
        ui,
        |ui| widgets::heading(ui, theme::card_title(ui, fl!("insights-list"))),
        |ui| {
            let Some(request) = picture else { return };
            let copy = Button::quiet(fl!("insights-copy")).icon(Icon::Copy).small();
            if ui.add(copy.enabled(model.job.is_none())).clicked() {
                commands.emit(Command::CopyRows(request.clone()));
            }
        },
    );
    chips_ui(ui, &mut state.only, entries);
    let only = state.only;
    let shown = entries
        .iter()
        .filter(|it| only.is_none_or(|only| it.told.level == only));
    widgets::card(ui, |ui| {
        for (n, entry) in shown.enumerate() {
            if n > 0 {
                ui.add_space(theme::GAP);
                ui.separator();
                ui.add_space(theme::GAP);
            }
            ui.push_id(entry.finding.exposure.id(), |ui| {
                entry::entry_ui(ui, model, state, entry, commands);
            });
        }
    });
}

/// What was never recorded, by name alone.
pub(super) fn never_ui(ui: &mut Ui, never: &[Entry<'_>]) {
    // Hours of sleep are there as short nights.
    let never = never.iter().filter(|it| it.finding.exposure != Exposure::SleepHours);
    let names: Vec<String> = never.map(Entry::name).collect();
    let Some(names) = listed(&names) else { return };
    widgets::card(ui, |ui| {
        ui.scope(|ui| {
            ui.set_max_width(ui.available_width().min(SENTENCE));
            widgets::heading(ui, theme::card_title(ui, fl!("insights-never")));
            ui.label(theme::quiet(ui, fl!("insights-never-names", names = names)));
        });
    });
}

/// All, or one level: those there are any of.
fn chips_ui(ui: &mut Ui, only: &mut Option<Level>, entries: &[Entry<'_>]) {
    let count = |level: Level| entries.iter().filter(|it| it.told.level == level).count();
    let levels: Vec<Level> = Level::VARIANTS.iter().copied().filter(|it| count(*it) > 0).collect();
    if levels.len() < 2 {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::splat(theme::GAP);
        let all = fl!("insights-all", n = entries.len());
        if chip(ui, only.is_none(), &all, &all).clicked() {
            *only = None;
        }
        for level in levels {
            let words = fl!("insights-level", level = level.words(), n = count(level));
            if chip(ui, *only == Some(level), &words, &words).clicked() {
                *only = if *only == Some(level) { None } else { Some(level) };
            }
        }
    });
}
