//! Rows of CSV files: a header, cells by the name of their column, the line each row begins on.
//!
//! A row that cannot be read is left out by its line and never stops the others. Cells are read as the
//! journal's own types with the journal's own ranges; what is not such a value says why in words.

use std::fmt::Display;
use std::ops::RangeInclusive;
use std::str::FromStr;

use csv::{ByteRecord, ReaderBuilder, StringRecord};
use jiff::civil::Date;
use serde::de::DeserializeOwned;

use super::task::{Issues, Refusal, Task};
use crate::domain::csv_text::restore;
use crate::domain::{Id, Slug, Stamp};
use crate::fl;

/// How much of a wrong value a sentence shows.
const SHOWN_CHARS: usize = 40;

/// How far into a file a header is looked for.
const LONGEST_HEADER: usize = 1 << 16;

/// The names of the columns.
pub(super) struct Header(Vec<String>);

impl Header {
    /// The header of a table; `None` where the file does not begin with one: a line of text with at least
    /// two cells.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let bytes = without_mark(bytes);
        let mut first = ByteRecord::new();
        let more = reader(&bytes[..bytes.len().min(LONGEST_HEADER)])
            .read_byte_record(&mut first)
            .ok()?;
        let cells = StringRecord::from_byte_record(first).ok()?;
        let is_text = cells.iter().all(|it| !it.chars().any(|c| c == '\0' || c == '\u{fffd}'));
        (more && cells.len() > 1 && is_text).then(|| Self(cells.iter().map(|it| it.trim().to_owned()).collect()))
    }

    /// Whether it has all these columns.
    pub fn has(&self, columns: &[&str]) -> bool {
        columns.iter().all(|column| self.0.iter().any(|it| it == column))
    }
}

/// Reads the rows of a table one by one; the reasons of `read` become issues by line.
pub(super) fn each_row(
    bytes: &[u8],
    task: &Task,
    issues: &mut Issues,
    mut read: impl FnMut(&Row<'_>, &mut Issues) -> Result<(), String>,
) -> Result<(), Refusal> {
    let header = Header::of(bytes).ok_or_else(|| Refusal::Rejected(fl!("import-unreadable")))?;
    let bytes = without_mark(bytes);
    let mut reader = reader(bytes);
    let mut lines = Lines::new(bytes);
    let mut record = ByteRecord::new();
    let mut is_header = true;
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        if task.cancelled() {
            return Err(Refusal::Cancelled);
        }
        if std::mem::take(&mut is_header) {
            continue;
        }
        let line = lines.at(record.position().map_or(0, |it| it.byte() as usize));
        let outcome = Row::of(&header, &record, line).and_then(|row| read(&row, issues));
        if let Err(why) = outcome {
            issues.left_out(Some(line), why);
        }
    }
    Ok(())
}

fn reader(bytes: &[u8]) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(bytes)
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// The line that a byte stands on, counted forward.
struct Lines<'b> {
    bytes: &'b [u8],
    at: usize,
    line: u64,
}

impl<'b> Lines<'b> {
    fn new(bytes: &'b [u8]) -> Self {
        Self { bytes, at: 0, line: 1 }
    }

    /// The line of the row that begins at `start`, or behind the line ends there.
    fn at(&mut self, start: usize) -> u64 {
        let ends = self.bytes[start..].iter().take_while(|it| matches!(it, b'\r' | b'\n'));
        let first = start + ends.count();
        let passed = &self.bytes[self.at.min(first)..first];
        self.line += passed.split(|&it| it == b'\n').count() as u64 - 1;
        self.at = first;
        self.line
    }
}

/// One row.
pub(super) struct Row<'t> {
    header: &'t Header,
    cells: StringRecord,
    /// The line it begins on.
    pub line: u64,
}

impl<'t> Row<'t> {
    fn of(header: &'t Header, record: &ByteRecord, line: u64) -> Result<Self, String> {
        let cells = StringRecord::from_byte_record(record.clone())
            .map_err(|it| fl!("import-row-text", what = it.to_string()))?;
        if cells.len() == header.0.len() {
            Ok(Self { header, cells, line })
        } else {
            Err(fl!("import-row-length", cells = cells.len(), columns = header.0.len()))
        }
    }

