//! The rows of the list: the head of a day, what can be recorded on it, a record.

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align, Align2, FontFamily, FontId, Layout, Popup, Rect, Response, Role, Sense, Ui, UiBuilder, WidgetInfo};
use egui::{pos2, vec2};
use jiff::civil::Date;
use lucide_icons::Icon;

use super::index::{Index, Item, Row};
use super::{line, search};
use crate::app::command::{Command, Form, FormKind};
use crate::app::{Model, Place};
use crate::domain::{Record, RecordKind, RecordRef, words};
use crate::fl;
use crate::theme;
use crate::ui::widgets::{Button, paint_icon, row_surface};

const RECORD: f32 = 44.0;
const NARROW_RECORD: f32 = 60.0;
const DAY: f32 = 56.0;
const NARROW_DAY: f32 = 68.0;
const OFFER: f32 = 44.0;
/// Under this width of the window a record has two lines.
const TWO_LINES_UNDER: f32 = 760.0;

/// What a row is shown with.
pub struct View<'a> {
    /// Everything.
    pub model: &'a Model,
    /// The journal's days.
    pub index: &'a Index,
    /// The day that is marked.
    pub shown: Date,
    /// The text that was searched for.
    pub search: &'a str,
    /// Whether a record has two lines.
    pub narrow: bool,
}

/// What is wished for on a row.
pub enum Wish {
    /// This.
    Command(Command),
    /// To mark a day and record on it.
    Show(Date),
    /// The earlier states of a record.
    Versions(RecordRef),
}

/// Whether records have two lines.
pub fn is_narrow(ui: &Ui) -> bool {
    ui.content_rect().width() < TWO_LINES_UNDER
}

/// The height of a row.
pub fn height(row: &Row) -> f32 {
    match row {
        Row::Day(_) => DAY,
        Row::Offer(_) => OFFER,
        Row::Record(..) => RECORD,
    }
}

/// The height of a row where there is little width.
pub fn narrow_height(row: &Row) -> f32 {
    match row {
        Row::Day(_) => NARROW_DAY,
        Row::Offer(_) => OFFER,
        Row::Record(..) => NARROW_RECORD,
    }
}

/// The head of a day. Pressing it marks the day.
pub fn day_ui(ui: &mut Ui, view: &View, day: Date) -> Option<Wish> {
    let all = ui.max_rect();
    let rect = Rect::from_min_max(all.min + vec2(0.0, 16.0), all.max - vec2(0.0, 4.0));
    let summary = view.index.summary(&view.model.journal, day);
    let name = if day == view.model.today() {
        fl!("journal-today", day = words::day_with_year(day))
    } else {
        words::day_with_year(day)
    };
    let response = press(ui, rect, day, &format!("{name} {summary}"), true);
    let it = theme::palette(ui);
    let ink = if day == view.shown { it.accent } else { it.ink };
    let (title, rest) = if view.narrow {
        let line = vec2(rect.width(), rect.height() / 2.0);
        let below = Rect::from_min_size(rect.min + vec2(0.0, line.y), line);
        (Rect::from_min_size(rect.min, line), below)
    } else {
        let title = Rect::from_min_max(rect.min, pos2(rect.left() + 200.0, rect.bottom()));
        (title, Rect::from_min_max(pos2(title.right(), rect.top()), rect.max))
    };
    theme::paint_line(ui, title, &name, theme::semi_bold(), theme::CARD_TITLE, ink);
    theme::paint_line(ui, rest, &summary, FontFamily::Proportional, theme::BODY, it.second_ink);
    response
        .on_hover_text(fl!("journal-show-day"))
        .clicked()
        .then_some(Wish::Show(day))
}

