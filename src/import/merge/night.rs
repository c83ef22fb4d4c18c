//! Which nights are one, and when it was.
//!
//! Two sleeps that share most of the shorter one are the same sleep, as two devices saw it. Bedtime, waking
//! and minutes asleep belong together (no more sleep than time in bed), so they come from one of the two: from
//! the one a hand entered, else from the one that says more of the night.
//!
//! A service tells one night in several files, and not each has the bedtime (the file of a day has only its
//! length, a score only the waking) or its zone. Such a night is the night of that day in the same service. Answers of
//! others without clock times are known by their names alone, and naps lie apart in time already.

use super::book::{Shelf, Told};
use super::join::{Clock, Outcome};
use crate::domain::night::AWAKE_MIN;
use crate::domain::record::ZONE_ASSUMED;
use crate::domain::time::days_between;
use crate::domain::{Night, Record, Stamp, words};
use crate::fl;

/// How far before another a sleep can begin and still overlap it, ms.
const LONGEST_MS: i64 = 48 * 3_600_000;

/// The share of the shorter sleep that two have to have in common.
const COMMON: f64 = 0.5;

/// A sleep that is longer by this share says more of the night, whatever its source.
const LONGER: f64 = 1.25;

/// How far apart two files of a service may put one bedtime or waking, ms.
const APART_MS: i64 = 15 * 60_000;

const DAY_MS: i64 = 86_400_000;

impl Told for Night {
    fn key(&self) -> i64 {
        self.bed_at.or(self.wake_at).map_or_else(|| noon(self), |it| it.ms)
    }

    fn same(shelf: &Shelf<Self>, incoming: &Self, _part: usize) -> Option<(usize, String)> {
        let of = |held: &Self| {
            let day = words::day_with_year(held.day);
            (day, words::named("import-source", &held.meta.source))
        };
        if let Some((at, held)) = overlapping(shelf, incoming, None) {
            let (day, source) = of(held);
            return Some((at, fl!("import-same-night", day = day, source = source)));
        }
        let (at, held) = of_its_day(shelf, incoming, None)?;
        let (day, source) = of(held);
        Some((at, fl!("import-same-night-day", day = day, source = source)))
    }

    fn move_to(&mut self, from: &Self, clock: Clock, outcome: &mut Outcome) {
        if clock != Clock::ByHand && (span(self).is_none() || span(from).is_none()) {
            return self.complete(from, outcome);
        }
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

    fn tells_when(&self) -> bool {
        span(self).is_some()
    }

    fn complete(&mut self, from: &Self, outcome: &mut Outcome) {
        if span(self).is_none() && span(from).is_some() {
            (self.bed_at, self.wake_at, self.day, self.nap) = (from.bed_at, from.wake_at, from.day, from.nap);
            self.asleep_min = from.asleep_min.or(self.asleep_min);
            self.meta.tick(ZONE_ASSUMED, from.meta.is_ticked(ZONE_ASSUMED));
            if let Some(minutes) = from.awake_min() {
                self.meta.note_number(AWAKE_MIN, Some(minutes));
            }
            outcome.gained.push(fl!("import-field-times"));
        } else if self.asleep_min.is_none() && from.asleep_min.is_some() {
            self.asleep_min = from.asleep_min;
            outcome.gained.push(fl!("import-field-asleep"));
        } else {
            return;
        }
        // The minutes of one file and the times of another: services round both.
        if let Some(in_bed) = self.outslept() {
            self.asleep_min = Some(in_bed);
        }
    }

    fn covered(shelf: &Shelf<Self>, at: usize) -> Option<usize> {
        let night = &shelf.at(at).record;
        let (other, _) = overlapping(shelf, night, Some(at)).or_else(|| of_its_day(shelf, night, Some(at)))?;
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

/// The night on the shelf that the same service tells of the same day, where one of the two lacks its bedtime, or
/// was told without a zone and so lies hours away from where it was.
fn of_its_day<'s>(shelf: &'s Shelf<Night>, night: &Night, except: Option<usize>) -> Option<(usize, &'s Night)> {
    let noon = noon(night);
    let near = shelf
        .around((noon - LONGEST_MS)..=(noon + DAY_MS))
        .filter(|it| Some(it.0) != except);
    let mut same = near.map(|(at, held)| (at, &held.record)).filter(|(_, held)| {
        let is_half = span(night).is_none() != span(held).is_none();
        let is_shifted = is_assumed(night) != is_assumed(held) && together(held, night, |it| it.bed_at);
        let is_night = !night.nap && !held.nap && night.day == held.day;
        let is_one = (is_half || is_shifted) && together(held, night, |it| it.wake_at);
        is_one && is_night && night.meta.source == held.meta.source
    });
    same.next()
}

fn is_assumed(night: &Night) -> bool {
    night.meta.is_ticked(ZONE_ASSUMED)
}

/// Whether two nights begin or end at about the same time, by the clock on the wall where one was told without a
/// zone; what is not known of one does not speak against it.
fn together(a: &Night, b: &Night, end: fn(&Night) -> Option<Stamp>) -> bool {
    let Some((of_a, of_b)) = end(a).zip(end(b)) else {
        return true;
    };
    let on_wall = |it: Stamp| it.ms + i64::from(it.offset_min) * 60_000;
    let apart = if is_assumed(a) || is_assumed(b) {
        on_wall(of_a) - on_wall(of_b)
    } else {
        of_a.ms - of_b.ms
    };
    apart.abs() <= APART_MS
}

/// Noon of the day of a night at Greenwich, ms.
fn noon(night: &Night) -> i64 {
    let days = days_between(jiff::civil::Date::constant(1970, 1, 1), night.day);
    i64::from(days) * DAY_MS + DAY_MS / 2
}
