//! Fitbit of eight people and of the web API against an independent reading; and made-up files of the ages
//! and shapes of which we have only headers.

use std::collections::BTreeSet;
use std::path::Path;

use afterrun::domain::{FileReport, Journal, Sport, Verdict};
use afterrun::import::Outcome;
use serde_json::Value;

use crate::help::{applied, data, empty, expected, import, import_bytes, import_one, only, records};

/// A file of Fitbit of each person, as read, with what another reader says of it.
fn each(name: &str, mut check: impl FnMut(&str, &Journal, &FileReport, &Value)) {
    let Some(data) = data() else { return };
    let mut files = 0;
    for (path, said) in expected(&data) {
        if path.starts_with("pmdata/") && path.ends_with(&format!("fitbit/{name}")) {
            let outcome = import_one(&data.join(&path));
            check(&path, &applied(&empty(), &outcome), only(&outcome.report), &said);
            files += 1;
        }
    }
    assert_eq!(files, 8);
}

fn number(said: &Value, key: &str) -> usize {
    said[key].as_u64().unwrap() as usize
}

fn one(name: &str, text: &str) -> (Outcome, Journal) {
    let outcome = import_bytes(name, text.as_bytes(), &empty());
    let journal = applied(&empty(), &outcome);
    (outcome, journal)
}

#[test]
fn every_sleep_log_of_eight_people_is_a_night_once() {
    each("sleep.json", |path, journal, report, said| {
        assert_eq!(
            (report.verdict, &*report.kind),
            (Verdict::Imported, "fitbit_sleep"),
            "{path}"
        );
        let once = number(said, "logs") - number(said, "duplicate_log_ids");
        assert_eq!(
            (report.nights, report.duplicates),
            (once, number(said, "duplicate_log_ids")),
            "{path}"
        );
        assert_eq!(report.issues, [], "{path}");
        let dates: BTreeSet<_> = journal.nights.iter().map(|it| it.day).collect();
        assert_eq!(dates.len(), number(said, "distinct_dates"), "{path}");
        let most = journal.nights.iter().filter_map(|it| it.asleep_min).fold(0.0, f64::max);
        assert_eq!(Some(most), said["minutes_asleep"]["max"].as_f64(), "{path}");
        let naps = journal.nights.iter().filter(|it| it.nap).count();
        assert!(naps <= number(said, "logs") - number(said, "main_sleep_logs"), "{path}");
    });
}

#[test]
fn a_blank_instead_of_a_t_in_the_start_is_read() {
    let Some(data) = data() else { return };
    let journal = applied(&empty(), &import_one(&data.join("pmdata/p01/fitbit/sleep.json")));
    let night = journal
        .nights
        .iter()
        .find(|it| it.day == jiff::civil::date(2019, 11, 2))
        .unwrap();
    assert_eq!(night.bed_at.unwrap().to_rfc3339(), "2019-11-02T00:09:30+01:00");
    assert_eq!(night.wake_at.unwrap().to_rfc3339(), "2019-11-02T07:19:30+01:00");
    assert_eq!(
        (night.asleep_min, night.awake_min(), night.nap),
        (Some(378.0), Some(52.0), false)
    );
    let noted = |key| night.meta.noted(key).and_then(Value::as_f64);
    assert_eq!(
        (noted("deep_min"), noted("rem_min"), noted("light_min")),
        (Some(36.0), Some(83.0), Some(259.0))
    );
    assert_eq!(noted("efficiency_pct"), Some(97.0));
}

#[test]
fn several_logs_a_day_are_the_night_and_its_naps() {
    let Some(data) = data() else { return };
    for name in ["fitbit-sleep-date.json", "fitbit-sleep-date-range.json"] {
        let outcome = import_one(&data.join("fitbit_api").join(name));
        let journal = applied(&empty(), &outcome);
        let said = &expected(&data)[&format!("fitbit_api/{name}")]["sleep"];
        let mut minutes: Vec<_> = journal.nights.iter().map(|it| (it.asleep_min, it.nap)).collect();
        minutes.sort_by(|a, b| a.partial_cmp(b).unwrap());
        assert_eq!(minutes, [(Some(63.0), true), (Some(112.0), false)], "{name} {said}");
        assert_eq!(only(&outcome.report).issues, [], "{name}");
    }
}

#[test]
fn sleep_has_no_time_zone_in_the_file_and_says_so() {
    let Some(data) = data() else { return };
    let paths = [data.join("fitbit_api/fitbit-sleep-date.json")];
    let first = import(&paths, &empty());
    let night = applied(&empty(), &first).nights[0].clone();
    assert_eq!(night.bed_at.unwrap().offset_min, 60);
}

