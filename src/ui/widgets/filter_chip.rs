//! A filter to switch on and off: a word, how many it would show, and its icon.

use egui::{Align2, Color32, CornerRadius, FontId, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo};
use egui::{pos2, vec2};
use lucide_icons::Icon;

use super::paint_icon;
use crate::ui::theme;

const ICON: f32 = 16.0;
const PADDING: f32 = 12.0;

/// A chip called `words`, with `count` behind its words.
pub fn filter_chip(ui: &mut Ui, icon: Icon, ink: Color32, words: &str, count: usize, on: bool) -> Response {
    let text = format!("{words} {count}");
    let font = FontId::new(theme::BODY, theme::medium());
    let galley = ui.painter().layout_no_wrap(text.clone(), font, Color32::PLACEHOLDER);
    let size = vec2(
        2.0 * PADDING + ICON + theme::GAP + galley.size().x,
        theme::SMALL_CONTROL,
    );
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), on, &text));
    let it = theme::palette(ui);
    let (fill, border, words_ink) = match (on, response.hovered()) {
        (true, _) => (it.accent_soft, it.accent, it.ink),
        (false, true) => (it.sunk, it.line, it.ink),
        (false, false) => (it.card, it.line, it.second_ink),
    };
    let radius = theme::SMALL_CONTROL as u8 / 2;
    ui.painter().rect(
        rect,
        CornerRadius::same(radius),
        fill,
        Stroke::new(1.0, border),
        StrokeKind::Inside,
    );
    if response.has_focus() {
        theme::focus_ring(ui, rect, radius);
    }
    let at = pos2(rect.left() + PADDING + ICON / 2.0, rect.center().y);
    paint_icon(ui, at, icon, ICON, ink);
    let room = at + vec2(ICON / 2.0 + theme::GAP, 0.0);
    theme::paint_text(
        ui,
        room,
        Align2::LEFT_CENTER,
        &text,
        theme::medium(),
        theme::BODY,
        words_ink,
    );
    response
}
