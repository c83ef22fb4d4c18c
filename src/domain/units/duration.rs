//! Durations of a run and lengths of a sleep.
//!
//! `52:30` of a run is minutes and seconds; `7:30` of a sleep is hours and minutes. A bare number is
//! minutes of a run, hours of a sleep. Never are seconds asked for.

use std::ops::RangeInclusive;

use super::number::{Reading, pick, read};
use super::{Input, InputError};
use crate::fl;

/// From a second to ten days: longer races are recorded stage by stage.
pub(super) const DURATIONS_S: RangeInclusive<f64> = 1.0..=864_000.0;
/// Two days: what the journal takes as minutes of a practice.
const MINUTES: RangeInclusive<f64> = 0.0..=2880.0;
/// From a sleepless night to a day.
const SLEEP_MIN: RangeInclusive<f64> = 0.0..=1440.0;

/// Seconds of an hour, a minute, a second.
const SECONDS: [f64; 3] = [3600.0, 60.0, 1.0];

/// Reads a duration in seconds: `52:30`, `1:02:30`, `52m30s`, `1h02`, `62` (minutes).
pub fn parse_duration(text: &str) -> Result<f64, InputError> {
    seconds(Input::Duration, text, &DURATIONS_S, Bare::MINUTES)
}

/// Reads the length of a step or a practice in minutes, as a duration is written.
pub fn parse_minutes(text: &str) -> Result<f64, InputError> {
    let range = MINUTES.start() * 60.0..=MINUTES.end() * 60.0;
    seconds(Input::Duration, text, &range, Bare::MINUTES).map(|s| s / 60.0)
}

/// Reads the length of a sleep in minutes: `7.5` (hours), `7:30`, `7h 30min`, `7h15`, `450 min`.
pub fn parse_sleep(text: &str) -> Result<f64, InputError> {
    let range = SLEEP_MIN.start() * 60.0..=SLEEP_MIN.end() * 60.0;
    seconds(Input::Sleep, text, &range, Bare::HOURS).map(|s| s / 60.0)
}

/// `54:30`, `1:02:30`, `30:48:00`: whole seconds, hours without end.
pub fn show_duration(seconds: f64) -> String {
    let s = seconds.max(0.0).round() as u64;
    let (h, m, s) = (s / 3600, s / 60 % 60, s % 60);
    if h == 0 {
        format!("{m}:{s:02}")
    } else {
        format!("{h}:{m:02}:{s:02}")
    }
}

/// `7 h 10 min`, `45 min`, `8 h`: whole minutes.
pub fn show_hours(hours: f64) -> String {
    let minutes = (hours.max(0.0) * 60.0).round() as u64;
    let (h, m) = (minutes / 60, minutes % 60);
    match (h, m) {
        (0, m) => fl!("length-min", min = m),
        (h, 0) => fl!("length-h", h = h),
        (h, m) => fl!("length-h-min", h = h, min = m),
    }
}

/// What numbers without a unit mean.
#[derive(Clone, Copy)]
struct Bare {
    /// Seconds of a number alone.
    one_s: f64,
    /// Which of [`SECONDS`] the first of two numbers with a colon is.
    first_of_two: usize,
}

impl Bare {
    const MINUTES: Self = Self {
        one_s: 60.0,
        first_of_two: 1,
    };
    const HOURS: Self = Self {
        one_s: 3600.0,
        first_of_two: 0,
    };
}

fn seconds(what: Input, text: &str, range: &RangeInclusive<f64>, bare: Bare) -> Result<f64, InputError> {
    let text = text.trim();
    let value = if text.contains(':') {
        with_colons(text, bare.first_of_two)
    } else if text.contains(|c: char| c.is_alphabetic() || QUOTES.contains(&c)) {
        with_units(text)
    } else {
        let range = range.start() / bare.one_s..=range.end() / bare.one_s;
        return pick(what, text, &range, |value| show_length(what, value * bare.one_s)).map(|value| value * bare.one_s);
    };
    let value = value.ok_or(InputError::NotUnderstood(what))?;
    Some(value)
        .filter(|it| range.contains(it))
        .ok_or_else(|| outside(what, range))
}

/// What is said of a duration that cannot be meant.
pub(super) fn duration_outside() -> InputError {
    outside(Input::Duration, &DURATIONS_S)
}

fn outside(what: Input, range: &RangeInclusive<f64>) -> InputError {
    InputError::OutOfRange {
        what,
        low: show_length(what, *range.start()),
        high: show_length(what, *range.end()),
    }
}

fn show_length(what: Input, s: f64) -> String {
    match what {
        Input::Sleep => show_hours(s / 3600.0),
        _ => show_duration(s),
    }
}

/// Reads `h:mm:ss`, or two numbers of which the first is `SECONDS[first_of_two]`; the last may have a
/// fraction where it is seconds.
pub(super) fn with_colons(text: &str, first_of_two: usize) -> Option<f64> {
    let parts: Vec<&str> = text.split(':').map(str::trim).collect();
    let first = match parts.len() {
        2 => first_of_two,
        3 => 0,
        _ => return None,
    };
    let mut sum = 0.0;
    for (i, part) in parts.iter().enumerate() {
        let unit = first + i;
        let (whole, fraction) = part.split_once(['.', ',']).unwrap_or((part, "0"));
        let digits = |text: &str| !text.is_empty() && text.len() <= 6 && text.bytes().all(|b| b.is_ascii_digit());
        let fits = digits(whole) && digits(fraction) && (i == 0 || whole.len() == 2) && (unit == 2 || whole == *part);
        let value: f64 = format!("{whole}.{fraction}").parse().ok().filter(|_| fits)?;
        if i > 0 && value >= 60.0 {
            return None;
        }
        sum += value * SECONDS[unit];
    }
    Some(sum)
}

