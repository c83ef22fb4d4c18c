//! What is made of the journal off the window's thread: the daily table, the charts that are shown, the
//! findings where they are shown.
//!
//! A table of decades takes longer than a frame, and so does a chart. So one thread ([`thread`]) makes
//! them, and [`Numbers`] keeps what came of it for the screens. A screen says what it shows
//! ([`super::Command::Charts`], [`super::Command::Findings`]); whenever the journal or the day changes, what is kept is of an older
//! [`Edition`], and [`Numbers::missing`] lists what has to be made again. Until then the last picture
//! stays: numbers that are a few milliseconds old are better than none.

mod choices;
mod closer;
mod maker;
mod thread;

use std::fmt;
use std::sync::Arc;

use jiff::civil::Date;

pub use self::choices::Choices;
pub use self::closer::{Closer, Seen};
pub use self::maker::{Answer, Insights, Maker, Work};
pub use self::thread::NumbersThread;
use super::{App, Model};
use crate::analysis::DailyTable;
use crate::charts::{Made, Request, TooLittle};
use crate::fl;

/// So many charts are kept beside those that are shown: going back to a section shows it at once.
const KEPT_BESIDE: usize = 24;

/// The journal after so many changes, on this day: what numbers are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edition {
    /// [`Model::revision`].
    pub revision: u64,
    /// The journal day it is.
    pub today: Date,
}

/// What was made so far.
#[derive(Clone, Debug, Default)]
pub struct Numbers {
    daily: Arc<DailyTable>,
    choices: Choices,
    /// The revision of the journal that the daily table is of.
    daily_of: u64,
    /// The charts that are shown.
    wanted: Vec<Request>,
    /// The latest is the last.
    charts: Vec<Kept>,
    /// Whether the findings are shown.
    wants_findings: bool,
    findings: Option<Insights>,
    /// The revision of the journal that they are of.
    findings_of: u64,
    /// The findings that are looked at closer.
    closer: Vec<Closer>,
    /// What is seen there, each with the revision of the journal that it is of.
    seen: Vec<(Closer, u64, Seen)>,
}

/// A chart that was made.
#[derive(Clone)]
struct Kept {
    request: Request,
    edition: Edition,
    made: Arc<Made>,
}

impl fmt::Debug for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} of {:?}", self.request, self.edition)
    }
}

impl Numbers {
    /// The journal by day, as it was last made; empty at first.
    pub fn daily(&self) -> &Arc<DailyTable> {
        &self.daily
    }

    /// Whether the daily table was made at all: until then it is empty, whatever the journal holds.
    pub fn is_ready(&self) -> bool {
        self.daily_of > 0
    }

    /// What charts can be asked for.
    pub fn choices(&self) -> &Choices {
        &self.choices
    }

    /// The charts that were said to be shown.
    pub fn wanted(&self) -> &[Request] {
        &self.wanted
    }

    /// The chart of `request`, or what is missing for it, as it was last made; `None` while it never was.
    pub fn chart(&self, request: &Request) -> Option<&Arc<Made>> {
        let kept = self.charts.iter().find(|it| it.request == *request)?;
        Some(&kept.made)
    }

    /// The findings as they were last made; `None` while they never were.
    pub fn findings(&self) -> Option<&Insights> {
        self.findings.as_ref()
    }

    /// Whether the findings were said to be shown.
    pub fn wants_findings(&self) -> bool {
        self.wants_findings
    }

    /// Says whether the findings are shown now.
    pub fn want_findings(&mut self, wanted: bool) {
        self.wants_findings = wanted;
    }

    /// The findings that were said to be looked at closer.
    pub fn closer(&self) -> &[Closer] {
        &self.closer
    }

    /// What is seen in a closer look, as it was last made; `None` while it never was.
    pub fn seen(&self, closer: &Closer) -> Option<&Seen> {
        let seen = self.seen.iter().find(|it| it.0 == *closer)?;
        Some(&seen.2)
    }

    /// Says which findings are looked at closer now; what was seen of others is forgotten.
    pub fn want_closer(&mut self, closer: Vec<Closer>) {
        self.seen.retain(|it| closer.contains(&it.0));
        self.closer = closer;
    }

    /// Says which charts are shown now.
    pub fn want(&mut self, charts: Vec<Request>) {
        self.wanted.clear();
        for chart in charts {
            if !self.wanted.contains(&chart) {
                self.wanted.push(chart);
            }
        }
    }

    /// What has to be made for `edition`, the most urgent first. Empty while nothing changes.
    pub(super) fn missing(&self, edition: Edition) -> Vec<Work> {
        let daily = (self.daily_of != edition.revision).then_some(Work::Daily);
        let is_there = |request: &Request| {
            let mut kept = self.charts.iter();
            kept.any(|it| it.edition == edition && it.request == *request)
        };
        let charts = self.wanted.iter().filter(|it| !is_there(it));
        let findings = self.wants_findings && self.findings_of != edition.revision;
        let findings = findings.then_some(Work::Findings);
        let charts = charts.cloned().map(Work::Chart);
        let is_seen = |closer: &Closer| {
            let mut seen = self.seen.iter();
            seen.any(|it| it.0 == *closer && it.1 == edition.revision)
        };
        let closer = self.closer.iter().filter(|it| !is_seen(it));
        let closer = closer.cloned().map(Work::Closer);
        daily.into_iter().chain(charts).chain(findings).chain(closer).collect()
    }

