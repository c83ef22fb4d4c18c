//! Everything a person can wish for, as one enum.
//!
//! A screen reads the model and emits commands; [`super::App::apply`](super::App) is the one place where
//! a wish becomes a change. Commands that need no further words (go somewhere, record something, undo)
//! also stand in one table, [`actions`], with their label, hint and shortcut: the rail, the menus and the
//! keyboard all read it, so that they cannot disagree.

use std::path::PathBuf;

use jiff::civil::Date;

pub use super::files::{ExportFile, PathFor};
use super::look::Look;
use super::model::{Model, Sheet};
use super::numbers::Closer;
pub use super::pictures::ChartFile;
pub use super::schedule::Every;
use super::table::{file_actions, health_action, help_actions, look_actions, morning_action, quick_action};
pub use super::table::{place_actions, record_actions, undo_actions};
use crate::charts::Request;
pub use crate::domain::protocol::{Dose, StepAct};
use crate::domain::{Batch, ExportChoice, Health, Id, ImportOptions, RecordKind, RecordRef, Settings};
use crate::fl;

/// The places of the rail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the words say it")]
pub enum Place {
    #[default]
    Today,
    Checklist,
    Journal,
    Trends,
    Insights,
    Data,
    Settings,
}

impl Place {
    /// Its name on the rail.
    pub fn name(self) -> String {
        match self {
            Self::Today => fl!("place-today"),
            Self::Checklist => fl!("place-checklist"),
            Self::Journal => fl!("place-journal"),
            Self::Trends => fl!("place-trends"),
            Self::Insights => fl!("place-insights"),
            Self::Data => fl!("place-data"),
            Self::Settings => fl!("place-settings"),
        }
    }
}

/// What a form records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the words say it")]
pub enum FormKind {
    Run,
    Night,
    Soreness,
    Intake,
    Practice,
    CheckIn,
}

impl FormKind {
    /// A word for keys and ids.
    pub fn word(self) -> &'static str {
        match self {
            Self::Run => "run",
            Self::Night => "night",
            Self::Soreness => "soreness",
            Self::Intake => "intake",
            Self::Practice => "practice",
            Self::CheckIn => "check_in",
        }
    }
}

/// A form that is open over a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Form {
    /// What it records.
    pub kind: FormKind,
    /// The record being changed; `None` for a new one.
    pub edit: Option<Id>,
    /// The journal day a new record starts with.
    pub day: Date,
    /// The run a new record belongs to.
    pub run: Option<Id>,
}

impl Form {
    /// A form for a new record of `day`.
    pub fn new(kind: FormKind, day: Date) -> Self {
        Self {
            kind,
            edit: None,
            day,
            run: None,
        }
    }

    /// The key of its draft: what was typed into it outlives the program.
    pub fn draft_key(&self) -> String {
        match self.edit {
            Some(id) => format!("{}/{id}", self.kind.word()),
            None => format!("{}/new", self.kind.word()),
        }
    }
}

/// What follows once a batch is on disk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Then {
    /// A notice that it is saved, with undo.
    #[default]
    Nothing,
    /// The checklist is offered for this run.
    OfferChecklist(Id),
}

