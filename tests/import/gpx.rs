//! Files of GPX as apps get them wrong: Runkeeper's names and clocks, first points of another year, times that
//! are none, texts in old encodings.

use afterrun::domain::{Activity, Sport, Verdict};

use crate::help::{activities, empty, import_bytes, only};

/// A track with `inside` beside its points, which are at `place` (latitude and longitude) and these times.
fn track(inside: &str, place: (f64, f64), times: &[&str]) -> String {
    let point = |(at, time): (usize, &&str)| {
        let latitude = place.0 + at as f64 / 1000.0;
        format!(
            "<trkpt lat=\"{latitude}\" lon=\"{}\"><time>{time}</time></trkpt>",
            place.1
        )
    };
    let points: String = times.iter().enumerate().map(point).collect();
    format!("<gpx creator=\"test\"><trk>{inside}<trkseg>{points}</trkseg></trk></gpx>")
}

const OSLO: (f64, f64) = (59.9, 10.7);
const JENA: (f64, f64) = (50.927, 11.612);
const KYOTO: (f64, f64) = (34.933, 135.765);

fn read(text: &[u8]) -> Activity {
    let outcome = import_bytes("a.gpx", text, &empty());
    let mut read = activities(&outcome);
    assert_eq!(read.len(), 1, "{:?}", outcome.report);
    read.remove(0)
}

#[test]
fn a_track_without_a_type_has_the_sport_in_the_name_that_runkeeper_gave_it() {
    let times = ["2025-01-30T23:32:36Z", "2025-01-30T23:33:29Z"];
    for (name, sport) in [
        ("Cycling 31/1/25 8:32 am", Sport::Ride),
        ("Hiking 1/31/25 8:32 am", Sport::Walk),
    ] {
        let text = track(&format!("<name>{name}</name>"), KYOTO, &times);
        let outcome = import_bytes("a.gpx", text.as_bytes(), &empty());
        assert_eq!(activities(&outcome)[0].sport, sport, "{name}");
        assert_eq!(only(&outcome.report).assumptions, [], "{name}");
    }
}

#[test]
fn a_clock_on_the_wall_with_the_mark_of_utc_is_known_by_the_name() {
    let times = ["2014-07-22T13:29:07Z", "2014-07-22T13:39:07Z"];
    for (name, start) in [
        ("Cycling 7/22/14 1:29 pm", "2014-07-22T13:29:07+02:00"),
        ("Cycling 7/22/14 3:29 pm", "2014-07-22T15:29:07+02:00"),
        ("Lunch ride", "2014-07-22T15:29:07+02:00"),
    ] {
        let ride = read(track(&format!("<name>{name}</name>"), JENA, &times).as_bytes());
        assert_eq!(ride.started_at.to_rfc3339(), start, "{name}");
    }
}

#[test]
fn a_first_point_of_another_year_does_not_shut_out_the_others() {
    for first in ["2007-04-01T00:00:05Z", "1970-01-01T00:00:00Z"] {
        let times = [first, "2013-10-26T17:14:25Z", "2013-10-26T17:19:25Z"];
        let run = read(track("<type>running</type>", OSLO, &times).as_bytes());
        assert_eq!(run.started_at.to_rfc3339(), "2013-10-26T19:14:25+02:00", "{first}");
        assert_eq!(run.elapsed_s, Some(300.0), "{first}");
    }
}

#[test]
fn what_is_told_of_the_file_is_told_of_its_only_track() {
    let times = ["2024-08-29T09:35:00Z", "2024-08-29T09:40:00Z"];
    let text = |inside: &str| {
        let text = track(inside, OSLO, &times);
        text.replacen("<trk>", "<metadata><desc>Ridge loop</desc></metadata><trk>", 1)
    };
    assert_eq!(read(text("").as_bytes()).notes, "Ridge loop");
    assert_eq!(read(text("<desc>windy</desc>").as_bytes()).notes, "windy");
    let two = text("").replace("</gpx>", &track("", OSLO, &["2024-08-30T09:35:00Z"])[20..]);
    let both = activities(&import_bytes("a.gpx", two.as_bytes(), &empty()));
    let notes: Vec<_> = both.iter().map(|it| it.notes.as_str()).collect();
    assert_eq!(notes, ["", ""]);
}

#[test]
fn a_text_in_the_encoding_that_the_file_names_is_read_in_it() {
    let times = ["2024-08-29T09:35:00Z", "2024-08-29T09:40:00Z"];
    let text = track("<name>NAME</name>", OSLO, &times);
    let text = format!("<?xml version=\"1.0\" encoding=\"WINDOWS-1251\"?>{text}");
    let (before, after) = text.split_once("NAME").unwrap();
    // "Бег", a run.
    let bytes = [before.as_bytes(), b"\xc1\xe5\xe3", after.as_bytes()].concat();
    assert_eq!(read(&bytes).title, "Бег");
}

#[test]
fn a_time_of_twelve_decimals_is_read_to_the_billionth() {
    let times = ["2013-10-26T17:09:25.123456789012Z", "2013-10-26T17:14:25.123456789012Z"];
    let run = read(track("<type>running</type>", OSLO, &times).as_bytes());
    assert_eq!(run.started_at.civil_date(), jiff::civil::date(2013, 10, 26));
    assert_eq!(run.elapsed_s, Some(300.0));
}

#[test]
fn times_that_cannot_be_read_are_not_called_missing() {
    let text = track("", OSLO, &["2013/10/26T17:09:25Z", "2013/10/26T17:14:25Z"]);
    let outcome = import_bytes("a.gpx", text.as_bytes(), &empty());
    let file = only(&outcome.report);
    assert_ne!(file.verdict, Verdict::Imported);
    assert!(file.issues[0].why.contains("2013/10/26T17:09:25Z"), "{:?}", file.issues);
}

#[test]
fn points_that_cannot_be_are_left_out_and_counted() {
    let times = [
        "2020-05-01T08:00:00Z",
        "2020-05-01T08:00:10Z",
        "2020-05-01T08:00:20Z",
        "2020-05-01T08:00:30Z",
    ];
    let good = track("<type>running</type>", OSLO, &times);
    let bad = "<trkpt lat=\"91\" lon=\"10.7\"><time>2020-05-01T08:00:40Z</time></trkpt>\
        <trkpt lat=\"59.9\" lon=\"10.7\"><ele>NaN</ele><time>2020-05-01T08:00:50Z</time></trkpt>\
        <trkpt lat=\"59.9\" lon=\"10.7\"><time>2020-05-01T08:01:00Z</time><hr>65535</hr></trkpt>\
        <trkpt lat=\"59.9\" lon=\"10.7\"><time>2020-06-01T08:01:00Z</time></trkpt></trkseg>";
    let outcome = import_bytes("a.gpx", good.replace("</trkseg>", bad).as_bytes(), &empty());
    let run = &activities(&outcome)[0];
    assert_eq!((run.elapsed_s, run.avg_hr), (Some(60.0), None));
    let issues = &only(&outcome.report).issues;
    assert!(
        issues.iter().any(|it| it.why.starts_with("4 points or laps have")),
        "{issues:?}"
    );
}
