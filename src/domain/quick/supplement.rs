//! A supplement: `magnesium 400mg 21:30`, `no magnesium`.
//!
//! One of the catalogue, by its name or another name for it. A new name is taken with a dose and its unit
//! only, so that a mistyped word becomes no supplement.

use super::about::About;
use super::item::Item;
use super::lexicon::{Lexicon, Meaning, key};
use super::line::{Line, Told};
use super::token::{Kind, Token};
use super::value::{Shape, Value, value_at};
use crate::domain::units::{parse_amount, split_unit};
use crate::domain::{Answer, Intake, Slug, Supplement};
use crate::fl;

/// What is said of a dose.
#[derive(Default)]
struct Said {
    dose: Option<(f64, String)>,
}

/// Reads an intake of a supplement of the catalogue into `line`.
pub(super) fn known<'t>(line: &mut Line<'_, 't>, about: &About<'t>, item: &Item<'t>, slug: &Slug) {
    let Some(entry) = line.journal().supplements.iter().find(|it| it.meta.id == *slug) else {
        return;
    };
    let mut said = Said::default();
    let mut at = 0;
    while at < item.tokens.len() {
        at += said.take(line, item, at, Some(entry));
    }
    tell(line, about, item, (entry, None), said);
}

/// Reads an intake of something that is in no catalogue yet.
pub(super) fn unknown<'t>(line: &mut Line<'_, 't>, about: &About<'t>, item: &Item<'t>) {
    let is_name =
        |it: &&Token| it.kind == Kind::Word && value_at(line.text, std::slice::from_ref(*it), 0, &|_| false).is_none();
    let words: Vec<_> = item
        .tokens
        .iter()
        .skip_while(|it| it.meaning == Some(Meaning::No))
        .take_while(is_name)
        .collect();
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        line.problem(item.span.clone(), fl!("quick-nothing-denied"));
        return;
    };
    let span = first.span.start..last.span.end;
    let name = &line.text[span.clone()];
    if let Some(entry) = line.new_supplement(name).cloned() {
        let mut said = Said::default();
        let mut at = words.len() + usize::from(item.is_no());
        while at < item.tokens.len() {
            at += said.take(line, item, at, Some(&entry));
        }
        return tell(line, about, item, (&entry, None), said);
    }
    let mut said = Said::default();
    let begin = words.len() + usize::from(item.is_no());
    let dose = value_at(line.text, &item.tokens, begin, &|unit| {
        canonical(&line.lexicon, unit, None).is_some()
    });
    let is_dose = dose
        .as_ref()
        .is_some_and(|it| unit_of(&line.lexicon, it, None).is_some_and(|unit| !unit.is_empty()));
    if item.is_no() || !is_dose || key(name).is_empty() {
        let sentence = match line.lexicon.near(name) {
            Some(near) => fl!("quick-near", word = name, near = near),
            None if item.is_no() => fl!("quick-unknown", word = name),
            None => fl!("quick-unknown-how", word = name),
        };
        line.problem(span, sentence);
        return;
    }
    let mut at = begin;
    while at < item.tokens.len() {
        at += said.take(line, item, at, None);
    }
    if let Some((dose, unit)) = &said.dose {
        let new = Supplement::new_in(line.journal(), &as_a_name(name), Some(*dose), unit);
        tell(line, about, item, (&new, Some(Box::new(new.clone()))), said);
    }
}

/// A name that was typed in small letters, as it stands in a list.
fn as_a_name(typed: &str) -> String {
    let mut letters = typed.chars();
    match letters.next() {
        Some(first) if !typed.chars().any(char::is_uppercase) => first.to_uppercase().chain(letters).collect(),
        _ => typed.to_owned(),
    }
}

fn tell(line: &mut Line, about: &About, item: &Item, (entry, new): (&Supplement, Option<Box<Supplement>>), said: Said) {
    let Some(at) = line.instant(about) else {
        return;
    };
    let (dose, unit) = said.dose.unzip();
    let intake = Intake {
        meta: line.meta(),
        at,
        supplement: entry.meta.id.clone(),
        answer: if item.is_no() { Answer::No } else { Answer::Yes },
        dose,
        unit: unit.unwrap_or_default(),
        notes: about.note.to_owned(),
    };
    line.tell(item.span.clone(), Told::Intake(intake, new));
}

impl Said {
    /// Takes what stands at `at`; how many tokens it is. `entry` has the unit of a bare number.
    fn take<'t>(&mut self, line: &mut Line<'_, 't>, item: &Item<'t>, at: usize, entry: Option<&Supplement>) -> usize {
        let token = &item.tokens[at];
        match &token.meaning {
            Some(Meaning::No | Meaning::Supplement(_)) => return 1,
            Some(_) => {
                line.misplaced(token, fl!("quick-takes-supplement"));
                return 1;
            }
            None => {}
        }
        let value = value_at(line.text, &item.tokens, at, &|unit| {
            canonical(&line.lexicon, unit, entry).is_some()
        });
        let Some(value) = value else {
            line.misplaced(token, fl!("quick-takes-supplement"));
            return 1;
        };
        self.dose(line, item, &value, entry);
        value.count
    }

    fn dose(&mut self, line: &mut Line, item: &Item, value: &Value, entry: Option<&Supplement>) {
        let span = value.span.clone();
        if item.is_no() {
            return line.problem(span, fl!("quick-no-amount-of-nothing"));
        }
        let sentence = match unit_of(&line.lexicon, value, entry) {
            None => fl!(
                "quick-misplaced",
                word = value.text,
                takes = fl!("quick-takes-supplement")
            ),
            Some(unit) if unit.is_empty() => fl!("form-unit-missing"),
            Some(unit) => {
                let dose = line.parsed(&span, parse_amount(split_unit(value.text).0));
                return line.once(&mut self.dose, &span, dose.map(|dose| (dose, unit)));
            }
        };
        line.problem(span, sentence);
    }
}

/// The unit of a dose: as typed, or the catalogue's where none is; empty where nobody says it, `None`
/// where it is no unit of a dose.
fn unit_of(lexicon: &Lexicon, value: &Value, entry: Option<&Supplement>) -> Option<String> {
    let (_, typed) = split_unit(value.text);
    match value.shape {
        Shape::Bare if typed.is_empty() => Some(entry.map_or_else(String::new, |it| it.unit.clone())),
        _ => canonical(lexicon, &typed, entry),
    }
}

/// A unit of doses as it is spelled: as the catalogue does, or the text file.
fn canonical(lexicon: &Lexicon, typed: &str, entry: Option<&Supplement>) -> Option<String> {
    let own = entry.map(|it| it.unit.as_str());
    let own = own.filter(|it| !it.is_empty() && it.to_lowercase() == typed.to_lowercase());
    own.or_else(|| lexicon.dose_unit(typed)).map(str::to_owned)
}
