//! A row of numbers to press: soreness 0 to 10, effort 0 to 10, a scale of five.
//!
//! The number is always there; the colour only deepens with it. For Tab a row is one stop: the arrows go
//! from number to number, a digit scores (X is ten), and pressing the chosen number again takes it back: not
//! recorded.

use egui::{
    Align2, Color32, CornerRadius, Id, Key, Modifiers, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use super::{one_stop, stop_sense};
use crate::fl;
use crate::theme;

const GAP: f32 = 3.0;
const NARROWEST: f32 = 22.0;

/// A row of numbers from `low` to `high`.
pub struct ScoreRow<'a> {
    name: &'a str,
    low: i32,
    high: i32,
    words: Box<dyn Fn(i32) -> String + 'a>,
    severity: Option<Box<dyn Fn(i32) -> f64 + 'a>>,
    before: Option<i32>,
    focus: bool,
}

impl<'a> ScoreRow<'a> {
    /// A row called `name`, of the numbers `low` to `high`.
    pub fn new(name: &'a str, low: i32, high: i32) -> Self {
        Self {
            name,
            low,
            high,
            words: Box::new(|_| String::new()),
            severity: None,
            before: None,
            focus: false,
        }
    }

    /// What each number means: its tooltip, and part of its accessible name.
    #[must_use]
    pub fn words(mut self, words: impl Fn(i32) -> String + 'a) -> Self {
        self.words = Box::new(words);
        self
    }

    /// How bad each number is, 0 to 1: coloured as soreness.
    #[must_use]
    pub fn severity(mut self, severity: impl Fn(i32) -> f64 + 'a) -> Self {
        self.severity = Some(Box::new(severity));
        self
    }

    /// Whether it takes the keyboard now.
    #[must_use]
    pub fn focus(mut self, focus: bool) -> Self {
        self.focus = focus;
        self
    }

    /// The number of yesterday: outlined, and where Tab comes to while none is chosen. It is not chosen by that.
    #[must_use]
    pub fn before(mut self, before: Option<i32>) -> Self {
        self.before = before.filter(|it| (self.low..=self.high).contains(it));
        self
    }

    /// Shows it. True when `value` changed.
    pub fn show(&self, ui: &mut Ui, value: &mut Option<f64>) -> bool {
        let before = *value;
        self.row_ui(ui, value, false);
        *value != before
    }

    /// Shows it as one of several questions in a row. True when a key answered it and the keyboard is to go on:
    /// a digit, or Enter, which takes the number it stands on, or leaves the row open where that is only its
    /// beginning.
    pub fn show_in_turn(&self, ui: &mut Ui, value: &mut Option<f64>) -> bool {
        self.row_ui(ui, value, true)
    }

    fn row_ui(&self, ui: &mut Ui, value: &mut Option<f64>, in_turn: bool) -> bool {
        let count = (self.high - self.low + 1) as f32;
        let room = ui.available_width().min(48.0 * count);
        let per_row = if (room + GAP) / count >= NARROWEST + GAP {
            count
        } else {
            (count / 2.0).ceil()
        };
        let rows = (count / per_row).ceil();
        let cell = ((room + GAP) / per_row - GAP).floor();
        let height = theme::SMALL_CONTROL;
        let size = vec2(room, rows * height + (rows - 1.0) * GAP);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let group = UiBuilder::new()
            .max_rect(rect)
            .id_salt(self.name)
            .accessibility_role(Role::RadioGroup)
            .accessibility_label(self.name.to_owned());
        let mut row = ui.new_child(group);
        let mut ring = None;
        let (stop, goes_on) = self.keys(&row, value, in_turn);
        for number in self.low..=self.high {
            let n = (number - self.low) as f32;
            let at = vec2((n % per_row) * (cell + GAP), (n / per_row).floor() * (height + GAP));
            let part = Rect::from_min_size(rect.min + at, vec2(cell, height));
            let response = self.cell_ui(&mut row, part, number, (*value == Some(f64::from(number)), stop));
            if self.focus && number == stop {
                response.request_focus();
            }
            if response.clicked() {
                *value = (*value != Some(f64::from(number))).then(|| f64::from(number));
            }
            if response.has_focus() {
                ring = Some(part);
            }
        }
        // Above its neighbours.
        if let Some(part) = ring {
            theme::focus_ring(&row, part, 6);
        }
        goes_on
    }

