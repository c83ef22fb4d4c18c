//! Compares the statistics with a file of reference numbers: `cargo run --example stats_vectors -- FILE`.
//!
//! Prints `ok ID` for each case, or what differs, and how many passed; fails where one did not.

#![expect(clippy::print_stdout, reason = "this is a program of the command line")]

#[path = "stats_vectors/mod.rs"]
mod vectors;

use std::process::ExitCode;

use anyhow::{Context as _, bail};

fn main() -> anyhow::Result<ExitCode> {
    let [path] = &std::env::args().skip(1).collect::<Vec<_>>()[..] else {
        bail!("Say which file: stats_vectors FILE");
    };
    let text = std::fs::read_to_string(path).with_context(|| format!("Could not read {path}"))?;
    let cases = vectors::check(&text).with_context(|| format!("Could not understand {path}"))?;
    for case in &cases {
        println!("{case}");
    }
    let failed = cases.iter().filter(|it| !it.passed()).count();
    println!("{} passed, {failed} failed", cases.len() - failed);
    Ok(if failed > 0 {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}
