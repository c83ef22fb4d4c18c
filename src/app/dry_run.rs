//! What files would bring, before any of it is written.
//!
//! Reading is a job, and its answer is shown and not written: the runner looks at it, changes what had to be
//! assumed, and only then wishes for it. What is in it depends on the journal as it is (importing twice
//! changes nothing). So whenever the journal changes, by the runner's hand or another program's, it is read
//! again, and it is written only onto the journal that it was read against.

use std::path::PathBuf;
use std::sync::Arc;

use super::command::PathFor;
use super::jobs::Ended;
use super::model::RunningJob;
use super::writes::Follows;
use super::{App, Command, Place};
use crate::domain::import::{Mapping, words};
use crate::domain::{Batch, ImportOptions, ImportReport, Settings};
use crate::store::{Error, Request, Watch};
use crate::{fl, import};

/// What was read and can be imported, as the screens show it.
#[derive(Clone, Debug)]
pub struct DryRun {
    /// Another one for each reading, so that who derives something from the report knows when to.
    pub reading: u64,
    /// What was read.
    pub paths: Vec<PathBuf>,
    /// What the runner said about it.
    pub options: ImportOptions,
    /// What would become of each file and each of its records.
    pub report: Arc<ImportReport>,
    /// Whether the settings of an export would become the journal's.
    pub has_settings: bool,
    /// Whether what was said of the columns of a table would be remembered.
    pub remembers: bool,
    /// What is being done with it.
    pub stage: Stage,
}

/// What is being done with a dry run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It waits for the runner.
    Shown,
    /// It is being read again.
    Reading,
    /// It is being written.
    Writing,
}

impl DryRun {
    /// How many records would be written: new ones, and known ones that get what they lacked.
    pub fn written(&self) -> usize {
        self.report.imported + self.report.completed()
    }

    /// Whether there is anything to import.
    pub fn brings_something(&self) -> bool {
        self.written() > 0 || self.has_settings
    }
}

/// What came of the last import.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The batch that it was.
    pub batch: i64,
    /// What became of each file.
    pub report: Arc<ImportReport>,
}

/// What was read and is not written yet.
#[derive(Debug)]
pub struct ReadIn {
    batch: Arc<Batch>,
    settings: Option<Settings>,
    mappings: Vec<Mapping>,
    report: Arc<ImportReport>,
    source: Source,
    /// The state of the journal that it was read against.
    revision: u64,
    /// How often the journal had come anew by then.
    reads: u64,
}

/// What is to be read, and how.
#[derive(Clone, Debug)]
pub struct Source {
    paths: Vec<PathBuf>,
    options: ImportOptions,
}

impl App {
    /// Reads `paths` and shows what is in them. What was shown before goes.
    pub(super) fn try_import(&mut self, paths: Vec<PathBuf>) {
        if !self.model.can_write() {
            return self.model.notices.problem(Error::ReadOnly.to_string());
        }
        self.model.notices.settle(PathFor::Import);
        let options = ImportOptions::default();
        if self.read_files(Source { paths, options }) {
            self.dismiss_import();
            self.go(Place::Data);
        }
    }

    /// Reads what is shown again, understood as the runner says.
    pub(super) fn read_as(&mut self, options: ImportOptions) {
        if let Some(read) = &self.read {
            let paths = read.source.paths.clone();
            self.read_files(Source { paths, options });
        }
    }

    /// Whether it began.
    fn read_files(&mut self, source: Source) -> bool {
        let is_again = self.read.as_ref().is_some_and(|it| it.source.paths == source.paths);
        let label = if is_again {
            fl!("job-read-again")
        } else {
            fl!("job-read")
        };
        let journal = Arc::clone(&self.model.journal);
        let (now_ms, revision, reads) = (self.model.now.ms, self.model.revision, self.reads);
        let began = self.start_job("import", label, move |worker| {
            let progress = |done| worker.progress(done);
            let Source { paths, options } = &source;
            let Some(outcome) = import::read(paths, &journal, options, now_ms, &progress, worker.stop()) else {
                return Ended::Stopped;
            };
            Ended::Read(Box::new(ReadIn {
                batch: Arc::new(outcome.batch),
                settings: outcome.settings,
                mappings: outcome.mappings,
                report: Arc::new(outcome.report),
                source,
                revision,
                reads,
            }))
        });
        if began {
            self.set_stage(Stage::Reading);
        }
        began
    }

