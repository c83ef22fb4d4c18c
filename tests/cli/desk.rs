//! A folder to run the program in, with nothing of the computer it runs on.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use afterrun::domain::Record;
use afterrun::store::Store;
use assert_cmd::Command;
use tempfile::TempDir;

use super::fixture::{NOW, mode, put};

/// A temporary home with a journal in it.
pub struct Desk {
    folder: TempDir,
}

/// How a run of the program ended.
#[derive(Debug, PartialEq)]
pub struct Ended {
    pub status: i32,
    pub said: String,
    pub complained: String,
}

impl Desk {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { folder }
    }

    /// A desk with a journal that these batches were written to.
    pub fn with(batches: impl IntoIterator<Item = Vec<Record>>) -> Self {
        let desk = Self::new();
        let mut store = Store::open(&desk.journal(), &mode(true)).unwrap();
        for records in batches {
            store.write(&put(records), NOW).unwrap();
        }
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn journal(&self) -> PathBuf {
        self.path("journal.db")
    }

    /// Everything in the folder `name`, by name.
    pub fn files(&self, name: &str) -> Vec<String> {
        let mut names: Vec<_> = std::fs::read_dir(self.path(name))
            .unwrap()
            .map(|it| it.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    /// The program, on this desk's journal, without a screen.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_afterrun"));
        command
            .args(args)
            .current_dir(self.folder.path())
            .env_clear()
            .env("TZ", "UTC")
            .env("HOME", self.folder.path())
            .env("AFTERRUN_JOURNAL", self.journal());
        command
    }

    /// The same, started as a process to be waited for.
    pub fn process(&self, args: &[&str]) -> std::process::Command {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_afterrun"));
        command.args(args).env("AFTERRUN_JOURNAL", self.journal());
        command
    }

    /// Runs the program to its end.
    pub fn run(&self, args: &[&str]) -> Ended {
        Ended::of(&self.command(args).output().unwrap())
    }

    /// Runs it, and gives what it said; it must go well.
    pub fn say(&self, args: &[&str]) -> String {
        let ended = self.run(args);
        assert_eq!((ended.status, ended.complained.as_str()), (0, ""), "{args:?}");
        ended.said
    }

    /// Runs it, and gives the one sentence it failed with.
    pub fn fail(&self, args: &[&str]) -> String {
        let ended = self.run(args);
        assert_eq!(ended.status, 1, "{args:?}: {ended:?}");
        let lines: Vec<_> = ended.complained.lines().collect();
        assert_eq!(lines.len(), 1, "{args:?}: {lines:?}");
        lines[0].to_owned()
    }

    /// The files of the folder `name`, with what is in them.
    pub fn contents(&self, name: &str) -> BTreeMap<String, String> {
        let files = self.files(name).into_iter();
        files
            .map(|it| {
                let text = std::fs::read_to_string(self.path(name).join(&it)).unwrap();
                (it, text)
            })
            .collect()
    }

    pub fn bytes(&self) -> Vec<u8> {
        std::fs::read(self.journal()).unwrap()
    }
}

impl Ended {
    pub fn of(output: &std::process::Output) -> Self {
        Self {
            status: output.status.code().unwrap(),
            said: String::from_utf8(output.stdout.clone()).unwrap(),
            complained: String::from_utf8(output.stderr.clone()).unwrap(),
        }
    }
}

/// The folder of real files, where this computer has it; else the test says that it is skipped.
pub fn data() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: there is no folder {}", folder.display());
    None
}

/// What stands last in a sentence about a file.
pub fn ends_with(sentence: &str, path: &Path) -> bool {
    sentence.ends_with(path.file_name().unwrap().to_str().unwrap())
}
