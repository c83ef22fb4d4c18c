//! Importing, as a job whose records are written as one batch.

use std::path::{Path, PathBuf};

use afterrun::app::Command;
use afterrun::app::notices::Severity;
use afterrun::domain::{Concern, DayRule, Health, Settings};

use super::fixture::{Opened, Place, export, run, save, save_form};

/// Real files by strangers; `None`, and a word about it, where they are not there.
fn real_files(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(name);
    if !path.exists() {
        println!("skipped: no {}", path.display());
        return None;
    }
    Some(path)
}

/// An app in which `path` was just imported.
fn imported(place: &Place, path: PathBuf) -> Opened {
    let mut opened = place.open();
    opened.wish([Command::Import(vec![path])]);
    opened
}

/// How many records were imported and are there.
fn count(opened: &Opened) -> usize {
    let journal = &opened.model().journal;
    journal.activities.len() + journal.nights.len() + journal.soreness.len() + journal.check_ins.len()
}

#[test]
fn an_import_is_reported_and_is_one_step_of_undo() {
    let Some(files) = real_files("pmdata/p01/pmsys") else {
        return;
    };
    let place = Place::new();
    let mut opened = imported(&place, files);
    let report = opened.model().import.clone().unwrap();
    assert!(report.imported > 300, "{report:?}");
    assert_eq!(count(&opened), report.imported);
    let said = opened.said(Severity::Done);
    assert!(said.len() == 1 && said[0].contains(" are new"), "{said:?}");
    assert!(opened.model().notices.iter().any(|it| it.undo.is_some()));
    assert_eq!(place.store().load().unwrap().nights, opened.model().journal.nights);

    opened.wish([Command::Undo]);
    assert_eq!(count(&opened), 0);
}

#[test]
fn importing_the_same_files_again_changes_nothing() {
    let Some(files) = real_files("pmdata/p01/pmsys") else {
        return;
    };
    let place = Place::new();
    let mut opened = imported(&place, files.clone());
    let (undo, known) = (opened.model().undo.clone(), count(&opened));
    opened.wish([Command::Import(vec![files])]);
    assert_eq!(opened.model().undo, undo);
    assert_eq!(count(&opened), known);
    assert_eq!(opened.model().import.as_ref().unwrap().imported, 0);
    let said = opened.said(Severity::Info);
    assert!(said.len() == 1 && said[0].starts_with("Nothing is new"), "{said:?}");
}

#[test]
fn taking_an_import_back_later_says_what_stays() {
    let Some(files) = real_files("fit") else {
        return;
    };
    let place = Place::new();
    let mut opened = imported(&place, files);
    let batch = opened.model().undo.undo.as_ref().unwrap().0;
    let mut changed = opened.model().journal.activities[0].clone();
    changed.title = "My first".into();
    opened.wish([save_form(changed), save(1), Command::UndoImport(batch)]);
    let left: Vec<_> = opened
        .model()
        .journal
        .activities
        .iter()
        .map(|it| it.title.as_str())
        .collect();
    assert!(left.len() == 2 && left.contains(&"My first"), "{left:?}");
    let kept = "The import was taken back. 1 entry stays, because it was changed since or is in use";
    assert_eq!(opened.said(Severity::Done), [kept]);
}

#[test]
fn an_import_that_is_stopped_leaves_nothing() {
    let Some(files) = real_files("pmdata") else {
        return;
    };
    let place = Place::new();
    let mut opened = place.open();
    opened.wish([Command::Import(vec![files]), Command::CancelJob]);
    assert_eq!(opened.said(Severity::Info), ["Stopped. The journal is as it was"]);
    assert_eq!(opened.model().job, None);
    assert_eq!(count(&opened), 0);
    assert_eq!(opened.model().import, None);
    assert_eq!(opened.model().undo.undo, None);
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
    let opened = imported(&other, to);
    assert_eq!(*opened.model().settings(), settings);
    assert_eq!(opened.said(Severity::Done), ["1 run is new"]);
    let ids: Vec<_> = opened.model().journal.activities.iter().map(|it| it.meta.id).collect();
    assert_eq!(ids, [run(1).meta.id]);
    opened.app.close();
    assert_eq!(other.store().load().unwrap().settings, settings);
}

#[test]
fn health_questions_answered_while_an_export_is_read_stay_answered() {
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
    opened.wish([Command::Import(vec![to]), Command::Health(health.clone())]);
    opened.until(|app| !app.is_busy());
    assert_eq!(opened.model().settings().zone, "Europe/Oslo", "those of the export");
    assert_eq!(opened.model().settings().health, health);
}

#[test]
fn what_is_no_record_is_said_to_be_none() {
    let place = Place::new();
    let path = place.beside("letter.txt");
    std::fs::write(&path, "Dear diary").unwrap();
    let opened = imported(&place, path);
    let said = opened.said(Severity::Info);
    assert!(
        said.len() == 1 && said[0].starts_with("Nothing was imported"),
        "{said:?}"
    );
    assert_eq!(opened.model().import.as_ref().unwrap().files.len(), 1);
    assert_eq!(opened.model().undo.undo, None);
}

#[test]
fn nothing_is_read_into_a_journal_that_can_only_be_read() {
    let place = Place::new();
    place.open().app.close();
    let mut opened = place.open_read_only();
    opened.wish([Command::Import(vec![place.beside("run.fit")])]);
    let said = opened.said(Severity::Problem);
    assert!(said.len() == 1 && said[0].contains("can only be read"), "{said:?}");
}
