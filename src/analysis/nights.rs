//! The night of a day: which of its sleeps it is, and when it was by the clock.
//!
//! A night belongs to the date of waking, and the longest sleep of a date that is not marked as a nap is its
//! night. Times are those that the clock on the wall showed where the runner lay down and where they got
//! up, so a flight or a change of the clocks moves them as it moved the runner. They are counted in minutes
//! from the midnight that began the date of waking: 23:00 the evening before is −60. A night of which only
//! the length is known has none, and is left out and counted wherever times are compared.

use std::ops::RangeInclusive;

use jiff::ToSpan as _;
use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};

use super::stats::sleep::{Regularity, Timing, regularity, span};
use crate::domain::time::days_between;
use crate::domain::{Journal, Night, Stamp};

/// A sleep that is not the longest of its day is a nap up to here, hours.
const NAP_H: f64 = 3.0;
/// A night that is said to be longer was not one.
const LONGEST_MIN: f64 = 24.0 * 60.0;

/// The sleeps among `nights`, all of one date. Of several answers about the night from the same
/// questionnaire the last stands.
fn sleeps<'j, 'n>(nights: &'n [&'j Night]) -> impl Iterator<Item = &'j Night> + use<'j, 'n> {
    let answered_again = |place: usize, it: &Night| {
        let mut later = nights[place + 1..].iter();
        it.is_answer() && later.any(|other| other.is_answer() && other.meta.source == it.meta.source)
    };
    let sleeps = nights.iter().copied().enumerate();
    sleeps
        .filter(move |(place, it)| !answered_again(*place, it))
        .map(|it| it.1)
}

/// The night among the sleeps of a date: the longest that is not marked as a nap; of equals the last.
pub fn night_of<'j>(nights: &[&'j Night]) -> Option<&'j Night> {
    let hours = |it: &Night| it.hours().unwrap_or(0.0);
    let nights = sleeps(nights).filter(|it| !it.nap);
    nights.max_by(|a, b| hours(a).total_cmp(&hours(b)))
}

/// Hours of naps among the sleeps of a date: those marked so, and short sleeps beside the night.
pub fn nap_hours(nights: &[&Night]) -> Option<f64> {
    let night = night_of(nights);
    let is_nap = |it: &&Night| {
        let beside = night.is_some_and(|night| !std::ptr::eq(night, *it));
        it.nap || (beside && it.hours().is_some_and(|hours| hours < NAP_H))
    };
    let mut naps = sleeps(nights).filter(is_nap).peekable();
    naps.peek()?;
    naps.map(Night::hours).sum()
}

/// Hours a night that are aimed at, where the runner has not said otherwise.
pub use crate::domain::tonight::NEED_H;
/// Nights that a regularity looks back over, and how many of them must be known.
const REGULAR_NIGHTS: usize = 14;
const LEAST_NIGHTS: usize = 10;
/// Pairs of nights that a sleep regularity index needs.
pub const LEAST_PAIRS: usize = 7;

/// When a night was, in minutes of the clock.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NightClock {
    /// Lights out, from the midnight that began the date of waking: negative on the evening before.
    pub bed: f64,
    /// Waking, from the same midnight.
    pub wake: f64,
    /// The minute of the day, 0 to 1440, half way between the two instants, by the clock of the waking.
    pub middle: f64,
}

impl NightClock {
    /// The times of `night`; `None` where one is not recorded, or where they are not a night's.
    pub fn of(night: &Night) -> Option<Self> {
        let (bed_at, wake_at) = (night.bed_at?, night.wake_at?);
        let zone = Offset::from_seconds(i32::from(wake_at.offset_min) * 60).ok()?;
        let span = span(bed_at.ms, wake_at.ms, &TimeZone::fixed(zone))?;
        let (bed, wake) = (minutes_from(night.day, bed_at), minutes_from(night.day, wake_at));
        (span.hours > 0.0 && bed < wake && wake - bed <= LONGEST_MIN).then_some(Self {
            bed,
            wake,
            middle: span.middle_min,
        })
    }
}

fn minutes_from(day: Date, at: Stamp) -> f64 {
    let (date, time) = (at.civil().date(), at.civil().time());
    let minutes = f64::from(time.hour()) * 60.0 + f64::from(time.minute()) + f64::from(time.second()) / 60.0;
    f64::from(days_between(day, date)) * 1440.0 + minutes
}

/// The nights of some days by the clock.
#[derive(Clone, Debug, PartialEq)]
pub struct NightClocks {
    /// The first of the days.
    pub first: Date,
    /// One place a day, in order.
    pub clocks: Vec<Option<NightClock>>,
    /// Nights of which times are missing.
    pub without: usize,
}

impl NightClocks {
    /// The nights that ended on `days`.
    pub fn of(journal: &Journal, days: &RangeInclusive<Date>) -> Self {
        let count = usize::try_from(days_between(*days.start(), *days.end()) + 1).unwrap_or(0);
        let mut found = Self {
            first: *days.start(),
            clocks: vec![None; count],
            without: 0,
        };
        let first = journal.nights.partition_point(|it| it.day < *days.start());
        let after = journal.nights.partition_point(|it| it.day <= *days.end()).max(first);
        for of_day in journal.nights[first..after].chunk_by(|a, b| a.day == b.day) {
            let sleeps: Vec<&Night> = of_day.iter().collect();
            let Some(night) = night_of(&sleeps) else { continue };
            let place = usize::try_from(days_between(*days.start(), night.day)).unwrap_or(0);
            match NightClock::of(night) {
                Some(clock) => found.clocks[place] = Some(clock),
                None => found.without += 1,
            }
        }
        found
    }

