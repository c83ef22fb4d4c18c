//! egui's shapes as SVG elements.
//!
//! The shapes themselves are written, not the triangles that a screen is sent: a circle stays a circle,
//! and whoever opens the file in a drawing program can take hold of it. Images and soft shadows are not
//! written, for no figure has any.

use std::fmt::Write as _;

use egui::epaint::{
    BandShape, CircleShape, ColorMode, CornerRadiusF32, CubicBezierShape, EllipseShape, PathShape, PathStroke,
    QuadraticBezierShape, RectShape,
};
use egui::{Color32, CornerRadius, Pos2, Rect, Shape, Stroke, StrokeKind, pos2};

use super::outline;
use super::simple::simple;
use super::svg::{Fill, Number, Outline, line};
use super::text;

/// A line that is thinner is there for the edge of something else.
const HAIR: f32 = 0.25;

/// Writes `shape`, which is no list of shapes.
pub(super) fn write(out: &mut String, shape: &Shape) {
    match shape {
        Shape::Circle(it) => circle(out, it),
        Shape::Ellipse(it) => ellipse(out, it),
        Shape::LineSegment { points, stroke } => segment(out, *points, *stroke),
        Shape::Path(it) => path(out, it),
        Shape::Band(it) => band(out, it),
        Shape::Rect(it) => rect(out, it),
        Shape::Text(it) => text::write(out, it),
        Shape::Mesh(it) => outline::write(out, it),
        Shape::QuadraticBezier(it) => quadratic(out, it),
        Shape::CubicBezier(it) => cubic(out, it),
        Shape::Noop | Shape::Vec(_) | Shape::Callback(_) => {}
    }
}

/// Whether `shape` is the hairline around an area of the same `color` that smooths its edge on a screen. In a
/// file every edge is smooth.
pub(super) fn smooths(shape: &Shape, color: Color32) -> bool {
    let Shape::Path(it) = shape else { return false };
    let same = matches!(it.stroke.color, ColorMode::Solid(own) if own == color);
    same && it.closed && it.fill.a() == 0 && it.stroke.width < HAIR
}

fn circle(out: &mut String, it: &CircleShape) {
    line(
        out,
        format_args!(
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}{}/>",
            Number(it.center.x),
            Number(it.center.y),
            Number(it.radius),
            Fill(it.fill),
            of(it.stroke)
        ),
    );
}

fn ellipse(out: &mut String, it: &EllipseShape) {
    line(
        out,
        format_args!(
            "<ellipse cx=\"{}\" cy=\"{}\" rx=\"{}\" ry=\"{}\"{}{}{}/>",
            Number(it.center.x),
            Number(it.center.y),
            Number(it.radius.x),
            Number(it.radius.y),
            Fill(it.fill),
            of(it.stroke),
            Turned(it.angle, it.center)
        ),
    );
}

fn segment(out: &mut String, [from, to]: [Pos2; 2], stroke: Stroke) {
    if stroke.is_empty() {
        return;
    }
    line(
        out,
        format_args!(
            "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"{}/>",
            Number(from.x),
            Number(from.y),
            Number(to.x),
            Number(to.y),
            of(stroke)
        ),
    );
}

fn path(out: &mut String, it: &PathShape) {
    let points = &it.points;
    if points.len() < 2 {
        return;
    }
    let fill = if it.closed { it.fill } else { Color32::TRANSPARENT };
    let mut d = polyline(points);
    if it.closed {
        d.push('Z');
    }
    match &it.stroke.color {
        ColorMode::Solid(color) => element(out, &d, fill, it.stroke.width, *color),
        ColorMode::UV(at) => {
            element(out, &d, fill, 0.0, Color32::TRANSPARENT);
            let around = Rect::from_points(points);
            for pair in points.windows(2) {
                let color = at(around, pair[0] + (pair[1] - pair[0]) / 2.0);
                segment(out, [pair[0], pair[1]], Stroke::new(it.stroke.width, color));
            }
        }
    }
}

/// A path with round joints, as egui draws them as near as nothing.
fn element(out: &mut String, d: &str, fill: Color32, width: f32, color: Color32) {
    let stroke = Outline { width, color }.to_string();
    let joints = if stroke.is_empty() {
        ""
    } else {
        " stroke-linejoin=\"round\""
    };
    let fill = Fill(fill).to_string();
    if !fill.is_empty() || !stroke.is_empty() {
        line(out, format_args!("<path d=\"{d}\"{fill}{stroke}{joints}/>"));
    }
}

/// `M` to the first point and `L` to the others, as far as they are needed.
pub(super) fn polyline(points: &[Pos2]) -> String {
    let mut d = String::new();
    for (n, point) in simple(points).iter().enumerate() {
        let to = if n == 0 { 'M' } else { 'L' };
        push(&mut d, to, &[*point]);
    }
    d
}

