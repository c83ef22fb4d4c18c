//! Importing twice changes nothing, whatever became of the records since.

use afterrun::domain::{Journal, RecordKind, Verdict};

use crate::help::{applied, data, empty, import, import_bytes, only, records};

const WELLNESS: &str =
    "effective_time_frame,fatigue,mood,readiness,sleep_duration_h,sleep_quality,soreness,soreness_area,stress
2019-11-01T08:31:40.751Z,2,3,5,6,3,2,[12921003],3
2019-11-02T10:00:01.229Z,2,3,6,6,3,2,\"[48979004, 32696007]\",3
";

#[test]
fn a_person_and_a_folder_of_watch_files_come_once() {
    let Some(data) = data() else { return };
    let paths = [data.join("pmdata/p01/pmsys"), data.join("fit")];
    let first = import(&paths, &empty());
    assert_eq!(
        first.report.files.len(),
        3 + std::fs::read_dir(&paths[1]).unwrap().count()
    );
    assert!(first.report.imported > 600, "{}", first.report.imported);
    let journal = applied(&empty(), &first);
    let second = import(&paths, &journal);
    assert_eq!(second.batch.changes, []);
    assert_eq!(second.report.imported, 0);
    assert_eq!(
        second.report.duplicates,
        first.report.imported + first.report.duplicates
    );
    let verdicts =
        |report: &afterrun::domain::ImportReport| -> Vec<_> { report.files.iter().map(|it| it.verdict).collect() };
    for (before, after) in verdicts(&first.report).into_iter().zip(verdicts(&second.report)) {
        let expected = if before == Verdict::Imported {
            Verdict::Duplicate
        } else {
            before
        };
        assert_eq!(after, expected);
    }
}

#[test]
fn what_lies_in_the_trash_counts_as_known() {
    let outcome = import_bytes("w.csv", WELLNESS.as_bytes(), &empty());
    let trashed = records(&outcome).into_iter().map(|record| {
        let mut value = serde_json::to_value(&record).unwrap();
        value["meta"]["deleted_at"] = 1.into();
        serde_json::from_value(value).unwrap()
    });
    let journal = Journal::of(trashed, empty().settings);
    let again = import_bytes("w.csv", WELLNESS.as_bytes(), &journal);
    assert_eq!(again.batch.changes, []);
    // Also where only the records are known, and the file is another.
    let longer = format!("{WELLNESS}2019-11-03T14:28:03.263Z,3,3,8,6,3,3,[],3\n");
    let again = import_bytes("w.csv", longer.as_bytes(), &journal);
    let report = only(&again.report);
    assert_eq!((report.check_ins, report.nights, report.soreness), (1, 1, 1));
    assert_eq!(report.duplicates, 2 + 2 + 2 + 3);
}

#[test]
fn a_file_that_was_read_gives_nothing_again_also_after_its_records_are_gone() {
    let outcome = import_bytes("w.csv", WELLNESS.as_bytes(), &empty());
    let kept = records(&outcome)
        .into_iter()
        .filter(|it| it.kind() == RecordKind::ImportBatch);
    let journal = Journal::of(kept, empty().settings);
    assert_eq!(journal.imports.len(), 1);
    let again = import_bytes("renamed.csv", WELLNESS.as_bytes(), &journal);
    assert_eq!(again.batch.changes, []);
    assert_eq!(only(&again.report).verdict, Verdict::Duplicate);
}

#[test]
fn the_same_file_twice_in_one_import_counts_once() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.csv"), WELLNESS).unwrap();
    std::fs::create_dir(folder.path().join("b")).unwrap();
    std::fs::write(folder.path().join("b/copy.csv"), WELLNESS).unwrap();
    std::fs::write(folder.path().join(".DS_Store"), "x").unwrap();
    let outcome = import(&[folder.path().to_owned()], &empty());
    let verdicts: Vec<_> = outcome.report.files.iter().map(|it| it.verdict).collect();
    assert_eq!(verdicts, [Verdict::Imported, Verdict::Duplicate]);
    assert_eq!(outcome.report.imported, outcome.report.duplicates);
    let journal = applied(&empty(), &outcome);
    assert_eq!((journal.check_ins.len(), journal.imports.len()), (2, 1));
}

#[test]
fn the_same_file_gives_the_same_records() {
    let of = |outcome| -> Vec<_> { records(outcome).into_iter().map(|it| it.id()).collect() };
    let a = import_bytes("w.csv", WELLNESS.as_bytes(), &empty());
    let b = import_bytes("w.csv", WELLNESS.as_bytes(), &empty());
    assert_eq!(of(&a), of(&b));
}

#[test]
fn a_cancelled_import_has_no_outcome() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.csv"), WELLNESS).unwrap();
    let cancel = std::sync::atomic::AtomicBool::new(true);
    let outcome = afterrun::import::read(
        &[folder.path().to_owned()],
        &empty(),
        &afterrun::domain::ImportOptions::default(),
        0,
        &|_| (),
        &cancel,
    );
    assert!(outcome.is_none());
}

#[test]
fn what_is_not_there_or_not_ours_says_why() {
    let gone = import(&["/no/such/file".into()], &empty());
    assert_eq!(only(&gone.report).verdict, Verdict::Rejected);
    for (name, bytes) in [
        ("x.fit", &b""[..]),
        ("x.csv", b"a,b\n1,2\n"),
        ("x.fit", b"\x00\x02\x2d\xf2\x0e\x10"),
    ] {
        let outcome = import_bytes(name, bytes, &empty());
        let report = only(&outcome.report);
        assert_eq!(report.verdict, Verdict::Unsupported, "{name}");
        assert_eq!(report.issues.len(), 1);
    }
}
