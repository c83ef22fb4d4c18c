//! The drawing, as it is kept and as it is used: outlines rounded, mirrored and cut into triangles, once.

use std::sync::LazyLock;

use egui::{Pos2, Rect, pos2};
use serde::Deserialize;

use super::geometry;
use crate::domain::{BodyPart, Region, Side};

/// How far the figure reaches from its middle, in the units of the drawing.
pub const HALF_WIDTH: f32 = 91.0;
/// How tall it is, in the units of the drawing.
pub const HEIGHT: f32 = 486.0;

/// From where the body is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum View {
    Front,
    Back,
}

impl View {
    /// The side of the runner that is at the viewer's right.
    pub fn right_of_viewer(self) -> Side {
        match self {
            Self::Front => Side::Left,
            Self::Back => Side::Right,
        }
    }
}

/// One outline of the figure.
#[derive(Debug)]
pub struct Shape {
    /// The view it belongs to.
    pub view: View,
    /// What is rated by it; `None` where it is only drawn.
    pub part: Option<BodyPart>,
    /// Its outline.
    pub outline: Vec<Pos2>,
    /// Its triangles: each three places in the outline.
    pub triangles: Vec<u32>,
    /// The outline with a quarter of its points, for a figure that stands small.
    pub small: Vec<Pos2>,
    /// The triangles of that.
    pub small_triangles: Vec<u32>,
    /// How large it is.
    pub area: f32,
    /// What it lies in.
    pub bounds: Rect,
    /// Its inmost place.
    pub spot: Pos2,
    /// How far that is from the outline.
    pub room: f32,
}

impl Shape {
    fn new(view: View, part: Option<BodyPart>, corners: &[Pos2]) -> Self {
        let outline = geometry::rounded(corners);
        let small: Vec<Pos2> = outline.iter().copied().step_by(4).collect();
        // A quarter of the points says as much about its middle.
        let (spot, room) = geometry::inmost(&small);
        Self {
            view,
            part,
            triangles: geometry::triangles(&outline),
            small_triangles: geometry::triangles(&small),
            small,
            area: geometry::area(&outline),
            bounds: Rect::from_points(&outline),
            spot,
            room,
            outline,
        }
    }
}

/// The whole figure.
#[derive(Debug)]
pub struct Figure {
    /// Its outlines; none lies over another.
    pub shapes: Vec<Shape>,
    /// What can be rated, from head to toe, left before right.
    pub parts: Vec<BodyPart>,
}

/// The figure that Afterrun ships.
pub static FIGURE: LazyLock<Figure> = LazyLock::new(|| {
    let text = include_str!("../../../assets/body/figure.toml");
    let drawing: Drawing = toml::from_str(text).expect("the shipped figure is read by a test");
    Figure {
        shapes: drawing.parts.iter().flat_map(Part::shapes).collect(),
        parts: Region::FROM_HEAD_TO_TOE.into_iter().flat_map(Region::parts).collect(),
    }
});

impl Figure {
    /// The largest outline of a part in a view: the one that bears its number.
    pub fn main_shape(&self, part: BodyPart, view: View) -> Option<&Shape> {
        let own = self.shapes.iter().filter(|it| it.part == Some(part) && it.view == view);
        own.max_by(|a, b| a.area.total_cmp(&b.area))
    }

    /// What all outlines of a part in a view lie in.
    pub fn bounds(&self, part: BodyPart, view: View) -> Rect {
        let own = self.shapes.iter().filter(|it| it.part == Some(part) && it.view == view);
        own.map(|it| it.bounds).fold(Rect::NOTHING, Rect::union)
    }

    /// The part at `at`, or the nearest one within `reach` where nothing is drawn.
    pub fn part_at(&self, view: View, at: Pos2, reach: f32) -> Option<BodyPart> {
        let seen = || self.shapes.iter().filter(|it| it.view == view);
        if let Some(hit) = seen().find(|it| it.bounds.contains(at) && geometry::contains(&it.outline, at)) {
            return hit.part;
        }
        let near = seen().filter(|it| it.part.is_some() && it.bounds.expand(reach).contains(at));
        let near = near.map(|it| (geometry::distance(&it.outline, at), it.part));
        let near = near.filter(|(distance, _)| *distance <= reach);
        near.min_by(|a, b| a.0.total_cmp(&b.0)).and_then(|(_, part)| part)
    }
}

/// The file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Drawing {
    parts: Vec<Part>,
}

/// One part of the file: one half.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Part {
    view: View,
    region: Option<Region>,
    #[serde(default)]
    middle: bool,
    points: Vec<[f32; 2]>,
}

impl Part {
    fn shapes(&self) -> Vec<Shape> {
        let half: Vec<Pos2> = self.points.iter().map(|&[x, y]| pos2(x, y)).collect();
        let mirrored: Vec<Pos2> = half.iter().rev().map(|it| pos2(-it.x, it.y)).collect();
        let part = |side: Side| {
            let region = self.region?;
            Some((region, if region.has_sides() { side } else { Side::None }))
        };
        if self.middle {
            // The points on the middle are their own mirror image.
            let other = mirrored.into_iter().filter(|it| it.x < 0.0);
            let whole: Vec<Pos2> = half.into_iter().chain(other).collect();
            return vec![Shape::new(self.view, part(Side::None), &whole)];
        }
        let (right, left) = match self.view.right_of_viewer() {
            Side::Left => (Side::Left, Side::Right),
            _ => (Side::Right, Side::Left),
        };
        vec![
            Shape::new(self.view, part(right), &half),
            Shape::new(self.view, part(left), &mirrored),
        ]
    }
}
