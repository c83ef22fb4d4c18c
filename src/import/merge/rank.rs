//! Which source knows a field best.
//!
//! A watch's own file knows best what it measured, and every copy of it is worth less: TCX drops fields,
//! GPX drops more, a table rounds. What a person told (a title, how hard it was) stands in the service where
//! they told it, and a watch's file has a default there. What was typed into the journal itself is above all.

use crate::domain::record::MANUAL;

/// What kind of knowledge a field is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Knowledge {
    /// A device measured it.
    Measured,
    /// A person told it.
    Told,
}

/// How well a source knows, best last.
pub(super) type Rank = u8;

/// Above every source: a hand entered it here.
pub(super) const HAND: Rank = Rank::MAX;

/// The sources by how well they know what was measured, and what was told; best first.
const MEASURED: [&str; 15] = [
    "fit",
    "tcx",
    "gpx",
    "apple",
    "oura",
    "whoop",
    "garmin",
    "fitbit",
    "sleep_as_android",
    "strava",
    "runkeeper",
    "intervals",
    "hrv4training",
    "pmsys",
    "pmdata",
];
const TOLD: [&str; 15] = [
    "strava",
    "runkeeper",
    "garmin",
    "pmsys",
    "pmdata",
    "intervals",
    "hrv4training",
    "apple",
    "whoop",
    "oura",
    "fitbit",
    "sleep_as_android",
    "fit",
    "tcx",
    "gpx",
];

/// The rank of `source` for such a field. Sources that no list names know least.
pub(super) fn of(source: &str, knowledge: Knowledge) -> Rank {
    if source == MANUAL {
        return HAND;
    }
    let order = match knowledge {
        Knowledge::Measured => MEASURED,
        Knowledge::Told => TOLD,
    };
    // The longest name that fits: what begins as "fit" may be of Fitbit.
    let fitting = order.iter().enumerate().filter(|it| source.starts_with(it.1));
    let place = fitting.max_by_key(|it| it.1.len());
    place.map_or(0, |it| (order.len() - it.0) as Rank)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_watch_measures_best_a_service_was_told_most_and_a_hand_is_above_both() {
        assert!(of("fit", Knowledge::Measured) > of("strava", Knowledge::Measured));
        assert!(of("strava", Knowledge::Told) > of("fit", Knowledge::Told));
        assert!(of("fit", Knowledge::Measured) > of("fitbit", Knowledge::Measured));
        assert_eq!(of(MANUAL, Knowledge::Told), HAND);
        assert_eq!(of("demo", Knowledge::Told), 0);
    }
}