    /// Takes in the keys and returns the number that Tab comes to (the one with the keyboard, the chosen one,
    /// that of yesterday, the first), and whether the keyboard is to go on.
    fn keys(&self, ui: &Ui, value: &mut Option<f64>, in_turn: bool) -> (i32, bool) {
        let ids: Vec<Id> = (self.low..=self.high).map(|it| ui.scope_id().with(it)).collect();
        let rest = value.map(|it| it as i32).or(self.before).unwrap_or(self.low);
        let stop = self.low + one_stop(ui, &ids, (rest - self.low).max(0) as usize) as i32;
        let held = ids.iter().any(|id| ui.memory(|memory| memory.has_focus(*id)));
        if !held {
            return (stop, false);
        }
        if let Some(score) = typed_score(ui).filter(|it| (self.low..=self.high).contains(it)) {
            *value = Some(f64::from(score));
            if !in_turn {
                ui.memory_mut(|memory| memory.request_focus(ids[(score - self.low) as usize]));
            }
            return (score, in_turn);
        }
        let entered = in_turn && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let only_begun = value.is_none() && self.before.is_none() && stop == self.low;
        if entered && !only_begun {
            *value = Some(f64::from(stop));
        }
        (stop, entered)
    }

    fn cell_ui(&self, ui: &mut Ui, rect: Rect, number: i32, (on, stop): (bool, i32)) -> Response {
        let sense = stop_sense(number as usize, stop as usize);
        let response = ui.interact(rect, ui.scope_id().with(number), sense);
        let words = (self.words)(number);
        let name = if words.is_empty() {
            format!("{} {number}", self.name)
        } else {
            format!("{} {number}: {words}", self.name)
        };
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), on, &name));
        let it = theme::palette(ui);
        let (fill, ink) = match (on, &self.severity) {
            (true, Some(_)) => (it.soreness, it.card),
            (true, None) => (it.accent, it.on_accent),
            (false, Some(severity)) => (it.soreness_fill(severity(number) as f32 * 0.6), it.ink),
            (false, None) => (it.sunk, it.ink),
        };
        let fill = if response.hovered() && !on {
            fill.lerp_to_gamma(it.ink, 0.10)
        } else {
            fill
        };
        ui.painter().rect_filled(rect, CornerRadius::same(6), fill);
        if self.before == Some(number) && !on {
            let line = Stroke::new(1.0, it.third_ink);
            ui.painter()
                .rect_stroke(rect, CornerRadius::same(6), line, StrokeKind::Inside);
            ui.accesskit_node_builder(response.id, |node| node.set_description(fl!("score-yesterday")));
        }
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        let family = if on { theme::semi_bold() } else { theme::medium() };
        theme::paint_text(
            ui,
            rect.center(),
            Align2::CENTER_CENTER,
            &number.to_string(),
            family,
            theme::BODY,
            ink,
        );
        if words.is_empty() {
            response
        } else {
            response.on_hover_text(words)
        }
    }
}

/// The score that was typed: a digit, or X for ten.
pub fn typed_score(ui: &Ui) -> Option<i32> {
    const SCORES: [Key; 11] = [
        Key::Num0,
        Key::Num1,
        Key::Num2,
        Key::Num3,
        Key::Num4,
        Key::Num5,
        Key::Num6,
        Key::Num7,
        Key::Num8,
        Key::Num9,
        Key::X,
    ];
    ui.input(|input| {
        let plain = input.modifiers.is_none();
        (0..)
            .zip(SCORES)
            .find_map(|(score, key)| (plain && input.key_pressed(key)).then_some(score))
    })
}

/// A score as a pill: its number on a fill that deepens with how bad it is; a dash where there is none.
pub fn score_pill(ui: &mut Ui, center: egui::Pos2, score: Option<(String, f64)>) {
    let it = theme::palette(ui);
    let Some((number, severity)) = score else {
        theme::paint_text(
            ui,
            center,
            Align2::CENTER_CENTER,
            "–",
            theme::medium(),
            theme::BODY,
            it.third_ink,
        );
        return;
    };
    let rect = Rect::from_center_size(pos2(center.x, center.y), vec2(32.0, 24.0));
    let fill: Color32 = it.soreness_fill(severity as f32);
    ui.painter().rect_filled(rect, CornerRadius::same(12), fill);
    theme::paint_text(
        ui,
        center,
        Align2::CENTER_CENTER,
        &number,
        theme::semi_bold(),
        theme::BODY,
        it.ink,
    );
}
