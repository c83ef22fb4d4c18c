//! How many records of each kind one file gave.

use std::collections::BTreeMap;

use super::known::Seen;
use crate::domain::{Record, RecordKind, Verdict};

/// What one file gave, counted.
#[derive(Default)]
pub(super) struct Counts {
    pub by_kind: BTreeMap<RecordKind, usize>,
    pub runs: usize,
    /// Records that were known, those that got something included.
    pub duplicates: usize,
    /// Of those, the ones that another file of this import tells.
    pub twice: usize,
    /// Known ones of the journal that got something.
    pub completed: usize,
    /// Rows or sessions that gave no record.
    pub rows_left_out: usize,
    /// Whether it says what is known without being worth counting.
    pub has_known: bool,
    /// Whether a record remembers now that it is in this file, too.
    pub is_remembered: bool,
}

impl Counts {
    /// One more new record.
    pub fn count(&mut self, record: &Record) {
        *self.by_kind.entry(record.kind()).or_default() += 1;
        if matches!(record, Record::Activity(it) if it.is_run()) {
            self.runs += 1;
        }
    }

    /// One more that is known from there; `gained`: whether it completes what is known.
    pub fn know(&mut self, seen: Seen, gained: bool) {
        self.duplicates += 1;
        match seen {
            Seen::Journal => self.completed += usize::from(gained),
            Seen::Here => self.twice += 1,
        }
    }

    /// How many new ones of a kind.
    pub fn of(&self, kind: RecordKind) -> usize {
        self.by_kind.get(&kind).copied().unwrap_or(0)
    }

    /// How many new ones.
    pub fn total(&self) -> usize {
        self.by_kind.values().sum()
    }

    /// What became of the file.
    pub fn verdict(&self, took_settings: bool) -> Verdict {
        if self.total() > 0 || took_settings {
            Verdict::Imported
        } else if self.duplicates > 0 || self.has_known {
            Verdict::Duplicate
        } else if self.rows_left_out > 0 {
            Verdict::Rejected
        } else {
            Verdict::Unsupported
        }
    }
}
