//! A line to tick: a box and its words, which wrap. All of it can be pressed.

use egui::text::{LayoutJob, TextFormat};
use egui::{
    Color32, CornerRadius, FontFamily, FontId, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
};
use egui::{pos2, vec2};
use lucide_icons::Icon;

use super::paint_icon;
use crate::theme;

const BOX: f32 = 20.0;
const GAP: f32 = 10.0;

/// A box with `words` beside it; clicked means that it is to change. `name` says it to assistive
/// technology, with what it is about.
pub fn tick(ui: &mut Ui, on: bool, words: &str, name: &str) -> Response {
    let it = theme::palette(ui);
    let ink = if on { it.ink } else { it.second_ink };
    let font = FontId::new(theme::BODY, FontFamily::Proportional);
    let mut job = LayoutJob::single_section(words.to_owned(), TextFormat::simple(font, Color32::PLACEHOLDER));
    job.wrap.max_width = (ui.available_width() - BOX - GAP).max(0.0);
    let words = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let size = vec2(
        BOX + GAP + words.size().x,
        theme::SMALL_CONTROL.max(words.size().y + 8.0),
    );
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), on, name));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    // Beside the first line of the words.
    let first = words.rows.first().map_or(0.0, |row| row.height());
    let top = rect.center().y - words.size().y / 2.0;
    let square = Rect::from_center_size(pos2(rect.left() + BOX / 2.0, top + first / 2.0), vec2(BOX, BOX));
    box_ui(ui, square, on, &response);
    let at = pos2(rect.left() + BOX + GAP, top);
    ui.painter().galley_with_override_text_color(at, words, ink);
    response
}

fn box_ui(ui: &Ui, square: Rect, on: bool, response: &Response) {
    let it = theme::palette(ui);
    let radius = CornerRadius::same(theme::RADIUS - 3);
    let (fill, line) = if on {
        (it.accent, it.accent)
    } else {
        (it.card, it.third_ink)
    };
    let fill = if response.hovered() {
        fill.lerp_to_gamma(it.ink, 0.08)
    } else {
        fill
    };
    ui.painter()
        .rect(square, radius, fill, Stroke::new(1.0, line), StrokeKind::Inside);
    if on {
        paint_icon(ui, square.center(), Icon::Check, 16.0, it.on_accent);
    }
    if response.has_focus() {
        theme::focus_ring(ui, square, theme::RADIUS - 3);
    }
}
