//! Afterrun's own export, read back: a folder of its CSV files, one of them, or a ZIP archive.
//!
//! The files of one folder belong together, because rows of one name entries of another, so they are one
//! set with one report. A row comes back exactly as it was written: id, provenance, detail and all, so
//! that exporting again gives the same bytes. What is computed from other files (daily.csv, the data
//! dictionary, the `day` and `load_au` columns) is not read.

mod archive;
mod catalogue;
mod records;
mod settings;
mod sheet;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::content::{Content, LARGEST, hash};
use super::kind::Kind;
use super::table::each_row;
use super::tally::Origin;
use super::task::{Found, Issues, Reading, Refusal, Task};
use crate::domain::Journal;
use crate::fl;
pub(super) use archive::read_archive;
use catalogue::Catalogue;
pub(super) use sheet::Sheet;

/// One file of a set.
pub(super) struct SetFile {
    path: PathBuf,
    name: String,
    sheet: Sheet,
    content: Content,
}

/// The files of one folder.
pub(super) struct Set {
    folder: PathBuf,
    /// Its files.
    pub files: Vec<SetFile>,
}

impl Set {
    /// How the set is reported: as its folder, or as its file where it is one.
    pub fn origin(&self) -> Origin {
        if let [file] = self.files.as_slice() {
            return Origin::of(&file.path, Kind::Afterrun(file.sheet), &file.content.hash);
        }
        let hashes: Vec<_> = self.files.iter().map(|it| it.content.hash.as_str()).collect();
        let hash = hash(hashes.concat().as_bytes());
        Origin::of(&self.folder, Kind::Afterrun(Sheet::Activities), &hash)
    }
}

/// The sets that were met, by folder, and how many bytes they have.
#[derive(Default)]
pub(super) struct Sets {
    by_folder: BTreeMap<PathBuf, Vec<SetFile>>,
    bytes: u64,
}

impl Sets {
    /// Puts a file to its set; a sentence where all of them would be too large to hold.
    pub fn add(&mut self, path: &Path, sheet: Sheet, content: Content) -> Result<(), String> {
        self.bytes += content.bytes.len() as u64;
        if self.bytes > 2 * LARGEST {
            return Err(fl!("import-too-large"));
        }
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        self.by_folder.entry(folder).or_default().push(SetFile {
            path: path.to_owned(),
            name: super::walk::name_of(path),
            sheet,
            content,
        });
        Ok(())
    }

    /// All sets.
    pub fn into_sets(self) -> impl Iterator<Item = Set> {
        self.by_folder.into_iter().map(|(folder, files)| Set { folder, files })
    }
}

/// Reads the files of a set, catalogues first.
pub(super) fn read_set(files: &[SetFile], journal: &Journal, task: &Task) -> Reading {
    let mut found = Found::default();
    let mut catalogue = Catalogue::of(journal);
    let mut in_order: Vec<_> = files.iter().collect();
    in_order.sort_by_key(|it| it.sheet);
    for file in in_order {
        let mut issues = Issues::default();
        read_sheet(file, journal, task, &mut catalogue, &mut found, &mut issues)?;
        if files.len() > 1 {
            found.issues.absorb(&file.name, issues);
        } else {
            found.issues = issues;
        }
    }
    Ok(found)
}

fn read_sheet(
    file: &SetFile,
    journal: &Journal,
    task: &Task,
    catalogue: &mut Catalogue,
    found: &mut Found,
    issues: &mut Issues,
) -> Result<(), Refusal> {
    match file.sheet {
        Sheet::Computed => Ok(()),
        Sheet::Settings => {
            found.settings = Some(settings::read(&file.content.bytes, &journal.settings, task, issues)?);
            Ok(())
        }
        sheet => each_row(&file.content.bytes, task, issues, |row, _| {
            found.records.extend(records::read(sheet, row, catalogue)?);
            Ok(())
        }),
    }
}
