//! The question whether to write over what is there.

use std::path::PathBuf;

use egui::{Id, Modal, Ui};

use crate::fl;
use crate::theme;
use crate::ui::widgets::Button;

/// A place where something is already.
pub struct Taken {
    to: PathBuf,
    is_folder: bool,
}

impl Taken {
    /// Something is at `to`.
    pub fn of(to: PathBuf) -> Self {
        let is_folder = to.is_dir();
        Self { to, is_folder }
    }

    /// What is asked, and what is to know about it.
    fn words(&self) -> (String, String) {
        let path = self.to.display().to_string();
        if self.is_folder {
            return (fl!("data-replace"), fl!("data-replace-hint", path = path));
        }
        let name = self.to.file_name().unwrap_or(self.to.as_os_str()).to_string_lossy();
        (fl!("data-replace-file", name = name.into_owned()), path)
    }
}

/// Asks it about `place`, while there is one. The place, where it is to be replaced.
pub fn replace_ui(ui: &mut Ui, place: &mut Option<Taken>) -> Option<PathBuf> {
    let taken = place.as_ref()?;
    let width = 420.0_f32.min(ui.content_rect().width() - 80.0);
    let frame = theme::card(ui);
    let modal = Modal::new(Id::unique("replace")).frame(frame).show(ui, |ui| {
        ui.set_width(width);
        let (title, more) = taken.words();
        ui.label(theme::card_title(ui, title));
        ui.label(theme::quiet(ui, more));
        ui.add_space(theme::GAP);
        ui.horizontal_wrapped(|ui| {
            let keep = ui.add(Button::primary(fl!("data-replace-keep"))).clicked();
            let force = ui.add(Button::secondary(fl!("data-replace-it"))).clicked();
            (keep, force)
        })
        .inner
    });
    let closes = modal.should_close();
    let (keep, force) = modal.inner;
    if !(keep || force || closes) {
        return None;
    }
    place.take().map(|it| it.to).filter(|_| force)
}
