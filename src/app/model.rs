//! What the screens may read.
//!
//! The model is the journal in memory, what was derived from it, and where the person is in the program.
//! Screens get it by reference and never query anything else. It changes in [`super::App`] alone, and
//! its `revision` rises whenever the journal does, so that whoever derives something knows when to.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use super::command::{Form, PathFor, Place};
use super::dry_run::{DryRun, Imported};
use super::look::Look;
use super::notices::Notices;
use super::numbers::Numbers;
use super::presence::{self, Presence};
use super::remind::Untold;
use super::reminders::Missed;
use super::schedule::Scheduled;
use crate::analysis::DailyTable;
use crate::domain::{HistoryEntry, Id, Journal, RecordRef, RecordVersion, Settings, Stamp, UndoState};

/// A job that runs beside the window.
#[derive(Clone, Debug, PartialEq)]
pub struct RunningJob {
    /// What it does, in words.
    pub label: String,
    /// How far it is, 0 to 1, where that is known.
    pub progress: Option<f32>,
}

/// Something that lies over the place and records nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// The health questions.
    Health,
    /// The finder of commands and days.
    Finder,
    /// The list of all keys.
    Keys,
}

/// What the screens may read.
#[derive(Clone, Debug)]
pub struct Model {
    /// Every record.
    pub journal: Arc<Journal>,
    /// Rises with every change of the journal.
    pub revision: u64,
    /// Where the person is.
    pub place: Place,
    /// The form that is open over it.
    pub form: Option<Form>,
    /// Whether a batch is on its way to the disk.
    pub saving: bool,
    /// The day the Journal screen shows first, once asked for.
    pub day_shown: Option<Date>,
    /// How often the morning check was asked for: it gets the keyboard then.
    pub morning_asked: u64,
    /// How often the line on Today was asked for: it gets the keyboard then.
    pub quick_asked: u64,
    /// How often a path is to be typed because no dialog could be opened, and what the last one is for: its
    /// field gets the keyboard then.
    pub path_asked: (u64, Option<PathFor>),
    /// The run after which a checklist is offered.
    pub offer: Option<Id>,
    /// The sheet that lies over the place.
    pub sheet: Option<Sheet>,
    /// Now, by the clock of the journal's zone.
    pub now: Stamp,
    /// What undo and redo would do.
    pub undo: UndoState,
    /// The lines of the history, newest first, once asked for.
    pub history: Vec<HistoryEntry>,
    /// The earlier states of the record they were asked for.
    pub versions: Option<(RecordRef, Vec<RecordVersion>)>,
    /// What was typed into forms and not saved, as JSON by form key.
    pub drafts: BTreeMap<String, String>,
    /// What there is to say.
    pub notices: Notices,
    /// Reminders that the desktop did not take, until they are put away.
    pub untold: Vec<Untold>,
    /// Steps that went by while nobody was there, until that is answered or put away.
    pub missed: Vec<Missed>,
    /// Whether somebody is at the window.
    pub presence: Presence,
    /// The job that runs.
    pub job: Option<RunningJob>,
    /// What was read and can be imported.
    pub dry_run: Option<DryRun>,
    /// What came of the last import.
    pub imported: Option<Imported>,
    /// The records that stayed when an import was undone, until they are put away.
    pub kept: Vec<RecordRef>,
    /// Where the last export went.
    pub exported: Option<PathBuf>,
    /// What is exported by itself, and how that goes.
    pub scheduled: Scheduled,
    /// How this computer shows it.
    pub look: Look,
    /// Where the journal file is.
    pub path: PathBuf,
    /// The journal's own id, which its copies keep.
    pub journal_id: String,
    /// IANA name of the computer's zone, where it is known.
    pub computer_zone: Option<String>,
    /// Whether the file can only be read.
    pub read_only: bool,
    /// Whether this is the sample journal.
    pub sample: bool,
    /// What was made of the journal: the daily table, charts, findings.
    pub numbers: Numbers,
    zone: TimeZone,
}

