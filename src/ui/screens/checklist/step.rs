//! One step, large: what to do, its timer, and what was really done.

use egui::{Label, Popup, PopupCloseBehavior, Ui, UiBuilder};
use lucide_icons::Icon;

use super::list::{clock_of, icon_of, line_of};
use crate::app::Model;
use crate::app::command::{Command, Commands, Form, FormKind};
use crate::domain::protocol::{Dose, FieldKind, Records, StepAct, StepState, StepView, Walk};
use crate::domain::{Checklist, Id, units, words};
use crate::fl;
use crate::ui::theme;
use crate::ui::widgets::{self, Button, Field, icon, icon_label, timer_ring};

const RING: f32 = 240.0;
const SMALL_RING: f32 = 160.0;
/// From this height of the window on there is room for the timer above the buttons.
const TALL: f32 = 700.0;

/// What is typed about the step that is shown.
#[derive(Default)]
pub struct DoseDraft {
    minutes: String,
    amount: String,
    temperature: String,
    reason: String,
    /// Whether to say what is wrong: once Done was pressed.
    complain: bool,
}

/// A step with what its buttons need to know.
pub struct Shown<'a> {
    /// What the screens read.
    pub model: &'a Model,
    /// The checklist it belongs to.
    pub checklist: &'a Checklist,
    /// The step as it stands.
    pub view: &'a StepView<'a>,
}

/// Shows the step. In a low window its timer stands beside its words, so that the buttons are in sight.
pub fn step_ui(ui: &mut Ui, shown: &Shown, walk: &Walk, draft: &mut DoseDraft, commands: &mut Commands) {
    let view = shown.view;
    widgets::landing(ui, &view.step.name());
    widgets::card(ui, |ui| {
        let low = ui.content_rect().height() < TALL;
        let beside = low && view.has_timer() && ui.available_width() > 2.0 * SMALL_RING + theme::INSIDE;
        let words_width = ui.available_width() - if beside { SMALL_RING + theme::INSIDE } else { 0.0 };
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width(words_width);
                heading_ui(ui, view);
                if !low {
                    ring_ui(ui, view, RING);
                }
                state_ui(ui, shown);
                if shown.model.can_write() {
                    shown.buttons_ui(ui, draft, commands);
                }
            });
            if beside {
                ring_ui(ui, view, SMALL_RING);
            }
        });
        if low && !beside {
            ring_ui(ui, view, SMALL_RING);
        }
        next_ui(ui, walk, view);
        ui.separator();
        reasons_ui(ui, view);
    });
}

fn heading_ui(ui: &mut Ui, view: &StepView) {
    ui.horizontal(|ui| {
        icon(ui, icon_of(view), 24.0, theme::palette(ui).accent);
        ui.add(Label::new(theme::page_title(ui, view.step.name())).wrap());
    });
    ui.label(view.step.how());
    ui.label(theme::quiet(ui, view.step.dose()));
    ui.add_space(theme::GAP);
}

/// Its muscles, why to do it and how well that is known, and when not to.
fn reasons_ui(ui: &mut Ui, view: &StepView) {
    parts_ui(ui, view);
    let why = format!("{} {}", view.step.why(), view.step.finding());
    icon_label(ui, Icon::Info, theme::quiet(ui, why));
    icon_label(ui, Icon::ShieldAlert, theme::quiet(ui, view.step.caution()));
}

/// Whether a wish of this frame ended the step.
pub fn was_ended(commands: &Commands, id: &str) -> bool {
    commands.iter().any(|it| match it {
        Command::Step { step, act, .. } => step == id && matches!(act, StepAct::Done(_) | StepAct::Skip(_)),
        _ => false,
    })
}

/// The timer of a step, where it has one and is not over.
pub fn ring_ui(ui: &mut Ui, view: &StepView, size: f32) {
    if !view.has_timer() || view.state.is_over() {
        return;
    }
    let length = view.length_s();
    let (elapsed, left, over) = match view.state.progress() {
        Some(it) => (it.length_s - it.left_s, it.left_s, it.over_s),
        None => (0.0, length, 0.0),
    };
    let size = size.min(ui.available_width());
    let part = if length > 0.0 { (elapsed / length) as f32 } else { 1.0 };
    let (time, remark) = if over >= 1.0 {
        (
            format!("+{}", units::show_duration(over.floor())),
            fl!("timer-over", length = clock_of(length)),
        )
    } else {
        (clock_of(left), fl!("timer-left", length = clock_of(length)))
    };
    ui.vertical_centered(|ui| timer_ring(ui, size, part, &time, &remark));
}

