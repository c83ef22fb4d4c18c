//! Which cell of a chart is asked about, where cells stand for no day: regions, or days after a run.
//!
//! The pointer is on one, or the arrows go from each to the next one in their direction. The chart itself
//! holds no state, so the place of the keys is kept with the ui, by the chart's id.

use egui::{EventFilter, Key, PointerButton, Pos2, Rect, Response, Ui, Vec2, vec2};

/// What a person did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Picked {
    /// The cell the pointer or the keys are on.
    pub(super) hovered: Option<usize>,
    /// The cell that was pressed, by click or Enter.
    pub(super) clicked: Option<usize>,
}

/// The cell under the pointer, or the one the keys walked to.
///
/// A resting pointer does not hold the mark: keys may move it away, until the pointer moves again.
pub(super) fn pick_cell(ui: &Ui, response: &Response, cells: &[Rect]) -> Picked {
    let kept = response.id.with("cell");
    let before: Option<Option<usize>> = ui.data(|data| data.get_temp(kept));
    let before = before.flatten().filter(|it| *it < cells.len());
    let moving = ui.input(|input| input.pointer.delta() != Vec2::ZERO);
    let under = |at: Pos2| cells.iter().position(|it| it.contains(at));
    let keyed = stepped(ui, response, cells, before);
    let hovered = keyed.or_else(|| match response.hover_pos() {
        Some(at) if moving || before.is_none() => under(at),
        Some(_) => before,
        None => before.filter(|_| response.has_focus()),
    });
    ui.data_mut(|data| {
        data.insert_temp(kept, hovered);
    });
    let clicked = if response.clicked_by(PointerButton::Primary) {
        response.interact_pointer_pos().and_then(under)
    } else if response.clicked() {
        hovered
    } else {
        None
    };
    Picked { hovered, clicked }
}

fn stepped(ui: &Ui, response: &Response, cells: &[Rect], from: Option<usize>) -> Option<usize> {
    if !response.has_focus() {
        return None;
    }
    let ours = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, ours));
    let last = cells.len().checked_sub(1)?;
    let Some(from) = from else { return Some(0) };
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    if pressed(Key::Home) {
        return Some(0);
    }
    if pressed(Key::End) {
        return Some(last);
    }
    let arrows = [
        (Key::ArrowLeft, vec2(-1.0, 0.0)),
        (Key::ArrowRight, vec2(1.0, 0.0)),
        (Key::ArrowUp, vec2(0.0, -1.0)),
        (Key::ArrowDown, vec2(0.0, 1.0)),
    ];
    let way = arrows.into_iter().find(|it| pressed(it.0))?.1;
    Some(next(cells, from, way).unwrap_or(from))
}

/// The nearest cell in the direction of `way`: what lies aside counts thrice.
fn next(cells: &[Rect], from: usize, way: Vec2) -> Option<usize> {
    let start = cells.get(from)?.center();
    let far = |it: &Rect| {
        let off = it.center() - start;
        let (along, aside) = (off.dot(way), off.dot(way.rot90()).abs());
        // In a row of cells a neighbour lies more along than aside.
        (along > 1.0 && aside <= 4.0 * along).then_some(along + 3.0 * aside)
    };
    let ahead = cells.iter().enumerate().filter_map(|(n, it)| Some((n, far(it)?)));
    ahead.min_by(|a, b| a.1.total_cmp(&b.1)).map(|it| it.0)
}

#[cfg(test)]
mod tests {
    use egui::pos2;

    use super::*;

    #[test]
    fn the_arrows_go_from_each_cell_to_its_neighbour() {
        let cells: Vec<Rect> = (0..6)
            .map(|n| Rect::from_min_size(pos2((n % 3) as f32 * 40.0, (n / 3) as f32 * 20.0), vec2(38.0, 18.0)))
            .collect();
        for (from, way, to) in [
            (0, vec2(1.0, 0.0), Some(1)),
            (2, vec2(1.0, 0.0), None),
            (1, vec2(0.0, 1.0), Some(4)),
            (4, vec2(-1.0, 0.0), Some(3)),
            (4, vec2(0.0, -1.0), Some(1)),
            (1, vec2(0.0, -1.0), None),
        ] {
            assert_eq!(next(&cells, from, way), to, "{from} {way}");
        }
    }
}
