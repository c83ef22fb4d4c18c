//! The lines of the command table, which of them belong together, and why one cannot be done now.

use strum::VariantArray;

use super::command::{Action, Command, ExportFile, Form, FormKind, Place, Shortcut, ctrl};
use super::look::{Look, ThemeChoice};
use super::model::{Model, Sheet};
use crate::domain::ExportChoice;
use crate::fl;

/// The steps of the text size, in percent.
pub const TEXT_SIZES: [u16; 5] = [100, 125, 150, 175, 200];

/// What belongs together in menus and lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
pub enum Group {
    /// The places of the rail.
    Places,
    /// What can be recorded.
    Record,
    /// Undo and redo.
    Changes,
    /// What reads or writes other files.
    Files,
    /// What the runner may tell about themself.
    Health,
    /// What helps to find something.
    Help,
    /// How this computer shows and says things.
    Look,
}

impl Group {
    /// Its name.
    pub fn name(self) -> String {
        match self {
            Self::Places => fl!("group-places"),
            Self::Record => fl!("group-record"),
            Self::Changes => fl!("group-changes"),
            Self::Files => fl!("group-files"),
            Self::Health => fl!("group-health"),
            Self::Help => fl!("group-help"),
            Self::Look => fl!("group-look"),
        }
    }
}

impl Action {
    /// Where it belongs.
    pub fn group(&self) -> Group {
        match self.command {
            Command::Go(_) => Group::Places,
            Command::Undo | Command::Redo => Group::Changes,
            Command::PickImport | Command::PickExport { .. } => Group::Files,
            Command::Show(_) => Group::Help,
            Command::SetLook(_) => Group::Look,
            Command::AskHealth => Group::Health,
            _ => Group::Record,
        }
    }

    /// Why it cannot be done now, in a few words; `None` where it can.
    pub fn why_not(&self, model: &Model) -> Option<String> {
        if self.enabled {
            return None;
        }
        Some(match (&self.command, &model.job) {
            (Command::SetLook(_), _) => fl!("not-now-already"),
            (Command::PickImport | Command::PickExport { .. }, Some(job)) => {
                fl!("not-now-busy", what = job.label.to_lowercase())
            }
            _ if !model.can_write() => fl!("not-now-read-only"),
            (Command::Undo, _) => fl!("store-nothing-to-undo"),
            (Command::Redo, _) => fl!("store-nothing-to-redo"),
            _ => fl!("not-now"),
        })
    }
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
pub fn morning_action(model: &Model) -> Action {
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
pub fn quick_action(model: &Model) -> Action {
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

/// The health questions.
pub fn health_action(model: &Model) -> Action {
    Action {
        command: Command::AskHealth,
        label: fl!("health-questions"),
        hint: fl!("health-questions-hint"),
        shortcut: None,
        enabled: model.can_write(),
    }
}

/// What reads or writes other files.
pub fn file_actions(model: &Model) -> Vec<Action> {
    vec![
        Action {
            command: Command::PickImport,
            label: fl!("pick-import"),
            hint: fl!("pick-import-hint"),
            shortcut: Some(ctrl("O")),
            enabled: model.can_write() && model.job.is_none(),
        },
        Action {
            command: Command::PickExport {
                choice: ExportChoice::default(),
                file: ExportFile::default(),
            },
            label: fl!("pick-export"),
            hint: fl!("pick-export-hint"),
            shortcut: Some(ctrl("E")),
            enabled: model.job.is_none(),
        },
    ]
}

/// What helps to find something.
pub fn help_actions() -> Vec<Action> {
    let show = |sheet, label, hint, command, key| Action {
        command: Command::Show(sheet),
        label,
        hint,
        shortcut: Some(Shortcut {
            command,
            shift: false,
            key,
        }),
        enabled: true,
    };
    vec![
        show(Sheet::Finder, fl!("show-finder"), fl!("show-finder-hint"), true, "K"),
        show(
            Sheet::Keys,
            fl!("show-keys"),
            fl!("show-keys-hint"),
            false,
            "Questionmark",
        ),
    ]
}

/// How this computer shows and says things, each as what it would become.
pub fn look_actions(model: &Model) -> Vec<Action> {
    let is = model.look;
    let set = |look: Look, label, hint| Action {
        command: Command::SetLook(look),
        label,
        hint,
        shortcut: None,
        enabled: look != is,
    };
    let theme = |theme, label| set(Look { theme, ..is }, label, fl!("look-theme-hint"));
    let sized = |text_percent, label| set(Look { text_percent, ..is }, label, fl!("look-text-hint"));
    let mut sizes = TEXT_SIZES.into_iter();
    let smaller = sizes.clone().rfind(|it| *it < is.text_percent);
    let larger = sizes.find(|it| *it > is.text_percent);
    let reminded = Look {
        remind: !is.remind,
        ..is
    };
    let heard = Look {
        sounds: !is.sounds,
        ..is
    };
    let (remind, sounds) = (
        if is.remind {
            fl!("look-remind-off")
        } else {
            fl!("look-remind-on")
        },
        if is.sounds {
            fl!("look-sounds-off")
        } else {
            fl!("look-sounds-on")
        },
    );
    vec![
        theme(ThemeChoice::Light, fl!("look-theme-light")),
        theme(ThemeChoice::Dark, fl!("look-theme-dark")),
        theme(ThemeChoice::System, fl!("look-theme-system")),
        sized(larger.unwrap_or(is.text_percent), fl!("look-text-larger")),
        sized(smaller.unwrap_or(is.text_percent), fl!("look-text-smaller")),
        set(reminded, remind, fl!("settings-remind-note")),
        set(heard, sounds, fl!("settings-sounds-note")),
    ]
}
