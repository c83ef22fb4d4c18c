//! The window's app is killed while it imports: what it imports is there whole or not at all, and can be undone.

use std::path::Path;

use afterrun::app::{App, Clock, Command as Wish, Desktop, Setup};
use afterrun::store::Store;

use super::fixture::{NOW, Place, dump, mode};
use super::sweep::{JOURNAL, Started, sweep};

const PROCESS: &str = "import::import_process";

/// Eight mornings of a questionnaire.
fn wellness() -> String {
    let header =
        "effective_time_frame,fatigue,mood,readiness,sleep_duration_h,sleep_quality,soreness,soreness_area,stress";
    let mornings = (1..=8).map(|day| format!("2019-01-{day:02}T08:31:40.751Z,3,3,5,6,3,2,[],3"));
    std::iter::once(header.to_owned())
        .chain(mornings)
        .collect::<Vec<_>>()
        .join("\n")
}

/// A journal, with the questionnaire beside it.
fn prepared() -> Place {
    let place = Place::new();
    drop(place.open());
    std::fs::write(place.folder().join("wellness.csv"), wellness()).unwrap();
    place
}

/// Looks into the file beside the journal at `path`, imports it and says so, undoes that import and says so.
fn import(path: &Path) {
    let (wake, woken) = std::sync::mpsc::channel();
    let setup = Setup {
        pictures: afterrun::theme::picture_look(false),
        store: Store::open(path, &mode(false)).unwrap(),
        lock: None,
        clock: Clock::standing_at(NOW),
        look_path: None,
        sample: false,
        desktop: Desktop::Absent,
    };
    let mut app = App::new(setup, move || {
        wake.send(()).ok();
    })
    .unwrap();
    let mut until = |wish: Wish, done: &dyn Fn(&App) -> bool| {
        app.logic(vec![wish]);
        while !done(&app) || app.is_busy() {
            woken.recv().unwrap();
            app.logic(Vec::new());
        }
    };
    let file = path.with_file_name("wellness.csv");
    until(Wish::TryImport(vec![file]), &|app| app.model.dry_run.is_some());
    until(Wish::CommitImport, &|app| app.model.imported.is_some());
    println!("ack");
    until(Wish::UndoImport(1), &|app| app.model.journal.nights.is_empty());
    println!("ack");
}

#[test]
fn import_process() {
    if let Ok(path) = std::env::var(JOURNAL) {
        import(Path::new(&path));
    }
}

/// The journal as it stands before, between and after.
fn states() -> [Vec<String>; 3] {
    let place = prepared();
    let file = place.folder().join("wellness.csv");
    let mut store = place.open();
    let before = dump(&place.path);
    let outcome = afterrun::import::read(
        &[file],
        &store.load().unwrap(),
        &afterrun::domain::ImportOptions::default(),
        NOW,
        &|_| (),
        &std::sync::atomic::AtomicBool::new(false),
    );
    store.write(&outcome.unwrap().batch, NOW).unwrap();
    let imported = dump(&place.path);
    store.undo_import(1, NOW).unwrap();
    [before, imported, dump(&place.path)]
}

#[test]
fn an_import_and_its_undoing_killed_at_any_call_are_there_whole_or_not_at_all() {
    let states = states();
    for syscall in ["pwrite64", "fsync,fdatasync", "ftruncate", "unlink"] {
        sweep(&Started::this(PROCESS), syscall, prepared, |path, came, when| {
            let problems = Store::open(path, &mode(false)).unwrap().check().unwrap();
            assert_eq!(problems, Vec::<String>::new(), "{when}");
            let found = dump(path);
            let next = states.get(came.acks + 1).unwrap_or(&states[2]);
            assert!(
                found == states[came.acks] || found == *next,
                "{when}: after {} steps",
                came.acks
            );
        });
    }
}
