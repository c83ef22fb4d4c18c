//! Buttons: one primary a card, secondary beside it, quiet where a border would be noise.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, CornerRadius, FontId, Galley, Response, Role, Sense, Stroke, StrokeKind, Ui};
use egui::{Vec2, Widget, WidgetInfo, pos2, vec2};
use lucide_icons::Icon;

use super::paint_icon;
use crate::theme;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Primary,
    Secondary,
    Quiet,
}

/// A button with words, an icon, or both: `ui.add(Button::primary("Save").icon(Icon::Check))`.
pub struct Button {
    kind: Kind,
    text: String,
    name: String,
    icon: Option<Icon>,
    wide: bool,
    small: bool,
    enabled: bool,
    ink: Option<Color32>,
}

impl Button {
    /// The one thing to do on a card.
    pub fn primary(text: impl Into<String>) -> Self {
        Self::new(Kind::Primary, text.into())
    }

    /// What else can be done.
    pub fn secondary(text: impl Into<String>) -> Self {
        Self::new(Kind::Secondary, text.into())
    }

    /// A button without a surface, for rows and corners.
    pub fn quiet(text: impl Into<String>) -> Self {
        Self::new(Kind::Quiet, text.into())
    }

    /// An icon alone; `name` is its accessible name and its tooltip.
    pub fn icon_only(icon: Icon, name: impl Into<String>) -> Self {
        let mut button = Self::new(Kind::Quiet, String::new());
        button.name = name.into();
        button.icon = Some(icon);
        button
    }

    fn new(kind: Kind, text: String) -> Self {
        Self {
            kind,
            name: text.clone(),
            text,
            icon: None,
            wide: false,
            small: false,
            enabled: true,
            ink: None,
        }
    }

    /// With an icon before its words.
    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// As wide as its surroundings.
    #[must_use]
    pub fn wide(mut self) -> Self {
        self.wide = true;
        self
    }

    /// Lower, for rows.
    #[must_use]
    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// Whether it can be pressed.
    #[must_use]
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// Another accessible name than its words: "Edit run of Monday" where it shows "Edit".
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// Its words and icon in another ink.
    #[must_use]
    pub fn ink(mut self, ink: Color32) -> Self {
        self.ink = Some(ink);
        self
    }

    /// How wide it will be.
    pub fn width(&self, ui: &Ui) -> f32 {
        self.measured(ui).size.x
    }

    /// Fill and ink as it stands: at rest, under the pointer, or pressed.
    fn colors(&self, ui: &Ui, response: &Response) -> (Color32, Color32) {
        let it = theme::palette(ui);
        let (rest, ink) = match self.kind {
            Kind::Primary => (it.accent, it.on_accent),
            Kind::Secondary => (it.sunk, it.ink),
            Kind::Quiet => (Color32::TRANSPARENT, it.second_ink),
        };
        let ink = self.ink.unwrap_or(ink);
        let fill = if response.is_pointer_button_down_on() {
            rest.lerp_to_gamma(ink, 0.16)
        } else if response.hovered() {
            rest.lerp_to_gamma(ink, 0.08)
        } else {
            rest
        };
        (fill, ink)
    }
}

const ICON: f32 = 18.0;

/// A button's words and how much room it takes.
struct Measured {
    words: Arc<Galley>,
    size: Vec2,
    /// Room for the icon before the words.
    before: f32,
}

impl Button {
    fn measured(&self, ui: &Ui) -> Measured {
        let (height, padding) = match (self.small, self.text.is_empty()) {
            (true, false) => (theme::SMALL_CONTROL, 12.0),
            (false, false) => (theme::CONTROL, 16.0),
            (true, true) => (theme::SMALL_CONTROL, 7.0),
            (false, true) => (theme::CONTROL, 11.0),
        };
        let before = match (self.icon, self.text.is_empty()) {
            (None, _) => 0.0,
            (Some(_), true) => ICON,
            (Some(_), false) => ICON + theme::GAP,
        };
        // Where rows wrap, a button that does not fit goes to the next row rather than being cut.
        let row = if ui.layout().main_wrap {
            ui.max_rect().width()
        } else {
            ui.available_width()
        };
        let room = (row - 2.0 * padding - before).max(0.0);
        let mut words = LayoutJob::single_section(
            self.text.clone(),
            TextFormat::simple(FontId::new(theme::BODY, theme::medium()), Color32::PLACEHOLDER),
        );
        words.wrap = egui::text::TextWrapping::truncate_at_width(room);
        let words = ui.fonts_mut(|fonts| fonts.layout_job(words));
        let natural = 2.0 * padding + before + words.size().x;
        let width = if self.wide {
            ui.available_width().max(natural)
        } else {
            natural
        };
        Measured {
            words,
            size: vec2(width, height),
            before,
        }
    }

    fn paint(&self, ui: &Ui, response: &Response, Measured { words, before, .. }: Measured, strength: f32) {
        let rect = response.rect;
        let (fill, ink) = self.colors(ui, response);
        let (fill, ink) = (fill.gamma_multiply(strength), ink.gamma_multiply(strength));
        let radius = CornerRadius::same(theme::RADIUS);
        ui.painter().rect(rect, radius, fill, Stroke::NONE, StrokeKind::Inside);
        if response.has_focus() {
            theme::focus_ring(ui, rect, theme::RADIUS);
        }
        let start = rect.center().x - 0.5 * (before + words.size().x);
        if let Some(icon) = self.icon {
            paint_icon(ui, pos2(start + ICON / 2.0, rect.center().y), icon, ICON, ink);
        }
        let at = pos2(start + before, rect.center().y - words.size().y / 2.0);
        ui.painter().galley_with_override_text_color(at, words, ink);
    }
}

impl Widget for Button {
    fn ui(self, ui: &mut Ui) -> Response {
        // Not in a scope of its own, which would not wrap with its row.
        let enabled = self.enabled && ui.is_enabled();
        let sense = if enabled { Sense::click() } else { Sense::hover() };
        let measured = self.measured(ui);
        let (rect, response) = ui.allocate_exact_size(measured.size, sense);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, &self.name));
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        if ui.is_rect_visible(rect) {
            let strength = if enabled { 1.0 } else { 0.5 };
            self.paint(ui, &response, measured, strength);
        }
        if self.text.is_empty() {
            response.on_hover_text(self.name)
        } else {
            response
        }
    }
}
