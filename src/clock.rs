//! The one clock.
//!
//! Everything that needs to know the time is given it, so that a test can say what time it is and a
//! timer is right whatever happened to the program in between. Window and command line share it; only
//! this file asks the computer.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// Tells the time: the computer's, or one that a test sets.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    set_to: Option<Arc<AtomicI64>>,
}

impl Clock {
    /// The computer's clock.
    pub fn system() -> Self {
        Self::default()
    }

    /// A clock that stands at `ms` (UTC) until [`Clock::set`] moves it, for all its clones.
    pub fn standing_at(ms: i64) -> Self {
        Self {
            set_to: Some(Arc::new(AtomicI64::new(ms))),
        }
    }

    /// Moves a standing clock; the computer's goes its own way.
    pub fn set(&self, ms: i64) {
        if let Some(time) = &self.set_to {
            time.store(ms, Ordering::SeqCst);
        }
    }

    /// Milliseconds UTC since 1970.
    pub fn now_ms(&self) -> i64 {
        match &self.set_to {
            Some(time) => time.load(Ordering::SeqCst),
            None => system_now_ms(),
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that asks the computer for the time"
)]
fn system_now_ms() -> i64 {
    jiff::Timestamp::now().as_millisecond()
}

/// The IANA name of the computer's zone; UTC where it has none.
pub fn system_zone() -> String {
    jiff::tz::TimeZone::system().iana_name().unwrap_or("UTC").to_owned()
}
