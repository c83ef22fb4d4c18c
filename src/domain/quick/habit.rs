//! A habit: `foam roll 12m`, `cold bath 59F 10 min`, `drink 500ml`, `no snack`.
//!
//! What is noted about a habit is what its form notes: minutes, an amount in its unit, the temperature of
//! a bath. Without a clock time it was some time on its day: an unknown time is not now.

use super::about::About;
use super::item::Item;
use super::lexicon::Meaning;
use super::line::{Line, Told};
use super::token::Token;
use super::value::{Shape, Value, value_at};
use crate::domain::habit::WITH_TEMPERATURE;
use crate::domain::units::{self, InputError, split_unit};
use crate::domain::{Answer, Habit, HabitKind, Practice, Slug, When, words};
use crate::fl;

/// Reads a habit into `line`.
pub(super) fn read<'t>(line: &mut Line<'_, 't>, about: &About<'t>, item: &Item<'t>, slug: &Slug) {
    let Some(habit) = line.journal().habits.iter().find(|it| it.meta.id == *slug) else {
        return;
    };
    let when = match about.clock {
        Some(_) => line.instant(about).map(When::At),
        None => line.day(about, line.today()).map(When::On),
    };
    let Some(when) = when else {
        return;
    };
    let answer = if item.is_no() { Answer::No } else { Answer::Yes };
    let mut practice = Practice {
        notes: about.note.to_owned(),
        ..Practice::new(line.meta(), when, slug.clone(), answer)
    };
    let mut at = 0;
    while at < item.tokens.len() {
        at += take(line, &mut practice, habit, &item.tokens, at);
    }
    line.tell(item.span.clone(), Told::Practice(practice));
}

/// Takes what stands at `at`; how many tokens it is.
fn take<'t>(line: &mut Line<'_, 't>, practice: &mut Practice, habit: &Habit, tokens: &[Token<'t>], at: usize) -> usize {
    let token = &tokens[at];
    match &token.meaning {
        Some(Meaning::No | Meaning::Habit(_)) => return 1,
        Some(_) => {
            line.misplaced(token, takes(habit));
            return 1;
        }
        None => {}
    }
    let unit = habit.unit.to_lowercase();
    let Some(value) = value_at(line.text, tokens, at, &|it| it.to_lowercase() == unit) else {
        line.misplaced(token, takes(habit));
        return 1;
    };
    if practice.answer == Answer::No {
        line.problem(value.span, fl!("quick-no-amount-of-nothing"));
    } else {
        note(line, practice, habit, &value);
    }
    value.count
}

/// Notes a value in the place that the habit has for it.
fn note(line: &mut Line, practice: &mut Practice, habit: &Habit, value: &Value) {
    let span = &value.span;
    match (habit.kind, value.shape) {
        (_, Shape::Temperature) if WITH_TEMPERATURE.contains(&habit.meta.id.as_str()) => {
            let unit = line.journal().settings.temperature;
            let degrees = line.parsed(span, units::parse_temperature(value.text, unit));
            line.once(&mut practice.temperature_c, span, degrees);
        }
        (HabitKind::Minutes, Shape::Bare | Shape::Metres | Shape::Length | Shape::Long) => {
            let minutes = line.parsed(span, units::parse_minutes(value.text));
            line.once(&mut practice.minutes, span, minutes);
        }
        (HabitKind::Amount, _) if let Some(parsed) = amount(value, &habit.unit) => {
            let amount = line.parsed(span, parsed);
            line.once(&mut practice.amount, span, amount);
        }
        _ => {
            let sentence = fl!("quick-misplaced", word = value.text, takes = takes(habit));
            line.problem(span.clone(), sentence);
        }
    }
}

/// An amount in `unit`; `None` where it is one of something else.
fn amount(value: &Value, unit: &str) -> Option<Result<f64, InputError>> {
    let (number, typed) = split_unit(value.text);
    let ours = unit.to_lowercase();
    if typed.is_empty() || typed == ours {
        Some(units::parse_amount(number))
    } else {
        (value.shape == Shape::Volume && ours == "ml").then(|| units::parse_volume(value.text))
    }
}

/// What is noted about a habit, in words.
fn takes(habit: &Habit) -> String {
    let name = words::habit(habit);
    match habit.kind {
        HabitKind::YesNo => fl!("quick-takes-yes-no", habit = name),
        HabitKind::Minutes if WITH_TEMPERATURE.contains(&habit.meta.id.as_str()) => {
            fl!("quick-takes-bath", habit = name)
        }
        HabitKind::Minutes => fl!("quick-takes-minutes", habit = name),
        HabitKind::Amount => fl!("quick-takes-amount", habit = name, unit = habit.unit.as_str()),
    }
}
