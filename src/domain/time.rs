//! The day rule, in one place.
//!
//! An instant is kept as milliseconds UTC plus the offset of the clock on the wall where it happened.
//! Which day it belongs to is the civil date of (local time − day start): a stretch at 00:40 still
//! belongs to the evening before. Every screen, file and statistic asks [`DayRule`]; nothing slices
//! text or adds 24 hours. Nights are the exception that the records make themselves: a night belongs
//! to the civil date of waking ([`Stamp::civil_date`]), whatever the day start is.

use std::fmt;

use jiff::civil::{Date, DateTime};
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};
use jiff::{SignedDuration, Timestamp, Zoned};
use serde::{Deserialize, Serialize};

/// The earliest and latest instant a journal takes: the years 1900 to 2200, in ms UTC.
pub const STAMP_RANGE_MS: std::ops::RangeInclusive<i64> = -2_208_988_800_000..=7_258_118_400_000;

/// How long an instant is as text, with milliseconds.
const LONGEST_RFC3339: usize = 29;

/// An instant with the offset of the local clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Stamp {
    /// Milliseconds UTC since 1970.
    pub ms: i64,
    /// Minutes the local clock was ahead of UTC.
    pub offset_min: i16,
}

impl Stamp {
    /// The stamp of `ms` as a clock in `zone` shows it.
    pub fn in_zone(ms: i64, zone: &TimeZone) -> Self {
        let offset = zone.to_offset(timestamp(ms));
        Self {
            ms,
            offset_min: (offset.seconds() / 60) as i16,
        }
    }

    /// The stamp of a clock time in `zone`. A time that the clock skips (spring) moves forward by the
    /// gap; of one that it shows twice (autumn) the first is taken. `None` outside 1900-2200.
    pub fn from_civil(at: DateTime, zone: &TimeZone) -> Option<Self> {
        let zoned = zone.to_ambiguous_zoned(at).compatible().ok()?;
        Self::from_zoned(&zoned)
    }

    /// The stamp of a clock time whose offset is known. `None` outside 1900-2200.
    pub fn from_civil_offset(at: DateTime, offset_min: i16) -> Option<Self> {
        let offset = Offset::from_seconds(i32::from(offset_min) * 60).ok()?;
        let ms = offset.to_timestamp(at).ok()?.as_millisecond();
        STAMP_RANGE_MS.contains(&ms).then_some(Self { ms, offset_min })
    }

    /// The stamp of `zoned`. `None` outside 1900-2200.
    pub fn from_zoned(zoned: &Zoned) -> Option<Self> {
        let ms = zoned.timestamp().as_millisecond();
        let offset_min = (zoned.offset().seconds() / 60) as i16;
        STAMP_RANGE_MS.contains(&ms).then_some(Self { ms, offset_min })
    }

    /// What the clock on the wall showed.
    pub fn civil(self) -> DateTime {
        self.offset().to_datetime(timestamp(self.ms))
    }

    /// The date on the wall calendar, without the day rule: for nights and questionnaires.
    pub fn civil_date(self) -> Date {
        self.civil().date()
    }

    /// This instant moved by `seconds` (rounded to the millisecond), by the same clock.
    #[must_use]
    pub fn plus_seconds(self, seconds: f64) -> Self {
        Self {
            ms: self.ms.saturating_add((seconds * 1000.0).round() as i64),
            ..self
        }
    }

    /// Seconds from `earlier` to this instant; negative where it comes before.
    pub fn seconds_since(self, earlier: Self) -> f64 {
        (self.ms - earlier.ms) as f64 / 1000.0
    }

    /// RFC 3339 with the offset, to the second, or to the millisecond where it has a fraction:
    /// `2026-11-24T07:30:00+01:00`.
    pub fn to_rfc3339(self) -> String {
        let mut text = String::with_capacity(LONGEST_RFC3339);
        self.write_rfc3339(&mut text).expect("memory takes every character");
        text
    }

