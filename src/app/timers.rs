//! When a checklist looks different without anyone doing anything.
//!
//! A timer is no thread and no counter: it is the moment a step was started, and the clock. All that is
//! needed is to look again at the next moment that matters: a step opens or is late, a timer is at its
//! end. Where the window can be seen, also when a running timer's next second is full; and where somebody
//! looks, when a line that counts down tells the next minute.

use super::Model;
use super::presence::{countdown, countdown_ends_ms};
use crate::domain::protocol::{StepState, StepView, Walk};
use crate::domain::{Checklist, Journal, Stamp};

/// Checklists that were opened longer ago stand still: their windows are over, and whoever started a
/// timer then has forgotten it.
const WALKED_FOR_MS: i64 = 4 * 24 * 3_600_000;

/// The next such moment. It is looked for again once it is reached, or when what it hangs on changes.
#[derive(Debug, Default)]
pub struct Timers {
    of: Option<Of>,
    looked_ms: i64,
    next_ms: Option<i64>,
    next_moment_ms: Option<i64>,
}

/// What the next moment hangs on, beside the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Of {
    revision: u64,
    shown: bool,
    looking: bool,
}

impl Of {
    fn now(model: &Model) -> Self {
        Self {
            revision: model.revision,
            shown: model.presence.shown,
            looking: model.is_looking(),
        }
    }
}

impl Timers {
    /// Whether something may have happened since the last [`Timers::refresh`].
    pub fn is_due(&self, model: &Model) -> bool {
        let now_ms = model.now.ms;
        let holds = self.of == Some(Of::now(model))
            && self.looked_ms <= now_ms
            && self.next_ms.is_none_or(|next| now_ms < next);
        !holds
    }

    /// Whether that may be more than another number to be seen.
    pub fn is_moment_due(&self, model: &Model) -> bool {
        let now_ms = model.now.ms;
        self.of.is_none_or(|of| of.revision != model.revision)
            || self.looked_ms > now_ms
            || self.next_moment_ms.is_some_and(|next| next <= now_ms)
    }

    /// Looks for the next moment, where the last answer does not hold any more.
    pub fn refresh(&mut self, model: &Model) {
        if !self.is_due(model) {
            return;
        }
        let (now, of) = (model.now, Of::now(model));
        let walks = open_checklists(&model.journal, now).filter_map(|it| Walk::of(&model.journal, it.meta.id, now));
        let walks: Vec<_> = walks.collect();
        let moments = walks.iter().filter_map(|it| next_moment_ms(it, now));
        let next_moment_ms = moments.min();
        let seen = walks.iter().filter_map(|it| next_seen_ms(it, model, of));
        *self = Self {
            of: Some(of),
            looked_ms: now.ms,
            next_ms: seen.chain(next_moment_ms).min(),
            next_moment_ms,
        };
    }

    /// When a checklist looks different next, ms UTC.
    pub fn next_ms(&self) -> Option<i64> {
        self.next_ms
    }

    /// When something happens next to a step, ms UTC.
    pub fn next_moment_ms(&self) -> Option<i64> {
        self.next_moment_ms
    }
}

/// The checklists that are under way.
pub fn open_checklists(journal: &Journal, now: Stamp) -> impl Iterator<Item = &Checklist> {
    let recent = journal.checklists.iter().rev();
    recent
        .take_while(move |it| now.ms - it.started_at.ms < WALKED_FOR_MS)
        .filter(|it| it.closed_at.is_none())
}

/// A step opens or is late, or a part of a timer is at its end.
fn next_moment_ms(walk: &Walk, now: Stamp) -> Option<i64> {
    let ends = walk.steps.iter().filter_map(|step| match step.state {
        StepState::Running(progress) if !progress.is_over() => {
            let end = now.plus_seconds(progress.bout_left_s);
            // A last part of a millisecond takes one, too.
            Some(end.ms.max(now.ms + 1))
        }
        _ => None,
    });
    let changes = walk.changes_at(now).map(|at| at.ms);
    ends.chain(changes).min()
}

/// What else is seen of it: the seconds of its timers, and the minutes to what opens.
fn next_seen_ms(walk: &Walk, model: &Model, of: Of) -> Option<i64> {
    let now_ms = model.now.ms;
    let seconds = walk.steps.iter().filter_map(|step| next_second_ms(step, now_ms));
    let seconds = seconds.filter(|_| of.shown);
    let minutes = walk.steps.iter().filter_map(|step| next_minute_ms(step, model));
    let minutes = minutes.filter(|_| of.looking);
    seconds.chain(minutes).min()
}

/// When the number on a timer that runs changes next.
fn next_second_ms(step: &StepView, now_ms: i64) -> Option<i64> {
    match step.state {
        StepState::Running(progress) if !progress.is_over() => {
            let wait_ms = (progress.next_second_s() * 1_000.0).round() as i64;
            Some(now_ms + wait_ms.max(1))
        }
        _ => None,
    }
}

/// When the line of a step that waits tells another number of minutes, or none because nobody looks.
fn next_minute_ms(step: &StepView, model: &Model) -> Option<i64> {
    let StepState::Waiting { until } = step.state else {
        return None;
    };
    let next = countdown_ends_ms(until, model.now.ms);
    let counts = countdown(until, model.now.ms).is_some();
    let unseen = counts.then(|| model.presence.looks_until_ms());
    next.into_iter().chain(unseen).min()
}
