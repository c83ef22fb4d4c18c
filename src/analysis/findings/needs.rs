//! How far a finding without an estimate is from having one, where that can be counted.
//!
//! What cannot be counted (a habit done almost always, in one stretch, or only together with another) is
//! told in words alone: more days of the same would not help.

use super::{Finding, Sides, Status};
use crate::analysis::stats::effect::Refusal;

/// How much is there of something that an estimate needs, and how much that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need {
    /// Of what.
    pub what: Needed,
    /// How many there are.
    pub have: usize,
    /// How many are needed.
    pub need: usize,
}

/// What an estimate needs so many of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Needed {
    /// Mornings of which all is known.
    Mornings,
    /// Days with it.
    With,
    /// Days without it.
    Without,
}

impl Need {
    /// How many are missing.
    pub fn missing(self) -> usize {
        self.need.saturating_sub(self.have)
    }
}

impl Finding {
    /// What more of would give an estimate, as far as can be told now; none where there is one, or where no
    /// number of days would do.
    pub fn needs(&self) -> Vec<Need> {
        let Sides { with, without } = self.sides.unwrap_or_default();
        let of = |what, have: usize, more: usize| Need {
            what,
            have,
            need: have + more,
        };
        let needs = match self.status {
            Status::Refused(Refusal::TooFew { more }) => vec![of(Needed::Mornings, self.n, more)],
            Status::Refused(Refusal::ArmSmall {
                with: more_with,
                without: more_without,
            }) => vec![
                of(Needed::With, with, more_with),
                of(Needed::Without, without, more_without),
            ],
            _ => Vec::new(),
        };
        needs.into_iter().filter(|it| it.missing() > 0).collect()
    }

    /// About how many mornings are needed for a difference of a full point to be noticed, where it could not
    /// have been: a standard error shrinks with the square root of their number.
    pub fn needs_for_a_point(&self) -> Option<Need> {
        let detectable = self.detectable().filter(|it| *it > 1.0)?;
        let need = Need {
            what: Needed::Mornings,
            have: self.n,
            need: (self.n as f64 * detectable * detectable).ceil() as usize,
        };
        Some(need)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::findings::{Comparison, Exposure, Outcome};
    use crate::domain::Slug;

    fn refused(refusal: Refusal) -> Vec<Need> {
        let status = Status::Refused(refusal);
        let exposure = Exposure::Habit(Slug::of("snack"));
        let finding = Finding {
            n: 50,
            sides: Some(Sides { with: 4, without: 46 }),
            ..Finding::bare(exposure, Outcome::NextMorning, status, Comparison::default())
        };
        finding.needs()
    }

    #[test]
    fn what_is_short_is_counted_and_what_is_there_is_not_asked_for() {
        let small = Refusal::ArmSmall { with: 6, without: 0 };
        let with = Need {
            what: Needed::With,
            have: 4,
            need: 10,
        };
        assert_eq!(refused(small), [with]);
        let mornings = Need {
            what: Needed::Mornings,
            have: 50,
            need: 55,
        };
        assert_eq!(refused(Refusal::TooFew { more: 5 }), [mornings]);
    }

    #[test]
    fn where_more_days_of_the_same_would_not_help_none_are_asked_for() {
        for refusal in [
            Refusal::NoContrast,
            Refusal::FewSwitches { switches: 2 },
            Refusal::Collinear { with: None },
        ] {
            assert_eq!(refused(refusal), []);
        }
    }
}
