//! How much a runner has done lately, from the load of each day.
//!
//! Loads are in AU, one per day of the calendar, in order. An unknown day is no rest day: averages that
//! remember hold their value over it, and what needs every day of a week or a month is not said.
//!
//! Sources: Banister's impulse and response for fitness and fatigue; Williams (2017) for the weighted averages
//! of N days; Foster (1998) for monotony and strain. None of it says anything about injuries.

use super::describe::{mean, squares};
use super::rolling::rolling_mean;
use super::{Undefined, known, known_at};

/// Days over which fitness fades to a third.
pub const FITNESS_DAYS: f64 = 42.0;
/// Days over which fatigue does.
pub const FATIGUE_DAYS: f64 = 7.0;

/// How much of a day's load enters an average of λ: 1 − e^(−1/τ).
pub fn impulse(days: f64) -> f64 {
    -(-1.0 / days).exp_m1()
}

/// 1/τ, as many programs have it.
pub fn simple(days: f64) -> f64 {
    1.0 / days
}

/// 2/(N+1), for an average over about N days.
pub fn span(days: f64) -> f64 {
    2.0 / (days + 1.0)
}

/// The average that begins with `start` and moves by the share `lambda` towards each day's load; without a
/// start it begins with the first known load. It is held over an unknown day, and `None` before it began.
pub fn weighted(load: &[Option<f64>], lambda: f64, start: Option<f64>) -> Vec<Option<f64>> {
    let mut average = start;
    let mut day = |at: usize| {
        if let Some(load) = known_at(load, at) {
            average = Some(average.map_or(load, |it| it + lambda * (load - it)));
        }
        average
    };
    (0..load.len()).map(&mut day).collect()
}

/// Yesterday's fitness less yesterday's fatigue, every morning; 0 on the first.
pub fn morning_form(fitness: &[Option<f64>], fatigue: &[Option<f64>]) -> Vec<Option<f64>> {
    let evenings = fitness.iter().zip(fatigue).map(|(a, b)| Some((*a)? - (*b)?));
    let n = fitness.len().min(fatigue.len());
    std::iter::once(Some(0.0)).chain(evenings).take(n).collect()
}

/// This week's mean daily load over that of the last four weeks, this one included.
pub fn coupled_ratio(load: &[Option<f64>]) -> Vec<Option<f64>> {
    let (week, month) = (rolling_mean(load, 7, 7), rolling_mean(load, 28, 28));
    (0..load.len()).map(|at| ratio(week[at]?, month[at]?)).collect()
}

/// This week's mean daily load over that of the three weeks before.
pub fn uncoupled_ratio(load: &[Option<f64>]) -> Vec<Option<f64>> {
    let (week, weeks) = (rolling_mean(load, 7, 7), rolling_mean(load, 21, 21));
    let before = |at: usize| weeks[at.checked_sub(7)?];
    (0..load.len()).map(|at| ratio(week[at]?, before(at)?)).collect()
}

fn ratio(acute: f64, chronic: f64) -> Option<f64> {
    (chronic > 0.0).then(|| acute / chronic)
}

/// How alike the days of a week were.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Week {
    /// Days of which the load is known.
    pub n: usize,
    /// Days of which it is not.
    pub missing: usize,
    /// All of it; `None` with an unknown day, like what follows.
    pub load: Option<f64>,
    /// A day's.
    pub mean: Option<f64>,
    /// How much days differ.
    pub sd: Option<f64>,
    /// Monotony, and strain: the week's load times it.
    pub monotony: Result<(f64, f64), Undefined>,
}

/// The monotony of the days of a week, rest days included; `ddof` is what is taken from n in the standard
/// deviation (1, or 0 as some sources have it).
pub fn monotony(load: &[Option<f64>], ddof: usize) -> Week {
    let known = known(load);
    let whole = known.len() == load.len();
    let total = whole.then(|| known.iter().sum::<f64>());
    let mean = mean(&known).filter(|_| whole);
    let spare = known.len().saturating_sub(ddof);
    let sd = (whole && spare > 0).then(|| (squares(&known) / spare as f64).sqrt());
    let monotony = match total.zip(mean).zip(sd) {
        None => Err(Undefined::TooFew),
        Some(((0.0, _), _)) => Err(Undefined::ZeroLoad),
        Some((_, 0.0)) => Err(Undefined::ZeroSd),
        Some(((total, mean), sd)) => Ok((mean / sd, total * (mean / sd))),
    };
    Week {
        n: known.len(),
        missing: load.len() - known.len(),
        load: total,
        mean,
        sd,
        monotony,
    }
}

/// Whose heart: the weights of TRIMP were measured for these two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sex {
    /// Men.
    Male,
    /// Women.
    Female,
}

/// Which share of the way from resting to maximal heart rate a mean heart rate is, all in beats per minute;
/// `None` where the maximum is not above rest.
pub fn heart_rate_reserve(mean: f64, rest: f64, max: f64) -> Option<f64> {
    let share = (mean - rest) / (max - rest);
    (max > rest && share.is_finite()).then_some(share)
}

/// Banister's TRIMP of so many minutes at a share of the heart rate reserve.
pub fn trimp(minutes: f64, reserve: f64, sex: Sex) -> Result<f64, Undefined> {
    if !(0.0..=1.0).contains(&reserve) {
        return Err(Undefined::HeartRateOutOfRange);
    }
    if !(minutes >= 0.0 && minutes.is_finite()) {
        return Err(Undefined::Refused);
    }
    let (a, b) = match sex {
        Sex::Male => (0.64, 1.92),
        Sex::Female => (0.86, 1.67),
    };
    Ok(minutes * reserve * a * (b * reserve).exp())
}
