//! Rows of CSV files: a header, cells by the name of their column, the line each row begins on.
//!
//! A row that cannot be read is left out by its line and never stops the others. Cells are read as the
//! journal's own types with the journal's own ranges; what is not such a value says why in words.
//!
//! Tables of others come in any encoding and with any separator, name two columns alike, and have rows
//! longer or shorter than their header. So the separator is the one that the header has most of, text that
//! is no UTF-8 is read as what old Windows programs write, and a row has empty cells where it ends early.
//! Our own tables come so, too, once a spreadsheet has saved them; but there what does not fit the header, or
//! is cut, is damage ([`Shape::Own`]). Rows without a word in them are no rows: spreadsheets leave them.

mod row;

use std::borrow::Cow;
use std::cell::Cell;

use csv::{ByteRecord, ReaderBuilder, StringRecord};
use encoding_rs::{Encoding, WINDOWS_1252};

use super::{Found, Refusal, Task};
use crate::fl;
pub(in crate::import) use row::{Row, need, out_of_range};

/// How far into a file a header is looked for.
const LONGEST_HEADER: usize = 1 << 16;

/// How many cells of a table are looked at before it is read.
const MOST_SAMPLED: usize = 1_000_000;

/// What stands between cells.
const SEPARATORS: [u8; 4] = *b",;\t|";

/// How the rows of a table stand to its header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum Shape {
    /// A table of our own: a row has no more than a cell for each column, and what is missing at its end is
    /// empty, as spreadsheets leave it; a row that is longer or cut is left out.
    Own,
    /// Each row has a cell for each column; others are left out.
    Exact,
    /// Rows may be longer or shorter.
    Ragged,
}

/// The names of the columns, and what stands between cells.
#[derive(Clone, Debug)]
pub(in crate::import) struct Header {
    names: Vec<String>,
    separator: u8,
    /// The decimal mark of its table, once a row had one.
    decimal: Cell<Option<u8>>,
}

impl Header {
    /// The header of a table; `None` where the file does not begin with one: a line of text with at least
    /// two cells.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let bytes = utf8(&bytes[..bytes.len().min(LONGEST_HEADER)]);
        let separator = separator(&bytes);
        let mut first = ByteRecord::new();
        let more = reader(&bytes, separator).read_byte_record(&mut first).ok()?;
        let cells = StringRecord::from_byte_record(first).ok()?;
        let is_text = cells.iter().all(|it| !it.chars().any(|c| c == '\0' || c == '\u{fffd}'));
        (more && cells.len() > 1 && is_text).then(|| Self {
            names: cells.iter().map(|it| it.trim().to_owned()).collect(),
            separator,
            decimal: Cell::new(None),
        })
    }

    /// Whether numbers of this table have this decimal mark: that of the first that has one.
    fn writes(&self, mark: u8) -> bool {
        let first = self.decimal.get().unwrap_or(mark);
        self.decimal.set(Some(first));
        first == mark
    }

    /// What stands between cells.
    pub fn separator(&self) -> u8 {
        self.separator
    }

    /// The names of the columns, in order.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Whether it has all these columns.
    pub fn has(&self, columns: &[&str]) -> bool {
        columns.iter().all(|column| self.names.iter().any(|it| it == column))
    }

    /// The place of the first column that has one of these names, in upper or lower case.
    pub fn find(&self, names: &[&str]) -> Option<usize> {
        let mut names = names.iter().map(|it| it.to_lowercase());
        names.find_map(|name| self.names.iter().position(|it| it.to_lowercase() == name))
    }
}

/// Reads the rows of a table one by one; the reasons of `read` become issues by line.
pub(in crate::import) fn each_row(
    bytes: &[u8],
    shape: Shape,
    task: &Task,
    found: &mut Found,
    mut read: impl FnMut(&Row<'_>, &mut Found) -> Result<(), String>,
) -> Result<(), Refusal> {
    let header = Header::of(bytes).ok_or_else(|| Refusal::Rejected(fl!("import-unreadable")))?;
    let bytes = match shape {
        // One broken byte is no reason to read all the others in another way.
        Shape::Own | Shape::Exact if has_utf8_letters(bytes) => Cow::Borrowed(without_mark(bytes)),
        _ => utf8(bytes),
    };
    let is_ended = bytes.ends_with(b"\n") || bytes.ends_with(b"\r");
    let mut reader = reader(&bytes, header.separator);
    let mut lines = Lines::new(&bytes);
    let mut record = ByteRecord::new();
    let mut is_header = true;
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        if task.cancelled() {
            return Err(Refusal::Cancelled);
        }
        if std::mem::take(&mut is_header) || record.iter().all(|it| it.trim_ascii().is_empty()) {
            continue;
        }
        let line = lines.at(record.position().map_or(0, |it| it.byte() as usize));
        let is_cut = !is_ended && reader.position().byte() as usize >= bytes.len();
        let outcome = Row::of(&header, shape, &record, line)
            .and_then(|row| row.unless_cut(is_cut))
            .and_then(|row| read(&row, found));
        if let Err(why) = outcome {
            found.reject_row(&header, &cells_of(&record), line, why);
        }
    }
    Ok(())
}

