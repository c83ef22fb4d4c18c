//! One row of what was found: an icon, its words with the letters that were looked for, its key.

use egui::text::TextWrapping;
use egui::{Align2, CornerRadius, FontFamily, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};
use lucide_icons::Icon;

use super::entries::{Entry, Found};
use crate::app::Model;
use crate::app::command::Action;
use crate::app::table::Group;
use crate::fl;
use crate::theme;
use crate::ui::menu::keys;
use crate::ui::widgets::paint_icon;

/// How high a row is.
pub const HEIGHT: f32 = 48.0;

/// Room for the key.
const KEYS: f32 = 120.0;

/// Shows the row of place `n`; whether it is the one that Enter chooses.
pub fn row_ui(ui: &mut Ui, model: &Model, found: &Found, (n, chosen): (usize, bool)) -> Response {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    // Not a stop for Tab: the field keeps the keyboard, and the arrows choose.
    let response = ui.interact(rect, ui.scope_id().with(n), Sense::CLICK);
    let told = Told::of(ui, model, &found.entry);
    response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, told.why_not.is_none(), told.name()));
    ui.accesskit_node_builder(response.id, |node| node.set_selected(chosen));
    if ui.is_rect_visible(rect) {
        paint(ui, rect, found, &told, chosen, response.hovered());
    }
    response
}

/// What a row says beside its label.
struct Told<'a> {
    label: &'a str,
    icon: Icon,
    remark: &'a str,
    why_not: Option<String>,
    keys: String,
}

impl<'a> Told<'a> {
    fn of(ui: &Ui, model: &Model, entry: &'a Entry) -> Self {
        let (label, remark) = (entry.label(), entry.more());
        match entry {
            Entry::Command(action) => Self {
                label,
                remark,
                icon: icon_of(action),
                why_not: action.why_not(model),
                keys: action.shortcut.map(|it| keys(ui, it)).unwrap_or_default(),
            },
            Entry::Day(day, ..) => Self {
                label,
                remark,
                icon: Icon::CalendarDays,
                why_not: (*day > model.today()).then(|| fl!("form-day-to-come")),
                keys: String::new(),
            },
        }
    }

    /// All of it for those who listen.
    fn name(&self) -> String {
        match &self.why_not {
            Some(why) => fl!("finder-not-now-name", label = self.label, why = why.as_str()),
            None if self.keys.is_empty() => self.label.to_owned(),
            None => fl!("finder-command-name", label = self.label, keys = self.keys.as_str()),
        }
    }
}

fn paint(ui: &Ui, rect: Rect, found: &Found, told: &Told, chosen: bool, hovered: bool) {
    let it = theme::palette(ui);
    let radius = CornerRadius::same(theme::RADIUS);
    if chosen {
        ui.painter().rect_filled(rect, radius, it.accent_soft);
    } else if hovered {
        ui.painter().rect_filled(rect, radius, it.sunk);
    }
    let can = told.why_not.is_none();
    let ink = if can { it.ink } else { it.third_ink };
    let icon_ink = if can { it.accent } else { it.third_ink };
    paint_icon(ui, pos2(rect.left() + 24.0, rect.center().y), told.icon, 18.0, icon_ink);
    let keys = if told.keys.is_empty() { 12.0 } else { KEYS };
    let words = Rect::from_min_max(rect.min + vec2(48.0, 5.0), rect.max - vec2(keys, 5.0));
    let remark = told.why_not.as_deref().unwrap_or(told.remark);
    let line = if remark.is_empty() {
        words
    } else {
        let (upper, lower) = words.split_top_bottom_at_y(words.center().y + 1.0);
        theme::paint_line(ui, lower, remark, FontFamily::Proportional, theme::NOTE, it.third_ink);
        upper
    };
    let is_found = |n: usize| found.letters.binary_search(&(n as u32)).is_ok();
    let mut job = theme::found_letters(ui, told.label, is_found, ink);
    job.wrap = TextWrapping::truncate_at_width(line.width());
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let at = pos2(line.left(), line.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
    let at = pos2(rect.right() - 12.0, rect.center().y);
    theme::paint_text(
        ui,
        at,
        Align2::RIGHT_CENTER,
        &told.keys,
        theme::medium(),
        theme::NOTE,
        it.second_ink,
    );
}

fn icon_of(action: &Action) -> Icon {
    match action.group() {
        Group::Places => Icon::ArrowRight,
        Group::Record => Icon::Plus,
        Group::Changes => Icon::Undo2,
        Group::Files => Icon::ArrowDownUp,
        Group::Health => Icon::HeartPulse,
        Group::Help => Icon::Search,
        Group::Look => Icon::Settings,
    }
}
