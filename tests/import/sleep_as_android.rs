//! Sleep as Android: the real exports against what an independent reader says of them, and made-up records.

use afterrun::domain::{Night, Stamp, Verdict};
use serde_json::{Value, json};

use crate::help::{applied, data, empty, expected, import, import_bytes, import_one, lines, only};

const COLUMNS: &str = "Id,Tz,From,To,Sched,Hours,Rating,Comment,Framerate,Snore,Noise,Cycles,DeepSleep,LenAdjust,Geo";

/// The sleeps of a file of these lines.
fn nights(text: &str) -> Vec<Night> {
    applied(&empty(), &import_bytes("sleep-export.csv", text.as_bytes(), &empty())).nights
}

fn at(text: &str) -> Option<Stamp> {
    Stamp::parse_rfc3339(text)
}

#[test]
fn every_export_gives_its_sleeps_and_leaves_out_those_of_seconds() {
    let Some(data) = data() else { return };
    for (name, file) in expected(&data)
        .iter()
        .filter(|it| it.0.starts_with("sleep_as_android/"))
    {
        let outcome = import_one(&data.join(name));
        let report = only(&outcome.report);
        let sleeps = file["inside"]["sleep-export.csv"]["sleep_records"].as_u64().unwrap() as usize;
        assert_eq!(
            (report.kind.as_str(), report.verdict),
            ("sleep_as_android", Verdict::Imported),
            "{name}"
        );
        assert_eq!(report.nights + outcome.report.rejected, sleeps, "{name}");
        assert_eq!(report.issues.len(), outcome.report.rejected, "{name}");
    }
}

#[test]
fn sleeps_are_read_with_stars_tags_and_the_zone_they_were_in() {
    let Some(data) = data() else { return };
    let path = data.join("sleep_as_android/sleep-export.1606736472.zip");
    let journal = applied(&empty(), &import_one(&path));
    let [long, day, nap] = journal.nights.as_slice() else {
        panic!("not three sleeps: {:?}", journal.nights)
    };
    assert_eq!(
        (long.bed_at, long.wake_at),
        (at("2020-11-26T20:00:00+00:00"), at("2020-11-27T07:00:00+00:00"))
    );
    assert_eq!((long.asleep_min, long.quality, long.nap), (Some(660.0), Some(3), false));
    assert_eq!(long.notes, "Manually added");
    assert_eq!(long.meta.detail, Some(json!({"tags": ["stress", "alcohol"]})));
    assert_eq!((day.asleep_min, day.nap), (Some(390.6), false));
    assert_eq!((nap.asleep_min, nap.nap, nap.quality), (Some(36.6), true, None));
    assert_eq!(nap.day.to_string(), "2020-11-30");
}

#[test]
fn exports_of_one_account_give_each_sleep_once() {
    let Some(data) = data() else { return };
    let outcome = import(&[data.join("sleep_as_android")], &empty());
    assert_eq!(applied(&empty(), &outcome).nights.len(), 3);
    let again = import(&[data.join("sleep_as_android")], &applied(&empty(), &outcome));
    assert_eq!(again.report.imported, 0);
}

#[test]
fn each_record_has_columns_and_a_zone_of_its_own() {
    let text = format!(
        "{COLUMNS},\"23:00\",\"Event\"\n\"1777755600000\",\"Europe/Oslo\",\"02. 05. 2026 23:00\",\"03. 05. 2026 6:30\",\"\",\
         \"7,500\",\"4,25\",\"\",\"10000\",\"120\",\"0,5\",\"5\",\"0,4\",\"-30\",\"\",\"1.0\",\"DEVICE-1777755600000-3.3E18\"\n\
         ,,,,,,,,,,,,,,,\"0.2\"\n\
         {COLUMNS}\n\"1777928400000\",\"Asia/Tokyo\",\"05. 05. 2026 6:00\",\"05. 05. 2026 12:00\",\"\",\"6.000\",\"0.0\",\"\",\"10000\",\
         \"-1\",\"-1.0\",\"-1\",\"-2.0\",\"0\",\"\"\n"
    );
    let nights = nights(&text);
    assert_eq!(nights.len(), 2);
    assert_eq!((nights[0].asleep_min, nights[0].quality), (Some(420.0), Some(4)));
    let detail = json!({"rating": 4.25, "snore_s": 120, "noise": 0.5, "cycles": 5, "deep_share": 0.4});
    assert_eq!(nights[0].meta.detail, Some(detail));
    assert_eq!(nights[1].bed_at, at("2026-05-05T06:00:00+09:00"));
    assert_eq!((nights[1].quality, nights[1].meta.detail.as_ref()), (None, None));
}

