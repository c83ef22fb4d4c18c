//! What the screen remembers about the step that is shown: what is typed, what is unfolded.

use super::dose::DoseDraft;
use super::step::Shown;
use crate::app::Model;
use crate::app::command::{Command, Commands};
use crate::domain::Id;
use crate::domain::protocol::{Dose, suggested};
use crate::ui::forms::Errors;

/// What is unfolded of one step.
#[derive(Default)]
pub struct Unfolded {
    /// The form, while the timer is still to run.
    pub form: bool,
    /// The rest of its fields.
    pub more: bool,
    /// The sources.
    pub sources: bool,
}

/// What is typed and unfolded about one step.
#[derive(Default)]
pub struct StepNotes {
    key: String,
    /// What was really done.
    pub draft: DoseDraft,
    /// The draft as it was when it was last kept.
    kept: DoseDraft,
    /// Whether to say what is wrong: once Done was pressed.
    pub complain: bool,
    /// What is unfolded.
    pub unfolded: Unfolded,
    /// Why it is skipped, as it is typed.
    pub reason: String,
    /// When it was done, as it is typed.
    pub at: Option<String>,
}

impl StepNotes {
    /// Turns to the step that is shown, with what was typed about it before.
    pub fn follow(&mut self, shown: &Shown) {
        let key = DoseDraft::key(shown.checklist.meta.id, &shown.view.step.id);
        if self.key != key {
            let draft = DoseDraft::kept(&shown.model.drafts, &key);
            *self = Self {
                key,
                kept: draft.clone(),
                draft,
                ..Self::default()
            };
        }
        if shown.view.state.is_over() {
            self.draft = DoseDraft::default();
            self.kept = DoseDraft::default();
            self.complain = false;
        }
    }

    /// The same where nothing is typed: what was typed in the other place counts.
    pub fn reflect(&mut self, shown: &Shown) {
        self.follow(shown);
        self.draft = DoseDraft::kept(&shown.model.drafts, &self.key);
    }

    /// Tells the app about what is typed since; true when there was something.
    pub fn keep(&mut self, commands: &mut Commands) -> bool {
        if self.draft == self.kept {
            return false;
        }
        self.kept = self.draft.clone();
        let key = self.key.clone();
        commands.emit(match self.draft.body() {
            Some(body) => Command::KeepDraft { key, body },
            None => Command::DropDraft(key),
        });
        true
    }

    /// The dose that Done saves, with what stands in the form.
    pub fn dose(&self, shown: &Shown) -> Result<Dose, Errors> {
        let suggested = suggested(shown.view, &shown.model.journal, shown.model.now);
        self.dose_with(shown, &suggested)
    }

    /// The dose that Done saves where no form is in sight: what was typed, and what the timer saw.
    pub fn dose_unseen(&self, shown: &Shown) -> Result<Dose, Errors> {
        self.dose_with(shown, &Dose::default())
    }

    fn dose_with(&self, shown: &Shown, suggested: &Dose) -> Result<Dose, Errors> {
        self.draft.dose(&shown.view.step, suggested, shown.model.settings())
    }
}

/// Forgets what was typed about steps of `checklist` that are over by now.
pub fn forget_over(model: &Model, checklist: Id, over: &[&str], commands: &mut Commands) {
    for step in over {
        let key = DoseDraft::key(checklist, step);
        if model.drafts.contains_key(&key) {
            commands.emit(Command::DropDraft(key));
        }
    }
}
