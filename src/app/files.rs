//! Writing the journal out as other files, and what else is written beside it: as jobs.

use std::path::PathBuf;
use std::sync::Arc;

use super::jobs::{Ended, Job, Worker};
use super::model::RunningJob;
use super::writes::Follows;
use super::{App, Place};
use crate::domain::ExportChoice;
use crate::{export, fl};

/// What the window's dialog lets an export become.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ExportFile {
    /// One archive with all files.
    #[default]
    Zip,
    /// A new folder with them.
    Folder,
    /// One table: the daily one, or the one kind that was chosen.
    Table,
}

/// What a path is for: one that a dialog of the desktop names, or that is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathFor {
    /// Files to import.
    Import,
    /// An export.
    Export,
    /// The rows that an import leaves out.
    LeftOut,
    /// Exports that happen by themselves.
    Schedule,
    /// A chart.
    Chart,
}

impl App {
    /// The desktop opened no dialog to name a path `of`: it is typed instead, where it can be.
    pub(super) fn no_dialog(&mut self, of: PathFor) {
        let sentence = match of {
            PathFor::Import => fl!("notice-no-dialog-import"),
            PathFor::Chart => fl!("notice-no-dialog-chart"),
            PathFor::Export | PathFor::LeftOut | PathFor::Schedule => fl!("notice-no-dialog"),
        };
        self.model.notices.problem_of(of, sentence);
        if of != PathFor::Chart {
            self.go(Place::Data);
            self.model.path_asked = (self.model.path_asked.0 + 1, Some(of));
        }
    }

    pub(super) fn export(&mut self, to: PathBuf, choice: ExportChoice, force: bool) {
        self.model.notices.settle(PathFor::Export);
        let choice = match export::fitted(choice, &to) {
            Ok(choice) => choice,
            Err(error) => return self.model.notices.problem_of(PathFor::Export, error.to_string()),
        };
        let whole = choice.is_everything();
        let journal = Arc::clone(&self.model.journal);
        self.start_job("export", fl!("job-export"), move |worker| {
            let files = export::tables(&journal, choice);
            worker.progress(0.5);
            if worker.is_stopped() {
                return Ended::Stopped;
            }
            match export::write(&to, &files, force) {
                Ok(()) => Ended::Exported { to, whole },
                Err(error) => Ended::NotExported(PathFor::Export, error),
            }
        });
    }

    /// Saves the rows that an import left out: of the one that is shown, else of the last one made.
    pub(super) fn save_left_out(&mut self, to: PathBuf, force: bool) {
        let shown = self.model.dry_run.as_ref().map(|it| &it.report);
        let Some(report) = shown.or(self.model.imported.as_ref().map(|it| &it.report)) else {
            return;
        };
        let report = Arc::clone(report);
        self.model.notices.settle(PathFor::LeftOut);
        self.start_job("left out", fl!("job-left-out"), move |_| {
            match export::write_left_out(&to, &report, force) {
                Ok(saved) => Ended::LeftOutSaved(saved),
                Err(error) => Ended::NotExported(PathFor::LeftOut, error),
            }
        });
    }

    pub(super) fn cancel_job(&mut self) {
        if let Some(job) = &self.job {
            job.stop();
        } else if let Some(Follows::Imported { watch, .. }) = self.writing.as_ref().map(|it| &it.follows) {
            watch.stop();
        }
    }

    /// Whether a job runs; then it is said to wait for it.
    pub(super) fn is_busy_with_a_job(&mut self) -> bool {
        let Some(running) = &self.model.job else {
            return false;
        };
        let busy = fl!("job-busy", what = running.label.as_str());
        self.model.notices.info(busy, self.model.now.ms);
        true
    }

    /// Starts a job, unless one runs; whether it began.
    pub(super) fn start_job(
        &mut self,
        name: &str,
        label: String,
        work: impl FnOnce(&Worker) -> Ended + Send + 'static,
    ) -> bool {
        if self.is_busy_with_a_job() {
            return false;
        }
        match Job::start(name, &self.wake, work) {
            Ok(job) => {
                self.job = Some(job);
                self.model.job = Some(RunningJob { label, progress: None });
                true
            }
            Err(error) => {
                self.ended(Ended::Failed(error.to_string()));
                false
            }
        }
    }
}
