//! Bytes in, records and issues out.
//!
//! [`read`] walks files and folders, recognises each file by what is in it (never by its name), and hands
//! it to the one reader of its format. A reader gives records and what it left out, and writes nothing.
//! What is new is decided in one place (`tally`), against everything the journal knows, its trash
//! included, so that importing twice changes nothing.
//!
//! Files come from anywhere, so nothing in them is trusted: sizes, counts and ratios are bounded, values
//! outside what the journal takes are left out with a reason, a path inside an archive is only ever
//! shown, and a reader that panics costs its own file alone.

mod afterrun;
mod content;
mod fit;
mod kind;
mod pmsys_srpe;
mod pmsys_wellness;
mod table;
mod tally;
mod task;
mod walk;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use crate::domain::{Batch, ImportReport, Journal, Settings};
use crate::fl;
use kind::Kind;
use tally::{Origin, Tally};
use task::{Reading, Refusal, Task};

/// What an import gave, before anything is written.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The records to write, as one batch; without changes where nothing is new.
    pub batch: Batch,
    /// What became of each file.
    pub report: ImportReport,
    /// The settings an export of Afterrun carried, where the journal had no record yet.
    pub settings: Option<Settings>,
}

/// Reads files, folders and archives against `journal`. `progress` hears 0 to 1; `cancel` stops it, and then
/// there is no outcome.
pub fn read(
    paths: &[PathBuf],
    journal: &Journal,
    now_ms: i64,
    progress: &dyn Fn(f32),
    cancel: &AtomicBool,
) -> Option<Outcome> {
    let task = Task::new(&journal.settings, now_ms, cancel);
    let files = walk::files(paths, &task)?;
    let mut tally = Tally::new(journal, now_ms);
    let mut sets = afterrun::Sets::default();
    for (done, file) in files.iter().enumerate() {
        progress(done as f32 / files.len() as f32);
        read_file(file, journal, &task, &mut tally, &mut sets)?;
    }
    for set in sets.into_sets() {
        let reading = contained(|| afterrun::read_set(&set.files, journal, &task));
        take(&mut tally, &set.origin(), reading)?;
    }
    progress(1.0);
    Some(tally.into_outcome())
}

/// Reads one file, or puts it aside where it belongs to an export of Afterrun. `None` once cancelled.
fn read_file(
    file: &walk::Entry,
    journal: &Journal,
    task: &Task,
    tally: &mut Tally,
    sets: &mut afterrun::Sets,
) -> Option<()> {
    let (kind, content) = match open(file) {
        Ok(opened) => opened,
        Err(why) => {
            let origin = Origin::of(&file.path, Kind::Unknown, "");
            return take(tally, &origin, Err(Refusal::Rejected(why)));
        }
    };
    let origin = Origin::of(&file.path, kind, &content.hash);
    if let Kind::Afterrun(sheet) = kind {
        return match sets.add(&file.path, sheet, content) {
            Ok(()) => (!task.cancelled()).then_some(()),
            Err(why) => take(tally, &origin, Err(Refusal::Rejected(why))),
        };
    }
    let task = task.for_file(&content.hash);
    let reading = contained(|| read_content(kind, &content.bytes, journal, &task));
    take(tally, &origin, reading)
}

/// The bytes of a file and what they are; a sentence where they cannot be read.
fn open(file: &walk::Entry) -> Result<(Kind, content::Content), String> {
    if let Some(problem) = &file.problem {
        return Err(problem.clone());
    }
    let open = || content::read(&file.path).map(|it| (Kind::of(&it.bytes), it));
    catch_unwind(AssertUnwindSafe(open)).unwrap_or_else(|_| Err(fl!("import-unreadable")))
}

fn read_content(kind: Kind, bytes: &[u8], journal: &Journal, task: &Task) -> Reading {
    match kind {
        Kind::Fit => fit::read(bytes, task),
        Kind::PmsysWellness => pmsys_wellness::read(bytes, task),
        Kind::PmsysSrpe => pmsys_srpe::read(bytes, task),
        Kind::Zip => afterrun::read_archive(bytes, journal, task),
        _ => Err(Refusal::Unsupported(kind.why_not())),
    }
}

/// A reader's answer; a rejection where it panicked.
fn contained(read: impl FnOnce() -> Reading) -> Reading {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(Refusal::Rejected(fl!("import-unreadable"))))
}

fn take(tally: &mut Tally, origin: &Origin, reading: Reading) -> Option<()> {
    match reading {
        Err(Refusal::Cancelled) => None,
        reading => {
            tally.take(origin, reading);
            Some(())
        }
    }
}

/// A path as a person reads it.
fn shown(path: &Path) -> String {
    path.display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_that_panics_costs_its_own_file_alone() {
        let reading = contained(|| panic!("a bug"));
        assert!(matches!(reading, Err(Refusal::Rejected(_))));
    }
}
