//! The vocabulary of the one door for writes.
//!
//! A wish of the runner, an import, a step of the checklist: each becomes one [`Batch`] of changes that
//! is written as a whole or not at all, is one line of the history and one step of undo. What came of
//! it returns as a [`Delta`], which brings the journal in memory up to date.

use serde::{Deserialize, Serialize};

use super::{Record, RecordRef};

/// A sentence of the text file by its id, with its arguments: so that the history reads in the language
/// of today, not of the day it was written.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Label {
    /// The message's id: `batch-save-run`.
    pub id: String,
    /// Its arguments.
    pub args: Vec<(String, String)>,
}

impl Label {
    /// A label without arguments.
    pub fn new(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            args: Vec::new(),
        }
    }

    /// The same label with one more argument.
    #[must_use]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "a number, a date or a name reads best as it is"
    )]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.args.push((name.to_owned(), value.to_string()));
        self
    }

    /// Its words; the bare id where an older program's label is not known any more.
    pub fn words(&self) -> String {
        crate::text::message(&self.id, &self.args).unwrap_or_else(|| self.id.clone())
    }
}

/// One change of one record.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Write the record: new, or over the one of its id.
    Put(Box<Record>),
    /// Move it to the trash.
    Trash(RecordRef),
    /// Take it back from there.
    Restore(RecordRef),
}

impl Change {
    /// Write `record`.
    pub fn put(record: Record) -> Self {
        Self::Put(Box::new(record))
    }
}

/// All changes of one command.
#[derive(Clone, Debug, PartialEq)]
pub struct Batch {
    /// What the history and the undo button say.
    pub label: Label,
    /// The changes, in order.
    pub changes: Vec<Change>,
}

impl Batch {
    /// A batch that writes these records.
    pub fn putting(label: Label, records: impl IntoIterator<Item = Record>) -> Self {
        Self {
            label,
            changes: records.into_iter().map(Change::put).collect(),
        }
    }
}

/// What a batch, an undo or a redo left behind: each touched record as it stands now, `None` where it
/// is gone from the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Delta {
    /// The touched records, each once.
    pub rows: Vec<(RecordRef, Option<Record>)>,
}

/// What a line of the history was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BatchKind {
    /// A command of the runner, or an import.
    Done,
    /// Taking one back.
    Undone,
    /// Doing it again.
    Redone,
}

/// One line of the history.
#[derive(Clone, Debug, PartialEq)]
pub struct HistoryEntry {
    /// The batch's number; later batches have higher ones.
    pub batch: i64,
    /// What it did, in words.
    pub label: Label,
    /// When, ms UTC.
    pub at_ms: i64,
    /// What it was.
    pub kind: BatchKind,
    /// Whether it was taken back since.
    pub reversed: bool,
    /// How many records of each kind it touched.
    pub counts: Vec<(super::RecordKind, usize)>,
}

/// One earlier state of a record.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordVersion {
    /// The batch that changed it.
    pub batch: i64,
    /// What that batch did, in words.
    pub label: Label,
    /// When, ms UTC.
    pub at_ms: i64,
    /// The record before it; `None` where the batch made it.
    pub before: Option<Record>,
}

/// What can be taken back or done again now: the batch and its label.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UndoState {
    /// The batch that undo would take back.
    pub undo: Option<(i64, Label)>,
    /// The undo that redo would take back.
    pub redo: Option<(i64, Label)>,
}
