//! Lengths of time and times of the clock in the tables of others.
//!
//! `00:28:10.5`, `28:10`, `7h 42min`, `7 Std. 42 Min.`, `PT7H42M`: all of them are lengths, and none needs
//! its language to be known. What two numbers with a colon mean does: `7:42` of a sleep is hours and minutes,
//! of a run minutes and seconds, so the caller says it ([`Colon`]).
//!
//! A spreadsheet that opens `30:48` takes it for thirty hours and saves `30:48:00`. [`resaved`] is what such
//! a cell would have meant; whether it did, only the rest of the row can tell.

use jiff::SignedDuration;
use jiff::civil::Time;

use super::moment::plain;
use super::number::{NumberStyle, is_blank};
use crate::domain::units::parse_clock;

/// What two numbers with a colon between them mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum Colon {
    /// 28:10 is 28 min 10 s.
    MinutesSeconds,
    /// 7:42 is 7 h 42 min.
    HoursMinutes,
}

/// Words for an hour, a minute, a second and a day; how they begin is enough, but for single letters.
const UNITS: [(&[&str], &[&str], f64); 4] = [
    (
        &["h", "t", "u", "g", "ó", "ч"],
        &[
            "hr", "hour", "heure", "hora", "std", "stunde", "tim", "uur", "uren", "ora", "ore", "godz", "hod", "час",
            "時", "小时", "小時", "시간",
        ],
        3600.0,
    ),
    (
        &["m", "p", "м", "'", "′", "’"],
        &["min", "мин", "分", "분", "perc", "dak", "dk"],
        60.0,
    ),
    (
        &["s", "с", "\"", "″", "”"],
        &["sec", "sek", "seg", "sn", "сек", "秒", "초"],
        1.0,
    ),
    (
        &["d"],
        &["day", "tag", "dag", "jour", "día", "dia", "giorn", "dni", "dzie"],
        86_400.0,
    ),
];

/// Longer lengths than this are no lengths of anything that a journal has.
const LONGEST_S: f64 = 366.0 * 86_400.0;

/// Reads a length of time in seconds; `None` where it is none or says nothing. A number without colon or
/// unit is none: what it counts, only its column says.
pub(in crate::import) fn duration(text: &str, colon: Colon) -> Option<f64> {
    if is_blank(text) {
        return None;
    }
    let text = plain(text);
    let seconds = if text.starts_with(['p', 'P']) {
        iso(&text)
    } else if text.contains(':') {
        with_colons(&text, colon)
    } else {
        with_units(&text)
    };
    seconds.filter(|it| (0.0..=LONGEST_S).contains(it))
}

/// What `30:48:00` meant before a spreadsheet saved it again: 30 min 48 s. `None` where the text has another
/// shape, or more than 59 of the first: what lasts an hour is written with its hours.
pub(in crate::import) fn resaved(text: &str) -> Option<f64> {
    let text = plain(text);
    let (minutes_seconds, zero) = text.rsplit_once(':')?;
    let is_zero = zero == "00" && minutes_seconds.matches(':').count() == 1;
    let seconds = is_zero
        .then(|| with_colons(minutes_seconds, Colon::MinutesSeconds))
        .flatten();
    seconds.filter(|it| *it < 3600.0)
}

/// Reads a time of the clock: `22:31`, `10:31 PM`, `10:31 p. m.`, whatever blanks are in it.
pub(in crate::import) fn time_of_day(text: &str) -> Option<Time> {
    if is_blank(text) {
        return None;
    }
    let text = plain(text);
    // 3 or 4 digits alone are an amount of something in a table.
    (!text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| parse_clock(&text).ok())
        .flatten()
}

fn iso(text: &str) -> Option<f64> {
    let is_clock = text.contains(['T', 't']) || text.ends_with(['D', 'd']);
    let upper = text.to_ascii_uppercase().replace(',', ".");
    let span: jiff::Span = is_clock.then(|| upper.parse().ok()).flatten()?;
    let length: SignedDuration = span.to_duration(jiff::SpanRelativeTo::days_are_24_hours()).ok()?;
    Some(length.as_secs_f64())
}

