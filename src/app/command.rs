//! Everything a person can wish for, as one enum.
//!
//! A screen reads the model and emits commands; [`super::App::apply`](super::App) is the one place where
//! a wish becomes a change. Commands that need no further words (go somewhere, record something, undo)
//! also stand in one table, [`actions`], with their label, hint and shortcut: the rail, the menus and the
//! keyboard all read it, so that they cannot disagree.

use std::path::PathBuf;

use jiff::civil::Date;

use super::look::Look;
use super::model::{Model, Sheet};
use super::numbers::Closer;
pub use super::pictures::ChartFile;
use super::table::{file_actions, health_action, help_actions, look_actions};
use crate::charts::Request;
pub use crate::domain::protocol::{Dose, StepAct};
use crate::domain::{Batch, Health, Id, ImportOptions, RecordRef, Settings};
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
    PickExport,
    /// Export everything to this folder or file.
    Export {
        /// A folder, or FILE.zip, or FILE.csv.
        to: PathBuf,
        /// Write over what is there.
        force: bool,
    },
    /// These charts are shown now: have them made, and again whenever the journal changes.
    Charts(Vec<Request>),
    /// The findings are shown now: have them made, and again whenever the journal changes.
    Findings,
    /// These findings are looked at closer now: have made what is seen there.
    LookCloser(Vec<Closer>),
    /// Put the picture of a chart on the clipboard.
    CopyChart(Request),
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

/// The places, in the order of the rail.
pub fn place_actions() -> Vec<Action> {
    let go = |place: Place, hint, key| Action {
        command: Command::Go(place),
        label: place.name(),
        hint,
        shortcut: Some(ctrl(key)),
        enabled: true,
    };
    vec![
        go(Place::Today, fl!("place-today-hint"), "1"),
        go(Place::Checklist, fl!("place-checklist-hint"), "2"),
        go(Place::Journal, fl!("place-journal-hint"), "3"),
        go(Place::Trends, fl!("place-trends-hint"), "4"),
        go(Place::Insights, fl!("place-insights-hint"), "5"),
        go(Place::Data, fl!("place-data-hint"), "6"),
        go(Place::Settings, fl!("place-settings-hint"), "Comma"),
    ]
}

/// The morning check.
fn morning_action(model: &Model) -> Action {
    Action {
        command: Command::MorningCheck,
        label: fl!("morning-title"),
        hint: fl!("morning-hint"),
        shortcut: Some(ctrl("M")),
        enabled: model.can_write(),
    }
}

/// What can be recorded, for the model's day.
pub fn record_actions(model: &Model) -> Vec<Action> {
    let open = |kind, label, hint, key| Action {
        command: Command::Open(Form::new(kind, model.today())),
        label,
        hint,
        shortcut: Some(ctrl(key)),
        enabled: model.can_write(),
    };
    vec![
        open(FormKind::Run, fl!("record-run"), fl!("record-run-hint"), "R"),
        open(FormKind::Night, fl!("record-night"), fl!("record-night-hint"), "N"),
        open(
            FormKind::Soreness,
            fl!("record-soreness"),
            fl!("record-soreness-hint"),
            "S",
        ),
        open(
            FormKind::Intake,
            fl!("record-supplement"),
            fl!("record-supplement-hint"),
            "P",
        ),
        open(FormKind::Practice, fl!("record-habit"), fl!("record-habit-hint"), "H"),
    ]
}

/// The line in which anything can be typed.
fn quick_action(model: &Model) -> Action {
    Action {
        command: Command::QuickEntry,
        label: fl!("quick-name"),
        hint: fl!("quick-name-hint"),
        shortcut: Some(ctrl("L")),
        enabled: model.can_write(),
    }
}

/// Undo and redo, with the name of what they would take back.
pub fn undo_actions(model: &Model) -> Vec<Action> {
    let undo = model.undo.undo.as_ref().map(|(_, label)| label.words());
    let redo = model.undo.redo.as_ref().map(|(_, label)| label.words());
    vec![
        Action {
            command: Command::Undo,
            enabled: undo.is_some() && model.can_write(),
            label: undo.map_or_else(|| fl!("undo"), |what| fl!("undo-named", what = what)),
            hint: fl!("undo-hint"),
            shortcut: Some(ctrl("Z")),
        },
        Action {
            command: Command::Redo,
            enabled: redo.is_some() && model.can_write(),
            label: redo.map_or_else(|| fl!("redo"), |what| fl!("redo-named", what = what)),
            hint: fl!("redo-hint"),
            shortcut: Some(Shortcut {
                command: true,
                shift: true,
                key: "Z",
            }),
        },
    ]
}
