//! When what is typed goes to the disk.
//!
//! Not with every key: a key starts a second, and when it is over the text goes as it is then. So no
//! more than a second of typing can be lost, and a form is written at most once a second. Text that could
//! not be written goes with the next key, or when the program ends.

use std::collections::BTreeMap;

/// How long a change waits for the next before it is kept, in milliseconds.
pub const KEPT_AFTER_MS: i64 = 1_000;

/// Due at no time, but still to be kept.
const AT_THE_END: i64 = i64::MAX;

/// The forms whose text is newer than the disk's, and when each is due (ms UTC).
#[derive(Debug, Default)]
pub struct Drafts(BTreeMap<String, i64>);

impl Drafts {
    /// The text of the form `key` changed at `now_ms`.
    pub fn changed(&mut self, key: &str, now_ms: i64) {
        let due = now_ms + KEPT_AFTER_MS;
        match self.0.get_mut(key) {
            Some(at) => *at = due.min(*at),
            None => drop(self.0.insert(key.to_owned(), due)),
        }
    }

    /// The text of the form `key` may not be on the disk, although it was sent there.
    pub fn failed(&mut self, key: &str) {
        self.0.entry(key.to_owned()).or_insert(AT_THE_END);
    }

    /// There is nothing to keep of the form `key` any more.
    pub fn forget(&mut self, key: &str) {
        self.0.remove(key);
    }

    /// All forms that are to be kept, as the program ends.
    pub fn take_all(&mut self) -> Vec<String> {
        self.take_due(AT_THE_END)
    }

    /// The forms that are due at `now_ms`; they are not due any more.
    pub fn take_due(&mut self, now_ms: i64) -> Vec<String> {
        let due: Vec<_> = self.0.extract_if(.., |_, at| *at <= now_ms).collect();
        due.into_iter().map(|(key, _)| key).collect()
    }

    /// When the next one is due, ms UTC.
    pub fn next_ms(&self) -> Option<i64> {
        self.0.values().copied().min().filter(|&at| at != AT_THE_END)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_on_does_not_put_the_save_off() {
        let mut drafts = Drafts::default();
        for ms in [0, 400, 999] {
            drafts.changed("run/new", ms);
        }
        assert_eq!(drafts.take_due(999), Vec::<String>::new());
        assert_eq!(drafts.next_ms(), Some(1_000));
        assert_eq!(drafts.take_due(1_000), ["run/new"]);
        assert_eq!(drafts.next_ms(), None);
    }

    #[test]
    fn a_forgotten_form_is_not_due() {
        let mut drafts = Drafts::default();
        drafts.changed("run/new", 0);
        drafts.changed("night/new", 0);
        drafts.forget("run/new");
        assert_eq!(drafts.take_all(), ["night/new"]);
    }

    #[test]
    fn a_text_that_could_not_be_kept_goes_with_the_next_key_or_at_the_end() {
        let mut drafts = Drafts::default();
        drafts.failed("run/new");
        drafts.failed("night/new");
        assert_eq!(drafts.next_ms(), None);
        drafts.changed("run/new", 5_000);
        assert_eq!(drafts.next_ms(), Some(6_000));
        assert_eq!(drafts.take_due(6_000), ["run/new"]);
        assert_eq!(drafts.take_all(), ["night/new"]);
    }
}
