//! Which finding the chart is asked about, by pointer or by keys.
//!
//! The other charts are walked by days, and the day is remembered by the screen; a finding is nothing that
//! another chart could mark, so the chart remembers it itself.

use egui::{EventFilter, Key, PointerButton, Pos2, Response, Ui, Vec2};

/// What was done.
#[derive(Clone, Copy, Default)]
pub(super) struct Walked {
    /// The row that is asked about.
    pub(super) current: Option<usize>,
    /// The row that was opened.
    pub(super) opened: Option<usize>,
}

/// Walks among `count` rows, of which `under` says which one is at a place.
pub(super) fn walk(ui: &Ui, response: &Response, count: usize, under: impl Fn(Pos2) -> Option<usize>) -> Walked {
    let key = response.id.with("row");
    let before: Option<usize> = ui.data(|data| data.get_temp(key));
    let before = before.filter(|&it| it < count);
    let moving = ui.input(|input| input.pointer.delta() != Vec2::ZERO);
    let keyed = stepped(ui, response, count, before);
    // A resting pointer does not hold the mark: keys may move it away, until the pointer moves again.
    let current = keyed.or_else(|| match response.hover_pos() {
        Some(at) if moving || before.is_none() => under(at),
        Some(_) => before,
        None => before.filter(|_| response.has_focus()),
    });
    if current != before {
        ui.data_mut(|data| match current {
            Some(row) => {
                data.insert_temp(key, row);
            }
            None => data.remove::<usize>(key),
        });
    }
    let opened = if response.clicked_by(PointerButton::Primary) {
        response.interact_pointer_pos().and_then(under)
    } else {
        current.filter(|_| response.clicked())
    };
    Walked { current, opened }
}

/// The row that the keys lead to, while the chart has the keyboard.
fn stepped(ui: &Ui, response: &Response, count: usize, before: Option<usize>) -> Option<usize> {
    if !response.has_focus() {
        return None;
    }
    let ours = EventFilter {
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, ours));
    let last = count.checked_sub(1)?;
    let Some(here) = before else { return Some(0) };
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    match () {
        () if pressed(Key::Home) => Some(0),
        () if pressed(Key::End) => Some(last),
        () if pressed(Key::ArrowUp) => Some(here.saturating_sub(1)),
        () if pressed(Key::ArrowDown) => Some((here + 1).min(last)),
        () => None,
    }
}
