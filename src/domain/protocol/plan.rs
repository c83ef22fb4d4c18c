//! What the runner plans after a run: whether the next run is within a day, which a checklist keeps in its
//! detail.

use crate::domain::{Batch, Checklist, Label, Record};

/// The key of the answer to "do you run again within a day?".
const AGAIN_SOON: &str = "runs_again_within_24h";

/// Whether the runner said that the next run is within a day.
pub fn runs_again_soon(checklist: &Checklist) -> bool {
    let detail = checklist.meta.detail.as_ref();
    detail.and_then(|it| it.get(AGAIN_SOON)?.as_bool()).unwrap_or(false)
}

/// Notes whether the next run is within a day.
pub fn plan_next_run(checklist: &Checklist, soon: bool) -> Batch {
    let mut planned = checklist.clone();
    planned.meta.note(AGAIN_SOON, soon.into());
    Batch::putting(Label::new("batch-checklist-plan"), [Record::Checklist(planned)])
}
