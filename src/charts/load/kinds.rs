//! How the kinds of runs look: a shape and a colour each, so that either is enough.

use egui::{Color32, Pos2, Rect, Shape, Stroke, Vec2, vec2};
use egui_plot::{MarkerShape, PlotPoints, Points};

use crate::charts::Style;
use crate::charts::legend::{Entry, Mark};
use crate::domain::RunKind;
use crate::domain::words::run_kind;
use crate::fl;

/// The mark of a kind of run.
pub(super) struct KindMark {
    kind: Option<RunKind>,
    color: Color32,
    shape: MarkerShape,
}

impl KindMark {
    /// How runs of `kind` look; of none, where it was not said.
    pub(super) fn of(kind: Option<RunKind>, style: &Style) -> Self {
        let (shape, color) = match kind {
            Some(RunKind::Easy) => (MarkerShape::Circle, 2),
            Some(RunKind::Long) => (MarkerShape::Square, 0),
            Some(RunKind::Workout) => (MarkerShape::Up, 1),
            Some(RunKind::Race) => (MarkerShape::Diamond, 3),
            None => (MarkerShape::Down, 4),
        };
        Self {
            kind,
            color: style.kinds[color],
            shape,
        }
    }

    /// Marks at these places, of a strength up to 1.
    pub(super) fn points(&self, at: Vec<[f64; 2]>, strength: f32) -> Points<'static> {
        let points = Points::new("runs", PlotPoints::from(at)).shape(self.shape);
        points.color(self.color.gamma_multiply(strength))
    }

    /// What it stands for, and how many there are.
    pub(super) fn entry(&self, n: usize) -> Entry {
        let words = fl!("sessions-legend", kind = kind_words(self.kind), n = n);
        let paint = match self.shape {
            MarkerShape::Square => square,
            MarkerShape::Up => triangle,
            MarkerShape::Diamond => diamond,
            MarkerShape::Down => triangle_down,
            _ => circle,
        };
        Entry::new(Mark::Shaped(paint, self.color), words)
    }
}

/// The kind in words.
pub(super) fn kind_words(kind: Option<RunKind>) -> String {
    kind.map_or_else(|| fl!("sessions-no-kind"), run_kind)
}

fn circle(at: Pos2, radius: f32, color: Color32) -> Shape {
    Shape::circle_filled(at, radius, color)
}

fn square(at: Pos2, radius: f32, color: Color32) -> Shape {
    let side = radius * std::f32::consts::SQRT_2;
    Shape::rect_filled(Rect::from_center_size(at, Vec2::splat(side)), 0.0, color)
}

fn triangle(at: Pos2, radius: f32, color: Color32) -> Shape {
    let half = 3_f32.sqrt() / 2.0;
    let corners = [vec2(0.0, -1.0), vec2(-half, 0.5), vec2(half, 0.5)];
    let corners = corners.map(|it| at + radius * it).to_vec();
    Shape::convex_polygon(corners, color, Stroke::NONE)
}

fn triangle_down(at: Pos2, radius: f32, color: Color32) -> Shape {
    let half = 3_f32.sqrt() / 2.0;
    let corners = [vec2(0.0, 1.0), vec2(half, -0.5), vec2(-half, -0.5)];
    let corners = corners.map(|it| at + radius * it).to_vec();
    Shape::convex_polygon(corners, color, Stroke::NONE)
}

fn diamond(at: Pos2, radius: f32, color: Color32) -> Shape {
    let corners = [vec2(0.0, 1.0), vec2(-1.0, 0.0), vec2(0.0, -1.0), vec2(1.0, 0.0)];
    let corners = corners.map(|it| at + radius * it).to_vec();
    Shape::convex_polygon(corners, color, Stroke::NONE)
}
