//! Soreness by the time since the last run: how it comes and goes.
//!
//! A rating belongs to the last run that had ended before it. Days are those of the journal's day rule, from
//! the day of the run: 0 is the same day, 1 the day after. Runs follow each other, so most is known of the
//! first days; what a number stands on is always said with it.

use std::ops::RangeInclusive;

use jiff::civil::Date;
use strum::VariantArray as _;

use super::since::{Run, Runs, Since};
use super::{LeftOut, Sitting, Sittings};
use crate::analysis::spread::Spread;
use crate::domain::protocol::RunClass;
use crate::domain::{Journal, Region, Scale};

/// Days that are told apart: 0 to 7.
pub const DAYS: usize = 8;

/// A class of runs is told apart with so many ratings after it, on so many of the days each.
const CLASS_RATINGS: usize = 12;
const CLASS_DAYS: usize = 2;
/// Fewer ratings on a day than this do not make it known.
pub const DAY_RATINGS: usize = 3;

/// The soreness of each day after a run; `None` where it was never rated.
pub type ByDay = [Option<OnDay>; DAYS];

/// The ratings of one day after runs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OnDay {
    /// Their middle.
    pub spread: Spread,
    /// The mean of their hours since the run ended.
    pub hours: f64,
    /// The day of the newest.
    pub newest: Date,
}

/// All regions after runs, and one of them rating by rating.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AfterRuns {
    /// The scale of all numbers.
    pub scale: Option<Scale>,
    /// The regions that were named, the most often sore first.
    pub rows: Vec<Row>,
    /// The region that is looked at closely.
    pub region: Option<Region>,
    /// Its ratings, in the order of time.
    pub dots: Vec<Dot>,
    /// Its days.
    pub by_day: ByDay,
    /// Its days by class of run, where there is enough of more than one.
    pub classes: Vec<(RunClass, ByDay)>,
    /// Ratings in no number.
    pub left_out: LeftOut,
}

/// One region.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Which.
    pub region: Region,
    /// How many ratings it has within a week of a run.
    pub n: usize,
    /// The middle of all of them.
    pub all: Option<Spread>,
    /// By days since the run.
    pub by_day: ByDay,
}

/// One rating of the region that is looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dot {
    /// The day of the rating.
    pub day: Date,
    /// The day of the run.
    pub run_day: Date,
    /// What kind of run it was.
    pub class: RunClass,
    /// Hours since it ended.
    pub hours: f64,
    /// Days since it.
    pub days: usize,
    /// The score.
    pub score: f64,
}

impl AfterRuns {
    /// The ratings of `days`; `region` is looked at closely, else the one that was most often sore.
    pub fn of(journal: &Journal, days: &RangeInclusive<Date>, region: Option<Region>) -> Self {
        let sittings = Sittings::of(journal, days);
        let Some(scale) = sittings.scale else {
            return Self {
                left_out: sittings.left_out,
                ..Self::default()
            };
        };
        let runs = Runs::of(journal);
        let after: Vec<(&Sitting, Since)> = sittings
            .all
            .iter()
            .filter_map(|it| Some((it, runs.before(it).filter(|since| is_near(*since))?)))
            .collect();
        let named = sittings.regions(after.iter().map(|it| it.0));
        let region = region.or(named.first().map(|it| it.0));
        let rows = named.iter().map(|&(region, _)| row(&after, region, scale)).collect();
        let dots = region.map_or(Vec::new(), |region| dots(journal, &runs, &after, region, scale));
        Self {
            scale: Some(scale),
            rows,
            region,
            classes: classes(&dots),
            by_day: by_day(dots.iter().map(|it| (it.days, it.day, it.hours, it.score))),
            dots,
            left_out: sittings.left_out,
        }
    }
}

fn is_near(since: Since) -> bool {
    (0..DAYS as i32).contains(&since.days)
}

fn row(after: &[(&Sitting, Since)], region: Region, scale: Scale) -> Row {
    let scores = after.iter().filter_map(|(sitting, since)| {
        let score = sitting.region(region, scale)?;
        Some((sitting.day, *since, score))
    });
    let scores: Vec<(Date, Since, f64)> = scores.collect();
    let told = scores.iter().map(|it| (it.1.days as usize, it.0, it.1.hours, it.2));
    Row {
        region,
        n: scores.len(),
        by_day: by_day(told),
        all: Spread::of(scores.into_iter().map(|it| it.2).collect()),
    }
}

/// Ratings by the days since their run; each is days, its own day, hours and score.
fn by_day(told: impl Iterator<Item = (usize, Date, f64, f64)>) -> ByDay {
    let mut days: [Vec<(Date, f64, f64)>; DAYS] = Default::default();
    for (days_since, day, hours, score) in told {
        if let Some(of_day) = days.get_mut(days_since) {
            of_day.push((day, hours, score));
        }
    }
    days.map(|of_day| {
        let hours: f64 = of_day.iter().map(|it| it.1).sum();
        Some(OnDay {
            hours: hours / of_day.len() as f64,
            newest: of_day.last()?.0,
            spread: Spread::of(of_day.into_iter().map(|it| it.2).collect())?,
        })
    })
}

fn dots(journal: &Journal, runs: &Runs<'_>, after: &[(&Sitting, Since)], region: Region, scale: Scale) -> Vec<Dot> {
    let mut last: Option<(usize, RunClass)> = None;
    // Ratings of one run follow each other.
    let mut class_of = |place: usize, it: &Run<'_>| {
        let known = last.filter(|it| it.0 == place);
        let told = known.unwrap_or_else(|| (place, RunClass::of(it.activity, journal)));
        last = Some(told);
        told.1
    };
    let dot = |(sitting, since): &(&Sitting, Since)| {
        let score = sitting.region(region, scale)?;
        let run = runs.get(since.place)?;
        Some(Dot {
            day: sitting.day,
            run_day: run.day,
            class: class_of(since.place, run),
            hours: since.hours,
            days: since.days as usize,
            score,
        })
    };
    after.iter().filter_map(dot).collect()
}

/// The classes of which enough is known, where that is more than one.
fn classes(dots: &[Dot]) -> Vec<(RunClass, ByDay)> {
    let of_class = |class: RunClass| {
        let of_class = dots.iter().filter(move |it| it.class == class);
        let days = by_day(of_class.map(|it| (it.days, it.day, it.hours, it.score)));
        let n: usize = days.iter().flatten().map(|it| it.spread.n).sum();
        let known = days.iter().flatten().filter(|it| it.spread.n >= DAY_RATINGS).count();
        let enough = n >= CLASS_RATINGS && known >= CLASS_DAYS;
        enough.then_some((class, days))
    };
    let found: Vec<_> = RunClass::VARIANTS.iter().filter_map(|&it| of_class(it)).collect();
    if found.len() > 1 { found } else { Vec::new() }
}
