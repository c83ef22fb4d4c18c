//! Parting the words of a part into items, each about one thing.
//!
//! A name begins an item, and the words after it belong to it, as do the words before the first name
//! (`10m ice bath`). Names of the same kind go on together where that is how one speaks: all of a run, all
//! sore places, all of a check-in.

use super::Span;
use super::lexicon::Meaning;
use super::token::{Kind, Token};
use super::value::{Shape, shape};
use crate::domain::Slug;

/// What an item is about.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Topic {
    /// A session.
    Run,
    /// Sore places.
    Soreness,
    /// A night.
    Sleep,
    /// A nap.
    Nap,
    /// A check-in.
    Body,
    /// A habit.
    Habit(Slug),
    /// A supplement of the catalogue.
    Supplement(Slug),
    /// A name that is not known.
    Unknown,
}

/// What is told about one thing.
#[derive(Debug)]
pub(super) struct Item<'t> {
    /// The thing.
    pub(super) topic: Topic,
    /// Its words.
    pub(super) tokens: Vec<Token<'t>>,
    /// From its first word to its last.
    pub(super) span: Span,
}

impl<'t> Item<'t> {
    /// An item of these words, at least one.
    fn new(topic: Topic, tokens: Vec<Token<'t>>) -> Self {
        let ends = tokens.first().zip(tokens.last());
        let span = ends.map_or(0..0, |(first, last)| first.span.start..last.span.end);
        Self { topic, tokens, span }
    }

    fn extend(&mut self, tokens: impl IntoIterator<Item = Token<'t>>) {
        for token in tokens {
            self.span.end = token.span.end;
            self.tokens.push(token);
        }
    }

    /// Whether it says that it was not.
    pub(super) fn is_no(&self) -> bool {
        self.tokens.iter().any(|it| it.meaning == Some(Meaning::No))
    }
}

/// Parts the words into items.
pub(super) fn items(tokens: Vec<Token>) -> Vec<Item> {
    let mut parting = Parting::default();
    for token in tokens {
        parting.take(token);
    }
    parting.end_of_part();
    parting.end()
}

#[derive(Default)]
struct Parting<'t> {
    done: Vec<Item<'t>>,
    /// Whether a name was met since the last comma.
    begun: bool,
    /// Words since then, while none was.
    before: Vec<Token<'t>>,
}

impl<'t> Parting<'t> {
    fn take(&mut self, token: Token<'t>) {
        if token.comma {
            self.end_of_part();
        }
        if token.meaning == Some(Meaning::No) {
            self.begun = false;
        }
        match topic(&token) {
            Some(topic) => self.begin(topic, token),
            None if self.begun => self.last(token),
            None => self.before.push(token),
        }
    }

    /// A name: it goes on with the item that is open, or begins another.
    fn begin(&mut self, topic: Topic, token: Token<'t>) {
        let denies = self.before.iter().any(|it| it.meaning == Some(Meaning::No));
        let begun = self.begun;
        let goes_on = |open: &Item| !denies && goes_on(open, &topic, &token, begun);
        let goes_on = self.done.last().is_some_and(goes_on);
        let mut tokens = std::mem::take(&mut self.before);
        tokens.push(token);
        match self.done.last_mut() {
            Some(open) if goes_on => open.extend(tokens),
            _ => self.done.push(Item::new(topic, tokens)),
        }
        self.begun = true;
    }

    fn last(&mut self, token: Token<'t>) {
        if let Some(open) = self.done.last_mut() {
            open.extend([token]);
        }
    }

    /// A comma: words without a name belong to what was told before it, unless they begin with one that
    /// is not known.
    fn end_of_part(&mut self) {
        self.begun = false;
        let before = std::mem::take(&mut self.before);
        let Some(first) = before.iter().find(|it| it.meaning != Some(Meaning::No)) else {
            if !before.is_empty() {
                self.done.push(Item::new(Topic::Unknown, before));
            }
            return;
        };
        let shapes = || before.iter().filter_map(|it| shape(it.text));
        let is_run = shapes().any(|it| matches!(it, Shape::Distance | Shape::Pace | Shape::Long));
        let is_name = first.kind == Kind::Word && shape(first.text).is_none() && !is_run;
        let topic = match shapes().next() {
            _ if is_name => Topic::Unknown,
            Some(Shape::Mass) => Topic::Body,
            _ => Topic::Run,
        };
        match self.done.last_mut() {
            Some(open) if !is_name => open.extend(before),
            _ => self.done.push(Item::new(topic, before)),
        }
    }

    fn end(self) -> Vec<Item<'t>> {
        self.done
    }
}

/// Whether `token`, the name of `topic`, goes on with the item that is `open`. `begun` says that no comma
/// stands between.
fn goes_on(open: &Item, topic: &Topic, token: &Token, begun: bool) -> bool {
    let is_sport = |it: &Token| matches!(it.meaning, Some(Meaning::Sport(_)));
    match (&open.topic, topic) {
        (Topic::Run, Topic::Run) if is_sport(token) => begun && !open.tokens.iter().any(is_sport),
        (Topic::Nap, Topic::Sleep) => begun && token.meaning == Some(Meaning::Quality),
        (Topic::Run, Topic::Run)
        | (Topic::Soreness, Topic::Soreness)
        | (Topic::Sleep, Topic::Sleep)
        | (Topic::Body, Topic::Body) => true,
        _ => false,
    }
}

fn topic(token: &Token) -> Option<Topic> {
    Some(match token.meaning.as_ref()? {
        Meaning::Sport(_) | Meaning::Kind(_) | Meaning::Field(_) | Meaning::Distance(_) => Topic::Run,
        Meaning::Region(_) | Meaning::Side(_) | Meaning::RestFine => Topic::Soreness,
        Meaning::Sleep | Meaning::Quality => Topic::Sleep,
        Meaning::Nap => Topic::Nap,
        Meaning::Body(_) => Topic::Body,
        Meaning::Habit(slug) => Topic::Habit(slug.clone()),
        Meaning::Supplement(slug) => Topic::Supplement(slug.clone()),
        Meaning::DaysAgo(_)
        | Meaning::Weekday(_)
        | Meaning::Month(_)
        | Meaning::At
        | Meaning::To
        | Meaning::No
        | Meaning::Note
        | Meaning::Filler
        | Meaning::PartOfDay => return None,
    })
}
