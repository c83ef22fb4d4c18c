//! `afterrun undo` and `afterrun redo`: one batch back, one batch forth.
//!
//! Each names the batch that it saw, so that what is taken back is what is said, also when another
//! program writes in between.

use std::io::Write;

use super::here::Here;
use crate::fl;

/// Takes back the newest batch that stands.
pub(super) fn undo(here: &Here, out: &mut impl Write) -> anyhow::Result<()> {
    let mut store = here.open()?;
    let next = store.undo_state()?.undo;
    let done = store.undo(next.as_ref().map(|(batch, _)| *batch), here.now_ms)?;
    let what = next.map(|(_, label)| label.words()).unwrap_or_default();
    writeln!(
        out,
        "{}",
        fl!("cli-undone", what = what, records = done.delta.rows.len())
    )?;
    Ok(())
}

/// Does again what was taken back last.
pub(super) fn redo(here: &Here, out: &mut impl Write) -> anyhow::Result<()> {
    let mut store = here.open()?;
    let next = store.undo_state()?.redo;
    let done = store.redo(next.as_ref().map(|(batch, _)| *batch), here.now_ms)?;
    let what = next.map(|(_, label)| label.words()).unwrap_or_default();
    writeln!(
        out,
        "{}",
        fl!("cli-redone", what = what, records = done.delta.rows.len())
    )?;
    Ok(())
}
