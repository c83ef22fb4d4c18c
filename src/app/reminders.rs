//! What time alone brought about in the open checklists, and what of it went by unseen.
//!
//! Nothing rings by itself here. The same checklist is walked twice, at the instant it was last looked at
//! and now, and the two walks are compared: a step that waited and can be begun has opened, a timer that
//! ran and is at its end is up. Both walks are over the journal as it is now, so what somebody did
//! meanwhile is no news. A moment is told while it is fresh; after a quarter of an hour (the program was
//! closed, or the computer slept) it is too late to be told, and what became of it is asked once, as
//! [`Missed`].

use super::timers::open_checklists;
use crate::domain::protocol::{Progress, Records, StepState, StepView, Walk};
use crate::domain::{Id, Journal, Stamp};
use crate::fl;

/// A moment is told until so long after it came.
const FRESH_MS: i64 = 15 * 60_000;

/// That the next part of a step began is heard while it just did.
const PART_FRESH_MS: i64 = 2_000;

/// What happened to a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// It waited, and can be begun.
    Opened,
    /// Its timer is at its end.
    TimeUp,
    /// The next of its parts has begun: heard and seen in the window, and no reminder.
    PartChanged,
}

impl What {
    /// For how long it is worth telling.
    fn fresh_ms(self) -> i64 {
        match self {
            Self::Opened | Self::TimeUp => FRESH_MS,
            Self::PartChanged => PART_FRESH_MS,
        }
    }
}

/// Something that happened to a step by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The checklist.
    pub checklist: Id,
    /// The step's id in the protocol.
    pub step: String,
    /// What happened.
    pub what: What,
    /// When.
    pub at: Stamp,
    /// The step's name.
    pub name: String,
    /// What a reminder says beside that.
    pub remark: String,
}

/// A step that went by while nobody was there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missed {
    /// The checklist.
    pub checklist: Id,
    /// The step's id in the protocol.
    pub step: String,
    /// The step's name.
    pub name: String,
    /// What went by.
    pub what: Gone,
    /// When it was done, most likely, if it was.
    pub likely: Stamp,
}

/// What of a step went by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gone {
    /// Its time: from when to when it was to be done.
    Window(Stamp, Stamp),
    /// The end of its timer, and the minutes that it was set to.
    Timer(Stamp, i64),
}

/// One thing to tell, of all that happened at the same time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// In a few words.
    pub title: String,
    /// In one sentence more; may be empty.
    pub body: String,
}

/// A step at two instants, the first of which is `from`.
struct Changed<'a> {
    checklist: Id,
    from: Stamp,
    before: StepView<'a>,
    now: StepView<'a>,
}

/// What happened after `before` until `now` and is still worth telling, in order.
pub fn moments(journal: &Journal, before: Stamp, now: Stamp) -> Vec<Moment> {
    let changed = changed(journal, before, now);
    let mut moments: Vec<_> = changed.filter_map(|it| it.moment(journal, now)).collect();
    moments.retain(|it| now.ms - it.at.ms <= it.what.fresh_ms());
    moments.sort_by_key(|it| it.at.ms);
    moments
}

/// What went by after `before` and too long before `now` to be told, in order.
pub fn missed(journal: &Journal, before: Stamp, now: Stamp) -> Vec<Missed> {
    let until = Stamp {
        ms: now.ms - FRESH_MS,
        ..now
    };
    let gone = changed(journal, before, now).filter_map(|it| it.missed(until));
    let mut gone: Vec<_> = gone.collect();
    gone.sort_by_key(|it| it.likely.ms);
    gone
}

/// One reminder for all of `moments`; `None` where there is none.
pub fn reminder(moments: &[Moment]) -> Option<Reminder> {
    let named = |what| {
        let of_kind = moments.iter().filter(|it| it.what == what);
        let names: Vec<_> = of_kind.map(|it| it.name.as_str()).collect();
        (!names.is_empty()).then(|| (names.len(), names.join(&fl!("list-comma"))))
    };
    let up = named(What::TimeUp).map(|(count, names)| fl!("reminder-time-up", count = count, names = names));
    let opened = named(What::Opened).map(|(count, names)| fl!("reminder-opened", count = count, names = names));
    let mut lines = up.into_iter().chain(opened);
    let title = lines.next()?;
    let remark = match moments {
        [one] => Some(one.remark.clone()),
        _ => lines.next(),
    };
    Some(Reminder {
        title,
        body: remark.unwrap_or_default(),
    })
}

