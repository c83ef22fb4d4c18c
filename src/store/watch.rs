//! Looking on while a large batch is written, and stopping it.
//!
//! Whoever asked for the batch and the thread that writes it share a [`Watch`]. A batch that is stopped is
//! rolled back like one that failed.

use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};

/// How far a batch is, and whether it is to stop.
#[derive(Debug, Default)]
pub struct Watch {
    percent: AtomicU8,
    stopped: AtomicBool,
}

impl Watch {
    /// Asks for the batch to be given up. One that is on the disk already stays.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    /// Whether it is to stop.
    pub fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }

    /// How far it is, 0 to 1.
    pub fn done(&self) -> f32 {
        f32::from(self.percent.load(Ordering::Relaxed)) / 100.0
    }

    /// Notes that `done` of `all` changes are made; true where that is worth a look.
    pub(super) fn note(&self, done: usize, all: usize) -> bool {
        let percent = u8::try_from(done * 100 / all.max(1)).unwrap_or(100);
        self.percent.swap(percent, Ordering::Relaxed) != percent
    }
}
