//! The program itself, killed at every call of an import, an undo and a redo.

use std::path::Path;
use std::process::{Command, Output};

use afterrun::domain::RecordKind;
use afterrun::store::Store;
use strum::VariantArray as _;

use super::fixture::{Place, dump, mode};
use super::sweep::{Started, sweep};

/// How many rows each table of records has, in the trash or not.
fn counts(path: &Path) -> Vec<usize> {
    let lines = dump(path);
    RecordKind::VARIANTS
        .iter()
        .map(|kind| {
            lines
                .iter()
                .filter(|it| it.starts_with(&format!("{} ", kind.word())))
                .count()
        })
        .collect()
}

/// A copy of the journal `of`, in a place of its own.
fn copied(of: &Place) -> Place {
    let place = Place::new();
    std::fs::copy(&of.path, &place.path).unwrap();
    place
}

fn run(it: &Started, journal: &Path) -> Output {
    Command::new(&it.program)
        .args(&it.args)
        .env("AFTERRUN_JOURNAL", journal)
        .output()
        .unwrap()
}

#[test]
fn the_program_itself_is_killed_at_every_call_of_an_import_an_undo_and_a_redo() {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../shared/data/pmdata/p01/pmsys/wellness.csv"
    );
    if !Path::new(file).exists() {
        println!("skipped: there is no {file}");
        return;
    }
    let version = run(&Started::afterrun(&["--version"]), Path::new(""));
    if version.stdout.is_empty() {
        println!("skipped: the program has no command line yet");
        return;
    }
    let mut before = Place::new();
    drop(before.open());
    for args in [vec!["import", file], vec!["undo"], vec!["redo"]] {
        let command = Started::afterrun(&args);
        let after = copied(&before);
        let done = run(&command, &after.path);
        assert!(done.status.success(), "{done:?}");
        let (old, new) = (counts(&before.path), counts(&after.path));
        assert_ne!(old, new, "{args:?}");
        for syscall in ["pwrite64", "fsync,fdatasync", "ftruncate", "unlink"] {
            let prepare = || copied(&before);
            sweep(&command, syscall, prepare, |path, came, when| {
                let problems = Store::open(path, &mode(false)).unwrap().check().unwrap();
                assert_eq!(problems, Vec::<String>::new(), "{when}");
                let found = counts(path);
                assert!(found == new || (found == old && !came.through), "{when}: {found:?}");
            });
        }
        before = after;
    }
}
