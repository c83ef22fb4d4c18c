//! Fitbit in the tables of Google and of the old site, and nights that two of its files tell by halves.

use afterrun::domain::{Journal, Stamp, Verdict};
use afterrun::import::Outcome;
use serde_json::Value;

use crate::help::{applied, empty, import_bytes, one_by_one, only, together};

fn one(name: &str, text: &str) -> (Outcome, Journal) {
    let outcome = import_bytes(name, text.as_bytes(), &empty());
    let journal = applied(&empty(), &outcome);
    (outcome, journal)
}

/// A log of eight hours in bed, and its score.
const LOG: (&str, &str) = (
    "sleep-2026-10-01.json",
    r#"[{"logId": 5, "dateOfSleep": "2026-10-07", "startTime": "2026-10-06T22:58:30.000",
    "endTime": "2026-10-07T06:58:30.000", "duration": 28800000, "minutesAsleep": 420, "minutesAwake": 60,
    "efficiency": 93, "mainSleep": true}]"#,
);
const SCORE: (&str, &str) = (
    "sleep_score.csv",
    "sleep_log_entry_id,timestamp,overall_score,composition_score,revitalization_score,duration_score,\
     deep_sleep_in_minutes,resting_heart_rate,restlessness\n5,2026-10-07T06:58:30Z,81,20,22,39,84,53,0.07\n",
);

#[test]
fn a_log_and_its_score_are_one_whole_night_whichever_is_read_first() {
    for journal in [
        together(&[LOG, SCORE]),
        together(&[SCORE, LOG]),
        one_by_one(&[LOG, SCORE]),
        one_by_one(&[SCORE, LOG]),
    ] {
        let [night] = &journal.nights[..] else {
            panic!("{:?}", journal.nights)
        };
        let bed = night.bed_at.map(Stamp::to_rfc3339);
        assert_eq!(bed.as_deref(), Some("2026-10-06T22:58:30+02:00"), "{night:?}");
        let noted = |key| night.meta.noted(key).and_then(Value::as_f64);
        assert_eq!(
            (night.asleep_min, night.awake_min()),
            (Some(420.0), Some(60.0)),
            "{night:?}"
        );
        assert_eq!(
            (noted("sleep_score"), noted("efficiency_pct")),
            (Some(81.0), Some(93.0)),
            "{night:?}"
        );
    }
}

#[test]
fn halves_of_a_night_that_are_known_change_nothing_in_a_later_export() {
    let journal = one_by_one(&[LOG, SCORE]);
    for (name, text) in [LOG, SCORE] {
        let later = format!("{text}\n");
        let outcome = import_bytes(name, later.as_bytes(), &journal);
        assert_eq!(outcome.batch.changes, [], "{name}");
    }
}

#[test]
fn minutes_awake_do_not_come_back_to_a_night_whose_times_are_of_another_watch() {
    let ring = r#"{"data": [{"bedtime_start": "2026-10-06T23:00:00+02:00", "bedtime_end": "2026-10-07T07:00:00+02:00",
        "total_sleep_duration": 25000, "type": "long_sleep"}]}"#;
    let journal = one_by_one(&[LOG, ("oura.json", ring)]);
    let [night] = &journal.nights[..] else {
        panic!("{:?}", journal.nights)
    };
    assert_eq!((night.bed_at.unwrap().civil().hour(), night.awake_min()), (23, None));
    let later = format!("{}\n", LOG.1);
    assert_eq!(import_bytes(LOG.0, later.as_bytes(), &journal).batch.changes, []);
}

#[test]
fn a_score_completes_the_night_of_googles_table_which_has_another_number() {
    let table = (
        "UserSleeps_2026-10-01.csv",
        "sleep_id,sleep_type,minutes_asleep,minutes_awake,start_utc_offset,sleep_start,end_utc_offset,sleep_end\n\
         111,STAGES,420,60,+05:30,2026-10-06T17:28:30Z,+05:30,2026-10-07T01:28:30Z\n",
    );
    for files in [[table, SCORE], [SCORE, table]] {
        let journal = together(&files);
        let [night] = &journal.nights[..] else {
            panic!("{:?}", journal.nights)
        };
        let bed = night.bed_at.map(Stamp::to_rfc3339);
        assert_eq!(bed.as_deref(), Some("2026-10-06T22:58:30+05:30"), "{}", files[0].0);
        let score = night.meta.noted("sleep_score").and_then(Value::as_f64);
        assert_eq!((night.asleep_min, score), (Some(420.0), Some(81.0)), "{}", files[0].0);
    }
}

#[test]
fn a_score_of_another_waking_is_a_night_of_its_own() {
    let score = SCORE
        .1
        .replace("2026-10-07T06:58:30Z", "2026-10-07T09:58:30Z")
        .replace("\n5,", "\n6,");
    assert_eq!(together(&[LOG, ("sleep_score.csv", &score)]).nights.len(), 2);
}

#[test]
fn a_night_without_a_zone_is_the_night_of_that_clock_with_its_zone() {
    let table = (
        "UserSleeps_2026-10-01.csv",
        "sleep_id,sleep_type,minutes_asleep,minutes_awake,start_utc_offset,sleep_start,end_utc_offset,sleep_end\n\
         111,STAGES,420,60,+09:30,2026-10-06T13:28:30Z,+09:30,2026-10-06T21:28:30Z\n",
    );
    for files in [[table, LOG], [LOG, table]] {
        let journal = together(&files);
        let [night] = &journal.nights[..] else {
            panic!("{:?}", journal.nights)
        };
        let bed = night.bed_at.map(Stamp::to_rfc3339);
        assert_eq!(bed.as_deref(), Some("2026-10-06T22:58:30+09:30"), "{}", files[0].0);
    }
}

