//! What the files of others do not say, and had to be taken as something.
//!
//! A watch's table has times without a zone and distances without a unit. What a reader takes them for is
//! an [`Assumption`]: it is shown in the dry run with how many records rest on it, and each can be changed
//! there. What the runner changes it to is in [`ImportOptions`], and the files are read again with it.

use serde::{Deserialize, Serialize};

use super::Mapping;
use crate::domain::Sport;
use crate::domain::settings::DistanceUnit;

/// What the runner says about the files to read; `None` leaves it to the reader.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ImportOptions {
    /// The name of the time zone that times without one are read in; else the journal's.
    pub zone: Option<String>,
    /// The unit of distances that do not state theirs.
    pub distance: Option<DistanceUnit>,
    /// Whether the day stands before the month in dates like 03/04/2025.
    pub day_first: Option<bool>,
    /// The sport of tracks that do not say theirs.
    pub untyped: Option<Sport>,
    /// What the columns of tables hold that no reader knows, beside what the journal remembers.
    #[serde(default)]
    pub mappings: Vec<Mapping>,
}

/// Something that a reader had to assume.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Assumption {
    /// Times without a zone were read in this one.
    Zone {
        /// Its IANA name.
        zone: String,
        /// How many records rest on it.
        records: usize,
    },
    /// Distances without a unit were read in this one.
    Distance {
        /// The unit.
        unit: DistanceUnit,
        /// Whether other columns of the file confirm it.
        sure: bool,
        /// How many records rest on it.
        records: usize,
    },
    /// Dates that could be read both ways were read so.
    DateOrder {
        /// Whether the day stands before the month.
        day_first: bool,
        /// Whether some date of the file can be read in this way only.
        sure: bool,
        /// How many records rest on it.
        records: usize,
    },
    /// Tracks that do not say their sport were taken for this one.
    Untyped {
        /// The sport.
        sport: Sport,
        /// How many records rest on it.
        records: usize,
    },
}

impl Assumption {
    /// How many records rest on it.
    pub fn records(&self) -> usize {
        match self {
            Self::Zone { records, .. }
            | Self::Distance { records, .. }
            | Self::DateOrder { records, .. }
            | Self::Untyped { records, .. } => *records,
        }
    }

    /// Whether the other assumes the same thing; then one line with both counts says it.
    pub fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Zone { zone: a, .. }, Self::Zone { zone: b, .. }) => a == b,
            (Self::Distance { unit: a, sure: s, .. }, Self::Distance { unit: b, sure: t, .. }) => a == b && s == t,
            (
                Self::DateOrder {
                    day_first: a, sure: s, ..
                },
                Self::DateOrder {
                    day_first: b, sure: t, ..
                },
            ) => a == b && s == t,
            (Self::Untyped { sport: a, .. }, Self::Untyped { sport: b, .. }) => a == b,
            _ => false,
        }
    }

    /// Counts `more` records to it.
    pub fn add(&mut self, more: usize) {
        match self {
            Self::Zone { records, .. }
            | Self::Distance { records, .. }
            | Self::DateOrder { records, .. }
            | Self::Untyped { records, .. } => *records += more,
        }
    }
}
