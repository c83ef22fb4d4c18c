//! A word that is on or off.

use egui::{CornerRadius, FontId, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use crate::theme;

const PADDING: f32 = 12.0;

/// A word to switch on and off: clicked means that it is to change. `name` says it to assistive
/// technology with what it is about: "Calf, left" where it shows "Left".
pub fn chip(ui: &mut Ui, on: bool, words: &str, name: &str) -> Response {
    let font = FontId::new(theme::BODY, if on { theme::semi_bold() } else { theme::medium() });
    let galley = ui
        .painter()
        .layout_no_wrap(words.to_owned(), font, egui::Color32::PLACEHOLDER);
    let size = vec2(galley.size().x + 2.0 * PADDING, theme::SMALL_CONTROL);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), on, name));
    let it = theme::palette(ui);
    let (rest, ink, line) = if on {
        (it.accent_soft, it.ink, it.accent)
    } else {
        (it.sunk, it.second_ink, it.sunk)
    };
    let fill = if response.hovered() {
        rest.lerp_to_gamma(it.ink, 0.06)
    } else {
        rest
    };
    let radius = CornerRadius::same(theme::RADIUS);
    ui.painter()
        .rect(rect, radius, fill, Stroke::new(1.0, line), StrokeKind::Inside);
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.has_focus() {
        theme::focus_ring(ui, rect, theme::RADIUS);
    }
    let at = rect.center() - galley.size() / 2.0;
    ui.painter().galley_with_override_text_color(at, galley, ink);
    response
}
