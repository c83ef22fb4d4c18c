//! A table of medians: a row for each region or kind of run, a column for each day after it.

use egui::{Align2, CornerRadius, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};
use jiff::civil::Date;

use super::super::depth;
use super::told;
use crate::analysis::Spread;
use crate::analysis::regions::after_runs::{DAY_RATINGS, DAYS};
use crate::charts::cells::pick_cell;
use crate::charts::pick::present;
use crate::charts::story::Story;
use crate::charts::{Shown, Style};
use crate::domain::Scale;
use crate::domain::units::show_number;
use crate::fl;

/// Under so many letters of a note, names stand above their rows.
const STACKED: f32 = 38.0;
/// Room for a name beside its row, in letters of a note.
const NAME: f32 = 13.0;
/// Between cells, and before the column of all days.
const BETWEEN: f32 = 2.0;
const APART: f32 = 8.0;
/// Widest cell.
const WIDEST: f32 = 86.0;

/// One row.
pub(super) struct Line {
    /// What it is of.
    pub(super) name: String,
    /// Whether it is the one that is looked at.
    pub(super) strong: bool,
    /// Its days, and all days together.
    pub(super) cells: Vec<Cell>,
}

/// One cell.
pub(super) struct Cell {
    /// What it is of, in words.
    pub(super) title: String,
    /// Its ratings.
    pub(super) spread: Option<Spread>,
    /// The day of the newest.
    pub(super) newest: Option<Date>,
}

/// What is shown.
pub(super) struct Table<'t> {
    /// Its rows.
    pub(super) lines: &'t [Line],
    /// What assistive technology says of it.
    pub(super) name: &'t str,
    /// Whether its columns are named; a table under another has the same.
    pub(super) has_head: bool,
}

/// Shows the table; the day that was opened.
pub(super) fn grid_ui(ui: &mut Ui, shown: &Shown<'_>, scale: Scale, table: &Table<'_>) -> Option<Date> {
    let (style, lines, name) = (shown.style, table.lines, table.name);
    let grid = Grid::of(ui.available_width(), table, style);
    let size = vec2(ui.available_width(), grid.height());
    let salt = ui.make_persistent_id(("grid", name));
    let rect = ui.allocate_space(size).1;
    let response = ui.interact(rect, salt, Sense::click());
    if table.has_head {
        grid.head_ui(ui, rect, style);
    }
    let cells: Vec<(&Cell, Rect)> = lines
        .iter()
        .enumerate()
        .flat_map(|(n, line)| {
            let place = move |(column, cell)| (cell, grid.cell(n, column).translate(rect.min.to_vec2()));
            line.cells.iter().enumerate().map(place)
        })
        .collect();
    let rects: Vec<Rect> = cells.iter().map(|it| it.1).collect();
    let picked = pick_cell(ui, &response, &rects);
    for (n, line) in lines.iter().enumerate() {
        grid.name_ui(ui, rect, n, line, style);
    }
    for (n, (cell, at)) in cells.iter().enumerate() {
        cell_ui(ui, cell, *at, scale, style);
        if picked.hovered == Some(n) {
            let ring = Stroke::new(2.0, style.ink);
            ui.painter()
                .rect_stroke(*at, CornerRadius::same(4), ring, StrokeKind::Middle);
        }
    }
    let hovered = picked.hovered.and_then(|it| cells.get(it));
    let story = hovered.map(|(cell, at)| {
        let lines = told(cell.spread, cell.newest);
        (Story::new(cell.title.clone(), lines), at.right_center())
    });
    present(ui, &response, name, story, style);
    picked.clicked.and_then(|it| cells.get(it)?.0.newest)
}

/// Where everything stands.
#[derive(Clone, Copy)]
struct Grid {
    /// Room for names at the left, and above each row.
    left: f32,
    above: f32,
    head: f32,
    cell: Vec2,
    lines: usize,
}

