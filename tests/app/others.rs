//! Another program writes to the same journal.

use std::sync::atomic::AtomicBool;

use afterrun::app::notices::Severity;
use afterrun::app::{App, Command};
use afterrun::domain::ImportOptions;

use super::fixture::{NOW, Place, batch, run, save};

const WELLNESS: &str =
    "effective_time_frame,fatigue,mood,readiness,sleep_duration_h,sleep_quality,soreness,soreness_area,stress
2019-11-01T08:31:40.751Z,2,3,5,6,3,2,[12921003],3
";

const RELOADED: &str = "Another program changed this journal. What you see now is up to date";

#[test]
fn what_another_program_wrote_is_seen_when_the_window_is_looked_at_again() {
    let place = Place::new();
    let mut opened = place.open();
    place.store().write(&batch("theirs", run(1)), NOW).unwrap();
    let before = opened.model().revision;
    opened.app.gained_focus();
    opened.until(|app| app.model.revision > before);
    assert_eq!(opened.model().journal.activities.len(), 1);
    assert_eq!(opened.undo_label().as_deref(), Some("theirs"));
    assert_eq!(opened.said(Severity::Info), [RELOADED]);

    let seen = opened.model().revision;
    opened.app.gained_focus();
    // The store answers in order: once the history is there, the look for others is over.
    opened.app.logic(vec![Command::LoadHistory]);
    opened.until(|app| app.model.history.len() == 1);
    assert_eq!(opened.model().revision, seen);
    assert_eq!(opened.said(Severity::Info), [RELOADED]);
}

#[test]
fn a_save_after_another_programs_shows_both() {
    let place = Place::new();
    let mut opened = place.open();
    place.store().write(&batch("theirs", run(1)), NOW).unwrap();
    opened.app.logic(vec![save(2)]);
    opened.until(|app| app.model.journal.activities.len() == 2);
    assert_eq!(opened.said(Severity::Info), [RELOADED]);
    assert_eq!(opened.undo_label().as_deref(), Some("run 2"));
}

#[test]
fn undo_takes_nothing_back_that_the_runner_has_not_seen() {
    let place = Place::new();
    let mut opened = place.open();
    opened.wish([save(1)]);
    place.store().write(&batch("theirs", run(2)), NOW).unwrap();
    opened.app.logic(vec![Command::Undo]);
    opened.until(|app| app.model.journal.activities.len() == 2);
    let problems = opened.said(Severity::Problem);
    assert!(
        problems.len() == 1 && problems[0].starts_with("Nothing was undone"),
        "{problems:?}"
    );
    // The one sentence says both.
    assert_eq!(opened.said(Severity::Info), Vec::<String>::new());
    assert_eq!(opened.undo_label().as_deref(), Some("theirs"));
    opened.wish([Command::Undo]);
    assert_eq!(opened.model().journal.activities.len(), 1);
}

#[test]
fn an_import_that_another_program_made_meanwhile_is_read_again_and_brings_nothing_twice() {
    let place = Place::new();
    let mut opened = place.open();
    let file = place.beside("wellness.csv");
    std::fs::write(&file, WELLNESS).unwrap();
    let mut other = place.store();
    let theirs = afterrun::import::read(
        std::slice::from_ref(&file),
        &other.load().unwrap(),
        &ImportOptions::default(),
        NOW,
        &|_| (),
        &AtomicBool::new(false),
    )
    .unwrap();
    other.write(&theirs.batch, NOW).unwrap();

    // The window has not heard of it, so all of the file is new to it.
    opened.wish([Command::TryImport(vec![file])]);
    let is_new = |app: &App| app.model.dry_run.as_ref().unwrap().report.imported;
    assert_eq!(is_new(&opened.app), theirs.report.imported);
    opened.app.logic(vec![Command::CommitImport]);
    opened.until(|app| !app.is_busy() && is_new(app) == 0);
    assert_eq!(opened.said(Severity::Problem), Vec::<String>::new());
    let said = opened.said(Severity::Info);
    assert!(said.len() == 1 && said[0].contains("read again"), "{said:?}");
    assert_eq!(
        other.load().unwrap().soreness.len(),
        opened.model().journal.soreness.len()
    );
    assert_eq!(other.history(9).unwrap().len(), 1);
}