    /// Writes it as [`Self::to_rfc3339`] says it. An export has a hundred thousand of them, so digit by digit.
    pub fn write_rfc3339(self, out: &mut impl fmt::Write) -> fmt::Result {
        let civil = self.civil();
        write_date(civil.date(), out)?;
        let mut time = *b"T00:00:00";
        put_digits(&mut time[1..3], civil.hour().unsigned_abs().into());
        put_digits(&mut time[4..6], civil.minute().unsigned_abs().into());
        put_digits(&mut time[7..9], civil.second().unsigned_abs().into());
        write_ascii(&time, out)?;
        let fraction = self.ms.rem_euclid(1000);
        if fraction != 0 {
            write!(out, ".{fraction:03}")?;
        }
        let mut offset = *b"+00:00";
        if self.offset_min < 0 {
            offset[0] = b'-';
        }
        let minutes = self.offset_min.unsigned_abs();
        put_digits(&mut offset[1..3], minutes / 60);
        put_digits(&mut offset[4..6], minutes % 60);
        write_ascii(&offset, out)
    }

    /// Reads RFC 3339 with an offset (`Z` counts as +00:00). `None` for anything else.
    pub fn parse_rfc3339(text: &str) -> Option<Self> {
        let pieces = jiff::fmt::temporal::DateTimeParser::new().parse_pieces(text).ok()?;
        let at = DateTime::from_parts(pieces.date(), pieces.time()?);
        Self::from_civil_offset(at, (pieces.to_numeric_offset()?.seconds() / 60) as i16)
    }

    fn offset(self) -> Offset {
        Offset::from_seconds(i32::from(self.offset_min) * 60).unwrap_or(Offset::UTC)
    }
}

/// Which day an instant belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DayRule {
    /// Minutes after midnight at which a day starts, 0 to 360.
    pub start_min: i16,
}

impl Default for DayRule {
    fn default() -> Self {
        Self { start_min: 240 }
    }
}

impl DayRule {
    /// The journal day of `at`: the civil date of (local time − day start).
    pub fn day_of(self, at: Stamp) -> Date {
        let shift = SignedDuration::from_mins(i64::from(self.start_min));
        at.civil().saturating_sub(shift).date()
    }

    /// The clock time `time` on journal day `day`, in `zone`: times before the day start are in the
    /// small hours of the next civil date. `None` outside 1900-2200.
    pub fn at(self, day: Date, time: jiff::civil::Time, zone: &TimeZone) -> Option<Stamp> {
        let minutes = i16::from(time.hour()) * 60 + i16::from(time.minute());
        let date = if minutes < self.start_min {
            day.tomorrow().ok()?
        } else {
            day
        };
        Stamp::from_civil(date.to_datetime(time), zone)
    }
}

/// Writes `2026-11-24`.
pub fn write_date(date: Date, out: &mut impl fmt::Write) -> fmt::Result {
    let Ok(year) = u16::try_from(date.year()) else {
        return write!(out, "{date}");
    };
    let mut text = *b"0000-00-00";
    put_digits(&mut text[..4], year);
    put_digits(&mut text[5..7], date.month().unsigned_abs().into());
    put_digits(&mut text[8..], date.day().unsigned_abs().into());
    write_ascii(&text, out)
}

/// Writes the last digits of `number` into all of `place`.
fn put_digits(place: &mut [u8], mut number: u16) {
    for digit in place.iter_mut().rev() {
        *digit = b'0' + (number % 10) as u8;
        number /= 10;
    }
}

fn write_ascii(bytes: &[u8], out: &mut impl fmt::Write) -> fmt::Result {
    out.write_str(str::from_utf8(bytes).expect("digits and marks are ASCII"))
}

/// Days from `a` to `b`, on the calendar (never by 24 hours).
pub fn days_between(a: Date, b: Date) -> i32 {
    (b - a).get_days()
}

/// The zone called `name`, or UTC where the computer does not know it.
pub fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap_or(TimeZone::UTC)
}

