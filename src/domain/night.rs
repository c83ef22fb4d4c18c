//! One sleep.
//!
//! A night belongs to the civil date of waking. Its clock times may be unknown (a questionnaire says
//! only "seven hours"); then the minutes asleep stand alone. A nap is a night with its flag set: it
//! counts in the sleep of the day, not in the timing of nights.

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use super::record::MANUAL;
use super::{Meta, Stamp};

/// The ticks in a night's detail that say how the room was; without one nothing is said of it.
pub const DARK: &str = "dark";
/// See [`DARK`].
pub const QUIET: &str = "quiet";
/// See [`DARK`].
pub const COOL: &str = "cool";
/// The minutes awake in the night, in its detail.
pub const AWAKE_MIN: &str = "awake_min";

/// One sleep.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Night {
    /// Bookkeeping.
    pub meta: Meta,
    /// The civil date of waking.
    pub day: Date,
    /// When the light went out.
    pub bed_at: Option<Stamp>,
    /// When it ended.
    pub wake_at: Option<Stamp>,
    /// Minutes asleep; at most the minutes in bed.
    pub asleep_min: Option<f64>,
    /// 1 poor to 5 great.
    pub quality: Option<i64>,
    /// How often one woke.
    pub awakenings: Option<i64>,
    /// A nap, not the night.
    pub nap: bool,
    /// Free text.
    pub notes: String,
}

impl Night {
    /// A night of which only the day is known.
    pub fn new(meta: Meta, day: Date) -> Self {
        Self {
            meta,
            day,
            bed_at: None,
            wake_at: None,
            asleep_min: None,
            quality: None,
            awakenings: None,
            nap: false,
            notes: String::new(),
        }
    }

    /// Whether it is the answer to an imported questionnaire: how the night was, without its clock times.
    pub fn is_answer(&self) -> bool {
        !self.nap && self.bed_at.is_none() && self.wake_at.is_none() && self.meta.source != MANUAL
    }

    /// Minutes in bed, by elapsed time: right also in the night the clocks change.
    pub fn in_bed_min(&self) -> Option<f64> {
        Some(self.wake_at?.seconds_since(self.bed_at?) / 60.0)
    }

    /// The minutes in bed, where more are said to be slept.
    pub fn outslept(&self) -> Option<f64> {
        let in_bed = self.in_bed_min()?;
        (self.asleep_min? > in_bed).then_some(in_bed)
    }

    /// The same night with what `more` says of it; what `more` leaves open stays as it is.
    #[must_use]
    pub fn completed_by(self, more: &Self) -> Self {
        Self {
            bed_at: more.bed_at.or(self.bed_at),
            wake_at: more.wake_at.or(self.wake_at),
            asleep_min: more.asleep_min.or(self.asleep_min),
            quality: more.quality.or(self.quality),
            awakenings: more.awakenings.or(self.awakenings),
            notes: if more.notes.is_empty() {
                self.notes
            } else {
                more.notes.clone()
            },
            ..self
        }
    }

    /// Minutes awake between falling asleep and getting up, where they were noted.
    pub fn awake_min(&self) -> Option<f64> {
        self.meta.noted(AWAKE_MIN)?.as_f64()
    }

    /// Hours slept: the minutes asleep, or the time in bed where only that is known.
    pub fn hours(&self) -> Option<f64> {
        self.asleep_min
            .or_else(|| self.in_bed_min())
            .map(|minutes| minutes / 60.0)
    }
}

/// The date of a bedtime before waking on `day`: the evening before where the clock says so.
pub fn bed_date(day: Date, bed: Time, wake: Option<Time>) -> Option<Date> {
    let same_day = wake.map_or(bed < NOON, |wake| bed < wake);
    if same_day { Some(day) } else { day.yesterday().ok() }
}

/// A bedtime before it, with no time of waking, was in the small hours.
const NOON: Time = Time::constant(12, 0, 0, 0);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Id;

    #[test]
    fn a_night_is_as_long_as_it_was_also_when_the_clocks_change() {
        for (bed, wake, hours) in [
            ("2026-03-28T23:00:00+01:00", "2026-03-29T07:00:00+02:00", 7.0),
            ("2026-10-24T23:00:00+02:00", "2026-10-25T07:00:00+01:00", 9.0),
        ] {
            let wake_at = Stamp::parse_rfc3339(wake);
            let day = wake_at.unwrap().civil_date();
            let night = Night {
                bed_at: Stamp::parse_rfc3339(bed),
                wake_at,
                ..Night::new(Meta::manual(Id::fresh(0)), day)
            };
            assert_eq!(night.hours(), Some(hours), "{wake}");
        }
    }
}
