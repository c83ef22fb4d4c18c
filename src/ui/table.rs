//! The numbers of a chart as a table that can be read: for those who do not see the chart, and for those
//! who want to know exactly. Any other table of many rows is shown alike; its rows may open something.
//!
//! Decades have ten thousand rows, so only those in view are made. The table is one stop of the keyboard:
//! arrows and page keys go from row to row, and each row says its cells with the names of their columns.

use std::borrow::Cow;

use egui::{
    Align2, EventFilter, FontFamily, FontId, Id, Key, Modal, Rect, Response, Role, ScrollArea, Sense, Ui, UiBuilder,
    Vec2, WidgetInfo, pos2, vec2,
};
use lucide_icons::Icon;

use super::widgets::{self, Button};
use crate::charts::{Chart, Rows, picture};
use crate::fl;
use crate::theme;

const ROW: f32 = 28.0;
const WIDTH: f32 = 860.0;
const PADDING: f32 = 12.0;
/// How far an arrow to the side goes.
const SIDEWAYS: f32 = 96.0;
/// How many rows a page key goes on.
const PAGE: usize = 12;

/// The table that is shown.
pub struct TableState {
    question: String,
    /// What there is to know of its rows.
    note: String,
    rows: Rows,
    /// Whether a row can be opened.
    opens: bool,
    /// Whether its rows were copied.
    copied: bool,
    /// How wide each column is; measured in the first frame.
    widths: Vec<f32>,
    /// The row that the keys are on.
    current: usize,
}

impl TableState {
    /// The table of `chart`.
    pub fn of(chart: &dyn Chart) -> Self {
        let rows = chart.rows();
        Self {
            note: fl!("chart-numbers-rows", n = rows.rows.len()),
            opens: false,
            ..Self::opening(chart.heading().question.clone(), String::new(), rows)
        }
    }

    /// A table of which each row can be opened, under its title and what there is to know of it.
    pub fn opening(question: String, note: String, rows: Rows) -> Self {
        Self {
            question,
            note,
            rows,
            opens: true,
            copied: false,
            widths: Vec::new(),
            current: 0,
        }
    }

    /// `day 2026-11-24, sleep_h 7.5`: a row for those who listen.
    fn told(&self, n: usize) -> String {
        let row = self.rows.rows.get(n).map_or(&[][..], Vec::as_slice);
        let cells = self.rows.headers.iter().zip(row).map(|(header, cell)| {
            let cell = if cell.is_empty() {
                fl!("not-recorded")
            } else {
                shortened(cell).into_owned()
            };
            format!("{header} {cell}")
        });
        cells.collect::<Vec<_>>().join(", ")
    }
}

/// Two decimals are enough to read; what is copied has all of them, as a file has.
fn shortened(cell: &str) -> Cow<'_, str> {
    let decimals = cell.split_once('.').map_or(0, |it| it.1.len());
    match (decimals, cell.parse::<f64>()) {
        (3.., Ok(number)) => Cow::Owned(format!("{number:.2}")),
        _ => Cow::Borrowed(cell),
    }
}

/// Shows the table, while it is asked for. The row that was opened, where rows can be.
pub fn table_ui(ui: &mut Ui, state: &mut Option<TableState>) -> Option<usize> {
    let table = state.as_mut()?;
    let room = ui.content_rect().size() - Vec2::splat(2.0 * theme::MARGIN);
    let inside = if room.y < 480.0 { theme::BETWEEN } else { theme::INSIDE };
    let frame = theme::card(ui).inner_margin(inside);
    let area = Modal::default_area(Id::unique("chart numbers")).accessible_name(table.question.clone());
    let modal = Modal::new(Id::unique("chart numbers"))
        .area(area)
        .frame(frame)
        .show(ui, |ui| {
            ui.set_width(WIDTH.min(room.x - 2.0 * inside));
            ui.spacing_mut().item_spacing.y = theme::GAP;
            let close = heading_ui(ui, table);
            let height = (room.y - 2.0 * inside - 72.0).max(4.0 * ROW);
            (close, body_ui(ui, table, height))
        });
    let (closed, opened) = modal.inner;
    if closed || modal.should_close() {
        *state = None;
    }
    opened
}

