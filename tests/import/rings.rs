//! WHOOP and Oura, from real files and under the headers that real exports have.

use afterrun::domain::{Answer, Assumption, Sport, Stamp, Verdict};

use crate::help::{activities, applied, data, empty, expected, import, import_bytes, import_one, only, together};

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

#[test]
fn whoop_in_the_language_of_the_account_is_the_same_night() {
    for header in [
        "Cycle start time,Cycle end time,Cycle timezone,Sleep onset,Wake onset,Sleep performance %,\
         Respiratory rate (rpm),Asleep duration (min),In bed duration (min),Light sleep duration (min),\
         Deep (SWS) duration (min),REM duration (min),Awake duration (min),Sleep need (min),Sleep debt (min),\
         Sleep efficiency %,Sleep consistency %,Nap",
        "Startzeit des Zyklus,Endzeit des Zyklus,Zeitzone des Zyklus,Beginn des Schlafs,Beginn des Aufwachens,\
         Schlafleistung %,Atemfrequenz (Atemzüge/Min.),Schlafdauer (Min.),Dauer im Bett (Min.),\
         Dauer des Leichtschlafs (Min.),Dauer des Tiefschlafs (Min.),Dauer des REM-Schlafs (Min.),\
         Dauer des Aufwachens (Min.),Schlafbedarf (Min.),Schlafdefizit (Min.),Schlafeffizienz %,\
         Schlafbeständigkeit %,Nickerchen",
        "Hora de inicio del ciclo,Hora de finalización del ciclo,Zona horaria del ciclo,Inicio del sueño,\
         Inicio de la vigilia,Calificación del sueño (%),Frecuencia respiratoria (rpm),Duración del sueño (min),\
         Tiempo en la cama (min),Duración de sueño ligero (min),Duración de sueño profundo (SWS) (min),\
         Duración de sueño REM (min),Tempo despierto/a (min),Sueño necesario (min),Deuda de sueño (min),\
         Eficiencia del sueño %,Regularidad del sueño %,Siesta",
        "Käynnistys,Loppu,Vyöhyke,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r",
    ] {
        let text = format!(
            "{header}\n2024-11-20 00:40:13,,UTC-05:00,2024-11-20 15:00:00,2024-11-20 15:40:00,74,17.5,35,40,20,10,5,7,\
             608,127,89,59,true\n"
        );
        let outcome = import_bytes("sleeps.csv", text.as_bytes(), &empty());
        let journal = applied(&empty(), &outcome);
        assert_eq!(only(&outcome.report).kind, "whoop_sleeps", "{header}");
        let night = &journal.nights[0];
        assert_eq!(
            (night.asleep_min, night.awake_min(), night.nap),
            (Some(35.0), Some(7.0), true)
        );
        assert_eq!(night.bed_at.unwrap().to_rfc3339(), "2024-11-20T15:00:00-05:00");
    }
}

#[test]
fn spanish_workouts_of_whoop_lack_the_last_columns_and_are_read() {
    let text = "Hora de inicio del ciclo,Hora de finalización del ciclo,Zona horaria del ciclo,\
        Hora de inicio del entrenamiento,Hora de finalización del entrenamiento,Duración (min),\
        Nombre de la actividad,Esfuerzo de actividad,Energía quemada (cal),FC máx. (lpm),FC promedio (lpm),\
        Zona FC 1%,Zona FC 2%,Zona FC 3%,Zona FC 4%,Zona FC 5%,GPS habilitado\n\
        2024-11-20 00:40:13,,UTC-05:00,2024-11-20 07:30:00,2024-11-20 08:24:30,54,Correr,12.1,640,172,151,1,2,3,4,5,true\n";
    let foreign = text.replace("Hora", "Aika").replace("Zona horaria", "Alue");
    for text in [text, &foreign] {
        let run = activities(&import_bytes("entrenamientos.csv", text.as_bytes(), &empty())).remove(0);
        assert_eq!(
            (run.sport, run.max_hr, run.avg_hr),
            (Sport::Run, Some(172.0), Some(151.0))
        );
        assert_eq!(run.meta.noted("strain").and_then(serde_json::Value::as_f64), Some(12.1));
    }
}

