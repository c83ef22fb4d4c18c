//! The morning check: sleep and how the body feels, in one short card.
//!
//! It is there until the morning is recorded, and again whenever it is asked for. By keyboard it is hours,
//! Tab, and a digit a question: each digit goes on to the next one, and after the last to Save. Enter on an
//! open question takes over yesterday's number, which is shown and never taken over by itself. What is left
//! open is not recorded.

mod rows;

use egui::{Key, Ui};
use jiff::civil::Date;
use lucide_icons::Icon;

use super::place::{Where, where_ui};
use crate::app::Model;
use crate::app::command::{Command, Commands, Then};
use crate::domain::{Context, units};
use crate::fl;
use crate::theme;
use crate::ui::forms::morning::{MorningDraft, SLEPT, SORE};
use crate::ui::widgets::{self, BodyState, Button, Field, field_note};
use rows::{QUESTIONS, Question, Seen, Told, hours_width, line_ui, under_ui};

/// What gets the keyboard next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    Slept,
    Question(usize),
    Save,
}

/// What is typed and pressed so far.
#[derive(Default)]
pub struct MorningState {
    draft: MorningDraft,
    /// Whether to say what is wrong: once Save was pressed.
    complain: bool,
    /// Whether the hours were left once, so that what is wrong with them is said.
    slept_left: bool,
    turn: Option<Turn>,
    body: BodyState,
    /// How often it was asked for, when it last took the keyboard.
    asked: u64,
    /// The day it was asked for although it is recorded.
    opened: Option<Date>,
    /// The journal it was sent to: it is done when that has changed.
    sent: Option<u64>,
}

impl MorningState {
    /// Takes in that it was asked for, or that it is saved, and says whether it is shown.
    pub fn is_shown(&mut self, model: &Model) -> bool {
        if self.sent.is_some_and(|it| it != model.revision) {
            *self = Self {
                asked: self.asked,
                ..Self::default()
            };
        }
        if !model.saving {
            self.sent = None;
        }
        if self.asked != model.morning_asked {
            self.asked = model.morning_asked;
            self.opened = Some(model.today());
            self.turn = Some(Turn::Slept);
        }
        model.can_write() && (is_due(model) || self.opened == Some(model.today()))
    }

    fn takes_turn(&mut self, turn: Turn) -> bool {
        self.turn.take_if(|it| *it == turn).is_some()
    }
}

/// Whether nothing of this morning is recorded yet: no night, no rating, no check-in.
fn is_due(model: &Model) -> bool {
    let journal = &model.journal;
    let today = model.today();
    let slept = journal.nights.iter().rev().any(|it| it.day == today && !it.nap);
    let checked = journal.check_ins.iter().rev().any(|it| it.day == today);
    let mut recent = journal
        .soreness
        .iter()
        .rev()
        .take_while(|it| model.day_of(it.at) >= today);
    let rated = recent.any(|it| it.context == Context::Morning);
    !slept && !checked && !rated
}

/// Shows the card.
pub fn morning_ui(ui: &mut Ui, model: &Model, state: &mut MorningState, commands: &mut Commands) {
    let seen = Seen::of(model);
    widgets::card(ui, |ui| {
        title_ui(ui, model, state);
        ui.spacing_mut().item_spacing.y = 6.0;
        let wrong = state.draft.batch(model).err().unwrap_or_default();
        let why = |field: &str, tell: bool| wrong.of(field).filter(|_| tell).map(str::to_owned);
        slept_ui(ui, state, &seen, |state| {
            why(
                SLEPT,
                state.complain || (state.slept_left && !state.draft.slept.trim().is_empty()),
            )
        });
        for (n, question) in QUESTIONS.iter().enumerate() {
            question_ui(ui, state, &seen, n, question);
            if question.is_soreness() {
                complaint_ui(ui, why(SORE, state.complain).as_deref());
                let spot = Where {
                    spot: &mut state.draft.place,
                    rest_is_fine: &mut state.draft.rest_is_fine,
                    body: &mut state.body,
                };
                if under_ui(ui, |ui| where_ui(ui, spot)) {
                    state.turn = Some(Turn::Question(n + 1));
                }
            }
        }
        ui.add_space(4.0);
        save_ui(ui, model, state, commands);
    });
    if state.turn.is_some() {
        // It stands above what asked for it.
        ui.request_repaint();
    }
}

/// The title; where the morning is recorded already, with a way to put the card away.
fn title_ui(ui: &mut Ui, model: &Model, state: &mut MorningState) {
    let title = theme::card_title(ui, fl!("morning-title"));
    if is_due(model) {
        ui.label(title);
        return;
    }
    widgets::row(
        ui,
        |ui| drop(ui.label(title)),
        |ui| {
            if ui
                .add(Button::icon_only(Icon::X, fl!("morning-close")).small())
                .clicked()
            {
                state.opened = None;
            }
        },
    );
}

/// The hours slept. Enter goes on to the first question, and takes over yesterday's hours where none are typed.
fn slept_ui(ui: &mut Ui, state: &mut MorningState, seen: &Seen, why: impl Fn(&MorningState) -> Option<String>) {
    let understood = units::parse_sleep(&state.draft.slept).ok();
    let told = match understood {
        Some(minutes) => Told::Answered(units::show_hours(minutes / 60.0)),
        None => seen.slept(),
    };
    let name = fl!("morning-slept");
    let focus = state.takes_turn(Turn::Slept);
    let why = why(state);
    let response = line_ui(ui, &name, told, |ui| {
        Field::new("")
            .name(name.as_str())
            .hint(fl!("morning-slept-hint"))
            .width(hours_width(ui))
            .show(ui, &mut state.draft.slept)
    });
    complaint_ui(ui, why.as_deref());
    if focus {
        response.request_focus();
        response.scroll_to_me(None);
    }
    state.slept_left |= response.lost_focus();
    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        if state.draft.slept.trim().is_empty() {
            state.draft.slept.clone_from(&seen.yesterday.slept);
        }
        state.turn = Some(Turn::Question(0));
    }
}

fn complaint_ui(ui: &mut Ui, why: Option<&str>) {
    if why.is_some() {
        under_ui(ui, |ui| field_note(ui, why, None));
    }
}

fn question_ui(ui: &mut Ui, state: &mut MorningState, seen: &Seen, n: usize, question: &Question) {
    let focus = state.takes_turn(Turn::Question(n));
    if question.ui(ui, &mut state.draft, seen, focus) {
        state.turn = Some(if n + 1 < QUESTIONS.len() {
            Turn::Question(n + 1)
        } else {
            Turn::Save
        });
    }
}

fn save_ui(ui: &mut Ui, model: &Model, state: &mut MorningState, commands: &mut Commands) {
    let words = if model.saving {
        fl!("saving")
    } else {
        fl!("morning-save")
    };
    let save = Button::primary(words).icon(Icon::Check).wide().enabled(!model.saving);
    let save = ui.add(save);
    if state.takes_turn(Turn::Save) {
        save.request_focus();
    }
    if !save.clicked() {
        return;
    }
    match state.draft.batch(model) {
        Ok(batch) => {
            commands.emit(Command::Save {
                batch,
                then: Then::Nothing,
                draft: None,
            });
            state.sent = Some(model.revision);
        }
        Err(errors) => {
            state.complain = true;
            let sore = QUESTIONS.iter().position(Question::is_soreness);
            let sore = sore.filter(|_| errors.first() == Some(SORE));
            state.turn = Some(sore.map_or(Turn::Slept, Turn::Question));
        }
    }
}
