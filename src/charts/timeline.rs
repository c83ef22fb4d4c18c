//! Soreness and sleep over time: two panels, one time axis.
//!
//! What was not recorded is a gap, in the line and among the bars. Up to 400 days every day is drawn;
//! beyond that a week, four weeks … are drawn as one, by the mean of what is known of them, so that
//! decades are as quick as a season.

pub(super) mod places;
pub(super) mod ticks;

use egui::{Align2, Color32, Pos2, Stroke, Ui, pos2, vec2};
use egui_plot::{Bar, BarChart, Line, PlotPoints, PlotResponse, PlotUi, Points, VLine};
use jiff::ToSpan as _;
use jiff::civil::Date;

pub(super) use self::places::bundle_of;
use self::places::{Known, Place, places};
pub(super) use self::ticks::time_ticks;
use super::marks::{marks_at, scale_bounds, scale_label, still_plot, words_width, x_axis, y_axis};
use super::pick::{pick, present};
use super::story::Story;
use super::{ChartResponse, Shown, Style, words};
use crate::analysis::DailyTable;
use crate::analysis::sleep_soreness::SHORT_NIGHT_H;
use crate::domain::Scale;
use crate::domain::time::days_between;
use crate::domain::units::show_hours;
use crate::fl;

const SORENESS_HEIGHT: f32 = 112.0;
const SLEEP_HEIGHT: f32 = 112.0;
/// Up to this many bundles of days the line has a point at each.
const MOST_POINTS: usize = 190;
/// Part of a panel that its name needs above the data.
const WORDS: f64 = 0.22;
/// How near the pointer must come, sideways.
const REACH: f32 = 10.0;

/// The two panels, ready to be shown.
pub struct Timeline {
    first: Date,
    days: i32,
    /// How many days are drawn as one.
    bundle: i32,
    scale: Scale,
    places: Vec<Place>,
    place_days: Vec<Date>,
    name_soreness: String,
    name_sleep: String,
    most_hours: f64,
}

impl Timeline {
    /// The days `first` to `last` of `table`; soreness on `scale` alone.
    pub fn of(table: &DailyTable, first: Date, last: Date, scale: Scale) -> Self {
        let days = days_between(first, last).max(0) + 1;
        let bundle = bundle_of(days);
        let rows = table.rows.iter().filter(|it| (first..=last).contains(&it.day));
        let places = places(rows, first, bundle, scale);
        let nights = places.iter().filter_map(|it| it.hours.mean());
        let most_hours = nights.fold(SHORT_NIGHT_H + 1.0, f64::max);
        let span = words::days(first, last);
        let of_n = |count: fn(&Place) -> u32| places.iter().map(count).sum::<u32>();
        Self {
            first,
            days,
            bundle,
            scale,
            name_soreness: fl!(
                "chart-timeline-soreness-name",
                n = of_n(|it| it.soreness.n),
                span = span.clone(),
                scale = words::direction(scale)
            ),
            name_sleep: fl!("chart-timeline-sleep-name", n = of_n(|it| it.hours.n), span = span),
            place_days: places.iter().map(|it| it.day).collect(),
            places,
            most_hours,
        }
    }

    /// How many days are drawn as one.
    pub fn days_a_point(&self) -> i32 {
        self.bundle
    }

    /// Shows both panels.
    pub fn ui(&self, ui: &mut Ui, shown: &Shown<'_>) -> ChartResponse {
        let (style, marked) = (shown.style, shown.marked);
        let above = self.soreness_ui(ui, style, marked);
        let below = self.sleep_ui(ui, style, marked);
        let done = self.pick_ui(ui, shown, &above, &self.name_soreness);
        done.or(self.pick_ui(ui, shown, &below, &self.name_sleep))
    }

    fn soreness_ui(&self, ui: &mut Ui, style: &Style, marked: Option<Date>) -> PlotResponse<()> {
        let scale = self.scale;
        let (low, high) = scale.range();
        let plot = still_plot("soreness over time", SORENESS_HEIGHT, style)
            .invert_y(!scale.higher_is_worse())
            .y_grid_spacer(marks_at(vec![low, high]))
            .x_grid_spacer(marks_at(Vec::new()))
            .show_axes([false, true])
            .custom_y_axes(vec![y_axis(style, words_width(style), move |it| {
                scale_label(scale, it)
            })])
            .show(ui, |plot| {
                plot.set_plot_bounds_y(scale_bounds(scale, WORDS));
                self.draw_soreness(plot, style);
                self.draw_mark(plot, style, marked);
            });
        panel_label(ui, &plot, style, fl!("chart-panel-soreness"), style.soreness);
        plot
    }

    fn sleep_ui(&self, ui: &mut Ui, style: &Style, marked: Option<Date>) -> PlotResponse<()> {
        let room = ui.available_width() - words_width(style);
        let ticks = time_ticks(self.first, self.days, f64::from(room / style.note.size));
        let (values, labels): (Vec<f64>, Vec<String>) = ticks.into_iter().unzip();
        let at = values.clone();
        let time_label = move |value: f64| {
            let place = at.iter().position(|it| *it == value);
            place.map(|place| labels[place].clone()).unwrap_or_default()
        };
        let plot = still_plot("sleep over time", SLEEP_HEIGHT, style)
            .y_grid_spacer(marks_at(vec![0.0, SHORT_NIGHT_H]))
            .x_grid_spacer(marks_at(values))
            .custom_x_axes(vec![x_axis(style, time_label)])
            .custom_y_axes(vec![y_axis(style, words_width(style), words::hours)])
            .show(ui, |plot| {
                plot.set_plot_bounds_y(-0.1 * self.most_hours..=self.most_hours * (1.0 + WORDS));
                self.draw_sleep(plot, style);
                self.draw_mark(plot, style, marked);
            });
        panel_label(ui, &plot, style, fl!("chart-panel-sleep"), style.sleep);
        plot
    }

