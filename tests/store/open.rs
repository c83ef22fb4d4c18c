//! What is opened, what is refused, and that a refused file keeps every byte.

use std::fs;
use std::path::Path;

use afterrun::domain::Record;
use afterrun::store::{Error, LADDER, OpenError, OpenMode, Store, WindowLock};

use super::fixture::{NOW, Place, changes, dump, mode, one_of_each, put, run, unprivileged};

fn open(path: &Path) -> Result<Store, OpenError> {
    Store::open(path, &mode(true))
}

/// A journal with one record of every kind, closed.
fn journal() -> Place {
    let place = Place::new();
    place.open().write(&put(one_of_each(1)), NOW).unwrap();
    place
}

/// Refuses the file twice, with every byte as it was and nothing new beside it.
fn refused(place: &Place) -> OpenError {
    let bytes = fs::read(&place.path).unwrap();
    let beside = fs::read_dir(place.folder()).unwrap().count();
    drop(open(&place.path));
    let error = open(&place.path).unwrap_err();
    assert!(
        error.to_string().ends_with(&place.path.display().to_string()),
        "{error}"
    );
    assert_eq!(fs::read(&place.path).unwrap(), bytes);
    assert_eq!(fs::read_dir(place.folder()).unwrap().count(), beside);
    error
}

fn with_bytes(bytes: &[u8]) -> Place {
    let place = Place::new();
    fs::write(&place.path, bytes).unwrap();
    place
}

/// The journal with some bytes of its file replaced.
fn patched(at: usize, with: &[u8]) -> Place {
    let place = journal();
    let mut bytes = fs::read(&place.path).unwrap();
    bytes[at..at + with.len()].copy_from_slice(with);
    fs::write(&place.path, bytes).unwrap();
    place
}

#[test]
fn a_new_journal_has_the_built_in_habits_and_no_history() {
    let place = Place::new();
    let mut store = place.open();
    let loaded = store.load().unwrap();
    assert_eq!(loaded.habits.len(), 11);
    assert!(loaded.habits.iter().all(|it| it.builtin));
    assert_eq!(loaded.settings.zone, "Europe/Oslo");
    assert_eq!(store.history(9).unwrap(), []);
    assert!(matches!(store.undo(None, NOW), Err(Error::NothingToUndo)));
    assert!(store.journal_id().unwrap().is_some());
}

#[test]
fn a_new_journal_stands_alone_in_its_folder() {
    let place = Place::new();
    drop(place.open());
    let names: Vec<_> = fs::read_dir(place.folder())
        .unwrap()
        .map(|it| it.unwrap().file_name())
        .collect();
    assert_eq!(names, ["journal.db"]);
}

#[cfg(unix)]
#[test]
fn a_new_journal_and_its_new_folder_are_the_owners_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let bits = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let place = Place::new();
    let path = place.folder().join("a/b/journal.db");
    drop(open(&path).unwrap());
    assert_eq!(bits(&path), 0o600);
    assert_eq!(bits(path.parent().unwrap()), 0o700);

    let chosen = place.folder().join("chosen");
    fs::create_dir(&chosen).unwrap();
    fs::set_permissions(&chosen, fs::Permissions::from_mode(0o755)).unwrap();
    drop(open(&chosen.join("journal.db")).unwrap());
    assert_eq!(bits(&chosen), 0o755);
}

#[test]
fn a_missing_file_is_made_only_when_asked_for() {
    let place = Place::new();
    assert!(matches!(
        Store::open(&place.path, &mode(false)),
        Err(OpenError::Missing(_))
    ));
    let nowhere = place.folder().join("no/such/journal.db");
    assert!(matches!(
        Store::open(&nowhere, &mode(false)),
        Err(OpenError::Missing(_))
    ));
    assert_eq!(fs::read_dir(place.folder()).unwrap().count(), 0);
}

#[test]
fn a_folder_is_refused() {
    let place = Place::new();
    assert!(matches!(open(place.folder()), Err(OpenError::Directory(_))));
    assert!(matches!(open(Path::new("/")), Err(OpenError::Directory(_))));
}

