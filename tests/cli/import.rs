//! `import`: what came of each file, twice is once, and two at a time are one after the other.

use std::fs;
use std::process::Stdio;

use serde_json::Value;

use super::desk::{Desk, Ended};

/// Three mornings of a questionnaire; the second line of data has no date.
const WELLNESS: &str = "\
effective_time_frame,fatigue,mood,readiness,sleep_duration_h,sleep_quality,soreness,soreness_area,stress
2019-11-01T08:31:40.751Z,3,3,5,6,3,2,[],3
yesterday,3,3,5,6,3,2,[],3
2019-11-02T09:10:01.000Z,2,3,4,7,4,3,[],3
";

fn desk() -> Desk {
    let desk = Desk::new();
    fs::write(desk.path("wellness.csv"), WELLNESS).unwrap();
    fs::write(desk.path("shopping.txt"), "milk, bananas").unwrap();
    desk
}

fn report(desk: &Desk, args: &[&str]) -> Value {
    serde_json::from_str(&desk.say(&[&["import", "--json"], args].concat())).unwrap()
}

#[test]
fn json_tells_what_came_of_each_file() {
    let desk = desk();
    let said = report(&desk, &["wellness.csv", "shopping.txt"]);
    let keys: Vec<_> = said.as_object().unwrap().keys().cloned().collect();
    assert_eq!(keys, ["duplicates", "files", "imported", "rejected"]);
    let [wellness, shopping] = said["files"].as_array().unwrap().as_slice() else {
        panic!("{said}");
    };
    assert_eq!(wellness["verdict"], "imported");
    assert_eq!(
        (&wellness["nights"], &wellness["soreness"]),
        (&Value::from(2), &Value::from(2))
    );
    assert_eq!(wellness["issues"][0]["line"], 3);
    assert_eq!(shopping["verdict"], "unsupported");
    assert!(shopping["issues"][0]["why"].is_string());
    for key in [
        "path",
        "kind",
        "runs",
        "other_activities",
        "intakes",
        "practices",
        "check_ins",
        "duplicates",
    ] {
        assert!(!wellness[key].is_null(), "{key} in {wellness}");
    }
}

#[test]
fn lines_tell_it_to_a_person() {
    let said = desk().say(&["import", "wellness.csv", "shopping.txt"]);
    let lines: Vec<_> = said.lines().collect();
    assert!(
        lines[0].starts_with("wellness.csv: 2 nights, 2 soreness ratings, 2 check-ins"),
        "{said}"
    );
    assert!(lines[1].starts_with("    line 3: "), "{said}");
    assert!(lines[2].starts_with("shopping.txt: not a file"), "{said}");
    assert!(lines.last().unwrap().starts_with("6 new, 0 known already, "), "{said}");
}

#[test]
fn a_second_time_changes_nothing_and_undo_takes_all_of_it_back() {
    let desk = desk();
    desk.say(&["import", "wellness.csv"]);
    let (records, history) = (desk.say(&["list", "--json"]), desk.say(&["history"]));
    assert_eq!(history.lines().count(), 1, "{history}");
    let again = report(&desk, &["wellness.csv"]);
    assert_eq!(again["files"][0]["verdict"], "duplicate");
    assert_eq!(
        (&again["imported"], &again["duplicates"]),
        (&Value::from(0), &Value::from(6))
    );
    assert_eq!(desk.say(&["list", "--json"]), records);
    assert_eq!(desk.say(&["history"]), history);

    desk.say(&["undo"]);
    assert_eq!(desk.say(&["list"]), "");
    desk.say(&["redo"]);
    assert_eq!(desk.say(&["list", "--json"]), records);
}

#[test]
fn a_dry_run_says_the_same_and_writes_nothing() {
    let desk = desk();
    let dry = report(&desk, &["--dry-run", "wellness.csv"]);
    assert_eq!(
        desk.files("."),
        ["shopping.txt", "wellness.csv"],
        "no journal was begun"
    );
    assert_eq!(dry, report(&desk, &["wellness.csv"]));
    let bytes = desk.bytes();
    desk.say(&["import", "--dry-run", "wellness.csv"]);
    assert_eq!(desk.bytes(), bytes);
}

