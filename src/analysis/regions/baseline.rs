//! How many days a region takes back to its usual after a run that made it sore.
//!
//! The usual of a region is the median of its mornings in the eight weeks before the run. It rose when one of
//! the first three days after the run it is two points or more above that, and more than before the run. It
//! is back on the first rated morning at or under its usual. Often the next run comes first, or no more is
//! rated: then it took at least as long as was seen. The median allows for those (Kaplan and Meier 1958):
//! leaving them out would make recovery look quicker than it is.

use std::collections::VecDeque;
use std::ops::RangeInclusive;

use jiff::civil::Date;

use super::since::{Runs, Since};
use super::{LeftOut, Sitting, Sittings};
use crate::analysis::stats::describe::quantile;
use crate::domain::time::days_between;
use crate::domain::{Journal, Region, Scale};

/// The usual is that of so many days before a run.
pub const USUAL_DAYS: i32 = 56;
/// With fewer mornings than this there is no usual.
pub const USUAL_LEAST: usize = 5;
/// Points above its usual that make a region sorer.
pub const RISE: f64 = 2.0;
/// After so many days a rise has another reason than the run.
const RISE_DAYS: i32 = 3;
/// Longest time between two mornings of which it is still known what lay between.
const BLIND_DAYS: i32 = 3;
/// Longest time that is looked at.
pub const MOST_DAYS: i32 = 14;

/// All regions that rose after runs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Baselines {
    /// The scale of all numbers.
    pub scale: Option<Scale>,
    /// The regions that rose, the most often first.
    pub rows: Vec<Row>,
    /// Runs of the range.
    pub runs: usize,
    /// Ratings in no number.
    pub left_out: LeftOut,
}

/// One region.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Which.
    pub region: Region,
    /// In the order of time.
    pub rises: Vec<Rise>,
}

/// One run after which a region was sorer than usual.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rise {
    /// The day of the run.
    pub run_day: Date,
    /// The region's usual before it.
    pub usual: f64,
    /// Its worst score after it.
    pub worst: f64,
    /// Days from the run to `end`.
    pub days: i32,
    /// How it ended.
    pub end: End,
}

/// How a rise ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// At or under its usual.
    Back,
    /// Still above it on the last morning before the next run.
    NextRun,
    /// Still above it on the last morning that was rated.
    Unseen,
}

/// The days until half of the rises were back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Median {
    /// So many.
    Days(i32),
    /// Longer than was ever seen: this many.
    Over(i32),
}

impl Row {
    /// How many were back while they were seen.
    pub fn back(&self) -> usize {
        self.rises.iter().filter(|it| it.end == End::Back).count()
    }

    /// When half of them were back, by Kaplan and Meier.
    pub fn median(&self) -> Median {
        let last = self.rises.iter().map(|it| it.days).max().unwrap_or(0);
        let mut still = 1.0;
        for day in 0..=last {
            let seen = self.rises.iter().filter(|it| it.days >= day).count();
            let back = self.rises.iter().filter(|it| it.days == day && it.end == End::Back);
            still *= 1.0 - back.count() as f64 / seen as f64;
            // A hair of tolerance: a half may be made of thirds.
            if still <= 0.5 + 1e-9 {
                return Median::Days(day);
            }
        }
        Median::Over(last)
    }
}

impl Baselines {
    /// The runs of `days`; what was usual before them is looked up in all of the journal.
    pub fn of(journal: &Journal, days: &RangeInclusive<Date>) -> Self {
        let sittings = Sittings::of(journal, &(Date::MIN..=*days.end()));
        let runs = Runs::of(journal);
        let Some(scale) = sittings.scale else {
            return Self {
                left_out: sittings.left_out,
                ..Self::default()
            };
        };
        let mornings: Vec<(&Sitting, Option<Since>)> = sittings.mornings().map(|it| (it, runs.before(it))).collect();
        let named = sittings.regions(mornings.iter().map(|it| it.0));
        let follow = |(region, _): (Region, usize)| {
            let rises = Course { scale, runs: &runs }.rises(&mornings, region);
            let rises: Vec<Rise> = rises.into_iter().filter(|it| days.contains(&it.run_day)).collect();
            (!rises.is_empty()).then_some(Row { region, rises })
        };
        let mut rows: Vec<Row> = named.into_iter().filter_map(follow).collect();
        rows.sort_by_key(|it| std::cmp::Reverse(it.rises.len()));
        Self {
            scale: Some(scale),
            rows,
            runs: runs.on(days),
            left_out: sittings.left_out,
        }
    }
}

