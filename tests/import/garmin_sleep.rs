//! Garmin Connect's sleep: the table of days, that of weeks, the file of a day, and JSON.

use afterrun::domain::Verdict;

use crate::help::{applied, data, empty, import_bytes, import_one, lines, one_by_one, only, together};

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
fn the_real_header_of_the_daily_table_is_read() {
    let Some(data) = data() else { return };
    let header = std::fs::read_to_string(data.join("headers/garmin_sleep_daily_en.header.csv")).unwrap();
    let text = format!(
        "{}\n\"Jun 26, 2025\",76,52,+35,97.02,15.1,Good,5h 8min,12:31 AM,6:04 AM\n",
        header.trim()
    );
    let outcome = import_bytes("Sleep.csv", text.as_bytes(), &empty());
    let journal = applied(&empty(), &outcome);
    let night = &journal.nights[0];
    assert_eq!(night.bed_at.unwrap().to_rfc3339(), "2025-06-26T00:31:00+02:00");
    assert_eq!(night.wake_at.unwrap().to_rfc3339(), "2025-06-26T06:04:00+02:00");
    assert_eq!(
        (night.asleep_min, journal.check_ins[0].resting_hr),
        (Some(308.0), Some(52.0))
    );
    let detail = night.meta.detail.as_ref().unwrap();
    assert_eq!(
        (&detail["sleep_score"], &detail["pulse_ox"]),
        (&76.into(), &97.02.into())
    );
}

#[test]
fn a_daily_table_in_an_unknown_language_is_known_by_its_rows() {
    let text = "Schlafwert 7 Tage,Wert,Ruheherzfrequenz,Body Battery,Pulsoximeter,Atmung,HFV-Status,Qualität,Dauer,\
        Schlafbedarf,Schlafenszeit,Aufwachzeit\n\
        04.03.2025,82,48,60,\"94,02\",14,52,Gut,7 Std. 42 Min.,8 Std. 0 Min.,22:31,6:48\n";
    let outcome = import_bytes("Sleep.csv", text.as_bytes(), &empty());
    let journal = applied(&empty(), &outcome);
    let night = &journal.nights[0];
    assert_eq!(
        (night.asleep_min, night.day),
        (Some(462.0), jiff::civil::date(2025, 3, 4))
    );
    assert_eq!(night.bed_at.unwrap().to_rfc3339(), "2025-03-03T22:31:00+01:00");
    assert_eq!(journal.check_ins[0].resting_hr, Some(48.0));
}

#[test]
fn a_night_without_its_year_and_a_mean_among_nights_are_left_out_with_the_reason() {
    let text = "Sleep Score 4 Weeks,Score,Resting Heart Rate,Quality,Duration,Bedtime,Wake Time\n\
        Jan 5,82,48,Good,7h 42min,10:31 PM,6:48 AM\n\
        13-19 May,82,48,Good,7h 42min,10:31 PM,6:48 AM\n\
        soon,82,48,Good,7h 42min,10:31 PM,6:48 AM\n\
        2031-03-04,82,48,Good,7h 42min,10:31 PM,6:48 AM\n\
        2025-03-04,82,480,Good,25h 0min,10:31 PM,6:48 AM\n";
    let outcome = import_bytes("Sleep.csv", text.as_bytes(), &empty());
    let whys: Vec<_> = only(&outcome.report)
        .issues
        .iter()
        .map(|it| (it.line, &*it.why))
        .collect();
    for (line, why) in [
        (2, "no year"),
        (3, "weeks"),
        (4, "soon"),
        (5, "future"),
        (6, "Duration"),
        (6, "480"),
    ] {
        assert!(
            whys.iter().any(|it| it.0 == Some(line) && it.1.contains(why)),
            "{why}: {whys:?}"
        );
    }
    let journal = applied(&empty(), &outcome);
    assert_eq!((journal.nights.len(), journal.check_ins.len()), (1, 0));
    assert_eq!(journal.nights[0].asleep_min, None);
}

#[test]
fn the_file_of_one_day_is_a_night_with_its_stages() {
    let text = "Sleep Score 1 Day,\nDate,2026-04-15\nSleep Duration,8h 35m\nSleep Score,87\nQuality,Good\n\n\
        Sleep Score Factors,\nSleep Duration,8h 35m\nStress Avg,17\nDeep Sleep Duration,1h 3m\n\
        Light Sleep Duration,5h 25m\nREM Duration,2h 8m\nAwake Time,11m\n\nSleep Timeline Metrics,\n\
        Breathing Variations,--\nRestless Moments,35\nAvg Overnight Heart Rate,53 bpm\nResting Heart Rate,45 bpm\n\
        Body Battery Change,+70\nAvg SpO₂,94%\nAvg Respiration,11 brpm\nAvg Overnight HRV,89 ms\n\
        7d Avg HRV,Balanced\n";
    let outcome = import_bytes("Sleep.csv", text.as_bytes(), &empty());
    let file = only(&outcome.report);
    assert_eq!((file.kind.as_str(), lines(&file.issues)), ("garmin_sleep_day", vec![]));
    // No clock time was read in any zone.
    assert_eq!(file.assumptions, []);
    let journal = applied(&empty(), &outcome);
    let night = &journal.nights[0];
    assert_eq!((night.asleep_min, night.awake_min()), (Some(515.0), Some(11.0)));
    assert_eq!(night.day, jiff::civil::date(2026, 4, 15));
    let detail = night.meta.detail.as_ref().unwrap();
    for (key, value) in [
        ("deep_min", 63),
        ("rem_min", 128),
        ("light_min", 325),
        ("pulse_ox", 94),
        ("body_battery", 70),
    ] {
        assert_eq!(detail[key], value, "{key}");
    }
    let check_in = &journal.check_ins[0];
    assert_eq!((check_in.resting_hr, check_in.hrv_rmssd), (Some(45.0), Some(89.0)));
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
    assert_eq!(journal.nights[0].asleep_min, Some(429.0));
}

