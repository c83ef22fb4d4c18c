//! How the findings are drawn.

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align2, Color32, CornerRadius, FontId, Painter, Pos2, Rangef, Rect, Shape, Stroke, Ui, pos2, vec2};

use super::place::{Places, text_width};
use super::row::{Estimate, Row};
use super::{Axis, Forest};
use crate::analysis::findings::words::Level;
use crate::charts::Style;
use crate::charts::legend::{Entry, Mark, legend_ui};
use crate::domain::units::show_number;
use crate::fl;

/// How large the hollow dot of the plain averages is.
const HOLLOW: f32 = 4.5;

impl Forest {
    /// All of it from `corner` on; row `current` is asked about.
    pub(super) fn paint(&self, ui: &Ui, corner: Pos2, places: &Places, current: Option<usize>, style: &Style) {
        let brush = Brush {
            ui,
            style,
            places,
            corner,
            axis: self.axis,
        };
        if let Some(n) = current {
            let row = brush.row(n).expand2(vec2(8.0, 0.0));
            ui.painter().rect_filled(row, CornerRadius::same(6), style.sunk);
        }
        brush.scale();
        brush.titles();
        for (n, row) in self.drawn().iter().enumerate() {
            let place = brush.row(n);
            match row.estimate {
                Some(estimate) => brush.estimated(row, place, estimate),
                None => brush.refused(row, place),
            }
        }
        brush.parting();
    }
}

/// What everything is drawn with.
struct Brush<'b> {
    ui: &'b Ui,
    style: &'b Style,
    places: &'b Places,
    corner: Pos2,
    axis: Axis,
}

impl Brush<'_> {
    fn painter(&self) -> &Painter {
        self.ui.painter()
    }

    /// The place of a row on the screen.
    fn row(&self, n: usize) -> Rect {
        self.places.row(n).translate(self.corner.to_vec2())
    }

    /// A column on the screen.
    fn column(&self, of: Rangef) -> Rangef {
        Rangef::new(of.min + self.corner.x, of.max + self.corner.x)
    }

    fn note(&self, at: Pos2, align: Align2, words: &str, ink: Color32) {
        let font = self.style.note.clone();
        self.painter().text(at, align, words, font, ink);
    }

    /// The lines of the scale, and its numbers below them.
    fn scale(&self) {
        let (style, plot) = (self.style, self.column(self.places.columns.plot));
        let bottom = self.corner.y + self.places.estimated_bottom();
        for mark in self.axis.marks() {
            let x = self.axis.x(plot, mark);
            let ink = if mark == 0.0 { style.third_ink } else { style.line };
            for part in self.places.grid() {
                let part = Rangef::new(part.min + self.corner.y, part.max + self.corner.y);
                self.painter().vline(x, part, Stroke::new(1.0, ink));
            }
            let number = show_number(mark.abs());
            self.note(pos2(x, bottom + 6.0), Align2::CENTER_TOP, &number, style.third_ink);
        }
    }

    /// What stands above: which side is which, and the titles of the columns.
    fn titles(&self) {
        let columns = &self.places.columns;
        let plot = self.column(columns.plot);
        let y = self.corner.y + self.places.head * 0.45;
        let title = |x: f32, align: Align2, words: &str| self.note(pos2(x, y), align, words, self.style.third_ink);
        let (less, none, more) = (fl!("forest-less"), fl!("forest-none"), fl!("forest-more"));
        let width = |words: &str| text_width(self.ui, words, &self.style.note);
        title(plot.min, Align2::LEFT_CENTER, &less);
        title(plot.max, Align2::RIGHT_CENTER, &more);
        if 2.0 * width(&less).max(width(&more)) + width(&none) + 16.0 < plot.span() {
            title(plot.center(), Align2::CENTER_CENTER, &none);
        }
        if !self.places.is_narrow {
            title(self.corner.x + columns.with, Align2::RIGHT_CENTER, &fl!("forest-with"));
            title(
                self.corner.x + columns.without,
                Align2::RIGHT_CENTER,
                &fl!("forest-without"),
            );
        }
    }

    fn estimated(&self, row: &Row, place: Rect, estimate: Estimate) {
        let font = match row.level {
            Level::Clear => &self.style.strong,
            _ => &self.style.body,
        };
        let names = self.column(self.places.columns.names);
        let (name, line) = (place.top() + self.places.name, place.top() + self.places.line);
        self.elided(names, name, &row.name, font, self.style.ink);
        self.words(row, place);
        let plot = self.column(self.places.columns.plot);
        interval(self.painter(), plot, line, self.axis, estimate, row.level, self.style);
        if let Some(raw) = row.raw {
            let at = pos2(self.axis.x(plot, raw), line);
            self.painter().add(hollow(at, HOLLOW, self.style.second_ink));
        }
    }

    /// How sure it is, and of how many days.
    fn words(&self, row: &Row, place: Rect) {
        let (style, places) = (self.style, self.places);
        let (name, line) = (place.top() + places.name, place.top() + places.line);
        let ink = match row.level {
            Level::Unclear => style.third_ink,
            _ => style.ink,
        };
        if !places.is_narrow {
            let [with, without, words] =
                [&places.columns.with, &places.columns.without, &places.columns.words].map(|it| self.corner.x + it);
            self.note(pos2(words, name), Align2::LEFT_CENTER, &row.word, ink);
            self.note(pos2(with, line), Align2::RIGHT_CENTER, &row.with, style.second_ink);
            self.note(
                pos2(without, line),
                Align2::RIGHT_CENTER,
                &row.without,
                style.second_ink,
            );
            return;
        }
        self.note(pos2(place.right(), name), Align2::RIGHT_CENTER, &row.word, ink);
        let (at, align) = if places.days_below {
            let y = place.bottom() - style.note.size * 0.9;
            (pos2(place.left(), y), Align2::LEFT_CENTER)
        } else {
            (pos2(place.right(), line), Align2::RIGHT_CENTER)
        };
        self.note(at, align, &row.days, style.second_ink);
    }

    fn refused(&self, row: &Row, place: Rect) {
        let (style, columns) = (self.style, &self.places.columns);
        let (body, note) = (&style.body, &style.note);
        let (names, rest, name, missing) = if self.places.is_narrow {
            let (top, bottom) = (place.top() + body.size * 0.9, place.bottom() - note.size);
            (place.x_range(), place.x_range(), top, bottom)
        } else {
            let rest = Rangef::new(self.column(columns.plot).min, place.right());
            (self.column(columns.names), rest, place.center().y, place.center().y)
        };
        self.elided(names, name, &row.name, body, style.third_ink);
        self.elided(rest, missing, &row.missing, note, style.third_ink);
    }

    /// What parts those without an estimate from the others.
    fn parting(&self) {
        let (places, height) = (self.places, self.places.parting);
        if height == 0.0 {
            return;
        }
        let top = self.corner.y + places.estimated_bottom() + places.foot;
        let width = self.row(0).x_range();
        self.painter()
            .hline(width, top + height * 0.25, Stroke::new(1.0, self.style.line));
        let at = pos2(self.corner.x, top + height * 0.68);
        let font = self.style.strong.clone();
        let words = fl!("forest-refused");
        self.painter()
            .text(at, Align2::LEFT_CENTER, words, font, self.style.second_ink);
    }

    /// A text in one line; what does not fit ends in an ellipsis.
    fn elided(&self, room: Rangef, y: f32, text: &str, font: &FontId, ink: Color32) {
        let mut job = LayoutJob::single_section(text.to_owned(), TextFormat::simple(font.clone(), ink));
        job.wrap = TextWrapping::truncate_at_width(room.span().max(0.0));
        let galley = self.ui.fonts_mut(|fonts| fonts.layout_job(job));
        let at = pos2(room.min, y - galley.size().y / 2.0);
        self.painter().galley(at, galley, ink);
    }
}

