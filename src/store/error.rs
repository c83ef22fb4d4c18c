//! What can go wrong with a journal, each as a sentence for a person.
//!
//! [`OpenError`] is why a file does not become a journal; the window gives it a screen of its own, the
//! command line one line on stderr. [`Error`] is why something was not saved, undone or read. Both say
//! what happened to the runner's data and what to do; the path comes last. SQLite's codes are sorted
//! into these few kinds here and nowhere else.

use std::path::{Path, PathBuf};

use rusqlite::ffi;

use crate::domain::RecordRef;
use crate::fl;

/// Why a journal could not be opened. Whatever it was, the file was left as it is.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// There is no file, and none was to be made.
    #[error("{}", fl!("open-missing", path = shown(.0)))]
    Missing(PathBuf),
    /// A folder.
    #[error("{}", fl!("open-directory", path = shown(.0)))]
    Directory(PathBuf),
    /// A symbolic link, which saving could turn into a file of its own.
    #[error("{}", fl!("open-link", path = shown(.0)))]
    Link(PathBuf),
    /// A pipe, a socket, a device.
    #[error("{}", fl!("open-special", path = shown(.0)))]
    Special(PathBuf),
    /// A file of 0 bytes: what a full disk or a broken copy leaves behind, never a new journal.
    #[error("{}", fl!("open-empty", path = shown(.0)))]
    Empty(PathBuf),
    /// Not a journal, nor any other database.
    #[error("{}", fl!("open-not-a-journal", path = shown(.0)))]
    NotAJournal(PathBuf),
    /// A database of some other program.
    #[error("{}", fl!("open-other-program", path = shown(.0)))]
    OtherProgram(PathBuf),
    /// Written by a newer Afterrun.
    #[error("{}", fl!("open-newer", theirs = theirs.to_string(), ours = ours.to_string(), path = shown(path)))]
    Newer {
        /// The file.
        path: PathBuf,
        /// The form it has.
        theirs: i64,
        /// The newest form this program reads.
        ours: i64,
    },
    /// A journal in an older form, where it cannot be written.
    #[error("{}", fl!("open-older-read-only", path = shown(.0)))]
    OlderReadOnly(PathBuf),
    /// A journal whose bytes are wrong.
    #[error("{}", fl!("open-damaged", what = what.as_str(), path = shown(path)))]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong, in words.
        what: String,
    },
    /// A `-wal` file lies beside it that does not belong to it.
    #[error("{}", fl!("open-stray-wal", path = shown(.0)))]
    StrayWal(PathBuf),
    /// A save was interrupted and must be rolled back, where nothing can be written.
    #[error("{}", fl!("open-interrupted", path = shown(.0)))]
    Interrupted(PathBuf),
    /// Another program is writing.
    #[error("{}", fl!("open-busy", path = shown(.0)))]
    Busy(PathBuf),
    /// Another window has it open.
    #[error("{}", fl!("open-in-use", path = shown(.0)))]
    InUse(PathBuf),
    /// The system does not let us.
    #[error("{}", fl!("open-denied", path = shown(.0)))]
    Denied(PathBuf),
    /// The disk is full.
    #[error("{}", fl!("open-full", path = shown(.0)))]
    Full(PathBuf),
    /// It could not be brought to this version's form; it is as it was.
    #[error("{}", fl!("open-migration", what = what.as_str(), path = shown(path)))]
    Migration {
        /// The file.
        path: PathBuf,
        /// What did not work.
        what: String,
    },
    /// The system could not read or write it.
    #[error("{}", fl!("open-io", what = what.as_str(), path = shown(path)))]
    Io {
        /// The file.
        path: PathBuf,
        /// The system's words.
        what: String,
    },
}

impl OpenError {
    /// What the system said about `path`.
    pub(super) fn io(path: &Path, error: &std::io::Error) -> Self {
        use std::io::ErrorKind;
        let path = path.to_owned();
        match error.kind() {
            ErrorKind::NotFound => Self::Missing(path),
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::Denied(path),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full(path),
            _ => Self::Io {
                path,
                what: error.to_string(),
            },
        }
    }

    /// What SQLite said about `path`.
    pub(super) fn sql(path: &Path, error: &rusqlite::Error) -> Self {
        let path = path.to_owned();
        let what = error.to_string();
        match extended(error) {
            ffi::SQLITE_READONLY_ROLLBACK | ffi::SQLITE_READONLY_RECOVERY | ffi::SQLITE_READONLY_CANTINIT => {
                Self::Interrupted(path)
            }
            ffi::SQLITE_CANTOPEN_SYMLINK => Self::Link(path),
            code => match code & 0xff {
                ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED => Self::Busy(path),
                ffi::SQLITE_PERM | ffi::SQLITE_AUTH => Self::Denied(path),
                ffi::SQLITE_FULL => Self::Full(path),
                ffi::SQLITE_CORRUPT | ffi::SQLITE_NOTADB | ffi::SQLITE_ERROR => Self::Damaged { path, what },
                _ => Self::Io { path, what },
            },
        }
    }
}

