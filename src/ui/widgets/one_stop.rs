//! Several controls in a row as one stop for Tab: the arrows go along them.
//!
//! A week of days, a row of numbers, a choice of sports: whoever goes through a form by keyboard wants past
//! them with one key, not with seven.

use egui::{EventFilter, Id, Key, Sense, Ui};

/// Moves the keyboard along the controls called `ids`, and returns which of them Tab comes to: the one
/// that has the keyboard, else `rest`. Left and right go along them.
pub fn one_stop(ui: &Ui, ids: &[Id], rest: usize) -> usize {
    stop_of(ui, ids, rest, (Key::ArrowLeft, Key::ArrowRight))
}

/// The same for controls below each other: up and down go along them.
pub fn one_stop_down(ui: &Ui, ids: &[Id], rest: usize) -> usize {
    stop_of(ui, ids, rest, (Key::ArrowUp, Key::ArrowDown))
}

fn stop_of(ui: &Ui, ids: &[Id], rest: usize, (back, on): (Key, Key)) -> usize {
    let focused = ui.memory(egui::Memory::focused);
    let Some(held) = ids.iter().position(|id| focused == Some(*id)) else {
        return rest;
    };
    let filter = EventFilter {
        horizontal_arrows: back == Key::ArrowLeft,
        vertical_arrows: back == Key::ArrowUp,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(ids[held], filter));
    let way = ui.input(|input| isize::from(input.key_pressed(on)) - isize::from(input.key_pressed(back)));
    let next = held.saturating_add_signed(way).min(ids.len() - 1);
    if next != held {
        ui.memory_mut(|memory| memory.request_focus(ids[next]));
    }
    next
}

/// How the control at `n` is sensed where Tab comes to the one at `stop`.
pub fn stop_sense(n: usize, stop: usize) -> Sense {
    if n == stop { Sense::click() } else { Sense::CLICK }
}
