//! One part of the line: its day, its time, its note, and what is told in it.
//!
//! Names are looked up first, the longest first. Then day, time and note are taken out, wherever they
//! stand, because they hold for the whole part. What is left falls into items: a name begins one, and the
//! words after it belong to it, as do the words before the first name (`10m ice bath`). Names of the same
//! kind go on together where that is how one speaks: all of a run, all sore places, all of a check-in.

use super::about::{About, Day};
use super::lexicon::{Lexicon, Meaning};
use super::line::Line;
use super::token::{Kind, Segment, Token};
use super::value::{Shape, shape, value_at};
use super::{Span, body, habit, number, run, sleep, soreness, supplement};
use crate::domain::Slug;
use crate::domain::units::parse_clock;
use crate::fl;

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

/// Reads one part into `line`.
pub(super) fn read<'t>(line: &mut Line<'_, 't>, segment: Segment<'t>) {
    if let Some(mark) = segment.open_quote {
        line.problem(mark, fl!("quick-quote-open"));
    }
    let mut tokens = named(&line.lexicon, &segment.tokens);
    let first = tokens.first().map(|it| it.span.clone());
    let mut about = about(line, &mut tokens, segment.note.as_ref().map(|(_, note)| *note));
    let items = items(tokens);
    if items.is_empty() {
        // A day, a time or a note alone.
        if let Some(span) = first.or(segment.note.map(|(span, _)| span)) {
            line.problem(span, fl!("quick-nothing-told"));
        }
        return;
    }
    let items: Vec<_> = items
        .into_iter()
        .map(|it| without_clock(line, it, &mut about))
        .collect();
    for item in items {
        match item.topic.clone() {
            Topic::Run => run::read(line, &about, &item),
            Topic::Soreness => soreness::read(line, &about, &item),
            Topic::Sleep => sleep::read(line, &about, &item, false),
            Topic::Nap => sleep::read(line, &about, &item, true),
            Topic::Body => body::read(line, &about, &item),
            Topic::Habit(slug) => habit::read(line, &about, &item, &slug),
            Topic::Supplement(slug) => supplement::known(line, &about, &item, &slug),
            Topic::Unknown => supplement::unknown(line, &about, &item),
        }
    }
}

/// Looks up the names, the longest first.
fn named<'t>(lexicon: &Lexicon, tokens: &[Token<'t>]) -> Vec<Token<'t>> {
    let mut out: Vec<Token<'t>> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let token = &tokens[at];
        let is_unit = token.joined && follows_number(&out) && lexicon.is_unit(token.text);
        if token.kind != Kind::Word || is_unit {
            out.push(token.clone());
            at += 1;
        } else if let Some((count, name)) = longest(lexicon, &tokens[at..]) {
            out.push(name);
            at += count;
        } else {
            out.extend(glued(lexicon, token));
            at += 1;
        }
    }
    out
}

/// Whether the last word is a number that may have its unit behind it: in `feel 4 hr 148` the 4 has its
/// name before it.
fn follows_number(tokens: &[Token]) -> bool {
    let (number, before) = match tokens {
        [.., before, number] => (number, before.meaning.as_ref()),
        [number] => (number, None),
        [] => return false,
    };
    shape(number.text) == Some(Shape::Bare) && !before.is_some_and(takes_number)
}

/// Whether a bare number follows this name.
fn takes_number(name: &Meaning) -> bool {
    matches!(
        name,
        Meaning::Field(_) | Meaning::Quality | Meaning::Region(_) | Meaning::Side(_) | Meaning::Body(_)
    )
}

/// The longest name that begins here, as one token, and how many words it has.
fn longest<'t>(lexicon: &Lexicon, tokens: &[Token<'t>]) -> Option<(usize, Token<'t>)> {
    let first = tokens.first()?;
    let follows = |it: &&Token| it.joined && it.kind == Kind::Word;
    let most = 1 + tokens[1..].iter().take_while(follows).count();
    (1..=most.min(lexicon.longest())).rev().find_map(|count| {
        let words: Vec<_> = tokens[..count].iter().map(|it| it.text).collect();
        let meaning = lexicon.find(&words.concat())?.clone();
        let name = Token {
            span: first.span.start..tokens[count - 1].span.end,
            meaning: Some(meaning),
            ..first.clone()
        };
        Some((count, name))
    })
}

/// A name with its number behind it, as in `rpe6` and `L4`, taken apart; else the word as it is.
fn glued<'t>(lexicon: &Lexicon, token: &Token<'t>) -> Vec<Token<'t>> {
    let digits = token.text.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    let (name, number) = token.text.split_at(digits);
    let meaning = lexicon.find(name).filter(|it| takes_number(it));
    let (Some(meaning), Some(_)) = (meaning, shape(number)) else {
        return vec![token.clone()];
    };
    let middle = token.span.start + digits;
    vec![
        Token {
            span: token.span.start..middle,
            text: name,
            meaning: Some(meaning.clone()),
            ..token.clone()
        },
        Token {
            span: middle..token.span.end,
            text: number,
            comma: false,
            joined: true,
            ..token.clone()
        },
    ]
}

