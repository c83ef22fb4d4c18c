//! The rail of places at the left: words and icons, or icons alone where the window is narrow.
//!
//! Everything on it comes from the one command table. Undo and redo stand at its foot with the name of
//! what they would take back.

use egui::{
    Align, Color32, CornerRadius, Layout, Margin, Panel, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2,
};
use lucide_icons::Icon;

use super::menu;
use super::widgets::{icon, name_scroll_bar, paint_icon};
use crate::app::Model;
use crate::app::command::{Action, Command, Commands, Place, place_actions, undo_actions};
use crate::fl;
use crate::theme;

/// The height of a line, where there is room for it; and the least one, which a finger still meets.
const ITEM: f32 = 36.0;
const LEAST_ITEM: f32 = 26.0;

/// How the lines of the rail are drawn.
#[derive(Clone, Copy)]
struct Lines {
    /// With words beside the icons.
    words: bool,
    height: f32,
}

/// Shows the rail.
pub fn rail_ui(ui: &mut Ui, model: &Model, commands: &mut Commands) {
    let words = ui.content_rect().width() >= theme::RAIL_WORDS_FROM;
    let it = theme::palette(ui);
    let frame = egui::Frame::new().fill(it.card).inner_margin(Margin::symmetric(12, 16));
    Panel::left("rail")
        .exact_size(if words { theme::RAIL } else { theme::NARROW_RAIL })
        .resizable(false)
        .frame(frame)
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = theme::GAP;
            brand_ui(ui, model, commands, words);
            let shown = ScrollArea::vertical().show(ui, |ui| places_ui(ui, model, commands, words));
            name_scroll_bar(ui, shown.id);
        });
}

/// The places, and at the foot of the rail what is not one of the day: undo, redo, settings.
fn places_ui(ui: &mut Ui, model: &Model, commands: &mut Commands, words: bool) {
    let (settings, places): (Vec<_>, Vec<_>) = place_actions()
        .into_iter()
        .partition(|it| it.command == Command::Go(Place::Settings));
    let undo: Vec<_> = undo_actions(model).into_iter().filter(|it| it.enabled).collect();
    let lines = places.len() + undo.len() + settings.len();
    let lines = Lines {
        words,
        height: line_height(ui, lines),
    };
    for action in &places {
        place_ui(ui, model, action, commands, lines);
    }
    let foot = (undo.len() + settings.len()) as f32 * (lines.height + ui.spacing().item_spacing.y);
    ui.add_space((ui.available_height() - foot).max(0.0));
    for action in &undo {
        undo_ui(ui, action, commands, lines);
    }
    for action in &settings {
        place_ui(ui, model, action, commands, lines);
    }
}

/// How high a line can be so that all of them are seen at once, also in a low window with large text. What stands
/// between them holds from here on.
fn line_height(ui: &mut Ui, lines: usize) -> f32 {
    let each = ui.available_height() / lines.max(1) as f32;
    if each < ITEM + theme::GAP {
        ui.spacing_mut().item_spacing.y = 2.0;
    }
    (each - ui.spacing().item_spacing.y).clamp(LEAST_ITEM, ITEM).floor()
}

fn brand_ui(ui: &mut Ui, model: &Model, commands: &mut Commands, words: bool) {
    let size = vec2(ui.available_width(), ITEM);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        if words {
            ui.add_space(12.0);
            icon(ui, Icon::Footprints, 20.0, theme::palette(ui).accent);
            ui.label(theme::card_title(ui, fl!("app-name")));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            menu::menu_ui(ui, model, commands);
        });
    });
}

fn place_ui(ui: &mut Ui, model: &Model, action: &Action, commands: &mut Commands, lines: Lines) {
    let Command::Go(place) = action.command else {
        return;
    };
    let it = theme::palette(ui);
    let on = model.place == place;
    let (fill, ink, accent) = if on {
        (it.accent_soft, it.ink, it.accent)
    } else {
        (Color32::TRANSPARENT, it.second_ink, it.second_ink)
    };
    if item_ui(ui, place_icon(place), action, lines, (fill, ink, accent), on) {
        commands.emit(action.command.clone());
    }
}

fn undo_ui(ui: &mut Ui, action: &Action, commands: &mut Commands, lines: Lines) {
    let it = theme::palette(ui);
    let icon = if action.command == Command::Undo {
        Icon::Undo2
    } else {
        Icon::Redo2
    };
    if item_ui(
        ui,
        icon,
        action,
        lines,
        (Color32::TRANSPARENT, it.second_ink, it.second_ink),
        false,
    ) {
        commands.emit(action.command.clone());
    }
}

/// One line of the rail; true when it was pressed. `colors` are fill, ink and the icon's ink.
fn item_ui(
    ui: &mut Ui,
    icon: Icon,
    action: &Action,
    lines: Lines,
    (fill, ink, icon_ink): (Color32, Color32, Color32),
    on: bool,
) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), lines.height), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, &action.label));
    let fill = if response.hovered() && !on {
        theme::palette(ui).sunk
    } else {
        fill
    };
    ui.painter().rect_filled(rect, CornerRadius::same(theme::RADIUS), fill);
    if response.has_focus() {
        theme::focus_ring(ui, rect.shrink(4.0), theme::RADIUS - 2);
    }
    if lines.words {
        let at = pos2(rect.left() + 22.0, rect.center().y);
        paint_icon(ui, at, icon, 18.0, icon_ink);
        let room = Rect::from_min_max(pos2(rect.left() + 44.0, rect.top()), rect.max - vec2(4.0, 0.0));
        theme::paint_line(ui, room, &action.label, theme::medium(), theme::BODY, ink);
    } else {
        paint_icon(ui, rect.center(), icon, 20.0, icon_ink);
    }
    let keys = action.shortcut.map(|it| menu::keys(ui, it)).unwrap_or_default();
    response
        .on_hover_text(format!("{}\n{} ({keys})", action.label, action.hint))
        .clicked()
}

fn place_icon(place: Place) -> Icon {
    match place {
        Place::Today => Icon::Sun,
        Place::Checklist => Icon::ListChecks,
        Place::Journal => Icon::NotebookText,
        Place::Trends => Icon::ChartScatter,
        Place::Insights => Icon::Lightbulb,
        Place::Data => Icon::ArrowDownUp,
        Place::Settings => Icon::Settings,
    }
}
