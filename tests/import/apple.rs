//! Apple Health: the real exports against what an independent reader says of them, and the traps of others.

use afterrun::domain::{CheckIn, Journal, Night, Sport, Stamp, Verdict};
use serde_json::Value;

use crate::help::{activities, applied, data, empty, expected, import, import_bytes, import_one, only};

/// The journal that an export with these elements gives.
fn journal(elements: &str) -> Journal {
    let text = format!("<?xml version=\"1.0\"?>\n<HealthData locale=\"en_US\">\n{elements}\n</HealthData>");
    applied(&empty(), &import_bytes("Exportación.xml", text.as_bytes(), &empty()))
}

/// Pieces of sleep: source, stage, from, to.
fn sleep(pieces: &[(&str, &str, &str, &str)]) -> String {
    let records = pieces.iter().map(|(source, stage, from, to)| {
        format!(
            "<Record type=\"HKCategoryTypeIdentifierSleepAnalysis\" sourceName=\"{source}\" startDate=\"{from} +0200\" \
             endDate=\"{to} +0200\" value=\"HKCategoryValueSleepAnalysis{stage}\"/>"
        )
    });
    records.collect::<Vec<_>>().join("\n")
}

fn at(text: &str) -> Option<Stamp> {
    Stamp::parse_rfc3339(text)
}

fn only_night(journal: &Journal) -> &Night {
    let [night] = journal.nights.as_slice() else {
        panic!("not one night: {:?}", journal.nights)
    };
    night
}

fn number(night: &Night, key: &str) -> Option<f64> {
    night.meta.noted(key).and_then(Value::as_f64)
}

#[test]
fn every_export_says_what_an_independent_reader_says_of_it() {
    let Some(data) = data() else { return };
    for (name, file) in expected(&data).iter().filter(|it| it.1["kind"] == "apple") {
        let outcome = import_one(&data.join(name));
        let journal = applied(&empty(), &outcome);
        let slept: f64 = journal.nights.iter().filter_map(|it| it.asleep_min).sum();
        assert_eq!(
            slept,
            file["sleep"]["asleep_union_min"].as_f64().unwrap_or(0.0),
            "{name}"
        );
        let workouts = file["workouts"].as_array().unwrap();
        assert_eq!(journal.activities.len(), workouts.len(), "{name}");
        for (activity, workout) in journal.activities.iter().zip(workouts) {
            let start = workout["start"]
                .as_str()
                .unwrap()
                .replacen(' ', "T", 1)
                .replace(' ', "");
            let start: jiff::Timestamp = start.parse().unwrap();
            assert_eq!(activity.started_at.ms, start.as_millisecond(), "{name}");
            let minutes = activity.moving_s.unwrap() / 60.0;
            assert!((minutes - workout["duration"].as_f64().unwrap()).abs() < 0.01, "{name}");
            let is_run = workout["type"] == "HKWorkoutActivityTypeRunning";
            assert_eq!(activity.is_run(), is_run, "{name}");
            let distance: Option<f64> = workout["distance"].as_str().map(|it| it.parse().unwrap());
            let metres = distance.filter(|&it| it > 0.0).map(|it| (it * 16093.44).round() / 10.0);
            assert_eq!(activity.distance_m, metres, "{name}");
        }
        assert_eq!(only(&outcome.report).verdict, Verdict::Imported, "{name}");
    }
}

#[test]
fn nights_of_several_sources_are_united_and_not_added() {
    let Some(data) = data() else { return };
    let journal = applied(
        &empty(),
        &import_one(&data.join("apple/analyst_multi_source_export.xml")),
    );
    let nights: Vec<_> = journal
        .nights
        .iter()
        .map(|it| {
            (
                it.day.to_string(),
                it.asleep_min.unwrap(),
                it.awake_min().unwrap(),
                it.nap,
            )
        })
        .collect();
    let expected = [
        ("2026-01-11", 420.0, 30.0),
        ("2026-01-12", 435.0, 24.0),
        ("2026-01-13", 450.0, 15.0),
        ("2026-03-21", 480.0, 24.0),
        ("2026-03-22", 510.0, 18.0),
    ];
    assert_eq!(nights, expected.map(|it| (it.0.to_owned(), it.1, it.2, false)));
    let united = &journal.nights[3];
    assert_eq!(united.bed_at, at("2026-03-20T23:10:00+00:00"));
    assert_eq!(united.wake_at, at("2026-03-21T07:34:00+00:00"));
    assert_eq!(number(united, "deep_min"), Some(108.0));
    assert_eq!(
        united.meta.noted("sources"),
        Some(&serde_json::json!(["Withings", "Riley's Watch"]))
    );
}

