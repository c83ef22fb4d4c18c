//! How long a journal of thirty years takes: to open, to export, and to make a daily table of.

use std::hint::black_box;

use afterrun::analysis::DailyTable;
use afterrun::demo::{self, Plan};
use afterrun::export::{self, Days};
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

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10);
    targets = open, export, daily
}
criterion_main!(benches);
