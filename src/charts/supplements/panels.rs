//! The mornings, when it was taken, and how the periods of each pair differ: panels on one time axis.

use egui::{Color32, CornerRadius, Rect, Stroke, Ui, pos2, vec2};
use egui_plot::{HLine, Line, LineStyle, PlotPoint, PlotPoints, PlotTransform, PlotUi, Points};
use jiff::civil::Date;

use super::mean;
use crate::analysis::Eligibility;
use crate::analysis::periods::{Pair, Period, SupplementPeriods};
use crate::charts::legend::{Entry, Mark, legend_ui};
use crate::charts::marks::{scale_bounds, scale_label};
use crate::charts::panels::{Panel, Panels};
use crate::charts::story::Story;
use crate::charts::time_axis::TimeAxis;
use crate::charts::{ChartResponse, Shown, Style, words};
use crate::domain::Scale;
use crate::fl;

const SORENESS: f32 = 132.0;
const STRIP: f32 = 24.0;
const PAIRS: f32 = 84.0;
/// Room for "10 worst" and "+1 sorer" beside the axes, in letters.
const LETTERS: usize = 10;
/// The axis of differences reaches at least so far.
const LEAST: f64 = 1.0;

/// The panels, ready to be shown.
pub(super) struct Course {
    scale: Scale,
    name: String,
    axis: TimeAxis,
    places: Vec<Place>,
    /// The first day of each place with anything known, for walking.
    days: Vec<Date>,
    /// Of what is taken over weeks.
    periods: Vec<Period>,
    pairs: Vec<Pair>,
    sorer_with: Option<f64>,
}

/// A day, or some days drawn as one, with anything known.
#[derive(Clone, Copy)]
struct Place {
    number: i32,
    day: Date,
    soreness: f64,
    rated: usize,
    taken: usize,
    not_taken: usize,
}

impl Course {
    pub(super) fn of(found: &SupplementPeriods, scale: Scale, name: String) -> Self {
        let first = found.days.first().map_or(Date::MIN, |it| it.day);
        let axis = TimeAxis::of(&(first..=found.days.last().map_or(first, |it| it.day)));
        let places = places(found, &axis);
        let over_weeks = found.eligibility == Eligibility::Period;
        Self {
            scale,
            name,
            axis,
            days: places.iter().map(|it| it.day).collect(),
            places,
            periods: if over_weeks { found.periods.clone() } else { Vec::new() },
            pairs: if over_weeks { found.pairs.clone() } else { Vec::new() },
            sorer_with: found.sorer_with(),
        }
    }

    /// What must be said where some days are drawn as one.
    pub(super) fn note(&self) -> Option<String> {
        (self.axis.bundle() > 1).then(|| fl!("periods-note-bundles", days = self.axis.bundle()))
    }

    pub(super) fn ui(&self, ui: &mut Ui, shown: &Shown<'_>, name: &str) -> ChartResponse {
        let style = shown.style;
        let mut panels = Panels::new(ui, "supplement", shown, self.axis, LETTERS);
        panels.show(ui, self.soreness(&fl!("periods-panel-soreness")), |plot| {
            self.draw_soreness(plot, style);
        });
        let strip = Panel {
            name: "days on and off",
            words: &self.name,
            height: STRIP,
            bounds: (0.0, 1.0),
            marks: Vec::new(),
            downwards: false,
            last: self.pairs.is_empty(),
        };
        panels.show(ui, strip, |_| ());
        if !self.pairs.is_empty() {
            panels.show(ui, self.differences(&fl!("periods-panel-pairs")), |plot| {
                self.draw_pairs(plot, style);
            });
        }
        if let [soreness, strip, ..] = panels.transforms() {
            self.means_ui(ui, soreness, style);
            self.strip_ui(ui, strip, style);
        }
        let done = panels.pick_across(ui, name, &self.days, |day| self.story(shown, day));
        self.legend_ui(ui, style);
        done
    }

