//! Makes one number after the other from a journal that is lent to it.
//!
//! Whatever several of them need is made once for a journal and remembered: the daily table, and the
//! findings, which hold as long as the part of the table that they are made of does.

use std::num::NonZero;
use std::sync::Arc;
use std::thread::available_parallelism;

use super::{Choices, Edition};
use crate::analysis::DailyTable;
use crate::analysis::findings::Findings;
use crate::charts::{Made, Request, Source};
use crate::domain::Journal;

/// Something to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Work {
    /// The journal by day.
    Daily,
    /// A chart.
    Chart(Request),
    /// What goes with more or less soreness.
    Findings,
}

/// Something that was made.
pub enum Answer {
    /// The journal by day, and what it has something of.
    Daily(Arc<DailyTable>, Choices),
    /// A chart, or what is missing for it.
    Chart(Request, Arc<Made>),
    /// What goes with more or less soreness.
    Findings(Arc<Findings>),
    /// The program itself made a mistake, in these words.
    Failed(Work, String),
}

impl Answer {
    /// What this is the answer to.
    pub fn is_to(&self, work: &Work) -> bool {
        match (self, work) {
            (Self::Daily(..), Work::Daily) | (Self::Findings(_), Work::Findings) => true,
            (Self::Chart(made, _), Work::Chart(asked)) => made == asked,
            (Self::Failed(failed, _), work) => failed == work,
            _ => false,
        }
    }
}

/// Makes numbers, and remembers what several of them need.
#[derive(Default)]
pub struct Maker {
    /// The daily table, and the revision of the journal it is of.
    daily: Option<(u64, Arc<DailyTable>)>,
    /// The findings, and the fingerprint of the table they are of.
    findings: Option<(u64, Arc<Findings>)>,
}

impl Maker {
    /// Does `work` on `journal`, which is of `edition`.
    pub fn make(&mut self, work: &Work, journal: &Journal, edition: Edition) -> Answer {
        match work {
            Work::Daily => {
                let daily = self.daily(journal, edition.revision);
                let choices = Choices::of(journal, &daily);
                Answer::Daily(daily, choices)
            }
            Work::Chart(request) => Answer::Chart(request.clone(), Arc::new(self.chart(request, journal, edition))),
            Work::Findings => Answer::Findings(self.findings(journal, edition.revision)),
        }
    }

    /// The chart of `request`.
    pub fn chart(&mut self, request: &Request, journal: &Journal, edition: Edition) -> Made {
        let findings = request
            .name
            .shows_findings()
            .then(|| self.findings(journal, edition.revision));
        request.make(&Source {
            journal,
            table: &self.daily(journal, edition.revision),
            findings: findings.as_deref(),
            today: edition.today,
        })
    }

    fn daily(&mut self, journal: &Journal, revision: u64) -> Arc<DailyTable> {
        match &self.daily {
            Some((of, daily)) if *of == revision => Arc::clone(daily),
            _ => {
                let daily = Arc::new(DailyTable::of(journal));
                self.daily = Some((revision, Arc::clone(&daily)));
                daily
            }
        }
    }

    fn findings(&mut self, journal: &Journal, revision: u64) -> Arc<Findings> {
        let daily = self.daily(journal, revision);
        let fingerprint = Findings::fingerprint(&daily);
        match &self.findings {
            Some((of, findings)) if *of == fingerprint => Arc::clone(findings),
            _ => {
                let threads = available_parallelism().unwrap_or(NonZero::<usize>::MIN);
                let findings = Arc::new(Findings::of(&daily, threads));
                self.findings = Some((fingerprint, Arc::clone(&findings)));
                findings
            }
        }
    }
}
