//! Runkeeper's table of activities, and tables of others that begin like one of Strava.

use std::fs::write;

use afterrun::domain::{Assumption, Sport, Verdict};

use crate::help::{activities, empty, import, import_bytes, lines, only};

const HEADER: &str = "Activity Id,Date,Type,Route Name,Distance (km),Duration,Average Pace,Average Speed (km/h),\
    Calories Burned,Climb (m),Average Heart Rate (bpm),Friend's Tagged,Notes,GPX File";

fn table(rows: &str) -> String {
    format!("{HEADER}\n{rows}")
}

const RUN: &str = "b2a1df07-c209-44bb-a44c-9250251634e3,2026-03-28 08:33:29,Running,River,3.24,26:11,8:06,7.41,245.0,\
    59,106,\"\",\"windy\",2026-03-28-083329.gpx\n";

#[test]
fn a_row_tells_start_sport_distance_and_what_the_app_timed() {
    let outcome = import_bytes("cardioActivities.csv", table(RUN).as_bytes(), &empty());
    let file = only(&outcome.report);
    assert_eq!((file.kind.as_str(), lines(&file.issues)), ("runkeeper", vec![]));
    let run = activities(&outcome).remove(0);
    assert_eq!(run.started_at.to_rfc3339(), "2026-03-28T08:33:29+01:00");
    assert_eq!(
        (run.sport, run.distance_m, run.moving_s, run.elapsed_s),
        (Sport::Run, Some(3240.0), Some(1571.0), None)
    );
    assert_eq!((run.avg_hr, run.ascent_m), (Some(106.0), Some(59.0)));
    assert_eq!((run.title.as_str(), run.notes.as_str()), ("River", "windy"));
    assert_eq!(
        file.assumptions,
        [Assumption::Zone {
            zone: "Europe/Oslo".to_owned(),
            records: 1
        }]
    );
}

#[test]
fn miles_feet_and_hours_are_read_by_the_header() {
    let text = table(&RUN.replace("26:11", "1:26:11"));
    let text = text
        .replace("(km)", "(mi)")
        .replace("(m)", "(ft)")
        .replace("km/h", "mph");
    let run = activities(&import_bytes("a.csv", text.as_bytes(), &empty())).remove(0);
    assert_eq!(
        (run.distance_m, run.ascent_m, run.moving_s),
        (Some(3.24 * 1609.344), Some(18.0), Some(5171.0))
    );
}

#[test]
fn a_row_and_the_track_it_names_are_one_run() {
    let point = |minute: u8| {
        format!("<trkpt lat=\"60.0{minute}\" lon=\"10.7\"><time>2026-03-28T07:{minute}:29Z</time></trkpt>")
    };
    let track = format!("<gpx><trk><trkseg>{}{}</trkseg></trk></gpx>", point(33), point(59));
    let folder = tempfile::tempdir().unwrap();
    write(folder.path().join("cardioActivities.csv"), table(RUN)).unwrap();
    write(folder.path().join("2026-03-28-083329.gpx"), track).unwrap();
    let outcome = import(&[folder.path().to_owned()], &empty());
    let read = activities(&outcome);
    assert_eq!(read.len(), 1, "{:#?}", outcome.report);
    assert_eq!((read[0].title.as_str(), read[0].elapsed_s), ("River", Some(1560.0)));
}

#[test]
fn a_later_export_of_the_account_adds_only_what_is_new() {
    let first = import_bytes("a.csv", table(RUN).as_bytes(), &empty());
    let journal = crate::help::applied(&empty(), &first);
    let more = format!("{RUN}{}", RUN.replace("b2a1", "c3b2").replace("03-28", "03-30"));
    let later = import_bytes("b.csv", table(&more).as_bytes(), &journal);
    assert_eq!((only(&later.report).runs, only(&later.report).duplicates), (1, 1));
}

#[test]
fn a_table_of_others_with_an_activity_id_and_a_date_is_none_of_strava() {
    for text in [
        "Activity ID,Date,Type,Distance\n1,2024-05-01,Run,5.2\n",
        "Activity ID,Activity Date,Type,Distance\n1,2024-05-01,Run,5.2\n",
        "Activity ID,Activity Date,Elapsed Time,Distance\ne507-67a5,2024-05-01,30:00,5.2\n",
    ] {
        let outcome = import_bytes("a.csv", text.as_bytes(), &empty());
        let file = only(&outcome.report);
        assert_eq!(
            (file.verdict, file.kind.as_str()),
            (Verdict::Unsupported, "csv"),
            "{text}"
        );
        assert!(file.table.is_some(), "{text}");
    }
}
