//! Garmin Connect's table of activities, under the headers of several languages.

use afterrun::domain::{Activity, Assumption, DistanceUnit, ImportOptions, Sport};

use crate::help::{
    activities, applied, data, empty, expected, import_bytes, import_bytes_with, import_one, lines, only,
};

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
fn a_real_table_with_decimal_commas_is_read_to_the_metre_and_the_second() {
    let Some(data) = data() else { return };
    let outcome = import_one(&data.join("garmin_csv/grunt_Activities.csv"));
    assert_eq!(lines(&only(&outcome.report).issues), []);
    let read = activities(&outcome);
    let run = read.last().unwrap();
    assert_eq!(run.started_at.to_rfc3339(), "2026-01-04T12:38:59+01:00");
    assert_eq!(
        (run.distance_m, run.elapsed_s, run.moving_s, run.avg_hr, run.max_hr),
        (Some(3400.0), Some(1021.0), Some(1021.0), Some(153.0), Some(166.0))
    );
    assert_eq!(
        (run.cadence, run.ascent_m, &run.tags[..]),
        (Some(172.0), None, &[String::from("treadmill")][..])
    );
    let detail = run.meta.detail.as_ref().unwrap();
    // 2.932 steps are nearly three thousand.
    assert_eq!(
        (&detail["steps"], &detail["aerobic_te"], &detail["calories"]),
        (&2932.into(), &2.9.into(), &255.into())
    );
    let first = &read[0];
    assert_eq!((first.distance_m, first.moving_s), (Some(10_000.0), Some(3622.0)));
    let trails = read.iter().filter(|it| it.surface == "trail").count();
    assert_eq!(trails, 158);
}

