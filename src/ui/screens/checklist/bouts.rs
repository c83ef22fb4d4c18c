//! The bouts of a step as a row of segments: done, current, to come. Each can be pressed to go there.

use egui::{CornerRadius, FontFamily, Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use lucide_icons::Icon;

use super::step::Shown;
use crate::app::command::Commands;
use crate::domain::protocol::{Bout, StepAct, StepState};
use crate::domain::words;
use crate::fl;
use crate::theme;
use crate::ui::widgets::{Button, one_stop, stop_sense};

/// How tall a segment is, and the room in which it is pressed.
const BAR: f32 = 10.0;
const ROOM: f32 = theme::SMALL_CONTROL;
/// The muscles' names below.
const NAMES: f32 = 16.0;
/// Between segments of a muscle, and between muscles.
const NEAR: f32 = 3.0;
const APART: f32 = 10.0;

/// Shows the bouts of a step that has more than one.
pub fn bouts_ui(ui: &mut Ui, shown: &Shown, commands: &mut Commands) {
    if shown.view.bouts.len() < 2 {
        return;
    }
    let state = shown.view.state;
    let can_go = shown.model.can_write() && (state.is_under_way() || state == StepState::Ready);
    if let Some(bout) = segments_ui(ui, shown, can_go) {
        shown.emit(commands, StepAct::Jump(bout));
    }
}

/// Where the runner is among the bouts.
fn at(shown: &Shown) -> usize {
    shown.view.state.progress().map_or(0, |it| it.bout)
}

/// Buttons to go a bout back and on, while the timer is under way.
pub fn step_buttons_ui(ui: &mut Ui, shown: &Shown, commands: &mut Commands) {
    if shown.view.bouts.len() < 2 || !shown.view.state.is_under_way() || !shown.model.can_write() {
        return;
    }
    let (back, on) = neighbours(shown);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = theme::GAP;
        let mut to = None;
        for (icon, bout, name, key) in [
            (Icon::StepBack, back, fl!("bout-back"), "←"),
            (Icon::StepForward, on, fl!("bout-on"), "→"),
        ] {
            let button = Button::secondary("").name(name.as_str()).icon(icon).small();
            let hint = format!("{name}. {}", fl!("key-hint", key = key));
            if ui.add(button.enabled(bout.is_some())).on_hover_text(hint).clicked() {
                to = bout;
            }
        }
        if let Some(bout) = to {
            shown.emit(commands, StepAct::Jump(bout));
        }
    });
}

/// The bout to go back to, and the one to go on to. Back is first to the beginning of the one that runs, as
/// on any player.
pub fn neighbours(shown: &Shown) -> (Option<usize>, Option<usize>) {
    let Some(progress) = shown.view.state.progress() else {
        return (None, None);
    };
    let has_begun = !progress.getting_ready && progress.bout_s - progress.bout_left_s > 3.0;
    let back = if has_begun || progress.is_over() {
        Some(progress.bout)
    } else {
        progress.bout.checked_sub(1)
    };
    let on = Some(progress.bout + 1).filter(|it| *it < shown.view.bouts.len());
    (back, on.filter(|_| !progress.is_over()))
}

fn segments_ui(ui: &mut Ui, shown: &Shown, can_go: bool) -> Option<usize> {
    let (bouts, width) = (&shown.view.bouts, ui.available_width());
    let runs = runs(bouts);
    let gaps = (bouts.len() - runs.len()) as f32 * NEAR + (runs.len() - 1) as f32 * APART;
    let each = (width - gaps) / bouts.len() as f32;
    let (all, _) = ui.allocate_exact_size(vec2(width, ROOM + NAMES), Sense::hover());
    let ids: Vec<Id> = (0..bouts.len()).map(|n| ui.scope_id().with(("bout", n))).collect();
    let stop = one_stop(ui, &ids, at(shown));
    let mut left = all.left();
    let mut pressed = None;
    for run in runs {
        let begins = left;
        for n in run.clone() {
            let rect = Rect::from_min_size(pos2(left, all.top()), vec2(each, ROOM));
            let sense = if can_go { stop_sense(n, stop) } else { Sense::hover() };
            if segment_ui(ui, shown, rect, n, (ids[n], sense)) {
                pressed = Some(n);
            }
            left += each + NEAR;
        }
        let room = Rect::from_min_max(pos2(begins, all.top() + ROOM), pos2(left - NEAR, all.bottom()));
        name_ui(ui, room, &bouts[run.start]);
        left += APART - NEAR;
    }
    pressed
}

