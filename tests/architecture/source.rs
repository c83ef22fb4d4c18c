//! The source, as text: files with their lines of code, without comments.

use std::fs;
use std::path::{Path, PathBuf};

/// The package's folder.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// One file of Rust.
pub struct File {
    /// Its path from the package's folder, with `/`.
    pub path: String,
    /// Its lines that are no comments, each with its number.
    pub lines: Vec<(usize, String)>,
    /// How many lines it has in all.
    pub length: usize,
    /// The line that its tests begin after; 0 where it is nothing but tests.
    pub tests_from: usize,
}

impl File {
    fn read(path: &Path) -> Self {
        let text = fs::read_to_string(path).unwrap();
        let lines = text.lines().enumerate().map(|(at, line)| (at + 1, line.trim()));
        let code = lines.filter(|(_, line)| !line.starts_with("//"));
        let relative = path.strip_prefix(root()).unwrap();
        Self {
            path: relative.to_str().unwrap().replace('\\', "/"),
            lines: code.map(|(number, line)| (number, line.to_owned())).collect(),
            length: text.lines().count(),
            tests_from: if is_declared_as_test(path) {
                0
            } else {
                let tests = text.lines().position(|it| it.trim() == "#[cfg(test)]");
                tests.unwrap_or(usize::MAX)
            },
        }
    }

    /// Whether it is a module of tests.
    pub fn is_test(&self) -> bool {
        self.tests_from == 0
    }

    /// The module it belongs to: the first folder in src, or its own name.
    pub fn module(&self) -> &str {
        let inside = self.path.trim_start_matches("src/");
        inside.split('/').next().unwrap().trim_end_matches(".rs")
    }

    /// How deep its module lies in the crate: 1 for `src/text.rs` and `src/store/mod.rs`.
    pub fn depth(&self) -> usize {
        let steps = self.path.split('/').count() - 1;
        if self.path.ends_with("/mod.rs") {
            steps - 1
        } else {
            steps
        }
    }

    /// The same file up to its tests.
    pub fn without_tests(&self) -> Self {
        let lines = self.lines.iter().filter(|(number, _)| *number <= self.tests_from);
        Self {
            path: self.path.clone(),
            lines: lines.cloned().collect(),
            length: self.length,
            tests_from: self.tests_from,
        }
    }
}

/// Whether the module above declares this file's under `#[cfg(test)]`.
fn is_declared_as_test(path: &Path) -> bool {
    let (Some(folder), Some(name)) = (path.parent(), path.file_stem()) else {
        return false;
    };
    let declared = format!("#[cfg(test)]\nmod {};", name.to_string_lossy());
    [folder.join("mod.rs"), folder.with_extension("rs")]
        .iter()
        .filter_map(|above| fs::read_to_string(above).ok())
        .any(|text| text.replace('\r', "").contains(&declared))
}

/// All files of Rust below `folder`, in order; none where there is no such folder.
pub fn code(folder: &str) -> Vec<File> {
    let mut files: Vec<_> = below(&root().join(folder), "rs")
        .iter()
        .map(|it| File::read(it))
        .collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// All files below `folder` with this ending.
pub fn below(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(below(&path, ending));
        } else if path.extension().is_some_and(|it| it == ending) {
            found.push(path);
        }
    }
    found
}

/// The modules that a line names as `crate::module`, also in a list in braces.
pub fn modules_named(line: &str) -> Vec<&str> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let word = |text| str::split(text, |c| !is_word(c)).next().unwrap_or_default();
    let mut named = Vec::new();
    for after in line.split("crate::").skip(1) {
        match after.strip_prefix('{') {
            None => named.push(word(after)),
            Some(list) => {
                let mut depth = 0;
                let top = move |c: char| {
                    depth += i32::from(c == '{') - i32::from(c == '}');
                    c == ',' && depth == 0
                };
                named.extend(list.split(top).map(|it| word(it.trim())).filter(|it| !it.is_empty()));
            }
        }
    }
    named
}

#[test]
fn the_modules_of_a_line_are_found_wherever_they_stand() {
    for (line, modules) in [
        ("use crate::domain::{Id, Meta};", &["domain"][..]),
        (
            "use crate::{fl, export::{Cell, Days}, store};",
            &["fl", "export", "store"],
        ),
        (
            "fn at(it: crate::domain::Stamp) -> crate::app::Model",
            &["domain", "app"],
        ),
        ("use super::crate_of;", &[]),
    ] {
        assert_eq!(modules_named(line), modules, "{line}");
    }
}
