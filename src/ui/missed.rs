//! What went by while nobody was there, shown once.
//!
//! A step is recorded with the time it was done, skipped, or left open; closing leaves the rest untouched.
//! A step that is answered leaves the list, and the last one takes the card with it.

use std::collections::HashMap;

use egui::{Align, Id, Layout, Margin, Modal, ScrollArea, TextEdit, Ui, vec2};
use jiff::civil::Time;
use lucide_icons::Icon;

use super::widgets::{self, Button, field_note, name_scroll_bar};
use crate::app::Model;
use crate::app::command::{Command, Commands, Dose, StepAct};
use crate::app::reminders::{Gone, Missed};
use crate::domain::{Id as RecordId, Stamp, units, words};
use crate::fl;
use crate::theme;

const WIDTH: f32 = 760.0;
const FIELD: f32 = 84.0;
/// From this width on a step and its controls stand in one line.
const ONE_LINE: f32 = 640.0;
/// Room for the controls of a step in one line.
const CONTROLS: f32 = 388.0;

/// What is typed about the steps, by checklist and step.
#[derive(Default)]
pub struct MissedState(HashMap<(RecordId, String), String>);

/// Shows it while there is something, and nothing else lies on top.
pub fn missed_ui(ui: &mut Ui, model: &Model, state: &mut MissedState, commands: &mut Commands) {
    if model.missed.is_empty() {
        state.0.clear();
        return;
    }
    if !is_open(model) {
        return;
    }
    let frame = theme::toast(ui).inner_margin(theme::INSIDE as i8);
    let high = ui.content_rect().height() - 2.0 * theme::MARGIN;
    let area = Modal::default_area(Id::unique("missed")).default_height(high);
    let area = area.accessible_name(fl!("missed-title"));
    let modal = Modal::new(Id::unique("missed")).area(area).frame(frame).show(ui, |ui| {
        ui.set_width(WIDTH.min(ui.content_rect().width() - 2.0 * theme::MARGIN));
        let shown = ScrollArea::vertical()
            .max_height(high - 2.0 * theme::INSIDE)
            .show(ui, |ui| list_ui(ui, model, state, commands));
        name_scroll_bar(ui, shown.id);
        shown.inner
    });
    if modal.inner || modal.should_close() {
        commands.emit(Command::CloseMissed);
    }
}

/// Whether it is shown: there is something, and nothing is open that has to be answered first.
pub fn is_open(model: &Model) -> bool {
    !model.missed.is_empty() && model.form.is_none() && model.offer.is_none() && model.sheet.is_none()
}

/// All of it; whether the rest is left.
fn list_ui(ui: &mut Ui, model: &Model, state: &mut MissedState, commands: &mut Commands) -> bool {
    widgets::heading(ui, theme::step_title(ui, fl!("missed-title")));
    ui.label(theme::quiet(ui, fl!("missed-text")));
    for missed in &model.missed {
        ui.separator();
        row_ui(ui, model, missed, state, commands);
    }
    ui.add_space(theme::GAP);
    let close = Button::primary(fl!("missed-close"));
    ui.add(close).on_hover_text(fl!("missed-close-hint")).clicked()
}

fn row_ui(ui: &mut Ui, model: &Model, missed: &Missed, state: &mut MissedState, commands: &mut Commands) {
    let key = (missed.checklist, missed.step.clone());
    let text = state.0.entry(key).or_insert_with(|| words::clock(missed.likely));
    let told = |ui: &mut Ui| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.label(theme::strong(ui, missed.name.as_str()));
            ui.label(theme::note(ui, gone(missed, model)));
        });
    };
    if ui.available_width() >= ONE_LINE {
        ui.horizontal(|ui| {
            told(ui);
            let room = ui.available_width() - CONTROLS;
            ui.add_space(room.max(0.0));
            controls_ui(ui, model, missed, text, commands);
        });
    } else {
        told(ui);
        ui.horizontal_wrapped(|ui| controls_ui(ui, model, missed, text, commands));
    }
}

