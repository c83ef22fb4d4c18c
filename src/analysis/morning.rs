//! `sore[t]`: the one number a morning stands for.
//!
//! A rating of the whole body says it; else the sorest part of the legs does. A mean over the rated parts
//! would fall when more parts are rated, so there is none. Only what was rated in the morning counts, and
//! of two answers for the same part the later one. Ratings typed more than half a day late are memory,
//! not observation, and a painkiller masks what there would be to observe: both are left out.

use crate::domain::{Context, Rating, Region, SorenessRating};

/// The soreness of a morning, raw, from all ratings of its day in the order of time.
pub(super) fn soreness(ratings: &[&SorenessRating]) -> Option<Rating> {
    let told = told(ratings);
    let last = |region: Region| told.iter().rev().find(|it| it.region == region).map(|it| it.rating());
    let all_fine = || last(Region::AllOthers).filter(|it| it.scale.severity(it.value) == 0.0);
    last(Region::Overall).or_else(|| sorest_leg(&told)).or_else(all_fine)
}

/// How many parts of the body were rated that morning.
pub(super) fn regions(ratings: &[&SorenessRating]) -> usize {
    let mut seen = Vec::new();
    for it in told(ratings) {
        // Parts that only an import has a name for are told apart by that name.
        let part = (it.region, (it.region == Region::Other).then_some(&it.meta.detail));
        if !matches!(it.region, Region::Overall | Region::AllOthers) && !seen.contains(&part) {
            seen.push(part);
        }
    }
    seen.len()
}

fn told<'r>(ratings: &[&'r SorenessRating]) -> Vec<&'r SorenessRating> {
    let of_morning = |it: &&&SorenessRating| it.context == Context::Morning && it.is_observed();
    ratings.iter().filter(of_morning).copied().collect()
}

fn sorest_leg(told: &[&SorenessRating]) -> Option<Rating> {
    let stands = |place: usize, it: &SorenessRating| {
        let later = &told[place + 1..];
        !later
            .iter()
            .any(|other| (other.region, other.side) == (it.region, it.side))
    };
    let severity = |it: &Rating| it.scale.severity(it.value);
    told.iter()
        .enumerate()
        .filter(|(place, it)| it.region.is_leg() && stands(*place, it))
        .map(|(_, it)| it.rating())
        .max_by(|a, b| severity(a).total_cmp(&severity(b)))
}
