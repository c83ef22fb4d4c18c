//! Which nights are one, and when it was.
//!
//! Two sleeps that share most of the shorter one are the same sleep, as two devices saw it. Bedtime, waking
//! and minutes asleep belong together (no more sleep than time in bed), so they come from one of the two: from
//! the one a hand entered, else from the one that says more of the night. Answers without clock times are
//! known by their names alone, and naps lie apart in time already.

use super::book::{Shelf, Told};
use super::join::{Clock, Outcome};
use crate::domain::night::AWAKE_MIN;
use crate::domain::{Night, Record, words};
use crate::fl;

/// How far before another a sleep can begin and still overlap it, ms.
const LONGEST_MS: i64 = 48 * 3_600_000;

/// The share of the shorter sleep that two have to have in common.
const COMMON: f64 = 0.5;

/// A sleep that is longer by this share says more of the night, whatever its source.
const LONGER: f64 = 1.25;

impl Told for Night {
    fn key(&self) -> i64 {
        self.bed_at.or(self.wake_at).map_or(i64::MIN, |it| it.ms)
    }

    fn same(shelf: &Shelf<Self>, incoming: &Self, _part: usize) -> Option<(usize, String)> {
        let (at, held) = overlapping(shelf, incoming, None)?;
        let day = words::day_with_year(held.day);
        let source = words::named("import-source", &held.meta.source);
        Some((at, fl!("import-same-night", day = day, source = source)))
    }

    fn move_to(&mut self, from: &Self, clock: Clock, outcome: &mut Outcome) {
        let long = |it: &Self| it.in_bed_min().unwrap_or(0.0);
        let is_taken = match clock {
            Clock::ByHand => false,
            Clock::Better => long(from) * LONGER >= long(self),
            Clock::NoBetter => long(from) > long(self) * LONGER,
        };
        if !is_taken {
            return;
        }
        if (self.bed_at, self.wake_at, self.asleep_min) == (from.bed_at, from.wake_at, from.asleep_min) {
            return;
        }
        (self.bed_at, self.wake_at, self.asleep_min) = (from.bed_at, from.wake_at, from.asleep_min);
        (self.day, self.nap) = (from.day, from.nap);
        self.meta.note_number(AWAKE_MIN, from.awake_min());
        outcome.gained.push(fl!("import-field-times"));
    }

    fn covered(shelf: &Shelf<Self>, at: usize) -> Option<usize> {
        let (other, _) = overlapping(shelf, &shelf.at(at).record, Some(at))?;
        (!shelf.is_by_hand(other)).then_some(other)
    }

    fn into_record(self) -> Record {
        Record::Night(self)
    }
}

/// The sleep on the shelf that has most in common with `night`.
fn overlapping<'s>(shelf: &'s Shelf<Night>, night: &Night, except: Option<usize>) -> Option<(usize, &'s Night)> {
    let (bed, wake) = span(night)?;
    let near = shelf
        .around((bed - LONGEST_MS)..=wake)
        .filter(|it| Some(it.0) != except);
    let common = near.filter_map(|(at, held)| {
        let (other_bed, other_wake) = span(&held.record)?;
        let common = wake.min(other_wake) - bed.max(other_bed);
        let shorter = (wake - bed).min(other_wake - other_bed);
        (common > 0 && common as f64 >= COMMON * shorter as f64).then_some((common, at, &held.record))
    });
    common.max_by_key(|it| it.0).map(|it| (it.1, it.2))
}

fn span(night: &Night) -> Option<(i64, i64)> {
    let (bed, wake) = (night.bed_at?.ms, night.wake_at?.ms);
    (bed < wake).then_some((bed, wake))
}
