//! A migration, killed at every call: the journal has the older form or the newer, nothing between.

use std::path::Path;

use afterrun::store::{LADDER, Migration, OpenError, Store};

use super::fixture::{NOW, Place, dump, mode, one_of_each, put};
use super::sweep::{JOURNAL, Started, sweep};

const PROCESS: &str = "migration::migration_process";

/// The steps of a migration: only the opening.
fn migration(path: &Path, ack: &mut dyn FnMut()) {
    drop(Store::open_with(path, &mode(true), &longer()).unwrap());
    ack();
}

fn longer() -> Vec<Migration> {
    let next = Migration {
        name: "next.sql",
        sql: "ALTER TABLE activity ADD COLUMN weather TEXT NOT NULL DEFAULT 'dry'; CREATE INDEX x ON night (day);",
    };
    LADDER.iter().copied().chain([next]).collect()
}

#[test]
fn migration_process() {
    if let Ok(path) = std::env::var(JOURNAL) {
        migration(Path::new(&path), &mut || println!("ack"));
    }
}

fn migration_survives(syscall: &str) {
    let prepare = || {
        let place = Place::new();
        place.open().write(&put(one_of_each(1)), NOW).unwrap();
        place
    };
    let after = {
        let place = prepare();
        drop(Store::open_with(&place.path, &mode(false), &longer()).unwrap());
        dump(&place.path)
    };
    sweep(&Started::this(PROCESS), syscall, prepare, |path, came, when| {
        assert!(!came.through || came.acks == 1, "{when}: it did not run");
        match Store::open(path, &mode(false)) {
            Ok(mut old) => {
                assert_eq!(came.acks, 0, "{when}");
                assert_eq!(old.check().unwrap(), Vec::<String>::new(), "{when}");
            }
            Err(error) => assert!(matches!(error, OpenError::Newer { .. }), "{when}: {error}"),
        }
        let mut new = Store::open_with(path, &mode(false), &longer()).unwrap();
        assert_eq!(new.check().unwrap(), Vec::<String>::new(), "{when}");
        drop(new);
        assert_eq!(dump(path), after, "{when}");
    });
}

#[test]
fn killed_at_any_write_of_a_migration() {
    migration_survives("pwrite64");
}

#[test]
fn killed_at_any_sync_unlink_or_naming_of_a_migration() {
    migration_survives("fsync,fdatasync");
    migration_survives("unlink");
    migration_survives("linkat,link,rename,renameat,renameat2");
}
