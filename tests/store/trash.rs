//! Emptying the trash, and taking an import back.

use afterrun::domain::{Activity, Change, Record, RecordKind, RecordRef};
use afterrun::store::{Error, Store};

use super::fixture::{NOW, Place, changes, dump, id, one_of_each, put, run};

fn trash(record: &Record) -> Change {
    Change::Trash(record.reference())
}

fn kinds(of: &[RecordRef]) -> Vec<RecordKind> {
    let mut kinds: Vec<_> = of.iter().map(|it| it.kind).collect();
    kinds.sort_unstable();
    kinds
}

#[test]
fn what_was_in_the_trash_is_gone_from_file_and_history() {
    let place = Place::new();
    let mut store = place.open();
    store.write(&put(one_of_each(1)), NOW).unwrap();
    store
        .write(&changes(one_of_each(1).iter().map(trash).collect()), NOW + 1)
        .unwrap();
    let emptied = store.empty_trash(NOW + 2).unwrap();
    assert_eq!((emptied.delta.rows.len(), emptied.kept.len()), (12, 0));
    assert_eq!((emptied.undo.undo, emptied.undo.redo), (None, None));
    assert_eq!(store.load().unwrap().trash, []);
    drop(store);
    let bytes = std::fs::read(&place.path).unwrap();
    assert!(!bytes.windows(5).any(|it| it == "naïve".as_bytes()[..5].to_owned()));
}

#[test]
fn undo_passes_over_what_is_gone() {
    let place = Place::new();
    let mut store = place.open();
    let empty = dump(&place.path);
    let (one, two) = (Record::Activity(run(1)), Record::Activity(run(2)));
    let both = store.write(&put([one.clone(), two]), NOW).unwrap().batch_id;
    store.write(&changes(vec![trash(&one)]), NOW).unwrap();
    let emptied = store.empty_trash(NOW).unwrap();
    assert_eq!(emptied.undo.undo.map(|it| it.0), both);
    store.undo(both, NOW).unwrap();
    assert_eq!(dump(&place.path), empty);
    assert_eq!(store.redo(None, NOW).unwrap().delta.rows.len(), 1);
}

#[test]
fn a_catalogue_entry_stays_while_something_names_it() {
    let place = Place::new();
    let mut store = place.open();
    let records = one_of_each(1);
    let parents = || {
        records.iter().filter(|it| {
            matches!(
                it.kind(),
                RecordKind::Habit | RecordKind::Supplement | RecordKind::Checklist
            )
        })
    };
    store.write(&put(records.clone()), NOW).unwrap();
    store.write(&changes(parents().map(trash).collect()), NOW).unwrap();
    let all = [RecordKind::Habit, RecordKind::Supplement, RecordKind::Checklist];
    assert_eq!(kinds(&store.empty_trash(NOW).unwrap().kept), all);
    store.undo(None, NOW).unwrap();
    assert_eq!(store.load().unwrap().trash, []);
}

#[test]
fn a_habit_stays_while_a_step_of_the_runners_own_records_it() {
    let place = Place::new();
    let mut store = place.open();
    let wanted = |it: &Record| matches!(it.kind(), RecordKind::Habit | RecordKind::Routine);
    let records: Vec<_> = one_of_each(1).into_iter().filter(wanted).collect();
    store.write(&put(records.clone()), NOW).unwrap();
    let habit = records.iter().find(|it| it.kind() == RecordKind::Habit).unwrap();
    let routine = records.iter().find(|it| it.kind() == RecordKind::Routine).unwrap();
    let Record::Routine(steps) = routine else {
        panic!("it is one")
    };
    let mut begun = one_of_each(1)
        .into_iter()
        .find(|it| it.kind() == RecordKind::Checklist)
        .unwrap();
    if let Record::Checklist(it) = &mut begun {
        it.meta.note("routine", serde_json::to_value(&steps.steps).unwrap());
    }

    store.write(&changes(vec![trash(habit)]), NOW).unwrap();
    assert_eq!(
        kinds(&store.empty_trash(NOW).unwrap().kept),
        [RecordKind::Habit],
        "the routine"
    );
    store
        .write(&changes(vec![Change::put(begun.clone()), trash(routine)]), NOW)
        .unwrap();
    assert_eq!(
        kinds(&store.empty_trash(NOW).unwrap().kept),
        [RecordKind::Habit],
        "the checklist"
    );
    store.write(&changes(vec![trash(&begun)]), NOW).unwrap();
    assert_eq!(store.empty_trash(NOW).unwrap().kept, []);
}

