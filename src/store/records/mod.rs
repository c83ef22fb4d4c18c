//! One file for each kind of record: its columns, and how a row becomes it and back.
//!
//! [`Stored`] is what a kind says about itself. [`Table`] is the same without the type, for the code
//! that treats all kinds alike: the door, undo, history, trash. The SQL of all tables is made from the
//! lists of columns, so that adding a field is one migration and two lines in one file.

mod activity;
mod check_in;
mod checklist;
mod checklist_step;
mod habit;
mod import_batch;
mod intake;
mod night;
mod practice;
mod routine;
mod soreness;
mod supplement;

use std::fmt;

use rusqlite::{Row, Statement};

use super::Error;
use super::fields::{Binder, Fields};
use crate::domain::{
    Activity, CheckIn, Checklist, ChecklistStep, Habit, Id, ImportBatch, Intake, Meta, Night, Practice, Record,
    RecordKind, Routine, Slug, SorenessRating, Supplement,
};

/// The columns that every table begins with.
pub(super) const COMMON: [&str; 9] = [
    "id",
    "created_at",
    "updated_at",
    "deleted_at",
    "batch_id",
    "source",
    "external_id",
    "file_hash",
    "detail",
];

/// What names a record: an [`Id`], or the [`Slug`] of a catalogue entry.
pub(super) trait Key: Sized + fmt::Display {
    fn read(fields: &mut Fields) -> Result<Self, Error>;
}

impl Key for Id {
    fn read(fields: &mut Fields) -> Result<Self, Error> {
        fields.id()
    }
}

impl Key for Slug {
    fn read(fields: &mut Fields) -> Result<Self, Error> {
        fields.slug()
    }
}

/// A record that has a table.
pub(super) trait Stored: Sized {
    /// What names it.
    type Key: Key;
    /// Its kind; the table is named after its word.
    const KIND: RecordKind;
    /// The columns after the common ones, in the order they are read and bound.
    const COLUMNS: &'static [&'static str];

    fn meta(&self) -> &Meta<Self::Key>;
    fn read(meta: Meta<Self::Key>, fields: &mut Fields) -> Result<Self, Error>;
    fn bind(&self, to: &mut Binder) -> Result<(), Error>;
    fn record(self) -> Record;

    /// The record of a row that was selected with [`Table::columns`].
    fn of_row(row: &Row) -> Result<Self, Error> {
        let mut fields = Fields::of(row);
        let meta = Meta {
            id: Self::Key::read(&mut fields)?,
            created_at: fields.int()?,
            updated_at: fields.int()?,
            deleted_at: fields.opt_int()?,
            batch_id: fields.opt_int()?,
            source: fields.text()?,
            external_id: fields.opt_text()?,
            file_hash: fields.opt_text()?,
            detail: fields.opt_json()?,
        };
        Self::read(meta, &mut fields)
    }

    /// Binds it to [`Table::upsert`], as written by `batch` at `now_ms`.
    fn bind_all(&self, to: &mut Binder, batch: i64, now_ms: i64) -> Result<(), Error> {
        let meta = self.meta();
        to.value(meta.id.to_string())?;
        to.value(now_ms)?;
        to.value(now_ms)?;
        to.value(None::<i64>)?;
        to.value(batch)?;
        to.value(&meta.source)?;
        to.value(&meta.external_id)?;
        to.value(&meta.file_hash)?;
        to.opt_json(meta.detail.as_ref())?;
        self.bind(to)
    }
}

/// A table, for code that treats all kinds alike.
pub(super) struct Table {
    /// What it holds.
    pub(super) kind: RecordKind,
    own: &'static [&'static str],
    read: fn(&Row) -> Result<Record, Error>,
}

impl Table {
    /// The table of `T`.
    pub(super) fn of<T: Stored>() -> Self {
        Self {
            kind: T::KIND,
            own: T::COLUMNS,
            read: |row| T::of_row(row).map(T::record),
        }
    }

    /// The table of `kind`.
    pub(super) fn of_kind(kind: RecordKind) -> Self {
        match kind {
            RecordKind::Habit => Self::of::<Habit>(),
            RecordKind::Supplement => Self::of::<Supplement>(),
            RecordKind::Routine => Self::of::<Routine>(),
            RecordKind::ImportBatch => Self::of::<ImportBatch>(),
            RecordKind::Activity => Self::of::<Activity>(),
            RecordKind::Night => Self::of::<Night>(),
            RecordKind::Soreness => Self::of::<SorenessRating>(),
            RecordKind::Intake => Self::of::<Intake>(),
            RecordKind::Practice => Self::of::<Practice>(),
            RecordKind::CheckIn => Self::of::<CheckIn>(),
            RecordKind::Checklist => Self::of::<Checklist>(),
            RecordKind::ChecklistStep => Self::of::<ChecklistStep>(),
        }
    }

