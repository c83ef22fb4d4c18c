//! How the findings are drawn.

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align2, Color32, CornerRadius, FontId, Painter, Pos2, Rangef, Rect, Shape, Stroke, Ui, pos2, vec2};

use super::place::{self, Places, text_width};
use super::row::{Estimate, Row};
use super::{Axis, Forest};
use crate::analysis::findings::words::Level;
use crate::charts::Style;
use crate::charts::legend::{Entry, Mark, legend_ui};
use crate::domain::units::show_number;
use crate::fl;

impl Forest {
    /// All of it in `rect`; row `current` is asked about.
    pub(super) fn paint(&self, ui: &Ui, rect: Rect, places: &Places, current: Option<usize>, style: &Style) {
        let origin = rect.min.to_vec2();
        if let Some(n) = current.filter(|it| *it < self.rows.len()) {
            let row = places.row(n).translate(origin).expand2(vec2(8.0, 0.0));
            ui.painter().rect_filled(row, CornerRadius::same(6), style.sunk);
        }
        self.axis_ui(ui, rect.min, places, style);
        for (n, row) in self.rows.iter().enumerate() {
            let place = places.row(n).translate(origin);
            match row.estimate {
                Some(estimate) => row.estimate_ui(ui, place, places, self.axis, estimate, style),
                None => row.refusal_ui(ui, place, places, style),
            }
        }
        if places.parting > 0.0 {
            let top = rect.top() + places.estimated_bottom() + places.foot;
            let line = Stroke::new(1.0, style.line);
            ui.painter().hline(rect.x_range(), top + places.parting * 0.25, line);
            let at = pos2(rect.left(), top + places.parting * 0.68);
            let words = fl!("forest-refused");
            ui.painter()
                .text(at, Align2::LEFT_CENTER, words, style.strong.clone(), style.second_ink);
        }
    }

    /// The lines of the scale, its words above, its numbers below, and the titles of the columns.
    fn axis_ui(&self, ui: &Ui, corner: Pos2, places: &Places, style: &Style) {
        let painter = ui.painter();
        let plot = Rangef::new(corner.x + places.plot.min, corner.x + places.plot.max);
        let bottom = corner.y + places.estimated_bottom();
        for mark in self.axis.marks() {
            let x = self.axis.x(plot, mark);
            let ink = if mark == 0.0 { style.third_ink } else { style.line };
            for part in places.grid() {
                painter.vline(x, shifted(part, corner.y), Stroke::new(1.0, ink));
            }
            let at = pos2(x, bottom + 6.0);
            let number = show_number(mark.abs());
            painter.text(at, Align2::CENTER_TOP, number, style.note.clone(), style.third_ink);
        }
        let title = |x: f32, align: Align2, words: &str| {
            let at = pos2(x, corner.y + places.head * 0.45);
            painter.text(at, align, words, style.note.clone(), style.third_ink);
        };
        let words = [fl!("forest-less"), fl!("forest-none"), fl!("forest-more")];
        let [less, none, more] = words.each_ref().map(|it| text_width(ui, it, &style.note));
        title(plot.min, Align2::LEFT_CENTER, &words[0]);
        title(plot.max, Align2::RIGHT_CENTER, &words[2]);
        if 2.0 * less.max(more) + none + 24.0 < plot.span() {
            title(plot.center(), Align2::CENTER_CENTER, &words[1]);
        }
        if !places.is_narrow {
            title(corner.x + places.with, Align2::RIGHT_CENTER, &fl!("forest-with"));
            title(corner.x + places.without, Align2::RIGHT_CENTER, &fl!("forest-without"));
        }
    }
}

impl Row {
    fn estimate_ui(&self, ui: &Ui, place: Rect, places: &Places, axis: Axis, estimate: Estimate, style: &Style) {
        let words = place.left() + places.words;
        // The middle of the line of words, and of the line that is drawn.
        let (name, line) = if places.is_narrow {
            (place.top() + style.body.size * 0.95, place.bottom() - place::LINE / 2.0)
        } else {
            (place.center().y, place.center().y)
        };
        let (font, ink) = match self.level {
            Level::Clear => (&style.strong, style.ink),
            _ => (&style.body, style.ink),
        };
        let names = shifted(places.names, place.left());
        elided(ui, names, name, &self.name, font, ink);
        let painter = ui.painter();
        let note = |x: f32, y: f32, align: Align2, words: &str, ink: Color32| {
            painter.text(pos2(x, y), align, words, style.note.clone(), ink);
        };
        let word_ink = if self.level == Level::Unclear {
            style.third_ink
        } else {
            style.ink
        };
        if places.is_narrow {
            note(place.right(), name, Align2::RIGHT_CENTER, &self.word, word_ink);
            note(place.right(), line, Align2::RIGHT_CENTER, &self.days, style.second_ink);
        } else {
            note(words, name, Align2::LEFT_CENTER, &self.word, word_ink);
            let x = place.left();
            note(
                x + places.with,
                line,
                Align2::RIGHT_CENTER,
                &self.with,
                style.second_ink,
            );
            note(
                x + places.without,
                line,
                Align2::RIGHT_CENTER,
                &self.without,
                style.second_ink,
            );
        }
        let plot = shifted(places.plot, place.left());
        interval(painter, plot, line, axis, estimate, self.level, style);
        if let Some(raw) = self.raw {
            let at = pos2(axis.x(plot, raw), line);
            painter.add(hollow(at, 4.5, style.second_ink));
        }
    }

