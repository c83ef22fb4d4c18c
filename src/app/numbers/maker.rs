//! Makes one number after the other from a journal that is lent to it.
//!
//! Whatever several of them need is made once for a journal and remembered: the daily table. Findings take
//! longest and depend on its rows alone, so they are remembered with the rows they are of: a note, a
//! painkiller in the cupboard, a checklist changes none of them, and nothing is estimated again.

use std::num::NonZero;
use std::sync::Arc;
use std::thread::available_parallelism;

use super::{Choices, Closer, Edition, Seen};
use crate::analysis::DailyTable;
use crate::analysis::findings::words::{Names, Told};
use crate::analysis::findings::{Exposure, Finding, Findings, Outcome};
use crate::charts::{Made, Request, Source};
use crate::domain::Journal;

/// Something to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Work {
    /// The journal by day.
    Daily,
    /// A chart.
    Chart(Request),
    /// All findings.
    Findings,
    /// A closer look at one of them.
    Closer(Closer),
}

/// The findings of a journal, and their words.
#[derive(Clone, Debug, Default)]
pub struct Insights {
    /// All of them.
    pub findings: Arc<Findings>,
    /// What is said of each, in the same order.
    pub told: Vec<Told>,
    /// What the journal calls what they are about.
    pub names: Names,
}

impl Insights {
    /// The finding about `exposure` and `outcome`, and what is said of it.
    pub fn find(&self, exposure: &Exposure, outcome: Outcome) -> Option<(&Finding, &Told)> {
        let all = self.findings.all.iter().zip(&self.told);
        let mut of = all.filter(|(it, _)| it.exposure == *exposure && it.outcome == outcome);
        of.next()
    }
}

/// Something that was made.
pub enum Answer {
    /// The journal by day, and what it has something of.
    Daily(Arc<DailyTable>, Choices),
    /// A chart, or what is missing for it.
    Chart(Request, Arc<Made>),
    /// All findings.
    Findings(Insights),
    /// A closer look at one of them.
    Closer(Closer, Seen),
    /// The program itself made a mistake, in these words.
    Failed(Work, String),
}

impl Answer {
    /// What this is the answer to.
    pub fn is_to(&self, work: &Work) -> bool {
        match (self, work) {
            (Self::Daily(..), Work::Daily) | (Self::Findings(_), Work::Findings) => true,
            (Self::Chart(made, _), Work::Chart(asked)) => made == asked,
            (Self::Closer(made, _), Work::Closer(asked)) => made == asked,
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
    /// The findings, and the rows they are of.
    findings: Option<(Arc<DailyTable>, Arc<Findings>)>,
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
            Work::Findings => {
                let findings = self.findings(journal, edition.revision);
                let names = Names::of(journal);
                let told = findings.all.iter().map(|it| findings.tell(it, &names)).collect();
                Answer::Findings(Insights { findings, told, names })
            }
            Work::Chart(request) => Answer::Chart(request.clone(), Arc::new(self.chart(request, journal, edition))),
            Work::Closer(closer) => {
                let findings = self.findings(journal, edition.revision);
                let daily = self.daily(journal, edition.revision);
                Answer::Closer(closer.clone(), closer.look(journal, &daily, &findings))
            }
        }
    }

    /// The chart of `request`.
    pub fn chart(&mut self, request: &Request, journal: &Journal, edition: Edition) -> Made {
        let shows_findings = request.name.shows_findings();
        let findings = shows_findings.then(|| self.findings(journal, edition.revision));
        request.make(&Source {
            journal,
            table: &self.daily(journal, edition.revision),
            findings: findings.as_deref(),
            today: edition.today,
        })
    }

    fn findings(&mut self, journal: &Journal, revision: u64) -> Arc<Findings> {
        let daily = self.daily(journal, revision);
        match &self.findings {
            Some((of, findings)) if *of == daily => Arc::clone(findings),
            _ => {
                let threads = available_parallelism().unwrap_or(NonZero::<usize>::MIN);
                let findings = Arc::new(Findings::of(&daily, threads));
                self.findings = Some((daily, Arc::clone(&findings)));
                findings
            }
        }
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
}
