//! How this computer shows the journal: theme and text size.
//!
//! These are the computer's, not the journal's, so they live in a small file of the config folder. It
//! is replaced as a whole; one that cannot be read is as good as none, because nothing but taste is lost.

use std::io::Write as _;
use std::path::Path;

use serde::{Deserialize, Serialize};

/// Light, dark, or as the desktop says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum ThemeChoice {
    #[default]
    System,
    Light,
    Dark,
}

/// What the look file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Look {
    /// Which theme.
    pub theme: ThemeChoice,
    /// Text size in percent, 100 to 200.
    pub text_percent: u16,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::default(),
            text_percent: 100,
        }
    }
}

impl Look {
    /// What the file at `path` says; the default where there is none or it cannot be read.
    pub fn read(path: &Path) -> Self {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        let look: Self = serde_json::from_str(&text).unwrap_or_default();
        Self {
            text_percent: look.text_percent.clamp(100, 200),
            ..look
        }
    }

    /// Replaces the file at `path`: written beside, synced, renamed.
    pub fn write(self, path: &Path) -> std::io::Result<()> {
        let folder = path.parent().unwrap_or(Path::new("."));
        std::fs::create_dir_all(folder)?;
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        serde_json::to_writer(&mut file, &self)?;
        file.flush()?;
        file.as_file().sync_all()?;
        file.persist(path)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_look_survives_its_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config/look.json");
        let look = Look {
            theme: ThemeChoice::Dark,
            text_percent: 150,
        };
        look.write(&path).unwrap();
        assert_eq!(Look::read(&path), look);
    }

    #[test]
    fn a_broken_look_file_is_as_good_as_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("look.json");
        for text in ["", "{", "[1,2]", "{\"theme\":\"pink\"}"] {
            std::fs::write(&path, text).unwrap();
            assert_eq!(Look::read(&path), Look::default(), "{text}");
        }
    }
}
