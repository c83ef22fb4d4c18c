//! The panels: soreness, sleep and load, each with its own axis, and the rows of marks below them.

use egui::{Color32, Stroke, Ui};
use egui_plot::{Bar, BarChart, LineStyle, PlotPoints, PlotUi, Points, Span};

use super::OverTime;
use crate::analysis::pairs::SHORT_NIGHT_H;
use crate::analysis::timeline::{Known, Place};
use crate::charts::marks::{Upwards, scale_bounds, scale_label, solid_line};
use crate::charts::panels::{Panel, Panels};
use crate::charts::{Style, words};
use crate::domain::Scale;
use crate::domain::units::show_number;
use crate::fl;

const SORENESS_HEIGHT: f32 = 100.0;
const BARS_HEIGHT: f32 = 74.0;
/// Height of a row of marks.
const ROW_HEIGHT: f32 = 17.0;
/// What the flags of races and their names need above the load.
const FLAGS_HEIGHT: f32 = 26.0;
/// Up to this many places each has its dot.
const MOST_DOTS: usize = 190;
/// A gap in the line of so many days is bridged by dashes.
const BRIDGED_DAYS: i32 = 2;
/// The bar of a day without a session, as a part of the panel, and of one whose load is not known.
const REST: f64 = 0.012;
const UNKNOWN: f64 = 0.16;

/// One of the panels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Soreness(Scale),
    Sleep,
    Load,
    Marks,
}

impl OverTime {
    /// The panels that have something to show.
    pub(super) fn kinds(&self) -> Vec<Kind> {
        let places = &self.timeline.places;
        let soreness = self.timeline.scale.map(Kind::Soreness);
        let sleep = (self.most_hours > 0.0).then_some(Kind::Sleep);
        let trained = |it: &Place| it.load.range.is_some_and(|it| it.1 > 0.0) || it.unknown_loads > 0;
        let load = places.iter().any(trained).then_some(Kind::Load);
        let marks = (!self.rows.is_empty()).then_some(Kind::Marks);
        [soreness, sleep, load, marks].into_iter().flatten().collect()
    }

    /// Shows one panel; the last one has the words of the time axis.
    pub(super) fn panel_ui(&self, ui: &mut Ui, panels: &mut Panels<'_>, style: &Style, kind: Kind, last: bool) {
        match kind {
            Kind::Soreness(scale) => self.soreness_ui(ui, panels, style, scale, last),
            Kind::Sleep => self.sleep_ui(ui, panels, style, last),
            Kind::Load => self.load_ui(ui, panels, style, last),
            Kind::Marks => self.marks_ui(ui, panels, style, last),
        }
    }

    fn soreness_ui(&self, ui: &mut Ui, panels: &mut Panels<'_>, style: &Style, scale: Scale, last: bool) {
        let ((low, high), bounds) = (scale.range(), scale_bounds(scale, 0.0));
        let panel = Panel {
            name: "soreness over time",
            words: &fl!("time-panel-soreness"),
            height: SORENESS_HEIGHT,
            bounds: (*bounds.start(), *bounds.end()),
            marks: [low, high].map(|it| (it, scale_label(scale, it))).to_vec(),
            downwards: !scale.higher_is_worse(),
            last,
        };
        panels.show(ui, panel, |plot| {
            self.draw_ground(plot, style);
            self.draw_soreness(plot, style);
        });
    }

    fn sleep_ui(&self, ui: &mut Ui, panels: &mut Panels<'_>, style: &Style, last: bool) {
        let bar = panels.bar();
        let panel = Panel {
            name: "sleep over time",
            words: &fl!("time-panel-sleep", h = show_number(SHORT_NIGHT_H)),
            height: BARS_HEIGHT,
            bounds: (0.0, 1.05 * self.most_hours.max(SHORT_NIGHT_H + 1.0)),
            marks: [0.0, SHORT_NIGHT_H].map(|it| (it, words::hours(it))).to_vec(),
            downwards: false,
            last,
        };
        panels.show(ui, panel, |plot| {
            self.draw_ground(plot, style);
            let faint = style.card.lerp_to_gamma(style.sleep, 0.45);
            let fill = |hours: f64| if hours < SHORT_NIGHT_H { style.sleep } else { faint };
            let bars = |place: &Place| {
                let mean = place.sleep.mean()?;
                Some((mean, fill(mean)))
            };
            self.draw_bars(plot, bar, bars);
            self.draw_range(plot, |it| it.sleep, style.sleep);
        });
    }

    fn load_ui(&self, ui: &mut Ui, panels: &mut Panels<'_>, style: &Style, last: bool) {
        let bar = panels.bar();
        let axis = Upwards::to(self.most_load.max(1.0), 2);
        let (low, high) = axis.bounds(0.0);
        let races = self.timeline.places.iter().any(|it| !it.races.is_empty());
        let flags = if races { FLAGS_HEIGHT } else { 0.0 };
        let panel = Panel {
            name: "load over time",
            words: &fl!("time-panel-load"),
            height: BARS_HEIGHT + flags,
            bounds: (low, high * f64::from(1.0 + flags / BARS_HEIGHT)),
            marks: axis.marks(show_number),
            downwards: false,
            last,
        };
        panels.show(ui, panel, |plot| {
            self.draw_ground(plot, style);
            // A thin line says that a day without a session is known to be one.
            let bars = |place: &Place| Some((place.load.mean()?.max(REST * high), style.load));
            self.draw_bars(plot, bar, bars);
            self.draw_range(plot, |it| it.load, style.load);
            self.draw_unknown_loads(plot, style, bar, UNKNOWN * high);
        });
        self.paint_flags(ui, panels, style);
    }

