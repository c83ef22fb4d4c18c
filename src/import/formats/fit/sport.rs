//! What FIT calls a sport, as the journal's sports and words.

use crate::domain::Sport;
use crate::fl;

const RUNNING: u8 = 1;
const TRAINING: u8 = 10;
const FITNESS_EQUIPMENT: u8 = 4;

/// The names of the sports of the format, by number.
const NAMES: [&str; 49] = [
    "generic",
    "running",
    "cycling",
    "transition",
    "fitness equipment",
    "swimming",
    "basketball",
    "soccer",
    "tennis",
    "american football",
    "training",
    "walking",
    "cross country skiing",
    "alpine skiing",
    "snowboarding",
    "rowing",
    "mountaineering",
    "hiking",
    "multisport",
    "paddling",
    "flying",
    "e-biking",
    "motorcycling",
    "boating",
    "driving",
    "golf",
    "hang gliding",
    "horseback riding",
    "hunting",
    "fishing",
    "inline skating",
    "rock climbing",
    "sailing",
    "ice skating",
    "sky diving",
    "snowshoeing",
    "snowmobiling",
    "stand up paddleboarding",
    "surfing",
    "wakeboarding",
    "water skiing",
    "kayaking",
    "rafting",
    "windsurfing",
    "kitesurfing",
    "tactical",
    "jumpmaster",
    "boxing",
    "floor climbing",
];

/// The journal's sport for a session.
pub(super) fn sport(sport: Option<u8>, sub_sport: Option<u8>) -> Sport {
    match (sport.unwrap_or(0), sub_sport.unwrap_or(0)) {
        (RUNNING, _) | (FITNESS_EQUIPMENT, 1) => Sport::Run,
        (2 | 21, _) | (FITNESS_EQUIPMENT, 5 | 6) => Sport::Ride,
        (5, _) => Sport::Swim,
        (11 | 17, _) => Sport::Walk,
        (TRAINING | FITNESS_EQUIPMENT, 20) => Sport::Strength,
        (TRAINING | FITNESS_EQUIPMENT, 43) => Sport::Yoga,
        _ => Sport::Other,
    }
}

/// The format's own name of a sport.
pub(super) fn name(sport: Option<u8>) -> &'static str {
    NAMES.get(usize::from(sport.unwrap_or(0))).copied().unwrap_or("other")
}

/// What the sub-sport of a run says of it: its tag, and its surface.
pub(super) fn tag_and_surface(sub_sport: Option<u8>) -> (Option<String>, Option<String>) {
    match sub_sport {
        Some(1 | 45) => (Some(fl!("import-tag-treadmill")), None),
        Some(2) => (None, Some(fl!("import-surface-road"))),
        Some(3) => (None, Some(fl!("import-surface-trail"))),
        Some(4) => (None, Some(fl!("import-surface-track"))),
        _ => (None, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sports_are_told_apart_by_both_numbers() {
        for (numbers, expected) in [
            ((Some(1), None), Sport::Run),
            ((Some(1), Some(3)), Sport::Run),
            ((Some(2), Some(6)), Sport::Ride),
            ((Some(5), Some(17)), Sport::Swim),
            ((Some(10), Some(20)), Sport::Strength),
            ((Some(10), Some(43)), Sport::Yoga),
            ((Some(4), Some(14)), Sport::Other),
            ((Some(3), None), Sport::Other),
            ((None, None), Sport::Other),
        ] {
            assert_eq!(sport(numbers.0, numbers.1), expected, "{numbers:?}");
        }
        assert_eq!(name(Some(12)), "cross country skiing");
        assert_eq!(name(Some(200)), "other");
    }
}
