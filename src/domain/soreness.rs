//! Soreness: where, which side, how much.
//!
//! The regions are muscles and joints a runner can point at. `overall` is a rating of the whole body,
//! `all_others` with score 0 is the one row behind "everything else is fine", and `other` is what an
//! import names and we do not (its name is kept in the record's detail).

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::{Id, Meta, Scale, Stamp};

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
    /// Whether it belongs to the legs (toes to glutes): the day's soreness is the highest of these.
    pub fn is_leg(self) -> bool {
        self <= Self::Glutes
    }

    /// Whether left and right make sense.
    pub fn has_sides(self) -> bool {
        self.is_leg() || matches!(self, Self::Arms)
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
