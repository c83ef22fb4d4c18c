//! `afterrun undo` and `afterrun redo`: one batch back, one batch forth; or an import, whenever it was.
//!
//! Each names the batch that it saw, so that what is taken back is what is said, also when another
//! program writes in between.

use std::io::Write;

use super::here::Here;
use super::output::plain;
use crate::domain::import::words;
use crate::fl;

#[derive(Debug, clap::Args)]
pub(super) struct Undo {
    #[arg(long, value_name = "NUMBER", help = fl!("cli-undo-import"))]
    import: Option<i64>,
}

impl Undo {
    pub(super) fn run(&self, here: &Here, out: &mut impl Write) -> anyhow::Result<()> {
        match self.import {
            Some(batch) => undo_import(batch, here, out),
            None => undo(here, out),
        }
    }
}

/// Takes back the newest batch that stands.
fn undo(here: &Here, out: &mut impl Write) -> anyhow::Result<()> {
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

/// Takes back what the import of this number brought, and lists what stays.
fn undo_import(batch: i64, here: &Here, out: &mut impl Write) -> anyhow::Result<()> {
    let mut store = here.open()?;
    let journal = store.load()?;
    let files = journal.imports.iter().filter(|it| it.meta.batch_id == Some(batch));
    let names: Vec<_> = files.map(|it| it.file_name.as_str()).collect();
    let Some(first) = names.first() else {
        anyhow::bail!(fl!("cli-no-such-import", n = batch.to_string()));
    };
    let undone = store.undo_import(batch, here.now_ms)?;
    let what = match names.len() {
        1 => plain(first),
        n => fl!("count-files", n = n),
    };
    let records = undone.written.delta.rows.len();
    writeln!(out, "{}", fl!("cli-import-undone", name = what, records = records))?;
    for it in &undone.kept {
        writeln!(out, "    {}", words::kept(&journal, it))?;
    }
    if !undone.kept.is_empty() {
        writeln!(out, "{}", fl!("cli-import-kept", n = undone.kept.len()))?;
    }
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
