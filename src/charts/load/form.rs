//! Fitness, fatigue and form.
//!
//! Two averages of the load in one panel, and what lies between them in the other. Stretches of unknown
//! days are shaded, and the lines over them are dashed: they hold their last value there. The first six
//! weeks of a journal are marked as warming up.

use egui::{Align2, Color32, Ui, vec2};
use egui_plot::{FilledArea, LineStyle, PlotUi, Span};
use jiff::civil::Date;

use crate::analysis::load::{FormDay, Series, form};
use crate::charts::legend::{Entry, Mark, legend_ui};
use crate::charts::marks::{Upwards, solid_line};
use crate::charts::panels::{Panel, Panels};
use crate::charts::story::Story;
use crate::charts::time_axis::{TimeAxis, pieces};
use crate::charts::words::{self, cell, signed, whole};
use crate::charts::{Chart, ChartResponse, Heading, Made, Request, Rows, Shown, Source, Style, TooLittle};
use crate::domain::time::days_between;
use crate::domain::units::show_number;
use crate::fl;

/// Fewer known days than this are no average.
const LEAST_DAYS: usize = 7;

/// The chart of a request.
pub(in crate::charts) fn make(source: &Source<'_>, request: &Request) -> Made {
    let last = source.today.min(*request.days.end());
    let load = Series::of(source.table, last, |it| it.load_au);
    let have = load.values.iter().flatten().count();
    let days = form(&load);
    let shown = days.iter().filter(|it| request.days.contains(&it.day));
    let shown: Vec<FormDay> = shown.copied().collect();
    let Some(latest) = shown.last().copied().filter(|_| have >= LEAST_DAYS) else {
        return Err(TooLittle {
            question: fl!("form-question"),
            why: fl!("form-too-little", n = have, least = LEAST_DAYS),
            have: have.min(LEAST_DAYS - 1),
            need: LEAST_DAYS,
        });
    };
    let axis = TimeAxis::of(&(*request.days.start()..=last));
    let lines = Lines::of(&shown, &axis);
    let most = shown.iter().map(|it| it.fitness.max(it.fatigue)).fold(1.0, f64::max);
    let far = shown.iter().map(|it| it.form.abs()).fold(1.0, f64::max);
    let days = shown.chunk_by(|a, b| axis.number(a.day) == axis.number(b.day));
    Ok(Box::new(FormChart {
        heading: heading(&shown, &latest, request),
        days: days.filter_map(|it| Some(it.first()?.day)).collect(),
        loads: Upwards::to(most, 3),
        forms: Upwards::to(far, 1),
        form_days: shown,
        latest,
        lines,
        axis,
    }))
}

struct FormChart {
    heading: Heading,
    axis: TimeAxis,
    form_days: Vec<FormDay>,
    /// The first of each place.
    days: Vec<Date>,
    latest: FormDay,
    lines: Lines,
    loads: Upwards,
    forms: Upwards,
}

type Pieces = Vec<Vec<[f64; 2]>>;

/// What is drawn, by days from the first of the axis.
struct Lines {
    fitness: Pieces,
    fatigue: Pieces,
    form: Pieces,
    /// The same over unknown days.
    held: [Pieces; 3],
    /// Unknown days, from and to.
    unknown: Vec<(f64, f64)>,
    /// The end of the days of warming up.
    warm_from: Option<f64>,
}

impl Lines {
    fn of(days: &[FormDay], axis: &TimeAxis) -> Self {
        let first = *axis.range().start();
        let mut places: Vec<Option<&FormDay>> = Vec::new();
        for day in days {
            places.resize(days_between(first, day.day).max(0) as usize, None);
            places.push(Some(day));
        }
        let line = |value: fn(&FormDay) -> f64, known: bool| {
            // Both kinds of pieces share the days between, so that the line does not break there.
            let at = |n: usize| places.get(n).copied().flatten();
            let belongs = |n: usize| {
                let held = |n: usize| at(n).is_some_and(|it| it.load_au.is_none());
                held(n) != known || held(n + 1) != held(n)
            };
            let values = (0..places.len()).map(|n| at(n).filter(|_| belongs(n)).map(value));
            pieces(axis, &values.collect::<Vec<_>>())
        };
        let (fitness, fatigue, form) = (
            |it: &FormDay| it.fitness,
            |it: &FormDay| it.fatigue,
            |it: &FormDay| it.form,
        );
        Self {
            fitness: line(fitness, true),
            fatigue: line(fatigue, true),
            form: line(form, true),
            held: [line(fitness, false), line(fatigue, false), line(form, false)],
            unknown: unknown(&places, axis.bundle()),
            warm_from: days
                .iter()
                .rev()
                .find(|it| it.warming)
                .map(|it| axis.x_of(it.day) + 0.5),
        }
    }
}

