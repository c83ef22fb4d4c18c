//! A step's timer, read from its stored instants.

use super::{Step, Timer};
use crate::domain::{ChecklistStep, Stamp};

/// A timer that says more than this many times the longest dose was forgotten, not used.
const FORGOTTEN: f64 = 2.0;
/// Two days: what the journal takes as minutes of a step.
const MOST_MINUTES: f64 = 2880.0;
/// The key of the added seconds in a step's detail.
const EXTENDED: &str = "extended_s";

/// Seconds in which the step was under way at `now` (or at its end): never negative, also where the
/// computer's clock was set back.
pub(super) fn elapsed_s(row: &ChecklistStep, now: Stamp) -> f64 {
    let Some(started) = row.started_at else {
        return 0.0;
    };
    let now = row.ended_at.unwrap_or(now);
    let held = row.paused_at.map_or(0.0, |since| now.seconds_since(since).max(0.0));
    (now.seconds_since(started) - row.paused_s - held).max(0.0)
}

/// Seconds the timer is set to.
pub(super) fn length_s(timer: Timer, row: &ChecklistStep) -> f64 {
    (f64::from(timer.suggested) * 60.0 + extended_s(row)).max(0.0)
}

/// Seconds added to its length.
pub(super) fn extended_s(row: &ChecklistStep) -> f64 {
    let detail = row.meta.detail.as_ref();
    detail
        .and_then(|it| it.get(EXTENDED))
        .and_then(serde_json::Value::as_f64)
        .unwrap_or(0.0)
}

/// Notes `seconds` as what was added to its length.
pub(super) fn set_extended(row: &mut ChecklistStep, seconds: i64) {
    row.meta.note(EXTENDED, seconds.into());
}

/// The minutes the timer saw, to a tenth. `None` without one, and where it ran on for so long that it
/// must have been forgotten: it then says nothing about what was done.
pub(super) fn minutes(step: &Step, row: &ChecklistStep, now: Stamp) -> Option<f64> {
    row.started_at?;
    let longest = f64::from(step.timer?.max) + extended_s(row).max(0.0) / 60.0;
    let minutes = elapsed_s(row, now) / 60.0;
    (minutes <= (longest * FORGOTTEN).min(MOST_MINUTES)).then(|| (minutes * 10.0).round() / 10.0)
}
