//! How hard the runs were: effort and load of each, over time.
//!
//! The kind of a run is told by shape and colour together. Over decades runs of the same place, kind and
//! effort share one mark: another one would only hide it.

use std::collections::HashSet;

use egui::{Color32, Pos2, Ui};
use egui_plot::{PlotPoint, PlotPoints, PlotUi, Points};
use jiff::civil::Date;

use super::kinds::{KindMark, kind_words};
use crate::analysis::load::{Session, Sessions};
use crate::charts::legend::legend_ui;
use crate::charts::marks::Upwards;
use crate::charts::panels::{Panel, Panels};
use crate::charts::story::Story;
use crate::charts::time_axis::TimeAxis;
use crate::charts::words::{self, cell};
use crate::charts::{Chart, ChartResponse, Heading, Made, Request, Rows, Shown, Source, TooLittle};
use crate::domain::RunKind;
use crate::domain::units::show_number;
use crate::fl;

/// How near the pointer must come to a mark.
const REACH: f32 = 14.0;
/// The largest mark, and the smallest among thousands.
const RADIUS: f32 = 3.5;
const SMALL: f32 = 2.2;
/// Marks whose loads differ by less than this part of the axis are at one height.
const HEIGHTS: f64 = 60.0;

/// The chart of a request.
pub(in crate::charts) fn make(source: &Source<'_>, request: &Request) -> Made {
    let found = Sessions::of(source.journal, &request.days);
    let n = found.sessions.len();
    if n == 0 {
        return Err(TooLittle {
            question: fl!("sessions-question"),
            why: fl!("sessions-too-little", n = found.without),
            have: 0,
            need: 1,
        });
    }
    let axis = TimeAxis::of(&request.days);
    let most = found.sessions.iter().filter_map(|it| it.load_au).fold(1.0, f64::max);
    let mut days: Vec<Date> = found.sessions.iter().map(|it| it.day).collect();
    days.sort_unstable();
    days.dedup();
    Ok(Box::new(SessionsChart {
        heading: heading(&found, request),
        efforts: dots(&found.sessions, &axis, effort, 0.5),
        loads: dots(&found.sessions, &axis, load, most / HEIGHTS),
        load_axis: Upwards::to(most, 3),
        found,
        axis,
        days,
    }))
}

struct SessionsChart {
    heading: Heading,
    axis: TimeAxis,
    found: Sessions,
    /// What is drawn of them: in the upper panel, and in the lower one.
    efforts: Vec<Dot>,
    loads: Vec<Dot>,
    load_axis: Upwards,
    days: Vec<Date>,
}

#[derive(Clone, Copy)]
struct Dot {
    day: Date,
    kind: Option<RunKind>,
    at: [f64; 2],
}

/// What a panel shows of a run.
type Value = fn(&Session) -> Option<f64>;

#[expect(
    clippy::unnecessary_wraps,
    reason = "told in the same way as a load, which may be unknown"
)]
fn effort(it: &Session) -> Option<f64> {
    Some(it.rpe)
}

fn load(it: &Session) -> Option<f64> {
    it.load_au
}

impl Dot {
    fn of(it: &Session, axis: &TimeAxis, value: Value) -> Option<Self> {
        Some(Self {
            day: it.day,
            kind: it.kind,
            at: [axis.x_of(it.day) + it.part_of_day - 0.5, value(it)?],
        })
    }
}

/// The dots of a panel; values closer than `step` are at one height.
fn dots(sessions: &[Session], axis: &TimeAxis, value: Value, step: f64) -> Vec<Dot> {
    let mut there: HashSet<(i32, Option<RunKind>, i64)> = HashSet::new();
    let place = |it: &Dot| (axis.number(it.day), it.kind, (it.at[1] / step).round() as i64);
    let all = sessions.iter().filter_map(|it| Dot::of(it, axis, value));
    all.filter(|it| axis.bundle() == 1 || there.insert(place(it))).collect()
}

fn heading(found: &Sessions, request: &Request) -> Heading {
    let n = found.sessions.len();
    let span = words::days(*request.days.start(), *request.days.end());
    let kinds = found.kinds().into_iter().map(|it| {
        fl!(
            "sessions-of-kind",
            kind = kind_words(it.kind),
            n = it.n,
            mean = words::mean(it.mean_rpe)
        )
    });
    let kinds: Vec<String> = kinds.collect();
    let subtitle = fl!("sessions-subtitle", n = n, span = span);
    let mut notes = vec![fl!("sessions-note")];
    if found.without > 0 {
        notes.push(fl!("sessions-without", n = found.without));
    }
    let without_load = found.sessions.iter().filter(|it| it.load_au.is_none()).count();
    if without_load > 0 {
        notes.push(fl!("sessions-without-load", n = without_load));
    }
    Heading {
        question: fl!("sessions-question"),
        summary: fl!(
            "sessions-summary",
            subtitle = subtitle.clone(),
            kinds = kinds.join("; ")
        ),
        subtitle,
        notes,
    }
}

