//! egui's own widgets in the look of the program: text fields, sliders, combo boxes, menus, tooltips,
//! date picker and scroll bars belong to the same family as ours.

use std::collections::BTreeMap;

use egui::style::{HandleShape, ScrollStyle, Selection, WidgetVisuals, Widgets};
use egui::{
    Color32, Context, CornerRadius, FontFamily, FontId, Margin, Shadow, Spacing, Stroke, Style, TextStyle, Theme,
    Visuals, vec2,
};

use super::palette::{DARK, LIGHT, Palette};
use super::{BODY, CARD_RADIUS, CONTROL, GAP, NOTE, PAGE_TITLE, RADIUS, fonts};

/// Gives `ctx` the fonts and the look of both themes. Once, before the first frame.
pub fn install(ctx: &Context) {
    ctx.set_fonts(fonts::definitions());
    ctx.options_mut(|options| options.zoom_with_keyboard = false);
    for (theme, palette) in [(Theme::Light, &LIGHT), (Theme::Dark, &DARK)] {
        ctx.style_mut_of(theme, |style| dress(style, theme, palette));
    }
}

fn dress(style: &mut Style, theme: Theme, palette: &Palette) {
    style.text_styles = text_styles();
    style.spacing = spacing();
    style.visuals = visuals(theme, palette);
    style.animation_time = 0.12;
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.3;
}

fn text_styles() -> BTreeMap<TextStyle, FontId> {
    [
        (TextStyle::Small, FontId::new(NOTE, FontFamily::Proportional)),
        (TextStyle::Body, FontId::new(BODY, FontFamily::Proportional)),
        (TextStyle::Button, FontId::new(BODY, fonts::medium())),
        (TextStyle::Heading, FontId::new(PAGE_TITLE, fonts::semi_bold())),
        (TextStyle::Monospace, FontId::new(BODY, FontFamily::Monospace)),
    ]
    .into()
}

fn spacing() -> Spacing {
    Spacing {
        item_spacing: vec2(GAP, GAP),
        button_padding: vec2(12.0, 11.0),
        menu_margin: Margin::same(8),
        window_margin: Margin::same(24),
        interact_size: vec2(CONTROL, 24.0),
        slider_width: 160.0,
        slider_rail_height: 6.0,
        combo_width: 120.0,
        text_edit_width: 240.0,
        icon_width: 20.0,
        icon_width_inner: 12.0,
        icon_spacing: 8.0,
        combo_height: 280.0,
        tooltip_width: 320.0,
        scroll: ScrollStyle {
            bar_width: 8.0,
            floating_allocated_width: 0.0,
            ..ScrollStyle::floating()
        },
        ..Spacing::default()
    }
}

fn visuals(theme: Theme, it: &Palette) -> Visuals {
    let base = match theme {
        Theme::Light => Visuals::light(),
        Theme::Dark => Visuals::dark(),
    };
    let shadow = Shadow {
        offset: [0, 4],
        blur: 16,
        spread: 0,
        color: Color32::from_black_alpha(if theme == Theme::Light { 24 } else { 96 }),
    };
    Visuals {
        override_text_color: None,
        weak_text_color: Some(it.third_ink),
        widgets: widgets(it),
        selection: Selection {
            bg_fill: it.accent_soft,
            stroke: Stroke::new(1.0, it.ink),
        },
        hyperlink_color: it.accent,
        faint_bg_color: it.sunk,
        extreme_bg_color: it.sunk,
        text_edit_bg_color: Some(it.card),
        code_bg_color: it.sunk,
        warn_fg_color: it.soreness,
        error_fg_color: it.soreness,
        window_corner_radius: CornerRadius::same(CARD_RADIUS),
        window_shadow: shadow,
        window_fill: it.card,
        window_stroke: Stroke::new(1.0, it.line),
        menu_corner_radius: CornerRadius::same(RADIUS),
        panel_fill: it.ground,
        popup_shadow: shadow,
        striped: false,
        slider_trailing_fill: true,
        handle_shape: HandleShape::Circle,
        ..base
    }
}

fn widgets(it: &Palette) -> Widgets {
    let state = |fill: Color32, border: Color32, ink: Color32, width: f32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(width, border),
        corner_radius: CornerRadius::same(RADIUS),
        fg_stroke: Stroke::new(1.5, ink),
        expansion: 0.0,
    };
    let hovered = it.sunk.lerp_to_gamma(it.ink, 0.06);
    Widgets {
        noninteractive: state(it.card, it.line, it.ink, 1.0),
        inactive: state(it.sunk, it.line, it.ink, 1.0),
        hovered: state(hovered, it.third_ink, it.ink, 1.0),
        active: state(hovered, it.accent, it.ink, 2.0),
        open: state(it.sunk, it.third_ink, it.ink, 1.0),
    }
}
