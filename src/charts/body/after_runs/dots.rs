//! One region after runs, rating by rating: a dot over the hours, and the median and middle half of each day.
//!
//! Ratings of the same hour and score are one dot, larger the more they are, so that decades are as many dots
//! as there are hours in a week.

use std::collections::BTreeMap;

use egui::{Shape, Stroke, Ui};
use egui_plot::{Line, PlotPoint, PlotPoints, PlotUi, Points};
use jiff::civil::Date;

use crate::analysis::regions::after_runs::{AfterRuns, DAY_RATINGS, Dot, OnDay};
use crate::charts::legend::{Entry, Mark, legend_ui};
use crate::charts::marks::{marks_at, scale_bounds, scale_label, scale_marks, still_plot, words_width, x_axis, y_axis};
use crate::charts::pick::{pick, present};
use crate::charts::story::Story;
use crate::charts::{ChartResponse, Shown, Style, words};
use crate::domain::units::show_number;
use crate::domain::words::{day_with_year, region as region_name};
use crate::domain::{Rating, Region, Scale};
use crate::fl;

const HEIGHT: f32 = 190.0;
const SMALLEST: f32 = 2.5;
const LARGEST: f32 = 8.0;
/// How near the pointer must come to a dot.
const REACH: f32 = 14.0;
const DAY_H: f64 = 24.0;

/// The dots, ready to be shown.
pub(super) struct Dots {
    region: Region,
    scale: Scale,
    ratings: Vec<Dot>,
    days: Vec<Date>,
    places: Vec<Place>,
    middle: Vec<OnDay>,
    /// The last day of the axis.
    last: f64,
}

/// Ratings at the same hour with the same score.
struct Place {
    at: [f64; 2],
    n: usize,
    newest: Dot,
}

impl Dots {
    pub(super) fn of(found: &AfterRuns, region: Region, scale: Scale) -> Self {
        let mut at: BTreeMap<(i64, u64), Place> = BTreeMap::new();
        for dot in &found.dots {
            let key = (dot.hours.round() as i64, dot.score.to_bits());
            let place = at.entry(key).or_insert(Place {
                at: [dot.hours, dot.score],
                n: 0,
                newest: *dot,
            });
            place.n += 1;
            place.newest = *dot;
        }
        let mut days: Vec<Date> = found.dots.iter().map(|it| it.day).collect();
        days.dedup();
        let longest = found.dots.iter().map(|it| it.hours).fold(DAY_H, f64::max);
        let known = found.by_day.iter().flatten();
        Self {
            region,
            scale,
            ratings: found.dots.clone(),
            days,
            places: at.into_values().collect(),
            middle: known.filter(|it| it.spread.n >= DAY_RATINGS).copied().collect(),
            // A rating some hours after a mark needs no further mark.
            last: ((longest - 8.0) / DAY_H).ceil().max(1.0),
        }
    }

    pub(super) fn ui(&self, ui: &mut Ui, shown: &Shown<'_>, name: &str) -> ChartResponse {
        let (style, scale) = (shown.style, self.scale);
        let step = if ui.available_width() < style.note.size * 30.0 {
            2
        } else {
            1
        };
        let marks = (0..=self.last as i32).step_by(step).map(|it| f64::from(it) * DAY_H);
        let plot = still_plot("after runs", HEIGHT, style)
            .invert_y(!scale.higher_is_worse())
            .x_grid_spacer(marks_at(marks.collect()))
            .y_grid_spacer(marks_at(scale_marks(scale)))
            .custom_x_axes(vec![x_axis(style, words::hours)])
            .custom_y_axes(vec![y_axis(style, words_width(style), move |it| {
                scale_label(scale, it)
            })])
            .show(ui, |plot| self.draw(plot, style, shown.marked));
        let text = egui::RichText::new(fl!("after-runs-hours")).font(style.note.clone());
        ui.vertical_centered(|ui| ui.label(text.color(style.third_ink)));
        let on_screen = |at: [f64; 2]| plot.transform.position_from_point(&PlotPoint::new(at[0], at[1]));
        let done = pick(ui, &plot.response, &self.days, shown.marked, |pointer| {
            let near = self.places.iter().map(|it| (on_screen(it.at).distance_sq(pointer), it));
            let nearest = near.min_by(|a, b| a.0.total_cmp(&b.0))?;
            (nearest.0 <= REACH * REACH).then_some(nearest.1.newest.day)
        });
        let dot = done.hovered.and_then(|day| self.dot_of(day));
        let story = dot.map(|dot| (self.story(dot), on_screen([dot.hours, dot.score])));
        present(ui, &plot.response, name, story, style);
        Self::legend_ui(ui, style);
        done
    }

