//! Races, as flags above the load of their days.

use egui::{Shape, Stroke, Ui, pos2};

use super::{OverTime, words};
use crate::charts::Style;
use crate::charts::panels::Panels;

/// The width and the height of the cloth of a flag.
const CLOTH: [f32; 2] = [7.0, 6.0];
/// More flags than this have no poles: a forest would hide the load.
const MOST_POLES: usize = 24;
/// Between a pole and a name.
const AIR: f32 = 4.0;

impl OverTime {
    /// A flag for each place with a race, and its name beside it where there is room between the flags.
    pub(super) fn paint_flags(&self, ui: &Ui, panels: &Panels<'_>, style: &Style) {
        let it = &self.timeline;
        let Some(transform) = panels.transforms().last() else {
            return;
        };
        let frame = *transform.frame();
        let painter = ui.painter();
        let (words_top, top) = (frame.top() + 1.0, frame.top() + style.note.size + 6.0);
        let across = |number: i32| transform.position_from_point_x(self.axis.x(number));
        let raced = it.places.iter().filter(|it| !it.races.is_empty());
        let flags: Vec<(f32, String)> = raced.map(|it| (across(it.number), words::flag(it))).collect();
        let mut free = frame.left();
        for (n, (x, name)) in flags.iter().enumerate() {
            if flags.len() <= MOST_POLES {
                let pole = [pos2(*x, top), pos2(*x, frame.bottom())];
                painter.line_segment(pole, Stroke::new(1.0, style.accent.gamma_multiply(0.5)));
            }
            let cloth = [(0.0, 0.0), (CLOTH[0], CLOTH[1] / 2.0), (0.0, CLOTH[1])];
            let cloth = cloth.map(|(right, down)| pos2(x + right, top + down)).to_vec();
            painter.add(Shape::convex_polygon(cloth, style.accent, Stroke::NONE));
            let galley = painter.layout_no_wrap(name.clone(), style.note.clone(), style.second_ink);
            let until = flags.get(n + 1).map_or(frame.right(), |it| it.0);
            if let Some(left) = name_left(*x, galley.size().x, free, until) {
                free = free.max(left + galley.size().x + AIR);
                painter.galley(pos2(left, words_top), galley, style.second_ink);
            }
            // No name stands before the flag that it does not belong to.
            free = free.max(x + CLOTH[0] + AIR);
        }
    }
}

/// Where a name of this width begins that belongs to a pole at `x`: at its right, where that ends before
/// the next pole, else before it, where that is free.
fn name_left(x: f32, width: f32, free: f32, next: f32) -> Option<f32> {
    let (right, before) = (x.max(free), x - width);
    if right <= x + AIR && right + width + AIR <= next {
        Some(right)
    } else {
        (before >= free).then_some(before)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_right_of_its_flag_or_left_of_it_or_nowhere() {
        assert_eq!(name_left(100.0, 50.0, 20.0, 200.0), Some(100.0));
        assert_eq!(name_left(100.0, 50.0, 20.0, 120.0), Some(50.0));
        assert_eq!(name_left(100.0, 50.0, 80.0, 120.0), None);
        assert_eq!(name_left(100.0, 50.0, 140.0, 300.0), None);
    }
}
