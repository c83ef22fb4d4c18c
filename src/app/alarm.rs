//! Wakes the window when a moment has come by the clock on the wall.
//!
//! The window's own timers count the time that the computer was awake, so that after two hours of sleep a
//! reminder would come two hours late. While a moment is waited for, a thread looks at the clock once a
//! minute: a few microseconds of work an hour, and nothing is drawn for it. While none is, it sleeps. It
//! lets the window's own timer come first, and wakes nobody who is up already.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use super::clock::Clock;
use super::jobs::{self, Wake};

/// How often the clock is looked at while a moment is waited for.
const LOOKS_EVERY: Duration = Duration::from_mins(1);

/// So long after the moment the window's own timer is late.
const LATE_MS: i64 = 2_000;

/// Waits for one moment at a time.
pub struct Alarm {
    clock: Clock,
    wake: Wake,
    set_to: Option<i64>,
    /// Hears of each new moment; begun with the first one.
    thread: Option<Sender<Option<i64>>>,
}

impl Alarm {
    /// An alarm that wakes by `wake`, and waits for nothing yet.
    pub fn new(clock: Clock, wake: Wake) -> Self {
        Self {
            clock,
            wake,
            set_to: None,
            thread: None,
        }
    }

    /// Waits for `at_ms` (ms UTC) and for nothing else.
    pub fn set(&mut self, at_ms: Option<i64>) {
        if self.set_to == at_ms {
            return;
        }
        self.set_to = at_ms;
        if self.thread.is_none() && at_ms.is_some() {
            self.thread = self.start();
        }
        if let Some(thread) = &self.thread {
            // A thread that is gone leaves the window's own timers.
            thread.send(at_ms.map(|it| it + LATE_MS)).ok();
        }
    }

    fn start(&self) -> Option<Sender<Option<i64>>> {
        let (orders, heard) = channel();
        let (clock, wake) = (self.clock.clone(), Wake::clone(&self.wake));
        let started = jobs::detached("alarm", move || watch(&heard, &clock, &wake, LOOKS_EVERY));
        started.ok().map(|()| orders)
    }
}

/// Ends when nobody can order anything any more.
fn watch(orders: &Receiver<Option<i64>>, clock: &Clock, wake: &Wake, every: Duration) {
    let mut at_ms = None;
    loop {
        let order = match at_ms {
            None => orders.recv().map_err(RecvTimeoutError::from),
            Some(at_ms) => {
                let left_ms = i64::max(at_ms - clock.now_ms(), 0);
                let left = Duration::from_millis(left_ms.unsigned_abs());
                orders.recv_timeout(left.min(every))
            }
        };
        match order {
            Ok(order) => at_ms = order,
            Err(RecvTimeoutError::Disconnected) => return,
            Err(RecvTimeoutError::Timeout) => {
                if at_ms.is_some_and(|at_ms| at_ms <= clock.now_ms()) {
                    at_ms = None;
                    wake();
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    const PATIENCE: Duration = Duration::from_mins(1);

    /// A watch over a standing clock: its orders, its clock, and what it wakes.
    fn watching() -> (Sender<Option<i64>>, Clock, Receiver<()>) {
        let (orders, heard) = channel();
        let (wake, woken) = channel();
        let wake: Wake = Arc::new(move || wake.send(()).unwrap_or_default());
        let clock = Clock::standing_at(0);
        let shown = clock.clone();
        jobs::detached("test", move || watch(&heard, &clock, &wake, Duration::from_millis(1))).unwrap();
        (orders, shown, woken)
    }

    #[test]
    fn a_moment_is_noticed_however_the_clock_came_to_it() {
        let (orders, clock, woken) = watching();
        orders.send(Some(7_200_000)).unwrap();
        // As after two hours of sleep.
        clock.set(7_200_000);
        assert_eq!(woken.recv_timeout(PATIENCE), Ok(()));
    }

    #[test]
    fn the_last_order_holds_and_the_thread_ends_with_the_program() {
        let (orders, clock, woken) = watching();
        orders.send(Some(1_000)).unwrap();
        orders.send(None).unwrap();
        orders.send(Some(5_000)).unwrap();
        clock.set(5_000);
        assert_eq!(woken.recv_timeout(PATIENCE), Ok(()));
        drop(orders);
        assert_eq!(woken.recv_timeout(PATIENCE), Err(RecvTimeoutError::Disconnected));
    }
}