#[test]
fn sleep_of_the_first_web_api_counts_awakenings() {
    let (outcome, journal) = one(
        "sleep.json",
        r#"{"sleep": [{"awakeCount": 2, "awakeDuration": 3, "awakeningsCount": 10, "dateOfSleep": "2020-10-07",
        "duration": 8100000, "efficiency": 91, "isMainSleep": true, "logId": 14147921940,
        "minuteData": [{"dateTime": "15:55:00", "value": "3"}], "minutesAsleep": 123, "minutesAwake": 12,
        "startTime": "2020-10-07T15:55:00.000", "timeInBed": 135}], "summary": {"totalMinutesAsleep": 123}}"#,
    );
    let night = &journal.nights[0];
    assert_eq!(night.wake_at.unwrap().to_rfc3339(), "2020-10-07T18:10:00+02:00");
    assert_eq!(
        (night.awakenings, night.asleep_min, night.nap),
        (Some(10), Some(123.0), false)
    );
    assert_eq!(only(&outcome.report).issues, []);
}

#[test]
fn absurd_sleep_is_left_out_by_name() {
    let log = |start: &str, end: &str, asleep: &str| {
        format!(
            r#"{{"logId": 1, "dateOfSleep": "2020-01-02", "duration": 1, "startTime": "{start}", "endTime": "{end}",
            "minutesAsleep": {asleep}, "mainSleep": true}}"#
        )
    };
    for (start, end) in [
        ("2020-01-02T07:00:00.000", "2020-01-01T23:00:00.000"),
        ("2020-01-01T07:00:00.000", "2020-01-31T23:00:00.000"),
        ("2099-01-01T07:00:00.000", "2099-01-01T23:00:00.000"),
        ("", "2020-01-01T23:00:00.000"),
        ("x", "2020-01-01T23:00:00.000"),
    ] {
        let (outcome, journal) = one("sleep.json", &format!("[{}]", log(start, end, "300")));
        assert_eq!(journal.nights, [], "{start} {end}");
        assert_eq!(
            (only(&outcome.report).verdict, only(&outcome.report).issues.len()),
            (Verdict::Rejected, 1)
        );
    }
    let text = log("2020-01-01T23:00:00.000", "2020-01-02T07:00:00.000", "9999");
    let (outcome, journal) = one("sleep.json", &format!("[{text}]"));
    assert_eq!(journal.nights[0].asleep_min, None);
    assert!(only(&outcome.report).issues[0].why.contains("minutesAsleep"));
}

#[test]
fn every_exercise_of_eight_people_is_an_activity() {
    each("exercise.json", |path, journal, report, said| {
        assert_eq!(
            (report.verdict, &*report.kind),
            (Verdict::Imported, "fitbit_exercise"),
            "{path}"
        );
        assert_eq!(
            report.runs + report.other_activities,
            number(said, "activities"),
            "{path}"
        );
        assert_eq!(report.issues, [], "{path}");
        let named = |name: &str| said["names"][name].as_u64().unwrap_or(0) as usize;
        assert_eq!(report.runs, named("Run") + named("Treadmill"), "{path}");
        let walks = journal.activities.iter().filter(|it| it.sport == Sport::Walk).count();
        assert_eq!(walks, named("Walk") + named("Hike"), "{path}");
        let distances = journal.activities.iter().filter(|it| it.distance_m.is_some()).count();
        let with_distance = number(said, "with_distance");
        assert!(
            distances <= with_distance && distances + 2 >= with_distance,
            "{path} {distances} {with_distance}"
        );
        let noticed = |it: &&afterrun::domain::Activity| {
            it.meta.noted("log_type").and_then(Value::as_str) == Some("auto_detected")
        };
        let noticed = journal.activities.iter().filter(noticed).count();
        assert_eq!(
            Some(noticed as u64),
            said["log_types"]["auto_detected"].as_u64(),
            "{path}"
        );
        let active: f64 = journal
            .activities
            .iter()
            .filter(|it| it.meta.noted("activity_name").and_then(Value::as_str) == Some("Run"))
            .filter_map(|it| it.moving_s)
            .sum();
        assert!(
            (active / 60.0 - said["run_active_minutes"].as_f64().unwrap()).abs() < 0.1,
            "{path} {active}"
        );
    });
}

