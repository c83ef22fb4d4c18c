//! The keys of the step that is shown, while no control has the keyboard: Space starts and pauses, the arrows
//! go from bout to bout.

use egui::{Key, Modifiers, Ui};

use super::bouts::neighbours;
use super::step::Shown;
use super::words::shows_timer;
use crate::app::command::Commands;
use crate::domain::protocol::{StepAct, StepState};
use crate::ui::widgets::keys_are_free;

/// Does what the keys say.
pub fn keys_ui(ui: &Ui, shown: &Shown, commands: &mut Commands) {
    let is_open = !shown.model.is_covered() && shown.model.can_write() && shows_timer(shown.view);
    if !is_open || egui::Popup::is_any_open(ui) || !keys_are_free(ui) {
        return;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let is_up = shown.view.state.progress().is_some_and(|it| it.is_over());
    if pressed(Key::Space) && !is_up {
        match shown.view.state {
            StepState::Running(_) => shown.emit(commands, StepAct::Pause),
            StepState::Ready | StepState::Paused(_) => shown.emit(commands, StepAct::Start),
            _ => {}
        }
    }
    let (back, on) = neighbours(shown);
    for (key, to) in [(Key::ArrowLeft, back), (Key::ArrowRight, on)] {
        if let Some(bout) = to.filter(|_| pressed(key)) {
            shown.emit(commands, StepAct::Jump(bout));
        }
    }
}
