//! One part of the line: its day, its time, its note, and what is told in it.
//!
//! Names are looked up first. Then day, time and note are taken out, wherever they stand, because they hold
//! for the whole part. What is left falls into items, and each item is read by the file of its topic.

use super::about::{About, Day};
use super::item::{Item, Topic, items};
use super::lexicon::Meaning;
use super::line::Line;
use super::name::named;
use super::token::{Kind, Segment, Token};
use super::value::{Shape, shape, value_at};
use super::{Span, body, habit, number, run, sleep, soreness, supplement};
use crate::domain::units::parse_clock;
use crate::fl;

/// Reads one part into `line`.
pub(super) fn read<'t>(line: &mut Line<'_, 't>, segment: Segment<'t>) {
    if let Some(mark) = segment.open_quote {
        line.problem(mark, fl!("quick-quote-open"));
    }
    let mut tokens = named(&line.lexicon, &segment.tokens);
    let first = tokens.first().map(|it| it.span.clone());
    let mut about = about(line, &mut tokens, segment.note.as_ref().map(|(_, note)| *note));
    drop_fillers(&mut tokens);
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
        let finds_its_own = matches!(item.topic, Topic::Run | Topic::Sleep | Topic::Nap);
        if let Some(vague) = about.vague.as_ref().filter(|_| about.clock.is_none() && !finds_its_own) {
            line.problem(vague.clone(), fl!("quick-time-missing"));
        }
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

/// Takes out the words that say nothing that is recorded.
fn drop_fillers(tokens: &mut Vec<Token>) {
    let mut comma = false;
    tokens.retain_mut(|it| {
        comma |= it.comma;
        if it.meaning == Some(Meaning::Filler) {
            return false;
        }
        it.comma = std::mem::take(&mut comma);
        true
    });
}

/// Takes day, time and note out of `tokens`.
fn about<'t>(line: &mut Line<'_, 't>, tokens: &mut Vec<Token<'t>>, note: Option<&'t str>) -> About<'t> {
    let mut about = About {
        note: note.unwrap_or_default(),
        ..About::default()
    };
    let mut at = 0;
    while at < tokens.len() {
        let vague = tokens[at].meaning == Some(Meaning::PartOfDay);
        if vague {
            about.vague = Some(tokens[at].span.clone());
        }
        let count = day_at(line, &mut about, tokens, at)
            .or_else(|| clock_at(line, &mut about, tokens, at))
            .or_else(|| note_at(line, &mut about, tokens, at))
            .or(vague.then_some(1));
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

fn day_at(line: &mut Line, about: &mut About, tokens: &[Token], at: usize) -> Option<usize> {
    let (count, day) = Day::at(tokens, at)?;
    if about.day.is_some() {
        line.problem(day.span, fl!("quick-one-day"));
    } else {
        about.day = Some(day);
    }
    Some(count)
}

/// `at 21:30`, `at 9`, `9pm`.
fn clock_at<'t>(line: &mut Line<'_, 't>, about: &mut About<'t>, tokens: &[Token<'t>], at: usize) -> Option<usize> {
    let text = line.text;
    let said = tokens[at].meaning == Some(Meaning::At);
    let value = value_at(text, tokens, at + usize::from(said), &|_| false);
    match value {
        // "at 15C", "at 5:20/km".
        Some(value) if said && !is_clock_like(value.shape) => Some(1),
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

/// Whether a clock time can look so.
fn is_clock_like(shape: Shape) -> bool {
    matches!(
        shape,
        Shape::Bare | Shape::Short | Shape::Long | Shape::Clock | Shape::Length
    )
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