#[test]
fn a_day_has_one_check_in_with_all_the_body_said() {
    let Some(data) = data() else { return };
    let journal = applied(
        &empty(),
        &import_one(&data.join("apple/analyst_multi_source_export.xml")),
    );
    let days: Vec<_> = journal
        .check_ins
        .iter()
        .map(|it: &CheckIn| {
            let sdnn = it.meta.noted("hrv_sdnn_ms").and_then(Value::as_f64);
            (it.day.to_string(), it.resting_hr, it.weight_kg, sdnn, it.hrv_rmssd)
        })
        .collect();
    assert_eq!(days.len(), 10);
    assert_eq!(days[3], ("2026-01-20".to_owned(), Some(59.0), Some(74.8), None, None));
    assert_eq!(days[2], ("2026-01-07".to_owned(), None, None, Some(46.0), None));
}

#[test]
fn an_archive_gives_what_its_export_gives() {
    let Some(data) = data() else { return };
    let outcome = import_one(&data.join("apple/apple-health-parser_export.zip"));
    let journal = applied(&empty(), &outcome);
    let night = only_night(&journal);
    assert_eq!(
        (night.asleep_min, night.day.to_string()),
        (Some(12.5), "2024-01-01".to_owned())
    );
    // Amsterdam, where it was, and not the offset of the telephone that exported it.
    assert_eq!(night.bed_at, at("2024-01-01T02:27:53+01:00"));
    assert_eq!(only(&outcome.report).kind, "apple");
}

#[test]
fn a_second_import_adds_nothing() {
    let Some(data) = data() else { return };
    let folder = data.join("apple");
    let first = import(std::slice::from_ref(&folder), &empty());
    let second = import(&[folder], &applied(&empty(), &first));
    assert_eq!((second.report.imported, second.batch.changes.len()), (0, 0));
}

#[test]
fn a_later_export_of_the_same_account_adds_only_what_is_new() {
    let night = |until| sleep(&[("Watch", "AsleepCore", "2026-05-02 23:00:00", until)]);
    let first = journal(&night("2026-05-03 03:00:00"));
    let text = format!("<HealthData>{}</HealthData>", night("2026-05-03 06:00:00"));
    let outcome = import_bytes("export.xml", text.as_bytes(), &first);
    assert_eq!(outcome.report.imported, 0);
    let later = applied(&first, &outcome);
    assert_eq!(only_night(&later).meta.id, only_night(&first).meta.id);
}

#[test]
fn an_hour_awake_parts_no_night_and_an_evening_nap_is_none_of_it() {
    let journal = journal(&sleep(&[
        ("Watch", "AsleepCore", "2026-05-02 18:00:00", "2026-05-02 18:40:00"),
        ("Watch", "AsleepCore", "2026-05-02 23:00:00", "2026-05-03 02:00:00"),
        ("Watch", "AsleepREM", "2026-05-03 03:00:00", "2026-05-03 07:00:00"),
    ]));
    let sleeps: Vec<_> = journal
        .nights
        .iter()
        .map(|it| (it.day.to_string(), it.nap, it.asleep_min, it.awakenings, it.awake_min()))
        .collect();
    assert_eq!(
        sleeps,
        [
            ("2026-05-02".to_owned(), true, Some(40.0), Some(0), Some(0.0)),
            ("2026-05-03".to_owned(), false, Some(420.0), Some(1), Some(60.0)),
        ]
    );
}

#[test]
fn time_in_bed_tells_when_the_light_went_out_and_is_no_sleep() {
    let journal = journal(&sleep(&[
        ("iPhone", "InBed", "2026-05-02 22:30:00", "2026-05-03 07:15:00"),
        (
            "Watch",
            "AsleepUnspecified",
            "2026-05-02 23:00:00",
            "2026-05-03 07:00:00",
        ),
    ]));
    let night = only_night(&journal);
    assert_eq!(
        (night.bed_at, night.wake_at),
        (at("2026-05-02T22:30:00+02:00"), at("2026-05-03T07:15:00+02:00"))
    );
    assert_eq!(
        (night.asleep_min, night.awakenings, night.awake_min()),
        (Some(480.0), None, None)
    );
}