/// The bouts of one muscle after the other; a stage is one by itself.
fn runs(bouts: &[Bout]) -> Vec<std::ops::Range<usize>> {
    let mut runs: Vec<std::ops::Range<usize>> = Vec::new();
    for (n, bout) in bouts.iter().enumerate() {
        match runs.last_mut() {
            Some(run) if bout.region.is_some() && bouts[run.start].region == bout.region => run.end = n + 1,
            _ => runs.push(n..n + 1),
        }
    }
    runs
}

/// The muscle's or the stage's name, where there is room for it.
fn name_ui(ui: &Ui, room: Rect, bout: &Bout) {
    let name = bout.region.map(words::region).or_else(|| bout.name());
    let ink = theme::palette(ui).third_ink;
    let family = FontFamily::Proportional;
    theme::paint_line(ui, room, &name.unwrap_or_default(), family, theme::NOTE, ink);
}

/// One bout; true when it was pressed.
fn segment_ui(ui: &Ui, shown: &Shown, rect: Rect, n: usize, (id, sense): (Id, Sense)) -> bool {
    let view = shown.view;
    let it = theme::palette(ui);
    let response = ui.interact(rect, id, sense);
    let progress = view.state.progress().filter(|it| !it.is_over());
    let is_current = progress.is_some_and(|it| it.bout == n);
    let is_done = view.is_bout_done(n) && !is_current;
    let bar = Rect::from_center_size(rect.center(), vec2(rect.width(), BAR));
    let radius = CornerRadius::same(3);
    let rest = if response.hovered() && sense.senses_click() {
        it.line.lerp_to_gamma(it.ink, 0.15)
    } else {
        it.line
    };
    ui.painter()
        .rect_filled(bar, radius, if is_done { it.accent } else { rest });
    if let Some(progress) = progress.filter(|_| is_current) {
        let part = if progress.getting_ready || progress.bout_s <= 0.0 {
            0.0
        } else {
            1.0 - (progress.bout_left_s / progress.bout_s) as f32
        };
        let filled = Rect::from_min_size(bar.min, vec2(bar.width() * part, BAR));
        ui.painter().rect_filled(filled, radius, it.accent);
        let line = Stroke::new(1.5, it.accent);
        ui.painter()
            .rect_stroke(bar.expand(2.0), CornerRadius::same(5), line, StrokeKind::Inside);
    }
    if response.has_focus() {
        theme::focus_ring(ui, bar.expand(2.0), 4);
    }
    let told = told(shown, n, is_current, is_done);
    response.widget_info(|| WidgetInfo::selected(Role::Button, sense.senses_click(), is_current, &told));
    let clicked = response.clicked();
    response.on_hover_text(told);
    clicked
}

/// "Left calf, 1 of 8, done".
fn told(shown: &Shown, n: usize, is_current: bool, is_done: bool) -> String {
    let bouts = &shown.view.bouts;
    let state = match (is_current, is_done) {
        (true, _) => fl!("bout-now"),
        (_, true) => fl!("bout-done"),
        _ => fl!("bout-to-come"),
    };
    let name = bouts[n].name().unwrap_or_default();
    fl!("bout-told", name = name, n = (n + 1), all = bouts.len(), state = state)
}