#[test]
fn what_the_site_says_beside_a_night_are_the_values_of_its_day() {
    let json = r#"{"dailySleepDTO":{"calendarDate":"2021-07-20","sleepTimeSeconds":25740,"sleepStartTimestampGMT":1626758400000,
        "sleepEndTimestampGMT":1626785940000,"sleepStartTimestampLocal":1626740400000,"sleepScores":{"overall":{"value":81}}},
        "dailyNapDTOS":[{"napStartTimestampGMT":"2021-07-20T18:00:00Z","napEndTimestampGMT":"2021-07-20T18:30:00Z","napTimeSec":1800}],
        "restingHeartRate":47,"avgOvernightHrv":61.0}"#;
    let outcome = import_bytes("sleep.json", json.as_bytes(), &empty());
    let journal = applied(&empty(), &outcome);
    assert_eq!(journal.nights[0].meta.detail.as_ref().unwrap()["sleep_score"], 81);
    // A nap has the clock of its day.
    assert_eq!(
        journal.nights[1].bed_at.unwrap().to_rfc3339(),
        "2021-07-20T13:00:00-05:00"
    );
    let check_in = &journal.check_ins[0];
    assert_eq!((check_in.resting_hr, check_in.hrv_rmssd), (Some(47.0), Some(61.0)));
    assert_eq!(check_in.day, jiff::civil::date(2021, 7, 20));
}

#[test]
fn nights_that_cannot_be_are_left_out_of_a_list_and_the_others_stay() {
    let json = r#"[{"sleepStartTimestampGMT":"2021-07-20T12:59:00.0","sleepEndTimestampGMT":"2021-07-20T05:20:00.0"},
        {"sleepStartTimestampGMT":"1989-12-31T00:00:00.0","sleepEndTimestampGMT":"1989-12-31T07:00:00.0"},
        {"sleepStartTimestampGMT":99999999999999999,"sleepEndTimestampGMT":99999999999999999},
        {"sleepStartTimestampGMT":"2021-07-21T22:20:00.0","sleepEndTimestampGMT":"2021-07-22T05:20:00.0"}]"#;
    let outcome = import_bytes("sleepData.json", json.as_bytes(), &empty());
    let file = only(&outcome.report);
    assert_eq!((file.nights, file.issues.len()), (1, 2), "{file:?}");
}

/// The night of 19 May 2026 as the table of days, as the file of a day and as JSON.
const TABLE: (&str, &str) = (
    "Sleep.csv",
    "Sleep Score 7 Days,Score,Resting Heart Rate,Quality,Duration,Sleep Need,Bedtime,Wake Time\n\
     2026-05-19,73,62,Fair,8h 37min,7h 40min,22:10,7:11\n",
);
const DAY: (&str, &str) = (
    "Sleep (1).csv",
    "Sleep Score 1 Day,\nDate,2026-05-19\nSleep Duration,8h 37m\nSleep Score,73\nDeep Sleep Duration,1h 1m\n",
);
const JSON: (&str, &str) = (
    "sleep.json",
    r#"{"dailySleepDTO": {"calendarDate": "2026-05-19", "sleepTimeSeconds": 31020, "deepSleepSeconds": 3660,
    "sleepStartTimestampGMT": 1779135000000, "sleepEndTimestampGMT": 1779167460000,
    "sleepStartTimestampLocal": 1779142200000, "sleepEndTimestampLocal": 1779174660000}}"#,
);

#[test]
fn a_night_that_one_file_tells_without_its_bedtime_is_the_night_of_that_day() {
    for files in [
        [DAY, TABLE],
        [TABLE, DAY],
        [DAY, JSON],
        [JSON, DAY],
        [TABLE, JSON],
        [JSON, TABLE],
    ] {
        let names = (files[0].0, files[1].0);
        let journal = together(&files);
        let [night] = &journal.nights[..] else {
            panic!("{names:?}: {:?}", journal.nights)
        };
        let (bed, wake) = (night.bed_at.unwrap(), night.wake_at.unwrap());
        assert_eq!(bed.to_rfc3339(), "2026-05-18T22:10:00+02:00", "{names:?}");
        assert_eq!(wake.to_rfc3339(), "2026-05-19T07:11:00+02:00", "{names:?}");
        assert_eq!(night.asleep_min, Some(517.0), "{names:?}");
    }
}

