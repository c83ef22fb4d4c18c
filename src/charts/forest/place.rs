//! Where the parts of the chart lie: names, the plot, days, words; in two lines each where it is narrow.

use egui::{Color32, FontId, Pos2, Rangef, Rect, Ui, pos2};

use super::row::Row;
use crate::charts::Style;
use crate::fl;

/// Under this width, in letters of the body text, a name stands above its line.
const NARROW: f32 = 44.0;
/// The part of the width that names may take.
const NAMES: f32 = 0.3;
/// Between columns.
const GAP: f32 = 16.0;
/// The height of a line with its dots, where a name stands above it.
pub(super) const LINE: f32 = 24.0;

/// All of it, from the corner of the chart on.
pub(super) struct Places {
    pub(super) is_narrow: bool,
    pub(super) width: f32,
    pub(super) height: f32,
    pub(super) names: Rangef,
    pub(super) plot: Rangef,
    /// The right ends of the columns of days.
    pub(super) with: f32,
    pub(super) without: f32,
    pub(super) words: f32,
    /// What stands above the rows.
    pub(super) head: f32,
    /// The height of a row with an estimate, of one without, and of the line that parts them.
    row: f32,
    refused_row: f32,
    pub(super) parting: f32,
    /// Below the last estimate: the marks of the axis.
    pub(super) foot: f32,
    /// How many rows have an estimate, and how many have none.
    pub(super) estimated: usize,
    refused: usize,
}

impl Places {
    pub(super) fn of(ui: &Ui, style: &Style, rows: &[Row]) -> Self {
        let width = ui.available_width();
        let is_narrow = width < NARROW * style.body.size;
        let widest = |texts: &mut dyn Iterator<Item = &str>, font: &FontId| {
            texts.map(|it| text_width(ui, it, font)).fold(0.0_f32, f32::max).ceil()
        };
        let estimated = rows.iter().filter(|it| it.estimate.is_some()).count();
        let refused = rows.len() - estimated;
        let (body, note) = (style.body.size, style.note.size);
        let names = widest(&mut rows.iter().map(|it| it.name.as_str()), &style.strong).min(NAMES * width);
        let words = widest(&mut rows.iter().map(|it| it.word.as_str()), &style.note);
        let (with, without) = (fl!("forest-with"), fl!("forest-without"));
        let numbers = |title: &str, of: fn(&Row) -> &str| {
            widest(&mut std::iter::once(title).chain(rows.iter().map(of)), &style.note)
        };
        let (with, without) = (
            numbers(&with, |it| it.with.as_str()),
            numbers(&without, |it| it.without.as_str()),
        );
        // A dot at the end of the axis must not reach into another column.
        let (names_end, words_start) = (names, width - words);
        let without_end = words_start - GAP * 1.5;
        let with_end = without_end - without - GAP * 0.75;
        let (names, plot) = if is_narrow {
            let days = widest(
                &mut rows
                    .iter()
                    .filter(|it| it.estimate.is_some())
                    .map(|it| it.days.as_str()),
                &style.note,
            );
            (
                Rangef::new(0.0, width - words - GAP),
                Rangef::new(8.0, width - days - GAP),
            )
        } else {
            (
                Rangef::new(0.0, names_end),
                Rangef::new(names_end + GAP * 1.5, with_end - with - GAP * 1.5),
            )
        };
        let row = if is_narrow {
            body * 1.6 + LINE
        } else {
            (body * 2.2).round()
        };
        let refused_row = if is_narrow {
            body * 1.5 + note * 1.6
        } else {
            (body * 1.9).round()
        };
        let head = (note * 1.9).round();
        let foot = (note * 2.2).round();
        let parting = if refused > 0 { (body * 2.6).round() } else { 0.0 };
        let mut places = Self {
            is_narrow,
            width,
            height: 0.0,
            names,
            plot,
            with: with_end,
            without: without_end,
            words: words_start,
            head,
            row,
            refused_row,
            parting,
            foot,
            estimated,
            refused,
        };
        places.height = places.refused_top() + refused as f32 * refused_row;
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
        let bottom = self.estimated_bottom();
        if !self.is_narrow {
            return vec![Rangef::new(self.head, bottom + 4.0)];
        }
        let lines = (0..self.estimated).map(|n| self.row(n).bottom());
        lines.map(|it| Rangef::new(it - LINE + 2.0, it - 2.0)).collect()
    }

    /// The row at a place.
    pub(super) fn row_at(&self, at: Pos2) -> Option<usize> {
        (0..self.estimated + self.refused).find(|&n| self.row(n).y_range().contains(at.y))
    }
}

/// How wide a text is in one line.
pub(super) fn text_width(ui: &Ui, text: &str, font: &FontId) -> f32 {
    let painter = ui.painter();
    let galley = painter.layout_no_wrap(text.to_owned(), font.clone(), Color32::PLACEHOLDER);
    galley.size().x
}
