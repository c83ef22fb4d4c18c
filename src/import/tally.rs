//! What is new, what was known, and the report of it.
//!
//! A record is known by its id, or by its name in its source, whether it lies in the journal, in its
//! trash, or came earlier in this import. A file whose bytes were imported before gives nothing new. The
//! rows of Afterrun's own export are told apart from each other by their ids alone: they are records
//! already, and a copy has to hold each of them. In a journal that has no record yet, an export also
//! brings back what the runner changed about the built-in habits, and the settings.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use sha2::{Digest as _, Sha256};

use super::Outcome;
use super::kind::Kind;
use super::shown;
use super::task::{Found, Issues, Reading, Refusal, ten_bytes};
use super::walk::name_of;
use crate::domain::{
    Batch, FileReport, Habit, Id, ImportBatch, ImportReport, Issue, Journal, Label, Meta, Record, RecordKind, Settings,
    Verdict,
};
use crate::fl;

/// Where the bytes came from.
pub(super) struct Origin {
    path: String,
    name: String,
    kind: Kind,
    hash: String,
}

impl Origin {
    pub fn of(path: &Path, kind: Kind, hash: &str) -> Self {
        Self {
            path: shown(path),
            name: name_of(path),
            kind,
            hash: hash.to_owned(),
        }
    }

    /// Whether it holds rows that were records before; of archives no others are read.
    fn is_own_export(&self) -> bool {
        matches!(self.kind, Kind::Afterrun(_) | Kind::Zip)
    }

    fn kind_word(&self, gave_records: bool) -> &'static str {
        match self.kind {
            // An archive that gave something was an export.
            Kind::Zip if gave_records => Kind::Afterrun(super::afterrun::Sheet::Activities).word(),
            kind => kind.word(),
        }
    }
}

/// The import as it stands.
pub(super) struct Tally<'j> {
    journal: &'j Journal,
    now_ms: i64,
    known: Known,
    records: Vec<Record>,
    imports: Vec<ImportBatch>,
    report: ImportReport,
    settings: Option<Settings>,
}

impl<'j> Tally<'j> {
    pub fn new(journal: &'j Journal, now_ms: i64) -> Self {
        Self {
            journal,
            now_ms,
            known: Known::of(journal),
            records: Vec::new(),
            imports: Vec::new(),
            report: ImportReport::default(),
            settings: None,
        }
    }

    /// Takes in what a file gave.
    pub fn take(&mut self, origin: &Origin, reading: Reading) {
        match reading {
            Ok(found) => self.take_found(origin, found),
            Err(Refusal::Rejected(why)) => self.refuse(origin, Verdict::Rejected, why),
            Err(Refusal::Unsupported(why)) => self.refuse(origin, Verdict::Unsupported, why),
            Err(Refusal::Cancelled) => {}
        }
    }

    /// The batch to write and the report.
    pub fn into_outcome(self) -> Outcome {
        let label = match self.imports.as_slice() {
            [only] => Label::new("batch-import-file").with("name", &only.file_name),
            several => Label::new("batch-import-files").with("count", several.len()),
        };
        let imports = self.imports.into_iter().map(Record::ImportBatch);
        Outcome {
            batch: Batch::putting(label, imports.chain(self.records)),
            report: self.report,
            settings: self.settings,
        }
    }

    fn take_found(&mut self, origin: &Origin, found: Found) {
        let mut file = Counts::default();
        let was_read = !origin.is_own_export() && self.known.hashes.contains(&origin.hash);
        for record in found.records {
            match self.known.judge(&record, origin, was_read) {
                Standing::New => {
                    file.count(&record);
                    self.records.push(record);
                }
                Standing::Known => file.duplicates += 1,
                Standing::Repeated => file.has_known = true,
            }
        }
        self.known.hashes.insert(origin.hash.clone());
        let mut issues = found.issues;
        file.has_known |= found.settings.is_some();
        let took_settings = found.settings.is_some_and(|it| self.take_settings(it, &mut issues));
        let rejected = issues.left_out;
        let mut issues = issues.into_list();
        let verdict = file.verdict(took_settings, rejected);
        if verdict == Verdict::Unsupported {
            issues.push(Issue {
                line: None,
                why: fl!("import-nothing"),
            });
        }
        if file.total() > 0 {
            self.note_import(origin, &file, &issues);
        }
        self.report.rejected += rejected.max(usize::from(verdict == Verdict::Unsupported));
        self.push_report(origin, verdict, &file, issues);
    }

