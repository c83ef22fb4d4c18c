//! The steps of a routine in order: on or off, how long, and where they stand.
//!
//! A step is moved by its two buttons, or pulled by its handle. The keyboard stays with the step that it
//! moves.

use egui::{Align, CursorIcon, Id, Layout, Rect, Response, Sense, Ui, UiBuilder, vec2};
use lucide_icons::Icon;

use super::draft::{RoutineDraft, StepDraft};
use super::own::own_ui;
use crate::domain::protocol::after_run;
use crate::domain::routine::{minutes_of, suggested};
use crate::domain::units::show_number;
use crate::fl;
use crate::theme;
use crate::ui::forms::sheet::Sheet;
use crate::ui::widgets::{Button, Field, field_note, paint_icon, tick};

const HANDLE: f32 = 20.0;
const MINUTES: f32 = 92.0;
/// Between what stands on a line.
const BETWEEN: f32 = 4.0;
/// A button with the gap before it.
const BUTTON: f32 = theme::SMALL_CONTROL + BETWEEN;
/// What stands under a name begins under its words.
const INDENT: f32 = 30.0;
/// The least width of a name beside its controls.
const NAME: f32 = 150.0;

/// Which way a step is moved.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Up,
    Down,
}

/// What the list remembers between frames.
#[derive(Default)]
pub struct ListState {
    /// The step of the runner's own whose fields are shown.
    pub shown: Option<String>,
    /// The button that is to get the keyboard: of which step, and which of its two.
    focus: Option<(String, Way)>,
}

/// Which row of how many, and which of its buttons is to get the keyboard.
#[derive(Clone, Copy)]
struct Place {
    n: usize,
    count: usize,
    focus: Option<Way>,
}

/// What was wished for in a row.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wish {
    Move(Way),
    /// It is held by its handle.
    Pull,
    /// Show its fields, or put them away.
    Toggle,
    Delete,
}

/// Shows the steps.
pub fn list_ui(ui: &mut Ui, draft: &mut RoutineDraft, state: &mut ListState, sheet: &mut Sheet<'_>) {
    let (mut rects, mut wished) = (Vec::new(), None);
    let count = draft.steps.len();
    ui.scope(|ui| {
        ui.set_max_width(theme::FORM.min(ui.available_width()));
        ui.spacing_mut().item_spacing.y = BETWEEN;
        for (n, step) in draft.steps.iter_mut().enumerate() {
            let focus = state.focus.take_if(|(id, _)| *id == step.id).map(|it| it.1);
            let place = Place { n, count, focus };
            // The same widgets wherever the step stands, so that they keep the keyboard and the pointer.
            let of_step = UiBuilder::new().scope_id(Id::unique(("routine step", &step.id)));
            let row = ui.scope_builder(of_step, |ui| {
                let mut wish = row_ui(ui, step, place, sheet);
                if state.shown.as_ref() == Some(&step.id) && own_ui(ui, step, sheet) {
                    wish = Some(Wish::Toggle);
                }
                wish
            });
            wished = row.inner.map(|wish| (n, wish)).or(wished);
            rects.push(row.response.rect);
        }
    });
    if let Some((n, wish)) = wished {
        grant(ui, draft, state, (n, wish), &rects);
    }
}

fn grant(ui: &Ui, draft: &mut RoutineDraft, state: &mut ListState, (n, wish): (usize, Wish), rects: &[Rect]) {
    let id = draft.steps[n].id.clone();
    let to = match wish {
        Wish::Move(Way::Up) => n.checked_sub(1),
        Wish::Move(Way::Down) => Some(n + 1).filter(|it| *it < draft.steps.len()),
        Wish::Pull => pulled_to(ui, n, rects),
        Wish::Toggle => {
            let was_shown = state.shown.as_ref() == Some(&id);
            state.shown = Some(id).filter(|_| !was_shown);
            return;
        }
        Wish::Delete => {
            draft.steps.remove(n);
            return;
        }
    };
    let Some(to) = to else { return };
    draft.steps.swap(n, to);
    if let Wish::Move(way) = wish {
        // At an end that button is of no use any more, and the other one has the keyboard.
        let at_end = to == 0 || to + 1 == draft.steps.len();
        state.focus = Some((id, if at_end { way.other() } else { way }));
    }
    ui.request_repaint();
}

impl Way {
    fn other(self) -> Self {
        match self {
            Self::Up => Self::Down,
            Self::Down => Self::Up,
        }
    }
}

/// Where the row at `n` goes while it is pulled: past a neighbour once the pointer is past its middle.
fn pulled_to(ui: &Ui, n: usize, rects: &[Rect]) -> Option<usize> {
    let y = ui.input(|input| input.pointer.interact_pos())?.y;
    let above = n.checked_sub(1).filter(|it| y < rects[*it].center().y);
    let below = Some(n + 1).filter(|it| rects.get(*it).is_some_and(|rect| y > rect.center().y));
    above.or(below)
}