#[test]
fn a_night_of_which_only_the_time_in_bed_is_known_is_one_without_minutes_asleep() {
    let journal = journal(&sleep(&[
        ("iPhone", "InBed", "2026-05-02 22:30:00", "2026-05-02 23:30:00"),
        ("iPhone", "InBed", "2026-05-02 23:31:00", "2026-05-03 06:30:00"),
        ("iPhone", "InBed", "2026-05-03 13:00:00", "2026-05-03 13:10:00"),
    ]));
    let night = only_night(&journal);
    assert_eq!((night.asleep_min, night.hours()), (None, Some(8.0)));
}

#[test]
fn a_night_in_which_the_clocks_change_is_as_long_as_it_was() {
    let journal = journal(
        "<Record type=\"HKCategoryTypeIdentifierSleepAnalysis\" sourceName=\"W\" startDate=\"2026-03-28 23:00:00 +0100\" \
         endDate=\"2026-03-29 07:00:00 +0200\" value=\"HKCategoryValueSleepAnalysisAsleep\">\
         <MetadataEntry key=\"HKTimeZone\" value=\"Europe/Berlin\"/></Record>",
    );
    let night = only_night(&journal);
    assert_eq!(night.asleep_min, Some(420.0));
    assert_eq!(night.wake_at, at("2026-03-29T07:00:00+02:00"));
}

#[test]
fn pieces_that_cannot_be_sleep_are_left_out_by_line() {
    let text = format!(
        "<HealthData>\n{}</HealthData>",
        sleep(&[
            ("W", "AsleepCore", "2026-05-03 07:00:00", "2026-05-02 23:00:00"),
            ("W", "AsleepCore", "1989-12-31 00:00:00", "1989-12-31 06:00:00"),
            ("W", "AsleepCore", "2027-12-31 00:00:00", "2027-12-31 06:00:00"),
            ("W", "AsleepCore", "2026-05-03 00:00:00", "2026-06-03 06:00:00"),
            ("W", "Dancing", "2026-05-03 00:00:00", "2026-05-03 06:00:00"),
            ("W", "AsleepCore", "yesterday", "2026-05-03 06:00:00"),
        ])
    );
    let outcome = import_bytes("export.xml", text.as_bytes(), &empty());
    let file = only(&outcome.report);
    assert_eq!(file.verdict, Verdict::Rejected);
    assert_eq!(crate::help::lines(&file.issues), (2..8).map(Some).collect::<Vec<_>>());
}

/// A run of today's exports.
const RUN: &str = r#"<Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="29.5" durationUnit="min" sourceName="Watch" startDate="2026-05-02 06:00:00 +0200" endDate="2026-05-02 06:30:00 +0200">
  <MetadataEntry key="HKIndoorWorkout" value="1"/>
  <MetadataEntry key="HKTimeZone" value="Asia/Tokyo"/>
  <MetadataEntry key="HKElevationAscended" value="418 cm"/>
  <MetadataEntry key="HKWeatherTemperature" value="56 degF"/>
  <WorkoutActivity uuid="A"><WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" sum="3.1" unit="mi"/></WorkoutActivity>
  <WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" sum="3.1" unit="mi"/>
  <WorkoutStatistics type="HKQuantityTypeIdentifierActiveEnergyBurned" sum="1255.2" unit="kJ"/>
  <WorkoutStatistics type="HKQuantityTypeIdentifierHeartRate" average="152.25" minimum="95" maximum="178" unit="count/min"/>
  <WorkoutRoute sourceName="Watch"><FileReference path="/workout-routes/route_1.gpx"/></WorkoutRoute>
  <Record type="HKQuantityTypeIdentifierWorkoutEffortScore" unit="appleEffortScore" startDate="2026-05-02 06:00:01 +0200" endDate="2026-05-02 06:30:00 +0200" value="6"/>
  <Record type="HKQuantityTypeIdentifierEstimatedWorkoutEffortScore" unit="appleEffortScore" startDate="2026-05-02 06:00:01 +0200" endDate="2026-05-02 06:30:00 +0200" value="4"/>
</Workout>"#;

