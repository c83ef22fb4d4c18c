//! An estimate as a line: its interval, its place, and where no difference would be.

use egui::{Align2, FontFamily, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::domain::units::show_number;
use crate::theme;

const HEIGHT: f32 = 44.0;
/// From the top to the line.
const LINE: f32 = 14.0;
/// Room for half a number at both ends.
const SIDE: f32 = 14.0;

/// An estimate with its interval, in points, more being sorer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EstimateLine {
    /// The estimate.
    pub estimate: f64,
    /// The lower end of its interval.
    pub lower: f64,
    /// The upper end.
    pub upper: f64,
    /// The plain difference of averages, a hollow dot, where there is one.
    pub raw: Option<f64>,
}

impl EstimateLine {
    /// Whole points around all of it, and 0.
    fn bounds(&self) -> (f64, f64) {
        let raw = self.raw.unwrap_or_default();
        let low = self.lower.min(raw).min(0.0).floor();
        let high = self.upper.max(raw).max(0.0).ceil();
        if low < high { (low, high) } else { (low, low + 1.0) }
    }

    /// Draws it as wide as there is room; `name` says it.
    pub fn ui(&self, ui: &mut Ui, name: &str) {
        let size = vec2(ui.available_width(), HEIGHT);
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
        let it = theme::palette(ui);
        let (low, high) = self.bounds();
        let y = rect.top() + LINE;
        let x = |value: f64| {
            let part = ((value - low) / (high - low)) as f32;
            rect.left() + SIDE + part * (rect.width() - 2.0 * SIDE)
        };
        let painter = ui.painter();
        painter.hline(rect.x_range(), y, Stroke::new(1.0, it.line));
        painter.vline(x(0.0), y - LINE..=y + LINE, Stroke::new(1.0, it.third_ink));
        painter.line_segment(
            [pos2(x(self.lower), y), pos2(x(self.upper), y)],
            Stroke::new(4.0, it.soreness),
        );
        painter.circle_filled(pos2(x(self.estimate), y), 7.0, it.soreness);
        if let Some(raw) = self.raw {
            painter.circle_stroke(pos2(x(raw), y), 5.5, Stroke::new(1.5, it.second_ink));
        }
        for value in [low, 0.0, high] {
            let words = signed(value);
            let at = pos2(x(value), rect.bottom() - 8.0);
            theme::paint_text(
                ui,
                at,
                Align2::CENTER_CENTER,
                &words,
                FontFamily::Proportional,
                theme::NOTE,
                it.third_ink,
            );
        }
    }
}

/// "+2", "0", "−1".
fn signed(value: f64) -> String {
    match value {
        it if it > 0.0 => format!("+{}", show_number(it)),
        it if it < 0.0 => format!("−{}", show_number(-it)),
        _ => "0".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_holds_all_of_it_and_no_difference() {
        let line = |lower, upper, raw| EstimateLine {
            estimate: f64::midpoint(lower, upper),
            lower,
            upper,
            raw,
        };
        assert_eq!(line(0.2, 1.4, Some(2.1)).bounds(), (0.0, 3.0));
        assert_eq!(line(-1.2, -0.3, None).bounds(), (-2.0, 0.0));
        assert_eq!(line(0.0, 0.0, None).bounds(), (0.0, 1.0));
    }

    #[test]
    fn a_difference_is_written_with_its_sign() {
        assert_eq!([2.0, 0.0, -1.5].map(signed), ["+2", "0", "−1.5"]);
    }
}
