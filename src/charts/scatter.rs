//! Hours slept against soreness, one dot a morning.
//!
//! The vertical axis is the questionnaire's own scale, sorer upwards: where 1 is very sore and 5 is not
//! sore, the 1 is at the top. The first dot of a place stands exactly there, further ones fan out around
//! it in the order of their days, so that the size of a cluster shows how many answers were equal: by
//! less than 0.08 h and points where nights are known to the minute, by up to 0.35 h and 0.4 points where
//! a questionnaire asks for whole hours. No dot is moved over the line at seven hours.

use std::collections::HashMap;

use egui::{Align2, Color32, Ui, vec2};
use egui_plot::{FilledArea, Line, PlotPoint, PlotPoints, PlotTransform, PlotUi, Points, Span};
use jiff::civil::Date;

use super::marks::{marks_at, scale_bounds, scale_label, scale_marks, still_plot, words_width, x_axis, y_axis};
use super::pick::{pick, present};
use super::story::Story;
use super::{ChartResponse, Shown, Style, words};
use crate::analysis::SleepSoreness;
use crate::analysis::sleep_soreness::{Pair, SHORT_NIGHT_H};
use crate::domain::Scale;
use crate::domain::units::show_number;
use crate::fl;

const HEIGHT: f32 = 284.0;
const RADIUS: f32 = 3.5;
/// Part of the scale that the words "under 7 h" need above it.
const WORDS: f64 = 0.04;
/// How near the pointer must come to a dot.
const REACH: f32 = 14.0;
/// Within a tenth of an hour and the same score, more dots than this are not drawn.
const DOTS_A_PLACE: usize = 60;
/// How fast dots fan out: hours, part of the scale, and most points of the scale.
const FAN_HOURS: f64 = 0.045;
const FAN_SCALE: f64 = 0.011;
const FAN_POINTS: f64 = 0.054;

/// A scatter chart, ready to be shown.
pub struct Scatter {
    name: String,
    scale: Scale,
    dots: Vec<Dot>,
    days: Vec<Date>,
    line: Vec<[f64; 2]>,
    band: Band,
    hours: (f64, f64),
}

#[derive(Clone, Copy)]
struct Dot {
    day: Date,
    at: [f64; 2],
}

#[derive(Default)]
struct Band {
    x: Vec<f64>,
    low: Vec<f64>,
    high: Vec<f64>,
}

impl Scatter {
    /// The chart of these pairs; `None` where there are none. `name` is what assistive technology says.
    pub fn of(found: &SleepSoreness, name: String) -> Option<Self> {
        let scale = found.scale.filter(|_| !found.pairs.is_empty())?;
        let hours = found.pairs.iter().map(|it| it.hours);
        let low = hours.clone().fold(SHORT_NIGHT_H - 1.0, f64::min);
        let high = hours.fold(SHORT_NIGHT_H + 1.5, f64::max);
        Some(Self {
            name,
            scale,
            dots: dots(&found.pairs, scale),
            days: found.pairs.iter().map(|it| it.day).collect(),
            line: found.line.iter().map(|it| [it.x, it.y]).collect(),
            band: Band::of(found, scale),
            hours: ((low - 0.2).floor(), (high + 0.2).ceil()),
        })
    }

    /// Shows it.
    pub fn ui(&self, ui: &mut Ui, shown: &Shown<'_>) -> ChartResponse {
        let (style, marked) = (shown.style, shown.marked);
        let scale = self.scale;
        let step = if self.hours.1 - self.hours.0 > 10.0 { 2 } else { 1 };
        let ticks = (self.hours.0 as i32..=self.hours.1 as i32).step_by(step).map(f64::from);
        let plot = still_plot("scatter", HEIGHT, style)
            .invert_y(!scale.higher_is_worse())
            .x_grid_spacer(marks_at(ticks.collect()))
            .y_grid_spacer(marks_at(scale_marks(scale)))
            .custom_x_axes(vec![x_axis(style, words::hours)])
            .custom_y_axes(vec![y_axis(style, words_width(style), move |it| {
                scale_label(scale, it)
            })])
            .show(ui, |plot| self.draw(plot, style, marked));
        label_short_nights(ui, style, &plot.transform);
        let place = |dot: &Dot| {
            plot.transform
                .position_from_point(&PlotPoint::new(dot.at[0], dot.at[1]))
        };
        let done = pick(ui, &plot.response, &self.days, marked, |pointer| {
            let near = self.dots.iter().map(|dot| (place(dot).distance_sq(pointer), dot.day));
            let nearest = near.min_by(|a, b| a.0.total_cmp(&b.0))?;
            (nearest.0 <= REACH * REACH).then_some(nearest.1)
        });
        let story = done.hovered.map(|day| {
            let dot = self.dots.iter().find(|it| it.day == day);
            let at = dot.map_or(plot.response.rect.center(), place);
            (Story::of_day(shown, day), at)
        });
        present(ui, &plot.response, &self.name, story, style);
        done
    }

