//! Between store and screens: commands in, model out.
//!
//! No widget and no window here. A screen emits a [`Command`], [`App`] applies it, the store thread or a
//! job does the slow part, and what comes back changes the [`Model`] that the screens read in the next
//! frame. The window is woken through a closure, so this part knows nothing of egui and is tested
//! without a pixel.
//!
//! Changes of the journal go to the disk one at a time: the next one waits until the last was answered.
//! So an undo always knows what it takes back, a step is always made from the checklist as it is, and
//! nothing is shown as saved before it is. What changes nothing on the disk (going somewhere, typing)
//! never waits.

mod alarm;
mod apply;
pub mod command;
mod copied;
mod courier;
mod drafts;
pub mod dry_run;
mod files;
mod jobs;
mod logic;
pub mod look;
pub mod model;
pub mod notices;
pub mod numbers;
mod open;
mod pictures;
pub mod presence;
mod receive;
pub mod remind;
pub mod reminders;
pub mod schedule;
mod sound;
pub mod table;
mod timers;
mod words;
mod writes;

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, sync_channel};

pub use crate::clock::{self, Clock};
pub use command::{Action, Command, Commands, Dose, Form, FormKind, Place, Shortcut, StepAct, Then};
pub use copied::Copied;
pub use look::{Look, ThemeChoice};
pub use model::{Model, Sheet};
pub use open::{Opening, Unopened};
pub use remind::{Desktop, WindowWish};

use crate::charts::picture;
use crate::domain::Stamp;
use crate::store::{self, Store, StoreThread, WindowLock};
use drafts::Drafts;
use dry_run::ReadIn;
use jobs::{Job, Wake};
use look::LookFile;
use numbers::NumbersThread;
use remind::Reminders;
use timers::Timers;
use writes::Writing;

/// What an [`App`] is made from.
#[derive(Debug)]
pub struct Setup {
    /// The open journal.
    pub store: Store,
    /// What keeps a second window out; held as long as the app lives.
    pub lock: Option<WindowLock>,
    /// What tells the time.
    pub clock: Clock,
    /// Where the look file is; `None` keeps the look for this run of the program only.
    pub look_path: Option<PathBuf>,
    /// Whether this is the sample journal.
    pub sample: bool,
    /// What there is around the window.
    pub desktop: Desktop,
    /// What pictures of charts are drawn with.
    pub pictures: picture::Look,
}

/// The program without its window. Dropping it waits until everything wished for is on the disk.
pub struct App {
    /// What the screens read.
    pub model: Model,
    clock: Clock,
    wake: Wake,
    /// Wishes not applied yet, in order.
    wishes: VecDeque<Command>,
    /// The change that is on its way to the disk.
    writing: Option<Writing>,
    last_token: u64,
    drafts: Drafts,
    timers: Timers,
    reminders: Reminders,
    numbers: NumbersThread,
    pictures: picture::Look,
    /// What is on its way to the clipboard.
    copied: Option<Copied>,
    look_path: Option<PathBuf>,
    /// When the look file is to be written, ms UTC.
    look_due_ms: Option<i64>,
    look_job: Option<Job>,
    job: Option<Job>,
    /// An export that runs by itself.
    schedule_job: Option<Job>,
    /// How often the journal came anew, because another program wrote.
    reads: u64,
    /// What was read and can be imported.
    read: Option<Box<ReadIn>>,
    /// How many times files were read.
    readings: u64,
    /// Whether the history was asked for, so that it is kept up to date.
    history_asked: bool,
    /// Whether the failure just told says already why the journal is read again.
    reload_explained: bool,
    /// Hears of every answer of the store; it ends with the store's thread.
    answered: Receiver<()>,
    store: StoreThread,
    /// Last, so that it is let go after the store is closed.
    _lock: Option<WindowLock>,
}

impl App {
    /// The app of an open journal, with what was left there: its undo, its drafts. `wake` is called, from
    /// any thread, whenever [`App::logic`] has something to do.
    pub fn new(setup: Setup, wake: impl Fn() + Send + Sync + 'static) -> Result<Self, store::Error> {
        let Setup {
            mut store,
            lock,
            clock,
            look_path,
            sample,
            desktop,
            pictures,
        } = setup;
        let mut model = Model::new(store.load()?, store.path().to_owned(), clock.now_ms());
        model.journal_id = store.journal_id()?.unwrap_or_default();
        model.undo = store.undo_state()?;
        model.drafts = store.drafts()?;
        model.read_only = store.read_only();
        model.sample = sample;
        let look = look_path.as_deref().map(LookFile::read).unwrap_or_default();
        model.look = look.look;
        model.scheduled.plan = look.schedule_of(store.path());
        let wake: Wake = Arc::new(wake);
        let looked = look.looked_at(store.path());
        // A journal that was never looked at here has nothing to say of before.
        let looked = looked.map_or(model.now, |ms| Stamp::in_zone(ms, model.zone()));
        let reminders = Reminders::since(looked, desktop, clock.clone(), &wake);
        let (answer, answered) = sync_channel(1);
        let wake_window = Arc::clone(&wake);
        let store = StoreThread::start(store, move || {
            // Full means that somebody was told already and has not looked yet.
            answer.try_send(()).ok();
            wake_window();
        });
        let mut app = Self {
            numbers: NumbersThread::start(&wake),
            model,
            clock,
            wake,
            wishes: VecDeque::new(),
            writing: None,
            last_token: 0,
            drafts: Drafts::default(),
            timers: Timers::default(),
            reminders,
            pictures,
            copied: None,
            look_path,
            look_due_ms: None,
            look_job: None,
            job: None,
            schedule_job: None,
            reads: 0,
            read: None,
            readings: 0,
            history_asked: false,
            reload_explained: false,
            answered,
            store,
            _lock: lock,
        };
        // They are there before the window is.
        app.order_numbers();
        Ok(app)
    }

    /// Wishes for `command`; [`App::logic`], which this wakes, applies it.
    pub fn emit(&mut self, command: Command) {
        self.wishes.push_back(command);
        (self.wake)();
    }

    /// Whether something is on its way: a change to the disk, a job, numbers.
    pub fn is_busy(&self) -> bool {
        self.writing.is_some()
            || self.model.job.is_some()
            || self.schedule_job.is_some()
            || !self.wishes.is_empty()
            || self.numbers.is_busy()
    }

    /// Ends the program's work: what was wished for is on the disk when this returns. A job that runs is
    /// stopped.
    pub fn close(self) {
        drop(self);
    }
}

impl Drop for App {
    fn drop(&mut self) {
        self.finish();
    }
}