/// A row: the name beside its controls, or above them where there is no room.
fn row_ui(ui: &mut Ui, step: &mut StepDraft, place: Place, sheet: &Sheet<'_>) -> Option<Wish> {
    let own = if step.own.is_some() { 2.0 * BUTTON } else { 0.0 };
    let room = ui.available_width() - HANDLE - own - MINUTES - 2.0 * BUTTON - theme::GAP;
    let (indent, wish) = if room >= NAME {
        (HANDLE + BETWEEN + INDENT, wide_ui(ui, step, place, room))
    } else {
        (INDENT, narrow_ui(ui, step, place))
    };
    let is_told = sheet.state.tried || !step.minutes.trim().is_empty();
    if let Some(why) = sheet.errors.of(&step.key("minutes")).filter(|_| is_told) {
        ui.horizontal(|ui| {
            ui.add_space(indent);
            field_note(ui, Some(why), None);
        });
    }
    wish
}

fn wide_ui(ui: &mut Ui, step: &mut StepDraft, place: Place, room: f32) -> Option<Wish> {
    line_ui(ui, |ui| {
        let pulled = handle_ui(ui).dragged().then_some(Wish::Pull);
        name_ui(ui, step, room);
        let own = own_buttons_ui(ui, step);
        if !minutes_ui(ui, step) {
            ui.add_space(MINUTES + BETWEEN);
        }
        moves_ui(ui, step, place).or(own).or(pulled)
    })
}

fn narrow_ui(ui: &mut Ui, step: &mut StepDraft, place: Place) -> Option<Wish> {
    let moved = line_ui(ui, |ui| {
        name_ui(ui, step, ui.available_width() - 2.0 * BUTTON);
        moves_ui(ui, step, place)
    });
    if !takes_time(step) {
        return moved;
    }
    let own = line_ui(ui, |ui| {
        ui.add_space(INDENT);
        minutes_ui(ui, step);
        own_buttons_ui(ui, step)
    });
    moved.or(own)
}

/// One line of a row, all of them equally high.
fn line_ui<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let size = vec2(ui.available_width(), theme::CONTROL);
    let line = ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = BETWEEN;
        ui.set_min_height(theme::CONTROL);
        content(ui)
    });
    line.inner
}

/// What the row is pulled by. Not for the keyboard, which has the buttons.
fn handle_ui(ui: &mut Ui) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(HANDLE, theme::SMALL_CONTROL), Sense::DRAG);
    let it = theme::palette(ui);
    let ink = if response.hovered() || response.dragged() {
        it.ink
    } else {
        it.third_ink
    };
    paint_icon(ui, rect.center(), Icon::GripVertical, 16.0, ink);
    response.on_hover_cursor(CursorIcon::Grab)
}

fn name_ui(ui: &mut Ui, step: &mut StepDraft, width: f32) {
    let name = step.name();
    let size = vec2(width, theme::CONTROL);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_width(width);
        if tick(ui, step.on, &name, &name).clicked() {
            step.on = !step.on;
        }
    });
}

/// Moves the step up and down.
fn moves_ui(ui: &mut Ui, step: &StepDraft, place: Place) -> Option<Wish> {
    let mut wish = None;
    for (way, can) in [(Way::Up, place.n > 0), (Way::Down, place.n + 1 < place.count)] {
        let response = move_ui(ui, step, way, can);
        if can && place.focus == Some(way) {
            response.request_focus();
        }
        if response.clicked() {
            wish = Some(Wish::Move(way));
        }
    }
    wish
}

/// What a step of the runner's own has beside: its fields, and leaving it out.
fn own_buttons_ui(ui: &mut Ui, step: &StepDraft) -> Option<Wish> {
    step.own.as_ref()?;
    let name = step.name();
    let change = Button::icon_only(Icon::Pencil, fl!("routine-change", step = name.as_str())).small();
    let toggled = ui.add(change).clicked().then_some(Wish::Toggle);
    let delete = Button::icon_only(Icon::Trash2, fl!("routine-delete", step = name)).small();
    ui.add(delete).clicked().then_some(Wish::Delete).or(toggled)
}

fn takes_time(step: &StepDraft) -> bool {
    step.own.is_some() || after_run().step(&step.id).and_then(minutes_of).is_some()
}

/// How long the step takes; false where it takes no time.
fn minutes_ui(ui: &mut Ui, step: &mut StepDraft) -> bool {
    if !takes_time(step) {
        return false;
    }
    let hint = after_run().step(&step.id).and_then(suggested).map(show_number);
    Field::new("")
        .name(fl!("routine-minutes", step = step.name()))
        .hint(hint.unwrap_or_default())
        .unit(fl!("unit-min"))
        .width(MINUTES)
        .show(ui, &mut step.minutes);
    true
}

fn move_ui(ui: &mut Ui, step: &StepDraft, way: Way, can: bool) -> Response {
    let name = step.name();
    let (icon, words) = match way {
        Way::Up => (Icon::ChevronUp, fl!("routine-up", step = name)),
        Way::Down => (Icon::ChevronDown, fl!("routine-down", step = name)),
    };
    ui.add(Button::icon_only(icon, words).small().enabled(can))
}
