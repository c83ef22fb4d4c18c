//! What is told twice: by two files of one run, by two devices of one night, by a hand and a file.

use afterrun::domain::{Activity, CheckIn, Journal, Meta, Night, Record, Settings, Sport, Stamp, Standing, Verdict};
use jiff::civil::date;

use crate::fixture::{NOW, Place, id, put};
use crate::help::{activities, applied, data, empty, import, import_bytes, one_by_one, only, records, together, track};

/// A run of ten kilometres in an hour on 2 November 2026, typed in by hand.
fn typed() -> Activity {
    let started_at = Stamp::parse_rfc3339("2026-11-02T07:30:00+01:00").unwrap();
    Activity {
        elapsed_s: Some(3600.0),
        distance_m: Some(10_000.0),
        title: "Round the lake".to_owned(),
        ..Activity::new(Meta::manual(id(1)), Sport::Run, started_at)
    }
}

fn journal_of(record: Record) -> Journal {
    Journal::of([record], Settings::for_zone("Europe/Oslo"))
}

/// A session in `PMSys`, which gives no distance: it ended at `end` and took `minutes`.
fn rated(end: &str, minutes: u32) -> String {
    format!(
        "end_date_time,activity_names,perceived_exertion,duration_min\n{end},\"['individual', 'running']\",6,{minutes}\n"
    )
}

#[test]
fn every_file_of_a_pair_tells_the_same_activity() {
    let Some(data) = data() else { return };
    let outcome = import(&[data.join("pairs")], &empty());
    let starts: Vec<_> = activities(&outcome).iter().map(|it| it.started_at.ms).collect();
    assert_eq!(starts.len(), 4, "{starts:?} {:#?}", outcome.report.files);
}

#[test]
fn a_run_that_was_typed_gets_what_a_file_adds_and_keeps_what_it_says() {
    let journal = journal_of(Record::Activity(typed()));
    let outcome = import_bytes("s.csv", rated("2026-11-02T07:31:00.000Z", 61).as_bytes(), &journal);
    let file = only(&outcome.report);
    assert_eq!(
        (file.verdict, file.duplicates, file.completed),
        (Verdict::Duplicate, 1, 1)
    );
    let after = applied(&journal, &outcome);
    let [run] = after.activities.as_slice() else {
        panic!("{:?}", after.activities)
    };
    assert_eq!(
        (run.rpe, run.elapsed_s, run.title.as_str()),
        (Some(6.0), Some(3600.0), "Round the lake")
    );
    assert_eq!((run.meta.id, run.meta.source.as_str()), (id(1), "manual"));
}

#[test]
fn what_a_hand_entered_and_a_file_says_otherwise_is_told_and_stays() {
    let run = Activity {
        rpe: Some(3.0),
        ..typed()
    };
    let journal = journal_of(Record::Activity(run));
    let outcome = import_bytes("s.csv", rated("2026-11-02T07:30:00.000Z", 60).as_bytes(), &journal);
    let [row] = only(&outcome.report).rows.as_slice() else {
        panic!("{:?}", outcome.report)
    };
    assert!(
        matches!(&row.standing, Standing::Conflict { fields, .. } if fields.contains("effort 3") && fields.contains('6')),
        "{row:?}"
    );
    assert_eq!(applied(&journal, &outcome).activities[0].rpe, Some(3.0));
}

#[test]
fn the_same_file_twice_and_a_second_file_of_the_same_run_change_nothing_more() {
    let Some(data) = data() else { return };
    let (fit, tcx) = (data.join("pairs/sloatsburg.fit"), data.join("pairs/sloatsburg.tcx"));
    let journal = applied(&empty(), &import(&[fit.clone(), tcx.clone()], &empty()));
    for paths in [vec![fit.clone()], vec![tcx.clone()], vec![tcx, fit]] {
        let again = import(&paths, &journal);
        assert_eq!(records(&again), [], "{:?}", again.report);
    }
}