#[test]
fn events_tell_how_often_and_how_long_one_woke() {
    let start = 1_777_755_600_000_i64;
    let event = |label: &str, minute: i64| format!("\"{label}-{}\"", start + minute * 60_000);
    let text = format!(
        "{COLUMNS},\"Event\",\"Event\",\"Event\",\"Event\",\"Event\",\"Event\"\n\"{start}\",\"Europe/Oslo\",\"02. 05. 2026 23:00\",\
         \"03. 05. 2026 7:00\",\"\",\"8.000\",\"0.0\",\"\",\"10000\",\"-1\",\"-1.0\",\"3\",\"-1.0\",\"-20\",\"\",{},{},{},{},{},{}\n",
        event("LIGHT_START", 0),
        event("LIGHT_END", 120),
        event("AWAKE_START", 120),
        event("AWAKE_END", 140),
        event("DEEP_START", 140),
        event("DEEP_END", 200),
    );
    let night = &nights(&text)[0];
    assert_eq!(
        (night.asleep_min, night.awakenings, night.awake_min()),
        (Some(460.0), Some(1), Some(20.0))
    );
    assert_eq!(night.meta.noted("deep_min").and_then(Value::as_f64), Some(60.0));
}

#[test]
fn an_hour_that_the_clock_shows_twice_is_slept_twice() {
    // From 1:30 before the clocks went back to 1:20 behind it: 50 minutes.
    let text = format!(
        "{COLUMNS}\n\"1603585800000\",\"Europe/London\",\"25. 10. 2020 1:30\",\"25. 10. 2020 1:20\",\"\",\"0.833\",\"0.0\",\"\",\
         \"10000\",\"-1\",\"-1.0\",\"-1\",\"-1.0\",\"0\",\"\"\n"
    );
    let night = &nights(&text)[0];
    assert_eq!(
        (night.bed_at, night.wake_at),
        (at("2020-10-25T01:30:00+01:00"), at("2020-10-25T01:19:59+00:00"))
    );
}

#[test]
fn naps_of_seconds_and_absurd_sleeps_are_left_out_by_line() {
    let record = |id: i64, from: &str, to: &str, hours: &str| {
        format!(
            "{COLUMNS}\n\"{id}\",\"Europe/London\",\"{from}\",\"{to}\",\"\",\"{hours}\",\"0.0\",\"\",\"10007\",\"-1\",\"-1.0\",\"-1\",\
             \"-2.0\",\"0\",\"\"\n"
        )
    };
    let text = [
        record(1_606_738_485_202, "30. 11. 2020 12:14", "30. 11. 2020 12:15", "0.010"),
        record(630_720_000_000, "27. 12. 1989 0:00", "27. 12. 1989 8:00", "8.000"),
        record(1_893_456_000_000, "01. 01. 2030 0:00", "01. 01. 2030 8:00", "8.000"),
        record(0, "", "", "NaN"),
        record(1_606_738_485_202, "30. 11. 2020 12:14", "30. 12. 2020 12:15", "720.000"),
    ]
    .concat();
    let outcome = import_bytes("sleep-export.csv", text.as_bytes(), &empty());
    let report = only(&outcome.report);
    assert_eq!(report.verdict, Verdict::Rejected);
    assert_eq!(lines(&report.issues), [2, 4, 6, 8, 10].map(Some));
    assert!(report.issues[0].why.contains("36"));
}