/// A wish.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Show a place.
    Go(Place),
    /// Show a day in the journal.
    OpenDay(Date),
    /// Show the morning check on Today, with the keyboard in it.
    MorningCheck,
    /// Show the line on Today in which anything can be typed.
    QuickEntry,
    /// Open a form.
    Open(Form),
    /// Show the finder or the keys over everything else.
    Show(Sheet),
    /// Put away whatever sheet lies over the place.
    HideSheet,
    /// Close the open form and forget its draft.
    CloseForm,
    /// Close the open form; its draft stays.
    HideForm,
    /// Write a batch. The open form, if this is its batch, closes when it is on disk.
    Save {
        /// What to write.
        batch: Batch,
        /// What follows.
        then: Then,
        /// The draft that it makes superfluous.
        draft: Option<String>,
    },
    /// Move a record to the trash.
    Delete(RecordRef),
    /// Take a record back from the trash.
    Restore(RecordRef),
    /// Delete for good what is in the trash.
    EmptyTrash,
    /// Take back the latest batch.
    Undo,
    /// Do again what was taken back.
    Redo,
    /// Read the lines of the history.
    LoadHistory,
    /// Read the earlier states of one record.
    LoadVersions(RecordRef),
    /// Keep what is typed into a form (JSON) within a second.
    KeepDraft {
        /// The form's key.
        key: String,
        /// Its text, as JSON.
        body: String,
    },
    /// Forget what was typed into a form.
    DropDraft(String),
    /// Begin the checklist after a run.
    StartChecklist(Id),
    /// Put a checklist away.
    CloseChecklist(Id),
    /// Say whether the next run is within a day.
    PlanNextRun {
        /// The checklist of the run before it.
        checklist: Id,
        /// Whether it is.
        soon: bool,
    },
    /// Do something with a step.
    Step {
        /// The checklist.
        checklist: Id,
        /// The step's id in the protocol.
        step: String,
        /// What to do.
        act: StepAct,
    },
    /// Put away what went by while nobody was there; it is not shown again.
    CloseMissed,
    /// Put away the reminders that the desktop did not take.
    CloseReminders,
    /// Do not offer a checklist after this run.
    DeclineChecklist,
    /// The desktop opened no dialog to name this path: say so, and put the keyboard where it is typed.
    NoDialog(PathFor),
    /// Ask the desktop for files to import. The window does, and wishes for [`Command::TryImport`] then; the
    /// app has nothing to do with it.
    PickImport,
    /// Read these files and folders, and show what importing them would bring.
    TryImport(Vec<PathBuf>),
    /// Read what is shown again, understood as this says.
    ReadAs(ImportOptions),
    /// Import what is shown.
    CommitImport,
    /// Import nothing of what is shown.
    DismissImport,
    /// Ask the desktop where to save the rows that an import leaves out. The window does, and wishes for
    /// [`Command::SaveLeftOut`] then.
    PickLeftOut,
    /// Save the rows that an import leaves out to this file.
    SaveLeftOut {
        /// A CSV file.
        to: PathBuf,
        /// Write over what is there.
        force: bool,
    },
    /// Undo an import, whenever it was.
    UndoImport(i64),
    /// Put away the list of what stayed when an import was undone.
    CloseKept,
    /// Ask the desktop where to export to. The window does, and wishes for [`Command::Export`] then; the app
    /// has nothing to do with it.
    PickExport {
        /// What of the journal, and how it is written.
        choice: ExportChoice,
        /// As what.
        file: ExportFile,
    },
    /// Export to this folder or file.
    Export {
        /// A folder, or FILE.zip, or FILE.csv.
        to: PathBuf,
        /// What of the journal, and how it is written.
        choice: ExportChoice,
        /// Write over what is there.
        force: bool,
    },
    /// Ask the desktop for the folder of exports by themselves. The window does, and wishes for
    /// [`Command::SetSchedule`] then.
    PickScheduleFolder(Every),
    /// Export by itself so often, into this folder.
    SetSchedule {
        /// How often.
        every: Every,
        /// Into which folder; nothing happens without one.
        folder: Option<PathBuf>,
    },
    /// These charts are shown now: have them made, and again whenever the journal changes.
    Charts(Vec<Request>),
    /// The findings are shown now: have them made, and again whenever the journal changes.
    Findings,
    /// These findings are looked at closer now: have made what is seen there.
    LookCloser(Vec<Closer>),
    /// Put the picture of a chart on the clipboard.
    CopyChart(Request),
    /// Put the rows of a chart on the clipboard.
    CopyRows(Request),
    /// Put the rows of these records on the clipboard.
    CopyRecords(Vec<(RecordKind, Id)>),
    /// Ask the desktop where to save a chart. The window does, and wishes for [`Command::SaveChart`] then.
    PickChart {
        /// Which.
        request: Request,
        /// As what.
        file: ChartFile,
    },
    /// Save a chart to this file, over whatever is there.
    SaveChart {
        /// Which.
        request: Request,
        /// As what.
        file: ChartFile,
        /// Where to.
        to: PathBuf,
    },
    /// Stop the running job.
    CancelJob,
    /// Ask the health questions.
    AskHealth,
    /// Keep these answers; the default forgets them.
    Health(Health),
    /// Change what the data means.
    SetSettings(Settings),
    /// Change how this computer shows it.
    SetLook(Look),
    /// Take a notice away.
    DismissNotice(u64),
}

/// The wishes of one frame.
#[derive(Debug, Default)]
pub struct Commands(Vec<Command>);

impl Commands {
    /// Wishes for `command`.
    pub fn emit(&mut self, command: Command) {
        self.0.push(command);
    }

    /// Whether nothing was wished for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The wishes so far, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Command> {
        self.0.iter()
    }

    /// All wishes so far, in order, and none left.
    pub fn take(&mut self) -> Vec<Command> {
        std::mem::take(&mut self.0)
    }
}

/// A key with Ctrl (Cmd on a Mac), or alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    /// With Ctrl or Cmd.
    pub command: bool,
    /// With Shift.
    pub shift: bool,
    /// The key's name as egui spells it: `Z`, `1`, `Comma`.
    pub key: &'static str,
}

pub(super) const fn ctrl(key: &'static str) -> Shortcut {
    Shortcut {
        command: true,
        shift: false,
        key,
    }
}

/// One line of the command table.
#[derive(Clone, Debug)]
pub struct Action {
    /// What it does.
    pub command: Command,
    /// Its words on a button or in a menu.
    pub label: String,
    /// One sentence more.
    pub hint: String,
    /// Its key.
    pub shortcut: Option<Shortcut>,
    /// Whether it can be done now.
    pub enabled: bool,
}

/// The command table: places, things to record, undo and redo, files, questions, help, how it looks and sounds.
pub fn actions(model: &Model) -> Vec<Action> {
    let mut table = place_actions();
    table.push(morning_action(model));
    table.extend(record_actions(model));
    table.push(quick_action(model));
    table.extend(undo_actions(model));
    table.extend(file_actions(model));
    table.push(health_action(model));
    table.extend(help_actions());
    table.extend(look_actions(model));
    table
}