impl Model {
    /// The model of a journal just opened at `path`, at `now_ms`.
    pub fn new(journal: Journal, path: PathBuf, now_ms: i64) -> Self {
        let zone = journal.settings.time_zone();
        Self {
            now: Stamp::in_zone(now_ms, &zone),
            journal: Arc::new(journal),
            revision: 1,
            place: Place::default(),
            form: None,
            saving: false,
            day_shown: None,
            morning_asked: 0,
            quick_asked: 0,
            path_asked: (0, None),
            offer: None,
            sheet: None,
            undo: UndoState::default(),
            history: Vec::new(),
            versions: None,
            drafts: BTreeMap::new(),
            notices: Notices::default(),
            untold: Vec::new(),
            missed: Vec::new(),
            presence: Presence::at(now_ms),
            job: None,
            dry_run: None,
            imported: None,
            kept: Vec::new(),
            exported: None,
            scheduled: Scheduled::default(),
            look: Look::default(),
            path,
            journal_id: String::new(),
            computer_zone: None,
            read_only: false,
            sample: false,
            numbers: Numbers::default(),
            zone,
        }
    }

    /// The journal's settings.
    pub fn settings(&self) -> &Settings {
        &self.journal.settings
    }

    /// The journal's zone.
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// The journal day it is.
    pub fn today(&self) -> Date {
        self.day_of(self.now)
    }

    /// The journal day of `at`.
    pub fn day_of(&self, at: Stamp) -> Date {
        self.journal.settings.day_rule.day_of(at)
    }

    /// When a journal day begins.
    pub fn day_starts(&self, day: Date) -> Option<Stamp> {
        let rule = self.journal.settings.day_rule;
        let start = Time::midnight() + jiff::Span::new().minutes(rule.start_min);
        rule.at(day, start, &self.zone)
    }

    /// The journal day by day, as it was last made: empty at first, and a moment old after a change.
    pub fn daily(&self) -> &Arc<DailyTable> {
        self.numbers.daily()
    }

    /// Whether somebody seems to look at the window.
    pub fn is_looking(&self) -> bool {
        self.presence.is_looking(self.now.ms)
    }

    /// The minutes to tell until `until`, while somebody looks and it is near; `None` where the clock time
    /// alone is told, which stays true without being drawn again.
    pub fn countdown(&self, until: Stamp) -> Option<i64> {
        presence::countdown(until, self.now.ms).filter(|_| self.is_looking())
    }

    /// Whether something lies over the place: a form, an offer, a sheet, what was missed.
    pub fn is_covered(&self) -> bool {
        self.form.is_some() || self.offer.is_some() || self.sheet.is_some() || !self.missed.is_empty()
    }

    /// Whether records can be written.
    pub fn can_write(&self) -> bool {
        !self.read_only
    }

    /// Replaces the journal, and what depends on it.
    pub fn set_journal(&mut self, journal: Journal) {
        self.zone = journal.settings.time_zone();
        self.now = Stamp::in_zone(self.now.ms, &self.zone);
        self.journal = Arc::new(journal);
        self.revision += 1;
    }

    /// Replaces the settings, and what depends on them.
    pub fn set_settings(&mut self, settings: Settings) {
        self.zone = settings.time_zone();
        self.now = Stamp::in_zone(self.now.ms, &self.zone);
        self.change_journal(|journal| {
            journal.settings = settings;
            // The order of practices hangs on the day rule.
            journal.sort();
        });
    }

    /// Changes the journal in place.
    pub fn change_journal(&mut self, change: impl FnOnce(&mut Journal)) {
        change(Arc::make_mut(&mut self.journal));
        self.revision += 1;
    }

    /// Tells it the time.
    pub fn set_now(&mut self, now_ms: i64) {
        self.now = Stamp::in_zone(now_ms, &self.zone);
    }
}
