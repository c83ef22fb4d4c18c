//! Keys that were typed faster than frames are drawn.
//!
//! egui moves the keyboard once a frame, so Tab and what is typed after it would go to the same field
//! when a slow frame brings both, and Ctrl+Enter would save before the last digits were taken in. Here a
//! key that may change who has the keyboard gets a frame of its own; what comes after it waits for the
//! next. What a command opens takes the keyboard one frame later still, and what is typed waits for that.
//! Outside of text fields a digit is such a key, too: in a row of questions it goes on to the next.

use std::collections::VecDeque;

use egui::{Event, Key};

/// The events that wait.
#[derive(Default)]
pub struct TypedAhead {
    waiting: VecDeque<Event>,
    /// Whether the frame before had a command in it.
    opening: bool,
}

impl TypedAhead {
    /// Takes in what just arrived and leaves in `events` what belongs to this frame. `in_text` says whether a
    /// text field has the keyboard.
    pub fn sort(&mut self, events: &mut Vec<Event>, in_text: bool) {
        self.waiting.extend(events.drain(..));
        let opening = std::mem::take(&mut self.opening);
        while let Some(event) = self.waiting.pop_front() {
            let turns = turns(&event, in_text);
            let held = opening && is_typed(&event);
            if held || (turns && events.iter().any(is_typed)) {
                self.waiting.push_front(event);
                return;
            }
            self.opening = is_command(&event);
            events.push(event);
            if turns {
                return;
            }
        }
    }

    /// Whether another frame is needed for what waits.
    pub fn is_waiting(&self) -> bool {
        !self.waiting.is_empty()
    }
}

/// Whether after this event something else may have the keyboard.
fn turns(event: &Event, in_text: bool) -> bool {
    match event {
        Event::Key { key, pressed: true, .. } => {
            is_command(event)
                || matches!(key, Key::Tab | Key::Enter | Key::Escape)
                || (!in_text && (key.name().parse::<u8>().is_ok() || *key == Key::X))
        }
        _ => false,
    }
}

/// Whether this is a chord with Ctrl or Cmd.
fn is_command(event: &Event) -> bool {
    matches!(event, Event::Key { pressed: true, modifiers, .. } if modifiers.command)
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
            ahead.sort(&mut events, true);
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
        ahead.sort(&mut events, true);
        assert_eq!(events, all);
        assert!(!ahead.is_waiting());
    }

    #[test]
    fn what_is_typed_after_a_command_waits_until_its_field_is_there() {
        let text = |it: &str| Event::Text(it.to_owned());
        let open = key(Key::M, Modifiers::COMMAND);
        let mut ahead = TypedAhead::default();
        let mut events = vec![open.clone(), text("7")];
        ahead.sort(&mut events, false);
        assert_eq!(std::mem::take(&mut events), [open]);
        ahead.sort(&mut events, false);
        assert_eq!(events, []);
        ahead.sort(&mut events, true);
        assert_eq!(events, [text("7")]);
    }

    #[test]
    fn digits_typed_in_one_go_answer_one_question_a_frame_and_stay_together_in_a_field() {
        let digits = [Key::Num4, Key::Num3].map(|it| key(it, Modifiers::NONE));
        let (mut ahead, mut events) = (TypedAhead::default(), digits.to_vec());
        ahead.sort(&mut events, false);
        assert_eq!(events, digits[..1]);
        let (mut ahead, mut events) = (TypedAhead::default(), digits.to_vec());
        ahead.sort(&mut events, true);
        assert_eq!(events, digits);
    }
}
