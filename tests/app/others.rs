//! Another program writes to the same journal.

use afterrun::app::Command;
use afterrun::app::notices::Severity;

use super::fixture::{NOW, Place, batch, run, save};

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
