//! Sensible values for what is asked about a step: what the timer saw, what the rules propose, what was
//! noted the last time.
//!
//! They are filled into the form, in sight, and are saved only with it. What cannot be known beforehand
//! (how much was drunk, grams, heart rates) is left empty: a number nobody read would be worse than none.

use serde_json::{Map, Value};

use super::act::seen;
use super::field::{Dose, FieldKind};
use super::timer;
use super::walk::StepView;
use crate::domain::{Answer, Journal, Practice, Stamp};

/// The dose to begin the form of `view` with.
pub fn suggested(view: &StepView, journal: &Journal, now: Stamp) -> Dose {
    let last = last_time(view, journal);
    let timed = view.row.and_then(|row| timer::minutes(&view.step, row, now));
    let has = |kind: &FieldKind| view.step.fields.iter().any(|it| it.kind == *kind);
    Dose {
        minutes: timed.filter(|it| *it > 0.0 && has(&FieldKind::Minutes)),
        amount: None,
        temperature_c: view
            .celsius
            .or_else(|| last.and_then(|it| it.temperature_c))
            .filter(|_| has(&FieldKind::Temperature)),
        detail: detail(view, last, now),
    }
}

/// Choices as they were the last time, and what the timer saw now.
fn detail(view: &StepView, last: Option<&Practice>, now: Stamp) -> Map<String, Value> {
    let before = last.and_then(|it| it.meta.detail.as_ref()?.as_object());
    let choices = view.step.fields.iter().filter(|it| !it.more);
    let choices = choices.filter(|it| matches!(it.kind, FieldKind::Choice(_)));
    let mut detail: Map<_, _> = choices
        .filter_map(|it| Some((it.id.clone(), before?.get(&it.id)?.clone())))
        .collect();
    if let Some(row) = view.row {
        let asked = |key: &str| view.step.fields.iter().any(|it| it.id == key);
        detail.extend(seen(view, row, now).into_iter().filter(|(key, _)| asked(key)));
    }
    detail
}

/// The last time the step's habit was done.
fn last_time<'j>(view: &StepView, journal: &'j Journal) -> Option<&'j Practice> {
    let habit = view.step.habit()?;
    let newest = journal.practices.iter().rev();
    newest
        .take(LOOKED_AT)
        .find(|it| it.habit == *habit && it.answer == Answer::Yes)
}

/// About half a year of practices.
const LOOKED_AT: usize = 2000;
