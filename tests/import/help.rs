//! Where the files of strangers are, what an independent reader says of them, and one way to import.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use afterrun::domain::{
    Activity, Change, Delta, FileReport, ImportOptions, ImportReport, Issue, Journal, Record, Settings,
};
use afterrun::import::{self, Outcome};
use serde_json::Value;

use crate::fixture::Place;

/// 2026-11-24T06:30:00Z.
pub const NOW: i64 = 1_795_501_800_000;

/// The folder of real files, where this computer has it; else the test says that it is skipped.
pub fn data() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: there is no folder {}", folder.display());
    None
}

/// What an independent reader says of the file at `path` in [`data`].
pub fn expected(data: &Path) -> serde_json::Map<String, Value> {
    let text = std::fs::read_to_string(data.join("expected.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// A journal without records, in Norway.
pub fn empty() -> Journal {
    Journal::empty(Settings::for_zone("Europe/Oslo"))
}

pub fn import(paths: &[PathBuf], journal: &Journal) -> Outcome {
    import::read(
        paths,
        journal,
        &ImportOptions::default(),
        NOW,
        &|_| (),
        &AtomicBool::new(false),
    )
    .unwrap()
}

/// Imports into an empty journal.
pub fn import_one(path: &Path) -> Outcome {
    import(&[path.to_owned()], &empty())
}

/// Imports `bytes` as a file called `name` into `journal`.
pub fn import_bytes(name: &str, bytes: &[u8], journal: &Journal) -> Outcome {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    import(&[path], journal)
}

/// A journal file into which these files, by name and text, are imported: each by itself, one after the other.
pub fn one_by_one(files: &[(&str, &str)]) -> Journal {
    let place = Place::new();
    let mut store = place.open();
    for (name, text) in files {
        let outcome = import_bytes(name, text.as_bytes(), &store.load().unwrap());
        store.write(&outcome.batch, NOW).unwrap();
    }
    store.load().unwrap()
}

/// A journal in which these files, by name and text, are imported together, in this order.
pub fn together(files: &[(&str, &str)]) -> Journal {
    let folder = tempfile::tempdir().unwrap();
    let mut paths = Vec::new();
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        paths.push(path);
    }
    applied(&empty(), &import(&paths, &empty()))
}

/// Imports `bytes` as a file called `name` into an empty journal, with what the runner says of them.
pub fn import_bytes_with(name: &str, bytes: &[u8], options: &ImportOptions) -> Outcome {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    let never = AtomicBool::new(false);
    import::read(&[path], &empty(), options, NOW, &|_| (), &never).unwrap()
}

/// The records that an import writes.
pub fn records(outcome: &Outcome) -> Vec<Record> {
    let changes = outcome.batch.changes.iter();
    changes
        .map(|it| match it {
            Change::Put(record) => record.as_ref().clone(),
            other => panic!("an import only writes: {other:?}"),
        })
        .collect()
}

/// `journal` with what an import writes.
pub fn applied(journal: &Journal, outcome: &Outcome) -> Journal {
    let mut journal = journal.clone();
    journal.settings = outcome.settings_after(&journal.settings).unwrap_or(journal.settings);
    let rows = records(outcome).into_iter().map(|it| (it.reference(), Some(it)));
    journal.apply(Delta { rows: rows.collect() });
    journal
}

/// The activities that an import writes, by start.
pub fn activities(outcome: &Outcome) -> Vec<Activity> {
    applied(&empty(), outcome).activities
}

/// The report of an import of one file.
pub fn only(report: &ImportReport) -> &FileReport {
    let [file] = report.files.as_slice() else {
        panic!("not one file: {report:?}");
    };
    file
}

/// The lines of issues.
pub fn lines(issues: &[Issue]) -> Vec<Option<u64>> {
    issues.iter().map(|it| it.line).collect()
}

/// A run as GPX along a meridian in Norway: so long, so far, with a point every ten seconds, of which the last `cut` are missing.
pub fn track(start: &str, seconds: i64, metres: f64, cut: usize) -> String {
    let start: jiff::Timestamp = start.parse().unwrap();
    let points: Vec<String> = (0..=seconds / 10)
        .map(|n| {
            let time = start + jiff::SignedDuration::from_secs(n * 10);
            let north = 59.9 + metres / 111_195.0 * (n * 10) as f64 / seconds as f64;
            format!("<trkpt lat=\"{north:.7}\" lon=\"10.7\"><time>{time}</time></trkpt>")
        })
        .collect();
    let kept = points[..points.len() - cut].concat();
    format!("<gpx creator=\"t\"><trk><type>running</type><trkseg>{kept}</trkseg></trk></gpx>")
}
