//! The bytes of a file, within bounds, unpacked where it is gzip, and their SHA-256.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use flate2::read::MultiGzDecoder;
use sha2::{Digest as _, Sha256};

use super::walk::why_unread;
use crate::fl;

/// The most bytes that are read of one file, packed or unpacked.
pub(super) const LARGEST: u64 = 256 << 20;

/// How many times its packed size a file may be once it is past [`FREE`].
const HIGHEST_RATIO: u64 = 200;

/// Up to this size no ratio is asked for.
const FREE: u64 = 10 << 20;

/// What is in a file.
pub(super) struct Content {
    pub bytes: Vec<u8>,
    /// SHA-256 of the file as it lies on the disk, in hexadecimal.
    pub hash: String,
}

/// Reads a file; a sentence where that does not work.
pub(super) fn read(path: &Path) -> Result<Content, String> {
    let file = File::open(path).map_err(|error| why_unread(&error))?;
    let bytes = bounded(file, LARGEST)?;
    let hash = hash(&bytes);
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return Ok(Content { bytes, hash });
    }
    let packed = bytes.len() as u64;
    let bytes = bounded(MultiGzDecoder::new(bytes.as_slice()), unpacked_limit(packed))
        .map_err(|why| fl!("import-gzip", why = why))?;
    Ok(Content { bytes, hash })
}

/// How large something of `packed` bytes may get.
pub(super) fn unpacked_limit(packed: u64) -> u64 {
    packed.saturating_mul(HIGHEST_RATIO).clamp(FREE, LARGEST)
}

/// All bytes of `from`; a sentence where they are more than `limit` or cannot be read.
pub(super) fn bounded(from: impl Read, limit: u64) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    from.take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| why_unread(&error))?;
    if bytes.len() as u64 > limit {
        return Err(fl!("import-too-large"));
    }
    Ok(bytes)
}

/// SHA-256 in hexadecimal.
pub(super) fn hash(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    let mut text = String::new();
    for byte in Sha256::digest(bytes) {
        write!(text, "{byte:02x}").expect("a string takes every byte");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_file_that_claims_to_be_huge_is_not_unpacked() {
        let zeros = std::io::repeat(0);
        assert!(bounded(zeros, unpacked_limit(10_000)).is_err());
        assert_eq!(unpacked_limit(10_000), FREE);
        assert_eq!(unpacked_limit(u64::MAX), LARGEST);
    }

    #[test]
    fn the_hash_is_that_of_other_programs() {
        assert_eq!(
            hash(b"abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
