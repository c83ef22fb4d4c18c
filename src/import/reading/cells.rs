//! The numbers in a row of a stranger's table, read in the style of the table and held to their ranges.

use std::ops::RangeInclusive;

use super::Found;
use super::number::{NumberStyle, is_blank};
use super::table::{Row, out_of_range};
use crate::domain::csv_text::restore;
use crate::fl;

/// How much of a wrong value a sentence shows.
const SHOWN_CHARS: usize = 40;

/// A row, and how its numbers are written.
pub(in crate::import) struct Cells<'r, 't> {
    /// The row.
    pub row: &'r Row<'t>,
    /// How its numbers are written.
    pub style: NumberStyle,
    /// Where what is left out is named.
    pub found: &'r mut Found,
}

impl Cells<'_, '_> {
    /// A number above 0 in `range`, in a column where 0 stands for nothing. What is no number, or lies outside,
    /// is left out and named.
    pub fn positive(
        &mut self,
        place: Option<usize>,
        range: &RangeInclusive<f64>,
        what: impl FnOnce() -> String,
    ) -> Option<f64> {
        let value = self.number(place)?;
        if value == 0.0 {
            return None;
        }
        if range.contains(&value) {
            return Some(value);
        }
        self.found
            .note(Some(self.row.line), out_of_range(&what(), value, range));
        None
    }

    /// A number, whatever it is.
    pub fn number(&mut self, place: Option<usize>) -> Option<f64> {
        let text = restore(self.row.at(place));
        if is_blank(text) {
            return None;
        }
        let number = self.style.read(text);
        if number.is_none() {
            self.wrong(place);
        }
        number
    }

    /// Names a cell that cannot be used.
    pub fn wrong(&mut self, place: Option<usize>) {
        let why = wrong(self.row, place);
        self.found.note(Some(self.row.line), why);
    }
}

/// Why the cell at `place` cannot be used.
pub(in crate::import) fn wrong(row: &Row, place: Option<usize>) -> String {
    let column = place
        .and_then(|at| row.header.names().get(at))
        .map_or("", String::as_str);
    let value: String = row.at(place).chars().take(SHOWN_CHARS).collect();
    if value.is_empty() {
        return fl!("import-cell-empty", column = column);
    }
    fl!("import-cell-wrong", column = column, value = value)
}
