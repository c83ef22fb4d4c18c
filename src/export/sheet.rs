//! A file of rows: its columns, each with its unit and what it takes from a record.
//!
//! Name, unit and value of a column stand on one line, so they cannot drift apart; the CSV file, the
//! data dictionary and `list --json` are all made from that line.

use std::collections::HashMap;

use jiff::civil::Date;

use super::cell::Cell;
use crate::domain::{DayRule, ExportForm, ExportKind, Journal, Meta, Slug};

/// About as long are most rows.
const ROW_BYTES: usize = 128;

/// What a row needs beside its record.
#[derive(Debug)]
pub struct Context<'j> {
    /// Which day an instant belongs to.
    pub rule: DayRule,
    habit_units: HashMap<&'j str, &'j str>,
}

impl<'j> Context<'j> {
    /// What the rows of `journal` need.
    pub fn of(journal: &'j Journal) -> Self {
        let habits = journal.habits_in_use().into_iter();
        Self {
            rule: journal.settings.day_rule,
            habit_units: habits.map(|it| (it.meta.id.as_str(), it.unit.as_str())).collect(),
        }
    }

    /// The unit that amounts of a habit are noted in; empty where there is none.
    pub fn unit_of(&self, habit: &str) -> &'j str {
        self.habit_units.get(habit).copied().unwrap_or("")
    }
}

/// One column.
pub struct Column<T> {
    /// Its header.
    pub name: &'static str,
    /// Its unit; empty where it has none.
    pub unit: &'static str,
    /// Its value in a row.
    pub cell: for<'r> fn(&'r T, &'r Context) -> Cell<'r>,
}

/// A column without a unit.
pub(super) fn column<T>(name: &'static str, cell: for<'r> fn(&'r T, &'r Context) -> Cell<'r>) -> Column<T> {
    Column { name, unit: "", cell }
}

/// A column with a unit.
pub(super) fn measure<T>(
    name: &'static str,
    unit: &'static str,
    cell: for<'r> fn(&'r T, &'r Context) -> Cell<'r>,
) -> Column<T> {
    Column { name, unit, cell }
}

/// What has a file: a kind of record, or rows made of several.
pub trait Sheet: Sized {
    /// Its file.
    const FILE: ExportKind;

    /// Its columns, in the order of the file.
    fn columns() -> Vec<Column<Self>>;

    /// The journal day it belongs to; `None` for what belongs to none and is in every export.
    fn day(&self, context: &Context) -> Option<Date>;
}

/// What came from somewhere.
pub(super) trait Sourced {
    type Key;
    fn meta(&self) -> &Meta<Self::Key>;
}

/// The last columns of a file, which only a second import needs.
pub(super) fn provenance<T: Sourced>() -> [Column<T>; 3] {
    [
        column("external_id", |it, _| Cell::opt_text(it.meta().external_id.as_deref())),
        column("file_hash", |it, _| Cell::opt_text(it.meta().file_hash.as_deref())),
        column("detail", |it, _| Cell::json(it.meta().detail.as_ref())),
    ]
}

/// The header row and one row for each record, as the bytes of a CSV file.
pub(super) fn csv<'t, T: Sheet + 't>(
    rows: impl Iterator<Item = &'t T>,
    context: &Context,
    form: ExportForm,
) -> Vec<u8> {
    let columns = T::columns();
    let mut file = CsvFile::for_rows(rows.size_hint().0, form);
    for column in &columns {
        file.field(column.name);
    }
    file.end_row();
    for row in rows {
        for column in &columns {
            file.cell(&(column.cell)(row, context));
        }
        file.end_row();
    }
    file.into_bytes()
}

/// A CSV file in memory: UTF-8, fields quoted where RFC 4180 asks for it, lines ended by CR LF.
pub(super) struct CsvFile {
    writer: csv::Writer<Vec<u8>>,
    form: ExportForm,
    /// The text of a cell while it is made.
    text: String,
}

impl CsvFile {
    pub(super) fn new(form: ExportForm) -> Self {
        Self::for_rows(0, form)
    }

    /// A file of about so many rows.
    pub(super) fn for_rows(rows: usize, form: ExportForm) -> Self {
        let (mark, separator) = match form {
            ExportForm::Plain => (&b""[..], b','),
            ExportForm::Excel | ExportForm::ExcelComma => (&b"\xef\xbb\xbf"[..], b';'),
        };
        let mut start = Vec::with_capacity(rows * ROW_BYTES);
        start.extend_from_slice(mark);
        Self::of(start, separator, form)
    }

    /// A file with another separator than ours.
    pub(super) fn separated_by(separator: u8) -> Self {
        Self::of(Vec::new(), separator, ExportForm::Plain)
    }

    fn of(start: Vec<u8>, separator: u8, form: ExportForm) -> Self {
        let writer = csv::WriterBuilder::new()
            .delimiter(separator)
            .terminator(csv::Terminator::CRLF)
            .from_writer(start);
        Self {
            writer,
            form,
            text: String::new(),
        }
    }

    pub(super) fn field(&mut self, text: &str) {
        self.writer.write_field(text).expect("memory takes every byte");
    }

    pub(super) fn cell(&mut self, cell: &Cell) {
        let mut text = std::mem::take(&mut self.text);
        text.clear();
        cell.write_csv(&mut text);
        if self.form == ExportForm::ExcelComma
            && matches!(cell, Cell::Number(_))
            && let Some(point) = text.find('.')
        {
            text.replace_range(point..=point, ",");
        }
        self.field(&text);
        self.text = text;
    }

    pub(super) fn end_row(&mut self) {
        self.writer
            .write_record(None::<&[u8]>)
            .expect("memory takes every byte, and rows are equally long");
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.writer.into_inner().expect("memory takes every byte")
    }
}

/// The id of a catalogue entry as a cell.
pub(super) fn slug(it: &Slug) -> Cell<'_> {
    Cell::slug(it.as_str())
}
