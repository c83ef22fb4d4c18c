//! Keys that were typed faster than frames are drawn.
//!
//! egui moves the keyboard once a frame, so Tab and what is typed after it would go to the same field
//! when a slow frame brings both, and Ctrl+Enter would save before the last digits were taken in. Here a
//! key that may change who has the keyboard gets a frame of its own; what comes after it waits for the
//! next.

use std::collections::VecDeque;

use egui::{Event, Key};

/// The events that wait.
#[derive(Default)]
pub struct TypedAhead(VecDeque<Event>);

impl TypedAhead {
    /// Takes in what just arrived and leaves in `events` what belongs to this frame.
    pub fn sort(&mut self, events: &mut Vec<Event>) {
        self.0.extend(events.drain(..));
        while let Some(event) = self.0.pop_front() {
            let turns = turns(&event);
            if turns && events.iter().any(is_typed) {
                self.0.push_front(event);
                return;
            }
            events.push(event);
            if turns {
                return;
            }
        }
    }

    /// Whether another frame is needed for what waits.
    pub fn is_waiting(&self) -> bool {
        !self.0.is_empty()
    }
}

/// Whether after this event something else may have the keyboard.
fn turns(event: &Event) -> bool {
    match event {
        Event::Key {
            key,
            pressed: true,
            modifiers,
            ..
        } => modifiers.command || matches!(key, Key::Tab | Key::Enter | Key::Escape),
        _ => false,
    }
}

fn is_typed(event: &Event) -> bool {
    matches!(
        event,
        Event::Text(_) | Event::Paste(_) | Event::Key { pressed: true, .. }
    )
}

#[cfg(test)]
mod tests {
    use egui::Modifiers;

    use super::*;

    fn key(key: Key, modifiers: Modifiers) -> Event {
        Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers,
        }
    }

    #[test]
    fn what_is_typed_after_a_tab_waits_and_a_save_waits_for_what_is_typed() {
        let text = |it: &str| Event::Text(it.to_owned());
        let (tab, save) = (key(Key::Tab, Modifiers::NONE), key(Key::Enter, Modifiers::COMMAND));
        let mut ahead = TypedAhead::default();
        let mut events = vec![text("10"), tab.clone(), text("54"), save.clone()];
        let mut frames = Vec::new();
        loop {
            ahead.sort(&mut events);
            frames.push(std::mem::take(&mut events));
            if !ahead.is_waiting() {
                break;
            }
        }
        assert_eq!(frames, [vec![text("10")], vec![tab], vec![text("54")], vec![save]]);
    }

    #[test]
    fn events_without_such_a_key_are_left_as_they_came() {
        let all = vec![
            Event::PointerMoved(egui::pos2(1.0, 2.0)),
            Event::Text("a".to_owned()),
            key(Key::ArrowLeft, Modifiers::NONE),
            Event::Text("b".to_owned()),
        ];
        let (mut ahead, mut events) = (TypedAhead::default(), all.clone());
        ahead.sort(&mut events);
        assert_eq!(events, all);
        assert!(!ahead.is_waiting());
    }
}
