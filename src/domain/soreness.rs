//! Soreness: where, which side, how much.
//!
//! The regions are muscles and joints a runner can point at. `overall` is a rating of the whole body,
//! `all_others` with score 0 is the one row behind "everything else is fine", and `other` is what an
//! import names and we do not (its name is kept in the record's detail).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::record::MANUAL;
use super::{DayRule, Id, Meta, Rating, Scale, Stamp};

/// How long after it was felt a soreness can be typed and still be trusted: half a day.
const LATE_MS: i64 = 12 * 3600 * 1000;

/// The key in a record's detail that says whether a rating was typed late, where `created_at` cannot.
pub const LATE: &str = "late";

/// The tick in a rating's detail that says that this is pain, not soreness: `meta.tick(PAIN, true)`.
pub const PAIN: &str = "pain";

/// The tick in a rating's detail that says that a painkiller was taken: `meta.tick(ANALGESIC, true)`.
pub const ANALGESIC: &str = "analgesic";

/// A region with its side: [`Side::Left`] or [`Side::Right`] where it has sides, [`Side::None`] else.
pub type BodyPart = (Region, Side);

/// A part of the body.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum Region {
    Toes,
    Forefoot,
    ArchHeel,
    Ankle,
    Achilles,
    Calf,
    Shin,
    Knee,
    Quads,
    Hamstrings,
    AdductorsGroin,
    HipFlexors,
    HipSideItb,
    Glutes,
    LowerBack,
    UpperBackShoulders,
    Neck,
    Arms,
    Abdomen,
    Overall,
    AllOthers,
    Other,
}

impl Region {
    /// What can be pointed at on a body, in the order of the body.
    pub const FROM_HEAD_TO_TOE: [Self; 19] = [
        Self::Neck,
        Self::UpperBackShoulders,
        Self::Arms,
        Self::LowerBack,
        Self::Abdomen,
        Self::HipFlexors,
        Self::AdductorsGroin,
        Self::HipSideItb,
        Self::Glutes,
        Self::Hamstrings,
        Self::Quads,
        Self::Knee,
        Self::Shin,
        Self::Calf,
        Self::Achilles,
        Self::Ankle,
        Self::ArchHeel,
        Self::Forefoot,
        Self::Toes,
    ];

    /// Whether it belongs to the legs (toes to glutes): the day's soreness is the highest of these.
    pub fn is_leg(self) -> bool {
        self <= Self::Glutes
    }

    /// Whether left and right make sense.
    pub fn has_sides(self) -> bool {
        self.is_leg() || matches!(self, Self::Arms)
    }

    /// Its parts: left and right where it has sides, itself else.
    pub fn parts(self) -> impl Iterator<Item = BodyPart> {
        let sides: &[Side] = if self.has_sides() {
            &[Side::Left, Side::Right]
        } else {
            &[Side::None]
        };
        sides.iter().map(move |&side| (self, side))
    }
}

/// Which side.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum Side {
    Left,
    Right,
    Both,
    None,
}

/// When in the day a rating was made.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum Context {
    Morning,
    AfterRun,
    Other,
}

impl Context {
    /// The context of a rating whose maker says none: after a run where it belongs to one, else in the
    /// morning until eleven, and on any earlier day.
    pub fn of(after_run: bool, is_today: bool, hour: i8) -> Self {
        if after_run {
            Self::AfterRun
        } else if !is_today || hour < MORNING_UNTIL {
            Self::Morning
        } else {
            Self::Other
        }
    }
}

/// Before this hour a rating is one of the morning.
const MORNING_UNTIL: i8 = 11;

/// Sources whose ratings are answers to a questionnaire of a day.
const QUESTIONNAIRES: [&str; 1] = ["pmsys"];

