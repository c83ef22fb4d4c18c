//! One series by another: soreness by hours slept first.
//!
//! A dot is a day of which both are known. The line goes through the middle of the dots, the band is how
//! sure that middle is, and where nights are on the horizontal axis the short ones are shaded. The dots may
//! be coloured by the load of the day before, which shows what else short nights and sore mornings share.

mod axis;
mod by_load;
mod fan;
mod finding;
mod words;

use egui::{Align2, Color32, Frame, Margin, RichText, Ui, pos2, vec2};
use egui_plot::{FilledArea, PlotPoint, PlotPoints, PlotResponse, PlotTransform, PlotUi, Points, Span};
use jiff::civil::Date;

use self::axis::Axis;
use self::by_load::ByLoad;
use self::fan::{DOTS_A_PLACE, Dot, dots};
use self::finding::Finding;
use super::legend::legend_ui;
use super::marks::{marks_at, solid_line, still_plot, x_axis, y_axis};
use super::pick::{pick, present};
use super::story::Story;
use super::{Aside, Chart, ChartResponse, Heading, Made, Request, Rows, Shown, Source, Style, TooLittle};
use crate::analysis::pairs::{Group, Pair, Question, SHORT_NIGHT_H};
use crate::analysis::{Pairs, Series};
use crate::domain::units::show_number;
use crate::fl;

/// Fewer pairs than this are no picture.
const LEAST_PAIRS: usize = 5;
const HEIGHT: f32 = 284.0;
/// A narrow plot is not higher than this part of its width.
const HEIGHT_OF_WIDTH: f32 = 0.8;
const LEAST_HEIGHT: f32 = 190.0;
/// Radius of a dot.
const RADIUS: f32 = 3.5;
/// Dots of several kinds are drawn in so many layers.
const LAYERS: usize = 12;
/// How near the pointer must come to a dot.
const REACH: f32 = 14.0;

/// The chart of a request.
pub(super) fn make(source: &Source<'_>, request: &Request) -> Made {
    let options = &request.options;
    let question = Question {
        x: options.x,
        y: options.y,
        lag: options.lag,
    };
    let found = Pairs::of(source.table, question, &request.days);
    let same = question.x == question.y && question.lag == 0;
    if same || found.pairs.len() < LEAST_PAIRS {
        return Err(too_little(&found, same));
    }
    let unit = source.journal.settings.distance;
    Ok(Box::new(PairChart::of(found, unit, options.by_load)))
}

fn too_little(found: &Pairs, same: bool) -> TooLittle {
    let asked = found.question;
    let have = found.pairs.len();
    // Of equally scarce series the horizontal one is asked for: without nights there is no headline.
    let scarce = if found.left_out.only_x > found.left_out.only_y {
        asked.y
    } else {
        asked.x
    };
    let hint = crate::domain::words::named("pair-hint", scarce.word());
    TooLittle {
        question: words::question(asked),
        why: if same {
            fl!("pair-same")
        } else {
            fl!("pair-too-little", need = LEAST_PAIRS, have = have, hint = hint)
        },
        have: if same { 0 } else { have },
        need: LEAST_PAIRS,
    }
}

/// The chart, ready to be shown.
struct PairChart {
    heading: Heading,
    aside: Aside,
    found: Pairs,
    x: Axis,
    y: Axis,
    dots: Vec<Dot>,
    days: Vec<Date>,
    by_load: Option<ByLoad>,
    line: Vec<[f64; 2]>,
    band: Band,
}

#[derive(Default)]
struct Band {
    x: Vec<f64>,
    low: Vec<f64>,
    high: Vec<f64>,
}

