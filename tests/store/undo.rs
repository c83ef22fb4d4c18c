//! The door, undo, redo and history.

use afterrun::domain::{BatchKind, Change, Journal, Record, RecordKind, UndoState};
use afterrun::store::Error;

use super::fixture::{NOW, Place, changes, dump, id, label, one_of_each, put, run};

fn contents(journal: &Journal) -> Vec<Record> {
    journal
        .records()
        .filter(|it| !matches!(it, Record::Habit(habit) if habit.builtin))
        .collect()
}

#[test]
fn what_was_written_is_read_back_as_it_was() {
    let place = Place::new();
    let mut store = place.open();
    let written = store.write(&put(one_of_each(1)), NOW).unwrap();
    let batch = written.batch_id;
    drop(store);

    let loaded = contents(&place.open().load().unwrap());
    let expected = Journal::of(one_of_each(1), super::fixture::settings());
    assert_eq!(loaded.len(), 12);
    for (loaded, mut expected) in loaded.into_iter().zip(contents(&expected)) {
        super::fixture::stamp(&mut expected, NOW, batch);
        assert_eq!(loaded, expected);
    }
}

#[test]
fn the_delta_brings_a_journal_in_memory_up_to_date() {
    let place = Place::new();
    let mut store = place.open();
    let mut journal = store.load().unwrap();
    let trash = |n: u8| Change::Trash(Record::Activity(run(n)).reference());
    for batch in [
        put(one_of_each(1)),
        put([Record::Activity(run(2))]),
        changes(vec![trash(1), trash(2)]),
    ] {
        journal.apply(store.write(&batch, NOW).unwrap().delta);
        assert_eq!(journal, store.load().unwrap());
    }
    for _ in 0..3 {
        journal.apply(store.undo(None, NOW).unwrap().delta);
        assert_eq!(journal, store.load().unwrap());
    }
    for _ in 0..3 {
        journal.apply(store.redo(None, NOW).unwrap().delta);
        assert_eq!(journal, store.load().unwrap());
    }
}

#[test]
fn a_batch_that_changes_nothing_leaves_no_trace() {
    let place = Place::new();
    let mut store = place.open();
    store.write(&put(one_of_each(1)), NOW).unwrap();
    let bytes = std::fs::read(&place.path).unwrap();
    for batch in [changes(vec![]), put(one_of_each(1))] {
        let written = store.write(&batch, NOW + 5).unwrap();
        assert_eq!(written.batch_id, None);
        assert_eq!(written.undo, store.undo_state().unwrap());
    }
    assert_eq!(std::fs::read(&place.path).unwrap(), bytes);
}

#[test]
fn a_batch_that_fails_leaves_nothing() {
    let place = Place::new();
    let mut store = place.open();
    let before = dump(&place.path);
    let mut sore = one_of_each(1);
    if let Record::Activity(run) = &mut sore[0] {
        run.rpe = Some(11.0);
    }
    sore.rotate_left(1);
    let error = store.write(&put(sore), NOW).unwrap_err();
    assert!(
        matches!(&error, Error::Refused { rule } if rule == "activity_rpe"),
        "{error}"
    );
    let gone = Change::Trash(Record::Activity(run(9)).reference());
    let batch = changes(vec![Change::put(Record::Activity(run(1))), gone]);
    assert!(matches!(store.write(&batch, NOW), Err(Error::NoSuchRecord(it)) if it.id == id(9).to_string()));
    assert_eq!(dump(&place.path), before);
    assert_eq!(store.history(10).unwrap(), []);
    assert_eq!(store.undo_state().unwrap(), UndoState::default());
}

#[test]
fn undo_and_redo_outlive_the_program() {
    let place = Place::new();
    let empty = dump({
        drop(place.open());
        &place.path
    });
    place.open().write(&put(one_of_each(1)), NOW).unwrap();
    let full = dump(&place.path);
    place.open().undo(None, NOW + 1).unwrap();
    assert_eq!(dump(&place.path), empty);
    place.open().redo(None, NOW + 2).unwrap();
    assert_eq!(dump(&place.path), full);
    place.open().undo(None, NOW + 3).unwrap();
    assert_eq!(dump(&place.path), empty);
}

