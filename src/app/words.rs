//! The sentences and labels that are put together from parts.

use crate::domain::words::listed;
use crate::domain::{Id, ImportReport, Journal, Label, Meta, Record, RecordKind, RecordRef, Slug};
use crate::fl;

/// The label `id` of a batch that moves one record: it says which.
pub fn entry_label(id: &str, journal: &Journal, it: &RecordRef) -> Label {
    let label = Label::new(id);
    match found(journal, it) {
        Some(record) => naming(label, journal, &record),
        // The text's other case: an entry.
        None => label.with("kind", "none"),
    }
}

fn naming(label: Label, journal: &Journal, record: &Record) -> Label {
    let rule = journal.settings.day_rule;
    let kind = match record {
        Record::Activity(it) if it.is_run() => "run",
        _ => record.kind().word(),
    };
    let label = label.with("kind", kind);
    match record {
        Record::Activity(it) => label.with("day", rule.day_of(it.started_at)),
        Record::Night(it) => label.with("day", it.day),
        Record::Soreness(it) => label.with("day", it.day(rule)),
        Record::Intake(it) => label
            .with("day", rule.day_of(it.at))
            .with("what", supplement_name(journal, &it.supplement)),
        Record::Practice(it) => label
            .with("day", it.when.day(rule))
            .with("what", habit_name(journal, &it.habit)),
        Record::CheckIn(it) => label.with("day", it.day),
        Record::Checklist(it) => label.with("day", rule.day_of(it.started_at)),
        Record::ChecklistStep(_) => label,
        Record::ImportBatch(it) => label.with("what", &it.file_name),
        Record::Habit(it) => label.with("what", &it.name),
        Record::Supplement(it) => label.with("what", &it.name),
        Record::Routine(it) => label.with("runs", &it.meta.id),
    }
}

fn supplement_name(journal: &Journal, id: &Slug) -> String {
    let found = journal.supplements.iter().find(|it| it.meta.id == *id);
    found.map_or_else(|| id.to_string(), |it| it.name.clone())
}

fn habit_name(journal: &Journal, id: &Slug) -> String {
    let found = journal.habits.iter().find(|it| it.meta.id == *id);
    found.map_or_else(|| id.to_string(), |it| it.name.clone())
}

/// The record that `it` names, live or in the trash.
fn found(journal: &Journal, it: &RecordRef) -> Option<Record> {
    let id = it.id.as_str();
    let live = match it.kind {
        RecordKind::Habit => word(&journal.habits, id, |it| &it.meta).map(Record::Habit),
        RecordKind::Supplement => word(&journal.supplements, id, |it| &it.meta).map(Record::Supplement),
        RecordKind::Routine => word(&journal.routines, id, |it| &it.meta).map(Record::Routine),
        RecordKind::ImportBatch => named(&journal.imports, id, |it| &it.meta).map(Record::ImportBatch),
        RecordKind::Activity => named(&journal.activities, id, |it| &it.meta).map(Record::Activity),
        RecordKind::Night => named(&journal.nights, id, |it| &it.meta).map(Record::Night),
        RecordKind::Soreness => named(&journal.soreness, id, |it| &it.meta).map(Record::Soreness),
        RecordKind::Intake => named(&journal.intakes, id, |it| &it.meta).map(Record::Intake),
        RecordKind::Practice => named(&journal.practices, id, |it| &it.meta).map(Record::Practice),
        RecordKind::CheckIn => named(&journal.check_ins, id, |it| &it.meta).map(Record::CheckIn),
        RecordKind::Checklist => named(&journal.checklists, id, |it| &it.meta).map(Record::Checklist),
        RecordKind::ChecklistStep => named(&journal.steps, id, |it| &it.meta).map(Record::ChecklistStep),
    };
    live.or_else(|| journal.trash.iter().find(|trashed| trashed.reference() == *it).cloned())
}

fn named<T: Clone>(rows: &[T], id: &str, meta: impl Fn(&T) -> &Meta) -> Option<T> {
    let id: Id = id.parse().ok()?;
    rows.iter().find(|it| meta(it).id == id).cloned()
}

fn word<T: Clone>(rows: &[T], id: &str, meta: impl Fn(&T) -> &Meta<Slug>) -> Option<T> {
    rows.iter().find(|it| meta(it).id.as_str() == id).cloned()
}

