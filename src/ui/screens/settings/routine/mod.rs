//! The card "Your checklist": the runner's own version of it, for every run or for one kind of run.
//!
//! What is changed here is a draft that outlives the program, until it is saved as one batch or discarded.
//! It counts for the checklists that are begun after that.

mod draft;
mod list;
mod own;
#[cfg(test)]
mod tests;

use egui::Ui;
use lucide_icons::Icon;
use strum::VariantArray as _;

use super::card;
use crate::app::Model;
use crate::app::command::{Command, Commands, Then};
use crate::domain::{Routine, RoutineFor};
use crate::fl;
use crate::theme;
use crate::ui::forms::Errors;
use crate::ui::forms::sheet::{Sheet, SheetState};
use crate::ui::widgets::{Button, field_note, segmented};
use draft::{RoutineDraft, STEPS, back};
use list::ListState;

/// What the card remembers between frames.
#[derive(Default)]
pub struct RoutineState {
    runs: RoutineFor,
    open: Option<Open>,
}

/// The routine that is looked at.
struct Open {
    runs: RoutineFor,
    /// The journal that `fresh` was taken from.
    revision: u64,
    /// As the journal has it.
    fresh: RoutineDraft,
    draft: RoutineDraft,
    /// As it was when it was last kept.
    kept: Option<RoutineDraft>,
    list: ListState,
    sheet: SheetState,
}

impl Open {
    fn new(runs: RoutineFor, model: &Model) -> Self {
        let fresh = RoutineDraft::begin(runs, model);
        let earlier = model.drafts.get(&key(runs));
        let earlier: Option<RoutineDraft> = earlier.and_then(|body| serde_json::from_str(body).ok());
        Self {
            runs,
            revision: model.revision,
            draft: earlier.clone().unwrap_or_else(|| fresh.clone()),
            kept: earlier,
            fresh,
            list: ListState::default(),
            sheet: SheetState::default(),
        }
    }

    fn is_dirty(&self) -> bool {
        self.draft != self.fresh
    }

    /// Follows the journal: what was saved, undone, or written by another program. What is typed and not
    /// saved stays.
    fn follow(&mut self, model: &Model) {
        if self.revision == model.revision {
            return;
        }
        let was_saved = self.kept.is_some() && !model.drafts.contains_key(&key(self.runs));
        let fresh = RoutineDraft::begin(self.runs, model);
        if was_saved || !self.is_dirty() {
            self.draft = fresh.clone();
            self.kept = None;
            self.list = ListState::default();
            self.sheet = SheetState::default();
        }
        self.fresh = fresh;
        self.revision = model.revision;
    }

    /// Tells the app about what was changed since.
    fn keep(&mut self, commands: &mut Commands) {
        let key = key(self.runs);
        if !self.is_dirty() {
            if self.kept.take().is_some() {
                commands.emit(Command::DropDraft(key));
            }
        } else if self.kept.as_ref() != Some(&self.draft)
            && let Ok(body) = serde_json::to_string(&self.draft)
        {
            self.kept = Some(self.draft.clone());
            commands.emit(Command::KeepDraft { key, body });
        }
    }

    fn discard(&mut self) {
        self.draft = self.fresh.clone();
        self.list = ListState::default();
        self.sheet = SheetState::default();
    }

    /// Saves, or shows what is missing and puts the keyboard there.
    fn save(&mut self, ui: &Ui, model: &Model, commands: &mut Commands) {
        match self.draft.saving(self.runs, model) {
            Ok(Some(batch)) => commands.emit(Command::Save {
                batch,
                then: Then::Nothing,
                draft: Some(key(self.runs)),
            }),
            // It says the same in other words: 8 where 8 is built in.
            Ok(None) => self.discard(),
            Err(errors) => {
                self.sheet.tried = true;
                let first = errors.first().unwrap_or_default();
                self.sheet.focus = Some(first.to_owned());
                let of_first = self.draft.steps.iter().find(|it| first.starts_with(&it.key("")));
                self.list.shown = of_first.filter(|it| it.own.is_some()).map(|it| it.id.clone());
                ui.request_repaint();
            }
        }
    }
}

