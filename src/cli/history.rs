//! `afterrun history`: what was done, newest first, one batch a line.

use std::io::Write;

use super::here::Here;
use crate::domain::{BatchKind, HistoryEntry};
use crate::fl;

/// Prints every line of the history.
pub(super) fn run(here: &Here, out: &mut impl Write) -> anyhow::Result<()> {
    for entry in here.open()?.history(usize::MAX)? {
        let at = here.wall_clock(entry.at_ms).civil().strftime("%Y-%m-%d %H:%M");
        writeln!(out, "{:>5}  {at}  {} ({})", entry.batch, words(&entry), counts(&entry))?;
    }
    Ok(())
}

fn words(entry: &HistoryEntry) -> String {
    let what = entry.label.words();
    let words = match entry.kind {
        BatchKind::Done => what,
        BatchKind::Undone => fl!("undo-named", what = what),
        BatchKind::Redone => fl!("redo-named", what = what),
    };
    if entry.reversed && entry.kind == BatchKind::Done {
        fl!("cli-history-taken-back", what = words)
    } else {
        words
    }
}

/// How many records of each kind it touched, by the words of `list`.
fn counts(entry: &HistoryEntry) -> String {
    let counts: Vec<_> = entry
        .counts
        .iter()
        .map(|(kind, count)| format!("{count} {}", kind.word()))
        .collect();
    if counts.is_empty() {
        // Its records were deleted for good since.
        fl!("cli-history-nothing-left")
    } else {
        counts.join(", ")
    }
}