impl PairChart {
    fn of(found: Pairs, unit: crate::domain::settings::DistanceUnit, by_load: bool) -> Self {
        let (x, y) = (Axis::x(&found, unit), Axis::y(&found, unit));
        let by_load = by_load.then(|| ByLoad::of(&found.pairs));
        let kind = |pair: &Pair| by_load.as_ref().map_or(0, |it| it.kind(pair));
        let dots = dots(&found.pairs, &x, &y, kind);
        let crowded = (dots.len() < found.pairs.len()).then_some(DOTS_A_PLACE);
        let finding = Finding {
            found: &found,
            x: &x,
            y: &y,
        };
        let line = found.line.iter().map(|it| [x.shown(it.x), y.shown(it.y)]);
        Self {
            heading: finding.heading(crowded),
            aside: finding.aside(),
            line: line.collect(),
            band: Band::of(&found, &x, &y),
            days: found.pairs.iter().map(|it| it.day).collect(),
            dots,
            by_load,
            x,
            y,
            found,
        }
    }

    fn plot_ui(&self, ui: &mut Ui, shown: &Shown<'_>) -> PlotResponse<()> {
        let style = shown.style;
        let width = self.y.words_width(ui, style);
        let height = HEIGHT.min(HEIGHT_OF_WIDTH * ui.available_width()).max(LEAST_HEIGHT);
        still_plot("pair", height, style)
            .invert_x(self.x.falls())
            .invert_y(self.y.falls())
            .x_grid_spacer(marks_at(self.x.marks.clone()))
            .y_grid_spacer(marks_at(self.y.marks.clone()))
            .custom_x_axes(vec![x_axis(style, |it| words::mark(&self.x, it, false))])
            .custom_y_axes(vec![y_axis(style, width, |it| words::mark(&self.y, it, true))])
            .show(ui, |plot| self.draw(plot, style, shown.marked))
    }

