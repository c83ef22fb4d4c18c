//! The panels: soreness, sleep and load, each with its own axis, and the rows of marks below them.

use egui::{Color32, Rect, Stroke, Ui, vec2};
use egui_plot::{Bar, BarChart, HLine, Line, LineStyle, Plot, PlotPoints, PlotResponse, PlotUi, Points, Span, VLine};
use jiff::civil::Date;

use super::{OverTime, Shown, Style};
use crate::analysis::pairs::SHORT_NIGHT_H;
use crate::analysis::timeline::{Known, Place};
use crate::charts::marks::{marks_at, scale_bounds, scale_label, still_plot, words_width, x_axis, y_axis};
use crate::charts::ticks::time_ticks;
use crate::charts::words;
use crate::domain::Scale;
use crate::domain::units::show_number;
use crate::fl;

const SORENESS_HEIGHT: f32 = 116.0;
const BARS_HEIGHT: f32 = 92.0;
/// Height of a row of marks.
const ROW_HEIGHT: f32 = 17.0;
/// What the words of the time axis add to the last panel.
const AXIS_HEIGHT: f32 = 18.0;
/// Part of a panel that its name needs above the data.
const WORDS: f64 = 0.24;
/// Part of a panel that is free below its data.
const BELOW: f64 = 0.06;
/// Up to this many places each has its dot.
const MOST_DOTS: usize = 190;
/// Up to this many days the bars stand apart.
const MOST_SINGLE_BARS: i32 = 130;
/// A gap in the line of so many days is bridged by dashes.
const BRIDGED_DAYS: i32 = 2;
/// The bar of a day without a session, as a part of the panel, and of one whose load is not known.
const REST: f64 = 0.012;
const UNKNOWN: f64 = 0.16;

/// One of the panels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Panel {
    Soreness(Scale),
    Sleep,
    Load,
    Marks,
}

impl Panel {
    /// What it is called, the longest first.
    fn labels(self) -> Vec<String> {
        match self {
            Self::Soreness(_) => vec![fl!("time-panel-soreness"), fl!("time-panel-soreness-short")],
            Self::Sleep => {
                let h = show_number(SHORT_NIGHT_H);
                vec![fl!("time-panel-sleep", h = h), fl!("time-panel-sleep-short")]
            }
            Self::Load => vec![fl!("time-panel-load"), fl!("time-panel-load-short")],
            Self::Marks => Vec::new(),
        }
    }

    fn ink(self, style: &Style) -> Color32 {
        match self {
            Self::Soreness(_) => style.soreness,
            Self::Sleep => style.sleep,
            Self::Load | Self::Marks => style.second_ink,
        }
    }
}

impl OverTime {
    /// The panels that have something to show.
    pub(super) fn panels(&self) -> Vec<Panel> {
        let places = &self.timeline.places;
        let soreness = self.timeline.scale.map(Panel::Soreness);
        let sleep = (self.most_hours > 0.0).then_some(Panel::Sleep);
        let trained = |it: &Place| it.load.range.is_some_and(|it| it.1 > 0.0) || it.unknown_loads > 0;
        let load = places.iter().any(trained).then_some(Panel::Load);
        let marks = (!self.rows.is_empty()).then_some(Panel::Marks);
        [soreness, sleep, load, marks].into_iter().flatten().collect()
    }

    /// A panel's name for those who do not see it.
    pub(super) fn name_of(&self, panel: Panel) -> &str {
        match panel {
            Panel::Soreness(_) => &self.names.soreness,
            Panel::Sleep => &self.names.sleep,
            Panel::Load => &self.names.load,
            Panel::Marks => &self.names.marks,
        }
    }

    /// Room for words at the left of all panels: the names of the rows, as far as there is room for them.
    pub(super) fn words_width(&self, ui: &Ui, style: &Style) -> f32 {
        let least = words_width(style);
        let width = |name: &str| {
            let galley = ui
                .painter()
                .layout_no_wrap(name.to_owned(), style.note.clone(), style.third_ink);
            galley.size().x + 12.0
        };
        let widest = self.rows.iter().map(|it| width(&it.name)).fold(least, f32::max);
        widest.min(least.max(0.2 * ui.available_width()))
    }

