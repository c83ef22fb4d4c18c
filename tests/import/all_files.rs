//! Every real file of others, each alone, against what an independent reader says of it: it gives what is in it,
//! or is refused with a reason. The table is printed (`cargo test --test import all_files -- --nocapture`).

use std::fmt::Write as _;
use std::path::Path;

use afterrun::domain::{FileReport, Journal, Verdict};
use serde_json::Value;

use crate::help::{applied, data, empty, expected, import, import_one, only};

/// What a file should give, by the other reader.
enum Wanted {
    /// So many of them.
    Exactly(&'static str, u64),
    /// At least one and at most so many: what is told twice is one.
    UpTo(&'static str, u64),
    /// Nothing, for a reason.
    Nothing,
}

use Wanted::{Exactly, Nothing, UpTo};

fn count(report: &FileReport, what: &str) -> u64 {
    let n = match what {
        "activities" => report.runs + report.other_activities,
        "nights" => report.nights,
        "nights and known ones" => report.nights + report.duplicates,
        "check-ins" => report.check_ins,
        _ => report.nights + report.check_ins + report.runs + report.other_activities + report.practices,
    };
    n as u64
}

fn number(said: &Value, key: &str) -> u64 {
    said[key].as_u64().unwrap_or(0)
}

fn length(said: &Value, key: &str) -> u64 {
    said[key].as_array().map_or(0, Vec::len) as u64
}

/// Whether a text of a time names a year in which watches knew the time.
fn is_dated(value: &Value) -> bool {
    value.as_str().is_some_and(|it| it[..4] > *"1999")
}

fn wanted(path: &str, said: &Value) -> Wanted {
    let folder = path.split('/').next().unwrap();
    match (folder, said["kind"].as_str().unwrap()) {
        (_, "fit") => fit(said),
        (_, "tcx") => match number(said, "activities") {
            0 => Nothing,
            n => Exactly("activities", n),
        },
        // It gives up at a point without a place; the times of the others are an activity.
        (_, "gpx") if said["read"] == "error" => UpTo("activities", 1),
        (_, "gpx") => match (number(said, "points_with_time"), number(said, "tracks")) {
            (0, _) => Nothing,
            (_, n) => UpTo("activities", n),
        },
        (_, "apple") => match length(said, "workouts") {
            0 => UpTo("records", 10_000),
            n => UpTo("activities", n),
        },
        ("sleep_as_android", _) => {
            let file = &said["inside"]["sleep-export.csv"];
            UpTo("nights", number(file, "sleep_records"))
        }
        ("fitbit_api", _) => Exactly("nights", length(said, "sleep")),
        ("garmin_sleep_json", _) => Exactly("nights", 1),
        ("whoop", _) => Exactly("nights", number(&said["asleep_min"], "n")),
        ("strava_csv", _) => UpTo("activities", number(said, "unique_activity_ids")),
        ("hrv4training", _) => UpTo("check-ins", number(said, "rows")),
        ("garmin_csv", _) if said["read"] != "ok" => Nothing,
        ("garmin_csv", _) => Exactly("activities", number(said, "rows")),
        ("pmdata", "pmdata") => pmdata(path, said),
        (_, "zip") => UpTo("records", 10_000),
        _ => Nothing,
    }
}

/// Sessions that have a start; a file without any may have broken off before its session.
fn fit(said: &Value) -> Wanted {
    let sessions = said["sessions"].as_array().map_or(&[][..], Vec::as_slice);
    let dated = sessions.iter().filter(|it| is_dated(&it["start_utc"])).count() as u64;
    match (dated, is_dated(&said["first_record_utc"])) {
        (0, false) => Nothing,
        (0, true) => UpTo("activities", 1),
        (n, _) => Exactly("activities", n),
    }
}

fn pmdata(path: &str, said: &Value) -> Wanted {
    match path.rsplit('/').next().unwrap() {
        "sleep.json" => Exactly("nights", number(said, "logs") - number(said, "duplicate_log_ids")),
        "exercise.json" => Exactly("activities", number(said, "activities")),
        "resting_heart_rate.json" => Exactly("check-ins", number(said, "nonzero")),
        "sleep_score.csv" => Exactly("nights", number(said, "rows")),
        "wellness.csv" => Exactly("check-ins", number(said, "rows")),
        "srpe.csv" => Exactly("activities", number(said, "rows")),
        "reporting.csv" => UpTo("check-ins", number(said, "rows")),
        "injury.csv" => match number(said, "nonempty_reports") {
            0 => Nothing,
            n => UpTo("check-ins", n),
        },
        other => panic!("{other}"),
    }
}

/// What is wrong with what a file gave; empty where nothing is.
fn wrong(report: &FileReport, journal: &Journal, wanted: &Wanted) -> String {
    let (fits, said) = match *wanted {
        Exactly(what, n) => (count(report, what) == n, format!("{n} {what}")),
        UpTo(what, n) => ((1..=n).contains(&count(report, what)), format!("1 to {n} {what}")),
        Nothing => (journal == &empty(), String::from("nothing")),
    };
    if !fits {
        return format!("should give {said}");
    }
    let is_refused = matches!(report.verdict, Verdict::Rejected | Verdict::Unsupported);
    if is_refused && report.issues.first().is_none_or(|it| it.why.is_empty()) {
        return String::from("is refused without a reason");
    }
    String::new()
}

fn row(path: &str, report: &FileReport) -> String {
    let mut parts = Vec::new();
    for (n, what) in [
        (report.runs, "runs"),
        (report.other_activities, "others"),
        (report.nights, "nights"),
        (report.check_ins, "check-ins"),
        (report.soreness, "soreness"),
        (report.practices, "practices"),
        (report.duplicates, "known"),
    ] {
        if n > 0 {
            parts.push(format!("{n} {what}"));
        }
    }
    if parts.is_empty() {
        parts.extend(report.issues.first().map(|it| it.why.clone()));
    }
    let verdict = format!("{:?}", report.verdict);
    format!("{path:<58} {:<22} {verdict:<12} {}", report.kind, parts.join(", "))
}

#[test]
fn each_real_file_gives_what_is_in_it_or_is_refused_with_a_reason() {
    let Some(data) = data() else { return };
    let mut problems = String::new();
    for (path, said) in expected(&data) {
        let outcome = import_one(&data.join(&path));
        let report = only(&outcome.report);
        println!("{}", row(&path, report));
        let wrong = wrong(report, &applied(&empty(), &outcome), &wanted(&path, &said));
        if !wrong.is_empty() {
            writeln!(problems, "{}: {wrong}", row(&path, report)).unwrap();
        }
    }
    assert!(problems.is_empty(), "\n{problems}");
}

#[test]
fn a_workbook_says_what_to_do_with_it() {
    let Some(data) = data() else { return };
    let outcome = import_one(&data.join("pmdata/participant-overview.xlsx"));
    let report = only(&outcome.report);
    assert_eq!(report.verdict, Verdict::Unsupported);
    assert!(report.issues[0].why.contains("CSV"), "{:?}", report.issues);
}

#[test]
fn all_of_it_twice_adds_nothing_the_second_time() {
    let Some(data) = data() else { return };
    let paths: Vec<_> = folders(&data);
    let first = import(&paths, &empty());
    assert!(first.report.imported > 5000, "{}", first.report.imported);
    let journal = applied(&empty(), &first);
    let second = import(&paths, &journal);
    let new: Vec<_> = second
        .report
        .files
        .iter()
        .filter(|it| it.verdict == Verdict::Imported)
        .collect();
    assert_eq!((second.report.imported, new.len()), (0, 0), "{new:?}");
    assert_eq!(second.batch.changes, []);
}

fn folders(data: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(data).unwrap().map(|it| it.unwrap().path());
    let mut folders: Vec<_> = entries.filter(|it| it.is_dir() && !it.ends_with("LICENSES")).collect();
    folders.sort();
    folders
}
