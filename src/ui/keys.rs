//! All keys in one sheet.
//!
//! The keys of commands come from the one command table, by group; under them those that belong to
//! whatever has the keyboard.

use egui::{
    FontFamily, FontId, Id, Key, KeyboardShortcut, Modal, Modifiers, Rect, Role, ScrollArea, Sense, Stroke, Ui,
    WidgetInfo, pos2, vec2,
};
use lucide_icons::Icon;
use strum::VariantArray as _;

use super::menu::keys;
use super::widgets::{self, Button, name_scroll_bar};
use crate::app::Model;
use crate::app::command::{Command, Commands, actions};
use crate::app::model::Sheet;
use crate::app::table::Group;
use crate::fl;
use crate::theme;

const WIDTH: f32 = 760.0;
/// From this width on there is room for two columns.
const TWO_COLUMNS: f32 = 600.0;
const LINE: f32 = 28.0;

/// Keys under one title.
struct Section {
    title: String,
    /// What each does, and the key.
    lines: Vec<(String, String)>,
}

/// Shows them while they are asked for.
pub fn keys_ui(ui: &mut Ui, model: &Model, commands: &mut Commands) {
    if model.sheet != Some(Sheet::Keys) {
        return;
    }
    let frame = theme::toast(ui).inner_margin(theme::INSIDE as i8);
    let high = ui.content_rect().height() - 2.0 * theme::MARGIN;
    let area = Modal::default_area(Id::unique("keys")).default_height(high);
    let area = area.accessible_name(fl!("keys-title"));
    let modal = Modal::new(Id::unique("keys")).area(area).frame(frame).show(ui, |ui| {
        ui.set_width(WIDTH.min(ui.content_rect().width() - 2.0 * theme::MARGIN));
        let mut closed = false;
        widgets::row(
            ui,
            |ui| widgets::heading(ui, theme::step_title(ui, fl!("keys-title"))),
            |ui| {
                let close = ui.add(Button::icon_only(Icon::X, fl!("keys-close")).small());
                if ui.memory(|memory| memory.focused().is_none()) {
                    close.request_focus();
                }
                closed = close.clicked();
            },
        );
        let shown = ScrollArea::vertical()
            .max_height(high - 3.0 * theme::MARGIN)
            .show(ui, |ui| {
                // Beside the scroll bar, not under it.
                ui.set_max_width(ui.available_width() - 1.5 * theme::GAP);
                sections_ui(ui, &sections(ui, model));
            });
        name_scroll_bar(ui, shown.id);
        closed
    });
    if modal.inner || modal.should_close() {
        commands.emit(Command::HideSheet);
    }
}

fn sections_ui(ui: &mut Ui, sections: &[Section]) {
    if ui.available_width() < TWO_COLUMNS {
        for it in sections {
            section_ui(ui, it);
        }
        return;
    }
    let lines = |it: &Section| it.lines.len() + 2;
    let all: usize = sections.iter().map(lines).sum();
    let mut so_far = 0;
    let first = sections.iter().take_while(|it| {
        so_far += lines(it);
        2 * so_far <= all + lines(it)
    });
    let (left, right) = sections.split_at(first.count());
    ui.spacing_mut().item_spacing.x = theme::MARGIN;
    ui.columns(2, |columns| {
        for (column, sections) in columns.iter_mut().zip([left, right]) {
            for it in sections {
                section_ui(column, it);
            }
        }
    });
}

fn section_ui(ui: &mut Ui, section: &Section) {
    ui.add_space(theme::GAP);
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.label(theme::strong(ui, section.title.as_str()).color(theme::palette(ui).accent));
    ui.add_space(4.0);
    for (what, key) in &section.lines {
        line_ui(ui, what, key);
    }
    ui.add_space(theme::GAP);
}

fn line_ui(ui: &mut Ui, what: &str, key: &str) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::hover());
    let name = fl!("finder-command-name", label = what, keys = key);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    let it = theme::palette(ui);
    let font = FontId::new(theme::NOTE, theme::medium());
    let key = ui.painter().layout_no_wrap(key.to_owned(), font, it.second_ink);
    let words = Rect::from_min_max(rect.min, rect.max - vec2(key.size().x + theme::BETWEEN, 0.0));
    theme::paint_line(ui, words, what, FontFamily::Proportional, theme::BODY, it.ink);
    let at = pos2(rect.right() - key.size().x, rect.center().y - key.size().y / 2.0);
    ui.painter().galley(at, key, it.second_ink);
    let hairline = Stroke::new(1.0, it.line);
    ui.painter().hline(rect.x_range(), rect.bottom(), hairline);
}

/// The table by group, and what belongs to whatever has the keyboard.
fn sections(ui: &Ui, model: &Model) -> Vec<Section> {
    let table = actions(model);
    let of_group = |group: &Group| {
        let lines = table.iter().filter(|it| it.group() == *group);
        let lines = lines.filter_map(|it| Some((it.label.clone(), keys(ui, it.shortcut?))));
        Section {
            title: group.name(),
            lines: lines.collect(),
        }
    };
    let by_group = Group::VARIANTS.iter().map(of_group);
    let mut sections: Vec<_> = by_group.filter(|it| !it.lines.is_empty()).collect();
    sections.extend(elsewhere(ui));
    sections
}

/// The keys that are no command's.
fn elsewhere(ui: &Ui) -> [Section; 5] {
    let chord = |modifiers, key| ui.ctx().format_shortcut(&KeyboardShortcut::new(modifiers, key));
    let plain = |key| chord(Modifiers::NONE, key);
    let section = |title, lines: &[(String, String)]| Section {
        title,
        lines: lines.to_vec(),
    };
    [
        section(
            fl!("keys-everywhere"),
            &[
                (fl!("keys-next"), plain(Key::Tab)),
                (fl!("keys-previous"), chord(Modifiers::SHIFT, Key::Tab)),
                (fl!("keys-press"), plain(Key::Space)),
                (fl!("keys-leave"), plain(Key::Escape)),
            ],
        ),
        section(
            fl!("keys-rows"),
            &[
                (fl!("keys-along"), fl!("keys-arrows")),
                (fl!("keys-score"), fl!("keys-digits")),
                (fl!("keys-unscore"), plain(Key::Space)),
            ],
        ),
        section(
            fl!("keys-step"),
            &[
                (fl!("keys-timer"), plain(Key::Space)),
                (fl!("keys-bouts"), fl!("keys-arrows")),
            ],
        ),
        section(
            fl!("keys-body"),
            &[
                (fl!("keys-body-along"), fl!("keys-all-arrows")),
                (fl!("keys-body-change"), fl!("keys-plus-minus")),
                (fl!("keys-body-unscore"), plain(Key::Delete)),
            ],
        ),
        section(
            fl!("keys-forms"),
            &[
                (fl!("keys-save"), chord(Modifiers::COMMAND, Key::Enter)),
                (fl!("keys-save-line"), plain(Key::Enter)),
                (fl!("keys-put-away"), plain(Key::Escape)),
            ],
        ),
    ]
}
