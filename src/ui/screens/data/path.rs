//! A path as a person types or pastes it.

use std::path::{Path, PathBuf};

use egui::{Align, Key, Layout, Ui, vec2};

use crate::fl;
use crate::theme;
use crate::ui::widgets::{Button, Field, field_note};

/// Under this width the button stands below the field.
const ONE_LINE_FROM: f32 = 300.0;

/// A field for a path, with its button.
pub struct PathField<'a> {
    /// What stands above the field.
    pub label: &'a str,
    /// The words of the button.
    pub button: &'a str,
    /// Whether it can be meant now.
    pub enabled: bool,
    /// Whether the keyboard is to go to the field.
    pub asked: bool,
    /// What is wrong with the path.
    pub error: Option<&'a str>,
}

impl PathField<'_> {
    /// Shows it. The path that is typed, once it is meant.
    pub fn show(self, ui: &mut Ui, typed: &mut String) -> Option<PathBuf> {
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            let label = ui.label(theme::label(ui, self.label));
            let ready = self.enabled && typed_path(typed).is_some();
            let button = Button::secondary(self.button).enabled(ready);
            let beside = ui.available_width() - button.width(ui) - theme::GAP;
            let field = Field::new("").name(self.label).hint(fl!("data-path-hint"));
            let (response, pressed) = if ui.available_width() < ONE_LINE_FROM {
                ui.spacing_mut().item_spacing.y = theme::GAP;
                (field.show(ui, typed), ui.add(button).clicked())
            } else {
                // As high as the button from the first, or the field stands above its middle.
                let size = vec2(ui.available_width(), theme::CONTROL);
                let line = ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
                    (field.width(beside).show(ui, typed), ui.add(button).clicked())
                });
                line.inner
            };
            let response = response.labelled_by(label.id);
            if self.asked {
                response.request_focus();
                response.scroll_to_me(None);
            }
            field_note(ui, self.error, None);
            let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            typed_path(typed).filter(|_| self.enabled && (pressed || entered))
        })
        .inner
    }
}

/// The path that `text` means: blanks around it and quotes around that are not part of it, and `~` is the
/// home folder. `None` where nothing is left.
fn typed_path(text: &str) -> Option<PathBuf> {
    let home = directories::BaseDirs::new().map(|it| it.home_dir().to_owned());
    path_from(text, home.as_deref())
}

fn path_from(text: &str, home: Option<&Path>) -> Option<PathBuf> {
    let text = text.trim();
    let text = ['"', '\'']
        .into_iter()
        .find_map(|quote| text.strip_prefix(quote)?.strip_suffix(quote))
        .unwrap_or(text);
    if text.is_empty() {
        return None;
    }
    let in_home = match text.strip_prefix('~') {
        Some("") => Some(""),
        Some(rest) => rest.strip_prefix(['/', '\\']),
        None => None,
    };
    match (in_home, home) {
        (Some(rest), Some(home)) => Some(home.join(rest)),
        _ => Some(PathBuf::from(text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_taken_as_it_is_pasted() {
        let home = Path::new("/home/anna");
        for (text, path) in [
            ("/a/b c.fit", Some("/a/b c.fit")),
            ("  \"/a/b c.fit\" ", Some("/a/b c.fit")),
            ("'/a/b'", Some("/a/b")),
            ("~/runs", Some("/home/anna/runs")),
            ("~", Some("/home/anna/")),
            ("~other/runs", Some("~other/runs")),
            ("it's.fit", Some("it's.fit")),
            ("\"\"", None),
            ("  ", None),
        ] {
            assert_eq!(path_from(text, Some(home)), path.map(PathBuf::from), "{text:?}");
        }
        assert_eq!(path_from("~/runs", None), Some(PathBuf::from("~/runs")));
    }
}