#[test]
fn a_catalogue_entry_stays_while_undo_might_need_it() {
    let place = Place::new();
    let mut store = place.open();
    store.write(&put(one_of_each(1)), NOW).unwrap();
    let full = dump(&place.path);
    let Some(Record::Intake(mut intake)) = one_of_each(1).into_iter().find(|it| it.kind() == RecordKind::Intake) else {
        panic!("one of each has an intake");
    };
    let old = RecordRef {
        kind: RecordKind::Supplement,
        id: intake.supplement.to_string(),
    };
    let other = one_of_each(2)
        .into_iter()
        .find(|it| it.kind() == RecordKind::Supplement)
        .unwrap();
    intake.supplement = afterrun::domain::Slug::of(&other.id());
    store.write(&put([other, Record::Intake(intake)]), NOW).unwrap();
    store.write(&changes(vec![Change::Trash(old.clone())]), NOW).unwrap();
    assert_eq!(store.empty_trash(NOW).unwrap().kept, [old]);
    store.undo(None, NOW).unwrap();
    store.undo(None, NOW).unwrap();
    assert_eq!(dump(&place.path), full);
}

#[test]
fn taking_an_import_back_leaves_what_was_changed_since() {
    let place = Place::new();
    let mut store = place.open();
    let import = store.write(&put(one_of_each(1)), NOW).unwrap().batch_id.unwrap();
    let mine = Record::Activity(Activity {
        title: "Mine".into(),
        ..run(1)
    });
    store.write(&put([mine, Record::Activity(run(2))]), NOW + 1).unwrap();
    let undone = store.undo_import(import, NOW + 2).unwrap();
    assert_eq!(kinds(&undone.kept), [RecordKind::Activity]);
    assert_eq!(undone.written.delta.rows.len(), 11);
    let journal = store.load().unwrap();
    assert_eq!(
        (journal.activities.len(), journal.nights.len(), journal.trash.len()),
        (2, 0, 11)
    );
    // It is a change like any other.
    store.undo(undone.written.batch_id, NOW + 3).unwrap();
    assert_eq!(store.load().unwrap().trash, []);
    assert_eq!(store.undo_import(import, NOW + 4).unwrap().written.delta.rows.len(), 11);
}

#[test]
fn a_row_that_was_changed_and_changed_back_by_undo_counts_as_unchanged() {
    let place = Place::new();
    let mut store = place.open();
    let import = store
        .write(&put([Record::Activity(run(1))]), NOW)
        .unwrap()
        .batch_id
        .unwrap();
    let mine = Activity {
        title: "Mine".into(),
        ..run(1)
    };
    store.write(&put([Record::Activity(mine)]), NOW).unwrap();
    store.undo(None, NOW).unwrap();
    assert_eq!(store.undo_import(import, NOW).unwrap().kept, []);
    assert_eq!(store.load().unwrap().activities, []);
}

#[test]
fn what_an_import_wrote_over_comes_back() {
    let place = Place::new();
    let mut store = place.open();
    store.write(&put([Record::Activity(run(1))]), NOW).unwrap();
    let before = dump(&place.path);
    let theirs = Activity {
        title: "Theirs".into(),
        ..run(1)
    };
    let import = store
        .write(&put([Record::Activity(theirs)]), NOW)
        .unwrap()
        .batch_id
        .unwrap();
    store.undo_import(import, NOW).unwrap();
    assert_eq!(dump(&place.path), before);
}

#[test]
fn an_entry_of_an_import_that_is_in_use_stays() {
    let place = Place::new();
    let mut store = place.open();
    let of = |kinds: [RecordKind; 2]| {
        let all = one_of_each(1).into_iter();
        all.filter(|it| kinds.contains(&it.kind())).collect::<Vec<_>>()
    };
    let entries = of([RecordKind::Habit, RecordKind::Supplement]);
    let import = store.write(&put(entries), NOW).unwrap().batch_id.unwrap();
    // A dose, and a step of the runner's own.
    store
        .write(&put(of([RecordKind::Intake, RecordKind::Routine])), NOW)
        .unwrap();
    let undone = store.undo_import(import, NOW).unwrap();
    assert_eq!(kinds(&undone.kept), [RecordKind::Habit, RecordKind::Supplement]);
    assert_eq!(undone.written.batch_id, None);
    assert_eq!(store.history(9).unwrap().len(), 2);
}

