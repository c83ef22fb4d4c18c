//! The readers one by one, for programs that feed them anything: `fuzz/` and the tests of its corpus.
//!
//! An import chooses the reader by what is in a file, so most random bytes would never reach one. Here a
//! reader is called by its word, whatever the bytes are.

use std::io::BufReader;
use std::sync::atomic::AtomicBool;

use super::format::{FORMATS, Kind, Reader};
use super::reading::{Head, Input, Reading, Task};
use crate::domain::{ImportOptions, Journal, Settings};

/// The words of all formats that are read.
pub fn words() -> impl Iterator<Item = &'static str> {
    let read = FORMATS.iter().filter(|it| !matches!(it.reader, Reader::Nothing(_)));
    read.map(|it| it.word)
}

/// The word of what the bytes are recognised as.
pub fn recognised(bytes: &[u8]) -> &'static str {
    Kind::of(&Head::of(bytes)).word()
}

/// Has the reader of the format `word` read the bytes, against an empty journal in Norway at `now_ms`. How many
/// records it gave; `None` where it refused them.
pub fn read_as(word: &str, bytes: &[u8], now_ms: i64) -> Option<usize> {
    let journal = Journal::empty(Settings::for_zone("Europe/Oslo"));
    let (options, never) = (ImportOptions::default(), AtomicBool::new(false));
    let task = Task::new(&journal, &options, now_ms, &never);
    let reader = FORMATS.iter().find(|it| it.word == word)?.reader;
    reading(reader, bytes, &task).ok().map(|found| found.entries.len())
}

fn reading(reader: Reader, bytes: &[u8], task: &Task) -> Reading {
    match reader {
        Reader::Whole(read) => read(&Input::new(bytes, "", &|_| None), task),
        Reader::Stream(read) => read(&mut BufReader::new(bytes), task),
        Reader::Nothing(why) => Err(super::reading::Refusal::Unsupported(why())),
    }
}
