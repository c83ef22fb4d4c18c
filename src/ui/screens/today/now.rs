//! The one thing to do now.

use egui::Ui;
use lucide_icons::Icon;

use crate::app::Model;
use crate::app::command::{Command, Commands, Form, FormKind, Place};
use crate::domain::protocol::{StepState, StepView, Walk};
use crate::domain::{Checklist, words};
use crate::fl;
use crate::ui::screens::checklist::list::line_of;
use crate::ui::screens::checklist::recent_run;
use crate::ui::screens::checklist::step::{DoseDraft, Shown, ring_ui};
use crate::ui::theme;
use crate::ui::widgets::{self, Button};

const RING: f32 = 168.0;

/// Shows the next step, or how to come to one.
pub fn now_ui(
    ui: &mut Ui,
    model: &Model,
    walk: Option<(&Checklist, &Walk)>,
    dose: &mut DoseDraft,
    commands: &mut Commands,
) {
    widgets::card(ui, |ui| {
        let next = walk.and_then(|(checklist, walk)| Some((checklist, walk, &walk.steps[walk.next?])));
        match next {
            Some((checklist, walk, view)) => {
                let shown = Shown { model, checklist, view };
                step_ui(ui, &shown, walk, dose, commands);
            }
            None => nothing_ui(ui, model, commands),
        }
    });
}

fn step_ui(ui: &mut Ui, shown: &Shown, walk: &Walk, dose: &mut DoseDraft, commands: &mut Commands) {
    let view = shown.view;
    let ring = view.has_timer() && ui.available_width() > 480.0;
    let words_width = ui.available_width() - if ring { RING + theme::INSIDE } else { 0.0 };
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(words_width);
            heading_ui(ui, shown.model, view);
            if shown.model.can_write() {
                ui.horizontal_wrapped(|ui| shown.controls_ui(ui, dose, commands));
            }
            ui.add_space(theme::GAP);
            let done = fl!("today-steps-done", done = walk.done, all = walk.steps.len());
            if ui.add(Button::quiet(done).icon(Icon::ListChecks).small()).clicked() {
                commands.emit(Command::Go(Place::Checklist));
            }
        });
        if ring {
            ring_ui(ui, view, RING);
        }
    });
}

fn heading_ui(ui: &mut Ui, model: &Model, view: &StepView) {
    let waiting = matches!(view.state, StepState::Waiting { .. });
    let when = if waiting { fl!("today-next") } else { fl!("today-now") };
    ui.label(theme::strong(ui, when).color(theme::palette(ui).accent));
    ui.label(theme::step_title(ui, view.step.name()));
    ui.label(view.step.how());
    ui.label(theme::quiet(ui, line_of(model, view)));
    ui.add_space(theme::GAP);
}

fn nothing_ui(ui: &mut Ui, model: &Model, commands: &mut Commands) {
    // While the checklist is offered, one question is enough.
    let run = recent_run(model).filter(|_| model.can_write() && model.offer.is_none());
    let is_new = model.journal.activities.is_empty();
    let (title, text) = match run {
        Some(run) => {
            let day = words::day_short(model.day_of(run.started_at));
            (fl!("offer-title"), fl!("today-offer", day = day))
        }
        None if is_new => (fl!("today-first"), fl!("today-first-text")),
        None => (fl!("today-rest"), fl!("today-rest-text")),
    };
    ui.label(theme::step_title(ui, title));
    ui.label(theme::quiet(ui, text));
    ui.add_space(theme::GAP);
    ui.horizontal_wrapped(|ui| {
        let button = match run {
            Some(_) => Button::primary(fl!("checklist-start")).icon(Icon::Play),
            None => Button::primary(fl!("record-run")).icon(Icon::Plus),
        };
        if ui.add(button.enabled(model.can_write())).clicked() {
            commands.emit(match run {
                Some(run) => Command::StartChecklist(run.meta.id),
                None => Command::Open(Form::new(FormKind::Run, model.today())),
            });
        }
        let import = Button::secondary(fl!("today-import")).icon(Icon::Download);
        if is_new && ui.add(import.enabled(model.can_write())).clicked() {
            commands.emit(Command::Go(Place::Data));
        }
    });
}
