//! What the program says when it could not do what it was asked, and with which exit status it ends.

use std::io::{self, ErrorKind, Write as _};
use std::process::ExitCode;

/// Says `error` once, and gives the exit status that goes with it: 2 for wrong usage, 1 for what failed,
/// 0 where nothing was wrong but a reader that did not want to hear more (or the help was asked for).
pub fn complain(error: &anyhow::Error) -> ExitCode {
    if let Some(usage) = error.downcast_ref::<clap::Error>() {
        return match usage.print() {
            Ok(()) => ExitCode::from(usage.exit_code() as u8),
            Err(error) => complain(&error.into()),
        };
    }
    if reader_went_away(error) {
        return ExitCode::SUCCESS;
    }
    // On a full disk there may be no room for the complaint either.
    drop(writeln!(io::stderr(), "{error}"));
    ExitCode::FAILURE
}

/// A text on one line, without anything that a terminal would obey or that turns it around: names and notes come from
/// files of anybody.
pub(super) fn plain(text: &str) -> String {
    let is_order = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().map(|c| if is_order(c) { ' ' } else { c }).collect()
}

fn reader_went_away(error: &anyhow::Error) -> bool {
    error
        .downcast_ref::<io::Error>()
        .is_some_and(|it| it.kind() == ErrorKind::BrokenPipe)
}
