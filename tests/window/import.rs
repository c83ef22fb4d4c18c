//! Importing in the window: files are read and shown, looked at, and imported or not. And its pictures.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{Key, Role};
use egui_kittest::SnapshotResults;
use egui_kittest::kittest::Queryable as _;

use super::pictures::{DARK, LARGE_TEXT, SMALL};
use super::stage::{LIGHT, Stage, View};

/// Mornings of a questionnaire; one has no date.
const WELLNESS: &str = "\
effective_time_frame,fatigue,mood,readiness,sleep_duration_h,sleep_quality,soreness,soreness_area,stress
2019-11-01T08:31:40.751Z,3,3,5,6,3,2,[],3
yesterday,3,3,5,6,3,2,[],3
2019-11-02T09:10:01.000Z,2,3,4,7,4,3,[],3
";

/// A folder with a table and a letter, and a place to save to.
struct Files(tempfile::TempDir);

impl Files {
    fn new() -> Self {
        let it = Self(tempfile::tempdir().unwrap());
        std::fs::create_dir(it.0.path().join("download")).unwrap();
        std::fs::write(it.0.path().join("download/wellness.csv"), WELLNESS).unwrap();
        std::fs::write(it.0.path().join("download/letter.txt"), "Dear diary").unwrap();
        it
    }

    fn folder(&self) -> PathBuf {
        self.0.path().join("download")
    }

    fn beside(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }
}

/// A file that is let go over the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

/// Types the path of what is to be read at Data.
pub fn look_into(stage: &mut Stage, path: &Path) {
    stage.ctrl(Key::Num6);
    stage.type_into("File or folder to import", &path.display().to_string());
    // Large text has it out of sight.
    stage.press_button("Look into it");
}

fn nights(stage: &Stage) -> usize {
    stage.app().model.journal.nights.len()
}

#[test]
fn a_folder_is_looked_into_imported_and_undone_again() {
    let files = Files::new();
    let mut stage = Stage::empty(LIGHT);
    look_into(&mut stage, &files.folder());
    assert!(stage.shows("6 records are new."));
    assert!(stage.shows("letter.txt, Not a kind that is read"));
    assert_eq!(nights(&stage), 0);
    stage.harness.get_by_label_contains("wellness.csv, To import").click();
    stage.settle();
    assert!(stage.shows("Left out, Line 3: "));
    assert!(stage.shows("New, Fri 1 Nov 2019, Night · 6 h"));
    assert_eq!(stage.nameless(), []);
    stage.click("Import 6 records");
    assert_eq!(nights(&stage), 2);
    assert!(stage.shows("2 nights, 2 soreness ratings and 2 check-ins are new"));
    // Also after a restart.
    let mut stage = stage.reopened(LIGHT);
    stage.ctrl(Key::Num6);
    stage.click("Undo this import of Tue 24 Nov 2026");
    assert_eq!(nights(&stage), 0);
}

#[test]
fn files_dropped_anywhere_are_looked_into_and_may_be_left() {
    let files = Files::new();
    let mut stage = Stage::empty(LIGHT);
    let dropped = Arc::new(Dropped(files.folder()));
    stage.harness.input_mut().dropped_files.push(dropped);
    stage.settle();
    assert!(stage.shows("Nothing is written yet."));
    stage.click("Do not import");
    assert!(stage.shows("File or folder to import") || stage.shows("Choose files…"));
    assert_eq!(nights(&stage), 0);
}

#[test]
fn rows_left_out_are_saved_put_right_and_imported() {
    let files = Files::new();
    let mut stage = Stage::empty(LIGHT);
    look_into(&mut stage, &files.folder());
    let saved = files.beside("rows.csv");
    stage.click("Type where to save them");
    stage.type_into("CSV file to save them to", &saved.display().to_string());
    stage.click_role(Role::Button, "Save");
    stage.click("Import 6 records");
    let table = std::fs::read_to_string(&saved).unwrap();
    std::fs::write(&saved, table.replace("yesterday", "2019-11-03T08:00:00.000Z")).unwrap();
    look_into(&mut stage, &saved);
    stage.click("Import 3 records");
    assert_eq!(nights(&stage), 3);
}

#[test]
fn the_same_files_again_bring_nothing_and_that_is_said() {
    let files = Files::new();
    let mut stage = Stage::empty(LIGHT);
    look_into(&mut stage, &files.folder());
    stage.ctrl(Key::Enter);
    assert_eq!(nights(&stage), 2);
    look_into(&mut stage, &files.folder());
    assert!(stage.shows("is in your journal already"));
    assert!(!stage.shows("Do not import"));
    stage.press_button("Close");
    assert_eq!(nights(&stage), 2);
}

/// Pictures of the dry run of a folder, closed and opened.
fn pictures(view: View, name: &str) {
    let files = Files::new();
    let mut stage = Stage::empty(view);
    let mut results = SnapshotResults::new();
    look_into(&mut stage, &files.folder());
    results.add(stage.harness.try_snapshot(format!("dry_run_{name}")));
    // It opens the file, and lists what is new of it.
    let chip = "Only: New, 6";
    stage.harness.get_by_label(chip).click_accesskit();
    stage.settle();
    stage.harness.get_by_label(chip).scroll_to_me();
    stage.settle();
    results.add(stage.harness.try_snapshot(format!("dry_run_rows_{name}")));
}

#[test]
fn the_dry_run_is_as_it_was_looked_at_in_light() {
    pictures(LIGHT, "light");
}

#[test]
fn the_dry_run_is_as_it_was_looked_at_in_dark() {
    pictures(DARK, "dark");
}

#[test]
fn the_dry_run_is_as_it_was_looked_at_in_a_small_window() {
    pictures(SMALL, "small");
}

#[test]
fn the_dry_run_is_as_it_was_looked_at_with_text_twice_as_large() {
    pictures(LARGE_TEXT, "large_text");
}
