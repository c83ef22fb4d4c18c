//! Where the parts of the chart lie: names, the plot, days, words. Where it is narrow a name and its word
//! stand above the line, and where it is very narrow the days below it.

use egui::{Color32, FontId, Rangef, Rect, Ui, pos2};

use super::row::Row;
use crate::charts::Style;
use crate::fl;

/// Under this width, in letters of the body text, a name stands above its line.
const NARROW: f32 = 44.0;
/// A plot that would be narrower than this has the days below it.
const PLOT: f32 = 18.0;
/// The part of the width that names may take.
const NAMES: f32 = 0.3;
/// Between columns.
const GAP: f32 = 16.0;
/// The height of a line with its dots, where a name stands above it.
const LINE: f32 = 24.0;
/// A dot at the end of a plot needs so much room.
const DOT: f32 = 8.0;

/// Where the columns lie.
pub(super) struct Columns {
    pub(super) names: Rangef,
    pub(super) plot: Rangef,
    /// The right ends of the days with it and without it.
    pub(super) with: f32,
    pub(super) without: f32,
    pub(super) words: f32,
}

/// All of it, from the corner of the chart on.
pub(super) struct Places {
    pub(super) columns: Columns,
    /// Whether names stand above their lines, and days below them.
    pub(super) is_narrow: bool,
    pub(super) days_below: bool,
    width: f32,
    pub(super) height: f32,
    /// What stands above the rows.
    pub(super) head: f32,
    /// The height of a row with an estimate, of one without, and of the words that part them.
    row: f32,
    refused_row: f32,
    pub(super) parting: f32,
    /// Below the last estimate: the numbers of the axis.
    pub(super) foot: f32,
    /// Where a name and a line of a row with an estimate have their middle, from its top.
    pub(super) name: f32,
    pub(super) line: f32,
    /// How many rows have an estimate.
    estimated: usize,
}

impl Places {
    pub(super) fn of(ui: &Ui, style: &Style, rows: &[Row]) -> Self {
        let width = ui.available_width();
        let (body, note) = (style.body.size, style.note.size);
        let is_narrow = width < NARROW * body;
        let measure = Measure { ui, style, rows, width };
        let (columns, days_below) = if is_narrow {
            measure.narrow()
        } else {
            (measure.wide(), false)
        };
        let estimated = rows.iter().filter(|it| it.estimate.is_some()).count();
        let refused = rows.len() - estimated;
        let above = if is_narrow { (body * 1.6).round() } else { 0.0 };
        let below = if days_below { (note * 1.5).round() } else { 0.0 };
        let line = if is_narrow { LINE } else { (body * 2.2).round() };
        let refused_row = if is_narrow { body * 1.5 + note * 1.6 } else { body * 1.9 };
        let mut places = Self {
            columns,
            is_narrow,
            days_below,
            width,
            height: 0.0,
            head: (note * 1.9).round(),
            row: above + line + below,
            refused_row: refused_row.round(),
            parting: if refused > 0 { (body * 2.6).round() } else { 0.0 },
            foot: (note * 2.2).round(),
            name: if is_narrow { body * 0.95 } else { line / 2.0 },
            line: above + line / 2.0,
            estimated,
        };
        places.height = places.refused_top() + refused as f32 * places.refused_row;
        places
    }

    /// Where the rows with an estimate end.
    pub(super) fn estimated_bottom(&self) -> f32 {
        self.head + self.estimated as f32 * self.row
    }

    fn refused_top(&self) -> f32 {
        self.estimated_bottom() + self.foot + self.parting
    }

    /// The place of row `n`.
    pub(super) fn row(&self, n: usize) -> Rect {
        let (top, height) = match n.checked_sub(self.estimated) {
            None => (self.head + n as f32 * self.row, self.row),
            Some(n) => (self.refused_top() + n as f32 * self.refused_row, self.refused_row),
        };
        Rect::from_min_max(pos2(0.0, top), pos2(self.width, top + height))
    }

    /// The heights at which the lines of the scale are drawn: not through the names.
    pub(super) fn grid(&self) -> Vec<Rangef> {
        if !self.is_narrow {
            return vec![Rangef::new(self.head, self.estimated_bottom() + 4.0)];
        }
        let lines = (0..self.estimated).map(|n| self.row(n).top() + self.line);
        lines
            .map(|it| Rangef::new(it - LINE / 2.0 + 2.0, it + LINE / 2.0 - 2.0))
            .collect()
    }
}

/// What the columns are measured by.
struct Measure<'m> {
    ui: &'m Ui,
    style: &'m Style,
    rows: &'m [Row],
    width: f32,
}

impl Measure<'_> {
    fn wide(&self) -> Columns {
        let names = self.widest(&self.style.strong, |it| &it.name).min(NAMES * self.width);
        let words = self.width - self.words();
        let with = self.note(&fl!("forest-with")).max(self.numbers(|it| &it.with));
        let title = self.note(&fl!("forest-without"));
        let without = title.max(self.numbers(|it| &it.without));
        let without_end = words - 1.5 * GAP;
        let with_end = without_end - without - GAP;
        Columns {
            names: Rangef::new(0.0, names),
            plot: Rangef::new(names + GAP + DOT, with_end - with - GAP - DOT),
            with: with_end,
            without: without_end,
            words,
        }
    }

    /// The same where names stand above, and whether the days stand below.
    fn narrow(&self) -> (Columns, bool) {
        let estimated = self.rows.iter().filter(|it| it.estimate.is_some());
        let days = estimated.map(|it| self.note(&it.days)).fold(0.0, f32::max);
        let beside = Rangef::new(DOT, self.width - days - GAP);
        let days_below = beside.span() < PLOT * self.style.body.size;
        let columns = Columns {
            names: Rangef::new(0.0, self.width - self.words() - GAP),
            plot: if days_below {
                Rangef::new(DOT, self.width - DOT)
            } else {
                beside
            },
            with: self.width,
            without: self.width,
            words: self.width,
        };
        (columns, days_below)
    }

    fn words(&self) -> f32 {
        self.widest(&self.style.note, |it| &it.word)
    }

    /// How wide the numbers of those are that have two.
    fn numbers(&self, of: fn(&Row) -> &String) -> f32 {
        let rows = self.rows.iter().filter(|it| !it.with.is_empty());
        rows.map(|it| self.note(of(it))).fold(0.0, f32::max)
    }

    fn widest(&self, font: &FontId, of: fn(&Row) -> &String) -> f32 {
        let widths = self.rows.iter().map(|it| text_width(self.ui, of(it), font));
        widths.fold(0.0, f32::max).ceil()
    }

    fn note(&self, text: &str) -> f32 {
        text_width(self.ui, text, &self.style.note).ceil()
    }
}

/// How wide a text is in one line.
pub(super) fn text_width(ui: &Ui, text: &str, font: &FontId) -> f32 {
    let painter = ui.painter();
    let galley = painter.layout_no_wrap(text.to_owned(), font.clone(), Color32::PLACEHOLDER);
    galley.size().x
}
