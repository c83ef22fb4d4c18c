//! The time line of a checklist: its phases side by side, a mark for each step that is asked for, and where
//! the runner is.

use egui::{CornerRadius, FontFamily, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use strum::VariantArray as _;

use crate::domain::Stamp;
use crate::domain::protocol::{Phase, StepView, Walk};
use crate::domain::words;
use crate::fl;
use crate::theme;

const BAR: f32 = 6.0;
const HEIGHT: f32 = 34.0;
/// Between the marks of a phase.
const NEAR: f32 = 3.0;

/// Shows the phases side by side; `here` is the step that is shown.
pub fn phases_ui(ui: &mut Ui, walk: &Walk, here: Option<&StepView>, now: Stamp) {
    let count = Phase::VARIANTS.len() as f32;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let width = (rect.width() - theme::BETWEEN * (count - 1.0)) / count;
    for (n, &phase) in Phase::VARIANTS.iter().enumerate() {
        let left = rect.left() + n as f32 * (width + theme::BETWEEN);
        let part = Rect::from_min_size(pos2(left, rect.top()), vec2(width, HEIGHT));
        let asked = walk.steps.iter().filter(|it| it.step.phase == phase);
        let asked = asked.filter(|it| it.is_wanted() || it.state.is_over() || it.state.is_under_way());
        let asked: Vec<_> = asked.collect();
        let is_here = here.filter(|it| it.step.phase == phase);
        phase_ui(ui, part, phase, &asked, is_here, now);
    }
}

fn phase_ui(ui: &mut Ui, rect: Rect, phase: Phase, steps: &[&StepView], here: Option<&StepView>, now: Stamp) {
    let it = theme::palette(ui);
    let bar = Rect::from_min_size(rect.min, vec2(rect.width(), BAR));
    marks_ui(ui, bar, steps, here);
    let (family, ink) = if here.is_some() {
        (theme::semi_bold(), it.ink)
    } else {
        (theme::medium(), it.second_ink)
    };
    let line = Rect::from_min_max(pos2(rect.left(), rect.top() + BAR + 6.0), rect.max);
    let when = begins(steps, now);
    let note = egui::FontId::new(theme::NOTE, FontFamily::Proportional);
    let remark = ui.painter().layout_no_wrap(when.clone(), note, it.third_ink);
    let title = egui::FontId::new(theme::BODY, family.clone());
    let name = ui.painter().layout_no_wrap(phase.name(), title, ink);
    let remark_fits = name.size().x + theme::GAP + remark.size().x <= line.width();
    // Where there is no room for all names, the one that counts is enough.
    if here.is_some() || name.size().x <= line.width() {
        theme::paint_line(ui, line, &phase.name(), family, theme::BODY, ink);
    }
    if remark_fits {
        let at = pos2(line.right() - remark.size().x, line.center().y - remark.size().y / 2.0);
        ui.painter().galley(at, remark, it.third_ink);
    }
    let over = steps.iter().filter(|it| it.state.is_over()).count();
    let told = told(phase, &when, over, steps.len());
    let response = ui.interact(rect, ui.scope_id().with(("phase", phase)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, &told));
    response.on_hover_text(told);
}

/// A mark for each step: filled once it is done, framed where the runner is.
fn marks_ui(ui: &Ui, bar: Rect, steps: &[&StepView], here: Option<&StepView>) {
    let it = theme::palette(ui);
    let radius = CornerRadius::same(3);
    if steps.is_empty() {
        ui.painter().rect_filled(bar, radius, it.sunk);
        return;
    }
    let count = steps.len() as f32;
    let each = (bar.width() - NEAR * (count - 1.0)) / count;
    for (n, view) in steps.iter().enumerate() {
        let left = bar.left() + n as f32 * (each + NEAR);
        let mark = Rect::from_min_size(pos2(left, bar.top()), vec2(each, BAR));
        let fill = match view.state {
            crate::domain::protocol::StepState::Skipped => it.third_ink,
            state if state.is_over() => it.accent,
            _ => it.line.lerp_to_gamma(it.ink, 0.04),
        };
        ui.painter().rect_filled(mark, radius, fill);
        if here.is_some_and(|here| here.step.id == view.step.id) {
            let line = Stroke::new(1.5, it.accent);
            ui.painter()
                .rect_stroke(mark.expand(2.0), CornerRadius::same(5), line, StrokeKind::Inside);
        }
    }
}

/// "Tonight from 20:30: 1 of 3 steps over".
fn told(phase: Phase, when: &str, over: usize, all: usize) -> String {
    let phase = phase.name();
    match (all, when.is_empty()) {
        (0, _) => fl!("checklist-phase-empty", phase = phase),
        (_, true) => fl!("checklist-phase", phase = phase, over = over, all = all),
        (_, false) => fl!(
            "checklist-phase-from",
            phase = phase,
            when = when,
            over = over,
            all = all
        ),
    }
}

/// "from 17:33" while all its steps wait, nothing once it began.
fn begins(steps: &[&StepView], now: Stamp) -> String {
    let open = steps.iter().filter(|it| !it.state.is_over());
    let first = open.map(|it| it.span.opens).min_by_key(|it| it.ms);
    match first.filter(|it| it.ms > now.ms) {
        Some(at) if at.civil_date() == now.civil_date() => fl!("checklist-from", clock = words::clock(at)),
        Some(at) => words::day_short(at.civil_date()),
        None => String::new(),
    }
}