    /// Its name.
    pub(super) fn name(&self) -> &'static str {
        self.kind.word()
    }

    /// The record of a row that was selected with [`Table::columns`] or [`Table::columns_in_json`].
    pub(super) fn record(&self, row: &Row) -> Result<Record, Error> {
        (self.read)(row)
    }

    fn all(&self) -> impl Iterator<Item = &'static str> {
        COMMON.into_iter().chain(self.own.iter().copied())
    }

    /// All its columns, joined by commas.
    pub(super) fn columns(&self) -> String {
        self.list(str::to_owned)
    }

    /// All its columns as they stand in the JSON of a row before a change.
    pub(super) fn columns_in_json(&self) -> String {
        self.list(|column| format!("json_extract(before, '$.{column}')"))
    }

    fn list(&self, each: impl Fn(&str) -> String) -> String {
        self.all().map(each).collect::<Vec<_>>().join(", ")
    }

    /// Writes a record, new or over the one of its id; one that says the same is left alone. Writing over
    /// a record in the trash takes it out.
    pub(super) fn upsert(&self) -> String {
        let contents = || {
            ["deleted_at", "source", "external_id", "file_hash", "detail"]
                .into_iter()
                .chain(self.own.iter().copied())
        };
        let table = self.name();
        let old: Vec<_> = contents().map(|column| format!("{table}.{column}")).collect();
        let new: Vec<_> = contents().map(|column| format!("excluded.{column}")).collect();
        let set: Vec<_> = contents()
            .chain(["updated_at", "batch_id"])
            .map(|column| format!("{column} = excluded.{column}"))
            .collect();
        format!(
            "INSERT INTO {table} ({}) VALUES ({}) ON CONFLICT (id) DO UPDATE SET {} WHERE ({}) IS NOT ({})",
            self.columns(),
            self.list(|_| "?".to_owned()),
            set.join(", "),
            old.join(", "),
            new.join(", "),
        )
    }

    /// Puts the rows that batch `?1` changed back as they were before it, stamped as updated at `?2`.
    pub(super) fn put_back(&self) -> String {
        self.put_back_where("true")
    }

    /// The same for the rows that `condition` holds for; it may name the columns of `change`.
    pub(super) fn put_back_where(&self, condition: &str) -> String {
        let table = self.name();
        let values = self.list(|column| match column {
            "updated_at" => "?2".to_owned(),
            _ => format!("json_extract(before, '$.{column}')"),
        });
        let set: Vec<_> = self.all().skip(1).map(|it| format!("{it} = excluded.{it}")).collect();
        format!(
            "INSERT INTO {table} ({}) SELECT {values} FROM change \
             WHERE batch = ?1 AND record = '{table}' AND before IS NOT NULL AND {condition} \
             ON CONFLICT (id) DO UPDATE SET {}",
            self.columns(),
            set.join(", "),
        )
    }
}

/// Binds any record to its table's [`Table::upsert`].
pub(super) fn bind(record: &Record, statement: &mut Statement, batch: i64, now_ms: i64) -> Result<(), Error> {
    let to = &mut Binder::of(statement);
    match record {
        Record::Habit(it) => it.bind_all(to, batch, now_ms),
        Record::Supplement(it) => it.bind_all(to, batch, now_ms),
        Record::Routine(it) => it.bind_all(to, batch, now_ms),
        Record::ImportBatch(it) => it.bind_all(to, batch, now_ms),
        Record::Activity(it) => it.bind_all(to, batch, now_ms),
        Record::Night(it) => it.bind_all(to, batch, now_ms),
        Record::Soreness(it) => it.bind_all(to, batch, now_ms),
        Record::Intake(it) => it.bind_all(to, batch, now_ms),
        Record::Practice(it) => it.bind_all(to, batch, now_ms),
        Record::CheckIn(it) => it.bind_all(to, batch, now_ms),
        Record::Checklist(it) => it.bind_all(to, batch, now_ms),
        Record::ChecklistStep(it) => it.bind_all(to, batch, now_ms),
    }
}
