//! Which day a chart is asked about, by pointer or by keys.

use egui::accesskit::Role;
use egui::{CursorIcon, EventFilter, Key, PointerButton, Pos2, Response, Stroke, StrokeKind, Ui, Vec2};
use jiff::civil::Date;

use super::story::Story;
use super::{ChartResponse, Style};

/// How far each arrow leads among the days of a chart.
pub(super) type Arrows = &'static [(Key, isize)];

/// Along a line: a day at a time.
const LINE: Arrows = &[(Key::ArrowLeft, -1), (Key::ArrowRight, 1)];

/// Among weeks beside each other, of every day: a week across, a day down.
pub(super) const WEEKS: Arrows = &[
    (Key::ArrowLeft, -7),
    (Key::ArrowRight, 7),
    (Key::ArrowUp, -1),
    (Key::ArrowDown, 1),
];

/// The day under the pointer, or the one the keys walked to among `days` (sorted) from `marked`.
///
/// A resting pointer does not hold the mark: keys may move it away, until the pointer moves again.
pub(super) fn pick(
    ui: &Ui,
    response: &Response,
    days: &[Date],
    marked: Option<Date>,
    nearest: impl Fn(Pos2) -> Option<Date>,
) -> ChartResponse {
    pick_by(LINE, ui, response, days, marked, nearest)
}

/// The same where the arrows lead as `arrows` says.
pub(super) fn pick_by(
    arrows: Arrows,
    ui: &Ui,
    response: &Response,
    days: &[Date],
    marked: Option<Date>,
    nearest: impl Fn(Pos2) -> Option<Date>,
) -> ChartResponse {
    let moving = ui.input(|input| input.pointer.delta() != Vec2::ZERO);
    let keyed = stepped(ui, response, arrows, days, marked);
    let hovered = keyed.or_else(|| match response.hover_pos() {
        Some(at) if moving || marked.is_none() => nearest(at),
        Some(_) => marked,
        None => marked.filter(|_| response.has_focus()),
    });
    let under_click = || response.interact_pointer_pos().and_then(&nearest);
    let clicked = if response.clicked_by(PointerButton::Primary) {
        under_click()
    } else if response.clicked() {
        hovered
    } else {
        None
    };
    ChartResponse {
        clicked,
        hovered,
        row: None,
    }
}

/// The day that the keys lead to, while the chart has the keyboard.
fn stepped(ui: &Ui, response: &Response, arrows: Arrows, days: &[Date], marked: Option<Date>) -> Option<Date> {
    if !response.has_focus() {
        return None;
    }
    let ours = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: arrows.iter().any(|it| it.0 == Key::ArrowDown),
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, ours));
    let last = days.len().checked_sub(1)?;
    let Some(marked) = marked else {
        return Some(days[last]);
    };
    let here = days.partition_point(|it| *it < marked);
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    let next = if pressed(Key::Home) {
        0
    } else if pressed(Key::End) {
        last
    } else {
        let step = arrows.iter().find(|it| pressed(it.0))?.1;
        here.saturating_add_signed(step)
    };
    Some(days[next.min(last)])
}

/// Names the chart, tells the story of the day it is asked about, and shows where the keyboard is.
pub(super) fn present(ui: &Ui, response: &Response, name: &str, story: Option<(Story, Pos2)>, style: &Style) {
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Figure);
        node.set_label(name);
        if let Some((story, _)) = &story {
            node.set_value(story.text());
        }
    });
    if response.has_focus() {
        let ring = Stroke::new(2.0, style.accent);
        ui.painter()
            .rect_stroke(response.rect.expand(2.0), 4, ring, StrokeKind::Outside);
    }
    if let Some((story, at)) = story {
        story.card_ui(response, at, style);
        if response.hovered() {
            ui.set_cursor_icon(CursorIcon::PointingHand);
        }
    }
}