#[test]
fn exercise_is_in_utc_in_copies_and_in_takeout_and_has_its_offset_in_the_web_api() {
    for (start, expected) in [
        ("2019-11-01 14:56:32", "2019-11-01T15:56:32+01:00"),
        ("11/01/19 14:56:32", "2019-11-01T15:56:32+01:00"),
        ("2019-11-01T14:56:32.000-08:00", "2019-11-01T14:56:32-08:00"),
    ] {
        let (_, journal) = one(
            "exercise-0.json",
            &format!(
                r#"[{{"logId": 5, "activityName": "Run", "startTime": "{start}", "duration": 1800000,
                "activeDuration": 1700000, "distance": 3.1, "distanceUnit": "Mile", "averageHeartRate": 0,
                "elevationGain": 40.0, "logType": "tracker"}}]"#
            ),
        );
        let run = &journal.activities[0];
        assert_eq!(run.started_at.to_rfc3339(), expected);
        assert_eq!(
            (run.elapsed_s, run.moving_s, run.avg_hr),
            (Some(1800.0), Some(1700.0), None)
        );
        assert!((run.distance_m.unwrap() - 4988.97).abs() < 0.01);
        assert!((run.ascent_m.unwrap() - 12.192).abs() < 1e-9);
        assert_eq!(run.meta.external_id.as_deref(), Some("fitbit:activity:5"));
    }
}

#[test]
fn impossible_values_of_an_exercise_are_left_out_and_the_exercise_stays() {
    let (outcome, journal) = one(
        "exercise-0.json",
        r#"[{"logId": 5, "activityName": "Run", "startTime": "11/01/19 14:56:32", "duration": 1800000,
        "distance": 3.1, "averageHeartRate": 65535}, {"logId": 6, "activityName": "Run", "startTime": null}]"#,
    );
    let run = &journal.activities[0];
    assert_eq!((run.distance_m, run.avg_hr), (None, None));
    let whys: Vec<_> = only(&outcome.report).issues.iter().map(|it| &*it.why).collect();
    assert!(
        whys.len() == 3 && whys[0].contains("distance") && whys[1].contains("averageHeartRate"),
        "{whys:?}"
    );
    assert!(whys[2].contains("startTime"), "{whys:?}");
}

#[test]
fn resting_heart_rate_is_a_check_in_and_zero_is_none() {
    each("resting_heart_rate.json", |path, journal, report, said| {
        assert_eq!(&*report.kind, "fitbit_resting_hr", "{path}");
        assert_eq!(report.check_ins, number(said, "nonzero"), "{path}");
        let mean = journal.check_ins.iter().filter_map(|it| it.resting_hr).sum::<f64>() / report.check_ins as f64;
        assert!(
            (mean - said["mean_nonzero"].as_f64().unwrap()).abs() < 0.01,
            "{path} {mean}"
        );
    });
    let (outcome, journal) = one(
        "resting_heart_rate-2019-11-01.json",
        r#"[{"dateTime": "11/01/19 00:00:00", "value": {"date": "11/01/19", "value": 53.741, "error": 6.79}},
        {"dateTime": "11/02/19 00:00:00", "value": {"date": null, "value": 0.0, "error": 0.0}}]"#,
    );
    assert_eq!(only(&outcome.report).issues, []);
    let [day] = &journal.check_ins[..] else { panic!() };
    assert_eq!((day.day, day.resting_hr), (jiff::civil::date(2019, 11, 1), Some(53.74)));
}

#[test]
fn a_sleep_score_completes_the_night_of_its_log_and_makes_no_second_one() {
    let Some(data) = data() else { return };
    let folder = data.join("pmdata/p01/fitbit");
    let nights = |paths: &[std::path::PathBuf]| records_of(paths, "fitbit:sleep:");
    let both = [folder.join("sleep.json"), folder.join("sleep_score.csv")];
    let logs = nights(&both[..1]);
    let scored = nights(&both[1..]);
    assert_eq!((logs.len(), scored.len()), (150, 150));
    assert!(scored.intersection(&logs).count() >= 148);
    assert_eq!(nights(&both).len(), logs.union(&scored).count());
    each("sleep_score.csv", |path, journal, report, said| {
        assert_eq!(
            (&*report.kind, report.nights),
            ("fitbit_sleep_score", number(said, "rows")),
            "{path}"
        );
        let scores = journal
            .nights
            .iter()
            .filter_map(|it| it.meta.noted("sleep_score")?.as_f64());
        let mean = scores.sum::<f64>() / report.nights as f64;
        assert!(
            (mean - said["mean_overall_score"].as_f64().unwrap()).abs() < 0.001,
            "{path} {mean}"
        );
    });
}

fn records_of(paths: &[std::path::PathBuf], named: &str) -> BTreeSet<String> {
    let outcome = import(paths, &empty());
    let names = records(&outcome)
        .into_iter()
        .filter_map(|it| it.meta()?.external_id.clone());
    names.filter(|it| it.starts_with(named)).collect()
}

