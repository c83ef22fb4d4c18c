//! All habits, those of most minutes first: a bar and its numbers for each.

use egui::{Align2, CornerRadius, FontId, Rect, Sense, Ui, pos2, vec2};

use crate::charts::Style;

/// Shortest room for a bar beside its name, in letters of a note.
const LEAST_BAR: f32 = 9.0;

/// One habit.
pub(super) struct Line {
    pub(super) name: String,
    /// Whether it is the one that the bars above are of.
    pub(super) chosen: bool,
    /// Its minutes, as a part of the most.
    pub(super) share: f32,
    /// "430 min"; `None` where no minutes are noted.
    pub(super) minutes: Option<String>,
    /// "38 of 120 days".
    pub(super) days: String,
}

/// Shows the list.
pub(super) fn list_ui(ui: &mut Ui, lines: &[Line], style: &Style) {
    let note = style.note.size;
    let width = ui.available_width();
    let long = |text: &str, font: &FontId| {
        let galley = ui.painter().layout_no_wrap(text.to_owned(), font.clone(), style.ink);
        galley.size().x
    };
    let longest = |words: &dyn Fn(&Line) -> f32| lines.iter().map(words).fold(0.0, f32::max);
    let minutes = longest(&|it| long(it.minutes.as_deref().unwrap_or_default(), &style.note));
    let days = longest(&|it| long(&it.days, &style.note)) + 1.5 * note;
    let names = longest(&|it| long(&it.name, &style.strong)) + note;
    let numbers = minutes + days + note;
    // Where bars would be too short beside their names, those stand above them.
    let stacked = width - names - numbers < note * LEAST_BAR;
    let name = if stacked { 0.0 } else { names };
    let above = if stacked { note * 1.5 } else { 0.0 };
    let height = note * 1.9;
    let size = vec2(width, (height + above) * lines.len() as f32);
    let rect = ui.allocate_exact_size(size, Sense::hover()).0;
    let painter = ui.painter();
    for (n, line) in lines.iter().enumerate() {
        let top = rect.top() + (height + above) * n as f32;
        let y = top + above + height / 2.0;
        let (font, ink) = if line.chosen {
            (&style.strong, style.ink)
        } else {
            (&style.body, style.second_ink)
        };
        let name_y = if stacked { top + above / 2.0 + 2.0 } else { y };
        let at = pos2(rect.left(), name_y);
        painter.text(at, Align2::LEFT_CENTER, &line.name, font.clone(), ink);
        let left = rect.left() + name;
        let room = width - name - numbers;
        let bar = Rect::from_min_size(pos2(left, y - 5.0), vec2((room * line.share).max(0.0), 10.0));
        let faint = style.card.lerp_to_gamma(style.accent, 0.45);
        if line.minutes.is_some() {
            let fill = if line.chosen { style.accent } else { faint };
            painter.rect_filled(bar.with_max_x(bar.right().max(left + 1.0)), CornerRadius::same(2), fill);
        }
        let right = |x: f32, text: &str, ink| {
            painter.text(pos2(x, y), Align2::RIGHT_CENTER, text, style.note.clone(), ink);
        };
        right(rect.right() - days, line.minutes.as_deref().unwrap_or("–"), style.ink);
        right(rect.right(), &line.days, style.third_ink);
    }
}
