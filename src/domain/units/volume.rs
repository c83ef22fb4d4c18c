//! What is drunk.

use std::ops::RangeInclusive;

use super::number::{pick, show_number, split_unit};
use super::{Input, InputError};

/// From nothing to a barrel, in ml: what the journal takes as an amount.
const VOLUMES_ML: RangeInclusive<f64> = 0.0..=1e6;

/// Reads a volume in ml; a bare number is in ml: `500 ml`, `0,5 l`, `50cl`.
pub fn parse_volume(text: &str) -> Result<f64, InputError> {
    let (number, suffix) = split_unit(text);
    let ml = match suffix.as_str() {
        "" | "ml" => 1.0,
        "cl" => 10.0,
        "dl" => 100.0,
        "l" | "litre" | "litres" | "liter" | "liters" => 1000.0,
        _ => return Err(InputError::NotUnderstood(Input::Number)),
    };
    let range = VOLUMES_ML.start() / ml..=VOLUMES_ML.end() / ml;
    pick(Input::Number, number, &range, show_number).map(|value| value * ml)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn volumes_are_read_in_the_unit_typed() {
        for (text, ml) in [
            ("500", 500.0),
            ("500 ml", 500.0),
            ("0,5 L", 500.0),
            ("50cl", 500.0),
            ("5 dl", 500.0),
        ] {
            assert_eq!(parse_volume(text), Ok(ml), "{text}");
        }
        for text in ["", "ml", "2 cups"] {
            assert_eq!(
                parse_volume(text),
                Err(InputError::NotUnderstood(Input::Number)),
                "{text}"
            );
        }
        assert!(matches!(parse_volume("2000 l"), Err(InputError::OutOfRange { .. })));
    }
}
