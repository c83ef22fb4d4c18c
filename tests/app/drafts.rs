//! What is typed and not saved.

use afterrun::app::Command;
use afterrun::app::notices::Severity;

use super::fixture::{Place, form, save, typed};

#[test]
fn a_draft_survives_the_end_of_the_program() {
    let place = Place::new();
    let mut opened = place.open();
    opened.wish([Command::Open(form()), typed("{\"km\":\"1\"}"), typed("{\"km\":\"10\"}")]);
    drop(opened);
    assert_eq!(place.open().model().drafts[&form().draft_key()], "{\"km\":\"10\"}");
}

#[test]
fn a_draft_is_on_the_disk_a_second_after_it_was_typed() {
    let place = Place::new();
    let mut opened = place.open();
    opened.wish([typed("{\"km\":\"1\"}")]);
    assert_eq!(opened.app.next_wake_ms(), Some(1_000));
    opened.frame_at(999);
    opened.wish([typed("{\"km\":\"10\"}"), save(1)]);
    assert!(place.store().drafts().unwrap().is_empty());

    opened.frame_at(1_000);
    // The store answers in order: once the run is there, so is the draft.
    opened.wish([save(2)]);
    assert_eq!(place.store().drafts().unwrap()[&form().draft_key()], "{\"km\":\"10\"}");
}

#[test]
fn a_draft_that_could_not_be_kept_is_tried_again_at_the_end() {
    let place = Place::new();
    let mut opened = place.open();
    std::fs::rename(&place.path, place.beside("elsewhere.db")).unwrap();
    opened.wish([typed("{}")]);
    opened.frame_at(1_000);
    opened.until(|app| app.model.notices.iter().next().is_some());
    let problems = opened.said(Severity::Problem);
    assert!(problems[0].contains("moved, deleted or replaced"), "{problems:?}");
    assert_eq!(opened.model().drafts.len(), 1);

    std::fs::rename(place.beside("elsewhere.db"), &place.path).unwrap();
    opened.app.close();
    assert_eq!(place.open().model().drafts.len(), 1);
}

#[test]
fn the_same_text_is_not_kept_twice() {
    let place = Place::new();
    let mut opened = place.open();
    opened.wish([typed("{}")]);
    opened.frame_at(1_000);
    let idle = opened.app.next_wake_ms();
    opened.wish([typed("{}")]);
    assert_eq!(opened.app.next_wake_ms(), idle);
}

#[test]
fn closing_a_form_forgets_what_was_typed() {
    let place = Place::new();
    let mut opened = place.open();
    opened.wish([Command::Open(form()), typed("{}")]);
    opened.frame_at(1_000);
    opened.wish([Command::CloseForm]);
    assert_eq!(opened.model().form, None);
    assert!(opened.model().drafts.is_empty());
    drop(opened);
    assert!(place.open().model().drafts.is_empty());
}

#[test]
fn going_elsewhere_keeps_what_was_typed() {
    let place = Place::new();
    let mut opened = place.open();
    opened.wish([Command::Open(form()), typed("{}")]);
    opened.wish([Command::OpenDay(jiff::civil::date(2026, 11, 3))]);
    assert_eq!(opened.model().form, None);
    assert_eq!(opened.model().place, afterrun::app::Place::Journal);
    assert_eq!(opened.model().day_shown, Some(jiff::civil::date(2026, 11, 3)));
    assert_eq!(opened.model().drafts.len(), 1);
    opened.wish([Command::DropDraft(form().draft_key())]);
    assert!(opened.model().drafts.is_empty());
}
