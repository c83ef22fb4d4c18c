//! Rating by the figure: what the pointer and the keyboard do to it.
//!
//! A click or a tap chooses a part. Dragging from it, up or to the right, raises its score, and back lowers
//! it. A digit scores the part that is pointed at or chosen. The whole figure is one stop for Tab, and
//! each part is a node of its own for assistive technology, which may also press it.

use egui::accesskit::Action;
use egui::{Event, Id, Pos2, Response, Role, Sense, Ui, WidgetInfo};

use super::keys::{At, Pressed, arrows, pressed, stop};
use super::paint::{self, Outlines};
use super::{BodyFigure, Mark, name_hovered, part_at};
use crate::charts::figure::{FIGURE, Stand};
use crate::domain::{BodyPart, Side};

/// How far to drag for one number.
const DRAG_PER_NUMBER: f32 = 10.0;
const WORST: f64 = 10.0;

/// What the figure remembers between frames.
#[derive(Clone, Debug, Default)]
pub struct BodyState {
    /// The part that is chosen.
    pub chosen: Option<BodyPart>,
    /// The side one was on last: the arrows stay on it.
    side: Option<Side>,
    /// The part that the pointer last moved over, while no key was used since.
    pointed: Option<BodyPart>,
    drag: Option<Drag>,
}

impl BodyState {
    /// Chooses a part.
    pub fn choose(&mut self, part: BodyPart) {
        self.chosen = Some(part);
        if part.1 != Side::None {
            self.side = Some(part.1);
        }
    }
}

#[derive(Clone, Copy, Debug)]
struct Drag {
    part: BodyPart,
    from: Pos2,
    score: f64,
}

/// What the runner wants of a part.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum BodyChange {
    /// This score, 0 to 10.
    Score(BodyPart, f64),
    /// No rating of it.
    TakeBack(BodyPart),
}

impl BodyFigure<'_> {
    /// Shows it to be rated from 0 to 10.
    pub fn edit(self, ui: &mut Ui, state: &mut BodyState) -> Option<BodyChange> {
        let (ui, response, stands) = self.stand(ui);
        let marks = self.marks(&stands);
        let canvas = canvas(&ui, &response);
        self.take_keyboard(&ui, &marks, state);
        let score = |part: BodyPart| marks.iter().find(|it| it.part == part)?.score.map(|it| it.value);
        point(&ui, &canvas, &stands, state);
        let dragged = drag(&ui, &canvas, &stands, state, score);
        let typed = match keys(&ui, &stands, &marks, state, self.focus) {
            Some((part, Pressed::Score(value))) => Some(BodyChange::Score(part, value)),
            Some((part, Pressed::TakeBack)) => score(part).map(|_| BodyChange::TakeBack(part)),
            Some((part, Pressed::Change(by))) => {
                let now = score(part).unwrap_or(0.0);
                let then = (now + by).clamp(0.0, WORST);
                (score(part) != Some(then) && (by > 0.0 || score(part).is_some()))
                    .then_some(BodyChange::Score(part, then))
            }
            Some((_, Pressed::Enter)) | None => None,
        };
        nodes_ui(&ui, &stands, &marks, state);
        finish(&ui, canvas, &stands, &marks, state);
        dragged.or(typed)
    }

    /// Shows it to point at one part, by a click, or by the arrows and Enter. Returns the one that was.
    pub fn choose(self, ui: &mut Ui, state: &mut BodyState) -> Option<BodyPart> {
        let (ui, response, stands) = self.stand(ui);
        let marks = self.marks(&stands);
        let canvas = canvas(&ui, &response);
        self.take_keyboard(&ui, &marks, state);
        let clicked = point(&ui, &canvas, &stands, state);
        let entered = match keys(&ui, &stands, &marks, state, self.focus) {
            Some((part, Pressed::Enter)) => Some(part),
            _ => None,
        };
        let pressed = nodes_ui(&ui, &stands, &marks, state);
        finish(&ui, canvas, &stands, &marks, state);
        clicked.or(entered).or(pressed)
    }

    fn take_keyboard(&self, ui: &Ui, marks: &[Mark], state: &mut BodyState) {
        if self.focus {
            choose(ui, state, stop(marks, state.chosen));
        }
    }
}

/// What the pointer touches: the whole room, so that parts may have any outline.
fn canvas(ui: &Ui, response: &Response) -> Response {
    ui.interact(response.rect, ui.scope_id().with("canvas"), Sense::CLICK | Sense::DRAG)
}

fn id_of(ui: &Ui, part: BodyPart) -> Id {
    ui.scope_id().with(part)
}

/// The part that has the keyboard.
fn focused(ui: &Ui) -> Option<BodyPart> {
    let held = ui.memory(egui::Memory::focused)?;
    FIGURE.parts.iter().copied().find(|&it| id_of(ui, it) == held)
}

