//! Soreness by part of the body: what was said, sitting by sitting.
//!
//! A sitting is what was rated together: all of a morning, else what was rated within an hour. Of two answers
//! for the same part the later one stands. "Everything else is fine" is an explicit answer for all that the
//! sitting does not name; what a sitting says nothing of stays unknown. Only observed ratings count, on the
//! one scale that most have: what was typed late or felt through a painkiller, and what was rated on another
//! scale, is counted and left out.
//!
//! A region is as sore as its sorer side. An answer for both sides, or for a region with sides of which the
//! side was not said, stands for each; where sides are compared, one that was not said is none.

pub mod after_runs;
pub mod baseline;
pub mod sides;
mod since;
#[cfg(test)]
mod tests;
pub mod weeks;

use std::ops::RangeInclusive;

use jiff::civil::Date;
use strum::VariantArray as _;

use crate::domain::protocol::facts::Painkillers;
use crate::domain::{BodyPart, Context, Journal, Region, Scale, Side, SorenessRating, Stamp};

/// What is rated within this time of each other is one sitting, except in the morning.
const SITTING_MS: i64 = 3_600_000;

/// What was said of the body at one time.
#[derive(Clone, Debug, PartialEq)]
pub struct Sitting {
    /// The journal day it counts on.
    pub day: Date,
    /// When the last of it was said.
    pub at: Stamp,
    /// When in the day.
    pub context: Context,
    /// In the order it was said; [`Side::None`] for a region with sides is a side that was not said.
    told: Vec<(BodyPart, f64)>,
    /// What holds for everything that was not told.
    others: Option<f64>,
}

/// Ratings of regions that are in no number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// On another scale than most.
    pub other_scale: usize,
    /// Typed more than half a day late.
    pub late: usize,
    /// Within half a day after a painkiller.
    pub masked: usize,
}

/// All sittings of some days.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sittings {
    /// The scale of all numbers: the one most ratings of regions have. `None` where there is none.
    pub scale: Option<Scale>,
    /// In the order of time.
    pub all: Vec<Sitting>,
    /// What is not among them.
    pub left_out: LeftOut,
}

impl Sittings {
    /// The sittings of `days`.
    pub fn of(journal: &Journal, days: &RangeInclusive<Date>) -> Self {
        let mut left_out = LeftOut::default();
        let mut observed = Vec::new();
        let painkillers = Painkillers::of(journal);
        for (day, it) in journal.soreness_on(days) {
            if it.is_analgesic() || painkillers.mask(it.at) {
                left_out.masked += usize::from(is_place(it.region));
            } else if it.is_late() {
                left_out.late += usize::from(is_place(it.region));
            } else {
                observed.push((day, it));
            }
        }
        let Some(scale) = usual_scale(&observed) else {
            return Self {
                left_out,
                ..Self::default()
            };
        };
        let mut all: Vec<Sitting> = Vec::new();
        for (day, it) in observed {
            if it.scale == scale {
                take(&mut all, day, it);
            } else {
                left_out.other_scale += usize::from(is_place(it.region));
            }
        }
        all.retain(|it| it.others.is_some() || !it.told.is_empty());
        Self {
            scale: Some(scale),
            all,
            left_out,
        }
    }

    /// Those of mornings.
    pub fn mornings(&self) -> impl Iterator<Item = &Sitting> {
        self.all.iter().filter(|it| it.context == Context::Morning)
    }

    /// The regions that were named in one of `sittings`, with how often each was sore; the most often sore
    /// first, of equals from head to toe.
    fn regions<'s>(&self, sittings: impl Iterator<Item = &'s Sitting>) -> Vec<(Region, usize)> {
        let Some(scale) = self.scale else { return Vec::new() };
        let mut counts = Region::FROM_HEAD_TO_TOE.map(|it| (it, 0, false));
        for sitting in sittings {
            for (region, sore, named) in &mut counts {
                if sitting.names(*region) {
                    *named = true;
                    *sore += usize::from(
                        sitting
                            .region(*region, scale)
                            .is_some_and(|it| scale.severity(it) > 0.0),
                    );
                }
            }
        }
        let mut named: Vec<(Region, usize)> = counts.into_iter().filter(|it| it.2).map(|it| (it.0, it.1)).collect();
        named.sort_by_key(|it| std::cmp::Reverse(it.1));
        named
    }
}

impl Sitting {
    /// The score of a part.
    pub fn part(&self, (region, side): BodyPart) -> Option<f64> {
        let is_it = |told: BodyPart| told.0 == region && (told.1 == side || told.1 == Side::None);
        self.last(is_it).or(self.others)
    }

    /// The score of a region: that of its sorer side.
    pub fn region(&self, region: Region, scale: Scale) -> Option<f64> {
        let known = region.parts().filter_map(|part| self.part(part));
        known.max_by(|a, b| scale.severity(*a).total_cmp(&scale.severity(*b)))
    }

    /// The scores of both sides of a region, left first, where it was said which side is which.
    pub fn sides(&self, region: Region) -> Option<(f64, f64)> {
        let side = |side| self.last(|told| told == (region, side));
        if self.last(|told| told == (region, Side::None)).is_some() {
            return None;
        }
        side(Side::Left).or(self.others).zip(side(Side::Right).or(self.others))
    }

    /// Whether it names a region.
    pub fn names(&self, region: Region) -> bool {
        self.told.iter().any(|it| it.0.0 == region)
    }

    fn last(&self, is_it: impl Fn(BodyPart) -> bool) -> Option<f64> {
        self.told.iter().rev().find(|(part, _)| is_it(*part)).map(|it| it.1)
    }
}

/// Whether it is a place on the body.
fn is_place(region: Region) -> bool {
    !matches!(region, Region::Overall | Region::AllOthers | Region::Other)
}

/// The scale most ratings of places have; of equals the first in the list of scales.
fn usual_scale(observed: &[(Date, &SorenessRating)]) -> Option<Scale> {
    let mut counts: Vec<(usize, Scale)> = Scale::VARIANTS.iter().map(|&it| (0, it)).collect();
    for (_, it) in observed.iter().filter(|(_, it)| is_place(it.region)) {
        let count = counts.iter_mut().find(|(_, scale)| *scale == it.scale);
        count?.0 += 1;
    }
    let most = counts.into_iter().rev().max_by_key(|it| it.0);
    most.filter(|it| it.0 > 0).map(|it| it.1)
}

fn take(all: &mut Vec<Sitting>, day: Date, it: &SorenessRating) {
    let together = |other: &Sitting| {
        let near = it.context == Context::Morning || it.at.ms - other.at.ms <= SITTING_MS;
        other.context == it.context && near
    };
    let mut of_day = all.iter_mut().rev().take_while(|it| it.day == day);
    if let Some(sitting) = of_day.find(|it| together(it)) {
        sitting.take(it);
        return;
    }
    let mut sitting = Sitting {
        day,
        at: it.at,
        context: it.context,
        told: Vec::new(),
        others: None,
    };
    sitting.take(it);
    all.push(sitting);
}

impl Sitting {
    fn take(&mut self, it: &SorenessRating) {
        self.at = it.at;
        let tell = |sitting: &mut Self, side| sitting.told.push(((it.region, side), it.score));
        match (it.region, it.side) {
            (Region::AllOthers, _) if it.scale.severity(it.score) == 0.0 => self.others = Some(it.score),
            (region, _) if !is_place(region) => {}
            (region, Side::Both) if region.has_sides() => {
                tell(self, Side::Left);
                tell(self, Side::Right);
            }
            (region, side) => tell(self, if region.has_sides() { side } else { Side::None }),
        }
    }
}
