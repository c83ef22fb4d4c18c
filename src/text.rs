//! Every word a person reads, from `assets/locales/en/afterrun.ftl`.
//!
//! The program never spells a sentence in code: it names a message, and the message stands in a data
//! file, so that a translation is another file and not another program. [`fl!`](crate::fl) checks the
//! id and its arguments while compiling. [`message`] is for ids that are data themselves: labels of
//! the history, texts of checklist steps.

use std::collections::HashMap;
use std::sync::LazyLock;

use i18n_embed::LanguageLoader as _;
use i18n_embed::fluent::{FluentLanguageLoader, fluent_language_loader};
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "assets/locales"]
struct Locales;

static LOADER: LazyLock<FluentLanguageLoader> = LazyLock::new(|| {
    let loader = fluent_language_loader!();
    loader
        .load_fallback_language(&Locales)
        .expect("the English text is compiled in");
    // Without this, invisible direction marks get into every label and its accessible name.
    loader.set_use_isolating(false);
    loader
});

/// The loader behind [`fl!`](crate::fl).
pub fn loader() -> &'static FluentLanguageLoader {
    &LOADER
}

/// The message called `id`, filled with `args`; `None` where the text file has no such message.
pub fn message(id: &str, args: &[(String, String)]) -> Option<String> {
    if !LOADER.has(id) {
        return None;
    }
    let args: HashMap<&str, &str> = args.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    Some(LOADER.get_args(id, args))
}

/// A message of the text file, checked at compile time: `fl!("log-run")`, `fl!("ran", km = 10)`.
#[macro_export]
macro_rules! fl {
    ($id:literal $(, $($args:tt)*)?) => {
        i18n_embed_fl::fl!($crate::text::loader(), $id $(, $($args)*)?)
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_has_no_invisible_marks_around_its_arguments() {
        let undo = message("undo-named", &[("what".into(), "Record a run".into())]);
        assert_eq!(undo.as_deref(), Some("Undo “Record a run”"));
    }

    #[test]
    fn an_unknown_message_is_none_not_an_empty_string() {
        assert_eq!(message("no-such-message", &[]), None);
    }
}