#[test]
fn the_order_of_the_files_does_not_change_what_a_run_says() {
    let Some(data) = data() else { return };
    let (fit, tcx) = (data.join("pairs/sloatsburg.fit"), data.join("pairs/sloatsburg.tcx"));
    let run = |paths: &[std::path::PathBuf]| {
        let mut run = activities(&import(paths, &empty())).remove(0);
        run.meta = Meta::manual(id(1));
        run
    };
    assert_eq!(run(&[fit.clone(), tcx.clone()]), run(&[tcx, fit]));
}

#[test]
fn two_devices_of_one_night_are_one_night_and_a_nap_stays_apart() {
    let night = |n, bed: &str, wake: &str, nap| {
        let (bed_at, wake_at) = (Stamp::parse_rfc3339(bed), Stamp::parse_rfc3339(wake));
        Record::Night(Night {
            bed_at,
            wake_at,
            nap,
            ..Night::new(Meta::manual(id(n)), date(2026, 11, 2))
        })
    };
    let journal = Journal::of(
        [
            night(1, "2026-11-01T23:00:00+01:00", "2026-11-02T07:00:00+01:00", false),
            night(2, "2026-11-02T14:00:00+01:00", "2026-11-02T14:30:00+01:00", true),
        ],
        Settings::for_zone("Europe/Oslo"),
    );
    let log = |n: u64, start: &str, end: &str, minutes: u32| {
        format!(
            "{{\"logId\": {n}, \"dateOfSleep\": \"2026-11-02\", \"startTime\": \"{start}\", \"endTime\": \"{end}\", \
             \"duration\": {}, \"minutesAsleep\": {minutes}, \"minutesAwake\": 10, \"efficiency\": 90, \
             \"type\": \"classic\", \"mainSleep\": true}}",
            minutes * 60_000
        )
    };
    let json = format!(
        "[{}, {}]",
        log(1, "2026-11-01T23:20:00.000", "2026-11-02T06:50:00.000", 400),
        log(2, "2026-11-02T17:00:00.000", "2026-11-02T18:00:00.000", 50)
    );
    let outcome = import_bytes("sleep.json", json.as_bytes(), &journal);
    let after = applied(&journal, &outcome);
    assert_eq!(after.nights.len(), 3, "{:?}", outcome.report);
    assert_eq!(after.nights[0].bed_at, journal.nights[0].bed_at);
}

#[test]
fn a_ring_completes_the_check_in_of_the_day_that_a_hand_entered() {
    let check_in = CheckIn {
        weight_kg: Some(70.0),
        ..CheckIn::new(Meta::manual(id(1)), date(2026, 11, 2))
    };
    let journal = journal_of(Record::CheckIn(check_in));
    let json =
        "[{\"dateTime\": \"11/02/26 00:00:00\", \"value\": {\"date\": \"11/02/26\", \"value\": 48.5, \"error\": 6.8}}]";
    let outcome = import_bytes("resting_heart_rate.json", json.as_bytes(), &journal);
    let after = applied(&journal, &outcome);
    assert_eq!(after.check_ins.len(), 1, "{:?}", outcome.report);
    assert_eq!(
        (after.check_ins[0].weight_kg, after.check_ins[0].resting_hr),
        (Some(70.0), Some(48.5))
    );
}

#[test]
fn a_recording_that_broke_off_is_made_whole_by_the_whole_one() {
    let whole = track("2026-11-02T06:30:00Z", 3000, 10_000.0, 0);
    let part = track("2026-11-02T06:30:00Z", 3000, 10_000.0, 150);
    let tcx = "<TrainingCenterDatabase><Activities><Activity Sport=\"Running\"><Id>2026-11-02T06:30:00Z</Id>\
        <Lap StartTime=\"2026-11-02T06:30:00Z\"><TotalTimeSeconds>3000</TotalTimeSeconds>\
        <DistanceMeters>10010</DistanceMeters></Lap></Activity></Activities></TrainingCenterDatabase>";
    for files in [
        [("1.gpx", part.as_str()), ("2.gpx", whole.as_str())],
        [("1.gpx", part.as_str()), ("2.tcx", tcx)],
    ] {
        let runs = one_by_one(&files).activities;
        let [run] = runs.as_slice() else {
            panic!("{runs:?}");
        };
        let far = run.distance_m.unwrap();
        assert!((9_900.0..10_100.0).contains(&far), "{far}");
        assert_eq!(run.load_seconds(), Some(3000.0));
    }
}