/// What an import brought: "12 runs and 140 nights are new", and what was left out.
pub fn imported(report: &ImportReport) -> String {
    let news = match listed(&counts(report)) {
        Some(list) => fl!("notice-imported", list = list, n = report.imported),
        None if report.duplicates > 0 => fl!("notice-import-known", n = report.duplicates),
        None => fl!("notice-import-nothing"),
    };
    match report.rejected {
        0 => news,
        n => fl!("notice-import-left-out", news = news, n = n),
    }
}

fn counts(report: &ImportReport) -> Vec<String> {
    let sum = |of: fn(&crate::domain::FileReport) -> usize| report.files.iter().map(of).sum::<usize>();
    let counted = [
        (sum(|it| it.runs), fl!("count-runs", n = sum(|it| it.runs))),
        (
            sum(|it| it.other_activities),
            fl!("count-sessions", n = sum(|it| it.other_activities)),
        ),
        (sum(|it| it.nights), fl!("count-nights", n = sum(|it| it.nights))),
        (sum(|it| it.soreness), fl!("count-soreness", n = sum(|it| it.soreness))),
        (sum(|it| it.intakes), fl!("count-intakes", n = sum(|it| it.intakes))),
        (
            sum(|it| it.practices),
            fl!("count-practices", n = sum(|it| it.practices)),
        ),
        (
            sum(|it| it.check_ins),
            fl!("count-check-ins", n = sum(|it| it.check_ins)),
        ),
    ];
    counted
        .into_iter()
        .filter(|(n, _)| *n > 0)
        .map(|(_, words)| words)
        .collect()
}

/// An import was taken back, and `kept` of its records stay.
pub fn import_undone(kept: usize) -> String {
    match kept {
        0 => fl!("notice-import-undone"),
        n => fl!("notice-import-undone-kept", n = n),
    }
}

/// `gone` records were deleted for good, and `kept` stay in the trash.
pub fn trash_emptied(gone: usize, kept: usize) -> String {
    match kept {
        0 => fl!("notice-trash-emptied", n = gone),
        kept => fl!("notice-trash-emptied-kept", n = gone, kept = kept),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Activity, FileReport, Settings, Sport, Stamp, Verdict};

    fn file(runs: usize, nights: usize, soreness: usize) -> FileReport {
        FileReport {
            runs,
            nights,
            soreness,
            ..FileReport::of("", "", Verdict::Imported)
        }
    }

    #[test]
    fn an_import_is_told_in_one_sentence() {
        let report = |files: Vec<FileReport>, duplicates, rejected| ImportReport {
            imported: files.iter().map(|it| it.runs + it.nights + it.soreness).sum(),
            files,
            duplicates,
            rejected,
        };
        for (report, sentence) in [
            (
                report(vec![file(11, 0, 0), file(1, 140, 0)], 0, 0),
                "12 runs and 140 nights are new",
            ),
            (report(vec![file(1, 0, 0)], 0, 0), "1 run is new"),
            (
                report(vec![file(1, 2, 3)], 0, 1),
                "1 run, 2 nights and 3 soreness ratings are new. 1 file or row was left out",
            ),
            (
                report(vec![file(0, 0, 0)], 7, 0),
                "Nothing is new: all 7 entries were here already",
            ),
            (
                report(vec![], 0, 0),
                "Nothing was imported: there was nothing for a journal in it",
            ),
        ] {
            assert_eq!(imported(&report), sentence);
        }
    }

    #[test]
    fn a_label_says_what_was_deleted() {
        let start = Stamp::parse_rfc3339("2026-11-24T07:30:00+01:00").unwrap();
        let ride = Activity::new(Meta::manual(Id::fresh(1)), Sport::Ride, start);
        let run = Activity::new(Meta::manual(Id::fresh(2)), Sport::Run, start);
        let records = [&ride, &run].map(|it| Record::Activity(it.clone()));
        let references = records.clone().map(|it| it.reference());
        let journal = Journal::of(records, Settings::for_zone("Europe/Oslo"));
        let words = |id, it| entry_label(id, &journal, it).words();
        assert_eq!(
            words("batch-delete", &references[0]),
            "Delete the session of 2026-11-24"
        );
        assert_eq!(words("batch-delete", &references[1]), "Delete the run of 2026-11-24");
        let gone = RecordRef {
            kind: RecordKind::Night,
            id: Id::fresh(3).to_string(),
        };
        assert_eq!(words("batch-restore", &gone), "Take an entry out of the trash");
    }
}
