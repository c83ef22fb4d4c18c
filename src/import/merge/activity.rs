//! Which activities are one, and when it was.
//!
//! Two are the same where they start within two minutes of each other and last equally long (within 5 %),
//! whatever sport each calls it; where one covers the other in time and they are of one sport; or where the
//! clocks are a whole number of hours apart because one of them had no time zone, and length and distance
//! agree. Where one knows its day alone, as a diary does, the same has to agree on that day. What one file tells as two sessions stays two unless they agree in everything, a measured distance
//! included.

use super::book::{Shelf, Told};
use super::field::near;
use super::join::{Clock, Outcome};
use crate::domain::record::{MANUAL, TIME_ASSUMED, ZONE_ASSUMED};
use crate::domain::{Activity, Record, words};
use crate::fl;

/// Starts may be this far apart, ms.
const START_MS: i64 = 2 * 60_000;

/// Durations and distances may differ by this share.
const SHARE: f64 = 0.05;

const HOUR_MS: i64 = 3_600_000;

/// The most hours that a missing time zone can make.
const MOST_HOURS: i64 = 14;

/// How far before another an activity can start and still cover it, ms.
const LONGEST_MS: i64 = 24 * HOUR_MS;

/// Where clocks are hours apart and neither is known to be wrong, everything has to agree this closely.
const CLOSE_MS: i64 = 2_000;
const CLOSE_SHARE: f64 = 0.01;

/// Why two activities are the same, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Why {
    Start,
    Covers,
    Hours,
    Day,
}

impl Told for Activity {
    fn key(&self) -> i64 {
        self.started_at.ms
    }

    fn same(shelf: &Shelf<Self>, incoming: &Self, part: usize) -> Option<(usize, String)> {
        let start = incoming.started_at.ms;
        let reach = (start - LONGEST_MS)..=(start + LONGEST_MS);
        let alike = shelf.around(reach).filter_map(|(at, held)| {
            let is_one_file = held.parts.contains(&part);
            let has_source = held.record.meta.source == incoming.meta.source;
            let why = why(&held.record, incoming, is_one_file, has_source)?;
            Some((why, (held.record.started_at.ms - start).abs(), at))
        });
        let (why, _, at) = alike.min()?;
        Some((at, in_words(why, &shelf.at(at).record)))
    }

    fn move_to(&mut self, from: &Self, clock: Clock, outcome: &mut Outcome) {
        if clock != Clock::Better || self.started_at == from.started_at {
            return;
        }
        self.started_at = from.started_at;
        outcome.gained.push(fl!("import-field-started_at"));
    }

    fn lasts_like(&self, other: &Self) -> bool {
        same_length(self, other)
    }

    /// Of two that last differently, as a recording that broke off and the whole one do, the longer says how long
    /// and how far: the halves of one and of the other would make a run that nobody ran.
    fn settle(&mut self, from: &mut Self, is_by_hand: bool) {
        let lengths = |it: &Self| it.load_seconds();
        let (Some(ours), Some(theirs)) = (lengths(self), lengths(from)) else {
            return;
        };
        if same_length(self, from) {
            return;
        }
        let shorter = if theirs < ours {
            from
        } else if is_by_hand {
            return;
        } else {
            self
        };
        (shorter.elapsed_s, shorter.moving_s) = (None, None);
        (shorter.distance_m, shorter.ascent_m) = (None, None);
    }

    fn complete(&mut self, from: &Self, outcome: &mut Outcome) {
        let is_assumed = |it: &Self| it.meta.is_ticked(ZONE_ASSUMED);
        if !is_assumed(self) || is_assumed(from) {
            return;
        }
        self.meta.tick(ZONE_ASSUMED, false);
        if self.started_at != from.started_at {
            self.started_at = from.started_at;
            outcome.gained.push(fl!("import-field-started_at"));
        }
    }

    fn into_record(self) -> Record {
        Record::Activity(self)
    }
}

fn in_words(why: Why, there: &Activity) -> String {
    let day = words::day_with_year(there.started_at.civil_date());
    let time = words::clock(there.started_at);
    let source = words::named("import-source", &there.meta.source);
    match why {
        Why::Start => fl!("import-same-start", day = day, time = time, source = source),
        Why::Covers => fl!("import-same-covers", day = day, time = time, source = source),
        Why::Hours => fl!("import-same-hours", day = day, time = time, source = source),
        Why::Day => fl!("import-same-day", day = day, source = source),
    }
}