/// Takes day, time and note out of `tokens`.
fn about<'t>(line: &mut Line<'_, 't>, tokens: &mut Vec<Token<'t>>, note: Option<&'t str>) -> About<'t> {
    let mut about = About {
        note: note.unwrap_or_default(),
        ..About::default()
    };
    let mut at = 0;
    while at < tokens.len() {
        let count = day_at(line, &mut about, &tokens[at])
            .or_else(|| clock_at(line, &mut about, tokens, at))
            .or_else(|| note_at(line, &mut about, tokens, at));
        match count {
            Some(count) => {
                let comma = tokens[at].comma;
                tokens.drain(at..at + count);
                if let Some(next) = tokens.get_mut(at) {
                    next.joined = false;
                    next.comma |= comma;
                }
            }
            None => at += 1,
        }
    }
    about
}

fn day_at(line: &mut Line, about: &mut About, token: &Token) -> Option<usize> {
    let day = Day::of(token)?;
    if about.day.is_some() {
        line.problem(token.span.clone(), fl!("quick-one-day"));
    } else {
        about.day = Some(day);
    }
    Some(1)
}

/// `at 21:30`, `at 9`, `9pm`.
fn clock_at<'t>(line: &mut Line<'_, 't>, about: &mut About<'t>, tokens: &[Token<'t>], at: usize) -> Option<usize> {
    let text = line.text;
    let said = tokens[at].meaning == Some(Meaning::At);
    let value = value_at(text, tokens, at + usize::from(said), &|_| false);
    match value {
        Some(value) if said || value.shape == Shape::Clock => {
            set_clock(line, about, value.text, value.span.clone());
            Some(value.count + usize::from(said))
        }
        _ if said => {
            let (count, span) = number::instead(tokens, at);
            line.problem(span, fl!("quick-no-clock"));
            Some(1 + count)
        }
        _ => None,
    }
}

/// `note "…"`, and without quotation marks all that follows.
fn note_at<'t>(line: &mut Line<'_, 't>, about: &mut About<'t>, tokens: &[Token<'t>], at: usize) -> Option<usize> {
    if tokens[at].meaning != Some(Meaning::Note) {
        return None;
    }
    let rest = &tokens[at + 1..];
    let quoted = rest.first().filter(|it| it.kind == Kind::Quoted);
    let (count, note) = match (quoted, rest.first(), rest.last()) {
        (Some(quoted), ..) => (1, quoted.text),
        (None, Some(first), Some(last)) => (rest.len(), &line.text[first.span.start..last.span.end]),
        _ => {
            line.problem(tokens[at].span.clone(), fl!("quick-no-note"));
            return Some(1);
        }
    };
    if !about.note.is_empty() {
        line.problem(tokens[at].span.clone(), fl!("quick-said-twice"));
    }
    about.note = note;
    Some(1 + count)
}

fn set_clock(line: &mut Line, about: &mut About, text: &str, span: Span) {
    match parse_clock(text) {
        Err(why) => line.problem(span, why.sentence()),
        Ok(_) if about.clock.is_some() => line.problem(span, fl!("quick-one-time")),
        Ok(time) => about.clock = Some((time, span)),
    }
}

/// The item without the `21:30` in it, which is the time of the part. A session and a night have other
/// numbers that look like it, and find theirs themselves.
fn without_clock<'t>(line: &mut Line<'_, 't>, mut item: Item<'t>, about: &mut About<'t>) -> Item<'t> {
    if matches!(item.topic, Topic::Run | Topic::Sleep | Topic::Nap) {
        return item;
    }
    let is_clock = |it: &Token| it.kind == Kind::Word && shape(it.text) == Some(Shape::Short);
    for token in item.tokens.iter().filter(|it| is_clock(it)) {
        set_clock(line, about, token.text, token.span.clone());
    }
    item.tokens.retain(|it| !is_clock(it));
    item
}

/// Parts the words into items.
fn items(tokens: Vec<Token>) -> Vec<Item> {
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
        let is_name = first.kind == Kind::Word && shape(first.text).is_none();
        let topic = if is_name { Topic::Unknown } else { Topic::Run };
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
        Meaning::Sport(_) | Meaning::Kind(_) | Meaning::Field(_) => Topic::Run,
        Meaning::Region(_) | Meaning::Side(_) | Meaning::RestFine => Topic::Soreness,
        Meaning::Sleep | Meaning::Quality => Topic::Sleep,
        Meaning::Nap => Topic::Nap,
        Meaning::Body(_) => Topic::Body,
        Meaning::Habit(slug) => Topic::Habit(slug.clone()),
        Meaning::Supplement(slug) => Topic::Supplement(slug.clone()),
        Meaning::DaysAgo(_) | Meaning::Weekday(_) | Meaning::At | Meaning::To | Meaning::No | Meaning::Note => {
            return None;
        }
    })
}
