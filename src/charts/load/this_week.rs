//! This week against the previous three.
//!
//! A bar for each seven days, counted back from the last day, with a line across it where the three weeks
//! before them were; below, the one over the other. No zone and no colour judges it.

use egui::{Stroke, Ui};
use egui_plot::{Bar, BarChart, HLine, Line, LineStyle, PlotPoints, PlotUi, Points};
use jiff::civil::Date;

use crate::analysis::load::{Against, Series, against};
use crate::charts::legend::{Entry, Mark, legend_ui};
use crate::charts::marks::Upwards;
use crate::charts::panels::{Panel, Panels};
use crate::charts::story::Story;
use crate::charts::time_axis::{TimeAxis, bundled};
use crate::charts::words::{self, cell};
use crate::charts::{Chart, ChartResponse, Heading, Made, Request, Rows, Shown, Source, Style, TooLittle};
use crate::domain::time::days_between;
use crate::domain::units::show_number;
use crate::fl;

/// The days that one comparison needs.
const DAYS: usize = 28;

/// The chart of a request.
pub(in crate::charts) fn make(source: &Source<'_>, request: &Request) -> Made {
    let last = source.today.min(*request.days.end());
    let load = Series::of(source.table, last, |it| it.load_au);
    let axis = TimeAxis::weeks_back(&(*request.days.start()..=last));
    let weeks = days_between(*axis.range().start(), last) / 7 + 1;
    let found = against(&load, last, usize::try_from(weeks).unwrap_or(0));
    if !found.iter().any(|it| it.week.is_some() && it.before.is_some()) {
        let known = load.values.iter().rev().take(DAYS).flatten().count();
        return Err(TooLittle {
            question: fl!("this-week-question"),
            why: fl!("this-week-too-little", n = known, least = DAYS),
            have: known.min(DAYS - 1),
            need: DAYS,
        });
    }
    let part = |value: fn(&Against) -> Option<f64>| {
        let known = found.iter().filter_map(|it| Some((it.first(), value(it)?)));
        let places = bundled(&axis, known);
        places.iter().map(|it| [axis.x(it.number), it.mean]).collect::<Vec<_>>()
    };
    let (week, before, ratio) = (part(|it| it.week), part(|it| it.before), part(|it| it.ratio));
    let most = week.iter().chain(&before).map(|it| it[1]).fold(1.0, f64::max);
    let most_ratio = ratio.iter().map(|it| it[1]).fold(2.0, f64::max);
    let places = found.chunk_by(|a, b| axis.number(a.first()) == axis.number(b.first()));
    Ok(Box::new(ThisWeek {
        heading: heading(&found, request, last, &axis),
        days: places.filter_map(|it| Some(it.first()?.first())).collect(),
        loads: Upwards::to(most, 3),
        most_ratio,
        week,
        before,
        ratio,
        found,
        axis,
    }))
}

struct ThisWeek {
    heading: Heading,
    axis: TimeAxis,
    found: Vec<Against>,
    /// The first day of each place.
    days: Vec<Date>,
    week: Vec<[f64; 2]>,
    before: Vec<[f64; 2]>,
    ratio: Vec<[f64; 2]>,
    loads: Upwards,
    most_ratio: f64,
}

fn heading(found: &[Against], request: &Request, last: Date, axis: &TimeAxis) -> Heading {
    let n = found.iter().filter(|it| it.ratio.is_some()).count();
    let span = words::days(*request.days.start(), last);
    let subtitle = fl!("this-week-subtitle", n = n, of = found.len(), span = span);
    let now = found.last().map(now).unwrap_or_default();
    let mut notes = vec![fl!("this-week-note-what"), fl!("this-week-note-blank")];
    notes.extend(axis.note_of_weeks());
    let ratios = || found.iter().filter_map(|it| it.ratio);
    let range = (n > 1).then(|| {
        let low = ratio_words(ratios().fold(f64::MAX, f64::min));
        let high = ratio_words(ratios().fold(0.0, f64::max));
        fl!("this-week-range", n = n, low = low, high = high)
    });
    let parts = [Some(subtitle.clone()), Some(now.clone()), range];
    Heading {
        question: fl!("this-week-question"),
        summary: fl!(
            "this-week-summary",
            parts = parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
        ),
        subtitle: format!("{now} {subtitle}"),
        notes,
    }
}

/// The last seven days in a sentence.
fn now(it: &Against) -> String {
    let week = load_words(it.week, it.week_unknown);
    let before = load_words(it.before, it.before_unknown);
    match it.ratio {
        Some(ratio) => fl!(
            "this-week-now",
            week = week,
            before = before,
            ratio = ratio_words(ratio)
        ),
        None => fl!("this-week-now-blank", week = week, before = before),
    }
}

fn load_words(value: Option<f64>, unknown: usize) -> String {
    match value {
        Some(load) => a_day(load),
        None => fl!("chart-days-unknown", n = unknown),
    }
}

fn a_day(load: f64) -> String {
    fl!("chart-au-a-day", au = words::whole(load))
}

