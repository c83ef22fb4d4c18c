//! What the window shows of a file that is no journal, or can only be read.

use egui_kittest::kittest::Queryable as _;

use super::stage::{LIGHT, Stage};

#[test]
fn a_file_that_is_no_journal_gets_a_screen_that_says_so_and_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().canonicalize().unwrap().join("journal.db");
    std::fs::write(&path, "dear diary").unwrap();
    let mut stage = Stage::on(folder, path.clone(), LIGHT);
    assert!(stage.shows("not an Afterrun journal"));
    assert_eq!(std::fs::read(&path).unwrap(), b"dear diary");

    std::fs::remove_file(&path).unwrap();
    stage.harness.get_by_label("Try again").click();
    stage.harness.run_steps(2);
    stage.settle();
    assert!(
        stage.shows("Record a run"),
        "the file is out of the way, so a journal is begun"
    );
}

#[test]
fn a_second_window_on_one_journal_is_turned_away() {
    let first = Stage::empty(LIGHT);
    let second = Stage::on(tempfile::tempdir().unwrap(), first.journal.clone(), LIGHT);
    assert!(second.shows("already open in another window"));
}
