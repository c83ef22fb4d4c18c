//! The bars of one habit, week by week.

use egui::{Color32, Pos2, Shape, Stroke, Ui};
use egui_plot::{Bar, BarChart, Line, PlotPoints, PlotUi, Points};
use jiff::civil::Date;

use super::{Counts, amount, time};
use crate::analysis::minutes::{HabitMinutes, OneHabit, Sum};
use crate::charts::legend::{Entry, Mark, legend_ui};
use crate::charts::marks::Upwards;
use crate::charts::panels::{Panel, Panels};
use crate::charts::story::Story;
use crate::charts::time_axis::TimeAxis;
use crate::charts::{ChartResponse, Shown, Style, words};
use crate::domain::settings::FirstWeekday;
use crate::domain::units::show_number;
use crate::fl;

const HEIGHT: f32 = 150.0;
/// Room for "19 h 30 min" beside the axis, in letters.
const LETTERS: usize = 8;
/// How much of the hue stands for partly.
const FAINT: f32 = 0.4;

/// The bars, ready to be shown.
pub(super) struct Bars {
    counts: Counts,
    axis: TimeAxis,
    places: Vec<Place>,
    /// The first answered day of each place, for walking.
    days: Vec<Date>,
    upwards: Upwards,
}

/// One week, or some weeks drawn as one, with an answer.
struct Place {
    number: i32,
    /// Weeks with an answer.
    weeks: usize,
    sum: Sum,
}

impl Place {
    /// What was done and what was done partly, in an answered week.
    fn a_week(&self, counts: Counts) -> (f64, f64) {
        let weeks = self.weeks.max(1) as f64;
        match counts {
            Counts::Minutes => (self.sum.minutes / weeks, self.sum.partly_minutes / weeks),
            Counts::Days => (self.sum.done as f64 / weeks, self.sum.partly as f64 / weeks),
        }
    }
}

impl Bars {
    pub(super) fn of(found: &HabitMinutes, habit: &OneHabit, counts: Counts, week: FirstWeekday) -> Self {
        let first = found.weeks.first().map_or(Date::MIN, |it| it.first);
        let last = found.weeks.last().map_or(first, |it| it.last);
        let axis = TimeAxis::weeks(&(first..=last), week);
        let mut places: Vec<Place> = Vec::new();
        let answered = found.weeks.iter().zip(&habit.sums).filter(|it| it.1.days() > 0);
        for (week, sum) in answered {
            let number = axis.number(week.first);
            if places.last().is_none_or(|it| it.number != number) {
                places.push(Place {
                    number,
                    weeks: 0,
                    sum: Sum::default(),
                });
            }
            if let Some(place) = places.last_mut() {
                place.weeks += 1;
                place.sum.add(sum);
            }
        }
        let tall = |it: &Place| {
            let (done, partly) = it.a_week(counts);
            done + partly
        };
        let most = places.iter().map(tall).fold(1.0, f64::max);
        Self {
            counts,
            axis,
            days: places.iter().filter_map(|it| it.sum.first).collect(),
            upwards: Upwards::to(most, 4),
            places,
        }
    }

    /// What must be said of the bars, where they are of several weeks.
    pub(super) fn note(&self) -> Option<String> {
        self.axis.note_of_weeks()
    }

    pub(super) fn ui(&self, ui: &mut Ui, shown: &Shown<'_>, name: &str) -> ChartResponse {
        let counts = self.counts;
        let words = match counts {
            Counts::Minutes => fl!("minutes-per-week"),
            Counts::Days => fl!("minutes-days-per-week"),
        };
        let mut panels = Panels::new(ui, "minutes", shown, self.axis, LETTERS);
        let panel = Panel {
            name: "minutes of a habit",
            words: &words,
            height: HEIGHT,
            bounds: self.upwards.bounds(0.0),
            marks: self.upwards.marks(|it| match counts {
                Counts::Minutes => time(it),
                Counts::Days => show_number(it),
            }),
            downwards: false,
            last: true,
        };
        let bar = panels.bar();
        panels.show(ui, panel, |plot| self.draw(plot, bar, shown.style));
        let done = panels.pick_across(ui, name, &self.days, |day| self.story(day));
        self.legend_ui(ui, shown.style);
        done
    }

