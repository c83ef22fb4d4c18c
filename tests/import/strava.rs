//! Strava's bulk export, against an independent reading and under headers of several languages and ages.

use std::io::Write as _;

use afterrun::domain::{Assumption, DistanceUnit, Sport, Verdict};

use crate::help::{activities, data, empty, expected, import, import_bytes, import_one, only};

const ENGLISH: &str = "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,\
    Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,Athlete Weight,Bike Weight,\
    Elapsed Time,Moving Time,Distance,Max Speed,Average Speed,Elevation Gain,Perceived Exertion";

fn row(date: &str, shown: &str) -> String {
    format!(
        "{ENGLISH}\n4829010993,\"{date}\",Lunch Run,Run,windy,975,\"{shown}\",,,false,my knee,Pegasus,\
         activities/4829010993.gpx,,,975.0,901.0,2831.8,13.3,3.1,7.6,6\n"
    )
}

#[test]
fn every_row_of_real_exports_is_an_activity() {
    let Some(data) = data() else { return };
    for (path, told) in expected(&data).into_iter().filter(|it| it.0.starts_with("strava_csv/")) {
        let outcome = import_one(&data.join(&path));
        let file = only(&outcome.report);
        assert_eq!(
            (file.verdict, file.kind.as_str()),
            (Verdict::Imported, "strava"),
            "{path}"
        );
        let count = file.runs + file.other_activities + file.duplicates;
        assert_eq!(
            count as u64,
            told["rows"].as_u64().unwrap(),
            "{path}: {:?}",
            file.issues
        );
    }
}

#[test]
fn the_same_activity_twice_in_one_table_is_one() {
    let Some(data) = data() else { return };
    let outcome = import_one(&data.join("strava_csv/strava_py_activities.csv"));
    assert_eq!(only(&outcome.report).duplicates, 1);
}

#[test]
fn a_row_tells_title_notes_gear_effort_and_the_exact_distance() {
    let run = activities(&import_bytes(
        "a.csv",
        row("Feb 22, 2021, 10:30:06 AM", "2.83").as_bytes(),
        &empty(),
    ))
    .remove(0);
    assert_eq!(run.started_at.to_rfc3339(), "2021-02-22T11:30:06+01:00");
    assert_eq!(
        (run.elapsed_s, run.moving_s, run.distance_m),
        (Some(975.0), Some(901.0), Some(2831.8))
    );
    assert_eq!(
        (run.rpe, run.shoe.as_str(), run.title.as_str()),
        (Some(6.0), "Pegasus", "Lunch Run")
    );
    assert_eq!(run.notes, "windy\n\nmy knee");
}

#[test]
fn dates_of_all_languages_and_a_narrow_blank_before_am_are_read_in_utc() {
    for date in [
        "Feb 22, 2021, 10:30:06\u{202f}AM",
        "22 Feb 2021, 10:30:06",
        "22.02.2021, 10:30:06",
        "2021-02-22 10:30:06",
        "22 févr. 2021, 10:30:06",
    ] {
        let outcome = import_bytes("a.csv", row(date, "2,83").as_bytes(), &empty());
        let read = activities(&outcome);
        assert_eq!(read.len(), 1, "{date}: {:?}", only(&outcome.report).issues);
        assert_eq!(read[0].started_at.to_rfc3339(), "2021-02-22T11:30:06+01:00", "{date}");
    }
}