fn why(there: &Activity, incoming: &Activity, is_one_file: bool, has_source: bool) -> Option<Why> {
    let apart = (there.started_at.ms - incoming.started_at.ms).abs();
    if is_one_file {
        let is_measured = there.distance_m.is_some() && incoming.distance_m.is_some();
        let is_close = apart <= START_MS && there.sport == incoming.sport;
        let is_copy = is_measured && is_close && agree(there, incoming, SHARE);
        return is_copy.then_some(Why::Start);
    }
    let is_untimed = |it: &Activity| it.meta.is_ticked(TIME_ASSUMED);
    if is_untimed(there) != is_untimed(incoming) {
        let is_of_day = there.started_at.civil_date() == incoming.started_at.civil_date();
        let is_same = is_of_day && there.sport == incoming.sport && agree(there, incoming, SHARE);
        return is_same.then_some(Why::Day);
    }
    if apart <= START_MS && same_length(there, incoming) && overlap(there, incoming, apart) {
        return Some(Why::Start);
    }
    if covers(there, incoming) || covers(incoming, there) {
        return Some(Why::Covers);
    }
    let is_assumed = |it: &Activity| it.meta.is_ticked(ZONE_ASSUMED);
    let is_likely = is_assumed(there) && !is_assumed(incoming) && is_clock_of(there, incoming)
        || is_assumed(incoming) && !is_assumed(there) && is_clock_of(incoming, there);
    let (within, share) = if is_likely {
        (START_MS, SHARE)
    } else {
        (CLOSE_MS, CLOSE_SHARE)
    };
    // A person knows what the clock on the wall said.
    let is_by_person = |it: &Activity| it.meta.source == MANUAL;
    let is_shifted = !has_source
        && !is_by_person(there)
        && !is_by_person(incoming)
        && whole_hours(apart, within)
        && there.sport == incoming.sport
        && there.distance_m.is_some() == incoming.distance_m.is_some()
        && agree(there, incoming, share);
    is_shifted.then_some(Why::Hours)
}

/// Whether the clock of `assumed` is that on the wall where `other` was, or that of UTC: the two that a file without
/// a zone has. Any other number of hours is as good as a second run of the day.
fn is_clock_of(assumed: &Activity, other: &Activity) -> bool {
    let wall = |it: &Activity, offset_min: i16| it.started_at.ms + i64::from(offset_min) * 60_000;
    let read = wall(assumed, assumed.started_at.offset_min);
    let clocks = [wall(other, other.started_at.offset_min), wall(other, 0)];
    clocks.iter().any(|it| (it - read).abs() <= START_MS)
}

/// Whether the shorter of two has not ended before the other begins, as two strides or intervals have.
fn overlap(a: &Activity, b: &Activity, apart: i64) -> bool {
    let seconds = [a.load_seconds(), b.load_seconds()].into_iter().flatten();
    seconds.reduce(f64::min).is_none_or(|it| (apart as f64) < it * 1000.0)
}

/// Whether `apart` is 1 to [`MOST_HOURS`] hours, within some milliseconds.
fn whole_hours(apart: i64, within: i64) -> bool {
    let hours = (apart + HOUR_MS / 2) / HOUR_MS;
    (1..=MOST_HOURS).contains(&hours) && (apart - hours * HOUR_MS).abs() <= within
}

/// Whether they last equally long, by the watch or by the clock; unknown lengths leave it to the distance.
fn same_length(a: &Activity, b: &Activity) -> bool {
    let lengths = |it: &Activity| [it.elapsed_s, it.moving_s];
    let (of_a, of_b) = (lengths(a), lengths(b));
    let is_known = |of: &[Option<f64>; 2]| of.iter().any(Option::is_some);
    if is_known(&of_a) && is_known(&of_b) {
        return of_a.iter().any(|a| of_b.iter().any(|b| near(*a, *b, SHARE)));
    }
    a.distance_m.is_none() || b.distance_m.is_none() || near(a.distance_m, b.distance_m, SHARE)
}

/// Whether length and distance agree, each where both know it, and one of them does.
fn agree(a: &Activity, b: &Activity, share: f64) -> bool {
    let pairs = [
        (a.distance_m, b.distance_m),
        (a.elapsed_s.or(a.moving_s), b.elapsed_s.or(b.moving_s)),
    ];
    let mut known = pairs.iter().filter(|(a, b)| a.is_some() && b.is_some()).peekable();
    known.peek().is_some() && known.all(|(a, b)| near(*a, *b, share))
}

