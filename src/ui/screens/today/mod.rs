//! What to do now: the next step after the run, the morning check if it is not done yet, what is due
//! later, the week at a glance, everything that can be recorded, and a line to type it in.

mod later;
mod morning;
mod now;
mod place;
mod prompt;
mod quick;
mod rest;
mod week;

use egui::Ui;
use lucide_icons::Icon;

use super::checklist::flags::flags_ui;
use super::checklist::notes::StepNotes;
use crate::app::Model;
use crate::app::command::{Command, Commands, FormKind, record_actions};
use crate::domain::protocol::{Walk, red_flags};
use crate::domain::{Activity, Checklist, units, words};
use crate::fl;
use crate::theme;
use crate::ui::widgets;

/// So long after a run its steps come before everything else, seconds.
const PRESSING_S: f64 = 4.0 * 3600.0;
/// A run is spoken of for three days, seconds.
const SPOKEN_OF_S: f64 = 72.0 * 3600.0;

/// What the screen remembers between frames.
#[derive(Default)]
pub struct TodayState {
    morning: morning::MorningState,
    prompt: prompt::PromptState,
    /// What is typed into the popups of the next step.
    notes: StepNotes,
    /// Whether it says when to ask for help.
    help: bool,
    quick: quick::QuickState,
}

impl TodayState {
    /// How much of the window's foot the line takes.
    pub fn foot(&self) -> f32 {
        self.quick.foot()
    }
}

/// Shows the day.
pub fn today_ui(ui: &mut Ui, model: &Model, state: &mut TodayState, commands: &mut Commands) {
    let TodayState {
        morning,
        prompt,
        notes,
        help,
        quick,
    } = state;
    let checklist = open_checklist(model);
    let walk = checklist.and_then(|it| Walk::of(&model.journal, it.meta.id, model.now));
    let walk = checklist.zip(walk.as_ref()).filter(|(_, walk)| !walk.is_over());
    // Each column wishes on its own; the wishes are joined in reading order.
    let (mut first, mut second, mut last) = (Commands::default(), Commands::default(), Commands::default());
    quick::above_line_ui(ui, model, quick, &mut last, |ui| {
        widgets::page(ui, "today", |ui| {
            heading_ui(ui, model);
            flags_ui(ui, &red_flags(&model.journal, model.now), help);
            let due = morning.is_shown(model);
            let wide = widgets::is_wide(ui);
            // The morning check answers the question as well.
            let mut asked_ui = |ui: &mut Ui, commands: &mut Commands| {
                if due {
                    morning::morning_ui(ui, model, morning, commands);
                } else {
                    prompt::prompt_ui(ui, model, prompt, commands);
                }
            };
            if wide {
                widgets::columns(
                    ui,
                    0.66,
                    |ui| {
                        now::now_ui(ui, model, walk, notes, &mut first);
                        week::week_ui(ui, model, &mut first);
                    },
                    |ui| {
                        asked_ui(ui, &mut second);
                        record_ui(ui, model, &mut second);
                        later::later_ui(ui, model, walk, &mut second);
                    },
                );
                return;
            }
            let is_pressing = walk.is_some_and(|(_, walk)| is_pressing(walk));
            if is_pressing {
                now::now_ui(ui, model, walk, notes, &mut first);
            }
            asked_ui(ui, &mut first);
            if !is_pressing {
                now::now_ui(ui, model, walk, notes, &mut first);
            }
            week::week_ui(ui, model, &mut first);
            record_ui(ui, model, &mut first);
            later::later_ui(ui, model, walk, &mut first);
        });
    });
    for command in [first, second, last].iter_mut().flat_map(Commands::take) {
        commands.emit(command);
    }
}

/// Whether the guide goes before the morning check in one column: a timer is under way, or the run has just
/// ended.
fn is_pressing(walk: &Walk) -> bool {
    let since = walk.facts.now.seconds_since(walk.ended_at);
    since < PRESSING_S || walk.steps.iter().any(|it| it.state.is_under_way())
}

/// The newest checklist, while it is not put away.
fn open_checklist(model: &Model) -> Option<&Checklist> {
    model.journal.checklists.last().filter(|it| it.closed_at.is_none())
}

fn heading_ui(ui: &mut Ui, model: &Model) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        widgets::heading(ui, theme::page_title(ui, words::day(model.today())));
        ui.label(theme::quiet(ui, last_run_line(model)));
    });
}

/// "Long run finished 52 min ago · 18.2 km · 1:41:20 · felt 6 of 10".
fn last_run_line(model: &Model) -> String {
    let last = model.journal.activities.iter().rev().find(|it| it.is_run());
    let Some(run) = last.filter(|it| model.now.seconds_since(it.ended_at()) <= SPOKEN_OF_S) else {
        return fl!("today-no-run");
    };
    let ago = words::ago(model.now.seconds_since(run.ended_at()));
    let finished = fl!("today-finished", run = run_name(run), ago = ago);
    let distance = run
        .distance_m
        .map(|it| units::show_distance(it, model.settings().distance));
    let time = run.moving_s.or(run.elapsed_s).map(units::show_duration);
    let effort = run.rpe.map(|it| fl!("today-effort", rpe = units::show_number(it)));
    let parts: Vec<String> = [Some(finished), distance, time, effort].into_iter().flatten().collect();
    parts.join(" · ")
}

fn run_name(run: &Activity) -> String {
    run.kind.map_or_else(|| fl!("today-run"), words::run_kind)
}

fn record_ui(ui: &mut Ui, model: &Model, commands: &mut Commands) {
    widgets::card(ui, |ui| {
        ui.label(theme::card_title(ui, fl!("today-record")));
        for action in record_actions(model) {
            let Command::Open(form) = &action.command else {
                continue;
            };
            let button = widgets::Button::secondary(action.label.as_str())
                .icon(icon_of(form.kind))
                .wide();
            if ui
                .add(button.enabled(action.enabled))
                .on_hover_text(action.hint.as_str())
                .clicked()
            {
                commands.emit(action.command.clone());
            }
        }
    });
}

fn icon_of(kind: FormKind) -> Icon {
    match kind {
        FormKind::Run => Icon::Footprints,
        FormKind::Night => Icon::Moon,
        FormKind::Soreness => Icon::Activity,
        FormKind::Intake => Icon::Pill,
        FormKind::Practice => Icon::CircleCheck,
        FormKind::CheckIn => Icon::Sun,
    }
}