#[test]
fn whoop_journals_of_other_languages_keep_their_answers() {
    for header in [
        "Hora de inicio del ciclo,Hora de finalización del ciclo,Zona horaria del ciclo,Texto de la pregunta,\
         \"Respondió \"\"Sí\"\"\",Notas",
        "Startzeit des Zyklus,Endzeit des Zyklus,Zeitzone des Zyklus,Fragetext,Beantwortet mit Ja,Anmerkungen",
        "Ora di inizio ciclo,Ora di fine ciclo,Fuso orario ciclo,Testo domanda,Risposta affermativa,Note",
    ] {
        let row = |question: &str, answer: &str| format!("2024-11-20 00:40:13,,UTCZ,{question},{answer},\n");
        let text = format!("{header}\n{}{}{}", row("A?", "TRUE"), row("B?", "FALSE"), row("C?", ""));
        let outcome = import_bytes("journal_entries.csv", text.as_bytes(), &empty());
        let journal = applied(&empty(), &outcome);
        assert_eq!(only(&outcome.report).kind, "whoop_journal", "{header}");
        assert_eq!(journal.practices.len(), 2, "{header}");
        assert_eq!(only(&outcome.report).issues, [], "{header}");
    }
}

#[test]
fn sleep_of_ouras_first_api_is_a_night_on_the_day_of_waking() {
    let text = r#"{"sleep": [{"summary_date": "2019-11-01", "bedtime_start": "2019-11-01T23:10:00+01:00",
        "bedtime_end": "2019-11-02T07:00:00+01:00", "total": 25200, "deep": 5400, "awake": 2400, "hr_lowest": 47,
        "rmssd": 55, "score": 80}], "readiness": [{"summary_date": "2019-11-01", "score": 70}]}"#;
    let outcome = import_bytes("oura.json", text.as_bytes(), &empty());
    let journal = applied(&empty(), &outcome);
    let night = &journal.nights[0];
    assert_eq!(
        (night.day, night.asleep_min),
        (jiff::civil::date(2019, 11, 2), Some(420.0))
    );
    let check_in = &journal.check_ins[0];
    assert_eq!((check_in.resting_hr, check_in.hrv_rmssd), (Some(47.0), Some(55.0)));
    assert_eq!(only(&outcome.report).issues, []);
}

#[test]
fn tags_of_oura_are_habits_that_were_done() {
    for text in [
        "id;tag_type_code;start_time;end_time;start_day;end_day;comment;custom_name\n\
         a1;tag_generic_alcohol;2026-06-01T20:00:00+02:00;;2026-06-01;;two;\n\
         a2;custom;;;2026-06-02;;;Cold plunge\n",
        r#"{"data": [{"id": "a1", "tag_type_code": "tag_generic_alcohol", "start_time": "2026-06-01T20:00:00+02:00",
        "start_day": "2026-06-01", "comment": "two"}, {"id": "a2", "tag_type_code": "custom", "start_day": "2026-06-02",
        "custom_name": "Cold plunge", "start_time": null}]}"#,
    ] {
        let outcome = import_bytes("tags", text.as_bytes(), &empty());
        let journal = applied(&empty(), &outcome);
        assert_eq!(only(&outcome.report).kind, "oura_tags");
        let answers: Vec<_> = journal.practices.iter().map(|it| it.answer).collect();
        assert_eq!(answers, [Answer::Yes, Answer::Yes]);
        assert!(journal.habits.iter().any(|it| it.name.eq_ignore_ascii_case("alcohol")));
        assert_eq!(only(&outcome.report).issues, []);
    }
}