/// What can be recorded on a day: words where there is room, icons alone else.
pub fn offer_ui(ui: &mut Ui, view: &View, day: Date) -> Option<Wish> {
    let kinds = [
        (FormKind::Run, fl!("journal-add-run"), RecordKind::Activity),
        (FormKind::Night, fl!("journal-add-night"), RecordKind::Night),
        (FormKind::Soreness, fl!("journal-add-soreness"), RecordKind::Soreness),
        (FormKind::Intake, fl!("journal-add-intake"), RecordKind::Intake),
        (FormKind::Practice, fl!("journal-add-practice"), RecordKind::Practice),
        (FormKind::CheckIn, fl!("journal-add-check-in"), RecordKind::CheckIn),
    ];
    let mut wish = None;
    let room = ui.max_rect();
    let left_to_right = UiBuilder::new()
        .max_rect(room)
        .layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(left_to_right, |ui| {
        let with_words = room.width() >= 760.0;
        ui.spacing_mut().item_spacing.x = if with_words { theme::GAP } else { 4.0 };
        if with_words {
            ui.label(theme::label(ui, fl!("journal-add")));
        }
        for (form, words, kind) in kinds {
            let name = fl!("journal-add-name", what = words.as_str());
            let icon = line::kind_icon(kind);
            let button = if with_words {
                Button::secondary(words).icon(icon).name(name)
            } else {
                Button::icon_only(icon, name).ink(line::kind_ink(kind, theme::palette(ui)))
            };
            if ui.add(button.small().enabled(view.model.can_write())).clicked() {
                wish = Some(Wish::Command(Command::Open(Form::new(form, day))));
            }
        }
    });
    wish
}

/// A record: pressing it opens its form, and a menu holds the rest.
pub fn record_ui(ui: &mut Ui, view: &View, item: Item, (first, last): (bool, bool)) -> Option<Wish> {
    let record = item.record(&view.model.journal)?;
    let id = line::id_of(&record)?;
    let context = line::Context {
        settings: view.model.settings(),
        names: &view.index.names,
    };
    let words = line::full(&record, context);
    let time = line::time(&record);
    let source = record.meta().and_then(line::source);
    let rect = ui.max_rect();
    let open = open(view, &record, item);
    let name = [words.as_str(), time.as_str()].join(" ");
    let response = press(ui, rect, id, name.trim_end(), open.is_some());
    row_surface(ui, rect, first, last, response.hovered() && open.is_some());
    if response.has_focus() {
        theme::focus_ring(ui, rect.shrink(4.0), theme::RADIUS);
    }
    let it = theme::palette(ui);
    let ink = line::kind_ink(item.kind, it);
    let at = pos2(rect.left() + 28.0, rect.center().y);
    paint_icon(ui, at, line::icon_of(&record), 18.0, ink);
    let menu = Rect::from_min_max(pos2(rect.right() - 44.0, rect.top()), rect.max);
    let room = Rect::from_min_max(
        pos2(rect.left() + 52.0, rect.top()),
        pos2(menu.left() - 4.0, rect.bottom()),
    );
    let cut = text_ui(ui, view, room, &words, &time, source.as_deref());
    let response = if cut {
        response.on_hover_text(words.as_str())
    } else {
        response
    };
    let chosen = menu_ui(ui, view, menu, (&record, &words), open.as_ref());
    let pressed = response.clicked().then(|| open.map(Wish::Command)).flatten();
    chosen.or(pressed)
}

/// What pressing a record does.
fn open(view: &View, record: &Record, item: Item) -> Option<Command> {
    if item.kind == RecordKind::Checklist {
        return Some(Command::Go(Place::Checklist));
    }
    let kind = line::form_of(item.kind).filter(|_| view.model.can_write())?;
    Some(Command::Open(Form {
        kind,
        edit: line::id_of(record),
        day: item.day(),
        run: None,
    }))
}

/// Words, time and source; true when the words did not fit.
fn text_ui(ui: &Ui, view: &View, room: Rect, words: &str, time: &str, source: Option<&str>) -> bool {
    let it = theme::palette(ui);
    let note = |at, align, text: &str| {
        let family = FontFamily::Proportional;
        theme::paint_text(ui, at, align, text, family, theme::NOTE, it.third_ink);
    };
    let source = source.unwrap_or_default();
    if view.narrow {
        let line = Rect::from_min_size(room.min + vec2(0.0, 8.0), vec2(room.width(), 22.0));
        let cut = words_ui(ui, line, words, view.search);
        let both = [time, source].into_iter().filter(|it| !it.is_empty());
        let at = pos2(room.left(), room.bottom() - 18.0);
        note(at, Align2::LEFT_CENTER, &both.collect::<Vec<_>>().join(" · "));
        return cut;
    }
    let at = room.right_center();
    note(at, Align2::RIGHT_CENTER, time);
    note(at - vec2(48.0, 0.0), Align2::RIGHT_CENTER, source);
    let reserved = if source.is_empty() { 56.0 } else { 160.0 };
    let line = Rect::from_min_max(room.min, room.max - vec2(reserved, 0.0));
    words_ui(ui, line, words, view.search)
}

