//! The series that are set against each other, and when in a day each is.
//!
//! A day has an order: the night that ends in the morning, the morning with its answers, then the day with
//! its training. So "the same day" means something else for each pair of them.

use strum::{EnumString, IntoStaticStr, VariantArray};

use super::DailyRow;
use crate::domain::{Rating, Scale};

/// What can be set against each other, day by day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum Series {
    Sleep,
    SleepQuality,
    Soreness,
    Load,
    Distance,
    Fatigue,
    Stress,
    Mood,
}

/// When in a day something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The night that ended on it.
    Night,
    /// Its morning.
    Morning,
    /// After that.
    Day,
}

/// A number of a series, raw, with its scale where it was given on one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// Hours, AU, metres, or the number of a scale.
    pub value: f64,
    /// The scale, of a rating.
    pub scale: Option<Scale>,
}

impl Series {
    /// The word for it.
    pub fn word(self) -> &'static str {
        self.into()
    }

    /// What is known of it on a day.
    pub fn of(self, row: &DailyRow) -> Option<Reading> {
        let plain = |value: f64| Reading { value, scale: None };
        let rated = |it: Rating| Reading {
            value: it.value,
            scale: Some(it.scale),
        };
        match self {
            Self::Sleep => row.sleep_h.map(plain),
            Self::SleepQuality => row.sleep_quality.map(|it| plain(it as f64)),
            Self::Soreness => row.soreness.map(rated),
            Self::Load => row.load_au.map(plain),
            Self::Distance => row.distance_m.map(plain),
            Self::Fatigue => row.fatigue.map(rated),
            Self::Stress => row.stress.map(rated),
            Self::Mood => row.mood.map(rated),
        }
    }

    /// When in its day it is.
    pub fn part(self) -> Part {
        match self {
            Self::Sleep | Self::SleepQuality => Part::Night,
            Self::Soreness | Self::Fatigue | Self::Stress | Self::Mood => Part::Morning,
            Self::Load | Self::Distance => Part::Day,
        }
    }

    /// Whether a higher number on `scale` is more of it: more soreness, a better mood.
    pub fn rises(self, scale: Option<Scale>) -> bool {
        let worse = scale.is_none_or(Scale::higher_is_worse);
        match self {
            Self::Mood => !worse,
            _ => worse,
        }
    }
}

/// The scale most of these were given on; of equals the first in the list of scales.
pub fn usual_scale(readings: impl Iterator<Item = Reading>) -> Option<Scale> {
    let mut counts = [0_usize; Scale::VARIANTS.len()];
    for scale in readings.filter_map(|it| it.scale) {
        counts[scale as usize] += 1;
    }
    let counted = Scale::VARIANTS.iter().zip(counts).filter(|(_, n)| *n > 0);
    counted.rev().max_by_key(|(_, n)| *n).map(|(scale, _)| *scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_soreness_and_a_better_mood_are_the_low_numbers_of_one_scale_or_the_other() {
        let rises = |series: Series, scale| series.rises(Some(scale));
        assert!(rises(Series::Soreness, Scale::Nrs010) && !rises(Series::Soreness, Scale::Pmsys15));
        assert!(rises(Series::Mood, Scale::Pmsys15) && !rises(Series::Mood, Scale::Five15));
        assert!(Series::Sleep.rises(None));
    }
}
