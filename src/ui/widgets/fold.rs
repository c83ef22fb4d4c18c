//! A line that unfolds what stands below it.

use egui::{Color32, FontId, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};
use lucide_icons::Icon;

use super::paint_icon;
use crate::theme;

const ICON: f32 = 18.0;

/// `words` with an arrow before them; pressing it turns `open`.
pub fn fold(ui: &mut Ui, words: &str, open: &mut bool) -> Response {
    let font = FontId::new(theme::BODY, theme::medium());
    let galley = ui
        .painter()
        .layout_no_wrap(words.to_owned(), font, Color32::PLACEHOLDER);
    let size = vec2(ICON + theme::GAP / 2.0 + galley.size().x, theme::SMALL_CONTROL);
    let (rect, mut response) = ui.allocate_exact_size(size, Sense::click());
    if response.clicked() {
        *open = !*open;
        response.mark_changed();
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), words));
    let expanded = *open;
    ui.accesskit_node_builder(response.id, |node| node.set_expanded(expanded));
    let it = theme::palette(ui);
    let ink = if response.hovered() { it.ink } else { it.second_ink };
    let mark = if *open { Icon::ChevronUp } else { Icon::ChevronDown };
    paint_icon(ui, pos2(rect.left() + ICON / 2.0, rect.center().y), mark, ICON, ink);
    let at = pos2(rect.right() - galley.size().x, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley_with_override_text_color(at, galley, ink);
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.has_focus() {
        theme::focus_ring(ui, rect, theme::RADIUS - 2);
    }
    response
}
