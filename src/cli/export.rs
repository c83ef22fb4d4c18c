//! `afterrun export`: the journal as CSV files.

use std::io::Write;
use std::path::PathBuf;

use super::days::Range;
use super::here::Here;
use crate::export;
use crate::fl;

#[derive(Debug, clap::Args)]
pub(super) struct Export {
    #[command(flatten)]
    range: Range,
    #[arg(long, help = fl!("cli-export-force"))]
    force: bool,
    #[arg(value_name = "OUT", help = fl!("cli-export-out"))]
    out: PathBuf,
}

impl Export {
    pub(super) fn run(self, here: &Here, out: &mut impl Write) -> anyhow::Result<()> {
        let days = self.range.days()?;
        let journal = here.load()?;
        let files = export::tables(&journal, days);
        export::write(&self.out, &files, self.force)?;
        let path = self.out.display().to_string();
        writeln!(out, "{}", fl!("cli-exported", path = path))?;
        Ok(())
    }
}
