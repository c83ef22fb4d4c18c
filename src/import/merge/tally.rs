//! What is new, what was known, and the report of it.
//!
//! A record is known by its id, or by its name in its source, whether it lies in the journal, in its
//! trash, or came earlier in this import. A file whose bytes were imported before gives nothing new. The
//! rows of Afterrun's own export are told apart from each other by their ids alone: they are records
//! already, and a copy has to hold each of them. In a journal that has no record yet, an export also
//! brings back what the runner changed about the built-in habits, and the settings.

use std::collections::BTreeMap;
use std::path::Path;

use sha2::{Digest as _, Sha256};

use super::known::{Known, Verdict as Standing};
use crate::domain::{
    Batch, FileReport, Id, ImportBatch, ImportReport, Issue, Journal, Label, Meta, Record, RecordKind, RejectedRows,
    Settings, Verdict,
};
use crate::fl;
use crate::import::reading::{Found, Reading, Refusal, ten_bytes};
use crate::import::source::name_of;
use crate::import::{Outcome, shown};

/// Where the bytes came from.
pub(in crate::import) struct Origin {
    path: String,
    name: String,
    word: &'static str,
    hash: String,
    is_own: bool,
}

impl Origin {
    /// What lies at `path`, was recognised as `word`, and has this SHA-256.
    pub fn new(path: &Path, word: &'static str, hash: &str) -> Self {
        Self {
            path: shown(path),
            name: name_of(path),
            word,
            hash: hash.to_owned(),
            is_own: false,
        }
    }

    /// It is an export of Afterrun: its rows were records before.
    pub fn own(self) -> Self {
        Self { is_own: true, ..self }
    }
}

/// The import as it stands.
pub(in crate::import) struct Tally<'j> {
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

    fn take_found(&mut self, origin: &Origin, mut found: Found) {
        let mut file = Counts::default();
        let was_read = !origin.is_own && self.known.has_read(&origin.hash);
        for entry in std::mem::take(&mut found.entries) {
            let record = entry.record;
            match self.known.judge(&record, origin.is_own, was_read) {
                Standing::New => {
                    file.count(&record);
                    self.records.push(record);
                }
                Standing::Known => file.duplicates += 1,
                Standing::Repeated => file.has_known = true,
            }
        }
        self.known.read(&origin.hash);
        file.has_known |= found.settings.is_some();
        let settings = found.settings.take();
        let took_settings = settings.is_some_and(|it| self.take_settings(it, &mut found));
        let rejected = found.left_out;
        let assumptions = std::mem::take(&mut found.assumptions);
        let (mut issues, rejected_rows) = found.into_issues();
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
        if let Some(report) = self.report.files.last_mut() {
            report.assumptions = assumptions;
            report.rejected_rows = rejected_rows;
        }
    }

    /// Whether these settings become the journal's.
    fn take_settings(&mut self, settings: Settings, found: &mut Found) -> bool {
        let stands = self.settings.as_ref().unwrap_or(&self.journal.settings);
        if *stands == settings {
            return false;
        }
        if !self.known.is_fresh() || self.settings.is_some() {
            found.note(None, fl!("import-settings-kept"));
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
            kind: origin.word.to_owned(),
            verdict,
            runs: file.runs,
            other_activities: file.of(RecordKind::Activity) - file.runs,
            nights: file.of(RecordKind::Night),
            soreness: file.of(RecordKind::Soreness),
            intakes: file.of(RecordKind::Intake),
            practices: file.of(RecordKind::Practice),
            check_ins: file.of(RecordKind::CheckIn),
            duplicates: file.duplicates,
            completed: 0,
            days: None,
            assumptions: Vec::new(),
            issues,
            rows: Vec::new(),
            rejected_rows: RejectedRows::default(),
        });
    }

    /// The record of a file that gave something. Its id rises with the order of the files.
    fn note_import(&mut self, origin: &Origin, file: &Counts, issues: &[Issue]) {
        let at_ms = self.now_ms.saturating_add(self.imports.len() as i64);
        let digest = Sha256::digest(format!("{at_ms} {}", origin.hash));
        let kind = origin.word;
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
