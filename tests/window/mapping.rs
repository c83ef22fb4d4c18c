//! A table that no reader knows: its columns are chosen in a dialog, it is read, and what it holds is imported.
//! And pictures of the dialog.

use std::path::PathBuf;

use egui::{Key, Rect, Role};
use egui_kittest::SnapshotResults;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::import::look_into;
use super::pictures::{DARK, LARGE_TEXT, SMALL};
use super::stage::{LIGHT, Stage, View};

/// A diary in German.
const LAUFBUCH: &str = "\
Datum;Strecke;Zeit;Puls;Bemerkung
03.02.2026;10,4;56:12;148;locker im Park
05.02.2026;6,2;0:31:40;162;
08.02.2026;18,0;1:44:05;151;Tempo, Waden schwer
";

const READ: &str = "Read with these columns";

/// A window in which the table was looked into, by path.
fn asked(view: View) -> (Stage, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let path: PathBuf = folder.path().join("laufbuch.csv");
    std::fs::write(&path, LAUFBUCH).unwrap();
    let mut stage = Stage::empty(view);
    look_into(&mut stage, &path);
    (stage, folder)
}

/// Brings the keyboard with Tab to what is called `label`.
fn tab_to(stage: &mut Stage, label: &str) {
    for _ in 0..40 {
        let all = stage.harness.query_all_by_label(label);
        if all.into_iter().any(|it| it.accesskit_node().is_focused()) {
            return;
        }
        stage.press(Key::Tab);
    }
    panic!("Tab never comes to {label}");
}

/// Goes down in a list that opened with the keyboard at what was chosen, to `words`, and chooses them.
fn choose(stage: &mut Stage, column: &str, words: &str) {
    tab_to(stage, &format!("{column}: what it holds"));
    stage.press(Key::Enter);
    for _ in 0..40 {
        if stage
            .harness
            .get_by_role_and_label(Role::Button, words)
            .accesskit_node()
            .is_focused()
        {
            stage.press(Key::Enter);
            return;
        }
        stage.press(Key::ArrowDown);
    }
    panic!("the keys never come to {words}");
}

fn is_focused(stage: &Stage, label: &str) -> bool {
    stage.harness.get_by_label(label).accesskit_node().is_focused()
}

fn place_of_read(stage: &Stage) -> Rect {
    stage.harness.get_by_label(READ).rect()
}

#[test]
fn the_columns_are_chosen_by_keyboard_and_what_they_give_is_shown() {
    let (mut stage, _folder) = asked(LIGHT);
    stage.press(Key::Escape);
    assert!(stage.shows("Say what the columns hold, and it can be read"));
    tab_to(&mut stage, "Choose the columns of laufbuch.csv…");
    stage.press(Key::Enter);
    choose(&mut stage, "Strecke", "Distance in miles");
    assert!(is_focused(&stage, "Strecke: what it holds"));
    choose(&mut stage, "Strecke", "Distance in kilometres");
    assert_eq!(stage.nameless(), []);
    tab_to(&mut stage, READ);
    stage.press(Key::Enter);
    assert!(stage.shows("3 records are new."));
    assert!(stage.shows("New, Tue 3 Feb 2026, "));
    stage.ctrl(Key::Enter);
    assert_eq!(stage.app().model.journal.activities.len(), 3);
}

#[test]
fn columns_that_were_chosen_can_be_changed_in_the_same_dialog() {
    let (mut stage, _folder) = asked(LIGHT);
    tab_to(&mut stage, READ);
    stage.press(Key::Enter);
    assert!(stage.shows("3 records are new."));
    assert!(!stage.shows("What do the columns of laufbuch.csv hold?"));
    tab_to(&mut stage, "Change the columns of laufbuch.csv…");
    stage.press(Key::Enter);
    choose(&mut stage, "Puls", "Leave out");
    tab_to(&mut stage, READ);
    stage.press(Key::Enter);
    assert!(stage.shows("3 records are new."));
    assert!(!stage.shows("148 bpm"));
}

#[test]
fn a_table_that_is_the_only_file_is_asked_about_by_itself_and_once() {
    let (mut stage, _folder) = asked(LIGHT);
    assert!(stage.shows("What do the columns of laufbuch.csv hold?"));
    stage.press(Key::Escape);
    assert!(!stage.shows("What do the columns of laufbuch.csv hold?"));
    assert!(stage.shows("laufbuch.csv, Columns not known yet"));
}

#[test]
fn nothing_moves_in_the_dialog_when_it_opens_and_when_too_little_is_chosen() {
    let (mut stage, _folder) = asked(LIGHT);
    let at = place_of_read(&stage);
    stage.harness.step();
    assert_eq!(place_of_read(&stage), at);
    assert!(!stage.shows("It needs a date"));
    choose(&mut stage, "Datum", "Leave out");
    assert!(stage.shows("It needs a date"));
    assert_eq!(place_of_read(&stage), at);
}

#[test]
fn escape_closes_the_list_and_gives_the_keyboard_back_to_its_column() {
    let (mut stage, _folder) = asked(LIGHT);
    tab_to(&mut stage, "Puls: what it holds");
    stage.press(Key::Enter);
    stage.press(Key::Escape);
    assert!(is_focused(&stage, "Puls: what it holds"));
    assert!(stage.shows(READ));
}

#[test]
fn of_two_columns_with_one_field_the_second_says_that_it_does_not_count() {
    let (mut stage, _folder) = asked(LIGHT);
    let said = "Two columns are chosen as “Time of day”; the first counts.";
    choose(&mut stage, "Puls", "Time of day");
    choose(&mut stage, "Zeit", "Time of day");
    assert_eq!(stage.harness.query_all_by_label(said).count(), 1);
}

#[test]
fn the_dialog_is_whole_in_a_small_window_with_text_twice_as_large() {
    let (stage, _folder) = asked(LARGE_TEXT);
    let window = stage.harness.ctx.content_rect();
    for label in [READ, "Cancel", "What do the columns of laufbuch.csv hold?"] {
        let rect = stage.harness.get_by_role_and_label(role_of(label), label).rect();
        assert!(window.contains_rect(rect), "{label}: {rect:?} of {window:?}");
    }
}

fn role_of(label: &str) -> Role {
    if label.ends_with('?') {
        Role::Heading
    } else {
        Role::Button
    }
}

#[test]
fn the_dialog_is_as_it_was_looked_at() {
    let mut results = SnapshotResults::new();
    for (view, name) in [
        (LIGHT, "light"),
        (DARK, "dark"),
        (SMALL, "small"),
        (LARGE_TEXT, "large_text"),
    ] {
        let (mut stage, _folder) = asked(view);
        results.add(stage.harness.try_snapshot(format!("mapping_{name}")));
        tab_to(&mut stage, "Strecke: what it holds");
        stage.press(Key::Enter);
        results.add(stage.harness.try_snapshot(format!("mapping_open_{name}")));
        stage.press(Key::Escape);
        stage.press(Key::Escape);
        results.add(stage.harness.try_snapshot(format!("unmapped_{name}")));
    }
}
