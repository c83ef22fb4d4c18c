//! One out of many, in a list that opens: as high as the small buttons beside it.

use egui::{ComboBox, Ui};

use crate::theme;

/// Highest the list gets before it scrolls.
const HIGHEST: f32 = 420.0;

/// Chooses `value` among `choices` (value and words). `name` is said before what is chosen, for those who
/// listen. True when it changed.
pub fn choose<T: Clone + PartialEq>(ui: &mut Ui, name: &str, value: &mut T, choices: &[(T, String)]) -> bool {
    let chosen = choices.iter().find(|it| it.0 == *value);
    let shown = chosen.map_or_else(String::new, |it| it.1.clone());
    choose_shown(ui, name, &shown, value, choices)
}

/// The same where what is chosen is shown in other words: with what it is, where no label stands before.
pub fn choose_shown<T: Clone + PartialEq>(
    ui: &mut Ui,
    name: &str,
    shown: &str,
    value: &mut T,
    choices: &[(T, String)],
) -> bool {
    let before = value.clone();
    let (padding, height) = (ui.spacing().button_padding.y, ui.spacing().interact_size.y);
    ui.spacing_mut().button_padding.y = 7.0;
    ui.spacing_mut().interact_size.y = theme::SMALL_CONTROL;
    let high = HIGHEST.min(ui.content_rect().height() - 2.0 * theme::MARGIN);
    let combo = ComboBox::from_id_salt(name).selected_text(shown).height(high);
    let combo = combo.show_ui(ui, |ui| {
        for (choice, words) in choices {
            if ui.selectable_value(value, choice.clone(), words).clicked() {
                // Also where no pointer pressed it.
                ui.close();
            }
        }
    });
    combo.response.accessible_name(name);
    ui.spacing_mut().button_padding.y = padding;
    ui.spacing_mut().interact_size.y = height;
    *value != before
}
