//! All steps of a checklist, each with one line about where it stands.

use egui::{CornerRadius, FontFamily, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};
use lucide_icons::Icon;

use crate::app::Model;
use crate::domain::protocol::{Reason, StepState, StepView, Walk};
use crate::domain::{Outcome, units, words};
use crate::fl;
use crate::ui::theme;
use crate::ui::widgets::paint_icon;

const ROW: f32 = 48.0;

/// Shows the steps; the id of the one that was pressed.
pub fn list_ui(ui: &mut Ui, model: &Model, walk: &Walk, shown: &str) -> Option<String> {
    let mut pressed = None;
    theme::card(ui).inner_margin(12).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        for view in &walk.steps {
            if row_ui(ui, model, view, view.step.id == shown) {
                pressed = Some(view.step.id.clone());
            }
        }
    });
    pressed
}

fn row_ui(ui: &mut Ui, model: &Model, view: &StepView, on: bool) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let (name, line) = (view.step.name(), line_of(model, view));
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, format!("{name}: {line}")));
    let it = theme::palette(ui);
    let radius = CornerRadius::same(theme::RADIUS);
    if on {
        ui.painter().rect_filled(rect, radius, it.accent_soft);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, radius, it.sunk);
    }
    if response.has_focus() {
        theme::focus_ring(ui, rect, theme::RADIUS);
    }
    let (mark, mark_ink) = mark(ui, view);
    paint_icon(ui, pos2(rect.left() + 24.0, rect.center().y), mark, 18.0, mark_ink);
    let open = !view.state.is_over() && !matches!(view.state, StepState::Waiting { .. });
    let ink = if open || on { it.ink } else { it.second_ink };
    let words = Rect::from_min_max(rect.min + vec2(48.0, 6.0), rect.max - vec2(8.0, 6.0));
    let (upper, lower) = words.split_top_bottom_at_y(words.center().y + 1.0);
    theme::paint_line(ui, upper, &name, theme::medium(), theme::BODY, ink);
    theme::paint_line(ui, lower, &line, FontFamily::Proportional, theme::NOTE, it.third_ink);
    response.clicked()
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

/// Where a step stands, in one short line.
pub fn line_of(model: &Model, view: &StepView) -> String {
    match view.state {
        StepState::Waiting { until } => opens(model, until),
        StepState::Blocked { .. } | StepState::NotApplicable => {
            view.held_back().map(Reason::sentence).collect::<Vec<_>>().join(" ")
        }
        StepState::Ready if view.late => fl!("step-late"),
        StepState::Ready => ready(model, view),
        StepState::Running(it) => fl!("step-running", left = clock_of(it.left_s)),
        StepState::Paused(it) => fl!("step-paused", left = clock_of(it.left_s)),
        StepState::Done | StepState::Partly | StepState::Skipped => over(view),
    }
}

fn opens(model: &Model, until: crate::domain::Stamp) -> String {
    if let Some(minutes) = model.countdown(until) {
        fl!("step-opens-in", minutes = minutes, clock = words::clock(until))
    } else if until.civil_date() == model.now.civil_date() {
        fl!("step-opens", clock = words::clock(until))
    } else {
        fl!(
            "step-opens-on",
            day = words::day_short(until.civil_date()),
            clock = words::clock(until)
        )
    }
}

fn ready(model: &Model, view: &StepView) -> String {
    let closes = view.span.closes;
    match view.step.timer {
        Some(timer) if timer.min >= 120.0 => {
            let (min, max) = (timer.min / 60.0, timer.max / 60.0);
            fl!("step-hours", min = min, max = max)
        }
        Some(timer) => fl!("step-minutes", min = timer.min, max = timer.max),
        None if closes.civil_date() == model.now.civil_date() => fl!("step-until", clock = words::clock(closes)),
        None => fl!("step-open"),
    }
}

fn over(view: &StepView) -> String {
    let Some(row) = view.row else {
        return String::new();
    };
    let clock = row.ended_at.map(words::clock).unwrap_or_default();
    let minutes = row.minutes.map(units::show_number);
    match (row.outcome, minutes) {
        (Some(Outcome::Skipped), _) if row.reason.is_empty() => fl!("step-skipped"),
        (Some(Outcome::Skipped), _) => fl!("step-skipped-why", why = row.reason.as_str()),
        (Some(Outcome::Partly), Some(minutes)) => fl!("step-partly-minutes", minutes = minutes, clock = clock),
        (Some(Outcome::Partly), None) => fl!("step-partly", clock = clock),
        (_, Some(minutes)) => fl!("step-done-minutes", minutes = minutes, clock = clock),
        (_, None) => fl!("step-done", clock = clock),
    }
}

/// Seconds as a timer shows them: `0:21`, `1:05:00`.
pub fn clock_of(seconds: f64) -> String {
    units::show_duration(seconds.ceil())
}
