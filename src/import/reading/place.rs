//! The time zone of a place, so that a run abroad is shown by the clock on the wall there.
//!
//! The borders of the zones come with the program (simplified to some hundred metres), so nothing is asked
//! of anybody.

use std::sync::LazyLock;

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use tzf_rs::EmbeddedFinder;

use super::Task;
use crate::domain::Stamp;

/// The borders of all zones; made when the first place is asked for.
static ZONES: LazyLock<EmbeddedFinder> = LazyLock::new(EmbeddedFinder::new);

/// A place on the earth, degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::import) struct Position {
    pub latitude: f64,
    pub longitude: f64,
}

impl Position {
    /// A place; `None` where no such place is. 0/0 is what a receiver says that found none.
    pub fn of(latitude: f64, longitude: f64) -> Option<Self> {
        let is_place = latitude.abs() <= 90.0 && longitude.abs() <= 180.0 && (latitude, longitude) != (0.0, 0.0);
        is_place.then_some(Self { latitude, longitude })
    }

    /// Metres to another place, on a sphere.
    pub fn metres_to(self, other: Self) -> f64 {
        const RADIUS_M: f64 = 6_371_008.8;
        let (a, b) = (self.latitude.to_radians(), other.latitude.to_radians());
        let half_lat = (b - a) / 2.0;
        let half_lon = (other.longitude - self.longitude).to_radians() / 2.0;
        let h = half_lat.sin().powi(2) + a.cos() * b.cos() * half_lon.sin().powi(2);
        2.0 * RADIUS_M * h.sqrt().min(1.0).asin()
    }

    /// The zone of the place.
    fn zone(self) -> Option<TimeZone> {
        TimeZone::get(ZONES.get_tz_name(self.longitude, self.latitude)).ok()
    }
}

impl Task<'_> {
    /// The stamp of an instant as the clock on the wall of `position` showed it; without one, as the clock of
    /// the task's zone did.
    pub fn stamp_at(&self, ms: i64, position: Option<Position>) -> Stamp {
        // What the runner said about the zone of an import is about times without one.
        let there = position.and_then(Position::zone);
        Stamp::in_zone(ms, there.as_ref().unwrap_or(&self.zone))
    }

    /// The instant at which the clock on the wall of `position` showed `at`; without one, that of the task's zone.
    pub fn local_at(&self, at: DateTime, position: Option<Position>) -> Option<Stamp> {
        let there = position.and_then(Position::zone);
        Stamp::from_civil(at, there.as_ref().unwrap_or(&self.zone))
    }
}

#[cfg(test)]
mod tests {
    use super::super::with_task;
    use super::*;

    #[test]
    fn a_run_abroad_is_shown_by_the_clock_there_summer_and_winter() {
        let new_york = Position::of(40.78, -73.97);
        for (ms, position, text) in [
            (1_782_300_000_000, new_york, "2026-06-24T07:20:00-04:00"),
            (1_795_501_800_000, new_york, "2026-11-24T01:30:00-05:00"),
            (1_795_501_800_000, None, "2026-11-24T07:30:00+01:00"),
            (1_795_501_800_000, Position::of(0.0, 0.0), "2026-11-24T07:30:00+01:00"),
        ] {
            let stamp = with_task("Europe/Oslo", 0, |task| task.stamp_at(ms, position));
            assert_eq!(stamp.to_rfc3339(), text);
        }
    }

    #[test]
    fn a_degree_along_a_meridian_is_111_kilometres() {
        let (a, b) = (Position::of(1.0, 10.0).unwrap(), Position::of(2.0, 10.0).unwrap());
        assert!((a.metres_to(b) - 111_195.0).abs() < 1.0);
    }
}
