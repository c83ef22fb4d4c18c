//! What can be found, and what of it some letters find.
//!
//! Commands come from the one command table, so that nothing has to be added here. Letters are looked for
//! in the name, in order and with gaps (`recrun` finds "Record a run"), each word for itself; what has them
//! close together and at the beginnings of words comes first. What is found only loosely goes where
//! something is found well. What has the text in its second line (a command's explanation, what else a
//! day holds) is found, too, behind those.

use jiff::civil::Date;
use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::date::typed_day;
use super::days::Day;
use crate::app::Model;
use crate::app::command::{Action, Command, actions};
use crate::domain::words;
use crate::fl;

/// So many days are shown before anything is typed.
const UNASKED_DAYS: usize = 5;

/// Something that can be found.
#[derive(Clone, Debug)]
pub enum Entry {
    /// A line of the command table.
    Command(Action),
    /// A day, its words, and what else it holds.
    Day(Date, String, String),
}

/// An entry that was found.
#[derive(Clone, Debug)]
pub struct Found {
    /// The entry.
    pub entry: Entry,
    /// Which letters of its label were looked for, rising.
    pub letters: Vec<u32>,
}

impl Entry {
    /// Its words.
    pub fn label(&self) -> &str {
        match self {
            Self::Command(action) => &action.label,
            Self::Day(_, label, _) => label,
        }
    }

    /// Its second line; may be empty.
    pub fn more(&self) -> &str {
        match self {
            Self::Command(action) => &action.hint,
            Self::Day(_, _, more) => more,
        }
    }

    /// What choosing it does; `None` where that cannot be done now.
    pub fn command(&self, model: &Model) -> Option<Command> {
        match self {
            Self::Command(action) => action.enabled.then(|| action.command.clone()),
            Self::Day(day, ..) => (*day <= model.today()).then_some(Command::OpenDay(*day)),
        }
    }
}

/// What `text` finds; everything, and the last days, where it is empty.
pub fn find(model: &Model, days: &[Day], text: &str, matcher: &mut Matcher) -> Vec<Found> {
    let all = |entry| Found {
        entry,
        letters: Vec::new(),
    };
    let table = actions(model);
    if text.trim().is_empty() {
        let days = days.iter().take(UNASKED_DAYS).map(|it| day_entry(it, model));
        let table = table.into_iter().map(Entry::Command);
        return table.chain(days).map(all).collect();
    }
    let mut search = Search::of(text, matcher);
    let mut found: Vec<_> = table.into_iter().map(Entry::Command).collect();
    found.extend(days.iter().map(|it| day_entry(it, model)));
    let mut found: Vec<_> = found.into_iter().filter_map(|it| search.look_at(it)).collect();
    let best = found.iter().map(|(score, _)| *score).max().unwrap_or_default();
    found.retain(|(score, _)| *score == 0 || *score * 2 >= best);
    found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    let typed = typed_day(text, model.today());
    let not_typed = |it: &Found| !matches!(it.entry, Entry::Day(day, ..) if Some(day) == typed);
    let named = typed.map(|day| all(named_day(day, days, model)));
    let mut found: Vec<_> = found.into_iter().map(|(_, it)| it).filter(not_typed).collect();
    // "Today" is a place before it is a day.
    let is_called = |it: &Found| it.entry.label().to_lowercase() == text.trim().to_lowercase();
    let at = usize::from(found.first().is_some_and(is_called));
    found.splice(at..at, named);
    found
}

fn day_entry(it: &Day, model: &Model) -> Entry {
    let (day, what) = (day_words(it.date, model), it.what.as_str());
    Entry::Day(it.date, fl!("finder-day", day = day, what = what), it.more.clone())
}

/// A day that was named, whatever it holds.
fn named_day(day: Date, days: &[Day], model: &Model) -> Entry {
    if let Some(it) = days.iter().find(|it| it.date == day) {
        return day_entry(it, model);
    }
    let words = day_words(day, model);
    let label = if day > model.today() {
        fl!("finder-day-to-come", day = words)
    } else if model.daily().row(day).is_some_and(|it| it.covered) {
        words
    } else {
        fl!("finder-day-nothing", day = words)
    };
    Entry::Day(day, label, String::new())
}

fn day_words(day: Date, model: &Model) -> String {
    if day.year() == model.today().year() {
        words::day(day)
    } else {
        words::day_with_year(day)
    }
}

/// Some letters, looked for.
struct Search<'a> {
    loose: Pattern,
    whole: Pattern,
    matcher: &'a mut Matcher,
    buffer: Vec<char>,
}

impl<'a> Search<'a> {
    fn of(text: &str, matcher: &'a mut Matcher) -> Self {
        let pattern = |kind| Pattern::new(text, CaseMatching::Ignore, Normalization::Smart, kind);
        Self {
            loose: pattern(AtomKind::Fuzzy),
            whole: pattern(AtomKind::Substring),
            matcher,
            buffer: Vec::new(),
        }
    }

    /// The entry with how well it was found; 0 where only its second line was.
    fn look_at(&mut self, entry: Entry) -> Option<(u32, Found)> {
        let mut letters = Vec::new();
        let label = Utf32Str::new(entry.label(), &mut self.buffer);
        if let Some(score) = self.loose.indices(label, self.matcher, &mut letters) {
            letters.sort_unstable();
            letters.dedup();
            return Some((score.max(1), Found { entry, letters }));
        }
        let more = Utf32Str::new(entry.more(), &mut self.buffer);
        self.whole.score(more, self.matcher)?;
        let letters = Vec::new();
        Some((0, Found { entry, letters }))
    }
}

/// What finds. It keeps some memory, so there is one.
pub fn matcher() -> Matcher {
    Matcher::new(Config::DEFAULT)
}
