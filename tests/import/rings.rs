//! WHOOP and Oura, from real files and under the headers that real exports have.

use afterrun::domain::{Answer, Sport, Verdict};

use crate::help::{activities, applied, data, empty, expected, import, import_bytes, import_one, only};

fn header(name: &str) -> Option<String> {
    let path = data()?.join(format!("headers/{name}.header.csv"));
    Some(std::fs::read_to_string(path).unwrap().trim().to_owned())
}

#[test]
fn every_whoop_cycle_with_a_sleep_is_a_night_with_the_clock_of_its_place() {
    let Some(data) = data() else { return };
    for path in ["whoop/physiological_cycles.csv", "whoop/processed_whoop_data.csv"] {
        let outcome = import_one(&data.join(path));
        let told = &expected(&data)[path];
        let journal = applied(&empty(), &outcome);
        let file = only(&outcome.report);
        assert_eq!(file.kind, "whoop_cycles", "{path}");
        assert_eq!(
            file.nights as u64,
            told["asleep_min"]["n"].as_u64().unwrap(),
            "{path}: {:?}",
            file.issues
        );
        let sum: f64 = journal.nights.iter().filter_map(|it| it.asleep_min).sum();
        let mean = sum / journal.nights.len() as f64;
        assert!(
            (mean - told["asleep_min"]["mean"].as_f64().unwrap()).abs() < 0.01,
            "{path}: {mean}"
        );
        assert_eq!(journal.nights.last().unwrap().bed_at.unwrap().offset_min, -300);
        assert!(
            journal
                .check_ins
                .iter()
                .all(|it| it.resting_hr.is_some() && it.hrv_rmssd.is_some())
        );
    }
}

#[test]
fn the_same_sleep_among_cycles_and_sleeps_is_one_and_naps_stay_naps() {
    let Some(sleeps) = header("whoop_sleeps") else { return };
    let Some(cycles) = data() else { return };
    let first = "2024-11-20 00:40:13,2024-11-21 03:10:47,UTC-05:00";
    let text = format!(
        "{sleeps}\n{first},2024-11-20 00:40:13,2024-11-20 09:08:45,74,17.5,452,508,220,94,138,56,608,127,89,59,false\n\
         {first},2024-11-20 15:00:00,2024-11-20 15:40:00,74,17.5,35,40,20,10,5,5,608,127,89,59,true\n"
    );
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("sleeps.csv"), text).unwrap();
    let all = std::fs::read_to_string(cycles.join("whoop/physiological_cycles.csv")).unwrap();
    std::fs::write(folder.path().join("physiological_cycles.csv"), all).unwrap();
    let outcome = import(&[folder.path().to_owned()], &empty());
    let journal = applied(&empty(), &outcome);
    assert_eq!(journal.nights.iter().filter(|it| it.nap).count(), 1);
    assert_eq!(journal.nights.len(), 50);
}

#[test]
fn a_whoop_journal_keeps_yes_no_and_unanswered_apart() {
    let Some(header) = header("whoop_journal_entries") else {
        return;
    };
    let row = |text: &str, answer: &str| {
        format!("2024-11-20 00:40:13,2024-11-21 03:10:47,UTC-05:00,{text},{answer},a note\n")
    };
    let text = format!(
        "{header}\n{}{}{}",
        row("Have any alcohol?", "true"),
        row("Read in bed?", "false"),
        row("Use CBD?", "")
    );
    let outcome = import_bytes("journal_entries.csv", text.as_bytes(), &empty());
    let journal = applied(&empty(), &outcome);
    let answers: Vec<_> = journal.practices.iter().map(|it| it.answer).collect();
    assert_eq!(answers.len(), 2, "{:?}", outcome.report);
    assert!(answers.contains(&Answer::Yes) && answers.contains(&Answer::No));
    let rule = journal.settings.day_rule;
    assert!(
        journal
            .practices
            .iter()
            .all(|it| it.when.day(rule) == jiff::civil::date(2024, 11, 19))
    );
}

#[test]
fn a_whoop_workout_is_an_activity_in_any_language() {
    let Some(header) = header("whoop_workouts") else { return };
    let count = header.split(',').count();
    let foreign: Vec<String> = (0..count).map(|n| format!("Spalte {n}")).collect();
    for header in [header, foreign.join(",")] {
        let text = format!(
            "{header}\n2024-11-20 00:40:13,,UTC-05:00,2024-11-20 07:30:00,2024-11-20 08:24:30,54,Running,12.1,640,172,151,\
             1,2,3,4,5,true,10200.0,52,1\n"
        );
        let run = activities(&import_bytes("workouts.csv", text.as_bytes(), &empty())).remove(0);
        assert_eq!(
            (run.sport, run.elapsed_s, run.distance_m),
            (Sport::Run, Some(3270.0), Some(10_200.0))
        );
        assert_eq!(run.started_at.to_rfc3339(), "2024-11-20T07:30:00-05:00");
    }
}

#[test]
fn an_oura_sleep_is_a_night_in_table_and_json_and_a_nap_by_its_type() {
    let Some(header) = header("oura_sleep_web_export") else {
        return;
    };
    let names: Vec<&str> = header.split(',').collect();
    let values = [
        ("bedtime_start", "2024-06-03T23:10:00+02:00"),
        ("bedtime_end", "2024-06-04T07:00:00+02:00"),
        ("day", "2024-06-04"),
        ("total_sleep_duration", "25200"),
        ("deep_sleep_duration", "5400"),
        ("awake_time", "2400"),
        ("average_hrv", "55"),
        ("lowest_heart_rate", "47"),
        ("type", "long_sleep"),
    ];
    let cell = |name: &&str| values.iter().find(|it| it.0 == *name).map_or("", |it| it.1);
    let row: Vec<&str> = names.iter().map(cell).collect();
    let table = format!("{header}\n{}\n", row.join(","));
    let semicolons = table.replace(',', ";");
    let object: Vec<String> = values
        .iter()
        .map(|(name, value)| match value.parse::<f64>() {
            Ok(_) => format!("\"{name}\": {value}"),
            Err(_) => format!("\"{name}\": \"{value}\""),
        })
        .collect();
    let json = format!("{{\"data\": [{{{}}}], \"next_token\": null}}", object.join(", "));
    for text in [&table, &semicolons, &json] {
        let outcome = import_bytes("oura", text.as_bytes(), &empty());
        let journal = applied(&empty(), &outcome);
        assert_eq!(journal.nights.len(), 1, "{text}: {:?}", outcome.report);
        let night = &journal.nights[0];
        assert_eq!(
            (night.asleep_min, night.awake_min(), night.nap),
            (Some(420.0), Some(40.0), false)
        );
        assert_eq!(journal.check_ins[0].hrv_rmssd, Some(55.0));
        let nap = text.replace("long_sleep", "late_nap");
        let journal = applied(&empty(), &import_bytes("oura", nap.as_bytes(), &empty()));
        assert!(journal.nights[0].nap && journal.check_ins.is_empty());
    }
}

#[test]
fn days_of_oura_that_are_scores_alone_say_what_to_export() {
    for name in ["oura_daily-sleep", "oura_daily-readiness"] {
        let Some(header) = header(name) else { return };
        let outcome = import_bytes("x.csv", format!("{header}\n").as_bytes(), &empty());
        let file = only(&outcome.report);
        assert_eq!(
            (file.verdict, file.kind.as_str()),
            (Verdict::Unsupported, "oura_scores")
        );
    }
}
