//! Scales: what a number a person gave means.
//!
//! A rating keeps the number as it was given, and which scale it was given on. Several questionnaires
//! meet in one journal and some of them point the other way (PMSys: 1 is very sore, 5 is not sore),
//! so a number without its scale is worth nothing. Nothing is converted silently.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

/// A scale a rating was given on.
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
pub enum Scale {
    /// 0 none to 10 worst imaginable: our soreness.
    #[serde(rename = "nrs_0_10")]
    #[strum(serialize = "nrs_0_10")]
    Nrs010,
    /// 1 very good to 5 very bad: our check-in.
    #[serde(rename = "five_1_5")]
    #[strum(serialize = "five_1_5")]
    Five15,
    /// 1 very, very good to 7 very, very bad (Hooper).
    #[serde(rename = "hooper_1_7")]
    #[strum(serialize = "hooper_1_7")]
    Hooper17,
    /// 1 very sore or bad, 3 usual, 5 not sore or good (PMSys).
    #[serde(rename = "pmsys_1_5")]
    #[strum(serialize = "pmsys_1_5")]
    Pmsys15,
    /// 0 not ready to 10 ready (PMSys readiness).
    #[serde(rename = "pmsys_readiness_0_10")]
    #[strum(serialize = "pmsys_readiness_0_10")]
    PmsysReadiness010,
    /// 1 good, not sore to 4 bad, very sore (intervals.icu).
    #[serde(rename = "intervals_1_4")]
    #[strum(serialize = "intervals_1_4")]
    Intervals14,
}

impl Scale {
    /// Its id in the journal and in files.
    pub fn id(self) -> &'static str {
        self.into()
    }

    /// Lowest and highest value.
    pub fn range(self) -> (f64, f64) {
        match self {
            Self::Nrs010 | Self::PmsysReadiness010 => (0.0, 10.0),
            Self::Five15 | Self::Pmsys15 => (1.0, 5.0),
            Self::Hooper17 => (1.0, 7.0),
            Self::Intervals14 => (1.0, 4.0),
        }
    }

    /// Whether a higher number is the worse one.
    pub fn higher_is_worse(self) -> bool {
        matches!(self, Self::Nrs010 | Self::Five15 | Self::Hooper17 | Self::Intervals14)
    }

    /// How bad `value` is: 0 the good end, 1 the bad end. For colour and order only, never stored.
    pub fn severity(self, value: f64) -> f64 {
        let (low, high) = self.range();
        let part = ((value - low) / (high - low)).clamp(0.0, 1.0);
        if self.higher_is_worse() { part } else { 1.0 - part }
    }

    /// Whether `value` lies on this scale.
    pub fn contains(self, value: f64) -> bool {
        let (low, high) = self.range();
        (low..=high).contains(&value)
    }
}

/// A number and the scale it was given on.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rating {
    /// The number as given.
    pub value: f64,
    /// What it was given on.
    pub scale: Scale,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn very_sore_is_the_bad_end_of_every_scale() {
        for (scale, worst) in [
            (Scale::Nrs010, 10.0),
            (Scale::Five15, 5.0),
            (Scale::Hooper17, 7.0),
            (Scale::Pmsys15, 1.0),
            (Scale::Intervals14, 4.0),
        ] {
            assert_eq!(scale.severity(worst), 1.0, "{}", scale.id());
        }
    }

    #[test]
    fn ids_name_their_scale() {
        for &scale in Scale::VARIANTS {
            assert_eq!(scale.id().parse(), Ok(scale));
            assert_eq!(serde_json::to_string(&scale).unwrap(), format!("\"{}\"", scale.id()));
        }
    }
}
