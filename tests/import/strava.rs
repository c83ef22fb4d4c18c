//! Strava's bulk export, against an independent reading and of several ages.

use std::io::Write as _;

use afterrun::domain::{Activity, Assumption, DistanceUnit, ImportOptions, RunKind, Sport, Verdict};

use crate::help::{
    activities, data, empty, expected, import, import_bytes, import_bytes_with, import_one, lines, only,
};

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
        assert_eq!(file.runs as u64, told["types"]["Run"].as_u64().unwrap_or(0), "{path}");
        assert_eq!(
            (file.assumptions.as_slice(), lines(&file.issues)),
            (&[][..], vec![]),
            "{path}"
        );
    }
}

#[test]
fn distance_and_times_of_a_real_export_are_those_of_the_second_block() {
    let Some(data) = data() else { return };
    let path = "strava_csv/thenewthinktank_activities.csv";
    let told = &expected(&data)[path];
    let read = activities(&import_one(&data.join(path)));
    let sum = |of: fn(&Activity) -> Option<f64>| read.iter().filter_map(of).sum::<f64>();
    for (sum, key) in [
        (sum(|it| it.distance_m), "sum_distance_metres_second_column"),
        (sum(|it| it.elapsed_s), "sum_elapsed_s"),
        (sum(|it| it.moving_s), "sum_moving_s"),
    ] {
        let told = told[key].as_f64().unwrap();
        assert!((sum - told).abs() <= 0.1, "{key}: {sum} {told}");
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
fn dates_with_slashes_are_read_in_the_order_that_the_column_or_the_runner_tells() {
    let table = |dates: [&str; 2]| {
        let [first, second] = dates.map(|date| {
            let row = row(date, "2.83");
            row.lines().nth(1).unwrap().to_owned()
        });
        format!("{ENGLISH}\n{first}\n{}\n", second.replace("4829010993", "4829010994"))
    };
    let days = |outcome: &afterrun::import::Outcome| -> Vec<String> {
        let read = activities(outcome);
        read.iter().map(|it| it.started_at.civil_date().to_string()).collect()
    };
    let told = import_bytes(
        "a.csv",
        table(["02/04/2021, 10:30:06", "02/22/2021, 10:30:06"]).as_bytes(),
        &empty(),
    );
    assert_eq!(days(&told), ["2021-02-04", "2021-02-22"]);
    let open = table(["02/04/2021, 10:30:06", "02/05/2021, 10:30:06"]);
    let (assumed, month_first) = (
        import_bytes("a.csv", open.as_bytes(), &empty()),
        ImportOptions {
            day_first: Some(false),
            ..ImportOptions::default()
        },
    );
    let assumption = &only(&assumed.report).assumptions[0];
    assert!(
        matches!(
            assumption,
            Assumption::DateOrder {
                sure: false,
                records: 2,
                ..
            }
        ),
        "{assumption:?}"
    );
    let said = import_bytes_with("a.csv", open.as_bytes(), &month_first);
    assert_eq!(days(&said), ["2021-02-04", "2021-02-05"]);
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
    let text = "id,date,name,type,description,elapsed_time,distance,commute,gear,filename\n\
        1836776031,2018-09-12 15:02:23,Evening Ride,Ride,,783,3681.0,true,Merida,activities/1836776031.gpx\n\
        1836776032,2018-09-13 15:02:23,Evening Run,Run,,783,2681.0,false,Pegasus,activities/1836776032.gpx\n";
    let outcome = import_bytes("activities.csv", text.as_bytes(), &empty());
    let read = activities(&outcome);
    assert_eq!(read.len(), 2, "{:?}", only(&outcome.report));
    assert_eq!(read[0].started_at.to_rfc3339(), "2018-09-12T17:02:23+02:00");
    assert_eq!((read[0].distance_m, read[0].elapsed_s), (Some(3681.0), Some(783.0)));
    assert_eq!(
        (&read[0].tags[..], read[0].shoe.as_str()),
        (&[String::from("commute")][..], "")
    );
    assert_eq!((read[1].distance_m, read[1].shoe.as_str()), (Some(2681.0), "Pegasus"));
    assert_eq!(only(&outcome.report).assumptions, []);
}

#[test]
fn a_first_distance_in_miles_is_known_by_the_rows_that_have_both() {
    let both = row("Feb 22, 2021, 10:30:06 AM", "1.76");
    let old = "4829010994,\"Feb 23, 2021, 10:30:06 AM\",Old Run,Run,,3000,10.00,,,false,,,activities/2.gpx,,,,,,,,,";
    let outcome = import_bytes("activities.csv", format!("{both}{old}\n").as_bytes(), &empty());
    let read = activities(&outcome);
    assert_eq!(
        (read[0].distance_m, read[1].distance_m),
        (Some(2831.8), Some(16_093.44))
    );
    assert_eq!(
        only(&outcome.report).assumptions,
        [Assumption::Distance {
            unit: DistanceUnit::Mi,
            sure: true,
            records: 1
        }]
    );
}

#[test]
fn the_runner_can_say_the_unit_of_an_old_export() {
    let text = "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,\
        Commute,Activity Gear,Filename\n\
        4829010993,\"Feb 22, 2021, 10:30:06 AM\",Lunch Run,Run,,3000,5.00,false,,activities/1.gpx\n";
    let options = ImportOptions {
        distance: Some(DistanceUnit::Mi),
        ..ImportOptions::default()
    };
    let outcome = import_bytes_with("activities.csv", text.as_bytes(), &options);
    assert_eq!(activities(&outcome)[0].distance_m, Some(5.0 * 1609.344));
}

#[test]
fn swims_and_rowing_in_metres_leave_the_runs_beside_them_in_kilometres() {
    let header = "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,\
        Commute,Activity Gear,Filename";
    let row = |day: u8, kind: &str, seconds: u32, shown: &str| {
        format!("48290109{day:02},\"Feb {day}, 2021, 10:30:06 AM\",x,{kind},,{seconds},\"{shown}\",false,,\n")
    };
    let rows = [
        row(1, "Swim", 1800, "1500"),
        row(2, "Swim", 1900, "1,600"),
        row(3, "Rowing", 600, "2000"),
        row(4, "Swim", 120, "50"),
        row(5, "Run", 3000, "10.02"),
    ];
    let text = format!("{header}\n{}", rows.concat());
    let outcome = import_bytes("activities.csv", text.as_bytes(), &empty());
    let metres: Vec<_> = activities(&outcome).iter().map(|it| it.distance_m.unwrap()).collect();
    assert_eq!(metres, [1500.0, 1600.0, 2000.0, 50.0, 10_020.0]);
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
fn a_second_distance_that_is_the_first_once_more_is_in_the_unit_of_the_first() {
    let text = row("22.02.2021, 10:30:06", "2,81").replace("2831.8", "\"2,81\"");
    let run = activities(&import_bytes("a.csv", text.as_bytes(), &empty())).remove(0);
    assert_eq!(run.distance_m, Some(2810.0));
}

#[test]
fn a_header_whose_translation_is_missing_is_read_as_what_it_would_have_been() {
    let spans = "\"<span class=\"\"translation_missing\"\" title=\"\"translation missing: \
        en-US.lib.export.portability_exporter.activities.horton_values.long_run\"\">Long Run</span>\",\
        translation missing: en-US.lib.export.portability_exporter.activities.horton_values.competition";
    let cells = row("Feb 22, 2021, 10:30:06 AM", "2.83").replacen('\n', &format!(",{spans}\n"), 1);
    for (ticks, kind) in [
        ("1.0,0.0", Some(RunKind::Long)),
        ("0.0,true", Some(RunKind::Race)),
        ("0,", None),
    ] {
        let text = format!("{},{ticks}\n", cells.trim_end());
        let run = activities(&import_bytes("a.csv", text.as_bytes(), &empty())).remove(0);
        assert_eq!((run.kind, run.rpe), (kind, Some(6.0)), "{ticks}");
    }
}

#[test]
fn absurd_rows_and_values_are_left_out_by_name() {
    let good = row("Feb 22, 2021, 10:30:06 AM", "2.83");
    for (from, to, why) in [
        (
            "Feb 22, 2021, 10:30:06 AM",
            "Dec 31, 1989, 10:30:06 AM",
            "did not know the date",
        ),
        ("Feb 22, 2021, 10:30:06 AM", "Feb 22, 2031, 10:30:06 AM", "future"),
        ("Feb 22, 2021, 10:30:06 AM", "soon", "Activity Date"),
        ("Feb 22, 2021, 10:30:06 AM", "", "Activity Date"),
        ("4829010993,", "4.83E+9,", "Activity ID"),
    ] {
        let outcome = import_bytes("a.csv", good.replacen(from, to, 1).as_bytes(), &empty());
        let file = only(&outcome.report);
        assert_eq!(
            (file.verdict, lines(&file.issues)),
            (Verdict::Rejected, vec![Some(2)]),
            "{to}"
        );
        assert!(file.issues[0].why.contains(why), "{:?}", file.issues);
        assert_eq!(file.rejected_rows.rows.len(), 1);
    }
    let values = good.replace("975.0,901.0,2831.8", "2678400.0,901.0,1e30");
    let outcome = import_bytes("a.csv", values.as_bytes(), &empty());
    let run = activities(&outcome).remove(0);
    assert_eq!((run.elapsed_s, run.moving_s, run.distance_m), (None, Some(901.0), None));
    assert_eq!(lines(&only(&outcome.report).issues), [Some(2), Some(2)]);
}

#[test]
fn an_export_that_a_spreadsheet_saved_again_has_semicolons_and_commas() {
    let text = row("22.02.2021 10:30:06", "2,83");
    let text = text
        .replace("\"22.02.2021 10:30:06\"", "22.02.2021 10:30:06")
        .replace("\"2,83\"", "2x83");
    let text = text
        .replace(',', ";")
        .replace("975.0;901.0;2831.8", "975,0;901,0;2831,8")
        .replace("2x83", "2,83");
    let run = activities(&import_bytes("a.csv", text.as_bytes(), &empty())).remove(0);
    assert_eq!((run.distance_m, run.moving_s), (Some(2831.8), Some(901.0)));
    assert_eq!(run.started_at.to_rfc3339(), "2021-02-22T11:30:06+01:00");
}

#[test]
fn a_later_export_of_the_same_account_adds_only_what_is_new() {
    let first = row("Feb 22, 2021, 10:30:06 AM", "2.83");
    let outcome = import_bytes("a.csv", first.as_bytes(), &empty());
    let journal = crate::help::applied(&empty(), &outcome);
    let old = first.lines().nth(1).unwrap();
    let new = old.replace("4829010993", "4829010999").replace("Feb 22", "Feb 25");
    let later = format!(
        "{}{new}\n",
        first.replace("Feb 22, 2021, 10:30:06 AM", "22 Feb 2021, 10:30:06")
    );
    let later = import_bytes("b.csv", later.as_bytes(), &journal);
    let file = only(&later.report);
    assert_eq!((file.runs, file.duplicates), (1, 1), "{file:?}");
}

#[test]
fn other_files_of_an_export_have_nothing_for_a_journal() {
    for (name, text) in [
        (
            "profile.csv",
            "Athlete ID,Email Address,First Name,Last Name\n1,a@b.c,A,B\n",
        ),
        ("media.csv", "Media Filename,Media Caption\nmedia/x.jpg,hello\n"),
        (
            "comments.csv",
            "Comment Date,Activity ID,Comment\n2021-02-22 10:30:06,4829010993,nice\n",
        ),
        ("routes.csv", "Route Name,Route Filename\nLoop,routes/1.gpx\n"),
        (
            "bikes.csv",
            "Bike Name,Bike Brand,Bike Model,Bike Default Sport Types\nx,,,\n",
        ),
    ] {
        let outcome = import_bytes(name, text.as_bytes(), &empty());
        assert_eq!(only(&outcome.report).verdict, Verdict::Unsupported, "{name}");
    }
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
    let other = tempfile::tempdir().unwrap();
    let archive = other.path().join("export.zip");
    std::fs::write(&archive, zip.finish().unwrap().into_inner()).unwrap();
    for path in [folder.path().to_owned(), archive] {
        let outcome = import(&[path], &empty());
        let read = activities(&outcome);
        assert_eq!(read.len(), 1, "{:#?}", outcome.report);
        assert_eq!(
            (read[0].sport, read[0].title.as_str(), read[0].max_hr),
            (Sport::Run, "Lunch Run", Some(189.0))
        );
    }
}

#[test]
fn planned_routes_in_an_archive_are_passed_over_with_one_remark() {
    let route = "<gpx><trk><name>Loop</name><trkseg><trkpt lat=\"60\" lon=\"10\"/><trkpt lat=\"61\" lon=\"10\"/></trkseg>\
        </trk></gpx>";
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in [
        (
            "export/activities.csv",
            row("Feb 22, 2021, 10:30:06 AM", "2.83").as_str(),
        ),
        ("export/routes/1.gpx", route),
        ("export/routes/2.gpx", route),
    ] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    let outcome = import_bytes("export.zip", &zip.finish().unwrap().into_inner(), &empty());
    let file = only(&outcome.report);
    assert_eq!((file.runs, file.issues.len()), (1, 1), "{:?}", file.issues);
    assert!(!file.issues[0].left_out && file.issues[0].why.starts_with("2 planned routes"));
}

#[test]
fn a_sport_that_nobody_knows_is_told_once_with_its_word() {
    let text = row("Feb 22, 2021, 10:30:06 AM", "2.83").replace(",Run,", ",Quidditch,");
    let again = text
        .lines()
        .nth(1)
        .unwrap()
        .replace("4829010993", "4829010994")
        .replace("Feb 22", "Feb 23");
    let outcome = import_bytes("a.csv", format!("{text}{again}\n").as_bytes(), &empty());
    let file = only(&outcome.report);
    assert_eq!((file.other_activities, file.issues.len()), (2, 1));
    assert!(file.issues[0].why.contains("Quidditch"), "{:?}", file.issues);
}
