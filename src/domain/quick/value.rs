//! What a number with its unit can be, by its look alone.
//!
//! Reading it is left to [`units`]; here it is only told apart what it is, so that a run knows which of
//! its numbers is the distance, and which words belong to one value (`7 h 30 min`, `400 mg`).

use super::Span;
use super::token::{Kind, Token};
use crate::domain::units::{self, InputError, split_unit};

/// What a value looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// `10.2`, `4/10`.
    Bare,
    /// `10.2k`, `6.2 miles`.
    Distance,
    /// `400m`: metres, or minutes.
    Metres,
    /// `1h05`, `54 min`.
    Length,
    /// `54:30`, `21:30`.
    Short,
    /// `1:41:20`.
    Long,
    /// `9pm`, `9:30 pm`.
    Clock,
    /// `5:20/km`, `12 km/h`.
    Pace,
    /// `15C`, `59 °F`.
    Temperature,
    /// `71.4kg`.
    Mass,
    /// `500ml`.
    Volume,
    /// Any other unit.
    Amount,
}

/// A value that stands somewhere.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Value<'t> {
    /// Where.
    pub(super) span: Span,
    /// As typed.
    pub(super) text: &'t str,
    /// What it looks like.
    pub(super) shape: Shape,
    /// Over how many tokens.
    pub(super) count: usize,
}

/// The shape of `text`; `None` where it is no value.
pub(super) fn shape(text: &str) -> Option<Shape> {
    let text = text.trim();
    let unsigned = text.trim_start_matches(['+', '-', '−']);
    let begins = |c: char| c.is_ascii_digit() || (c == '.' && unsigned[1..].starts_with(|c: char| c.is_ascii_digit()));
    if !unsigned.starts_with(begins) {
        return None;
    }
    if text.contains(':') {
        return with_colon(text);
    }
    let (_, unit) = split_unit(text);
    Some(match unit.as_str() {
        "" => Shape::Bare,
        out_of if out_of.strip_prefix('/').is_some_and(is_number) => Shape::Bare,
        "am" | "a.m." | "pm" | "p.m." => Shape::Clock,
        "k" | "km" | "kms" | "mi" | "mile" | "miles" | "metres" | "meters" => Shape::Distance,
        "m" => Shape::Metres,
        "kg" | "kilo" | "kilos" | "lb" | "lbs" | "pound" | "pounds" => Shape::Mass,
        "ml" | "cl" | "dl" | "l" | "litre" | "litres" | "liter" | "liters" => Shape::Volume,
        "c" | "f" | "celsius" | "fahrenheit" | "deg" | "degree" | "degrees" => Shape::Temperature,
        degrees if degrees.starts_with(['°', 'º']) => Shape::Temperature,
        "km/h" | "kmh" | "kph" | "mph" | "mi/h" => Shape::Pace,
        pace if pace.ends_with("/km") || pace.ends_with("/mi") || pace.ends_with("/mile") => Shape::Pace,
        _ if is_length(text) => Shape::Length,
        _ => Shape::Amount,
    })
}

fn with_colon(text: &str) -> Option<Shape> {
    let lower = text.to_lowercase();
    if ["am", "a.m.", "pm", "p.m."].iter().any(|it| lower.ends_with(it)) {
        return Some(Shape::Clock);
    }
    if lower.contains('/') {
        return Some(Shape::Pace);
    }
    let mut parts = lower.split(':');
    let all = parts.clone().count();
    let digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    match all {
        2 if parts.all(digits) => Some(Shape::Short),
        3 if parts.all(digits) => Some(Shape::Long),
        _ => None,
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

fn is_length(text: &str) -> bool {
    !matches!(units::parse_duration(text), Err(InputError::NotUnderstood(_)))
}

/// Whether `word` is a unit that can stand apart from its number.
pub(super) fn is_unit(word: &str) -> bool {
    shape(&format!("1{word}")).is_some_and(|it| !matches!(it, Shape::Bare | Shape::Amount))
}

/// The value that begins at `tokens[at]`, as many words of it as belong together. `is_amount` knows the
/// units that are none of the common ones.
pub(super) fn value_at<'t>(
    text: &'t str,
    tokens: &[Token],
    at: usize,
    is_amount: &dyn Fn(&str) -> bool,
) -> Option<Value<'t>> {
    let first = tokens
        .get(at)
        .filter(|it| it.kind == Kind::Word && it.meaning.is_none())?;
    shape(first.text)?;
    let follows = |it: &&Token| it.joined && it.kind == Kind::Word && it.meaning.is_none();
    let more = tokens[at + 1..].iter().take_while(follows).count().min(3);
    let joined = (1..=more).rev().find_map(|more| {
        let span = first.span.start..tokens[at + more].span.end;
        let shape = joined(&text[span.clone()], &tokens[at..=at + more], is_amount)?;
        Some((span, shape, more + 1))
    });
    let (span, shape, count) = match joined {
        Some(it) => it,
        None => (first.span.clone(), shape(first.text)?, 1),
    };
    Some(Value {
        text: &text[span.clone()],
        span,
        shape,
        count,
    })
}

/// The shape of a value of several words: a number and its unit, or hours and minutes.
fn joined(text: &str, tokens: &[Token], is_amount: &dyn Fn(&str) -> bool) -> Option<Shape> {
    let whole = shape(text)?;
    let last = tokens.last()?.text;
    let ends_in_unit = !last.starts_with(|c: char| c.is_ascii_digit()) && shape(last).is_none();
    match whole {
        Shape::Length => last.ends_with(char::is_alphabetic).then_some(whole),
        _ if tokens.len() > 2 || !ends_in_unit => None,
        Shape::Amount => (shape(tokens[0].text) == Some(Shape::Bare) && is_amount(last)).then_some(whole),
        _ => Some(whole),
    }
}
