//! What Apple calls a sport, as the journal's.

use crate::domain::Sport;

/// What every name of a sport begins with.
const PREFIX: &str = "HKWorkoutActivityType";

/// The sports that the journal knows; the others keep their name.
const SPORTS: [(&str, Sport); 14] = [
    ("Running", Sport::Run),
    ("TrackAndField", Sport::Run),
    ("Cycling", Sport::Ride),
    ("HandCycling", Sport::Ride),
    ("Swimming", Sport::Swim),
    ("Walking", Sport::Walk),
    ("Hiking", Sport::Walk),
    ("WheelchairWalkPace", Sport::Walk),
    ("TraditionalStrengthTraining", Sport::Strength),
    ("FunctionalStrengthTraining", Sport::Strength),
    ("CoreTraining", Sport::Strength),
    ("Yoga", Sport::Yoga),
    ("Pilates", Sport::Yoga),
    ("Flexibility", Sport::Yoga),
];

/// The journal's sport.
pub(super) fn sport(name: &str) -> Sport {
    let name = name.strip_prefix(PREFIX).unwrap_or(name);
    let known = SPORTS.iter().find(|it| it.0 == name);
    known.map_or(Sport::Other, |it| it.1)
}

/// The name of a sport in words: "cross country skiing".
pub(super) fn words(name: &str) -> String {
    let mut words = String::new();
    for letter in name.strip_prefix(PREFIX).unwrap_or(name).chars() {
        if letter.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(letter.to_lowercase());
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sports_that_the_journal_does_not_know_keep_their_name() {
        assert_eq!(sport("HKWorkoutActivityTypeRunning"), Sport::Run);
        assert_eq!(sport("HKWorkoutActivityTypeCrossCountrySkiing"), Sport::Other);
        assert_eq!(words("HKWorkoutActivityTypeCrossCountrySkiing"), "cross country skiing");
        assert_eq!(words("HKWorkoutActivityTypeBoxing"), "boxing");
    }
}