/// Where the step stands, unless its timer or its name says it already.
fn state_ui(ui: &mut Ui, shown: &Shown) {
    let view = shown.view;
    let plainly_open = view.state == StepState::Ready && !view.late && view.step.timer.is_none();
    if !view.state.is_under_way() && !plainly_open {
        ui.label(theme::label(ui, line_of(shown.model, view)));
    }
}

impl Shown<'_> {
    fn emit(&self, commands: &mut Commands, act: StepAct) {
        commands.emit(Command::Step {
            checklist: self.checklist.meta.id,
            step: self.view.step.id.clone(),
            act,
        });
    }

    fn run(&self) -> Option<Id> {
        self.checklist.run_id
    }

    fn buttons_ui(&self, ui: &mut Ui, draft: &mut DoseDraft, commands: &mut Commands) {
        if self.view.state.is_over() {
            if ui
                .add(Button::secondary(fl!("step-reopen")).icon(Icon::Undo2))
                .clicked()
            {
                self.emit(commands, StepAct::Reopen);
            }
            return;
        }
        // The same widgets whatever stands above them, so that they keep the keyboard.
        let named = |name: &str| UiBuilder::new().scope_id(egui::Id::unique(name));
        ui.scope_builder(named("step dose"), |ui| self.dose_ui(ui, draft));
        ui.scope_builder(named("step controls"), |ui| {
            ui.horizontal_wrapped(|ui| self.controls_ui(ui, draft, commands));
        });
    }

    /// The buttons of a step that is not over: its timer, done, skip.
    pub fn controls_ui(&self, ui: &mut Ui, draft: &mut DoseDraft, commands: &mut Commands) {
        let began = self.timer_buttons_ui(ui, commands);
        match self.view.step.records {
            Records::Habit(_) => self.done_ui(ui, began, draft, commands),
            Records::Intakes => self.form_ui(ui, FormKind::Intake, &fl!("record-supplement"), commands),
            Records::Night => self.form_ui(ui, FormKind::Night, &fl!("record-night"), commands),
        }
        self.skip_ui(ui, draft, commands);
    }

    /// Start, pause and more time; whether the timer was begun (or there is none).
    fn timer_buttons_ui(&self, ui: &mut Ui, commands: &mut Commands) -> bool {
        if !self.view.has_timer() {
            return true;
        }
        let (words, mark, act) = match self.view.state {
            StepState::Running { .. } => (fl!("timer-pause"), Icon::Pause, StepAct::Pause),
            StepState::Paused { .. } => (fl!("timer-go-on"), Icon::Play, StepAct::Start),
            _ => (fl!("timer-start"), Icon::Play, StepAct::Start),
        };
        if ui.add(Button::primary(words).icon(mark)).clicked() {
            self.emit(commands, act);
        }
        let began = self.view.state.is_under_way();
        if began
            && ui
                .add(
                    Button::secondary(fl!("timer-more"))
                        .name(fl!("timer-more-name"))
                        .icon(Icon::Plus),
                )
                .clicked()
        {
            self.emit(commands, StepAct::Extend(30));
        }
        began
    }

    fn done_ui(&self, ui: &mut Ui, began: bool, draft: &mut DoseDraft, commands: &mut Commands) {
        let untimed = !self.view.has_timer();
        let done = match (untimed, began) {
            (true, _) => Button::primary(fl!("step-finish")),
            (false, _) => Button::secondary(fl!("step-finish")),
        };
        if ui.add(done.icon(Icon::Check)).clicked() {
            match draft.dose(self.model) {
                Ok(dose) => self.emit(commands, StepAct::Done(dose)),
                Err(_) => draft.complain = true,
            }
        }
    }

    /// Steps that a form records: the form, and a plain done for what was recorded already.
    fn form_ui(&self, ui: &mut Ui, kind: FormKind, words: &str, commands: &mut Commands) {
        if ui.add(Button::primary(words).icon(Icon::Plus)).clicked() {
            let run = self.run();
            commands.emit(Command::Open(Form {
                run,
                ..Form::new(kind, self.model.today())
            }));
        }
        if ui
            .add(Button::secondary(fl!("step-finish")).icon(Icon::Check))
            .clicked()
        {
            self.emit(commands, StepAct::Done(Dose::default()));
        }
    }

    fn skip_ui(&self, ui: &mut Ui, draft: &mut DoseDraft, commands: &mut Commands) {
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
                ui.set_width(260.0);
                ui.label(theme::label(ui, fl!("skip-why")));
                for reason in reasons {
                    if ui.add(Button::quiet(reason.as_str()).wide()).clicked() {
                        self.emit(commands, StepAct::Skip(reason));
                        ui.close();
                    }
                }
                let field = Field::new(&fl!("skip-other")).show(ui, &mut draft.reason);
                let entered = field.lost_focus() && ui.input(|it| it.key_pressed(egui::Key::Enter));
                if ui.add(Button::primary(fl!("step-skip-now")).wide()).clicked() || entered {
                    self.emit(commands, StepAct::Skip(draft.reason.trim().to_owned()));
                    ui.close();
                }
            });
    }

    /// What is asked about the step, beside its timer.
    fn dose_ui(&self, ui: &mut Ui, draft: &mut DoseDraft) {
        let step = &self.view.step;
        if step.fields.is_empty() {
            return;
        }
        let asks = |kind: &FieldKind| step.fields.iter().any(|it| it.kind == *kind);
        let complain = draft.complain;
        let temperature = self.model.settings().temperature;
        ui.horizontal_wrapped(|ui| {
            let width = 150.0;
            if asks(&FieldKind::Minutes) {
                let error = wrong(complain, units::parse_minutes(&draft.minutes), &draft.minutes);
                let hint = if self.view.state.is_under_way() {
                    fl!("dose-from-timer")
                } else {
                    String::new()
                };
                Field::new(&fl!("dose-minutes"))
                    .hint(hint)
                    .unit(fl!("unit-min"))
                    .error(error.as_deref())
                    .width(width)
                    .show(ui, &mut draft.minutes);
            }
            if asks(&FieldKind::Amount) {
                let error = wrong(complain, units::parse_amount(&draft.amount), &draft.amount);
                Field::new(&fl!("dose-amount"))
                    .unit(self.unit())
                    .error(error.as_deref())
                    .width(width)
                    .show(ui, &mut draft.amount);
            }
            if asks(&FieldKind::Temperature) {
                let parsed = units::parse_temperature(&draft.temperature, temperature);
                let error = wrong(complain, parsed, &draft.temperature);
                Field::new(&fl!("dose-temperature"))
                    .unit(temperature.sign())
                    .error(error.as_deref())
                    .width(width)
                    .show(ui, &mut draft.temperature);
            }
        });
    }

    /// The unit of the habit's amounts.
    fn unit(&self) -> String {
        let habit = self.view.step.habit();
        let mut habits = self.model.journal.habits.iter();
        habits
            .find(|it| Some(&it.meta.id) == habit)
            .map(|it| it.unit.clone())
            .unwrap_or_default()
    }
}

