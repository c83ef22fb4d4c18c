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
    /// The settings an export of Afterrun carried, where the journal had no record yet; and the journal's own
    /// with what was said of the columns of tables.
    pub settings: Option<Settings>,
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
    remember(&mut outcome, journal, options);
    Some(outcome)
}

/// What the runner said of the columns of tables becomes a setting, so that it is said once.
fn remember(outcome: &mut Outcome, journal: &Journal, options: &ImportOptions) {
    if options.mappings.is_empty() {
        return;
    }
    let settings = outcome.settings.get_or_insert_with(|| journal.settings.clone());
    for mapping in &options.mappings {
        settings.mappings.retain(|it| it.header != mapping.header);
        settings.mappings.push(mapping.clone());
    }
}

/// A path as a person reads it.
fn shown(path: &Path) -> String {
    path.display().to_string()
}
