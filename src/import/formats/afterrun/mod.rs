//! Afterrun's own export, read back: a folder of its CSV files, one of them, or a ZIP archive.
//!
//! The files of one folder belong together, because rows of one name entries of another, so they are one
//! set with one report. A row comes back exactly as it was written: id, provenance, detail and all, so
//! that exporting again gives the same bytes. What is computed from other files (daily.csv, the data
//! dictionary, the `day` and `load_au` columns) is not read.

mod catalogue;
mod days;
mod records;
mod settings;
mod sheet;

use crate::import::reading::table::{Shape, each_row};
use crate::import::reading::{Entry, Found, Reading, Refusal, Task};
use catalogue::Catalogue;
use days::Days;
pub(in crate::import) use sheet::Sheet;

/// One file of a set.
pub(in crate::import) struct SetFile {
    /// Its name, to be shown.
    pub name: String,
    /// What it is.
    pub sheet: Sheet,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Reads the files of a set, catalogues first.
pub(in crate::import) fn read_set(files: &[SetFile], task: &Task) -> Reading {
    let mut found = Found::default();
    let mut catalogue = Catalogue::of(task.journal);
    let mut in_order: Vec<_> = files.iter().collect();
    in_order.sort_by_key(|it| it.sheet);
    for file in in_order {
        let mut of_file = Found::default();
        read_sheet(file, task, &mut catalogue, &mut of_file)?;
        let name = if files.len() > 1 { file.name.as_str() } else { "" };
        found.absorb(name, of_file);
    }
    Ok(found)
}

fn read_sheet(file: &SetFile, task: &Task, catalogue: &mut Catalogue, found: &mut Found) -> Result<(), Refusal> {
    match file.sheet {
        Sheet::Computed => Ok(()),
        Sheet::Settings => {
            found.settings = Some(settings::read(&file.bytes, &task.journal.settings, task, found)?);
            Ok(())
        }
        sheet => {
            let mut days = Days::of(&file.bytes, task);
            each_row(&file.bytes, Shape::Own, task, found, |row, found| {
                for record in records::read(sheet, row, catalogue, &mut days)? {
                    found.add(Entry::of(record).on(row.line));
                }
                Ok(())
            })?;
            days.into_assumptions().into_iter().for_each(|it| found.assume(it));
            Ok(())
        }
    }
}
