//! Climbing from an older form, with a copy made first.

use std::fs;
use std::path::Path;

use afterrun::domain::{Record, RecordKind};
use afterrun::store::{LADDER, Migration, OpenError, OpenMode, Store};

use super::fixture::{NOW, Place, dump, mode, one_of_each, put};

/// The ladder with one step more.
fn longer(sql: &'static str) -> Vec<Migration> {
    let next = Migration { name: "next.sql", sql };
    LADDER.iter().copied().chain([next]).collect()
}

const NEXT: &str = "ALTER TABLE activity ADD COLUMN weather TEXT NOT NULL DEFAULT 'dry';
                    CREATE TABLE place (id TEXT PRIMARY KEY) STRICT;";

fn journal() -> Place {
    let place = Place::new();
    place.open().write(&put(one_of_each(1)), NOW).unwrap();
    place
}

/// A journal with `records` as the first form had it: what its one step made, filled with the rows of today's.
fn first_form(path: &Path, records: &[Record]) {
    let today = Place::new();
    today.open().write(&put(records.iter().cloned()), NOW).unwrap();
    let conn = rusqlite::Connection::open(path).unwrap();
    conn.execute_batch(LADDER[0].sql).unwrap();
    conn.pragma_update(None, "foreign_keys", false).unwrap();
    conn.execute("ATTACH ?1 AS today", [today.path.to_str().unwrap()])
        .unwrap();
    let tables: Vec<String> = conn
        .prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    for table in tables {
        let copy = format!("DELETE FROM main.{table}; INSERT INTO main.{table} SELECT * FROM today.{table};");
        conn.execute_batch(&copy).unwrap();
    }
    let ours: i64 = conn
        .query_row("PRAGMA today.application_id", [], |row| row.get(0))
        .unwrap();
    conn.pragma_update(None, "application_id", ours).unwrap();
    conn.pragma_update(None, "user_version", 1).unwrap();
}

#[test]
fn an_older_journal_climbs_and_keeps_its_records_and_its_history() {
    let place = journal();
    let mut store = Store::open_with(&place.path, &mode(false), &longer(NEXT)).unwrap();
    assert_eq!(store.load().unwrap().activities.len(), 1);
    assert_eq!(store.history(9).unwrap().len(), 1);
    store.undo(None, NOW).unwrap();
    store.redo(None, NOW).unwrap();
    assert!(dump(&place.path).iter().any(|line| line.contains("'dry'")));
}

#[test]
fn a_journal_of_the_first_form_climbs_with_everything_kept_and_takes_routines() {
    let place = Place::new();
    let (routines, records): (Vec<_>, Vec<_>) = one_of_each(1)
        .into_iter()
        .partition(|it| it.kind() == RecordKind::Routine);
    first_form(&place.path, &records);
    let before = dump(&place.path);

    let mut store = Store::open(&place.path, &mode(false)).unwrap();
    let copies = fs::read_dir(place.folder()).unwrap().count();
    assert_eq!((dump(&place.path), copies), (before.clone(), 2));
    let mut journal = store.load().unwrap();
    journal.habits.retain(|it| !it.builtin);
    assert_eq!(journal.records().count(), records.len());
    store.write(&put(routines), NOW).unwrap();
    assert_eq!(store.load().unwrap().routines.len(), 1);
    store.undo(None, NOW).unwrap();
    assert_eq!(dump(&place.path), before);
    store.undo(None, NOW).unwrap();
    store.redo(None, NOW).unwrap();
    assert_eq!(dump(&place.path), before);
    assert_eq!(store.check().unwrap(), Vec::<String>::new());
}

#[test]
fn a_copy_of_the_older_form_lies_beside_it() {
    let place = journal();
    let before = dump(&place.path);
    drop(Store::open_with(&place.path, &mode(false), &longer(NEXT)).unwrap());
    let copy = place.folder().join(format!("journal.db.before-v{}", LADDER.len() + 1));
    assert_eq!(dump(&copy), before);
    assert_eq!(
        Store::open(&copy, &mode(false)).unwrap().load().unwrap().nights.len(),
        1
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(&copy).unwrap().permissions().mode() & 0o777, 0o600);
    }
    assert_eq!(fs::read_dir(place.folder()).unwrap().count(), 2);
}

#[test]
fn a_journal_that_climbed_is_too_new_for_the_older_program() {
    let place = journal();
    drop(Store::open_with(&place.path, &mode(false), &longer(NEXT)).unwrap());
    let theirs = LADDER.len() as i64 + 1;
    assert!(matches!(
        Store::open(&place.path, &mode(false)),
        Err(OpenError::Newer { theirs: it, .. }) if it == theirs
    ));
}

#[test]
fn a_step_that_fails_leaves_the_journal_as_it_was() {
    let place = journal();
    let bytes = fs::read(&place.path).unwrap();
    for sql in [
        "ALTER TABLE activity ADD COLUMN weather TEXT; DROP TABLE no_such_table;",
        "DELETE FROM supplement;",
    ] {
        let error = Store::open_with(&place.path, &mode(false), &longer(sql)).unwrap_err();
        assert!(matches!(error, OpenError::Migration { .. }), "{error}");
        assert_eq!(fs::read(&place.path).unwrap(), bytes, "{sql}");
    }
    Store::open(&place.path, &mode(false)).unwrap();
}

#[test]
fn the_triggers_cover_the_columns_that_came_out() {
    let place = journal();
    drop(Store::open_with(&place.path, &mode(false), &longer(NEXT)).unwrap());
    let conn = rusqlite::Connection::open(&place.path).unwrap();
    let trigger: String = conn
        .query_row(
            "SELECT sql FROM sqlite_schema WHERE name = 'activity_update'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert!(trigger.contains("'weather', OLD.weather"), "{trigger}");
}

#[test]
fn an_older_journal_that_can_only_be_read_says_so() {
    let place = journal();
    let reading = OpenMode {
        read_only: true,
        ..mode(false)
    };
    let error = Store::open_with(&place.path, &reading, &longer(NEXT)).unwrap_err();
    assert!(matches!(error, OpenError::OlderReadOnly(_)), "{error}");
}

#[test]
fn a_new_journal_climbs_the_whole_ladder() {
    let place = Place::new();
    drop(Store::open_with(&place.path, &mode(true), &longer(NEXT)).unwrap());
    Store::open_with(&place.path, &mode(false), &longer(NEXT)).unwrap();
}
