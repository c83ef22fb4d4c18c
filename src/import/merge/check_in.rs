//! Which check-ins are one: those of a day.
//!
//! A journal has one check-in a day, and the last one stands. So what another source says of that day (a
//! ring the pulse at rest, scales the weight) completes the one that stands; only the same questionnaire
//! filled in twice is two, because then the later answers stand.

use super::book::{Shelf, Told};
use super::join::{Clock, Outcome, also};
use crate::domain::{CheckIn, Record, words};
use crate::fl;

impl Told for CheckIn {
    fn key(&self) -> i64 {
        i64::from(crate::domain::time::days_between(
            jiff::civil::Date::constant(1970, 1, 1),
            self.day,
        ))
    }

    fn same(shelf: &Shelf<Self>, incoming: &Self, _part: usize) -> Option<(usize, String)> {
        let key = incoming.key();
        let of_day = shelf.around(key..=key).filter(|it| it.1.record.day == incoming.day);
        let (at, held) = of_day.max_by_key(|(at, held)| (held.record.at.map(|it| it.ms), *at))?;
        // What has no time of its own (weight, an injury) is no questionnaire.
        let are_answers = held.record.at.is_some() && incoming.at.is_some();
        let others = also(&held.record.meta);
        let mut sources = others.iter().map(|it| &it.source).chain([&held.record.meta.source]);
        let is_answered_again = are_answers && sources.any(|it| *it == incoming.meta.source);
        if is_answered_again {
            return None;
        }
        let day = words::day_with_year(incoming.day);
        let source = words::named("import-source", &held.record.meta.source);
        Some((at, fl!("import-same-check-in", day = day, source = source)))
    }

    fn move_to(&mut self, from: &Self, clock: Clock, _outcome: &mut Outcome) {
        if clock != Clock::ByHand {
            self.at = self.at.or(from.at);
        }
    }

    fn into_record(self) -> Record {
        Record::CheckIn(self)
    }
}
