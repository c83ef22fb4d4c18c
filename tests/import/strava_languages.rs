//! Strava's bulk export under headers of several languages, those that nobody knows among them.

use crate::help::{activities, data, empty, import_bytes, lines, only};

/// A run under a header with both blocks: what stands in each of its columns.
fn under(header: &str, date: &str) -> String {
    let names: Vec<&str> = header.trim().split(',').collect();
    let second = |name: &str| names.iter().rposition(|it| *it == name).unwrap();
    let (elapsed, metres) = (second(names[5]), second(names[6]));
    let mut cells = vec![String::new(); names.len()];
    for (at, value) in [
        (0, "4829010993"),
        (1, date),
        (2, "Abendlauf"),
        (3, "Run"),
        (4, "windy"),
        (5, "3070"),
        (6, "8,19"),
        (elapsed - 4, "Pegasus"),
        (elapsed - 3, "activities/4831144613.gpx"),
        (elapsed, "3070.0"),
        (elapsed + 1, "2977.0"),
        (metres, "8191.6"),
        (metres + 3, "52.0"),
        (metres + 13, "171.0"),
        (metres + 14, "151.5"),
        (metres + 17, "512.0"),
        (metres + 19, "12.0"),
        (metres + 26, "6.0"),
    ] {
        if at < cells.len() {
            value.clone_into(&mut cells[at]);
        }
    }
    let cells: Vec<String> = cells.into_iter().map(|it| format!("\"{it}\"")).collect();
    format!("{}\n{}\n", header.trim(), cells.join(","))
}

/// The header in words that nobody knows, which come twice where those of `header` do.
fn in_no_language(header: &str) -> String {
    let names: Vec<&str> = header.trim().split(',').collect();
    let first = |name: &str| names.iter().position(|it| *it == name).unwrap();
    let words: Vec<String> = names.iter().map(|it| format!("столбец {}", first(it))).collect();
    words.join(",")
}

#[test]
fn headers_of_other_languages_are_read_also_those_nobody_knows() {
    let Some(data) = data() else { return };
    for name in ["strava_activities_de_92", "strava_activities_nl_2020"] {
        let header = std::fs::read_to_string(data.join(format!("headers/{name}.header.csv"))).unwrap();
        for header in [header.trim().to_owned(), in_no_language(&header)] {
            let text = under(&header, "09.12.2022, 15:24:49");
            let outcome = import_bytes("activities.csv", text.as_bytes(), &empty());
            let file = only(&outcome.report);
            assert_eq!(
                (file.kind.as_str(), lines(&file.issues)),
                ("strava", vec![]),
                "{header}"
            );
            let run = activities(&outcome).remove(0);
            assert_eq!(run.started_at.to_rfc3339(), "2022-12-09T16:24:49+01:00");
            assert_eq!(
                (run.elapsed_s, run.moving_s, run.distance_m, run.ascent_m),
                (Some(3070.0), Some(2977.0), Some(8191.6), Some(52.0))
            );
            assert_eq!(
                (run.avg_hr, run.max_hr, run.temperature_c, run.rpe),
                (Some(151.5), Some(171.0), Some(12.0), Some(6.0))
            );
            assert_eq!(
                (run.title.as_str(), run.notes.as_str(), run.shoe.as_str()),
                ("Abendlauf", "windy", "Pegasus")
            );
        }
    }
}

#[test]
fn each_language_is_read_with_its_own_dates() {
    let french = "ID de l'activité,Date de l'activité,Nom de l'activité,Type d'activité,Description de l'activité,\
        Temps écoulé,Distance,Fréquence cardiaque max.,Effort relatif,Déplacement-transport,\
        Note privée sur les activités,Matériel utilisé pour l'activité,Nom du fichier,Poids de l'athlète,\
        Poids du vélo,Temps écoulé,Durée de déplacement,Distance,Vitesse max.,Vitesse moyenne,Dénivelé positif";
    let czech = "ID aktivity,Datum aktivity,Název aktivity,Typ aktivity,Popis aktivity,Uplynulý čas,Vzdálenost,\
        Maximální tepová frekvence,Relativní úsilí,Dojíždění,Soukromá poznámka k aktivitě,Vybavení na aktivitu,\
        Název souboru,Hmotnost sportovce,Hmotnost kola,Uplynulý čas,Aktivní čas,Vzdálenost,Maximální rychlost,\
        Průměrná rychlost,Nastoupaná výška";
    let polish = "Identyfikator aktywności,Data aktywności,Nazwa aktywności,Rodzaj aktywności,Opis,Czas całkowity,\
        Dystans,a,b,c,d,e,f,g,h,Czas całkowity,Czas ruchu,Dystans,i,j,k";
    let portuguese = "ID da atividade,Data da atividade,Nome da atividade,Tipo de atividade,x,Tempo decorrido,\
        Distância,a,b,c,d,e,Nome do arquivo,g,h,Tempo decorrido,Tempo de movimentação,Distância,i,j,Ganho de elevação";
    for (header, date) in [
        (french, "9 déc. 2022, 15:24:49"),
        (french, "9 déc. 2022 à 15:24:49"),
        (czech, "9. 12. 2022 15:24:49"),
        (polish, "9 gru 2022, 15:24:49"),
        (portuguese, "9 de dez. de 2022, 15:24:49"),
        (&in_no_language(french), "9 dic 2022, 15:24:49"),
        (&in_no_language(french), "9 dic 2022, 3:24:49 p.\u{a0}m."),
        (&in_no_language(french), "9. des. 2022, 15:24:49"),
        (&in_no_language(french), "9. dec. 2022 15.24.49"),
        (&in_no_language(french), "2022/12/09 15:24:49"),
        (&in_no_language(french), "2022年12月9日 15:24:49"),
    ] {
        let text = under(header, date);
        let outcome = import_bytes("activities.csv", text.as_bytes(), &empty());
        let read = activities(&outcome);
        assert_eq!(read.len(), 1, "{date}: {:?}", only(&outcome.report));
        let run = &read[0];
        assert_eq!(run.started_at.to_rfc3339(), "2022-12-09T16:24:49+01:00", "{date}");
        assert_eq!(
            (run.moving_s, run.distance_m, run.ascent_m, run.shoe.as_str()),
            (Some(2977.0), Some(8191.6), Some(52.0), "Pegasus"),
            "{date}"
        );
    }
}

