//! The points of a track, and what they amount to.
//!
//! Receivers jump, clocks go backwards, and pulses are missing on half of the points; so each point adds what
//! it has, and a time before the one before it adds nothing. A receiver that has not found its satellites yet
//! may write a first point or a few with the date of its making, and then jump to today: the track begins
//! there. Climb is counted once it is more than [`CLIMB_M`], because the height of a receiver wanders by some
//! metres while one stands still.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use jiff::Timestamp;
use jiff::civil::DateTime;

use super::place::Position;
use super::xml::number;
use super::{Found, Task};
use crate::domain::{Assumption, Sport, Stamp};
use crate::fl;

/// A rise smaller than this is noise.
const CLIMB_M: f64 = 3.0;

/// Slower than this is standing, m/s: 1 km/h, as other programs take it.
const STANDING: f64 = 1.0 / 3.6;

/// Times before the year 2000 come from clocks that were never set.
const FIRST_DATE_MS: i64 = 946_684_800_000;

/// A point that is this much later than the one before belongs to another day.
const LONGEST_GAP_MS: i64 = 2 * 86_400_000;

/// What a pulse can be, and 0 where it was not felt.
const HEART_RATES: RangeInclusive<f64> = 0.0..=250.0;

/// The most points that are taken for those of a clock that was not set yet.
const FEW: usize = 5;

/// One point, as far as it says anything.
#[derive(Clone, Debug, Default)]
pub(in crate::import) struct Point {
    pub ms: Option<i64>,
    pub position: Option<Position>,
    pub height_m: Option<f64>,
    /// Metres since the start, as the device counts them.
    pub distance_m: Option<f64>,
    pub heart_rate: Option<f64>,
    pub cadence: Option<f64>,
    pub temperature_c: Option<f64>,
    /// Whether something stood there that is no number or no place on earth.
    pub is_odd: bool,
}

impl Point {
    /// The number that a text of the point is; what is none makes it an odd one.
    pub fn number(&mut self, text: &str) -> Option<f64> {
        let number = number(text);
        self.is_odd |= number.is_none() && !text.trim().is_empty();
        number
    }
}

/// The mean and the highest of values.
#[derive(Clone, Debug, Default)]
pub(in crate::import) struct Mean {
    sum: f64,
    count: u32,
    pub highest: Option<f64>,
}

impl Mean {
    /// One more value, where it says anything.
    pub fn add(&mut self, value: Option<f64>) {
        if let Some(value) = value.filter(|it| *it > 0.0) {
            self.sum += value;
            self.count += 1;
            self.highest = Some(self.highest.unwrap_or(value).max(value));
        }
    }

    /// The mean, to one decimal.
    pub fn mean(&self) -> Option<f64> {
        (self.count > 0).then(|| (self.sum / f64::from(self.count) * 10.0).round() / 10.0)
    }
}

/// A track, point by point.
#[derive(Clone, Debug, Default)]
pub(in crate::import) struct Track {
    pub points: usize,
    /// Points with something that cannot be, which was left out.
    pub odd: usize,
    first_ms: Option<i64>,
    last_ms: Option<i64>,
    /// How many points had a time that counts.
    timed: usize,
    /// A time far ahead, which the next one may confirm.
    ahead_ms: Option<i64>,
    /// Whether the clock was set on the way, so that the first points say nothing of when it began.
    pub was_set: bool,
    /// Where it begins.
    pub start: Option<Position>,
    last: Option<(Position, Option<i64>)>,
    path_m: f64,
    moving_ms: i64,
    /// What the device counted at first, and at most.
    counted_m: Option<(f64, f64)>,
    climb_m: f64,
    low_m: Option<f64>,
    pub heart_rate: Mean,
    pub cadence: Mean,
    pub temperature: Mean,
}

impl Track {
    /// One more point.
    pub fn add(&mut self, point: &Point) {
        self.points += 1;
        let before = self.last_ms;
        let ms = point.ms.filter(|&it| self.tick(it));
        let is_stray = |it: i64| before.is_some_and(|last| it.abs_diff(last) > LONGEST_GAP_MS.unsigned_abs());
        let is_stray = ms.is_none() && point.ms.is_some_and(is_stray);
        let heart_rate = point.heart_rate.filter(|it| HEART_RATES.contains(it));
        let is_odd = point.is_odd || is_stray || heart_rate != point.heart_rate;
        self.odd += usize::from(is_odd);
        if let Some(position) = point.position {
            self.go_to(position, ms);
        }
        if let Some(counted) = point.distance_m.filter(|it| *it >= 0.0) {
            let (first, most) = self.counted_m.unwrap_or((counted, counted));
            self.counted_m = Some((first, most.max(counted)));
        }
        self.climb(point.height_m);
        self.heart_rate.add(heart_rate);
        self.cadence.add(point.cadence);
        self.temperature.add(point.temperature_c);
    }

    /// A gap: the next point is not reached by moving.
    pub fn break_off(&mut self) {
        self.last = None;
        self.low_m = None;
    }

    /// Takes a time, where it counts.
    fn tick(&mut self, ms: i64) -> bool {
        if !self.last_ms.is_none_or(|last| is_soon_after(last, ms)) && !self.sets_clock(ms) {
            return false;
        }
        self.ahead_ms = None;
        self.first_ms.get_or_insert(ms);
        self.last_ms = Some(ms);
        self.timed += 1;
        true
    }

