//! The journal's zone: a list to search, because there are six hundred.

use egui::{ScrollArea, Ui};

use crate::fl;
use crate::theme;
use crate::ui::widgets::{Button, Field, name_scroll_bar};

const SHOWN: f32 = 200.0;

/// What the list remembers.
#[derive(Default)]
pub struct ZoneState {
    open: bool,
    search: String,
    /// All zones; read once, when the list is first opened.
    names: Vec<String>,
}

/// Shows the zone, and the list to choose another from. `here` is the computer's, where it is known.
pub fn zone_ui(ui: &mut Ui, state: &mut ZoneState, here: Option<&str>, zone: &mut String) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.label(theme::label(ui, fl!("settings-zone")));
        ui.label(theme::strong(ui, shown(zone)));
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
            let take = fl!("settings-zone-here", zone = shown(here));
            if ui.add(Button::secondary(take).small()).clicked() {
                here.clone_into(zone);
            }
        }
    });
    if state.open {
        list_ui(ui, state, zone);
    }
}

fn list_ui(ui: &mut Ui, state: &mut ZoneState, zone: &mut String) {
    if state.names.is_empty() {
        state.names = names();
    }
    Field::new(&fl!("settings-zone-find"))
        .hint(fl!("settings-zone-find-hint"))
        .show(ui, &mut state.search);
    let wanted = folded(&state.search);
    let found: Vec<&String> = state.names.iter().filter(|it| folded(it).contains(&wanted)).collect();
    if found.is_empty() {
        ui.label(theme::quiet(ui, fl!("settings-zone-none")));
    }
    let mut chosen = None;
    theme::sunk(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        let list = ScrollArea::vertical()
            .id_salt("zones")
            .max_height(SHOWN)
            .auto_shrink([false, true])
            .show_rows(ui, theme::SMALL_CONTROL, found.len(), |ui, rows| {
                for name in &found[rows] {
                    let line = egui::Button::selectable(**name == *zone, shown(name))
                        .min_size(egui::vec2(ui.available_width(), theme::SMALL_CONTROL));
                    if ui.add(line).clicked() {
                        chosen = Some((*name).clone());
                    }
                }
            });
        name_scroll_bar(ui, list.id);
    });
    if let Some(name) = chosen {
        *zone = name;
        state.open = false;
    }
}

/// The zones that are places; the database also knows offsets and names of old.
fn names() -> Vec<String> {
    let all = jiff::tz::db().available().map(|name| name.as_str().to_owned());
    let mut names: Vec<String> = all
        .filter(|name| {
            (name.contains('/') && !name.starts_with("posix/") && !name.starts_with("right/")) || name == "UTC"
        })
        .collect();
    names.sort();
    names
}

/// A zone as words: without the underlines.
fn shown(zone: &str) -> String {
    zone.replace('_', " ")
}

/// What is compared: "new york" finds `America/New_York`.
fn folded(text: &str) -> String {
    text.trim().to_lowercase().replace('_', " ")
}