impl Grid {
    fn of(width: f32, table: &Table<'_>, style: &Style) -> Self {
        let note = style.note.size;
        let stacked = width < note * STACKED;
        let left = if stacked { 0.0 } else { note * NAME };
        let cell = (width - left - APART) / (DAYS + 1) as f32;
        Self {
            left,
            above: if stacked { note * 1.6 } else { 0.0 },
            head: if table.has_head { note * 3.2 } else { 0.0 },
            cell: vec2(cell.min(WIDEST), note * 2.9),
            lines: table.lines.len(),
        }
    }

    fn height(&self) -> f32 {
        self.head + self.lines as f32 * (self.cell.y + self.above)
    }

    /// The top of a row: of its name, where that stands above it.
    fn top(&self, line: usize) -> f32 {
        self.head + line as f32 * (self.cell.y + self.above)
    }

    /// The place of a cell from the top left.
    fn cell(&self, line: usize, column: usize) -> Rect {
        let apart = if column == DAYS { APART } else { 0.0 };
        let x = self.left + column as f32 * self.cell.x + apart;
        Rect::from_min_size(pos2(x, self.top(line) + self.above), self.cell).shrink(BETWEEN / 2.0)
    }

    /// What the columns are.
    fn head_ui(&self, ui: &Ui, rect: Rect, style: &Style) {
        let word = |x: f32, y: f32, align, text: String| {
            let at = rect.min + vec2(x, y);
            ui.painter().text(at, align, text, style.note.clone(), style.third_ink);
        };
        word(self.left + BETWEEN, 0.0, Align2::LEFT_TOP, fl!("after-runs-header"));
        let y = self.head - 4.0;
        for day in 0..DAYS {
            let x = self.cell(0, day).center().x;
            word(x, y, Align2::CENTER_BOTTOM, day.to_string());
        }
        let x = self.cell(0, DAYS).center().x;
        word(x, y, Align2::CENTER_BOTTOM, fl!("after-runs-all"));
    }

    fn name_ui(&self, ui: &Ui, rect: Rect, n: usize, line: &Line, style: &Style) {
        let font = if line.strong { &style.strong } else { &style.body };
        let ink = if line.strong { style.ink } else { style.second_ink };
        let top = rect.min + vec2(0.0, self.top(n));
        if self.left == 0.0 {
            let at = top + vec2(0.0, 2.0);
            ui.painter().text(at, Align2::LEFT_TOP, &line.name, font.clone(), ink);
            return;
        }
        let galley = ui
            .painter()
            .layout(line.name.clone(), font.clone(), ink, self.left - style.note.size * 0.5);
        let at = top + vec2(0.0, (self.cell.y - galley.size().y) / 2.0);
        ui.painter().galley(at, galley, ink);
    }
}

fn cell_ui(ui: &Ui, cell: &Cell, at: Rect, scale: Scale, style: &Style) {
    let painter = ui.painter();
    let Some(it) = cell.spread else {
        let dash = "–".to_owned();
        painter.text(
            at.center(),
            Align2::CENTER_CENTER,
            dash,
            style.body.clone(),
            style.third_ink,
        );
        return;
    };
    let (fill, ink) = if it.n < DAY_RATINGS {
        (style.card, style.second_ink)
    } else {
        depth(style, scale, it.median)
    };
    painter.rect_filled(at, CornerRadius::same(4), fill);
    if it.n < DAY_RATINGS {
        let line = Stroke::new(1.0, style.line);
        painter.rect_stroke(at, CornerRadius::same(4), line, StrokeKind::Inside);
    }
    let middle = at.center();
    let number = middle - vec2(0.0, style.note.size * 0.55);
    let count = middle + vec2(0.0, style.note.size * 0.65);
    painter.text(
        number,
        Align2::CENTER_CENTER,
        show_number(it.median),
        style.strong.clone(),
        ink,
    );
    painter.text(count, Align2::CENTER_CENTER, it.n.to_string(), style.note.clone(), ink);
}
