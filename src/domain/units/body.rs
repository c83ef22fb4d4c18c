//! Temperatures and body mass.

use std::ops::RangeInclusive;

use super::number::{pick, split_unit, trimmed};
use super::{Input, InputError};
use crate::domain::settings::{MassUnit, TemperatureUnit};
use crate::fl;

/// The weather and the baths of this planet.
const TEMPERATURES_C: RangeInclusive<f64> = -90.0..=70.0;
/// What the journal takes as body mass.
const MASSES_KG: RangeInclusive<f64> = 10.0..=500.0;

/// Reads a temperature in °C; a bare number is in `unit`: `12`, `12,5 °C`, `54 F`.
pub fn parse_temperature(text: &str, unit: TemperatureUnit) -> Result<f64, InputError> {
    let (number, suffix) = split_unit(text);
    let typed = match suffix.trim_start_matches(['°', 'º']).trim() {
        "" | "deg" | "degree" | "degrees" => unit,
        "c" | "celsius" => TemperatureUnit::Celsius,
        "f" | "fahrenheit" => TemperatureUnit::Fahrenheit,
        _ => return Err(InputError::NotUnderstood(Input::Temperature)),
    };
    let range = from_celsius(*TEMPERATURES_C.start(), typed)..=from_celsius(*TEMPERATURES_C.end(), typed);
    let show = |value| show_temperature(to_celsius(value, typed), unit);
    pick(Input::Temperature, number, &range, show).map(|value| to_celsius(value, typed))
}

/// `12.5 °C`, `54 °F`: a decimal at most.
pub fn show_temperature(celsius: f64, unit: TemperatureUnit) -> String {
    fl!(
        "quantity",
        number = trimmed(from_celsius(celsius, unit), 1),
        unit = unit.sign()
    )
}

/// Reads a body mass in kg; a bare number is in `unit`: `71.2`, `71,2 kg`, `157 lb`.
pub fn parse_mass(text: &str, unit: MassUnit) -> Result<f64, InputError> {
    let (number, suffix) = split_unit(text);
    let typed = match suffix.as_str() {
        "" => unit,
        "kg" | "kilo" | "kilos" => MassUnit::Kg,
        "lb" | "lbs" | "pound" | "pounds" => MassUnit::Lb,
        _ => return Err(InputError::NotUnderstood(Input::Mass)),
    };
    let kg = typed.kilograms();
    let range = MASSES_KG.start() / kg..=MASSES_KG.end() / kg;
    pick(Input::Mass, number, &range, |value| show_mass(value * kg, unit)).map(|value| value * kg)
}

/// `71.2 kg`, `157 lb`: a decimal at most.
pub fn show_mass(kilograms: f64, unit: MassUnit) -> String {
    fl!(
        "quantity",
        number = trimmed(kilograms / unit.kilograms(), 1),
        unit = unit.sign()
    )
}

fn from_celsius(celsius: f64, unit: TemperatureUnit) -> f64 {
    match unit {
        TemperatureUnit::Celsius => celsius,
        TemperatureUnit::Fahrenheit => celsius * 1.8 + 32.0,
    }
}

fn to_celsius(value: f64, unit: TemperatureUnit) -> f64 {
    match unit {
        TemperatureUnit::Celsius => value,
        TemperatureUnit::Fahrenheit => (value - 32.0) / 1.8,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const C: TemperatureUnit = TemperatureUnit::Celsius;
    const F: TemperatureUnit = TemperatureUnit::Fahrenheit;

    #[test]
    fn temperatures_are_read_in_the_unit_typed_or_set() {
        for (text, unit, celsius) in [
            ("12", C, 12.0),
            ("12,5", C, 12.5),
            ("-3 °C", F, -3.0),
            ("59", F, 15.0),
            ("59f", C, 15.0),
            ("15°", C, 15.0),
            ("15 degrees", C, 15.0),
        ] {
            let read = parse_temperature(text, unit).unwrap();
            assert!((read - celsius).abs() < 1e-9, "{text}: {read}");
        }
        let error = parse_temperature("100", C).unwrap_err().sentence();
        assert!(error.contains("-90 °C") && error.contains("70 °C"), "{error}");
        assert_eq!(
            parse_temperature("warm", C),
            Err(InputError::NotUnderstood(Input::Temperature))
        );
    }

    #[test]
    fn masses_are_read_in_the_unit_typed_or_set() {
        assert_eq!(parse_mass("71,2", MassUnit::Kg), Ok(71.2));
        assert_eq!(parse_mass("71.2 kg", MassUnit::Lb), Ok(71.2));
        assert_eq!(
            show_mass(parse_mass("157", MassUnit::Lb).unwrap(), MassUnit::Kg),
            "71.2 kg"
        );
        let error = parse_mass("7", MassUnit::Kg).unwrap_err().sentence();
        assert!(error.contains("10 kg") && error.contains("500 kg"), "{error}");
        assert_eq!(
            parse_mass("71 st", MassUnit::Kg),
            Err(InputError::NotUnderstood(Input::Mass))
        );
    }

    proptest::proptest! {
        #[test]
        fn what_is_shown_reads_back(celsius in -90.0..70.0_f64, kilograms in 10.0..500.0_f64) {
            for unit in [C, F] {
                let read = parse_temperature(&show_temperature(celsius, unit), unit).unwrap();
                proptest::prop_assert!((read - celsius).abs() < 0.051);
            }
            for unit in [MassUnit::Kg, MassUnit::Lb] {
                let read = parse_mass(&show_mass(kilograms, unit), MassUnit::Kg);
                proptest::prop_assert!(read.is_ok_and(|it| (it - kilograms).abs() < 0.051) || !(10.1..=499.9).contains(&kilograms));
            }
        }

        #[test]
        fn no_text_breaks_the_readers(text in "\\PC*") {
            for read in [parse_temperature(&text, F), parse_mass(&text, MassUnit::Lb)] {
                proptest::prop_assert!(read.is_err() || read.is_ok_and(f64::is_finite));
            }
        }
    }
}
