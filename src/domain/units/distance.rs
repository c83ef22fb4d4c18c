//! Distances.

use std::ops::RangeInclusive;

use super::number::{pick, split_unit, trimmed};
use super::{Input, InputError};
use crate::domain::settings::DistanceUnit;
use crate::fl;

/// From a metre to a thousand kilometres.
pub(super) const DISTANCES_M: RangeInclusive<f64> = 1.0..=1e6;

/// Reads a distance in metres; a bare number is in `unit`: `10.2`, `10,2 km`, `6.3 mi`, `400 m`.
pub fn parse_distance(text: &str, unit: DistanceUnit) -> Result<f64, InputError> {
    let (number, suffix) = split_unit(text);
    let metres = match suffix.as_str() {
        "" => unit.metres(),
        "km" | "k" | "kms" => DistanceUnit::Km.metres(),
        "mi" | "mile" | "miles" => DistanceUnit::Mi.metres(),
        "m" | "metres" | "meters" => 1.0,
        _ => return Err(InputError::NotUnderstood(Input::Distance)),
    };
    let range = DISTANCES_M.start() / metres..=DISTANCES_M.end() / metres;
    pick(Input::Distance, number, &range, |value| show_edge(value * metres, unit)).map(|value| value * metres)
}

/// `10.2 km`, `42.2 km`, `6.34 mi`.
pub fn show_distance(metres: f64, unit: DistanceUnit) -> String {
    fl!(
        "quantity",
        number = trimmed(metres / unit.metres(), 2),
        unit = unit.sign()
    )
}

/// To the metre and without its unit, for a field whose label names the unit: `42.195`.
pub fn show_distance_bare(metres: f64, unit: DistanceUnit) -> String {
    trimmed(metres / unit.metres(), 3)
}

/// What is said of a distance that cannot be meant.
pub(super) fn distance_outside(unit: DistanceUnit) -> InputError {
    InputError::OutOfRange {
        what: Input::Distance,
        low: show_edge(*DISTANCES_M.start(), unit),
        high: show_edge(*DISTANCES_M.end(), unit),
    }
}

/// The ends of the range, of which one is too short for two decimals.
fn show_edge(metres: f64, unit: DistanceUnit) -> String {
    fl!(
        "quantity",
        number = show_distance_bare(metres, unit),
        unit = unit.sign()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const KM: DistanceUnit = DistanceUnit::Km;
    const MI: DistanceUnit = DistanceUnit::Mi;

    #[test]
    fn distances_are_read_in_the_unit_typed_or_set() {
        for (text, unit, metres) in [
            ("10.2", KM, 10_200.0),
            ("10,2", KM, 10_200.0),
            ("10.2k", KM, 10_200.0),
            ("10.2 km", MI, 10_200.0),
            ("42.195", KM, 42_195.0),
            ("1,024", KM, 1024.0),
            ("400 m", KM, 400.0),
            ("1 mi", KM, 1609.344),
            ("10", MI, 16_093.44),
        ] {
            let read = parse_distance(text, unit).unwrap();
            assert!((read - metres).abs() < 1e-6, "{text}: {read}");
        }
    }

    #[test]
    fn distances_that_cannot_be_meant_are_refused_with_the_reason() {
        for text in ["", "km", "far", "10 kg", "10.2.3", "ten"] {
            assert_eq!(
                parse_distance(text, KM),
                Err(InputError::NotUnderstood(Input::Distance)),
                "{text}"
            );
        }
        for text in ["0", "-5", "10200", "2000000 m"] {
            let error = parse_distance(text, KM).unwrap_err();
            assert!(matches!(error, InputError::OutOfRange { .. }), "{text}");
            assert!(error.sentence().contains("1000 km"), "{error}");
        }
        assert!(matches!(
            parse_distance("1,024 m", KM),
            Err(InputError::Ambiguous { .. })
        ));
    }

    #[test]
    fn distances_are_shown_with_their_unit() {
        assert_eq!(show_distance(10_200.0, KM), "10.2 km");
        assert_eq!(show_distance(42_195.0, KM), "42.2 km");
        assert_eq!(show_distance(16_093.44, MI), "10 mi");
        assert_eq!(show_distance_bare(42_195.0, KM), "42.195");
    }

    proptest::proptest! {
        #[test]
        fn shown_distances_read_back(metres in 1.0..1e6_f64) {
            for unit in [KM, MI] {
                let read = parse_distance(&show_distance_bare(metres, unit), unit).unwrap();
                proptest::prop_assert!((read - metres).abs() <= unit.metres() * 0.000_51, "{} {}", read, metres);
            }
        }

        #[test]
        fn no_text_breaks_the_reader(text in "\\PC*") {
            let read = parse_distance(&text, KM);
            proptest::prop_assert!(read.is_err() || read.is_ok_and(|m| DISTANCES_M.contains(&m)));
        }
    }
}
