//! One line of the list: a file, one of its records, or what was left out of it.

use egui::{Align2, Color32, Id, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};
use lucide_icons::Icon;

use super::shown::{
    BODY_LINE, FILE_INDENT, Filter, Item, PADDING, ROW_INDENT, SIDE, STANDING, WHEN, about, below, is_narrow,
    is_told_in_full, issue_gain, plain, what_width,
};
use crate::domain::import::words;
use crate::domain::{FileReport, ImportReport, Issue, RowReport, Verdict};
use crate::fl;
use crate::theme;
use crate::theme::Palette;
use crate::ui::widgets::{paint_icon, row_surface};

const ICON: f32 = 18.0;

/// Shows it. `(id, is_stop)`: whether it is the one that Tab comes to. `(first, last)`: whether it is at an end
/// of the list.
pub fn line_ui(
    ui: &mut Ui,
    report: &ImportReport,
    item: Item,
    (id, is_stop): (Id, bool),
    (first, last): (bool, bool),
    is_open: bool,
) -> Response {
    let rect = ui.max_rect();
    let file = &report.files[item.file()];
    let opens = matches!(item, Item::File(_)) && !is_told_in_full(file);
    let sense = match (opens, is_stop) {
        (true, true) => Sense::click(),
        (true, false) => Sense::CLICK,
        (false, true) => Sense::focusable_noninteractive(),
        (false, false) => Sense::hover(),
    };
    let response = ui.interact(rect, id, sense);
    let (role, told) = match item {
        Item::File(_) => (if opens { Role::Button } else { Role::Label }, file_told(file)),
        Item::Row(_, n) => (Role::Row, row_told(&file.rows[n])),
        Item::Issue(_, n) => (Role::Row, issue_told(&file.issues[n])),
        Item::More(_) => (Role::Label, more_words(file)),
    };
    response.widget_info(|| WidgetInfo::labeled(role, ui.is_enabled(), &told));
    if opens {
        ui.accesskit_node_builder(id, |node| node.set_expanded(is_open));
    }
    row_surface(ui, rect, first, last, opens && response.hovered());
    let inner = rect.shrink2(vec2(SIDE, PADDING));
    match item {
        Item::File(_) => paint_file(ui, inner, file, opens.then_some(is_open)),
        Item::Row(_, n) => paint_row(ui, inner, &file.rows[n]),
        Item::Issue(_, n) => paint_issue(ui, inner, &file.issues[n]),
        Item::More(_) => {
            let room = indented(inner, ROW_INDENT);
            let ink = theme::palette(ui).third_ink;
            theme::paint_line(ui, room, &more_words(file), plain(), theme::NOTE, ink);
        }
    }
    if response.has_focus() {
        theme::focus_ring(ui, rect.shrink(4.0), theme::RADIUS);
    }
    response
}

fn indented(rect: Rect, by: f32) -> Rect {
    Rect::from_min_max(rect.min + vec2(by, 0.0), rect.max)
}

fn line_of(rect: Rect, n: usize) -> Rect {
    let top = rect.top() + BODY_LINE * n as f32;
    Rect::from_min_max(pos2(rect.left(), top), pos2(rect.right(), top + BODY_LINE))
}

/// Its name without its folder.
fn name(file: &FileReport) -> &str {
    let trimmed = file.path.trim_end_matches(['/', '\\']);
    trimmed.rsplit(['/', '\\']).next().unwrap_or(trimmed)
}

/// A verdict's icon, its ink and its words: never the colour alone.
fn verdict(file: &FileReport, it: &Palette) -> (Icon, Color32, String) {
    match file.verdict {
        Verdict::Imported if file.new_records() == 0 => (Icon::CircleCheck, it.accent, fl!("dry-verdict-completes")),
        Verdict::Imported => (Icon::CircleCheck, it.accent, fl!("dry-verdict-new")),
        Verdict::Duplicate if file.twice == file.duplicates && file.twice > 0 => {
            (Icon::Combine, it.second_ink, fl!("dry-verdict-twice"))
        }
        Verdict::Duplicate => (Icon::CopyCheck, it.second_ink, fl!("dry-verdict-known")),
        Verdict::Rejected => (Icon::CircleX, it.soreness, fl!("dry-verdict-rejected")),
        Verdict::Unsupported => (Icon::CircleMinus, it.third_ink, fl!("dry-verdict-unsupported")),
    }
}

fn file_told(file: &FileReport) -> String {
    let (_, _, word) = verdict(file, &theme::LIGHT);
    format!("{}, {word}, {}", name(file), about(file))
}