    /// A cell as it stands; empty where the file has no such column.
    pub fn cell(&self, column: &str) -> &str {
        let at = self.header.0.iter().position(|it| it == column);
        at.and_then(|at| self.cells.get(at)).unwrap_or("")
    }

    /// Free text.
    pub fn text(&self, column: &str) -> String {
        restore(self.cell(column)).to_owned()
    }

    /// Free text, or nothing.
    pub fn opt_text(&self, column: &str) -> Option<String> {
        Some(self.text(column)).filter(|it| !it.is_empty())
    }

    /// A number in `range`, or not recorded.
    pub fn number(&self, column: &str, range: RangeInclusive<f64>) -> Result<Option<f64>, String> {
        let number = self.parsed(column, |text| text.parse::<f64>().ok().filter(|it| it.is_finite()))?;
        match number {
            Some(value) if !range.contains(&value) => Err(out_of_range(column, value, &range)),
            number => Ok(number),
        }
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

    /// A flag, or not recorded.
    pub fn flag(&self, column: &str) -> Result<Option<bool>, String> {
        self.parsed(column, |text| match text {
            "1" => Some(true),
            "0" => Some(false),
            _ => None,
        })
    }

    /// An instant with its offset, or nothing.
    pub fn stamp(&self, column: &str) -> Result<Option<Stamp>, String> {
        self.parsed(column, Stamp::parse_rfc3339)
    }

    /// A date, or nothing.
    pub fn date(&self, column: &str) -> Result<Option<Date>, String> {
        self.parsed(column, |text| {
            text.parse::<Date>()
                .ok()
                .filter(|it| (1900..=2200).contains(&it.year()))
        })
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
pub(super) fn need<T>(column: &str, value: Option<T>) -> Result<T, String> {
    value.ok_or_else(|| fl!("import-cell-empty", column = column))
}

/// Why a number is not taken.
pub(super) fn out_of_range(what: &str, value: impl Display, range: &RangeInclusive<f64>) -> String {
    fl!(
        "import-out-of-range",
        what = what,
        value = value.to_string(),
        low = range.start().to_string(),
        high = range.end().to_string()
    )
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicBool;

    use super::*;
    use crate::domain::Settings;

    fn rows(bytes: &[u8]) -> (Vec<(u64, String)>, Issues) {
        let cancel = AtomicBool::new(false);
        let task = Task::new(&Settings::for_zone("UTC"), 0, &cancel);
        let (mut rows, mut issues) = (Vec::new(), Issues::default());
        let done = each_row(bytes, &task, &mut issues, |row, _| {
            rows.push((row.line, row.text("b")));
            Ok(())
        });
        assert!(done.is_ok());
        (rows, issues)
    }

    #[test]
    fn rows_know_their_line_whatever_the_line_ends_are() {
        for (bytes, lines) in [
            (&b"a,b\n1,2\n3,4\n"[..], [2, 3]),
            (b"\xef\xbb\xbfa,b\r\n1,2\r\n3,4\r\n", [2, 3]),
            (b"a,b\n\n1,\"x\ny\"\n\n3,4", [3, 6]),
        ] {
            let (rows, _) = rows(bytes);
            assert_eq!(rows.iter().map(|it| it.0).collect::<Vec<_>>(), lines, "{bytes:?}");
        }
    }

    #[test]
    fn a_bad_row_does_not_stop_the_others() {
        let (rows, issues) = rows(b"a,b\n1\n\xff,2\n3,'=4\n");
        assert_eq!(rows, [(4, String::from("=4"))]);
        assert_eq!(issues.left_out, 2);
        let lines: Vec<_> = issues.into_list().iter().map(|it| it.line).collect();
        assert_eq!(lines, [Some(2), Some(3)]);
    }

    #[test]
    fn numbers_that_are_none_are_refused_in_words() {
        let header = Header(vec![String::from("a")]);
        for (text, taken) in [
            ("1.5", Some(Some(1.5))),
            ("", Some(None)),
            ("inf", None),
            ("NaN", None),
            ("1e309", None),
            ("11", None),
            ("1,5", None),
        ] {
            let cells = ByteRecord::from(vec![text]);
            let row = Row::of(&header, &cells, 2).unwrap();
            assert_eq!(row.number("a", 0.0..=10.0).ok(), taken, "{text}");
        }
    }
}