    fn refusal_ui(&self, ui: &Ui, place: Rect, places: &Places, style: &Style) {
        let ink = style.third_ink;
        if places.is_narrow {
            let whole = place.x_range();
            elided(
                ui,
                whole,
                place.top() + style.body.size * 0.9,
                &self.name,
                &style.body,
                ink,
            );
            elided(
                ui,
                whole,
                place.bottom() - style.note.size,
                &self.missing,
                &style.note,
                ink,
            );
            return;
        }
        let y = place.center().y;
        elided(ui, shifted(places.names, place.left()), y, &self.name, &style.body, ink);
        let rest = Rangef::new(place.left() + places.plot.min, place.right());
        elided(ui, rest, y, &self.missing, &style.note, ink);
    }
}

fn shifted(range: Rangef, by: f32) -> Rangef {
    Rangef::new(range.min + by, range.max + by)
}

/// The line of an estimate and its dot, the fuller the surer it is.
fn interval(painter: &Painter, plot: Rangef, y: f32, axis: Axis, it: Estimate, level: Level, style: &Style) {
    let (ink, width, radius) = match level {
        Level::Clear => (style.soreness, 3.0, 5.0),
        Level::Possible => (style.soreness, 2.0, 4.5),
        _ => (style.load, 2.0, 3.5),
    };
    let ends = Rangef::new(axis.x(plot, it.lower), axis.x(plot, it.upper));
    painter.hline(ends, y, Stroke::new(width, ink));
    for (value, x, out) in [(it.lower, ends.min, -1.0), (it.upper, ends.max, 1.0)] {
        if axis.is_beyond(value) {
            painter.add(arrow(pos2(x, y), out, ink));
        }
    }
    let fill = match level {
        Level::Possible => style.card.lerp_to_gamma(ink, 0.35),
        _ => ink,
    };
    let dot = pos2(axis.x(plot, it.value), y);
    painter.circle(dot, radius, fill, Stroke::new(1.5, ink));
}

/// The end of a line that goes on beyond the axis.
fn arrow(tip: Pos2, out: f32, ink: Color32) -> Shape {
    let corners = vec![tip + vec2(out * 6.0, 0.0), tip + vec2(0.0, 4.5), tip - vec2(0.0, 4.5)];
    Shape::convex_polygon(corners, ink, Stroke::NONE)
}

/// Where the plain averages lie.
fn hollow(at: Pos2, radius: f32, ink: Color32) -> Shape {
    Shape::circle_stroke(at, radius, Stroke::new(1.25, ink))
}

/// A text in one line; what does not fit ends in an ellipsis.
fn elided(ui: &Ui, room: Rangef, y: f32, text: &str, font: &FontId, ink: Color32) {
    let mut job = LayoutJob::single_section(text.to_owned(), TextFormat::simple(font.clone(), ink));
    job.wrap = TextWrapping::truncate_at_width(room.span().max(0.0));
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let at = pos2(room.min, y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
}

/// What the dots stand for.
pub(super) fn legend(ui: &mut Ui, style: &Style) {
    let dot: fn(Pos2, f32, Color32) -> Shape = |at, radius, ink| {
        let line = vec2(radius * 1.2, 0.0);
        Shape::Vec(vec![
            Shape::line_segment([at - line, at + line], Stroke::new(2.0, ink)),
            Shape::circle_filled(at, radius * 0.8, ink),
        ])
    };
    let entries = [
        Entry::new(Mark::Shaped(dot, style.second_ink), fl!("forest-legend-estimate")),
        Entry::new(Mark::Shaped(hollow, style.second_ink), fl!("forest-legend-raw")),
    ];
    legend_ui(ui, style, &entries);
}
