//! `export`: folder, ZIP, the daily table alone, and never over what is there.

use std::fs;

use super::desk::{Desk, data};
use super::fixture::one_of_each;

#[test]
fn a_folder_gets_one_file_for_each_table() {
    let desk = Desk::with([one_of_each(1)]);
    let said = desk.say(&["export", "out"]);
    assert!(said.contains("out"), "{said}");
    let files = desk.files("out");
    for name in [
        "activities.csv",
        "check_ins.csv",
        "checklists.csv",
        "data-dictionary.csv",
        "habits.csv",
        "habits_catalogue.csv",
        "routines.csv",
        "settings.csv",
        "sleep.csv",
        "soreness.csv",
        "supplements.csv",
        "supplements_catalogue.csv",
    ] {
        assert!(files.iter().any(|it| it == name), "{name} in {files:?}");
    }
    let runs = fs::read_to_string(desk.path("out/activities.csv")).unwrap();
    assert_eq!(runs.lines().count(), 2, "{runs}");
}

#[test]
fn what_is_there_is_replaced_only_by_force() {
    let desk = Desk::with([one_of_each(1)]);
    fs::write(desk.path("out.zip"), "mine").unwrap();
    let sentence = desk.fail(&["export", "out.zip"]);
    assert!(sentence.contains("--force"), "{sentence}");
    assert_eq!(fs::read_to_string(desk.path("out.zip")).unwrap(), "mine");
    desk.say(&["export", "--force", "out.zip"]);
    assert!(fs::read(desk.path("out.zip")).unwrap().starts_with(b"PK"));
}

#[test]
fn the_journal_is_never_replaced_not_even_by_force() {
    let desk = Desk::with([one_of_each(1)]);
    fs::rename(desk.journal(), desk.path("journal.csv")).unwrap();
    let before = fs::read(desk.path("journal.csv")).unwrap();
    desk.fail(&["--journal", "journal.csv", "export", "--force", "journal.csv"]);
    assert_eq!(fs::read(desk.path("journal.csv")).unwrap(), before);
}

#[test]
fn days_bound_what_is_exported() {
    let desk = Desk::with([one_of_each(1)]);
    desk.say(&["export", "--from", "2026-11-25", "later"]);
    desk.say(&["export", "--from", "2026-11-24", "--to", "2026-11-24", "that_day"]);
    let lines = |path| fs::read_to_string(desk.path(path)).unwrap().lines().count();
    assert_eq!(lines("later/sleep.csv"), 1);
    assert_eq!(lines("that_day/sleep.csv"), 2);
    assert_eq!(
        lines("later/habits_catalogue.csv"),
        lines("that_day/habits_catalogue.csv")
    );
}

#[test]
fn only_the_kinds_that_are_named_are_exported_and_what_their_rows_name() {
    let desk = Desk::with([one_of_each(1)]);
    desk.say(&["export", "--only", "habits,intake", "out"]);
    assert_eq!(
        desk.files("out"),
        [
            "habits.csv",
            "habits_catalogue.csv",
            "supplements.csv",
            "supplements_catalogue.csv"
        ]
    );
    desk.say(&["export", "--only", "daily,dictionary", "days.zip"]);
    let zip = fs::File::open(desk.path("days.zip")).unwrap();
    let zip = zip::ZipArchive::new(zip).unwrap();
    let names: Vec<_> = zip.file_names().map(Result::unwrap).collect();
    assert_eq!(names, ["daily.csv", "data-dictionary.csv"]);
}

#[test]
fn the_dictionary_describes_the_files_beside_it_and_no_others() {
    let desk = Desk::with([one_of_each(1)]);
    desk.say(&["export", "--only", "sleep,dictionary", "out"]);
    let dictionary = &desk.contents("out")["data-dictionary.csv"];
    assert!(dictionary.lines().skip(1).all(|it| it.starts_with("sleep.csv,")));
    assert!(dictionary.contains("sleep.csv,asleep_min,min,"), "{dictionary}");
}

#[test]
fn a_csv_file_is_the_daily_table_or_the_one_kind_that_is_named() {
    let desk = Desk::with([one_of_each(1)]);
    desk.say(&["export", "out"]);
    desk.say(&["export", "out.csv"]);
    desk.say(&["export", "--only", "habits", "habits.csv"]);
    let all = desk.contents("out");
    for (file, name) in [("out.csv", "daily.csv"), ("habits.csv", "habits.csv")] {
        assert_eq!(fs::read_to_string(desk.path(file)).unwrap(), all[name], "{file}");
    }
}

#[test]
fn a_spreadsheet_gets_a_mark_semicolons_and_its_decimal_comma() {
    let desk = Desk::with([one_of_each(1)]);
    let runs = |args: &[&str]| {
        desk.say(&[&["export", "--only", "activities", "--force"], args, &["runs.csv"]].concat());
        fs::read_to_string(desk.path("runs.csv")).unwrap()
    };
    let (plain, excel, comma) = (runs(&[]), runs(&["--excel"]), runs(&["--excel", "--decimal-comma"]));
    assert!(plain.starts_with("id,started_at,day,"));
    for text in [&excel, &comma] {
        assert!(text.starts_with("\u{feff}id;started_at;day;"));
        assert!(text.ends_with("\r\n"));
    }
    assert!(excel.contains(";10012.7;3600.25;"), "{excel}");
    assert!(comma.contains(";10012,7;3600,25;"), "{comma}");
    // What is no number keeps its points.
    assert!(comma.contains(r#""[""trail"",""new \""shoes\""""]""#), "{comma}");
}

#[test]
fn an_export_read_into_a_new_journal_is_exported_as_the_same_files() {
    let Some(data) = data() else { return };
    let desk = Desk::with([one_of_each(1)]);
    let (questionnaires, watch) = (data.join("pmdata/p01/pmsys"), data.join("fit"));
    desk.say(&["import", questionnaires.to_str().unwrap(), watch.to_str().unwrap()]);
    desk.say(&["export", "first"]);
    let second = ["--journal", "second.db"];
    desk.say(&[&second[..], &["import", "first"]].concat());
    desk.say(&[&second[..], &["export", "second"]].concat());
    let first = desk.contents("first");
    assert_eq!(first.len(), 14);
    assert!(first["sleep.csv"].lines().count() > 100);
    assert_eq!(first, desk.contents("second"));
}
