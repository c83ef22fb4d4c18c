//! A sleep as others tell it, held to what a journal takes; and what kind of sleep it is, where its file does
//! not say.

use super::Found;
use crate::domain::{Meta, Night, Stamp};
use crate::fl;

/// The longest sleep that is believed, minutes.
const LONGEST_MIN: f64 = 2880.0;

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

/// The night from `bed` to `wake`, on the day of waking. More time asleep than in bed is left out and said;
/// a minute of it is how services round.
pub(in crate::import) fn slept(
    meta: Meta,
    bed: Stamp,
    wake: Stamp,
    asleep_min: Option<f64>,
    line: Option<u64>,
    found: &mut Found,
) -> Result<Night, String> {
    let in_bed = wake.seconds_since(bed) / 60.0;
    if in_bed <= 0.0 || in_bed > LONGEST_MIN {
        return Err(fl!("import-night-order"));
    }
    let asleep_min = match asleep_min {
        Some(minutes) if minutes > in_bed + 1.0 => {
            found.note(line, fl!("import-asleep-left-out"));
            None
        }
        minutes => minutes.map(|it| it.min(in_bed)),
    };
    Ok(Night {
        bed_at: Some(bed),
        wake_at: Some(wake),
        asleep_min,
        ..Night::new(meta, wake.civil_date())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Id;

    fn night(minutes: i64, asleep: f64) -> (Result<Night, String>, usize) {
        let bed = Stamp::parse_rfc3339("2026-03-01T22:00:00+01:00").unwrap();
        let wake = bed.plus_seconds(60.0 * minutes as f64);
        let mut found = Found::default();
        let meta = Meta::manual(Id::fresh(0));
        let night = slept(meta, bed, wake, Some(asleep), None, &mut found);
        (night, found.into_issues().0.len())
    }

    #[test]
    fn nights_are_held_to_their_time_in_bed() {
        let of = |minutes, asleep| {
            let (night, notes) = night(minutes, asleep);
            (night.map(|it| it.asleep_min).ok(), notes)
        };
        assert_eq!(of(480, 400.0), (Some(Some(400.0)), 0));
        assert_eq!(of(480, 480.5), (Some(Some(480.0)), 0));
        assert_eq!(of(480, 500.0), (Some(None), 1));
        assert_eq!(of(0, 1.0).0, None);
        assert_eq!(of(-60, 1.0).0, None);
        assert_eq!(of(2881, 1.0).0, None);
        assert_eq!(night(480, 400.0).0.unwrap().day, jiff::civil::date(2026, 3, 2));
    }

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