    /// The days, one for each place.
    pub fn days(&self) -> impl Iterator<Item = Date> {
        let first = self.first;
        (0..self.clocks.len() as i64).map(move |n| first.saturating_add(n.days()))
    }

    /// The nights whose times are known, with their day.
    pub fn timed(&self) -> impl Iterator<Item = (Date, NightClock)> {
        self.days()
            .zip(&self.clocks)
            .filter_map(|(day, it)| Some((day, (*it)?)))
    }
}

/// How much the middle of the night varied over the two weeks up to each night, minutes: the circular
/// standard deviation; `None` where fewer than ten of the fourteen nights are known.
pub fn variation(clocks: &[Option<NightClock>]) -> Vec<Option<f64>> {
    let middles: Vec<Option<f64>> = clocks.iter().map(|it| it.map(|it| it.middle)).collect();
    let on = |at: usize| {
        let timing = Timing::of(&middles[(at + 1).saturating_sub(REGULAR_NIGHTS)..=at]);
        timing.sd.filter(|_| timing.n >= LEAST_NIGHTS)
    };
    (0..middles.len()).map(on).collect()
}

/// The sleep regularity index of nights in order; `None` where it has too few pairs to be told.
pub fn regularity_index(clocks: &[Option<NightClock>]) -> Option<Regularity> {
    let spans: Vec<Option<[f64; 2]>> = clocks.iter().map(|it| it.map(|it| [it.bed, it.wake])).collect();
    Some(regularity(&spans)).filter(|it| it.pairs >= LEAST_PAIRS)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::{Id, Meta, Record, Settings};

    fn night(bed: &str, wake: &str) -> Night {
        let wake_at = Stamp::parse_rfc3339(wake);
        Night {
            bed_at: Stamp::parse_rfc3339(bed),
            wake_at,
            ..Night::new(Meta::manual(Id::fresh(0)), wake_at.unwrap().civil_date())
        }
    }

    #[test]
    fn the_middle_of_a_night_is_half_of_what_passed_by_the_clock_of_the_morning() {
        for (bed, wake, clock) in [
            // As the reference has them: the clocks go forward, back, and stay.
            (
                "2026-03-07T22:30:00-05:00",
                "2026-03-08T06:30:00-04:00",
                [-90.0, 390.0, 180.0],
            ),
            (
                "2026-10-31T22:30:00-04:00",
                "2026-11-01T06:30:00-05:00",
                [-90.0, 390.0, 120.0],
            ),
            (
                "2026-06-01T23:15:00+02:00",
                "2026-06-02T07:05:00+02:00",
                [-45.0, 425.0, 190.0],
            ),
            (
                "2026-06-02T00:30:00+02:00",
                "2026-06-02T07:30:00+02:00",
                [30.0, 450.0, 240.0],
            ),
        ] {
            let found = NightClock::of(&night(bed, wake)).unwrap();
            assert_eq!([found.bed, found.wake, found.middle], clock, "{wake}");
        }
    }

    #[test]
    fn times_that_cannot_be_a_night_are_none() {
        let backwards = night("2026-06-02T08:00:00+02:00", "2026-06-02T07:00:00+02:00");
        assert_eq!(NightClock::of(&backwards), None);
        let long = night("2026-05-31T22:00:00+02:00", "2026-06-02T07:00:00+02:00");
        assert_eq!(NightClock::of(&long), None);
    }

    #[test]
    fn nights_without_times_are_counted_and_naps_are_no_nights() {
        let slept = night("2026-06-01T23:00:00+02:00", "2026-06-02T07:00:00+02:00");
        let nap = Night {
            nap: true,
            ..night("2026-06-03T13:00:00+02:00", "2026-06-03T13:40:00+02:00")
        };
        let length_only = Night {
            asleep_min: Some(420.0),
            ..Night::new(Meta::manual(Id::fresh(0)), date(2026, 6, 4))
        };
        let records = [slept, nap, length_only].map(Record::Night);
        let journal = Journal::of(records, Settings::for_zone("UTC"));
        let days = date(2026, 6, 1)..=date(2026, 6, 4);
        let found = NightClocks::of(&journal, &days);
        let known: Vec<bool> = found.clocks.iter().map(Option::is_some).collect();
        assert_eq!(known, [false, true, false, false]);
        assert_eq!(found.without, 1);
    }

    #[expect(clippy::unnecessary_wraps, reason = "a night among some that are not known")]
    fn from_to(bed: f64, wake: f64) -> Option<NightClock> {
        let middle = f64::midpoint(bed, wake).rem_euclid(1440.0);
        Some(NightClock { bed, wake, middle })
    }

    #[test]
    fn the_middle_of_the_night_varies_once_ten_of_fourteen_nights_are_known() {
        let mut clocks = vec![from_to(-60.0, 420.0); 14];
        clocks.extend(vec![None; 5]);
        let found = variation(&clocks);
        assert_eq!(
            (found[8], found[9], found[17], found[18]),
            (None, Some(0.0), Some(0.0), None)
        );
        let changing = [from_to(-60.0, 420.0), from_to(0.0, 480.0)].repeat(7);
        let sd = variation(&changing)[13].unwrap();
        assert!((sd - 30.0).abs() < 0.1, "{sd}");
    }

    #[test]
    fn regularity_is_told_from_seven_pairs_on() {
        let night = from_to(-60.0, 420.0);
        assert_eq!(regularity_index(&[night; 7]), None);
        let found = regularity_index(&[night; 8]).unwrap();
        assert_eq!((found.pairs, found.index), (7, Some(100.0)));
    }
}