/// Writes what an import would: `records`, and the note of the `n`th import.
fn import(store: &mut Store, n: u8, records: impl IntoIterator<Item = Record>) -> i64 {
    let note = one_of_each(n)
        .into_iter()
        .filter(|it| it.kind() == RecordKind::ImportBatch);
    let batch = put(note.chain(records));
    store.write(&batch, NOW + i64::from(n)).unwrap().batch_id.unwrap()
}

fn titled(title: &str) -> [Record; 1] {
    [Record::Activity(Activity {
        title: title.to_owned(),
        ..run(1)
    })]
}

#[test]
fn imports_that_touched_the_same_record_leave_nothing_in_whatever_order_they_are_taken_back() {
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let place = Place::new();
        let mut store = place.open();
        let imports = [(1, "Made"), (2, "Completed"), (3, "And again")];
        let imports = imports.map(|(n, title)| import(&mut store, n, titled(title)));
        for n in order {
            assert_eq!(store.load().unwrap().activities.len(), 1, "{order:?}");
            store.undo_import(imports[n], NOW + 9).unwrap();
        }
        let journal = store.load().unwrap();
        assert_eq!((journal.activities.len(), journal.trash.len()), (0, 4), "{order:?}");
    }
}

#[test]
fn what_an_import_made_stays_where_taking_it_back_was_itself_taken_back() {
    let place = Place::new();
    let mut store = place.open();
    let made = import(&mut store, 1, titled("Made"));
    let completed = import(&mut store, 2, titled("Completed"));
    store.undo_import(made, NOW + 3).unwrap();
    store.undo(None, NOW + 4).unwrap();
    store.undo_import(completed, NOW + 5).unwrap();
    assert_eq!(store.load().unwrap().activities[0].title, "Made");
}

#[test]
fn an_entry_that_stayed_because_of_another_import_goes_with_it() {
    let place = Place::new();
    let mut store = place.open();
    let of = |kind| one_of_each(1).into_iter().filter(move |it| it.kind() == kind);
    let made = import(&mut store, 1, of(RecordKind::Supplement));
    let named = import(&mut store, 2, of(RecordKind::Intake));
    let kept = store.undo_import(made, NOW + 3).unwrap().kept;
    assert_eq!(kinds(&kept), [RecordKind::Supplement]);
    store.undo_import(named, NOW + 4).unwrap();
    assert_eq!(store.load().unwrap().supplements, []);
}

#[test]
fn only_a_batch_that_stands_can_be_taken_back_as_an_import() {
    let place = Place::new();
    let mut store = place.open();
    let batch = store
        .write(&put([Record::Activity(run(1))]), NOW)
        .unwrap()
        .batch_id
        .unwrap();
    let undo = store.undo(None, NOW).unwrap().batch_id.unwrap();
    for batch in [batch, undo, 99] {
        assert!(matches!(store.undo_import(batch, NOW), Err(Error::NoSuchBatch)));
    }
}

#[test]
fn a_row_that_left_the_file_leaves_a_tombstone_until_it_returns() {
    let place = Place::new();
    let mut store = place.open();
    let stones = || {
        rusqlite::Connection::open(&place.path)
            .unwrap()
            .prepare("SELECT record || ' ' || id || ' ' || at FROM tombstone")
            .unwrap()
            .query_map([], |row| row.get(0))
            .unwrap()
            .collect::<Result<Vec<String>, _>>()
            .unwrap()
    };
    store.write(&put([Record::Activity(run(1))]), NOW).unwrap();
    store.undo(None, NOW + 7).unwrap();
    assert_eq!(stones(), [format!("activity {} {}", id(1), NOW + 7)]);
    store.redo(None, NOW + 8).unwrap();
    assert_eq!(stones(), Vec::<String>::new());
}
