//! Icons: painted, not written, so that assistive technology hears the words beside them and no glyph.

use egui::{Align2, Color32, Label, Sense, Ui, vec2};
use lucide_icons::Icon;

use crate::theme;

/// An icon of `size` in `ink`.
pub fn icon(ui: &mut Ui, icon: Icon, size: f32, ink: Color32) {
    let (rect, _) = ui.allocate_exact_size(vec2(size, size), Sense::hover());
    paint_icon(ui, rect.center(), icon, size, ink);
}

/// An icon of `size` around `center`.
pub fn paint_icon(ui: &Ui, center: egui::Pos2, icon: Icon, size: f32, ink: Color32) {
    let glyph = char::from(icon).to_string();
    theme::paint_text(ui, center, Align2::CENTER_CENTER, &glyph, theme::icons(), size, ink);
}

/// An icon before words, in a row of a card.
pub fn icon_label(ui: &mut Ui, it: Icon, text: impl Into<egui::WidgetText>) {
    ui.horizontal(|ui| {
        icon(ui, it, 18.0, theme::palette(ui).accent);
        ui.add(Label::new(text).wrap());
    });
}
