//! The finder: every command and every recent day, found by typing a few letters of it.
//!
//! One field and a list under it. The field keeps the keyboard; the arrows move the choice, Enter does it,
//! Escape leaves everything as it was. What cannot be done now is found too, and says why not.

mod date;
mod days;
mod entries;
mod row;

use egui::{Align2, Id, Key, Modal, Modifiers, Role, ScrollArea, TextEdit, Ui, UiBuilder, vec2};
use jiff::civil::Date;
use lucide_icons::Icon;
use nucleo_matcher::Matcher;

use self::days::Day;
use self::entries::{Found, find, matcher};
use super::widgets::{icon, name_scroll_bar};
use crate::app::Model;
use crate::app::command::{Command, Commands};
use crate::app::model::Sheet;
use crate::fl;
use crate::theme;

const WIDTH: f32 = 640.0;
/// So many rows are in view, the last one in half, so that it is seen to go on.
const ROWS: f32 = 8.5;
/// Under this height of the window it stands higher, and without its foot.
const LOW: f32 = 480.0;
/// Margins, the field and the foot.
const ABOVE_AND_BELOW: f32 = 110.0;
/// More than this nobody types, and it would only be slow.
const LONGEST: usize = 80;

/// What the finder remembers while it is open.
#[derive(Default)]
pub struct FinderState {
    text: String,
    chosen: usize,
    /// What the days were gathered from, and the days.
    days: Option<((u64, Date), Vec<Day>)>,
    matcher: Option<Matcher>,
}

/// Shows it while it is open.
pub fn finder_ui(ui: &mut Ui, model: &Model, state: &mut FinderState, commands: &mut Commands) {
    if model.sheet != Some(Sheet::Finder) {
        if state.matcher.is_some() {
            *state = FinderState::default();
        }
        return;
    }
    let keys = Pressed::take(ui);
    let frame = theme::toast(ui).inner_margin(theme::BETWEEN as i8);
    let area = Modal::default_area(Id::unique("finder"))
        .anchor(Align2::CENTER_TOP, vec2(0.0, top(ui)))
        .default_height(ui.content_rect().height() - 2.0 * top(ui))
        .accessible_name(fl!("finder-title"));
    let modal = Modal::new(Id::unique("finder")).area(area).frame(frame).show(ui, |ui| {
        ui.set_width(WIDTH.min(ui.content_rect().width() - 2.0 * theme::MARGIN));
        ui.spacing_mut().item_spacing.y = theme::GAP;
        content_ui(ui, model, state, keys)
    });
    if let Some(command) = modal.inner {
        *state = FinderState::default();
        commands.emit(Command::HideSheet);
        commands.emit(command);
    } else if modal.should_close() || keys.leave {
        commands.emit(Command::HideSheet);
    }
}

/// Whether there is little room below the field.
fn is_low(ui: &Ui) -> bool {
    ui.content_rect().height() < LOW
}

/// How far from the window's upper edge it stands.
fn top(ui: &Ui) -> f32 {
    if is_low(ui) {
        theme::BETWEEN
    } else {
        2.0 * theme::MARGIN
    }
}

/// The keys that are the list's and not the field's.
#[derive(Clone, Copy)]
struct Pressed {
    down: usize,
    up: usize,
    enter: bool,
    /// The key that opened it.
    leave: bool,
}

impl Pressed {
    fn take(ui: &Ui) -> Self {
        ui.input_mut(|input| Self {
            down: input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown),
            up: input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp),
            enter: input.consume_key(Modifiers::NONE, Key::Enter),
            leave: input.consume_key(Modifiers::COMMAND, Key::K),
        })
    }
}

/// Field and list; what was chosen.
fn content_ui(ui: &mut Ui, model: &Model, state: &mut FinderState, keys: Pressed) -> Option<Command> {
    let before = state.text.clone();
    let field = field_ui(ui, &mut state.text);
    if state.text != before {
        state.chosen = 0;
    }
    let found = found(model, state);
    let last = found.len().saturating_sub(1);
    state.chosen = (state.chosen + keys.down).saturating_sub(keys.up).min(last);
    let moved = keys.down + keys.up > 0 || state.text != before;
    let pressed = list_ui(ui, model, &found, (state.chosen, moved), field);
    if !is_low(ui) {
        ui.label(theme::note(ui, fl!("finder-foot")));
    }
    let chosen = pressed.or(keys.enter.then_some(state.chosen));
    found.get(chosen?)?.entry.command(model)
}

/// The field; its id. It has the keyboard from its first picture on, so that nothing typed is lost.
fn field_ui(ui: &mut Ui, text: &mut String) -> Id {
    let id = Id::unique("finder field");
    ui.memory_mut(|memory| memory.request_focus(id));
    ui.horizontal(|ui| {
        icon(ui, Icon::Search, 20.0, theme::palette(ui).second_ink);
        let edit = TextEdit::singleline(text)
            .id(id)
            .frame(egui::Frame::NONE)
            .char_limit(LONGEST)
            .hint_text(theme::quiet(ui, fl!("finder-hint")).color(theme::palette(ui).third_ink))
            .desired_width(f32::INFINITY);
        ui.add(edit).accessible_name(fl!("finder-field"));
    });
    ui.separator();
    id
}

fn found(model: &Model, state: &mut FinderState) -> Vec<Found> {
    let of = (model.revision, model.today());
    if state.days.as_ref().is_none_or(|(it, _)| *it != of) {
        state.days = Some((of, days::recent(model)));
    }
    let days = state.days.as_ref().map_or(&[][..], |(_, days)| days);
    let matcher = state.matcher.get_or_insert_with(matcher);
    find(model, days, &state.text, matcher)
}

/// The rows; which of them was pressed. `field` is told which one is chosen, for those who listen.
fn list_ui(ui: &mut Ui, model: &Model, found: &[Found], (chosen, moved): (usize, bool), field: Id) -> Option<usize> {
    if found.is_empty() {
        ui.label(theme::quiet(ui, fl!("finder-none")));
        return None;
    }
    let room = ui.content_rect().height() - 2.0 * top(ui) - ABOVE_AND_BELOW;
    let mut pressed = None;
    let shown = ScrollArea::vertical()
        .max_height(room.clamp(row::HEIGHT, ROWS * row::HEIGHT))
        .auto_shrink([false, true])
        .show(ui, |ui| {
            let list = UiBuilder::new()
                .accessibility_role(Role::ListBox)
                .accessibility_label(fl!("finder-results"));
            ui.scope_builder(list, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for (n, it) in found.iter().enumerate() {
                    let response = row::row_ui(ui, model, it, (n, n == chosen));
                    if n == chosen {
                        let id = response.id.accesskit_id();
                        ui.accesskit_node_builder(field, |node| node.set_active_descendant(id));
                        if moved {
                            response.scroll_to_me(None);
                        }
                    }
                    if response.clicked() {
                        pressed = Some(n);
                    }
                }
            });
        });
    name_scroll_bar(ui, shown.id);
    pressed
}
