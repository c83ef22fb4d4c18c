//! Soreness and sleep over time: two panels, one time axis.
//!
//! What was not recorded is a gap, in the line and among the bars. Up to 400 days every day is drawn;
//! beyond that a week, four weeks … are drawn as one, by the mean of what is known of them, so that
//! decades are as quick as a season.

use egui::{Align2, Color32, Pos2, Stroke, Ui, pos2, vec2};
use egui_plot::{Bar, BarChart, Line, PlotPoints, PlotResponse, PlotUi, Points, VLine};
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::marks::{marks_at, scale_bounds, scale_label, still_plot, words_width, x_axis, y_axis};
use super::pick::{pick, present};
use super::story::Story;
use super::{ChartResponse, Style, words};
use crate::analysis::sleep_soreness::SHORT_NIGHT_H;
use crate::analysis::{DailyRow, DailyTable};
use crate::domain::Scale;
use crate::domain::time::days_between;
use crate::domain::units::show_hours;
use crate::domain::words::month_short;
use crate::fl;

const SORENESS_HEIGHT: f32 = 112.0;
const SLEEP_HEIGHT: f32 = 112.0;
/// More days than this are drawn in bundles.
const MOST: i32 = 400;
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

/// One day, or one bundle of days, with something known.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Place {
    /// Its first day with something known: a click opens it.
    day: Date,
    /// Which bundle it is, from 0.
    number: i32,
    hours: Known,
    soreness: Known,
}

/// A mean and of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Known {
    sum: f64,
    n: u32,
}

impl Known {
    fn add(&mut self, value: Option<f64>) {
        if let Some(value) = value {
            self.sum += value;
            self.n += 1;
        }
    }

    fn mean(self) -> Option<f64> {
        (self.n > 0).then(|| self.sum / f64::from(self.n))
    }
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