fn ratio_words(ratio: f64) -> String {
    format!("{ratio:.1}")
}

impl Chart for ThisWeek {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn ui(&self, ui: &mut Ui, shown: &Shown<'_>) -> ChartResponse {
        let style = shown.style;
        legend_ui(
            ui,
            style,
            &[
                Entry::new(Mark::Fill(style.load), fl!("this-week-legend-week")),
                Entry::new(Mark::Line(style.ink), fl!("this-week-legend-before")),
            ],
        );
        let mut panels = Panels::new(ui, "this week", shown, self.axis, 8);
        let loads = Panel {
            name: "this week loads",
            words: &fl!("this-week-load-axis"),
            height: 124.0,
            bounds: self.loads.bounds(0.0),
            marks: self.loads.marks(show_number),
            downwards: false,
            last: false,
        };
        let bar = panels.bar();
        panels.show(ui, loads, |plot| self.draw_loads(plot, bar, style));
        let marks = [
            (0.0, show_number(0.0)),
            (1.0, fl!("this-week-same")),
            (2.0, fl!("this-week-double")),
        ];
        let ratio = Panel {
            name: "this week ratio",
            words: &fl!("this-week-ratio-axis"),
            height: 84.0,
            bounds: (-0.1, self.most_ratio + 0.15),
            marks: marks.to_vec(),
            downwards: false,
            last: true,
        };
        panels.show(ui, ratio, |plot| self.draw_ratio(plot, style));
        panels.pick_across(ui, &self.heading.summary, &self.days, |day| self.story(day))
    }

    fn rows(&self) -> Rows {
        let headers = [
            "week_from",
            "week_to",
            "load_au_per_day",
            "load_au_per_day_21_days_before",
            "ratio_uncoupled",
        ];
        let rows = self.found.iter().map(|it| {
            let dates = [it.first().to_string(), it.last.to_string()];
            let numbers = [it.week, it.before, it.ratio].map(cell);
            dates.into_iter().chain(numbers).collect()
        });
        Rows {
            headers: headers.map(str::to_owned).to_vec(),
            rows: rows.collect(),
        }
    }
}

impl ThisWeek {
    fn draw_loads(&self, plot: &mut PlotUi<'_>, bar: f64, style: &Style) {
        let bars = self.week.iter().map(|it| Bar::new(it[0], it[1]).width(bar));
        let bars = bars.map(|it| it.fill(style.load).stroke(Stroke::NONE));
        plot.bar_chart(BarChart::new("week", bars.collect()).color(style.load));
        let half = bar * 0.62;
        for (n, [x, y]) in self.before.iter().enumerate() {
            let across = PlotPoints::from(vec![[x - half, *y], [x + half, *y]]);
            plot.line(Line::new("before", across).id(n).color(style.ink).width(2.0));
        }
    }

    fn draw_ratio(&self, plot: &mut PlotUi<'_>, style: &Style) {
        let same = HLine::new("same", 1.0).color(style.third_ink).width(1.0);
        plot.hline(same.style(LineStyle::Solid));
        let radius = if self.ratio.len() > 110 { 1.5 } else { 2.5 };
        for (n, [x, y]) in self.ratio.iter().enumerate() {
            let stem = PlotPoints::from(vec![[*x, 1.0], [*x, *y]]);
            plot.line(Line::new("stem", stem).id(("stem", n)).color(style.load).width(1.5));
        }
        let points = Points::new("ratio", PlotPoints::from(self.ratio.clone()));
        plot.points(points.radius(radius).color(style.ink));
    }

    fn story(&self, day: Date) -> Story {
        let number = self.axis.number(day);
        let of_place = self.found.iter().filter(|it| self.axis.number(it.first()) == number);
        let (first, last) = self.axis.span(number);
        let lines = of_place.map(|it| {
            let ratio = it.ratio.map(ratio_words);
            vec![
                fl!("this-week-story-week", what = load_words(it.week, it.week_unknown)),
                fl!(
                    "this-week-story-before",
                    what = load_words(it.before, it.before_unknown)
                ),
                fl!("this-week-story-ratio", what = ratio.unwrap_or_else(|| "–".to_owned())),
            ]
        });
        let all: Vec<Vec<String>> = lines.collect();
        let lines = match all.len() {
            1 => all.concat(),
            _ => self.mean_lines(number),
        };
        Story::new(words::days(first, last), lines)
    }

    /// What several weeks come to.
    fn mean_lines(&self, number: i32) -> Vec<String> {
        let x = self.axis.x(number);
        let of = |values: &[[f64; 2]]| values.iter().find(|it| it[0] == x).map(|it| it[1]);
        let or_none = |what: Option<String>| what.unwrap_or_else(|| "–".to_owned());
        vec![
            fl!("this-week-story-week", what = or_none(of(&self.week).map(a_day))),
            fl!("this-week-story-before", what = or_none(of(&self.before).map(a_day))),
            fl!(
                "this-week-story-ratio",
                what = or_none(of(&self.ratio).map(ratio_words))
            ),
        ]
    }
}