fn paint_file(ui: &Ui, rect: Rect, file: &FileReport, open: Option<bool>) {
    let it = theme::palette(ui);
    let rect = rect.translate(vec2(0.0, PADDING / 2.0));
    let first = line_of(rect, 0);
    let middle = |x| pos2(x, first.center().y);
    if let Some(open) = open {
        let mark = if open { Icon::ChevronUp } else { Icon::ChevronDown };
        paint_icon(ui, middle(rect.left() + ICON / 2.0), mark, ICON, it.second_ink);
    }
    let (mark, ink, word) = verdict(file, it);
    let width = theme::text_width(ui, &word, theme::medium(), theme::BODY);
    let word_at = rect.right() - width;
    theme::paint_text(
        ui,
        middle(word_at),
        Align2::LEFT_CENTER,
        &word,
        theme::medium(),
        theme::BODY,
        it.second_ink,
    );
    let mark_at = word_at - theme::GAP - ICON / 2.0;
    paint_icon(ui, middle(mark_at), mark, ICON, ink);
    let words = indented(rect, FILE_INDENT);
    let room = Rect::from_min_max(words.min, pos2(mark_at - ICON, first.bottom()));
    theme::paint_line(ui, room, name(file), theme::semi_bold(), theme::BODY, it.ink);
    let rest = Rect::from_min_max(pos2(words.left(), first.bottom()), words.max);
    theme::paint_lines(ui, rest, &about(file), theme::BODY, it.second_ink);
}

/// The icon of how a record stands, and its ink.
fn mark(filter: Filter, it: &Palette) -> (Icon, Color32) {
    match filter {
        Filter::New => (Icon::CirclePlus, it.accent),
        Filter::Known => (Icon::CopyCheck, it.second_ink),
        Filter::Twice => (Icon::Combine, it.second_ink),
        Filter::Completed => (Icon::CircleFadingPlus, it.accent),
        Filter::Differing => (Icon::CircleAlert, it.soreness),
        Filter::LeftOut => (Icon::CircleMinus, it.third_ink),
        Filter::Remark => (Icon::Info, it.second_ink),
    }
}

fn row_told(row: &RowReport) -> String {
    let parts = [words::standing(row), words::when(row), words::what(row), below(row)];
    let there: Vec<_> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    there.join(", ")
}

/// What is painted from the top of its room stands this much lower than what is centred in a line.
const LOWER: egui::Vec2 = vec2(0.0, 1.5);

/// Paints how it stands and when it was; returns the room for what it says.
fn paint_head(ui: &Ui, rect: Rect, filter: Filter, when: &str) -> Rect {
    let it = theme::palette(ui);
    let (icon, ink) = mark(filter, it);
    let first = line_of(rect, 0);
    let at = pos2(rect.left() + ROW_INDENT - theme::GAP - ICON / 2.0, first.center().y);
    paint_icon(ui, at, icon, ICON, ink);
    let words = indented(first, ROW_INDENT);
    let column = |from: f32, width: f32| Rect::from_min_size(words.min + vec2(from, 0.0), vec2(width, BODY_LINE));
    if is_narrow(rect.width() + 2.0 * SIDE) {
        let both = [filter.name(), when.to_owned()];
        let both: Vec<_> = both.into_iter().filter(|it| !it.is_empty()).collect();
        theme::paint_line(
            ui,
            words,
            &both.join(" · "),
            theme::medium(),
            theme::BODY,
            it.second_ink,
        );
        return indented(
            Rect::from_min_max(pos2(rect.left(), first.bottom()), rect.max),
            ROW_INDENT,
        );
    }
    theme::paint_line(
        ui,
        column(0.0, STANDING - theme::GAP),
        &filter.name(),
        theme::medium(),
        theme::BODY,
        it.second_ink,
    );
    let taken = if when.is_empty() { STANDING } else { STANDING + WHEN };
    theme::paint_line(
        ui,
        column(STANDING, WHEN - theme::GAP),
        when,
        plain(),
        theme::BODY,
        it.second_ink,
    );
    indented(rect, ROW_INDENT + taken)
}

fn paint_row(ui: &Ui, rect: Rect, row: &RowReport) {
    let it = theme::palette(ui);
    let width = rect.width() + 2.0 * SIDE;
    let when = words::when(row);
    // A column stays one where nothing stands in it.
    let when = if when.is_empty() { fl!("dry-no-day") } else { when };
    let room = paint_head(ui, rect, Filter::of(row), &when);
    let what = words::what(row);
    let lines = theme::lines_of(&what, theme::BODY, what_width(width));
    theme::paint_lines(ui, room.translate(LOWER), &what, theme::BODY, it.ink);
    let rest = Rect::from_min_max(pos2(room.left(), room.top() + BODY_LINE * lines as f32), room.max);
    theme::paint_lines(ui, rest, &below(row), theme::NOTE, it.second_ink);
}

fn issue_told(issue: &Issue) -> String {
    format!("{}, {}", Filter::of_issue(issue).name(), words::issue(issue))
}

fn paint_issue(ui: &Ui, rect: Rect, issue: &Issue) {
    let room = paint_head(ui, rect, Filter::of_issue(issue), "");
    let width = what_width(rect.width() + 2.0 * SIDE) + issue_gain(rect.width() + 2.0 * SIDE);
    let room = Rect::from_min_max(room.min, pos2(room.left() + width, room.bottom()));
    theme::paint_lines(
        ui,
        room.translate(LOWER),
        &words::issue(issue),
        theme::BODY,
        theme::palette(ui).ink,
    );
}

fn more_words(file: &FileReport) -> String {
    fl!("dry-more-rows", n = file.rows.len())
}
