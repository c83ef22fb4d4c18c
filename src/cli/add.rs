//! `afterrun add`: quick entry, for scripts and for who lives in a terminal.
//!
//! The grammar is that of the line on Today. The line becomes records with a view of what its days have
//! already, so it is written only onto the journal that it was read against; if another program wrote
//! meanwhile, it is read again. Where anything is wrong nothing is written, and no journal is begun.

use std::io::Write;

use unicode_width::UnicodeWidthStr as _;

use super::days::wrong_usage;
use super::here::Here;
use super::output::plain;
use crate::domain::quick::{self, Context, Problem, Reading};
use crate::domain::{Journal, Stamp};
use crate::fl;
use crate::store::Error;

#[derive(Debug, clap::Args)]
pub(super) struct Add {
    #[arg(long, help = fl!("cli-add-dry-run"))]
    dry_run: bool,
    #[arg(value_name = "TEXT", required = true, allow_negative_numbers = true, help = fl!("cli-add-text"))]
    text: Vec<String>,
}

impl Add {
    pub(super) fn run(self, here: &Here, out: &mut impl Write) -> anyhow::Result<()> {
        let text = self.text.join(" ");
        // Before a journal is begun: a mistyped line leaves no trace.
        let tried = read(&text, &here.load_or_imagine()?, here);
        check(&text, &tried)?;
        let reading = if self.dry_run { tried } else { write(&text, here)? };
        for entry in &reading.entries {
            writeln!(out, "{}", plain(&entry.preview))?;
        }
        if self.dry_run {
            writeln!(out, "{}", fl!("cli-import-dry"))?;
        }
        Ok(())
    }
}

fn read(text: &str, journal: &Journal, here: &Here) -> Reading {
    let zone = journal.settings.time_zone();
    let context = Context {
        journal,
        now: Stamp::in_zone(here.now_ms, &zone),
        zone: &zone,
    };
    quick::read(text, &context)
}

/// Writes the line, and gives what was written.
fn write(text: &str, here: &Here) -> anyhow::Result<Reading> {
    let mut store = here.open_or_begin()?;
    loop {
        let journal = store.load()?;
        let reading = read(text, &journal, here);
        check(text, &reading)?;
        let batch = reading
            .batch(&journal)
            .expect("it was checked that something is told, and rightly");
        match store.write_on_loaded(&batch, here.now_ms, |_| true) {
            Err(Error::Moved) => {}
            written => {
                written?;
                return Ok(reading);
            }
        }
    }
}

/// Fails with all that is wrong, each at its place.
fn check(text: &str, reading: &Reading) -> anyhow::Result<()> {
    if reading.problems.is_empty() {
        anyhow::ensure!(!reading.entries.is_empty(), wrong_usage(&fl!("cli-add-nothing")));
        return Ok(());
    }
    let told: Vec<_> = reading.problems.iter().map(|it| pointed(text, it)).collect();
    anyhow::bail!("{}\n{}", told.join("\n"), fl!("cli-add-not-written"))
}

/// The text, a mark under the place, and what was expected there.
fn pointed(text: &str, problem: &Problem) -> String {
    let before = plain(&text[..problem.span.start]).width();
    let marked = plain(&text[problem.span.clone()]).width().max(1);
    let mark = format!("{}{}", " ".repeat(before), "^".repeat(marked));
    format!("{}\n{mark}\n{}", plain(text), plain(&problem.sentence))
}
