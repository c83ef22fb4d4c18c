//! How long a Strava bulk export of 5,000 activities takes, from its archive to the journal on the disk:
//! `cargo bench --bench strava`. `STRAVA_ACTIVITIES` makes it another number.
//!
//! The archive is made here: a table of the activities, and for each a FIT file of an hour with a point every
//! second, as a watch writes it, gzipped as Strava does. It is far too long for a statistic of many runs, so it
//! is measured once and printed.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use afterrun::domain::ImportOptions;
use afterrun::import;
use afterrun::store::{OpenMode, Store};
use flate2::Compression;
use flate2::write::GzEncoder;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// 2026-11-24T06:30:00Z.
const NOW: i64 = 1_795_501_800_000;

/// Seconds from 1970 to the epoch of FIT times.
const EPOCH_S: i64 = 631_065_600;

/// Seconds of each activity.
const LENGTH_S: u32 = 3600;

const DAY_S: i64 = 86_400;

#[expect(clippy::print_stdout, reason = "the figures are what is asked for")]
fn main() {
    // `cargo test --benches` only wants to know that it runs.
    let is_test = std::env::args().any(|it| it == "--test");
    let asked = std::env::var("STRAVA_ACTIVITIES").ok().and_then(|it| it.parse().ok());
    let count: usize = asked.unwrap_or(if is_test { 20 } else { 5000 });
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let archive = folder.path().join("export.zip");
    let bytes = make(&archive, count);
    let journal = folder.path().join("journal.db");
    let mode = OpenMode {
        create: true,
        read_only: false,
        zone: "Europe/Oslo".to_owned(),
        now_ms: NOW,
    };
    let mut store = Store::open(&journal, &mode).expect("a new journal");
    let loaded = store.load().expect("it loads");
    let began = Instant::now();
    let outcome = import::read(
        &[archive],
        &loaded,
        &ImportOptions::default(),
        NOW,
        &|_| (),
        &AtomicBool::new(false),
    )
    .expect("nobody stops it");
    let read_s = began.elapsed().as_secs_f64();
    store.write(&outcome.batch, NOW).expect("the records fit");
    let all_s = began.elapsed().as_secs_f64();
    assert_eq!(outcome.report.files[0].runs, count, "a row and its file are one run");
    println!(
        "{count} activities, {} MB packed: read in {read_s:.1} s, on the disk after {all_s:.1} s",
        bytes >> 20
    );
}

/// Makes the archive; how many bytes it has.
fn make(path: &Path, count: usize) -> u64 {
    let mut zip = ZipWriter::new(std::fs::File::create(path).expect("there is room"));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let packed = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut table = String::from(
        "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Max Heart Rate,\
         Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,Athlete Weight,Bike Weight,Elapsed Time,\
         Moving Time,Distance\n",
    );
    for n in 0..count {
        let start_s = NOW / 1000 - (count - n) as i64 * DAY_S;
        let at = jiff::Timestamp::from_second(start_s).expect("a date of our time");
        let date = at.strftime("%b %d, %Y, %I:%M:%S %p");
        let id = 1_000_000_000 + n;
        writeln!(
            table,
            "{id},\"{date}\",Morning Run,Run,,{LENGTH_S},10.80,,,false,,Shoe,activities/{id}.fit.gz,,,{LENGTH_S}.0,3500.0,10800.0"
        )
        .expect("memory takes every byte");
        zip.start_file(format!("activities/{id}.fit.gz"), stored)
            .expect("a new name");
        let mut gz = GzEncoder::new(Vec::new(), Compression::default());
        gz.write_all(&fit((start_s - EPOCH_S) as u32, n as u32))
            .expect("memory takes every byte");
        zip.write_all(&gz.finish().expect("memory takes every byte"))
            .expect("there is room");
    }
    zip.start_file("activities.csv", packed).expect("a new name");
    zip.write_all(table.as_bytes()).expect("there is room");
    zip.finish().expect("there is room").metadata().map_or(0, |it| it.len())
}

/// A FIT file of one run that begins at `start`, with a point each second; `seed` makes it another run.
fn fit(start: u32, seed: u32) -> Vec<u8> {
    let mut data = Vec::with_capacity(LENGTH_S as usize * 20);
    // An activity of a watch.
    data.extend([0x40, 0, 0, 0, 0, 2, 0, 1, 0x00, 4, 4, 0x86, 0x00, 4]);
    data.extend(start.to_le_bytes());
    // Records: time, place, distance, heart rate, cadence.
    data.extend([
        0x41, 0, 0, 20, 0, 6, 253, 4, 0x86, 0, 4, 0x85, 1, 4, 0x85, 5, 4, 0x86, 3, 1, 0x02, 4, 1, 0x02,
    ]);
    for second in 0..LENGTH_S {
        let wobble = (second.wrapping_mul(2_654_435_761).wrapping_add(seed) >> 24) as u8;
        data.push(0x01);
        data.extend((start + second).to_le_bytes());
        data.extend((715_000_000_i32 + second as i32 * 300 + i32::from(wobble)).to_le_bytes());
        data.extend((128_000_000_i32 + second as i32 * 200 - i32::from(wobble)).to_le_bytes());
        data.extend((second * 300).to_le_bytes());
        data.extend([140 + wobble % 20, 85 + wobble % 4]);
    }
    // The session.
    data.extend([
        0x42, 0, 0, 18, 0, 7, 253, 4, 0x86, 2, 4, 0x86, 5, 1, 0x00, 7, 4, 0x86, 8, 4, 0x86, 9, 4, 0x86, 16, 1, 0x02,
    ]);
    data.push(0x02);
    data.extend((start + LENGTH_S).to_le_bytes());
    data.extend(start.to_le_bytes());
    data.push(1);
    data.extend((LENGTH_S * 1000).to_le_bytes());
    data.extend(3_500_000_u32.to_le_bytes());
    data.extend(1_080_000_u32.to_le_bytes());
    data.push(150);
    let mut file = vec![14, 0x10, 0, 0];
    file.extend((data.len() as u32).to_le_bytes());
    file.extend(b".FIT\0\0");
    let header = checksum(&file[..12]);
    file[12..14].copy_from_slice(&header.to_le_bytes());
    file.extend(data);
    let sum = checksum(&file);
    file.extend(sum.to_le_bytes());
    file
}

/// The CRC-16 of the FIT format.
fn checksum(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0_u16, |crc, &byte| {
        (0..8).fold(crc ^ u16::from(byte), |crc, _| {
            if crc & 1 == 1 { (crc >> 1) ^ 0xa001 } else { crc >> 1 }
        })
    })
}
