//! What the program has to say: each thing once, as a sentence about the runner's data.
//!
//! A notice is shown as a toast until it is dismissed or its time is over. Problems stay until they are
//! dismissed; they are also kept when the next one comes.

use super::command::PathFor;

/// How long a good notice stays, in milliseconds.
const SHOWN_MS: i64 = 8_000;

/// What kind of notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Something was done.
    Done,
    /// Something is worth knowing.
    Info,
    /// Something did not work.
    Problem,
}

/// One notice.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// Names it, for [`super::Command::DismissNotice`].
    pub id: u64,
    /// What kind.
    pub severity: Severity,
    /// What happened, and what to do.
    pub sentence: String,
    /// Whether an undo button belongs beside it: the batch it would take back.
    pub undo: Option<i64>,
    /// The path it is about, where a new try with another one makes it superfluous.
    pub of: Option<PathFor>,
    /// When it goes away by itself, ms UTC.
    pub until_ms: Option<i64>,
}

/// All notices now shown, oldest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Notices {
    shown: Vec<Notice>,
    last_id: u64,
}

impl Notices {
    /// Says that something was done, with an undo of `batch` beside it where there is one.
    pub fn done(&mut self, sentence: String, undo: Option<i64>, now_ms: i64) {
        self.shown.retain(|notice| notice.severity == Severity::Problem);
        self.push(Severity::Done, sentence, undo, Some(now_ms + SHOWN_MS));
    }

    /// Says something worth knowing.
    pub fn info(&mut self, sentence: String, now_ms: i64) {
        self.push(Severity::Info, sentence, None, Some(now_ms + SHOWN_MS));
    }

    /// Says that something did not work; the same sentence is not said twice.
    pub fn problem(&mut self, sentence: String) {
        if self.shown.iter().all(|notice| notice.sentence != sentence) {
            self.push(Severity::Problem, sentence, None, None);
        }
    }

    /// Says that something did not work with a path `of` this, in the place of what was said of it before.
    pub fn problem_of(&mut self, of: PathFor, sentence: String) {
        self.settle(of);
        self.push(Severity::Problem, sentence, None, None);
        if let Some(notice) = self.shown.last_mut() {
            notice.of = Some(of);
        }
    }

    /// Takes away what was said of a path: there is a new try.
    pub fn settle(&mut self, of: PathFor) {
        self.shown.retain(|notice| notice.of != Some(of));
    }

    /// Takes one away.
    pub fn dismiss(&mut self, id: u64) {
        self.shown.retain(|notice| notice.id != id);
    }

    /// Takes away those whose time is over.
    pub fn expire(&mut self, now_ms: i64) {
        self.shown
            .retain(|notice| notice.until_ms.is_none_or(|until| until > now_ms));
    }

    /// The notices, oldest first.
    pub fn iter(&self) -> impl Iterator<Item = &Notice> {
        self.shown.iter()
    }

    /// When the next one goes away, ms UTC.
    pub fn next_expiry_ms(&self) -> Option<i64> {
        self.shown.iter().filter_map(|notice| notice.until_ms).min()
    }

    fn push(&mut self, severity: Severity, sentence: String, undo: Option<i64>, until_ms: Option<i64>) {
        self.last_id += 1;
        self.shown.push(Notice {
            id: self.last_id,
            severity,
            sentence,
            undo,
            of: None,
            until_ms,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn good_news_goes_away_and_problems_stay() {
        let mut notices = Notices::default();
        notices.done("Saved".into(), Some(1), 0);
        notices.problem("The disk is full".into());
        notices.expire(SHOWN_MS);
        let left: Vec<_> = notices.iter().map(|notice| notice.sentence.as_str()).collect();
        assert_eq!(left, ["The disk is full"]);
    }

    #[test]
    fn a_new_try_takes_away_what_was_said_of_the_one_before_and_nothing_else() {
        let mut notices = Notices::default();
        notices.problem_of(PathFor::Export, "No such folder".into());
        notices.problem_of(PathFor::LeftOut, "There already".into());
        notices.problem_of(PathFor::Export, "The disk is full".into());
        let said = |notices: &Notices| notices.iter().map(|it| it.sentence.clone()).collect::<Vec<_>>();
        assert_eq!(said(&notices), ["There already", "The disk is full"]);
        notices.settle(PathFor::Export);
        assert_eq!(said(&notices), ["There already"]);
    }
}