    /// Whether a time far ahead is the right one, and those before it were none: they are of a clock that was
    /// never set, or few, and this is the second such time.
    fn sets_clock(&mut self, ms: i64) -> bool {
        if self.last_ms.is_some_and(|last| ms < last) {
            return false;
        }
        let begun = if self.is_undated() && ms >= FIRST_DATE_MS {
            Some(ms)
        } else if self.timed <= FEW {
            self.ahead_ms.filter(|&it| is_soon_after(it, ms))
        } else {
            return false;
        };
        if begun.is_none() {
            self.ahead_ms = Some(ms);
            return false;
        }
        if self.ahead_ms.is_some() {
            // The time ahead was no odd one.
            self.odd = self.odd.saturating_sub(1);
        }
        (self.first_ms, self.last_ms, self.was_set) = (begun, begun, true);
        (self.timed, self.moving_ms) = (0, 0);
        true
    }

    fn go_to(&mut self, position: Position, ms: Option<i64>) {
        self.start.get_or_insert(position);
        if let Some((before, at)) = self.last {
            let metres = before.metres_to(position);
            self.path_m += metres;
            if let (Some(at), Some(ms)) = (at, ms)
                && ms > at
                && metres / ((ms - at) as f64 / 1000.0) > STANDING
            {
                self.moving_ms += ms - at;
            }
        }
        self.last = Some((position, ms));
    }

    fn climb(&mut self, height_m: Option<f64>) {
        let Some(height) = height_m.filter(|it| it.abs() < 9_000.0) else {
            return;
        };
        let low = *self.low_m.get_or_insert(height);
        if height >= low + CLIMB_M {
            self.climb_m += height - low;
            self.low_m = Some(height);
        } else if height < low {
            self.low_m = Some(height);
        }
    }

    /// The last time that counts.
    pub fn last_ms(&self) -> Option<i64> {
        self.last_ms
    }

    /// When it began; `None` where no point has a time, or the clock was never set.
    pub fn start_ms(&self) -> Option<i64> {
        self.first_ms.filter(|&it| it >= FIRST_DATE_MS)
    }

    /// Whether its clock was never set.
    pub fn is_undated(&self) -> bool {
        self.first_ms.is_some_and(|it| it < FIRST_DATE_MS)
    }

    /// From the first to the last point, seconds.
    pub fn elapsed_s(&self) -> Option<f64> {
        Some((self.last_ms? - self.first_ms?) as f64 / 1000.0)
    }

    /// In movement, seconds; `None` where times or positions are missing.
    pub fn moving_s(&self) -> Option<f64> {
        (self.moving_ms > 0).then_some(self.moving_ms as f64 / 1000.0)
    }

    /// As the device counted it, metres. One leg of a triathlon may begin where the one before it ended.
    pub fn counted_m(&self) -> Option<f64> {
        let (first, most) = self.counted_m?;
        Some(most - first).filter(|it| *it > 0.0)
    }

    /// Along the positions, metres.
    pub fn path_m(&self) -> Option<f64> {
        (self.path_m > 0.0).then(|| (self.path_m * 10.0).round() / 10.0)
    }

    /// Metres climbed; `None` where no point has a height.
    pub fn climb_m(&self) -> Option<f64> {
        self.low_m.map(|_| self.climb_m.round())
    }
}

/// Says of the points of `track` that had something which cannot be that it was left out.
pub(in crate::import) fn note_odd(track: &Track, found: &mut Found) {
    if track.odd > 0 {
        found.note(None, fl!("import-odd-points", n = (track.odd)));
    }
}

/// The sport of a track that does not say its own: a run, until the runner says otherwise.
pub(in crate::import) fn untyped(task: &Task, found: &mut Found) -> Sport {
    let sport = task.options.untyped.unwrap_or(Sport::Run);
    found.assume(Assumption::Untyped { sport, records: 1 });
    sport
}

/// Whether `ms` belongs to the same activity as `before`.
pub(in crate::import) fn is_soon_after(before: i64, ms: i64) -> bool {
    (before..=before.saturating_add(LONGEST_GAP_MS)).contains(&ms)
}

/// The instant of a time in a track file, in ms UTC, and whether it says its zone; without one it is read as
/// UTC.
pub(in crate::import) fn instant(text: &str) -> Option<(i64, bool)> {
    let text = &within_nanoseconds(text.trim());
    if let Ok(instant) = text.parse::<Timestamp>() {
        return Some((instant.as_millisecond(), true));
    }
    let civil: DateTime = text.parse().ok()?;
    Some((Stamp::from_civil_offset(civil, 0)?.ms, false))
}

/// A time without the digits of its second beyond billionths, which some programs write.
fn within_nanoseconds(text: &str) -> Cow<'_, str> {
    const DIGITS: usize = 9;
    let Some((head, tail)) = text.split_once(['.', ',']) else {
        return Cow::Borrowed(text);
    };
    let digits = tail.bytes().take_while(u8::is_ascii_digit).count();
    if digits <= DIGITS {
        return Cow::Borrowed(text);
    }
    Cow::Owned(format!("{head}.{}{}", &tail[..DIGITS], &tail[digits..]))
}