#[test]
fn sleep_scores_of_2020_and_2025_are_read_by_their_headers() {
    let Some(data) = data() else { return };
    for year in ["2020", "2025"] {
        let path = data.join(format!("headers/fitbit_sleep_score_{year}.header.csv"));
        let header = std::fs::read_to_string(Path::new(&path)).unwrap();
        assert_eq!(only(&import_one(&path).report).kind, "fitbit_sleep_score");
        let text = format!("{}\n123,2025-03-01T06:31:30Z,81,20,22,39,84,,0.07\n", header.trim_end());
        let (_, journal) = one("sleep_score.csv", &text);
        let night = &journal.nights[0];
        assert_eq!(
            night.wake_at.unwrap().to_rfc3339(),
            "2025-03-01T06:31:30+01:00",
            "{year}"
        );
        assert_eq!(night.meta.noted("sleep_score").and_then(Value::as_f64), Some(81.0));
        assert_eq!(night.meta.noted("resting_hr"), None);
    }
}

#[test]
fn tables_of_googles_own_export_have_their_offsets() {
    let (_, journal) = one(
        "UserSleeps_2026-10-01.csv",
        "sleep_id,sleep_type,minutes_in_sleep_period,minutes_after_wake_up,minutes_to_fall_asleep,minutes_asleep,\
         minutes_awake,minutes_longest_awakening,minutes_to_persistent_sleep,start_utc_offset,sleep_start,\
         end_utc_offset,sleep_end,data_source\n\
         111,STAGES,480,5,12,420,48,10,15,+02:00,2026-10-04 20:30:00+0000,+02:00,2026-10-05 04:30:00+0000,\
         PASSIVELY_MEASURED\n222,CLASSIC,300,0,10,270,20,5,10,-04:00,2026-09-20T03:00:00Z,-04:00,\
         2026-09-20T08:00:00Z,MANUAL\n",
    );
    let beds: Vec<_> = journal
        .nights
        .iter()
        .map(|it| it.bed_at.unwrap().to_rfc3339())
        .collect();
    assert_eq!(beds, ["2026-09-19T23:00:00-04:00", "2026-10-04T22:30:00+02:00"]);
    assert_eq!(journal.nights[1].asleep_min, Some(420.0));
    let (_, journal) = one(
        "UserExercises_2026-05-01.csv",
        "exercise_id,exercise_start,exercise_end,utc_offset,activity_name,log_type,tracker_total_distance_mm,\
         tracker_total_calories,tracker_total_steps,tracker_total_altitude_mm,tracker_avg_heart_rate,deletion_reason\n\
         abc,2026-05-30 06:00:00+0000,2026-05-30 06:30:00+0000,+02:00,Outdoor Run,AUTO_DETECTED,5000000,300,4200,12000,149,\n\
         def,2026-05-30 06:00:00+0000,2026-05-30 06:30:00+0000,+02:00,Outdoor Run,AUTO_DETECTED,5000000,,,,,USER\n",
    );
    let [run] = &journal.activities[..] else { panic!() };
    assert_eq!(
        (run.sport, run.started_at.to_rfc3339().as_str()),
        (Sport::Run, "2026-05-30T08:00:00+02:00")
    );
    assert_eq!(
        (run.distance_m, run.ascent_m, run.avg_hr),
        (Some(5000.0), Some(12.0), Some(149.0))
    );
    let (_, journal) = one(
        "hrv.csv",
        "timestamp,rmssd,nremhr,entropy\n2024-07-21T00:00:00,29.232,49.623,2.472\n",
    );
    assert_eq!(journal.check_ins[0].hrv_rmssd, Some(29.232));
}

#[test]
fn a_sleep_file_cut_at_any_byte_gives_what_stands_before_the_cut() {
    let log = |id: u32| {
        format!(
            r#"{{"logId": {id}, "dateOfSleep": "2020-01-02", "duration": 1, "startTime": "2020-01-0{id}T23:00:00.000",
            "endTime": "2020-01-0{}T07:00:00.000", "minutesAsleep": 300, "mainSleep": true}}"#,
            id + 1
        )
    };
    let whole = format!("[{}, {}]", log(1), log(2));
    for length in 0..whole.len() {
        let (outcome, journal) = one("sleep.json", &whole[..length]);
        assert!(!only(&outcome.report).issues.is_empty(), "{length}");
        assert!(journal.nights.len() <= 2);
    }
    assert_eq!(one("sleep.json", &whole).1.nights.len(), 2);
}
