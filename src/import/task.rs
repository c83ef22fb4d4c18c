//! What every reader is given, and what it gives back.

use std::sync::atomic::{AtomicBool, Ordering};

use jiff::tz::TimeZone;
use sha2::{Digest as _, Sha256};

use crate::domain::{Id, Issue, Meta, Record, RecordKind, Settings};
use crate::fl;

/// How many issues of one file are listed; the others are counted.
const MOST_ISSUES: usize = 500;

/// How far after now a date may lie: clocks and zones of watches are wrong by a day, not by more.
const FUTURE_MS: i64 = 2 * 86_400_000;

/// What a reader needs beside the bytes.
#[derive(Clone)]
pub(super) struct Task<'t> {
    /// The zone that times without one are read in.
    pub zone: TimeZone,
    /// Now.
    pub now_ms: i64,
    /// SHA-256 of the file.
    hash: &'t str,
    cancel: &'t AtomicBool,
}

impl<'t> Task<'t> {
    pub fn new(settings: &Settings, now_ms: i64, cancel: &'t AtomicBool) -> Self {
        Self {
            zone: settings.time_zone(),
            now_ms,
            hash: "",
            cancel,
        }
    }

    /// The same task for a file whose SHA-256 is `hash`.
    pub fn for_file<'f>(&'f self, hash: &'f str) -> Task<'f> {
        Task { hash, ..self.clone() }
    }

    /// Whether the runner stopped the import.
    pub fn cancelled(&self) -> bool {
        self.cancel.load(Ordering::Relaxed)
    }

    /// Whether `ms` lies in the future: no import brings what has not happened yet.
    pub fn is_future(&self, ms: i64) -> bool {
        ms > self.now_ms.saturating_add(FUTURE_MS)
    }

    /// The bookkeeping of a record of this file. Its id comes from its name in the source, so that two
    /// journals that read the same file call the record the same.
    pub fn meta(&self, kind: RecordKind, source: &str, external_id: String, at_ms: i64) -> Meta {
        let digest = Sha256::digest(format!("{} {external_id}", kind.word()));
        Meta {
            external_id: Some(external_id),
            file_hash: Some(self.hash.to_owned()),
            ..Meta::from_source(Id::from_parts(at_ms, ten_bytes(&digest)), source)
        }
    }
}

/// The first ten bytes of a digest.
pub(super) fn ten_bytes(digest: &[u8]) -> [u8; 10] {
    let mut bytes = [0; 10];
    bytes.copy_from_slice(&digest[..10]);
    bytes
}

/// What a reader found in a file.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The records, also those that the journal may know.
    pub records: Vec<Record>,
    /// What was left out.
    pub issues: Issues,
    /// The settings that came with them.
    pub settings: Option<Settings>,
}

/// Why a file gave nothing at all.
#[derive(Debug)]
pub(super) enum Refusal {
    /// Of a kind we read, but unreadable, undated or absurd.
    Rejected(String),
    /// Not a kind we read, or nothing in it for a journal.
    Unsupported(String),
    /// The runner stopped the import.
    Cancelled,
}

pub(super) type Reading = Result<Found, Refusal>;

/// What was left out of a file: all of it counted, the first of it listed.
#[derive(Debug, Default)]
pub(super) struct Issues {
    list: Vec<Issue>,
    unlisted: usize,
    /// How many rows or sessions gave no record.
    pub left_out: usize,
}

impl Issues {
    /// A row or session that gave no record.
    pub fn left_out(&mut self, line: Option<u64>, why: String) {
        self.left_out += 1;
        self.note(line, why);
    }

    /// Something else to know: a value that was left out of a record that was kept.
    pub fn note(&mut self, line: Option<u64>, why: String) {
        if self.list.len() < MOST_ISSUES {
            self.list.push(Issue { line, why });
        } else {
            self.unlisted += 1;
        }
    }

    /// Takes over the issues of a part of the file, called `name`.
    pub fn absorb(&mut self, name: &str, part: Self) {
        for issue in part.list {
            let why = fl!("import-in-file", file = name, why = issue.why);
            self.note(issue.line, why);
        }
        self.left_out += part.left_out;
        self.unlisted += part.unlisted;
    }

    /// Takes over other issues as they are.
    pub fn absorb_all(&mut self, other: Self) {
        self.left_out += other.left_out;
        self.unlisted += other.unlisted;
        self.list.extend(other.list);
    }

    /// The list, with one line for those beyond it.
    pub fn into_list(mut self) -> Vec<Issue> {
        if self.unlisted > 0 {
            let why = fl!("import-more-issues", count = self.unlisted);
            self.list.push(Issue { line: None, why });
        }
        self.list
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn issues_beyond_the_list_are_counted() {
        let mut issues = Issues::default();
        for line in 0..MOST_ISSUES as u64 + 7 {
            issues.left_out(Some(line), String::from("bad"));
        }
        assert_eq!(issues.left_out, MOST_ISSUES + 7);
        let list = issues.into_list();
        assert_eq!(list.len(), MOST_ISSUES + 1);
        assert!(list[MOST_ISSUES].why.contains('7'));
    }

    #[test]
    fn the_same_name_gives_the_same_id_and_another_name_another() {
        let cancel = AtomicBool::new(false);
        let task = Task::new(&Settings::for_zone("UTC"), 0, &cancel);
        let id = |kind, name: &str| task.meta(kind, "fit", name.to_owned(), 1000).id;
        assert_eq!(id(RecordKind::Night, "a"), id(RecordKind::Night, "a"));
        assert_ne!(id(RecordKind::Night, "a"), id(RecordKind::Night, "b"));
        assert_ne!(id(RecordKind::Night, "a"), id(RecordKind::CheckIn, "a"));
    }
}