    fn draw<'a>(&'a self, plot: &mut PlotUi<'a>, style: &Style, marked: Option<Date>) {
        plot.set_plot_bounds_x(self.hours.0..=self.hours.1);
        plot.set_plot_bounds_y(scale_bounds(self.scale, WORDS));
        let shade = style.sleep.gamma_multiply(0.08);
        plot.span(Span::new("", self.hours.0..=SHORT_NIGHT_H).fill(shade));
        let band = FilledArea::new("band", &self.band.x, &self.band.low, &self.band.high);
        plot.add(band.fill_color(style.ink.gamma_multiply(0.10)));
        let dots: Vec<[f64; 2]> = self.dots.iter().map(|it| it.at).collect();
        // The more dots, the fainter each, so that the line can be seen among thousands.
        let alpha = (10.0 / (dots.len() as f32).sqrt()).clamp(0.12, 0.5);
        plot.points(points("dots", dots, RADIUS, style.soreness.gamma_multiply(alpha)));
        let halo = Line::new("halo", PlotPoints::from(self.line.clone()));
        plot.line(halo.color(style.card.gamma_multiply(0.6)).width(5.0));
        plot.line(
            Line::new("line", PlotPoints::from(self.line.clone()))
                .color(style.ink)
                .width(2.0),
        );
        if let Some(dot) = self.dots.iter().find(|it| Some(it.day) == marked) {
            plot.points(points("ring", vec![dot.at], RADIUS + 3.0, style.ink));
            plot.points(points("marked", vec![dot.at], RADIUS + 1.0, style.soreness));
        }
    }
}

fn label_short_nights(ui: &Ui, style: &Style, transform: &PlotTransform) {
    let corner = transform.frame().left_top() + vec2(8.0, 3.0);
    let text = fl!("chart-under-hours", h = show_number(SHORT_NIGHT_H));
    ui.painter()
        .text(corner, Align2::LEFT_TOP, text, style.note.clone(), style.sleep);
}

fn points<'a>(name: &str, at: Vec<[f64; 2]>, radius: f32, color: Color32) -> Points<'a> {
    Points::new(name, PlotPoints::from(at)).radius(radius).color(color)
}

fn dots(pairs: &[Pair], scale: Scale) -> Vec<Dot> {
    let mut at_place: HashMap<(i64, u64), usize> = HashMap::new();
    let mut dots = Vec::new();
    for pair in pairs {
        let place = ((pair.hours * 10.0).round() as i64, pair.soreness.to_bits());
        let before = at_place.entry(place).or_default();
        if *before < DOTS_A_PLACE {
            dots.push(dot(pair, *before, scale));
        }
        *before += 1;
    }
    dots
}

/// The dot of a pair that has `before` others at its place: on a spiral of even density around it.
fn dot(pair: &Pair, before: usize, scale: Scale) -> Dot {
    let golden_angle = std::f64::consts::PI * (3.0 - 5.0_f64.sqrt());
    let (far, angle) = ((before as f64).sqrt(), before as f64 * golden_angle);
    let (low, high) = scale.range();
    let moved = pair.hours + FAN_HOURS * far * angle.cos();
    let crossed = (moved < SHORT_NIGHT_H) != (pair.hours < SHORT_NIGHT_H);
    let points = (FAN_SCALE * (high - low)).min(FAN_POINTS);
    Dot {
        day: pair.day,
        at: [
            if crossed { 2.0 * pair.hours - moved } else { moved },
            pair.soreness + points * far * angle.sin(),
        ],
    }
}

impl Band {
    /// ±1.96 standard errors around the line, inside the scale.
    fn of(found: &SleepSoreness, scale: Scale) -> Self {
        let (lowest, highest) = scale.range();
        let mut band = Self::default();
        for knot in &found.line {
            band.x.push(knot.x);
            band.low.push((knot.y - 1.96 * knot.se).clamp(lowest, highest));
            band.high.push((knot.y + 1.96 * knot.se).clamp(lowest, highest));
        }
        band
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn pair(n: i32, hours: f64) -> Pair {
        Pair {
            day: date(2019, 11, 1).saturating_add(jiff::Span::new().days(n)),
            hours,
            soreness: 3.0,
        }
    }

    #[test]
    fn the_first_dot_of_a_place_is_exact_and_no_other_leaves_its_answer_or_its_side_of_seven_hours() {
        for before in 0..DOTS_A_PLACE {
            for hours in [6.95, 7.0, 8.0] {
                let [x, y] = dot(&pair(0, hours), before, Scale::Pmsys15).at;
                assert!((x - hours).abs() < 0.36 && (y - 3.0).abs() < 0.42);
                assert_eq!(x < SHORT_NIGHT_H, hours < SHORT_NIGHT_H, "{hours} drawn at {x}");
                assert!(before > 0 || [x, y] == [hours, 3.0]);
            }
        }
    }

    #[test]
    fn nights_known_to_the_minute_are_hardly_moved() {
        for before in 0..3 {
            let [x, y] = dot(&pair(0, 7.4), before, Scale::Nrs010).at;
            assert!((x - 7.4).abs() < 0.08 && (y - 3.0).abs() < 0.08);
        }
    }

    #[test]
    fn decades_of_equal_answers_are_few_dots() {
        let pairs: Vec<Pair> = (0..11_000).map(|n| pair(n, 5.0 + f64::from(n % 5))).collect();
        assert_eq!(dots(&pairs, Scale::Nrs010).len(), 5 * DOTS_A_PLACE);
    }
}
