//! The guide after a run: where one is in it, all its steps, and one of them large.
//!
//! Everything shown is derived from stored instants by [`Walk`], so closing the program, or losing it,
//! changes nothing. The screen remembers only which step is looked at and what is typed about it.

pub(super) mod list;
mod phases;
pub(super) mod step;

use egui::{ComboBox, Ui};
use lucide_icons::Icon;

use crate::app::Model;
use crate::app::command::{Command, Commands, Form, FormKind};
use crate::domain::protocol::Walk;
use crate::domain::{Activity, Checklist, Id, words};
use crate::fl;
use crate::ui::{theme, widgets};

/// How long after a run its checklist is still offered, ms.
const OFFERED_MS: i64 = 72 * 3_600_000;

/// What the screen remembers between frames.
#[derive(Default)]
pub struct ChecklistState {
    /// The checklist looked at; the newest where none was chosen.
    chosen: Option<Id>,
    /// The step looked at; the next one where none was chosen.
    step: Option<String>,
    /// What is typed about the step.
    dose: step::DoseDraft,
}

/// Shows the checklist, or how to begin one.
pub fn checklist_ui(ui: &mut Ui, model: &Model, state: &mut ChecklistState, commands: &mut Commands) {
    let checklists = &model.journal.checklists;
    let chosen = checklists.iter().find(|it| Some(it.meta.id) == state.chosen);
    let checklist = chosen.or(checklists.last());
    let walk = checklist.and_then(|it| Walk::of(&model.journal, it.meta.id, model.now));
    widgets::page(ui, "checklist", |ui| match (checklist, walk) {
        (Some(checklist), Some(walk)) => {
            heading_ui(ui, model, checklist, &walk, state, commands);
            phases::phases_ui(ui, &walk, model.now);
            steps_ui(ui, model, checklist, &walk, state, commands);
        }
        _ => empty_ui(ui, model, commands),
    });
}

/// All steps, and one of them large. In one column, what to do now comes before what there is.
fn steps_ui(
    ui: &mut Ui,
    model: &Model,
    checklist: &Checklist,
    walk: &Walk,
    state: &mut ChecklistState,
    commands: &mut Commands,
) {
    let looked_at = state.step.as_deref().and_then(|id| walk.step(id));
    let next = walk.next.map(|n| &walk.steps[n]);
    let Some(view) = looked_at.or(next).or(walk.steps.last()) else {
        return;
    };
    let shown = step::Shown { model, checklist, view };
    let pressed = if widgets::is_wide(ui) {
        let mut pressed = None;
        widgets::columns(
            ui,
            0.32,
            |ui| pressed = list::list_ui(ui, model, walk, &view.step.id),
            |ui| step::step_ui(ui, &shown, walk, &mut state.dose, commands),
        );
        pressed
    } else {
        step::step_ui(ui, &shown, walk, &mut state.dose, commands);
        list::list_ui(ui, model, walk, &view.step.id)
    };
    // Once a step is over the next one comes forward by itself.
    let ended = step::was_ended(commands, &view.step.id);
    if pressed.is_some() || ended {
        state.step = pressed;
        state.dose = step::DoseDraft::default();
    }
}

fn heading_ui(
    ui: &mut Ui,
    model: &Model,
    checklist: &Checklist,
    walk: &Walk,
    state: &mut ChecklistState,
    commands: &mut Commands,
) {
    let run = checklist.run_id.and_then(|id| run_of(model, id));
    let title_ui = |ui: &mut Ui| {
        widgets::heading(ui, theme::page_title(ui, title(run)));
    };
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        if ui.available_width() > 560.0 {
            widgets::row(ui, title_ui, |ui| corner_ui(ui, model, checklist, state, commands));
        } else {
            title_ui(ui);
            ui.horizontal_wrapped(|ui| corner_ui(ui, model, checklist, state, commands));
        }
        let ended = fl!(
            "checklist-ended",
            clock = words::clock(walk.ended_at),
            ago = words::ago(model.now.seconds_since(walk.ended_at)),
            done = walk.done,
            all = walk.steps.len()
        );
        ui.label(theme::quiet(ui, ended));
    });
}

/// Which checklist, and putting it away.
fn corner_ui(ui: &mut Ui, model: &Model, checklist: &Checklist, state: &mut ChecklistState, commands: &mut Commands) {
    if checklist.closed_at.is_none() && model.can_write() {
        let put_away = widgets::Button::secondary(fl!("checklist-close"))
            .icon(Icon::Archive)
            .name(fl!("checklist-close-name"));
        if ui.add(put_away).on_hover_text(fl!("checklist-close-hint")).clicked() {
            commands.emit(Command::CloseChecklist(checklist.meta.id));
        }
    }
    if model.journal.checklists.len() > 1 {
        which_ui(ui, model, checklist, state);
    }
}

fn title(run: Option<&Activity>) -> String {
    match run.and_then(|it| it.kind) {
        Some(kind) => fl!("checklist-after-kind", kind = words::run_kind(kind).to_lowercase()),
        None => fl!("checklist-after"),
    }
}

/// Chooses among the last checklists.
fn which_ui(ui: &mut Ui, model: &Model, shown: &Checklist, state: &mut ChecklistState) {
    let name = |it: &Checklist| {
        let day = words::day_short(model.day_of(it.started_at));
        format!("{day}, {}", words::clock(it.started_at))
    };
    let combo = ComboBox::from_id_salt("which checklist")
        .selected_text(name(shown))
        .show_ui(ui, |ui| {
            for it in model.journal.checklists.iter().rev().take(20) {
                if ui.selectable_label(it.meta.id == shown.meta.id, name(it)).clicked() {
                    // The newest is shown unless another was chosen, so that the next one comes forward.
                    let newest = model.journal.checklists.last().map(|it| it.meta.id);
                    state.chosen = Some(it.meta.id).filter(|id| Some(*id) != newest);
                    state.step = None;
                }
            }
        });
    combo.response.accessible_name(fl!("checklist-which"));
}

fn empty_ui(ui: &mut Ui, model: &Model, commands: &mut Commands) {
    widgets::heading(ui, theme::page_title(ui, fl!("place-checklist")));
    widgets::landing(ui, &fl!("place-checklist"));
    let recent = recent_run(model).filter(|_| model.can_write());
    let (text, button) = match recent {
        Some(run) => (
            fl!(
                "checklist-empty-run",
                day = words::day_short(model.day_of(run.started_at))
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

/// The run called `id`, if it is in the journal.
pub(super) fn run_of(model: &Model, id: Id) -> Option<&Activity> {
    model.journal.activities.iter().find(|it| it.meta.id == id)
}
