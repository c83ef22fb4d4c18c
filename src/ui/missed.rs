//! What went by while nobody was there, shown once.
//!
//! A step is recorded with the time it was done, skipped, or left open; closing leaves the rest untouched.
//! A step that is answered leaves the list, and the last one takes the card with it.

use std::collections::HashMap;

use egui::{Id, Modal, ScrollArea, Ui};
use jiff::civil::Time;
use lucide_icons::Icon;

use super::theme;
use super::widgets::{self, Button, Field, name_scroll_bar};
use crate::app::Model;
use crate::app::command::{Command, Commands, Dose, StepAct};
use crate::app::reminders::{Gone, Missed};
use crate::domain::{Stamp, units, words};
use crate::fl;

const WIDTH: f32 = 620.0;
const FIELD: f32 = 132.0;

/// What is typed about the steps, by checklist and step.
#[derive(Default)]
pub struct MissedState(HashMap<(crate::domain::Id, String), String>);

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
    let area = Modal::default_area(Id::unique("missed")).accessible_name(fl!("missed-title"));
    let modal = Modal::new(Id::unique("missed")).area(area).frame(frame).show(ui, |ui| {
        ui.set_width(WIDTH.min(ui.content_rect().width() - 2.0 * theme::MARGIN));
        widgets::heading(ui, theme::step_title(ui, fl!("missed-title")));
        ui.label(theme::quiet(ui, fl!("missed-text")));
        let shown = ScrollArea::vertical()
            .max_height((ui.content_rect().height() - 260.0).max(120.0))
            .show(ui, |ui| {
                for missed in &model.missed {
                    ui.separator();
                    row_ui(ui, model, missed, state, commands);
                }
            });
        name_scroll_bar(ui, shown.id);
        ui.add_space(theme::GAP);
        let close = Button::secondary(fl!("missed-close"));
        ui.add(close).on_hover_text(fl!("missed-close-hint")).clicked()
    });
    if modal.inner || modal.should_close() {
        commands.emit(Command::CloseMissed);
    }
}

/// Whether it is shown: there is something, and nothing is open that has to be answered first.
pub fn is_open(model: &Model) -> bool {
    !model.missed.is_empty() && model.form.is_none() && model.offer.is_none() && model.overlay.is_none()
}

fn row_ui(ui: &mut Ui, model: &Model, missed: &Missed, state: &mut MissedState, commands: &mut Commands) {
    let key = (missed.checklist, missed.step.clone());
    let text = state.0.entry(key).or_insert_with(|| words::clock(missed.likely));
    let at = read(text, missed.likely, model);
    ui.label(theme::strong(ui, missed.name.as_str()));
    ui.label(theme::note(ui, gone(missed, model)));
    ui.horizontal_wrapped(|ui| {
        let error = at.as_ref().err().map(String::as_str);
        let other_day = at.as_ref().ok().map(|at| at.civil_date());
        let other_day = other_day.filter(|day| *day != model.now.civil_date());
        let name = fl!("missed-at-name", step = missed.name.as_str());
        Field::new(&fl!("missed-at"))
            .name(name)
            .width(FIELD)
            .error(error)
            .note(other_day.map(words::day_short))
            .show(ui, text);
        let name = missed.name.as_str();
        let record = Button::primary(fl!("missed-record")).icon(Icon::Check);
        let record = record.name(fl!("missed-record-name", step = name)).enabled(at.is_ok());
        if ui.add(record).clicked()
            && let Ok(at) = at
        {
            emit(commands, missed, StepAct::DoneAt { at, dose: dose(missed) });
        }
        let skip = Button::secondary(fl!("missed-skip")).icon(Icon::SkipForward);
        if ui.add(skip.name(fl!("missed-skip-name", step = name))).clicked() {
            emit(commands, missed, StepAct::Skip(String::new()));
        }
    });
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