/// All cells of a table of strangers below its header, row by row, as they stand: for tables that are short.
pub(in crate::import) fn all_cells(bytes: &[u8]) -> Vec<Vec<String>> {
    first_cells(bytes, usize::MAX)
}

/// The cells of the first column of a table that has one of these names, in upper or lower case.
pub(in crate::import) fn column(bytes: &[u8], names: &[&str]) -> Vec<String> {
    let Some(place) = Header::of(bytes).and_then(|it| it.find(names)) else {
        return Vec::new();
    };
    let cells = sample(bytes).into_iter().map(|row| row.into_iter().nth(place));
    cells.map(Option::unwrap_or_default).collect()
}

/// The cells of the first rows of a table that may be long: enough to infer from whole columns how a row is to
/// be read.
pub(in crate::import) fn sample(bytes: &[u8]) -> Vec<Vec<String>> {
    first_cells(bytes, MOST_SAMPLED)
}

fn first_cells(bytes: &[u8], most: usize) -> Vec<Vec<String>> {
    let Some(header) = Header::of(bytes) else {
        return Vec::new();
    };
    let bytes = utf8(bytes);
    let mut left = most;
    let rows = reader(&bytes, header.separator).into_byte_records().flatten();
    rows.skip(1)
        .take_while(|row| {
            let fits = row.len() <= left;
            left = left.saturating_sub(row.len().max(1));
            fits
        })
        .map(|it| cells_of(&it))
        .collect()
}

/// The cells of a row as they can be shown.
fn cells_of(record: &ByteRecord) -> Vec<String> {
    record
        .iter()
        .map(|it| String::from_utf8_lossy(it).into_owned())
        .collect()
}

fn reader(bytes: &[u8], separator: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(bytes)
}

/// What stands between the cells of the first line; of equals the first of [`SEPARATORS`].
fn separator(bytes: &[u8]) -> u8 {
    let mut counts = [0_usize; SEPARATORS.len()];
    let mut is_quoted = false;
    for byte in bytes.iter().skip_while(|it| it.is_ascii_whitespace()) {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\r' | b'\n' if !is_quoted => break,
            byte if !is_quoted => {
                if let Some(at) = SEPARATORS.iter().position(|it| it == byte) {
                    counts[at] += 1;
                }
            }
            _ => {}
        }
    }
    let most = (0..SEPARATORS.len()).rev().max_by_key(|&at| counts[at]).unwrap_or(0);
    SEPARATORS[most]
}

/// The bytes of a text as UTF-8, without a byte order mark: from UTF-16 with its mark, or from Windows-1252
/// where they are no UTF-8. A character cut at the end is no reason to doubt the rest.
pub(in crate::import) fn utf8(bytes: &[u8]) -> Cow<'_, [u8]> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decoded(encoding, &bytes[mark..]);
    }
    match std::str::from_utf8(bytes) {
        Err(error) if error.error_len().is_some() => decoded(WINDOWS_1252, bytes),
        _ => Cow::Borrowed(bytes),
    }
}

fn decoded<'b>(encoding: &'static Encoding, bytes: &'b [u8]) -> Cow<'b, [u8]> {
    match encoding.decode_without_bom_handling(bytes).0 {
        Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
        Cow::Owned(text) => Cow::Owned(text.into_bytes()),
    }
}

/// Whether a letter beyond English is written as UTF-8 somewhere, which text of another encoding hardly ever
/// has by chance.
fn has_utf8_letters(bytes: &[u8]) -> bool {
    without_mark(bytes).utf8_chunks().any(|it| !it.valid().is_ascii())
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// The line that a byte stands on, counted forward; a line ends with LF, CR LF or, in old files, CR.
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
        let from = self.at.min(first);
        let ends_here = |at: usize| match self.bytes[at] {
            b'\n' => true,
            b'\r' => self.bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        };
        self.line += (from..first).filter(|&at| ends_here(at)).count() as u64;
        self.at = first;
        self.line
    }
}

#[cfg(test)]
mod tests;