/// What stands for minutes and seconds beside letters.
pub(super) const QUOTES: [char; 6] = ['\'', '"', '′', '″', '’', '”'];

/// Reads numbers with units, larger ones first: `1h02`, `52m30s`, `7 h 30 min`, `5'30"`. A last number
/// without a unit has the next smaller one.
pub(super) fn with_units(text: &str) -> Option<f64> {
    let mut rest = text.trim_start();
    let mut sum = 0.0;
    let mut next = 0;
    let mut exact = true;
    while !rest.is_empty() {
        let end = rest
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))
            .unwrap_or(rest.len());
        let Some(Reading::One(value)) = read(&rest[..end]) else {
            return None;
        };
        rest = rest[end..].trim_start();
        let end = rest
            .find(|c: char| !(c.is_alphabetic() || QUOTES.contains(&c)))
            .unwrap_or(rest.len());
        let unit = if end == 0 {
            (next > 0).then_some(next)
        } else {
            unit(&rest[..end])
        }?;
        rest = rest[end..].trim_start();
        // A fraction can only stand in the last number, and minutes after hours stay under an hour.
        if unit < next || unit > 2 || !exact || (next > 0 && value >= 60.0) || (end == 0 && !rest.is_empty()) {
            return None;
        }
        sum += value * SECONDS[unit];
        exact = value.fract() == 0.0;
        next = unit + 1;
    }
    (next > 0).then_some(sum)
}

fn unit(word: &str) -> Option<usize> {
    match word.to_lowercase().as_str() {
        "h" | "hr" | "hrs" | "hour" | "hours" => Some(0),
        "m" | "min" | "mins" | "minute" | "minutes" | "'" | "′" | "’" => Some(1),
        "s" | "sec" | "secs" | "second" | "seconds" | "\"" | "″" | "”" | "''" | "′′" => Some(2),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_read_as_runners_write_them() {
        for (text, seconds) in [
            ("52:30", 3150.0),
            ("1:02:30", 3750.0),
            ("0:52:30", 3150.0),
            ("52m30s", 3150.0),
            ("1h02", 3720.0),
            ("1h02m", 3720.0),
            ("1 h 2 min 3 s", 3723.0),
            ("62", 3720.0),
            ("62,5", 3750.0),
            ("00:28:10.5", 1690.5),
            ("28:10,5", 1690.5),
            ("90:00", 5400.0),
            ("30:48:00", 110_880.0),
            ("2h", 7200.0),
            ("1.5 h", 5400.0),
            ("45 s", 45.0),
            ("5'30\"", 330.0),
        ] {
            assert_eq!(parse_duration(text), Ok(seconds), "{text}");
        }
    }

    #[test]
    fn durations_that_cannot_be_meant_are_refused_with_the_reason() {
        for text in [
            "",
            "52:75",
            "52:3",
            "1:60:00",
            "1:2:3:4",
            ":30",
            "52:",
            "30s 5m",
            "5m 90s",
            "1.5h 30m",
            "h",
            "1x",
            "x",
            "5m 5m",
            "1h 2 3",
            "52:30 km",
            "1:02.5:30",
        ] {
            assert_eq!(
                parse_duration(text),
                Err(InputError::NotUnderstood(Input::Duration)),
                "{text}"
            );
        }
        for text in ["0", "0:00", "744:00:00", "44640"] {
            let error = parse_duration(text).unwrap_err();
            assert!(matches!(error, InputError::OutOfRange { .. }), "{text}");
            assert!(error.sentence().contains("240:00:00"), "{text}: {error}");
        }
    }

    #[test]
    fn sleep_is_read_in_hours() {
        for (text, minutes) in [
            ("7.5", 450.0),
            ("7,5", 450.0),
            ("7:30", 450.0),
            ("7h 30min", 450.0),
            ("7h15", 435.0),
            ("7 h 10 min", 430.0),
            ("450 min", 450.0),
            ("8", 480.0),
            ("0", 0.0),
        ] {
            assert_eq!(parse_sleep(text), Ok(minutes), "{text}");
        }
        assert!(matches!(parse_sleep("450"), Err(InputError::OutOfRange { .. })));
        assert!(matches!(parse_sleep("25:00"), Err(InputError::OutOfRange { .. })));
    }

    #[test]
    fn lengths_carry_to_the_right() {
        assert_eq!(show_duration(3599.6), "1:00:00");
        assert_eq!(show_duration(59.5), "1:00");
        assert_eq!(show_duration(110_880.0), "30:48:00");
        assert_eq!(show_hours(7.999), "8 h");
        assert_eq!(show_hours(7.17), "7 h 10 min");
        assert_eq!(show_hours(0.75), "45 min");
    }

    proptest::proptest! {
        #[test]
        fn shown_durations_read_back(seconds in 1_u32..864_000) {
            let seconds = f64::from(seconds);
            proptest::prop_assert_eq!(parse_duration(&show_duration(seconds)), Ok(seconds));
        }

        #[test]
        fn shown_sleeps_read_back(minutes in 0_u32..=1440) {
            let minutes = f64::from(minutes);
            proptest::prop_assert_eq!(parse_sleep(&show_hours(minutes / 60.0)), Ok(minutes));
        }

        #[test]
        fn no_text_breaks_the_reader(text in "\\PC*", near in "[0-9hms:'″., ]{0,10}") {
            for text in [text, near] {
                for read in [parse_duration(&text), parse_minutes(&text), parse_sleep(&text)] {
                    proptest::prop_assert!(read.is_err() || read.is_ok_and(f64::is_finite));
                }
            }
        }
    }
}