#[test]
fn a_real_table_in_miles_has_its_heights_in_feet() {
    let Some(data) = data() else { return };
    let read = activities(&import_one(&data.join("garmin_csv/Activities.csv")));
    let ride = read.last().unwrap();
    assert_eq!(ride.sport, Sport::Ride);
    let near = |value: Option<f64>, expected: f64| (value.unwrap() - expected).abs() < 0.01;
    assert!(near(ride.distance_m, 5.85 * 1609.344), "{:?}", ride.distance_m);
    assert_eq!(ride.ascent_m, Some((554.0 * 0.3048_f64).round()));
    assert_eq!((ride.elapsed_s, ride.moving_s), (Some(5697.0), Some(5696.0)));
    assert_eq!(read.iter().filter(|it| it.sport == Sport::Strength).count(), 5);
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

/// A table with a run under a header, by what its columns hold; and a later one that tells the order of dates.
fn under(header: &str, kind: &str, date: &str) -> String {
    let names: Vec<&str> = header.trim().split(',').collect();
    let mut cells = vec!["--".to_owned(); names.len()];
    for (at, value) in [
        (0, kind),
        (1, date),
        (2, "false"),
        (3, "Morgenrunde"),
        (4, "10,20"),
        (5, "1.024"),
        (6, "00:54:30"),
        (7, "151"),
        (8, "172"),
    ] {
        value.clone_into(&mut cells[at]);
    }
    let row = |date: &str| {
        let cells = cells.iter().enumerate();
        let cells: Vec<String> = cells
            .map(|(at, cell)| format!("\"{}\"", if at == 1 { date } else { cell }))
            .collect();
        cells.join(",")
    };
    format!("{}\n{}\n{}\n", header.trim(), row(date), row("2025-03-20 07:30:00"))
}

fn read_one(text: &str) -> Activity {
    let outcome = import_bytes("Activities.csv", text.as_bytes(), &empty());
    let file = only(&outcome.report);
    assert_eq!(
        (file.kind.as_str(), lines(&file.issues)),
        ("garmin_activities", vec![]),
        "{text}"
    );
    activities(&outcome).remove(0)
}

#[test]
fn real_headers_of_four_languages_are_read_with_dates_in_five_shapes() {
    let Some(data) = data() else { return };
    for (language, kind) in [
        ("da", "Løb"),
        ("de", "Laufen"),
        ("en_2025", "Running"),
        ("es", "Carrera"),
    ] {
        let path = data.join(format!("headers/garmin_activities_{language}.header.csv"));
        let header = std::fs::read_to_string(path).unwrap();
        for date in [
            "2025-03-04 07:30:00",
            "04.03.2025 07:30",
            "4/3/2025 07:30:00",
            "2025-03-04T07:30:00",
            "4. 3. 2025 7:30",
        ] {
            let run = read_one(&under(&header, kind, date));
            assert_eq!(
                run.started_at.to_rfc3339(),
                "2025-03-04T07:30:00+01:00",
                "{language} {date}"
            );
            assert_eq!(
                (run.sport, run.distance_m, run.elapsed_s, run.avg_hr, run.max_hr),
                (Sport::Run, Some(10_200.0), Some(3270.0), Some(151.0), Some(172.0)),
                "{language} {date}"
            );
        }
    }
}

#[test]
fn tables_of_other_languages_are_read_by_their_names_and_of_unknown_ones_by_their_order() {
    for (header, kind) in [
        (
            "Type d'activité,Date,Favori,Titre,Distance,Calories,Durée,Fréquence cardiaque moyenne,\
             Fréquence cardiaque maximale,TE aérobie,Training Stress Score® (TSS®)",
            "Course à pied",
        ),
        (
            "Tipo di attività,Data,Preferita,Titolo,Distanza,Calorie,Tempo,FC Media,FC max,TE attività aerobica",
            "Corsa",
        ),
        (
            "Activiteittype,Datum,Favoriet,Titel,Afstand,Calorieën,Tijd,Gem. HS,Max. HS,Aeroob TE",
            "Hardlopen",
        ),
        (
            "Aktivitetstyp,Datum,Favorit,Namn,Sträcka,Kalorier,Tid,Medelpuls,Maxpuls,Aerobisk TE",
            "Löpning",
        ),
        (
            "Aktivitetstype,Dato,Favoritt,Tittel,Distanse,Kalorier,Tid,Gjennomsnittlig puls,Makspuls,Total stigning",
            "Løping",
        ),
        (
            "Typ aktywności,Data,Ulubiony,Tytuł,Dystans,Kalorie,Czas,Średnie tętno,Maksymalne tętno,Aerobowy TE",
            "Bieganie",
        ),
        (
            "Tipo de atividade,Data,Favorito,Título,Distância,Calorias,Tempo total,FC Média,FC máxima,Subida total",
            "Corrida",
        ),
        (
            "活动类型,日期,我的最爱,标题,距离,热量消耗,时间,平均心率,最大心率,累计爬升",
            "跑步",
        ),
        (
            "アクティビティタイプ,日付,お気に入り,タイトル,距離,カロリー,タイム,平均心拍数,最大心拍数,総上昇量",
            "ラン",
        ),
        ("α,β,γ,δ,ε,ζ,η,θ,ι,Training Stress Score®", "Running"),
    ] {
        let run = read_one(&under(header, kind, "2025-03-04 07:30:00"));
        assert_eq!(
            (run.sport, run.distance_m, run.elapsed_s, run.avg_hr, run.max_hr),
            (Sport::Run, Some(10_200.0), Some(3270.0), Some(151.0), Some(172.0)),
            "{header}"
        );
        assert_eq!(run.title, "Morgenrunde");
    }
}

#[test]
fn the_table_of_an_american_has_the_month_first_and_says_so() {
    let text = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR\n\
        Running,3/4/2025 6:04 AM,FALSE,x,6.91,\"4,614\",0:57:17,145,171\n";
    let outcome = import_bytes("a.csv", text.as_bytes(), &empty());
    let run = activities(&outcome).remove(0);
    assert_eq!(run.started_at.to_rfc3339(), "2025-03-04T06:04:00+01:00");
    let assumptions = &only(&outcome.report).assumptions;
    let order = Assumption::DateOrder {
        day_first: false,
        sure: false,
        records: 1,
    };
    assert!(assumptions.contains(&order), "{assumptions:?}");
    let options = ImportOptions {
        day_first: Some(true),
        ..ImportOptions::default()
    };
    let run = activities(&import_bytes_with("a.csv", text.as_bytes(), &options)).remove(0);
    assert_eq!(run.started_at.to_rfc3339(), "2025-04-03T06:04:00+02:00");
}

#[test]
fn pace_and_speed_share_a_column_by_sport() {
    let text = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Avg Speed,Max Speed\n\
        Running,2025-03-04 07:30:00,false,x,5.00,300,00:30:48,150,170,6:10,5:00\n\
        Cycling,2025-03-05 07:30:00,false,x,18.20,300,01:00:12,150,170,18.2,30.1\n\
        Cycling,2025-03-06 07:30:00,false,x,0.30,10,59:20:00,150,170,18.2,30.1\n";
    let read = activities(&import_bytes("a.csv", text.as_bytes(), &empty()));
    let times: Vec<_> = read.iter().map(|it| it.elapsed_s).collect();
    assert_eq!(times, [Some(1848.0), Some(3612.0), Some(213_600.0)]);
}

#[test]
fn a_run_of_a_month_and_a_watch_without_a_date_are_left_out_by_name() {
    let text = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR\n\
        Running,2025-03-04 07:30:00,false,x,5.00,300,744:00:00,65535,170\n\
        Running,1989-12-31 07:30:00,false,x,5.00,300,00:30:00,150,170\n\
        Running,2031-12-31 07:30:00,false,x,5.00,300,00:30:00,150,170\n\
        Running,yesterday,false,x,5.00,300,00:30:00,150,170\n\
        Running,2025-03-05 07:30:00,false,x,NaN,300,soon,-5,0\n";
    let outcome = import_bytes("a.csv", text.as_bytes(), &empty());
    let read = activities(&outcome);
    assert_eq!(read.len(), 2);
    assert_eq!(
        (read[0].elapsed_s, read[0].avg_hr, read[0].max_hr),
        (None, None, Some(170.0))
    );
    assert_eq!(
        (read[1].distance_m, read[1].elapsed_s, read[1].avg_hr),
        (None, None, None)
    );
    let issues = lines(&only(&outcome.report).issues);
    assert_eq!(
        issues,
        [2, 2, 3, 4, 5, 6, 6].map(Some),
        "{:?}",
        only(&outcome.report).issues
    );
}

#[test]
fn a_session_of_several_sports_and_its_first_part_are_two_and_the_same_in_another_language() {
    let header = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR";
    let rows = "Multisport,2025-03-04 07:30:00,false,x,51.50,2000,02:30:00,150,170\n\
        Open Water Swimming,2025-03-04 07:30:00,false,x,\"1,500\",300,00:30:00,150,170\n\
        Running,2025-03-04 09:10:00,false,x,10.00,700,00:50:00,160,180\n";
    let outcome = import_bytes("a.csv", format!("{header}\n{rows}").as_bytes(), &empty());
    assert_eq!(activities(&outcome).len(), 3, "{:?}", only(&outcome.report));
    let journal = applied(&empty(), &outcome);
    let german = "Aktivitätstyp,Datum,Favorit,Titel,Distanz,Kalorien,Zeit,Ø HF,Max. HF";
    let rows = rows
        .replace("Running", "Laufen")
        .replace("Open Water Swimming", "Freiwasserschwimmen");
    let again = import_bytes("b.csv", format!("{german}\n{rows}").as_bytes(), &journal);
    let file = only(&again.report);
    assert_eq!(
        (file.runs, file.other_activities, file.duplicates),
        (0, 0, 3),
        "{file:?}"
    );
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
    let options = ImportOptions {
        distance: Some(DistanceUnit::Mi),
        ..ImportOptions::default()
    };
    let outcome = import_bytes_with("a.csv", text.as_bytes(), &options);
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
fn swims_of_an_account_in_miles_are_in_yards() {
    let text = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR\n\
        Pool Swimming,2025-03-04 07:30:00,false,x,\"1,200\",300,00:40:00,--,--\n\
        Open Water Swimming,2025-03-05 07:30:00,false,x,1.2,300,00:40:00,--,--\n";
    let options = ImportOptions {
        distance: Some(DistanceUnit::Mi),
        ..ImportOptions::default()
    };
    let read = activities(&import_bytes_with("a.csv", text.as_bytes(), &options));
    assert_eq!(read[0].distance_m, Some(1200.0 * 0.9144));
    assert_eq!(read[1].distance_m, Some(1.2 * 1609.344));
}
