//! A time zone out of six hundred: a list to search.

use egui::{Key, ScrollArea, Ui};

use super::{Field, name_scroll_bar};
use crate::domain::import::words::zone_name;
use crate::fl;
use crate::theme;

const SHOWN: f32 = 200.0;

/// What the list remembers.
#[derive(Default)]
pub struct ZoneList {
    search: String,
    /// All zones; read once, when the list is first shown.
    names: Vec<String>,
}

/// Shows the list with `zone` marked in it. The zone that was chosen, if one was.
pub fn zone_list(ui: &mut Ui, state: &mut ZoneList, zone: &str) -> Option<String> {
    if state.names.is_empty() {
        state.names = names();
    }
    let search = Field::new(&fl!("settings-zone-find"))
        .hint(fl!("settings-zone-find-hint"))
        .show(ui, &mut state.search);
    let wanted = folded(&state.search);
    let found: Vec<&String> = state.names.iter().filter(|it| folded(it).contains(&wanted)).collect();
    if found.is_empty() {
        ui.label(theme::quiet(ui, fl!("settings-zone-none")));
    }
    let is_meant = search.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    // Enter takes the first, once something was searched for.
    let mut chosen = found
        .first()
        .filter(|_| is_meant && !wanted.is_empty())
        .map(|it| (*it).clone());
    theme::sunk(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        let list = ScrollArea::vertical()
            .id_salt("zones")
            .max_height(SHOWN)
            .auto_shrink([false, true])
            .show_rows(ui, theme::SMALL_CONTROL, found.len(), |ui, rows| {
                for name in &found[rows] {
                    let line = egui::Button::selectable(**name == *zone, zone_name(name))
                        .min_size(egui::vec2(ui.available_width(), theme::SMALL_CONTROL));
                    if ui.add(line).clicked() {
                        chosen = Some((*name).clone());
                    }
                }
            });
        name_scroll_bar(ui, list.id);
    });
    chosen
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

/// What is compared: "new york" finds `America/New_York`.
fn folded(text: &str) -> String {
    text.trim().to_lowercase().replace('_', " ")
}
