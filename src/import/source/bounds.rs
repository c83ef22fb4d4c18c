//! How much is read of anything, and its SHA-256.

use std::io::{Error, Read};

use sha2::{Digest as _, Sha256};

use super::walk::why_unread;
use crate::fl;

/// The most bytes that are held of one file.
pub(in crate::import) const LARGEST: u64 = 64 << 20;

/// The most bytes of a file that is read as a stream.
pub(super) const LARGEST_STREAM: u64 = 8 << 30;

/// The largest file that is read because another needs it.
pub(super) const LARGEST_SIBLING: u64 = 16 << 20;

/// How many times its packed size a file may be once it is past [`FREE`].
const HIGHEST_RATIO: u64 = 200;

/// Up to this size no ratio is asked for.
const FREE: u64 = 10 << 20;

/// How large something of `packed` bytes may get.
pub(super) fn unpacked_limit(packed: u64) -> u64 {
    packed.saturating_mul(HIGHEST_RATIO).clamp(FREE, LARGEST)
}

/// All bytes of `from`; a sentence where they are more than `limit` or cannot be read.
pub(in crate::import) fn bounded(from: impl Read, limit: u64) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    from.take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| why_unread(&error))?;
    if bytes.len() as u64 > limit {
        return Err(fl!("import-too-large"));
    }
    Ok(bytes)
}

/// A stream that ends with an error where it would be longer than `left`.
pub(super) struct Limited<R> {
    from: R,
    left: u64,
}

impl<R> Limited<R> {
    pub fn new(from: R, left: u64) -> Self {
        Self { from, left }
    }
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let read = self.from.read(into)?;
        match self.left.checked_sub(read as u64) {
            Some(left) => self.left = left,
            None => return Err(Error::other(fl!("import-too-large"))),
        }
        Ok(read)
    }
}

/// SHA-256 of all that `from` gives, in hexadecimal.
pub(in crate::import) fn hash(mut from: impl Read) -> std::io::Result<String> {
    use std::fmt::Write as _;
    let mut digest = Sha256::new();
    let mut buffer = vec![0; 1 << 16];
    loop {
        match from.read(&mut buffer)? {
            0 => break,
            read => digest.update(&buffer[..read]),
        }
    }
    let mut text = String::new();
    for byte in digest.finalize() {
        write!(text, "{byte:02x}").expect("a string takes every byte");
    }
    Ok(text)
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
    fn a_stream_ends_with_an_error_where_it_would_be_too_long() {
        let mut stream = Limited::new(std::io::repeat(0), 100_000);
        assert!(std::io::copy(&mut stream, &mut std::io::sink()).is_err());
    }

    #[test]
    fn the_hash_is_that_of_other_programs() {
        assert_eq!(
            hash(&b"abc"[..]).unwrap(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
