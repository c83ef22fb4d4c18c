//! What every reader is given beside the bytes.

use std::sync::atomic::{AtomicBool, Ordering};

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use sha2::{Digest as _, Sha256};

use super::table::Header;
use crate::domain::import::Mapping;
use crate::domain::{Id, ImportOptions, Journal, Meta, RecordKind, RejectedRows, Stamp, time};

/// How far after now a date may lie: clocks and zones of watches are wrong by a day, not by more.
const FUTURE_MS: i64 = 2 * 86_400_000;

/// What a reader needs beside the bytes.
#[derive(Clone)]
pub(in crate::import) struct Task<'t> {
    /// The journal that is imported into: its catalogues, its settings.
    pub journal: &'t Journal,
    /// What the runner said about the files.
    pub options: &'t ImportOptions,
    /// The zone that times without one are read in.
    pub zone: TimeZone,
    /// Now.
    pub now_ms: i64,
    /// SHA-256 of the file.
    hash: &'t str,
    cancel: &'t AtomicBool,
}

impl<'t> Task<'t> {
    /// The task of an import into `journal`.
    pub fn new(journal: &'t Journal, options: &'t ImportOptions, now_ms: i64, cancel: &'t AtomicBool) -> Self {
        let zone = options.zone.as_deref().unwrap_or(&journal.settings.zone);
        Self {
            journal,
            options,
            zone: time::zone(zone),
            now_ms,
            hash: "",
            cancel,
        }
    }

    /// The same task for a file whose SHA-256 is `hash`.
    pub fn for_file<'f>(&'f self, hash: &'f str) -> Task<'f> {
        Task { hash, ..self.clone() }
    }

    /// The name of the zone that times without one are read in.
    pub fn zone_name(&self) -> &str {
        self.options.zone.as_deref().unwrap_or(&self.journal.settings.zone)
    }

    /// The instant at which a clock in the task's zone showed `at`. The entry of a record with such a time
    /// is [`local`](super::Entry::local).
    pub fn local(&self, at: DateTime) -> Option<Stamp> {
        Stamp::from_civil(at, &self.zone)
    }

    /// What the runner said of the columns of a table that begins like this: now, or once before. Rows that were
    /// left out and saved have a column of reasons more.
    pub fn mapping(&self, bytes: &[u8]) -> Option<&Mapping> {
        let header = Header::of(bytes)?;
        let mut known = self.options.mappings.iter().chain(&self.journal.settings.mappings);
        let names = header.names();
        let is_of = |it: &&Mapping| it.header == names || it.header == RejectedRows::without_reason(names);
        known.find(|it| is_of(it) && it.is_enough())
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
        self.meta_of(Id::from_parts(at_ms, ten_bytes(&digest)), source, external_id)
    }

    /// The bookkeeping of something of this file that has its id already: an entry of a catalogue.
    pub fn meta_of<I>(&self, id: I, source: &str, external_id: String) -> Meta<I> {
        Meta {
            external_id: Some(external_id),
            file_hash: Some(self.hash.to_owned()).filter(|it| !it.is_empty()),
            ..Meta::from_source(id, source)
        }
    }
}

/// The first ten bytes of a digest.
pub(in crate::import) fn ten_bytes(digest: &[u8]) -> [u8; 10] {
    let mut bytes = [0; 10];
    bytes.copy_from_slice(&digest[..10]);
    bytes
}

#[cfg(test)]
pub(in crate::import) mod tests {
    use super::*;
    use crate::domain::Settings;

    /// Calls `act` with a task of an import into an empty journal in `zone`, at `now_ms`.
    pub fn with_task<T>(zone: &str, now_ms: i64, act: impl FnOnce(&Task) -> T) -> T {
        let journal = Journal::empty(Settings::for_zone(zone));
        let (options, cancel) = (ImportOptions::default(), AtomicBool::new(false));
        act(&Task::new(&journal, &options, now_ms, &cancel))
    }

    /// Calls `act` with a task of an import with `options` into an empty journal in `zone`, long after everything.
    pub fn with_options<T>(zone: &str, options: &ImportOptions, act: impl FnOnce(&Task) -> T) -> T {
        let journal = Journal::empty(Settings::for_zone(zone));
        act(&Task::new(&journal, options, i64::MAX / 2, &AtomicBool::new(false)))
    }

    /// Calls `act` with a task of an import into `journal`, long after everything.
    pub fn with_journal<T>(journal: &Journal, act: impl FnOnce(&Task) -> T) -> T {
        let (options, cancel) = (ImportOptions::default(), AtomicBool::new(false));
        act(&Task::new(journal, &options, i64::MAX / 2, &cancel))
    }

    #[test]
    fn the_same_name_gives_the_same_id_and_another_name_another() {
        with_task("UTC", 0, |task| {
            let id = |kind, name: &str| task.meta(kind, "fit", name.to_owned(), 1000).id;
            assert_eq!(id(RecordKind::Night, "a"), id(RecordKind::Night, "a"));
            assert_ne!(id(RecordKind::Night, "a"), id(RecordKind::Night, "b"));
            assert_ne!(id(RecordKind::Night, "a"), id(RecordKind::CheckIn, "a"));
        });
    }
}
