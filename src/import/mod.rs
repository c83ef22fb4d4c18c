//! Bytes in, records and issues out.
//!
//! [`read`] walks files and folders ([`source`]), recognises each file by what is in it and never by its name
//! ([`mod@format`]), and hands it to the one reader of its format ([`formats`]). A reader gives records and what
//! it left out, and writes nothing. What is new, what completes a record that is there, and what is the same
//! thing told twice is decided in one place ([`merge`]), against everything the journal knows, its trash
//! included, so that importing twice changes nothing; only what was undone may come again ([`undone`]).
//!
//! Files come from anywhere, so nothing in them is trusted: sizes, counts and ratios are bounded, values
//! outside what the journal takes are left out with a reason, a path inside an archive is only ever
//! shown, and a reader that panics costs its own file alone.

mod format;
mod formats;
pub mod fuzzing;
mod merge;
mod pipeline;
mod reading;
mod source;
mod undone;

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use crate::domain::import::Mapping;
use crate::domain::{Batch, ImportOptions, ImportReport, Journal, Settings};
use merge::Tally;
use reading::Task;
use undone::without_undone;

/// What an import gave, before anything is written.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The records to write, as one batch; without changes where nothing is new.
    pub batch: Batch,
    /// What became of each file.
    pub report: ImportReport,
    /// The settings an export of Afterrun carried, where the journal had no record yet.
    pub settings: Option<Settings>,
    /// What was said of the columns of tables, to be remembered.
    pub mappings: Vec<Mapping>,
}

impl Outcome {
    /// The settings to save where the journal's `stand` now; `None` where they stay.
    pub fn settings_after(&self, stand: &Settings) -> Option<Settings> {
        settings_after(self.settings.as_ref(), &self.mappings, stand)
    }
}

/// The settings that come of those of an export and of what was said of the columns of tables, which is a setting, so
/// that it is said once; `None` where those that `stand` stay.
pub fn settings_after(of_export: Option<&Settings>, mappings: &[Mapping], stand: &Settings) -> Option<Settings> {
    let mut settings = of_export.unwrap_or(stand).clone();
    for mapping in mappings {
        settings.mappings.retain(|it| it.header != mapping.header);
        settings.mappings.push(mapping.clone());
    }
    (settings != *stand).then_some(settings)
}

/// Reads files, folders and archives against `journal`. `progress` hears 0 to 1; `cancel` stops it, and then
/// there is no outcome.
pub fn read(
    paths: &[PathBuf],
    journal: &Journal,
    options: &ImportOptions,
    now_ms: i64,
    progress: &dyn Fn(f32),
    cancel: &AtomicBool,
) -> Option<Outcome> {
    let journal = &*without_undone(journal);
    let task = Task::new(journal, options, now_ms, cancel);
    let mut tally = Tally::new(journal, now_ms);
    pipeline::run(paths, &task, progress, &mut tally)?;
    progress(1.0);
    let mut outcome = tally.into_outcome();
    outcome.mappings.clone_from(&options.mappings);
    Some(outcome)
}

/// A path as a person reads it.
fn shown(path: &Path) -> String {
    path.display().to_string()
}