/// The key of a routine's draft.
fn key(runs: RoutineFor) -> String {
    format!("routine/{}", runs.word())
}

/// Shows it.
pub fn routine_ui(ui: &mut Ui, model: &Model, state: &mut RoutineState, commands: &mut Commands) {
    card(ui, fl!("routine-title"), |ui| {
        ui.label(theme::quiet(ui, fl!("routine-what")));
        let choices: Vec<_> = RoutineFor::VARIANTS.iter().map(|it| (*it, it.name())).collect();
        segmented(ui, &fl!("routine-runs-name"), &mut state.runs, &choices);
        ui.label(theme::note(ui, told(model, state.runs)));
        if state.open.as_ref().is_none_or(|it| it.runs != state.runs) {
            state.open = Some(Open::new(state.runs, model));
        }
        let Some(open) = &mut state.open else { return };
        open.follow(model);
        ui.add_enabled_ui(model.can_write(), |ui| editor_ui(ui, model, open, commands));
        if !model.saving {
            open.keep(commands);
        }
    });
}

/// Whether the chosen runs have a routine of their own, and which others have.
fn told(model: &Model, runs: RoutineFor) -> String {
    let has_own = |runs: RoutineFor| Routine::of(&model.journal, runs).is_some();
    let is = match runs {
        it if has_own(it) => fl!("routine-is-own"),
        RoutineFor::EveryRun => fl!("routine-is-builtin"),
        _ if has_own(RoutineFor::EveryRun) => fl!("routine-is-every"),
        _ => fl!("routine-is-builtin"),
    };
    let others = RoutineFor::VARIANTS.iter().filter(|it| **it != runs && has_own(**it));
    let others: Vec<_> = others.map(|it| it.name().to_lowercase()).collect();
    if others.is_empty() {
        is
    } else {
        fl!("routine-also", is = is, others = others.join(&fl!("list-comma")))
    }
}

fn editor_ui(ui: &mut Ui, model: &Model, open: &mut Open, commands: &mut Commands) {
    let errors = open.draft.saving(open.runs, model).err().unwrap_or_default();
    let mut sheet = Sheet {
        model,
        state: &mut open.sheet,
        errors: &errors,
        save: false,
    };
    list::list_ui(ui, &mut open.draft, &mut open.list, &mut sheet);
    if ui.add(Button::quiet(fl!("routine-add")).icon(Icon::Plus)).clicked() {
        let id = open.draft.add();
        sheet.focus(ui, format!("{id}/name"));
        open.list.shown = Some(id);
    }
    field_note(ui, sheet.complaint(STEPS).as_deref(), None);
    ui.label(theme::note(ui, fl!("routine-safety")));
    buttons_ui(ui, model, open, &errors, commands);
}

fn buttons_ui(ui: &mut Ui, model: &Model, open: &mut Open, errors: &Errors, commands: &mut Commands) {
    let (dirty, saving) = (open.is_dirty(), model.saving);
    if dirty {
        let words = if open.sheet.tried && !errors.is_empty() {
            fl!("routine-not-yet")
        } else {
            fl!("routine-unsaved")
        };
        ui.label(theme::strong(ui, words));
    }
    ui.horizontal_wrapped(|ui| {
        let words = if saving { fl!("saving") } else { fl!("routine-save") };
        let save = Button::primary(words).icon(Icon::Check).enabled(dirty && !saving);
        if ui.add(save).clicked() {
            open.save(ui, model, commands);
        }
        if dirty && ui.add(Button::quiet(fl!("form-discard"))).clicked() {
            open.discard();
        }
        if let Some(batch) = back(open.runs, &model.journal) {
            let words = if batch.label.id == "batch-routine-every" {
                fl!("routine-back-every")
            } else {
                fl!("routine-back")
            };
            let button = Button::secondary(words).icon(Icon::RotateCcw).enabled(!saving);
            if ui.add(button).clicked() {
                open.discard();
                commands.emit(Command::Save {
                    batch,
                    then: Then::Nothing,
                    draft: Some(key(open.runs)),
                });
            }
        }
    });
}
