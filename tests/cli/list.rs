//! `list`: readable lines, and JSON with the columns of the CSV files.

use std::process::Stdio;

use afterrun::domain::Record;
use serde_json::Value;

use super::desk::{Desk, Ended};
use super::fixture::{one_of_each, run};

fn objects(desk: &Desk, args: &[&str]) -> Vec<Value> {
    let said = desk.say(&[&["list", "--json"], args].concat());
    said.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn every_record_with_a_day_is_a_line_that_begins_with_it() {
    let desk = Desk::with([one_of_each(1)]);
    let said = desk.say(&["list"]);
    let words: Vec<_> = said
        .lines()
        .map(|line| line.split_whitespace().take(2).collect::<Vec<_>>().join(" "))
        .collect();
    let kinds = [
        "activity",
        "night",
        "soreness",
        "intake",
        "practice",
        "check_in",
        "checklist",
    ];
    assert_eq!(words, kinds.map(|kind| format!("2026-11-24 {kind}")));
    assert!(said.contains("distance_m 10012.7"), "{said}");
    assert!(!said.contains("null"), "{said}");
}

#[test]
fn a_note_cannot_command_the_terminal() {
    let mut it = run(1);
    it.notes = "one\u{1b}[31mtwo\nthree".to_owned();
    let desk = Desk::with([vec![Record::Activity(it)]]);
    let said = desk.say(&["list"]);
    assert_eq!(said.lines().count(), 1);
    assert!(said.contains("notes one [31mtwo three"), "{said}");
}

#[test]
fn json_has_the_columns_of_the_csv_file_after_its_record() {
    let desk = Desk::with([one_of_each(1)]);
    desk.say(&["export", "out"]);
    for (kind, record) in [
        ("activities", "activity"),
        ("sleep", "night"),
        ("soreness", "soreness"),
        ("supplements", "intake"),
        ("habits", "practice"),
        ("check_ins", "check_in"),
        ("checklists", "checklist"),
        ("habits_catalogue", "habit"),
        ("supplements_catalogue", "supplement"),
        ("routines", "routine"),
        ("imports", "import_batch"),
    ] {
        let line = desk.say(&["list", "--json", kind]).lines().next().unwrap().to_owned();
        let csv = std::fs::read_to_string(desk.path("out").join(format!("{kind}.csv"))).unwrap();
        let header: Vec<_> = csv.lines().next().unwrap().split(',').collect();
        assert!(line.starts_with(&format!("{{\"record\":\"{record}\",")), "{line}");
        // In the order of the file: each key is found behind the one before.
        let mut rest = line.as_str();
        for column in &header {
            let key = format!("\"{column}\":");
            let at = rest.find(&key).unwrap_or_else(|| panic!("{column} in {line}"));
            rest = &rest[at + key.len()..];
        }
        let object: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(object.as_object().unwrap().len(), header.len() + 1, "{line}");
        assert_eq!(
            desk.say(&["list", "--json", record]),
            desk.say(&["list", "--json", kind])
        );
    }
}

#[test]
fn numbers_are_numbers_and_what_is_not_recorded_is_null() {
    let desk = Desk::with([one_of_each(1)]);
    let activity = &objects(&desk, &["activities"])[0];
    assert_eq!(activity["distance_m"], Value::from(10_012.7));
    assert_eq!(activity["rpe"], Value::from(6.5));
    assert_eq!(activity["max_hr_bpm"], Value::Null);
    assert_eq!(activity["started_at"], Value::from("2026-11-24T07:31:00+01:00"));
}

#[test]
fn days_bound_what_is_listed_both_ends_in_it() {
    let desk = Desk::with([one_of_each(1)]);
    let count = |args: &[&str]| objects(&desk, args).len();
    assert_eq!(count(&["--from", "2026-11-24", "--to", "2026-11-24"]), 7);
    assert_eq!(count(&["--from", "2026-11-25"]), 0);
    assert_eq!(count(&["--to", "2026-11-23"]), 0);
    assert_eq!(
        count(&["--to", "2026-11-23", "supplement"]),
        1,
        "a catalogue has no day"
    );
    assert_eq!(count(&["activities", "sleep"]), 2);
}

#[test]
fn a_reader_that_goes_away_ends_it_quietly() {
    // More than a pipe holds, so that it is still writing when the reader is gone.
    let many = (1..=200).map(|n| {
        let mut it = run(n);
        it.notes = "long ".repeat(400);
        Record::Activity(it)
    });
    let desk = Desk::with([many.collect()]);
    let mut child = desk
        .process(&["list", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let ended = Ended::of(&child.wait_with_output().unwrap());
    assert_eq!((ended.status, ended.complained.as_str()), (0, ""));
}
