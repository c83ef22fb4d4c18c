//! Reading other files in, and writing the journal out as other files: both as jobs.

use std::path::PathBuf;
use std::sync::Arc;

use super::App;
use super::jobs::{Ended, Job, Worker};
use super::model::RunningJob;
use crate::export::{self, Days};
use crate::store::Error;
use crate::{fl, import};

impl App {
    pub(super) fn import(&mut self, paths: Vec<PathBuf>) {
        if !self.model.can_write() {
            return self.model.notices.problem(Error::ReadOnly.to_string());
        }
        let journal = Arc::clone(&self.model.journal);
        let now_ms = self.model.now.ms;
        self.start_job("import", fl!("job-import"), move |worker| {
            let progress = |done| worker.progress(done);
            match import::read(&paths, &journal, now_ms, &progress, worker.stop()) {
                Some(outcome) => Ended::Read(Box::new(outcome)),
                None => Ended::Stopped,
            }
        });
    }

    pub(super) fn export(&mut self, to: PathBuf, force: bool) {
        let journal = Arc::clone(&self.model.journal);
        self.start_job("export", fl!("job-export"), move |worker| {
            let files = export::tables(&journal, Days::ALL);
            worker.progress(0.5);
            if worker.is_stopped() {
                return Ended::Stopped;
            }
            match export::write(&to, &files, force) {
                Ok(()) => Ended::Exported(to),
                Err(error) => Ended::NotExported(error),
            }
        });
    }

    pub(super) fn cancel_job(&mut self) {
        if let Some(job) = &self.job {
            job.stop();
        }
    }

    fn start_job(&mut self, name: &str, label: String, work: impl FnOnce(&Worker) -> Ended + Send + 'static) {
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