/// Whether `outer` lasted from before `inner` began until after it ended, give or take two minutes, and they are of
/// one sport and overlap.
fn covers(outer: &Activity, inner: &Activity) -> bool {
    let (Some(long), Some(short)) = (outer.load_seconds(), inner.load_seconds()) else {
        return false;
    };
    let end = |it: &Activity, seconds: f64| it.started_at.ms + (seconds * 1000.0) as i64;
    outer.sport == inner.sport
        && short > 0.0
        && outer.started_at.ms - START_MS <= inner.started_at.ms
        && end(inner, short) <= end(outer, long) + START_MS
        && inner.started_at.ms < end(outer, long)
        && end(inner, short) > outer.started_at.ms
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Id, Meta, Sport, Stamp};

    fn run(start_s: i64, seconds: f64, metres: f64) -> Activity {
        let started_at = Stamp {
            ms: 1_700_000_000_000 + start_s * 1000,
            offset_min: 60,
        };
        Activity {
            elapsed_s: Some(seconds),
            distance_m: Some(metres),
            ..Activity::new(Meta::from_source(Id::fresh(0), "fit"), Sport::Run, started_at)
        }
    }

    fn assumed(run: Activity) -> Activity {
        let mut run = run;
        run.meta.tick(ZONE_ASSUMED, true);
        run
    }

    #[test]
    fn activities_are_one_by_start_and_length_by_cover_or_by_whole_hours() {
        let there = run(0, 3600.0, 10_000.0);
        for (incoming, expected) in [
            (run(119, 3500.0, 9_000.0), Some(Why::Start)),
            (run(-119, 3700.0, 12_000.0), Some(Why::Start)),
            (run(121, 3800.0, 10_000.0), None),
            (run(60, 4500.0, 10_000.0), Some(Why::Covers)),
            (run(600, 600.0, 2_000.0), Some(Why::Covers)),
            (run(3500, 3600.0, 10_000.0), None),
            (run(7200, 3600.0, 10_000.0), Some(Why::Hours)),
            (run(7260, 3600.0, 10_000.0), None),
            (assumed(run(-3540, 3650.0, 10_200.0)), Some(Why::Hours)),
            (assumed(run(7200, 3600.0, 10_000.0)), Some(Why::Hours)),
            (assumed(run(7260, 3650.0, 10_200.0)), None),
            (assumed(run(-3600, 3600.0, 12_000.0)), None),
            (assumed(run(9000, 3600.0, 10_000.0)), None),
        ] {
            assert_eq!(why(&there, &incoming, false, false), expected, "{incoming:?}");
        }
    }

    #[test]
    fn a_person_who_noted_a_run_knew_the_hour() {
        let mut noted = run(0, 1680.0, 5_000.0);
        noted.meta.source = MANUAL.to_owned();
        assert_eq!(why(&noted, &run(36_000, 1680.0, 5_000.0), false, false), None);
    }

    #[test]
    fn two_short_bouts_one_after_the_other_are_two() {
        assert_eq!(why(&run(0, 60.0, 300.0), &run(105, 61.0, 305.0), false, false), None);
        assert_eq!(
            why(&run(0, 60.0, 300.0), &run(30, 61.0, 305.0), false, false),
            Some(Why::Start)
        );
    }

    #[test]
    fn of_a_part_and_the_whole_the_whole_says_how_long_and_how_far() {
        let (mut part, mut whole) = (run(0, 1200.0, 3_800.0), run(0, 4900.0, 14_000.0));
        let mut other = whole.clone();
        part.settle(&mut other, false);
        assert_eq!((part.elapsed_s, part.distance_m), (None, None));
        let mut part = run(0, 1200.0, 3_800.0);
        whole.settle(&mut part, false);
        assert_eq!((part.elapsed_s, part.distance_m), (None, None));
        let mut by_hand = run(0, 1200.0, 3_800.0);
        by_hand.settle(&mut whole, true);
        assert_eq!(by_hand.distance_m, Some(3_800.0));
    }

    #[test]
    fn two_runs_of_a_day_that_one_source_tells_apart_stay_two() {
        let (morning, evening) = (run(0, 1800.0, 6_000.0), run(9 * 3600, 1800.0, 6_000.0));
        assert_eq!(why(&morning, &evening, false, true), None);
    }

    #[test]
    fn sessions_of_one_file_stay_apart_unless_they_agree_in_everything() {
        let there = run(0, 60.0, 200.0);
        assert_eq!(why(&there, &run(70, 60.0, 250.0), true, true), None);
        assert_eq!(why(&there, &run(0, 60.0, 200.0), true, true), Some(Why::Start));
    }
}
