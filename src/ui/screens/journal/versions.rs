//! How one record came to be what it is: its earlier states in words, newest first.

use egui::{Id, Modal, ScrollArea, Ui};

use super::index::Names;
use super::{JournalState, line};
use crate::app::Model;
use crate::domain::{RecordVersion, Stamp};
use crate::fl;
use crate::theme;
use crate::ui::widgets::{self, Button};

/// Shows the earlier states that were asked for, over everything else.
pub fn versions_ui(ui: &mut Ui, model: &Model, state: &mut JournalState) {
    let (Some(of), Some((_, index))) = (&state.versions, &state.index) else {
        return;
    };
    let room = ui.content_rect().size();
    let frame = theme::card(ui);
    let area = Modal::default_area(Id::unique("versions")).accessible_name(fl!("journal-versions"));
    let modal = Modal::new(Id::unique("versions"))
        .area(area)
        .frame(frame)
        .show(ui, |ui| {
            ui.set_width(theme::FORM.min(room.x - 80.0));
            widgets::heading(ui, theme::card_title(ui, fl!("journal-versions")));
            let shown = ScrollArea::vertical()
                .max_height(room.y - 180.0)
                .show(ui, |ui| match &model.versions {
                    Some((it, versions)) if it == of => list_ui(ui, model, &index.names, versions),
                    _ => {
                        ui.label(theme::quiet(ui, fl!("journal-reading")));
                    }
                });
            widgets::name_scroll_bar(ui, shown.id);
            ui.add_space(theme::GAP);
            ui.add(Button::secondary(fl!("journal-close"))).clicked()
        });
    if modal.inner || modal.should_close() {
        state.versions = None;
    }
}

fn list_ui(ui: &mut Ui, model: &Model, names: &Names, versions: &[RecordVersion]) {
    ui.set_width(ui.available_width());
    let context = line::Context {
        settings: model.settings(),
        names,
    };
    if versions.is_empty() {
        ui.label(theme::quiet(ui, fl!("journal-no-versions")));
    }
    for version in versions {
        let at = line::moment(Stamp::in_zone(version.at_ms, model.zone()));
        theme::sunk(ui).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.label(theme::note(ui, fl!("journal-version", at = at, n = version.batch)));
            ui.label(theme::strong(ui, version.label.words()));
            let before = match &version.before {
                Some(record) => fl!("journal-before", words = line::full(record, context)),
                None => fl!("journal-made"),
            };
            ui.label(before);
        });
    }
}
