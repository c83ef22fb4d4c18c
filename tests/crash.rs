//! A program that is killed while it saves loses nothing that it reported as saved.
//!
//! A session of saves, undos, a draft and a trash that is emptied runs as a process of its own (this
//! test binary, started again) and says `ack` after each step. strace kills it at its first, second,
//! third … write, sync, truncation, link and unlink, until it gets through. After each kill the journal
//! must open without a question, be sound, and stand exactly after the last acknowledged step or the one
//! that was under way.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]
#![expect(clippy::print_stdout, reason = "a session acknowledges, a skipped test says why")]

#[path = "store/fixture.rs"]
#[expect(dead_code, reason = "made for the tests of the store; a sweep needs part of it")]
mod fixture;

use std::path::Path;
use std::process::Command;

use afterrun::domain::{Change, Record};
use afterrun::store::{LADDER, Migration, OpenError, Store};
use fixture::{NOW, Place, changes, dump, mode, one_of_each, put, run};

/// Where a session is told which journal to use; a test started without it is no session.
const JOURNAL: &str = "AFTERRUN_CRASH_JOURNAL";

/// The steps of a session on the journal at `path`; `ack` hears of each that was reported as done.
fn session(path: &Path, ack: &mut dyn FnMut()) {
    let mut store = Store::open(path, &mode(true)).unwrap();
    ack();
    store.write(&put([Record::Activity(run(1))]), NOW).unwrap();
    ack();
    store.write(&put(one_of_each(2)), NOW).unwrap();
    ack();
    store.save_draft("run/new", "{\"km\":\"10\"}", NOW).unwrap();
    ack();
    store.undo(None, NOW).unwrap();
    ack();
    store.redo(None, NOW).unwrap();
    ack();
    let trash = one_of_each(2).iter().map(|it| Change::Trash(it.reference())).collect();
    store.write(&changes(trash), NOW).unwrap();
    ack();
    store.empty_trash(NOW).unwrap();
    ack();
    let many = (10..60).map(|n| Record::Activity(run(n)));
    store.write(&put(many), NOW).unwrap();
    ack();
}

/// The steps of a migration: only the opening.
fn migration(path: &Path, ack: &mut dyn FnMut()) {
    drop(Store::open_with(path, &mode(true), &longer()).unwrap());
    ack();
}

fn longer() -> Vec<Migration> {
    let next = Migration {
        name: "002_next.sql",
        sql: "ALTER TABLE activity ADD COLUMN weather TEXT NOT NULL DEFAULT 'dry'; CREATE INDEX x ON night (day);",
    };
    LADDER.iter().copied().chain([next]).collect()
}

#[test]
fn session_process() {
    if let Ok(path) = std::env::var(JOURNAL) {
        session(Path::new(&path), &mut || println!("ack"));
    }
}

#[test]
fn migration_process() {
    if let Ok(path) = std::env::var(JOURNAL) {
        migration(Path::new(&path), &mut || println!("ack"));
    }
}

/// Starts this binary again as the process `name`, to be killed at its `n`th `syscall`. Returns how many
/// steps it acknowledged, and whether it got through.
fn killed(name: &str, path: &Path, syscall: &str, n: usize) -> Option<(usize, bool)> {
    let done = Command::new("strace")
        .args(["-qq", "-f", "-o", "/dev/null", "-e"])
        .arg(format!("trace={syscall}"))
        .arg("-e")
        .arg(format!("inject={syscall}:signal=SIGKILL:when={n}"))
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", name, "--nocapture", "--test-threads", "1"])
        .env(JOURNAL, path)
        .output()
        .ok()?;
    let said = String::from_utf8_lossy(&done.stdout);
    let acks = said.matches("ack\n").count();
    let through = done.status.success();
    assert!(through || acks == 0 || !said.contains("panicked"), "{said}");
    Some((acks, through))
}

/// Kills the process `name` at each of its `syscall`s, on a journal made by `prepare`, and lets `sound`
/// look at what is left.
fn sweep(name: &str, syscall: &str, prepare: impl Fn() -> Place, sound: impl Fn(&Path, usize, &str)) {
    for n in 1..2000 {
        let place = prepare();
        let Some((acks, through)) = killed(name, &place.path, syscall, n) else {
            println!("skipped: strace is not installed");
            return;
        };
        sound(&place.path, acks, &format!("{syscall} {n}"));
        if through {
            println!("{name}: killed at {} calls of {syscall}", n - 1);
            return;
        }
    }
    panic!("the session never got through");
}

/// Everything in the journal after each step; `None` before there is one.
fn states() -> Vec<Option<Vec<String>>> {
    let place = Place::new();
    let mut states = vec![None];
    session(&place.path, &mut || states.push(Some(dump(&place.path))));
    states
}

fn session_survives(syscall: &str) {
    let states = states();
    sweep("session_process", syscall, Place::new, |path, acks, when| {
        let found = match Store::open(path, &mode(false)) {
            Err(OpenError::Missing(_)) => None,
            opened => {
                assert_eq!(opened.unwrap().check().unwrap(), Vec::<String>::new(), "{when}");
                Some(dump(path))
            }
        };
        let next = states.get(acks + 1).unwrap_or(&states[acks]);
        assert!(
            found == states[acks] || found == *next,
            "{when}: lost after {acks} steps"
        );
    });
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
    sweep("migration_process", syscall, prepare, |path, acks, when| {
        match Store::open(path, &mode(false)) {
            Ok(mut old) => {
                assert_eq!(acks, 0, "{when}");
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
fn killed_at_any_write() {
    session_survives("pwrite64");
}

#[test]
fn killed_at_any_sync() {
    session_survives("fsync");
    session_survives("fdatasync");
}

#[test]
fn killed_at_any_truncation() {
    session_survives("ftruncate");
}

#[test]
fn killed_at_any_unlink_or_naming() {
    session_survives("unlink");
    session_survives("linkat,link,rename,renameat,renameat2");
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
