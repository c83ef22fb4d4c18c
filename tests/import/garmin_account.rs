//! What Garmin sends who asks for an export of the account: an archive with archives in it, and JSON.

use std::io::Write as _;

use afterrun::domain::{Sport, Verdict};
use zip::CompressionMethod::{Deflated, Stored};

use crate::help::{activities, applied, empty, import_bytes, one_by_one, only};

const SUMMARIES: &str = r#"[{"summarizedActivitiesExport": [{"activityId": 4066878937, "name": "Oslo Running",
    "activityType": "running", "sportType": "RUNNING", "beginTimestamp": 1568008800000,
    "startTimeGmt": 1568008800000.0, "startTimeLocal": 1568019600000.0, "duration": 2400123.0, "distance": 800012.0,
    "elevationGain": 5600.0, "avgHr": 151.0, "maxHr": 172.0, "calories": 2400.0, "movingDuration": 2390000.0,
    "elapsedDuration": 2450000.0, "avgDoubleCadence": 168.0, "splits": [{"a": 1}]}]}]"#;

const TRACK: &str = r#"<gpx><trk><type>running</type><trkseg>
    <trkpt lat="59.91" lon="10.75"><time>2026-05-01T06:00:00Z</time></trkpt>
    <trkpt lat="59.92" lon="10.75"><time>2026-05-01T06:06:00Z</time></trkpt></trkseg></trk></gpx>"#;

/// An archive of these files.
fn archive(files: &[(&str, &[u8])], method: zip::CompressionMethod) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(method);
    for (name, bytes) in files {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_summary_of_an_activity_has_its_own_clock_and_small_units() {
    let outcome = import_bytes("x.json", SUMMARIES.as_bytes(), &empty());
    let file = only(&outcome.report);
    assert_eq!(
        (file.kind.as_str(), file.issues.len()),
        ("garmin_summaries", 0),
        "{file:?}"
    );
    let run = activities(&outcome).remove(0);
    assert_eq!(run.started_at.to_rfc3339(), "2019-09-09T09:00:00+03:00");
    assert_eq!((run.sport, run.title.as_str()), (Sport::Run, "Oslo Running"));
    assert_eq!(
        (run.distance_m, run.ascent_m, run.elapsed_s, run.moving_s),
        (Some(8000.12), Some(56.0), Some(2450.0), Some(2400.123))
    );
    assert_eq!(
        (run.avg_hr, run.max_hr, run.cadence),
        (Some(151.0), Some(172.0), Some(168.0))
    );
}

#[test]
fn the_table_of_a_traveller_and_the_summary_tell_one_run_with_the_clock_of_the_summary() {
    let table = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR\n\
        Running,2019-09-09 09:00:00,false,Oslo Running,8.00,573,00:40:00,151,172\n";
    let both = one_by_one(&[("a.csv", table), ("x.json", SUMMARIES)]);
    let [run] = &both.activities[..] else {
        panic!("{:?}", both.activities)
    };
    assert_eq!(run.started_at.to_rfc3339(), "2019-09-09T09:00:00+03:00");
    assert!(!run.meta.is_ticked("zone_assumed"));
}

#[test]
fn a_broken_list_of_summaries_is_refused_and_an_entry_without_a_start_is_left_out() {
    let outcome = import_bytes("x.json", &SUMMARIES.as_bytes()[..200], &empty());
    assert_eq!(only(&outcome.report).verdict, Verdict::Rejected);
    let text = SUMMARIES
        .replace("beginTimestamp", "begin")
        .replace("startTimeGmt", "gmt");
    let outcome = import_bytes("x.json", text.as_bytes(), &empty());
    let file = only(&outcome.report);
    assert_eq!((file.rows_left_out, file.runs), (1, 0), "{file:?}");
    assert!(file.issues[0].why.contains("beginTimestamp"), "{file:?}");
}

#[test]
fn the_days_of_an_account_give_the_settled_resting_heart_rate() {
    let json = r#"[{"userProfilePK": 1, "calendarDate": "2019-08-05", "restingHeartRate": 48, "currentDayRestingHeartRate": 105},
        {"calendarDate": {"date": "Aug 6, 2019 12:00:00 AM"}, "restingHeartRate": 49},
        {"calendarDate": "2019-08-07", "restingHeartRate": 0, "totalSteps": 9000}]"#;
    let outcome = import_bytes("UDSFile.json", json.as_bytes(), &empty());
    let file = only(&outcome.report);
    assert_eq!((file.kind.as_str(), file.issues.len()), ("garmin_days", 0), "{file:?}");
    let journal = applied(&empty(), &outcome);
    let days: Vec<_> = journal
        .check_ins
        .iter()
        .map(|it| (it.day.day(), it.resting_hr))
        .collect();
    assert_eq!(days, [(5, Some(48.0)), (6, Some(49.0))]);
}

