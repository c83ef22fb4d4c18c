//! intervals.icu under the names of its fields: real files of it we have none.

use afterrun::domain::{Journal, Scale, Sport, Verdict};
use afterrun::import::Outcome;
use jiff::civil::date;
use serde_json::Value;

use crate::help::{applied, empty, import, import_bytes, only};

fn one(name: &str, text: &str) -> (Outcome, Journal) {
    let outcome = import_bytes(name, text.as_bytes(), &empty());
    let journal = applied(&empty(), &outcome);
    (outcome, journal)
}

const WELLNESS: &str =
    "date,weight,restingHR,hrv,hrvSDNN,sleepSecs,sleepScore,sleepQuality,soreness,fatigue,stress,mood,\
motivation,injury,spO2,comments,ctl,atl,rampRate,MyKnee
2026-01-02,72.6,44,61,80.5,27000,84,2,1,2,3,4,3,2,96.5,Slept well,50.1,40.2,1.2,7
2026-01-03,,,,,,,,,,,,,,,,50.0,39.0,1.0,
2026-01-04,,0,,,,,,5,,,,,,,,,,,
";

#[test]
fn a_wellness_day_is_a_check_in_a_night_and_soreness_in_its_own_four_steps() {
    let (outcome, journal) = one("wellness.csv", WELLNESS);
    let report = only(&outcome.report);
    assert_eq!(
        (report.verdict, &*report.kind),
        (Verdict::Imported, "intervals_wellness")
    );
    let [day] = &journal.check_ins[..] else {
        panic!("{:?}", journal.check_ins)
    };
    assert_eq!(
        (day.day, day.weight_kg, day.resting_hr),
        (date(2026, 1, 2), Some(72.6), Some(44.0))
    );
    assert_eq!((day.hrv_rmssd, &*day.notes), (Some(61.0), "Slept well"));
    let mood = day.mood.unwrap();
    assert_eq!(
        (mood.value, mood.scale, mood.scale.severity(mood.value)),
        (4.0, Scale::Intervals14, 1.0)
    );
    let noted = |key| day.meta.noted(key).and_then(Value::as_f64);
    assert_eq!(
        (noted("hrvSDNN"), noted("spO2"), noted("motivation")),
        (Some(80.5), Some(96.5), Some(3.0))
    );
    assert_eq!((noted("MyKnee"), noted("ctl")), (Some(7.0), None));
    let [night] = &journal.nights[..] else { panic!() };
    assert_eq!(
        (night.asleep_min, night.quality, night.bed_at),
        (Some(450.0), None, None)
    );
    let [sore] = &journal.soreness[..] else { panic!() };
    assert_eq!((sore.score, sore.scale), (1.0, Scale::Intervals14));
    let whys: Vec<_> = report.issues.iter().map(|it| (it.line, &*it.why)).collect();
    assert!(
        whys.len() == 2 && whys[0].0 == Some(4) && whys[0].1.contains("soreness"),
        "{whys:?}"
    );
    assert!(whys[1].1.contains("MyKnee"), "{whys:?}");
}

#[test]
fn blank_cells_of_wellness_are_unknown_and_not_zero() {
    let (outcome, journal) = one("w.csv", "date,restingHR,hrvSDNN,soreness,weight\n2026-01-02,,,,\n");
    assert_eq!(journal, empty());
    assert_eq!(only(&outcome.report).issues.len(), 1);
}

#[test]
fn wellness_of_the_api_is_the_same_day() {
    let (_, from_table) = one("wellness.csv", WELLNESS);
    let json = r#"[{"id": "2026-01-02", "updated": "2026-01-03T15:14:22.925+0000", "weight": 72.6, "restingHR": 44,
        "hrv": 61, "sleepSecs": 27000, "soreness": 1, "fatigue": 2, "stress": 3, "mood": 4, "sportInfo": [],
        "kcalConsumed": null}]"#;
    let (outcome, journal) = one("wellness.json", json);
    assert_eq!(only(&outcome.report).kind, "intervals_wellness");
    let names = |it: &Journal| it.check_ins[0].meta.external_id.clone();
    assert_eq!(names(&journal), names(&from_table));
    assert_eq!(journal.check_ins[0].fatigue, from_table.check_ins[0].fatigue);
}

#[test]
fn importing_a_later_wellness_file_adds_only_what_is_new() {
    let (_, journal) = one("wellness.csv", WELLNESS);
    let later = format!("{WELLNESS}2026-01-05,72,45,,,,,,,,,,,,,,,,,\n");
    let outcome = import_bytes("wellness.csv", later.as_bytes(), &journal);
    assert_eq!(only(&outcome.report).check_ins, 1);
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("w.csv"), WELLNESS).unwrap();
    assert_eq!(import(&[folder.path().to_owned()], &journal).batch.changes, []);
}

#[test]
fn activities_have_the_clock_of_their_place_where_the_file_knows_it() {
    let header = "id,start_date_local,start_date,name,type,moving_time,distance,elapsed_time,total_elevation_gain,\
        max_heartrate,average_heartrate,icu_training_load,icu_rpe,feel,timezone\n";
    let row = |utc: &str, zone: &str| {
        format!("{header}i1,2026-01-02T08:30:34,{utc},Morning,TrailRun,3000,10000,3100,120,170,150,60,6,2,{zone}\n")
    };
    for (text, start, assumed) in [
        (row("2026-01-02T06:30:34Z", ""), "2026-01-02T08:30:34+02:00", false),
        (row("", "Africa/Johannesburg"), "2026-01-02T08:30:34+02:00", false),
        (row("", ""), "2026-01-02T08:30:34+01:00", true),
    ] {
        let (outcome, journal) = one("activities.csv", &text);
        assert_eq!(only(&outcome.report).kind, "intervals_activities");
        let run = &journal.activities[0];
        assert_eq!((run.sport, run.started_at.to_rfc3339().as_str()), (Sport::Run, start));
        assert_eq!(
            (run.elapsed_s, run.moving_s, run.rpe, run.feel),
            (Some(3100.0), Some(3000.0), Some(6.0), None)
        );
        assert_eq!(!only(&outcome.report).assumptions.is_empty(), assumed);
        assert_eq!(run.meta.external_id.as_deref(), Some("intervals:activity:i1"));
    }
}
