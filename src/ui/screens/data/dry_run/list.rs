//! File by file, record by record: thousands of lines, of which only those in view are made.
//!
//! The list is one stop of the keyboard: up, down and the page keys go from line to line, and a file opens with
//! Space or Enter.

use egui::{Align, EventFilter, Id, Key, Layout, Ui, vec2};

use super::line::line_ui;
use super::shown::{Filter, Item, Lines, Wanted, counts};
use crate::app::dry_run::DryRun;
use crate::fl;
use crate::theme;
use crate::ui::widgets::{chip, row_rect, rows_keeping};

/// How many lines a page key goes on.
const PAGE: usize = 10;

/// What the list remembers between frames.
#[derive(Default)]
pub struct ListState {
    /// What is listed alone.
    filter: Option<Filter>,
    /// The files that were opened, or closed where a filter opens them.
    turned: std::collections::BTreeSet<usize>,
    /// What is shown, and what it was made from.
    lines: Option<(Wanted, Lines)>,
    /// The line that the keys are on.
    current: usize,
}

/// Shows it.
pub fn list_ui(ui: &mut Ui, it: &DryRun, state: &mut ListState) {
    let counts = counts(&it.report);
    if !counts.iter().any(|(filter, _)| Some(*filter) == state.filter) {
        state.filter = None;
    }
    filter_ui(ui, it, &counts, state);
    refresh(ui, it, state);
    let Some((wanted, lines)) = &state.lines else { return };
    let ids = |n: usize| Id::unique(("dry run", n));
    let current = state.current.min(lines.items.len().saturating_sub(1));
    let moved = moved_by_keys(ui, ids(current), current, lines.items.len());
    let mut turned = None;
    let report = &it.report;
    let all = rows_keeping(ui, &lines.tops, moved.unwrap_or(current), |ui, n| {
        let item = lines.items[n];
        let is_open = wanted.is_open(report, item.file());
        let place = (n == 0, n + 1 == lines.items.len());
        let response = line_ui(
            ui,
            report,
            item,
            (ids(n), n == moved.unwrap_or(current)),
            place,
            is_open,
        );
        if response.clicked()
            && let Item::File(file) = item
        {
            turned = Some((file, n));
        }
    });
    if let Some(next) = moved {
        ui.memory_mut(|memory| memory.request_focus(ids(next)));
        ui.scroll_to_rect(row_rect(all, &lines.tops, next), None);
    }
    state.current = moved.unwrap_or(current);
    if let Some((file, line)) = turned {
        if !state.turned.remove(&file) {
            state.turned.insert(file);
        }
        state.current = line;
        ui.request_repaint();
    }
}

fn filter_ui(ui: &mut Ui, it: &DryRun, counts: &[(Filter, usize)], state: &mut ListState) {
    ui.horizontal_wrapped(|ui| {
        let files = fl!("dry-files", n = (it.report.files.len()));
        // As high as the chips, or it stands in the middle of a lower row.
        let size = vec2(0.0, theme::SMALL_CONTROL);
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_height(theme::SMALL_CONTROL);
            ui.label(theme::card_title(ui, files));
        });
        ui.add_space(theme::GAP);
        for (filter, n) in counts {
            let is_on = state.filter == Some(*filter);
            let words = fl!("dry-chip", what = filter.name(), n = (*n));
            let name = fl!("dry-chip-name", what = filter.name(), n = (*n));
            if chip(ui, is_on, &words, &name).clicked() {
                state.filter = (!is_on).then_some(*filter);
                state.turned.clear();
                state.current = 0;
            }
        }
    });
}

/// Makes the lines anew where what they are made from has changed.
fn refresh(ui: &Ui, it: &DryRun, state: &mut ListState) {
    if state.lines.as_ref().is_some_and(|(of, _)| of.reading != it.reading) && it.report.files.len() != 1 {
        // Another reading may list other files.
        state.turned.clear();
    }
    let wanted = Wanted {
        reading: it.reading,
        filter: state.filter,
        turned: state.turned.clone(),
        width: ui.available_width(),
    };
    if state.lines.as_ref().is_none_or(|(of, _)| *of != wanted) {
        let lines = Lines::of(&it.report, &wanted, &|text, size, width| {
            theme::lines_of(ui, text, size, width)
        });
        state.lines = Some((wanted, lines));
    }
}

/// The line that the keys go to from `current`, if they do.
fn moved_by_keys(ui: &Ui, id: Id, current: usize, count: usize) -> Option<usize> {
    if !ui.memory(|memory| memory.has_focus(id)) {
        return None;
    }
    let filter = EventFilter {
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let last = count.saturating_sub(1);
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    let next = match current {
        it if pressed(Key::ArrowDown) => it + 1,
        it if pressed(Key::ArrowUp) => it.saturating_sub(1),
        it if pressed(Key::PageDown) => it + PAGE,
        it if pressed(Key::PageUp) => it.saturating_sub(PAGE),
        _ if pressed(Key::Home) => 0,
        _ if pressed(Key::End) => last,
        it => it,
    };
    Some(next.min(last)).filter(|it| *it != current)
}
