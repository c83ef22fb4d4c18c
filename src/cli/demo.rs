//! `afterrun demo`: a sample journal, in the window or as a file.
//!
//! The sample lies in a file of its own beside the runner's journal and is marked for good, so the two
//! are never taken for each other. It is made anew each time, whole under another name and then put in
//! its place; unless a window shows it just now, which then is where to look.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use tempfile::TempPath;

use super::Next;
use super::days::{day, wrong_usage};
use super::here::Here;
use crate::demo::{self, Plan};
use crate::domain::DayRule;
use crate::fl;
use crate::store::{OpenError, OpenMode, Store, WindowLock};

#[derive(Debug, clap::Args)]
pub(super) struct Demo {
    #[arg(long, value_name = "N", default_value_t = 2, value_parser = clap::value_parser!(u16).range(1..=60),
          help = fl!("cli-demo-years"))]
    years: u16,
    #[arg(long, value_name = "N", default_value_t = 1, help = fl!("cli-demo-seed"))]
    seed: u64,
    #[arg(long, value_name = "DAY", value_parser = day, help = fl!("cli-demo-until"))]
    until: Option<Date>,
    #[arg(long, value_name = "FILE", help = fl!("cli-demo-out"))]
    out: Option<PathBuf>,
}

impl Demo {
    pub(super) fn run(self, here: &Here, out: &mut impl Write) -> anyhow::Result<Next> {
        let plan = self.plan(here)?;
        let Some(path) = self.out else {
            let journal = Here::sample()?;
            renew(&plan, &journal, here)?;
            return Ok(Next::Window { journal });
        };
        write_new(&plan, &path, here)?;
        writeln!(out, "{}", fl!("cli-demo-written", path = path.display().to_string()))?;
        Ok(Next::Done)
    }

    fn plan(&self, here: &Here) -> Result<Plan, clap::Error> {
        let now = here.wall_clock(here.now_ms);
        let until = self.until.unwrap_or_else(|| DayRule::default().day_of(now));
        if !demo::LAST_DAYS.contains(&until) {
            return Err(wrong_usage(&fl!("cli-demo-until-range", until = until.to_string())));
        }
        Ok(Plan {
            years: self.years,
            seed: self.seed,
            until,
            // A file comes from its plan alone, whenever it is made.
            now: self.out.is_none().then_some(now),
        })
    }
}

/// Writes the sample to `path`, where there must be nothing yet.
fn write_new(plan: &Plan, path: &Path, here: &Here) -> anyhow::Result<()> {
    let exists = || fl!("cli-demo-exists", path = path.display().to_string());
    anyhow::ensure!(path.symlink_metadata().is_err(), exists());
    let draft = Draft::make(plan, path, here)?;
    let put = draft.file.persist_noclobber(path).map_err(|error| error.error);
    match put {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => anyhow::bail!(exists()),
        put => put.map_err(|error| not_written(path, &error)),
    }
}

/// Makes the sample at `path` anew, unless a window shows it.
fn renew(plan: &Plan, path: &Path, here: &Here) -> anyhow::Result<()> {
    let is_new = path.symlink_metadata().is_err();
    let mut store = Store::open(path, &here.mode(true))?;
    let _lock = match WindowLock::take(&store) {
        Err(OpenError::InUse(_)) => return Ok(()),
        lock => lock?,
    };
    if is_new {
        store.mark_as_sample()?;
    }
    let not_ours = fl!("cli-demo-not-a-sample", path = path.display().to_string());
    anyhow::ensure!(store.is_sample()?, not_ours);
    // Nothing may have it open when another file takes its name.
    drop(store);
    let draft = Draft::make(plan, path, here)?;
    draft
        .file
        .persist(path)
        .map_err(|error| not_written(path, &error.error))
}

fn not_written(path: &Path, error: &std::io::Error) -> anyhow::Error {
    let (what, path) = (error.to_string(), path.display().to_string());
    anyhow::anyhow!(fl!("cli-demo-not-written", what = what, path = path))
}

/// A whole sample journal in a folder beside its place, gone with it when dropped.
struct Draft {
    file: TempPath,
    _folder: tempfile::TempDir,
}

impl Draft {
    fn make(plan: &Plan, place: &Path, here: &Here) -> anyhow::Result<Self> {
        let beside = match place.parent() {
            Some(parent) if parent != Path::new("") => parent,
            _ => Path::new("."),
        };
        let io = |error: std::io::Error| not_written(place, &error);
        let folder = tempfile::Builder::new()
            .prefix(".afterrun-sample-")
            .tempdir_in(fs::canonicalize(beside).map_err(io)?)
            .map_err(io)?;
        let file = folder.path().join("sample.db");
        let mode = OpenMode {
            zone: demo::ZONE.to_owned(),
            ..here.mode(true)
        };
        fill(plan, &mut Store::open(&file, &mode)?, here)?;
        Ok(Self {
            file: TempPath::try_from_path(file).map_err(io)?,
            _folder: folder,
        })
    }
}

fn fill(plan: &Plan, store: &mut Store, here: &Here) -> anyhow::Result<()> {
    store.mark_as_sample()?;
    store.save_settings(&demo::settings())?;
    store.write(&demo::batch(plan), here.now_ms)?;
    Ok(())
}
