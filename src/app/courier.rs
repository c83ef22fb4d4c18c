//! Carries reminders to the desktop's own notifications.
//!
//! The service is another program: it may be slow, absent, or gone in the middle. So one thread talks to
//! it, begun with the first reminder and ended with the program. Where notifications can be pressed (not on
//! macOS and Windows) the same thread waits for a press on the last one together with the next reminder, and
//! says when the window is to be raised. For each reminder another thread waits for how it fared, with
//! patience: it wakes the window only if no service took it, since a picture is drawn for each waking and a
//! reminder that is shown changes nothing in it.

use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::time::Duration;

use super::jobs::{self, Wake};
use super::reminders::Reminder;

/// A service that has not answered after so long does not count any more.
const PATIENCE: Duration = Duration::from_secs(10);

/// What the courier comes back with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// The reminder of this number is shown.
    Shown(u64),
    /// No service took the reminder of this number.
    Refused(u64),
    /// Somebody pressed a reminder and wants to see the window.
    Raise,
}

/// A reminder, and where to say whether it is shown.
#[derive(Clone)]
struct Letter {
    reminder: Reminder,
    shown: SyncSender<bool>,
}

/// The way to the desktop's notifications.
pub struct Courier {
    wake: Wake,
    words: Receiver<Word>,
    word: Sender<Word>,
    outbox: Option<road::Outbox>,
}

impl Courier {
    /// A courier that wakes the window by `wake` when it has something to say.
    pub fn new(wake: Wake) -> Self {
        let (word, words) = channel();
        Self {
            wake,
            words,
            word,
            outbox: None,
        }
    }

    /// Sends `reminder` on its way under the number `n`. False where there is no way.
    pub fn send(&mut self, n: u64, reminder: Reminder) -> bool {
        let (shown, answer) = sync_channel(1);
        let letter = Letter { reminder, shown };
        self.await_answer(n, answer).is_ok() && self.post(letter)
    }

    fn post(&mut self, letter: Letter) -> bool {
        if let Some(outbox) = &self.outbox
            && road::post(outbox, letter.clone())
        {
            return true;
        }
        // The first one, or the thread was lost with its connection.
        self.outbox = self.start();
        self.outbox.as_ref().is_some_and(|outbox| road::post(outbox, letter))
    }

    /// Waits, on a thread of its own, for how the reminder of this number fares.
    fn await_answer(&self, n: u64, answer: Receiver<bool>) -> std::io::Result<()> {
        let (word, wake) = (self.word.clone(), Wake::clone(&self.wake));
        jobs::detached("patience", move || {
            let is_shown = answer.recv_timeout(PATIENCE) == Ok(true);
            // Nobody listens any more while the program ends.
            word.send(if is_shown { Word::Shown(n) } else { Word::Refused(n) }).ok();
            if !is_shown {
                wake();
            }
        })
    }

    /// What it came back with since, one at a time.
    pub fn try_word(&self) -> Option<Word> {
        self.words.try_recv().ok()
    }

    fn start(&self) -> Option<road::Outbox> {
        let (outbox, inbox) = road::open();
        let (word, wake) = (self.word.clone(), Wake::clone(&self.wake));
        let say = move |it| {
            // Nobody listens any more while the program ends.
            word.send(it).ok();
            wake();
        };
        let started = jobs::detached("reminders", move || road::carry(&inbox, &say));
        started.ok().map(|()| outbox)
    }
}

/// Linux and its kin: the service on the session bus, which also tells of presses.
#[cfg(all(unix, not(target_os = "macos")))]
mod road {
    use async_channel::{Receiver, Sender, unbounded};
    use futures_lite::future::{block_on, or, pending};
    use notify_rust::{Hint, Notification, NotificationHandle, NotificationResponse};

    use super::{Letter, Word};
    use crate::app::reminders::Reminder;
    use crate::fl;

    pub type Outbox = Sender<Letter>;

    pub fn open() -> (Outbox, Receiver<Letter>) {
        unbounded()
    }

    pub fn post(outbox: &Outbox, letter: Letter) -> bool {
        outbox.try_send(letter).is_ok()
    }

    /// What the thread waits for.
    enum Next {
        Letter(Letter),
        /// The notification was pressed, or is gone.
        Over(bool),
        End,
    }

    pub fn carry(inbox: &Receiver<Letter>, say: &impl Fn(Word)) {
        let mut shown = None;
        loop {
            match block_on(or(letter(inbox), over(shown.as_ref()))) {
                Next::End => return,
                Next::Over(pressed) => {
                    shown = None;
                    if pressed {
                        say(Word::Raise);
                    }
                }
                Next::Letter(letter) => {
                    let handle = show(&letter.reminder);
                    // Nobody waits any more where it took too long.
                    letter.shown.try_send(handle.is_some()).ok();
                    shown = handle.or(shown);
                }
            }
        }
    }

    async fn letter(inbox: &Receiver<Letter>) -> Next {
        inbox.recv().await.map_or(Next::End, Next::Letter)
    }

    async fn over(shown: Option<&NotificationHandle>) -> Next {
        let Some(handle) = shown else {
            return pending().await;
        };
        let mut pressed = false;
        handle
            .wait_for_action_async(|it| pressed = matches!(it, NotificationResponse::Default))
            .await;
        Next::Over(pressed)
    }

    fn show(reminder: &Reminder) -> Option<NotificationHandle> {
        let speaks_markup = notify_rust::get_capabilities()
            .ok()?
            .iter()
            .any(|it| it == "body-markup");
        let body = if speaks_markup {
            escaped(&reminder.body)
        } else {
            reminder.body.clone()
        };
        let shown = Notification::new()
            .appname(&fl!("app-name"))
            .summary(&reminder.title)
            .body(&body)
            .icon("afterrun")
            .hint(Hint::DesktopEntry("afterrun".to_owned()))
            // What is heard is the program's own, and can be muted there.
            .hint(Hint::SuppressSound(true))
            .action("default", &fl!("reminder-open"))
            .show();
        shown.ok()
    }

    /// Text as it is, where a service reads it as markup.
    fn escaped(text: &str) -> String {
        text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn a_name_with_signs_of_markup_is_shown_as_it_is() {
            assert_eq!(escaped("Rest & <relax>"), "Rest &amp; &lt;relax&gt;");
        }
    }
}

/// macOS and Windows: shown, and not heard of again.
#[cfg(not(all(unix, not(target_os = "macos"))))]
mod road {
    use std::sync::mpsc::{Receiver, Sender, channel};

    use notify_rust::Notification;

    use super::{Letter, Word};

    pub type Outbox = Sender<Letter>;

    pub fn open() -> (Outbox, Receiver<Letter>) {
        channel()
    }

    pub fn post(outbox: &Outbox, letter: Letter) -> bool {
        outbox.send(letter).is_ok()
    }

    pub fn carry(inbox: &Receiver<Letter>, _say: &impl Fn(Word)) {
        for Letter { reminder, shown } in inbox {
            let done = Notification::new().summary(&reminder.title).body(&reminder.body).show();
            // Nobody waits any more where it took too long.
            shown.try_send(done.is_ok()).ok();
        }
    }
}
