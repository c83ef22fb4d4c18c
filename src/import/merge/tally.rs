//! The import as it stands: what each file gave, judged in order, and the report of it.
//!
//! A file whose bytes were imported before gives nothing new. The rows of Afterrun's own export are told
//! apart from each other by their ids alone: they are records already, and a copy has to hold each of them.
//! In a journal that has no record yet, an export also brings back what the runner changed about the
//! built-in habits, and the settings.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use sha2::{Digest as _, Sha256};

use super::book::Shelf;
use super::counts::Counts;
use super::edited::ById;
use super::known::{Known, Seen, Standing as Name};
use super::origin::Origin;
use super::placing::{Judged, NEW, Placing, same_name};
use super::row;
use crate::domain::{
    Activity, Batch, Change, CheckIn, FileReport, Id, ImportBatch, ImportReport, Issue, Journal, Label, Meta, Night,
    Record, RecordKind, Settings, Standing, Verdict,
};
use crate::fl;
use crate::import::Outcome;
use crate::import::reading::{Entry, Found, Reading, Refusal, ten_bytes};

/// How many rows of one file are listed.
const MOST_ROWS: usize = 20_000;

/// The import as it stands.
pub(in crate::import) struct Tally<'j> {
    journal: &'j Journal,
    now_ms: i64,
    known: Known,
    /// What stands in the journal under each id, once a row of an export asks.
    by_id: OnceCell<ById>,
    activities: Shelf<Activity>,
    nights: Shelf<Night>,
    /// What a hand threw away.
    deleted: (Shelf<Activity>, Shelf<Night>),
    check_ins: Shelf<CheckIn>,
    /// New records that a single source tells.
    records: Vec<Record>,
    /// The activities that a table says are told in detail by the file of this name, and the other way round.
    linked: HashMap<String, usize>,
    /// The number of each part that was met.
    parts: HashMap<String, usize>,
    imports: Vec<ImportBatch>,
    report: ImportReport,
    settings: Option<Settings>,
}

