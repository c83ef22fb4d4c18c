//! What takes longer than a frame: reading files, exporting, writing the look file.
//!
//! A job runs on a thread of its own name and on values of its own. It tells how far it is and how it
//! ended through a bounded channel, and wakes the window each time; it can be asked to stop. Dropping a
//! job asks it to stop and waits until it has, so that no file is left half done when the program ends.

use std::any::Any;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{Builder, JoinHandle};

use super::command::PathFor;
use super::copied::Copied;
use super::dry_run::ReadIn;
use crate::export;

/// Wakes the window, from any thread.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// How many events may wait for the window; progress beyond that is left out.
const WAITING: usize = 16;

/// The least progress worth a frame.
const PROGRESS_STEP: f32 = 0.01;

/// What a job tells.
#[derive(Debug)]
pub enum Event {
    /// How far it is, 0 to 1.
    Progress(f32),
    /// It ended; this is the last event.
    Ended(Ended),
}

/// How a job ended.
#[derive(Debug)]
pub enum Ended {
    /// Files were read.
    Read(Box<ReadIn>),
    /// The journal is exported.
    Exported {
        /// To this place.
        to: PathBuf,
        /// Whether all of it.
        whole: bool,
    },
    /// The journal is not exported.
    NotExported(PathFor, export::Error),
    /// The rows that an import left out are saved: how many to each place.
    LeftOutSaved(Vec<(PathBuf, usize)>),
    /// A chart is saved, to this place.
    ChartSaved(PathBuf),
    /// Something is made, for the clipboard.
    Copied(Copied),
    /// A chart is neither: in words.
    NoPicture(String),
    /// The look file is written.
    LookKept,
    /// The look file is not written.
    LookLost(std::io::Error),
    /// It was stopped and left nothing behind.
    Stopped,
    /// The program itself made a mistake.
    Failed(String),
}

/// A job that runs.
#[derive(Debug)]
pub struct Job {
    events: Receiver<Event>,
    stop: Arc<AtomicBool>,
    /// `None` only while dropping.
    handle: Option<JoinHandle<()>>,
}

/// The job's own side: where it tells how far it is, and learns that it is to stop.
pub struct Worker {
    outbox: SyncSender<Event>,
    stop: Arc<AtomicBool>,
    wake: Wake,
    told: Cell<f32>,
}

impl Job {
    /// Starts `work` on a thread called `name`.
    pub fn start(
        name: &str,
        wake: &Wake,
        work: impl FnOnce(&Worker) -> Ended + Send + 'static,
    ) -> std::io::Result<Self> {
        let (outbox, events) = sync_channel(WAITING);
        let stop = Arc::new(AtomicBool::new(false));
        let worker = Worker {
            outbox,
            stop: Arc::clone(&stop),
            wake: Arc::clone(wake),
            told: Cell::new(0.0),
        };
        let handle = Builder::new().name(name.to_owned()).spawn(move || worker.run(work))?;
        Ok(Self {
            events,
            stop,
            handle: Some(handle),
        })
    }

    /// What it told since, one at a time.
    pub fn try_event(&self) -> Option<Event> {
        self.events.try_recv().ok()
    }

    /// Asks it to stop, waits until it has ended, and gives how it did.
    pub fn end(self) -> Option<Ended> {
        self.stop();
        let mut events = self.events.iter();
        events.find_map(|it| match it {
            Event::Ended(ended) => Some(ended),
            Event::Progress(_) => None,
        })
    }

    /// Asks it to stop; it ends when it comes to it.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

/// What a panic said.
pub fn words_of(panic: &(dyn Any + Send)) -> String {
    let words = panic.downcast_ref::<String>().cloned();
    let words = words.or_else(|| panic.downcast_ref::<&str>().map(|it| (*it).to_owned()));
    words.unwrap_or_default()
}

/// Starts `work` on a thread called `name` that nobody waits for, also not when the program ends: for what
/// waits for something outside of the program, and for what leaves nothing behind.
pub fn detached(name: &str, work: impl FnOnce() + Send + 'static) -> std::io::Result<()> {
    Builder::new().name(name.to_owned()).spawn(work).map(drop)
}

impl Drop for Job {
    fn drop(&mut self) {
        self.stop();
        // It may wait for room in the channel, so listen until it has hung up.
        while self.events.recv().is_ok() {}
        if let Some(handle) = self.handle.take() {
            // A panic was caught and told.
            drop(handle.join());
        }
    }
}

impl Worker {
    fn run(self, work: impl FnOnce(&Self) -> Ended) {
        let ended = catch_unwind(AssertUnwindSafe(|| work(&self)));
        let ended = ended.unwrap_or_else(|panic| Ended::Failed(words_of(panic.as_ref())));
        // A look that is kept changes no picture.
        let is_seen = !matches!(ended, Ended::LookKept);
        // Nobody listens any more while the program ends.
        drop(self.outbox.send(Event::Ended(ended)));
        if is_seen {
            (self.wake)();
        }
    }

    /// Tells how far it is, 0 to 1, if that is worth a frame.
    pub fn progress(&self, done: f32) {
        if done - self.told.get() >= PROGRESS_STEP && self.outbox.try_send(Event::Progress(done)).is_ok() {
            self.told.set(done);
            (self.wake)();
        }
    }

    /// Set once it is to stop.
    pub fn stop(&self) -> &AtomicBool {
        &self.stop
    }

    /// Whether it is to stop.
    pub fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    /// Starts `work`, and gives what it tells, in order, until it has ended.
    fn told_by(work: impl FnOnce(&Worker) -> Ended + Send + 'static) -> Vec<Event> {
        let (wake, woken) = channel();
        let wake: Wake = Arc::new(move || {
            wake.send(()).ok();
        });
        let job = Job::start("test", &wake, work).unwrap();
        let mut told = Vec::new();
        while !matches!(told.last(), Some(Event::Ended(_))) {
            woken.recv().unwrap();
            told.extend(std::iter::from_fn(|| job.try_event()));
        }
        told
    }

    #[test]
    fn a_job_tells_its_progress_and_its_end() {
        let told = told_by(|worker| {
            for done in [0.001, 0.5, 0.501, 1.0] {
                worker.progress(done);
            }
            Ended::Stopped
        });
        assert!(
            matches!(
                told[..],
                [Event::Progress(0.5), Event::Progress(1.0), Event::Ended(Ended::Stopped)]
            ),
            "{told:?}"
        );
    }

    #[test]
    fn a_panic_is_an_end_like_any_other() {
        let told = told_by(|_| panic!("boom"));
        assert!(
            matches!(&told[..], [Event::Ended(Ended::Failed(words))] if words == "boom"),
            "{told:?}"
        );
    }

    #[test]
    fn dropping_a_job_stops_it_and_waits() {
        let (send, ends) = channel();
        let wake: Wake = Arc::new(|| ());
        let job = Job::start("test", &wake, move |worker| {
            while !worker.is_stopped() {
                std::thread::yield_now();
            }
            send.send(()).ok();
            Ended::Stopped
        });
        drop(job.unwrap());
        assert!(ends.try_recv().is_ok());
    }
}