fn push(d: &mut String, letter: char, points: &[Pos2]) {
    d.push(letter);
    for (n, point) in points.iter().enumerate() {
        let gap = if n == 0 { "" } else { " " };
        write!(d, "{gap}{} {}", Number(point.x), Number(point.y)).expect("a text takes every letter");
    }
}

fn band(out: &mut String, it: &BandShape) {
    let above = it.points.iter().map(|point| pos2(point.x, point.y.min));
    let below = it.points.iter().rev().map(|point| pos2(point.x, point.y.max));
    let turn = egui::emath::Rot2::from_angle(it.angle);
    let around = above.chain(below).map(|point| (turn * point.to_vec2()).to_pos2());
    path(
        out,
        &PathShape {
            points: around.collect(),
            closed: true,
            fill: it.fill,
            stroke: it.stroke.into(),
        },
    );
}

fn rect(out: &mut String, it: &RectShape) {
    if it.blur_width > 0.0 || it.brush.is_some() {
        return;
    }
    let stroke = of(it.stroke);
    let grown = match it.stroke_kind {
        StrokeKind::Inside => -it.stroke.width / 2.0,
        StrokeKind::Middle => 0.0,
        StrokeKind::Outside => it.stroke.width / 2.0,
    };
    let grown = if it.stroke.is_empty() { 0.0 } else { grown };
    let place = it.rect.expand(grown);
    let turned = Turned(it.angle, it.rect.center());
    if it.corner_radius.is_same() {
        let radius = (f32::from(it.corner_radius.nw) + grown).max(0.0);
        let radius = radius.min(place.width() / 2.0).min(place.height() / 2.0);
        let round = match it.corner_radius {
            CornerRadius::ZERO => String::new(),
            _ => format!(" rx=\"{}\"", Number(radius)),
        };
        line(
            out,
            format_args!(
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{round}{}{stroke}{turned}/>",
                Number(place.left()),
                Number(place.top()),
                Number(place.width()),
                Number(place.height()),
                Fill(it.fill)
            ),
        );
    } else {
        let d = round_corners(place, it.corner_radius.into());
        line(out, format_args!("<path d=\"{d}\"{}{stroke}{turned}/>", Fill(it.fill)));
    }
}

/// A rectangle of which each corner is round in its own way.
fn round_corners(place: Rect, corners: CornerRadiusF32) -> String {
    let most = place.width().min(place.height()) / 2.0;
    let [nw, ne, se, sw] = [corners.nw, corners.ne, corners.se, corners.sw].map(|it| it.min(most));
    let (left, top, right, bottom) = (place.left(), place.top(), place.right(), place.bottom());
    let mut d = String::new();
    push(&mut d, 'M', &[pos2(left + nw, top)]);
    push(&mut d, 'L', &[pos2(right - ne, top)]);
    push(&mut d, 'Q', &[pos2(right, top), pos2(right, top + ne)]);
    push(&mut d, 'L', &[pos2(right, bottom - se)]);
    push(&mut d, 'Q', &[pos2(right, bottom), pos2(right - se, bottom)]);
    push(&mut d, 'L', &[pos2(left + sw, bottom)]);
    push(&mut d, 'Q', &[pos2(left, bottom), pos2(left, bottom - sw)]);
    push(&mut d, 'L', &[pos2(left, top + nw)]);
    push(&mut d, 'Q', &[pos2(left, top), pos2(left + nw, top)]);
    d.push('Z');
    d
}

fn quadratic(out: &mut String, it: &QuadraticBezierShape) {
    let [from, by, to] = it.points;
    curve(out, from, 'Q', &[by, to], it.closed, it.fill, &it.stroke);
}

fn cubic(out: &mut String, it: &CubicBezierShape) {
    let [from, by, then_by, to] = it.points;
    curve(out, from, 'C', &[by, then_by, to], it.closed, it.fill, &it.stroke);
}

fn curve(
    out: &mut String,
    from: Pos2,
    letter: char,
    points: &[Pos2],
    closed: bool,
    fill: Color32,
    stroke: &PathStroke,
) {
    let mut d = String::new();
    push(&mut d, 'M', &[from]);
    push(&mut d, letter, points);
    if closed {
        d.push('Z');
    }
    let color = match &stroke.color {
        ColorMode::Solid(color) => *color,
        ColorMode::UV(at) => at(Rect::from_points(points), from),
    };
    element(out, &d, fill, stroke.width, color);
}

fn of(stroke: Stroke) -> Outline {
    Outline {
        width: stroke.width,
        color: stroke.color,
    }
}

/// A turn by so many radians around a point, as an attribute.
pub(super) struct Turned(pub(super) f32, pub(super) Pos2);

impl std::fmt::Display for Turned {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.0 == 0.0 {
            return Ok(());
        }
        let (degrees, around) = (Number(self.0.to_degrees()), self.1);
        write!(
            f,
            " transform=\"rotate({degrees} {} {})\"",
            Number(around.x),
            Number(around.y)
        )
    }
}
