//! A field with its label above and its complaint below.
//!
//! What is wrong is said at the field, in words, before anything reaches the journal.

use egui::{Margin, Response, RichText, Stroke, TextEdit, Ui};

use crate::theme;

/// A text field: `Field::new("Distance").hint("10.2").error(why).show(ui, &mut text)`.
pub struct Field<'a> {
    label: &'a str,
    name: Option<String>,
    hint: String,
    suffix: String,
    error: Option<&'a str>,
    note: Option<String>,
    rows: usize,
    width: Option<f32>,
}

impl<'a> Field<'a> {
    /// A field called `label`; empty words show none, and then it needs a [`Field::name`].
    pub fn new(label: &'a str) -> Self {
        Self {
            label,
            name: None,
            hint: String::new(),
            suffix: String::new(),
            error: None,
            note: None,
            rows: 1,
            width: None,
        }
    }

    /// Its accessible name, where several fields have the same label.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// What stands in it, faint, while it is empty.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// The unit, at its end.
    #[must_use]
    pub fn unit(mut self, unit: impl Into<String>) -> Self {
        self.suffix = unit.into();
        self
    }

    /// What is wrong with its text.
    #[must_use]
    pub fn error(mut self, error: Option<&'a str>) -> Self {
        self.error = error;
        self
    }

    /// What its text was understood as.
    #[must_use]
    pub fn note(mut self, note: Option<String>) -> Self {
        self.note = note;
        self
    }

    /// Several lines of text.
    #[must_use]
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    /// Whether it takes several lines, so that Enter is a character.
    pub fn is_multiline(&self) -> bool {
        self.rows > 1
    }

    /// Its width; as wide as there is room otherwise.
    #[must_use]
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// Shows label, field and complaint.
    pub fn show(self, ui: &mut Ui, text: &mut String) -> Response {
        let width = self.width.unwrap_or(f32::INFINITY).min(ui.available_width());
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 4.0;
            let accent = theme::palette(ui).accent;
            ui.visuals_mut().selection.stroke = Stroke::new(2.0, accent);
            let label = (!self.label.is_empty()).then(|| ui.label(theme::label(ui, self.label)));
            let mut edit = if self.rows > 1 {
                TextEdit::multiline(text).desired_rows(self.rows)
            } else {
                TextEdit::singleline(text)
            };
            edit = edit
                .hint_text(RichText::new(self.hint).color(theme::palette(ui).third_ink))
                .margin(Margin::symmetric(12, 10))
                .desired_width(f32::INFINITY);
            if !self.suffix.is_empty() {
                edit = edit.suffix(theme::quiet(ui, self.suffix));
            }
            let mut response = ui.add(edit);
            if let Some(label) = label {
                response = response.labelled_by(label.id);
            }
            let response = response.accessible_name(self.name.as_deref().unwrap_or(self.label));
            field_note(ui, self.error, self.note);
            response
        })
        .inner
    }
}

/// The line under a control: what is wrong with it, or what it was understood as.
pub fn field_note(ui: &mut Ui, error: Option<&str>, note: Option<String>) {
    if let Some(error) = error {
        ui.label(
            RichText::new(error)
                .size(theme::NOTE)
                .color(theme::palette(ui).soreness),
        );
    } else if let Some(note) = note {
        ui.label(theme::note(ui, note));
    }
}
