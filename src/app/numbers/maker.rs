//! Makes one number after the other from a journal that is lent to it.
//!
//! Whatever several of them need is made once for a journal and remembered: the daily table.

use std::sync::Arc;

use super::{Choices, Edition};
use crate::analysis::DailyTable;
use crate::charts::{Made, Request, Source};
use crate::domain::Journal;

/// Something to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Work {
    /// The journal by day.
    Daily,
    /// A chart.
    Chart(Request),
}

/// Something that was made.
pub enum Answer {
    /// The journal by day, and what it has something of.
    Daily(Arc<DailyTable>, Choices),
    /// A chart, or what is missing for it.
    Chart(Request, Arc<Made>),
    /// The program itself made a mistake, in these words.
    Failed(Work, String),
}

impl Answer {
    /// What this is the answer to.
    pub fn is_to(&self, work: &Work) -> bool {
        match (self, work) {
            (Self::Daily(..), Work::Daily) => true,
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
        }
    }

    /// The chart of `request`.
    pub fn chart(&mut self, request: &Request, journal: &Journal, edition: Edition) -> Made {
        request.make(&Source {
            journal,
            table: &self.daily(journal, edition.revision),
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
}
