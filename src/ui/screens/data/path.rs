//! A path as a person types or pastes it.

use std::path::{Path, PathBuf};

use egui::{Key, Ui};

use crate::fl;
use crate::ui::widgets::{Button, Field};

/// A field for a path and its button; true when it is meant.
pub fn path_ui(ui: &mut Ui, label: &str, button: &str, typed: &mut String, enabled: bool) -> bool {
    let field = Field::new(label).hint(fl!("data-path-hint")).show(ui, typed);
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let ready = enabled && typed_path(typed).is_some();
    let pressed = ui.add(Button::secondary(button).enabled(ready)).clicked();
    ready && (pressed || entered)
}

/// The path that `text` means: blanks around it and quotes around that are not part of it, and `~` is the
/// home folder. `None` where nothing is left.
pub fn typed_path(text: &str) -> Option<PathBuf> {
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
