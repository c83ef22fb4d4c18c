//! Reading other files in, and writing the journal out as other files: both as jobs.

use std::path::PathBuf;
use std::sync::Arc;

use super::App;
use super::jobs::{Ended, Job, Worker};
use super::model::RunningJob;
use crate::domain::{ExportChoice, ImportOptions};
use crate::store::Error;
use crate::{export, fl, import};

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

/// What an import read, and from what.
#[derive(Debug)]
pub struct ReadIn {
    /// What is new in it depends on the journal as it was.
    pub outcome: import::Outcome,
    /// What was read.
    pub paths: Vec<PathBuf>,
    /// How often the journal had come anew when it was read.
    pub reads: u64,
}

impl App {
    pub(super) fn import(&mut self, paths: Vec<PathBuf>) {
        if !self.model.can_write() {
            return self.model.notices.problem(Error::ReadOnly.to_string());
        }
        let journal = Arc::clone(&self.model.journal);
        let (now_ms, reads) = (self.model.now.ms, self.reads);
        self.start_job("import", fl!("job-import"), move |worker| {
            let progress = |done| worker.progress(done);
            match import::read(
                &paths,
                &journal,
                &ImportOptions::default(),
                now_ms,
                &progress,
                worker.stop(),
            ) {
                Some(outcome) => Ended::Read(Box::new(ReadIn { outcome, paths, reads })),
                None => Ended::Stopped,
            }
        });
    }

    /// Imports again what could not be written, because another program changed the journal it was read
    /// against: at once where the new journal is there, else when it comes.
    pub(super) fn import_again(&mut self, read: ReadIn) {
        if self.reads == read.reads {
            self.to_import = Some(read.paths);
        } else {
            self.model.job = None;
            self.import(read.paths);
        }
    }

    pub(super) fn export(&mut self, to: PathBuf, choice: ExportChoice, force: bool) {
        let choice = match export::fitted(choice, &to) {
            Ok(choice) => choice,
            Err(error) => return self.model.notices.problem(error.to_string()),
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
                Err(error) => Ended::NotExported(error),
            }
        });
    }

    pub(super) fn cancel_job(&mut self) {
        if let Some(job) = &self.job {
            job.stop();
        } else if self.to_import.take().is_some() {
            self.ended(Ended::Stopped);
        }
    }

    pub(super) fn start_job(
        &mut self,
        name: &str,
        label: String,
        work: impl FnOnce(&Worker) -> Ended + Send + 'static,
    ) {
        if let Some(running) = &self.model.job {
            let busy = fl!("job-busy", what = running.label.as_str());
            return self.model.notices.info(busy, self.model.now.ms);
        }
        match Job::start(name, &self.wake, work) {
            Ok(job) => {
                self.job = Some(job);
                self.model.job = Some(RunningJob { label, progress: None });
            }
            Err(error) => self.ended(Ended::Failed(error.to_string())),
        }
    }
}
