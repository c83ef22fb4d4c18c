//! The bytes of an export, with a limit for each piece of XML and the line one is on.
//!
//! An XML reader holds a tag from its `<` to its `>`. A file can have a gigabyte between them, so this stream
//! ends with an error where a single piece is longer than [`LONGEST_PIECE`], and goes on behind it.

use std::io::{BufRead, Error, Read, Result};

/// The longest tag or text that is held. The longest of a real export are a few kilobytes.
const LONGEST_PIECE: usize = 1 << 20;

/// A stream that gives up on pieces that are too long.
pub(super) struct Pieces<'s> {
    stream: &'s mut dyn BufRead,
    /// How much of the piece may still be read.
    left: usize,
    /// How many bytes were read.
    at: u64,
    line: u64,
    /// Why the stream itself ended early.
    problem: Option<Error>,
}

impl<'s> Pieces<'s> {
    pub fn new(stream: &'s mut dyn BufRead) -> Self {
        Self {
            stream,
            left: LONGEST_PIECE,
            at: 0,
            line: 1,
            problem: None,
        }
    }

    /// A new piece begins.
    pub fn begin(&mut self) {
        self.left = LONGEST_PIECE;
    }

    /// How many bytes were read.
    pub fn at(&self) -> u64 {
        self.at
    }

    /// The line it is on, counted from 1.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// Why the stream ended before its end, where it did.
    pub fn problem(&mut self) -> Option<Error> {
        self.problem.take()
    }

    /// Reads past the next `mark`, whose first byte it has only once; whether there was one. `go_on` is asked
    /// now and then.
    pub fn skip_past(&mut self, mark: &[u8], go_on: impl Fn() -> bool) -> bool {
        let mut matched = 0;
        while go_on() {
            self.begin();
            let Some(bytes) = self.peek() else { return false };
            let mut used = 0;
            for &byte in bytes {
                used += 1;
                matched = match byte {
                    byte if byte == mark[matched] => matched + 1,
                    byte => usize::from(byte == mark[0]),
                };
                if matched == mark.len() {
                    break;
                }
            }
            self.consume(used);
            if matched == mark.len() {
                return true;
            }
        }
        false
    }

    /// Reads up to the next `<`, and over at least one byte where nothing was read since `since`.
    pub fn skip_to_tag(&mut self, since: u64, go_on: impl Fn() -> bool) {
        while go_on() {
            self.begin();
            let must_move = self.at == since;
            let Some(bytes) = self.peek() else { return };
            let from = usize::from(must_move);
            let tag = bytes[from..].iter().position(|&it| it == b'<');
            let used = tag.map_or(bytes.len(), |it| from + it);
            self.consume(used);
            if tag.is_some() {
                return;
            }
        }
    }

    /// The next bytes; `None` at the end.
    fn peek(&mut self) -> Option<&[u8]> {
        self.fill_buf().ok().filter(|it| !it.is_empty())
    }
}

impl Read for Pieces<'_> {
    fn read(&mut self, into: &mut [u8]) -> Result<usize> {
        let used = self.fill_buf()?.read(into)?;
        self.consume(used);
        Ok(used)
    }
}

impl BufRead for Pieces<'_> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        if self.left == 0 {
            return Err(Error::other("a piece is too long"));
        }
        match self.stream.fill_buf() {
            // Nobody looks at a stream again that broke off, so its error is kept.
            Err(error) if error.kind() != std::io::ErrorKind::Interrupted => {
                self.problem = Some(error);
                Ok(&[])
            }
            bytes => bytes,
        }
    }

    #[expect(clippy::naive_bytecount, reason = "the compiler makes as fast a loop of it")]
    fn consume(&mut self, used: usize) {
        if let Ok(bytes) = self.stream.fill_buf() {
            let ends = bytes[..used.min(bytes.len())].iter().filter(|&&it| it == b'\n').count();
            self.line += ends as u64;
        }
        self.stream.consume(used);
        self.left = self.left.saturating_sub(used);
        self.at += used as u64;
    }
}