/// The stretches of unknown days that are long enough to be seen.
fn unknown(places: &[Option<&FormDay>], bundle: i32) -> Vec<(f64, f64)> {
    let held: Vec<usize> = (0..places.len())
        .filter(|&n| places[n].is_some_and(|it| it.load_au.is_none()))
        .collect();
    let runs = held.chunk_by(|a, b| a + 1 == *b);
    let seen = runs.filter(|it| it.len() as i32 * 2 > bundle);
    seen.map(|it| (it[0] as f64 - 0.5, (it[0] + it.len()) as f64 - 0.5))
        .collect()
}

fn heading(days: &[FormDay], latest: &FormDay, request: &Request) -> Heading {
    let known = days.iter().filter(|it| it.load_au.is_some()).count();
    let span = words::days(*request.days.start(), *request.days.end());
    let subtitle = fl!("form-subtitle", n = known, of = days.len(), span = span);
    let now = fl!(
        "form-now",
        day = words::day(latest.day),
        fitness = whole(latest.fitness),
        fatigue = whole(latest.fatigue),
        form = signed(latest.form)
    );
    let fitness = days.iter().map(|it| it.fitness);
    let (low, high) = (fitness.clone().fold(f64::MAX, f64::min), fitness.fold(0.0, f64::max));
    Heading {
        question: fl!("form-question"),
        summary: fl!(
            "form-summary",
            subtitle = subtitle.clone(),
            now = now.clone(),
            low = whole(low),
            high = whole(high)
        ),
        subtitle: format!("{subtitle} {now}"),
        notes: vec![fl!("form-note-names"), fl!("form-note-form"), fl!("form-note-held")],
    }
}

impl Chart for FormChart {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn ui(&self, ui: &mut Ui, shown: &Shown<'_>) -> ChartResponse {
        let style = shown.style;
        let mut entries = vec![
            Entry::new(
                Mark::Line(fitness_ink(style)),
                fl!("form-legend-fitness", value = whole(self.latest.fitness)),
            ),
            Entry::new(
                Mark::Line(fatigue_ink(style)),
                fl!("form-legend-fatigue", value = whole(self.latest.fatigue)),
            ),
        ];
        if !self.lines.unknown.is_empty() {
            entries.push(Entry::new(Mark::Dashes(style.third_ink), fl!("form-legend-held")));
        }
        legend_ui(ui, style, &entries);
        let mut panels = Panels::new(ui, "form", shown, self.axis, 6);
        let averages = Panel {
            name: "form averages",
            words: &fl!("form-averages-axis"),
            height: 118.0,
            bounds: self.loads.bounds(0.0),
            marks: self.loads.marks(show_number),
            downwards: false,
            last: false,
        };
        panels.show(ui, averages, |plot| self.draw_averages(plot, style));
        self.label_warming(ui, &panels, style);
        let above = self.forms.marks(signed);
        let below = self.forms.marks(|it| signed(-it)).into_iter().skip(1);
        let marks = below.map(|(it, words)| (-it, words)).chain(above);
        let form = Panel {
            name: "form form",
            words: &fl!("form-form-axis"),
            height: 78.0,
            bounds: self.forms.bounds(1.05),
            marks: marks.collect(),
            downwards: false,
            last: true,
        };
        panels.show(ui, form, |plot| self.draw_form(plot, style));
        panels.pick_across(ui, &self.heading.summary, &self.days, |day| self.story(shown, day))
    }

    fn rows(&self) -> Rows {
        let headers = [
            "date",
            "load_au",
            "fitness_au_per_day",
            "fatigue_au_per_day",
            "form_au_per_day",
            "warming_up",
        ];
        let rows = self.form_days.iter().map(|it| {
            vec![
                it.day.to_string(),
                cell(it.load_au),
                it.fitness.to_string(),
                it.fatigue.to_string(),
                it.form.to_string(),
                u8::from(it.warming).to_string(),
            ]
        });
        Rows {
            headers: headers.map(str::to_owned).to_vec(),
            rows: rows.collect(),
        }
    }
}

fn fitness_ink(style: &Style) -> Color32 {
    style.ink
}

fn fatigue_ink(style: &Style) -> Color32 {
    style.kinds[1]
}

impl FormChart {
    fn draw_averages(&self, plot: &mut PlotUi<'_>, style: &Style) {
        self.draw_shades(plot, style);
        let it = &self.lines;
        draw_lines(plot, "fatigue", &it.fatigue, &it.held[1], fatigue_ink(style), 1.5);
        draw_lines(plot, "fitness", &it.fitness, &it.held[0], fitness_ink(style), 2.0);
    }