#[test]
fn a_new_batch_clears_redo() {
    let place = Place::new();
    let mut store = place.open();
    store.write(&put([Record::Activity(run(1))]), NOW).unwrap();
    let undone = store.undo(None, NOW).unwrap();
    assert!(undone.undo.redo.is_some());
    let written = store.write(&put([Record::Activity(run(2))]), NOW).unwrap();
    assert_eq!(written.undo.redo, None);
    assert!(matches!(store.redo(None, NOW), Err(Error::NothingToRedo)));
}

#[test]
fn undo_of_a_batch_that_is_not_the_newest_any_more_does_nothing() {
    let place = Place::new();
    let (mut window, mut other) = (place.open(), place.open());
    let mine = window.write(&put([Record::Activity(run(1))]), NOW).unwrap().batch_id;
    window.load().unwrap();
    assert!(!window.others_wrote().unwrap());
    other.write(&put([Record::Activity(run(2))]), NOW).unwrap();
    let before = dump(&place.path);
    assert!(matches!(window.undo(mine, NOW), Err(Error::Moved)));
    assert_eq!(dump(&place.path), before);
    assert!(window.others_wrote().unwrap());
    assert_eq!(window.load().unwrap().activities.len(), 2);
    assert!(!window.others_wrote().unwrap());
}

#[test]
fn the_history_tells_what_was_done_newest_first() {
    let place = Place::new();
    let mut store = place.open();
    let first = store.write(&put(one_of_each(1)), NOW).unwrap().batch_id.unwrap();
    store.undo(Some(first), NOW + 1).unwrap();
    let lines = store.history(10).unwrap();
    let told: Vec<_> = lines
        .iter()
        .map(|it| (it.kind, it.reversed, it.at_ms, it.counts.len()))
        .collect();
    assert_eq!(
        told,
        [
            (BatchKind::Undone, false, NOW + 1, 12),
            (BatchKind::Done, true, NOW, 12)
        ]
    );
    assert_eq!(lines[1].label, label("put"));
    assert_eq!(lines[1].counts[4], (RecordKind::Activity, 1));
    assert_eq!(store.history(1).unwrap().len(), 1);
}

#[test]
fn the_history_of_a_record_is_its_earlier_states() {
    let place = Place::new();
    let mut store = place.open();
    store.write(&put([Record::Activity(run(1))]), NOW).unwrap();
    let first = store.load().unwrap().activities[0].clone();
    let mut better = run(1);
    better.title = "Hill repeats".into();
    store.write(&put([Record::Activity(better)]), NOW + 1).unwrap();
    let versions = store.record_history(&Record::Activity(run(1)).reference()).unwrap();
    let told: Vec<_> = versions.iter().map(|it| it.before.clone()).collect();
    assert_eq!(told, [Some(Record::Activity(first)), None]);
}

#[test]
fn writing_over_a_record_in_the_trash_takes_it_out() {
    let place = Place::new();
    let mut store = place.open();
    let reference = Record::Activity(run(1)).reference();
    store.write(&put([Record::Activity(run(1))]), NOW).unwrap();
    store
        .write(&changes(vec![Change::Trash(reference.clone())]), NOW + 1)
        .unwrap();
    let journal = store.load().unwrap();
    assert_eq!((journal.activities.len(), journal.trash.len()), (0, 1));
    store.write(&put([Record::Activity(run(1))]), NOW + 2).unwrap();
    assert_eq!(store.load().unwrap().trash, []);
    store.undo(None, NOW + 3).unwrap();
    store
        .write(&changes(vec![Change::Restore(reference)]), NOW + 4)
        .unwrap();
    let back = &store.load().unwrap().activities[0];
    assert_eq!((back.meta.created_at, back.meta.updated_at), (NOW, NOW + 4));
}
