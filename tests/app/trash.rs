//! Deleting, taking back from the trash, deleting for good.

use afterrun::app::Command;
use afterrun::app::notices::Severity;
use afterrun::domain::{Id, Record, RecordKind, RecordRef};

use super::fixture::{Place, run, save};

#[test]
fn deleting_names_what_it_deletes_and_can_be_taken_back() {
    let place = Place::new();
    let mut opened = place.open();
    let reference = Record::Activity(run(1)).reference();
    opened.wish([save(1), Command::Delete(reference.clone())]);
    assert!(opened.model().journal.activities.is_empty());
    assert_eq!(opened.model().journal.trash.len(), 1);
    assert_eq!(opened.said(Severity::Done), ["Done: Delete the run of 2026-11-24"]);

    opened.wish([Command::Restore(reference)]);
    assert_eq!(opened.model().journal.activities.len(), 1);
    assert_eq!(
        opened.undo_label().as_deref(),
        Some("Take the run of 2026-11-24 out of the trash")
    );
    opened.wish([Command::Undo, Command::Undo]);
    assert_eq!(opened.model().journal.activities.len(), 1);
    assert!(opened.model().journal.trash.is_empty());
}

#[test]
fn emptying_the_trash_says_how_much_went() {
    let place = Place::new();
    let mut opened = place.open();
    let delete = |n| Command::Delete(Record::Activity(run(n)).reference());
    opened.wish([save(1), save(2), save(3), delete(1), delete(2), Command::EmptyTrash]);
    assert!(opened.model().journal.trash.is_empty());
    assert_eq!(opened.model().journal.activities.len(), 1);
    assert_eq!(opened.said(Severity::Done), ["2 entries were deleted for good"]);
    opened.wish([Command::EmptyTrash]);
    assert_eq!(opened.said(Severity::Done), ["Nothing was deleted"]);
}

#[test]
fn deleting_what_is_not_there_is_a_problem_told_once() {
    let place = Place::new();
    let mut opened = place.open();
    let nothing = RecordRef {
        kind: RecordKind::Night,
        id: Id::fresh(0).to_string(),
    };
    opened.wish([Command::Delete(nothing.clone()), Command::Delete(nothing)]);
    assert_eq!(
        opened.said(Severity::Problem),
        ["Nothing was saved: this entry is not in the journal any more"]
    );
}
