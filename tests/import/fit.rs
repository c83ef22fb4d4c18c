//! Every FIT file of strangers against an independent reading of it.

use afterrun::domain::{Activity, Sport, Verdict};
use serde_json::Value;

use crate::help::{activities, data, expected, import_one, only};

/// Files whose watch did not know the date.
const RELATIVE: [&str; 2] = ["fit/compressed-speed-distance.fit", "pairs/activity_217470507.fit"];
/// Files that are no activity.
const OTHER: [&str; 1] = ["fit/Settings.fit"];
/// Files that broke off before their session.
const PARTIAL: [&str; 1] = ["fit/nick.fit"];
/// Files with a tail that cannot be read.
const DAMAGED: [&str; 2] = ["fit/nick.fit", "fit/strava-android-app-201.10-b1218918.fit"];

#[test]
fn every_file_gives_the_sessions_that_another_reader_finds() {
    let Some(data) = data() else { return };
    let mut files = 0;
    for (path, said) in expected(&data) {
        if said["kind"] != "fit" {
            continue;
        }
        files += 1;
        let outcome = import_one(&data.join(&path));
        let report = only(&outcome.report);
        let read = activities(&outcome);
        if RELATIVE.contains(&path.as_str()) {
            assert_eq!((report.verdict, read.len()), (Verdict::Rejected, 0), "{path}");
            assert!(report.issues[0].why.contains("did not know the date"), "{path}");
        } else if OTHER.contains(&path.as_str()) {
            assert_eq!((report.verdict, read.len()), (Verdict::Unsupported, 0), "{path}");
            assert!(report.issues[0].why.contains("settings of a watch"), "{path}");
        } else {
            assert_eq!(report.verdict, Verdict::Imported, "{path} {report:?}");
            assert_eq!(report.kind, "fit");
            agree(&path, &said, &read);
        }
        let tells = report.issues.iter().any(|it| it.why.contains("what stands before"));
        assert_eq!(tells, DAMAGED.contains(&path.as_str()), "{path} {:?}", report.issues);
    }
    assert!(files >= 45, "only {files} files");
}

fn agree(path: &str, said: &Value, read: &[Activity]) {
    if PARTIAL.contains(&path) {
        let [only] = read else { panic!("{path} {read:?}") };
        assert_eq!(start(only), said["first_record_utc"].as_str().unwrap(), "{path}");
        close(path, only.distance_m, &said["record_distance_max_m"], 0.01, 0.0);
        return;
    }
    let sessions = said["sessions"].as_array().unwrap();
    assert_eq!(read.len(), sessions.len(), "{path}");
    for (activity, session) in read.iter().zip(sessions) {
        assert_eq!(start(activity), session["start_utc"].as_str().unwrap(), "{path}");
        assert_eq!(activity.is_run(), session["sport"] == "running", "{path}");
        close(path, activity.distance_m, &session["distance_m"], 0.01, 0.0);
        close(path, activity.elapsed_s, &session["elapsed_s"], 0.0, 1.0);
        close(path, activity.moving_s, &session["timer_s"], 0.0, 1.0);
        heart(path, activity.avg_hr, &session["avg_hr"], said);
        heart(path, activity.max_hr, &session["max_hr"], said);
    }
}

fn start(activity: &Activity) -> String {
    let utc = afterrun::domain::Stamp {
        offset_min: 0,
        ..activity.started_at
    };
    utc.to_rfc3339().replace("+00:00", "Z")
}

fn close(path: &str, read: Option<f64>, said: &Value, part: f64, absolute: f64) {
    match (read, said.as_f64()) {
        (None, None) => {}
        (Some(read), Some(said)) => {
            assert!(
                (read - said).abs() <= said.abs() * part + absolute,
                "{path}: {read} for {said}"
            );
        }
        (read, said) => panic!("{path}: {read:?} for {said:?}"),
    }
}

/// A heart rate is that of the session where a body can have it. Where the session of the file is silent,
/// it may come from its records.
fn heart(path: &str, read: Option<f64>, said: &Value, file: &Value) {
    match said.as_f64().filter(|&it| it > 0.0) {
        Some(said) if said > 220.0 => assert_eq!(read, None, "{path}"),
        Some(said) => assert_eq!(read, Some(said), "{path}"),
        None => assert!(
            read.is_none() || file["record_hr"]["n"].as_i64() > Some(0),
            "{path} {read:?}"
        ),
    }
}

#[test]
fn sports_offsets_and_places_are_kept() {
    let Some(data) = data() else { return };
    let sport = |name: &str| activities(&import_one(&data.join(name)))[0].sport;
    assert_eq!(sport("fit/12129115726_ACTIVITY.fit"), Sport::Yoga);
    assert_eq!(sport("fit/flagged-hr.fit"), Sport::Strength);
    assert_eq!(sport("fit/pool-swim.fit"), Sport::Swim);
    assert_eq!(sport("fit/garmin-fenix-5-walk.fit"), Sport::Walk);
    assert_eq!(sport("fit/garmin-edge-500-activity.fit"), Sport::Ride);

    let first = |name: &str| activities(&import_one(&data.join(name))).remove(0);
    let treadmill = first("fit/treadmill.fit");
    assert_eq!(treadmill.tags, ["treadmill"]);
    assert_eq!(treadmill.started_at.offset_min, -300);
    assert_eq!(first("fit/bloemendaal.fit").surface, "trail");
    // This watch says 2 h 59 min 13 s, and means three hours.
    assert_eq!(first("fit/flagged-hr.fit").started_at.offset_min, 180);
    // These say nothing or nonsense, but where they were: in England in winter and in summer.
    assert_eq!(first("fit/2013-02-06-12-11-14.fit").started_at.offset_min, 0);
    assert_eq!(first("fit/null_compressed_speed_dist.fit").started_at.offset_min, 60);
    // Strides of one leg become steps.
    let cadence = first("fit/activity_1378220136.fit").cadence.unwrap();
    assert!((140.0..200.0).contains(&cadence), "{cadence}");
}

#[test]
fn a_packed_file_is_read_like_the_file_itself() {
    use std::io::Write as _;
    let Some(data) = data() else { return };
    let bytes = std::fs::read(data.join("fit/garmin-fenix-5-run.fit")).unwrap();
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packer.write_all(&bytes).unwrap();
    let packed = packer.finish().unwrap();
    let outcome = crate::help::import_bytes("1234.fit.gz", &packed, &crate::help::empty());
    assert_eq!(only(&outcome.report).runs, 1);
    let cut = crate::help::import_bytes("1234.fit.gz", &packed[..packed.len() / 2], &crate::help::empty());
    assert_eq!(only(&cut.report).verdict, Verdict::Rejected);
}
