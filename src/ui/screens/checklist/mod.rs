//! The guide after a run: where one is in it, all its steps, and one of them large.
//!
//! Everything shown is derived from stored instants by [`Walk`], so closing the program, or losing it,
//! changes nothing. The screen remembers only which step is looked at and what is unfolded; what is typed
//! about a step is kept as a draft.

mod bouts;
mod clock;
pub(super) mod controls;
mod dose;
pub(super) mod flags;
mod heading;
mod keys;
mod late;
pub(super) mod list;
pub(super) mod notes;
mod phases;
pub(super) mod reasons;
pub(super) mod step;
pub(super) mod words;

use egui::{Label, Ui};
use lucide_icons::Icon;

pub(super) use clock::{in_all, ring_ui};

use crate::app::Model;
use crate::app::command::{Command, Commands, Form, FormKind};
use crate::domain::protocol::{StepView, Walk};
use crate::domain::{Activity, Checklist, Id};
use crate::fl;
use crate::theme;
use crate::ui::screens::checklist::notes::StepNotes;
use crate::ui::widgets::{self, Button, icon};

/// How long after a run its checklist is still offered, ms.
const OFFERED_MS: i64 = 72 * 3_600_000;

/// Under this height of the window there is no room for more than what counts.
const TIGHT: f32 = 480.0;

/// What the screen remembers between frames.
#[derive(Default)]
pub struct ChecklistState {
    /// The checklist looked at; the newest where none was chosen.
    chosen: Option<Id>,
    /// The step looked at; the next one where none was chosen.
    step: Option<String>,
    /// What is typed and unfolded about the step.
    notes: StepNotes,
    /// Whether the steps that are not for this run are shown.
    unfolded: bool,
    /// Whether it says when to ask for help.
    help: bool,
}

/// Shows the checklist, or how to begin one.
pub fn checklist_ui(ui: &mut Ui, model: &Model, state: &mut ChecklistState, commands: &mut Commands) {
    let checklists = &model.journal.checklists;
    let chosen = checklists.iter().find(|it| Some(it.meta.id) == state.chosen);
    let checklist = chosen.or(checklists.last());
    let walk = checklist.and_then(|it| Walk::of(&model.journal, it.meta.id, model.now));
    widgets::page(ui, "checklist", |ui| match (checklist, walk) {
        (Some(checklist), Some(walk)) => walk_ui(ui, model, checklist, &walk, state, commands),
        _ => empty_ui(ui, model, commands),
    });
}

fn walk_ui(
    ui: &mut Ui,
    model: &Model,
    checklist: &Checklist,
    walk: &Walk,
    state: &mut ChecklistState,
    commands: &mut Commands,
) {
    let mut other = heading::heading_ui(ui, model, checklist, walk, &mut state.chosen, commands);
    flags::flags_ui(ui, &walk.facts.flags, &mut state.help);
    let looked_at = state.step.as_deref().and_then(|id| walk.step(id));
    let view = looked_at.or(walk.next.map(|n| &walk.steps[n]));
    // Where there is hardly any room, what to do goes before where one is.
    let is_tight = ui.content_rect().height() < TIGHT;
    if !is_tight {
        phases::phases_ui(ui, walk, view, model.now);
    }
    let pressed = steps_ui(ui, model, (checklist, walk), view, state, commands);
    if is_tight {
        phases::phases_ui(ui, walk, view, model.now);
    }
    if !heading::is_wide(ui) {
        other = heading::which_ui(ui, model, checklist, &mut state.chosen);
    }
    let ended = view.is_some_and(|it| controls::was_ended(commands, &it.step.id));
    if pressed.is_some() || ended {
        state.step = pressed;
        if ended {
            // The button that had the keyboard is another one for the next step.
            ui.memory_mut(|memory| {
                if let Some(held) = memory.focused() {
                    memory.surrender_focus(held);
                }
            });
        }
    }
    if other {
        state.step = None;
    }
    let over = walk.steps.iter().filter(|it| it.state.is_over());
    let over: Vec<&str> = over.map(|it| it.step.id.as_str()).collect();
    notes::forget_over(model, checklist.meta.id, &over, commands);
}