fn heading_ui(ui: &mut Ui, table: &mut TableState) -> bool {
    let mut closed = false;
    ui.with_layout(egui::Layout::left_to_right(egui::Align::Min), |ui| {
        let words = ui.available_width() - 2.0 * (theme::SMALL_CONTROL + theme::GAP);
        ui.vertical(|ui| {
            ui.set_width(words);
            ui.spacing_mut().item_spacing.y = 4.0;
            widgets::heading(ui, theme::card_title(ui, table.question.as_str()));
            ui.label(theme::note(ui, table.note.as_str()));
        });
        let (icon, name) = if table.copied {
            (Icon::Check, fl!("rows-copied"))
        } else {
            (Icon::Copy, fl!("rows-copy"))
        };
        if ui.add(Button::icon_only(icon, name).small()).clicked() {
            ui.copy_text(picture::pasted(&table.rows));
            table.copied = true;
        }
        closed = ui
            .add(Button::icon_only(Icon::X, fl!("chart-numbers-close")).small())
            .clicked();
    });
    closed
}

fn body_ui(ui: &mut Ui, table: &mut TableState, height: f32) -> Option<usize> {
    if table.widths.is_empty() {
        table.widths = widths(ui, &table.rows);
    }
    let size = vec2(
        table.widths.iter().sum::<f32>().max(ui.available_width()),
        ROW * (table.rows.rows.len() + 1) as f32,
    );
    let shown = ScrollArea::both()
        .max_height(height)
        .min_scrolled_height(height)
        .auto_shrink([false, true])
        .show_viewport(ui, |ui, view| {
            let (all, _) = ui.allocate_exact_size(size, Sense::hover());
            let Keyed { stop, moved, entered } = keys_ui(ui, table, all, view);
            let pressed = rows_ui(ui, table, all, view);
            headers_ui(ui, table, all, view);
            if stop.has_focus() {
                theme::focus_ring(ui, stop.rect.shrink(4.0), 0);
            }
            if moved {
                // Not under the line of headers.
                let row = row_rect(all, table.current);
                ui.scroll_to_rect(Rect::from_min_max(row.min - vec2(0.0, ROW), row.max), None);
            }
            pressed.or(entered)
        });
    widgets::name_scroll_bar(ui, shown.id);
    shown.inner
}

fn row_rect(all: Rect, n: usize) -> Rect {
    let top = all.top() + ROW * (n + 1) as f32;
    Rect::from_min_max(pos2(all.left(), top), pos2(all.right(), top + ROW))
}

/// What the keys did.
struct Keyed {
    /// The table as one stop of the keyboard.
    stop: Response,
    /// Whether they went to another row.
    moved: bool,
    /// The row that Enter opens.
    entered: Option<usize>,
}