#[test]
fn it_fails_where_nothing_at_all_could_be_read() {
    let desk = desk();
    for path in ["shopping.txt", "nowhere.fit"] {
        let ended = desk.run(&["import", path]);
        assert_eq!(ended.status, 1, "{ended:?}");
        assert!(ended.said.contains(path), "the reason is told: {ended:?}");
        assert_eq!(ended.complained.lines().count(), 1, "{ended:?}");
    }
}

#[test]
fn two_at_once_do_not_double_anything() {
    let desk = desk();
    desk.say(&["demo", "--years", "1", "--until", "2018-11-24", "--out", "journal.db"]);
    let started: Vec<_> = (0..3)
        .map(|_| {
            let mut command = desk.process(&["import", "wellness.csv"]);
            command.current_dir(desk.path("."));
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
        })
        .collect();
    for it in started {
        let ended = Ended::of(&it.wait_with_output().unwrap());
        assert_eq!(ended.status, 0, "{ended:?}");
    }
    assert_eq!(desk.say(&["list", "--from", "2019-01-01"]).lines().count(), 6);
}

#[test]
fn an_export_comes_back_as_the_same_journal() {
    let desk = Desk::new();
    desk.say(&["demo", "--years", "1", "--until", "2026-11-24", "--out", "sample.db"]);
    desk.say(&["--journal", "sample.db", "export", "first"]);
    desk.say(&["import", "first"]);
    desk.say(&["export", "second"]);
    assert_eq!(desk.files("first"), desk.files("second"));
    for name in desk.files("first") {
        let read = |folder| fs::read(desk.path(folder).join(&name)).unwrap();
        assert!(read("first") == read("second"), "{name} differs");
    }
    desk.say(&["--journal", "sample.db", "export", "first.zip"]);
    assert_eq!(report(&desk, &["first.zip"])["imported"], 0);
}

#[test]
fn rows_are_told_one_by_one_where_they_are_asked_for() {
    let desk = desk();
    let said = desk.say(&["import", "--dry-run", "--rows", "wellness.csv"]);
    assert!(
        said.contains("new        Fri 1 Nov 2019          Night · 6 h"),
        "{said}"
    );
    assert!(said.contains("line 2"), "{said}");
    desk.say(&["import", "wellness.csv"]);
    let again = desk.say(&["import", "--dry-run", "--rows", "wellness.csv"]);
    assert!(again.contains("known      Fri 1 Nov 2019"), "{again}");
    assert!(again.contains("; This file was imported before"), "{again}");
}