/// The line of an estimate and its dot.
fn interval(painter: &Painter, plot: Rangef, y: f32, axis: Axis, it: Estimate, level: Level, style: &Style) {
    let (ink, width) = match level {
        Level::Clear => (style.soreness, 3.0),
        Level::Possible => (style.soreness, 2.0),
        _ => (style.load, 2.0),
    };
    let ends = Rangef::new(axis.x(plot, it.lower), axis.x(plot, it.upper));
    painter.hline(ends, y, Stroke::new(width, ink));
    for (value, x, out) in [(it.lower, ends.min, -1.0), (it.upper, ends.max, 1.0)] {
        if axis.is_beyond(value) {
            painter.add(arrow(pos2(x, y), out, ink));
        }
    }
    level_dot(painter, pos2(axis.x(plot, it.value), y), level, style);
}

/// How sure a finding is, as a dot: full, half full, grey; an outline where nothing can be told.
pub fn level_dot(painter: &Painter, at: Pos2, level: Level, style: &Style) {
    let (ink, fill, radius) = match level {
        Level::Clear => (style.soreness, style.soreness, 5.0),
        Level::Possible => (style.soreness, style.card.lerp_to_gamma(style.soreness, 0.35), 4.5),
        Level::Unclear => (style.load, style.load, 3.5),
        Level::Refused | Level::Period => (style.third_ink, style.card, 3.5),
    };
    painter.circle(at, radius, fill, Stroke::new(1.5, ink));
}

/// The end of a line that goes on beyond the axis.
fn arrow(end: Pos2, out: f32, ink: Color32) -> Shape {
    let corners = vec![end + vec2(out * 6.0, 0.0), end + vec2(0.0, 4.5), end - vec2(0.0, 4.5)];
    Shape::convex_polygon(corners, ink, Stroke::NONE)
}

/// Where the plain averages lie.
fn hollow(at: Pos2, radius: f32, ink: Color32) -> Shape {
    Shape::circle_stroke(at, radius, Stroke::new(1.25, ink))
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
