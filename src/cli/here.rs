//! Where and when a command runs: which journal, what time, which zone.

use std::path::PathBuf;

use anyhow::Context as _;
use directories::BaseDirs;

use crate::clock::{Clock, system_zone};
use crate::domain::time::zone;
use crate::domain::{Journal, Stamp};
use crate::fl;
use crate::store::{OpenMode, Store};

/// The place and the moment of one command.
#[derive(Debug)]
pub(super) struct Here {
    /// The journal that was named, if one was.
    named: Option<PathBuf>,
    /// Now, ms UTC.
    pub(super) now_ms: i64,
    /// IANA name of the computer's zone.
    pub(super) zone: String,
}

impl Here {
    /// This computer, at `moment`, or else at this one.
    pub(super) fn at(moment: Option<Stamp>, named: Option<PathBuf>) -> Self {
        Self {
            named,
            now_ms: moment.map_or_else(|| Clock::system().now_ms(), |it| it.ms),
            zone: system_zone(),
        }
    }

    /// The journal that was named, or the runner's own in the data folder.
    pub(super) fn journal(&self) -> anyhow::Result<PathBuf> {
        match &self.named {
            Some(path) => Ok(path.clone()),
            None => in_data_folder("journal.db"),
        }
    }

    /// Where the sample journal lies, apart from every real one.
    pub(super) fn sample() -> anyhow::Result<PathBuf> {
        in_data_folder("sample.db")
    }

    /// Opens the journal, which must be there.
    pub(super) fn open(&self) -> anyhow::Result<Store> {
        Ok(Store::open(&self.journal()?, &self.mode(false))?)
    }

    /// Opens the journal; where there is none, a new one is begun.
    pub(super) fn open_or_begin(&self) -> anyhow::Result<Store> {
        Ok(Store::open(&self.journal()?, &self.mode(true))?)
    }

    /// The whole journal, which must be there.
    pub(super) fn load(&self) -> anyhow::Result<Journal> {
        Ok(self.open()?.load()?)
    }

    /// The whole journal; where there is none, what a new one would hold, and no file is made for it.
    pub(super) fn load_or_imagine(&self) -> anyhow::Result<Journal> {
        if self.journal()?.symlink_metadata().is_ok() {
            return self.load();
        }
        let folder = tempfile::tempdir()?;
        Ok(Store::open(&folder.path().join("journal.db"), &self.mode(true))?.load()?)
    }

    /// How a journal is opened here; `create` begins a new one where there is none.
    pub(super) fn mode(&self, create: bool) -> OpenMode {
        OpenMode {
            create,
            read_only: false,
            zone: self.zone.clone(),
            now_ms: self.now_ms,
        }
    }

    /// What the clock on this computer's wall shows at `ms`.
    pub(super) fn wall_clock(&self, ms: i64) -> Stamp {
        Stamp::in_zone(ms, &zone(&self.zone))
    }
}

/// Reads a moment like `2026-11-24T18:30:00+01:00`.
pub(super) fn instant(text: &str) -> Result<Stamp, String> {
    Stamp::parse_rfc3339(text).ok_or_else(|| fl!("cli-bad-instant"))
}

fn in_data_folder(name: &str) -> anyhow::Result<PathBuf> {
    let folders = BaseDirs::new().with_context(|| fl!("cli-no-home"))?;
    Ok(folders.data_dir().join("afterrun").join(name))
}
