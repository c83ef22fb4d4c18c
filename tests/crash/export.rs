//! An export that is killed, or whose disk fills up, leaves what was there or all of what is new, and nothing
//! half.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::fixture::{NOW, Place, one_of_each, put};
use super::sweep::{Came, Started, run_with};

/// No export of so few rows has as many calls of a kind.
const MOST: usize = 200;

/// Everything below a folder, by name.
type Tree = BTreeMap<String, Vec<u8>>;

fn tree(folder: &Path) -> Tree {
    let mut tree = Tree::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            let inside = self::tree(&path).into_iter();
            tree.extend(inside.map(|(it, bytes)| (format!("{name}/{it}"), bytes)));
        } else {
            tree.insert(name, fs::read(&path).unwrap());
        }
    }
    tree
}

/// A journal, and a folder beside it in which an earlier export lies.
fn prepared() -> Place {
    let place = Place::new();
    place.open().write(&put(one_of_each(1)), NOW).unwrap();
    fs::create_dir(place.folder().join("out")).unwrap();
    fs::write(place.folder().join("out/old.zip"), "old").unwrap();
    place
}

fn command(place: &Place, args: &[&str], out: &str) -> Started {
    let out = place.folder().join("out").join(out);
    Started::afterrun(&[&["export"], args, &[out.to_str().unwrap()]].concat())
}

/// Disturbs an export at each of its calls of `syscall`, and lets `sound` look at the folder that it wrote
/// into.
fn disturb(fault: &str, syscall: &str, args: &[&str], out: &str, sound: impl Fn(&Came, &Tree, &Tree)) {
    let done = prepared();
    let it = command(&done, args, out);
    let status = std::process::Command::new(&it.program)
        .args(&it.args)
        .env("AFTERRUN_JOURNAL", &done.path)
        .output();
    assert!(status.unwrap().status.success());
    let whole = tree(&done.folder().join("out"));
    for n in 1..MOST {
        let place = prepared();
        let Some(came) = run_with(fault, &command(&place, args, out), &place.path, syscall, n) else {
            println!("skipped: strace is not installed");
            return;
        };
        sound(&came, &tree(&place.folder().join("out")), &whole);
        if came.through && !came.hit {
            return;
        }
    }
    panic!("the export never got through");
}

/// The earlier export alone.
fn old() -> Tree {
    BTreeMap::from([("old.zip".to_owned(), b"old".to_vec())])
}

/// What has a name of its own: all but what was being written when the program was killed.
fn named(tree: &Tree) -> Tree {
    let drafts = |name: &String| name.starts_with(".afterrun-export-");
    tree.clone().into_iter().filter(|(name, _)| !drafts(name)).collect()
}

const CALLS: [&str; 3] = ["write", "fsync", "rename,renameat2,link,linkat,unlink"];

#[test]
fn a_killed_export_leaves_the_old_archive_or_the_new_one() {
    for syscall in CALLS {
        disturb("signal=SIGKILL", syscall, &["--force"], "old.zip", |_, found, whole| {
            let found = named(found);
            assert!(found == old() || found == *whole, "{syscall}: {:?}", found.keys());
        });
    }
}

#[test]
fn a_killed_export_leaves_no_folder_or_all_of_it() {
    for syscall in CALLS {
        let args = ["--only", "sleep,habits,daily", "--excel"];
        disturb("signal=SIGKILL", syscall, &args, "new", |_, found, whole| {
            let found = named(found);
            assert!(found == old() || found == *whole, "{syscall}: {:?}", found.keys());
        });
    }
}

#[test]
fn an_export_that_fills_the_disk_leaves_what_was_there_and_nothing_of_its_own() {
    for (args, out) in [
        (["--force"].as_slice(), "old.zip"),
        (&["--excel"], "new.zip"),
        (&[], "new"),
    ] {
        disturb("error=ENOSPC", "write", args, out, |came, found, whole| {
            // The last it writes is the sentence that it is done.
            assert!(*found == old() || found == whole, "{out}: {:?}", found.keys());
            assert!(!came.through || found == whole, "{out}");
        });
    }
}
