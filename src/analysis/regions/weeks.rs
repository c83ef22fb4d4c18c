//! How sore each part of the body was, week by week: the median of its mornings.
//!
//! Of a long range months are summed up, or years. A part that was rated on no morning of a stretch has no
//! number there.

use std::ops::RangeInclusive;

use jiff::civil::Date;

use super::{LeftOut, Sitting, Sittings};
use crate::analysis::spread::Spread;
use crate::analysis::stretch::{Step, Stretch, place_of};
use crate::domain::{BodyPart, Journal, Region, Scale};

/// More weeks than this are months, more months years.
pub const MOST: usize = 26;

/// The body over time.
#[derive(Clone, Debug, PartialEq)]
pub struct BodyWeeks {
    /// The scale of all numbers.
    pub scale: Option<Scale>,
    /// How long a stretch is.
    pub step: Step,
    /// From the first to the last one with a rating, those without one included.
    pub stretches: Vec<BodyStretch>,
    /// Ratings in no number.
    pub left_out: LeftOut,
}

/// One week, month or year.
#[derive(Clone, Debug, PartialEq)]
pub struct BodyStretch {
    /// Its days.
    pub stretch: Stretch,
    /// Its first day with a rating.
    pub day: Option<Date>,
    /// Its last day with one.
    pub last: Option<Date>,
    /// How many mornings were rated.
    pub mornings: usize,
    /// Each part that was rated, from head to toe.
    pub parts: Vec<(BodyPart, Spread)>,
}

impl BodyWeeks {
    /// The mornings of `days`.
    pub fn of(journal: &Journal, days: &RangeInclusive<Date>) -> Self {
        let sittings = Sittings::of(journal, days);
        let mornings: Vec<&Sitting> = sittings.mornings().collect();
        let span = mornings.first().zip(mornings.last());
        // A range that begins long before the first rating is as short as what is known of it.
        let known = span.map_or(days.clone(), |(first, last)| first.day..=last.day);
        let step = Step::that_fits(&known, journal.settings.first_weekday, MOST);
        let stretches: Vec<Stretch> = span.map_or(Vec::new(), |_| step.stretches(&known).collect());
        let mut of_stretch: Vec<Vec<&Sitting>> = vec![Vec::new(); stretches.len()];
        for it in mornings {
            if let Some(place) = place_of(&stretches, it.day) {
                of_stretch[place].push(it);
            }
        }
        Self {
            scale: sittings.scale,
            step,
            stretches: stretches
                .into_iter()
                .zip(&of_stretch)
                .map(|(it, mornings)| BodyStretch::of(it, mornings))
                .collect(),
            left_out: sittings.left_out,
        }
    }

    /// How many mornings were rated in all.
    pub fn mornings(&self) -> usize {
        self.stretches.iter().map(|it| it.mornings).sum()
    }
}

impl BodyStretch {
    fn of(stretch: Stretch, mornings: &[&Sitting]) -> Self {
        let parts = Region::FROM_HEAD_TO_TOE.into_iter().flat_map(Region::parts);
        let spread = |part: BodyPart| {
            let scores = mornings.iter().filter_map(|it| it.part(part));
            Some((part, Spread::of(scores.collect())?))
        };
        Self {
            stretch,
            day: mornings.first().map(|it| it.day),
            last: mornings.last().map(|it| it.day),
            mornings: mornings.len(),
            parts: parts.filter_map(spread).collect(),
        }
    }

    /// The spread of a part.
    pub fn part(&self, part: BodyPart) -> Option<Spread> {
        self.parts.iter().find(|it| it.0 == part).map(|it| it.1)
    }
}
