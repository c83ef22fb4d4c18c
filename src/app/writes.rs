//! What goes to the disk, and what follows once it is there.
//!
//! Each of these sends one request and notes what it was ([`Writing`]). Nothing changes in the model
//! before the answer comes; `receive.rs` takes it from there.

use std::sync::Arc;

use super::dry_run::ReadIn;
use super::{App, Place, Then};
use crate::domain::protocol::{self, StepAct};
use crate::domain::{Batch, Change, Health, Id, Label, RecordRef, Settings, entry};
use crate::store::{Error, Request, Watch};

/// A change that was sent to the store and not answered yet.
pub(super) struct Writing {
    /// Names the request in its answer, where that carries a token.
    pub(super) token: Option<u64>,
    /// What follows when it is on the disk.
    pub(super) follows: Follows,
}

/// What follows once a change is on the disk.
pub(super) enum Follows {
    /// A notice says so, and the form it came from goes.
    Saved {
        /// What was done.
        label: Label,
        /// What comes after it.
        then: Then,
        /// The form's key.
        draft: Option<String>,
    },
    /// Nothing: a step of a checklist is seen where it was done.
    Quiet,
    /// The checklist is shown.
    Checklist,
    /// What was read in is reported.
    Imported {
        /// It.
        read: Box<ReadIn>,
        /// How far it is.
        watch: Arc<Watch>,
    },
    /// A notice names what was taken back.
    Undone(Label),
    /// A notice names what was done again.
    Redone(Label),
    /// The health questions go, and a notice says that they are answered.
    Health,
    /// What the answer itself says.
    Answer,
}

impl Writing {
    /// Whether this saves the form whose draft is called `key`.
    pub(super) fn saves_form(&self, key: &str) -> bool {
        matches!(&self.follows, Follows::Saved { draft: Some(it), .. } if it == key)
    }
}

impl App {
    pub(super) fn save(&mut self, batch: Batch, then: Then, draft: Option<String>) {
        let label = batch.label.clone();
        self.write(batch, Follows::Saved { label, then, draft });
    }

    pub(super) fn delete(&mut self, it: RecordRef) {
        let label = entry::batch_label("batch-delete", &self.model.journal, &it);
        self.change(label, Change::Trash(it));
    }

    pub(super) fn restore(&mut self, it: RecordRef) {
        let label = entry::batch_label("batch-restore", &self.model.journal, &it);
        self.change(label, Change::Restore(it));
    }

    pub(super) fn empty_trash(&mut self) {
        let now_ms = self.model.now.ms;
        self.ask(Request::EmptyTrash { now_ms }, Follows::Answer);
    }

    pub(super) fn undo(&mut self) {
        let Some((batch, label)) = self.model.undo.undo.clone() else {
            return self.say(&Error::NothingToUndo);
        };
        let undo = Request::Undo {
            expected: Some(batch),
            now_ms: self.model.now.ms,
        };
        self.ask(undo, Follows::Undone(label));
    }

    pub(super) fn redo(&mut self) {
        let Some((batch, label)) = self.model.undo.redo.clone() else {
            return self.say(&Error::NothingToRedo);
        };
        let redo = Request::Redo {
            expected: Some(batch),
            now_ms: self.model.now.ms,
        };
        self.ask(redo, Follows::Redone(label));
    }

    pub(super) fn undo_import(&mut self, batch: i64) {
        let now_ms = self.model.now.ms;
        self.ask(Request::UndoImport { batch, now_ms }, Follows::Answer);
    }

    pub(super) fn set_settings(&mut self, settings: Settings) {
        if settings != *self.model.settings() {
            self.ask(Request::SaveSettings(settings), Follows::Answer);
        }
    }

    pub(super) fn save_health(&mut self, health: Health) {
        let settings = Settings {
            health,
            ..self.model.settings().clone()
        };
        if settings == *self.model.settings() {
            self.model.sheet = None;
        } else {
            self.ask(Request::SaveSettings(settings), Follows::Health);
        }
    }

    /// Begins the checklist after `run`, or shows the one that is open.
    pub(super) fn start_checklist(&mut self, run: Id) {
        let journal = &self.model.journal;
        let is_open = journal
            .checklists
            .iter()
            .any(|it| it.run_id == Some(run) && it.closed_at.is_none());
        let Some(activity) = journal.activities.iter().find(|it| it.meta.id == run) else {
            return self.model.notices.problem(crate::fl!("store-no-such-record"));
        };
        if is_open {
            self.show_checklist();
        } else {
            let now = self.model.now;
            let batch = protocol::open(journal, activity, now, Id::fresh(now.ms));
            self.write(batch, Follows::Checklist);
        }
    }

    /// Shows the checklists; none is offered any more.
    pub(super) fn show_checklist(&mut self) {
        self.model.offer = None;
        self.model.place = Place::Checklist;
    }

    pub(super) fn close_checklist(&mut self, id: Id) {
        let found = self.model.journal.checklists.iter().find(|it| it.meta.id == id);
        match found.map(|checklist| protocol::close(checklist, self.model.now)) {
            Some(batch) => self.save(batch, Then::Nothing, None),
            None => self.model.notices.problem(crate::fl!("store-no-such-record")),
        }
    }

    pub(super) fn plan_next_run(&mut self, id: Id, soon: bool) {
        let found = self.model.journal.checklists.iter().find(|it| it.meta.id == id);
        match found.map(|checklist| protocol::plan_next_run(checklist, soon)) {
            Some(batch) => self.write(batch, Follows::Quiet),
            None => self.model.notices.problem(crate::fl!("store-no-such-record")),
        }
    }

    pub(super) fn step(&mut self, checklist: Id, step: &str, act: &StepAct) {
        if let Some(batch) = protocol::act(&self.model.journal, checklist, step, act, self.model.now) {
            self.write(batch, Follows::Quiet);
        }
    }

    fn change(&mut self, label: Label, change: Change) {
        let changes = vec![change];
        self.save(Batch { label, changes }, Then::Nothing, None);
    }

    fn write(&mut self, batch: Batch, follows: Follows) {
        let token = self.next_token();
        let request = Request::Write {
            token,
            batch,
            now_ms: self.model.now.ms,
        };
        self.send(request, Some(token), follows);
    }

    pub(super) fn next_token(&mut self) -> u64 {
        self.last_token += 1;
        self.last_token
    }

    fn ask(&mut self, request: Request, follows: Follows) {
        self.send(request, None, follows);
    }

    pub(super) fn send(&mut self, request: Request, token: Option<u64>, follows: Follows) {
        self.store.send(request);
        self.writing = Some(Writing { token, follows });
        self.model.saving = true;
    }

    /// Says that there is nothing to do; that is no problem.
    fn say(&mut self, nothing: &Error) {
        self.model.notices.info(nothing.to_string(), self.model.now.ms);
    }
}
