//! Importing: read as a job and shown, and written as one batch once it is wished for.

use std::path::{Path, PathBuf};

use afterrun::app::command::Place as Where;
use afterrun::app::dry_run::{DryRun, Stage};
use afterrun::app::notices::Severity;
use afterrun::app::{Command, Model};
use afterrun::domain::{Concern, DayRule, Health, ImportOptions, Settings};

use super::fixture::{Opened, Place, export, run, save, save_form};

/// Three mornings of a questionnaire; the second has no date.
const WELLNESS: &str = "\
effective_time_frame,fatigue,mood,readiness,sleep_duration_h,sleep_quality,soreness,soreness_area,stress
2019-11-01T08:31:40.751Z,3,3,5,6,3,2,[],3
yesterday,3,3,5,6,3,2,[],3
2019-11-02T09:10:01.000Z,2,3,4,7,4,3,[],3
";

/// That as a file beside the journal.
fn wellness(place: &Place) -> PathBuf {
    let path = place.beside("wellness.csv");
    std::fs::write(&path, WELLNESS).unwrap();
    path
}

/// Real files by strangers; `None`, and a word about it, where they are not there.
fn real_files(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(name);
    if !path.exists() {
        println!("skipped: no {}", path.display());
        return None;
    }
    Some(path)
}

/// An app that shows what is in `path`.
fn tried(place: &Place, path: PathBuf) -> Opened {
    let mut opened = place.open();
    opened.wish([Command::TryImport(vec![path])]);
    opened
}

/// An app in which `path` was just imported.
fn imported(place: &Place, path: PathBuf) -> Opened {
    let mut opened = tried(place, path);
    opened.wish([Command::CommitImport]);
    opened
}

fn shown(opened: &Opened) -> &DryRun {
    opened.model().dry_run.as_ref().unwrap()
}

/// How many records were imported and are there.
fn count(model: &Model) -> usize {
    let journal = &model.journal;
    journal.activities.len() + journal.nights.len() + journal.soreness.len() + journal.check_ins.len()
}

#[test]
fn files_that_are_read_are_shown_and_nothing_is_written() {
    let place = Place::new();
    let opened = tried(&place, wellness(&place));
    let it = shown(&opened);
    assert_eq!((it.report.imported, it.written(), it.stage), (6, 6, Stage::Shown));
    assert_eq!(it.report.rejected, 1);
    assert_eq!(opened.model().place, Where::Data);
    assert_eq!((count(opened.model()), opened.model().undo.undo.as_ref()), (0, None));
    assert_eq!(place.store().load().unwrap().nights, []);
}

#[test]
fn what_is_shown_can_be_put_away() {
    let place = Place::new();
    let mut opened = tried(&place, wellness(&place));
    opened.wish([Command::DismissImport, Command::CommitImport]);
    assert!(opened.model().dry_run.is_none());
    assert_eq!(count(opened.model()), 0);
}

#[test]
fn an_import_is_reported_and_is_one_step_of_undo() {
    let Some(files) = real_files("pmdata/p01/pmsys") else {
        return;
    };
    let place = Place::new();
    let mut opened = imported(&place, files);
    let report = opened.model().imported.clone().unwrap().report;
    assert!(report.imported > 300, "{}", report.imported);
    assert_eq!(count(opened.model()), report.imported);
    assert!(opened.model().dry_run.is_none());
    let said = opened.said(Severity::Done);
    assert!(said.len() == 1 && said[0].contains(" are new"), "{said:?}");
    assert!(opened.model().notices.iter().any(|it| it.undo.is_some()));
    assert_eq!(place.store().load().unwrap().nights, opened.model().journal.nights);

    opened.wish([Command::Undo]);
    assert_eq!(count(opened.model()), 0);
}

#[test]
fn the_same_files_again_bring_nothing() {
    let place = Place::new();
    let mut opened = imported(&place, wellness(&place));
    let (undo, known) = (opened.model().undo.clone(), count(opened.model()));
    opened.wish([Command::TryImport(vec![wellness(&place)])]);
    assert!(!shown(&opened).brings_something());
    assert_eq!(shown(&opened).report.duplicates, 6);
    opened.wish([Command::CommitImport]);
    assert_eq!(opened.model().undo, undo);
    assert_eq!(count(opened.model()), known);
    let said = opened.said(Severity::Info);
    assert!(said.len() == 1 && said[0].starts_with("Nothing is new"), "{said:?}");
}