    fn draw<'a>(&'a self, plot: &mut PlotUi<'a>, style: &Style, marked: Option<Date>) {
        plot.set_plot_bounds_x(self.x.bounds(false));
        plot.set_plot_bounds_y(self.y.bounds(true));
        if self.x.series == Series::Sleep {
            let shade = style.sleep.gamma_multiply(0.08);
            plot.span(Span::new("", self.x.low..=SHORT_NIGHT_H).fill(shade));
        }
        let band = FilledArea::new("band", &self.band.x, &self.band.low, &self.band.high);
        plot.add(band.fill_color(style.ink.gamma_multiply(0.10)));
        self.draw_dots(plot, style);
        let line = |name| solid_line(name, self.line.clone());
        plot.line(line("halo").color(style.card.gamma_multiply(0.6)).width(5.0));
        plot.line(line("line").color(style.ink).width(2.0));
        if let Some(dot) = self.dots.iter().find(|it| Some(it.day) == marked) {
            let fill = self.fill(dot.kind, style).unwrap_or(style.card);
            plot.points(points("ring", vec![dot.at], RADIUS + 4.0, style.ink));
            plot.points(points("gap", vec![dot.at], RADIUS + 2.5, style.card));
            plot.points(points("marked", vec![dot.at], RADIUS + 1.0, fill));
        }
    }

    /// The more dots, the fainter each, so that the line can be seen among thousands.
    fn draw_dots(&self, plot: &mut PlotUi<'_>, style: &Style) {
        let (part, faintest, boldest) = if self.by_load.is_some() {
            (16.0, 0.3, 0.8)
        } else {
            (10.0, 0.12, 0.5)
        };
        let alpha = (part / (self.dots.len() as f32).sqrt()).clamp(faintest, boldest);
        let kinds = self.by_load.as_ref().map_or(1, ByLoad::kinds);
        // In layers that have dots of every kind, so that no kind hides the others.
        let layer = self.dots.len().div_ceil(LAYERS).max(1);
        for (number, dots) in self.dots.chunks(layer).enumerate() {
            for kind in 0..kinds {
                let at = dots.iter().filter(|it| it.kind == kind).map(|it| it.at).collect();
                let name = format!("dots {number} {kind}");
                match self.fill(kind, style) {
                    Some(fill) => plot.points(points(&name, at, RADIUS, fill.gamma_multiply(alpha))),
                    None => plot.points(points(&name, at, RADIUS - 0.5, style.third_ink).filled(false)),
                }
            }
        }
    }

    fn fill(&self, kind: usize, style: &Style) -> Option<Color32> {
        match &self.by_load {
            Some(by_load) => by_load.fill(kind, style),
            None => Some(self.ink(style)),
        }
    }

    /// The colour that the vertical series has on every screen.
    fn ink(&self, style: &Style) -> Color32 {
        match self.y.series {
            Series::Soreness => style.soreness,
            Series::Sleep | Series::SleepQuality => style.sleep,
            Series::Load | Series::Distance => style.load,
            Series::Fatigue | Series::Stress | Series::Mood => style.accent,
        }
    }

    /// Names the two sides of seven hours, in the room above the data, as far as there is room.
    fn label_zones(&self, ui: &Ui, style: &Style, transform: &PlotTransform) {
        if self.x.series != Series::Sleep {
            return;
        }
        let [short, enough] = self.found.groups.as_slice() else {
            return;
        };
        let frame = transform.frame();
        let seven = transform.position_from_point_x(SHORT_NIGHT_H);
        let h = show_number(SHORT_NIGHT_H);
        let count = |it: &Group| words::counted(self.y.series, it.n);
        let left = [
            fl!("pair-zone-short", h = h.clone(), count = count(short)),
            fl!("chart-under-hours", h = h.clone()),
        ];
        let right = [fl!("pair-zone-enough", h = h, n = enough.n)];
        label(ui, style, (frame.left(), seven), frame.top(), &left);
        label(ui, style, (seven, frame.right()), frame.top(), &right);
    }

    /// The story of a day, with what it does not tell by itself.
    fn story(&self, shown: &Shown<'_>, day: Date) -> Story {
        let story = Story::of_day(shown, day);
        let Ok(place) = self.days.binary_search(&day) else {
            return story;
        };
        let (pair, asked) = (&self.found.pairs[place], self.found.question);
        let told = |series| {
            matches!(
                series,
                Series::Sleep | Series::Soreness | Series::Load | Series::Distance
            )
        };
        let line = |what: String, value: String| fl!("pair-story", what = what, value = value);
        let noun = || crate::domain::words::beginning(&super::words::series(asked.y));
        let y = (!told(asked.y)).then(|| line(noun(), words::recorded(&self.y, pair.y)));
        let x =
            (asked.lag != 0 || !told(asked.x)).then(|| line(words::x_when(asked), words::recorded(&self.x, pair.x)));
        story.begun_with([y, x].into_iter().flatten())
    }

    fn place_of(&self, day: Date) -> Option<[f64; 2]> {
        let dot = self.dots.iter().find(|it| it.day == day).map(|it| it.at);
        dot.or_else(|| {
            let pair = &self.found.pairs[self.days.binary_search(&day).ok()?];
            Some([self.x.shown(pair.x), self.y.shown(pair.y)])
        })
    }
}

impl Chart for PairChart {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn ui(&self, ui: &mut Ui, shown: &Shown<'_>) -> ChartResponse {
        let style = shown.style;
        let words = |text: String| RichText::new(text).font(style.note.clone()).color(style.third_ink);
        if let Some(by_load) = &self.by_load {
            legend_ui(ui, style, &by_load.entries(style));
        }
        ui.label(words(words::y_title(&self.y)));
        let plot = self.plot_ui(ui, shown);
        below_ui(ui, &plot, words(words::x_title(&self.x, self.found.question)));
        self.label_zones(ui, style, &plot.transform);
        let place = |at: [f64; 2]| plot.transform.position_from_point(&PlotPoint::new(at[0], at[1]));
        let done = pick(ui, &plot.response, &self.days, shown.marked, |pointer| {
            let near = self
                .dots
                .iter()
                .map(|dot| (place(dot.at).distance_sq(pointer), dot.day));
            let nearest = near.min_by(|a, b| a.0.total_cmp(&b.0))?;
            (nearest.0 <= REACH * REACH).then_some(nearest.1)
        });
        let story = done.hovered.map(|day| {
            let at = self.place_of(day).map_or(plot.response.rect.center(), place);
            (self.story(shown, day), at)
        });
        present(ui, &plot.response, &self.heading.summary, story, style);
        done
    }