    /// What was read is shown; where the journal changed meanwhile the next frame reads it again.
    pub(super) fn show_read(&mut self, read: Box<ReadIn>) {
        self.readings += 1;
        self.model.dry_run = Some(DryRun {
            reading: self.readings,
            paths: read.source.paths.clone(),
            options: read.source.options.clone(),
            report: Arc::clone(&read.report),
            has_settings: read.settings.is_some(),
            remembers: !read.mappings.is_empty(),
            stage: Stage::Shown,
        });
        self.read = Some(read);
    }

    /// Reads what is shown again, where the journal is not the one any more that it was read against and
    /// somebody looks at it.
    pub(super) fn keep_dry_run_true(&mut self) {
        let is_free = self.writing.is_none() && self.model.job.is_none() && self.wishes.is_empty();
        if is_free && self.model.place == Place::Data && self.is_read_stale() {
            self.read_again();
        }
    }

    fn is_read_stale(&self) -> bool {
        self.read.as_ref().is_some_and(|it| it.revision != self.model.revision)
    }

    fn read_again(&mut self) {
        if let Some(source) = self.read.as_ref().map(|it| it.source.clone()) {
            self.read_files(source);
        }
    }

    /// Nothing of what was read is wanted.
    pub(super) fn dismiss_import(&mut self) {
        self.read = None;
        self.model.dry_run = None;
    }

    /// Writes what was read, onto the journal that it was read against and no other; nothing goes to the disk
    /// where nothing is new.
    pub(super) fn commit_import(&mut self) {
        if self.is_busy_with_a_job() {
            return;
        }
        if self.is_read_stale() {
            self.say_read_again();
            return self.read_again();
        }
        let Some(read) = self.read.take() else { return };
        if read.batch.changes.is_empty() {
            return self.import_done(*read, None);
        }
        let token = self.next_token();
        let watch = Arc::new(Watch::default());
        let request = Request::WriteOnRead {
            token,
            batch: Arc::clone(&read.batch),
            watch: Arc::clone(&watch),
            reads: read.reads,
            now_ms: self.model.now.ms,
        };
        self.set_stage(Stage::Writing);
        self.model.job = Some(RunningJob {
            label: fl!("job-import"),
            progress: None,
        });
        self.send(request, Some(token), Follows::Imported { read, watch });
    }

    /// What was read is on the disk, as `batch`; or there were no records in it.
    pub(super) fn import_done(&mut self, read: ReadIn, batch: Option<i64>) {
        let now_ms = self.model.now.ms;
        let sentence = words::imported(&read.report);
        if batch.is_some() || read.settings.is_some() {
            self.model.notices.done(sentence, batch, now_ms);
        } else {
            self.model.notices.info(sentence, now_ms);
        }
        self.model.job = None;
        self.dismiss_import();
        let report = read.report;
        self.model.imported = batch.map(|batch| Imported { batch, report });
        let stand = self.model.settings();
        if let Some(mut settings) = import::settings_after(read.settings.as_ref(), &read.mappings, stand) {
            // They may have been answered while the files were read.
            settings.health = stand.health.clone();
            self.wishes.push_front(Command::SetSettings(settings));
        }
    }

    /// What was read could not be written: it is shown as before. Where another program changed the journal, it
    /// is read again as soon as that is here.
    pub(super) fn import_failed(&mut self, read: Box<ReadIn>, error: &Error) {
        self.model.job = None;
        self.read = Some(read);
        self.set_stage(Stage::Shown);
        match error {
            Error::Moved => self.say_read_again(),
            Error::Stopped => self.model.notices.info(error.to_string(), self.model.now.ms),
            error => self.model.notices.problem(error.to_string()),
        }
    }

    fn say_read_again(&mut self) {
        let sentence = fl!("notice-import-read-again");
        self.model.notices.info(sentence, self.model.now.ms);
    }

    /// Reading again was given up. What is shown stays, if it is still true.
    pub(super) fn reading_stopped(&mut self) {
        if self.is_read_stale() {
            self.dismiss_import();
        }
        self.set_stage(Stage::Shown);
    }

    fn set_stage(&mut self, stage: Stage) {
        if let Some(dry_run) = &mut self.model.dry_run {
            dry_run.stage = stage;
        }
    }
}