#[test]
fn a_table_of_oura_of_2020_has_its_lengths_under_their_names_of_then() {
    let text = "date,Sleep Score,Total Sleep Time,Awake Time,REM Sleep Time,Light Sleep Time,Deep Sleep Time,\
        Sleep Efficiency,Sleep Latency,Bedtime Start,Bedtime End,Lowest Resting Heart Rate,Average HRV,Respiratory Rate\n\
        2020-03-04,74,24690,2610,2400,14490,7800,90,270,2020-03-03T22:14:42-08:00,2020-03-04T05:49:42-08:00,46,69,13.75\n";
    let outcome = import_bytes("oura.csv", text.as_bytes(), &empty());
    let journal = applied(&empty(), &outcome);
    let night = &journal.nights[0];
    assert_eq!((night.asleep_min, night.awake_min()), (Some(411.5), Some(43.5)));
    let detail = night.meta.detail.as_ref().unwrap();
    for (key, value) in [
        ("deep_min", 130.0),
        ("light_min", 241.5),
        ("rem_min", 40.0),
        ("sleep_score", 74.0),
        ("respiration", 13.75),
        ("efficiency_pct", 90.0),
    ] {
        assert_eq!(detail[key].as_f64(), Some(value), "{key}");
    }
}

#[test]
fn a_shorter_sleep_of_ouras_first_api_is_a_nap() {
    let text = r#"{"sleep": [{"summary_date": "2017-11-06", "is_longest": 0, "bedtime_start": "2017-11-06T14:13:19+02:00",
        "bedtime_end": "2017-11-06T15:00:19+02:00", "total": 2400, "hr_lowest": 55, "rmssd": 40}]}"#;
    let journal = applied(&empty(), &import_bytes("oura.json", text.as_bytes(), &empty()));
    assert!(journal.nights[0].nap && journal.check_ins.is_empty());
}

#[test]
fn trends_of_oura_are_nights_without_bedtimes_that_the_sleeps_complete() {
    let trends = "date,Total Sleep Duration,Deep Sleep Duration,Awake Time,Lowest Resting Heart Rate,Average HRV,Steps\n\
        2026-01-02,27000,4320,1500,51,64,10432\n2026-01-03,,,,,,\n";
    let sleeps = r#"{"data": [{"bedtime_start": "2026-01-01T23:00:00+01:00", "bedtime_end": "2026-01-02T07:00:00+01:00",
        "total_sleep_duration": 27000, "type": "long_sleep"}]}"#;
    for files in [
        [("t.csv", trends), ("s.json", sleeps)],
        [("s.json", sleeps), ("t.csv", trends)],
    ] {
        let journal = together(&files);
        let [night] = &journal.nights[..] else {
            panic!("{:?}", journal.nights)
        };
        let bed = night.bed_at.map(Stamp::to_rfc3339);
        assert_eq!(
            (night.asleep_min, bed.as_deref()),
            (Some(450.0), Some("2026-01-01T23:00:00+01:00"))
        );
        let [day] = &journal.check_ins[..] else {
            panic!("{:?}", journal.check_ins)
        };
        assert_eq!((day.resting_hr, day.hrv_rmssd), (Some(51.0), Some(64.0)));
    }
}

#[test]
fn a_whoop_table_that_a_spreadsheet_saved_again_is_read_by_the_order_of_its_dates() {
    let Some(header) = header("whoop_sleeps") else { return };
    let text = format!(
        "{header}\n6/10/2025 23:54,,UTC+02:00,6/10/2025 23:54,6/11/2025 7:46,79,14.1,430,467,178,122,130,37,622,78,91,72,FALSE\n\
         6/9/2025 23:50,,UTC+02:00,6/9/2025 23:50,6/10/2025 7:40,79,14.1,430,467,178,122,130,37,622,78,91,72,FALSE\n"
    );
    let outcome = import_bytes("sleeps.csv", text.as_bytes(), &empty());
    let journal = applied(&empty(), &outcome);
    let beds: Vec<_> = journal
        .nights
        .iter()
        .map(|it| it.bed_at.unwrap().to_rfc3339())
        .collect();
    assert_eq!(beds, ["2025-06-09T23:50:00+02:00", "2025-06-10T23:54:00+02:00"]);
    let order = Assumption::DateOrder {
        day_first: false,
        sure: false,
        records: 2,
    };
    assert_eq!(only(&outcome.report).assumptions, [order]);
}
