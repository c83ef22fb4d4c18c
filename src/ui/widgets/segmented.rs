//! One choice out of a few, side by side; in several rows where there is no room.

use egui::{Align2, CornerRadius, FontId, Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, vec2};

use super::{one_stop, stop_sense};
use crate::theme;

const PADDING: f32 = 12.0;
const INSET: f32 = 3.0;

/// Chooses `value` among `choices` (value and words). `name` names the group. True when it changed.
pub fn segmented<T: Copy + PartialEq>(ui: &mut Ui, name: &str, value: &mut T, choices: &[(T, String)]) -> bool {
    let mut chosen = Some(*value);
    let changed = optional(ui, name, &mut chosen, choices, false);
    if let Some(it) = chosen {
        *value = it;
    }
    changed
}

/// The same under its label.
pub fn labelled<T: Copy + PartialEq>(ui: &mut Ui, label: &str, value: &mut T, choices: &[(T, String)]) -> bool {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.label(theme::label(ui, label));
        segmented(ui, label, value, choices)
    })
    .inner
}

/// The same where nothing may be chosen: pressing the chosen one again takes the choice back.
pub fn optional<T: Copy + PartialEq>(
    ui: &mut Ui,
    name: &str,
    value: &mut Option<T>,
    choices: &[(T, String)],
    can_clear: bool,
) -> bool {
    let before = *value;
    let cell = cell(ui, choices);
    let count = choices.len();
    let fitting = ((ui.available_width() - 2.0 * INSET) / cell).floor().max(1.0) as usize;
    let rows = count.div_ceil(fitting);
    let per_row = count.div_ceil(rows);
    let cell = cell.min(ui.available_width() - 2.0 * INSET);
    let height = if rows == 1 {
        theme::CONTROL - 4.0 - 2.0 * INSET
    } else {
        theme::SMALL_CONTROL
    };
    let size = vec2(cell * per_row as f32, height * rows as f32) + vec2(2.0, 2.0) * INSET;
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    ui.painter()
        .rect_filled(rect, CornerRadius::same(theme::RADIUS), theme::palette(ui).sunk);
    let group = UiBuilder::new()
        .max_rect(rect)
        .id_salt(name)
        .accessibility_role(Role::RadioGroup)
        .accessibility_label(name.to_owned());
    let mut row = ui.new_child(group);
    let ids: Vec<Id> = (0..choices.len()).map(|n| row.scope_id().with((name, n))).collect();
    let chosen = choices.iter().position(|(choice, _)| *value == Some(*choice));
    let stop = one_stop(&row, &ids, chosen.unwrap_or(0));
    let inner = rect.shrink(INSET);
    for (n, (choice, words)) in choices.iter().enumerate() {
        let at = vec2((n % per_row) as f32 * cell, (n / per_row) as f32 * height);
        let part = Rect::from_min_size(inner.min + at, vec2(cell, height));
        if segment_ui(&mut row, part, (ids[n], stop_sense(n, stop)), words, chosen == Some(n)) {
            *value = if can_clear && *value == Some(*choice) {
                None
            } else {
                Some(*choice)
            };
        }
    }
    *value != before
}

/// The width of one choice: all are as wide as the widest.
fn cell<T>(ui: &Ui, choices: &[(T, String)]) -> f32 {
    let font = FontId::new(theme::BODY, theme::medium());
    let widest = choices.iter().map(|(_, words)| {
        let galley = ui
            .painter()
            .layout_no_wrap(words.clone(), font.clone(), egui::Color32::PLACEHOLDER);
        galley.size().x
    });
    (widest.fold(0.0_f32, f32::max) + 2.0 * PADDING).max(theme::CONTROL)
}

/// The width of these choices side by side.
pub fn width<T>(ui: &Ui, choices: &[(T, String)]) -> f32 {
    cell(ui, choices) * choices.len() as f32 + 2.0 * INSET
}

fn segment_ui(ui: &mut Ui, rect: Rect, (id, sense): (Id, Sense), words: &str, on: bool) -> bool {
    let response = ui.interact(rect, id, sense);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), on, words));
    let it = theme::palette(ui);
    let radius = CornerRadius::same(theme::RADIUS - 2);
    if on {
        ui.painter()
            .rect(rect, radius, it.card, Stroke::new(1.0, it.line), StrokeKind::Inside);
    } else if response.hovered() {
        ui.painter()
            .rect_filled(rect, radius, it.sunk.lerp_to_gamma(it.ink, 0.06));
    }
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.has_focus() {
        theme::focus_ring(ui, rect.shrink(1.0), theme::RADIUS - 2);
    }
    let (family, ink) = if on {
        (theme::semi_bold(), it.ink)
    } else {
        (theme::medium(), it.second_ink)
    };
    theme::paint_text(
        ui,
        rect.center(),
        Align2::CENTER_CENTER,
        words,
        family,
        theme::BODY,
        ink,
    );
    response.clicked()
}
