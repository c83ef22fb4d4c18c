//! One out of many, in a list that opens: as high as the small buttons beside it.
//!
//! The list opens at what is chosen, with the keyboard there; a choice or Escape gives the keyboard back.

use egui::{Align, Button, ComboBox, Key, Ui, vec2};

use crate::theme;

/// Highest the list gets before it scrolls.
const HIGHEST: f32 = 420.0;

/// For so many frames after it opened the list is brought to what is chosen: its size is known after one.
const SETTLING: u8 = 2;

/// What is remembered of a list while it is open.
#[derive(Clone, Copy, Default)]
struct Opened {
    frames: u8,
    /// Whether Escape was pressed in its last frame, with which it closes.
    escaped: bool,
}

/// Choices (value and words) below a heading; empty words are none.
pub type Group<'a, T> = (&'a str, &'a [(T, String)]);

/// Chooses `value` among `choices` (value and words). `name` is said before what is chosen, for those who
/// listen. True when it changed.
pub fn choose<T: Clone + PartialEq>(ui: &mut Ui, name: &str, value: &mut T, choices: &[(T, String)]) -> bool {
    let shown = words_of(value, &[("", choices)]);
    combo_ui(ui, name, (&shown, None), value, &[("", choices)])
}

/// The same where what is chosen is shown in other words: with what it is, where no label stands before.
pub fn choose_shown<T: Clone + PartialEq>(
    ui: &mut Ui,
    name: &str,
    shown: &str,
    value: &mut T,
    choices: &[(T, String)],
) -> bool {
    combo_ui(ui, name, (shown, None), value, &[("", choices)])
}

/// The same of choices in groups, `width` wide.
pub fn choose_grouped<T: Clone + PartialEq>(
    ui: &mut Ui,
    name: &str,
    width: f32,
    value: &mut T,
    groups: &[Group<'_, T>],
) -> bool {
    let shown = words_of(value, groups);
    combo_ui(ui, name, (&shown, Some(width)), value, groups)
}

fn words_of<T: PartialEq>(value: &T, groups: &[Group<'_, T>]) -> String {
    let mut choices = groups.iter().flat_map(|it| it.1);
    choices
        .find(|it| it.0 == *value)
        .map_or_else(String::new, |it| it.1.clone())
}

fn combo_ui<T: Clone + PartialEq>(
    ui: &mut Ui,
    name: &str,
    (shown, width): (&str, Option<f32>),
    value: &mut T,
    groups: &[Group<'_, T>],
) -> bool {
    let before = value.clone();
    let (padding, height) = (ui.spacing().button_padding.y, ui.spacing().interact_size.y);
    ui.spacing_mut().button_padding.y = 7.0;
    ui.spacing_mut().interact_size.y = theme::SMALL_CONTROL;
    let high = HIGHEST.min(ui.content_rect().height() - 2.0 * theme::MARGIN);
    let mut combo = ComboBox::from_id_salt(name)
        .selected_text(shown)
        .height(high)
        .truncate();
    if let Some(width) = width {
        combo = combo.width(width);
    }
    let id = ui.make_persistent_id(("open", name));
    let before_this = ui.data(|data| data.get_temp::<Opened>(id)).unwrap_or_default();
    let combo = combo.show_ui(ui, |ui| list_ui(ui, value, groups, before_this.frames < SETTLING));
    let opened = match combo.inner {
        Some(_) => Opened {
            frames: before_this.frames.saturating_add(1),
            escaped: ui.input(|input| input.key_pressed(Key::Escape)),
        },
        None => Opened::default(),
    };
    ui.data_mut(|data| data.insert_temp(id, opened));
    let is_left = before_this.escaped && combo.inner.is_none();
    if combo.inner == Some(true) || is_left {
        combo.response.request_focus();
    }
    combo.response.accessible_name(name);
    ui.spacing_mut().button_padding.y = padding;
    ui.spacing_mut().interact_size.y = height;
    *value != before
}

/// The list; whether a choice was made. `opens`: what is chosen gets the keyboard, and is brought into view.
fn list_ui<T: Clone + PartialEq>(ui: &mut Ui, value: &mut T, groups: &[Group<'_, T>], opens: bool) -> bool {
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.spacing_mut().button_padding.y = 7.0;
    let was = value.clone();
    let mut chosen = false;
    for (heading, choices) in groups {
        if !heading.is_empty() {
            ui.add_space(theme::GAP);
            ui.horizontal(|ui| {
                // Where the words of the choices begin.
                ui.add_space(ui.spacing().button_padding.x);
                ui.label(theme::note(ui, *heading));
            });
        }
        for (choice, words) in *choices {
            let row = Button::selectable(*choice == was, words.as_str());
            let row = ui.add(row.min_size(vec2(ui.available_width(), theme::MENU_ROW)));
            if opens && *choice == was {
                row.request_focus();
                row.scroll_to_me(Some(Align::Center));
            }
            if row.clicked() {
                *value = choice.clone();
                chosen = true;
                // Also where no pointer pressed it.
                ui.close();
            }
        }
    }
    chosen
}
