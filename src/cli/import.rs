//! `afterrun import`: files, folders and archives into the journal, as one batch; or, with `--dry-run`, what
//! that would bring.
//!
//! What comes in depends on what is there already (importing twice changes nothing), so a batch is
//! written only onto the journal that it was made from: if another program wrote meanwhile, the files
//! are read again.

mod columns;
mod told;

use std::io::{IsTerminal as _, Write};
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use jiff::tz::TimeZone;

use self::columns::Column;
use super::here::Here;
use crate::domain::settings::DistanceUnit;
use crate::domain::{FileReport, ImportOptions, ImportReport, Journal, Sport, Verdict};
use crate::export::{self, write_left_out};
use crate::fl;
use crate::import::{self, Outcome};
use crate::store::Error;

#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub(super) struct Import {
    #[arg(long, help = fl!("cli-import-dry-run"))]
    dry_run: bool,
    #[arg(long, help = fl!("cli-import-rows"))]
    rows: bool,
    #[arg(long, help = fl!("cli-import-json"))]
    json: bool,
    #[arg(long, value_name = "NAME", value_parser = zone, help = fl!("cli-import-zone"))]
    zone: Option<String>,
    #[arg(long, value_name = "UNIT", value_parser = distance, help = fl!("cli-import-distance"))]
    distance: Option<DistanceUnit>,
    #[arg(long, conflicts_with = "month_first", help = fl!("cli-import-day-first"))]
    day_first: bool,
    #[arg(long, help = fl!("cli-import-month-first"))]
    month_first: bool,
    #[arg(long, value_name = "SPORT", value_parser = sport, help = fl!("cli-import-untyped"))]
    untyped: Option<Sport>,
    #[arg(long = "column", value_name = "NAME=FIELD", value_parser = columns::column, help = columns::help())]
    columns: Vec<Column>,
    #[arg(long, value_name = "FILE.csv", help = fl!("cli-import-rejects"))]
    rejects: Option<PathBuf>,
    #[arg(long, requires = "rejects", help = fl!("cli-import-force"))]
    force: bool,
    #[arg(value_name = "PATH", required = true, help = fl!("cli-import-paths"))]
    paths: Vec<PathBuf>,
}

/// Where the rows that were left out were saved, and how many.
type Saved = Vec<(PathBuf, usize)>;

impl Import {
    pub(super) fn run(self, here: &Here, out: &mut impl Write) -> anyhow::Result<()> {
        if let Some(to) = self
            .rejects
            .as_ref()
            .filter(|it| !self.force && it.symlink_metadata().is_ok())
        {
            anyhow::bail!(export::Error::Exists(to.clone()));
        }
        let (report, saved) = if self.dry_run {
            self.try_out(here)?
        } else {
            self.write(here)?
        };
        if self.json {
            writeln!(out, "{}", told::json(&report, self.rows)?)?;
        } else {
            told::print(&report, self.rows, out)?;
            self.print_saved(&saved, out)?;
            if self.dry_run {
                writeln!(out, "{}", fl!("cli-import-dry"))?;
            }
        }
        let read = |it: &FileReport| matches!(it.verdict, Verdict::Imported | Verdict::Duplicate);
        anyhow::ensure!(report.files.iter().any(read), fl!("cli-import-nothing"));
        Ok(())
    }

    /// Reads everything against the journal, or against a new one where there is none, and writes nothing to it.
    fn try_out(&self, here: &Here) -> anyhow::Result<(ImportReport, Saved)> {
        let report = self.read(&here.load_or_imagine()?, here)?.report;
        let saved = self.save_rejects(&report, self.force)?;
        Ok((report, saved))
    }

    fn write(&self, here: &Here) -> anyhow::Result<(ImportReport, Saved)> {
        let mut store = here.open_or_begin()?;
        let mut force = self.force;
        loop {
            let journal = store.load()?;
            let outcome = self.read(&journal, here)?;
            // Before anything is imported: where they cannot be saved, nothing is.
            let saved = self.save_rejects(&outcome.report, force)?;
            force |= !saved.is_empty();
            if !outcome.batch.changes.is_empty() {
                match store.write_on_loaded(&outcome.batch, here.now_ms, |_| true) {
                    Err(Error::Moved) => continue,
                    written => written?,
                };
            }
            if let Some(settings) = outcome.settings_after(&journal.settings) {
                store.save_settings(&settings)?;
            }
            return Ok((outcome.report, saved));
        }
    }

    fn read(&self, journal: &Journal, here: &Here) -> anyhow::Result<Outcome> {
        let mut options = self.options();
        if !self.columns.is_empty() {
            let tables = self.read_as(&options, journal, here);
            options.mappings = columns::mappings(&tables.report, &self.columns)?;
        }
        Ok(self.read_as(&options, journal, here))
    }

    fn read_as(&self, options: &ImportOptions, journal: &Journal, here: &Here) -> Outcome {
        let never = AtomicBool::new(false);
        let shows = std::io::stderr().is_terminal();
        let progress = |done: f32| {
            if shows {
                told::progress(done);
            }
        };
        let outcome = import::read(&self.paths, journal, options, here.now_ms, &progress, &never);
        if shows {
            told::end_progress();
        }
        outcome.expect("nobody cancels it")
    }

    fn options(&self) -> ImportOptions {
        ImportOptions {
            zone: self.zone.clone(),
            distance: self.distance,
            day_first: (self.day_first || self.month_first).then_some(self.day_first),
            untyped: self.untyped,
            mappings: Vec::new(),
        }
    }

    fn save_rejects(&self, report: &ImportReport, force: bool) -> anyhow::Result<Saved> {
        match &self.rejects {
            Some(to) => Ok(write_left_out(to, report, force)?),
            None => Ok(Vec::new()),
        }
    }

    fn print_saved(&self, saved: &Saved, out: &mut impl Write) -> anyhow::Result<()> {
        for (path, rows) in saved {
            let path = path.display().to_string();
            writeln!(out, "{}", fl!("cli-import-saved", n = (*rows), path = path))?;
        }
        if saved.is_empty() && self.rejects.is_some() {
            writeln!(out, "{}", fl!("cli-import-none-left-out"))?;
        }
        Ok(())
    }
}

fn zone(name: &str) -> Result<String, String> {
    match TimeZone::get(name) {
        Ok(_) => Ok(name.to_owned()),
        Err(_unknown) => Err(fl!("cli-bad-zone")),
    }
}

fn distance(word: &str) -> Result<DistanceUnit, String> {
    word.parse().map_err(|_unknown| fl!("cli-bad-distance"))
}

fn sport(word: &str) -> Result<Sport, String> {
    word.parse().map_err(|_unknown| fl!("cli-bad-sport"))
}
