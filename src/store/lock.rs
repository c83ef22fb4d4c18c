//! One window for each journal.
//!
//! Two windows on one journal would each show what the other changed a moment too late, so the second is
//! turned away. The lock is a file of its own beside the journal, held by the kernel for as long as the
//! process lives: a killed program leaves no stale lock, and no process id is ever compared. It is never
//! the journal itself, whose locks are SQLite's. The command line does not take it; it works beside an
//! open window. The file stays when the lock goes: deleting it would race with the next window.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::ErrorKind;

use super::{OpenError, Store, header::beside};

/// Held while a window shows a journal; let go when dropped.
#[derive(Debug)]
pub struct WindowLock {
    /// `None` where no lock file can be made: what can only be read can be shown twice.
    _file: Option<File>,
}

impl WindowLock {
    /// Takes the lock of an open journal; [`OpenError::InUse`] where another window has it.
    pub fn take(store: &Store) -> Result<Self, OpenError> {
        let path = store.path();
        let file = match lock_file(&beside(path, ".lock")) {
            Ok(file) => file,
            Err(error) => {
                return match error.kind() {
                    ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem | ErrorKind::StorageFull => {
                        Ok(Self { _file: None })
                    }
                    _ => Err(OpenError::io(path, &error)),
                };
            }
        };
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: Some(file) }),
            Err(TryLockError::WouldBlock) => Err(OpenError::InUse(path.to_owned())),
            // A file system without such locks: SQLite's own say no before anything is lost.
            Err(TryLockError::Error(_)) => Ok(Self { _file: None }),
        }
    }
}

fn lock_file(path: &std::path::Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).read(true).write(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options.open(path)
}
