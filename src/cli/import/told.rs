//! What came of an import, told to a person or to a program.

use std::io::Write;

use serde::Serialize;

use crate::cli::output::plain;
use crate::domain::import::words;
use crate::domain::{FileReport, ImportReport, RowReport, Standing, Verdict};
use crate::fl;

/// A file with its rows.
#[derive(Serialize)]
struct FileWithRows<'r> {
    #[serde(flatten)]
    file: &'r FileReport,
    rows: &'r [RowReport],
}

/// The report with the rows of each file.
#[derive(Serialize)]
struct ReportWithRows<'r> {
    files: Vec<FileWithRows<'r>>,
    imported: usize,
    duplicates: usize,
    rejected: usize,
}

/// The report as one JSON object; with `rows` each file has its records.
pub(super) fn json(report: &ImportReport, rows: bool) -> serde_json::Result<String> {
    if !rows {
        return serde_json::to_string(report);
    }
    let files = report.files.iter().map(|file| FileWithRows { file, rows: &file.rows });
    serde_json::to_string(&ReportWithRows {
        files: files.collect(),
        imported: report.imported,
        duplicates: report.duplicates,
        rejected: report.rejected,
    })
}

/// A line a file, below it what had to be assumed, what was left out and, with `rows`, each record; then the sum.
pub(super) fn print(report: &ImportReport, rows: bool, out: &mut impl Write) -> std::io::Result<()> {
    for file in &report.files {
        writeln!(out, "{}", plain(&line(file)))?;
        for it in &file.assumptions {
            writeln!(out, "    {}", words::assumption(it))?;
        }
        for issue in &file.issues {
            let why = match issue.line {
                Some(line) => fl!("cli-issue-line", line = line.to_string(), why = issue.why.as_str()),
                None => issue.why.clone(),
            };
            writeln!(out, "    {}", plain(&why))?;
        }
        if rows {
            file.rows.iter().try_for_each(|it| print_row(it, out))?;
        }
    }
    let known = report.duplicates.saturating_sub(report.twice());
    let sum = [
        (report.twice(), fl!("cli-sum-twice", n = report.twice())),
        (report.rejected, fl!("cli-sum-left-out", n = report.rejected)),
    ];
    let mut parts = vec![
        fl!("cli-sum-new", n = report.imported),
        fl!("cli-count-known", n = known),
    ];
    parts.extend(sum.into_iter().filter(|it| it.0 > 0).map(|it| it.1));
    writeln!(out, "{}", parts.join(", "))
}

fn print_row(row: &RowReport, out: &mut impl Write) -> std::io::Result<()> {
    let standing = match &row.standing {
        Standing::New => fl!("cli-row-new"),
        Standing::Conflict { .. } => fl!("cli-row-differs"),
        _ if row.twice => fl!("cli-row-twice"),
        Standing::Duplicate { .. } => fl!("cli-row-known"),
        Standing::Completes { .. } => fl!("cli-row-completed"),
    };
    let (when, what) = (words::when(row), words::what(row));
    writeln!(out, "    {standing:<10} {when:<22}  {}", plain(&what))?;
    let place = row.line.map(|it| fl!("cli-row-line", line = it.to_string()));
    let part = Some(row.part.clone()).filter(|it| !it.is_empty());
    let below: Vec<_> = [part, place, words::reason(row)].into_iter().flatten().collect();
    if below.is_empty() {
        return Ok(());
    }
    writeln!(out, "               {}", plain(&below.join("; ")))
}

fn line(file: &FileReport) -> String {
    let verdict = match file.verdict {
        Verdict::Duplicate if file.twice == 0 => fl!("cli-verdict-duplicate"),
        Verdict::Imported | Verdict::Duplicate => counts(file),
        Verdict::Rejected => fl!("cli-verdict-rejected"),
        Verdict::Unsupported => fl!("cli-verdict-unsupported"),
    };
    let days = file.days.map(|it| format!(", {}", words::days(it)));
    format!("{}: {verdict}{}", file.path, days.unwrap_or_default())
}

fn counts(file: &FileReport) -> String {
    let mut parts = words::counts(file);
    let known = file.duplicates.saturating_sub(file.twice);
    let counted = [
        (known, fl!("cli-count-known", n = known)),
        (file.twice, fl!("data-twice-count", n = file.twice)),
        (file.completed, fl!("cli-count-completed", n = file.completed)),
    ];
    parts.extend(counted.into_iter().filter(|it| it.0 > 0).map(|it| it.1));
    if parts.is_empty() {
        fl!("cli-verdict-imported")
    } else {
        parts.join(", ")
    }
}

/// Says how far it is, over what was said before.
pub(super) fn progress(done: f32) {
    let percent = (done * 100.0).round() as i64;
    let said = fl!("cli-import-progress", n = percent);
    // Whoever looks at it may be gone.
    drop(write!(std::io::stderr(), "\r{said}"));
}

/// Takes it away.
pub(super) fn end_progress() {
    let blank = " ".repeat(fl!("cli-import-progress", n = 100).chars().count());
    drop(write!(std::io::stderr(), "\r{blank}\r"));
}