#[test]
fn googles_table_has_naps_by_day_and_all_but_the_longest_sleep_of_a_day() {
    let header = "sleep_id,sleep_type,minutes_asleep,start_utc_offset,sleep_start,end_utc_offset,sleep_end";
    let row = |n: u32, from: &str, to: &str| format!("{n},STAGES,30,+02:00,2026-10-{from}Z,+02:00,2026-10-{to}Z\n");
    let text = format!(
        "{header}\n{}{}{}{}",
        row(1, "05T08:02:30", "05T08:42:30"),
        row(2, "05T22:00:00", "06T01:00:00"),
        row(3, "06T01:40:00", "06T05:00:00"),
        row(4, "07T23:00:00", "08T06:00:00"),
    );
    let (_, journal) = one("UserSleeps.csv", &text);
    let naps: Vec<_> = journal.nights.iter().map(|it| (it.day.day(), it.nap)).collect();
    assert_eq!(naps, [(5, true), (6, true), (6, false), (8, false)]);
}

#[test]
fn googles_tables_of_days_have_the_date_of_the_wall() {
    let (outcome, journal) = one(
        "daily_resting_heart_rate.csv",
        "timestamp,beats per minute,data source\n2026-10-06T00:00:00Z,61.35,Google Health App\n\
         2026-10-07T00:00:00Z,0,Google Health App\n",
    );
    let file = only(&outcome.report);
    assert_eq!(
        (file.kind.as_str(), file.issues.len()),
        ("fitbit_resting_hr", 0),
        "{file:?}"
    );
    let days: Vec<_> = journal.check_ins.iter().map(|it| (it.day, it.resting_hr)).collect();
    assert_eq!(days, [(jiff::civil::date(2026, 10, 6), Some(61.35))]);
    let (outcome, journal) = one(
        "daily_heart_rate_variability.csv",
        "timestamp,average heart rate variability milliseconds,non rem heart rate beats per minute,entropy,\
         deep sleep root mean square of successive differences milliseconds,data source\n\
         2026-10-06T00:00:00Z,40.2,55,2.9,38.1,Google Health App\n2026-10-07T00:00:00Z,0,0,0,0,Google Health App\n",
    );
    assert_eq!(only(&outcome.report).issues, []);
    let [day] = &journal.check_ins[..] else {
        panic!("{:?}", journal.check_ins)
    };
    assert_eq!((day.day, day.hrv_rmssd), (jiff::civil::date(2026, 10, 6), Some(40.2)));
}

#[test]
fn a_table_of_each_heartbeat_has_no_resting_heart_rate() {
    let (outcome, journal) = one(
        "heart_rate_2026-10-06.csv",
        "timestamp,beats per minute,data source\n2026-10-06T00:00:00Z,61,x\n2026-10-06T00:00:05Z,62,x\n",
    );
    assert_eq!(
        (journal.check_ins.len(), only(&outcome.report).verdict),
        (0, Verdict::Unsupported)
    );
}

#[test]
fn the_first_weight_of_a_day_on_the_wall_counts() {
    let (_, journal) = one(
        "weight.csv",
        "timestamp,weight grams,data source\n2026-10-05T22:15:00.123456Z,72500,x\n2026-10-06T18:00:00Z,73100,x\n",
    );
    let days: Vec<_> = journal.check_ins.iter().map(|it| (it.day, it.weight_kg)).collect();
    assert_eq!(days, [(jiff::civil::date(2026, 10, 6), Some(72.5))]);
}

#[test]
fn the_table_of_the_site_gives_its_sleep_with_the_lines_of_the_file() {
    let sleep = "Sleep\nStart Time,End Time,Minutes Asleep,Minutes Awake,Number of Awakenings,Time in Bed,\
        Minutes REM Sleep,Minutes Light Sleep,Minutes Deep Sleep\n\
        \"2026-09-21 11:05PM\",\"2026-09-22 6:50AM\",\"410\",\"55\",\"18\",\"465\",\"95\",\"240\",\"N/A\"\n\
        \"soon\",\"2026-09-22 6:50AM\",\"410\",\"55\",\"18\",\"465\",\"95\",\"240\",\"75\"\n\n";
    let body = "Body\nDate,Weight,BMI,Fat\n\"2026-09-22\",\"72.5\",\"22.1\",\"0\"\n\n";
    for (text, line) in [(sleep.to_owned(), 4), (format!("{body}{sleep}"), 8)] {
        let (outcome, journal) = one("fitbit_export.csv", &text.replace('\n', "\r\n"));
        let [night] = &journal.nights[..] else {
            panic!("{outcome:?}")
        };
        assert_eq!(night.bed_at.unwrap().to_rfc3339(), "2026-09-21T23:05:00+02:00");
        assert_eq!((night.asleep_min, night.awakenings), (Some(410.0), Some(18)));
        assert_eq!((night.awake_min(), night.nap), (Some(55.0), false));
        let lines: Vec<_> = only(&outcome.report).issues.iter().map(|it| it.line).collect();
        assert_eq!(lines, [Some(line)], "{:?}", only(&outcome.report));
    }
    let (outcome, _) = one("fitbit_export.csv", body);
    let file = only(&outcome.report);
    assert_eq!(
        (file.kind.as_str(), file.verdict),
        ("fitbit_site", Verdict::Unsupported)
    );
    assert!(file.issues[0].why.contains("Takeout"), "{file:?}");
}
