//! The points of a track, and what they amount to.
//!
//! Receivers jump, clocks go backwards, and pulses are missing on half of the points; so each point adds what
//! it has, and a time before the one before it adds nothing. Climb is counted once it is more than
//! [`CLIMB_M`], because the height of a receiver wanders by some metres while one stands still.

use std::ops::RangeInclusive;

use jiff::Timestamp;
use jiff::civil::DateTime;

use super::place::Position;
use super::{Found, Task};
use crate::domain::{Assumption, Sport, Stamp};

/// How long an activity lasts: the longest races take less than ten days, a watch that was never stopped more.
pub(in crate::import) const SECONDS: RangeInclusive<f64> = 0.0..=864_000.0;

/// A rise smaller than this is noise.
const CLIMB_M: f64 = 3.0;

/// Slower than this is standing, m/s: 1 km/h, as other programs take it.
const STANDING: f64 = 1.0 / 3.6;

/// Times before the year 2000 come from clocks that were never set.
const FIRST_DATE_MS: i64 = 946_684_800_000;

/// A point that is this much later than the one before belongs to another day.
const LONGEST_GAP_MS: i64 = 2 * 86_400_000;

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
    first_ms: Option<i64>,
    last_ms: Option<i64>,
    /// Where it begins.
    pub start: Option<Position>,
    last: Option<(Position, Option<i64>)>,
    path_m: f64,
    moving_ms: i64,
    counted_m: Option<f64>,
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
        let ms = point.ms.filter(|&it| self.follows(it));
        if let Some(ms) = ms {
            self.first_ms.get_or_insert(ms);
            self.last_ms = Some(ms);
        }
        if let Some(position) = point.position {
            self.go_to(position, ms);
        }
        if let Some(counted) = point.distance_m.filter(|it| *it >= 0.0) {
            self.counted_m = Some(self.counted_m.unwrap_or(0.0).max(counted));
        }
        self.climb(point.height_m);
        self.heart_rate.add(point.heart_rate);
        self.cadence.add(point.cadence);
        self.temperature.add(point.temperature_c);
    }

    /// A gap: the next point is not reached by moving.
    pub fn break_off(&mut self) {
        self.last = None;
        self.low_m = None;
    }

    fn follows(&self, ms: i64) -> bool {
        self.last_ms
            .is_none_or(|last| (last..=last + LONGEST_GAP_MS).contains(&ms))
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

    /// As the device counted it, metres.
    pub fn counted_m(&self) -> Option<f64> {
        self.counted_m.filter(|it| *it > 0.0)
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

/// The sport of a track that does not say its own: a run, until the runner says otherwise.
pub(in crate::import) fn untyped(task: &Task, found: &mut Found) -> Sport {
    let sport = task.options.untyped.unwrap_or(Sport::Run);
    found.assume(Assumption::Untyped { sport, records: 1 });
    sport
}

/// The instant of a time in a track file, in ms UTC, and whether it says its zone; without one it is read as
/// UTC.
pub(in crate::import) fn instant(text: &str) -> Option<(i64, bool)> {
    let text = text.trim();
    if let Ok(instant) = text.parse::<Timestamp>() {
        return Some((instant.as_millisecond(), true));
    }
    let civil: DateTime = text.parse().ok()?;
    Some((Stamp::from_civil_offset(civil, 0)?.ms, false))
}