    fn draw<'a>(&'a self, plot: &mut PlotUi<'a>, style: &Style, marked: Option<Date>) {
        plot.set_plot_bounds_x(-0.1 * DAY_H..=(self.last + 0.4) * DAY_H);
        plot.set_plot_bounds_y(scale_bounds(self.scale, 0.0));
        let most = self.places.iter().map(|it| it.n).max().unwrap_or(1) as f32;
        let fill = style.soreness.gamma_multiply(0.45);
        for (n, it) in self.places.iter().enumerate() {
            let share = if most > 1.0 {
                ((it.n - 1) as f32 / (most - 1.0)).sqrt()
            } else {
                0.0
            };
            let radius = SMALLEST + (LARGEST - SMALLEST) * share;
            plot.points(Points::new("dot", vec![it.at]).id(n).radius(radius).color(fill));
        }
        for (n, it) in self.middle.iter().enumerate() {
            let half = vec![[it.hours, it.spread.low], [it.hours, it.spread.high]];
            let bar = Line::new("middle half", PlotPoints::from(half)).id(("half", n));
            plot.line(bar.stroke(Stroke::new(5.0, style.ink.gamma_multiply(0.35))));
        }
        let line: Vec<[f64; 2]> = self.middle.iter().map(|it| [it.hours, it.spread.median]).collect();
        let halo = Line::new("halo", PlotPoints::from(line.clone()));
        plot.line(halo.color(style.card.gamma_multiply(0.6)).width(5.0));
        plot.line(
            Line::new("median", PlotPoints::from(line.clone()))
                .color(style.ink)
                .width(2.0),
        );
        plot.points(Points::new("medians", line).radius(3.5).color(style.ink));
        if let Some(dot) = marked.and_then(|day| self.dot_of(day)) {
            let at = vec![[dot.hours, dot.score]];
            plot.points(Points::new("ring", at.clone()).radius(7.0).color(style.ink));
            plot.points(Points::new("marked", at).radius(5.0).color(style.soreness));
        }
    }

    /// The last rating of a day.
    fn dot_of(&self, day: Date) -> Option<&Dot> {
        let end = self.ratings.partition_point(|it| it.day <= day);
        self.ratings[..end].last().filter(|it| it.day == day)
    }

    fn story(&self, dot: &Dot) -> Story {
        let title = fl!(
            "after-runs-dot-title",
            day = day_with_year(dot.day),
            hours = show_number(dot.hours.round())
        );
        let rating = Rating {
            value: dot.score,
            scale: self.scale,
        };
        let mut lines = vec![
            fl!(
                "after-runs-dot-score",
                region = region_name(self.region),
                score = words::soreness(rating)
            ),
            fl!(
                "after-runs-dot-run",
                class = dot.class.name(),
                day = words::day(dot.run_day)
            ),
        ];
        let same = |it: &&Place| it.at[1] == dot.score && it.newest.hours.round() == dot.hours.round();
        let others = self.places.iter().find(same).map_or(0, |it| it.n - 1);
        if others > 0 {
            lines.push(fl!("after-runs-dot-more", n = others));
        }
        Story::new(title, lines)
    }

    fn legend_ui(ui: &mut Ui, style: &Style) {
        let dot = style.soreness.gamma_multiply(0.6);
        let entries = [
            Entry::new(Mark::Shaped(Shape::circle_filled, dot), fl!("after-runs-legend-dot")),
            Entry::new(Mark::Line(style.ink), fl!("after-runs-legend-line")),
            Entry::new(Mark::Fill(style.ink.gamma_multiply(0.35)), fl!("after-runs-legend-bar")),
        ];
        legend_ui(ui, style, &entries);
    }
}