    /// Shows one panel; the last one has the words of the time axis.
    pub(super) fn panel_ui(
        &self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        panel: Panel,
        left: f32,
        last: bool,
    ) -> PlotResponse<()> {
        let style = shown.style;
        let ticks = last.then(|| {
            let room = f64::from((ui.available_width() - left) / style.note.size);
            time_ticks(self.timeline.first, self.timeline.days, room)
        });
        let plot = match panel {
            Panel::Soreness(scale) => self.soreness_ui(ui, shown, scale, left, ticks),
            Panel::Sleep => self.sleep_ui(ui, shown, left, ticks),
            Panel::Load => self.load_ui(ui, shown, left, ticks),
            Panel::Marks => self.marks_ui(ui, shown, left, ticks),
        };
        let end = panel_label(ui, &plot, style, &panel.labels(), panel.ink(style));
        match panel {
            Panel::Soreness(_) | Panel::Sleep => {}
            Panel::Load => self.paint_flags(ui, &plot, style, end),
            Panel::Marks => self.paint_rows(ui, &plot, style),
        }
        plot
    }

    fn soreness_ui(
        &self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        scale: Scale,
        left: f32,
        ticks: Option<Ticks>,
    ) -> PlotResponse<()> {
        let style = shown.style;
        let (low, high) = scale.range();
        let y = y_axis(style, left, move |it| scale_label(scale, it));
        panel("soreness over time", SORENESS_HEIGHT, style, ticks)
            .invert_y(!scale.higher_is_worse())
            .y_grid_spacer(marks_at(vec![low, high]))
            .custom_y_axes(vec![y])
            .show(ui, |plot| {
                plot.set_plot_bounds_y(scale_bounds(scale, WORDS));
                self.draw_ground(plot, shown);
                self.draw_soreness(plot, style);
            })
    }

    fn sleep_ui(&self, ui: &mut Ui, shown: &Shown<'_>, left: f32, ticks: Option<Ticks>) -> PlotResponse<()> {
        let style = shown.style;
        let most = self.most_hours.max(SHORT_NIGHT_H + 1.0);
        panel("sleep over time", BARS_HEIGHT, style, ticks)
            .y_grid_spacer(marks_at(vec![0.0, SHORT_NIGHT_H]))
            .custom_y_axes(vec![y_axis(style, left, words::hours)])
            .show(ui, |plot| {
                plot.set_plot_bounds_y(-BELOW * most..=most * (1.0 + WORDS));
                self.draw_ground(plot, shown);
                let faint = style.card.lerp_to_gamma(style.sleep, 0.45);
                let fill = |hours: f64| if hours < SHORT_NIGHT_H { style.sleep } else { faint };
                self.draw_bars(plot, |it| it.sleep, fill, style.sleep);
            })
    }

    fn load_ui(&self, ui: &mut Ui, shown: &Shown<'_>, left: f32, ticks: Option<Ticks>) -> PlotResponse<()> {
        let style = shown.style;
        let most = self.most_load.max(1.0);
        let mark = round_below(most);
        panel("load over time", BARS_HEIGHT, style, ticks)
            .y_grid_spacer(marks_at(vec![0.0, mark]))
            .custom_y_axes(vec![y_axis(style, left, show_number)])
            .show(ui, |plot| {
                plot.set_plot_bounds_y(-BELOW * most..=most * (1.0 + WORDS));
                self.draw_ground(plot, shown);
                // A thin line says that a day without a session is known to be one.
                let bar = |load: f64| load.max(REST * most);
                self.draw_bars_as(plot, |it| it.load, bar, |_| style.load, style.load);
                self.draw_unknown_loads(plot, style, UNKNOWN * most);
            })
    }