fn keys_ui(ui: &mut Ui, table: &mut TableState, all: Rect, view: Rect) -> Keyed {
    let in_view = Rect::from_min_size(all.min + view.min.to_vec2(), view.size());
    let id = Id::unique("chart numbers table");
    let response = ui.interact(in_view, id, Sense::focusable_noninteractive());
    let told = table.told(table.current);
    response.widget_info(|| WidgetInfo::labeled(Role::Table, true, &table.question));
    ui.accesskit_node_builder(id, |node| node.set_value(told));
    if ui.memory(|memory| memory.focused().is_none()) {
        response.request_focus();
    }
    if !response.has_focus() {
        return Keyed {
            stop: response,
            moved: false,
            entered: None,
        };
    }
    let filter = EventFilter {
        vertical_arrows: true,
        horizontal_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let last = table.rows.rows.len().saturating_sub(1);
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    let before = table.current;
    table.current = match before {
        it if pressed(Key::ArrowDown) => it + 1,
        it if pressed(Key::ArrowUp) => it.saturating_sub(1),
        it if pressed(Key::PageDown) => it + PAGE,
        it if pressed(Key::PageUp) => it.saturating_sub(PAGE),
        _ if pressed(Key::Home) => 0,
        _ if pressed(Key::End) => last,
        it => it,
    }
    .min(last);
    if pressed(Key::ArrowRight) {
        ui.scroll_with_delta(vec2(-SIDEWAYS, 0.0));
    } else if pressed(Key::ArrowLeft) {
        ui.scroll_with_delta(vec2(SIDEWAYS, 0.0));
    }
    let entered = table.opens && (pressed(Key::Enter) || pressed(Key::Space));
    Keyed {
        stop: response,
        moved: table.current != before,
        entered: entered.then_some(table.current),
    }
}

/// The row that was pressed.
fn rows_ui(ui: &mut Ui, table: &TableState, all: Rect, view: Rect) -> Option<usize> {
    let first = ((view.top() / ROW) as usize).saturating_sub(1);
    let last = ((view.bottom() / ROW) as usize + 1).min(table.rows.rows.len());
    let it = theme::palette(ui);
    // Pressed, but no stop of the keyboard: that is the whole table.
    let sense = if table.opens { Sense::CLICK } else { Sense::hover() };
    let mut opened = None;
    for n in first..last {
        let rect = row_rect(all, n);
        let row = ui.scope_builder(UiBuilder::new().id_salt(n).max_rect(rect), |ui| {
            ui.interact(rect, ui.scope_id().with("row"), sense)
        });
        let row = row.inner;
        row.widget_info(|| WidgetInfo::labeled(Role::Row, true, table.told(n)));
        if n == table.current {
            ui.painter().rect_filled(rect, 0, it.accent_soft);
        } else if table.opens && row.hovered() {
            ui.painter().rect_filled(rect, 0, it.sunk);
        }
        if row.clicked() {
            opened = Some(n);
        }
        let line = egui::Stroke::new(1.0, it.line);
        ui.painter().hline(rect.x_range(), rect.bottom(), line);
        let cells = table.rows.rows[n].iter().map(String::as_str);
        cells_ui(ui, table, rect, cells, &FontFamily::Proportional);
    }
    opened
}

fn headers_ui(ui: &Ui, table: &TableState, all: Rect, view: Rect) {
    let top = all.top() + view.top();
    let rect = Rect::from_min_max(pos2(all.left(), top), pos2(all.right(), top + ROW));
    let it = theme::palette(ui);
    ui.painter().rect_filled(rect, 0, it.sunk);
    let headers = table.rows.headers.iter().map(String::as_str);
    cells_ui(ui, table, rect, headers, &theme::semi_bold());
}

fn cells_ui<'t>(ui: &Ui, table: &TableState, rect: Rect, cells: impl Iterator<Item = &'t str>, family: &FontFamily) {
    let it = theme::palette(ui);
    let mut left = rect.left();
    for (cell, width) in cells.zip(&table.widths) {
        let (text, ink) = if cell.is_empty() {
            (Cow::Borrowed("–"), it.third_ink)
        } else {
            (shortened(cell), it.ink)
        };
        let at = pos2(left + PADDING, rect.center().y);
        theme::paint_text(ui, at, Align2::LEFT_CENTER, &text, family.clone(), theme::BODY, ink);
        left += width;
    }
}

/// As wide as the longest text of each column.
fn widths(ui: &Ui, rows: &Rows) -> Vec<f32> {
    let ink = theme::palette(ui).ink;
    let width = |text: &str, family| {
        let galley = ui
            .painter()
            .layout_no_wrap(text.to_owned(), FontId::new(theme::BODY, family), ink);
        galley.size().x
    };
    let of_column = |(n, header): (usize, &String)| {
        let cells = rows.rows.iter().filter_map(|it| it.get(n)).map(|it| shortened(it));
        let longest = cells.max_by_key(|it| it.chars().count());
        let cell = longest.map_or(0.0, |it| width(&it, FontFamily::Proportional));
        width(header, theme::semi_bold()).max(cell) + 2.0 * PADDING
    };
    rows.headers.iter().enumerate().map(of_column).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_as_long_as_one_reads_and_words_stay() {
        assert_eq!(
            ["7.233333333", "-0.456789", "8.05", "5", "2026-11-24", "a.bcdef", ""].map(shortened),
            ["7.23", "-0.46", "8.05", "5", "2026-11-24", "a.bcdef", ""]
        );
    }
}
