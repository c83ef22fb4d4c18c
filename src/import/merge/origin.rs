//! Where bytes came from: what a report calls a file, and by which names its parts point at each other.

use std::path::Path;

use crate::import::shown;
use crate::import::source::name_of;

/// Where the bytes came from.
pub(in crate::import) struct Origin {
    pub(super) path: String,
    pub(super) name: String,
    pub(super) word: &'static str,
    pub(super) hash: String,
    pub(super) is_own: bool,
}

impl Origin {
    /// What lies at `path`, was recognised as `word`, and has this SHA-256.
    pub fn new(path: &Path, word: &'static str, hash: &str) -> Self {
        Self {
            path: shown(path),
            name: name_of(path),
            word,
            hash: hash.to_owned(),
            is_own: false,
        }
    }

    /// It is an export of Afterrun: its rows were records before.
    pub fn own(self) -> Self {
        Self { is_own: true, ..self }
    }

    /// What names a part of it, to be compared with what a table says of its files.
    pub(super) fn key_of(&self, part: &str) -> String {
        format!("{}\0{part}", self.path)
    }

    /// What names the file that an entry of `part` says its detail is in: beside the table.
    pub(super) fn key_of_link(&self, part: &str, link: &str) -> String {
        if part.is_empty() {
            let folder = Path::new(&self.path).parent().unwrap_or(Path::new(""));
            return format!("{}\0", shown(&folder.join(link)));
        }
        let folder = part.rfind(['/', '\\']).map_or("", |at| &part[..=at]);
        self.key_of(&format!("{folder}{link}"))
    }
}
