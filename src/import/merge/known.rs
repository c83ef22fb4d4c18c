//! What the journal knows by name: ids, names in a source, files that were read.

use std::collections::{BTreeMap, HashSet};

use crate::domain::{Habit, Journal, Record, RecordKind};

/// How a record stands to what is known.
pub(super) enum Verdict {
    New,
    Known,
    /// Said again in the same export, or a built-in habit as every journal has it: not worth a word.
    Repeated,
}

/// Everything that is known by now.
pub(super) struct Known {
    ids: HashSet<(RecordKind, String)>,
    /// Names in their source, of the journal.
    external: HashSet<(RecordKind, String)>,
    /// And of this import.
    external_here: HashSet<(RecordKind, String)>,
    /// Ids that came with this import.
    ids_here: HashSet<(RecordKind, String)>,
    hashes: HashSet<String>,
    /// The built-in habits as they stand.
    builtin: BTreeMap<String, Habit>,
    /// Whether the journal has no record of the runner.
    is_fresh: bool,
}

impl Known {
    pub fn of(journal: &Journal) -> Self {
        let builtin: BTreeMap<_, _> = journal
            .habits
            .iter()
            .filter(|it| it.builtin)
            .map(|it| (it.meta.id.to_string(), it.clone()))
            .collect();
        let mut known = Self {
            ids: HashSet::new(),
            external: HashSet::new(),
            external_here: HashSet::new(),
            ids_here: HashSet::new(),
            hashes: HashSet::new(),
            is_fresh: false,
            builtin,
        };
        for record in journal.records().chain(journal.trash.iter().cloned()) {
            known.remember(&record);
        }
        known.is_fresh = known.ids.len() == known.builtin.len();
        known
    }

    /// Whether the journal has no record of the runner.
    pub fn is_fresh(&self) -> bool {
        self.is_fresh
    }

    /// Whether a file of this SHA-256 was imported before.
    pub fn has_read(&self, hash: &str) -> bool {
        self.hashes.contains(hash)
    }

    /// A file of this SHA-256 is imported now.
    pub fn read(&mut self, hash: &str) {
        self.hashes.insert(hash.to_owned());
    }

    fn remember(&mut self, record: &Record) {
        self.ids.insert((record.kind(), record.id()));
        self.external.extend(external(record));
        if let Record::ImportBatch(it) = record {
            self.hashes.extend(it.meta.file_hash.clone());
        }
    }

    pub fn judge(&mut self, record: &Record, is_own: bool, was_read: bool) -> Verdict {
        let id = (record.kind(), record.id());
        if let Record::Habit(habit) = record
            && self.is_fresh
            && let Some(stands) = self.builtin.get(&id.1)
        {
            let is_same = same_entry(habit, stands);
            let is_first = self.ids_here.insert(id);
            return if is_first && !is_same {
                Verdict::New
            } else {
                Verdict::Repeated
            };
        }
        if self.ids_here.contains(&id) && matches!(record, Record::Checklist(_)) {
            return Verdict::Repeated;
        }
        let name = external(record);
        let is_named = |names: &HashSet<_>| name.as_ref().is_some_and(|it| names.contains(it));
        let is_known = was_read
            || self.ids.contains(&id)
            || self.ids_here.contains(&id)
            || is_named(&self.external)
            || (!is_own && is_named(&self.external_here));
        if is_known {
            // A known checklist is said once for each of its steps: it counts once.
            if matches!(record, Record::Checklist(_)) {
                self.ids_here.insert(id);
            }
            return Verdict::Known;
        }
        self.ids_here.insert(id);
        self.external_here.extend(name);
        Verdict::New
    }
}

/// The name of a record in its source. What others name (catalogue entries, checklists) and imports are
/// known by their ids alone.
fn external(record: &Record) -> Option<(RecordKind, String)> {
    use RecordKind::{Checklist, ChecklistStep, ImportBatch};
    let kind = record.kind();
    let meta = record.meta()?;
    let has_name = !matches!(kind, ImportBatch | Checklist | ChecklistStep);
    meta.external_id.clone().filter(|_| has_name).map(|name| (kind, name))
}

/// Whether two catalogue entries say the same, bookkeeping of the store aside.
fn same_entry(a: &Habit, b: &Habit) -> bool {
    let plain = |it: &Habit| {
        let mut it = it.clone();
        (it.meta.created_at, it.meta.updated_at, it.meta.batch_id) = (0, 0, None);
        it
    };
    plain(a) == plain(b)
}
