//! The timer of a step: a ring that fills, and the time in its middle.

use std::f32::consts::TAU;

use egui::epaint::PathShape;
use egui::{Align2, Pos2, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::ui::theme;

const WIDTH: f32 = 10.0;

/// A ring of `size`, filled for `part` (0 to 1), with the time in large and a remark in small letters.
pub fn timer_ring(ui: &mut Ui, size: f32, part: f32, time: &str, remark: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(size, size), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Timer, true, format!("{time} {remark}")));
    let it = theme::palette(ui);
    let radius = (size - WIDTH) / 2.0;
    let center = rect.center();
    ui.painter().circle_stroke(center, radius, Stroke::new(WIDTH, it.sunk));
    if part > 0.0 {
        let stroke = Stroke::new(WIDTH, it.accent);
        ui.painter()
            .add(PathShape::line(arc(center, radius, part.min(1.0)), stroke));
    }
    let large = (size * 0.22).min(theme::TIMER);
    let at = pos2(center.x, center.y - theme::NOTE * 0.6);
    theme::paint_text(ui, at, Align2::CENTER_CENTER, time, theme::semi_bold(), large, it.ink);
    let below = pos2(center.x, at.y + large * 0.75);
    theme::paint_text(
        ui,
        below,
        Align2::CENTER_CENTER,
        remark,
        egui::FontFamily::Proportional,
        theme::BODY,
        it.third_ink,
    );
    response
}

fn arc(center: Pos2, radius: f32, part: f32) -> Vec<Pos2> {
    let steps = (part * 120.0).ceil().max(2.0) as usize;
    (0..=steps)
        .map(|n| {
            let angle = TAU * (part * n as f32 / steps as f32 - 0.25);
            center + radius * vec2(angle.cos(), angle.sin())
        })
        .collect()
}