impl DoseDraft {
    /// What was typed, as a dose.
    fn dose(&self, model: &Model) -> Result<Dose, units::InputError> {
        let temperature = model.settings().temperature;
        Ok(Dose {
            minutes: given(&self.minutes, units::parse_minutes)?,
            amount: given(&self.amount, units::parse_amount)?,
            temperature_c: given(&self.temperature, |it| units::parse_temperature(it, temperature))?,
            ..Dose::default()
        })
    }
}

/// `None` where nothing was typed.
fn given<T, E>(text: &str, parse: impl FnOnce(&str) -> Result<T, E>) -> Result<Option<T>, E> {
    if text.trim().is_empty() {
        Ok(None)
    } else {
        parse(text).map(Some)
    }
}

fn wrong(complain: bool, parsed: Result<f64, units::InputError>, text: &str) -> Option<String> {
    let error = parsed.err().filter(|_| complain && !text.trim().is_empty())?;
    Some(error.sentence())
}

fn next_ui(ui: &mut Ui, walk: &Walk, view: &StepView) {
    let after = walk.steps.iter().skip_while(|it| it.step.id != view.step.id).skip(1);
    if let Some(next) = after.filter(|it| !it.state.is_over()).map(|it| it.step.name()).next() {
        ui.label(theme::label(ui, fl!("step-next", step = next)));
    }
}

fn parts_ui(ui: &mut Ui, view: &StepView) {
    if view.step.parts.is_empty() {
        return;
    }
    let parts: Vec<String> = view
        .step
        .parts
        .iter()
        .map(|part| {
            fl!(
                "step-part",
                region = words::region(part.region),
                time = units::show_duration(f64::from(part.seconds))
            )
        })
        .collect();
    icon_label(
        ui,
        Icon::PersonStanding,
        theme::quiet(ui, fl!("step-parts", parts = parts.join(", "))),
    );
}
