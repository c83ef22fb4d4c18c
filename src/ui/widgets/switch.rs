//! Something that is on or off, with a line about what that means.

use egui::{CornerRadius, Label, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::theme;

const SIZE: egui::Vec2 = vec2(40.0, 24.0);
const INSET: f32 = 3.0;

/// A switch called `label` at the right of its words. It is changed when `on` has changed.
pub fn switch(ui: &mut Ui, on: &mut bool, label: &str, note: &str) -> Response {
    ui.horizontal_top(|ui| {
        let room = ui.available_width() - SIZE.x - theme::BETWEEN;
        ui.vertical(|ui| {
            ui.set_width(room.max(80.0));
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.label(theme::label(ui, label));
            ui.add(Label::new(theme::note(ui, note)).wrap());
        });
        ui.add_space((ui.available_width() - SIZE.x).max(0.0));
        let (rect, mut response) = ui.allocate_exact_size(SIZE, Sense::click());
        if response.clicked() {
            *on = !*on;
            response.mark_changed();
        }
        response.widget_info(|| WidgetInfo::selected(Role::Switch, ui.is_enabled(), *on, label));
        paint(ui, rect, *on, &response);
        response
    })
    .inner
}

fn paint(ui: &Ui, rect: Rect, on: bool, response: &Response) {
    let it = theme::palette(ui);
    let radius = rect.height() / 2.0;
    let rest = if on { it.accent } else { it.third_ink };
    let fill = if response.hovered() {
        rest.lerp_to_gamma(it.ink, 0.12)
    } else {
        rest
    };
    ui.painter().rect_filled(rect, CornerRadius::same(radius as u8), fill);
    let x = if on {
        rect.right() - radius
    } else {
        rect.left() + radius
    };
    ui.painter()
        .circle_filled(pos2(x, rect.center().y), radius - INSET, it.card);
    if response.has_focus() {
        theme::focus_ring(ui, rect, radius as u8);
    }
}
