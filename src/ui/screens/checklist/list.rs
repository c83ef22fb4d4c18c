//! All steps of a checklist, each with one line about where it stands: what is asked for, then what is
//! optional, and folded away what is not for this run.

use egui::{CornerRadius, FontFamily, Id, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};
use lucide_icons::Icon;

use super::words::{UNANSWERED, line_of};
use crate::app::Model;
use crate::app::command::{Command, Commands};
use crate::domain::protocol::{StepState, StepView, Walk};
use crate::fl;
use crate::theme;
use crate::ui::widgets::{Button, fold, one_stop_down, paint_icon, stop_sense};

const ROW: f32 = 44.0;

/// The steps as the list groups them.
struct Groups<'w, 'a> {
    asked: Vec<&'w StepView<'a>>,
    optional: Vec<&'w StepView<'a>>,
    closed: Vec<&'w StepView<'a>>,
}

impl<'w, 'a> Groups<'w, 'a> {
    fn of(walk: &'w Walk<'a>) -> Self {
        let mut groups = Self {
            asked: Vec::new(),
            optional: Vec::new(),
            closed: Vec::new(),
        };
        for view in &walk.steps {
            let state = view.state;
            if state.is_over() || state.is_under_way() || view.is_wanted() {
                groups.asked.push(view);
            } else if state.is_settled() || matches!(state, StepState::Blocked { .. }) {
                groups.closed.push(view);
            } else {
                groups.optional.push(view);
            }
        }
        groups
    }
}

/// Shows the steps; the id of the one that was pressed. `unfolded` is whether what is not for this run is
/// shown.
pub fn list_ui(
    ui: &mut Ui,
    model: &Model,
    walk: &Walk,
    shown: Option<&str>,
    unfolded: &mut bool,
    commands: &mut Commands,
) -> Option<String> {
    let groups = Groups::of(walk);
    let is_shown = |it: &&&StepView| Some(it.step.id.as_str()) == shown;
    let unfold = *unfolded || groups.closed.iter().any(|it| is_shown(&it));
    let mut pressed = None;
    theme::card(ui).inner_margin(12).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        let all = groups.asked.iter().chain(&groups.optional);
        let rows: Vec<&StepView> = all.chain(groups.closed.iter().filter(|_| unfold)).copied().collect();
        let ids: Vec<Id> = rows.iter().map(|it| ui.scope_id().with(&it.step.id)).collect();
        let rest = rows.iter().position(|it| is_shown(&it)).unwrap_or(0);
        let stop = one_stop_down(ui, &ids, rest);
        for (n, view) in rows.iter().enumerate() {
            if n == groups.asked.len() && !groups.optional.is_empty() {
                group_heading(ui, &fl!("checklist-optional"));
            }
            if n == groups.asked.len() + groups.optional.len() {
                fold_ui(ui, groups.closed.len(), unfold, unfolded);
            }
            let on = is_shown(&view);
            if row_ui(ui, model, view, (ids[n], stop_sense(n, stop)), on) {
                pressed = Some(view.step.id.clone());
            }
        }
        if !unfold && !groups.closed.is_empty() {
            fold_ui(ui, groups.closed.len(), unfold, unfolded);
        }
        questions_ui(ui, model, &groups, shown, commands);
    });
    pressed
}

fn group_heading(ui: &mut Ui, words: &str) {
    ui.add_space(theme::GAP);
    ui.horizontal(|ui| {
        ui.add_space(12.0);
        ui.label(theme::note(ui, words));
    });
}

/// The heading of what is not for this run, which folds it away.
fn fold_ui(ui: &mut Ui, count: usize, unfold: bool, unfolded: &mut bool) {
    ui.add_space(theme::GAP);
    let mut open = unfold;
    ui.horizontal(|ui| {
        ui.add_space(12.0);
        if fold(ui, &fl!("checklist-not-for-this", count = count), &mut open).changed() {
            *unfolded = open;
        }
    });
}

/// The way to open what is closed only for want of an answer, unless the step that is shown has it.
fn questions_ui(ui: &mut Ui, model: &Model, groups: &Groups, shown: Option<&str>, commands: &mut Commands) {
    let is_unanswered = |it: &&&StepView| it.held_back().any(|it| it.rule.id == UNANSWERED);
    let waiting: Vec<_> = groups.closed.iter().filter(is_unanswered).collect();
    let is_said = waiting.iter().any(|it| Some(it.step.id.as_str()) == shown);
    if waiting.is_empty() || is_said || !model.can_write() {
        return;
    }
    let waits = waiting.len();
    let ask = Button::quiet(fl!("step-answer-questions"))
        .icon(Icon::HeartPulse)
        .small();
    let hint = fl!("checklist-questions-hint", count = waits);
    if ui.add(ask.ink(theme::palette(ui).accent)).on_hover_text(hint).clicked() {
        commands.emit(Command::AskHealth);
    }
}

fn row_ui(ui: &mut Ui, model: &Model, view: &StepView, (id, sense): (Id, Sense), on: bool) -> bool {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let response = ui.interact(rect, id, sense);
    let (name, line) = (view.step.name(), line_of(model, view));
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, format!("{name}: {line}")));
    let it = theme::palette(ui);
    let radius = CornerRadius::same(theme::RADIUS);
    if on {
        ui.painter().rect_filled(rect, radius, it.accent_soft);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, radius, it.sunk);
    }
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.has_focus() {
        theme::focus_ring(ui, rect.shrink(2.0), theme::RADIUS);
    }
    let (mark, mark_ink) = mark(ui, view);
    paint_icon(ui, pos2(rect.left() + 22.0, rect.center().y), mark, 18.0, mark_ink);
    let is_open = view.state == StepState::Ready || view.state.is_under_way();
    let ink = if is_open || on { it.ink } else { it.second_ink };
    let words = Rect::from_min_max(rect.min + vec2(44.0, 5.0), rect.max - vec2(8.0, 5.0));
    let (upper, lower) = words.split_top_bottom_at_y(words.center().y + 1.0);
    let cut = theme::paint_line(ui, upper, &name, theme::medium(), theme::BODY, ink);
    let line_ink = if on { it.second_ink } else { it.third_ink };
    let cut = theme::paint_line(ui, lower, &line, FontFamily::Proportional, theme::NOTE, line_ink) || cut;
    let clicked = response.clicked();
    if cut {
        response.on_hover_text(format!("{name}\n{line}"));
    }
    clicked
}

fn mark(ui: &Ui, view: &StepView) -> (Icon, egui::Color32) {
    let it = theme::palette(ui);
    match view.state {
        StepState::Done | StepState::Partly => (Icon::Check, it.accent),
        StepState::Skipped | StepState::NotApplicable => (Icon::Minus, it.third_ink),
        StepState::Running(_) => (Icon::Play, it.accent),
        StepState::Paused(_) => (Icon::Pause, it.accent),
        StepState::Waiting { .. } => (Icon::Clock, it.third_ink),
        StepState::Blocked { .. } => (Icon::Lock, it.third_ink),
        StepState::Ready => (icon_of(view), it.second_ink),
    }
}

/// The step's own icon.
pub fn icon_of(view: &StepView) -> Icon {
    Icon::try_from(view.step.icon.as_str()).unwrap_or(Icon::Circle)
}
