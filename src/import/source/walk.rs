//! From the paths that were given to the files to read: folders are walked in order of their names,
//! within bounds, and links in them are not followed to other folders.

use std::fs;
use std::path::{Path, PathBuf};

use crate::fl;
use crate::import::reading::Task;
use crate::import::shown;

/// How deep folders are walked.
const DEEPEST: usize = 24;

/// How many files are read at once.
const MOST_FILES: usize = 100_000;

/// A file to read, or why it cannot be.
#[derive(Debug)]
pub(in crate::import) struct Entry {
    pub path: PathBuf,
    pub problem: Option<String>,
}

/// All files at and under `paths`. `None` once cancelled.
pub(in crate::import) fn files(paths: &[PathBuf], task: &Task) -> Option<Vec<Entry>> {
    let mut entries = Vec::new();
    for path in paths {
        match fs::metadata(path) {
            Ok(meta) if meta.is_dir() => {
                let before = entries.len();
                walk(path, 0, task, &mut entries)?;
                if entries.len() == before {
                    problem(path, fl!("import-empty-folder"), &mut entries);
                }
            }
            Ok(meta) if meta.is_file() => file(path, &mut entries),
            Ok(_) => problem(path, fl!("import-special"), &mut entries),
            Err(error) => problem(path, why_unread(&error), &mut entries),
        }
    }
    Some(entries)
}

fn walk(folder: &Path, depth: usize, task: &Task, entries: &mut Vec<Entry>) -> Option<()> {
    if depth > DEEPEST {
        problem(folder, fl!("import-too-deep"), entries);
        return Some(());
    }
    let mut paths = match listing(folder) {
        Ok(paths) => paths,
        Err(error) => {
            problem(folder, why_unread(&error), entries);
            return Some(());
        }
    };
    paths.sort();
    for path in paths {
        if task.cancelled() {
            return None;
        }
        if entries.len() >= MOST_FILES {
            return Some(());
        }
        let is_link = fs::symlink_metadata(&path).is_ok_and(|meta| meta.is_symlink());
        match fs::metadata(&path) {
            Ok(meta) if meta.is_dir() && !is_link => walk(&path, depth + 1, task, entries)?,
            Ok(meta) if meta.is_file() => file(&path, entries),
            Ok(_) => {}
            Err(error) => problem(&path, why_unread(&error), entries),
        }
    }
    Some(())
}

/// What is in a folder, without the files that systems hide in it.
fn listing(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)?.take(MOST_FILES) {
        let entry = entry?;
        if !entry.file_name().as_encoded_bytes().starts_with(b".") {
            paths.push(entry.path());
        }
    }
    Ok(paths)
}

fn file(path: &Path, entries: &mut Vec<Entry>) {
    if entries.len() + 1 == MOST_FILES {
        problem(path, fl!("import-too-many-files", count = MOST_FILES), entries);
    } else if entries.len() < MOST_FILES {
        entries.push(Entry {
            path: path.to_owned(),
            problem: None,
        });
    }
}

fn problem(path: &Path, why: String, entries: &mut Vec<Entry>) {
    entries.push(Entry {
        path: path.to_owned(),
        problem: Some(why),
    });
}

/// Why the system did not let us read something.
pub(in crate::import) fn why_unread(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => fl!("import-missing"),
        std::io::ErrorKind::PermissionDenied => fl!("import-denied"),
        _ => fl!("import-io", what = error.to_string()),
    }
}

/// The last part of a path, as a person reads it.
pub(in crate::import) fn name_of(path: &Path) -> String {
    path.file_name()
        .map_or_else(|| shown(path), |name| name.to_string_lossy().into_owned())
}
