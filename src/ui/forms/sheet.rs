//! What a form's fields share: which of them has the keyboard, which complain, and who saves.

use std::collections::BTreeSet;

use egui::{Key, Response, Ui, vec2};
use lucide_icons::Icon;

use super::errors::Errors;
use crate::app::Model;
use crate::domain::Scale;
use crate::domain::units::show_number;
use crate::fl;
use crate::theme;
use crate::ui::widgets::{BodyState, Button, Field, ScoreRow, field_note, row, segmented, segmented_optional};

/// What a form remembers beside its draft, while it is open.
#[derive(Default)]
pub struct SheetState {
    /// The fields that were left once: what is wrong with their text is said.
    touched: BTreeSet<String>,
    /// Whether saving was tried: what is missing is said too.
    pub tried: bool,
    /// The field that is to get the keyboard.
    pub focus: Option<String>,
    /// Whether the fields under "More" are shown.
    pub more: bool,
    /// A search within the form.
    pub search: String,
    /// Whether places are chosen in a list, and not on the body.
    pub by_list: bool,
    /// The body figure.
    pub body: BodyState,
}

impl SheetState {
    /// A form just opened: `first` has the keyboard.
    pub fn new(first: &str, more: bool) -> Self {
        Self {
            focus: Some(first.to_owned()),
            more,
            ..Self::default()
        }
    }
}

/// The fields of one frame.
pub struct Sheet<'a> {
    /// What may be read.
    pub model: &'a Model,
    /// What is remembered.
    pub state: &'a mut SheetState,
    /// What is wrong.
    pub errors: &'a Errors,
    /// Whether Enter was pressed in a single line.
    pub save: bool,
}

impl Sheet<'_> {
    /// Gives the keyboard to `key` in the next frame.
    pub fn focus(&mut self, ui: &Ui, key: impl Into<String>) {
        self.state.focus = Some(key.into());
        ui.request_repaint();
    }

    /// What is to be said at `key`, once saving was tried.
    pub fn complaint(&self, key: &str) -> Option<String> {
        let why = self.errors.of(key).filter(|_| self.state.tried);
        why.map(str::to_owned)
    }

    /// Whether `key` is to get the keyboard now.
    pub fn takes_focus(&mut self, key: &str) -> bool {
        self.state.focus.take_if(|it| it == key).is_some()
    }

    /// A text field.
    pub fn field(&mut self, ui: &mut Ui, key: &str, field: Field<'_>, text: &mut String) -> Response {
        let told = self.state.tried || (self.state.touched.contains(key) && !text.trim().is_empty());
        let why = self.errors.of(key).filter(|_| told).map(str::to_owned);
        let many = field.is_multiline();
        let response = field.error(why.as_deref()).show(ui, text);
        if self.takes_focus(key) {
            response.request_focus();
        }
        if response.gained_focus() {
            // Its label comes into view with it.
            ui.scroll_to_rect(response.rect.expand2(vec2(0.0, theme::INSIDE)), None);
        }
        if response.lost_focus() {
            self.state.touched.insert(key.to_owned());
            self.save |= !many && ui.input(|input| input.key_pressed(Key::Enter));
        }
        response
    }

    /// A text field of one line, with its unit.
    pub fn line(&mut self, ui: &mut Ui, key: &str, label: &str, unit: &str, text: &mut String) -> Response {
        self.field(ui, key, Field::new(label).unit(unit), text)
    }

    /// The field of free text that every record has.
    pub fn notes(&mut self, ui: &mut Ui, key: &str, text: &mut String) {
        self.field(ui, key, Field::new(&fl!("form-notes")).rows(2), text);
    }

    /// A row of numbers with its name above and the words of the chosen one at the right; the words of
    /// both ends while none is.
    pub fn score(&mut self, ui: &mut Ui, it: &Scores<'_>, value: &mut Option<f64>) {
        let why = self.complaint(it.key);
        let focus = self.takes_focus(it.key);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.scope(|ui| {
                ui.spacing_mut().interact_size.y = 0.0;
                let told = match *value {
                    Some(value) => theme::strong(ui, it.told(value)),
                    None => theme::note(ui, it.ends()),
                };
                let label = theme::label(ui, it.label);
                row(ui, |ui| drop(ui.label(label)), |ui| drop(ui.label(told)));
            });
            let mut scores = ScoreRow::new(it.label, it.low, it.high)
                .words(|number| (it.words)(f64::from(number)))
                .focus(focus);
            if let Some(scale) = it.coloured {
                scores = scores.severity(move |number| scale.severity(f64::from(number)));
            }
            scores.show(ui, value);
            field_note(ui, why.as_deref(), None);
        });
    }

    /// The fields that are asked for less often, behind a button; open where one of `keys` is to get the
    /// keyboard.
    pub fn more(&mut self, ui: &mut Ui, keys: &[&str], content: impl FnOnce(&mut Ui, &mut Self)) {
        if self.state.focus.as_deref().is_some_and(|it| keys.contains(&it)) {
            self.state.more = true;
        }
        let (icon, words) = if self.state.more {
            (Icon::ChevronUp, fl!("form-less"))
        } else {
            (Icon::ChevronDown, fl!("form-more"))
        };
        if ui.add(Button::quiet(words).icon(icon)).clicked() {
            self.state.more = !self.state.more;
        }
        if self.state.more {
            content(ui, self);
        }
    }
}

/// A row of numbers in a form.
pub struct Scores<'a> {
    /// Its key.
    pub key: &'a str,
    /// Its name.
    pub label: &'a str,
    /// Its first number.
    pub low: i32,
    /// Its last number.
    pub high: i32,
    /// What a number means.
    pub words: &'a dyn Fn(f64) -> String,
    /// Coloured as soreness on this scale.
    pub coloured: Option<Scale>,
}

impl Scores<'_> {
    /// "6: harder than hard".
    fn told(&self, value: f64) -> String {
        fl!("form-score", number = show_number(value), words = (self.words)(value))
    }

    /// "0 rest to 10 all I had".
    fn ends(&self) -> String {
        let words = |number: i32| (self.words)(f64::from(number));
        fl!(
            "form-ends-of-scale",
            low = self.low,
            low_words = words(self.low),
            high = self.high,
            high_words = words(self.high)
        )
    }
}

/// A suggestion that fills a field when it is pressed: nothing is taken over by itself.
pub fn suggestion(ui: &mut Ui, words: impl Into<String>) -> bool {
    ui.add(Button::secondary(words).small().icon(Icon::CornerDownLeft))
        .clicked()
}

/// One of a few, with its name above.
pub fn choice<T: Copy + PartialEq>(ui: &mut Ui, label: &str, value: &mut T, choices: &[(T, String)]) {
    labelled(ui, label, |ui| segmented(ui, label, value, choices));
}

/// One of a few or none, with its name above.
pub fn choice_or_none<T: Copy + PartialEq>(ui: &mut Ui, label: &str, value: &mut Option<T>, choices: &[(T, String)]) {
    labelled(ui, label, |ui| segmented_optional(ui, label, value, choices, true));
}

fn labelled<R>(ui: &mut Ui, label: &str, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.label(theme::label(ui, label));
        content(ui)
    })
    .inner
}