#[test]
fn a_workout_of_todays_exports_is_read_from_its_statistics() {
    let run = &journal(RUN).activities[0];
    assert_eq!(
        (run.sport, run.started_at),
        (Sport::Run, at("2026-05-02T13:00:00+09:00").unwrap())
    );
    assert_eq!((run.elapsed_s, run.moving_s), (Some(1800.0), Some(1770.0)));
    assert_eq!(
        (run.distance_m, run.ascent_m, run.temperature_c),
        (Some(4989.0), Some(4.2), Some(13.3))
    );
    assert_eq!(
        (run.avg_hr, run.max_hr, run.tags.as_slice()),
        (Some(152.3), Some(178.0), &["treadmill".to_owned()][..])
    );
    let detail = serde_json::json!({"sport": "running", "calories": 300, "estimated_effort": 4});
    assert_eq!(run.meta.detail, Some(detail));
}

#[test]
fn a_distance_that_is_said_twice_is_run_once() {
    let both = RUN.replace(
        "durationUnit",
        "totalDistance=\"5\" totalDistanceUnit=\"km\" durationUnit",
    );
    assert_eq!(journal(&both).activities[0].distance_m, Some(4989.0));
    let old = both.replace("WorkoutStatistics", "Nothing");
    assert_eq!(journal(&old).activities[0].distance_m, Some(5000.0));
}

#[test]
fn the_effort_a_runner_rated_is_theirs_and_the_one_apple_estimates_is_not() {
    assert_eq!(journal(RUN).activities[0].rpe, Some(6.0));
    let estimated = RUN.replace("IdentifierWorkoutEffort", "IdentifierOtherEffort");
    assert_eq!(journal(&estimated).activities[0].rpe, None);
}

#[test]
fn an_effort_that_stands_apart_belongs_to_the_workout_at_its_time() {
    let apart = "<Record type=\"HKQuantityTypeIdentifierWorkoutEffortScore\" unit=\"appleEffortScore\" \
                 startDate=\"2026-05-02 06:00:01 +0200\" endDate=\"2026-05-02 06:30:00 +0200\" value=\"7\"/>";
    let plain = "<Workout workoutActivityType=\"HKWorkoutActivityTypeRunning\" startDate=\"2026-05-02 06:00:00 +0200\" \
                 endDate=\"2026-05-02 06:30:00 +0200\"/>";
    let other = plain.replace("05-02 06", "05-02 16");
    let journal = journal(&format!("{apart}{plain}{other}"));
    assert_eq!(
        journal.activities.iter().map(|it| it.rpe).collect::<Vec<_>>(),
        [Some(7.0), None]
    );
}

#[test]
fn values_no_runner_has_are_left_out_and_the_workout_stays() {
    let text = RUN
        .replace("178", "65535")
        .replace("152.25", "NaN")
        .replace("value=\"6\"", "value=\"60\"");
    let run = &journal(&text).activities[0];
    assert_eq!((run.avg_hr, run.max_hr, run.rpe), (None, None, None));
    assert_eq!(run.distance_m, Some(4989.0));
}

#[test]
fn a_sport_that_the_journal_does_not_know_keeps_its_name() {
    let text = "<HealthData><Workout workoutActivityType=\"HKWorkoutActivityTypeMartialArts\" duration=\"45\" \
                startDate=\"2026-05-02 06:00:00 +0200\" endDate=\"2026-05-02 06:45:00 +0200\"/></HealthData>";
    let outcome = import_bytes("export.xml", text.as_bytes(), &empty());
    let all = activities(&outcome);
    assert_eq!(
        (all[0].sport, all[0].title.as_str(), all[0].moving_s),
        (Sport::Other, "martial arts", Some(2700.0))
    );
}

#[test]
fn body_mass_has_any_unit() {
    for (value, unit, kg) in [
        ("70", "kg", 70.0),
        ("154,3", "lb", 69.99),
        ("11", "st", 69.85),
        ("70500", "g", 70.5),
    ] {
        let journal = journal(&format!(
            "<Record type=\"HKQuantityTypeIdentifierBodyMass\" unit=\"{unit}\" value=\"{value}\" \
             startDate=\"2026-05-02 06:00:00 +0200\" endDate=\"2026-05-02 06:00:00 +0200\"/>"
        ));
        assert_eq!(journal.check_ins[0].weight_kg, Some(kg), "{value} {unit}");
    }
}
