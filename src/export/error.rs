//! Why an export was not written. Whatever it was, the files that were there are as they were.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::fl;

/// Why an export was not written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is a file already, and it was not asked to be replaced.
    #[error("{}", fl!("export-exists", path = shown(.0)))]
    Exists(PathBuf),
    /// The folder holds something already.
    #[error("{}", fl!("export-not-empty", path = shown(.0)))]
    NotEmpty(PathBuf),
    /// A file where a folder was to be.
    #[error("{}", fl!("export-is-file", path = shown(.0)))]
    IsFile(PathBuf),
    /// A folder where a file was to be.
    #[error("{}", fl!("export-is-folder", path = shown(.0)))]
    IsFolder(PathBuf),
    /// Several tables for a file that takes one.
    #[error("{}", fl!("export-one-table", path = shown(.0)))]
    OneTable(PathBuf),
    /// A journal, which no export may replace.
    #[error("{}", fl!("export-is-journal", path = shown(.0)))]
    IsJournal(PathBuf),
    /// The folder that the export was to stand in is not there.
    #[error("{}", fl!("export-no-folder", path = shown(.0)))]
    NoFolder(PathBuf),
    /// The system does not let us write there.
    #[error("{}", fl!("export-denied", path = shown(.0)))]
    Denied(PathBuf),
    /// The disk is full.
    #[error("{}", fl!("export-full", path = shown(.0)))]
    Full(PathBuf),
    /// The system could not write.
    #[error("{}", fl!("export-io", what = what.as_str(), path = shown(path)))]
    Io {
        /// What was written.
        path: PathBuf,
        /// The system's words.
        what: String,
    },
}

impl Error {
    /// What the system said while `path` was written.
    pub(super) fn io(path: &Path, error: &std::io::Error) -> Self {
        let path = path.to_owned();
        match error.kind() {
            ErrorKind::AlreadyExists => Self::Exists(path),
            ErrorKind::DirectoryNotEmpty => Self::NotEmpty(path),
            ErrorKind::NotFound => Self::NoFolder(path),
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::Denied(path),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full(path),
            _ => Self::Io {
                path,
                what: error.to_string(),
            },
        }
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