/// All steps, and one of them large. In one column, what to do now comes before what there is.
fn steps_ui(
    ui: &mut Ui,
    model: &Model,
    (checklist, walk): (&Checklist, &Walk),
    view: Option<&StepView>,
    state: &mut ChecklistState,
    commands: &mut Commands,
) -> Option<String> {
    let ChecklistState {
        notes, unfolded, step, ..
    } = state;
    let shown_id = view.map(|it| it.step.id.as_str());
    let mut wishes = Commands::default();
    let mut large_ui = |ui: &mut Ui| {
        let Some(view) = view else {
            return all_done_ui(ui, model, checklist, walk, &mut wishes);
        };
        let shown = step::Shown {
            model,
            checklist,
            walk,
            view,
        };
        notes.follow(&shown);
        step::step_ui(ui, &shown, notes, &mut wishes);
        if notes.keep(&mut wishes) {
            // Whoever types about a step stays at it, also when another opens meanwhile.
            *step = Some(view.step.id.clone());
        }
    };
    let pressed = if widgets::is_wide(ui) {
        let mut pressed = None;
        widgets::columns(
            ui,
            0.3,
            |ui| pressed = list::list_ui(ui, model, walk, shown_id, unfolded, commands),
            large_ui,
        );
        pressed
    } else {
        large_ui(ui);
        list::list_ui(ui, model, walk, shown_id, unfolded, commands)
    };
    for wish in wishes.take() {
        commands.emit(wish);
    }
    pressed
}

/// Nothing is left to do.
fn all_done_ui(ui: &mut Ui, model: &Model, checklist: &Checklist, walk: &Walk, commands: &mut Commands) {
    widgets::landing(ui, &fl!("checklist-all-done"));
    widgets::card(ui, |ui| {
        ui.horizontal_top(|ui| {
            icon(ui, Icon::CircleCheck, 26.0, theme::palette(ui).accent);
            ui.add(Label::new(theme::page_title(ui, fl!("checklist-all-done"))).wrap());
        });
        let text = fl!("checklist-all-done-text", done = walk.done, all = walk.asked);
        ui.add(Label::new(theme::quiet(ui, text)).wrap());
        if checklist.closed_at.is_none() && model.can_write() {
            ui.add_space(theme::GAP);
            let put_away = Button::primary(fl!("checklist-close-done")).icon(Icon::Archive);
            if ui.add(put_away).on_hover_text(fl!("checklist-close-hint")).clicked() {
                commands.emit(Command::CloseChecklist(checklist.meta.id));
            }
        }
    });
}

fn empty_ui(ui: &mut Ui, model: &Model, commands: &mut Commands) {
    widgets::heading(ui, theme::page_title(ui, fl!("place-checklist")));
    widgets::landing(ui, &fl!("place-checklist"));
    let recent = recent_run(model).filter(|_| model.can_write());
    let (text, button) = match recent {
        Some(run) => (
            fl!(
                "checklist-empty-run",
                day = crate::domain::words::day_short(model.day_of(run.started_at))
            ),
            fl!("checklist-start"),
        ),
        None => (fl!("checklist-empty"), fl!("record-run")),
    };
    let title = fl!("checklist-empty-title");
    if widgets::empty_state(ui, Icon::ListChecks, &title, &text, Some(&button)) {
        commands.emit(match recent {
            Some(run) => Command::StartChecklist(run.meta.id),
            None => Command::Open(Form::new(FormKind::Run, model.today())),
        });
    }
}

/// The latest run of the last three days that has no checklist.
pub(super) fn recent_run(model: &Model) -> Option<&Activity> {
    let run = model.journal.activities.iter().rev().find(|it| it.is_run())?;
    let fresh = model.now.ms - run.ended_at().ms <= OFFERED_MS;
    let walked = model.journal.checklists.iter().any(|it| it.run_id == Some(run.meta.id));
    (fresh && !walked).then_some(run)
}
