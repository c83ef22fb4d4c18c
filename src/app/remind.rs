//! Telling what time brought about: where a reminder goes, what is heard, and what is shown once afterwards.
//!
//! Whoever is at the window sees a quiet notice. Else the desktop is asked to show a notification; where it
//! has no service for that, or the service does not answer, a line stands in the window until it is put
//! away, and the window asks for attention. [`super::reminders`] says what happened, and only that.

use super::alarm::Alarm;
use super::courier::{Courier, Word};
use super::jobs::Wake;
use super::reminders::{self, Missed, Moment, Reminder, What};
use super::sound::{Chime, Speaker};
use super::timers::open_checklists;
use super::{App, Clock, Model};
use crate::domain::protocol::{StepState, Walk};
use crate::domain::{Id, Stamp};

/// What there is around the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Desktop {
    /// The computer's own notifications and loudspeaker.
    #[default]
    Here,
    /// None of them, as for a window of a test.
    Absent,
}

/// What the window itself is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WindowWish {
    /// Come to the front.
    Raise,
    /// Ask for attention where the desktop lists its windows.
    Attention,
}

/// A reminder that the desktop did not take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Untold {
    /// What it says.
    pub sentence: String,
    /// What happened to which step of which checklist.
    about: Vec<(Id, String, What)>,
}

/// A reminder on its way to the desktop.
struct UnderWay {
    n: u64,
    untold: Untold,
}

/// What reminding needs to remember.
pub(super) struct Reminders {
    desktop: Desktop,
    courier: Courier,
    speaker: Speaker,
    alarm: Alarm,
    under_way: Vec<UnderWay>,
    last_n: u64,
    /// The instant up to which everything that happened was noticed.
    looked: Stamp,
    /// Since when nobody saw what is missed, while it is not answered.
    missed_since: Option<Stamp>,
    wish: Option<WindowWish>,
}

impl Reminders {
    /// Notices what happens from `looked` on.
    pub(super) fn since(looked: Stamp, desktop: Desktop, clock: Clock, wake: &Wake) -> Self {
        Self {
            desktop,
            courier: Courier::new(Wake::clone(wake)),
            speaker: Speaker::default(),
            alarm: Alarm::new(clock, Wake::clone(wake)),
            under_way: Vec::new(),
            last_n: 0,
            looked,
            missed_since: None,
            wish: None,
        }
    }

    /// What counts as seen when the program is opened the next time; `None` where that does not matter.
    pub(super) fn seen_until_ms(&self, model: &Model) -> Option<i64> {
        let matters = open_checklists(&model.journal, model.now).next().is_some();
        let seen = self.missed_since.unwrap_or(self.looked);
        matters.then_some(seen.ms)
    }
}

impl App {
    /// Notices and tells what time brought about since the last time.
    pub(super) fn remind(&mut self) {
        self.hear_the_courier();
        let (before, now) = (self.reminders.looked, self.model.now);
        if self.timers.is_moment_due(&self.model) {
            if before.ms < now.ms {
                self.tell(&reminders::moments(&self.model.journal, before, now));
                self.note_missed(reminders::missed(&self.model.journal, before, now), before);
            }
            self.let_go_of_what_is_over();
        }
        self.timers.refresh(&self.model);
        self.reminders.alarm.set(self.timers.next_moment_ms());
        self.reminders.looked = now;
    }

    /// What the window itself is to do, once.
    pub fn take_window_wish(&mut self) -> Option<WindowWish> {
        self.reminders.wish.take()
    }

    /// Somebody used a key or the pointer in the window.
    pub fn touched(&mut self) {
        self.model.presence.touched_ms = self.model.now.ms;
    }

    /// Tells whether the window can be seen, and whether it is in front.
    pub fn window_is(&mut self, shown: bool, front: bool) {
        self.model.presence.shown = shown;
        self.model.presence.front = front;
    }

    /// Puts away what was missed: it is not shown again.
    pub(super) fn close_missed(&mut self) {
        self.model.missed.clear();
        self.reminders.missed_since = None;
        self.keep_seen();
    }

