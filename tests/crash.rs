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
use afterrun::store::{Error, LADDER, Migration, OpenError, Store};
use fixture::{NOW, Place, changes, dump, mode, one_of_each, put, run};

/// Where a session is told which journal to use; a test started without it is no session.
const JOURNAL: &str = "AFTERRUN_CRASH_JOURNAL";

/// The steps of a session; each leaves the journal in another state. Undo and redo name what they expect, as
/// the window does: when a disk fails after the change was made, trying again must not take back two.
const STEPS: [fn(&mut Store) -> Result<(), Error>; 8] = [
    |store| store.write(&put([Record::Activity(run(1))]), NOW).map(drop),
    |store| store.write(&put(one_of_each(2)), NOW).map(drop),
    |store| store.save_draft("run/new", "{\"km\":\"10\"}", NOW),
    |store| store.undo(Some(2), NOW).map(drop),
    |store| store.redo(Some(3), NOW).map(drop),
    |store| {
        let trash = one_of_each(2).iter().map(|it| Change::Trash(it.reference())).collect();
        store.write(&changes(trash), NOW).map(drop)
    },
    |store| store.empty_trash(NOW).map(drop),
    |store| {
        let many = (10..60).map(|n| Record::Activity(run(n)));
        store.write(&put(many), NOW).map(drop)
    },
];

/// A session on the journal at `path`; `ack` hears of each step that was reported as done. A step that
/// fails is tried once more, as a person would.
fn session(path: &Path, ack: &mut dyn FnMut()) -> Result<(), String> {
    let open = || Store::open(path, &mode(true));
    let mut store = open().or_else(|_| open()).map_err(|error| error.to_string())?;
    ack();
    for step in STEPS {
        step(&mut store)
            .or_else(|_| step(&mut store))
            .map_err(|error| error.to_string())?;
        ack();
    }
    Ok(())
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
        if let Err(error) = session(Path::new(&path), &mut || println!("ack")) {
            println!("failed: {error}");
        }
    }
}

#[test]
fn migration_process() {
    if let Ok(path) = std::env::var(JOURNAL) {
        migration(Path::new(&path), &mut || println!("ack"));
    }
}

/// What a process of this binary came to.
struct Came {
    /// How many steps it acknowledged.
    acks: usize,
    /// Whether it got to its end, or reported why not.
    through: bool,
    /// Whether the fault hit it.
    hit: bool,
}

/// Starts this binary again as the process `name`, with `fault` at its `n`th `syscall`. `None` where there
/// is no strace.
fn run_with(fault: &str, name: &str, path: &Path, syscall: &str, n: usize) -> Option<Came> {
    let log = path.with_file_name("strace.log");
    let done = Command::new("strace")
        .args(["-qq", "-f", "-o"])
        .arg(&log)
        .arg("-e")
        .arg(format!("trace={syscall}"))
        .arg("-e")
        .arg(format!("inject={syscall}:{fault}:when={n}"))
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", name, "--nocapture", "--test-threads", "1"])
        .env(JOURNAL, path)
        .output()
        .ok()?;
    let said = String::from_utf8_lossy(&done.stdout);
    let complained = String::from_utf8_lossy(&done.stderr);
    assert!(!complained.contains("panicked"), "{syscall} {n}: {complained}");
    let log = std::fs::read_to_string(log).unwrap();
    Some(Came {
        acks: said.matches("ack\n").count(),
        through: done.status.success(),
        hit: log.contains("INJECTED") || log.contains("SIGKILL"),
    })
}

/// Kills the process `name` at each of its `syscall`s, on a journal made by `prepare`, and lets `sound`
/// look at what is left.
fn sweep(name: &str, syscall: &str, prepare: impl Fn() -> Place, sound: impl Fn(&Path, usize, &str)) {
    for n in 1..2000 {
        let place = prepare();
        let Some(came) = run_with("signal=SIGKILL", name, &place.path, syscall, n) else {
            println!("skipped: strace is not installed");
            return;
        };
        sound(&place.path, came.acks, &format!("{syscall} {n}"));
        if came.through {
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
    session(&place.path, &mut || states.push(Some(dump(&place.path)))).unwrap();
    states
}

/// Whether the journal at `path` is sound and stands after the `acks`th of `states` or the next.
fn stands(states: &[Option<Vec<String>>], path: &Path, acks: usize, when: &str) {
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
}

fn session_survives(syscall: &str) {
    let states = states();
    sweep("session_process", syscall, Place::new, |path, acks, when| {
        stands(&states, path, acks, when);
    });
}

/// The disk says `errno` at every `stride`th call: what was acknowledged stands, the rest failed in words
/// or, tried again, went well.
fn session_bears(errno: &str, syscall: &str, stride: usize) {
    let states = states();
    for n in (1..2000).step_by(stride) {
        let place = Place::new();
        let fault = format!("error={errno}");
        let Some(came) = run_with(&fault, "session_process", &place.path, syscall, n) else {
            println!("skipped: strace is not installed");
            return;
        };
        assert!(came.through, "{errno} {syscall} {n}");
        stands(&states, &place.path, came.acks, &format!("{errno} {syscall} {n}"));
        if !came.hit {
            println!("{errno} at every {stride}th of {n} calls of {syscall}");
            return;
        }
    }
    panic!("the session never got through");
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

#[test]
fn a_full_disk_loses_nothing_that_was_reported_as_saved() {
    session_bears("ENOSPC", "pwrite64", 7);
}

#[test]
fn a_failing_disk_loses_nothing_that_was_reported_as_saved() {
    session_bears("EIO", "pwrite64", 11);
    session_bears("EIO", "fsync", 1);
    session_bears("EIO", "unlink", 1);
}
