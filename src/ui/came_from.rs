//! What had the keyboard before something opened over it, and gets it back afterwards.

use egui::{Id, Ui};

/// Remembers it while something is open.
#[derive(Default)]
pub struct CameFrom {
    was_open: bool,
    /// What had the keyboard then, if anything had.
    before: Option<Id>,
    /// What gets it back in the next frame: in the first one, egui still holds off what lay below.
    gets_it_back: Option<Id>,
}

impl CameFrom {
    /// Follows whether something is open; in each frame, before its widgets. Where something else opened
    /// instead, `takes_it`, the keyboard is that one's.
    pub fn follow(&mut self, ui: &Ui, open: bool, takes_it: bool) {
        if let Some(id) = self.gets_it_back.take().filter(|_| !open && !takes_it) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        match (std::mem::replace(&mut self.was_open, open), open) {
            (false, true) => self.before = ui.memory(egui::Memory::focused),
            (true, false) => {
                self.gets_it_back = self.before.take();
                ui.request_repaint();
            }
            _ => {}
        }
    }
}
