//! `afterrun import`: files, folders and archives into the journal, as one batch.
//!
//! What comes in depends on what is there already (importing twice changes nothing), so a batch is
//! written only onto the journal that it was made from: if another program wrote meanwhile, the files
//! are read again.

use std::io::Write;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use super::here::Here;
use crate::domain::{FileReport, ImportOptions, ImportReport, Verdict};
use crate::fl;
use crate::import::{self, Outcome};
use crate::store::Error;

#[derive(Debug, clap::Args)]
pub(super) struct Import {
    #[arg(long, help = fl!("cli-import-dry-run"))]
    dry_run: bool,
    #[arg(long, help = fl!("cli-import-json"))]
    json: bool,
    #[arg(value_name = "PATH", required = true, help = fl!("cli-import-paths"))]
    paths: Vec<PathBuf>,
}

impl Import {
    pub(super) fn run(self, here: &Here, out: &mut impl Write) -> anyhow::Result<()> {
        let report = if self.dry_run {
            self.try_out(here)?
        } else {
            self.write(here)?
        };
        if self.json {
            writeln!(out, "{}", serde_json::to_string(&report)?)?;
        } else {
            print(&report, self.dry_run, out)?;
        }
        let read = |it: &FileReport| matches!(it.verdict, Verdict::Imported | Verdict::Duplicate);
        anyhow::ensure!(report.files.iter().any(read), fl!("cli-import-nothing"));
        Ok(())
    }

    /// Reads everything against the journal, or against a new one where there is none, and writes nothing.
    fn try_out(&self, here: &Here) -> anyhow::Result<ImportReport> {
        Ok(self.read(&here.load_or_imagine()?, here).report)
    }

    fn write(&self, here: &Here) -> anyhow::Result<ImportReport> {
        let mut store = here.open_or_begin()?;
        loop {
            let outcome = self.read(&store.load()?, here);
            if !outcome.batch.changes.is_empty() {
                match store.write_on_loaded(&outcome.batch, here.now_ms) {
                    Err(Error::Moved) => continue,
                    written => written?,
                };
            }
            if let Some(settings) = &outcome.settings {
                store.save_settings(settings)?;
            }
            return Ok(outcome.report);
        }
    }

    fn read(&self, journal: &crate::domain::Journal, here: &Here) -> Outcome {
        let never = AtomicBool::new(false);
        import::read(
            &self.paths,
            journal,
            &ImportOptions::default(),
            here.now_ms,
            &|_| (),
            &never,
        )
        .expect("nobody cancels it")
    }
}

/// A line a file, the reasons below it, and the sum.
fn print(report: &ImportReport, dry_run: bool, out: &mut impl Write) -> anyhow::Result<()> {
    for file in &report.files {
        writeln!(out, "{}", line(file))?;
        for issue in &file.issues {
            let why = match issue.line {
                Some(line) => fl!("cli-issue-line", line = line.to_string(), why = issue.why.as_str()),
                None => issue.why.clone(),
            };
            writeln!(out, "    {why}")?;
        }
    }
    let (new, known, left) = (report.imported, report.duplicates, report.rejected);
    writeln!(out, "{}", fl!("cli-import-sum", new = new, known = known, left = left))?;
    if dry_run {
        writeln!(out, "{}", fl!("cli-import-dry"))?;
    }
    Ok(())
}

fn line(file: &FileReport) -> String {
    let verdict = match file.verdict {
        Verdict::Imported => counts(file),
        Verdict::Duplicate => fl!("cli-verdict-duplicate"),
        Verdict::Rejected => fl!("cli-verdict-rejected"),
        Verdict::Unsupported => fl!("cli-verdict-unsupported"),
    };
    format!("{}: {verdict}", file.path)
}

fn counts(file: &FileReport) -> String {
    let counts = [
        (file.runs, fl!("cli-count-runs", n = file.runs)),
        (
            file.other_activities,
            fl!("cli-count-others", n = file.other_activities),
        ),
        (file.nights, fl!("cli-count-nights", n = file.nights)),
        (file.soreness, fl!("cli-count-soreness", n = file.soreness)),
        (file.intakes, fl!("cli-count-intakes", n = file.intakes)),
        (file.practices, fl!("cli-count-practices", n = file.practices)),
        (file.check_ins, fl!("cli-count-check-ins", n = file.check_ins)),
        (file.duplicates, fl!("cli-count-known", n = file.duplicates)),
    ];
    let parts: Vec<_> = counts
        .into_iter()
        .filter(|(n, _)| *n > 0)
        .map(|(_, words)| words)
        .collect();
    if parts.is_empty() {
        fl!("cli-verdict-imported")
    } else {
        parts.join(", ")
    }
}