fn controls_ui(ui: &mut Ui, model: &Model, missed: &Missed, text: &mut String, commands: &mut Commands) {
    let at = read(text, missed.likely, model);
    let name = missed.name.as_str();
    let beside_the_field = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(vec2(FIELD, theme::CONTROL), beside_the_field, |ui| {
        ui.label(theme::label(ui, fl!("missed-at")));
    });
    ui.vertical(|ui| {
        ui.set_width(FIELD);
        ui.spacing_mut().item_spacing.y = 4.0;
        let field = TextEdit::singleline(text)
            .margin(Margin::symmetric(12, 10))
            .desired_width(f32::INFINITY);
        ui.add(field).accessible_name(fl!("missed-at-name", step = name));
        // Said where the time typed is another day's than the one that stood there.
        let day = at.as_ref().ok().map(|at| at.civil_date());
        let other_day = day.filter(|day| *day != missed.likely.civil_date());
        field_note(
            ui,
            at.as_ref().err().map(String::as_str),
            other_day.map(words::day_short),
        );
    });
    let record = Button::secondary(fl!("missed-record")).icon(Icon::Check);
    let record = record.name(fl!("missed-record-name", step = name));
    let recorded = ui.add(record.enabled(at.is_ok())).clicked();
    let skip = Button::quiet(fl!("missed-skip")).icon(Icon::SkipForward);
    let skipped = ui.add(skip.name(fl!("missed-skip-name", step = name))).clicked();
    match at {
        Ok(at) if recorded => emit(commands, missed, StepAct::DoneAt { at, dose: dose(missed) }),
        _ if skipped => emit(commands, missed, StepAct::Skip(String::new())),
        _ => {}
    }
}

fn emit(commands: &mut Commands, missed: &Missed, act: StepAct) {
    commands.emit(Command::Step {
        checklist: missed.checklist,
        step: missed.step.clone(),
        act,
    });
}

/// A timer that ran to its end says for how long; a window says nothing.
fn dose(missed: &Missed) -> Dose {
    let minutes = match missed.what {
        Gone::Timer(_, minutes) => Some(minutes as f64),
        Gone::Window(..) => None,
    };
    Dose {
        minutes,
        ..Dose::default()
    }
}

/// What of the step went by: "was best from 17:45 to 03:00".
fn gone(missed: &Missed, model: &Model) -> String {
    let today = |at: Stamp| at.civil_date() == model.now.civil_date();
    match missed.what {
        Gone::Window(opens, closes) => {
            let (from, to) = (words::clock(opens), words::clock(closes));
            if today(opens) {
                fl!("missed-window", from = from, to = to)
            } else {
                let day = words::day_short(opens.civil_date());
                fl!("missed-window-day", day = day, from = from, to = to)
            }
        }
        Gone::Timer(ended, minutes) => {
            let clock = words::clock(ended);
            if today(ended) {
                fl!("missed-timer", minutes = minutes, clock = clock)
            } else {
                let day = words::day_short(ended.civil_date());
                fl!("missed-timer-day", minutes = minutes, day = day, clock = clock)
            }
        }
    }
}

/// The instant of a clock time: of those that are over, the one nearest to `likely`.
fn read(text: &str, likely: Stamp, model: &Model) -> Result<Stamp, String> {
    let time = units::parse_clock(text).map_err(|error| error.sentence())?;
    nearest(time, likely, model).ok_or_else(|| fl!("form-time-to-come"))
}

fn nearest(time: Time, likely: Stamp, model: &Model) -> Option<Stamp> {
    let day = likely.civil_date();
    let days = [day.yesterday().ok(), Some(day), day.tomorrow().ok()];
    let all = days.into_iter().flatten();
    let all = all.filter_map(|day| Stamp::from_civil(day.to_datetime(time), model.zone()));
    all.filter(|at| at.ms <= model.now.ms)
        .min_by_key(|at| (at.ms - likely.ms).abs())
}
