//! What was recorded by another way than the checklist, and answers one of its steps all the same.
//!
//! Whoever types "foam roll 12m" into the line of Today, or notes the night in the morning, is not asked
//! about it again: a step is done when the journal says so.

use jiff::civil::Date;

use super::definition::{Records, Span};
use super::facts::Facts;
use crate::domain::{Answer, Practice, Slug};

/// The steps that may name a practice, newest first, are looked through no further than this.
const STEPS_LOOKED_AT: usize = 400;
const ACTIVE_RECOVERY: &str = "active_recovery";
/// Up to this effort a session is easy.
const EASY_RPE: f64 = 3.0;

/// Whether the journal has what a step would record: after the run, on the step's own day or later, and until
/// its window closes.
pub(super) fn is_recorded(facts: &Facts, records: &Records, span: Span) -> bool {
    let until_ms = facts.now.ms.min(span.closes.ms);
    match records {
        Records::Habit(habit) => {
            let from = facts.day_of(span.opens);
            practised(facts, habit, from, until_ms) || habit.as_str() == ACTIVE_RECOVERY && moved(facts, from, until_ms)
        }
        Records::Intakes => {
            let newest = facts.journal.intakes.iter().rev();
            let mut since = newest.skip_while(|it| it.at.ms > until_ms);
            since.next().is_some_and(|it| it.at.ms >= facts.end.ms)
        }
        Records::Night => {
            let Ok(morning) = facts.day_of(facts.end).tomorrow() else {
                return false;
            };
            let newest = facts.journal.nights.iter().rev();
            newest
                .take_while(|it| it.day >= morning)
                .any(|it| it.day == morning && !it.nap)
        }
    }
}

fn practised(facts: &Facts, habit: &Slug, from: Date, until_ms: i64) -> bool {
    let rule = facts.journal.settings.day_rule;
    let run = facts.run.map(|it| it.meta.id);
    let newest = facts.journal.practices.iter().rev();
    newest
        .take_while(|it| it.when.day(rule) >= from)
        .filter(|it| it.habit == *habit && it.answer == Answer::Yes && (it.run_id.is_none() || it.run_id == run))
        .filter(|it| {
            // What was noted without a time was noted after it was done: after the run, or it belongs before it.
            let at_ms = it.when.stamp().map_or(it.meta.created_at, |at| at.ms);
            (facts.end.ms..=until_ms).contains(&at_ms)
        })
        .any(|it| !is_of_a_step(facts, it))
}

/// Whether there was an easy session of another sport: that is what moving on a rest day is.
fn moved(facts: &Facts, from: Date, until_ms: i64) -> bool {
    let newest = facts.journal.activities.iter().rev();
    newest
        .skip_while(|it| it.started_at.ms > until_ms)
        .take_while(|it| facts.day_of(it.started_at) >= from)
        .any(|it| !it.is_run() && it.rpe.is_none_or(|rpe| rpe <= EASY_RPE) && it.started_at.ms >= facts.end.ms)
}

/// Whether a step of some checklist became this practice.
fn is_of_a_step(facts: &Facts, practice: &Practice) -> bool {
    let id = practice.meta.id.to_string();
    let newest = facts.journal.steps.iter().rev().take(STEPS_LOOKED_AT);
    newest
        .filter_map(|it| it.meta.detail.as_ref()?.get(super::act::PRACTICE)?.as_str())
        .any(|it| it == id)
}