#[cfg(unix)]
#[test]
fn a_link_and_a_pipe_are_refused() {
    let place = journal();
    let link = place.folder().join("link.db");
    std::os::unix::fs::symlink(&place.path, &link).unwrap();
    assert!(matches!(open(&link), Err(OpenError::Link(_))));
    let dangling = place.folder().join("dangling.db");
    std::os::unix::fs::symlink(place.folder().join("nowhere"), &dangling).unwrap();
    assert!(matches!(open(&dangling), Err(OpenError::Link(_))));
    let pipe = place.folder().join("pipe");
    assert!(
        std::process::Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap()
            .success()
    );
    assert!(matches!(open(&pipe), Err(OpenError::Special(_))));
}

#[cfg(unix)]
#[test]
fn a_folder_that_is_a_link_is_followed() {
    let place = journal();
    let link = place.folder().join("elsewhere");
    std::os::unix::fs::symlink(place.folder(), &link).unwrap();
    assert_eq!(open(&link.join("journal.db")).unwrap().path(), place.path);
}

#[test]
fn a_file_of_0_bytes_is_damage_not_a_new_journal() {
    assert!(matches!(refused(&with_bytes(b"")), OpenError::Empty(_)));
}

#[test]
fn files_that_are_no_journal_are_refused() {
    for bytes in [
        &b"x"[..],
        b"day,hours\n2026-11-24,7\n",
        &[0; 4096],
        &[0xff; 70],
        b"SQLite format 2\0",
    ] {
        let error = refused(&with_bytes(bytes));
        assert!(matches!(error, OpenError::NotAJournal(_)), "{error}");
    }
}

#[test]
fn a_database_of_another_program_is_refused() {
    let place = Place::new();
    let other = rusqlite::Connection::open(&place.path).unwrap();
    other
        .execute_batch("CREATE TABLE t (x); PRAGMA user_version = 1")
        .unwrap();
    drop(other);
    assert!(matches!(refused(&place), OpenError::OtherProgram(_)));
}

#[test]
fn a_newer_journal_is_refused() {
    let (newer, today) = (LADDER.len() as i64 + 1, LADDER.len() as i64);
    let error = refused(&patched(60, &(newer as i32).to_be_bytes()));
    assert!(
        matches!(error, OpenError::Newer { theirs, ours, .. } if (theirs, ours) == (newer, today)),
        "{error}"
    );
}

#[test]
fn a_damaged_header_is_called_damage() {
    for (at, with) in [(0, &b"XXXX"[..]), (60, &[0; 4]), (60, &[0xff; 4]), (16, &[0x7f, 0x11])] {
        let error = refused(&patched(at, with));
        assert!(matches!(error, OpenError::Damaged { .. }), "{at}: {error}");
    }
}

#[test]
fn a_journal_that_is_cut_short_is_called_damage() {
    let whole = fs::read(&journal().path).unwrap();
    for len in [50, 100, 4096, whole.len() / 2, whole.len() - 1] {
        let error = refused(&with_bytes(&whole[..len]));
        assert!(
            matches!(error, OpenError::Damaged { .. } | OpenError::NotAJournal(_)),
            "{len}: {error}"
        );
    }
}

#[test]
fn damaged_pages_never_open_wrongly_and_never_panic() {
    let whole = fs::read(&journal().path).unwrap();
    let mut noticed = 0;
    for page in 1..whole.len() / 4096 {
        let mut bytes = whole.clone();
        bytes[page * 4096..(page + 1) * 4096].fill(0xa5);
        let place = with_bytes(&bytes);
        match open(&place.path) {
            Err(_) => noticed += 1,
            // A page that is free, or whose content only a check finds.
            Ok(mut store) => drop(store.load()),
        }
    }
    assert!(noticed > whole.len() / 4096 / 2, "{noticed}");
}

#[test]
fn a_journal_without_its_triggers_is_damaged() {
    let place = journal();
    let conn = rusqlite::Connection::open(&place.path).unwrap();
    conn.execute_batch("DROP TRIGGER night_update").unwrap();
    drop(conn);
    assert!(matches!(refused(&place), OpenError::Damaged { .. }));
}

#[test]
fn a_wal_file_that_does_not_belong_to_it_is_not_played_back() {
    let place = journal();
    fs::write(place.folder().join("journal.db-wal"), [7; 5000]).unwrap();
    assert!(matches!(refused(&place), OpenError::StrayWal(_)));
}

