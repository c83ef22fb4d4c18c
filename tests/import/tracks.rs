//! TCX and GPX files of strangers, against an independent reading of each.

use std::path::Path;

use afterrun::domain::{Activity, Assumption, Sport, Verdict};
use serde_json::Value;

use crate::help::{activities, data, empty, expected, import_bytes, import_one, only};

fn near(value: Option<f64>, expected: &Value, share: f64, what: &str) {
    let Some(expected) = expected.as_f64().filter(|it| *it > 0.0) else {
        return;
    };
    let value = value.unwrap_or(f64::NAN);
    assert!(
        (value - expected).abs() <= share * expected + 0.06,
        "{what}: {value} is not {expected}"
    );
}

fn start(text: &Value) -> Option<i64> {
    let text = text.as_str()?;
    let text = if text.ends_with('Z') || text.contains('+') {
        text.to_owned()
    } else {
        format!("{text}Z")
    };
    Some(text.parse::<jiff::Timestamp>().ok()?.as_millisecond())
}

fn of_kind(data: &Path, kind: &str) -> Vec<(String, Value)> {
    let all = expected(data).into_iter();
    all.filter(|(_, it)| it["kind"] == kind).collect()
}

#[test]
fn every_tcx_file_gives_the_activities_that_another_reader_finds() {
    let Some(data) = data() else { return };
    for (path, told) in of_kind(&data, "tcx") {
        let outcome = import_one(&data.join(&path));
        let file = only(&outcome.report);
        assert_eq!((file.verdict, file.kind.as_str()), (Verdict::Imported, "tcx"), "{path}");
        let read = activities(&outcome);
        let list = told["activity"].as_array().unwrap();
        assert_eq!(read.len(), list.len(), "{path}");
        for (read, told) in read.iter().zip(list) {
            let first = start(&told["first_time"]).filter(|it| *it > 946_684_800_000);
            let begun = first.or_else(|| start(&told["id"])).unwrap();
            assert!((read.started_at.ms - begun).abs() < 1000, "{path}");
            assert_eq!(
                read.is_run(),
                told["sport"].as_str().unwrap().eq_ignore_ascii_case("running"),
                "{path}"
            );
            near(read.elapsed_s, &told["elapsed_s"], 0.001, &path);
            near(read.moving_s, &told["sum_lap_time_s"], 0.001, &path);
            near(read.distance_m, &told["sum_lap_distance_m"], 0.001, &path);
            near(read.avg_hr, &told["lap_weighted_avg_hr"], 0.01, &path);
            near(read.max_hr, &told["lap_max_hr"], 0.0, &path);
        }
    }
}

#[test]
fn every_gpx_file_gives_its_timed_tracks_or_says_why_not() {
    let Some(data) = data() else { return };
    for (path, told) in of_kind(&data, "gpx") {
        let outcome = import_one(&data.join(&path));
        let file = only(&outcome.report);
        if told["read"] == "error" {
            continue;
        }
        let is_timed = told["points_with_time"].as_u64().unwrap_or(0) > 0;
        if !is_timed {
            assert_ne!(file.verdict, Verdict::Imported, "{path}");
            assert!(!file.issues.is_empty(), "{path}");
            continue;
        }
        assert_eq!(file.verdict, Verdict::Imported, "{path}: {:?}", file.issues);
        if told["tracks"] == 1 {
            let read = &activities(&outcome)[0];
            assert!(
                start(&told["start_utc"]).is_some_and(|it| (it - read.started_at.ms).abs() < 1000),
                "{path}"
            );
            near(read.elapsed_s, &told["elapsed_s"], 0.001, &path);
            near(read.distance_m, &told["distance_2d_m"], 0.01, &path);
            near(read.avg_hr, &told["hr"]["avg"], 0.01, &path);
            near(read.max_hr, &told["hr"]["max"], 0.0, &path);
            near(read.moving_s, &told["gpxpy_moving"]["moving_s"], 0.03, &path);
        }
    }
}

#[test]
fn an_untyped_track_is_taken_for_a_run_and_that_is_said() {
    let outcome = import_bytes("a.gpx", &gpx("", 3, "Z"), &empty());
    assert_eq!(
        only(&outcome.report).assumptions,
        [Assumption::Untyped {
            sport: Sport::Run,
            records: 1
        }]
    );
    let ride = import_bytes("a.gpx", &gpx("<type>cycling</type>", 3, "Z"), &empty());
    assert_eq!(
        (activities(&ride)[0].sport, only(&ride.report).assumptions.len()),
        (Sport::Ride, 0)
    );
}

#[test]
fn an_activity_of_tcx_without_a_sport_is_taken_for_a_run_and_that_is_said() {
    let tcx = |sport: &str| {
        format!(
            "<TrainingCenterDatabase><Activities><Activity{sport}><Id>2026-11-02T07:30:00Z</Id>\
             <Lap StartTime=\"2026-11-02T07:30:00Z\"><TotalTimeSeconds>1800</TotalTimeSeconds></Lap>\
             </Activity></Activities></TrainingCenterDatabase>"
        )
    };
    for (said, sport, assumed) in [("", Sport::Run, 1), (" Sport=\"Other\"", Sport::Other, 0)] {
        let outcome = import_bytes("a.tcx", tcx(said).as_bytes(), &empty());
        assert_eq!(
            (activities(&outcome)[0].sport, only(&outcome.report).assumptions.len()),
            (sport, assumed)
        );
    }
}