    /// Shows both panels. `marked` is the day another chart or the last frame was asked about.
    pub fn ui(&self, ui: &mut Ui, style: &Style, table: &DailyTable, marked: Option<Date>) -> ChartResponse {
        let above = self.soreness_ui(ui, style, marked);
        let below = self.sleep_ui(ui, style, marked);
        let done = self.pick_ui(ui, style, table, marked, above, &self.name_soreness);
        done.or(self.pick_ui(ui, style, table, marked, below, &self.name_sleep))
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
        let ticks = self.time_ticks(f64::from(room / style.note.size), f64::from(style.note.size));
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

    fn pick_ui(
        &self,
        ui: &Ui,
        style: &Style,
        table: &DailyTable,
        marked: Option<Date>,
        plot: PlotResponse<()>,
        name: &str,
    ) -> ChartResponse {
        let frame = *plot.transform.frame();
        let across = |place: &Place| plot.transform.position_from_point_x(self.x(place.number));
        let done = pick(ui, &plot.response, &self.place_days, marked, |pointer: Pos2| {
            let near = self.places.iter().map(|it| ((across(it) - pointer.x).abs(), it.day));
            let (distance, day) = near.min_by(|a, b| a.0.total_cmp(&b.0))?;
            (distance <= REACH).then_some(day)
        });
        let story = done.hovered.map(|day| {
            let place = self.place_of(day);
            let x = place.map_or(frame.center().x, across);
            let story = match place {
                Some(place) if self.bundle > 1 => self.bundle_story(place),
                _ => Story::of_day(table, day),
            };
            (story, pos2(x, frame.center().y))
        });
        present(ui, &plot.response, name, story, style);
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

    /// Where the time axis has words, and which: days, months or years, as many as `room` takes.
    fn time_ticks(&self, room_in_ems: f64, em: f64) -> Vec<(f64, String)> {
        // "Mar 2020" and some air.
        let fits = ((room_in_ems * em) / (em * 6.0)).max(1.0);
        if self.days <= 45 {
            let step = [1, 2, 7, 14].into_iter().find(|it| f64::from(self.days / it) <= fits);
            return self.day_ticks(step.unwrap_or(28));
        }
        let months = f64::from(self.days) / 30.4;
        let step = [1, 2, 3, 6, 12, 24, 60, 120].into_iter();
        let step = step.clone().find(|it| months / f64::from(*it) <= fits).unwrap_or(240);
        self.month_ticks(step)
    }

    fn day_ticks(&self, step: i32) -> Vec<(f64, String)> {
        let days = (0..self.days).step_by(step as usize);
        days.map(|n| {
            let day = self.first.saturating_add(n.days());
            (
                f64::from(n),
                fl!("chart-day-month", day = day.day().to_string(), month = month_short(day)),
            )
        })
        .collect()
    }

    /// The first of every `step`-th month, January among them; the year stands at the first mark and at each January.
    fn month_ticks(&self, step: i32) -> Vec<(f64, String)> {
        let mut ticks: Vec<(f64, String)> = Vec::new();
        let mut month = self.first.first_of_month();
        loop {
            let n = days_between(self.first, month);
            if n >= self.days {
                return ticks;
            }
            let counted = i32::from(month.year()) * 12 + i32::from(month.month()) - 1;
            if n >= 0 && counted % step == 0 {
                let year = month.year().to_string();
                let words = match (ticks.is_empty() || month.month() == 1, step >= 12) {
                    (_, true) => year,
                    (true, false) => fl!("chart-month-year", month = month_short(month), year = year),
                    (false, false) => month_short(month),
                };
                ticks.push((f64::from(n), words));
            }
            match month.checked_add(1.month()) {
                Ok(next) => month = next,
                Err(_) => return ticks,
            }
        }
    }
}

fn panel_label(ui: &Ui, plot: &PlotResponse<()>, style: &Style, text: String, ink: Color32) {
    let corner = plot.transform.frame().left_top() + vec2(4.0, 0.0);
    let painter = ui.painter();
    painter.text(corner, Align2::LEFT_TOP, text, style.note.clone(), ink);
}

/// How many of `days` are drawn as one: a day, a week, four weeks, and doubles of that.
fn bundle_of(days: i32) -> i32 {
    let mut bundle = match days {
        ..=MOST => return 1,
        _ => 7,
    };
    while days / bundle > MOST {
        bundle = if bundle == 7 { 28 } else { bundle * 2 };
    }
    bundle
}

fn places<'r>(rows: impl Iterator<Item = &'r DailyRow>, first: Date, bundle: i32, scale: Scale) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    for row in rows {
        let rating = row.soreness.filter(|it| it.scale == scale);
        if row.sleep_h.is_none() && rating.is_none() {
            continue;
        }
        let number = days_between(first, row.day).div_euclid(bundle);
        if places.last().is_none_or(|it| it.number != number) {
            places.push(Place {
                day: row.day,
                number,
                hours: Known::default(),
                soreness: Known::default(),
            });
        }
        if let Some(place) = places.last_mut() {
            place.hours.add(row.sleep_h);
            place.soreness.add(rating.map(|it| it.value));
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn timeline(days: i32) -> Timeline {
        let first = date(2019, 11, 1);
        let last = first.saturating_add((days - 1).days());
        Timeline::of(&DailyTable::default(), first, last, Scale::Nrs010)
    }

    #[test]
    fn a_season_is_drawn_by_day_and_decades_by_bundles() {
        for (days, bundle) in [
            (1, 1),
            (400, 1),
            (401, 7),
            (2800, 7),
            (2900, 28),
            (11_000, 28),
            (40_000, 112),
        ] {
            assert_eq!(timeline(days).days_a_point(), bundle, "{days} days");
        }
    }

    #[test]
    fn months_are_named_and_the_year_stands_where_it_begins() {
        let words = |days, room| {
            let ticks = timeline(days).time_ticks(room, 12.0);
            ticks.into_iter().map(|it| it.1).collect::<Vec<_>>()
        };
        assert_eq!(words(151, 80.0), ["Nov 2019", "Dec", "Jan 2020", "Feb", "Mar"]);
        assert_eq!(
            words(28, 80.0),
            [
                "1 Nov", "3 Nov", "5 Nov", "7 Nov", "9 Nov", "11 Nov", "13 Nov", "15 Nov", "17 Nov", "19 Nov",
                "21 Nov", "23 Nov", "25 Nov", "27 Nov"
            ]
            .map(String::from)[..]
                .to_vec()
        );
        assert_eq!(words(1200, 30.0), ["2020", "2021", "2022", "2023"]);
    }

    #[test]
    fn a_short_axis_has_fewer_words() {
        assert!(timeline(365).time_ticks(20.0, 12.0).len() <= 4);
    }
}