#[test]
fn what_is_understood_otherwise_is_read_again_at_once() {
    let place = Place::new();
    let mut opened = tried(&place, wellness(&place));
    let first = shown(&opened).reading;
    let options = ImportOptions {
        zone: Some("America/New_York".into()),
        ..ImportOptions::default()
    };
    opened.wish([Command::ReadAs(options.clone())]);
    let it = shown(&opened);
    assert!(it.reading > first);
    assert_eq!((&it.options, it.report.imported), (&options, 6));
    assert_eq!(count(opened.model()), 0);
}

#[test]
fn reading_again_that_is_stopped_leaves_what_was_shown() {
    let Some(files) = real_files("pmdata/p01/pmsys") else {
        return;
    };
    let place = Place::new();
    let mut opened = tried(&place, files);
    let before = shown(&opened).reading;
    let options = ImportOptions {
        day_first: Some(true),
        ..ImportOptions::default()
    };
    opened.wish([Command::ReadAs(options), Command::CancelJob]);
    let it = shown(&opened);
    assert_eq!((it.reading, it.stage), (before, Stage::Shown));
    assert_eq!(it.options, ImportOptions::default());
}

#[test]
fn an_import_that_is_stopped_while_it_is_read_leaves_nothing() {
    let Some(files) = real_files("pmdata") else {
        return;
    };
    let place = Place::new();
    let mut opened = place.open();
    opened.wish([Command::TryImport(vec![files]), Command::CancelJob]);
    assert_eq!(opened.said(Severity::Info), ["Stopped. The journal is as it was"]);
    assert_eq!(opened.model().job, None);
    assert!(opened.model().dry_run.is_none());
    assert_eq!(opened.model().undo.undo, None);
}

#[test]
fn an_import_that_is_stopped_while_it_is_written_is_there_whole_or_not_at_all() {
    let Some(files) = real_files("pmdata/p01/pmsys") else {
        return;
    };
    let place = Place::new();
    let mut opened = tried(&place, files);
    let all = shown(&opened).report.imported;
    opened.wish([Command::CommitImport, Command::CancelJob]);
    assert_eq!(opened.model().job, None);
    if opened.model().dry_run.is_some() {
        // It was in time: the files can still be imported.
        assert_eq!(opened.said(Severity::Info), ["Stopped. The journal is as it was"]);
        assert_eq!(count(opened.model()), 0);
        opened.wish([Command::CommitImport]);
    }
    assert_eq!(count(opened.model()), all);
}

#[test]
fn what_is_shown_is_read_again_when_the_journal_changes() {
    let place = Place::new();
    let file = wellness(&place);
    let mut opened = imported(&place, file.clone());
    opened.wish([Command::TryImport(vec![file])]);
    assert_eq!(shown(&opened).report.imported, 0);
    opened.wish([Command::Undo]);
    assert_eq!(shown(&opened).report.imported, 6);
    opened.wish([Command::CommitImport]);
    assert_eq!(count(opened.model()), 6);
}

#[test]
fn nothing_is_imported_onto_a_journal_that_it_was_not_read_against() {
    let place = Place::new();
    let mut opened = tried(&place, wellness(&place));
    let first = shown(&opened).reading;
    // Elsewhere nobody looks at it, so it is read again only when it is wished for.
    opened.wish([Command::Go(Where::Today), save(1)]);
    assert_eq!(shown(&opened).reading, first);
    opened.wish([Command::CommitImport]);
    assert_eq!(count(opened.model()), 1, "the run");
    assert!(shown(&opened).reading > first);
    let said = opened.said(Severity::Info);
    assert!(said.iter().any(|it| it.contains("read again")), "{said:?}");
    opened.wish([Command::CommitImport]);
    assert_eq!(count(opened.model()), 7);
}

