//! Sore places: `calf L 4, quads 3, left knee 2, rest fine`.
//!
//! The side stands before or after its place, the score last; a place with two sides is both where none
//! is said. `rest fine` is the one row behind "everything else is fine".

use super::Span;
use super::about::About;
use super::item::Item;
use super::lexicon::Meaning;
use super::line::{Line, Told};
use super::token::{Kind, Token};
use super::value::{Shape, Value, value_at};
use crate::domain::units::{parse_number_in, split_unit};
use crate::domain::{Context, Region, Scale, Side, SorenessRating, Stamp};
use crate::fl;

/// How sore, as far as it is told.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Score {
    /// This much.
    Given(f64),
    /// What is wrong with it was said.
    Wrong,
    /// Not at all.
    Missing,
}

/// A place that is being read.
struct Spot {
    span: Span,
    region: Region,
    side: Option<Side>,
    score: Score,
}

/// Reads sore places into `line`.
pub(super) fn read<'t>(line: &mut Line<'_, 't>, about: &About<'t>, item: &Item<'t>) {
    let Some(at) = line.instant(about) else {
        return;
    };
    let mut reader = Reader {
        tokens: &item.tokens,
        at: 0,
    };
    while reader.at < item.tokens.len() {
        if let Some(spot) = reader.spot(line) {
            tell(line, &spot, at, about.note);
        }
    }
}

fn tell(line: &mut Line, spot: &Spot, at: Stamp, note: &str) {
    let score = match spot.score {
        Score::Given(score) => score,
        Score::Wrong => return,
        Score::Missing => return line.problem(spot.span.clone(), fl!("form-score-missing")),
    };
    let side = match spot.side {
        Some(side) => side,
        None if spot.region.has_sides() => Side::Both,
        None => Side::None,
    };
    let rating = SorenessRating {
        meta: line.meta(),
        at,
        region: spot.region,
        side,
        score,
        scale: Scale::Nrs010,
        // Found when the whole line is known.
        context: Context::Other,
        run_id: None,
        notes: note.to_owned(),
    };
    if line.rates(&rating) {
        line.problem(spot.span.clone(), fl!("quick-said-twice"));
    } else {
        line.tell(spot.span.clone(), Told::Soreness(rating));
    }
}

struct Reader<'i, 't> {
    tokens: &'i [Token<'t>],
    at: usize,
}

impl<'t> Reader<'_, 't> {
    fn meaning(&self) -> Option<&Meaning> {
        self.tokens.get(self.at)?.meaning.as_ref()
    }

    /// The next place, with what belongs to it; `None` where something else stands.
    fn spot(&mut self, line: &mut Line<'_, 't>) -> Option<Spot> {
        let begin = self.tokens[self.at].span.start;
        if self.meaning() == Some(&Meaning::RestFine) {
            self.at += 1;
            return Some(self.rest_is_fine());
        }
        let mut side = self.side(line);
        let mut score = self.score(line);
        let Some(Meaning::Region(region)) = self.meaning().cloned() else {
            self.astray(line, begin);
            return None;
        };
        self.at += 1;
        if side.is_none() {
            side = self.side(line);
        }
        if score == Score::Missing {
            score = self.score(line);
        }
        if side.is_none() && self.side_is_ours() {
            side = self.side(line);
        }
        if let Some((_, place)) = side.as_ref().filter(|_| !region.has_sides()) {
            line.problem(place.clone(), fl!("quick-no-sides"));
            score = Score::Wrong;
        }
        Some(Spot {
            span: begin..self.tokens[self.at - 1].span.end,
            region,
            side: side.map(|(side, _)| side),
            score,
        })
    }

    fn rest_is_fine(&self) -> Spot {
        Spot {
            span: self.tokens[self.at - 1].span.clone(),
            region: Region::AllOthers,
            side: None,
            score: Score::Given(0.0),
        }
    }

    /// Says that no place stands where one belongs, and steps over what does.
    fn astray(&mut self, line: &mut Line<'_, 't>, begin: usize) {
        let token = self.tokens.get(self.at);
        let Some(token) = token.filter(|it| it.meaning != Some(Meaning::RestFine)) else {
            // A side or a score that no place follows.
            let end = self.tokens[self.at - 1].span.end;
            return line.problem(begin..end, fl!("quick-place-missing"));
        };
        line.misplaced(token, fl!("quick-takes-soreness"));
        self.at += 1;
        // What was said of it is part of the same mistake.
        self.side(line);
        self.at += self.value(line).map_or(0, |it| it.count);
    }

    /// The side that stands here.
    fn side(&mut self, line: &Line<'_, 't>) -> Option<(Side, Span)> {
        let token = self.tokens.get(self.at)?;
        // Behind a number, `L` was taken for litres.
        let meaning = match &token.meaning {
            None if token.kind == Kind::Word => line.lexicon.find(token.text),
            meaning => meaning.as_ref(),
        };
        let Some(Meaning::Side(side)) = meaning else {
            return None;
        };
        self.at += 1;
        Some((*side, token.span.clone()))
    }

    /// Whether a side after the score belongs to this place, and not to the next one.
    fn side_is_ours(&self) -> bool {
        let next = self.tokens.get(self.at + 1);
        let begins_next = self.tokens.get(self.at).is_some_and(|it| it.comma)
            || next.is_some_and(|it| !it.comma && matches!(it.meaning, Some(Meaning::Region(_))));
        !begins_next
    }

    /// The score that stands here.
    fn score(&mut self, line: &mut Line<'_, 't>) -> Score {
        let Some(value) = self.value(line) else {
            return Score::Missing;
        };
        self.at += value.count;
        let (number, unit) = split_unit(value.text);
        if value.shape != Shape::Bare || !(unit.is_empty() || unit == "/10") {
            line.problem(value.span, fl!("form-score-missing"));
            return Score::Wrong;
        }
        let (low, high) = Scale::Nrs010.range();
        match line.parsed(&value.span, parse_number_in(number, low..=high)) {
            Some(score) if score.fract() == 0.0 => Score::Given(score),
            Some(_) => {
                line.problem(value.span, fl!("form-whole-number"));
                Score::Wrong
            }
            None => Score::Wrong,
        }
    }

    /// The number that stands here; what follows it may be a side, and no unit.
    fn value(&self, line: &Line<'_, 't>) -> Option<Value<'t>> {
        let token = self.tokens.get(self.at)?;
        value_at(line.text, std::slice::from_ref(token), 0, &|_| false)
    }
}
