//! The column `day` of our own tables, also after a spreadsheet has written its dates in the manner of its country.
//!
//! Instants stay text in a spreadsheet and come back as they were; a date becomes 24.11.2026 or 11/24/2026.

use jiff::civil::Date;

use crate::domain::Assumption;
use crate::fl;
use crate::import::reading::dates::Dates;
use crate::import::reading::moment::DateOrder;
use crate::import::reading::table::{Row, column, need};
use crate::import::reading::{Found, Task};

const COLUMN: &str = "day";

/// How the days of one table are read.
pub(super) struct Days {
    dates: Dates,
    /// What had to be assumed.
    found: Found,
}

impl Days {
    pub fn of(bytes: &[u8], task: &Task) -> Self {
        let cells = column(bytes, &[COLUMN]);
        Self {
            dates: Dates::of(cells.iter().map(String::as_str), task, DateOrder::DayFirst),
            found: Found::default(),
        }
    }

    /// The day of a row: our own way of writing it, or that of the column.
    pub fn day(&mut self, row: &Row) -> Result<Date, String> {
        let text = row.cell(COLUMN);
        let day = match text.parse() {
            Ok(day) => Some(day),
            Err(_no) => self.dates.read(text, &mut self.found).map(|it| it.date),
        };
        match day.filter(|it| (1900..=2200).contains(&it.year())) {
            None if !text.is_empty() => Err(fl!("import-cell-wrong", column = COLUMN, value = text)),
            day => need(COLUMN, day),
        }
    }

    /// What had to be assumed about the order of day and month.
    pub fn into_assumptions(self) -> Vec<Assumption> {
        self.found.assumptions
    }
}
