//! One record by its name, in words: "the run of 24 November", wherever it lies.

use super::{Id, Journal, Label, Meta, Record, RecordKind, RecordRef, Slug, words};

/// The label called `id`, which says of the record that `it` names which one it is.
pub fn batch_label(id: &str, journal: &Journal, it: &RecordRef) -> Label {
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

/// "The run of 2026-11-24": which record `it` names, as a line of a list begins.
pub fn words(journal: &Journal, it: &RecordRef) -> String {
    words::beginning(&batch_label("batch-entry", journal, it).words())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Activity, Settings, Sport, Stamp};

    #[test]
    fn a_label_says_what_was_deleted() {
        let start = Stamp::parse_rfc3339("2026-11-24T07:30:00+01:00").unwrap();
        let ride = Activity::new(Meta::manual(Id::fresh(1)), Sport::Ride, start);
        let run = Activity::new(Meta::manual(Id::fresh(2)), Sport::Run, start);
        let records = [&ride, &run].map(|it| Record::Activity(it.clone()));
        let references = records.clone().map(|it| it.reference());
        let journal = Journal::of(records, Settings::for_zone("Europe/Oslo"));
        let said = |id, it| batch_label(id, &journal, it).words();
        assert_eq!(said("batch-delete", &references[0]), "Delete the session of 2026-11-24");
        assert_eq!(said("batch-delete", &references[1]), "Delete the run of 2026-11-24");
        let gone = RecordRef {
            kind: RecordKind::Night,
            id: Id::fresh(3).to_string(),
        };
        assert_eq!(said("batch-restore", &gone), "Take an entry out of the trash");
    }
}
