//! Dates, numbers and units as Apple writes them.
//!
//! A date is `2024-01-01 01:01:36 +0200`. The offset is that of the telephone's zone on that day, not of
//! the place where it happened; where an entry names its zone (`HKTimeZone`), that one is right.

use jiff::fmt::strtime::BrokenDownTime;
use jiff::tz::TimeZone;

use crate::domain::Stamp;
use crate::import::reading::number::decimal;

/// The shapes of dates: of today's exports, of those with a clock of twelve hours, and of the first.
const SHAPES: [&str; 3] = ["%Y-%m-%d %H:%M:%S %z", "%Y-%m-%d %I:%M:%S %p %z", "%Y%m%d%H%M%S%z"];

/// Reads a date.
pub(super) fn stamp(text: &str) -> Option<Stamp> {
    // Some languages put a narrow blank before AM and PM.
    let plain;
    let text = if text.is_ascii() {
        text
    } else {
        plain = text.replace(['\u{202f}', '\u{a0}'], " ");
        &plain
    };
    let parsed = SHAPES
        .iter()
        .find_map(|shape| BrokenDownTime::parse(shape, text).ok())?;
    let offset_min = (parsed.offset()?.seconds() / 60) as i16;
    Stamp::from_civil_offset(parsed.to_datetime().ok()?, offset_min)
}

/// The same instant on a clock of the zone called `name`, where there is one.
pub(super) fn in_zone(at: Stamp, name: &str) -> Stamp {
    TimeZone::get(name).map_or(at, |zone| Stamp::in_zone(at.ms, &zone))
}

/// Reads a number and the unit behind it: `418 cm`.
pub(super) fn quantity(text: &str) -> Option<(f64, &str)> {
    let (value, unit) = text.trim().split_once(' ')?;
    Some((decimal(value)?, unit.trim()))
}

/// Seconds of a length of time.
pub(super) fn seconds(value: f64, unit: &str) -> Option<f64> {
    let factor = match unit {
        "s" | "sec" => 1.0,
        "min" => 60.0,
        "hr" | "h" => 3600.0,
        "ms" => 0.001,
        "d" | "day" => 86_400.0,
        _ => return None,
    };
    Some(value * factor)
}

/// Metres of a distance.
pub(super) fn metres(value: f64, unit: &str) -> Option<f64> {
    let factor = match unit {
        "m" => 1.0,
        "km" => 1000.0,
        "mi" => 1609.344,
        "yd" => 0.9144,
        "ft" => 0.3048,
        "in" => 0.0254,
        "cm" => 0.01,
        "mm" => 0.001,
        _ => return None,
    };
    Some(value * factor)
}

/// Kilograms of a mass.
pub(super) fn kilograms(value: f64, unit: &str) -> Option<f64> {
    let factor = match unit {
        "kg" => 1.0,
        "g" => 0.001,
        "lb" | "lbs" => 0.453_592_37,
        "st" => 6.350_293_18,
        "oz" => 0.028_349_523_125,
        _ => return None,
    };
    Some(value * factor)
}

/// Beats a minute of a heart rate.
pub(super) fn per_minute(value: f64, unit: &str) -> Option<f64> {
    match unit {
        "count/min" | "bpm" | "" => Some(value),
        "count/s" | "Hz" => Some(value * 60.0),
        _ => None,
    }
}

/// Kilocalories of an energy; what Apple calls `Cal` is one.
pub(super) fn kilocalories(value: f64, unit: &str) -> Option<f64> {
    match unit {
        "kcal" | "Cal" | "" => Some(value),
        "kJ" => Some(value / 4.184),
        "cal" => Some(value / 1000.0),
        "J" => Some(value / 4184.0),
        _ => None,
    }
}

/// Degrees Celsius of a temperature.
pub(super) fn celsius(value: f64, unit: &str) -> Option<f64> {
    match unit {
        "degC" => Some(value),
        "degF" => Some((value - 32.0) / 1.8),
        "K" => Some(value - 273.15),
        _ => None,
    }
}

/// A number to this many decimals: an export turns 10 km into 9.999999999 and back.
pub(super) fn rounded(value: f64, decimals: i32) -> f64 {
    let unit = 10_f64.powi(decimals);
    (value * unit).round() / unit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_all_ages_of_the_export_are_read() {
        for (text, expected) in [
            ("2024-01-01 01:01:36 +0200", Some("2024-01-01T01:01:36+02:00")),
            ("2016-11-14 07:25:41 -0700", Some("2016-11-14T07:25:41-07:00")),
            ("2019-06-01 09:15:00 pm +0530", Some("2019-06-01T21:15:00+05:30")),
            ("2019-06-01 9:15:00\u{202f}PM +0530", Some("2019-06-01T21:15:00+05:30")),
            ("20150616071820-0700", Some("2015-06-16T07:18:20-07:00")),
            ("2024-01-01 01:01:36", None),
            ("2024-13-01 01:01:36 +0200", None),
            ("", None),
        ] {
            let read = stamp(text).map(Stamp::to_rfc3339);
            assert_eq!(read.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_unit_stands_behind_its_number() {
        assert_eq!(quantity("418 cm"), Some((418.0, "cm")));
        assert_eq!(quantity("4,5 kcal/hr·kg"), Some((4.5, "kcal/hr·kg")));
        assert_eq!(quantity("418"), None);
    }
}
