//! Feeds one reader anything: `AFTERRUN_FUZZ=tcx cargo +nightly fuzz run reader corpus/tcx`. With
//! `AFTERRUN_FUZZ=sniff` it is the recognition of files.

#![no_main]

use std::sync::OnceLock;

use afterrun::import::fuzzing::{read_as, recognised, words};
use libfuzzer_sys::fuzz_target;

/// 2026-11-24T06:30:00Z.
const NOW: i64 = 1_795_501_800_000;

/// The word of the reader to feed.
fn word() -> &'static str {
    static WORD: OnceLock<String> = OnceLock::new();
    WORD.get_or_init(|| {
        let word = std::env::var("AFTERRUN_FUZZ").unwrap_or_else(|_unset| "sniff".to_owned());
        assert!(word == "sniff" || words().any(|it| it == word), "there is no reader {word}");
        word
    })
}

fuzz_target!(|bytes: &[u8]| {
    match word() {
        "sniff" => {
            recognised(bytes);
        }
        word => {
            read_as(word, bytes, NOW);
        }
    }
});
