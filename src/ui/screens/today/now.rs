//! The one thing to do now: the next step after a run, else what a day without one is good for.

use egui::{Label, Ui};
use lucide_icons::Icon;

use super::rest;
use crate::app::Model;
use crate::app::command::{Command, Commands, Form, FormKind, Place};
use crate::domain::protocol::{RestDay, StepState, StepView, Walk};
use crate::domain::{Checklist, words};
use crate::fl;
use crate::theme;
use crate::ui::screens::checklist::notes::StepNotes;
use crate::ui::screens::checklist::step::Shown;
use crate::ui::screens::checklist::words::{following, line_of, named_with_time, next_bout, opened, title};
use crate::ui::screens::checklist::{in_all, recent_run, ring_ui, words as step_words};
use crate::ui::widgets::{self, Button};

const RING: f32 = 176.0;
/// From this width on there is room for the ring beside the words.
const WITH_RING: f32 = 480.0;

/// Shows the next step, or how to come to one.
pub fn now_ui(
    ui: &mut Ui,
    model: &Model,
    walk: Option<(&Checklist, &Walk)>,
    notes: &mut StepNotes,
    commands: &mut Commands,
) {
    widgets::card(ui, |ui| {
        let next = walk.and_then(|(checklist, walk)| Some((checklist, walk, &walk.steps[walk.next?])));
        match next {
            Some((checklist, walk, view)) => {
                let shown = Shown {
                    model,
                    checklist,
                    walk,
                    view,
                };
                notes.reflect(&shown);
                step_ui(ui, &shown, notes, commands);
            }
            None => nothing_ui(ui, model, walk.is_some(), commands),
        }
    });
}

fn step_ui(ui: &mut Ui, shown: &Shown, notes: &mut StepNotes, commands: &mut Commands) {
    let view = shown.view;
    let ring = step_words::shows_timer(view) && ui.available_width() > WITH_RING;
    let words_width = ui.available_width() - if ring { RING + theme::INSIDE } else { 0.0 };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = theme::INSIDE;
        ui.vertical(|ui| {
            ui.set_width(words_width);
            heading_ui(ui, shown, ring);
            if shown.model.can_write() {
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing.x = theme::GAP;
                    shown.short_controls_ui(ui, notes, commands);
                });
            }
            ui.add_space(theme::GAP);
            if let Some(next) = next_line(shown) {
                ui.add(Label::new(theme::quiet(ui, next)).wrap());
            }
            let done = fl!("today-steps-done", done = shown.walk.done, all = shown.walk.asked);
            if ui.add(Button::quiet(done).icon(Icon::ListChecks).small()).clicked() {
                commands.emit(Command::Go(Place::Checklist));
            }
        });
        if ring {
            ring_ui(ui, shown, RING);
        }
    });
}

fn heading_ui(ui: &mut Ui, shown: &Shown, ring: bool) {
    let view = shown.view;
    let waits = matches!(view.state, StepState::Waiting { .. });
    let when = if waits { fl!("today-next") } else { fl!("today-now") };
    ui.label(theme::strong(ui, when).color(theme::palette(ui).accent));
    ui.add(Label::new(theme::step_title(ui, title(view))).wrap());
    let how = view.step.how();
    if !how.is_empty() {
        ui.add(Label::new(how).wrap());
    }
    if let Some(line) = state_line(shown, ring) {
        ui.add(Label::new(theme::quiet(ui, line)).wrap());
    }
    ui.add_space(theme::GAP);
}

/// "Opened 7 min ago. 8 min, until 18:40."; what the ring beside it says already is left away.
fn state_line(shown: &Shown, ring: bool) -> Option<String> {
    if ring && shown.view.state.is_under_way() {
        return in_all(shown.view);
    }
    let line = words::beginning(&line_of(shown.model, shown.view));
    Some(match opened(shown.model, shown.walk, shown.view) {
        Some(opened) => fl!("today-opened", opened = opened, line = line),
        None => line,
    })
}

/// "Next: right calf, then cold water (optional, until 18:40)".
fn next_line(shown: &Shown) -> Option<String> {
    let begun = shown.view.state.progress().filter(|it| !it.is_over());
    let bout = begun.and_then(|_| next_bout(shown.view)).map(|it| words::within(&it));
    let step = following(shown.walk, &shown.view.step.id).map(|it| named(shown, it));
    match (bout, step) {
        (Some(bout), Some(step)) => {
            let step = words::within(&step);
            Some(fl!("step-next-then", bout = bout, step = step))
        }
        (Some(next), None) | (None, Some(next)) => Some(fl!("step-next", step = next)),
        (None, None) => None,
    }
}

fn named(shown: &Shown, view: &StepView) -> String {
    named_with_time(shown.model, view)
}

/// No step is left, or no run was recorded.
fn nothing_ui(ui: &mut Ui, model: &Model, is_walked: bool, commands: &mut Commands) {
    // While the checklist is offered, one question is enough.
    let run = recent_run(model).filter(|_| model.can_write() && model.offer.is_none());
    if let Some(run) = run {
        let day = words::day_short(model.day_of(run.started_at));
        words_ui(ui, fl!("offer-title"), fl!("today-offer", day = day));
        let start = Button::primary(fl!("checklist-start")).icon(Icon::Play);
        if ui.add(start.enabled(model.can_write())).clicked() {
            commands.emit(Command::StartChecklist(run.meta.id));
        }
        return;
    }
    let rest = RestDay::of(&model.journal, model.now).filter(|_| !is_walked);
    if let Some(rest) = rest {
        return rest::rest_ui(ui, model, rest, commands);
    }
    let is_new = model.journal.activities.is_empty();
    if is_new {
        words_ui(ui, fl!("today-first"), fl!("today-first-text"));
    } else {
        words_ui(ui, fl!("today-rest"), fl!("today-rest-text"));
    }
    ui.horizontal_wrapped(|ui| {
        let record = Button::primary(fl!("record-run")).icon(Icon::Plus);
        if ui.add(record.enabled(model.can_write())).clicked() {
            commands.emit(Command::Open(Form::new(FormKind::Run, model.today())));
        }
        let import = Button::secondary(fl!("today-import")).icon(Icon::Download);
        if is_new && ui.add(import.enabled(model.can_write())).clicked() {
            commands.emit(Command::Go(Place::Data));
        }
    });
}

fn words_ui(ui: &mut Ui, title: String, text: String) {
    ui.add(Label::new(theme::step_title(ui, title)).wrap());
    ui.add(Label::new(theme::quiet(ui, text)).wrap());
    ui.add_space(theme::GAP);
}
