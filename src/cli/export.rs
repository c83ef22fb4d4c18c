//! `afterrun export`: the journal as CSV files.

use std::io::Write;
use std::path::PathBuf;

use strum::VariantArray as _;

use super::days::{Range, wrong_usage};
use super::here::Here;
use super::kinds;
use crate::domain::{ExportChoice, ExportForm, ExportKind};
use crate::export;
use crate::fl;

#[derive(Debug, clap::Args)]
pub(super) struct Export {
    #[command(flatten)]
    range: Range,
    #[arg(long, value_name = "KIND,KIND", value_delimiter = ',', value_parser = kinds::one_of(ExportKind::VARIANTS),
          help = fl!("cli-export-only"))]
    only: Vec<ExportKind>,
    #[arg(long, help = fl!("cli-export-excel"))]
    excel: bool,
    #[arg(long, requires = "excel", help = fl!("cli-export-decimal-comma"))]
    decimal_comma: bool,
    #[arg(long, help = fl!("cli-export-force"))]
    force: bool,
    #[arg(value_name = "OUT", help = fl!("cli-export-out"))]
    out: PathBuf,
}

impl Export {
    pub(super) fn run(self, here: &Here, out: &mut impl Write) -> anyhow::Result<()> {
        let choice = ExportChoice {
            days: self.range.days()?,
            kinds: self.only.into_iter().collect(),
            form: match (self.excel, self.decimal_comma) {
                (false, _) => ExportForm::Plain,
                (true, false) => ExportForm::Excel,
                (true, true) => ExportForm::ExcelComma,
            },
        };
        let choice = export::fitted(choice, &self.out).map_err(|it| wrong_usage(&it.to_string()))?;
        let journal = here.load()?;
        export::write(&self.out, &export::tables(&journal, choice), self.force)?;
        let path = self.out.display().to_string();
        writeln!(out, "{}", fl!("cli-exported", path = path))?;
        Ok(())
    }
}
