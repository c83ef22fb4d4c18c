//! What comes back from store and jobs, taken into the model.
//!
//! Here, and only here, the journal in memory changes: after it did on the disk. Each failure is said
//! once, and leaves everything as it was: an open form keeps its text and its draft.

use super::jobs::{Ended, Event, Job};
use super::writes::{Follows, Writing};
use super::{App, Then, words};
use crate::domain::{Delta, Journal, Label, UndoState};
use crate::fl;
use crate::store::{Emptied, Error, ImportUndone, Reply, Request, Written};

impl App {
    pub(super) fn receive_replies(&mut self) {
        while let Some(reply) = self.store.try_recv() {
            let explained = std::mem::take(&mut self.reload_explained);
            match reply {
                Reply::Written { token, written } => self.written(token, written),
                Reply::Undone(written) | Reply::Redone(written) => self.reversed(written),
                Reply::ImportUndone(undone) => self.import_undone(undone),
                Reply::TrashEmptied(emptied) => self.trash_emptied(emptied),
                Reply::SettingsSaved(settings) => {
                    let follows = self.answered().map(|it| it.follows);
                    self.model.set_settings(settings);
                    if matches!(follows, Some(Follows::Health)) {
                        self.health_kept();
                    }
                }
                Reply::History(lines) => self.model.history = lines,
                Reply::RecordHistory(reference, versions) => self.model.versions = Some((reference, versions)),
                Reply::Reloaded { journal, undo } => self.reloaded(*journal, undo, explained),
                Reply::Failed { token, error } => self.failed(token, &error),
            }
        }
    }

    pub(super) fn receive_events(&mut self) {
        if let Some(Follows::Imported { watch, .. }) = self.writing.as_ref().map(|it| &it.follows)
            && let Some(job) = &mut self.model.job
        {
            job.progress = Some(watch.done());
        }
        while let Some(event) = self.job.as_ref().and_then(Job::try_event) {
            match event {
                Event::Progress(done) => {
                    if let Some(job) = &mut self.model.job {
                        job.progress = Some(done);
                    }
                }
                Event::Ended(ended) => {
                    self.job = None;
                    self.ended(ended);
                }
            }
        }
        if let Some(Event::Ended(ended)) = self.schedule_job.as_ref().and_then(Job::try_event) {
            self.schedule_job = None;
            self.exported_by_itself(ended);
        }
        if let Some(Event::Ended(ended)) = self.look_job.as_ref().and_then(Job::try_event) {
            self.look_job = None;
            self.ended(ended);
        }
    }

    fn written(&mut self, token: u64, written: Written) {
        let batch = written.batch_id;
        self.take_over(written.delta, written.undo);
        let Some(writing) = self.writing.take_if(|it| it.token == Some(token)) else {
            return;
        };
        self.model.saving = false;
        match writing.follows {
            Follows::Saved { label, then, draft } => self.saved(&label, then, draft.as_deref(), batch),
            Follows::Checklist => self.show_checklist(),
            Follows::Imported { read, .. } => self.import_done(*read, batch),
            Follows::Quiet | Follows::Undone(_) | Follows::Redone(_) | Follows::Health | Follows::Answer => {}
        }
    }

    fn saved(&mut self, label: &Label, then: Then, draft: Option<&str>, batch: Option<i64>) {
        if let Some(key) = draft {
            self.close_saved_form(key);
        }
        let now_ms = self.model.now.ms;
        match batch {
            Some(_) => {
                let sentence = fl!("notice-done", what = label.words());
                self.model.notices.done(sentence, batch, now_ms);
            }
            None => self.model.notices.info(fl!("notice-unchanged"), now_ms),
        }
        match then {
            Then::Nothing => {}
            Then::OfferChecklist(run) => self.model.offer = Some(run),
        }
    }

    fn reversed(&mut self, written: Written) {
        self.take_over(written.delta, written.undo);
        let sentence = match self.answered().map(|it| it.follows) {
            Some(Follows::Undone(label)) => fl!("notice-undone", what = label.words()),
            Some(Follows::Redone(label)) => fl!("notice-redone", what = label.words()),
            _ => return,
        };
        self.model.notices.done(sentence, None, self.model.now.ms);
    }

    /// The answers to the health questions are on the disk.
    fn health_kept(&mut self) {
        self.model.sheet = None;
        let sentence = if self.model.settings().health.answered {
            fl!("notice-health-kept")
        } else {
            fl!("notice-health-forgotten")
        };
        self.model.notices.done(sentence, None, self.model.now.ms);
    }

