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

/// Where everything stands.
struct Room {
    /// Room for names at the left, and above each bar.
    name: f32,
    above: f32,
    line: f32,
    /// Room for the days at the right, and how long a bar gets.
    days: f32,
    bar: f32,
}

impl Room {
    fn of(ui: &Ui, lines: &[Line], style: &Style) -> Self {
        let (note, width) = (style.note.size, ui.available_width());
        let long = |text: &str, font: &FontId| {
            let galley = ui.painter().layout_no_wrap(text.to_owned(), font.clone(), style.ink);
            galley.size().x
        };
        let longest = |words: &dyn Fn(&Line) -> f32| lines.iter().map(words).fold(0.0, f32::max);
        let minutes = longest(&|it| long(it.minutes.as_deref().unwrap_or_default(), &style.note));
        let days = longest(&|it| long(&it.days, &style.note)) + 1.5 * note;
        let names = longest(&|it| long(&it.name, &style.strong)) + note;
        let beside = width - names - minutes - days - note;
        // Where bars would be too short beside their names, those stand above them.
        let stacked = beside < note * LEAST_BAR;
        Self {
            name: if stacked { 0.0 } else { names },
            above: if stacked { note * 1.5 } else { 0.0 },
            line: note * if stacked { 3.4 } else { 1.9 },
            days,
            bar: if stacked { beside + names } else { beside },
        }
    }
}

/// Shows the list.
pub(super) fn list_ui(ui: &mut Ui, lines: &[Line], style: &Style) {
    let room = Room::of(ui, lines, style);
    let size = vec2(ui.available_width(), room.line * lines.len() as f32);
    let rect = ui.allocate_exact_size(size, Sense::hover()).0;
    for (n, line) in lines.iter().enumerate() {
        let corner = rect.min + vec2(0.0, room.line * n as f32);
        let row = Rect::from_min_size(corner, vec2(rect.width(), room.line));
        line_ui(ui, line, &room, row, style);
    }
}

fn line_ui(ui: &Ui, line: &Line, room: &Room, row: Rect, style: &Style) {
    let painter = ui.painter();
    let (font, ink) = if line.chosen {
        (&style.strong, style.ink)
    } else {
        (&style.body, style.second_ink)
    };
    let y = f32::midpoint(row.top() + room.above, row.bottom());
    let name_y = if room.above > 0.0 {
        row.top() + room.above / 2.0 + 2.0
    } else {
        y
    };
    let at = pos2(row.left(), name_y);
    painter.text(at, Align2::LEFT_CENTER, &line.name, font.clone(), ink);
    if line.minutes.is_some() {
        let faint = style.card.lerp_to_gamma(style.accent, 0.45);
        let fill = if line.chosen { style.accent } else { faint };
        let corner = pos2(row.left() + room.name, y - 5.0);
        let bar = Rect::from_min_size(corner, vec2((room.bar * line.share).max(1.0), 10.0));
        painter.rect_filled(bar, CornerRadius::same(2), fill);
    }
    let right = |x: f32, text: &str, ink| {
        painter.text(pos2(x, y), Align2::RIGHT_CENTER, text, style.note.clone(), ink);
    };
    let minutes = line.minutes.as_deref().unwrap_or("–");
    right(row.right() - room.days, minutes, style.ink);
    right(row.right(), &line.days, style.third_ink);
}