    /// Takes over what was made for `edition`.
    pub(super) fn take(&mut self, edition: Edition, answer: Answer) {
        match answer {
            Answer::Daily(daily, choices) => {
                self.daily = daily;
                self.choices = choices;
                self.daily_of = edition.revision;
            }
            Answer::Chart(request, made) => self.keep(request, edition, made),
            Answer::Findings(findings) => {
                self.findings = Some(findings);
                self.findings_of = edition.revision;
            }
            Answer::Closer(closer, seen) => self.see(closer, edition, seen),
            Answer::Failed(Work::Closer(closer), _) => self.see(closer, edition, Seen::default()),
            Answer::Failed(Work::Daily, _) => self.daily_of = edition.revision,
            Answer::Failed(Work::Findings, _) => self.findings_of = edition.revision,
            Answer::Failed(Work::Chart(request), _) => {
                let why = fl!("chart-failed");
                let nothing = TooLittle {
                    why,
                    ..TooLittle::default()
                };
                self.keep(request, edition, Arc::new(Err(nothing)));
            }
        }
    }

    fn see(&mut self, closer: Closer, edition: Edition, seen: Seen) {
        self.seen.retain(|it| it.0 != closer);
        if self.closer.contains(&closer) {
            self.seen.push((closer, edition.revision, seen));
        }
    }

    fn keep(&mut self, request: Request, edition: Edition, made: Arc<Made>) {
        self.charts.retain(|it| it.request != request);
        self.charts.push(Kept { request, edition, made });
        let most = self.wanted.len() + KEPT_BESIDE;
        while self.charts.len() > most {
            let Some(oldest) = self.charts.iter().position(|it| !self.wanted.contains(&it.request)) else {
                return;
            };
            self.charts.remove(oldest);
        }
    }
}

impl Model {
    /// The journal as it is.
    pub(super) fn edition(&self) -> Edition {
        Edition {
            revision: self.revision,
            today: self.today(),
        }
    }

    /// Makes what is missing here and now: for one screen without an [`App`], as a test has it.
    pub fn make_numbers(&mut self) {
        let edition = self.edition();
        let mut maker = Maker::default();
        for work in self.numbers.missing(edition) {
            let answer = maker.make(&work, &self.journal, edition);
            self.numbers.take(edition, answer);
        }
    }

    /// The same model with its numbers.
    #[must_use]
    pub fn with_numbers(mut self) -> Self {
        self.make_numbers();
        self
    }
}

impl App {
    /// Takes what was made since; what was made of an older journal is dropped.
    pub(super) fn receive_numbers(&mut self) {
        let edition = self.model.edition();
        while let Some((made_of, answer)) = self.numbers.try_answer() {
            if made_of != edition {
                continue;
            }
            if let Answer::Failed(_, what) = &answer {
                let failed = fl!("notice-job-failed", what = what.as_str());
                self.model.notices.problem(failed);
            }
            self.model.numbers.take(edition, answer);
        }
    }

    /// Has made what is missing and not under way yet.
    pub(super) fn order_numbers(&mut self) {
        let edition = self.model.edition();
        let missing = self.model.numbers.missing(edition);
        self.numbers.order(edition, missing, &self.model.journal);
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::charts::{ChartName, Options};

    const EDITION: Edition = Edition {
        revision: 1,
        today: date(2026, 11, 24),
    };

    fn request(day: i8) -> Request {
        Request {
            name: ChartName::Calendar,
            days: date(2026, 1, 1)..=date(2026, 1, day),
            options: Options::default(),
        }
    }

    fn chart(day: i8) -> Answer {
        Answer::Chart(request(day), Arc::new(Err(TooLittle::default())))
    }

    #[test]
    fn what_is_kept_is_bounded_and_what_is_shown_stays() {
        let mut numbers = Numbers::default();
        numbers.want(vec![request(1), request(2)]);
        for day in (1..=31).chain(1..=31).cycle().take(124) {
            numbers.take(EDITION, chart(day));
        }
        assert_eq!(numbers.charts.len(), 2 + KEPT_BESIDE);
        assert!(numbers.chart(&request(1)).is_some() && numbers.chart(&request(2)).is_some());
        assert!(numbers.chart(&request(31)).is_some() && numbers.chart(&request(3)).is_none());
    }

    #[test]
    fn an_older_chart_is_shown_until_the_new_one_is_there_and_is_missing_all_the_same() {
        let mut numbers = Numbers::default();
        numbers.want(vec![request(1)]);
        numbers.take(EDITION, Answer::Daily(Arc::default(), Choices::default()));
        numbers.take(EDITION, chart(1));
        assert_eq!(numbers.missing(EDITION), []);
        let tomorrow = Edition {
            today: date(2026, 11, 25),
            ..EDITION
        };
        assert_eq!(numbers.missing(tomorrow), [Work::Chart(request(1))]);
        assert!(numbers.chart(&request(1)).is_some());
        let changed = Edition { revision: 2, ..EDITION };
        assert_eq!(numbers.missing(changed), [Work::Daily, Work::Chart(request(1))]);
    }

    #[test]
    fn what_cannot_be_made_is_not_tried_again_and_again() {
        let mut numbers = Numbers::default();
        numbers.want(vec![request(1)]);
        for work in [Work::Daily, Work::Chart(request(1))] {
            numbers.take(EDITION, Answer::Failed(work, "boom".to_owned()));
        }
        assert_eq!(numbers.missing(EDITION), []);
        let made = numbers.chart(&request(1)).unwrap();
        assert!(made.as_ref().as_ref().is_err_and(|it| !it.why.is_empty()));
    }
}