/// One rating of one region.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SorenessRating {
    /// Bookkeeping.
    pub meta: Meta,
    /// When it was felt.
    pub at: Stamp,
    /// Where.
    pub region: Region,
    /// Which side.
    pub side: Side,
    /// The number as given.
    pub score: f64,
    /// What it was given on.
    pub scale: Scale,
    /// When in the day.
    pub context: Context,
    /// The run it followed, where one is meant.
    pub run_id: Option<Id>,
    /// Free text.
    pub notes: String,
}

impl SorenessRating {
    /// The number with its scale.
    pub fn rating(&self) -> Rating {
        Rating {
            value: self.score,
            scale: self.scale,
        }
    }

    /// The journal day it counts on: by the day rule, as all that is felt at an instant. A questionnaire
    /// of the morning that was read in belongs with its night and check-in, to the civil date of its stamp.
    pub fn day(&self, rule: DayRule) -> Date {
        let questionnaire = self.context == Context::Morning && QUESTIONNAIRES.contains(&self.meta.source.as_str());
        if questionnaire {
            self.at.civil_date()
        } else {
            rule.day_of(self.at)
        }
    }

    /// Whether it was typed more than 12 h after it was felt: it is kept and shown, and estimates leave it
    /// out. Only what a person typed can be late. A journal made from an export was written in one moment,
    /// so there the record's detail says it.
    pub fn is_late(&self) -> bool {
        let told = self.meta.detail.as_ref().and_then(|it| it.get(LATE)?.as_bool());
        told.unwrap_or(self.meta.source == MANUAL && self.meta.created_at - self.at.ms > LATE_MS)
    }

    /// Whether the runner calls it pain, not soreness.
    pub fn is_pain(&self) -> bool {
        self.meta.is_ticked(PAIN)
    }

    /// Whether a painkiller was taken, which masks soreness: the rating is kept and shown, and estimates leave
    /// it out.
    pub fn is_analgesic(&self) -> bool {
        self.meta.is_ticked(ANALGESIC)
    }

    /// Whether it says how sore the body was, so that numbers are made from it.
    pub fn is_observed(&self) -> bool {
        !self.is_late() && !self.is_analgesic()
    }
}

/// The rating that stands for a part, of `ratings` in the order of time: the last one of its side, or of
/// both sides.
pub fn standing(ratings: &[&SorenessRating], region: Region, side: Side) -> Option<Rating> {
    let is_it = |it: &SorenessRating| it.region == region && (it.side == side || it.side == Side::Both);
    ratings.iter().rev().find(|it| is_it(it)).map(|it| it.rating())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rating_of_both_sides_stands_for_each_until_a_later_one() {
        let rated = |side, score| SorenessRating {
            meta: Meta::manual(Id::fresh(0)),
            at: Stamp { ms: 0, offset_min: 0 },
            region: Region::Calf,
            side,
            score,
            scale: Scale::Nrs010,
            context: Context::Other,
            run_id: None,
            notes: String::new(),
        };
        let (both, right) = (rated(Side::Both, 4.0), rated(Side::Right, 6.0));
        let of = |side| standing(&[&both, &right], Region::Calf, side).map(|it| it.value);
        assert_eq!((of(Side::Left), of(Side::Right)), (Some(4.0), Some(6.0)));
        assert_eq!(standing(&[&both], Region::Shin, Side::Left), None);
    }

    #[test]
    fn a_questionnaire_answered_after_midnight_is_about_its_date_and_a_rating_about_the_evening() {
        let at = Stamp::parse_rfc3339("2026-11-24T01:30:00+01:00").unwrap();
        let of = |source| SorenessRating {
            meta: Meta::from_source(Id::fresh(0), source),
            at,
            region: Region::Overall,
            side: Side::None,
            score: 3.0,
            scale: Scale::Pmsys15,
            context: Context::Morning,
            run_id: None,
            notes: String::new(),
        };
        let rule = DayRule::default();
        assert_eq!(of("pmsys").day(rule), jiff::civil::date(2026, 11, 24));
        assert_eq!(of(MANUAL).day(rule), jiff::civil::date(2026, 11, 23));
    }
}
