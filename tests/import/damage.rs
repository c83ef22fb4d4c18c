//! Broken and hostile bytes: an answer always, a panic never.

use std::io::Write as _;

use afterrun::domain::Verdict;

use crate::help::{data, empty, import_bytes, only, records};

#[test]
fn a_watch_file_cut_at_any_byte_gives_what_stands_before_the_cut() {
    let Some(data) = data() else { return };
    let whole = std::fs::read(data.join("fit/garmin-fenix-5-walk.fit")).unwrap();
    let mut gave = 0;
    for length in 0..whole.len() {
        let outcome = import_bytes("cut.fit", &whole[..length], &empty());
        let report = only(&outcome.report);
        assert!(!report.issues.is_empty(), "{length}");
        gave += usize::from(report.verdict == Verdict::Imported);
    }
    assert!(gave > whole.len() / 2, "{gave} of {}", whole.len());
}

#[test]
fn a_watch_file_with_any_changed_byte_gives_an_answer() {
    let Some(data) = data() else { return };
    let whole = std::fs::read(data.join("fit/garmin-fenix-5-walk.fit")).unwrap();
    for at in 0..whole.len().min(4096) {
        let mut changed = whole.clone();
        changed[at] ^= 0xff;
        let outcome = import_bytes("changed.fit", &changed, &empty());
        assert!(!only(&outcome.report).kind.is_empty());
    }
}

#[test]
fn bytes_that_broke_other_readers_are_refused() {
    let header = b"\x8e\x10\x54\x08\x74\x00\x00\x00.FIT\x0e\x10";
    let outcome = import_bytes("a.fit", header, &empty());
    assert_eq!(only(&outcome.report).verdict, Verdict::Rejected);
    let Some(data) = data() else { return };
    for entry in std::fs::read_dir(data.join("../harness/fuzz")).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        assert_eq!(records(&import_bytes("x", &bytes, &empty())), []);
    }
}

#[test]
fn an_archive_that_would_fill_the_memory_is_not_unpacked() {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    zip.start_file("../../activities.csv", options).unwrap();
    zip.write_all(b"id,started_at,sport,load_au\n").unwrap();
    let zeros = vec![b'0'; 1 << 20];
    for _ in 0..64 {
        zip.write_all(&zeros).unwrap();
    }
    let bytes = zip.finish().unwrap().into_inner();
    assert!(bytes.len() < 1 << 20);
    let outcome = import_bytes("bomb.zip", &bytes, &empty());
    let report = only(&outcome.report);
    assert_eq!(report.verdict, Verdict::Rejected);
    assert_eq!(records(&outcome), []);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]
    #[test]
    fn any_text_behind_a_known_header_gives_an_answer(text in "(?s).{0,300}", which in 0_usize..4) {
        let header = [
            "effective_time_frame,fatigue,mood,readiness,sleep_duration_h,sleep_quality,soreness,soreness_area,stress",
            "end_date_time,activity_names,perceived_exertion,duration_min",
            "id,started_at,sport,load_au",
            "setting,value",
        ][which];
        let outcome = import_bytes("x.csv", format!("{header}\n{text}").as_bytes(), &empty());
        proptest::prop_assert_eq!(outcome.report.files.len(), 1);
    }
}
