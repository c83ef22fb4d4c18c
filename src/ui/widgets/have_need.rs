//! How much of what is needed is there: a bar, and the two numbers.

use egui::{CornerRadius, Rect, Role, Sense, Ui, WidgetInfo, vec2};

use crate::fl;
use crate::theme;

const WIDTH: f32 = 240.0;
const HEIGHT: f32 = 8.0;

/// "12 of 40", under a bar that is as full.
pub fn have_need(ui: &mut Ui, have: usize, need: usize) {
    let words = fl!("have-need", have = have, need = need);
    let width = WIDTH.min(ui.available_width());
    let (rect, response) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, &words));
    let it = theme::palette(ui);
    let corners = CornerRadius::same((HEIGHT / 2.0) as u8);
    ui.painter().rect_filled(rect, corners, it.sunk);
    let part = (have as f32 / need.max(1) as f32).min(1.0);
    if part > 0.0 {
        let full = Rect::from_min_size(rect.min, vec2((width * part).max(HEIGHT), HEIGHT));
        ui.painter().rect_filled(full, corners, it.accent);
    }
    ui.label(theme::note(ui, words));
}
