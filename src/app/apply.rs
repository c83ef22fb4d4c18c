//! The one place where a wish becomes a change.
//!
//! The match names what each command does; what goes to the disk is in `writes.rs`, what reads or writes
//! other files in `files.rs`.

use super::model::Sheet;
use super::{App, Command, Form, Look, Place};
use crate::store::Request;

/// How many lines of the history are read.
const HISTORY_LINES: usize = 500;

impl App {
    /// Applies what was wished for, in order. A change of the journal waits while another is on its way.
    pub(super) fn apply_wishes(&mut self) {
        let mut held = std::collections::VecDeque::new();
        while let Some(wish) = self.wishes.pop_front() {
            if self.is_repeated(&wish) {
                continue;
            }
            if self.writing.is_some() && wish.writes() {
                held.push_back(wish);
                continue;
            }
            self.apply(wish);
        }
        self.wishes = held;
    }

    fn apply(&mut self, command: Command) {
        match command {
            Command::Go(place) => self.go(place),
            Command::OpenDay(day) => {
                self.go(Place::Journal);
                self.model.day_shown = Some(day);
            }
            Command::MorningCheck => {
                self.go(Place::Today);
                self.model.morning_asked += 1;
            }
            Command::QuickEntry => {
                self.go(Place::Today);
                self.model.quick_asked += 1;
            }
            Command::Open(form) => self.model.form = Some(form),
            Command::Show(sheet) => self.model.sheet = Some(sheet),
            Command::HideSheet => self.model.sheet = None,
            Command::CloseMissed => self.close_missed(),
            Command::CloseReminders => self.model.untold.clear(),
            Command::HideForm => self.model.form = None,
            Command::CloseForm => self.close_form(),
            Command::KeepDraft { key, body } => self.keep_draft(key, body),
            Command::DropDraft(key) => self.drop_draft(&key),
            Command::Save { batch, then, draft } => self.save(batch, then, draft),
            Command::Delete(it) => self.delete(it),
            Command::Restore(it) => self.restore(it),
            Command::EmptyTrash => self.empty_trash(),
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            Command::UndoImport(batch) => self.undo_import(batch),
            Command::AskHealth => self.model.sheet = Some(Sheet::Health).filter(|_| self.model.can_write()),
            Command::Health(health) => self.save_health(health),
            Command::SetSettings(settings) => self.set_settings(settings),
            Command::LoadHistory => self.load_history(),
            Command::LoadVersions(reference) => self.store.send(Request::RecordHistory { reference }),
            Command::StartChecklist(run) => self.start_checklist(run),
            Command::CloseChecklist(checklist) => self.close_checklist(checklist),
            Command::PlanNextRun { checklist, soon } => self.plan_next_run(checklist, soon),
            Command::Step { checklist, step, act } => self.step(checklist, &step, &act),
            Command::DeclineChecklist => self.model.offer = None,
            Command::NoDialog(of) => self.no_dialog(of),
            Command::TryImport(paths) => self.try_import(paths),
            Command::ReadAs(options) => self.read_as(options),
            Command::CommitImport => self.commit_import(),
            Command::DismissImport => self.dismiss_import(),
            Command::SaveLeftOut { to, force } => self.save_left_out(to, force),
            Command::CloseKept => self.model.kept.clear(),
            Command::Export { to, choice, force } => self.export(to, choice, force),
            Command::SetSchedule { every, folder } => self.set_schedule(every, folder),
            // The window asks the desktop, and comes back with one that names the place.
            Command::PickImport
            | Command::PickLeftOut
            | Command::PickExport { .. }
            | Command::PickScheduleFolder(_)
            | Command::PickChart { .. } => {}
            Command::Charts(charts) => self.model.numbers.want(charts),
            Command::Findings => self.model.numbers.want_findings(true),
            Command::LookCloser(closer) => self.model.numbers.want_closer(closer),
            Command::CopyChart(request) => self.copy_chart(request),
            Command::CopyRows(request) => self.copy_rows(request),
            Command::CopyRecords(chosen) => self.copy_records(chosen),
            Command::SaveChart { request, file, to } => self.save_chart(request, file, to),
            Command::CancelJob => self.cancel_job(),
            Command::SetLook(look) => self.set_look(look),
            Command::DismissNotice(id) => self.model.notices.dismiss(id),
        }
    }

    /// Shows a place. A form that was open there leaves the view, and its draft stays.
    pub(super) fn go(&mut self, place: Place) {
        self.model.place = place;
        self.model.form = None;
        self.model.day_shown = None;
        // The place itself says what it shows.
        self.model.numbers.want(Vec::new());
        self.model.numbers.want_findings(false);
        self.model.numbers.want_closer(Vec::new());
    }

    fn close_form(&mut self) {
        if let Some(form) = self.model.form.take() {
            self.drop_draft(&form.draft_key());
        }
    }

    fn keep_draft(&mut self, key: String, body: String) {
        if self.model.drafts.get(&key) == Some(&body) {
            return;
        }
        // A journal that can only be read keeps no drafts; they last as long as the window.
        if self.model.can_write() {
            self.drafts.changed(&key, self.model.now.ms);
        }
        self.model.drafts.insert(key, body);
    }

    pub(super) fn drop_draft(&mut self, key: &str) {
        self.drafts.forget(key);
        let was_there = self.model.drafts.remove(key).is_some();
        if was_there && self.model.can_write() {
            self.store.send(Request::DropDraft { key: key.to_owned() });
        }
    }

    /// A form that was saved: it closes, and its draft is superfluous.
    pub(super) fn close_saved_form(&mut self, key: &str) {
        if self.model.form.as_ref().map(Form::draft_key).as_deref() == Some(key) {
            self.model.form = None;
        }
        self.drop_draft(key);
    }

    pub(super) fn load_history(&mut self) {
        self.history_asked = true;
        self.store.send(Request::History { limit: HISTORY_LINES });
    }

    fn set_look(&mut self, look: Look) {
        if self.model.look != look {
            self.model.look = look;
            self.look_changed();
        }
    }

    /// Whether `wish` saves a form that is being saved: a second press of the button is no second record.
    fn is_repeated(&self, wish: &Command) -> bool {
        match wish {
            Command::Save { draft: Some(key), .. } => self.writing.as_ref().is_some_and(|it| it.saves_form(key)),
            _ => false,
        }
    }
}

impl Command {
    /// Whether it changes the journal on the disk.
    fn writes(&self) -> bool {
        matches!(
            self,
            Self::Save { .. }
                | Self::Delete(_)
                | Self::Restore(_)
                | Self::EmptyTrash
                | Self::Undo
                | Self::Redo
                | Self::CommitImport
                | Self::UndoImport(_)
                | Self::Health(_)
                | Self::SetSettings(_)
                | Self::StartChecklist(_)
                | Self::CloseChecklist(_)
                | Self::PlanNextRun { .. }
                | Self::Step { .. }
        )
    }
}