#[test]
fn a_journal_that_a_tool_left_in_wal_mode_goes_back_to_one_file() {
    let place = journal();
    let before = dump(&place.path);
    let tool = rusqlite::Connection::open(&place.path).unwrap();
    let mode: String = tool
        .query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))
        .unwrap();
    assert_eq!(mode, "wal");
    drop(tool);
    drop(place.open());
    assert_eq!(fs::read(&place.path).unwrap()[18..20], [1, 1]);
    assert_eq!(dump(&place.path), before);
}

#[test]
fn a_writer_that_does_not_come_through_the_door_is_refused() {
    let place = journal();
    let tool = rusqlite::Connection::open(&place.path).unwrap();
    let error = tool.execute("UPDATE activity SET title = 'x'", []).unwrap_err();
    assert!(error.to_string().contains("change.batch"), "{error}");
    assert!(tool.execute("DELETE FROM night", []).is_err());
}

#[test]
fn a_journal_opened_for_reading_refuses_every_write() {
    let place = journal();
    let bytes = fs::read(&place.path).unwrap();
    let reading = OpenMode {
        read_only: true,
        ..mode(true)
    };
    let mut store = Store::open(&place.path, &reading).unwrap();
    assert!(store.read_only());
    assert_eq!(store.load().unwrap().activities.len(), 1);
    assert!(matches!(
        store.write(&put([Record::Activity(run(2))]), NOW),
        Err(Error::ReadOnly)
    ));
    assert!(matches!(store.undo(None, NOW), Err(Error::ReadOnly)));
    assert!(matches!(store.write(&changes(vec![]), NOW), Err(Error::ReadOnly)));
    drop(store);
    assert_eq!(fs::read(&place.path).unwrap(), bytes);
}

#[cfg(unix)]
#[test]
fn what_can_only_be_read_opens_for_reading_and_gets_nothing_beside_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let here = "open::what_can_only_be_read_opens_for_reading_and_gets_nothing_beside_it";
    let Some(place) = unprivileged(here, journal) else {
        return;
    };
    let set = |path: &Path, bits| fs::set_permissions(path, fs::Permissions::from_mode(bits)).unwrap();
    for (file, folder) in [(0o400, 0o700), (0o600, 0o500), (0o400, 0o500)] {
        set(&place.path, file);
        set(place.folder(), folder);
        let mut store = open(&place.path).unwrap();
        assert!(store.read_only(), "{file:o} in {folder:o}");
        assert_eq!(store.load().unwrap().activities.len(), 1);
        let _lock = WindowLock::take(&store).unwrap();
        drop(store);
        set(place.folder(), 0o700);
        let beside = fs::read_dir(place.folder()).unwrap().filter(|it| {
            let name = it.as_ref().unwrap().file_name();
            name != "journal.db" && name != "journal.db.lock"
        });
        assert_eq!(beside.count(), 0);
    }
    set(&place.path, 0o000);
    assert!(matches!(open(&place.path), Err(OpenError::Denied(_))));
    set(&place.path, 0o600);
}

#[test]
fn a_second_window_on_one_journal_is_turned_away() {
    let place = journal();
    let (first, second) = (place.open(), place.open());
    let lock = WindowLock::take(&first).unwrap();
    assert!(matches!(WindowLock::take(&second), Err(OpenError::InUse(_))));
    drop(lock);
    WindowLock::take(&second).unwrap();
}

#[cfg(unix)]
#[test]
fn a_journal_that_was_moved_away_is_not_saved_into_nothing() {
    let place = journal();
    let mut store = place.open();
    fs::rename(&place.path, place.folder().join("moved.db")).unwrap();
    let error = store.write(&put([Record::Activity(run(2))]), NOW).unwrap_err();
    assert!(matches!(error, Error::Gone), "{error}");
}

#[test]
fn a_sound_journal_has_no_problems_and_a_dangling_name_is_one() {
    let place = journal();
    assert_eq!(place.open().check().unwrap(), Vec::<String>::new());
    let tool = rusqlite::Connection::open(&place.path).unwrap();
    tool.execute_batch(
        "PRAGMA foreign_keys = OFF; UPDATE door SET batch = 0; DELETE FROM supplement; UPDATE door SET batch = NULL",
    )
    .unwrap();
    drop(tool);
    assert_eq!(place.open().check().unwrap(), ["intake: supplement?"]);
}

#[test]
fn a_sample_journal_stays_marked_as_one() {
    let place = journal();
    assert!(!place.open().is_sample().unwrap());
    place.open().mark_as_sample().unwrap();
    assert!(place.open().is_sample().unwrap());
}
