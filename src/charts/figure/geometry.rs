//! What the figure needs of plane geometry: outlines as closed rows of points.

use earcut::Earcut;
use egui::{Pos2, Rect, Vec2, pos2, vec2};

/// How often corners are cut: each time makes twice as many points.
const ROUNDS: usize = 3;

/// The outline inside a polygon of corners, with its corners cut off again and again (Chaikin): a smooth
/// line that never leaves the polygon, so that what did not overlap still does not.
pub fn rounded(corners: &[Pos2]) -> Vec<Pos2> {
    let mut outline = corners.to_vec();
    for _ in 0..ROUNDS {
        let edges = edges(&outline);
        outline = edges.flat_map(|(a, b)| [a.lerp(b, 0.25), a.lerp(b, 0.75)]).collect();
    }
    outline
}

/// The edges of a closed outline.
pub fn edges(outline: &[Pos2]) -> impl Iterator<Item = (Pos2, Pos2)> {
    let next = outline.iter().cycle().skip(1);
    outline.iter().zip(next).map(|(a, b)| (*a, *b))
}

/// The triangles of an outline: each three places in it.
pub fn triangles(outline: &[Pos2]) -> Vec<u32> {
    let mut found = Vec::new();
    Earcut::new().earcut(outline.iter().map(|it| [it.x, it.y]), &[], &mut found);
    found
}

/// How much an outline encloses.
pub fn area(outline: &[Pos2]) -> f32 {
    let twice: f32 = edges(outline).map(|(a, b)| a.x * b.y - b.x * a.y).sum();
    twice.abs() / 2.0
}

/// Whether `at` is inside.
pub fn contains(outline: &[Pos2], at: Pos2) -> bool {
    let crossed = edges(outline).filter(|(a, b)| {
        let spans = (a.y > at.y) != (b.y > at.y);
        spans && at.x < a.x + (at.y - a.y) / (b.y - a.y) * (b.x - a.x)
    });
    crossed.count() % 2 == 1
}

/// How far `at` is from the outline.
pub fn distance(outline: &[Pos2], at: Pos2) -> f32 {
    let to_edge = |(a, b): (Pos2, Pos2)| {
        let along: Vec2 = b - a;
        let share = ((at - a).dot(along) / along.length_sq().max(f32::EPSILON)).clamp(0.0, 1.0);
        at.distance(a + share * along)
    };
    edges(outline).map(to_edge).fold(f32::INFINITY, f32::min)
}

/// The inmost place of an outline, and how far it is from the edge: by a grid, and a finer one around its
/// best point.
pub fn inmost(outline: &[Pos2]) -> (Pos2, f32) {
    let whole = Rect::from_points(outline);
    let (first, _) = best_of(outline, whole);
    let finer = Rect::from_center_size(first, whole.size() / GRID as f32 * 2.0);
    best_of(outline, finer)
}

const GRID: usize = 12;

fn best_of(outline: &[Pos2], room: Rect) -> (Pos2, f32) {
    let steps = (0..GRID * GRID).map(|n| vec2((n % GRID) as f32 + 0.5, (n / GRID) as f32 + 0.5));
    let points = steps.map(|it| room.min + it * room.size() / GRID as f32);
    let inside = points.filter(|it| contains(outline, *it));
    let measured = inside.map(|it| (it, distance(outline, it)));
    let best = measured.max_by(|a, b| a.1.total_cmp(&b.1));
    best.unwrap_or((room.center(), 0.0))
}

/// Slanting lines `apart` from each other, as far as they lie inside.
pub fn hatching(outline: &[Pos2], apart: f32) -> Vec<[Pos2; 2]> {
    // A slanting line is one of equal x + y.
    let sums = || outline.iter().map(|it| it.x + it.y);
    let (first, last) = (
        sums().fold(f32::INFINITY, f32::min),
        sums().fold(f32::NEG_INFINITY, f32::max),
    );
    let step = apart * std::f32::consts::SQRT_2;
    let mut lines = Vec::new();
    // On a grid of the plane, so that the lines of neighbours meet.
    let mut sum = (first / step).ceil() * step;
    while sum < last {
        let mut crossed: Vec<f32> = edges(outline).filter_map(|(a, b)| crossing(a, b, sum)).collect();
        crossed.sort_by(f32::total_cmp);
        let at = |x: f32| pos2(x, sum - x);
        lines.extend(crossed.chunks_exact(2).map(|it| [at(it[0]), at(it[1])]));
        sum += step;
    }
    lines
}

/// Where the edge from `a` to `b` crosses the line of this x + y.
fn crossing(a: Pos2, b: Pos2, sum: f32) -> Option<f32> {
    let (from, to) = (a.x + a.y - sum, b.x + b.y - sum);
    let crosses = (from > 0.0) != (to > 0.0);
    crosses.then(|| a.x + from / (from - to) * (b.x - a.x))
}