    fn draw_soreness(&self, plot: &mut PlotUi<'_>, style: &Style) {
        self.set_time(plot);
        let known = self
            .places
            .iter()
            .filter_map(|it| Some((it.number, it.soreness.mean()?)));
        let known: Vec<(i32, f64)> = known.collect();
        let mut alone = Vec::new();
        for (n, run) in known.chunk_by(|a, b| a.0 + 1 == b.0).enumerate() {
            let points: Vec<[f64; 2]> = run.iter().map(|&(number, y)| [self.x(number), y]).collect();
            if points.len() == 1 || known.len() <= MOST_POINTS {
                alone.extend(points.iter().copied());
            }
            let line = Line::new("soreness", PlotPoints::from(points)).id(n);
            plot.line(line.color(style.soreness).width(1.5));
        }
        let points = Points::new("points", PlotPoints::from(alone));
        plot.points(points.radius(2.0).color(style.soreness));
    }

    fn draw_sleep(&self, plot: &mut PlotUi<'_>, style: &Style) {
        self.set_time(plot);
        let width = 0.72 * f64::from(self.bundle);
        let faint = style.card.lerp_to_gamma(style.sleep, 0.45);
        let bars = self.places.iter().filter_map(|place| {
            let hours = place.hours.mean()?;
            let fill = if hours < SHORT_NIGHT_H { style.sleep } else { faint };
            let bar = Bar::new(self.x(place.number), hours).width(width);
            Some(bar.fill(fill).stroke(Stroke::NONE))
        });
        plot.bar_chart(BarChart::new("sleep", bars.collect()).color(style.sleep));
    }

    fn draw_mark(&self, plot: &mut PlotUi<'_>, style: &Style, marked: Option<Date>) {
        let Some(place) = marked.and_then(|day| self.place_of(day)) else {
            return;
        };
        let x = self.x(place.number);
        plot.vline(VLine::new("marked", x).stroke(Stroke::new(1.0, style.third_ink)));
    }

    fn set_time(&self, plot: &mut PlotUi<'_>) {
        let room = 0.01 * f64::from(self.days);
        plot.set_plot_bounds_x(-0.5 - room..=f64::from(self.days) - 0.5 + room);
    }

    fn pick_ui(&self, ui: &Ui, shown: &Shown<'_>, plot: &PlotResponse<()>, name: &str) -> ChartResponse {
        let frame = *plot.transform.frame();
        let across = |place: &Place| plot.transform.position_from_point_x(self.x(place.number));
        let done = pick(ui, &plot.response, &self.place_days, shown.marked, |pointer: Pos2| {
            let near = self.places.iter().map(|it| ((across(it) - pointer.x).abs(), it.day));
            let (distance, day) = near.min_by(|a, b| a.0.total_cmp(&b.0))?;
            (distance <= REACH).then_some(day)
        });
        let story = done.hovered.map(|day| {
            let place = self.place_of(day);
            let x = place.map_or(frame.center().x, across);
            let story = match place {
                Some(place) if self.bundle > 1 => self.bundle_story(place),
                _ => Story::of_day(shown, day),
            };
            (story, pos2(x, frame.center().y))
        });
        present(ui, &plot.response, name, story, shown.style);
        done
    }

    fn bundle_story(&self, place: &Place) -> Story {
        let first = self.first.saturating_add((place.number * self.bundle).days());
        let last = first.saturating_add((self.bundle - 1).days());
        let part = |known: Known, words: fn(f64) -> String| match known.mean() {
            Some(mean) => fl!("chart-mean-of", mean = words(mean), n = known.n),
            None => fl!("chart-not-recorded"),
        };
        let lines = vec![
            fl!("chart-story-sleep", what = part(place.hours, show_hours)),
            fl!("chart-story-soreness", what = part(place.soreness, words::mean)),
        ];
        Story::new(words::days(first, last), lines)
    }

    fn place_of(&self, day: Date) -> Option<&Place> {
        let number = days_between(self.first, day).div_euclid(self.bundle);
        let found = self.places.binary_search_by_key(&number, |it| it.number).ok()?;
        self.places.get(found)
    }

    /// Where a bundle stands: the middle of its days, in days from the first.
    fn x(&self, number: i32) -> f64 {
        f64::from(number * self.bundle) + f64::from(self.bundle - 1) / 2.0
    }
}

fn panel_label(ui: &Ui, plot: &PlotResponse<()>, style: &Style, text: String, ink: Color32) {
    let corner = plot.transform.frame().left_top() + vec2(4.0, 0.0);
    let painter = ui.painter();
    painter.text(corner, Align2::LEFT_TOP, text, style.note.clone(), ink);
}
