//! What had the keyboard before something opened over it, and gets it back afterwards.

use egui::{Id, Ui};

/// Remembers it while something is open.
#[derive(Default)]
pub struct CameFrom(Option<Option<Id>>);

impl CameFrom {
    /// Follows whether something is open; in each frame, before its widgets. Where something else opened
    /// instead, `takes_it`, the keyboard is that one's.
    pub fn follow(&mut self, ui: &Ui, open: bool, takes_it: bool) {
        if open {
            let focused = ui.memory(egui::Memory::focused);
            self.0.get_or_insert(focused);
        } else if let Some(Some(before)) = self.0.take().filter(|_| !takes_it) {
            ui.memory_mut(|memory| memory.request_focus(before));
        }
    }
}