/// The words in one line, with what was searched for marked; true when they did not fit.
fn words_ui(ui: &Ui, room: Rect, words: &str, search: &str) -> bool {
    let it = theme::palette(ui);
    let words = excerpt(words, search);
    let head = words.find(" · ").unwrap_or(words.len());
    let found = search::found_in(&words, search);
    let mut job = LayoutJob::default();
    let mut cuts: Vec<usize> = found.iter().flat_map(|it| [it.start, it.end]).collect();
    cuts.extend([0, head, words.len()]);
    cuts.sort_unstable();
    cuts.dedup();
    for part in cuts.windows(2) {
        let (from, to) = (part[0], part[1]);
        let (family, ink) = if from < head {
            (theme::medium(), it.ink)
        } else {
            (FontFamily::Proportional, it.second_ink)
        };
        let mut format = TextFormat::simple(FontId::new(theme::BODY, family), ink);
        if found.iter().any(|it| it.start <= from && to <= it.end) {
            format.background = it.accent_soft;
            format.color = it.ink;
        }
        job.append(&words[from..to], 0.0, format);
    }
    job.wrap = TextWrapping::truncate_at_width(room.width());
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let at = pos2(room.left(), room.center().y - galley.size().y / 2.0);
    let cut = galley.elided;
    ui.painter().galley(at, galley, it.ink);
    cut
}

/// Long words begin where the match is, so that it is seen.
fn excerpt(words: &str, search: &str) -> String {
    const BEFORE: usize = 24;
    let found = search::found_in(words, search);
    let Some(start) = found.first().map(|it| it.start).filter(|start| *start > 64) else {
        return words.to_owned();
    };
    let head = words.split(" · ").next().unwrap_or_default();
    let near = words[..start].char_indices().rev().nth(BEFORE).map_or(0, |(at, _)| at);
    // From the next whole word on.
    let from = words[near..start].find(' ').map_or(near, |at| near + at + 1);
    format!("{head} · … {}", &words[from..])
}

fn menu_ui(
    ui: &mut Ui,
    view: &View,
    room: Rect,
    (record, words): (&Record, &str),
    open: Option<&Command>,
) -> Option<Wish> {
    let button = ui
        .scope_builder(
            UiBuilder::new()
                .max_rect(room)
                .layout(Layout::left_to_right(Align::Center)),
            |ui| {
                let name = fl!("journal-more", what = words);
                ui.add(Button::icon_only(Icon::EllipsisVertical, name).small())
            },
        )
        .inner;
    let mut wish = None;
    Popup::menu(&button).show(|ui| {
        ui.set_min_width(180.0);
        let line = |ui: &mut Ui, words: String, enabled: bool| {
            let line = egui::Button::new(words).frame_when_inactive(false);
            let pressed = ui.add_enabled(enabled, line).clicked();
            if pressed {
                ui.close();
            }
            pressed
        };
        let is_checklist = record.kind() == RecordKind::Checklist;
        let change = if is_checklist {
            fl!("journal-open")
        } else {
            fl!("journal-edit")
        };
        if line(ui, change, open.is_some()) {
            wish = open.cloned().map(Wish::Command);
        }
        if line(ui, fl!("journal-versions"), true) {
            wish = Some(Wish::Versions(record.reference()));
        }
        if !is_checklist && line(ui, fl!("journal-delete"), view.model.can_write()) {
            wish = Some(Wish::Command(Command::Delete(record.reference())));
        }
    });
    wish
}

/// Something to press that is painted by hand. The page follows the keyboard.
fn press(ui: &Ui, rect: Rect, salt: impl std::hash::Hash + std::fmt::Debug, name: &str, enabled: bool) -> Response {
    let sense = if enabled { Sense::click() } else { Sense::hover() };
    let response = ui.interact(rect, ui.scope_id().with(&salt), sense);
    let role = if enabled { Role::Button } else { Role::Label };
    response.widget_info(|| WidgetInfo::labeled(role, true, name));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    response
}
