//! Saving, taking back, doing again.

use afterrun::app::Command;
use afterrun::app::notices::Severity;

use super::fixture::{Place, form, run, save, save_form, typed};

#[test]
fn nothing_is_shown_as_saved_before_it_is_on_the_disk() {
    let place = Place::new();
    let mut opened = place.open();
    opened.app.logic(vec![save(1)]);
    assert!(opened.model().saving);
    assert!(opened.model().journal.activities.is_empty() && opened.said(Severity::Done).is_empty());

    opened.until(|app| !app.is_busy());
    assert!(!opened.model().saving);
    assert_eq!(opened.model().journal.activities.len(), 1);
    assert_eq!(
        place.store().load().unwrap().activities,
        opened.model().journal.activities
    );
    assert_eq!(opened.said(Severity::Done), ["Done: run 1"]);
    let undo = opened.model().undo.undo.as_ref().map(|(batch, _)| *batch);
    assert_eq!(opened.model().notices.iter().next().unwrap().undo, undo);
    assert!(undo.is_some());
}

#[test]
fn a_saved_form_closes_and_its_draft_goes() {
    let place = Place::new();
    let mut opened = place.open();
    opened.wish([Command::Open(form()), typed("{}"), save_form(run(1))]);
    assert_eq!(opened.model().form, None);
    assert!(opened.model().drafts.is_empty());
    opened.app.close();
    assert!(place.open().model().drafts.is_empty());
}

#[test]
fn another_form_stays_open() {
    let place = Place::new();
    let mut opened = place.open();
    let mut other = form();
    other.edit = Some(run(9).meta.id);
    opened.wish([typed("{}"), Command::Open(other), save_form(run(1))]);
    assert_eq!(opened.model().form, Some(other));
    assert!(opened.model().drafts.is_empty());
}

#[test]
fn a_failed_save_keeps_the_form_and_its_draft() {
    let place = Place::new();
    let mut opened = place.open();
    let mut bad = run(1);
    bad.avg_hr = Some(5_000.0);
    opened.wish([Command::Open(form()), typed("{\"hr\":\"5000\"}"), save_form(bad)]);

    assert_eq!(opened.model().form, Some(form()));
    assert_eq!(opened.model().drafts[&form().draft_key()], "{\"hr\":\"5000\"}");
    assert!(!opened.model().saving && opened.model().journal.activities.is_empty());
    let problems = opened.said(Severity::Problem);
    assert!(
        problems.len() == 1 && problems[0].starts_with("Nothing was saved"),
        "{problems:?}"
    );
    opened.app.close();
    assert_eq!(place.open().model().drafts[&form().draft_key()], "{\"hr\":\"5000\"}");
}

#[test]
fn a_journal_that_went_away_is_told_and_can_be_put_back() {
    let place = Place::new();
    let mut opened = place.open();
    std::fs::rename(&place.path, place.beside("elsewhere.db")).unwrap();
    opened.wish([Command::Open(form()), save_form(run(1))]);
    let problems = opened.said(Severity::Problem);
    assert!(
        problems.len() == 1 && problems[0].contains("moved, deleted or replaced"),
        "{problems:?}"
    );
    assert_eq!(opened.model().form, Some(form()));

    std::fs::rename(place.beside("elsewhere.db"), &place.path).unwrap();
    opened.wish([save_form(run(1))]);
    assert_eq!(opened.model().form, None);
    assert_eq!(place.store().load().unwrap().activities.len(), 1);
}

#[test]
fn a_second_press_of_save_is_no_second_run() {
    let place = Place::new();
    let mut opened = place.open();
    opened
        .app
        .logic(vec![Command::Open(form()), save_form(run(1)), save_form(run(2))]);
    // The answer is there, but whoever pressed again had not seen it.
    opened.woken();
    opened.wish([save_form(run(3)), typed("{\"again\":true}")]);
    assert_eq!(
        opened.model().journal.activities,
        place.store().load().unwrap().activities
    );
    assert_eq!(opened.model().journal.activities.len(), 1);
    assert!(opened.model().drafts.is_empty());
    opened.wish([save_form(run(4))]);
    assert_eq!(opened.model().journal.activities.len(), 2);
}

