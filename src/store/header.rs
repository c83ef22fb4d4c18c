//! What a file is, before SQLite may touch it.
//!
//! SQLite would make a database out of an empty file, roll back a leftover journal of a foreign one and
//! rewrite a header on the first save. So the first hundred bytes are read by ourselves: a file that is
//! not ours, is newer, or is cut short is refused here, with its bytes and its modification time as they
//! were. The file is read once and closed before SQLite opens it, never while it is open: closing any
//! handle of a file drops the locks a process holds on it.

use std::ffi::OsString;
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::OpenError;
use crate::domain::APPLICATION_ID;
use crate::fl;

const MAGIC: &[u8; 16] = b"SQLite format 3\0";
const HEADER_LEN: usize = 100;

/// Refuses `path` unless it is an ordinary file that holds a journal in a form up to `newest`.
pub(super) fn examine(path: &Path, newest: i64) -> Result<(), OpenError> {
    let metadata = path.symlink_metadata().map_err(|error| OpenError::io(path, &error))?;
    let kind = metadata.file_type();
    if kind.is_symlink() {
        return Err(OpenError::Link(path.to_owned()));
    }
    if kind.is_dir() {
        return Err(OpenError::Directory(path.to_owned()));
    }
    if !kind.is_file() {
        return Err(OpenError::Special(path.to_owned()));
    }
    let header = read_header(path)?;
    judge(path, &header, metadata.len(), newest)?;
    let is_wal = header[18] == 2;
    if !is_wal && has_bytes(&beside(path, "-wal")) {
        return Err(OpenError::StrayWal(path.to_owned()));
    }
    Ok(())
}

fn read_header(path: &Path) -> Result<Vec<u8>, OpenError> {
    let io = |error| OpenError::io(path, &error);
    let mut header = Vec::with_capacity(HEADER_LEN);
    let file = File::open(path).map_err(io)?;
    file.take(HEADER_LEN as u64).read_to_end(&mut header).map_err(io)?;
    Ok(header)
}

fn judge(path: &Path, header: &[u8], len: u64, newest: i64) -> Result<(), OpenError> {
    let damaged = |what| {
        Err(OpenError::Damaged {
            path: path.to_owned(),
            what,
        })
    };
    if header.is_empty() {
        return Err(OpenError::Empty(path.to_owned()));
    }
    let ours = header.len() == HEADER_LEN && number(header, 68) == APPLICATION_ID;
    if !header.starts_with(MAGIC) {
        return if ours {
            damaged(fl!("damage-header"))
        } else {
            Err(OpenError::NotAJournal(path.to_owned()))
        };
    }
    if header.len() < HEADER_LEN {
        return damaged(fl!("damage-short"));
    }
    if !ours {
        return Err(OpenError::OtherProgram(path.to_owned()));
    }
    let version = i64::from(number(header, 60).cast_signed());
    if version > newest {
        return Err(OpenError::Newer {
            path: path.to_owned(),
            theirs: version,
            ours: newest,
        });
    }
    if version < 1 {
        return damaged(fl!("damage-header"));
    }
    // An interrupted save may leave the file shorter than its header says; its journal mends that.
    if len < pages_len(header) && !has_bytes(&beside(path, "-journal")) {
        return damaged(fl!("damage-short"));
    }
    Ok(())
}

/// The length that the header claims.
fn pages_len(header: &[u8]) -> u64 {
    let page = match u16::from_be_bytes([header[16], header[17]]) {
        1 => 65_536,
        size => u64::from(size),
    };
    page * u64::from(number(header, 28))
}

fn number(header: &[u8], at: usize) -> u32 {
    u32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]])
}

/// The file called like `path` with `suffix` behind it.
pub(super) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    PathBuf::from(name)
}

fn has_bytes(path: &Path) -> bool {
    path.metadata().is_ok_and(|it| it.len() > 0)
}
