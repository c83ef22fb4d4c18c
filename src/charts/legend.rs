//! What colours and marks stand for, in words beside them.
//!
//! Each entry holds together: a narrow legend breaks between entries, never inside one.

use egui::{Color32, CornerRadius, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

use super::Style;

/// Between a mark and its words, and between entries.
const GAP: f32 = 5.0;
const BETWEEN: f32 = 14.0;

/// The mark of an entry.
#[derive(Clone, Copy)]
pub(super) enum Mark {
    /// A filled square.
    Fill(Color32),
    /// An empty square.
    Outline(Color32),
    /// A dot on a square of another colour.
    Dot { dot: Color32, on: Color32 },
    /// A dot.
    Point(Color32),
    /// A line.
    Line(Color32),
    /// A line of dashes.
    Dashes(Color32),
    /// A shape, as the chart draws it.
    Shaped(fn(Pos2, f32, Color32) -> Shape, Color32),
}

/// One entry: marks, and words before and after them.
pub(super) struct Entry {
    before: String,
    marks: Vec<Mark>,
    after: String,
}

impl Entry {
    /// A mark and what it stands for.
    pub(super) fn new(mark: Mark, words: String) -> Self {
        Self {
            before: String::new(),
            marks: vec![mark],
            after: words,
        }
    }

    /// What the entries after it are about.
    pub(super) fn title(words: String) -> Self {
        Self {
            before: words,
            marks: Vec::new(),
            after: String::new(),
        }
    }

    /// Squares from little to much, with what stands at their ends.
    pub(super) fn ramp(low: String, fills: Vec<Color32>, high: String) -> Self {
        Self {
            before: low,
            marks: fills.into_iter().map(Mark::Fill).collect(),
            after: high,
        }
    }
}

/// Shows a legend in as many lines as it needs.
pub(super) fn legend_ui(ui: &mut Ui, style: &Style, entries: &[Entry]) {
    ui.scope(|ui| {
        // A line is as high as its words, not as a control.
        ui.spacing_mut().interact_size.y = style.note.size;
        ui.spacing_mut().item_spacing = vec2(BETWEEN, 4.0);
        ui.horizontal_wrapped(|ui| {
            for entry in entries {
                entry_ui(ui, style, entry);
            }
        });
    });
}

fn entry_ui(ui: &mut Ui, style: &Style, entry: &Entry) {
    let text = |words: &str| {
        let font = style.note.clone();
        ui.painter().layout_no_wrap(words.to_owned(), font, style.second_ink)
    };
    let (before, after) = (text(&entry.before), text(&entry.after));
    let side = (style.note.size * 0.85).round();
    let room = |width: f32| if width > 0.0 { width + GAP } else { 0.0 };
    let marks = (entry.marks.len() as f32 * (side + 2.0) - 2.0).max(0.0);
    let width = room(before.size().x) + marks + room(after.size().x);
    let height = after.size().y.max(side);
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let mut x = rect.left();
    let painter = ui.painter();
    painter.galley(
        pos2(x, rect.center().y - before.size().y / 2.0),
        before.clone(),
        style.second_ink,
    );
    x += room(before.size().x);
    for mark in &entry.marks {
        let square = Rect::from_center_size(pos2(x + side / 2.0, rect.center().y), vec2(side, side));
        mark.paint(ui, square);
        x += side + 2.0;
    }
    let at = pos2(x - 2.0 + GAP, rect.center().y);
    painter.galley(pos2(at.x, at.y - after.size().y / 2.0), after, style.second_ink);
}

impl Mark {
    fn paint(self, ui: &Ui, square: Rect) {
        let painter = ui.painter();
        let middle = [square.left_center(), square.right_center()];
        match self {
            Self::Fill(color) => {
                painter.rect_filled(square, CornerRadius::same(2), color);
            }
            Self::Outline(color) => {
                let stroke = Stroke::new(1.0, color);
                painter.rect_stroke(square, CornerRadius::same(2), stroke, StrokeKind::Inside);
            }
            Self::Dot { dot, on } => {
                painter.rect_filled(square, CornerRadius::same(2), on);
                painter.circle_filled(square.center(), square.width() * 0.22, dot);
            }
            Self::Point(color) => {
                painter.circle_filled(square.center(), square.width() * 0.25, color);
            }
            Self::Line(color) => {
                painter.line_segment(middle, Stroke::new(2.0, color));
            }
            Self::Dashes(color) => {
                let stroke = Stroke::new(2.0, color);
                let part = square.width() / 3.0;
                painter.extend(Shape::dashed_line(&middle, stroke, part, part * 0.6));
            }
            Self::Shaped(shape, color) => {
                painter.add(shape(square.center(), square.width() * 0.42, color));
            }
        }
    }
}
