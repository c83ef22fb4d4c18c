//! How long a journal of thirty years takes: to open, to export, and to make a daily table of; and how
//! long a folder of questionnaires and watch files takes to become a journal.

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use afterrun::analysis::DailyTable;
use afterrun::demo::{self, Plan};
use afterrun::domain::ImportOptions;
use afterrun::domain::protocol::Walk;
use afterrun::export::{self, Days};
use afterrun::import;
use afterrun::store::{OpenMode, Store};
use criterion::{Criterion, criterion_group, criterion_main};
use jiff::civil::date;

/// 2026-11-25T12:00:00Z.
const NOW: i64 = 1_795_608_000_000;

fn thirty_years() -> Plan {
    Plan {
        years: 30,
        ..Plan::until(date(2026, 11, 25))
    }
}

fn mode(create: bool) -> OpenMode {
    OpenMode {
        create,
        read_only: false,
        zone: "Europe/Oslo".to_owned(),
        now_ms: NOW,
    }
}

fn open(c: &mut Criterion) {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let path = folder.path().join("journal.db");
    let mut store = Store::open(&path, &mode(true)).expect("a new journal");
    store
        .write(&demo::batch(&thirty_years()), NOW)
        .expect("the sample fits");
    drop(store);
    c.bench_function("open and load 30 years", |b| {
        b.iter(|| {
            let mut store = Store::open(&path, &mode(false)).expect("the journal opens");
            black_box(store.load().expect("the journal loads"))
        });
    });
}

fn export(c: &mut Criterion) {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let journal = demo::journal(&thirty_years());
    c.bench_function("export 30 years to a folder", |b| {
        b.iter(|| {
            let files = export::tables(&journal, Days::ALL);
            export::write(folder.path(), &files, true).expect("the folder takes them");
        });
    });
}

fn daily(c: &mut Criterion) {
    let journal = demo::journal(&thirty_years());
    c.bench_function("daily table of 30 years", |b| {
        b.iter(|| DailyTable::of(black_box(&journal)));
    });
}

/// What the screens ask in each frame.
fn walk(c: &mut Criterion) {
    let journal = demo::journal(&thirty_years());
    let checklist = journal.checklists.last().expect("the last run has a checklist");
    let now = checklist.started_at.plus_seconds(3_600.0);
    c.bench_function("walk in 30 years", |b| {
        b.iter(|| Walk::of(black_box(&journal), checklist.meta.id, now).expect("it is known"));
    });
}

/// The real files of eight people, where this computer has them.
fn import(c: &mut Criterion) {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let paths: [PathBuf; 2] = [data.join("pmdata"), data.join("fit")];
    if !paths.iter().all(|it| it.is_dir()) {
        return;
    }
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let path = folder.path().join("journal.db");
    c.bench_function("import a folder into a new journal", |b| {
        b.iter(|| {
            let mut store = Store::open(&path, &mode(true)).expect("a new journal");
            let journal = store.load().expect("it loads");
            let outcome = import::read(
                &paths,
                &journal,
                &ImportOptions::default(),
                NOW,
                &|_| (),
                &AtomicBool::new(false),
            );
            let batch = outcome.expect("nobody stops it").batch;
            store.write(&batch, NOW).expect("the records fit");
            drop(store);
            std::fs::remove_file(&path).expect("it was there");
        });
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10);
    targets = open, export, daily, walk, import
}
criterion_main!(benches);
