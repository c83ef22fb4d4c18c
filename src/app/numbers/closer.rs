//! What somebody sees who looks closer at one finding: the plain comparison with an interval of its own, and
//! how soreness goes with the minutes of a habit. Both take thousands of passes, so they are made only then.

use crate::analysis::DailyTable;
use crate::analysis::findings::words::Names;
use crate::analysis::findings::{Dose, Exposure, Finding, Findings, Outcome, Raw};
use crate::domain::Journal;

/// A finding that is looked at closer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closer {
    exposure: Exposure,
    outcome: Outcome,
    /// The journal's id, from which the plain comparison draws.
    journal: String,
}

/// What is seen then.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seen {
    /// The plain comparison.
    pub raw: Option<Raw>,
    /// The sentence about minutes, where enough lengths were noted.
    pub dose: Option<String>,
}

impl Closer {
    /// A closer look at `finding` of the journal that is called `journal`.
    pub fn at(finding: &Finding, journal: &str) -> Self {
        Self {
            exposure: finding.exposure.clone(),
            outcome: finding.outcome,
            journal: journal.to_owned(),
        }
    }

    /// What is seen in `journal`, whose daily table and findings are these.
    pub(super) fn look(&self, journal: &Journal, table: &DailyTable, findings: &Findings) -> Seen {
        let dose = || {
            // Minutes are asked about the next morning alone.
            let dose = Dose::of(journal, table, &self.exposure).filter(|_| self.outcome == Outcome::NextMorning)?;
            findings.tell_dose(&dose, &self.exposure, &Names::of(journal))
        };
        Seen {
            raw: Raw::of(table, &self.exposure, self.outcome, &self.journal),
            dose: dose(),
        }
    }
}
