//! Triangles as the areas they fill.
//!
//! egui fills what is not convex (bands around a line, muscles) with triangles. Written one by one they
//! would show a hair of the ground between each two. So the edges that two triangles share are left away,
//! and what remains of each colour is one path: the outline of the area.

use std::collections::{BTreeMap, HashMap};

use egui::epaint::{Mesh, WHITE_UV};
use egui::{Color32, Pos2, pos2};

use super::shapes::polyline;
use super::svg::{Fill, line};

/// A corner to the hundredth of a unit, so that corners that look the same are the same.
type Corner = (i64, i64);

/// Writes what `mesh` fills; a picture (anything but plain colour) is not written.
pub(super) fn write(out: &mut String, mesh: &Mesh) {
    if mesh.vertices.iter().any(|it| it.uv != WHITE_UV) || !mesh.is_valid() {
        return;
    }
    for (color, triangles) in by_colour(mesh) {
        let mut d = String::new();
        for around in outlines(&triangles) {
            let corners: Vec<Pos2> = around.into_iter().map(place).collect();
            d.push_str(&polyline(&corners));
            d.push('Z');
        }
        let fill = Fill(color).to_string();
        if !d.is_empty() && !fill.is_empty() {
            line(out, format_args!("<path d=\"{d}\"{fill}/>"));
        }
    }
}

/// The triangles of each colour, colours in the order in which they come first.
fn by_colour(mesh: &Mesh) -> Vec<(Color32, Vec<[Corner; 3]>)> {
    let mut all: Vec<(Color32, Vec<[Corner; 3]>)> = Vec::new();
    let mut places: HashMap<Color32, usize> = HashMap::new();
    for triangle in mesh.triangles() {
        let [a, b, c] = triangle.map(|it| mesh.vertices[it as usize]);
        let color = mean([a.color, b.color, c.color]);
        let corners = [a.pos, b.pos, c.pos].map(corner);
        let place = *places.entry(color).or_insert_with(|| {
            all.push((color, Vec::new()));
            all.len() - 1
        });
        all[place].1.push(corners);
    }
    all
}

fn mean(colors: [Color32; 3]) -> Color32 {
    let [a, b, c] = colors;
    if a == b && b == c {
        return a;
    }
    a.lerp_to_gamma(b, 0.5).lerp_to_gamma(c, 1.0 / 3.0)
}

fn corner(at: Pos2) -> Corner {
    let part = |it: f32| (f64::from(it) * 100.0).round() as i64;
    (part(at.x), part(at.y))
}

fn place((x, y): Corner) -> Pos2 {
    pos2(x as f32 / 100.0, y as f32 / 100.0)
}

/// The closed ways around what `triangles` fill together.
fn outlines(triangles: &[[Corner; 3]]) -> Vec<Vec<Corner>> {
    let mut edges = Edges::default();
    for corners in triangles {
        let [a, b, c] = same_way_round(*corners);
        for (from, to) in [(a, b), (b, c), (c, a)] {
            edges.add(from, to);
        }
    }
    let mut all = Vec::new();
    while let Some(around) = edges.take_way() {
        all.push(around);
    }
    all
}

fn same_way_round([a, b, c]: [Corner; 3]) -> [Corner; 3] {
    let turn = (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0);
    if turn < 0 { [a, c, b] } else { [a, b, c] }
}

/// Edges by the corner that they begin at, in an order that does not depend on anything else.
#[derive(Default)]
struct Edges(BTreeMap<Corner, Vec<Corner>>);

impl Edges {
    /// An edge; where the same one is there the other way round, both go.
    fn add(&mut self, from: Corner, to: Corner) {
        if from == to {
            return;
        }
        if let Some(back) = self.0.get_mut(&to)
            && let Some(at) = back.iter().position(|it| *it == from)
        {
            back.remove(at);
            if back.is_empty() {
                self.0.remove(&to);
            }
            return;
        }
        self.0.entry(from).or_default().push(to);
    }

    fn take(&mut self, from: Corner) -> Option<Corner> {
        let ways = self.0.get_mut(&from)?;
        let to = ways.pop();
        if ways.is_empty() {
            self.0.remove(&from);
        }
        to
    }

    /// One way along the edges until there is none further, if there is one.
    fn take_way(&mut self) -> Option<Vec<Corner>> {
        let first = *self.0.keys().next()?;
        let mut way = vec![first];
        while let Some(next) = self.take(way[way.len() - 1]) {
            if next == first {
                break;
            }
            way.push(next);
        }
        Some(way)
    }
}
