//! When what is typed goes to the disk.
//!
//! Not with every key: a key starts a second, and when it is over the text goes as it is then. So no
//! more than a second of typing can be lost, and a form is written at most once a second.

use std::collections::BTreeMap;

/// How long a change waits for the next before it is kept, in milliseconds.
pub const KEPT_AFTER_MS: i64 = 1_000;

/// The forms whose text is newer than the disk's, and when each is due (ms UTC).
#[derive(Debug, Default)]
pub struct Drafts(BTreeMap<String, i64>);

impl Drafts {
    /// The text of the form `key` changed at `now_ms`.
    pub fn changed(&mut self, key: &str, now_ms: i64) {
        if !self.0.contains_key(key) {
            self.0.insert(key.to_owned(), now_ms + KEPT_AFTER_MS);
        }
    }

    /// There is nothing to keep of the form `key` any more.
    pub fn forget(&mut self, key: &str) {
        self.0.remove(key);
    }

    /// The forms that are due at `now_ms`; they are not due any more.
    pub fn take_due(&mut self, now_ms: i64) -> Vec<String> {
        let due: Vec<_> = self.0.extract_if(.., |_, at| *at <= now_ms).collect();
        due.into_iter().map(|(key, _)| key).collect()
    }

    /// When the next one is due, ms UTC.
    pub fn next_ms(&self) -> Option<i64> {
        self.0.values().copied().min()
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
        assert_eq!(drafts.take_due(i64::MAX), ["night/new"]);
    }
}
