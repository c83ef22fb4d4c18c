//! Putting an export on the disk: all of it or nothing, and never over what was there unasked.
//!
//! Every file is written under another name beside its place, brought to the disk, and only then given
//! its own name; a full disk or a power cut leaves the old file or the new one, never half of one. A new
//! folder is filled under another name too, and appears whole. A folder that already holds something is
//! left alone unless it was said to go ahead; even then only files of the same name are replaced, and
//! the others stay.

use std::fs::{self, File};
use std::io::{self, Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};

use tempfile::{NamedTempFile, TempDir};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::Error;
use super::share::shared;
use crate::domain::{ExportChoice, ExportKind};

/// The first bytes of every SQLite file, and so of every journal.
const JOURNAL: &[u8] = b"SQLite format 3\0";

/// What an export becomes, by the name it is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A folder with one file for each table.
    Folder,
    /// All files in one `.zip`.
    Zip,
    /// One table alone, as one `.csv`: the daily one, where no other was chosen.
    Table,
}

impl Target {
    /// What `path` names by its ending: a `.zip`, a `.csv`, or else a folder.
    pub fn of(path: &Path) -> Self {
        let ending = path.extension().and_then(|it| it.to_str()).unwrap_or_default();
        if ending.eq_ignore_ascii_case("zip") {
            Self::Zip
        } else if ending.eq_ignore_ascii_case("csv") {
            Self::Table
        } else {
            Self::Folder
        }
    }
}

/// `choice` as it fits into `path`: a `.csv` takes one table.
pub fn fitted(mut choice: ExportChoice, path: &Path) -> Result<ExportChoice, Error> {
    if Target::of(path) == Target::Table {
        match choice.kinds.len() {
            0 => choice.kinds = [ExportKind::Daily].into(),
            1 => {}
            _ => return Err(Error::OneTable(path.to_owned())),
        }
    }
    Ok(choice)
}

/// Writes `files` (name and bytes) to `path`: a folder, `FILE.zip`, or `FILE.csv` for one table alone. With
/// `force` it replaces files that are there.
pub fn write(path: &Path, files: &[(String, Vec<u8>)], force: bool) -> Result<(), Error> {
    match Target::of(path) {
        Target::Folder => write_folder(path, files, force),
        Target::Zip => write_file(path, &zipped(files), force),
        Target::Table => {
            let daily = ExportKind::Daily.file_name();
            // What a table names comes along behind it.
            let table = files.iter().find(|(name, _)| *name == daily).or(files.first());
            write_file(path, table.map_or(&[], |(_, bytes)| bytes), force)
        }
    }
}

/// Writes one file of any kind to `path`, as carefully as an export. With `force` it replaces a file that is
/// there, but never a journal.
pub fn write_file(path: &Path, bytes: &[u8], force: bool) -> Result<(), Error> {
    may_write(path, force)?;
    let written = beside(path, bytes).and_then(|file| {
        settle(path, file, force)?;
        sync_folder(parent(path))
    });
    written.map_err(|error| Error::io(path, &error))
}

/// Whether a file may be written to `path`.
pub(super) fn may_write(path: &Path, force: bool) -> Result<(), Error> {
    if path.is_dir() {
        return Err(Error::IsFolder(path.to_owned()));
    }
    if path.symlink_metadata().is_ok() {
        if !force {
            return Err(Error::Exists(path.to_owned()));
        }
        if is_journal(path) {
            return Err(Error::IsJournal(path.to_owned()));
        }
    }
    Ok(())
}

fn write_folder(path: &Path, files: &[(String, Vec<u8>)], force: bool) -> Result<(), Error> {
    if path.symlink_metadata().is_err() {
        return write_new_folder(path, files);
    }
    if !path.is_dir() {
        return Err(Error::IsFile(path.to_owned()));
    }
    let io = |error| Error::io(path, &error);
    if !force && fs::read_dir(path).map_err(io)?.next().is_some() {
        return Err(Error::NotEmpty(path.to_owned()));
    }
    let places: Vec<PathBuf> = files.iter().map(|(name, _)| path.join(name)).collect();
    if let Some(folder) = places.iter().find(|it| it.is_dir()) {
        return Err(Error::IsFolder(folder.clone()));
    }
    fill(path, files, force).map_err(io)
}

/// Fills a folder under another name, then gives it its own.
fn write_new_folder(path: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Error> {
    let io = |error| Error::io(path, &error);
    let draft: TempDir = tempfile::Builder::new()
        .prefix(".afterrun-export-")
        .tempdir_in(parent(path))
        .map_err(io)?;
    fill(draft.path(), files, false).map_err(io)?;
    fs::rename(draft.path(), path).map_err(io)?;
    // It has another name now, so there is nothing to clean up.
    drop(draft.keep());
    sync_folder(parent(path)).map_err(io)
}

/// Puts files into a folder: all are on the disk before the first has its name.
fn fill(folder: &Path, files: &[(String, Vec<u8>)], force: bool) -> io::Result<()> {
    let written = shared(files, |(name, bytes)| {
        let place = folder.join(name);
        beside(&place, bytes).map(|file| (place, file))
    });
    let written: Vec<_> = written.into_iter().collect::<Result<_, _>>()?;
    for (place, file) in written {
        settle(&place, file, force)?;
    }
    sync_folder(folder)
}

/// `bytes` on the disk in the folder of `path`, under another name, readable by its owner alone.
fn beside(path: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut file = tempfile::Builder::new()
        .prefix(".afterrun-export-")
        .tempfile_in(parent(path))?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// Gives a written file its name.
fn settle(path: &Path, file: NamedTempFile, force: bool) -> io::Result<()> {
    let settled = if force {
        file.persist(path)
    } else {
        file.persist_noclobber(path)
    };
    settled.map(drop).map_err(|error| error.error)
}

/// All files in one ZIP. Times are fixed, so that the same journal gives the same bytes.
pub fn zipped(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o600);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(name.as_str(), options)
            .expect("names differ, and memory takes every byte");
        zip.write_all(bytes).expect("memory takes every byte");
    }
    zip.finish().expect("memory takes every byte").into_inner()
}

fn is_journal(path: &Path) -> bool {
    let mut start = Vec::new();
    let read = File::open(path).and_then(|it| it.take(JOURNAL.len() as u64).read_to_end(&mut start));
    read.is_ok() && start == JOURNAL
}

fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    }
}

/// So that the new names are on the disk too.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}