#[test]
fn saving_what_is_there_already_leaves_nothing_to_undo() {
    let place = Place::new();
    let mut opened = place.open();
    opened.wish([save(1)]);
    let undo = opened.model().undo.clone();
    let stored = opened.model().journal.activities[0].clone();
    opened.wish([save_form(stored)]);
    assert_eq!(opened.model().undo, undo);
    assert_eq!(
        opened.said(Severity::Info),
        ["Nothing was changed: it was like this already"]
    );
}

#[test]
fn undo_and_redo_reach_back_before_the_program_was_opened() {
    let place = Place::new();
    let mut opened = place.open();
    opened.wish([save(1), save(2)]);
    opened.app.close();

    let mut opened = place.open();
    let both = opened.model().journal.activities.clone();
    assert_eq!(opened.undo_label().as_deref(), Some("run 2"));
    opened.wish([Command::Undo]);
    assert_eq!(opened.said(Severity::Done), ["Taken back: run 2"]);
    opened.wish([Command::Undo]);
    assert!(opened.model().journal.activities.is_empty());
    opened.app.close();

    let mut opened = place.open();
    assert!(opened.model().journal.activities.is_empty());
    opened.wish([Command::Redo]);
    assert_eq!(opened.said(Severity::Done), ["Done again: run 1"]);
    opened.wish([Command::Redo]);
    assert_eq!(opened.model().journal.activities.len(), both.len());
}

#[test]
fn undo_pressed_faster_than_the_disk_answers_takes_back_one_after_the_other() {
    let place = Place::new();
    let mut opened = place.open();
    opened.wish([save(1), save(2), save(3), Command::Undo, Command::Undo]);
    assert_eq!(opened.model().journal.activities.len(), 1);
    assert_eq!(opened.undo_label().as_deref(), Some("run 1"));
    assert_eq!(opened.said(Severity::Problem), Vec::<String>::new());
    opened.wish([Command::Undo, Command::Undo]);
    assert_eq!(opened.said(Severity::Info), ["There is nothing to undo"]);
}

#[test]
fn what_was_wished_for_is_on_the_disk_when_the_app_is_closed() {
    let place = Place::new();
    let mut opened = place.open();
    opened.app.logic(vec![typed("{}"), save_form(run(1)), save(2)]);
    opened.app.emit(save(3));
    opened.app.close();
    let opened = place.open();
    assert_eq!(opened.model().journal.activities.len(), 3);
    assert!(opened.model().drafts.is_empty());
}

#[test]
fn a_journal_that_can_only_be_read_says_so_and_keeps_the_form() {
    let place = Place::new();
    place.open().app.close();
    let mut opened = place.open_read_only();
    assert!(!opened.model().can_write());
    opened.wish([Command::Open(form()), typed("{}"), save_form(run(1))]);
    assert_eq!(opened.model().form, Some(form()));
    assert_eq!(opened.model().drafts.len(), 1);
    let problems = opened.said(Severity::Problem);
    assert!(
        problems.len() == 1 && problems[0].contains("can only be read"),
        "{problems:?}"
    );
    opened.frame_at(5_000);
    opened.app.close();
    assert!(place.open().model().drafts.is_empty());
}

#[test]
fn the_history_stays_up_to_date_once_it_was_asked_for() {
    let place = Place::new();
    let mut opened = place.open();
    opened.wish([save(1)]);
    assert!(opened.model().history.is_empty());
    opened.app.logic(vec![Command::LoadHistory]);
    opened.until(|app| app.model.history.len() == 1);
    opened.wish([save(2)]);
    opened.until(|app| app.model.history.len() == 2);
    assert_eq!(opened.model().history[0].label.words(), "run 2");
}

#[test]
fn the_versions_of_a_record_stay_up_to_date() {
    let place = Place::new();
    let mut opened = place.open();
    opened.wish([save(1)]);
    let reference = afterrun::domain::Record::Activity(run(1)).reference();
    opened.app.logic(vec![Command::LoadVersions(reference.clone())]);
    let count = |app: &afterrun::app::App| app.model.versions.as_ref().map_or(0, |(_, all)| all.len());
    opened.until(|app| count(app) == 1);
    let mut renamed = run(1);
    renamed.title = "Round the lake".into();
    opened.wish([save_form(renamed)]);
    opened.until(|app| count(app) == 2);
    assert_eq!(opened.model().versions.as_ref().unwrap().0, reference);
}
