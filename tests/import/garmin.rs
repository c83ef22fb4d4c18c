//! Garmin Connect's tables and JSON, under the headers of several languages.

use afterrun::domain::{Assumption, DistanceUnit, ImportOptions, Sport, Verdict};

use crate::help::{activities, applied, data, empty, expected, import_bytes, import_one, only};

#[test]
fn every_row_of_real_tables_is_an_activity() {
    let Some(data) = data() else { return };
    for (path, told) in expected(&data)
        .into_iter()
        .filter(|it| it.0.ends_with("Activities.csv") && it.1["kind"] == "garmin")
    {
        let outcome = import_one(&data.join(&path));
        let file = only(&outcome.report);
        let count = file.runs + file.other_activities + file.duplicates;
        assert_eq!(
            count as u64,
            told["rows"].as_u64().unwrap(),
            "{path}: {:?}",
            file.issues
        );
        let runs = told["first_column_counts"].as_object().unwrap().iter();
        let runs: u64 = runs
            .filter(|it| it.0.contains("Running"))
            .map(|it| it.1.as_u64().unwrap())
            .sum();
        let is_near = (file.runs as u64).abs_diff(runs) <= file.duplicates as u64;
        assert!(is_near, "{path}: {} of {runs}", file.runs);
    }
}

#[test]
fn decimal_commas_and_thousands_points_are_told_apart() {
    let Some(data) = data() else { return };
    let outcome = import_one(&data.join("garmin_csv/grunt_Activities.csv"));
    let run = activities(&outcome).pop().unwrap();
    assert_eq!(run.started_at.to_rfc3339(), "2026-01-04T12:38:59+01:00");
    assert_eq!(
        (run.distance_m, run.elapsed_s, run.avg_hr),
        (Some(3400.0), Some(1021.0), Some(153.0))
    );
    assert_eq!(run.tags, ["treadmill"]);
}

#[test]
fn kilometres_are_confirmed_by_steps_and_stride_and_miles_are_guessed_from_heat() {
    let Some(data) = data() else { return };
    let assumed = |path: &str| only(&import_one(&data.join(path)).report).assumptions.clone();
    let has = |list: &[Assumption], unit, sure| {
        list.iter()
            .any(|it| matches!(it, Assumption::Distance { unit: u, sure: s, .. } if *u == unit && *s == sure))
    };
    assert!(has(&assumed("garmin_csv/grunt_Activities.csv"), DistanceUnit::Km, true));
    assert!(has(&assumed("garmin_csv/Activities.csv"), DistanceUnit::Mi, false));
}

#[test]
fn the_first_columns_are_read_in_every_language_in_five_shapes_of_dates() {
    let Some(data) = data() else { return };
    let dates = [
        "2025-03-04 07:30:00",
        "04.03.2025 07:30",
        "4/3/2025 07:30:00",
        "2025-03-04T07:30:00",
        "4 mar 2025 07:30",
    ];
    for (language, date) in ["da", "de", "en_2025", "es", "de"].into_iter().zip(dates) {
        let header =
            std::fs::read_to_string(data.join(format!("headers/garmin_activities_{language}.header.csv"))).unwrap();
        let count = header.trim().split(',').count();
        let mut cells = vec!["--".to_owned(); count];
        for (at, value) in [
            (0, "Running"),
            (1, date),
            (2, "false"),
            (3, "Morgenrunde"),
            (4, "\"10,20\""),
            (5, "\"1.024\""),
            (6, "00:54:30"),
            (7, "151"),
            (8, "172"),
        ] {
            value.clone_into(&mut cells[at]);
        }
        let later = cells.join(",").replace("4", "4").replace(date, "2025-03-20 07:30:00");
        let text = format!("{}\n{}\n{later}\n", header.trim(), cells.join(","));
        let outcome = import_bytes("Activities.csv", text.as_bytes(), &empty());
        let read = activities(&outcome);
        assert_eq!(read.len(), 2, "{language}: {:?}", only(&outcome.report).issues);
        let run = &read[0];
        assert_eq!(
            run.started_at.to_rfc3339(),
            "2025-03-04T07:30:00+01:00",
            "{language} {date}"
        );
        assert_eq!(
            (run.distance_m, run.elapsed_s, run.avg_hr),
            (Some(10_200.0), Some(3270.0), Some(151.0))
        );
    }
}

#[test]
fn a_table_that_a_spreadsheet_saved_again_means_minutes_and_seconds() {
    let text = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Avg Pace,Training Stress Score®\n\
        Running,2025-03-04 07:30:00,false,x,5.00,300,30:48:00,150,170,6:10:00,0.0\n";
    let run = activities(&import_bytes("a.csv", text.as_bytes(), &empty())).remove(0);
    assert_eq!(run.elapsed_s, Some(1848.0));
}