/// What a region's mornings are looked at with.
struct Course<'c> {
    scale: Scale,
    runs: &'c Runs<'c>,
}

/// One morning of one region.
#[derive(Clone, Copy)]
struct Morning {
    day: Date,
    /// How many points from the good end of the scale.
    points: f64,
    score: f64,
    since: Since,
}

impl Course<'_> {
    fn rises(&self, mornings: &[(&Sitting, Option<Since>)], region: Region) -> Vec<Rise> {
        let known = mornings.iter().filter_map(|(sitting, since)| {
            let score = sitting.region(region, self.scale)?;
            let points = points(self.scale, score);
            Some((sitting.day, points, score, *since))
        });
        let known: Vec<_> = known.collect();
        let mut rises = Vec::new();
        let mut before = Before::default();
        for of_run in known.chunk_by(|a, b| place(a.3) == place(b.3)) {
            let after = of_run.iter().filter_map(|&(day, points, score, since)| {
                Some(Morning {
                    day,
                    points,
                    score,
                    since: since?,
                })
            });
            let after: Vec<Morning> = after.collect();
            rises.extend(self.rise(&after, &mut before));
            for &(day, points, ..) in of_run {
                before.push(day, points);
            }
        }
        rises
    }

    /// The rise after one run, of whose mornings `after` are all.
    fn rise(&self, after: &[Morning], before: &mut Before) -> Option<Rise> {
        let run = self.runs.get(after.first()?.since.place)?;
        // Only what is well above the good end can have risen, so most runs need no usual.
        let worst = after.iter().map(|it| it.points).fold(0.0, f64::max);
        if worst < RISE {
            return None;
        }
        let usual = before.usual(run.day)?;
        let high = |it: &&Morning| it.points >= usual + RISE && it.points > before.last(run.day);
        let risen = after.iter().position(|it| it.since.days <= RISE_DAYS && high(&it))?;
        let (mut last, mut worst) = (after[risen], after[risen]);
        let mut end = None;
        for it in &after[risen + 1..] {
            if days_between(last.day, it.day) > BLIND_DAYS || it.since.days > MOST_DAYS {
                end = Some(End::Unseen);
                break;
            }
            last = *it;
            if it.points <= usual {
                end = Some(End::Back);
                break;
            }
            if it.points > worst.points {
                worst = *it;
            }
        }
        let next = self.runs.get(last.since.place + 1);
        let came_first = next.is_some_and(|it| days_between(last.day, it.day) <= BLIND_DAYS);
        Some(Rise {
            run_day: run.day,
            usual: score(self.scale, usual),
            worst: worst.score,
            days: last.since.days,
            end: end.unwrap_or(if came_first { End::NextRun } else { End::Unseen }),
        })
    }
}

/// The mornings of the last weeks, in order of time and in order of size.
#[derive(Default)]
struct Before {
    days: VecDeque<(Date, f64)>,
    sorted: Vec<f64>,
}

impl Before {
    fn push(&mut self, day: Date, points: f64) {
        self.forget(day);
        self.days.push_back((day, points));
        let place = self.sorted.partition_point(|it| *it < points);
        self.sorted.insert(place, points);
    }

    fn forget(&mut self, day: Date) {
        while let Some(&(first, points)) = self.days.front()
            && days_between(first, day) > USUAL_DAYS
        {
            self.days.pop_front();
            let place = self.sorted.partition_point(|it| *it < points);
            self.sorted.remove(place);
        }
    }

    /// The median of the weeks before `day`.
    fn usual(&mut self, day: Date) -> Option<f64> {
        self.forget(day);
        let enough = self.sorted.len() >= USUAL_LEAST;
        enough.then(|| quantile(&self.sorted, 0.5)).flatten()
    }

    /// How it was on the morning of `day`, or the one before; nothing where that is not known.
    fn last(&self, day: Date) -> f64 {
        let last = self.days.back().filter(|it| days_between(it.0, day) <= 1);
        last.map_or(f64::NEG_INFINITY, |it| it.1)
    }
}

fn place(since: Option<Since>) -> Option<usize> {
    since.map(|it| it.place)
}

/// How many points from the good end.
fn points(scale: Scale, score: f64) -> f64 {
    let (low, high) = scale.range();
    if scale.higher_is_worse() {
        score - low
    } else {
        high - score
    }
}

/// The score so many points from the good end.
fn score(scale: Scale, points: f64) -> f64 {
    let (low, high) = scale.range();
    if scale.higher_is_worse() {
        low + points
    } else {
        high - points
    }
}
