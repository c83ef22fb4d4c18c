//! An export in one ZIP file. Its entries are read in memory, within bounds, and known by what is in them;
//! their names are shown and never used as paths.

use std::io::Cursor;
use std::path::PathBuf;

use zip::ZipArchive;
use zip::result::ZipError;

use super::{Journal, Reading, Refusal, SetFile, Task, read_set};
use crate::fl;
use crate::import::content::{Content, LARGEST, bounded, unpacked_limit};
use crate::import::kind::Kind;
use crate::import::task::Issues;

/// An export has fewer files than this.
const MOST_ENTRIES: usize = 1000;

/// Reads the export in an archive.
pub(in crate::import) fn read_archive(bytes: &[u8], journal: &Journal, task: &Task) -> Reading {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|it| Refusal::Rejected(damaged(&it)))?;
    if archive.len() > MOST_ENTRIES {
        return Err(Refusal::Unsupported(fl!("import-zip-foreign")));
    }
    let (mut files, mut issues, mut left) = (Vec::new(), Issues::default(), LARGEST);
    for index in 0..archive.len() {
        if task.cancelled() {
            return Err(Refusal::Cancelled);
        }
        match entry(&mut archive, index, left) {
            Ok(Some(file)) => {
                left -= file.content.bytes.len() as u64;
                files.push(file);
            }
            Ok(None) => {}
            Err(why) => issues.left_out(None, why),
        }
    }
    if files.is_empty() {
        return Err(Refusal::Unsupported(fl!("import-zip-foreign")));
    }
    let mut found = read_set(&files, journal, task)?;
    issues.absorb_all(std::mem::take(&mut found.issues));
    found.issues = issues;
    Ok(found)
}

/// One file of the export; `None` for a folder and for what is no file of an export.
fn entry(archive: &mut ZipArchive<Cursor<&[u8]>>, index: usize, left: u64) -> Result<Option<SetFile>, String> {
    let packed = archive.by_index(index).map_err(|it| damaged(&it))?;
    if packed.is_dir() {
        return Ok(None);
    }
    let path = packed.name().map_err(|it| damaged(&it))?;
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
    let limit = unpacked_limit(packed.compressed_size()).min(left);
    let bytes = bounded(packed, limit).map_err(|why| fl!("import-in-file", file = name.as_str(), why = why))?;
    let Kind::Afterrun(sheet) = Kind::of(&bytes) else {
        return Ok(None);
    };
    let hash = String::new();
    Ok(Some(SetFile {
        path: PathBuf::new(),
        name,
        sheet,
        content: Content { bytes, hash },
    }))
}

/// An archive that cannot be read, with what the reader of archives says of it.
fn damaged(error: &ZipError) -> String {
    fl!("import-zip-damaged", what = error.to_string())
}
