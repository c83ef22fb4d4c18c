//! The thread that makes numbers.
//!
//! It is sent a journal with what is to be made of it, answers one by one, and wakes the window each time.
//! A journal that changed meanwhile takes the place of the older one: what was still to be made of that
//! is left undone. Between two orders it holds no journal, so that the window can change its own in place
//! and need not copy it. Nobody waits for it, also not at the end: it holds nothing that must be kept.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use super::{Answer, Edition, Maker, Work};
use crate::app::jobs::{self, Wake};
use crate::domain::Journal;

/// What is to be made of which journal.
struct Order {
    edition: Edition,
    journal: Arc<Journal>,
    work: VecDeque<Work>,
}

/// The window's side of the thread. It ends when this is dropped.
pub struct NumbersThread {
    orders: Sender<Order>,
    answers: Receiver<(Edition, Answer)>,
    /// What was ordered last is to be made of this.
    edition: Option<Edition>,
    /// What was ordered and is not answered yet.
    under_way: Vec<Work>,
}

impl NumbersThread {
    /// Starts the thread; `wake` is called on it after each answer.
    pub fn start(wake: &Wake) -> Self {
        // Unbounded both: a window must not wait for numbers, nor they for a window that is hidden. What
        // may wait is bounded all the same, because nothing is ordered twice.
        let (orders, inbox) = channel();
        let (outbox, answers) = channel();
        let wake = Wake::clone(wake);
        jobs::detached("numbers", move || serve(&inbox, &outbox, &wake)).expect("the system can start a thread");
        Self {
            orders,
            answers,
            edition: None,
            under_way: Vec::new(),
        }
    }

    /// Has `missing` made of `journal`, where that is not under way already.
    pub fn order(&mut self, edition: Edition, mut missing: Vec<Work>, journal: &Arc<Journal>) {
        if self.edition != Some(edition) {
            // What was ordered of the older one is not answered any more, or the answer is dropped.
            self.under_way.clear();
            self.edition = Some(edition);
        }
        missing.retain(|it| !self.under_way.contains(it));
        if missing.is_empty() {
            return;
        }
        self.under_way.extend_from_slice(&missing);
        let order = Order {
            edition,
            journal: Arc::clone(journal),
            work: missing.into(),
        };
        // The thread catches its panics and ends with this.
        drop(self.orders.send(order));
    }

    /// The next answer, and of which journal it is.
    pub fn try_answer(&mut self) -> Option<(Edition, Answer)> {
        let (edition, answer) = self.answers.try_recv().ok()?;
        if self.edition == Some(edition) {
            self.under_way.retain(|it| !answer.is_to(it));
        }
        Some((edition, answer))
    }

    /// Whether something was ordered and is not answered yet.
    pub fn is_busy(&self) -> bool {
        !self.under_way.is_empty()
    }
}

fn serve(inbox: &Receiver<Order>, outbox: &Sender<(Edition, Answer)>, wake: &Wake) {
    let mut maker = Maker::default();
    while let Ok(mut order) = inbox.recv() {
        loop {
            for newer in inbox.try_iter() {
                order.follow(newer);
            }
            let Some(work) = order.work.pop_front() else { break };
            let answer = guarded(&mut maker, work, &order);
            if outbox.send((order.edition, answer)).is_err() {
                return;
            }
            wake();
        }
    }
}

impl Order {
    /// Goes on with `newer`: what is shown now comes before what was asked for earlier.
    fn follow(&mut self, newer: Self) {
        let older = std::mem::replace(self, newer);
        if older.edition == self.edition {
            self.work.extend(older.work);
        }
    }
}

/// Does `work`, and turns a panic into an answer.
fn guarded(maker: &mut Maker, work: Work, order: &Order) -> Answer {
    let made = catch_unwind(AssertUnwindSafe(|| maker.make(&work, &order.journal, order.edition)));
    made.unwrap_or_else(|panic| Answer::Failed(work, jobs::words_of(panic.as_ref())))
}
