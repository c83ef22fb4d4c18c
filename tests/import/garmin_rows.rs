//! Rows of Garmin's table that say less or otherwise than those of today: pools, units in cells, dates alone, names
//! of other years and languages.

use afterrun::domain::{Activity, Sport};

use crate::help::{activities, applied, empty, import_bytes, lines, only};

const SHORT: &str = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Avg Pace";

/// The activities of a table of nine columns and a pace.
fn rows(rows: &str) -> Vec<Activity> {
    activities(&import_bytes("a.csv", format!("{SHORT}\n{rows}").as_bytes(), &empty()))
}

#[test]
fn a_pool_by_any_name_is_a_swim_in_metres() {
    for (kind, pace) in [
        ("Basseng", "--"),
        ("Bassängsim", "--"),
        ("Бассейн", "--"),
        ("Havuz", "2:00"),
    ] {
        let row = format!("{kind},2025-03-04 07:30:00,false,x,\"1,500\",300,00:30:00,--,--,{pace}\n");
        let swim = rows(&row).remove(0);
        assert_eq!((swim.sport, swim.distance_m), (Sport::Swim, Some(1500.0)), "{kind}");
    }
}

#[test]
fn a_long_way_of_an_unknown_sport_stays_a_long_way() {
    for (distance, time, pace) in [
        ("42.20", "04:13:12", "6:00"),
        ("120", "04:00:00", "30.0"),
        ("523.11", "02:00:00", "--"),
    ] {
        let row = format!("Πεζοπορία,2025-03-04 07:30:00,false,x,{distance},300,{time},--,--,{pace}\n");
        let far = rows(&row).remove(0);
        let metres = distance.parse::<f64>().unwrap() * 1000.0;
        assert_eq!((far.sport, far.distance_m), (Sport::Other, Some(metres)), "{distance}");
    }
}

#[test]
fn a_table_of_2015_has_units_in_its_cells_and_its_own_names() {
    let text = "Activity Name,Activity Type,Course,Start,Time,Distance,Calories,Elevation Gain,Training Effect,\
        Avg Speed(Avg Pace),Max Speed(Best Pace),Avg HR,Max HR,Avg Run Cadence,\n\
        Laps,Lap Swimming,--,\"Wed, Jun 10, 2015 4:44\",18:51,\"1,000 m\",240,--,--,1:53 min/100 m,1:33 min/100 m,--,--,--,\n\
        Lengths,Lap Swimming,--,\"Thu, Jun 11, 2015 4:44\",18:51,\"1,000 yd\",240,--,--,1:53,1:33,--,--,--,\n\
        Stockholm Running,Running,--,\"Wed, Jul 15, 2015 6:43\",37:20,8.07,615,28,5.0,4:37,3:18,177,194,84,\n";
    let outcome = import_bytes("a.csv", text.as_bytes(), &empty());
    assert_eq!(lines(&only(&outcome.report).issues), [], "{:?}", only(&outcome.report));
    let read = activities(&outcome);
    let swims: Vec<_> = read[..2].iter().map(|it| (it.sport, it.distance_m)).collect();
    assert_eq!(swims, [(Sport::Swim, Some(1000.0)), (Sport::Swim, Some(914.4))]);
    let run = &read[2];
    assert_eq!((run.title.as_str(), run.sport), ("Stockholm Running", Sport::Run));
    assert_eq!(run.started_at.to_rfc3339(), "2015-07-15T06:43:00+02:00");
    assert_eq!(
        (run.distance_m, run.elapsed_s, run.ascent_m, run.avg_hr),
        (Some(8070.0), Some(2240.0), Some(28.0), Some(177.0))
    );
    // It counts pairs of steps.
    assert_eq!(run.cadence, Some(168.0));
}