#[test]
fn what_a_hand_entered_stays_however_many_files_follow() {
    let place = Place::new();
    let mut store = place.open();
    store.write(&put([Record::Activity(typed())]), NOW).unwrap();
    let rated = rated("2026-11-02T07:30:00.000Z", 60);
    let longer = track("2026-11-02T06:29:00Z", 4500, 14_000.0, 0);
    for (name, text) in [("s.csv", &rated), ("run.gpx", &longer)] {
        let outcome = import_bytes(name, text.as_bytes(), &store.load().unwrap());
        assert_eq!(only(&outcome.report).duplicates, 1, "{name}");
        store.write(&outcome.batch, NOW).unwrap();
    }
    let run = store.load().unwrap().activities.remove(0);
    assert_eq!(
        (run.elapsed_s, run.distance_m, run.rpe),
        (Some(3600.0), Some(10_000.0), Some(6.0))
    );
}

#[test]
fn a_run_that_a_hand_threw_away_does_not_come_back_in_another_file() {
    let mut journal = empty();
    let tcx = track("2026-11-02T06:30:00Z", 3000, 10_000.0, 0);
    let first = applied(&journal, &import_bytes("1.gpx", tcx.as_bytes(), &journal));
    journal.trash = first.records().filter(|it| matches!(it, Record::Activity(_))).collect();
    let rated = rated("2026-11-02T07:20:00.000Z", 50);
    let outcome = import_bytes("s.csv", rated.as_bytes(), &journal);
    let file = only(&outcome.report);
    assert_eq!((file.runs, file.duplicates), (0, 1));
    let Standing::Duplicate { why } = &file.rows[0].standing else {
        panic!("{:?}", file.rows);
    };
    assert!(why.contains("You deleted it"), "{why}");
}

#[test]
fn the_right_recording_of_a_run_comes_where_one_that_was_never_stopped_was_thrown_away() {
    let mut journal = empty();
    let endless = track("2026-11-02T06:30:00Z", 18_000, 12_000.0, 0);
    let first = applied(&journal, &import_bytes("1.gpx", endless.as_bytes(), &journal));
    journal.trash = first.records().filter(|it| matches!(it, Record::Activity(_))).collect();
    let rated = rated("2026-11-02T07:20:00.000Z", 50);
    assert_eq!(only(&import_bytes("s.csv", rated.as_bytes(), &journal).report).runs, 1);
}

#[test]
fn the_later_answers_of_a_day_stand_also_where_another_source_told_of_it_first() {
    let header =
        "effective_time_frame,fatigue,mood,readiness,sleep_duration_h,sleep_quality,soreness,soreness_area,stress\n";
    let answers =
        format!("{header}2026-11-02T06:00:00.000Z,3,3,5,0,0,0,[],3\n2026-11-02T16:00:00.000Z,1,3,2,0,0,0,[],3\n");
    let pulse =
        "[{\"dateTime\": \"11/02/26 00:00:00\", \"value\": {\"date\": \"11/02/26\", \"value\": 52.0, \"error\": 6.8}}]";
    for files in [
        [("resting_heart_rate.json", pulse), ("wellness.csv", answers.as_str())],
        [("1_wellness.csv", answers.as_str()), ("resting_heart_rate.json", pulse)],
    ] {
        let journal = together(&files);
        let tired: Vec<_> = journal
            .check_ins
            .iter()
            .filter_map(|it| Some(it.fatigue?.value))
            .collect();
        assert_eq!(tired, [3.0, 1.0], "{:?}", journal.check_ins);
    }
}
