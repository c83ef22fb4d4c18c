//! The mornings, and below them when it was taken: two panels on one time axis, and the pairs as a third.

use egui::{Align2, Color32, CornerRadius, Rect, Stroke, Ui, pos2, vec2};
use egui_plot::{Line, Plot, PlotPoint, PlotPoints, PlotResponse, PlotUi, Points, VLine};
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::mean;
use super::pairs::pairs_ui;
use crate::analysis::Eligibility;
use crate::analysis::periods::{Pair, Period, SupplementPeriods};
use crate::analysis::timeline::bundle_of;
use crate::charts::legend::{Entry, Mark, legend_ui};
use crate::charts::marks::{marks_at, scale_bounds, scale_label, still_plot, words_width, x_axis, y_axis};
use crate::charts::pick::{pick, present};
use crate::charts::story::Story;
use crate::charts::ticks::time_ticks;
use crate::charts::{ChartResponse, Shown, Style, words};
use crate::domain::Scale;
use crate::domain::time::days_between;
use crate::fl;

const SORENESS: f32 = 150.0;
const STRIP: f32 = 48.0;
/// Part of the panel that its name needs above the data.
const WORDS: f64 = 0.16;
/// How near the pointer must come, sideways.
const REACH: f32 = 10.0;

/// The panels, ready to be shown.
pub(super) struct Panels {
    pub(super) scale: Scale,
    name: String,
    pub(super) first: Date,
    pub(super) days: i32,
    /// How many days are drawn as one.
    bundle: i32,
    places: Vec<Place>,
    place_days: Vec<Date>,
    pub(super) periods: Vec<Period>,
    pub(super) pairs: Vec<Pair>,
    pub(super) sorer_with: Option<f64>,
}

/// A day, or some days drawn as one.
#[derive(Clone, Copy, Default)]
struct Place {
    /// The first day of it with anything known.
    day: Option<Date>,
    soreness: f64,
    rated: usize,
    taken: usize,
    not_taken: usize,
}

impl Panels {
    pub(super) fn of(found: &SupplementPeriods, scale: Scale, name: String) -> Self {
        let first = found.days.first().map_or(Date::MIN, |it| it.day);
        let days = found.days.len() as i32;
        let bundle = bundle_of(days);
        let mut places = vec![Place::default(); found.days.len().div_ceil(bundle as usize)];
        for (n, it) in found.days.iter().enumerate() {
            let Some(place) = places.get_mut(n / bundle as usize) else {
                continue;
            };
            if it.soreness.is_some() || it.taken.is_some() {
                place.day = place.day.or(Some(it.day));
            }
            if let Some(score) = it.soreness {
                place.soreness += score;
                place.rated += 1;
            }
            place.taken += usize::from(it.taken == Some(true));
            place.not_taken += usize::from(it.taken == Some(false));
        }
        let over_weeks = found.eligibility == Eligibility::Period;
        Self {
            scale,
            name,
            first,
            days,
            bundle,
            place_days: places.iter().filter_map(|it| it.day).collect(),
            places,
            periods: if over_weeks { found.periods.clone() } else { Vec::new() },
            pairs: if over_weeks { found.pairs.clone() } else { Vec::new() },
            sorer_with: found.sorer_with(),
        }
    }

    /// How many days are drawn as one.
    pub(super) fn bundle(&self) -> i32 {
        self.bundle
    }

    pub(super) fn ui(&self, ui: &mut Ui, shown: &Shown<'_>, name: &str) -> ChartResponse {
        let style = shown.style;
        let has_pairs = !self.pairs.is_empty();
        let above = self.soreness_ui(ui, shown);
        let strip = self.strip_ui(ui, shown, !has_pairs);
        let done = self.pick_ui(ui, shown, &above, name);
        let strip_name = fl!("periods-panel-strip", supplement = self.name.clone());
        let done = done.or(self.pick_ui(ui, shown, &strip, &strip_name));
        let done = if has_pairs {
            done.or(pairs_ui(ui, shown, self))
        } else {
            done
        };
        self.legend_ui(ui, style);
        done
    }

    fn soreness_ui(&self, ui: &mut Ui, shown: &Shown<'_>) -> PlotResponse<()> {
        let (style, scale) = (shown.style, self.scale);
        let (low, high) = scale.range();
        let plot = self
            .panel("soreness and a supplement", SORENESS, style, false, ui)
            .invert_y(!scale.higher_is_worse())
            .y_grid_spacer(marks_at(vec![low, f64::midpoint(low, high), high]))
            .custom_y_axes(vec![y_axis(style, words_width(style), move |it| {
                scale_label(scale, it)
            })])
            .show(ui, |plot| {
                plot.set_plot_bounds_y(scale_bounds(scale, WORDS));
                self.draw_soreness(plot, style);
                self.draw_mark(plot, style, shown.marked);
            });
        let corner = plot.transform.frame().left_top() + vec2(4.0, 0.0);
        let words = fl!("periods-panel-soreness");
        ui.painter()
            .text(corner, Align2::LEFT_TOP, words, style.note.clone(), style.soreness);
        self.means_ui(ui, &plot, style);
        plot
    }

