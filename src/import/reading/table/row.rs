//! A row of a table: its cells as the journal's own types, with the journal's own ranges, or why not.

use std::fmt::Display;
use std::ops::RangeInclusive;
use std::str::FromStr;

use csv::{ByteRecord, StringRecord};
use serde::de::DeserializeOwned;

use super::{Header, Shape};
use crate::domain::csv_text::restore;
use crate::domain::{Id, Slug, Stamp};
use crate::fl;

/// How much of a wrong value a sentence shows.
const SHOWN_CHARS: usize = 40;

/// The longest cell of a table of others, bytes.
const LONGEST_CELL: usize = 1 << 18;

/// One row.
pub(in crate::import) struct Row<'t> {
    /// The names of its columns.
    pub header: &'t Header,
    shape: Shape,
    cells: StringRecord,
    /// The line it begins on.
    pub line: u64,
}

impl<'t> Row<'t> {
    pub(super) fn of(header: &'t Header, shape: Shape, record: &ByteRecord, line: u64) -> Result<Self, String> {
        let cells = StringRecord::from_byte_record(record.clone()).map_err(|_no| fl!("import-row-text"))?;
        let mut beyond = cells.iter().skip(header.names.len());
        let fits = match shape {
            Shape::Own => beyond.all(|it| it.trim().is_empty()),
            Shape::Exact => cells.len() == header.names.len(),
            Shape::Ragged => true,
        };
        if !fits {
            return Err(fl!(
                "import-row-length",
                cells = cells.len(),
                columns = header.names.len()
            ));
        }
        if shape == Shape::Ragged && cells.iter().any(|it| it.len() > LONGEST_CELL) {
            return Err(fl!("import-cell-too-long"));
        }
        Ok(Self {
            header,
            shape,
            cells,
            line,
        })
    }

    /// It, unless it is the last of a file that breaks off in it, and one of our own: then a number may be half
    /// a number.
    pub(super) fn unless_cut(self, is_cut: bool) -> Result<Self, String> {
        if is_cut && self.shape == Shape::Own && self.cells.len() < self.header.names.len() {
            return Err(fl!("import-row-cut"));
        }
        Ok(self)
    }

    /// A cell as it stands; empty where the file has no such column.
    pub fn cell(&self, column: &str) -> &str {
        self.at(self.place(column))
    }

    fn place(&self, column: &str) -> Option<usize> {
        self.header.names.iter().position(|it| it == column)
    }

    /// The cell at a place that [`Header::find`] gave, without blanks around it; empty
    /// where there is none.
    pub fn at(&self, place: Option<usize>) -> &str {
        place.and_then(|at| self.cells.get(at)).unwrap_or("").trim()
    }

    /// All its cells, in order.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        self.cells.iter()
    }

    /// Free text: in a table of our own to the last blank, without blanks around it in those of others.
    pub fn text(&self, column: &str) -> String {
        let cell = match self.shape {
            Shape::Own => self.cells.get(self.place(column).unwrap_or(usize::MAX)).unwrap_or(""),
            Shape::Exact | Shape::Ragged => self.cell(column),
        };
        restore(cell).to_owned()
    }

    /// Free text, or nothing.
    pub fn opt_text(&self, column: &str) -> Option<String> {
        Some(self.text(column)).filter(|it| !it.is_empty())
    }

    /// A number in `range`, or not recorded.
    pub fn number(&self, column: &str, range: RangeInclusive<f64>) -> Result<Option<f64>, String> {
        let number = self.parsed(column, |text| self.parsed_number(text).filter(|it| it.is_finite()))?;
        match number {
            Some(value) if !range.contains(&value) => Err(out_of_range(column, value, &range)),
            number => Ok(number),
        }
    }

    /// A number as a table of others or our own has it; ours has 7,5 for 7.5 in its form for spreadsheets that
    /// write numbers so. That form has semicolons between cells, no export ever groups digits, and one file
    /// writes all its numbers alike, so there a comma between digits can be nothing else.
    fn parsed_number(&self, text: &str) -> Option<f64> {
        let may_be_comma = self.shape != Shape::Ragged && self.header.separator == b';';
        let Some((whole, decimals)) = text.split_once(',').filter(|_| may_be_comma) else {
            return text
                .parse()
                .ok()
                .filter(|_| !text.contains('.') || self.header.writes(b'.'));
        };
        let digits = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
        let is_number = digits(whole.strip_prefix('-').unwrap_or(whole)) && digits(decimals);
        (is_number && self.header.writes(b',')).then(|| format!("{whole}.{decimals}").parse().ok())?
    }

    /// A whole number in `range`, or not recorded.
    pub fn whole(&self, column: &str, range: RangeInclusive<i64>) -> Result<Option<i64>, String> {
        match self.number(column, *range.start() as f64..=*range.end() as f64)? {
            Some(value) if value.fract() != 0.0 => Err(self.wrong(column)),
            number => Ok(number.map(|it| it as i64)),
        }
    }

    /// A word of the program, or nothing.
    pub fn word<T: FromStr>(&self, column: &str) -> Result<Option<T>, String> {
        self.parsed(column, |text| text.parse().ok())
    }

    /// A flag as we write it, or as a spreadsheet makes it, or not recorded.
    pub fn flag(&self, column: &str) -> Result<Option<bool>, String> {
        self.parsed(column, |text| match text.to_ascii_lowercase().as_str() {
            "1" | "true" => Some(true),
            "0" | "false" => Some(false),
            _ => None,
        })
    }

    /// An instant with its offset, or nothing.
    pub fn stamp(&self, column: &str) -> Result<Option<Stamp>, String> {
        self.parsed(column, Stamp::parse_rfc3339)
    }

    /// The name of a record, or nothing.
    pub fn id(&self, column: &str) -> Result<Option<Id>, String> {
        self.parsed(column, |text| text.parse().ok())
    }

    /// The word that names a catalogue entry.
    pub fn slug(&self, column: &str) -> Result<Slug, String> {
        let slug = self.parsed(column, |text| Some(Slug::of(text)).filter(|it| it.as_str() == text))?;
        need(column, slug)
    }

    /// Something in JSON, or nothing.
    pub fn json<T: DeserializeOwned>(&self, column: &str) -> Result<Option<T>, String> {
        self.parsed(column, |text| serde_json::from_str(restore(text)).ok())
    }

    fn parsed<T>(&self, column: &str, parse: impl FnOnce(&str) -> Option<T>) -> Result<Option<T>, String> {
        match self.cell(column) {
            "" => Ok(None),
            text => parse(text).map(Some).ok_or_else(|| self.wrong(column)),
        }
    }

    fn wrong(&self, column: &str) -> String {
        let value: String = self.cell(column).chars().take(SHOWN_CHARS).collect();
        fl!("import-cell-wrong", column = column, value = value)
    }
}

/// `value`, or the reason that a cell which has to be filled is empty.
pub(in crate::import) fn need<T>(column: &str, value: Option<T>) -> Result<T, String> {
    value.ok_or_else(|| fl!("import-cell-empty", column = column))
}

/// Why a number is not taken.
pub(in crate::import) fn out_of_range(what: &str, value: impl Display, range: &RangeInclusive<f64>) -> String {
    fl!(
        "import-out-of-range",
        what = what,
        value = value.to_string(),
        low = range.start().to_string(),
        high = range.end().to_string()
    )
}