impl<'j> Tally<'j> {
    pub fn new(journal: &'j Journal, now_ms: i64) -> Self {
        let imports: HashSet<i64> = journal.imports.iter().filter_map(|it| it.meta.batch_id).collect();
        Self {
            journal,
            now_ms,
            known: Known::of(journal),
            by_id: OnceCell::new(),
            activities: Shelf::of(&journal.activities, &imports),
            nights: Shelf::of(&journal.nights, &imports),
            deleted: deleted(journal),
            check_ins: Shelf::of(&journal.check_ins, &imports),
            records: Vec::new(),
            linked: HashMap::new(),
            parts: HashMap::new(),
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
            Err(Refusal::Unknown(table)) => {
                self.refuse(origin, Verdict::Unsupported, fl!("import-csv"));
                if let Some(file) = self.report.files.last_mut() {
                    file.table = Some(table);
                }
            }
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
        let mut changes: Vec<_> = imports.chain(self.records).map(Change::put).collect();
        changes.extend(self.activities.into_changes());
        changes.extend(self.nights.into_changes());
        changes.extend(self.check_ins.into_changes());
        Outcome {
            batch: Batch { label, changes },
            report: self.report,
            settings: self.settings,
            mappings: Vec::new(),
        }
    }

    fn take_found(&mut self, origin: &Origin, mut found: Found) {
        let mut file = Counts::default();
        let was_read = self.known.has_read(&origin.hash).filter(|_| !origin.is_own);
        let mut rows = Vec::new();
        let mut days = None;
        let entries = std::mem::take(&mut found.entries);
        let names = row::Names::of(self.journal, &entries);
        for entry in entries {
            let judged = self.place(origin, &entry, was_read, &mut file);
            widen(&mut days, &entry, self.journal);
            if let Some(judged) = judged.filter(|_| rows.len() < MOST_ROWS) {
                rows.push(row::row(&entry, judged, self.journal, &names));
            }
        }
        self.known.read(&origin.hash);
        file.has_known |= found.settings.is_some();
        let settings = found.settings.take();
        let took_settings = settings.is_some_and(|it| self.take_settings(it, &mut found));
        file.rows_left_out = found.left_out;
        if file.edited > 0 {
            found.note(None, fl!("import-own-edited", n = (file.edited)));
        }
        let assumptions = std::mem::take(&mut found.assumptions);
        let table = found.table.take().map(|it| *it);
        let (mut issues, rejected_rows) = found.into_issues();
        let verdict = file.verdict(took_settings);
        if verdict == Verdict::Unsupported {
            issues.push(whole(fl!("import-nothing")));
        }
        if file.total() > 0 || file.is_remembered {
            self.note_import(origin, &file, &issues);
        }
        self.push_report(FileReport {
            days,
            assumptions,
            rows,
            rejected_rows,
            table,
            ..report(origin, verdict, &file, issues)
        });
    }

    /// Judges an entry and puts it where it belongs. `None` where it is not worth a word.
    fn place(&mut self, origin: &Origin, entry: &Entry, was_read: Option<Seen>, file: &mut Counts) -> Option<Judged> {
        if origin.is_own {
            return self.place_by_name(origin, entry, was_read, file);
        }
        if let Some(seen) = was_read {
            file.know(seen, false);
            let why = match seen {
                Seen::Journal => fl!("import-same-file"),
                Seen::Here => fl!("import-same-file-here"),
            };
            return Some((Standing::Duplicate { why }, seen));
        }
        let part = self.part(origin, entry);
        match &entry.record {
            Record::Activity(it) => {
                let linked = self.linked_to(origin, entry, it, part);
                let (at, judged) = Placing {
                    known: &mut self.known,
                    shelf: &mut self.activities,
                    deleted: Some(&self.deleted.0),
                    settings: &self.journal.settings,
                    part,
                    file,
                }
                .place(it, linked);
                if let (Some(at), Some(link)) = (at, &entry.link) {
                    self.linked.insert(origin.key_of_link(&entry.part, link), at);
                }
                if let Some(at) = at {
                    self.linked.entry(origin.key_of(&entry.part)).or_insert(at);
                }
                Some(judged)
            }
            Record::Night(it) => Some(self.placing_nights(part, file).place(it, None).1),
            Record::CheckIn(it) => Some(self.placing_check_ins(part, file).place(it, None).1),
            _ => self.place_by_name(origin, entry, was_read, file),
        }
    }

    fn placing_nights<'t>(&'t mut self, part: usize, file: &'t mut Counts) -> Placing<'t, Night> {
        Placing {
            known: &mut self.known,
            shelf: &mut self.nights,
            deleted: Some(&self.deleted.1),
            settings: &self.journal.settings,
            part,
            file,
        }
    }

    fn placing_check_ins<'t>(&'t mut self, part: usize, file: &'t mut Counts) -> Placing<'t, CheckIn> {
        Placing {
            known: &mut self.known,
            shelf: &mut self.check_ins,
            deleted: None,
            settings: &self.journal.settings,
            part,
            file,
        }
    }

    /// The number of the part that an entry stands in.
    fn part(&mut self, origin: &Origin, entry: &Entry) -> usize {
        let next = self.parts.len();
        *self.parts.entry(origin.key_of(&entry.part)).or_insert(next)
    }

    /// The activity that a table and a file both name, unless this part told it already.
    fn linked_to(&self, origin: &Origin, entry: &Entry, activity: &Activity, part: usize) -> Option<(usize, String)> {
        let key = match &entry.link {
            Some(link) => origin.key_of_link(&entry.part, link),
            None => origin.key_of(&entry.part),
        };
        let at = *self.linked.get(&key)?;
        let held = self.activities.at(at);
        let apart = (held.record.started_at.ms - activity.started_at.ms).abs();
        let is_free = !held.parts.contains(&part) && apart <= 86_400_000;
        is_free.then(|| (at, fl!("import-same-link")))
    }

    fn place_by_name(
        &mut self,
        origin: &Origin,
        entry: &Entry,
        was_read: Option<Seen>,
        file: &mut Counts,
    ) -> Option<Judged> {
        match self.known.judge(&entry.record, origin.is_own, was_read) {
            Name::New => {
                file.count(&entry.record);
                self.records.push(entry.record.clone());
                Some(NEW)
            }
            Name::Known(seen) => {
                file.know(seen, false);
                if origin.is_own && self.is_edited(&entry.record) {
                    file.edited += 1;
                    return Some((row::edited(&entry.record, self.journal), seen));
                }
                Some((Standing::Duplicate { why: same_name(seen) }, seen))
            }
            Name::Repeated => {
                file.has_known = true;
                None
            }
        }
    }

    /// Whether the journal has this record in other words.
    fn is_edited(&self, record: &Record) -> bool {
        self.by_id.get_or_init(|| ById::of(self.journal)).differs(record)
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
        self.push_report(report(origin, verdict, &Counts::default(), vec![whole(why)]));
    }

    fn push_report(&mut self, file: FileReport) {
        self.report.imported += file.new_records();
        self.report.duplicates += file.duplicates;
        self.report.rejected += file.left_out();
        self.report.files.push(file);
    }

    /// The record of a file that gave something. Its id rises with the order of the files.
    fn note_import(&mut self, origin: &Origin, file: &Counts, issues: &[Issue]) {
        let at_ms = self.now_ms.saturating_add(self.imports.len() as i64);
        let digest = Sha256::digest(format!("{at_ms} {}", origin.hash));
        let source = origin.word.split('_').next().unwrap_or(origin.word);
        let mut counts: serde_json::Map<_, _> = file
            .by_kind
            .iter()
            .map(|(kind, count)| (kind.word().to_owned(), (*count).into()))
            .collect();
        if file.runs > 0 {
            counts.insert("runs".to_owned(), file.runs.into());
        }
        if file.completed > 0 {
            counts.insert("completed".to_owned(), file.completed.into());
        }
        self.imports.push(ImportBatch {
            meta: Meta {
                file_hash: Some(origin.hash.clone()),
                ..Meta::from_source(Id::from_parts(at_ms, ten_bytes(&digest)), source)
            },
            file_name: origin.name.clone(),
            kind: origin.word.to_owned(),
            counts: counts.into(),
            issues: serde_json::to_value(issues).unwrap_or_default(),
        });
    }
}

/// The activities and nights that a hand threw away.
fn deleted(journal: &Journal) -> (Shelf<Activity>, Shelf<Night>) {
    let (mut activities, mut nights) = (Vec::new(), Vec::new());
    for record in &journal.trash {
        match record {
            Record::Activity(it) => activities.push(it.clone()),
            Record::Night(it) => nights.push(it.clone()),
            _ => {}
        }
    }
    let none = HashSet::new();
    (Shelf::of(&activities, &none), Shelf::of(&nights, &none))
}

/// Why a file gave nothing.
fn whole(why: String) -> Issue {
    Issue {
        line: None,
        why,
        left_out: true,
    }
}

/// The first and last day, with that of one more entry.
fn widen(days: &mut Option<(jiff::civil::Date, jiff::civil::Date)>, entry: &Entry, journal: &Journal) {
    if let Some(day) = row::day(&entry.record, journal.settings.day_rule) {
        let (first, last) = days.unwrap_or((day, day));
        *days = Some((first.min(day), last.max(day)));
    }
}

fn report(origin: &Origin, verdict: Verdict, file: &Counts, issues: Vec<Issue>) -> FileReport {
    let counted = FileReport {
        runs: file.runs,
        other_activities: file.of(RecordKind::Activity) - file.runs,
        nights: file.of(RecordKind::Night),
        soreness: file.of(RecordKind::Soreness),
        intakes: file.of(RecordKind::Intake),
        practices: file.of(RecordKind::Practice),
        check_ins: file.of(RecordKind::CheckIn),
        duplicates: file.duplicates,
        twice: file.twice,
        completed: file.completed,
        rows_left_out: file.rows_left_out,
        issues,
        ..FileReport::of(&origin.path, origin.word, verdict)
    };
    FileReport {
        others: file.total() - counted.new_records(),
        ..counted
    }
}