    fn tell(&mut self, moments: &[Moment]) {
        let look = self.model.look;
        if let Some(chime) = chime(moments, look.remind).filter(|_| look.sounds) {
            self.play(chime);
        }
        if let Some(reminder) = reminders::reminder(moments).filter(|_| look.remind) {
            self.deliver(reminder, moments);
        }
        if moments.iter().any(|it| it.what != What::PartChanged) {
            // Also a program that is killed has told this.
            self.keep_seen();
        }
    }

    fn play(&self, chime: Chime) {
        if self.reminders.desktop == Desktop::Here {
            self.reminders.speaker.play(chime);
        }
    }

    fn deliver(&mut self, reminder: Reminder, moments: &[Moment]) {
        let now_ms = self.model.now.ms;
        let untold = Untold {
            sentence: reminder.sentence(),
            about: moments
                .iter()
                .map(|it| (it.checklist, it.step.clone(), it.what))
                .collect(),
        };
        let it = &mut self.reminders;
        if self.model.presence.front && self.model.is_looking() {
            self.model.notices.info(untold.sentence, now_ms);
            return;
        }
        it.last_n += 1;
        let n = it.last_n;
        if it.desktop == Desktop::Here && it.courier.send(n, reminder) {
            it.under_way.push(UnderWay { n, untold });
        } else {
            self.show_in_window(untold);
        }
    }

    fn show_in_window(&mut self, untold: Untold) {
        self.model.untold.push(untold);
        self.reminders.wish = Some(WindowWish::Attention);
    }

    fn hear_the_courier(&mut self) {
        while let Some(word) = self.reminders.courier.try_word() {
            match word {
                Word::Shown(n) => self.reminders.under_way.retain(|it| it.n != n),
                Word::Refused(n) => self.give_up(n),
                Word::Raise => self.reminders.wish = Some(WindowWish::Raise),
            }
        }
    }

    fn give_up(&mut self, n: u64) {
        let lost: Vec<_> = self.reminders.under_way.extract_if(.., |it| it.n == n).collect();
        for it in lost {
            self.show_in_window(it.untold);
        }
    }

    fn note_missed(&mut self, missed: Vec<Missed>, before: Stamp) {
        if !missed.is_empty() && self.model.can_write() {
            self.reminders.missed_since.get_or_insert(before);
            self.model.missed.extend(missed);
        }
    }

    /// What was answered or begun meanwhile needs no word any more.
    fn let_go_of_what_is_over(&mut self) {
        let Model {
            journal,
            now,
            untold,
            missed,
            ..
        } = &mut self.model;
        if !untold.is_empty() || !missed.is_empty() {
            let open = open_checklists(journal, *now);
            let walks = open.filter_map(|it| Some((it.meta.id, Walk::of(journal, it.meta.id, *now)?)));
            let walks: Vec<_> = walks.collect();
            let state = |checklist: Id, step: &str| {
                let (_, walk) = walks.iter().find(|(id, _)| *id == checklist)?;
                Some(walk.step(step)?.state)
            };
            let holds = |(checklist, step, what): &(Id, String, What)| match state(*checklist, step) {
                Some(StepState::Ready) => *what == What::Opened,
                Some(StepState::Running(progress)) => *what == What::TimeUp && progress.is_over(),
                _ => false,
            };
            untold.retain(|it| it.about.iter().any(holds));
            let is_open = |it: &Missed| state(it.checklist, &it.step).is_some_and(|it| !it.is_settled());
            missed.retain(is_open);
        }
        if missed.is_empty() {
            self.reminders.missed_since = None;
        }
    }
}

/// The one sound of all that happened: what ended before what begins. That a step can be begun is heard
/// only by who wants to be reminded; a timer was started by hand.
fn chime(moments: &[Moment], remind: bool) -> Option<Chime> {
    let happened = |what| moments.iter().any(|it| it.what == what);
    if happened(What::TimeUp) {
        Some(Chime::TimeUp)
    } else if happened(What::Opened) && remind {
        Some(Chime::Ready)
    } else {
        happened(What::PartChanged).then_some(Chime::Change)
    }
}
