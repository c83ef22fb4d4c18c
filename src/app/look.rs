//! How this computer shows the journal: theme, text size, reminders and sounds, what was looked at last.
//!
//! These are the computer's, not the journal's, so they live in a small file of the config folder. It
//! is replaced as a whole; one that cannot be read is as good as none, because nothing but taste is lost.
//! The same file notes when each journal was last looked at, so that what went by since can be shown, and
//! what is exported by itself. Each part is read by itself, so that a part that is not understood costs no
//! other.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use strum::VariantArray;

use super::schedule::Schedule;

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

/// A section of the place "Trends".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, VariantArray)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum Section {
    #[default]
    SleepAndSoreness,
    OverTime,
    Body,
    Calendar,
    Load,
    Sleep,
    Habits,
    Supplements,
}

/// What the look file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Look {
    /// Which theme.
    pub theme: ThemeChoice,
    /// Text size in percent, 100 to 200.
    pub text_percent: u16,
    /// Whether to be told when a step can be begun or a timer is at its end.
    pub remind: bool,
    /// Whether that is heard.
    pub sounds: bool,
    /// The section of Trends that was looked at last.
    pub section: Section,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::default(),
            text_percent: 100,
            remind: true,
            sounds: true,
            section: Section::default(),
        }
    }
}

/// After so long nothing is asked about what went by any more.
const NOTED_FOR_MS: i64 = 7 * 24 * 3_600_000;

/// The whole file.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct LookFile {
    /// The look itself.
    #[serde(flatten)]
    pub look: Look,
    /// When each journal was last looked at (ms UTC), by its path.
    pub looked: BTreeMap<String, i64>,
    /// What of each journal is exported by itself, by its path.
    pub schedules: BTreeMap<String, Schedule>,
}

impl LookFile {
    /// The file at `path`; an empty one where there is none or it cannot be read.
    pub fn read(path: &Path) -> Self {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        let all: Value = serde_json::from_str(&text).unwrap_or_default();
        let mut file = Self {
            look: serde_json::from_value(all.clone()).unwrap_or_default(),
            looked: part(&all, "looked"),
            schedules: part(&all, "schedules"),
        };
        file.look.text_percent = file.look.text_percent.clamp(100, 200);
        file
    }

    /// What of `journal` is exported by itself.
    pub fn schedule_of(&self, journal: &Path) -> Schedule {
        let known = self.schedules.get(journal.to_string_lossy().as_ref());
        known.cloned().unwrap_or_default()
    }

    /// Notes what of `journal` is exported by itself.
    pub fn set_schedule(&mut self, journal: &Path, schedule: Schedule) {
        let journal = journal.to_string_lossy().into_owned();
        if schedule == Schedule::default() {
            self.schedules.remove(&journal);
        } else {
            self.schedules.insert(journal, schedule);
        }
    }

    /// When `journal` was last looked at, ms UTC.
    pub fn looked_at(&self, journal: &Path) -> Option<i64> {
        self.looked.get(journal.to_string_lossy().as_ref()).copied()
    }

    /// Notes that `journal` was looked at, and forgets what nobody asks about any more.
    pub fn note_looked(&mut self, journal: &Path, at_ms: i64) {
        self.looked.insert(journal.to_string_lossy().into_owned(), at_ms);
        self.looked.retain(|_, noted| at_ms - *noted < NOTED_FOR_MS);
    }

    /// Replaces the file at `path`: written beside, synced, renamed.
    pub fn write(&self, path: &Path) -> std::io::Result<()> {
        let folder = path.parent().unwrap_or(Path::new("."));
        std::fs::create_dir_all(folder)?;
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        serde_json::to_writer(&mut file, self)?;
        file.flush()?;
        file.as_file().sync_all()?;
        file.persist(path)?;
        Ok(())
    }
}

/// What stands under `key`; nothing where that cannot be read.
fn part<T: DeserializeOwned + Default>(all: &Value, key: &str) -> T {
    let part = all.get(key).cloned();
    part.and_then(|it| serde_json::from_value(it).ok()).unwrap_or_default()
}

impl Look {
    /// What the file at `path` says; the default where there is none or it cannot be read.
    pub fn read(path: &Path) -> Self {
        LookFile::read(path).look
    }

    /// Writes it to the file at `path`; what else that file notes stays.
    pub fn write(self, path: &Path) -> std::io::Result<()> {
        let look = self;
        LookFile {
            look,
            ..LookFile::read(path)
        }
        .write(path)
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
            remind: false,
            sounds: true,
            section: Section::Body,
        };
        look.write(&path).unwrap();
        assert_eq!(Look::read(&path), look);
    }

    #[test]
    fn a_look_of_an_earlier_version_reminds_and_sounds() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("look.json");
        std::fs::write(&path, r#"{"theme":"dark","text_percent":125}"#).unwrap();
        let look = Look::read(&path);
        assert_eq!((look.theme, look.text_percent), (ThemeChoice::Dark, 125));
        assert!(look.remind && look.sounds);
    }

    #[test]
    fn each_journal_has_its_own_time_and_another_look_leaves_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("look.json");
        let (own, sample, old) = (Path::new("/own.db"), Path::new("/sample.db"), Path::new("/old.db"));
        let mut file = LookFile::default();
        file.note_looked(old, 1_000);
        file.note_looked(own, NOTED_FOR_MS);
        file.note_looked(sample, NOTED_FOR_MS + 1_000);
        file.write(&path).unwrap();
        Look::default().write(&path).unwrap();
        let file = LookFile::read(&path);
        let times = [own, sample, old].map(|it| file.looked_at(it));
        assert_eq!(times, [Some(NOTED_FOR_MS), Some(NOTED_FOR_MS + 1_000), None]);
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