#[test]
fn the_runner_can_say_that_distances_are_miles() {
    let text = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR\n\
        Running,2025-03-04 07:30:00,false,x,5.00,300,00:40:00,150,170\n";
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.csv");
    std::fs::write(&path, text).unwrap();
    let options = ImportOptions {
        distance: Some(DistanceUnit::Mi),
        ..ImportOptions::default()
    };
    let never = std::sync::atomic::AtomicBool::new(false);
    let outcome = afterrun::import::read(&[path], &empty(), &options, crate::help::NOW, &|_| (), &never).unwrap();
    assert_eq!(activities(&outcome)[0].distance_m, Some(5.0 * 1609.344));
}

#[test]
fn swims_are_in_metres() {
    let text = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR\n\
        Pool Swimming,2025-03-04 07:30:00,false,x,\"1,200\",300,00:40:00,--,--\n";
    let swim = activities(&import_bytes("a.csv", text.as_bytes(), &empty())).remove(0);
    assert_eq!((swim.sport, swim.distance_m), (Sport::Swim, Some(1200.0)));
}

#[test]
fn a_night_of_the_daily_table_has_its_evening_before_and_the_pulse_of_its_day() {
    let text = "Sleep Score 7 Days,Score,Resting Heart Rate,Body Battery,Pulse Ox,Respiration,HRV Status,Quality,Duration,\
        Sleep Need,Bedtime,Wake Time\n\
        2025-03-04,82,48,60,97,14,52,Good,7h 42min,8h 0min,10:31 PM,6:48 AM\n\
        2025-03-03,--,--,--,--,--,--,--,--,--,--,--\n\
        2025-03-02,70,50,60,97,14,--,Fair,6h 17min,8h 0min,00:31,07:02\n";
    let outcome = import_bytes("Sleep.csv", text.as_bytes(), &empty());
    let journal = applied(&empty(), &outcome);
    assert_eq!(
        (journal.nights.len(), journal.check_ins.len()),
        (2, 2),
        "{:?}",
        only(&outcome.report).issues
    );
    let night = &journal.nights[1];
    assert_eq!(night.bed_at.unwrap().to_rfc3339(), "2025-03-03T22:31:00+01:00");
    assert_eq!(
        (night.asleep_min, night.day),
        (Some(462.0), jiff::civil::date(2025, 3, 4))
    );
    assert_eq!(
        journal.nights[0].bed_at.unwrap().to_rfc3339(),
        "2025-03-02T00:31:00+01:00"
    );
    assert_eq!(
        (journal.check_ins[1].resting_hr, journal.check_ins[1].hrv_rmssd),
        (Some(48.0), Some(52.0))
    );
}

#[test]
fn the_file_of_one_day_is_a_night() {
    let text =
        "Sleep Score 1 Day\nDate,2025-03-04\nSleep Score,82\nSleep Duration,7h 42min\nResting Heart Rate,48 bpm\n";
    let outcome = import_bytes("Sleep.csv", text.as_bytes(), &empty());
    let journal = applied(&empty(), &outcome);
    assert_eq!(journal.nights[0].asleep_min, Some(462.0), "{:?}", outcome.report);
    assert_eq!(journal.check_ins[0].resting_hr, Some(48.0));
}

#[test]
fn means_of_weeks_are_no_nights_and_refused_with_what_to_do() {
    let Some(data) = data() else { return };
    for path in ["garmin_csv/Sleep.csv", "headers/garmin_sleep_weekly_en.header.csv"] {
        let outcome = import_one(&data.join(path));
        let file = only(&outcome.report);
        assert_eq!(file.verdict, Verdict::Unsupported, "{path}");
        assert!(file.issues[0].why.contains("weeks"), "{:?}", file.issues);
    }
}

#[test]
fn a_night_in_json_has_its_own_clock_and_stages() {
    let Some(data) = data() else { return };
    let outcome = import_one(&data.join("garmin_sleep_json/sleep_data_get_01.json"));
    let night = applied(&empty(), &outcome).nights.remove(0);
    assert_eq!(night.bed_at.unwrap().to_rfc3339(), "2021-07-20T00:20:00-05:00");
    assert_eq!((night.asleep_min, night.awake_min()), (Some(429.0), Some(30.0)));
}

#[test]
fn the_lists_of_an_account_export_are_nights_and_naps() {
    let json = r#"[{"sleepStartTimestampGMT":"2021-07-20T05:20:00.0","sleepEndTimestampGMT":"2021-07-20T12:59:00.0",
        "calendarDate":"2021-07-20","deepSleepSeconds":4440,"lightSleepSeconds":18720,"remSleepSeconds":2580,
        "awakeSleepSeconds":1800,"dailyNapDTOS":[{"napStartTimestampGMT":"2021-07-20T18:00:00.0",
        "napEndTimestampGMT":"2021-07-20T18:30:00.0","napTimeSec":1700}]},{"calendarDate":"2021-07-21"}]"#;
    let outcome = import_bytes("sleepData.json", json.as_bytes(), &empty());
    let journal = applied(&empty(), &outcome);
    let naps: Vec<_> = journal.nights.iter().map(|it| it.nap).collect();
    assert_eq!(naps, [false, true], "{:?}", only(&outcome.report).issues);
}