#[test]
fn a_run_of_a_month_loses_its_length_by_name() {
    let point = |day| format!("<trkpt lat=\"40\" lon=\"-74.{day}\"><time>2026-09-{day:02}T07:00:00Z</time></trkpt>");
    let points = (1..=30).map(point).collect::<Vec<_>>().concat();
    let text = format!("<gpx><trk><type>running</type><trkseg>{points}</trkseg></trk></gpx>");
    let outcome = import_bytes("a.gpx", text.as_bytes(), &empty());
    assert_eq!(activities(&outcome)[0].elapsed_s, None);
    let issues = &only(&outcome.report).issues;
    assert!(issues[0].why.starts_with("Elapsed time"), "{issues:?}");
}

#[test]
fn a_track_without_a_zone_is_read_in_that_of_the_journal_and_says_so() {
    let outcome = import_bytes("a.gpx", &gpx("<type>running</type>", 3, ""), &empty());
    assert_eq!(
        activities(&outcome)[0].started_at.to_rfc3339(),
        "2026-11-02T07:30:00+01:00"
    );
    assert_eq!(
        only(&outcome.report).assumptions,
        [Assumption::Zone {
            zone: "Europe/Oslo".to_owned(),
            records: 1
        }]
    );
}

#[test]
fn a_run_abroad_has_the_clock_of_its_place() {
    let outcome = import_bytes("a.gpx", &gpx("<type>9</type>", 3, "Z"), &empty());
    assert_eq!(
        activities(&outcome)[0].started_at.to_rfc3339(),
        "2026-11-02T02:30:00-05:00"
    );
}

#[test]
fn a_clock_that_goes_backwards_adds_no_time() {
    let text = String::from_utf8(gpx("<type>9</type>", 4, "Z")).unwrap();
    let text = text.replace("07:31:00", "06:00:00");
    let run = activities(&import_bytes("a.gpx", text.as_bytes(), &empty())).remove(0);
    assert_eq!(run.elapsed_s, Some(180.0));
}

#[test]
fn a_pulse_is_found_whatever_namespace_it_has() {
    for element in [
        "<gpxtpx:hr>150</gpxtpx:hr>",
        "<ns3:hr>150</ns3:hr>",
        "<heartrate>150</heartrate>",
    ] {
        let text = String::from_utf8(gpx("<type>9</type>", 3, "Z")).unwrap();
        let text = text.replacen(
            "</time>",
            &format!("</time><extensions><x:y>{element}</x:y></extensions>"),
            1,
        );
        let run = activities(&import_bytes("a.gpx", text.as_bytes(), &empty())).remove(0);
        assert_eq!(run.avg_hr, Some(150.0), "{element}");
    }
}

#[test]
fn a_lap_of_1989_does_not_move_an_activity_of_2012() {
    let Some(data) = data() else { return };
    let read: Vec<Activity> = activities(&import_one(&data.join("pairs/activity_217470507.tcx")));
    assert_eq!(read[0].started_at.civil_date(), jiff::civil::date(2012, 9, 1));
}

#[test]
fn courses_and_routes_are_plans_and_refused_as_such() {
    for text in [
        "<TrainingCenterDatabase><Courses><Course><Name>x</Name></Course></Courses></TrainingCenterDatabase>",
        "<gpx><rte><name>x</name><rtept lat=\"1\" lon=\"2\"/></rte></gpx>",
    ] {
        let outcome = import_bytes("x", text.as_bytes(), &empty());
        let file = only(&outcome.report);
        assert_eq!(file.verdict, Verdict::Unsupported);
        assert!(file.issues[0].why.contains("plan"), "{:?}", file.issues);
    }
}

#[test]
fn a_file_cut_anywhere_gives_what_stands_before_the_cut_or_a_reason() {
    let Some(data) = data() else { return };
    for path in ["gpx/track-with-empty-segment.gpx", "pairs/activity_217470507.tcx"] {
        let whole = std::fs::read(data.join(path)).unwrap();
        for length in (0..whole.len()).step_by(37) {
            let outcome = import_bytes("cut", &whole[..length], &empty());
            let file = only(&outcome.report);
            assert!(!file.issues.is_empty() || length + 37 > whole.len(), "{path} {length}");
        }
    }
}

/// A track of `points` minutes on 2 November 2026 in New York, with `inside` beside its name.
fn gpx(inside: &str, points: usize, zone: &str) -> Vec<u8> {
    let points = (0..points)
        .map(|minute| {
            let latitude = 40.78 + minute as f64 / 1000.0;
            format!("<trkpt lat=\"{latitude}\" lon=\"-73.97\"><ele>10</ele><time>2026-11-02T07:3{minute}:00{zone}</time></trkpt>")
        })
        .collect::<Vec<_>>()
        .concat();
    format!("<?xml version=\"1.0\"?><gpx creator=\"test\"><trk>{inside}<trkseg>{points}</trkseg></trk></gpx>")
        .into_bytes()
}