#[test]
fn rows_with_a_date_alone_stand_at_noon_and_that_is_said_once() {
    let header = "Aktivitetstyp;Datum;Favorit;Namn;Distans;Kalorier;Tid;Medelpuls;Maxpuls;Fardtid;Total tid";
    let text = format!(
        "{header}\nLopning;15.4.2024;FALSE;a;7,07;409;0:45:20;158;179;0:45:11;0:45:26\n\
         Lopning;15.4.2024;FALSE;b;3,20;209;0:20:20;158;179;0:20:11;0:20:26\n\
         Padel;30.3.2024;FALSE;c;0,29;763;1:40:05;154;181;0:06:00;1:40:05\n"
    );
    let outcome = import_bytes("a.csv", text.as_bytes(), &empty());
    let file = only(&outcome.report);
    assert_eq!(
        (file.runs, file.other_activities, file.issues.len()),
        (2, 1, 1),
        "{file:?}"
    );
    assert!(file.issues[0].why.contains("3 rows"), "{file:?}");
    let read = activities(&outcome);
    assert_eq!(read[2].started_at.to_rfc3339(), "2024-04-15T12:00:00+02:00");
    assert_eq!((read[0].elapsed_s, read[0].moving_s), (Some(6005.0), Some(6005.0)));
    let again = import_bytes("b.csv", format!("{text}\n").as_bytes(), &applied(&empty(), &outcome));
    assert_eq!(only(&again.report).duplicates, 3, "{:?}", again.report);
}

#[test]
fn columns_of_a_hungarian_and_of_an_older_dutch_table_are_known() {
    for (text, climb, moving) in [
        (
            "Tevékenység típusa,Dátum,Kedvenc,Cím,Távolság,Kalóriaszám,Idő,Átlagos pulzusszám,Max. pulzus,\
             Átl. pedálütem,Átlagos tempó,Teljes emelkedés,Menetidő,Eltelt idő\n\
             Futás,2024-08-09 18:31:09,false,x,10.20,368,00:54:30,123,167,168,5:21,18,00:54:00,00:55:00\n",
            Some(18.0),
            Some(3300.0),
        ),
        (
            "Activiteittype,Datum,Favoriet,Titel,Afstand,Calorieën,Tijd,Gem. HS,Max. HS,Gem. slagen,Stijging\n\
             running,2018-08-19 11:45:17,false,x,10.20,760,54:30,148,164,168,15\n",
            Some(15.0),
            Some(3270.0),
        ),
    ] {
        let run = activities(&import_bytes("a.csv", text.as_bytes(), &empty())).remove(0);
        assert_eq!((run.sport, run.distance_m), (Sport::Run, Some(10_200.0)), "{text}");
        assert_eq!(
            (run.cadence, run.ascent_m, run.elapsed_s),
            (Some(168.0), climb, moving),
            "{text}"
        );
    }
}

#[test]
fn a_table_whose_air_is_in_fahrenheit_has_the_month_first() {
    let text = "Activity Type,Date,Favorite,Title,Distance,Calories,Activity Time,Avg HR,Max HR,Min Temp,Max Temp\n\
        Cycling,7/4/2020 15:36,FALSE,x,7.16,520,0:49:12,132,165,80.6,0\n";
    let ride = activities(&import_bytes("a.csv", text.as_bytes(), &empty())).remove(0);
    assert_eq!(ride.started_at.to_rfc3339(), "2020-07-04T15:36:00+02:00");
    assert!((ride.distance_m.unwrap() - 7.16 * 1609.344).abs() < 0.01);
}

#[test]
fn steps_of_a_run_in_the_column_of_rides_are_its_cadence() {
    let text = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Avg Bike Cadence\n\
        Running,2026-08-02 15:03:05,false,x,5.04,491,00:28:47,174,200,150\n\
        Other,2026-08-03 15:03:05,false,x,5.04,491,00:28:47,174,200,90\n";
    let read = activities(&import_bytes("a.csv", text.as_bytes(), &empty()));
    assert_eq!((read[0].cadence, read[1].cadence), (Some(150.0), None));
}
