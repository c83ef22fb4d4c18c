//! The drawing holds what the figure promises.

use egui::{Pos2, Rect, pos2};
use strum::VariantArray as _;

use super::{FIGURE, HALF_WIDTH, HEIGHT, Shape, View, geometry};
use crate::domain::{BodyPart, Region, Side};

fn cross(a: Pos2, b: Pos2, c: Pos2) -> f32 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

fn cut_each_other((a, b): (Pos2, Pos2), (c, d): (Pos2, Pos2)) -> bool {
    cross(a, b, c) * cross(a, b, d) < 0.0 && cross(c, d, a) * cross(c, d, b) < 0.0
}

/// Whether an outline never crosses itself.
fn is_simple(shape: &Shape) -> bool {
    let edges: Vec<_> = geometry::edges(&shape.outline).collect();
    let mut pairs = (0..edges.len()).flat_map(|i| (0..i).map(move |j| (i, j)));
    !pairs.any(|(i, j)| cut_each_other(edges[i], edges[j]))
}

fn overlap(a: &Shape, b: &Shape) -> bool {
    let inside = |a: &Shape, b: &Shape| a.outline.iter().any(|&at| geometry::contains(&b.outline, at));
    let cut =
        || geometry::edges(&a.outline).any(|one| geometry::edges(&b.outline).any(|other| cut_each_other(one, other)));
    a.view == b.view && a.bounds.intersects(b.bounds) && (inside(a, b) || inside(b, a) || cut())
}

#[test]
fn every_region_is_drawn_with_its_sides() {
    for &region in Region::VARIANTS {
        if matches!(region, Region::Overall | Region::AllOthers | Region::Other) {
            continue;
        }
        for part in region.parts() {
            let drawn = FIGURE.shapes.iter().any(|it| it.part == Some(part));
            assert!(drawn && FIGURE.parts.contains(&part), "{part:?}");
        }
    }
    let drawn: Vec<BodyPart> = FIGURE.shapes.iter().filter_map(|it| it.part).collect();
    assert!(drawn.iter().all(|it| FIGURE.parts.contains(it)));
}

#[test]
fn outlines_are_simple_and_lie_in_the_box() {
    let room = Rect::from_min_max(pos2(-HALF_WIDTH, 0.0), pos2(HALF_WIDTH, HEIGHT));
    for shape in &FIGURE.shapes {
        assert!(room.contains_rect(shape.bounds), "{:?} {:?}", shape.part, shape.bounds);
        assert!(is_simple(shape), "{:?} {:?}", shape.view, shape.part);
    }
}

#[test]
fn no_part_lies_over_another() {
    for (n, a) in FIGURE.shapes.iter().enumerate() {
        for b in &FIGURE.shapes[..n] {
            assert!(!overlap(a, b), "{:?}: {:?} and {:?}", a.view, a.part, b.part);
        }
    }
}

#[test]
fn a_finger_on_a_part_finds_it() {
    for shape in &FIGURE.shapes {
        assert_eq!(
            FIGURE.part_at(shape.view, shape.spot, 5.0),
            shape.part,
            "{:?}",
            shape.view
        );
    }
}

#[test]
fn a_finger_just_beside_the_body_means_the_part_next_to_it_and_further_off_nothing() {
    let calf = FIGURE.main_shape((Region::Calf, Side::Left), View::Back).unwrap();
    let beside = pos2(calf.bounds.left() - 2.0, calf.spot.y);
    assert_eq!(FIGURE.part_at(View::Back, beside, 12.0), calf.part);
    assert_eq!(FIGURE.part_at(View::Back, pos2(-80.0, 400.0), 12.0), None);
}

#[test]
fn the_triangles_of_a_part_cover_it_exactly() {
    for shape in &FIGURE.shapes {
        let corners = |it: &[u32]| [0, 1, 2].map(|n| shape.outline[it[n] as usize]);
        let sum: f32 = shape
            .triangles
            .chunks_exact(3)
            .map(|it| geometry::area(&corners(it)))
            .sum();
        assert!(
            (sum - shape.area).abs() < 0.01 * shape.area,
            "{:?}: {sum} of {}",
            shape.part,
            shape.area
        );
    }
}

#[test]
fn left_is_at_the_right_from_the_front_and_at_the_left_from_behind() {
    let middle = |view, side| FIGURE.main_shape((Region::Knee, side), view).unwrap().spot.x;
    assert!(middle(View::Front, Side::Left) > 0.0);
    assert!(middle(View::Back, Side::Left) < 0.0);
    assert!(middle(View::Front, Side::Right) < 0.0);
}

#[test]
fn hatching_stays_inside() {
    for shape in &FIGURE.shapes {
        for [a, b] in geometry::hatching(&shape.outline, 4.0) {
            assert!(geometry::contains(&shape.outline, a.lerp(b, 0.5)), "{:?}", shape.part);
        }
    }
}