    /// The number of each mean, at the end of its line where there is room for it.
    fn means_ui(&self, ui: &Ui, plot: &PlotResponse<()>, style: &Style) {
        let mut free = f32::NEG_INFINITY;
        for period in &self.periods {
            let Some(mean) = period.mean() else { continue };
            let ink = self.ink(period.taken, style);
            let at = PlotPoint::new(self.at(period.last), mean);
            let end = plot.transform.position_from_point(&at);
            let start = plot.transform.position_from_point_x(self.at(period.kept_from()));
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

    fn draw_soreness(&self, plot: &mut PlotUi<'_>, style: &Style) {
        self.set_time(plot);
        let rated = self.places.iter().enumerate().filter(|it| it.1.rated > 0);
        let dots: Vec<[f64; 2]> = rated
            .map(|(n, it)| [self.x(n), it.soreness / it.rated as f64])
            .collect();
        let alpha = (10.0 / (dots.len() as f32).sqrt()).clamp(0.25, 0.6);
        let dots = Points::new("mornings", dots).radius(2.2);
        plot.points(dots.color(style.soreness.gamma_multiply(alpha)));
        for (n, period) in self.periods.iter().enumerate() {
            let Some(mean) = period.mean() else { continue };
            let ends = [period.kept_from(), period.last].map(|day| [self.at(day), mean]);
            let halo = Line::new("halo", PlotPoints::from(ends.to_vec())).id(("halo", n));
            plot.line(halo.color(style.card.gamma_multiply(0.7)).width(6.0));
            let line = Line::new("period", PlotPoints::from(ends.to_vec())).id(("period", n));
            plot.line(line.color(self.ink(period.taken, style)).width(3.0));
        }
    }

    fn ink(&self, taken: bool, style: &Style) -> Color32 {
        if taken { style.accent } else { style.second_ink }
    }

    /// The strip itself is painted over its panel, which only lends it the time axis.
    fn strip_ui(&self, ui: &mut Ui, shown: &Shown<'_>, times: bool) -> PlotResponse<()> {
        let style = shown.style;
        let plot = self
            .panel("days on and off", STRIP, style, times, ui)
            .y_grid_spacer(marks_at(Vec::new()))
            .custom_y_axes(vec![y_axis(style, words_width(style), |_| String::new())])
            .show(ui, |plot| {
                plot.set_plot_bounds_y(0.0..=1.0);
                self.set_time(plot);
                self.draw_mark(plot, style, shown.marked);
            });
        let frame = *plot.transform.frame();
        let painter = ui.painter().with_clip_rect(frame);
        let name = frame.left_top() + vec2(4.0, 0.0);
        painter.text(name, Align2::LEFT_TOP, &self.name, style.note.clone(), style.second_ink);
        let room = Rect::from_min_max(pos2(frame.left(), frame.top() + style.note.size * 1.5), frame.max);
        let half = f64::from(self.bundle) / 2.0;
        let mut runs: Vec<(f32, f32, Place)> = Vec::new();
        for (n, it) in self
            .places
            .iter()
            .enumerate()
            .filter(|it| it.1.taken + it.1.not_taken > 0)
        {
            let [left, right] = [self.x(n) - half, self.x(n) + half].map(|x| plot.transform.position_from_point_x(x));
            match runs.last_mut() {
                Some(run) if run.2.share() == it.share() && left - run.1 < 0.5 => run.1 = right,
                _ => runs.push((left, right, *it)),
            }
        }
        for (left, right, place) in runs {
            let gap = if right - left > 4.0 { 0.5 } else { 0.0 };
            let whole = Rect::from_x_y_ranges(left + gap..=right - gap, room.top()..=room.bottom() - 1.0);
            painter.rect_filled(whole, CornerRadius::ZERO, not_taken(style));
            let height = whole.height() * place.share();
            let taken = Rect::from_min_max(pos2(whole.left(), whole.bottom() - height), whole.max);
            painter.rect_filled(taken, CornerRadius::ZERO, style.accent);
        }
        plot
    }

    /// A panel on the time axis, with its words or without.
    pub(super) fn panel<'a>(&self, name: &'static str, height: f32, style: &Style, times: bool, ui: &Ui) -> Plot<'a> {
        let plot = still_plot(name, height, style);
        if !times {
            return plot.x_grid_spacer(marks_at(Vec::new())).show_axes([false, true]);
        }
        let room = ui.available_width() - words_width(style);
        let ticks = time_ticks(self.first, self.days, f64::from(room / style.note.size));
        let (values, labels): (Vec<f64>, Vec<String>) = ticks.into_iter().unzip();
        let at = values.clone();
        let time_label = move |value: f64| {
            let place = at.iter().position(|it| *it == value);
            place.map(|place| labels[place].clone()).unwrap_or_default()
        };
        plot.x_grid_spacer(marks_at(values))
            .custom_x_axes(vec![x_axis(style, time_label)])
    }