impl Chart for SessionsChart {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn ui(&self, ui: &mut Ui, shown: &Shown<'_>) -> ChartResponse {
        let entries: Vec<_> = self
            .found
            .kinds()
            .iter()
            .map(|it| KindMark::of(it.kind, shown.style).entry(it.n))
            .collect();
        legend_ui(ui, shown.style, &entries);
        let mut panels = Panels::new(ui, "sessions", shown, self.axis, 10);
        let efforts = Panel {
            name: "sessions effort",
            words: &fl!("sessions-effort-axis"),
            height: 116.0,
            bounds: (-0.6, 10.6),
            marks: [0.0, 2.0, 4.0, 6.0, 8.0, 10.0]
                .map(|it| (it, effort_words(it)))
                .to_vec(),
            downwards: false,
            last: false,
        };
        let radius = (1.6 * panels.place()).clamp(SMALL, RADIUS);
        let drawn = self.marks(shown, radius, &self.efforts, effort);
        panels.show(ui, efforts, |plot| draw(plot, drawn));
        let loads = Panel {
            name: "sessions load",
            words: &fl!("sessions-load-axis"),
            height: 92.0,
            bounds: self.load_axis.bounds(0.05),
            marks: self.load_axis.marks(show_number),
            downwards: false,
            last: true,
        };
        let drawn = self.marks(shown, radius, &self.loads, load);
        panels.show(ui, loads, |plot| draw(plot, drawn));
        let nearest = |panels: &Panels<'_>, at: Pos2| self.nearest(panels, at);
        let story = |day| Story::of_day(shown, day);
        panels.pick(ui, &self.heading.summary, &self.days, nearest, story)
    }

    fn rows(&self) -> Rows {
        let rows = self.found.sessions.iter().map(|it| {
            let kind: &'static str = it.kind.map(Into::into).unwrap_or_default();
            vec![
                it.day.to_string(),
                kind.to_owned(),
                it.rpe.to_string(),
                cell(it.load_au),
            ]
        });
        Rows {
            headers: ["date", "kind", "rpe_cr10", "load_au"].map(str::to_owned).to_vec(),
            rows: rows.collect(),
        }
    }
}

impl SessionsChart {
    /// The marks of a panel: of each kind, then those of the marked day over all others.
    fn marks(&self, shown: &Shown<'_>, radius: f32, dots: &[Dot], value: Value) -> Vec<Points<'static>> {
        // The more marks, the fainter each.
        let strength = (14.0 / (dots.len() as f32).sqrt()).clamp(0.4, 0.85);
        let mut marks: Vec<Points<'static>> = Vec::new();
        for (n, kind) in self.found.kinds().into_iter().enumerate() {
            let mark = KindMark::of(kind.kind, shown.style);
            let of_kind = dots.iter().filter(|it| it.kind == kind.kind);
            let at: Vec<[f64; 2]> = of_kind.map(|it| it.at).collect();
            marks.push(mark.points(at, strength).radius(radius).id(n));
        }
        let asked = self.found.sessions.iter().filter(|it| shown.marked == Some(it.day));
        let asked = asked.filter_map(|it| Dot::of(it, &self.axis, value));
        for (n, dot) in asked.enumerate() {
            let round = |name: &'static str, radius: f32, color: Color32| {
                let points = Points::new(name, PlotPoints::from(vec![dot.at]));
                points.radius(radius).color(color).id((name, n))
            };
            marks.push(round("ring", RADIUS + 4.0, shown.style.ink));
            marks.push(round("around", RADIUS + 2.5, shown.style.card));
            let mark = KindMark::of(dot.kind, shown.style);
            marks.push(mark.points(vec![dot.at], 1.0).radius(RADIUS).id(("marked", n)));
        }
        marks
    }

    fn nearest(&self, panels: &Panels<'_>, pointer: Pos2) -> Option<Date> {
        let (panel, transform) = panels.transform_at(pointer)?;
        let dots = if panel == 0 { &self.efforts } else { &self.loads };
        let places = dots.iter().map(|dot| {
            let at = transform.position_from_point(&PlotPoint::new(dot.at[0], dot.at[1]));
            (at.distance_sq(pointer), dot.day)
        });
        let nearest = places.min_by(|a, b| a.0.total_cmp(&b.0))?;
        (nearest.0 <= REACH * REACH).then_some(nearest.1)
    }
}

fn draw<'a>(plot: &mut PlotUi<'a>, marks: Vec<Points<'a>>) {
    for points in marks {
        plot.points(points);
    }
}

fn effort_words(value: f64) -> String {
    match value {
        0.0 => fl!("sessions-effort-rest"),
        10.0 => fl!("sessions-effort-maximal"),
        _ => show_number(value),
    }
}
