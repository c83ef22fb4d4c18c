//! What was deleted: it can be taken back until the trash is emptied, and that is for good.

use egui::{Align, FontFamily, Id, Layout, Modal, Rect, Ui, UiBuilder, pos2, vec2};
use lucide_icons::Icon;

use super::{JournalState, line};
use crate::app::Model;
use crate::app::command::{Command, Commands};
use crate::domain::{Record, Stamp};
use crate::fl;
use crate::theme;
use crate::ui::widgets::{Button, Tops, paint_icon, row_surface, rows};

const ROW: f32 = 60.0;

/// What the view remembers.
#[derive(Default)]
pub struct TrashState {
    /// The journal's state, and its trash by when it was deleted, newest first.
    order: Option<(u64, Vec<usize>)>,
    /// Whether it is being asked if the trash shall be emptied.
    asks: bool,
}

/// Shows it.
pub fn trash_ui(ui: &mut Ui, model: &Model, state: &mut JournalState, commands: &mut Commands) {
    let trash = &model.journal.trash;
    if state.trash.order.as_ref().is_none_or(|(of, _)| *of != model.revision) {
        state.trash.order = Some((model.revision, by_deletion(trash)));
    }
    let (Some((_, order)), Some((_, index))) = (&state.trash.order, &state.index) else {
        return;
    };
    if order.is_empty() {
        ui.label(theme::quiet(ui, fl!("journal-trash-empty")));
        return;
    }
    ui.label(theme::quiet(ui, fl!("journal-trash-hint")));
    let empty = Button::secondary(fl!("journal-trash-empty-it")).icon(Icon::Trash2);
    if ui.add(empty.enabled(model.can_write())).clicked() {
        state.trash.asks = true;
    }
    let context = line::Context {
        settings: model.settings(),
        names: &index.names,
    };
    let tops = Tops::of(std::iter::repeat_n(ROW, order.len()));
    rows(ui, &tops, |ui, n| {
        row_surface(ui, ui.max_rect(), n == 0, n + 1 == order.len(), false);
        entry_ui(ui, model, &trash[order[n]], context, commands);
    });
    ask_ui(ui, order.len(), &mut state.trash.asks, commands);
}

/// What is listed, the last deleted first. The note of an import that was undone says nothing by itself.
fn by_deletion(trash: &[Record]) -> Vec<usize> {
    let is_note = |n: &usize| matches!(trash[*n], Record::ImportBatch(_));
    let mut order: Vec<usize> = (0..trash.len()).filter(|it| !is_note(it)).collect();
    order.sort_by_key(|&n| std::cmp::Reverse(deleted_at(&trash[n])));
    order
}

fn deleted_at(record: &Record) -> Option<i64> {
    match record {
        Record::Habit(it) => it.meta.deleted_at,
        Record::Supplement(it) => it.meta.deleted_at,
        Record::Routine(it) => it.meta.deleted_at,
        _ => record.meta()?.deleted_at,
    }
}

fn entry_ui(ui: &mut Ui, model: &Model, record: &Record, context: line::Context, commands: &mut Commands) {
    let rect = ui.max_rect().shrink2(vec2(16.0, 8.0));
    let it = theme::palette(ui);
    let ink = line::kind_ink(record.kind(), it);
    paint_icon(
        ui,
        pos2(rect.left() + 9.0, rect.center().y),
        line::icon_of(record),
        18.0,
        ink,
    );
    let words = line::full(record, context);
    let about = about(model, record);
    let room = Rect::from_min_max(rect.min + vec2(36.0, 0.0), rect.max - vec2(120.0, 0.0));
    let half = vec2(room.width(), room.height() / 2.0);
    let below = Rect::from_min_size(room.min + vec2(0.0, half.y), half);
    let first = Rect::from_min_size(room.min, half);
    theme::paint_line(ui, first, &words, theme::medium(), theme::BODY, it.ink);
    theme::paint_line(ui, below, &about, FontFamily::Proportional, theme::NOTE, it.third_ink);
    let response = ui.interact(room, ui.scope_id().with("words"), egui::Sense::hover());
    let spoken = format!("{words}, {about}");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &spoken));
    response.on_hover_text(&spoken);
    let corner = UiBuilder::new()
        .max_rect(rect)
        .layout(Layout::right_to_left(Align::Center));
    let back = Button::secondary(fl!("journal-restore"))
        .icon(Icon::RotateCcw)
        .name(fl!("journal-restore-name", what = words.as_str()))
        .small();
    let pressed = ui.scope_builder(corner, |ui| ui.add(back.enabled(model.can_write())).clicked());
    if pressed.inner {
        commands.emit(Command::Restore(record.reference()));
    }
}

/// Of which day it was, and when it was deleted.
fn about(model: &Model, record: &Record) -> String {
    let rule = model.settings().day_rule;
    let day = match record {
        Record::Activity(it) => Some(rule.day_of(it.started_at)),
        Record::Night(it) => Some(it.day),
        Record::Soreness(it) => Some(it.day(rule)),
        Record::Intake(it) => Some(rule.day_of(it.at)),
        Record::Practice(it) => Some(it.when.day(rule)),
        Record::CheckIn(it) => Some(it.day),
        Record::Checklist(it) => Some(rule.day_of(it.started_at)),
        _ => None,
    };
    let day = day.map(|day| fl!("journal-trash-of", day = crate::domain::words::day_with_year(day)));
    let deleted = deleted_at(record).map(|ms| {
        let at = line::moment(Stamp::in_zone(ms, model.zone()));
        fl!("journal-trash-deleted", at = at)
    });
    [day, deleted].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Asks once whether the trash shall be emptied.
fn ask_ui(ui: &mut Ui, count: usize, asks: &mut bool, commands: &mut Commands) {
    if !*asks {
        return;
    }
    let width = 420.0_f32.min(ui.content_rect().width() - 80.0);
    let frame = theme::card(ui);
    let modal = Modal::new(Id::unique("empty-trash")).frame(frame).show(ui, |ui| {
        ui.set_width(width);
        ui.label(theme::card_title(ui, fl!("journal-trash-ask", n = count)));
        ui.label(theme::quiet(ui, fl!("journal-trash-ask-hint")));
        ui.add_space(theme::GAP);
        ui.horizontal_wrapped(|ui| {
            let keep = ui.add(Button::primary(fl!("journal-trash-keep"))).clicked();
            let gone = Button::secondary(fl!("journal-trash-gone")).icon(Icon::Trash2);
            if ui.add(gone).clicked() {
                commands.emit(Command::EmptyTrash);
                return true;
            }
            keep
        })
        .inner
    });
    if modal.inner || modal.should_close() {
        *asks = false;
    }
}