/// Why something was not saved, undone or read. A batch that failed left nothing behind, except as
/// [`Error::Disk`] says.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The journal can only be read.
    #[error("{}", fl!("store-read-only"))]
    ReadOnly,
    /// Another program wrote since: the newest batch is not the expected one.
    #[error("{}", fl!("store-moved"))]
    Moved,
    /// It was stopped while it was being written.
    #[error("{}", fl!("notice-stopped"))]
    Stopped,
    /// Nothing is left to take back.
    #[error("{}", fl!("store-nothing-to-undo"))]
    NothingToUndo,
    /// Nothing was taken back that could be done again.
    #[error("{}", fl!("store-nothing-to-redo"))]
    NothingToRedo,
    /// A batch of that number does not stand in the history, or was taken back.
    #[error("{}", fl!("store-no-such-batch"))]
    NoSuchBatch,
    /// The record is not in the journal (any more).
    #[error("{}", fl!("store-no-such-record"))]
    NoSuchRecord(RecordRef),
    /// A value that the journal does not take; `rule` names the constraint.
    #[error("{}", fl!("store-refused", rule = rule.as_str()))]
    Refused {
        /// The constraint's name.
        rule: String,
    },
    /// A record names a habit, supplement or checklist that the journal does not have.
    #[error("{}", fl!("store-dangling"))]
    Dangling,
    /// A stored value that this program cannot read.
    #[error("{}", fl!("store-unreadable", column = column.as_str()))]
    Unreadable {
        /// The column it stands in.
        column: String,
    },
    /// The disk is full.
    #[error("{}", fl!("store-full"))]
    Full,
    /// Another program is writing and did not finish in time.
    #[error("{}", fl!("store-busy"))]
    Busy,
    /// The file was moved, deleted or replaced while it was open.
    #[error("{}", fl!("store-gone"))]
    Gone,
    /// The file's bytes are wrong.
    #[error("{}", fl!("store-damaged"))]
    Damaged(#[source] rusqlite::Error),
    /// The disk did not do what it was asked. The one error after which a batch may stand all the same: the
    /// last sync of a save can fail when everything is written. The journal is read again to see.
    #[error("{}", fl!("store-disk", what = .0.to_string()))]
    Disk(#[source] rusqlite::Error),
    /// The program itself made a mistake.
    #[error("{}", fl!("store-failed", what = .0.as_str()))]
    Failed(String),
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        match extended(&error) {
            ffi::SQLITE_CONSTRAINT_FOREIGNKEY => Self::Dangling,
            ffi::SQLITE_READONLY_DBMOVED => Self::Gone,
            code => match code & 0xff {
                ffi::SQLITE_CONSTRAINT | ffi::SQLITE_MISMATCH => Self::Refused { rule: rule_of(&error) },
                ffi::SQLITE_READONLY | ffi::SQLITE_PERM => Self::ReadOnly,
                ffi::SQLITE_FULL => Self::Full,
                ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED => Self::Busy,
                ffi::SQLITE_CORRUPT | ffi::SQLITE_NOTADB => Self::Damaged(error),
                ffi::SQLITE_IOERR | ffi::SQLITE_CANTOPEN | ffi::SQLITE_NOLFS => Self::Disk(error),
                _ => Self::Failed(error.to_string()),
            },
        }
    }
}

/// SQLite's extended result code; 0 where the error is not SQLite's.
pub(super) fn extended(error: &rusqlite::Error) -> i32 {
    error.sqlite_error().map_or(0, |it| it.extended_code)
}

/// The constraint's name, as SQLite's message ends with it.
fn rule_of(error: &rusqlite::Error) -> String {
    let words = error.to_string();
    words.rsplit(": ").next().unwrap_or(&words).to_owned()
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_stands_last_in_its_sentence() {
        let path = Path::new("/home/anna/journal.db");
        for error in [
            OpenError::Missing(path.into()),
            OpenError::Directory(path.into()),
            OpenError::Newer {
                path: path.into(),
                theirs: 9,
                ours: 1,
            },
            OpenError::Damaged {
                path: path.into(),
                what: "it is cut short".into(),
            },
        ] {
            assert!(error.to_string().ends_with(": /home/anna/journal.db"), "{error}");
        }
    }
}
