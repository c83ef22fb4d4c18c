//! A journal in a folder of its own, and an app on it whose clock stands until a test moves it.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use afterrun::app::notices::Severity;
use afterrun::app::{App, Clock, Command, Desktop, Form, FormKind, Model, Setup, Then};
use afterrun::domain::{Activity, Batch, ExportChoice, Id, Label, Meta, Record, Sport, Stamp};
use afterrun::store::{OpenMode, Store, WindowLock};
use jiff::civil::Date;
use tempfile::TempDir;

/// 2026-11-24T06:30:00Z, half past seven in Oslo.
pub const NOW: i64 = 1_795_501_800_000;

/// That day.
pub const TODAY: Date = jiff::civil::date(2026, 11, 24);

/// Nothing here takes so long, unless it never comes.
const PATIENCE: Duration = Duration::from_mins(1);

/// A folder with a path for a journal in it; gone when dropped.
pub struct Place {
    _folder: TempDir,
    pub path: PathBuf,
}

impl Place {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().canonicalize().unwrap().join("journal.db");
        Self { _folder: folder, path }
    }

    /// The path of something beside the journal.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.path.with_file_name(name)
    }

    /// The journal as another program opens it.
    pub fn store(&self) -> Store {
        self.opened(false)
    }

    fn opened(&self, read_only: bool) -> Store {
        let mode = OpenMode {
            create: true,
            read_only,
            zone: "Europe/Oslo".to_owned(),
            now_ms: NOW,
        };
        Store::open(&self.path, &mode).unwrap()
    }

    /// An app on it, as the window opens it.
    pub fn open(&self) -> Opened {
        let store = self.store();
        let lock = WindowLock::take(&store).unwrap();
        self.open_store(store, Some(lock))
    }

    /// The same `ms` later, after its first frame.
    pub fn open_after(&self, ms: i64) -> Opened {
        let store = self.store();
        let lock = WindowLock::take(&store).unwrap();
        let mut opened = self.open_store_at(store, Some(lock), NOW + ms);
        opened.app.logic(Vec::new());
        opened
    }

    /// An app on it that may only read.
    pub fn open_read_only(&self) -> Opened {
        self.open_store(self.opened(true), None)
    }

    fn open_store(&self, store: Store, lock: Option<WindowLock>) -> Opened {
        self.open_store_at(store, lock, NOW)
    }

    fn open_store_at(&self, store: Store, lock: Option<WindowLock>, now_ms: i64) -> Opened {
        let clock = Clock::standing_at(now_ms);
        let (wake, woken) = channel();
        let setup = Setup {
            store,
            lock,
            clock: clock.clone(),
            look_path: Some(self.beside("config").join("look.json")),
            sample: false,
            desktop: Desktop::Absent,
            pictures: afterrun::theme::picture_look(false),
        };
        let app = App::new(setup, move || {
            wake.send(()).ok();
        });
        let opened = Opened {
            app: app.unwrap(),
            clock,
            woken,
        };
        // The daily table is there before the first frame takes it.
        opened.woken();
        opened
    }
}

/// An app, and what wakes its window.
pub struct Opened {
    pub app: App,
    clock: Clock,
    woken: Receiver<()>,
}

impl Opened {
    pub fn model(&self) -> &Model {
        &self.app.model
    }

    /// One frame with these wishes, and further ones until everything was answered.
    pub fn wish(&mut self, commands: impl IntoIterator<Item = Command>) {
        self.app.logic(commands.into_iter().collect());
        self.until(|app| !app.is_busy());
    }

    /// Frames whenever the window is woken, until `done`.
    pub fn until(&mut self, done: impl Fn(&App) -> bool) {
        while !done(&self.app) {
            self.woken();
            self.app.logic(Vec::new());
        }
    }

    /// Waits until the window is woken, and draws nothing.
    pub fn woken(&self) {
        self.woken.recv_timeout(PATIENCE).unwrap();
    }

    /// How often the window was woken since it last drew.
    pub fn wakes(&self) -> usize {
        self.woken.try_iter().count()
    }

    /// A frame `ms` after the app was opened.
    pub fn frame_at(&mut self, ms: i64) {
        self.clock.set(NOW + ms);
        self.app.logic(Vec::new());
    }

    /// The sentences of the notices of this kind.
    pub fn said(&self, severity: Severity) -> Vec<String> {
        let notices = self.model().notices.iter();
        notices
            .filter(|notice| notice.severity == severity)
            .map(|notice| notice.sentence.clone())
            .collect()
    }

    /// What the undo button would name.
    pub fn undo_label(&self) -> Option<String> {
        self.model().undo.undo.as_ref().map(|(_, label)| label.words())
    }
}

pub fn at(minutes: i64) -> Stamp {
    Stamp {
        ms: NOW + minutes * 60_000,
        offset_min: 60,
    }
}

/// A run of half an hour that ended just now; the same id for the same number.
pub fn run(n: u8) -> Activity {
    Activity {
        elapsed_s: Some(1_800.0),
        ..Activity::new(Meta::manual(Id::from_parts(NOW, [n; 10])), Sport::Run, at(-30))
    }
}

pub fn batch(word: &str, run: Activity) -> Batch {
    Batch::putting(Label::new(word), [Record::Activity(run)])
}

/// Saves a run from nowhere in particular.
pub fn save(n: u8) -> Command {
    Command::Save {
        batch: batch(&format!("run {n}"), run(n)),
        then: Then::Nothing,
        draft: None,
    }
}

/// Exports everything to `to`, never over anything.
pub fn export(to: PathBuf) -> Command {
    Command::Export {
        to,
        choice: ExportChoice::default(),
        force: false,
    }
}

/// The form for a new run.
pub fn form() -> Form {
    Form::new(FormKind::Run, TODAY)
}

/// Saves `run` from that form.
pub fn save_form(run: Activity) -> Command {
    Command::Save {
        batch: batch("a run", run),
        then: Then::Nothing,
        draft: Some(form().draft_key()),
    }
}

/// Types into that form.
pub fn typed(body: &str) -> Command {
    Command::KeepDraft {
        key: form().draft_key(),
        body: body.to_owned(),
    }
}