    fn draw(&self, plot: &mut PlotUi<'_>, width: f64, style: &Style) {
        let (mut whole, mut parts, mut open) = (Vec::new(), Vec::new(), Vec::new());
        let lift = 0.03 * self.upwards.bounds(0.0).1;
        for it in &self.places {
            let (done, partly) = it.a_week(self.counts);
            let x = self.axis.x(it.number);
            if done > 0.0 {
                whole.push(bar(x, done, width).fill(style.accent));
            }
            if partly > 0.0 {
                parts.push(bar(x, partly, width).base_offset(done).fill(faint(style)));
            }
            if done + partly == 0.0 {
                let dash = vec![[x - 0.3 * width, 0.0], [x + 0.3 * width, 0.0]];
                let dash = Line::new("nothing done", PlotPoints::from(dash)).id(it.number);
                plot.line(dash.stroke(Stroke::new(3.0, style.third_ink)));
            }
            if self.has_more(it) {
                open.push([x, done + partly + lift]);
            }
        }
        plot.bar_chart(BarChart::new("done", whole).color(style.accent));
        plot.bar_chart(BarChart::new("partly", parts).color(faint(style)));
        plot.points(Points::new("at least", open.clone()).radius(3.0).color(style.accent));
        plot.points(Points::new("open", open).radius(1.5).color(style.card));
    }

    /// Whether some minutes were not noted.
    fn has_more(&self, it: &Place) -> bool {
        self.counts == Counts::Minutes && it.sum.without_minutes > 0
    }

    fn legend_ui(&self, ui: &mut Ui, style: &Style) {
        let mut entries = vec![Entry::new(Mark::Fill(style.accent), fl!("minutes-legend-done"))];
        if self.places.iter().any(|it| it.sum.partly > 0) {
            let mark = Mark::Fill(faint(style));
            entries.push(Entry::new(mark, fl!("minutes-legend-partly")));
        }
        if self.places.iter().any(|it| it.sum.done + it.sum.partly == 0) {
            let mark = Mark::Line(style.third_ink);
            entries.push(Entry::new(mark, fl!("minutes-legend-none")));
        }
        if self.places.iter().any(|it| self.has_more(it)) {
            let mark = Mark::Shaped(ring, style.accent);
            entries.push(Entry::new(mark, fl!("minutes-legend-at-least")));
        }
        legend_ui(ui, style, &entries);
    }

    fn story(&self, day: Date) -> Story {
        let number = self.axis.number(day);
        let (first, last) = self.axis.span(number);
        let title = words::days(first, last);
        let Some(it) = self.places.iter().find(|it| it.number == number) else {
            return Story::new(title, vec![fl!("chart-not-recorded")]);
        };
        let (done, partly) = it.a_week(self.counts);
        let mut lines = Vec::new();
        if self.counts == Counts::Minutes {
            let minutes = amount(done + partly, self.counts);
            lines.push(match it.weeks {
                1 => minutes,
                weeks => fl!("minutes-story-mean", minutes = minutes, n = weeks),
            });
            if partly > 0.0 {
                lines.push(fl!("minutes-story-partly", minutes = time(partly)));
            }
        }
        lines.push(fl!(
            "minutes-story-days",
            done = it.sum.done,
            partly = it.sum.partly,
            not = it.sum.not_done
        ));
        if self.has_more(it) {
            lines.push(fl!("minutes-story-unknown", n = it.sum.without_minutes));
        }
        Story::new(title, lines)
    }
}

fn bar(x: f64, height: f64, width: f64) -> Bar {
    Bar::new(x, height).width(width).stroke(Stroke::NONE)
}

/// The colour of what was done partly.
fn faint(style: &Style) -> Color32 {
    style.card.lerp_to_gamma(style.accent, FAINT)
}

fn ring(at: Pos2, radius: f32, color: Color32) -> Shape {
    Shape::circle_stroke(at, radius * 0.6, Stroke::new(1.5, color))
}
