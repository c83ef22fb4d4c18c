//! What happens in each frame before anything is drawn, and when the next has to come by itself.

use super::drafts::KEPT_AFTER_MS;
use super::jobs::{Ended, Job};
use super::look::LookFile;
use super::{App, Command};
use crate::store::Request;

impl App {
    /// Applies `commands`, takes what store and jobs answered, lets go of what is over. Cheap when
    /// nothing happened.
    ///
    /// Commands come first, because whoever wished for them had not seen the answers: a second press of a
    /// save button must find the first one still on its way.
    pub fn logic(&mut self, commands: Vec<Command>) {
        self.model.set_now(self.clock.now_ms());
        self.wishes.extend(commands);
        self.apply_wishes();
        self.receive_replies();
        self.receive_events();
        self.receive_numbers();
        // Those that waited for an answer.
        self.apply_wishes();
        self.keep_dry_run_true();
        self.model.notices.expire(self.model.now.ms);
        let due = self.drafts.take_due(self.model.now.ms);
        self.keep_drafts(due);
        self.remind();
        self.export_by_itself();
        self.keep_look();
        self.order_numbers();
    }

    /// Milliseconds until something happens by itself: a notice goes, a draft is kept, a step opens, a timer
    /// is at its end or its second is full where that can be seen, an export is due, the day changes. Until then nothing has to
    /// be drawn unless somebody does something; a window that is left alone draws once a day.
    pub fn next_wake_ms(&self) -> Option<i64> {
        let now_ms = self.clock.now_ms();
        let moments = [
            self.model.notices.next_expiry_ms(),
            self.drafts.next_ms(),
            // While one is being written, the next goes with the next frame, or at the end.
            self.look_due_ms.filter(|_| self.look_job.is_none()),
            self.timers.next_ms(),
            // The end of one that runs wakes the window by itself.
            self.model.export_due_ms().filter(|_| self.schedule_job.is_none()),
            self.day_ends_ms(),
        ];
        let next_ms = moments.into_iter().flatten().min()?;
        Some((next_ms - now_ms).max(0))
    }

    /// The window came back to the front: another program may have written meanwhile.
    pub fn gained_focus(&mut self) {
        self.store.send(Request::CheckOthers);
    }

    /// Puts everything on the disk that was wished for or typed, and waits for it.
    pub(super) fn finish(&mut self) {
        self.model.set_now(self.clock.now_ms());
        self.apply_wishes();
        while self.writing.is_some() && self.answered.recv().is_ok() {
            self.receive_replies();
            self.apply_wishes();
        }
        let unkept = self.drafts.take_all();
        self.keep_drafts(unkept);
        self.remind();
        if self.reminders.seen_until_ms(&self.model).is_some() {
            self.keep_seen();
        }
        if let Some(ended) = self.schedule_job.take().and_then(Job::end) {
            self.exported_by_itself(ended);
        }
        self.look_due_ms = self.look_due_ms.map(|_| i64::MIN);
        // A running job would keep the older look; it ends before the newer one begins.
        self.look_job = None;
        self.keep_look();
    }

    /// When the journal's day ends, ms UTC.
    fn day_ends_ms(&self) -> Option<i64> {
        let tomorrow = self.model.today().tomorrow().ok()?;
        Some(self.model.day_starts(tomorrow)?.ms)
    }

    /// Sends the text of these forms to the disk.
    fn keep_drafts(&mut self, keys: Vec<String>) {
        for key in keys {
            if let Some(body) = self.model.drafts.get(&key) {
                self.store.send(Request::SaveDraft {
                    body: body.clone(),
                    now_ms: self.model.now.ms,
                    key,
                });
            }
        }
    }

    /// Writes the look file once it is due and the last write of it is over.
    fn keep_look(&mut self) {
        let due = self.look_due_ms.is_some_and(|due| due <= self.model.now.ms);
        let (true, None, Some(path)) = (due, &self.look_job, self.look_path.clone()) else {
            return;
        };
        self.look_due_ms = None;
        let look = self.model.look;
        let looked = self.reminders.seen_until_ms(&self.model);
        let journal = self.model.path.clone();
        let schedule = self.model.scheduled.plan.clone();
        let job = Job::start("look", &self.wake, move |_| {
            // What another window on another journal noted meanwhile stays.
            let mut file = LookFile::read(&path);
            file.look = look;
            file.set_schedule(&journal, schedule);
            if let Some(at_ms) = looked {
                file.note_looked(&journal, at_ms);
            }
            match file.write(&path) {
                Ok(()) => Ended::LookKept,
                Err(error) => Ended::LookLost(error),
            }
        });
        match job {
            Ok(job) => self.look_job = Some(job),
            Err(error) => self.ended(Ended::LookLost(error)),
        }
    }

    /// What was seen until now is kept at once: nobody changes it many times in a row.
    pub(super) fn keep_seen(&mut self) {
        if self.look_path.is_some() {
            self.look_due_ms = Some(self.model.now.ms);
        }
    }

    /// The look changed: it is kept soon, once for many changes in a row.
    pub(super) fn look_changed(&mut self) {
        if self.look_path.is_some() && self.look_due_ms.is_none() {
            self.look_due_ms = Some(self.model.now.ms + KEPT_AFTER_MS);
        }
    }
}
