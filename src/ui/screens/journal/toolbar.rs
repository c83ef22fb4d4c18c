//! Above the list of days: what to find, which day to go to, which kinds to show.

use egui::{Align, Layout, Ui, vec2};
use lucide_icons::Icon;

use super::index::KINDS;
use super::{JournalState, show_day};
use crate::app::Model;
use crate::app::command::{Command, Commands};
use crate::domain::{RecordKind, words};
use crate::fl;
use crate::theme;
use crate::ui::widgets::{Button, Calendar, Field, chip, day_picker};

/// Width of the field.
const FIELD: f32 = 320.0;
/// From this width on the day stands beside the field.
const SIDE_BY_SIDE: f32 = 540.0;

/// Shows it.
pub fn toolbar_ui(ui: &mut Ui, model: &Model, state: &mut JournalState, commands: &mut Commands) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme::GAP, theme::GAP);
        // Side by side where both fit, for a layout that wraps would squeeze the second.
        let layout = if ui.available_width() < SIDE_BY_SIDE {
            Layout::top_down(Align::Min)
        } else {
            Layout::left_to_right(Align::Min)
        };
        ui.with_layout(layout, |ui| {
            Field::new(&fl!("journal-find"))
                .hint(fl!("journal-find-hint"))
                .width(FIELD)
                .show(ui, &mut state.filter.text);
            // On a line with the field, not with its label.
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 4.0;
                ui.label(theme::label(ui, fl!("journal-shown")));
                jump_ui(ui, model, state);
            });
        });
        ui.horizontal_wrapped(|ui| {
            kinds_ui(ui, state);
            copy_ui(ui, model, state, commands);
        });
    });
}

fn jump_ui(ui: &mut Ui, model: &Model, state: &mut JournalState) {
    let shown = state.shown.unwrap_or_else(|| model.today());
    let picked = {
        let index = state.index.as_ref().map(|(_, index)| index);
        let calendar = Calendar {
            label: words::day_with_year(shown),
            today: model.today(),
            first_weekday: model.settings().first_weekday,
            marked: &|day| index.is_some_and(|it| it.holds(day)),
        };
        day_picker(ui, shown, &calendar)
    };
    if let Some(day) = picked {
        show_day(state, day);
    }
}

fn kinds_ui(ui: &mut Ui, state: &mut JournalState) {
    let counts = state.rows.as_ref().map(|(_, rows)| rows.counts).unwrap_or_default();
    for (kind, count) in KINDS.into_iter().zip(counts) {
        let on = state.filter.kinds.contains(&kind);
        let words = format!("{} {count}", plural(kind));
        if chip(ui, on, &words, &words).clicked() {
            if on {
                state.filter.kinds.remove(&kind);
            } else {
                state.filter.kinds.insert(kind);
            }
        }
    }
}

/// The rows that are left by what is found and chosen, to be pasted elsewhere.
fn copy_ui(ui: &mut Ui, model: &Model, state: &JournalState, commands: &mut Commands) {
    let Some((_, rows)) = &state.rows else { return };
    let copy = Button::quiet(fl!("rows-copy")).icon(Icon::Copy).small();
    let enabled = model.job.is_none() && !rows.list.is_empty();
    if ui.add(copy.enabled(enabled)).clicked() {
        commands.emit(Command::CopyRecords(rows.records(&model.journal)));
    }
}

/// "Nights".
pub fn plural(kind: RecordKind) -> String {
    words::named("journal-kind", kind.word())
}
