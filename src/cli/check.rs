//! `afterrun check`: the journal file, read from end to end.

use std::io::Write;

use super::here::Here;
use crate::fl;

/// Reads everything, and prints what is wrong.
pub(super) fn run(here: &Here, out: &mut impl Write) -> anyhow::Result<()> {
    let mut store = here.open()?;
    let path = store.path().display().to_string();
    let problems = store.check()?;
    if problems.is_empty() {
        let records = store.load()?.records().count();
        writeln!(out, "{}", fl!("cli-sound", records = records, path = path))?;
        return Ok(());
    }
    for problem in &problems {
        writeln!(out, "{problem}")?;
    }
    anyhow::bail!(fl!("cli-unsound", problems = problems.len(), path = path))
}