fn with_colons(text: &str, colon: Colon) -> Option<f64> {
    let (days, text) = match text.split_once(' ') {
        Some((days, rest)) => days_before(days, rest)?,
        None => (0.0, text),
    };
    let parts: Vec<&str> = text.split(':').collect();
    let units: &[f64] = match (parts.len(), colon) {
        (2, Colon::MinutesSeconds) => &[60.0, 1.0],
        (2, Colon::HoursMinutes) => &[3600.0, 60.0],
        (3, _) => &[3600.0, 60.0, 1.0],
        (4, _) => &[86_400.0, 3600.0, 60.0, 1.0],
        _ => return None,
    };
    let last = parts.len() - 1;
    let mut sum = days * 86_400.0;
    for (i, (part, unit)) in parts.iter().zip(units).enumerate() {
        let (whole, fraction) = match part.split_once(['.', ',']) {
            Some((whole, fraction)) if i == last && !fraction.is_empty() => (whole, fraction),
            Some(_) => return None,
            None => (*part, "0"),
        };
        let is_number = |it: &str| !it.is_empty() && it.bytes().all(|b| b.is_ascii_digit());
        let fits = is_number(whole) && is_number(fraction) && whole.len() <= if i == 0 { 6 } else { 2 };
        let value: f64 = fits.then(|| format!("{whole}.{fraction}").parse().ok()).flatten()?;
        let below = if *unit == 3600.0 { 24.0 } else { 60.0 };
        if i > 0 && value >= below {
            return None;
        }
        sum += value * unit;
    }
    Some(sum)
}

/// The days of `0 days 00:17:01`, and what stands behind them.
fn days_before<'t>(days: &str, rest: &'t str) -> Option<(f64, &'t str)> {
    let (word, rest) = rest.split_once(' ')?;
    let unit = unit(word.trim_end_matches(','))?;
    let days: f64 = days.parse().ok().filter(|it| (0.0..400.0).contains(it))?;
    (unit == 86_400.0).then_some((days, rest))
}

/// Numbers with units, larger ones first.
fn with_units(text: &str) -> Option<f64> {
    let mut rest = text.trim();
    let (mut sum, mut above) = (0.0, f64::INFINITY);
    while !rest.is_empty() {
        let digits = rest
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))
            .unwrap_or(rest.len());
        let value = NumberStyle::Dot.read(&rest[..digits])?;
        rest = rest[digits..].trim_start();
        let word = rest
            .find(|c: char| c.is_ascii_digit() || c.is_whitespace())
            .unwrap_or(rest.len());
        let unit = match rest[..word].trim_end_matches(['.', ',']) {
            // 7h42: the next smaller one.
            "" if above == 3600.0 || above == 60.0 => above / 60.0,
            name => unit(name)?,
        };
        rest = rest[word..].trim_start();
        if unit >= above {
            return None;
        }
        above = unit;
        sum += value * unit;
    }
    above.is_finite().then_some(sum)
}

/// The seconds of what a word means.
fn unit(word: &str) -> Option<f64> {
    let word = word.to_lowercase();
    let is = |(letters, beginnings, _): &&(&[&str], &[&str], f64)| {
        letters.contains(&&*word) || beginnings.iter().any(|it| word.starts_with(it))
    };
    UNITS.iter().find(is).map(|it| it.2)
}

#[cfg(test)]
mod tests {
    use jiff::civil::time;

    use super::Colon::{HoursMinutes, MinutesSeconds};
    use super::*;