    fn rows(&self) -> Rows {
        let asked = self.found.question;
        let (x_scale, y_scale) = (self.found.x_scale, self.found.y_scale);
        let mut headers = vec!["date".to_owned(), column(asked.y).to_owned()];
        headers.extend(y_scale.map(|_| format!("{}_scale", column(asked.y))));
        let x = column(asked.x);
        let x = match (asked.lag, asked.lag.unsigned_abs()) {
            (0, _) => x.to_owned(),
            (1.., days) => format!("{x}_{days}_before"),
            (_, days) => format!("{x}_{days}_after"),
        };
        headers.push(x.clone());
        headers.extend(x_scale.map(|_| format!("{x}_scale")));
        headers.push("load_au_day_before".to_owned());
        let row = |pair: &Pair| {
            let mut row = vec![pair.day.to_string(), pair.y.to_string()];
            row.extend(y_scale.map(|it| it.id().to_owned()));
            row.push(pair.x.to_string());
            row.extend(x_scale.map(|it| it.id().to_owned()));
            row.push(pair.load_before.map_or_else(String::new, |it| it.to_string()));
            row
        };
        Rows {
            headers,
            rows: self.found.pairs.iter().map(row).collect(),
        }
    }

    fn aside(&self) -> Option<&Aside> {
        Some(&self.aside)
    }
}

/// The words of the horizontal axis, in the middle of the data.
fn below_ui(ui: &mut Ui, plot: &PlotResponse<()>, words: RichText) {
    let left = plot.transform.frame().left() - ui.max_rect().left();
    let margin = Margin {
        left: left.clamp(0.0, 127.0) as i8,
        ..Margin::ZERO
    };
    let frame = Frame::new().inner_margin(margin);
    frame.show(ui, |ui| ui.vertical_centered(|ui| ui.label(words)));
}

/// The name of a series among the columns of the daily table.
fn column(series: Series) -> &'static str {
    match series {
        Series::Sleep => "sleep_h",
        Series::SleepQuality => "sleep_quality",
        Series::Soreness => "soreness",
        Series::Load => "load_au",
        Series::Distance => "distance_m",
        Series::Fatigue => "fatigue",
        Series::Stress => "stress",
        Series::Mood => "mood",
    }
}

/// The first of `texts` that fits between two places, at the top of the data.
fn label(ui: &Ui, style: &Style, (left, right): (f32, f32), top: f32, texts: &[String]) {
    const AIR: f32 = 8.0;
    for text in texts {
        let galley = ui
            .painter()
            .layout_no_wrap(text.clone(), style.note.clone(), style.sleep);
        if galley.size().x + 2.0 * AIR <= right - left {
            let rect = Align2::LEFT_TOP.anchor_size(pos2(left, top) + vec2(AIR, 3.0), galley.size());
            ui.painter().galley(rect.min, galley, style.sleep);
            return;
        }
    }
}

fn points<'a>(name: &str, at: Vec<[f64; 2]>, radius: f32, color: Color32) -> Points<'a> {
    Points::new(name, PlotPoints::from(at)).radius(radius).color(color)
}

impl Band {
    /// ±1.96 standard errors around the line, inside what can be.
    fn of(found: &Pairs, x: &Axis, y: &Axis) -> Self {
        let (lowest, highest) = if y.is_rated() { (y.low, y.high) } else { (0.0, f64::MAX) };
        let mut band = Self::default();
        for knot in &found.line {
            band.x.push(x.shown(knot.x));
            let edge = |by: f64| y.shown(knot.y + by * knot.se).clamp(lowest, highest);
            band.low.push(edge(-1.96));
            band.high.push(edge(1.96));
        }
        band
    }
}

#[cfg(test)]
mod tests;
