//! The buttons of a step: its timer, done, skipped, taken back.
//!
//! A step has one primary button, and which it is says what to do now. What a rule closes has none of them.

use egui::{Popup, PopupCloseBehavior, Response, Ui};
use lucide_icons::Icon;

use super::late::late_ui;
use super::notes::StepNotes;
use super::step::Shown;
use super::words::{UNANSWERED, has_form, shows_timer};
use crate::app::command::{Command, Commands, Form, FormKind, Place};
use crate::domain::protocol::{Dose, Records, StepAct, StepState, practice_id};
use crate::fl;
use crate::theme;
use crate::ui::widgets::{Button, Field};

/// Width of the popup in which a step is skipped.
const POPUP: f32 = 260.0;
/// What `+ 30 s` adds.
const MORE_S: i64 = 30;

impl Shown<'_> {
    /// Wishes for `act` with this step.
    pub fn emit(&self, commands: &mut Commands, act: StepAct) {
        commands.emit(Command::Step {
            checklist: self.checklist.meta.id,
            step: self.view.step.id.clone(),
            act,
        });
    }

    /// Whether its state leaves anything to press.
    pub fn has_controls(&self) -> bool {
        match self.view.state {
            StepState::Blocked { .. } => self.is_unanswered(),
            state if state.is_over() => self.view.row.is_some(),
            _ => true,
        }
    }

    /// Whether it is closed for want of an answer.
    fn is_unanswered(&self) -> bool {
        self.view.held_back().any(|it| it.rule.id == UNANSWERED)
    }

    /// All buttons of the step, as its state allows.
    pub fn controls_ui(&self, ui: &mut Ui, notes: &mut StepNotes, commands: &mut Commands) {
        match self.view.state {
            StepState::Done | StepState::Partly | StepState::Skipped => self.over_ui(ui, commands),
            StepState::Blocked { .. } => self.blocked_ui(ui, commands),
            StepState::NotApplicable => {
                self.anyway_ui(ui, commands);
                self.finish_ui(ui, false, notes, commands);
            }
            StepState::Waiting { .. } => {
                self.anyway_ui(ui, commands);
                self.finish_ui(ui, false, notes, commands);
                self.skip_ui(ui, notes, commands);
            }
            _ => self.open_ui(ui, notes, commands),
        }
    }

    /// The buttons of a step that can be begun, runs or is held.
    fn open_ui(&self, ui: &mut Ui, notes: &mut StepNotes, commands: &mut Commands) {
        let is_past = self.view.is_past(self.model.now) && !has_form(self.view);
        let is_up = self.view.state.progress().is_some_and(|it| it.is_over());
        let is_timed = self.view.has_timer();
        if is_past {
            late_ui(ui, self, true, notes, commands);
        }
        if is_timed && !is_up {
            self.timer_ui(ui, is_past, commands);
        }
        if self.view.state.is_under_way() && !is_up {
            self.more_ui(ui, commands);
        }
        self.finish_ui(ui, !is_past && (!is_timed || is_up), notes, commands);
        if is_up {
            self.more_ui(ui, commands);
        }
        self.skip_ui(ui, notes, commands);
        // Who has the timer running does it now.
        let runs = matches!(self.view.state, StepState::Running(_)) && !is_up;
        if !is_past && !runs && !has_form(self.view) {
            late_ui(ui, self, false, notes, commands);
        }
    }

    /// The buttons on Today: the timer, done, skip.
    pub fn short_controls_ui(&self, ui: &mut Ui, notes: &mut StepNotes, commands: &mut Commands) {
        let is_up = self.view.state.progress().is_some_and(|it| it.is_over());
        match self.view.state {
            StepState::Blocked { .. } | StepState::NotApplicable => {}
            StepState::Waiting { .. } => self.skip_ui(ui, notes, commands),
            _ => {
                let is_timed = shows_timer(self.view) && !is_up;
                if is_timed {
                    self.timer_ui(ui, false, commands);
                }
                if has_form(self.view) {
                    self.finish_ui(ui, true, notes, commands);
                } else if finish_button(ui, !is_timed).clicked() {
                    match notes.dose_unseen(self) {
                        Ok(dose) => self.emit(commands, StepAct::Done(dose)),
                        // It is put right where it was typed.
                        Err(_) => commands.emit(Command::Go(Place::Checklist)),
                    }
                }
                self.skip_ui(ui, notes, commands);
            }
        }
    }

    fn timer_ui(&self, ui: &mut Ui, is_second: bool, commands: &mut Commands) {
        let (words, mark, act) = match self.view.state {
            StepState::Running(_) => (fl!("timer-pause"), Icon::Pause, StepAct::Pause),
            StepState::Paused(_) => (fl!("timer-go-on"), Icon::Play, StepAct::Start),
            _ => (fl!("timer-start"), Icon::Play, StepAct::Start),
        };
        let button = if is_second {
            Button::secondary(words)
        } else {
            Button::primary(words)
        };
        let key = fl!("key-hint", key = fl!("key-space"));
        if ui.add(button.icon(mark)).on_hover_text(key).clicked() {
            self.emit(commands, act);
        }
    }

    fn more_ui(&self, ui: &mut Ui, commands: &mut Commands) {
        let more = Button::secondary(fl!("timer-more")).name(fl!("timer-more-name"));
        if ui.add(more.icon(Icon::Plus)).clicked() {
            self.emit(commands, StepAct::Extend(MORE_S));
        }
    }

    /// Begins a step before its time, or one that is not asked for.
    fn anyway_ui(&self, ui: &mut Ui, commands: &mut Commands) {
        if !self.view.has_timer() {
            return;
        }
        let anyway = Button::secondary(fl!("step-start-anyway")).icon(Icon::Play);
        if ui.add(anyway).on_hover_text(fl!("step-start-anyway-hint")).clicked() {
            self.emit(commands, StepAct::StartAnyway);
        }
    }

    /// Done; of a step that a form records, the form, and done for what was recorded already.
    fn finish_ui(&self, ui: &mut Ui, is_primary: bool, notes: &mut StepNotes, commands: &mut Commands) {
        let form = match self.view.step.records {
            Records::Habit(_) => None,
            Records::Intakes => Some((FormKind::Intake, fl!("record-supplement"))),
            Records::Night => Some((FormKind::Night, fl!("record-night"))),
        };
        let Some((kind, words)) = form else {
            if finish_button(ui, is_primary).clicked() {
                match notes.dose(self) {
                    Ok(dose) => self.emit(commands, StepAct::Done(dose)),
                    Err(_) => notes.complain = true,
                }
            }
            return;
        };
        let record = if is_primary {
            Button::primary(words)
        } else {
            Button::secondary(words)
        };
        if ui.add(record.icon(Icon::Plus)).clicked() {
            let run = self.checklist.run_id;
            let form = Form::new(kind, self.model.today());
            commands.emit(Command::Open(Form { run, ..form }));
        }
        if finish_button(ui, false).clicked() {
            self.emit(commands, StepAct::Done(Dose::default()));
        }
    }

    fn skip_ui(&self, ui: &mut Ui, notes: &mut StepNotes, commands: &mut Commands) {
        let skip = ui.add(Button::secondary(fl!("step-skip")).icon(Icon::SkipForward));
        let reasons = [
            fl!("skip-no-time"),
            fl!("skip-not-needed"),
            fl!("skip-not-at-hand"),
            fl!("skip-hurts"),
        ];
        Popup::menu(&skip)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .show(|ui| {
                ui.set_width(POPUP);
                ui.label(theme::label(ui, fl!("skip-why")));
                for reason in reasons {
                    if ui.add(Button::quiet(reason.as_str()).wide()).clicked() {
                        self.emit(commands, StepAct::Skip(reason));
                        ui.close();
                    }
                }
                let field = Field::new(&fl!("skip-other")).show(ui, &mut notes.reason);
                let entered = field.lost_focus() && ui.input(|it| it.key_pressed(egui::Key::Enter));
                if ui.add(Button::primary(fl!("step-skip-now")).wide()).clicked() || entered {
                    self.emit(commands, StepAct::Skip(notes.reason.trim().to_owned()));
                    ui.close();
                }
            });
    }

    /// What is over can be taken back, and what was noted can be changed.
    fn over_ui(&self, ui: &mut Ui, commands: &mut Commands) {
        let Some(row) = self.view.row else { return };
        if row.outcome.is_some()
            && ui
                .add(Button::secondary(fl!("step-reopen")).icon(Icon::Undo2))
                .clicked()
        {
            self.emit(commands, StepAct::Reopen);
        }
        let noted = practice_id(row).filter(|_| self.view.state != StepState::Skipped);
        let is_there = |id| self.model.journal.practices.iter().any(|it| it.meta.id == id);
        if let Some(id) = noted.filter(|id| is_there(*id))
            && ui
                .add(Button::quiet(fl!("step-change-noted")).icon(Icon::Pencil))
                .clicked()
        {
            let form = Form::new(FormKind::Practice, self.model.today());
            commands.emit(Command::Open(Form { edit: Some(id), ..form }));
        }
    }

    /// What is closed is opened by no button; some of it by an answer.
    fn blocked_ui(&self, ui: &mut Ui, commands: &mut Commands) {
        if self.is_unanswered() {
            let ask = Button::primary(fl!("step-answer-questions")).icon(Icon::HeartPulse);
            if ui.add(ask).clicked() {
                commands.emit(Command::AskHealth);
            }
        }
    }
}

fn finish_button(ui: &mut Ui, is_primary: bool) -> Response {
    let words = fl!("step-finish");
    let button = if is_primary {
        Button::primary(words)
    } else {
        Button::secondary(words)
    };
    ui.add(button.icon(Icon::Check))
}

/// Whether a wish of this frame ended the step called `id`.
pub fn was_ended(commands: &Commands, id: &str) -> bool {
    commands.iter().any(|it| match it {
        Command::Step { step, act, .. } => {
            step == id && matches!(act, StepAct::Done(_) | StepAct::DoneAt { .. } | StepAct::Skip(_))
        }
        _ => false,
    })
}