#[test]
fn an_italian_export_tells_effort_weather_and_what_the_second_block_has() {
    let header = "ID attività,Data dell\u{2019}attività,Nome attività,Tipo attività,Descrizione dell\u{2019}attività,\
        Tempo trascorso,Distanza,Frequenza cardiaca massima,Sforzo relativo,Tragitto pendolare,\
        Nota privata sulle attività,Attrezzatura attività,Nome del file,Tempo trascorso,Tempo in movimento,Distanza,\
        Dislivello positivo,Cadenza media,Frequenza cardiaca massima,Frequenza cardiaca media,Calorie,Sforzo percepito,\
        Temperatura atmosferica";
    let row = "178793591,\"11 ago 2014, 16:27:28\",Corsa serale,Corsa,vento,3058,\"9,62\",,,false,ginocchio,Pegasus,\
        activities/178793591.gpx,3058.0,3054.0,9625.9,286.4,82.0,171.0,151.2,805.1,6.0,17.5";
    let outcome = import_bytes("activities.csv", format!("{header}\n{row}\n").as_bytes(), &empty());
    assert_eq!(lines(&only(&outcome.report).issues), vec![]);
    let run = activities(&outcome).remove(0);
    assert_eq!(
        (run.rpe, run.temperature_c, run.avg_hr, run.max_hr),
        (Some(6.0), Some(17.5), Some(151.2), Some(171.0))
    );
    assert_eq!(
        (run.elapsed_s, run.distance_m, run.ascent_m, run.cadence),
        (Some(3058.0), Some(9625.9), Some(286.4), Some(164.0))
    );
    assert_eq!(
        (run.notes.as_str(), run.shoe.as_str()),
        ("vento\n\nginocchio", "Pegasus")
    );
}

#[test]
fn a_short_table_in_spanish_tells_climb_effort_and_the_private_note() {
    let text = "ID de actividad,Fecha de la actividad,Tipo de actividad,Descripción de la actividad,Tiempo transcurrido,\
        Distancia,Nota privada de actividad,Nombre del archivo,Tiempo transcurrido,Tiempo en movimiento,Distancia,\
        Desnivel positivo,Esfuerzo Percibido\n\
        1010,\"2 ene 2025, 7:30:12\",Carrera,calor,1341,\"4,03\",gemelo,activities/1.gpx,1341.0,1322.0,4030.5,5.9,6\n";
    let run = activities(&import_bytes("activities.csv", text.as_bytes(), &empty())).remove(0);
    assert_eq!(
        (run.ascent_m, run.rpe, run.notes.as_str()),
        (Some(5.9), Some(6.0), "calor\n\ngemelo")
    );
}

#[test]
fn a_short_table_in_japanese_is_read_by_its_names() {
    let text = "アクティビティID,アクティビティ実行日,アクティビティ名,アクティビティタイプ,ファイル名,移動時間,距離,距離_1,獲得標高\n\
        7500000001,2024/06/29 20:14:15,朝のラン,バーチャルラン,activities/1.gpx,4555,12.40,12403.3,163\n";
    let outcome = import_bytes("activities.csv", text.as_bytes(), &empty());
    assert_eq!(only(&outcome.report).kind, "strava");
    let run = activities(&outcome).remove(0);
    assert_eq!(run.started_at.to_rfc3339(), "2024-06-29T22:14:15+02:00");
    assert_eq!(
        (run.is_run(), run.moving_s, run.distance_m, run.ascent_m),
        (true, Some(4555.0), Some(12403.3), Some(163.0))
    );
}