    fn marks_ui(&self, ui: &mut Ui, shown: &Shown<'_>, left: f32, ticks: Option<Ticks>) -> PlotResponse<()> {
        let style = shown.style;
        let rows = self.rows.len();
        let names = self.fitted_names(ui, style, left);
        let name = move |value: f64| names.get(value.round() as usize).cloned().unwrap_or_default();
        panel("marks over time", ROW_HEIGHT * rows as f32, style, ticks)
            .invert_y(true)
            .show_grid([false, false])
            .y_grid_spacer(marks_at((0..rows).map(|it| it as f64).collect()))
            .custom_y_axes(vec![y_axis(style, left, name)])
            .show(ui, |plot| {
                plot.set_plot_bounds_y(-0.5..=rows as f64 - 0.5);
                self.draw_ground(plot, shown);
            })
    }

    /// The time axis, days ill or travelling, and the day that is asked about.
    fn draw_ground(&self, plot: &mut PlotUi<'_>, shown: &Shown<'_>) {
        let it = &self.timeline;
        let room = 0.01 * f64::from(it.days);
        plot.set_plot_bounds_x(-0.5 - room..=f64::from(it.days) - 0.5 + room);
        if it.bundle == 1 {
            for place in it.places.iter().filter(|it| it.ill + it.travel > 0) {
                let (from, to) = (f64::from(place.number) - 0.5, f64::from(place.number) + 0.5);
                let fill = shown.style.third_ink.gamma_multiply(0.14);
                plot.span(Span::new("", from..=to).fill(fill));
            }
        }
        if let Some(place) = shown.marked.and_then(|day: Date| it.place_of(day)) {
            let stroke = Stroke::new(1.0, shown.style.third_ink);
            plot.vline(VLine::new("marked", it.x(place.number)).stroke(stroke));
        }
    }

    fn draw_soreness(&self, plot: &mut PlotUi<'_>, style: &Style) {
        let it = &self.timeline;
        self.draw_range(plot, |it| it.soreness, style.soreness);
        let known = it.places.iter().filter_map(|it| Some((it.number, it.soreness.mean()?)));
        let known: Vec<(i32, f64)> = known.collect();
        let line = if it.bundle == 1 { &it.trailing } else { &known };
        self.draw_line(plot, line, style.soreness);
        if known.len() <= MOST_DOTS || it.bundle == 1 {
            let at: Vec<[f64; 2]> = known.iter().map(|(n, y)| [it.x(*n), *y]).collect();
            let radius = if it.days <= 100 { 2.5 } else { 1.8 };
            let points = Points::new("points", PlotPoints::from(at)).radius(radius);
            plot.points(points.color(style.soreness.gamma_multiply(0.6)));
        }
    }

    /// A line through places that follow each other; short gaps between days are bridged by dashes.
    fn draw_line(&self, plot: &mut PlotUi<'_>, known: &[(i32, f64)], color: Color32) {
        let it = &self.timeline;
        let at = |&(number, y): &(i32, f64)| [it.x(number), y];
        let mut runs = known.chunk_by(|a, b| a.0 + 1 == b.0).peekable();
        let mut number = 0;
        while let Some(run) = runs.next() {
            let points: Vec<[f64; 2]> = run.iter().map(at).collect();
            let line = Line::new(format!("mean {number}"), PlotPoints::from(points));
            plot.line(line.color(color).width(1.8));
            if let (Some(last), Some(next)) = (run.last(), runs.peek().and_then(|it| it.first()))
                && it.bundle == 1
                && next.0 - last.0 <= BRIDGED_DAYS + 1
            {
                let bridge = Line::new(format!("bridge {number}"), PlotPoints::from(vec![at(last), at(next)]));
                plot.line(bridge.style(LineStyle::dashed_dense()).color(color).width(1.2));
            }
            number += 1;
        }
    }

    /// From the least to the most of each bundle.
    fn draw_range(&self, plot: &mut PlotUi<'_>, of: impl Fn(&Place) -> Known, color: Color32) {
        let it = &self.timeline;
        if it.bundle == 1 {
            return;
        }
        let bars = it.places.iter().filter_map(|place| {
            let (low, high) = of(place).range?;
            let bar = Bar::new(it.x(place.number), high - low).base_offset(low);
            Some(
                bar.width(f64::from(it.bundle))
                    .fill(color.gamma_multiply(0.2))
                    .stroke(Stroke::NONE),
            )
        });
        plot.bar_chart(BarChart::new("range", bars.collect()).color(color));
    }

