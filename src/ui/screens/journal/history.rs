//! What was done to the journal, newest first, and the undo of the newest.

use egui::{Align, FontFamily, Layout, Rect, Ui, UiBuilder, pos2, vec2};
use lucide_icons::Icon;

use super::{JournalState, line};
use crate::app::Model;
use crate::app::command::{Command, Commands};
use crate::domain::{BatchKind, HistoryEntry, RecordKind, Stamp};
use crate::fl;
use crate::theme;
use crate::ui::widgets::{Button, Tops, paint_icon, row_surface, rows};

const ROW: f32 = 60.0;

/// Shows it; asks for it where it is of an earlier journal.
pub fn history_ui(ui: &mut Ui, model: &Model, state: &mut JournalState, commands: &mut Commands) {
    if state.history_of != Some(model.revision) {
        state.history_of = Some(model.revision);
        commands.emit(Command::LoadHistory);
    }
    ui.label(theme::quiet(ui, fl!("journal-history-hint")));
    if model.history.is_empty() {
        ui.label(theme::quiet(ui, fl!("journal-history-empty")));
        return;
    }
    let count = model.history.len();
    let tops = Tops::of(std::iter::repeat_n(ROW, count));
    rows(ui, &tops, |ui, n| {
        let rect = ui.max_rect();
        row_surface(ui, rect, n == 0, n + 1 == count, false);
        entry_ui(ui, model, &model.history[n], commands);
    });
}

fn entry_ui(ui: &mut Ui, model: &Model, entry: &HistoryEntry, commands: &mut Commands) {
    let rect = ui.max_rect().shrink2(vec2(16.0, 8.0));
    let it = theme::palette(ui);
    let (icon, words) = match entry.kind {
        BatchKind::Done => (Icon::Pencil, entry.label.words()),
        BatchKind::Undone => (Icon::Undo2, fl!("journal-undone", what = entry.label.words())),
        BatchKind::Redone => (Icon::Redo2, fl!("journal-redone", what = entry.label.words())),
    };
    let ink = if entry.reversed { it.third_ink } else { it.ink };
    paint_icon(ui, pos2(rect.left() + 9.0, rect.center().y), icon, 18.0, it.second_ink);
    let button = button_of(model, entry);
    let right = if button.is_some() { 120.0 } else { 0.0 };
    let room = Rect::from_min_max(rect.min + vec2(36.0, 0.0), rect.max - vec2(right, 0.0));
    let half = vec2(room.width(), room.height() / 2.0);
    let (first, second) = (
        Rect::from_min_size(room.min, half),
        Rect::from_min_size(room.min + vec2(0.0, half.y), half),
    );
    let about = about(model, entry);
    theme::paint_line(ui, first, &words, theme::medium(), theme::BODY, ink);
    theme::paint_line(ui, second, &about, FontFamily::Proportional, theme::NOTE, it.third_ink);
    let spoken = format!("{words}, {about}");
    let response = ui.interact(room, ui.scope_id().with(entry.batch), egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &spoken));
    response.on_hover_text(&spoken);
    let Some((button, command)) = button else { return };
    let corner = UiBuilder::new()
        .max_rect(rect)
        .layout(Layout::right_to_left(Align::Center));
    if ui.scope_builder(corner, |ui| ui.add(button).clicked()).inner {
        commands.emit(command);
    }
}

/// When, what it touched, and whether it still stands.
fn about(model: &Model, entry: &HistoryEntry) -> String {
    let mut parts = vec![line::moment(Stamp::in_zone(entry.at_ms, model.zone()))];
    parts.extend(entry.counts.iter().map(|(kind, n)| counted(*kind, *n)));
    parts.extend(entry.reversed.then(|| fl!("journal-reversed")));
    parts.join(" · ")
}

/// "2 nights".
pub fn counted(kind: RecordKind, n: usize) -> String {
    match kind {
        RecordKind::Activity => fl!("journal-count-activity", n = n),
        RecordKind::Night => fl!("journal-count-night", n = n),
        RecordKind::Soreness => fl!("journal-count-soreness", n = n),
        RecordKind::Intake => fl!("journal-count-intake", n = n),
        RecordKind::Practice => fl!("journal-count-practice", n = n),
        RecordKind::CheckIn => fl!("journal-count-check-in", n = n),
        RecordKind::Checklist => fl!("journal-count-checklist", n = n),
        RecordKind::ChecklistStep => fl!("journal-count-step", n = n),
        RecordKind::Habit => fl!("journal-count-habit", n = n),
        RecordKind::Supplement => fl!("journal-count-supplement", n = n),
        RecordKind::Routine => fl!("journal-count-routine", n = n),
        RecordKind::ImportBatch => fl!("journal-count-file", n = n),
    }
}

/// Undo for the newest that stands, redo for the newest that was taken back.
fn button_of(model: &Model, entry: &HistoryEntry) -> Option<(Button, Command)> {
    let is = |of: &Option<(i64, crate::domain::Label)>| of.as_ref().is_some_and(|(batch, _)| *batch == entry.batch);
    if is(&model.undo.undo) {
        let name = fl!("undo-named", what = entry.label.words());
        let button = Button::secondary(fl!("undo")).icon(Icon::Undo2).name(name).small();
        return Some((button.enabled(model.can_write()), Command::Undo));
    }
    if is(&model.undo.redo) {
        let name = fl!("redo-named", what = entry.label.words());
        let button = Button::secondary(fl!("redo")).icon(Icon::Redo2).name(name).small();
        return Some((button.enabled(model.can_write()), Command::Redo));
    }
    None
}
