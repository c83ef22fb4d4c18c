//! The journal's zone: the one it has, and a list to choose another from.

use egui::Ui;

use crate::domain::import::words::zone_name;
use crate::fl;
use crate::theme;
use crate::ui::widgets::{Button, ZoneList, zone_list};

/// What is remembered between frames.
#[derive(Default)]
pub struct ZoneState {
    open: bool,
    list: ZoneList,
}

/// Shows the zone, and the list to choose another from. `here` is the computer's, where it is known.
pub fn zone_ui(ui: &mut Ui, state: &mut ZoneState, here: Option<&str>, zone: &mut String) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.label(theme::label(ui, fl!("settings-zone")));
        ui.label(theme::strong(ui, zone_name(zone)));
        ui.label(theme::note(ui, fl!("settings-zone-note")));
    });
    ui.horizontal_wrapped(|ui| {
        let words = if state.open {
            fl!("settings-zone-close")
        } else {
            fl!("settings-zone-other")
        };
        if ui.add(Button::secondary(words).small()).clicked() {
            state.open = !state.open;
        }
        if let Some(here) = here.filter(|here| here != zone) {
            let take = fl!("settings-zone-here", zone = zone_name(here));
            if ui.add(Button::secondary(take).small()).clicked() {
                here.clone_into(zone);
            }
        }
    });
    if state.open
        && let Some(name) = zone_list(ui, &mut state.list, zone)
    {
        *zone = name;
        state.open = false;
    }
}
