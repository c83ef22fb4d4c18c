//! Daylio's own five moods, which it names in the runner's language.
//!
//! Languages share words that mean different things ("ok" is the third in German, and nothing in English), so a file
//! is of the language that knows most of its moods.

/// From the worst to the best, a language each: English, German, Italian, Polish.
const MOODS: [[&str; 5]; 4] = [
    ["awful", "bad", "meh", "good", "rad"],
    ["lausig", "schlecht", "ok", "gut", "super"],
    ["terribile", "male", "così così", "buono", "ottimo"],
    ["okropnie", "źle", "tak sobie", "dobrze", "wspaniale"],
];

/// The moods of one file.
pub(super) struct Moods(&'static [&'static str; 5]);

impl Moods {
    /// Those of the language that knows most of these words; of equals the first.
    pub fn of(words: &[String]) -> Self {
        let known = |it: &[&str; 5]| words.iter().filter(|word| place(it, word).is_some()).count();
        let best = MOODS.iter().rev().max_by_key(|it| known(it));
        Self(best.unwrap_or(&MOODS[0]))
    }

    /// 1, the best, to 5, the worst; `None` for a mood of the runner's own.
    pub fn rating(&self, word: &str) -> Option<f64> {
        place(self.0, word).map(|at| (self.0.len() - at) as f64)
    }
}

fn place(moods: &[&str; 5], word: &str) -> Option<usize> {
    let word = word.trim().to_lowercase();
    moods.iter().position(|it| *it == word)
}