/// Whether the clock of `zone` skips or repeats `at`.
pub fn is_ambiguous(at: DateTime, zone: &TimeZone) -> bool {
    !matches!(
        zone.to_ambiguous_timestamp(at).offset(),
        AmbiguousOffset::Unambiguous { .. }
    )
}

fn timestamp(ms: i64) -> Timestamp {
    Timestamp::from_millisecond(ms).unwrap_or(Timestamp::UNIX_EPOCH)
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, datetime, time};

    use super::*;

    fn at(text: &str) -> Stamp {
        Stamp::parse_rfc3339(text).unwrap()
    }

    #[test]
    fn a_day_starts_when_the_rule_says() {
        let rule = DayRule { start_min: 240 };
        for (instant, day) in [
            ("2026-11-24T00:40:00+01:00", date(2026, 11, 23)),
            ("2026-11-24T03:59:59+01:00", date(2026, 11, 23)),
            ("2026-11-24T04:00:00+01:00", date(2026, 11, 24)),
            ("2026-03-29T04:30:00+02:00", date(2026, 3, 29)),
            ("2026-10-25T02:30:00+01:00", date(2026, 10, 24)),
        ] {
            assert_eq!(rule.day_of(at(instant)), day, "{instant}");
        }
    }

    #[test]
    fn the_small_hours_of_a_day_lie_on_the_next_date() {
        let zone = zone("Europe/Oslo");
        let rule = DayRule { start_min: 240 };
        let stamp = rule.at(date(2026, 11, 23), time(0, 40, 0, 0), &zone).unwrap();
        assert_eq!(stamp.to_rfc3339(), "2026-11-24T00:40:00+01:00");
        assert_eq!(rule.day_of(stamp), date(2026, 11, 23));
    }

    #[test]
    fn skipped_and_doubled_clock_times_are_instants_too() {
        let zone = zone("Europe/Berlin");
        for (civil, text) in [
            (datetime(2026, 3, 29, 2, 30, 0, 0), "2026-03-29T03:30:00+02:00"),
            (datetime(2026, 10, 25, 2, 30, 0, 0), "2026-10-25T02:30:00+02:00"),
        ] {
            assert!(is_ambiguous(civil, &zone));
            assert_eq!(Stamp::from_civil(civil, &zone).unwrap().to_rfc3339(), text);
        }
    }

    #[test]
    fn rfc3339_text_reads_back_as_the_same_stamp() {
        for text in [
            "2026-11-24T07:30:00+01:00",
            "2019-11-01T08:31:40.751+00:00",
            "1999-12-31T23:59:59-09:30",
        ] {
            assert_eq!(at(text).to_rfc3339(), text);
        }
        assert_eq!(Stamp::parse_rfc3339("2026-11-24T07:30:00"), None);
        assert_eq!(Stamp::parse_rfc3339("9999-11-24T07:30:00Z"), None);
    }

    #[test]
    fn a_date_is_written_as_everywhere() {
        for day in [
            date(2026, 11, 4),
            date(1900, 1, 31),
            date(1, 2, 3),
            date(-44, 3, 15),
            date(9999, 12, 31),
        ] {
            let mut text = String::new();
            write_date(day, &mut text).unwrap();
            assert_eq!(text, day.to_string());
        }
    }

    proptest::proptest! {
        #[test]
        fn every_instant_reads_back_from_its_text(ms in STAMP_RANGE_MS, quarter in -48_i16..=56) {
            let stamp = Stamp { ms, offset_min: quarter * 15 };
            proptest::prop_assert_eq!(Stamp::parse_rfc3339(&stamp.to_rfc3339()), Some(stamp));
        }

        #[test]
        fn a_later_day_start_never_gives_a_later_day(ms in STAMP_RANGE_MS, start in 0_i16..=360) {
            let stamp = Stamp { ms, offset_min: 60 };
            let day = DayRule { start_min: start }.day_of(stamp);
            proptest::prop_assert!(day <= stamp.civil_date());
            proptest::prop_assert!(days_between(day, stamp.civil_date()) <= 1);
        }
    }
}
