//! Names of catalogue entries as files of others spell them.

use nucleo_matcher::chars::normalize;

/// The longest name of an entry, characters; the rest of a longer one is cut.
const LONGEST: usize = 120;

/// What a name is looked up by: its letters and digits, without accents and case. A name without any is
/// looked up by its signs.
pub(super) fn key(name: &str) -> String {
    let plain: String = folded(name).filter(|c| c.is_alphanumeric()).collect();
    if plain.is_empty() {
        // A colon parts the pieces of a record's name in its source.
        return name.chars().filter(|c| !c.is_whitespace() && *c != ':').collect();
    }
    plain
}

/// The words of a name, from which its slug is made.
pub(super) fn word(name: &str) -> String {
    if name.chars().any(char::is_alphanumeric) {
        return folded(&shown(name)).collect();
    }
    let signs = name.chars().filter(|c| !c.is_whitespace()).take(8);
    signs
        .map(|c| format!("x{:x}", u32::from(c)))
        .collect::<Vec<_>>()
        .join(" ")
}

/// A name as it stands in a list: one line, not too long.
pub(super) fn shown(name: &str) -> String {
    let words = name.split(|c: char| c.is_whitespace() || c.is_control());
    let words: Vec<_> = words.filter(|it| !it.is_empty()).collect();
    words.join(" ").chars().take(LONGEST).collect()
}

fn folded(name: &str) -> impl Iterator<Item = char> {
    // A mark that stands behind its letter is no letter, and falls away with the rest.
    name.chars().take(LONGEST).map(normalize).flat_map(char::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_looked_up_by_its_letters_whatever_stands_around_them() {
        for name in ["Ice bath", "ICE-BATH", "🧊 ice bath", "Íce bâth?", "Ice\u{301} bath"] {
            assert_eq!(key(name), "icebath", "{name}");
        }
        assert_eq!(key("Стретчинг"), "стретчинг");
        assert_eq!(key("🧊 :"), "🧊");
        assert_ne!(key("🧊"), key("🏃"));
    }

    #[test]
    fn names_of_signs_have_words_of_their_own() {
        assert_eq!(word("Réveil à 6h"), "reveil a 6h");
        assert_eq!(word("🧊"), "x1f9ca");
        assert_eq!(shown("  two\n lines "), "two lines");
    }
}