    fn soreness<'w>(&self, words: &'w str) -> Panel<'w> {
        let scale = self.scale;
        let (low, high) = scale.range();
        let bounds = scale_bounds(scale, 0.0);
        let marks = [low, f64::midpoint(low, high), high];
        Panel {
            name: "soreness and a supplement",
            words,
            height: SORENESS,
            bounds: (*bounds.start(), *bounds.end()),
            marks: marks.map(|it| (it, scale_label(scale, it))).to_vec(),
            downwards: !scale.higher_is_worse(),
            last: false,
        }
    }

    fn differences<'w>(&self, words: &'w str) -> Panel<'w> {
        let most = self.pairs.iter().map(|it| it.sorer_with.abs()).fold(LEAST, f64::max);
        let far = most.ceil();
        Panel {
            name: "pairs of periods",
            words,
            height: PAIRS,
            bounds: (-1.15 * far, 1.15 * far),
            marks: [-far, 0.0, far].map(|it| (it, signed(it))).to_vec(),
            downwards: false,
            last: true,
        }
    }

    fn draw_soreness(&self, plot: &mut PlotUi<'_>, style: &Style) {
        let rated = self.places.iter().filter(|it| it.rated > 0);
        let dots = rated.map(|it| [self.axis.x(it.number), it.soreness / it.rated as f64]);
        let dots: Vec<[f64; 2]> = dots.collect();
        let alpha = (10.0 / (dots.len() as f32).sqrt()).clamp(0.25, 0.6);
        let dots = Points::new("mornings", dots).radius(2.2);
        plot.points(dots.color(style.soreness.gamma_multiply(alpha)));
        for (n, period) in self.periods.iter().enumerate() {
            let Some(mean) = period.mean() else { continue };
            let ends = [period.kept_from(), period.last].map(|day| [self.axis.x_of(day), mean]);
            let halo = Line::new("halo", PlotPoints::from(ends.to_vec())).id(("halo", n));
            plot.line(halo.color(style.card.gamma_multiply(0.7)).width(6.0));
            let line = Line::new("period", PlotPoints::from(ends.to_vec())).id(("period", n));
            plot.line(line.color(ink(period.taken, style)).width(3.0));
        }
    }

    /// The number of each mean, at the end of its line where there is room for it.
    fn means_ui(&self, ui: &Ui, transform: &PlotTransform, style: &Style) {
        let mut free = f32::NEG_INFINITY;
        for period in &self.periods {
            let Some(mean) = period.mean() else { continue };
            let ink = ink(period.taken, style);
            let end = PlotPoint::new(self.axis.x_of(period.last), mean);
            let end = transform.position_from_point(&end);
            let start = transform.position_from_point_x(self.axis.x_of(period.kept_from()));
            let number = ui
                .painter()
                .layout_no_wrap(words::mean(mean), style.strong.clone(), ink);
            let corner = pos2(end.x - number.size().x, end.y - number.size().y - 3.0);
            if corner.x >= start.max(free) {
                free = end.x + 2.0;
                let ground = Rect::from_min_size(corner, number.size()).expand2(vec2(2.0, -1.0));
                let card = style.card.gamma_multiply(0.8);
                ui.painter().rect_filled(ground, CornerRadius::same(3), card);
                ui.painter().galley(corner, number, ink);
            }
        }
    }

    fn strip_ui(&self, ui: &Ui, transform: &PlotTransform, style: &Style) {
        let room = transform.frame().shrink2(vec2(0.0, 1.0));
        let painter = ui.painter().with_clip_rect(room);
        let half = f64::from(self.axis.bundle()) / 2.0;
        let mut runs: Vec<(f32, f32, f32)> = Vec::new();
        for it in self.places.iter().filter(|it| it.answers() > 0) {
            let x = self.axis.x(it.number);
            let [left, right] = [x - half, x + half].map(|x| transform.position_from_point_x(x));
            match runs.last_mut() {
                Some((_, end, share)) if *share == it.share() && left - *end < 0.5 => *end = right,
                _ => runs.push((left, right, it.share())),
            }
        }
        for (left, right, share) in runs {
            let gap = if right - left > 4.0 { 0.5 } else { 0.0 };
            let whole = Rect::from_x_y_ranges(left + gap..=right - gap, room.y_range());
            painter.rect_filled(whole, CornerRadius::ZERO, not_taken(style));
            let top = whole.bottom() - whole.height() * share;
            painter.rect_filled(whole.with_min_y(top), CornerRadius::ZERO, style.accent);
        }
    }

    fn draw_pairs(&self, plot: &mut PlotUi<'_>, style: &Style) {
        plot.hline(HLine::new("same", 0.0).stroke(Stroke::new(1.0, style.third_ink)));
        if let Some(mean) = self.sorer_with.filter(|_| self.pairs.len() > 1) {
            let line = HLine::new("mean", mean).style(LineStyle::dashed_loose());
            plot.hline(line.stroke(Stroke::new(1.5, style.accent)));
        }
        let dots: Vec<[f64; 2]> = self.pairs.iter().map(|it| [self.middle(it), it.sorer_with]).collect();
        plot.points(Points::new("pairs", dots).radius(5.0).color(style.accent));
    }

    /// Between the two periods of a pair.
    fn middle(&self, pair: &Pair) -> f64 {
        let periods = [pair.with, pair.without].map(|it| self.periods.get(it));
        let middles = periods.into_iter().flatten();
        let middles = middles.map(|it| f64::midpoint(self.axis.x_of(it.first), self.axis.x_of(it.last)));
        middles.sum::<f64>() / 2.0
    }

    fn story(&self, shown: &Shown<'_>, day: Date) -> Story {
        let story = if self.axis.bundle() == 1 {
            Story::of_day(shown, day)
        } else {
            self.bundle_story(day)
        };
        let place = self.periods.iter().position(|it| (it.first..=it.last).contains(&day));
        let period = place.and_then(|it| self.periods.get(it)).map(period_words);
        let pair = place.and_then(|place| {
            let mut pairs = self.pairs.iter();
            pairs.find(|it| it.with == place || it.without == place)
        });
        story.and(period.into_iter().chain(pair.map(pair_words)))
    }

    fn bundle_story(&self, day: Date) -> Story {
        let number = self.axis.number(day);
        let (first, last) = self.axis.span(number);
        let it = self.places.iter().find(|it| it.number == number);
        let rated = it.filter(|it| it.rated > 0).map(|it| {
            let mean = words::mean(it.soreness / it.rated as f64);
            fl!("periods-mean", mean = mean, n = it.rated)
        });
        let soreness = rated.unwrap_or_else(|| fl!("chart-not-recorded"));
        let taken = it.filter(|it| it.answers() > 0).map_or_else(
            || fl!("periods-story-unknown", supplement = self.name.clone()),
            |it| {
                fl!(
                    "periods-story-share",
                    supplement = self.name.clone(),
                    taken = it.taken,
                    n = it.answers()
                )
            },
        );
        let lines = vec![fl!("chart-story-soreness", what = soreness), taken];
        Story::new(words::days(first, last), lines)
    }

    fn legend_ui(&self, ui: &mut Ui, style: &Style) {
        let mut entries = vec![
            Entry::new(Mark::Fill(style.accent), fl!("periods-legend-taken")),
            Entry::new(Mark::Fill(not_taken(style)), fl!("periods-legend-not")),
        ];
        let has = |taken: bool| self.periods.iter().any(|it| it.taken == taken && it.mean().is_some());
        if has(true) {
            let line = Mark::Line(ink(true, style));
            entries.push(Entry::new(line, fl!("periods-legend-mean-with")));
        }
        if has(false) {
            let line = Mark::Line(ink(false, style));
            entries.push(Entry::new(line, fl!("periods-legend-mean-without")));
        }
        if self.pairs.len() > 1 {
            entries.push(Entry::new(Mark::Dashes(style.accent), fl!("periods-legend-pairs")));
        }
        legend_ui(ui, style, &entries);
    }
}

