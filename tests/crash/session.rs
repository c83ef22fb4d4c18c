//! A session of saves, undos, a draft and a trash that is emptied, disturbed at every call.

use std::path::Path;

use afterrun::domain::{Change, Record};
use afterrun::store::{Error, OpenError, Store};

use super::fixture::{NOW, Place, changes, dump, mode, one_of_each, put, run};
use super::sweep::{JOURNAL, Started, run_with, sweep};

const PROCESS: &str = "session::session_process";

type Step = fn(&mut Store) -> Result<(), Error>;

/// The steps of a session; each leaves the journal in another state. Undo and redo name what they expect, as
/// the window does: when a disk fails after the change was made, trying again must not take back two.
const STEPS: [Step; 8] = [
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

#[test]
fn session_process() {
    if let Ok(path) = std::env::var(JOURNAL)
        && let Err(error) = session(Path::new(&path), &mut || println!("ack"))
    {
        println!("failed: {error}");
    }
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
    sweep(&Started::this(PROCESS), syscall, Place::new, |path, came, when| {
        assert!(
            !came.through || came.acks + 1 == states.len(),
            "{when}: not all steps ran"
        );
        stands(&states, path, came.acks, when);
    });
}

/// The disk says `errno` at every `stride`th call: what was acknowledged stands, the rest failed in words
/// or, tried again, went well.
fn session_bears(errno: &str, syscall: &str, stride: usize) {
    let states = states();
    for n in (1..2000).step_by(stride) {
        let place = Place::new();
        let fault = format!("error={errno}");
        let Some(came) = run_with(&fault, &Started::this(PROCESS), &place.path, syscall, n) else {
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
fn a_full_disk_loses_nothing_that_was_reported_as_saved() {
    session_bears("ENOSPC", "pwrite64", 7);
}

#[test]
fn a_failing_disk_loses_nothing_that_was_reported_as_saved() {
    session_bears("EIO", "pwrite64", 11);
    session_bears("EIO", "fsync", 1);
    session_bears("EIO", "unlink", 1);
}