    #[test]
    fn lengths_are_read_as_watches_write_them() {
        for (text, seconds) in [
            ("00:17:01", 1021.0),
            ("1:02:30", 3750.0),
            ("28:10", 1690.0),
            ("28:10,5", 1690.5),
            ("00:28:10.5", 1690.5),
            ("125:00", 7500.0),
            ("30:48:00", 110_880.0),
            ("1:02:03:04", 93_784.0),
            ("0 days 00:17:01", 1021.0),
            ("7h 42min", 27_720.0),
            ("7 h 42 m", 27_720.0),
            ("7\u{a0}h\u{a0}42\u{a0}min", 27_720.0),
            ("7h42", 27_720.0),
            ("6h", 21_600.0),
            ("45min", 2700.0),
            ("45 s", 45.0),
            ("7 Std. 42 Min.", 27_720.0),
            ("7 godz. 42 min", 27_720.0),
            ("7 t 42 min", 27_720.0),
            ("7時間42分", 27_720.0),
            ("1h 2m 3s", 3723.0),
            ("1,5 h", 5400.0),
            ("PT7H42M", 27_720.0),
            ("PT1H2M3.5S", 3723.5),
            ("P1DT1H", 90_000.0),
        ] {
            let read = duration(text, MinutesSeconds);
            assert_eq!(read, Some(seconds), "{text}");
        }
        assert_eq!(duration("7:42", HoursMinutes), Some(27_720.0));
    }

    #[test]
    fn what_is_no_length_is_none() {
        for text in [
            "",
            "--",
            "--:--",
            "12",
            "1:75",
            "1:60:00",
            "x",
            "min",
            "5 km",
            "5m 5m",
            "5m 3h",
            "-1:00",
            "1:2:3:4:5",
            "1.5:30",
            "Pt",
            "P",
            "99999999:00:00",
            "1: 2",
            "5'",
        ] {
            let read = duration(text, MinutesSeconds);
            assert_eq!(read, if text == "5'" { Some(300.0) } else { None }, "{text}");
        }
    }

    #[test]
    fn a_length_that_a_spreadsheet_saved_again_has_its_first_meaning() {
        assert_eq!(resaved("30:48:00"), Some(1848.0));
        assert_eq!(resaved("05:30:00"), Some(330.0));
        for text in [
            "30:48",
            "1:02:30",
            "00:30:48",
            "1:30:48:00",
            "60:00:00",
            "744:00:00",
            "a:b:00",
            "",
        ] {
            assert_eq!(resaved(text), None, "{text}");
        }
    }

    #[test]
    fn times_of_the_clock_are_read_with_12_and_24_hours() {
        for (text, hour, minute) in [
            ("10:31 PM", 22, 31),
            ("10:31\u{202f}PM", 22, 31),
            ("10:31 p.\u{a0}m.", 22, 31),
            ("22:31", 22, 31),
            ("7:05 a. m.", 7, 5),
            ("12:00 AM", 0, 0),
        ] {
            assert_eq!(time_of_day(text), Some(time(hour, minute, 0, 0)), "{text}");
        }
        for text in ["", "--", "--:--", "2231", "7", "25:00", "13:00 PM"] {
            assert_eq!(time_of_day(text), None, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn lengths_read_back(seconds in 0_u32..800_000) {
            let (h, m, s) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
            let expected = Some(f64::from(seconds));
            proptest::prop_assert_eq!(duration(&format!("{h:02}:{m:02}:{s:02}"), MinutesSeconds), expected);
            proptest::prop_assert_eq!(duration(&format!("{h}h {m}min {s}s"), MinutesSeconds), expected);
            proptest::prop_assert_eq!(duration(&format!("PT{h}H{m}M{s}S"), MinutesSeconds), expected);
        }

        #[test]
        fn no_text_breaks_the_reader(text in "\\PC*", near in "[0-9:.,hmsPTD '\u{a0}-]{0,14}") {
            for text in [&*text, &*near] {
                let read = [duration(text, MinutesSeconds), duration(text, HoursMinutes), resaved(text)];
                proptest::prop_assert!(read.into_iter().flatten().all(f64::is_finite));
                let _ = time_of_day(text);
            }
        }
    }
}