#[test]
fn one_day_as_the_site_answers_gives_its_resting_heart_rate() {
    let json =
        r#"{"calendarDate": "2023-07-20", "restingHeartRate": 48, "totalSteps": 9000, "rule": {"a": 1}, "n": null}"#;
    let journal = applied(&empty(), &import_bytes("stats.json", json.as_bytes(), &empty()));
    let days: Vec<_> = journal.check_ins.iter().map(|it| it.resting_hr).collect();
    assert_eq!(days, [Some(48.0)]);
}

#[test]
fn the_track_of_a_watch_and_the_summary_of_its_account_are_one_run() {
    let summary = SUMMARIES
        .replace("1568008800000", "1777615200000")
        .replace("1568019600000", "1777622400000")
        .replace("2400123.0", "360000.0")
        .replace("2450000.0", "360000.0")
        .replace("800012.0", "111300.0");
    let inner = archive(&[("1.gpx", TRACK.as_bytes())], Deflated);
    for name in ["a.zip", "z.zip"] {
        let outer = archive(
            &[(name, &inner), ("m_summarizedActivities.json", summary.as_bytes())],
            Deflated,
        );
        let read = activities(&import_bytes("export.zip", &outer, &empty()));
        let [run] = &read[..] else { panic!("{read:?}") };
        assert_eq!((run.avg_hr, run.elapsed_s), (Some(151.0), Some(360.0)), "{name}");
        assert_eq!(run.started_at.to_rfc3339(), "2026-05-01T08:00:00+02:00", "{name}");
    }
}

#[test]
fn files_in_an_archive_of_an_archive_are_read_packed_again_or_not() {
    let inner = archive(&[("a/track.gpx", TRACK.as_bytes())], Deflated);
    for method in [Stored, Deflated] {
        let outer = archive(
            &[
                ("DI_CONNECT/Part1.zip", &inner),
                ("DI_CONNECT/x_summarizedActivities.json", SUMMARIES.as_bytes()),
            ],
            method,
        );
        let outcome = import_bytes("export.zip", &outer, &empty());
        let file = only(&outcome.report);
        assert_eq!((file.runs, file.issues.len()), (2, 0), "{method:?}: {file:?}");
        let track = file.rows.iter().find(|it| it.part.ends_with("gpx")).unwrap();
        assert_eq!(track.part, "DI_CONNECT/Part1.zip/a/track.gpx");
    }
}

#[test]
fn an_archive_deeper_inside_and_a_damaged_one_are_named_and_the_rest_is_read() {
    let track = archive(&[("track.gpx", TRACK.as_bytes())], Deflated);
    let middle = archive(&[("deep.zip", &track)], Stored);
    let outer = archive(
        &[
            ("middle.zip", &middle),
            ("damaged.zip", &track[..track.len() / 2]),
            ("x.json", SUMMARIES.as_bytes()),
        ],
        Deflated,
    );
    let outcome = import_bytes("export.zip", &outer, &empty());
    let file = only(&outcome.report);
    assert_eq!((file.runs, file.rows_left_out), (1, 2), "{file:?}");
    for name in ["middle.zip/deep.zip", "damaged.zip"] {
        assert!(file.issues.iter().any(|it| it.why.contains(name)), "{name}: {file:?}");
    }
}

#[test]
fn an_archive_inside_that_would_fill_the_memory_is_not_unpacked() {
    let mut bomb = archive(&[("track.gpx", TRACK.as_bytes())], Stored);
    bomb.resize(64 << 20, 0);
    let outer = archive(&[("bomb.zip", &bomb), ("x.json", SUMMARIES.as_bytes())], Deflated);
    assert!(outer.len() < 1 << 20);
    let file = only(&import_bytes("export.zip", &outer, &empty()).report).clone();
    assert_eq!((file.runs, file.rows_left_out), (1, 1), "{file:?}");
}
