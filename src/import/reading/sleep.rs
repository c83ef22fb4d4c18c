//! What kind of sleep a sleep is, where its file does not say.

use crate::domain::Stamp;

/// A shorter one is no sleep but an alarm tried out, or a mistake of a sensor; seconds.
pub(in crate::import) const SHORTEST_SLEEP_S: f64 = 300.0;

/// A longer one is no nap, seconds.
const LONGEST_NAP_S: f64 = 3.0 * 3600.0;

/// The hours of the day in which a nap begins.
const NAP_HOURS: std::ops::Range<i8> = 8..20;

/// Whether a sleep is a nap: it begins between 8 and 20 h and is at most three hours long. Who works at night
/// and sleeps by day sleeps longer.
pub(in crate::import) fn is_nap(bed_at: Stamp, wake_at: Stamp) -> bool {
    NAP_HOURS.contains(&bed_at.civil().hour()) && wake_at.seconds_since(bed_at) <= LONGEST_NAP_S
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_sleep_by_day_is_a_nap() {
        for (bed, wake, nap) in [
            ("2026-05-03T13:00:00+02:00", "2026-05-03T13:40:00+02:00", true),
            ("2026-05-03T08:54:00+02:00", "2026-05-03T15:25:00+02:00", false),
            ("2026-05-03T05:00:00+02:00", "2026-05-03T06:00:00+02:00", false),
            ("2026-05-03T22:00:00+02:00", "2026-05-03T23:00:00+02:00", false),
        ] {
            let at = |text| Stamp::parse_rfc3339(text).unwrap();
            assert_eq!(is_nap(at(bed), at(wake)), nap, "{bed}");
        }
    }
}