    fn import_undone(&mut self, undone: ImportUndone) {
        let batch = undone.written.batch_id;
        self.take_over(undone.written.delta, undone.written.undo);
        self.answered();
        let sentence = words::import_undone(undone.kept.len());
        self.model.kept = undone.kept;
        self.model.notices.done(sentence, batch, self.model.now.ms);
    }

    fn trash_emptied(&mut self, emptied: Emptied) {
        let sentence = words::trash_emptied(emptied.delta.rows.len(), emptied.kept.len());
        self.take_over(emptied.delta, emptied.undo);
        self.answered();
        self.model.notices.done(sentence, None, self.model.now.ms);
    }

    fn reloaded(&mut self, journal: Journal, undo: UndoState, explained: bool) {
        self.model.set_journal(journal);
        self.model.undo = undo;
        self.reads += 1;
        self.journal_changed();
        if !explained {
            self.model.notices.info(fl!("notice-reloaded"), self.model.now.ms);
        }
    }

    fn failed(&mut self, token: Option<u64>, error: &Error) {
        // After these the store reads the journal again, and the sentence says why.
        self.reload_explained = matches!(error, Error::Moved | Error::Disk(_) | Error::Full);
        match self.writing.take_if(|it| it.token == token) {
            Some(writing) => {
                self.model.saving = false;
                if let Follows::Imported { read, .. } = writing.follows {
                    return self.import_failed(read, error);
                }
            }
            // No change of the journal, so it may have been a draft.
            None if self.model.can_write() => self.model.drafts.keys().for_each(|key| self.drafts.failed(key)),
            None => {}
        }
        self.model.notices.problem(error.to_string());
    }

    /// A job is over.
    pub(super) fn ended(&mut self, ended: Ended) {
        let now_ms = self.model.now.ms;
        match ended {
            Ended::Read(read) => self.show_read(read),
            Ended::LookKept => return,
            Ended::LookLost(error) => {
                let lost = fl!("notice-look-lost", what = error.to_string());
                return self.model.notices.problem(lost);
            }
            Ended::Exported { to, whole } => {
                let path = to.display().to_string();
                let done = if whole {
                    fl!("notice-exported", path = path)
                } else {
                    fl!("notice-exported-part", path = path)
                };
                self.model.notices.done(done, None, now_ms);
                self.model.exported = Some(to);
            }
            Ended::LeftOutSaved(saved) => {
                for (path, rows) in saved {
                    let done = fl!("notice-left-out-saved", n = rows, path = path.display().to_string());
                    self.model.notices.info(done, now_ms);
                }
            }
            Ended::ChartSaved(path) => {
                let done = fl!("notice-chart-saved", path = path.display().to_string());
                self.model.notices.done(done, None, now_ms);
            }
            Ended::Copied(copied) => {
                self.model.notices.done(copied.sentence(), None, now_ms);
                self.copied = Some(copied);
            }
            Ended::NoPicture(why) => self.model.notices.problem(why),
            Ended::NotExported(of, error) => self.model.notices.problem_of(of, error.to_string()),
            Ended::Stopped => {
                self.model.notices.info(fl!("notice-stopped"), now_ms);
                self.reading_stopped();
            }
            Ended::Failed(what) => {
                self.model.notices.problem(fl!("notice-job-failed", what = what));
                self.reading_stopped();
            }
        }
        self.model.job = None;
    }

    /// The change on its way was answered, whatever it was.
    fn answered(&mut self) -> Option<Writing> {
        self.model.saving = false;
        self.writing.take()
    }

    fn take_over(&mut self, delta: Delta, undo: UndoState) {
        self.model.undo = undo;
        if delta.rows.is_empty() {
            return;
        }
        let versions = self.model.versions.as_ref().map(|(it, _)| it);
        if let Some(reference) = versions.filter(|it| delta.rows.iter().any(|(touched, _)| touched == *it)) {
            let reference = reference.clone();
            self.store.send(Request::RecordHistory { reference });
        }
        self.model.change_journal(|journal| journal.apply(delta));
        self.journal_changed();
    }

    /// What else depends on the journal.
    fn journal_changed(&mut self) {
        let runs = &self.model.journal.activities;
        self.model.offer = self.model.offer.filter(|run| runs.iter().any(|it| it.meta.id == *run));
        if self.history_asked {
            self.load_history();
        }
    }
}
