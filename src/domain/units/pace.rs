//! Paces, and the third of distance, time and pace.

use std::ops::RangeInclusive;

use super::distance::{DISTANCES_M, distance_outside};
use super::duration::{DURATIONS_S, QUOTES, duration_outside, with_colons, with_units};
use super::number::{pick, split_unit, trimmed};
use super::{Input, InputError};
use crate::domain::settings::DistanceUnit;
use crate::fl;

/// From 120 km/h down a pass to an hour for a kilometre, in seconds a metre.
const PACES: RangeInclusive<f64> = 0.03..=3.6;
/// How far three given values may be apart, as a part: paces and distances are typed rounded.
const ROUNDING: f64 = 0.02;

/// Reads a pace in seconds a metre; without a unit it is for one `unit`: `5:30`, `5:30/km`, `8:51 /mi`,
/// `5'30"`, `5 min/km`, and speeds: `12 km/h`. `5.5` is refused: it is meant as 5:30 and as 5:50.
pub fn parse_pace(text: &str, unit: DistanceUnit) -> Result<f64, InputError> {
    let pace = match speed(text, unit)? {
        Some(pace) => pace,
        None => minutes(text, unit).ok_or(InputError::NotUnderstood(Input::Pace))?,
    };
    Some(pace)
        .filter(|it| PACES.contains(it))
        .ok_or_else(|| InputError::OutOfRange {
            what: Input::Pace,
            low: show_pace(*PACES.start(), unit),
            high: show_pace(*PACES.end(), unit),
        })
}

fn speed(text: &str, unit: DistanceUnit) -> Result<Option<f64>, InputError> {
    let (number, suffix) = split_unit(text);
    let metres = match suffix.as_str() {
        "km/h" | "kmh" | "kph" => DistanceUnit::Km.metres(),
        "mph" | "mi/h" => DistanceUnit::Mi.metres(),
        _ => return Ok(None),
    };
    let per_hour = |pace: f64| 3600.0 / pace / metres;
    let range = per_hour(*PACES.end())..=per_hour(*PACES.start());
    let speed = pick(Input::Pace, number, &range, |value| {
        show_pace(3600.0 / value / metres, unit)
    })?;
    Ok(Some(3600.0 / speed / metres))
}

fn minutes(text: &str, unit: DistanceUnit) -> Option<f64> {
    let text = text.trim().to_lowercase();
    let (time, per) = match text.split_once('/') {
        Some((time, "km" | " km")) => (time, DistanceUnit::Km),
        Some((time, "mi" | "mile" | " mi")) => (time, DistanceUnit::Mi),
        Some(_) => return None,
        None => (text.as_str(), unit),
    };
    let time = time.trim();
    // The one trap of this field: decimal minutes.
    if !time.contains(':') && time.contains(['.', ',']) {
        return None;
    }
    let seconds = if time.contains(':') {
        with_colons(time.trim_end_matches("min").trim_end(), 1)?
    } else if time.contains(|c: char| c.is_alphabetic() || QUOTES.contains(&c)) {
        with_units(time)?
    } else {
        time.parse::<u32>().ok().map(f64::from)? * 60.0
    };
    Some(seconds / per.metres())
}

/// `5:30 /km`: seconds 00 to 59, carried to the minute.
pub fn show_pace(s_per_m: f64, unit: DistanceUnit) -> String {
    fl!("pace", pace = show_pace_bare(s_per_m, unit), unit = unit.sign())
}

/// Without its unit, for a field whose label names the unit: `5:30`.
pub fn show_pace_bare(s_per_m: f64, unit: DistanceUnit) -> String {
    let s = (s_per_m * unit.metres()).max(0.0).round() as u64;
    format!("{}:{:02}", s / 60, s % 60)
}

/// Distance, time and pace of one run.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Three {
    /// Metres.
    pub distance_m: Option<f64>,
    /// Seconds.
    pub time_s: Option<f64>,
    /// Seconds a metre.
    pub s_per_m: Option<f64>,
}