impl Reminder {
    /// All of it in one line.
    pub fn sentence(&self) -> String {
        if self.body.is_empty() {
            self.title.clone()
        } else {
            fl!("reminder-line", title = self.title.as_str(), body = self.body.as_str())
        }
    }
}

/// Every step of the open checklists, as it was and as it is. A checklist that was begun in between is
/// compared from its beginning on.
fn changed(journal: &Journal, before: Stamp, now: Stamp) -> impl Iterator<Item = Changed<'_>> {
    open_checklists(journal, now).flat_map(move |it| {
        let id = it.meta.id;
        let from = if it.started_at.ms > before.ms {
            it.started_at
        } else {
            before
        };
        let walks = Walk::of(journal, id, from).zip(Walk::of(journal, id, now));
        walks.into_iter().flat_map(move |(before, now)| {
            let pairs = before.steps.into_iter().zip(now.steps);
            pairs.map(move |(before, now)| Changed {
                checklist: id,
                from,
                before,
                now,
            })
        })
    })
}

impl Changed<'_> {
    fn moment(&self, journal: &Journal, now: Stamp) -> Option<Moment> {
        let (what, at, remark) = if let Some(at) = self.opened() {
            (What::Opened, at, self.now.step.how())
        } else if let Some(at) = self.ended() {
            (What::TimeUp, at, self.next_step(journal, now))
        } else {
            (What::PartChanged, self.part_began(now)?, String::new())
        };
        Some(Moment {
            checklist: self.checklist,
            step: self.now.step.id.clone(),
            what,
            at,
            name: self.now.step.name(),
            remark,
        })
    }

    fn missed(&self, until: Stamp) -> Option<Missed> {
        let span = self.now.span;
        let (what, likely) = if let Some(ended) = self.ended() {
            let minutes = self.now.work_s() / 60.0;
            (Gone::Timer(ended, minutes.round() as i64), self.now.row?.started_at?)
        } else {
            // The night is asked for by the morning check.
            let asked_here = self.now.is_wanted() && self.now.step.records != Records::Night;
            let closed = asked_here && self.now.late && !self.before.late;
            (Gone::Window(span.opens, span.closes), closed.then_some(span.best)?)
        };
        let (Gone::Window(_, at) | Gone::Timer(at, _)) = what;
        (at.ms <= until.ms).then(|| Missed {
            checklist: self.checklist,
            step: self.now.step.id.clone(),
            name: self.now.step.name(),
            what,
            likely,
        })
    }

    /// When it opened, if it did so in between and is asked for.
    fn opened(&self) -> Option<Stamp> {
        let (StepState::Waiting { until } | StepState::Blocked { until: Some(until) }) = self.before.state else {
            return None;
        };
        let asked_for = self.now.state == StepState::Ready && self.now.is_wanted() && !self.now.late;
        asked_for.then_some(until)
    }

    /// Its timer at both instants, if it ran.
    fn ran(&self) -> Option<(Progress, Progress)> {
        match (self.before.state, self.now.state) {
            (StepState::Running(before), StepState::Running(now)) => Some((before, now)),
            _ => None,
        }
    }

    /// When the timer came to its end, if it did so in between.
    fn ended(&self) -> Option<Stamp> {
        let (before, now) = self.ran()?;
        let ended = !before.is_over() && now.is_over();
        ended.then(|| self.from.plus_seconds(before.left_s))
    }

    /// When the part that runs began, if it did so in between: another muscle, or getting ready is over.
    fn part_began(&self, at: Stamp) -> Option<Stamp> {
        let (before, now) = self.ran()?;
        let part = |it: &Progress| (it.bout, it.getting_ready);
        let changed = !now.is_over() && part(&before) != part(&now);
        changed.then(|| at.plus_seconds(now.bout_left_s - now.bout_s))
    }

    /// What comes after it, named.
    fn next_step(&self, journal: &Journal, now: Stamp) -> String {
        let walk = Walk::of(journal, self.checklist, now);
        let others = walk.into_iter().flat_map(|it| it.steps);
        let mut after = others.skip_while(|it| it.step.id != self.now.step.id).skip(1);
        let next = after.find(StepView::is_wanted).map(|it| it.step.name());
        next.map_or_else(String::new, |step| fl!("step-next", step = step))
    }
}
