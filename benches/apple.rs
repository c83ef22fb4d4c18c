//! How long an export of Apple Health takes to be read, and how much memory: as the file, and in its archive.
//!
//! The export is made here, ten years to the gigabyte, into a temporary folder. Each is read by a process of
//! its own, because the most memory a process ever had is counted from its beginning:
//!
//! ```text
//! AFTERRUN_BENCH_MB=1024 cargo bench --bench apple
//! ```

#![expect(clippy::print_stdout, reason = "a bench says what it measured")]

use std::fs::File;
use std::io::{BufWriter, Result, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use afterrun::domain::{ImportOptions, Journal, Settings};
use afterrun::import;
use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use zip::write::SimpleFileOptions;

/// How large the export is, MB.
const SIZE: &str = "AFTERRUN_BENCH_MB";

/// What a child process reads.
const READ: &str = "AFTERRUN_BENCH_READ";

/// 2026-11-25T12:00:00Z.
const NOW: i64 = 1_795_608_000_000;

/// How many records of a day nobody needs: about 280 kB.
const COUNTED: u32 = 720;

fn main() -> Result<()> {
    if let Some(path) = std::env::var_os(READ) {
        read(path.into());
        return Ok(());
    }
    let size = std::env::var(SIZE).ok().and_then(|it| it.parse().ok()).unwrap_or(64);
    let folder = tempfile::tempdir()?;
    let export = folder.path().join("export.xml");
    let days = write(
        &mut BufWriter::with_capacity(1 << 20, File::create(&export)?),
        size << 20,
    )?;
    let archive = folder.path().join("export.zip");
    pack(&export, &archive)?;
    println!("{size} MB of {days} days");
    for path in [export, archive] {
        let child = Command::new(std::env::current_exe()?).env(READ, &path).output()?;
        print!("{}", String::from_utf8_lossy(&child.stdout));
    }
    Ok(())
}

/// Reads `path` against an empty journal, and says how that went.
fn read(path: PathBuf) {
    let start = Instant::now();
    let name = path.file_name().map(|it| it.to_string_lossy().into_owned());
    let outcome = import::read(
        &[path],
        &Journal::empty(Settings::for_zone("Europe/Oslo")),
        &ImportOptions::default(),
        NOW,
        &|_| (),
        &AtomicBool::new(false),
    );
    let seconds = start.elapsed().as_secs_f64();
    let new = outcome.map_or(0, |it| it.report.imported);
    println!(
        "{}: {new} records in {seconds:.1} s, at most {} of memory",
        name.unwrap_or_default(),
        most_memory()
    );
}

/// The most memory this process ever had, where the system says it.
fn most_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|it| it.strip_prefix("VmHWM:"));
    line.map_or_else(|| "an unknown amount".to_owned(), |it| it.trim().to_owned())
}

/// Writes an export of at least `bytes` bytes; returns how many days are in it.
fn write(out: &mut impl Write, bytes: u64) -> Result<u32> {
    let mut out = Counted { out, bytes: 0 };
    writeln!(
        out,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<HealthData locale=\"en_NO\">"
    )?;
    let mut days = 0;
    while out.bytes < bytes {
        let day = date(2016, 1, 1).saturating_add(i64::from(days % 3900).days());
        write_day(&mut out, day, days)?;
        days += 1;
    }
    writeln!(out, "</HealthData>")?;
    out.flush()?;
    Ok(days)
}

fn write_day(out: &mut impl Write, day: Date, number: u32) -> Result<()> {
    for minute in (0..24 * 60).step_by((24 * 60 / COUNTED) as usize) {
        let (hour, minute) = (minute / 60, minute % 60);
        let rate = 50 + (number + minute * 7) % 90;
        writeln!(
            out,
            " <Record type=\"HKQuantityTypeIdentifierHeartRate\" sourceName=\"Anna’s Apple Watch\" sourceVersion=\"10.1\" \
             device=\"&lt;&lt;HKDevice: 0x28&gt;, name:Apple Watch, manufacturer:Apple Inc., model:Watch&gt;\" \
             unit=\"count/min\" creationDate=\"{day} {hour:02}:{minute:02}:31 +0100\" \
             startDate=\"{day} {hour:02}:{minute:02}:05 +0100\" endDate=\"{day} {hour:02}:{minute:02}:05 +0100\" \
             value=\"{rate}\">\n  <MetadataEntry key=\"HKMetadataKeyHeartRateMotionContext\" value=\"0\"/>\n </Record>"
        )?;
    }
    for piece in 0..24 {
        let stage = ["Core", "Deep", "REM"][piece % 3];
        let (hour, minute) = (piece / 4, piece % 4 * 15);
        writeln!(
            out,
            " <Record type=\"HKCategoryTypeIdentifierSleepAnalysis\" sourceName=\"Anna’s Apple Watch\" \
             startDate=\"{day} {hour:02}:{minute:02}:00 +0100\" endDate=\"{day} {hour:02}:{:02}:30 +0100\" \
             value=\"HKCategoryValueSleepAnalysisAsleep{stage}\">\n  \
             <MetadataEntry key=\"HKTimeZone\" value=\"Europe/Oslo\"/>\n </Record>",
            minute + 14
        )?;
    }
    writeln!(
        out,
        " <Record type=\"HKQuantityTypeIdentifierRestingHeartRate\" sourceName=\"Anna’s Apple Watch\" unit=\"count/min\" \
         startDate=\"{day} 00:02:00 +0100\" endDate=\"{day} 22:02:00 +0100\" value=\"{}\"/>\n \
         <Workout workoutActivityType=\"HKWorkoutActivityTypeRunning\" duration=\"{}\" durationUnit=\"min\" \
         sourceName=\"Anna’s Apple Watch\" startDate=\"{day} 17:00:00 +0100\" endDate=\"{day} 18:00:00 +0100\">\n  \
         <MetadataEntry key=\"HKTimeZone\" value=\"Europe/Oslo\"/>\n  \
         <WorkoutStatistics type=\"HKQuantityTypeIdentifierDistanceWalkingRunning\" sum=\"10.2\" unit=\"km\"/>\n </Workout>",
        45 + number % 12,
        50 + number % 10
    )
}

/// The export in an archive, as the telephone sends it.
fn pack(export: &Path, archive: &Path) -> Result<()> {
    let mut zip = zip::ZipWriter::new(File::create(archive)?);
    let options = SimpleFileOptions::default().large_file(true);
    zip.start_file("apple_health_export/export.xml", options)?;
    std::io::copy(&mut File::open(export)?, &mut zip)?;
    zip.finish()?;
    Ok(())
}

/// Counts what is written.
struct Counted<'o, W> {
    out: &'o mut W,
    bytes: u64,
}

impl<W: Write> Write for Counted<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        let written = self.out.write(bytes)?;
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> Result<()> {
        self.out.flush()
    }
}