/// Any two give the third, as exact as what it follows from: whole metres, whole seconds. What was given
/// stays as it was given. Three that do not fit, and a speed that
/// cannot be meant, are refused; sentences name them in `unit`.
pub fn third(given: Three, unit: DistanceUnit) -> Result<Three, InputError> {
    let mut all = given;
    match (given.distance_m, given.time_s, given.s_per_m) {
        (Some(m), Some(s), None) => all.s_per_m = Some(s / m),
        (Some(m), None, Some(pace)) => all.time_s = Some((m * pace).round()),
        (None, Some(s), Some(pace)) => all.distance_m = Some((s / pace).round()),
        (Some(m), Some(s), Some(pace)) if (m * pace - s).abs() > s * ROUNDING => {
            let pace = show_pace(s / m, unit);
            return Err(InputError::Disagree { pace });
        }
        _ => {}
    }
    if let Some(pace) = all.s_per_m.filter(|pace| pace < PACES.start()) {
        let speed = trimmed(3600.0 / pace / unit.metres(), 0);
        let speed = fl!("speed", number = speed, unit = unit.sign());
        return Err(InputError::TooFast { speed });
    }
    if all.distance_m.is_some_and(|m| !DISTANCES_M.contains(&m)) {
        return Err(distance_outside(unit));
    }
    if all.time_s.is_some_and(|s| !DURATIONS_S.contains(&s)) {
        return Err(duration_outside());
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KM: DistanceUnit = DistanceUnit::Km;
    const MI: DistanceUnit = DistanceUnit::Mi;

    fn three(distance_m: Option<f64>, time_s: Option<f64>, s_per_km: Option<f64>) -> Three {
        Three {
            distance_m,
            time_s,
            s_per_m: s_per_km.map(|s| s / 1000.0),
        }
    }

    #[test]
    fn paces_are_read_as_runners_write_them() {
        for (text, unit, seconds, per) in [
            ("5:30", KM, 330.0, KM),
            ("5:30/km", MI, 330.0, KM),
            ("5:30 /km", KM, 330.0, KM),
            ("5:30 min/km", KM, 330.0, KM),
            ("8:51/mi", KM, 531.0, MI),
            ("8:51", MI, 531.0, MI),
            ("5'30\"", KM, 330.0, KM),
            ("5′30″/km", KM, 330.0, KM),
            ("5m30s", KM, 330.0, KM),
            ("5", KM, 300.0, KM),
            ("12 km/h", KM, 300.0, KM),
            ("7,5 mph", KM, 480.0, MI),
        ] {
            let read = parse_pace(text, unit).unwrap();
            assert!((read - seconds / per.metres()).abs() < 1e-9, "{text}: {read}");
        }
    }

    #[test]
    fn paces_that_cannot_be_meant_are_refused_with_the_reason() {
        for text in ["", "5.5", "5.5 min/km", "5,5", "5:75", "5:30/h", "fast", "km/h"] {
            assert_eq!(
                parse_pace(text, KM),
                Err(InputError::NotUnderstood(Input::Pace)),
                "{text}"
            );
        }
        for text in ["0:05", "400 km/h", "90:00", "0", "530"] {
            let error = parse_pace(text, KM).unwrap_err();
            assert!(matches!(error, InputError::OutOfRange { .. }), "{text}");
            assert!(error.sentence().contains("60:00 /km"), "{error}");
        }
    }

    #[test]
    fn seconds_of_a_pace_never_reach_sixty() {
        assert_eq!(show_pace(0.4197, KM), "7:00 /km");
        assert_eq!(show_pace(0.33, KM), "5:30 /km");
        assert_eq!(show_pace(0.33, MI), "8:51 /mi");
    }

    #[test]
    fn any_two_give_the_third_and_what_was_given_stays() {
        let full = three(Some(10_000.0), Some(3300.0), Some(330.0));
        for given in [
            three(None, Some(3300.0), Some(330.0)),
            three(Some(10_000.0), None, Some(330.0)),
            three(Some(10_000.0), Some(3300.0), None),
        ] {
            let all = third(given, KM).unwrap();
            let near = |a: Option<f64>, b: Option<f64>| (a.unwrap() - b.unwrap()).abs() < 1e-6;
            assert!(
                near(all.distance_m, full.distance_m)
                    && near(all.time_s, full.time_s)
                    && near(all.s_per_m, full.s_per_m)
            );
        }
        let rounded = three(Some(10_200.0), Some(3270.0), Some(320.0));
        assert_eq!(third(rounded, KM), Ok(rounded));
        assert_eq!(
            third(three(Some(5000.0), None, None), KM),
            Ok(three(Some(5000.0), None, None))
        );
    }

    #[test]
    fn three_that_do_not_fit_and_absurd_speeds_are_refused() {
        let pace = "5:30 /km".to_owned();
        let given = three(Some(10_000.0), Some(3300.0), Some(300.0));
        assert_eq!(third(given, KM), Err(InputError::Disagree { pace }));
        let speed = "400 km/h".to_owned();
        let given = three(Some(100_000.0), Some(900.0), None);
        assert_eq!(third(given, KM), Err(InputError::TooFast { speed }));
        let far = third(three(None, Some(800_000.0), Some(60.0)), KM);
        assert!(matches!(far, Err(InputError::OutOfRange { .. })));
    }

    proptest::proptest! {
        #[test]
        fn shown_paces_read_back(seconds in 60_u32..3599) {
            let pace = f64::from(seconds) / 1000.0;
            let read = parse_pace(&show_pace(pace, KM), MI).unwrap();
            proptest::prop_assert!((read - pace).abs() < 1e-9);
            let read = parse_pace(&show_pace_bare(pace, MI), MI).unwrap();
            proptest::prop_assert!((read - pace).abs() <= 0.51 / MI.metres());
        }

        #[test]
        fn no_text_breaks_the_reader(text in "\\PC*", near in "[0-9:'″.,/kmhi ]{0,12}") {
            for text in [text, near] {
                let read = parse_pace(&text, KM);
                proptest::prop_assert!(read.is_err() || read.is_ok_and(|pace| PACES.contains(&pace)));
            }
        }
    }
}
