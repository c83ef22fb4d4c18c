//! What the journal knows by name: ids, names in a source, files that were read.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::join::also;
use crate::domain::{Habit, Journal, Meta, Record, RecordKind};

/// How a record of our own export, or one that is told by a single source, stands to what is known.
pub(super) enum Standing {
    New,
    /// Known, and from where.
    Known(Seen),
    /// Said again in the same export, or a built-in habit as every journal has it: not worth a word.
    Repeated,
}

/// Where something is known from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seen {
    /// The journal had it.
    Journal,
    /// It came with this import.
    Here,
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
    /// The SHA-256 of each file that was read.
    hashes: HashMap<String, Seen>,
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
            hashes: HashMap::new(),
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

    /// Whether a file of this SHA-256 was imported before, or is a part of this import already.
    pub fn has_read(&self, hash: &str) -> Option<Seen> {
        self.hashes.get(hash).copied()
    }

    /// A file of this SHA-256 is imported now.
    pub fn read(&mut self, hash: &str) {
        self.hashes.entry(hash.to_owned()).or_insert(Seen::Here);
    }

    fn remember(&mut self, record: &Record) {
        let id = (record.kind(), record.id());
        for name in names(record) {
            self.external.insert(name, id.1.clone());
        }
        self.ids.insert(id);
        if let Record::ImportBatch(it) = record {
            self.hashes
                .extend(it.meta.file_hash.clone().map(|it| (it, Seen::Journal)));
        }
    }

    /// What of this import is known from now on: `record`, as the one of `id`.
    pub fn learn(&mut self, record: &Record, id: &str) {
        self.ids_here.insert((record.kind(), record.id()));
        for name in names(record) {
            self.external_here.insert(name, id.to_owned());
        }
    }

    /// The id of the record that is known by the name that `record` has (its id, or its name in its source),
    /// and from where.
    pub fn named(&self, record: &Record, is_own: bool) -> Option<(String, Seen)> {
        let id = (record.kind(), record.id());
        if self.ids.contains(&id) {
            return Some((id.1, Seen::Journal));
        }
        if self.ids_here.contains(&id) {
            return Some((id.1, Seen::Here));
        }
        let there = |name: &_| Some((self.external.get(name)?.clone(), Seen::Journal));
        let here = |name: &_| Some((self.external_here.get(name).filter(|_| !is_own)?.clone(), Seen::Here));
        names(record).find_map(|name| there(&name).or_else(|| here(&name)))
    }

    /// How `record` stands to what is known, which it is a part of from now on. `was_read`: where its whole
    /// file is known from.
    pub fn judge(&mut self, record: &Record, is_own: bool, was_read: Option<Seen>) -> Standing {
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
        if let Some(seen) = was_read.or_else(|| Some(self.named(record, is_own)?.1)) {
            // A known checklist is said once for each of its steps: it counts once.
            if matches!(record, Record::Checklist(_)) {
                self.ids_here.insert(id);
            }
            return Standing::Known(seen);
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
