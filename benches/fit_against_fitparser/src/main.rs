//! How long Afterrun takes to read FIT files, beside the crate fitparser alone on the same files in the same
//! run. The limit is a ratio of 1.3. From the root of the project:
//!
//! ```sh
//! cargo run --release --manifest-path benches/fit_against_fitparser/Cargo.toml --target-dir target [FOLDER [ROUNDS]]
//! ```
//!
//! Ours is the whole reader of the format: messages, sessions, the zone of the place, records with their ids.
//! Theirs is `fitparser::from_bytes`, which gives each message with its fields by name. Files are in memory
//! before the clock starts. They take turns within each round, so that whatever else the machine does meets both;
//! the medians of all rounds are compared. A file that either refuses is timed for neither, and said.

use std::error::Error;
use std::hint::black_box;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use afterrun::import::fuzzing::read_as;

/// 2026-11-24T06:30:00Z.
const NOW: i64 = 1_795_501_800_000;

/// What a ratio may be.
const LIMIT: f64 = 1.3;

/// Real files, which stand beside the project.
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/fit");

struct File {
    name: String,
    bytes: Vec<u8>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().map_or_else(|| PathBuf::from(FOLDER), PathBuf::from);
    let rounds: usize = arguments.next().map_or(Ok(31), |it| it.parse())?;
    if !folder.is_dir() {
        println!("skipped: there is no folder {}", folder.display());
        return Ok(());
    }
    let files = comparable(files_of(&folder)?);
    let bytes: usize = files.iter().map(|it| it.bytes.len()).sum();
    println!("{} files, {} KB, {rounds} rounds", files.len(), bytes >> 10);

    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..rounds.max(1) {
        ours.push(timed(&files, by_afterrun));
        theirs.push(timed(&files, by_fitparser));
    }
    let ours = told("afterrun:", ours);
    let theirs = told("fitparser:", theirs);
    println!(
        "ratio:     {:.2} (at most {LIMIT})",
        ours.as_secs_f64() / theirs.as_secs_f64()
    );
    Ok(())
}

fn files_of(folder: &Path) -> Result<Vec<File>, Box<dyn Error>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let is_fit = path.extension().is_some_and(|it| it.eq_ignore_ascii_case("fit"));
        if is_fit {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let bytes = std::fs::read(&path)?;
            files.push(File { name, bytes });
        }
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

/// The files that both read; this also warms both up.
fn comparable(files: Vec<File>) -> Vec<File> {
    let mut both = Vec::new();
    for file in files {
        let by_us = by_afterrun(&file.bytes);
        // Some files bring the crate down.
        let by_them = catch_unwind(|| by_fitparser(&file.bytes)).unwrap_or(false);
        match (by_us, by_them) {
            (true, true) => both.push(file),
            (true, false) => println!("not compared: fitparser refuses {}", file.name),
            (false, true) => println!("not compared: afterrun has no activity of {}", file.name),
            (false, false) => println!("not compared: both refuse {}", file.name),
        }
    }
    both
}

fn by_afterrun(bytes: &[u8]) -> bool {
    black_box(read_as("fit", black_box(bytes), NOW)).is_some()
}

fn by_fitparser(bytes: &[u8]) -> bool {
    black_box(fitparser::from_bytes(black_box(bytes))).is_ok()
}

fn timed(files: &[File], read: fn(&[u8]) -> bool) -> Duration {
    let began = Instant::now();
    for file in files {
        black_box(read(&file.bytes));
    }
    began.elapsed()
}

/// Prints the times of one side; their median.
fn told(who: &str, mut times: Vec<Duration>) -> Duration {
    times.sort();
    let ms = |it: Duration| it.as_secs_f64() * 1000.0;
    let median = times[times.len() / 2];
    let (middle, first, last) = (ms(median), ms(times[0]), ms(times[times.len() - 1]));
    println!("{who:10} {middle:.1} ms ({first:.1} to {last:.1})");
    median
}