#[test]
fn headers_of_other_languages_are_read_also_those_nobody_knows() {
    let Some(data) = data() else { return };
    for name in ["strava_activities_de_92", "strava_activities_nl_2020"] {
        let header = std::fs::read_to_string(data.join(format!("headers/{name}.header.csv"))).unwrap();
        let names: Vec<&str> = header.trim().split(',').collect();
        let file = names
            .iter()
            .position(|it| ["Dateiname", "Bestandsnaam"].contains(it))
            .unwrap();
        // Names that come twice come twice in every language.
        let first = |name| names.iter().position(|it| *it == name).unwrap();
        let strange: Vec<String> = names.iter().map(|name| format!("столбец {}", first(*name))).collect();
        for header in [names.join(","), strange.join(",")] {
            let mut cells = vec![String::new(); names.len()];
            for (at, value) in [
                (0, "4829010993"),
                (1, "\"09.12.2022, 15:24:49\""),
                (2, "Abendlauf"),
                (3, "Run"),
                (5, "3070"),
                (6, "\"8,19\""),
                (file, "activities/4831144613.gpx"),
                (file + 3, "3070.0"),
                (file + 4, "2977.0"),
                (file + 5, "8191.6"),
                (file + 8, "52.0"),
            ] {
                value.clone_into(&mut cells[at]);
            }
            let text = format!("{header}\n{}\n", cells.join(","));
            let outcome = import_bytes("activities.csv", text.as_bytes(), &empty());
            assert_eq!(only(&outcome.report).kind, "strava", "{header}");
            let run = activities(&outcome).remove(0);
            assert_eq!(
                (run.moving_s, run.distance_m, run.ascent_m),
                (Some(2977.0), Some(8191.6), Some(52.0))
            );
            assert_eq!(run.started_at.to_rfc3339(), "2022-12-09T16:24:49+01:00");
        }
    }
}

#[test]
fn old_exports_without_metres_say_what_unit_was_assumed() {
    let text = "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,\
        Relative Effort,Commute,Activity Gear,Filename\n\
        4829010993,\"Feb 22, 2021, 10:30:06 AM\",Lunch Run,Run,,3000,10.00,,false,,activities/1.gpx\n";
    let outcome = import_bytes("activities.csv", text.as_bytes(), &empty());
    assert_eq!(activities(&outcome)[0].distance_m, Some(10_000.0));
    assert_eq!(
        only(&outcome.report).assumptions,
        [Assumption::Distance {
            unit: DistanceUnit::Km,
            sure: false,
            records: 1
        }]
    );
}

#[test]
fn an_export_of_2018_has_metres_in_its_only_distance() {
    let text = "id,x\n";
    let text = text.replace(
        "id,x\n",
        "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,\
         Relative Effort,Commute,Activity Gear,Filename\n\
         4829010993,2018-02-22 10:30:06,Lunch Run,Run,,3000,10000.0,,false,,activities/1.gpx\n",
    );
    let outcome = import_bytes("activities.csv", text.as_bytes(), &empty());
    assert_eq!(activities(&outcome)[0].distance_m, Some(10_000.0));
    assert_eq!(only(&outcome.report).assumptions, []);
}

#[test]
fn a_row_and_the_file_it_names_are_one_run_in_an_archive_and_in_a_folder() {
    let Some(data) = data() else { return };
    let track = std::fs::read(data.join("tcx/test.tcx")).unwrap();
    // The row has the wrong hour, as exports of a changed time zone do: the name of the file decides.
    let table = row("Dec 26, 2012, 2:00:00 PM", "4.69").replace("4829010993.gpx", "4829010993.tcx.gz");
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(&track).unwrap();
    let packed = packed.finish().unwrap();
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("activities")).unwrap();
    std::fs::write(folder.path().join("activities.csv"), &table).unwrap();
    std::fs::write(folder.path().join("activities/4829010993.tcx.gz"), &packed).unwrap();
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (name, bytes) in [
        ("activities.csv", table.as_bytes()),
        ("activities/4829010993.tcx.gz", &packed),
    ] {
        zip.start_file(name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    let archive = folder
        .path()
        .parent()
        .unwrap()
        .join(format!("{}.zip", std::process::id()));
    std::fs::write(&archive, zip.finish().unwrap().into_inner()).unwrap();
    for path in [folder.path().to_owned(), archive.clone()] {
        let outcome = import(&[path], &empty());
        let read = activities(&outcome);
        assert_eq!(read.len(), 1, "{:#?}", outcome.report);
        assert_eq!(
            (read[0].sport, read[0].title.as_str(), read[0].max_hr),
            (Sport::Run, "Lunch Run", Some(189.0))
        );
    }
    std::fs::remove_file(archive).unwrap();
}
