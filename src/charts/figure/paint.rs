//! The figure's fills, wherever it stands and in whatever colours.
//!
//! A fill is a mesh, because egui fills only convex outlines; a hairline around it, of the same colour where
//! no outline is wanted, smooths its edge.

use egui::epaint::{Mesh, PathShape, Vertex, WHITE_UV};
use egui::{Color32, Painter, Pos2, Stroke};

use super::data::{FIGURE, Shape, View};
use crate::domain::BodyPart;

/// Under this scale a quarter of the points is as smooth: a chart shows dozens of figures.
const SMALL: f32 = 0.3;

/// One view, and where it stands on the screen.
#[derive(Clone, Copy, Debug)]
pub struct Stand {
    /// From where the body is seen.
    pub view: View,
    /// Above the middle of the head.
    pub top: Pos2,
    /// Points of the screen to a unit of the drawing.
    pub scale: f32,
}

impl Stand {
    /// Where a place of the drawing is on the screen.
    pub fn on_screen(&self, at: Pos2) -> Pos2 {
        self.top + at.to_vec2() * self.scale
    }

    /// Where a place of the screen is in the drawing.
    pub fn in_figure(&self, at: Pos2) -> Pos2 {
        ((at - self.top) / self.scale).to_pos2()
    }

    /// The outline of a shape on the screen.
    pub fn outline(&self, shape: &Shape) -> Vec<Pos2> {
        shape.outline.iter().map(|&at| self.on_screen(at)).collect()
    }

    /// The shapes that are seen.
    pub fn shapes(&self) -> impl Iterator<Item = &'static Shape> {
        let view = self.view;
        FIGURE.shapes.iter().filter(move |it| it.view == view)
    }
}

/// Paints the figure; `look` says the fill and the outline of each part, and of what is only drawn.
pub fn paint(painter: &Painter, stand: &Stand, look: impl Fn(Option<BodyPart>) -> (Color32, Color32)) {
    let hairline = 0.75 / painter.pixels_per_point();
    for shape in stand.shapes() {
        let (color, line) = look(shape.part);
        let (points, triangles) = if stand.scale < SMALL {
            (&shape.small, &shape.small_triangles)
        } else {
            (&shape.outline, &shape.triangles)
        };
        let outline: Vec<Pos2> = points.iter().map(|&at| stand.on_screen(at)).collect();
        let vertices = outline.iter().map(|&pos| Vertex {
            pos,
            uv: WHITE_UV,
            color,
        });
        painter.add(Mesh {
            vertices: vertices.collect(),
            indices: triangles.clone(),
            ..Mesh::default()
        });
        painter.add(PathShape::closed_line(outline, Stroke::new(hairline, line)));
    }
}
