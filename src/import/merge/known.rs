//! What the journal knows by name: ids, names in a source, files that were read.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::join::also;
use crate::domain::{Habit, Journal, Meta, Record, RecordKind};

/// How a record of our own export, or one that is told by a single source, stands to what is known.
pub(super) enum Standing {
    New,
    /// Known.
    Known,
    /// Said again in the same export, or a built-in habit as every journal has it: not worth a word.
    Repeated,
}

/// Everything that is known by now.
pub(super) struct Known {
    ids: HashSet<(RecordKind, String)>,
    /// Names in their source, of the journal, with the ids of the records that have them.
    external: HashMap<(RecordKind, String), String>,
    /// And of this import.
    external_here: HashMap<(RecordKind, String), String>,
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
            external: HashMap::new(),
            external_here: HashMap::new(),
            ids_here: HashSet::new(),
            hashes: HashSet::new(),
            is_fresh: false,
            builtin,
        };
        // Those in the trash first: a live record of the same name is the one to complete.
        for record in journal.trash.iter().cloned().chain(journal.records()) {
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
        let id = (record.kind(), record.id());
        for name in names(record) {
            self.external.insert(name, id.1.clone());
        }
        self.ids.insert(id);
        if let Record::ImportBatch(it) = record {
            self.hashes.extend(it.meta.file_hash.clone());
        }
    }

    /// What of this import is known from now on: `record`, as the one of `id`.
    pub fn learn(&mut self, record: &Record, id: &str) {
        self.ids_here.insert((record.kind(), record.id()));
        for name in names(record) {
            self.external_here.insert(name, id.to_owned());
        }
    }

    /// The id of the record that is known by the name that `record` has: its id, or its name in its source.
    pub fn named(&self, record: &Record, is_own: bool) -> Option<String> {
        let id = (record.kind(), record.id());
        if self.ids.contains(&id) || self.ids_here.contains(&id) {
            return Some(id.1);
        }
        let here = |name: &(RecordKind, String)| self.external_here.get(name).filter(|_| !is_own).cloned();
        let mut names = names(record);
        names.find_map(|name| self.external.get(&name).cloned().or_else(|| here(&name)))
    }

    pub fn judge(&mut self, record: &Record, is_own: bool, was_read: bool) -> Standing {
        let id = (record.kind(), record.id());
        if let Record::Habit(habit) = record
            && self.is_fresh
            && let Some(stands) = self.builtin.get(&id.1)
        {
            let is_same = same_entry(habit, stands);
            let is_first = self.ids_here.insert(id);
            return if is_first && !is_same {
                Standing::New
            } else {
                Standing::Repeated
            };
        }
        if self.ids_here.contains(&id) && matches!(record, Record::Checklist(_)) {
            return Standing::Repeated;
        }
        if was_read || self.named(record, is_own).is_some() {
            // A known checklist is said once for each of its steps: it counts once.
            if matches!(record, Record::Checklist(_)) {
                self.ids_here.insert(id);
            }
            return Standing::Known;
        }
        self.learn(record, &id.1);
        Standing::New
    }
}

/// The names of a record in its sources. What others name (checklists) and imports are known by their ids
/// alone.
fn names(record: &Record) -> impl Iterator<Item = (RecordKind, String)> + use<> {
    use RecordKind::{Checklist, ChecklistStep, ImportBatch};
    let kind = record.kind();
    let has_name = !matches!(kind, ImportBatch | Checklist | ChecklistStep);
    let meta = record.meta().filter(|_| has_name);
    let own = meta.and_then(|it| it.external_id.clone());
    let others = meta.map(also_named).unwrap_or_default();
    own.into_iter().chain(others).map(move |name| (kind, name))
}

fn also_named(meta: &Meta) -> Vec<String> {
    also(meta).into_iter().filter_map(|it| it.external_id).collect()
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
