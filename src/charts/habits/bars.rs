//! The bars of one habit over time.

use egui::{Shape, Stroke, Ui, pos2};
use egui_plot::{Bar, BarChart, Line, PlotPoints, PlotUi, Points, VLine};
use jiff::civil::Date;

use super::{Counts, amount, day_of, time, value};
use crate::analysis::minutes::{HabitMinutes, OneHabit, Sum};
use crate::analysis::stretch::{Step, Stretch, place_of};
use crate::charts::legend::{Entry, Mark, legend_ui};
use crate::charts::marks::{marks_at, still_plot, words_width, x_axis, y_axis};
use crate::charts::pick::{pick, present};
use crate::charts::story::Story;
use crate::charts::ticks::time_ticks;
use crate::charts::{ChartResponse, Shown, Style, words};
use crate::domain::time::days_between;
use crate::domain::units::show_number;
use crate::fl;

const HEIGHT: f32 = 180.0;
/// How many lines the axis has at most.
const LINES: f64 = 4.0;

/// The bars, ready to be shown.
pub(super) struct Bars {
    counts: Counts,
    step: Step,
    stretches: Vec<Stretch>,
    sums: Vec<Sum>,
    /// The first answered day of each stretch that has one, for walking.
    days: Vec<Date>,
    /// Between the lines of the axis, and its end.
    line: f64,
    top: f64,
}

impl Bars {
    pub(super) fn of(found: &HabitMinutes, habit: &OneHabit, counts: Counts) -> Self {
        let most = habit.sums.iter().map(|it| value(it, counts)).fold(1.0, f64::max);
        Self {
            counts,
            step: found.step,
            stretches: found.stretches.clone(),
            days: habit.sums.iter().filter_map(day_of).collect(),
            sums: habit.sums.clone(),
            line: line_of(most),
            top: most * 1.08,
        }
    }

    pub(super) fn ui(&self, ui: &mut Ui, shown: &Shown<'_>, name: &str) -> ChartResponse {
        let (style, counts) = (shown.style, self.counts);
        let text = egui::RichText::new(self.axis_words()).font(style.note.clone());
        ui.label(text.color(style.third_ink));
        let (Some(first), Some(last)) = (self.stretches.first(), self.stretches.last()) else {
            return ChartResponse::default();
        };
        let days = days_between(first.first, last.last) + 1;
        let room = ui.available_width() - words_width(style);
        let ticks = time_ticks(first.first, days, f64::from(room / style.note.size));
        let (values, labels): (Vec<f64>, Vec<String>) = ticks.into_iter().unzip();
        let at = values.clone();
        let time_label = move |value: f64| {
            let place = at.iter().position(|it| *it == value);
            place.map(|place| labels[place].clone()).unwrap_or_default()
        };
        let lines = (0..=(self.top / self.line) as i32).map(|n| f64::from(n) * self.line);
        let plot = still_plot("minutes", HEIGHT, style)
            .x_grid_spacer(marks_at(values))
            .y_grid_spacer(marks_at(lines.collect()))
            .custom_x_axes(vec![x_axis(style, time_label)])
            .custom_y_axes(vec![y_axis(style, words_width(style), move |it| axis_mark(it, counts))])
            .show(ui, |plot| {
                let air = 0.01 * f64::from(days);
                plot.set_plot_bounds_x(-0.5 - air..=f64::from(days) - 0.5 + air);
                plot.set_plot_bounds_y(-0.04 * self.top..=self.top);
                self.draw(plot, style);
                if let Some(place) = shown.marked.and_then(|day| self.place(day)) {
                    let line = VLine::new("marked", self.x(place));
                    plot.vline(line.stroke(Stroke::new(1.0, style.third_ink)));
                }
            });
        let across = |place: usize| plot.transform.position_from_point_x(self.x(place));
        let done = pick(ui, &plot.response, &self.days, shown.marked, |pointer| {
            let known = (0..self.sums.len()).filter(|&it| self.sums[it].days() > 0);
            let near = known.map(|it| ((across(it) - pointer.x).abs(), it));
            let nearest = near.min_by(|a, b| a.0.total_cmp(&b.0))?;
            let reach = (across(1) - across(0)).abs().max(10.0);
            (nearest.0 <= reach).then(|| day_of(&self.sums[nearest.1]))?
        });
        let story = done.hovered.and_then(|day| self.place(day)).map(|place| {
            let middle = plot.transform.frame().center().y;
            (self.story(place), pos2(across(place), middle))
        });
        present(ui, &plot.response, name, story, style);
        self.legend_ui(ui, style);
        done
    }

    fn axis_words(&self) -> String {
        match (self.counts, self.step) {
            (Counts::Minutes, Step::Week(_)) => fl!("minutes-per-week"),
            (Counts::Minutes, Step::Month) => fl!("minutes-per-month"),
            (Counts::Minutes, Step::Year) => fl!("minutes-per-year"),
            (Counts::Days, Step::Week(_)) => fl!("minutes-days-per-week"),
            (Counts::Days, Step::Month) => fl!("minutes-days-per-month"),
            (Counts::Days, Step::Year) => fl!("minutes-days-per-year"),
        }
    }