    fn marks_ui(&self, ui: &mut Ui, panels: &mut Panels<'_>, style: &Style, last: bool) {
        let rows = self.rows.len();
        let panel = Panel {
            name: "marks over time",
            words: "",
            height: ROW_HEIGHT * rows as f32,
            bounds: (-0.5, rows as f64 - 0.5),
            // Lines through the rows would be marks among the marks: the names are painted beside them.
            marks: Vec::new(),
            downwards: true,
            last,
        };
        panels.show(ui, panel, |plot| self.draw_ground(plot, style));
        self.paint_rows(ui, panels, style);
    }

    /// Days ill or travelling, as shades.
    fn draw_ground(&self, plot: &mut PlotUi<'_>, style: &Style) {
        let it = &self.timeline;
        if it.bundle > 1 {
            return;
        }
        for place in it.places.iter().filter(|it| it.ill + it.travel > 0) {
            let (from, to) = (f64::from(place.number) - 0.5, f64::from(place.number) + 0.5);
            plot.span(Span::new("", from..=to).fill(style.third_ink.gamma_multiply(0.14)));
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
            let at: Vec<[f64; 2]> = known.iter().map(|(n, y)| [self.axis.x(*n), *y]).collect();
            let radius = if it.days <= 100 { 2.5 } else { 1.8 };
            let points = Points::new("points", PlotPoints::from(at)).radius(radius);
            plot.points(points.color(style.soreness.gamma_multiply(0.6)));
        }
    }

    /// A line through places that follow each other; short gaps between days are bridged by dashes.
    fn draw_line(&self, plot: &mut PlotUi<'_>, known: &[(i32, f64)], color: Color32) {
        let at = |&(number, y): &(i32, f64)| [self.axis.x(number), y];
        let mut runs = known.chunk_by(|a, b| a.0 + 1 == b.0).enumerate().peekable();
        while let Some((number, run)) = runs.next() {
            let line = solid_line("mean", run.iter().map(at).collect()).id(number);
            plot.line(line.color(color).width(1.8));
            let next = runs.peek().and_then(|(_, next)| next.first());
            let Some((last, next)) = run.last().zip(next) else {
                return;
            };
            if self.timeline.bundle == 1 && next.0 - last.0 <= BRIDGED_DAYS + 1 {
                let bridge = solid_line("bridge", vec![at(last), at(next)]).id(("bridge", number));
                plot.line(bridge.style(LineStyle::dashed_dense()).color(color).width(1.2));
            }
        }
    }

    /// From the least to the most of each bundle.
    fn draw_range(&self, plot: &mut PlotUi<'_>, of: impl Fn(&Place) -> Known, color: Color32) {
        let bundle = self.timeline.bundle;
        if bundle == 1 {
            return;
        }
        let bars = self.timeline.places.iter().filter_map(|place| {
            let (low, high) = of(place).range?;
            let bar = Bar::new(self.axis.x(place.number), high - low).base_offset(low);
            Some(
                bar.width(f64::from(bundle))
                    .fill(color.gamma_multiply(0.2))
                    .stroke(Stroke::NONE),
            )
        });
        plot.bar_chart(BarChart::new("range", bars.collect()).color(color));
    }

    /// A bar for each place of which `of` knows the height and the colour.
    fn draw_bars(&self, plot: &mut PlotUi<'_>, width: f64, of: impl Fn(&Place) -> Option<(f64, Color32)>) {
        // A range behind a bar is as wide as its days, and so is the bar.
        let width = if self.timeline.bundle > 1 {
            f64::from(self.timeline.bundle)
        } else {
            width
        };
        let bars = self.timeline.places.iter().filter_map(|place| {
            let (height, fill) = of(place)?;
            let bar = Bar::new(self.axis.x(place.number), height).width(width);
            Some(bar.fill(fill).stroke(Stroke::NONE))
        });
        plot.bar_chart(BarChart::new("bars", bars.collect()));
    }

    /// Days with a session of unknown load: an empty box, whose height says nothing.
    fn draw_unknown_loads(&self, plot: &mut PlotUi<'_>, style: &Style, width: f64, height: f64) {
        if self.timeline.bundle > 1 {
            return;
        }
        let unknown = self.timeline.places.iter().filter(|it| it.unknown_loads > 0);
        let boxes = unknown.map(|place| {
            let bar = Bar::new(self.axis.x(place.number), height).width(0.85 * width);
            bar.fill(Color32::TRANSPARENT).stroke(Stroke::new(1.0, style.load))
        });
        plot.bar_chart(BarChart::new("unknown", boxes.collect()));
    }
}
