//! How hard the runs were: effort and load of each, over time.
//!
//! The kind of a run is told by shape and colour together. Over decades runs of the same place, kind and
//! effort share one mark: another one would only hide it.

use std::collections::HashSet;

use egui::{Pos2, Ui};
use egui_plot::{MarkerShape, PlotPoint, PlotPoints, PlotUi, Points};
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
        dots: dots(&found.sessions, &axis, most),
        found,
        axis,
        loads: Upwards::to(most, 3),
        days,
    }))
}

struct SessionsChart {
    heading: Heading,
    axis: TimeAxis,
    found: Sessions,
    /// What is drawn of them.
    dots: Vec<Dot>,
    /// Marks of the load's axis.
    loads: Upwards,
    days: Vec<Date>,
}

#[derive(Clone, Copy)]
struct Dot {
    session: Session,
    x: f64,
}

fn dots(sessions: &[Session], axis: &TimeAxis, most: f64) -> Vec<Dot> {
    let mut there: HashSet<(i32, Option<RunKind>, i64, i64)> = HashSet::new();
    let dot = |it: &Session| Dot {
        session: *it,
        x: axis.x_of(it.day) + it.part_of_day - 0.5,
    };
    let alone = |it: &&Session| {
        let height = it.load_au.map_or(-1.0, |load| load / most * HEIGHTS);
        axis.bundle() == 1
            || there.insert((
                axis.number(it.day),
                it.kind,
                (it.rpe * 2.0).round() as i64,
                height.round() as i64,
            ))
    };
    sessions.iter().filter(alone).map(dot).collect()
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
        let effort = Panel {
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
        let marks = |value: fn(&Session) -> Option<f64>| self.marks(shown, value);
        let drawn = marks(|it| Some(it.rpe));
        panels.show(ui, effort, |plot| draw(plot, drawn));
        let load = Panel {
            name: "sessions load",
            words: &fl!("sessions-load-axis"),
            height: 92.0,
            bounds: self.loads.bounds(0.05),
            marks: self.loads.marks(show_number),
            downwards: false,
            last: true,
        };
        let drawn = marks(|it| it.load_au);
        panels.show(ui, load, |plot| draw(plot, drawn));
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
            headers: ["day", "kind", "rpe_cr10", "load_au"].map(str::to_owned).to_vec(),
            rows: rows.collect(),
        }
    }
}

impl SessionsChart {
    /// The marks of a panel: of each kind, then those of the marked day over all others.
    fn marks(&self, shown: &Shown<'_>, value: fn(&Session) -> Option<f64>) -> Vec<Points<'static>> {
        let place = |dot: &Dot| Some([dot.x, value(&dot.session)?]);
        let mut marks: Vec<Points<'static>> = Vec::new();
        for (n, kind) in self.found.kinds().into_iter().enumerate() {
            let mark = KindMark::of(kind.kind, shown.style);
            let of_kind = self.dots.iter().filter(|it| it.session.kind == kind.kind);
            let at: Vec<[f64; 2]> = of_kind.filter_map(place).collect();
            marks.push(mark.points(at, self.strength()).radius(self.radius()).id(n));
        }
        let asked = |dot: &&Dot| shown.marked == Some(dot.session.day);
        for (n, dot) in self.dots.iter().filter(asked).enumerate() {
            let at: Vec<[f64; 2]> = place(dot).into_iter().collect();
            let ring = Points::new("ring", PlotPoints::from(at.clone())).shape(MarkerShape::Circle);
            marks.push(ring.radius(RADIUS + 4.0).color(shown.style.ink).id(("ring", n)));
            let mark = KindMark::of(dot.session.kind, shown.style);
            let around = Points::new("around", PlotPoints::from(at.clone())).color(shown.style.card);
            marks.push(around.radius(RADIUS + 2.5).id(("around", n)));
            marks.push(mark.points(at, 1.0).radius(RADIUS).id(("marked", n)));
        }
        marks
    }

    fn radius(&self) -> f32 {
        if self.axis.bundle() == 1 { RADIUS } else { SMALL }
    }

    /// The more marks, the fainter each.
    fn strength(&self) -> f32 {
        (14.0 / (self.dots.len() as f32).sqrt()).clamp(0.4, 0.85)
    }

    fn nearest(&self, panels: &Panels<'_>, pointer: Pos2) -> Option<Date> {
        let (panel, transform) = panels.transform_at(pointer)?;
        let places = self.dots.iter().filter_map(|dot| {
            let y = if panel == 0 {
                dot.session.rpe
            } else {
                dot.session.load_au?
            };
            let at = transform.position_from_point(&PlotPoint::new(dot.x, y));
            Some((at.distance_sq(pointer), dot.session.day))
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
