//! How the calendar is drawn, walked and asked.

use std::sync::Arc;

use egui::emath::GuiRounding as _;
use egui::{Align2, Color32, CornerRadius, Galley, Rect, Sense, Stroke, StrokeKind, Ui, pos2};
use jiff::civil::Date;

use super::grid::Grid;
use super::{Calendar, Cell};
use crate::charts::legend::{Entry, Mark, legend_ui};
use crate::charts::pick::{WEEKS, pick_by, present};
use crate::charts::story::Story;
use crate::charts::{ChartResponse, Shown, Style};
use crate::domain::words::{month_short, weekday_short};
use crate::fl;

impl Calendar {
    /// The names of months and weekdays, and the cells.
    pub(super) fn cells_ui(&self, ui: &mut Ui, grid: &Grid, shown: &Shown<'_>) -> ChartResponse {
        let style = shown.style;
        let (rect, response) = ui.allocate_exact_size(grid.size(), Sense::click());
        let origin = rect.min.to_vec2();
        weekdays_ui(ui, grid, rect, style);
        self.months_ui(ui, grid, rect, style);
        for cell in &self.cells {
            self.cell_ui(ui, cell, grid.rect(cell.day).translate(origin), style);
        }
        let done = pick_by(WEEKS, ui, &response, &self.days, shown.marked, |pointer| {
            grid.day_at(pointer - origin)
        });
        let place = |day: Date| grid.rect(day).translate(origin);
        if let Some(day) = shown.marked.filter(|it| self.days.binary_search(it).is_ok()) {
            let ring = Stroke::new(2.0, style.ink);
            ui.painter()
                .rect_stroke(place(day), CornerRadius::same(3), ring, StrokeKind::Middle);
        }
        let story = done.hovered.filter(|it| self.days.binary_search(it).is_ok());
        let story = story.map(|day| (Story::of_day(shown, day), place(day).right_center()));
        present(ui, &response, &self.heading.summary, story, style);
        done
    }

    fn cell_ui(&self, ui: &Ui, cell: &Cell, room: Rect, style: &Style) {
        let air = if room.width() < 10.0 { 0.5 } else { 1.0 };
        let square = room.shrink(air).round_to_pixels(ui.pixels_per_point());
        let corner = CornerRadius::same(2);
        let painter = ui.painter();
        let depth = cell.value.map(|it| self.coloured.depth(it));
        match depth {
            Some(depth) => painter.rect_filled(square, corner, self.fill(depth, style).0),
            None => painter.rect_stroke(square, corner, Stroke::new(1.0, style.line), StrokeKind::Inside),
        };
        if cell.race {
            let ink = depth.map_or(style.ink, |it| self.fill(it, style).1);
            painter.circle_filled(square.center(), square.width() * 0.2, ink);
        }
    }

    /// A fill, and the ink on it.
    fn fill(&self, depth: f64, style: &Style) -> (Color32, Color32) {
        style.depth(self.coloured.measure, depth as f32)
    }

    /// A month's name over the first week that begins in it, where it does not run into the one before.
    fn months_ui(&self, ui: &Ui, grid: &Grid, rect: Rect, style: &Style) {
        let mut end = pos2(f32::NEG_INFINITY, f32::NEG_INFINITY);
        for first in self.days.iter().filter(|it| it.day() == 1) {
            let galley = words(ui, &month_short(*first), style);
            let corners = grid.corners();
            let cell = grid.rect(*first);
            let Some(corner) = corners.iter().rev().find(|it| it.y <= cell.top() + 0.5) else {
                continue;
            };
            let at = rect.min + egui::vec2(cell.left() + 1.0, corner.y - galley.size().y - 2.0);
            if at.y > end.y || at.x > end.x {
                end = pos2(at.x + galley.size().x + style.note.size * 0.4, at.y);
                ui.painter().galley(at, galley, style.third_ink);
            }
        }
    }

    /// What the colours stand for.
    pub(super) fn legend_ui(&self, ui: &mut Ui, style: &Style) {
        let (low, depths, high) = self.coloured.legend();
        let fills = depths.into_iter().map(|it| self.fill(it, style).0).collect();
        let mut entries = vec![
            Entry::ramp(low, fills, high),
            Entry::new(Mark::Outline(style.line), fl!("chart-not-recorded")),
        ];
        if self.cells.iter().any(|it| it.race) {
            let mark = Mark::Dot {
                dot: style.ink,
                on: self.fill(0.0, style).0,
            };
            entries.push(Entry::new(mark, fl!("calendar-race")));
        }
        legend_ui(ui, style, &entries);
    }
}

/// Every second weekday's name, beside its row.
fn weekdays_ui(ui: &Ui, grid: &Grid, rect: Rect, style: &Style) {
    for corner in grid.corners() {
        for row in [0, 2, 4, 6] {
            let word = weekday_short(grid.weekday(row).weekday());
            let middle = corner.y + (row as f32 + 0.5) * grid.pitch;
            let at = rect.min + egui::vec2(0.0, middle);
            let painter = ui.painter();
            painter.text(at, Align2::LEFT_CENTER, word, style.note.clone(), style.third_ink);
        }
    }
}

fn words(ui: &Ui, text: &str, style: &Style) -> Arc<Galley> {
    let font = style.note.clone();
    ui.painter().layout_no_wrap(text.to_owned(), font, style.third_ink)
}