#[test]
fn json_has_rows_only_where_they_are_asked_for() {
    let desk = desk();
    let plain = report(&desk, &["--dry-run", "wellness.csv"]);
    let file = &plain["files"][0];
    assert!(file["rows"].is_null());
    assert_eq!(file["completed"], 0);
    assert_eq!(file["days"], serde_json::json!(["2019-11-01", "2019-11-02"]));
    assert!(file["assumptions"].is_array());
    let full = report(&desk, &["--dry-run", "--rows", "wellness.csv"]);
    let rows = full["files"][0]["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 6);
    let night = rows.iter().find(|it| it["kind"] == "night").unwrap();
    assert_eq!(
        (&night["standing"], &night["day"]),
        (&"new".into(), &"2019-11-01".into())
    );
    let rating = rows.iter().find(|it| it["kind"] == "soreness").unwrap();
    assert!(rating["at"].as_str().unwrap().starts_with("2019-11-01T"), "{rating}");
}

#[test]
fn rows_that_are_left_out_are_saved_and_never_over_another_file_unasked() {
    let desk = desk();
    let args = ["import", "--dry-run", "--rejects", "rejects.csv", "wellness.csv"];
    let said = desk.say(&args);
    assert!(
        said.contains("1 row that was left out is saved to rejects.csv"),
        "{said}"
    );
    let table = fs::read_to_string(desk.path("rejects.csv")).unwrap();
    let lines: Vec<_> = table.lines().collect();
    assert!(lines[0].ends_with(",stress,reason"), "{table}");
    assert!(lines.len() == 2 && lines[1].starts_with("yesterday,3,"), "{table}");
    // Nothing is imported where they cannot be saved.
    let failed = desk.fail(&["import", "--rejects", "rejects.csv", "wellness.csv"]);
    assert!(failed.contains("rejects.csv"), "{failed}");
    assert!(
        !desk.files(".").contains(&"journal.db".to_owned()),
        "no journal was begun"
    );
    desk.say(&["import", "--rejects", "rejects.csv", "--force", "wellness.csv"]);
    // Put right there, they come in.
    let mended = table.replace("yesterday", "2019-11-03T08:00:00.000Z");
    fs::write(desk.path("mended.csv"), mended).unwrap();
    assert_eq!(report(&desk, &["mended.csv"])["imported"], 3);
}

#[test]
fn what_files_do_not_say_can_be_said_and_a_wrong_word_is_wrong_usage() {
    let desk = desk();
    let said = [
        "--zone",
        "America/New_York",
        "--distance",
        "mi",
        "--month-first",
        "--untyped",
        "walk",
    ];
    let said = [&["import", "--dry-run"], &said[..], &["wellness.csv"]].concat();
    assert!(desk.say(&said).contains("6 new"));
    for wrong in [
        &["--zone", "Oslo/Norway"][..],
        &["--distance", "metres"],
        &["--untyped", "chess"],
        &["--day-first", "--month-first"],
        &["--force"],
    ] {
        let ended = desk.run(&[&["import", "--dry-run"], wrong, &["wellness.csv"]].concat());
        assert_eq!(ended.status, 2, "{wrong:?}: {ended:?}");
    }
}

#[test]
fn progress_is_not_told_to_a_file() {
    let ended = desk().run(&["import", "wellness.csv"]);
    assert_eq!(ended.complained, "");
}

const DIARY: &str = "Datum;Strecke;Zeit\n03.02.2026;10,4;56:12\n05.02.2026;6,2;0:31:40\n";

#[test]
fn what_columns_hold_can_be_said_and_is_remembered() {
    let desk = desk();
    fs::write(desk.path("laufbuch.csv"), DIARY).unwrap();
    let said = report(
        &desk,
        &[
            "--column",
            "Datum=date",
            "--column",
            "Strecke=distance_km",
            "--column",
            "Zeit=duration",
            "laufbuch.csv",
        ],
    );
    assert_eq!(said["files"][0]["runs"], 2, "{said}");
    fs::write(desk.path("laufbuch.csv"), format!("{DIARY}07.02.2026;5;27:00\n")).unwrap();
    assert_eq!(report(&desk, &["laufbuch.csv"])["files"][0]["runs"], 1);
}

#[test]
fn a_column_that_is_not_there_and_a_field_that_there_is_none_of_are_asked_wrongly() {
    let desk = desk();
    fs::write(desk.path("laufbuch.csv"), DIARY).unwrap();
    let ended = desk.run(&["import", "--column", "Tag=date", "laufbuch.csv"]);
    assert_eq!(ended.status, 2, "{}", ended.complained);
    assert!(
        ended.complained.contains("Datum, Strecke, Zeit"),
        "{}",
        ended.complained
    );
    let ended = desk.run(&["import", "--column", "Datum=when", "laufbuch.csv"]);
    assert_eq!(ended.status, 2);
    assert!(ended.complained.contains("distance_km"), "{}", ended.complained);
}

#[test]
fn nothing_in_a_file_gives_a_terminal_an_order() {
    let desk = desk();
    let red = "<gpx><trk><name>a\u{1b}[31m\u{202e}b</name><type>running</type><trkseg>\
        <trkpt lat=\"59.9\" lon=\"10.7\"><time>2026-01-02T06:30:00Z</time></trkpt></trkseg></trk></gpx>";
    fs::write(desk.path("red.gpx"), red).unwrap();
    let said = desk.say(&["import", "--rows", "red.gpx"]);
    assert!(said.contains("a [31m b"), "{said:?}");
}
