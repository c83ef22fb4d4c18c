//! When a checklist looks different without anyone doing anything.
//!
//! A timer is no thread and no counter: it is the moment a step was started, and the clock. All that is
//! needed while one runs is to draw again when its next second is full; and again when a step opens.

use super::Model;
use crate::domain::protocol::{StepState, Walk};

/// Checklists that were opened longer ago stand still: their windows are over, and whoever started a
/// timer then has forgotten it.
const WALKED_FOR_MS: i64 = 4 * 24 * 3_600_000;

/// The next such moment. It is looked for again once it is reached, or when the journal changes.
#[derive(Debug, Default)]
pub struct Timers {
    revision: u64,
    looked_ms: i64,
    next_ms: Option<i64>,
}

impl Timers {
    /// Looks for the next moment, where the last answer does not hold any more.
    pub fn refresh(&mut self, model: &Model) {
        let now_ms = model.now.ms;
        let holds = self.revision == model.revision
            && self.looked_ms <= now_ms
            && self.next_ms.is_none_or(|next| now_ms < next);
        if !holds {
            *self = Self {
                revision: model.revision,
                looked_ms: now_ms,
                next_ms: next_change_ms(model),
            };
        }
    }

    /// When a checklist looks different next, ms UTC.
    pub fn next_ms(&self) -> Option<i64> {
        self.next_ms
    }
}

fn next_change_ms(model: &Model) -> Option<i64> {
    let now = model.now;
    let recent = model.journal.checklists.iter().rev();
    recent
        .take_while(|it| now.ms - it.started_at.ms < WALKED_FOR_MS)
        .filter(|it| it.closed_at.is_none())
        .filter_map(|it| Walk::of(&model.journal, it.meta.id, now))
        .flat_map(|walk| [walk.changes_at(now).map(|at| at.ms), next_second_ms(&walk, now.ms)])
        .flatten()
        .min()
}

/// When the number on a timer that runs and is not over changes next.
fn next_second_ms(walk: &Walk, now_ms: i64) -> Option<i64> {
    let seconds = walk.steps.iter().filter_map(|step| match step.state {
        StepState::Running(progress) if !progress.is_over() => {
            let wait_ms = (progress.next_second_s() * 1_000.0).round() as i64;
            Some(now_ms + wait_ms.max(1))
        }
        _ => None,
    });
    seconds.min()
}
