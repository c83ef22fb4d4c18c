//! ZIP archives, read where they lie: several threads read entries of one archive at the same time, each
//! with its own place in the one open file.
//!
//! How many entries there may be, how large each and how large all together, is bounded before any is read.
//! Entries that share their bytes are refused (a small file could say a great deal that way).
//!
//! Services put archives into the archive of an account, so one level down they are opened, too, within the
//! same bounds: entries and unpacked bytes count together with those of the outer one. Archives deeper inside
//! are not opened.

use std::fs::File;
use std::io::{BufReader, Error, Read, Result as IoResult, Seek, SeekFrom};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use flate2::Crc;
use flate2::bufread::DeflateDecoder;
use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use super::bounds::{LARGEST, LARGEST_STREAM, bounded, unpacked_limit};
use super::walk::why_unread;
use crate::fl;

/// The most entries an archive may have.
const MOST_ENTRIES: usize = 200_000;

/// The longest name of an entry, bytes.
const LONGEST_NAME: usize = 1024;

/// How every archive begins.
pub(in crate::import) const BEGINNINGS: [&[u8; 4]; 2] = [b"PK\x03\x04", b"PK\x05\x06"];

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
    left: Arc<Left>,
}

/// What may still come out of an archive and those in it.
struct Left {
    /// How many entries.
    entries: AtomicU64,
    /// How many bytes may be unpacked.
    bytes: AtomicU64,
    /// How many bytes of archives inside may be held in memory.
    held: AtomicU64,
}

/// Takes `amount` away, where so much is left.
fn takes(left: &AtomicU64, amount: u64) -> bool {
    left.try_update(Ordering::Relaxed, Ordering::Relaxed, |it| it.checked_sub(amount))
        .is_ok()
}

impl Archive {
    /// Opens the archive at `path`; a sentence where that does not work.
    pub fn open_at(path: &Path) -> Result<Self, String> {
        let left = Left {
            entries: AtomicU64::new(MOST_ENTRIES as u64),
            bytes: AtomicU64::new(LARGEST_STREAM),
            held: AtomicU64::new(2 * LARGEST),
        };
        let file = Shared::open(path).map_err(|error| why_unread(&error))?;
        Self::of(file, Arc::new(left))
    }

    /// The archive that an entry of this one is; `None` where it is none, a sentence where it cannot be opened.
    /// One that was not packed again is read where it lies, others are held in memory.
    pub fn inside(&self, index: usize) -> Result<Option<Self>, String> {
        let Some(entry) = self.entries.get(index).filter(|it| it.packed > 0) else {
            return Ok(None);
        };
        let mut start = [0; 4];
        let is_archive = !entry.is_encrypted
            && self.open(index).is_ok_and(|mut it| it.read_exact(&mut start).is_ok())
            && BEGINNINGS.contains(&&start);
        if !is_archive {
            return Ok(None);
        }
        let file = if entry.method == CompressionMethod::Stored {
            self.file.part(entry.start, entry.packed)
        } else {
            let bytes = bounded(self.open(index)?, unpacked_limit(entry.packed))?;
            if !takes(&self.left.held, bytes.len() as u64) {
                return Err(fl!("import-zip-nested"));
            }
            Shared::held(bytes)
        };
        Self::of(file, Arc::clone(&self.left)).map(Some)
    }

    fn of(file: Shared, left: Arc<Left>) -> Result<Self, String> {
        let mut zip = ZipArchive::new(BufReader::new(file.clone())).map_err(|it| damaged(&it))?;
        if !takes(&left.entries, zip.len() as u64) {
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
            left,
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

    /// The name of an entry, as it stands in the archive.
    pub fn name_of(&self, index: usize) -> &str {
        self.entries.get(index).map_or("", |it| &it.name)
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

/// An open archive, or one that is held, and a place in it.
#[derive(Clone)]
struct Shared {
    from: Bytes,
    /// Where it begins in what it is read from.
    start: u64,
    at: u64,
    bytes: u64,
}

/// What an archive is read from.
#[derive(Clone)]
enum Bytes {
    File(Arc<Mutex<File>>),
    Memory(Arc<[u8]>),
}

impl Shared {
    fn open(path: &Path) -> IoResult<Self> {
        let file = File::open(path)?;
        let bytes = file.metadata()?.len();
        let from = Bytes::File(Arc::new(Mutex::new(file)));
        Ok(Self {
            from,
            start: 0,
            at: 0,
            bytes,
        })
    }

    fn held(bytes: Vec<u8>) -> Self {
        let length = bytes.len() as u64;
        Self {
            from: Bytes::Memory(bytes.into()),
            start: 0,
            at: 0,
            bytes: length,
        }
    }

    /// `bytes` of it from `start` on, as one of its own.
    fn part(&self, start: u64, bytes: u64) -> Self {
        Self {
            from: self.from.clone(),
            start: self.start.saturating_add(start),
            at: 0,
            bytes,
        }
    }
}

impl Read for Shared {
    fn read(&mut self, into: &mut [u8]) -> IoResult<usize> {
        let left = self.bytes.saturating_sub(self.at).min(into.len() as u64) as usize;
        let into = &mut into[..left];
        let at = self.start.saturating_add(self.at);
        let read = match &self.from {
            Bytes::File(file) => {
                let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
                file.seek(SeekFrom::Start(at))?;
                file.read(into)?
            }
            Bytes::Memory(bytes) => {
                let at = usize::try_from(at).unwrap_or(usize::MAX);
                bytes.get(at..).unwrap_or_default().read(into)?
            }
        };
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
    left: Arc<Left>,
}

impl Read for Checked {
    fn read(&mut self, into: &mut [u8]) -> IoResult<usize> {
        let read = self.unpacked.read(into)?;
        if read == 0 && !into.is_empty() && self.crc.sum() != self.expected {
            return Err(Error::other(fl!("import-zip-checksum")));
        }
        self.crc.update(&into[..read]);
        if !takes(&self.left.bytes, read as u64) {
            return Err(Error::other(fl!("import-too-large")));
        }
        Ok(read)
    }
}