    /// Whether these settings become the journal's.
    fn take_settings(&mut self, settings: Settings, issues: &mut Issues) -> bool {
        let stands = self.settings.as_ref().unwrap_or(&self.journal.settings);
        if *stands == settings {
            return false;
        }
        if !self.known.is_fresh || self.settings.is_some() {
            issues.note(None, fl!("import-settings-kept"));
            return false;
        }
        self.settings = Some(settings);
        true
    }

    fn refuse(&mut self, origin: &Origin, verdict: Verdict, why: String) {
        self.report.rejected += 1;
        self.push_report(origin, verdict, &Counts::default(), vec![Issue { line: None, why }]);
    }

    fn push_report(&mut self, origin: &Origin, verdict: Verdict, file: &Counts, issues: Vec<Issue>) {
        self.report.imported += file.total();
        self.report.duplicates += file.duplicates;
        self.report.files.push(FileReport {
            path: origin.path.clone(),
            kind: origin
                .kind_word(matches!(verdict, Verdict::Imported | Verdict::Duplicate))
                .to_owned(),
            verdict,
            runs: file.runs,
            other_activities: file.of(RecordKind::Activity) - file.runs,
            nights: file.of(RecordKind::Night),
            soreness: file.of(RecordKind::Soreness),
            intakes: file.of(RecordKind::Intake),
            practices: file.of(RecordKind::Practice),
            check_ins: file.of(RecordKind::CheckIn),
            duplicates: file.duplicates,
            issues,
        });
    }

    /// The record of a file that gave something. Its id rises with the order of the files.
    fn note_import(&mut self, origin: &Origin, file: &Counts, issues: &[Issue]) {
        let at_ms = self.now_ms.saturating_add(self.imports.len() as i64);
        let digest = Sha256::digest(format!("{at_ms} {}", origin.hash));
        let kind = origin.kind_word(true);
        let source = kind.split('_').next().unwrap_or(kind);
        self.imports.push(ImportBatch {
            meta: Meta {
                file_hash: Some(origin.hash.clone()),
                ..Meta::from_source(Id::from_parts(at_ms, ten_bytes(&digest)), source)
            },
            file_name: origin.name.clone(),
            kind: kind.to_owned(),
            counts: file.by_kind.iter().map(|(kind, count)| (kind.word(), *count)).collect(),
            issues: serde_json::to_value(issues).unwrap_or_default(),
        });
    }
}

/// How a record stands to what is known.
enum Standing {
    New,
    Known,
    /// Said again in the same export, or a built-in habit as every journal has it: not worth a word.
    Repeated,
}

/// Everything that is known by now.
struct Known {
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
    fn of(journal: &Journal) -> Self {
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

    fn remember(&mut self, record: &Record) {
        self.ids.insert((record.kind(), record.id()));
        self.external.extend(external(record));
        if let Record::ImportBatch(it) = record {
            self.hashes.extend(it.meta.file_hash.clone());
        }
    }

    fn judge(&mut self, record: &Record, origin: &Origin, was_read: bool) -> Standing {
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
        let name = external(record);
        let is_named = |names: &HashSet<_>| name.as_ref().is_some_and(|it| names.contains(it));
        let is_known = was_read
            || self.ids.contains(&id)
            || self.ids_here.contains(&id)
            || is_named(&self.external)
            || (!origin.is_own_export() && is_named(&self.external_here));
        if is_known {
            // A known checklist is said once for each of its steps: it counts once.
            if matches!(record, Record::Checklist(_)) {
                self.ids_here.insert(id);
            }
            return Standing::Known;
        }
        self.ids_here.insert(id);
        self.external_here.extend(name);
        Standing::New
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

/// New records of one file by kind.
#[derive(Default)]
struct Counts {
    by_kind: BTreeMap<RecordKind, usize>,
    runs: usize,
    duplicates: usize,
    /// Whether it says what is known without being worth counting.
    has_known: bool,
}

impl Counts {
    fn count(&mut self, record: &Record) {
        *self.by_kind.entry(record.kind()).or_default() += 1;
        if matches!(record, Record::Activity(it) if it.is_run()) {
            self.runs += 1;
        }
    }

    fn of(&self, kind: RecordKind) -> usize {
        self.by_kind.get(&kind).copied().unwrap_or(0)
    }

    fn total(&self) -> usize {
        self.by_kind.values().sum()
    }

    fn verdict(&self, took_settings: bool, rejected: usize) -> Verdict {
        if self.total() > 0 || took_settings {
            Verdict::Imported
        } else if self.duplicates > 0 || self.has_known {
            Verdict::Duplicate
        } else if rejected > 0 {
            Verdict::Rejected
        } else {
            Verdict::Unsupported
        }
    }
}
