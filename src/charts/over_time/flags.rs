//! Races, as flags above the load of their days.

use egui::{Align2, Shape, Stroke, Ui, pos2, vec2};
use egui_plot::PlotResponse;

use super::{OverTime, Style, words};

/// The size of the cloth of a flag.
const CLOTH: [f32; 2] = [7.0, 6.0];

impl OverTime {
    /// A flag for each place with a race, and its name beside it where there is room before the next one.
    /// The panel's own name ends at `from`.
    pub(super) fn paint_flags(&self, ui: &Ui, plot: &PlotResponse<()>, style: &Style, from: f32) {
        let it = &self.timeline;
        let frame = *plot.transform.frame();
        let painter = ui.painter();
        let flags = it.places.iter().filter(|it| !it.races.is_empty());
        let flags: Vec<(f32, String)> = flags
            .map(|place| {
                (
                    plot.transform.position_from_point_x(it.x(place.number)),
                    words::flag(place),
                )
            })
            .collect();
        for (n, (x, name)) in flags.iter().enumerate() {
            let top = frame.top() + style.note.size + 6.0;
            let pole = [pos2(*x, top), pos2(*x, frame.bottom())];
            painter.line_segment(pole, Stroke::new(1.0, style.accent.gamma_multiply(0.5)));
            let cloth = vec![
                pos2(*x, top),
                pos2(x + CLOTH[0], top + CLOTH[1] / 2.0),
                pos2(*x, top + CLOTH[1]),
            ];
            painter.add(Shape::convex_polygon(cloth, style.accent, Stroke::NONE));
            let galley = painter.layout_no_wrap(name.clone(), style.note.clone(), style.second_ink);
            // Names stand in the line of the panel's own name, at the right of the pole or at its left.
            let width = galley.size().x + 8.0;
            let until = flags.get(n + 1).map_or(frame.right(), |it| it.0);
            let before = if n == 0 { from } else { flags[n - 1].0 };
            let at = if *x >= from && x + width <= until {
                Some(pos2(x + 3.0, frame.top() + 1.0))
            } else if n + 1 == flags.len() && x - width >= before.max(from) {
                Some(pos2(x - width + 5.0, frame.top() + 1.0))
            } else {
                None
            };
            if let Some(at) = at {
                let rect = Align2::LEFT_TOP.anchor_size(at + vec2(0.0, 0.0), galley.size());
                painter.galley(rect.min, galley, style.second_ink);
            }
        }
    }
}
