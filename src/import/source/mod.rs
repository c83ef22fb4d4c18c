//! Where bytes come from: files on the disk, gzipped or not, and the entries of archives.
//!
//! Every size is bounded before it is read. An entry of an archive is read from the archive as it lies on
//! the disk, in memory, and nothing is ever unpacked to a place; its name is something to show and to
//! compare, never a path.

mod archive;
mod bounds;
mod walk;

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use flate2::bufread::MultiGzDecoder;

use super::reading::HEAD_BYTES;
use crate::fl;
pub(super) use archive::{Archive, BEGINNINGS};
pub(super) use bounds::{LARGEST, hash};
use bounds::{LARGEST_SIBLING, LARGEST_STREAM, Limited, bounded, unpacked_limit};
pub(super) use walk::{Entry, files, name_of, why_unread};

/// Some bytes to read: a file, or an entry of an archive.
pub(super) struct Source {
    /// The file on the disk.
    pub path: PathBuf,
    /// The path inside of the archive, as it stands there, behind that of an archive which lies in the archive;
    /// empty for a file on the disk.
    pub part: String,
    entry: Option<(Archive, usize)>,
}

impl Source {
    /// A file on the disk.
    pub fn of_file(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            part: String::new(),
            entry: None,
        }
    }

    /// An entry of the archive at `path`.
    pub fn of_entry(path: &Path, archive: &Archive, index: usize, part: String) -> Self {
        Self {
            path: path.to_owned(),
            part,
            entry: Some((archive.clone(), index)),
        }
    }

    /// Its name without folders.
    pub fn name(&self) -> String {
        if self.entry.is_none() {
            return name_of(&self.path);
        }
        self.part.rsplit(['/', '\\']).next().unwrap_or_default().to_owned()
    }

    /// The name of the folder it lies in, on the disk or in the archive.
    pub fn folder(&self) -> String {
        if self.entry.is_none() {
            return self.path.parent().map(name_of).unwrap_or_default();
        }
        self.part.rsplit(['/', '\\']).nth(1).unwrap_or_default().to_owned()
    }

    /// How many bytes it has where it lies.
    pub fn packed_bytes(&self) -> u64 {
        match &self.entry {
            Some((archive, index)) => archive.packed_bytes(*index),
            None => std::fs::metadata(&self.path).map_or(0, |it| it.len()),
        }
    }

    /// All its bytes, unpacked, within bounds.
    pub fn bytes(&self) -> Result<Vec<u8>, String> {
        let (mut stream, packed) = self.raw()?;
        if is_gzip(&mut stream)? {
            let unpacked = bounded(MultiGzDecoder::new(stream), unpacked_limit(packed));
            return unpacked.map_err(|why| fl!("import-gzip", why = why));
        }
        let limit = if self.entry.is_some() {
            unpacked_limit(packed)
        } else {
            LARGEST
        };
        bounded(stream, limit)
    }

    /// Its bytes, unpacked, as a stream that ends with an error where they are more than any file has.
    pub fn stream(&self) -> Result<Box<dyn BufRead + Send>, String> {
        let (mut stream, _) = self.raw()?;
        let limit = LARGEST_STREAM;
        if is_gzip(&mut stream)? {
            let unpacked = Limited::new(MultiGzDecoder::new(stream), limit);
            return Ok(Box::new(BufReader::with_capacity(1 << 17, unpacked)));
        }
        Ok(Box::new(BufReader::with_capacity(1 << 17, Limited::new(stream, limit))))
    }

    /// How it begins, unpacked.
    pub fn head(&self) -> Result<Vec<u8>, String> {
        let mut head = Vec::new();
        let read = self.stream()?.take(HEAD_BYTES as u64).read_to_end(&mut head);
        match read {
            // A packed file that breaks off early still shows how it began.
            Err(error) if head.is_empty() => Err(why_unread(&error)),
            _ => Ok(head),
        }
    }

    /// The bytes of the file called `name` in the same folder, or in the one above for `../name`, where there is
    /// one of a moderate size.
    pub fn sibling(&self, name: &str) -> Option<Vec<u8>> {
        let source = match &self.entry {
            None => Self::of_file(&self.path.parent()?.join(name)),
            Some((archive, index)) => {
                let above = |path: &str| path.rfind('/').map(|at| path[..at].to_owned());
                let own = above(archive.name_of(*index));
                let (folder, name) = match name.strip_prefix("../") {
                    Some(name) => (above(&own?), name),
                    None => (own, name),
                };
                let part = folder.map_or_else(|| name.to_owned(), |it| format!("{it}/{name}"));
                Self::of_entry(&self.path, archive, archive.index_of(&part)?, part)
            }
        };
        let is_moderate = source.packed_bytes() <= LARGEST_SIBLING;
        is_moderate.then(|| source.bytes().ok()).flatten()
    }

    /// Its bytes as they lie there, and how many there are.
    fn raw(&self) -> Result<(Box<dyn BufRead + Send>, u64), String> {
        let packed = self.packed_bytes();
        if let Some((archive, index)) = &self.entry {
            return Ok((Box::new(BufReader::new(archive.open(*index)?)), packed));
        }
        let file = File::open(&self.path).map_err(|error| why_unread(&error))?;
        Ok((Box::new(BufReader::with_capacity(1 << 16, file)), packed))
    }
}

fn is_gzip(stream: &mut impl BufRead) -> Result<bool, String> {
    let start = stream.fill_buf().map_err(|error| why_unread(&error))?;
    Ok(start.starts_with(&[0x1f, 0x8b]))
}
