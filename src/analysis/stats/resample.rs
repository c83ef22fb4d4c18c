//! How far a number would move if the journal were lived again: the bootstrap.
//!
//! Days resemble their neighbours and weeks resemble weeks, so whole stretches of the calendar are drawn
//! again and not single days (Politis and Romano's circular blocks). Days without a record are drawn like the
//! others, so that gaps stay as long and as often as they were. The interval is honest about noise, and says
//! nothing of what else differed between days with a habit and days without.

use super::describe::{mean, quantile, sd, sorted};
use super::rng::Stream;
use super::{Undefined, known_at};

/// The spread of a number over replicates of the data.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    /// 95 % percentile interval, type 7.
    pub interval: Option<[f64; 2]>,
    /// Standard deviation over the replicates.
    pub se: Option<f64>,
}

impl Spread {
    fn of(replicates: &[f64]) -> Self {
        let sorted = sorted(replicates);
        let ends = quantile(&sorted, 0.025).zip(quantile(&sorted, 0.975));
        Self {
            interval: ends.map(|(low, high)| [low, high]),
            se: sd(replicates),
        }
    }
}

/// The means of what `indices` choose from `values`, and their spread; missing values are left out of each
/// mean. Refused where an index is beyond the end or a choice has no value.
pub fn of_mean(values: &[Option<f64>], indices: &[Vec<usize>]) -> Result<(Vec<f64>, Spread), Undefined> {
    let mean_of = |choice: &Vec<usize>| {
        let beyond = choice.iter().any(|&at| at >= values.len());
        let chosen: Vec<f64> = choice.iter().filter_map(|&at| known_at(values, at)).collect();
        mean(&chosen).filter(|_| !beyond)
    };
    let means: Option<Vec<f64>> = indices.iter().map(mean_of).collect();
    let means = means.ok_or(Undefined::Refused)?;
    if means.is_empty() {
        return Err(Undefined::TooFew);
    }
    let spread = Spread::of(&means);
    Ok((means, spread))
}

/// A difference of means between days with a habit and days without, and its spread.
#[derive(Clone, Debug, PartialEq)]
pub struct BlockBootstrap {
    /// Days with the habit.
    pub n_with: usize,
    /// Days without.
    pub n_without: usize,
    /// Days of which one of both is not known.
    pub missing: usize,
    /// The mean with it less the mean without.
    pub difference: Option<f64>,
    /// The places that the first replicate drew.
    pub first: Vec<usize>,
    /// Replicates with days on both sides.
    pub valid: usize,
    /// Replicates without, which count in nothing.
    pub skipped: usize,
    /// Over the valid replicates.
    pub spread: Spread,
}

impl BlockBootstrap {
    /// Whether too many replicates had an empty side for the interval to be believed.
    pub fn is_refused(&self) -> bool {
        self.skipped * 20 > self.valid + self.skipped
    }
}

/// `draws` replicates of the days, in blocks of `block` days: `h` is 1 or 0 (anything else is missing), `y`
/// the outcome of the same day.
pub fn of_difference(h: &[Option<f64>], y: &[Option<f64>], block: usize, draws: usize, seed: u64) -> BlockBootstrap {
    let days: Vec<Option<(bool, f64)>> = (0..h.len().min(y.len())).map(|at| day(h, y, at)).collect();
    let all: Vec<usize> = (0..days.len()).collect();
    let mut stream = Stream::of_seed(seed);
    let (mut replicates, mut first) = (Vec::new(), Vec::new());
    for draw in 0..draws {
        let places = blocks(&mut stream, days.len(), block);
        replicates.extend(Arms::of(&days, &places).difference());
        if draw == 0 {
            first = places;
        }
    }
    let arms = Arms::of(&days, &all);
    let n = arms.n[0] + arms.n[1];
    BlockBootstrap {
        n_with: arms.n[1],
        n_without: arms.n[0],
        missing: days.len() - n,
        difference: arms.difference(),
        first,
        valid: replicates.len(),
        skipped: draws - replicates.len(),
        spread: Spread::of(&replicates),
    }
}

/// `n` places, in blocks of `block` that follow each other around the circle.
pub fn blocks(stream: &mut Stream, n: usize, block: usize) -> Vec<usize> {
    let mut places = Vec::with_capacity(n);
    while places.len() < n {
        let start = stream.below(n as u64) as usize;
        places.extend((0..block.clamp(1, n - places.len())).map(|step| (start + step) % n));
    }
    places
}

fn day(h: &[Option<f64>], y: &[Option<f64>], at: usize) -> Option<(bool, f64)> {
    let h = known_at(h, at).filter(|&it| it == 0.0 || it == 1.0)?;
    Some((h == 1.0, known_at(y, at)?))
}

/// Without it and with it.
#[derive(Default)]
struct Arms {
    n: [usize; 2],
    sum: [f64; 2],
}

impl Arms {
    fn of(days: &[Option<(bool, f64)>], places: &[usize]) -> Self {
        let mut arms = Self::default();
        for (with, y) in places.iter().filter_map(|&at| days[at]) {
            arms.n[usize::from(with)] += 1;
            arms.sum[usize::from(with)] += y;
        }
        arms
    }

    fn difference(&self) -> Option<f64> {
        let mean = |arm: usize| (self.n[arm] > 0).then(|| self.sum[arm] / self.n[arm] as f64);
        Some(mean(1)? - mean(0)?)
    }
}
