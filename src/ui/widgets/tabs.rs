//! The sections of a place as a line of words, the one that is shown underlined; a list to choose from
//! where they do not fit beside each other.

use egui::{FontId, Id, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::{choose, one_stop, stop_sense};
use crate::theme;

/// Between two words.
const APART: f32 = 24.0;
const LINE: f32 = 2.0;

/// Chooses `value` among `choices` (value and words). `name` names the group. True when it changed.
pub fn tabs<T: Copy + PartialEq>(ui: &mut Ui, name: &str, value: &mut T, choices: &[(T, String)]) -> bool {
    let before = *value;
    let widths: Vec<f32> = choices.iter().map(|it| word_width(ui, &it.1)).collect();
    let all = widths.iter().sum::<f32>() + APART * choices.len().saturating_sub(1) as f32;
    if all > ui.available_width() {
        return choose(ui, name, value, choices);
    }
    let size = vec2(ui.available_width(), theme::SMALL_CONTROL + 4.0);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let it = theme::palette(ui);
    ui.painter()
        .hline(rect.x_range(), rect.bottom(), egui::Stroke::new(1.0, it.line));
    let group = UiBuilder::new()
        .max_rect(rect)
        .id_salt(name)
        .accessibility_role(egui::accesskit::Role::TabList)
        .accessibility_label(name.to_owned());
    let mut row = ui.new_child(group);
    let ids: Vec<Id> = (0..choices.len()).map(|n| row.scope_id().with((name, n))).collect();
    let chosen = choices.iter().position(|it| it.0 == *value).unwrap_or(0);
    let stop = one_stop(&row, &ids, chosen);
    let mut left = rect.left();
    for (n, (choice, words)) in choices.iter().enumerate() {
        let part = Rect::from_min_max(pos2(left, rect.top()), pos2(left + widths[n], rect.bottom()));
        if tab_ui(&mut row, part, (ids[n], stop_sense(n, stop)), words, n == chosen) {
            *value = *choice;
        }
        left += widths[n] + APART;
    }
    *value != before
}

fn word_width(ui: &Ui, words: &str) -> f32 {
    let font = FontId::new(theme::BODY, theme::semi_bold());
    let ink = theme::palette(ui).ink;
    ui.painter().layout_no_wrap(words.to_owned(), font, ink).size().x
}

fn tab_ui(ui: &mut Ui, rect: Rect, (id, sense): (Id, Sense), words: &str, on: bool) -> bool {
    // Half of the gap on either side belongs to the word.
    let response = ui.interact(rect.expand2(vec2(APART / 2.0, 0.0)), id, sense);
    response.widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), on, words));
    let it = theme::palette(ui);
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.has_focus() {
        theme::focus_ring(ui, rect.expand2(vec2(4.0, -4.0)), theme::RADIUS - 4);
    }
    let (family, ink) = match (on, response.hovered()) {
        (true, _) => (theme::semi_bold(), it.ink),
        (false, true) => (theme::medium(), it.ink),
        (false, false) => (theme::medium(), it.second_ink),
    };
    if on {
        let line = Rect::from_min_max(pos2(rect.left(), rect.bottom() - LINE), rect.max);
        ui.painter().rect_filled(line, 0, it.accent);
    }
    let at = rect.center() - vec2(0.0, LINE);
    theme::paint_text(ui, at, egui::Align2::CENTER_CENTER, words, family, theme::BODY, ink);
    response.clicked()
}
