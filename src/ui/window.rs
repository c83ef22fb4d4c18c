//! The window.

use std::path::Path;

/// Opens the window on the journal at `path`; `sample` says that it is a sample journal.
pub fn open(path: &Path, sample: bool) -> anyhow::Result<()> {
    anyhow::bail!("the window is not there yet: {} ({sample})", path.display())
}