    fn draw_bars(&self, plot: &mut PlotUi<'_>, of: fn(&Place) -> Known, fill: impl Fn(f64) -> Color32, color: Color32) {
        self.draw_bars_as(plot, of, |it| it, fill, color);
    }

    fn draw_bars_as(
        &self,
        plot: &mut PlotUi<'_>,
        of: fn(&Place) -> Known,
        height: impl Fn(f64) -> f64,
        fill: impl Fn(f64) -> Color32,
        color: Color32,
    ) {
        let it = &self.timeline;
        // Gaps between bars of hardly a pixel would be a pattern that is not in the data.
        let width = if it.days <= MOST_SINGLE_BARS {
            0.72
        } else {
            f64::from(it.bundle)
        };
        let bars = it.places.iter().filter_map(|place| {
            let mean = of(place).mean()?;
            let bar = Bar::new(it.x(place.number), height(mean)).width(width);
            Some(bar.fill(fill(mean)).stroke(Stroke::NONE))
        });
        plot.bar_chart(BarChart::new("bars", bars.collect()).color(color));
        self.draw_range(plot, of, color);
    }

    /// Days with a session of unknown load: an empty box of no height that says anything.
    fn draw_unknown_loads(&self, plot: &mut PlotUi<'_>, style: &Style, height: f64) {
        let it = &self.timeline;
        if it.bundle > 1 {
            return;
        }
        let unknown = it.places.iter().filter(|it| it.unknown_loads > 0);
        let boxes = unknown.map(|place| {
            let bar = Bar::new(it.x(place.number), height)
                .width(0.6)
                .fill(Color32::TRANSPARENT);
            bar.stroke(Stroke::new(1.0, style.load))
        });
        plot.bar_chart(BarChart::new("unknown", boxes.collect()).color(style.load));
        plot.hline(HLine::new("nothing", 0.0).stroke(Stroke::new(1.0, style.line)));
    }
}

/// Where the time axis has words, and which.
type Ticks = Vec<(f64, String)>;

/// A plot on the time axis that all share; its words stand below it where there are ticks.
fn panel<'a>(name: &'static str, height: f32, style: &Style, ticks: Option<Ticks>) -> Plot<'a> {
    let below = if ticks.is_some() { AXIS_HEIGHT } else { 0.0 };
    let plot = still_plot(name, height + below, style).show_axes([ticks.is_some(), true]);
    let (values, labels): (Vec<f64>, Vec<String>) = ticks.unwrap_or_default().into_iter().unzip();
    let at = values.clone();
    let label = move |value: f64| {
        let place = at.iter().position(|it| *it == value);
        place.map(|place| labels[place].clone()).unwrap_or_default()
    };
    plot.x_grid_spacer(marks_at(values))
        .custom_x_axes(vec![x_axis(style, label)])
}

/// Names a panel inside it, above the data, by the first name that there is room for; where the name ends.
fn panel_label(ui: &Ui, plot: &PlotResponse<()>, style: &Style, names: &[String], ink: Color32) -> f32 {
    let frame = *plot.transform.frame();
    let corner = frame.left_top() + vec2(4.0, 1.0);
    let painter = ui.painter();
    for name in names {
        let galley = painter.layout_no_wrap(name.clone(), style.note.clone(), ink);
        let rect = Rect::from_min_size(corner, galley.size());
        if rect.right() <= frame.right() {
            // Shades of days end at the words.
            painter.rect_filled(rect.expand2(vec2(2.0, 0.0)), 0.0, style.card);
            painter.galley(corner, galley, ink);
            return rect.right();
        }
    }
    corner.x
}

/// The largest 1, 2 or 5 times a power of ten that is not above `most`.
fn round_below(most: f64) -> f64 {
    let power = 10_f64.powf(most.log10().floor());
    let round = [5.0, 2.0, 1.0].map(|it| it * power);
    round.into_iter().find(|it| *it <= most).unwrap_or(power)
}
