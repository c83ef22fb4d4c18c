//! The number that stands after its name: `rpe 6`, `mood 2`, `ascent 120m`.

use std::ops::RangeInclusive;

use super::Span;
use super::line::Line;
use super::token::Token;
use super::value::{Shape, value_at};
use crate::domain::units::{InputError, parse_number_in, show_number, split_unit};
use crate::fl;

/// The most metres that are climbed.
const CLIMB_M: RangeInclusive<f64> = 0.0..=1e5;

/// The number after the name at `at`: over how many tokens, and it, where it is one in `range`, and
/// `whole` where it has to be. Beats a minute, milliseconds and metres may say so, and a score out of what.
pub(super) fn after<'t>(
    line: &mut Line<'_, 't>,
    tokens: &[Token<'t>],
    at: usize,
    range: RangeInclusive<f64>,
    whole: bool,
) -> (usize, Option<(f64, Span)>) {
    let (low, high) = (show_number(*range.start()), show_number(*range.end()));
    let missing = |line: &mut Line, span: Span| {
        let name = &line.text[tokens[at].span.clone()];
        let sentence = fl!(
            "quick-number-missing",
            name = name,
            low = low.as_str(),
            high = high.as_str()
        );
        line.problem(span, sentence);
    };
    let is_unit = |unit: &str| matches!(unit.to_lowercase().as_str(), "bpm" | "ms");
    let Some(value) = value_at(line.text, tokens, at + 1, &is_unit) else {
        let (count, span) = instead(tokens, at);
        missing(line, span);
        return (count, None);
    };
    let (number, unit) = split_unit(value.text);
    let fits = match value.shape {
        Shape::Bare => unit.is_empty() || unit.strip_prefix('/') == Some(high.as_str()),
        Shape::Metres => *range.end() >= *CLIMB_M.end(),
        Shape::Amount => is_unit(&unit),
        _ => false,
    };
    if !fits {
        missing(line, value.span);
        return (value.count, None);
    }
    let number = line.parsed(&value.span, parse_number_in(number, range));
    if whole && number.is_some_and(|it| it.fract() != 0.0) {
        line.problem(value.span.clone(), fl!("form-whole-number"));
    }
    (value.count, number.map(|it| (it, value.span)))
}

/// What stands in the place of the value after the name at `at`: over how many tokens, and where; the name
/// itself where nothing does.
pub(super) fn instead(tokens: &[Token], at: usize) -> (usize, Span) {
    let next = tokens.get(at + 1).filter(|it| it.joined && it.meaning.is_none());
    match next {
        Some(next) => (1, next.span.clone()),
        None => (0, tokens[at].span.clone()),
    }
}

/// Metres climbed: `+120m`, `+120`.
pub(super) fn metres(text: &str) -> Result<f64, InputError> {
    parse_number_in(split_unit(text).0, CLIMB_M)
}