fn places(found: &SupplementPeriods, axis: &TimeAxis) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    let known = found.days.iter();
    for it in known.filter(|it| it.soreness.is_some() || it.taken.is_some()) {
        let number = axis.number(it.day);
        if places.last().is_none_or(|it| it.number != number) {
            places.push(Place {
                number,
                day: it.day,
                soreness: 0.0,
                rated: 0,
                taken: 0,
                not_taken: 0,
            });
        }
        let Some(place) = places.last_mut() else { continue };
        place.soreness += it.soreness.unwrap_or(0.0);
        place.rated += usize::from(it.soreness.is_some());
        place.taken += usize::from(it.taken == Some(true));
        place.not_taken += usize::from(it.taken == Some(false));
    }
    places
}

impl Place {
    /// Days with an answer.
    fn answers(&self) -> usize {
        self.taken + self.not_taken
    }

    /// The part of the answered days on which it was taken.
    fn share(&self) -> f32 {
        self.taken as f32 / self.answers().max(1) as f32
    }
}

/// The colour of a period with it, and of one without.
fn ink(taken: bool, style: &Style) -> Color32 {
    if taken { style.accent } else { style.second_ink }
}

/// The colour of days on which it was not taken.
fn not_taken(style: &Style) -> Color32 {
    style.line.lerp_to_gamma(style.third_ink, 0.35)
}

/// "+1 sorer", "0", "−1 less".
fn signed(value: f64) -> String {
    match value {
        it if it > 0.0 => fl!("periods-sorer", points = words::whole(it)),
        it if it < 0.0 => fl!("periods-less-sore", points = words::whole(-it)),
        _ => words::whole(0.0),
    }
}

/// "With, 3 Mar 2026 to 2 Jun 2026: 2.8 on average (61 mornings)".
fn period_words(it: &Period) -> String {
    fl!(
        "periods-story-period",
        taken = if it.taken { "with" } else { "without" },
        span = words::days(it.first, it.last),
        mean = mean(it.kept)
    )
}

fn pair_words(it: &Pair) -> String {
    if it.sorer_with.abs() < super::SAME {
        return fl!("periods-pair-same");
    }
    fl!(
        "periods-pair",
        points = words::mean(it.sorer_with.abs()),
        way = if it.sorer_with > 0.0 { "sorer" } else { "less" }
    )
}