    pub(super) fn set_time(&self, plot: &mut PlotUi<'_>) {
        let room = 0.01 * f64::from(self.days);
        plot.set_plot_bounds_x(-0.5 - room..=f64::from(self.days) - 0.5 + room);
    }

    fn draw_mark(&self, plot: &mut PlotUi<'_>, style: &Style, marked: Option<Date>) {
        if let Some(place) = marked.and_then(|day| self.place_of(day)) {
            let line = VLine::new("marked", self.x(place));
            plot.vline(line.stroke(Stroke::new(1.0, style.third_ink)));
        }
    }

    fn pick_ui(&self, ui: &Ui, shown: &Shown<'_>, plot: &PlotResponse<()>, name: &str) -> ChartResponse {
        let across = |place: usize| plot.transform.position_from_point_x(self.x(place));
        let done = pick(ui, &plot.response, &self.place_days, shown.marked, |pointer| {
            let near = self.places.iter().enumerate();
            let near = near.filter_map(|(n, it)| Some(((across(n) - pointer.x).abs(), it.day?)));
            let nearest = near.min_by(|a, b| a.0.total_cmp(&b.0))?;
            (nearest.0 <= REACH).then_some(nearest.1)
        });
        let story = done.hovered.and_then(|day| {
            let place = self.place_of(day)?;
            let at = pos2(across(place), plot.transform.frame().center().y);
            Some((self.story(shown, place, day), at))
        });
        present(ui, &plot.response, name, story, shown.style);
        done
    }

    fn story(&self, shown: &Shown<'_>, place: usize, day: Date) -> Story {
        if self.bundle == 1 {
            return Story::of_day(shown, day);
        }
        let it = &self.places[place];
        let first = self.first.saturating_add((place as i32 * self.bundle).days());
        let last = first.saturating_add((self.bundle - 1).days());
        let mean = match it.rated {
            0 => fl!("chart-not-recorded"),
            n => fl!("periods-mean", mean = words::mean(it.soreness / n as f64), n = n),
        };
        let mut lines = vec![fl!("chart-story-soreness", what = mean)];
        lines.push(match it.taken + it.not_taken {
            0 => fl!("periods-story-unknown", supplement = self.name.clone()),
            n => fl!(
                "periods-story-share",
                supplement = self.name.clone(),
                taken = it.taken,
                n = n
            ),
        });
        Story::new(words::days(first, last), lines)
    }

    fn legend_ui(&self, ui: &mut Ui, style: &Style) {
        let mut entries = vec![
            Entry::new(Mark::Fill(style.accent), fl!("periods-legend-taken")),
            Entry::new(Mark::Fill(not_taken(style)), fl!("periods-legend-not")),
        ];
        let has = |taken: bool| self.periods.iter().any(|it| it.taken == taken && it.mean().is_some());
        if has(true) {
            let line = Mark::Line(self.ink(true, style));
            entries.push(Entry::new(line, fl!("periods-legend-mean-with")));
        }
        if has(false) {
            let line = Mark::Line(self.ink(false, style));
            entries.push(Entry::new(line, fl!("periods-legend-mean-without")));
        }
        if self.pairs.len() > 1 {
            entries.push(Entry::new(Mark::Dashes(style.accent), fl!("periods-legend-pairs")));
        }
        legend_ui(ui, style, &entries);
    }

    fn place_of(&self, day: Date) -> Option<usize> {
        let place = usize::try_from(days_between(self.first, day)).ok()? / self.bundle as usize;
        self.places.get(place).filter(|it| it.day.is_some()).map(|_| place)
    }

    /// Where a day stands, in days from the first.
    pub(super) fn at(&self, day: Date) -> f64 {
        f64::from(days_between(self.first, day))
    }

    /// The middle of a place, in days from the first.
    fn x(&self, place: usize) -> f64 {
        f64::from(place as i32 * self.bundle) + f64::from(self.bundle - 1) / 2.0
    }
}

/// The colour of days on which it was not taken.
fn not_taken(style: &Style) -> Color32 {
    style.line.lerp_to_gamma(style.third_ink, 0.35)
}

impl Place {
    /// The part of the answered days on which it was taken.
    fn share(&self) -> f32 {
        self.taken as f32 / (self.taken + self.not_taken).max(1) as f32
    }
}

/// What a period says of itself.
pub(super) fn period_words(it: &Period) -> String {
    fl!(
        "periods-story-period",
        taken = if it.taken { "with" } else { "without" },
        span = words::days(it.first, it.last),
        mean = mean(it.kept)
    )
}
