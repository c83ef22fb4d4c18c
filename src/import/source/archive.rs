//! ZIP archives, read where they lie: several threads read entries of one archive at the same time, each
//! with its own place in the one open file.
//!
//! How many entries there may be, how large each and how large all together, is bounded before any is read.
//! Entries that share their bytes are refused (a small file could say a great deal that way), and an archive
//! inside of an archive is not opened.

use std::fs::File;
use std::io::{BufReader, Error, Read, Result as IoResult, Seek, SeekFrom};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use flate2::Crc;
use flate2::bufread::DeflateDecoder;
use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use super::bounds::LARGEST_STREAM;
use super::walk::why_unread;
use crate::fl;

/// The most entries an archive may have.
const MOST_ENTRIES: usize = 200_000;

/// The longest name of an entry, bytes.
const LONGEST_NAME: usize = 1024;

/// Where an entry lies, and how.
struct Lying {
    name: String,
    start: u64,
    packed: u64,
    method: CompressionMethod,
    is_encrypted: bool,
    crc: u32,
}

/// An open archive. Copies share the file and what is known of its entries.
#[derive(Clone)]
pub(in crate::import) struct Archive {
    file: Shared,
    entries: Arc<Vec<Lying>>,
    /// How many bytes may still be unpacked.
    left: Arc<AtomicU64>,
}

impl Archive {
    /// Opens the archive at `path`; a sentence where that does not work.
    pub fn open_at(path: &Path) -> Result<Self, String> {
        let file = Shared::open(path).map_err(|error| why_unread(&error))?;
        let mut zip = ZipArchive::new(BufReader::new(file.clone())).map_err(|it| damaged(&it))?;
        if zip.len() > MOST_ENTRIES {
            return Err(fl!("import-zip-entries", count = MOST_ENTRIES));
        }
        let entries: Vec<_> = (0..zip.len())
            .map(|index| lying(&mut zip, index))
            .collect::<Result<_, _>>()
            .map_err(|it| damaged(&it))?;
        if entries.iter().map(|it| it.packed).fold(0, u64::saturating_add) > file.bytes {
            return Err(fl!("import-zip-overlap"));
        }
        Ok(Self {
            file,
            entries: Arc::new(entries),
            left: Arc::new(AtomicU64::new(LARGEST_STREAM)),
        })
    }

    /// The place and name of each file in it, in the order of the archive. What systems put beside the
    /// files of a person is left out.
    pub fn files(&self) -> impl Iterator<Item = (usize, &str)> {
        let files = self.entries.iter().enumerate();
        files.map(|(index, it)| (index, it.name.as_str())).filter(|(_, name)| {
            let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
            let is_hidden = last.starts_with('.') || name.starts_with("__MACOSX/");
            !last.is_empty() && !is_hidden && name.len() <= LONGEST_NAME
        })
    }

    /// How many bytes an entry has in the archive.
    pub fn packed_bytes(&self, index: usize) -> u64 {
        self.entries.get(index).map_or(0, |it| it.packed)
    }

    /// The place of the entry of that name.
    pub fn index_of(&self, name: &str) -> Option<usize> {
        self.entries.iter().position(|it| it.name == name)
    }

    /// An entry, unpacked, as a stream that ends with an error where its checksum is wrong.
    pub fn open(&self, index: usize) -> Result<impl Read + Send + use<>, String> {
        let entry = self.entries.get(index).ok_or_else(|| fl!("import-missing"))?;
        if entry.is_encrypted {
            return Err(fl!("import-zip-locked"));
        }
        let mut file = self.file.clone();
        file.at = entry.start;
        let packed = BufReader::with_capacity(1 << 16, file.take(entry.packed));
        let unpacked: Box<dyn Read + Send> = match entry.method {
            CompressionMethod::Stored => Box::new(packed),
            CompressionMethod::Deflated => Box::new(DeflateDecoder::new(packed)),
            _ => return Err(fl!("import-zip-method")),
        };
        Ok(Checked {
            unpacked,
            crc: Crc::new(),
            expected: entry.crc,
            left: Arc::clone(&self.left),
        })
    }
}

fn lying(zip: &mut ZipArchive<BufReader<Shared>>, index: usize) -> Result<Lying, ZipError> {
    let entry = zip.by_index_raw(index)?;
    Ok(Lying {
        name: entry.name().map(|it| it.to_string()).unwrap_or_default(),
        start: entry.data_start().unwrap_or(u64::MAX),
        packed: entry.compressed_size(),
        method: entry.compression(),
        is_encrypted: entry.encrypted(),
        crc: entry.crc32(),
    })
}

/// An archive that cannot be read, with what the reader of archives says of it.
fn damaged(error: &ZipError) -> String {
    fl!("import-zip-damaged", what = error.to_string())
}

/// An open file, and a place in it.
#[derive(Clone)]
struct Shared {
    file: Arc<Mutex<File>>,
    at: u64,
    bytes: u64,
}

impl Shared {
    fn open(path: &Path) -> IoResult<Self> {
        let file = File::open(path)?;
        let bytes = file.metadata()?.len();
        let file = Arc::new(Mutex::new(file));
        Ok(Self { file, at: 0, bytes })
    }
}

impl Read for Shared {
    fn read(&mut self, into: &mut [u8]) -> IoResult<usize> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(self.at))?;
        let read = file.read(into)?;
        self.at += read as u64;
        Ok(read)
    }
}

impl Seek for Shared {
    fn seek(&mut self, to: SeekFrom) -> IoResult<u64> {
        let (from, by) = match to {
            SeekFrom::Start(at) => (at, 0),
            SeekFrom::End(by) => (self.bytes, by),
            SeekFrom::Current(by) => (self.at, by),
        };
        let outside = || Error::from(std::io::ErrorKind::InvalidInput);
        self.at = from.checked_add_signed(by).ok_or_else(outside)?;
        Ok(self.at)
    }
}

/// An unpacked entry, counted and checked.
struct Checked {
    unpacked: Box<dyn Read + Send>,
    crc: Crc,
    expected: u32,
    left: Arc<AtomicU64>,
}

impl Read for Checked {
    fn read(&mut self, into: &mut [u8]) -> IoResult<usize> {
        let read = self.unpacked.read(into)?;
        if read == 0 && !into.is_empty() && self.crc.sum() != self.expected {
            return Err(Error::other(fl!("import-zip-checksum")));
        }
        self.crc.update(&into[..read]);
        let took = self.left.try_update(Ordering::Relaxed, Ordering::Relaxed, |left| {
            left.checked_sub(read as u64)
        });
        took.map(|_| read)
            .map_err(|_left| Error::other(fl!("import-too-large")))
    }
}