#[test]
fn undoing_an_import_later_says_what_stays() {
    let Some(files) = real_files("fit") else {
        return;
    };
    let place = Place::new();
    let mut opened = imported(&place, files);
    let batch = opened.model().undo.undo.as_ref().unwrap().0;
    let mut changed = opened.model().journal.activities[0].clone();
    changed.title = "My first".into();
    let stays = changed.meta.id.to_string();
    opened.wish([save_form(changed), save(1), Command::UndoImport(batch)]);
    let left: Vec<_> = opened
        .model()
        .journal
        .activities
        .iter()
        .map(|it| it.title.as_str())
        .collect();
    assert!(left.len() == 2 && left.contains(&"My first"), "{left:?}");
    let kept = "The import was undone. 1 entry stays, because it was changed since or is in use: Data says which";
    assert_eq!(opened.said(Severity::Done), [kept]);
    let listed: Vec<_> = opened.model().kept.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(listed, [stays]);
    opened.wish([Command::CloseKept]);
    assert_eq!(opened.model().kept, []);
}

#[test]
fn an_export_read_into_an_empty_journal_brings_its_settings() {
    let place = Place::new();
    let mut opened = place.open();
    let settings = Settings {
        day_rule: DayRule { start_min: 90 },
        zone: "America/New_York".into(),
        ..opened.model().settings().clone()
    };
    let to = place.beside("export.zip");
    opened.wish([save(1), Command::SetSettings(settings.clone())]);
    opened.wish([export(to.clone())]);

    let other = Place::new();
    let mut opened = tried(&other, to);
    assert!(shown(&opened).has_settings);
    opened.wish([Command::CommitImport]);
    assert_eq!(*opened.model().settings(), settings);
    assert_eq!(opened.said(Severity::Done), ["1 run is new"]);
    let ids: Vec<_> = opened.model().journal.activities.iter().map(|it| it.meta.id).collect();
    assert_eq!(ids, [run(1).meta.id]);
    opened.app.close();
    assert_eq!(other.store().load().unwrap().settings, settings);
}

#[test]
fn health_questions_answered_while_an_export_is_shown_stay_answered() {
    let place = Place::new();
    let mut opened = place.open();
    let to = place.beside("export.zip");
    opened.wish([save(1)]);
    opened.wish([export(to.clone())]);

    let other = Place::new();
    let mut opened = other.open();
    let mut settings = opened.model().settings().clone();
    settings.zone = "Asia/Tokyo".into();
    opened.wish([Command::SetSettings(settings)]);
    let health = Health::answers([Concern::Epilepsy]);
    opened.wish([Command::TryImport(vec![to]), Command::Health(health.clone())]);
    opened.wish([Command::CommitImport]);
    assert_eq!(opened.model().settings().zone, "Europe/Oslo", "those of the export");
    assert_eq!(opened.model().settings().health, health);
}

#[test]
fn rows_that_are_left_out_are_saved_with_their_reason() {
    let place = Place::new();
    let mut opened = tried(&place, wellness(&place));
    let to = place.beside("rows.csv");
    let save = |force| Command::SaveLeftOut { to: to.clone(), force };
    opened.wish([save(false)]);
    let table = std::fs::read_to_string(&to).unwrap();
    assert_eq!(table.lines().count(), 2, "{table}");
    assert!(table.lines().next().unwrap().ends_with(",stress,reason"), "{table}");
    assert!(table.lines().nth(1).unwrap().starts_with("yesterday,3,3,5"), "{table}");
    opened.wish([save(false)]);
    assert!(opened.said(Severity::Problem)[0].contains("rows.csv"));
    // Also once the others are imported.
    opened.wish([Command::CommitImport]);
    opened.wish([save(true)]);
    assert_eq!(std::fs::read_to_string(&to).unwrap(), table);
}

#[test]
fn what_is_no_record_is_said_to_be_none() {
    let place = Place::new();
    let path = place.beside("letter.txt");
    std::fs::write(&path, "Dear diary").unwrap();
    let opened = tried(&place, path);
    assert!(!shown(&opened).brings_something());
    assert_eq!(shown(&opened).report.files.len(), 1);
    assert_eq!(opened.model().undo.undo, None);
}

#[test]
fn nothing_is_read_into_a_journal_that_can_only_be_read() {
    let place = Place::new();
    place.open().app.close();
    let mut opened = place.open_read_only();
    opened.wish([Command::TryImport(vec![place.beside("run.fit")])]);
    let said = opened.said(Severity::Problem);
    assert!(said.len() == 1 && said[0].contains("can only be read"), "{said:?}");
    assert!(opened.model().dry_run.is_none());
}