    fn draw(&self, plot: &mut PlotUi<'_>, style: &Style) {
        let faint = style.card.lerp_to_gamma(style.accent, 0.4);
        let (mut whole, mut parts, mut open) = (Vec::new(), Vec::new(), Vec::new());
        for (place, sum) in self.sums.iter().enumerate().filter(|it| it.1.days() > 0) {
            let (done, partly) = match self.counts {
                Counts::Minutes => (sum.minutes, sum.partly_minutes),
                Counts::Days => (sum.done as f64, sum.partly as f64),
            };
            let (x, width) = (self.x(place), 0.76 * self.length(place));
            if done > 0.0 {
                whole.push(bar(x, done, width).fill(style.accent));
            }
            if partly > 0.0 {
                parts.push(bar(x, partly, width).base_offset(done).fill(faint));
            }
            if done + partly == 0.0 {
                let dash = vec![[x - 0.3 * width, 0.0], [x + 0.3 * width, 0.0]];
                let dash = Line::new("nothing done", PlotPoints::from(dash)).id(place);
                plot.line(dash.stroke(Stroke::new(3.0, style.third_ink)));
            }
            if self.counts == Counts::Minutes && sum.without_minutes > 0 {
                open.push([x, done + partly + 0.03 * self.top]);
            }
        }
        plot.bar_chart(BarChart::new("done", whole).color(style.accent));
        plot.bar_chart(BarChart::new("partly", parts).color(faint));
        let more = Points::new("at least", open.clone()).radius(3.0);
        plot.points(more.color(style.accent));
        plot.points(Points::new("open", open).radius(1.5).color(style.card));
    }

    fn legend_ui(&self, ui: &mut Ui, style: &Style) {
        let faint = style.card.lerp_to_gamma(style.accent, 0.4);
        let has = |is: fn(&Sum) -> bool| self.sums.iter().any(is);
        let mut entries = vec![Entry::new(Mark::Fill(style.accent), fl!("minutes-legend-done"))];
        if has(|it| it.partly > 0) {
            entries.push(Entry::new(Mark::Fill(faint), fl!("minutes-legend-partly")));
        }
        if has(|it| it.days() > 0 && it.done + it.partly == 0) {
            entries.push(Entry::new(Mark::Line(style.third_ink), fl!("minutes-legend-none")));
        }
        if self.counts == Counts::Minutes && has(|it| it.without_minutes > 0) {
            let ring = Mark::Shaped(ring, style.accent);
            entries.push(Entry::new(ring, fl!("minutes-legend-at-least")));
        }
        legend_ui(ui, style, &entries);
    }

    fn story(&self, place: usize) -> Story {
        let (sum, stretch) = (&self.sums[place], &self.stretches[place]);
        let mut lines = Vec::new();
        if self.counts == Counts::Minutes {
            let minutes = time(sum.all_minutes());
            lines.push(if sum.partly_minutes > 0.0 {
                let partly = time(sum.partly_minutes);
                fl!("minutes-story-partly-minutes", minutes = minutes, partly = partly)
            } else {
                minutes
            });
        }
        lines.push(fl!(
            "minutes-story-days",
            done = sum.done,
            partly = sum.partly,
            not = sum.not_done
        ));
        if sum.without_minutes > 0 && self.counts == Counts::Minutes {
            lines.push(fl!("minutes-story-unknown", n = sum.without_minutes));
        }
        Story::new(words::days(stretch.first, stretch.last), lines)
    }

    /// The stretch of a day, where something was answered in it.
    fn place(&self, day: Date) -> Option<usize> {
        place_of(&self.stretches, day).filter(|&it| self.sums[it].days() > 0)
    }

    fn length(&self, place: usize) -> f64 {
        let it = &self.stretches[place];
        f64::from(days_between(it.first, it.last) + 1)
    }

    /// The middle of a stretch, in days from the first.
    fn x(&self, place: usize) -> f64 {
        let (Some(first), Some(it)) = (self.stretches.first(), self.stretches.get(place)) else {
            return 0.0;
        };
        f64::from(days_between(first.first, it.first)) + (self.length(place) - 1.0) / 2.0
    }
}

fn bar(x: f64, height: f64, width: f64) -> Bar {
    Bar::new(x, height).width(width).stroke(Stroke::NONE)
}

fn ring(at: egui::Pos2, radius: f32, color: egui::Color32) -> Shape {
    Shape::circle_stroke(at, radius * 0.6, Stroke::new(1.5, color))
}

fn axis_mark(value: f64, counts: Counts) -> String {
    match counts {
        Counts::Minutes => amount(value, counts),
        Counts::Days => show_number(value),
    }
}

/// Between the lines of an axis up to `most`: 1, 2 or 5, and ten times that.
fn line_of(most: f64) -> f64 {
    let mut size = 1.0;
    loop {
        for step in [1.0, 2.0, 5.0] {
            if most / (step * size) <= LINES {
                return step * size;
            }
        }
        size *= 10.0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_has_a_few_round_lines() {
        for (most, line) in [(1.0, 1.0), (7.0, 2.0), (31.0, 10.0), (95.0, 50.0), (1900.0, 500.0)] {
            assert_eq!(line_of(most), line, "{most}");
        }
    }
}
