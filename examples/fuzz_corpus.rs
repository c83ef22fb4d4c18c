//! Makes the first corpus of each fuzz target: `cargo run --example fuzz_corpus -- fuzz/corpus`. Every file of
//! `../shared/data` that is not large goes to the reader that recognises it, cut into a few lengths, and the
//! names of all readers are printed, one a line.

use std::path::{Path, PathBuf};

use afterrun::import::fuzzing::{recognised, words};

/// Larger files slow a fuzzer down more than they teach it.
const LARGEST: usize = 64 << 10;

fn main() -> std::io::Result<()> {
    let out = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| "fuzz/corpus".to_owned()));
    let words: Vec<_> = std::iter::once("sniff").chain(words()).collect();
    for word in &words {
        std::fs::create_dir_all(out.join(word))?;
    }
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let mut count = 0;
    if data.is_dir() {
        take(&data, &out, &words, &mut count)?;
    }
    for word in words {
        print_line(word);
    }
    Ok(())
}

#[expect(clippy::print_stdout, reason = "the names are what is asked for")]
fn print_line(word: &str) {
    println!("{word}");
}

fn take(folder: &Path, out: &Path, words: &[&str], count: &mut usize) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            take(&path, out, words, count)?;
            continue;
        }
        let bytes = std::fs::read(&path)?;
        let word = recognised(&bytes);
        for length in [bytes.len().min(512), bytes.len().min(4096), bytes.len().min(LARGEST)] {
            let part = &bytes[..length];
            std::fs::write(out.join("sniff").join(count.to_string()), &part[..length.min(4096)])?;
            if words.contains(&word) {
                std::fs::write(out.join(word).join(count.to_string()), part)?;
            }
            *count += 1;
        }
    }
    Ok(())
}
