//! Which run a rating came after, and how long.

use std::ops::RangeInclusive;

use jiff::civil::Date;

use super::Sitting;
use crate::domain::time::days_between;
use crate::domain::{Activity, Journal, Stamp};

/// All runs of a journal, in the order of time.
pub(super) struct Runs<'j> {
    runs: Vec<Run<'j>>,
}

/// A run with its day and end.
#[derive(Clone, Copy)]
pub(super) struct Run<'j> {
    pub(super) activity: &'j Activity,
    pub(super) day: Date,
    pub(super) end: Stamp,
}

/// How long after the last run before it something was rated.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Since {
    /// Which run.
    pub(super) place: usize,
    /// Hours since it ended.
    pub(super) hours: f64,
    /// Journal days since its day: 0 is the same day.
    pub(super) days: i32,
}

impl<'j> Runs<'j> {
    pub(super) fn of(journal: &'j Journal) -> Self {
        let rule = journal.settings.day_rule;
        let runs = journal.activities.iter().filter(|it| it.is_run());
        let runs = runs.map(|run| Run {
            activity: run,
            day: rule.day_of(run.started_at),
            end: run.ended_at(),
        });
        Self { runs: runs.collect() }
    }

    pub(super) fn get(&self, place: usize) -> Option<&Run<'j>> {
        self.runs.get(place)
    }

    /// How many there are on `days`.
    pub(super) fn on(&self, days: &RangeInclusive<Date>) -> usize {
        self.runs.iter().filter(|it| days.contains(&it.day)).count()
    }

    /// The last run that had ended when `sitting` was rated.
    pub(super) fn before(&self, sitting: &Sitting) -> Option<Since> {
        let begun = self
            .runs
            .partition_point(|it| it.activity.started_at.ms <= sitting.at.ms);
        // The last one that began may be going on.
        let place = (0..begun).rev().find(|&it| self.runs[it].end.ms <= sitting.at.ms)?;
        let run = &self.runs[place];
        Some(Since {
            place,
            hours: sitting.at.seconds_since(run.end) / 3600.0,
            days: days_between(run.day, sitting.day),
        })
    }
}