fn choose(ui: &Ui, state: &mut BodyState, part: BodyPart) {
    state.choose(part);
    ui.memory_mut(|memory| memory.request_focus(id_of(ui, part)));
}

/// Takes in where the pointer is and what it clicked.
fn point(ui: &Ui, canvas: &Response, stands: &[Stand], state: &mut BodyState) -> Option<BodyPart> {
    let moved = ui.input(|input| input.events.iter().any(|it| matches!(it, Event::PointerMoved(_))));
    if moved {
        state.pointed = canvas.hover_pos().and_then(|at| part_at(stands, at));
    }
    let at = canvas.interact_pointer_pos().filter(|_| canvas.clicked())?;
    let part = part_at(stands, at)?;
    choose(ui, state, part);
    Some(part)
}

/// Takes in a drag: the change it makes in this frame.
fn drag(
    ui: &Ui,
    canvas: &Response,
    stands: &[Stand],
    state: &mut BodyState,
    score: impl Fn(BodyPart) -> Option<f64>,
) -> Option<BodyChange> {
    if canvas.drag_started() {
        let from = ui.input(|input| input.pointer.press_origin());
        state.drag = from.and_then(|from| {
            let part = part_at(stands, from)?;
            Some(Drag {
                part,
                from,
                score: score(part).unwrap_or(0.0),
            })
        });
        if let Some(drag) = state.drag {
            choose(ui, state, drag.part);
        }
    }
    if canvas.drag_stopped() {
        state.drag = None;
    }
    let (drag, at) = (state.drag?, canvas.interact_pointer_pos()?);
    let way = (at.x - drag.from.x) + (drag.from.y - at.y);
    let then = (drag.score + f64::from(way / DRAG_PER_NUMBER).round()).clamp(0.0, WORST);
    let now = score(drag.part);
    // A drag that led nowhere yet rates nothing.
    (now.unwrap_or(drag.score) != then).then_some(BodyChange::Score(drag.part, then))
}

/// What was pressed, and for which part; the arrows are followed here.
fn keys(
    ui: &Ui,
    stands: &[Stand],
    marks: &[Mark],
    state: &mut BodyState,
    just_focused: bool,
) -> Option<(BodyPart, Pressed)> {
    if just_focused {
        // The key that opened it is not one for it.
        return None;
    }
    let held = focused(ui);
    if let Some(part) = held {
        let parts: Vec<BodyPart> = marks.iter().map(|it| it.part).collect();
        let next = arrows(
            ui,
            id_of(ui, part),
            &At {
                part,
                side: state.side.unwrap_or(Side::Left),
                parts: &parts,
                stands,
            },
        );
        if next != part {
            choose(ui, state, next);
            state.pointed = None;
            return None;
        }
    }
    let elsewhere = held.is_none() && ui.memory(|memory| memory.focused().is_some());
    let pressed = pressed(ui).filter(|_| !elsewhere)?;
    let part = match pressed {
        Pressed::Enter => held,
        _ => state.pointed.or(held).or(state.chosen),
    }?;
    choose(ui, state, part);
    Some((part, pressed))
}

/// A node for each part. Returns the one that assistive technology pressed.
fn nodes_ui(ui: &Ui, stands: &[Stand], marks: &[Mark], state: &mut BodyState) -> Option<BodyPart> {
    let stop = focused(ui).unwrap_or_else(|| stop(marks, state.chosen));
    let mut pressed = None;
    for it in marks {
        let id = id_of(ui, it.part);
        let sense = if it.part == stop {
            Sense::focusable_noninteractive()
        } else {
            Sense::hover()
        };
        let response = ui.interact(it.rect(stands), id, sense);
        let chosen = state.chosen == Some(it.part);
        response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), chosen, it.told()));
        ui.accesskit_node_builder(id, |node| {
            node.add_action(Action::Click);
            if let Some(before) = it.told_before() {
                node.set_description(before);
            }
        });
        if response.gained_focus() {
            state.choose(it.part);
            response.scroll_to_me(None);
        }
        if ui.input(|input| input.has_accesskit_action_request(id, Action::Click)) {
            pressed = Some(it.part);
        }
    }
    if let Some(part) = pressed {
        choose(ui, state, part);
    }
    pressed
}

fn finish(ui: &Ui, canvas: Response, stands: &[Stand], marks: &[Mark], state: &BodyState) {
    let hovered = canvas.hover_pos().and_then(|at| part_at(stands, at));
    let outlines = Outlines {
        hovered,
        chosen: state.chosen,
        focused: focused(ui),
    };
    paint::figure(ui, stands, marks, &outlines);
    let canvas = match hovered {
        Some(_) => canvas.on_hover_cursor(egui::CursorIcon::PointingHand),
        None => canvas,
    };
    if state.drag.is_none() {
        name_hovered(canvas, stands, marks);
    }
}