    fn draw_form(&self, plot: &mut PlotUi<'_>, style: &Style) {
        self.draw_shades(plot, style);
        for (n, piece) in self.lines.form.iter().enumerate() {
            let piece = with_crossings(piece);
            let x: Vec<f64> = piece.iter().map(|it| it[0]).collect();
            let (zero, y): (Vec<f64>, Vec<f64>) = piece.iter().map(|it| (0.0, it[1])).unzip();
            let area = FilledArea::new("form area", &x, &zero, &y).id(("area", n));
            plot.add(area.fill_color(style.accent.gamma_multiply(0.22)));
        }
        draw_lines(plot, "form", &self.lines.form, &self.lines.held[2], style.accent, 1.5);
    }

    fn draw_shades(&self, plot: &mut PlotUi<'_>, style: &Style) {
        for &(from, to) in &self.lines.unknown {
            plot.span(Span::new("", from..=to).fill(style.sunk));
        }
        if let Some(end) = self.lines.warm_from {
            plot.span(Span::new("", -0.5..=end).fill(style.accent.gamma_multiply(0.06)));
        }
    }

    fn label_warming(&self, ui: &Ui, panels: &Panels<'_>, style: &Style) {
        let Some((_, transform)) = self.lines.warm_from.zip(panels.transforms().first()) else {
            return;
        };
        let at = transform.frame().left_top() + vec2(4.0, 2.0);
        let words = fl!("form-warming");
        ui.painter()
            .text(at, Align2::LEFT_TOP, words, style.note.clone(), style.accent);
    }

    fn story(&self, shown: &Shown<'_>, day: Date) -> Story {
        let number = self.axis.number(day);
        let mut of_place = self
            .form_days
            .iter()
            .rev()
            .filter(|it| self.axis.number(it.day) == number);
        let Some(last) = of_place.next() else {
            return Story::of_day(shown, day);
        };
        let lines = vec![
            fl!("form-story-fitness", value = whole(last.fitness)),
            fl!("form-story-fatigue", value = whole(last.fatigue)),
            fl!("form-story-form", value = signed(last.form)),
        ];
        if self.axis.bundle() == 1 {
            return Story::of_day(shown, day).and(lines);
        }
        Story::new(words::day(last.day), lines)
    }
}

/// The same line with a point wherever it crosses zero: an area is drawn from point to point, and would
/// lap over itself there.
fn with_crossings(piece: &[[f64; 2]]) -> Vec<[f64; 2]> {
    let mut points: Vec<[f64; 2]> = Vec::new();
    for &[x, y] in piece {
        if let Some(&[before, last]) = points.last().filter(|it| it[1] * y < 0.0) {
            points.push([before + (x - before) * last / (last - y), 0.0]);
        }
        points.push([x, y]);
    }
    points
}

fn draw_lines(plot: &mut PlotUi<'_>, name: &'static str, known: &Pieces, held: &Pieces, ink: Color32, width: f32) {
    for (n, piece) in known.iter().enumerate() {
        let line = solid_line(name, piece.clone()).id((name, n));
        plot.line(line.color(ink).width(width));
    }
    for (n, piece) in held.iter().enumerate().filter(|it| it.1.len() > 1) {
        let line = solid_line(name, piece.clone()).id((name, "held", n));
        let dashes = LineStyle::Dashed { length: 4.0 };
        plot.line(line.color(ink).width(width).style(dashes));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_area_has_a_point_where_it_crosses_zero() {
        let points = with_crossings(&[[0.0, 2.0], [1.0, -2.0], [2.0, -1.0]]);
        assert_eq!(points, [[0.0, 2.0], [0.5, 0.0], [1.0, -2.0], [2.0, -1.0]]);
    }

    #[test]
    fn a_line_over_unknown_days_is_dashed_and_holds_together() {
        let day = |n: i8, load_au: Option<f64>| FormDay {
            day: jiff::civil::date(2026, 1, n),
            fitness: f64::from(n),
            fatigue: 0.0,
            form: 0.0,
            load_au,
            warming: false,
        };
        let loads = [Some(1.0), Some(1.0), None, None, Some(1.0), Some(1.0)];
        let days: Vec<FormDay> = loads.iter().enumerate().map(|(n, it)| day(n as i8 + 1, *it)).collect();
        let lines = Lines::of(&days, &TimeAxis::of(&(days[0].day..=days[5].day)));
        let places = |pieces: &Pieces| -> Vec<Vec<f64>> {
            let places = pieces.iter().map(|it| it.iter().map(|it| it[0]).collect());
            places.collect()
        };
        assert_eq!(places(&lines.fitness), [vec![0.0, 1.0], vec![3.0, 4.0, 5.0]]);
        assert_eq!(places(&lines.held[0]), [vec![1.0, 2.0, 3.0]]);
        assert_eq!(lines.unknown, [(1.5, 3.5)]);
    }
}