#[test]
fn three_files_of_a_night_change_nothing_in_a_later_export() {
    let journal = one_by_one(&[DAY, TABLE, JSON]);
    assert_eq!(journal.nights.len(), 1, "{:?}", journal.nights);
    for (name, text) in [DAY, TABLE, JSON] {
        let later = format!("{text}\n");
        let outcome = import_bytes(name, later.as_bytes(), &journal);
        assert_eq!(outcome.batch.changes, [], "{name}");
    }
}

#[test]
fn a_night_without_a_bedtime_beside_a_nap_is_not_that_nap() {
    let nap = JSON
        .1
        .replace("sleepStartTimestampGMT", "none")
        .trim_end_matches('}')
        .to_owned()
        + r#"}, "dailyNapDTOS": [{"napStartTimestampGMT": "2026-05-19T11:00:00", "napEndTimestampGMT": "2026-05-19T11:30:00",
        "napTimeSec": 1700}], "sleepStartTimestampGMT": null}"#;
    let naps = import_bytes("nap.json", nap.as_bytes(), &empty());
    let journal = applied(&empty(), &naps);
    assert_eq!(journal.nights.len(), 1, "{:?}", only(&naps.report));
    let both = applied(&journal, &import_bytes(DAY.0, DAY.1.as_bytes(), &journal));
    assert_eq!(both.nights.iter().map(|it| it.nap).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn a_window_that_nothing_confirmed_is_no_night_and_is_counted() {
    let json = r#"[{"sleepStartTimestampGMT":"2019-08-04T20:28:00.0","sleepEndTimestampGMT":"2019-08-05T04:30:00.0",
        "sleepWindowConfirmationType":"UNCONFIRMED","deepSleepSeconds":600,"lightSleepSeconds":19440},
        {"sleepStartTimestampGMT":"2019-08-03T20:00:00.0","sleepEndTimestampGMT":"2019-08-04T04:00:00.0",
        "sleepWindowConfirmationType":"UNCONFIRMED"},
        {"sleepStartTimestampGMT":"2018-06-27T15:34:00.0","sleepEndTimestampGMT":"2018-06-28T02:18:00.0",
        "sleepWindowConfirmationType":"OFF_WRIST","deepSleepSeconds":0,"lightSleepSeconds":0}]"#;
    let outcome = import_bytes("sleepData.json", json.as_bytes(), &empty());
    let file = only(&outcome.report);
    assert_eq!(
        (file.nights, file.rows_left_out, file.issues.len()),
        (1, 0, 1),
        "{file:?}"
    );
    assert!(file.issues[0].why.contains("2 days"), "{file:?}");
}

#[test]
fn nights_by_date_that_are_cut_short_count_up_to_the_cut() {
    let night = JSON.1;
    let text = format!(r#"{{"2026-05-19": {night}, "2026-05-20": {night}}}"#);
    let outcome = import_bytes("x.json", &text.as_bytes()[..text.len() - 40], &empty());
    let file = only(&outcome.report);
    assert_eq!((file.nights, file.issues.len()), (1, 1), "{file:?}");
    let outcome = import_bytes("x.json", &night.as_bytes()[..night.len() - 40], &empty());
    assert_eq!(only(&outcome.report).verdict, Verdict::Rejected);
}

#[test]
fn a_night_is_found_under_keys_of_others_one_a_line_and_with_parted_words() {
    let night = JSON.1;
    let parted = night
        .replace("dailySleepDTO", "daily_sleep_dto")
        .replace("sleepTimeSeconds", "sleep_time_seconds")
        .replace("sleepStartTimestampGMT", "sleep_start_timestamp_gmt")
        .replace("sleepEndTimestampGMT", "sleep_end_timestamp_gmt")
        .replace("sleepStartTimestampLocal", "sleep_start_timestamp_local");
    let line = night.replace('\n', " ");
    let earlier = line.replace("17791", "17790").replace("05-19", "05-18");
    for (text, nights) in [
        (format!(r#"{{"sleep": {night}}}"#), 1),
        (format!(r#"{{"2026-05-19": {night}, "n": [1]}}"#), 1),
        (format!(r#"[{{"date": "2026-05-19", "sleep": {night}}}]"#), 1),
        (parted, 1),
        (format!("{line}\n{earlier}\n"), 2),
    ] {
        let outcome = import_bytes("x.json", text.as_bytes(), &empty());
        let journal = applied(&empty(), &outcome);
        assert_eq!(journal.nights.len(), nights, "{text}: {:?}", only(&outcome.report));
        assert_eq!(journal.nights[nights - 1].asleep_min, Some(517.0), "{text}");
        assert_eq!(journal.nights[nights - 1].bed_at.unwrap().offset_min, 120, "{text}");
    }
}
