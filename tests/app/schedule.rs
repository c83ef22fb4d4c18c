//! Exports that happen by themselves: when, where to, and what becomes of it when that does not work.

use std::fs;
use std::path::{Path, PathBuf};

use afterrun::app::notices::Severity;
use afterrun::app::schedule::Every;
use afterrun::app::{Command, Look, ThemeChoice};

use super::fixture::{NOW, Opened, Place, save};

const HOUR: i64 = 3_600_000;

const DAY: i64 = 24 * HOUR;

/// From half past seven until the next journal day begins at four.
const TO_NEXT_DAY: i64 = 20 * HOUR + HOUR / 2;

/// A folder for exports beside the journal.
fn folder(place: &Place) -> PathBuf {
    let folder = place.beside("exports");
    fs::create_dir(&folder).unwrap();
    folder
}

fn plan(every: Every, folder: &Path) -> Command {
    Command::SetSchedule {
        every,
        folder: Some(folder.to_owned()),
    }
}

/// What is in the folder.
fn names(folder: &Path) -> Vec<String> {
    let files = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = files.map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// A frame `ms` after the opening, and further ones until nothing is under way.
fn at(opened: &mut Opened, ms: i64) {
    opened.frame_at(ms);
    opened.until(|app| !app.is_busy());
}

#[test]
fn the_first_is_written_at_once_and_the_next_when_the_next_day_begins() {
    let place = Place::new();
    let folder = folder(&place);
    let mut opened = place.open();
    opened.wish([save(1)]);
    opened.wish([plan(Every::Day, &folder)]);
    at(&mut opened, 0);
    assert_eq!(names(&folder), ["afterrun-export-2026-11-24.zip"]);
    assert_eq!(opened.model().scheduled.plan.last_ms, Some(NOW));
    assert_eq!(opened.model().export_due_ms(), Some(NOW + TO_NEXT_DAY));
    at(&mut opened, TO_NEXT_DAY - 1);
    assert_eq!(names(&folder).len(), 1);
    at(&mut opened, TO_NEXT_DAY);
    assert_eq!(
        names(&folder),
        ["afterrun-export-2026-11-24.zip", "afterrun-export-2026-11-25.zip"]
    );
    assert_eq!(opened.said(Severity::Problem), [""; 0]);
}

#[test]
fn every_week_is_every_seven_days() {
    let place = Place::new();
    let folder = folder(&place);
    let mut opened = place.open();
    opened.wish([plan(Every::Week, &folder)]);
    at(&mut opened, 0);
    at(&mut opened, 6 * DAY);
    assert_eq!(names(&folder).len(), 1);
    at(&mut opened, 6 * DAY + TO_NEXT_DAY);
    assert_eq!(
        names(&folder),
        ["afterrun-export-2026-11-24.zip", "afterrun-export-2026-12-01.zip"]
    );
}

#[test]
fn the_window_wakes_for_it_and_for_nothing_in_between() {
    let place = Place::new();
    let folder = folder(&place);
    let mut opened = place.open();
    opened.wish([plan(Every::Week, &folder)]);
    at(&mut opened, 0);
    // The look is kept, the notices are gone.
    at(&mut opened, 60_000);
    assert_eq!(opened.app.next_wake_ms(), Some(TO_NEXT_DAY - 60_000), "the day ends");
    let last_day = 6 * DAY + 60_000;
    at(&mut opened, last_day);
    assert_eq!(opened.app.next_wake_ms(), Some(6 * DAY + TO_NEXT_DAY - last_day));
}

#[test]
fn what_was_due_while_the_program_was_closed_is_written_when_it_opens() {
    let place = Place::new();
    let folder = folder(&place);
    let mut opened = place.open();
    opened.wish([plan(Every::Day, &folder)]);
    at(&mut opened, 0);
    opened.app.close();
    let mut opened = place.open_after(3 * DAY);
    opened.until(|app| !app.is_busy());
    assert_eq!(
        names(&folder),
        ["afterrun-export-2026-11-24.zip", "afterrun-export-2026-11-27.zip"]
    );
    assert_eq!(opened.model().scheduled.plan.last_ms, Some(NOW + 3 * DAY));
}

#[test]
fn one_that_runs_when_the_window_closes_is_known_at_the_next_opening() {
    let place = Place::new();
    let folder = folder(&place);
    let mut opened = place.open();
    opened.app.logic(vec![plan(Every::Day, &folder)]);
    opened.app.close();
    let mut opened = place.open_after(HOUR);
    opened.until(|app| !app.is_busy());
    assert_eq!(names(&folder), ["afterrun-export-2026-11-24.zip"]);
}

#[test]
fn nothing_in_the_folder_is_replaced_or_deleted() {
    let place = Place::new();
    let folder = folder(&place);
    let taken = folder.join("afterrun-export-2026-11-24.zip");
    fs::write(&taken, "mine").unwrap();
    fs::write(folder.join("afterrun-export-1999-01-01.zip"), "old").unwrap();
    let mut opened = place.open();
    opened.wish([plan(Every::Day, &folder)]);
    at(&mut opened, 0);
    assert_eq!(
        names(&folder),
        [
            "afterrun-export-1999-01-01.zip",
            "afterrun-export-2026-11-24-2.zip",
            "afterrun-export-2026-11-24.zip",
        ]
    );
    assert_eq!(fs::read_to_string(taken).unwrap(), "mine");
}

#[test]
fn what_does_not_work_is_said_once_and_tried_again_an_hour_later() {
    let place = Place::new();
    let gone = place.beside("exports");
    let mut opened = place.open();
    opened.wish([plan(Every::Day, &gone)]);
    at(&mut opened, 0);
    let problems = opened.said(Severity::Problem);
    assert!(
        problems.len() == 1 && problems[0].starts_with("The regular export did not work"),
        "{problems:?}"
    );
    assert!(opened.model().scheduled.failed.as_ref().unwrap().contains("exports"));
    assert_eq!(opened.model().export_due_ms(), Some(NOW + HOUR));
    let notice = opened.model().notices.iter().next().unwrap().id;
    opened.wish([Command::DismissNotice(notice)]);
    at(&mut opened, HOUR);
    assert_eq!(opened.said(Severity::Problem), [""; 0]);
    assert!(!gone.exists(), "no folder is made where a disk is not mounted");
    fs::create_dir(&gone).unwrap();
    at(&mut opened, 2 * HOUR);
    assert_eq!(names(&gone), ["afterrun-export-2026-11-24.zip"]);
    assert_eq!(opened.model().scheduled.failed, None);
}

#[test]
fn another_folder_is_tried_at_once_and_no_folder_or_never_is_nothing() {
    let place = Place::new();
    let (first, second) = (folder(&place), place.beside("other"));
    fs::create_dir(&second).unwrap();
    let mut opened = place.open();
    opened.wish([Command::SetSchedule {
        every: Every::Day,
        folder: None,
    }]);
    assert_eq!(opened.model().export_due_ms(), None);
    for it in [&first, &second] {
        opened.wish([plan(Every::Day, it)]);
        at(&mut opened, 0);
        assert_eq!(names(it).len(), 1);
    }
    opened.wish([plan(Every::Never, &second)]);
    at(&mut opened, 30 * DAY);
    assert_eq!(opened.model().export_due_ms(), None);
    assert_eq!(names(&second).len(), 1);
}

#[test]
fn how_it_looks_and_what_is_exported_do_not_cost_each_other() {
    let place = Place::new();
    let folder = folder(&place);
    let look = Look {
        theme: ThemeChoice::Dark,
        ..Look::default()
    };
    let mut opened = place.open();
    opened.wish([plan(Every::Week, &folder)]);
    at(&mut opened, 0);
    opened.wish([Command::SetLook(look)]);
    opened.app.close();
    // A later version knows another theme.
    let file = place.beside("config").join("look.json");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("dark", "sepia")).unwrap();
    let opened = place.open();
    assert_eq!(opened.model().look, Look::default());
    assert_eq!(opened.model().scheduled.plan.every, Every::Week);
    assert_eq!(opened.model().scheduled.plan.folder, Some(folder));
}
