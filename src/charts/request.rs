//! Which chart is wanted, of which days, and how it is made.
//!
//! A request is a value: whoever keeps charts compares requests, and a thread or the command line makes
//! the same chart from the same request. One name stands for one question.

use std::ops::RangeInclusive;

use jiff::civil::Date;
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::{Chart, TooLittle, body, calendar, forest, habits, load, over_time, pair, sleep, supplements};
use crate::analysis::findings::{Findings, Outcome};
use crate::analysis::{DailyTable, Series};
use crate::domain::{Journal, Region, Slug};

/// The charts, by the word that the command line knows them by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum ChartName {
    /// Soreness by hours slept, or any other pair of series.
    SorenessAgainstSleep,
    /// Soreness, sleep, load and habits on one time axis.
    OverTime,
    /// Soreness of each region, week by week, on small figures.
    BodyWeeks,
    /// A region's soreness by hours since a run.
    BodyAfterRuns,
    /// How many days each region takes back to its baseline.
    BodyBaseline,
    /// Left against right.
    BodySides,
    /// A year of days at a glance.
    Calendar,
    /// Session RPE over time.
    Sessions,
    /// Weekly distance and strain.
    Weeks,
    /// Fitness, fatigue and form.
    Form,
    /// This week against the previous three.
    ThisWeek,
    /// Hours slept over time.
    SleepDuration,
    /// When the nights were, and how regular.
    SleepTiming,
    /// Sleep debt.
    SleepDebt,
    /// Minutes spent on habits each week.
    HabitMinutes,
    /// Periods on and off a supplement, over soreness.
    Supplements,
    /// What goes with more or less soreness the next morning.
    Findings,
    /// The same for the next two mornings.
    FindingsTwoMornings,
}

impl ChartName {
    /// The word for it.
    pub fn word(self) -> &'static str {
        self.into()
    }

    /// Whether it is made of [`Source::findings`].
    pub fn shows_findings(self) -> bool {
        matches!(self, Self::Findings | Self::FindingsTwoMornings)
    }
}

/// What the days of the calendar are coloured by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum Measure {
    #[default]
    Soreness,
    Load,
    Sleep,
}

/// How a chart is made, where there is a choice. Each chart reads what is its own.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Options {
    /// The horizontal series of a pair.
    pub x: Series,
    /// Its vertical series.
    pub y: Series,
    /// How many days the vertical series is later than the horizontal one; negative looks at the reverse
    /// direction.
    pub lag: i8,
    /// Whether the dots of a pair are coloured by yesterday's load.
    pub by_load: bool,
    /// What the days of the calendar are coloured by.
    pub measure: Measure,
    /// The year of the calendar; the last one of the range by itself.
    pub year: Option<i16>,
    /// The region of the body charts; the one most often sore by itself.
    pub region: Option<Region>,
    /// The habit whose minutes are shown; the one with minutes that was most often done by itself.
    pub habit: Option<Slug>,
    /// The supplement whose periods are shown; the one most often taken by itself.
    pub supplement: Option<Slug>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            x: Series::Sleep,
            y: Series::Soreness,
            lag: 0,
            by_load: false,
            measure: Measure::default(),
            year: None,
            region: None,
            habit: None,
            supplement: None,
        }
    }
}

/// A chart that is wanted.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Request {
    /// Which.
    pub name: ChartName,
    /// Of which days.
    pub days: RangeInclusive<Date>,
    /// How.
    pub options: Options,
}

/// What charts are made from.
#[derive(Clone, Copy)]
pub struct Source<'s> {
    /// Every record.
    pub journal: &'s Journal,
    /// The same by day.
    pub table: &'s DailyTable,
    /// The findings of the table, where somebody has them; a chart that shows them makes them else.
    pub findings: Option<&'s Findings>,
    /// The journal day it is.
    pub today: Date,
}

/// A chart, or what is missing for it.
pub type Made = Result<Box<dyn Chart>, TooLittle>;

impl Request {
    /// Makes the chart. Pure and total, and quick enough for a thread of its own alone: decades take some
    /// tens of milliseconds.
    pub fn make(&self, source: &Source<'_>) -> Made {
        match self.name {
            ChartName::SorenessAgainstSleep => pair::make(source, self),
            ChartName::OverTime => over_time::make(source, self),
            ChartName::BodyWeeks => body::weeks::make(source, self),
            ChartName::BodyAfterRuns => body::after_runs::make(source, self),
            ChartName::BodyBaseline => body::baseline::make(source, self),
            ChartName::BodySides => body::sides::make(source, self),
            ChartName::Calendar => calendar::make(source, self),
            ChartName::Sessions => load::sessions::make(source, self),
            ChartName::Weeks => load::weeks::make(source, self),
            ChartName::Form => load::form::make(source, self),
            ChartName::ThisWeek => load::this_week::make(source, self),
            ChartName::SleepDuration => sleep::duration::make(source, self),
            ChartName::SleepTiming => sleep::timing::make(source, self),
            ChartName::SleepDebt => sleep::debt::make(source, self),
            ChartName::HabitMinutes => habits::make(source, self),
            ChartName::Supplements => supplements::make(source, self),
            ChartName::Findings => forest::make(source, Outcome::NextMorning),
            ChartName::FindingsTwoMornings => forest::make(source, Outcome::NextTwoMornings),
        }
    }
}
