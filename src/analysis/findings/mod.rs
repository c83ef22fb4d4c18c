//! Findings: what in a journal goes with more or less soreness, comparable days compared.
//!
//! A plain difference between days with a habit and days without it is wrong in a runner's journal: habits
//! cluster on hard days, and hard days make sore. A finding is an estimate that allows for what came before
//! (see [`crate::analysis::stats::effect`]), with its interval, or the reason why there is none, and with
//! what makes it less sure than its interval says. All findings of a journal are one family: the p that the
//! words go by knows how many questions were asked ([`Finding::p_bh`]).
//!
//! [`Findings::of`] reads the daily table alone, as another program can read daily.csv; so both come to the
//! same numbers. Findings stand in the order of its columns, sleep last, each habit with the next morning
//! first; [`Findings::ranked`] is the order in which they are told.

mod behind;
mod dose;
mod habit;
mod model;
mod names;
mod needs;
mod raw;
mod series;
mod sleep;
pub mod words;

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};

use jiff::civil::Date;

pub use behind::Behind;
pub use dose::{Dose, Unit};
pub use names::{Caveat, Covariate, Exposure, Outcome};
pub use needs::{Need, Needed};
pub use raw::{Arm, Raw};

use super::stats::effect::{Effect, Refusal};
use super::stats::multiple::benjamini_hochberg;
use super::{DailyTable, Eligibility};
use crate::domain::Scale;
use model::Modelled;
use series::Series;

/// The least days of either side for a plain difference of means.
const LEAST_FOR_MEANS: usize = 5;

/// A finding by this p or less, all questions counted, is clear.
const ALPHA: f64 = 0.05;

/// All findings of a journal.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// The scale that soreness is told on; points are its points, and more is sorer.
    pub scale: Option<Scale>,
    /// One for each exposure and outcome.
    pub all: Vec<Finding>,
}

/// What is known of one exposure and one outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What was done, taken or slept.
    pub exposure: Exposure,
    /// Which soreness it is compared by.
    pub outcome: Outcome,
    /// The days among which it is compared.
    pub eligibility: Eligibility,
    /// The estimate, or why there is none.
    pub status: Status,
    /// The estimate's p, raised for all that were asked at once.
    pub p_bh: Option<f64>,
    /// Rows of the estimate.
    pub n: usize,
    /// Columns of the fit.
    pub k: usize,
    /// Rows with it and without; `None` where it is a number.
    pub sides: Option<Sides>,
    /// The plain means of all its days, whether or not the rest of the row is known.
    pub raw: Comparison,
    /// What the estimate allows for.
    pub adjusted_for: Vec<Covariate>,
    /// What it could do without: never changing, or made up of other columns.
    pub dropped: Vec<Covariate>,
    /// What it goes together with, where that is why there is no estimate.
    pub together_with: Option<Covariate>,
    /// What makes it less sure.
    pub caveats: Vec<Caveat>,
    /// The same estimate for the morning before it was done; `None` where there is none.
    pub placebo: Option<Effect>,
    /// How often the next morning was not rated.
    pub missing: Option<Missing>,
    /// Mean load of the rows with it minus that of the rows without, AU; `None` without rows of either.
    pub load_apart: Option<f64>,
    /// The days of its rows.
    pub days: Vec<Date>,
}

/// Whether there is an estimate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Status {
    /// There is.
    Estimated(Effect),
    /// There is none.
    Refused(Refusal),
    /// It acts over weeks, so days are not compared.
    PeriodOnly,
}

impl Status {
    fn of(effect: Result<Effect, Refusal>) -> Self {
        effect.map_or_else(Self::Refused, Self::Estimated)
    }

    /// Its word in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Estimated(_) => "estimated",
            Self::Refused(refusal) => refusal.code(),
            Self::PeriodOnly => "period_only",
        }
    }
}

/// How many rows with it, and without.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sides {
    /// Rows with it.
    pub with: usize,
    /// Rows without it.
    pub without: usize,
}

impl Sides {
    fn of(exposure: impl Iterator<Item = f64>) -> Self {
        exposure.fold(Self::default(), |sides, it| Self {
            with: sides.with + usize::from(it == 1.0),
            without: sides.without + usize::from(it == 0.0),
        })
    }
}

/// Plain means of an outcome with an exposure and without it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Comparison {
    /// Days with an answer, whether or not the outcome is known.
    pub answered: Sides,
    /// Days of them with an outcome.
    pub rated: Sides,
    /// Mean with it minus mean without; `None` below five days of either.
    pub difference: Option<f64>,
}

/// Shares of days whose next morning was not rated.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Missing {
    /// After days with it.
    pub with: f64,
    /// After days without it.
    pub without: f64,
}

impl Findings {
    /// The findings of a journal, made in up to `threads` threads; the result is the same for any number.
    pub fn of(table: &DailyTable, threads: NonZero<usize>) -> Self {
        let series = Series::of(table);
        let habits = in_threads(threads, series.taken.len(), |place| habit::findings(&series, place));
        let mut all: Vec<_> = habits.into_iter().flatten().collect();
        all.extend([sleep::hours(&series), sleep::short_night(&series)]);
        let p: Vec<_> = all.iter().map(|it| it.effect().map(|it| it.p)).collect();
        for (finding, p_bh) in all.iter_mut().zip(benjamini_hochberg(&p)) {
            finding.p_bh = p_bh;
        }
        Self {
            scale: table.soreness_scale,
            all,
        }
    }

