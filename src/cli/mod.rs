//! The command line: the same store, import and export as the window, for scripts and for tests.
//!
//! [`run`] reads the arguments and does what they ask. What it cannot do itself is the window, so it
//! says what is [`Next`] and the program decides. A subcommand is a file here: its arguments, and one
//! `run` that writes what it has to say to `out`. Exit status 0 is done, 1 failed (one sentence on
//! stderr that says what happened and what to do), 2 wrong usage; a reader that goes away early (`list |
//! head`) ends the program quietly with 0.
//!
//! All of it works beside an open window: nothing here takes the window's lock on a journal.

mod add;
mod chart;
mod check;
mod days;
mod demo;
mod export;
mod findings;
mod here;
mod history;
mod import;
mod kinds;
mod list;
mod output;
mod undo;

use std::ffi::OsString;
use std::io::{self, BufWriter, Write as _};
use std::path::PathBuf;

use clap::{Parser, Subcommand};

pub use output::complain;

use crate::domain::Stamp;
use crate::fl;
use here::Here;

/// What is left to do after the command line did its part.
#[derive(Debug, PartialEq, Eq)]
pub enum Next {
    /// Nothing.
    Done,
    /// The window is to open.
    Window {
        /// On this journal.
        journal: PathBuf,
    },
}

#[derive(Debug, Parser)]
#[command(name = "afterrun", version = env!("AFTERRUN_VERSION"), about = fl!("cli-about"))]
struct Args {
    #[arg(long, global = true, env = "AFTERRUN_JOURNAL", value_name = "FILE", help = fl!("cli-journal"))]
    journal: Option<PathBuf>,
    // So that a test says what time it is; a runner has a clock.
    #[arg(long, global = true, hide = true, value_name = "TIME", value_parser = here::instant)]
    now: Option<Stamp>,
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Debug, Subcommand)]
enum What {
    #[command(about = fl!("cli-add"))]
    Add(add::Add),
    #[command(about = fl!("cli-demo"))]
    Demo(demo::Demo),
    #[command(about = fl!("cli-import"))]
    Import(import::Import),
    #[command(about = fl!("cli-export"))]
    Export(export::Export),
    #[command(about = fl!("cli-chart"))]
    Chart(chart::Drawn),
    #[command(about = fl!("cli-list"))]
    List(list::List),
    #[command(about = fl!("cli-findings"))]
    Findings(findings::Show),
    #[command(about = fl!("cli-undo"))]
    Undo(undo::Undo),
    #[command(about = fl!("cli-redo"))]
    Redo,
    #[command(about = fl!("cli-history"))]
    History,
    #[command(about = fl!("cli-check"))]
    Check,
}

/// Reads `args`, the program's name first, and does what they ask.
pub fn run(args: impl IntoIterator<Item = OsString>) -> anyhow::Result<Next> {
    let args = Args::try_parse_from(args)?;
    let here = Here::at(args.now, args.journal);
    let Some(what) = args.what else {
        return Ok(Next::Window {
            journal: here.journal()?,
        });
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let next = what.run(&here, &mut out);
    // Also what a subcommand said before it failed.
    let said = out.flush();
    let next = next?;
    said?;
    Ok(next)
}

impl What {
    fn run(self, here: &Here, out: &mut impl io::Write) -> anyhow::Result<Next> {
        match self {
            Self::Demo(it) => return it.run(here, out),
            Self::Add(it) => it.run(here, out)?,
            Self::Import(it) => it.run(here, out)?,
            Self::Export(it) => it.run(here, out)?,
            Self::Chart(it) => it.run(here, out)?,
            Self::List(it) => it.run(here, out)?,
            Self::Findings(it) => it.run(here, out)?,
            Self::Undo(it) => it.run(here, out)?,
            Self::Redo => undo::redo(here, out)?,
            Self::History => history::run(here, out)?,
            Self::Check => check::run(here, out)?,
        }
        Ok(Next::Done)
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_arguments_are_well_formed() {
        Args::command().debug_assert();
    }

    #[test]
    fn without_a_subcommand_the_window_opens_on_the_named_journal() {
        let args = ["afterrun", "--journal", "runs.db"].map(OsString::from);
        let next = run(args).unwrap();
        let journal = PathBuf::from("runs.db");
        assert_eq!(next, Next::Window { journal });
    }
}
