//! A check-in: `rhr 48 hrv 62, weight 71.4kg, fatigue 2, mood 2, ill`.
//!
//! A day has one. What is told here completes the one that the day has already.

use jiff::civil::Date;
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::about::About;
use super::item::Item;
use super::lexicon::Meaning;
use super::line::{Line, Told};
use super::token::Token;
use super::value::{Shape, value_at};
use super::{Span, number};
use crate::domain::units::parse_mass;
use crate::domain::{CheckIn, Rating, Scale};
use crate::fl;

/// What a check-in tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub(super) enum Body {
    /// How tired.
    Fatigue,
    /// How stressed.
    Stress,
    /// How the mood was.
    Mood,
    /// How ready to train.
    Readiness,
    /// Resting heart rate.
    RestingHr,
    /// Heart rate variability.
    Hrv,
    /// Body mass.
    Weight,
    /// Ill that day.
    Ill,
    /// Travelling that day.
    Travel,
}

/// Reads a check-in into `line`.
pub(super) fn read<'t>(line: &mut Line<'_, 't>, about: &About<'t>, item: &Item<'t>) {
    let Some(day) = line.day(about, line.today()) else {
        return;
    };
    let at = match &about.clock {
        Some(_) => match line.instant(about) {
            Some(at) => Some(at),
            None => return,
        },
        None => (day == line.today()).then(|| line.now()),
    };
    let mut told = CheckIn {
        at,
        notes: about.note.to_owned(),
        ..CheckIn::new(line.meta(), day)
    };
    let mut next = 0;
    let mut any = false;
    while next < item.tokens.len() {
        let (count, is_told) = take(line, &mut told, &item.tokens, next, day);
        next += count;
        any |= is_told;
    }
    if any {
        line.tell(item.span.clone(), Told::CheckIn(Box::new(told)));
    }
}

/// Takes what stands at `at`: how many tokens it is, and whether it tells something.
fn take<'t>(line: &mut Line<'_, 't>, told: &mut CheckIn, tokens: &[Token<'t>], at: usize, day: Date) -> (usize, bool) {
    let token = &tokens[at];
    match &token.meaning {
        Some(Meaning::Body(what)) => {
            line.says(day, what.into(), &token.span);
            let (count, is_told) = fill(line, told, tokens, at, *what);
            (1 + count, is_told)
        }
        Some(Meaning::No) if is_answer(tokens.get(at + 1)) => (1, false),
        // A weight needs no name.
        None if let Some(value) = value_at(line.text, tokens, at, &|_| false).filter(|it| it.shape == Shape::Mass) => {
            let unit = line.journal().settings.mass;
            line.says(day, Body::Weight.into(), &value.span);
            told.weight_kg = line.parsed(&value.span, parse_mass(value.text, unit));
            (value.count, told.weight_kg.is_some())
        }
        _ => {
            line.misplaced(token, fl!("quick-takes-body"));
            (1, false)
        }
    }
}

/// Whether this is answered with yes or no.
fn is_answer(token: Option<&Token>) -> bool {
    matches!(
        token.and_then(|it| it.meaning.as_ref()),
        Some(Meaning::Body(Body::Ill | Body::Travel))
    )
}

fn fill<'t>(line: &mut Line<'_, 't>, told: &mut CheckIn, tokens: &[Token<'t>], at: usize, what: Body) -> (usize, bool) {
    let yes = at == 0 || tokens[at - 1].meaning != Some(Meaning::No);
    let (count, value) = match what {
        Body::Fatigue | Body::Stress | Body::Mood => number::after(line, tokens, at, 1.0..=5.0, true),
        Body::Readiness => number::after(line, tokens, at, 0.0..=10.0, true),
        Body::RestingHr => number::after(line, tokens, at, 20.0..=250.0, false),
        Body::Hrv => number::after(line, tokens, at, 0.0..=1000.0, false),
        Body::Weight => mass(line, tokens, at),
        Body::Ill | Body::Travel => (0, None),
    };
    let value = value.map(|(value, _)| value);
    let rating = |scale: Scale| value.map(|value| Rating { value, scale });
    match what {
        Body::Fatigue => told.fatigue = rating(Scale::Five15),
        Body::Stress => told.stress = rating(Scale::Five15),
        Body::Mood => told.mood = rating(Scale::Five15),
        Body::Readiness => told.readiness = rating(Scale::PmsysReadiness010),
        Body::RestingHr => told.resting_hr = value,
        Body::Hrv => told.hrv_rmssd = value,
        Body::Weight => told.weight_kg = value,
        Body::Ill => told.ill = Some(yes),
        Body::Travel => told.travel = Some(yes),
    }
    (count, value.is_some() || is_answer(tokens.get(at)))
}

/// The body mass after its name: over how many tokens, and it.
fn mass<'t>(line: &mut Line<'_, 't>, tokens: &[Token<'t>], at: usize) -> (usize, Option<(f64, Span)>) {
    let value = value_at(line.text, tokens, at + 1, &|_| false);
    let Some(value) = value.filter(|it| matches!(it.shape, Shape::Bare | Shape::Mass)) else {
        let (count, span) = number::instead(tokens, at);
        line.problem(span, fl!("quick-mass-missing"));
        return (count, None);
    };
    let unit = line.journal().settings.mass;
    let kg = line.parsed(&value.span, parse_mass(value.text, unit));
    (value.count, kg.map(|it| (it, value.span)))
}
