//! The rows that an import left out, as a table of their own: put right there, it can be imported.
//!
//! The columns and what stands between cells are those of the file they come from, and `reason` is one more. Rows of files with the same
//! columns stand in one table; files of other columns get a table each, because rows under columns that
//! are not theirs could not be imported again.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use super::Error;
use super::sheet::CsvFile;
use super::write::{may_write, write_file};
use crate::domain::csv_text::neutralise;
use crate::domain::{ImportReport, RejectedRows};

/// Rows under the same columns.
struct Table<'r> {
    header: &'r [String],
    separator: u8,
    rows: Vec<(&'r [String], &'r str)>,
}

/// Saves the rows that an import left out to `to`, and where there are several tables, the others beside it
/// (`FILE-2.csv`). With `force` it replaces files that are there. How many rows are in each.
pub fn write_left_out(to: &Path, report: &ImportReport, force: bool) -> Result<Vec<(PathBuf, usize)>, Error> {
    let tables = tables(report);
    let places: Vec<_> = (1..=tables.len()).map(|n| place(to, n)).collect();
    // None of them is written where one must not be.
    places.iter().try_for_each(|it| may_write(it, force))?;
    let mut saved = Vec::new();
    for (place, table) in places.into_iter().zip(tables) {
        write_file(&place, &table.bytes(), force)?;
        saved.push((place, table.rows.len()));
    }
    Ok(saved)
}

/// The place of the `n`th table.
fn place(to: &Path, n: usize) -> PathBuf {
    if n == 1 {
        return to.to_owned();
    }
    let stem = to.file_stem().unwrap_or_default().to_string_lossy();
    let name = match to.extension() {
        Some(ending) => format!("{stem}-{n}.{}", ending.to_string_lossy()),
        None => format!("{stem}-{n}"),
    };
    to.with_file_name(name)
}

fn tables(report: &ImportReport) -> Vec<Table<'_>> {
    let mut tables: Vec<Table> = Vec::new();
    for file in report.files.iter().filter(|it| it.has_left_out_rows()) {
        let header = RejectedRows::without_reason(&file.rejected_rows.header);
        let separator = file.rejected_rows.separator;
        let is_of = |it: &Table| it.header == header && it.separator == separator;
        let at = tables.iter().position(is_of).unwrap_or_else(|| {
            tables.push(Table {
                header,
                separator,
                rows: Vec::new(),
            });
            tables.len() - 1
        });
        let columns = file.rejected_rows.header.len();
        for (cells, why) in &file.rejected_rows.rows {
            // The reason of a table that was saved like this before is not kept beside the new one.
            let cells = if columns > header.len() && cells.len() == columns {
                &cells[..header.len()]
            } else {
                cells
            };
            tables[at].rows.push((cells, why));
        }
    }
    tables
}

impl Table<'_> {
    fn bytes(&self) -> Vec<u8> {
        // A row may have more cells than there are columns: that is one of the reasons.
        let widest = self.rows.iter().map(|(cells, _)| cells.len()).max();
        let width = widest.unwrap_or(0).max(self.header.len());
        let mut file = CsvFile::separated_by(self.separator);
        let mut row = |cells: &[String], last: &str| {
            for n in 0..width {
                file.field(&safe(cells.get(n).map_or("", String::as_str)));
            }
            file.field(&safe(last));
            file.end_row();
        };
        row(self.header, RejectedRows::REASON);
        self.rows.iter().for_each(|(cells, why)| row(cells, why));
        file.into_bytes()
    }
}

/// A cell that no spreadsheet runs. What has no letter (`-5`, `--`) is none that could do harm, and stays as the
/// reader of such files knows it.
fn safe(cell: &str) -> Cow<'_, str> {
    let is_plain = |c: char| c.is_ascii_digit() || "+-.,:/ %".contains(c);
    if cell.chars().all(is_plain) {
        Cow::Borrowed(cell)
    } else {
        neutralise(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{FileReport, Verdict};

    fn file(header: &[&str], rows: &[&[&str]]) -> FileReport {
        let owned = |cells: &[&str]| cells.iter().map(|&it| it.to_owned()).collect::<Vec<_>>();
        FileReport {
            rejected_rows: RejectedRows {
                header: owned(header),
                separator: b',',
                rows: rows.iter().map(|it| (owned(it), "no date".to_owned())).collect(),
            },
            ..FileReport::of("a.csv", "csv", Verdict::Rejected)
        }
    }

    fn report(files: Vec<FileReport>) -> ImportReport {
        ImportReport {
            files,
            ..ImportReport::default()
        }
    }

    #[test]
    fn rows_keep_their_columns_and_get_a_reason() {
        let folder = tempfile::tempdir().unwrap();
        let to = folder.path().join("left out.csv");
        let files = vec![
            file(&["Date", "Km"], &[&["yesterday", "10,5"], &["=1+A1", "--", "more"]]),
            file(&["Date", "Km"], &[&["", "-3"]]),
            file(&["Day"], &[&["?"]]),
        ];
        let saved = write_left_out(&to, &report(files), false).unwrap();
        let other = folder.path().join("left out-2.csv");
        assert_eq!(saved, [(to.clone(), 3), (other.clone(), 1)]);
        assert_eq!(
            std::fs::read_to_string(&to).unwrap(),
            "Date,Km,,reason\r\nyesterday,\"10,5\",,no date\r\n'=1+A1,--,more,no date\r\n,-3,,no date\r\n"
        );
        assert_eq!(std::fs::read_to_string(other).unwrap(), "Day,reason\r\n?,no date\r\n");
    }

    #[test]
    fn a_reason_of_before_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let to = folder.path().join("again.csv");
        write_left_out(&to, &report(vec![file(&["Day", "reason"], &[&["?", "old"]])]), false).unwrap();
        assert_eq!(std::fs::read_to_string(to).unwrap(), "Day,reason\r\n?,no date\r\n");
    }

    #[test]
    fn nothing_is_written_where_one_of_the_places_is_taken() {
        let folder = tempfile::tempdir().unwrap();
        let (to, taken) = (folder.path().join("a.csv"), folder.path().join("a-2.csv"));
        std::fs::write(&taken, "mine").unwrap();
        let both = report(vec![file(&["A"], &[&["1"]]), file(&["B"], &[&["2"]])]);
        assert!(matches!(write_left_out(&to, &both, false), Err(Error::Exists(it)) if it == taken));
        assert!(!to.exists());
        write_left_out(&to, &both, true).unwrap();
        assert_eq!(std::fs::read_to_string(taken).unwrap(), "B,reason\r\n2,no date\r\n");
    }
}