    /// How many estimates there are: so many questions are asked at once.
    pub fn asked(&self) -> usize {
        self.all.iter().filter(|it| it.effect().is_some()).count()
    }

    /// The findings in the order in which they are told: by how far the interval keeps from no difference,
    /// the furthest first; then those without an estimate, as they stand.
    pub fn ranked(&self) -> Vec<&Finding> {
        let mut ranked: Vec<_> = self.all.iter().collect();
        ranked.sort_by(|a, b| b.distance().total_cmp(&a.distance()));
        ranked
    }

    /// Those about `outcome`, in the order in which they are told; what was never recorded comes last. What a
    /// morning has to do with the night before it stands among the findings about the next morning.
    pub fn ranked_by(&self, outcome: Outcome) -> Vec<&Finding> {
        let mut ranked = self.ranked();
        ranked.retain(|it| match it.outcome {
            Outcome::SameMorning => outcome == Outcome::NextMorning,
            other => other == outcome,
        });
        ranked.sort_by_key(|it| !self.is_recorded(it));
        ranked
    }

    /// Whether anything is known of what `finding`, one of these, is about. A habit that is in the catalogue
    /// and was never answered is not.
    pub fn is_recorded(&self, finding: &Finding) -> bool {
        let any = |it: &Finding| it.raw.answered.with + it.raw.answered.without > 0;
        match finding.exposure {
            // Hours have no sides, short nights have.
            Exposure::SleepHours => self.all.iter().any(|it| it.exposure == Exposure::ShortNight && any(it)),
            _ => any(finding),
        }
    }
}

impl Finding {
    fn bare(exposure: Exposure, outcome: Outcome, status: Status, raw: Comparison) -> Self {
        Self {
            exposure,
            outcome,
            eligibility: Eligibility::AllDays,
            status,
            p_bh: None,
            n: 0,
            k: 0,
            sides: Some(Sides::default()),
            raw,
            adjusted_for: Vec::new(),
            dropped: Vec::new(),
            together_with: None,
            caveats: Vec::new(),
            placebo: None,
            missing: None,
            load_apart: None,
            days: Vec::new(),
        }
    }

    fn take(&mut self, series: &Series, rows: &[usize], modelled: Modelled) {
        self.n = rows.len();
        self.k = modelled.k;
        self.adjusted_for = modelled.adjusted_for;
        self.dropped = modelled.dropped;
        self.together_with = modelled.together_with;
        self.days = series.days_of(rows);
    }

    /// The estimate, where there is one.
    pub fn effect(&self) -> Option<&Effect> {
        match &self.status {
            Status::Estimated(effect) => Some(effect),
            _ => None,
        }
    }

    /// The smallest difference these data could well have shown: 1.4 times half the interval.
    pub fn detectable(&self) -> Option<f64> {
        self.effect().map(|it| 1.4 * (it.upper - it.lower) / 2.0)
    }

    /// Size of the estimate less half its interval: above 0 the interval keeps that far from 0.
    fn distance(&self) -> f64 {
        self.effect()
            .map_or(f64::NEG_INFINITY, |it| it.estimate.abs() - (it.upper - it.lower) / 2.0)
    }
}

/// The plain means of `y` with `exposure` and without it, on the eligible days.
fn comparison(y: &[f64], exposure: &[f64], eligible: &[bool]) -> Comparison {
    let (mut answered, mut rated, mut sums) = ([0_usize; 2], [0_usize; 2], [0.0; 2]);
    let days = y.iter().zip(exposure).zip(eligible);
    for ((y, exposure), _) in days.filter(|it| *it.1 && !it.0.1.is_nan()) {
        let side = usize::from(*exposure == 1.0);
        answered[side] += 1;
        if !y.is_nan() {
            rated[side] += 1;
            sums[side] += y;
        }
    }
    let mean = |side: usize| (rated[side] >= LEAST_FOR_MEANS).then(|| sums[side] / rated[side] as f64);
    let sides = |[without, with]: [usize; 2]| Sides { with, without };
    Comparison {
        answered: sides(answered),
        rated: sides(rated),
        difference: mean(1).zip(mean(0)).map(|(with, without)| with - without),
    }
}

/// `work` of 0 to `n`, in their order, shared among up to `threads` threads.
fn in_threads<T: Send>(threads: NonZero<usize>, n: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let share = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            if at >= n {
                return done;
            }
            done.push((at, work(at)));
        }
    };
    let mut done = std::thread::scope(|scope| {
        // Where the system gives no thread, this one does it all.
        let helpers: Vec<_> = (1..threads.get().min(n))
            .filter_map(|_| std::thread::Builder::new().spawn_scoped(scope, share).ok())
            .collect();
        let mut done = share();
        for helper in helpers {
            done.extend(helper.join().expect("finding is total"));
        }
        done
    });
    done.sort_by_key(|it| it.0);
    done.into_iter().map(|it| it.1).collect()
}
