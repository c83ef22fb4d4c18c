//! Exports that happen by themselves: every day or every week, into a folder that the runner chose.
//!
//! One is due at the start of the first journal day that it is for, so that it holds the day before as a
//! whole; where the program was closed then, when it is opened next. It writes one new archive and touches
//! nothing else in the folder. Where that does not work it says so once, and tries again an hour later or
//! at the next opening. Plan and last time belong to this computer and this journal, and live in the look
//! file. Nothing ticks for it: [`Model::export_due_ms`] is one more moment that the window wakes for.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::ToSpan as _;
use serde::{Deserialize, Serialize};

use super::command::PathFor;
use super::jobs::{Ended, Job, Worker};
use super::{App, Model};
use crate::domain::{ExportChoice, Journal, Stamp};
use crate::{export, fl};

/// After so long what did not work is tried again.
const AGAIN_AFTER_MS: i64 = 3_600_000;

/// So many archives of one day get a name of their own.
const MOST_NUMBERED: u32 = 99;

/// How often.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum Every {
    #[default]
    Never,
    Day,
    Week,
}

/// What is to happen by itself, and what did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Schedule {
    /// How often.
    pub every: Every,
    /// Into which folder.
    pub folder: Option<PathBuf>,
    /// When it last worked, ms UTC.
    pub last_ms: Option<i64>,
    /// Which archive it wrote then.
    pub last_to: Option<PathBuf>,
}

/// A schedule, and how it goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scheduled {
    /// What is kept of it.
    pub plan: Schedule,
    /// Why the last try did not work, in words.
    pub failed: Option<String>,
    /// Not before this it is tried again, ms UTC.
    again_ms: Option<i64>,
}

impl Model {
    /// When the next export by itself is due, ms UTC; a time that is over means now.
    pub fn export_due_ms(&self) -> Option<i64> {
        let Scheduled { plan, again_ms, .. } = &self.scheduled;
        let days = match plan.every {
            Every::Never => return None,
            Every::Day => 1,
            Every::Week => 7,
        };
        plan.folder.as_ref()?;
        // A last time that is still to come was told by a clock that was wrong.
        let last = plan.last_ms.filter(|it| *it <= self.now.ms);
        let due = last.and_then(|ms| {
            let day = self.day_of(Stamp::in_zone(ms, self.zone()));
            self.day_starts(day.saturating_add(days.days()))
        });
        let due_ms = due.map_or(self.now.ms, |it| it.ms);
        Some(again_ms.map_or(due_ms, |again| due_ms.max(again)))
    }
}

impl App {
    /// Takes over what the runner wants. Another folder is tried at once.
    pub(super) fn set_schedule(&mut self, every: Every, folder: Option<PathBuf>) {
        let plan = &self.model.scheduled.plan;
        if (plan.every, &plan.folder) == (every, &folder) {
            return;
        }
        let is_same = plan.folder == folder;
        let known = Some(plan.clone()).filter(|_| is_same).unwrap_or_default();
        let plan = Schedule { every, folder, ..known };
        self.model.notices.settle(PathFor::Schedule);
        self.model.scheduled = Scheduled {
            plan,
            ..Scheduled::default()
        };
        self.look_changed();
    }

    /// Begins an export that is due.
    pub(super) fn export_by_itself(&mut self) {
        let due = self.model.export_due_ms().is_some_and(|due| due <= self.model.now.ms);
        let (true, None, Some(folder)) = (due, &self.schedule_job, &self.model.scheduled.plan.folder) else {
            return;
        };
        let (journal, folder) = (Arc::clone(&self.model.journal), folder.clone());
        let day = self.model.today();
        let job = Job::start("scheduled export", &self.wake, move |worker| {
            write_archive(&journal, &folder, &format!("afterrun-export-{day}"), worker)
        });
        match job {
            Ok(job) => self.schedule_job = Some(job),
            Err(error) => self.exported_by_itself(Ended::Failed(error.to_string())),
        }
    }

    /// What came of it.
    pub(super) fn exported_by_itself(&mut self, ended: Ended) {
        let now_ms = self.model.now.ms;
        let scheduled = &mut self.model.scheduled;
        let why = match ended {
            Ended::Exported { to, .. } => {
                if to.parent() != scheduled.plan.folder.as_deref() {
                    // Another folder was chosen meanwhile, and has none yet.
                    return;
                }
                scheduled.plan.last_ms = Some(now_ms);
                scheduled.plan.last_to = Some(to);
                (scheduled.failed, scheduled.again_ms) = (None, None);
                return self.look_changed();
            }
            Ended::NotExported(_, error) => error.to_string(),
            Ended::Failed(what) => fl!("notice-job-failed", what = what),
            // The program ends, or the plan is another one; nothing was written.
            _ => return,
        };
        let was_told = scheduled.failed.is_some();
        scheduled.again_ms = Some(now_ms + AGAIN_AFTER_MS);
        scheduled.failed = Some(why.clone());
        if !was_told {
            self.model.notices.problem(fl!("notice-schedule-failed", why = why));
        }
    }
}

/// Writes all of the journal into a new archive called `name`, or with a number behind it where that is taken.
fn write_archive(journal: &Journal, folder: &Path, name: &str, worker: &Worker) -> Ended {
    let files = export::tables(journal, ExportChoice::default());
    if worker.is_stopped() {
        return Ended::Stopped;
    }
    let bytes = export::zipped(&files);
    let numbered = (2..=MOST_NUMBERED).map(|n| format!("{name}-{n}.zip"));
    let names = std::iter::once(format!("{name}.zip")).chain(numbered);
    let mut ended = Ended::Stopped;
    for to in names.map(|it| folder.join(it)) {
        if worker.is_stopped() {
            return Ended::Stopped;
        }
        ended = match export::write_file(&to, &bytes, false) {
            Ok(()) => Ended::Exported { to, whole: true },
            Err(error) => Ended::NotExported(PathFor::Schedule, error),
        };
        if !matches!(
            ended,
            Ended::NotExported(_, export::Error::Exists(_) | export::Error::IsFolder(_))
        ) {
            break;
        }
    }
    ended
}
