//! Experiments: chance decides what is done when, and chance is what the result is held against.
//!
//! Days are dealt in blocks, each half A ("without") and half B ("with") in an order of chance. The result is
//! judged by asking what it would have been had chance dealt otherwise: the whole design is dealt again, all
//! of it, and then the same days are missing. That needs no assumption about how days resemble each other.
//! Since the statistic is linear in the outcome, each dealing is two numbers, and the test of any assumed
//! difference d follows from them; the interval is all d that the test does not reject.

use ndarray::Array1;

use super::describe::mean;
use super::linear::Basis;
use super::permute::{next_choice, ways};
use super::rng::Stream;
use super::{Undefined, known, known_at};

/// Statistics this close to each other are the same.
const SAME: f64 = 1e-12;
/// More dealings than this are not all tried.
const MOST_DEALINGS: f64 = 200_000.0;
/// A longer block is no block.
const LONGEST_BLOCK: usize = 10_000;
/// What is assumed and rejected at this p or less is outside of the interval.
const ALPHA: f64 = 0.05;
/// An end of the interval further away than this is not bounded by the data, points.
const FURTHEST: f64 = 20.0;
/// A dealing whose days differ by less than this, once the covariates are taken out, says nothing.
const NOTHING: f64 = 1e-9;

/// `n` days dealt in blocks of `block`; `true` is B, the arm with it. Blocks of an odd length, of none and of
/// more than ten thousand are refused.
pub fn assignments(stream: &mut Stream, n: usize, block: usize) -> Result<Vec<bool>, Undefined> {
    if !can_be_dealt(block) {
        return Err(Undefined::Refused);
    }
    let mut dealt = Vec::with_capacity(n);
    while dealt.len() < n {
        let mut one: Vec<bool> = (0..block).map(|it| it >= block / 2).collect();
        stream.shuffle(&mut one);
        dealt.extend(one);
    }
    dealt.truncate(n);
    Ok(dealt)
}

fn can_be_dealt(block: usize) -> bool {
    block.is_multiple_of(2) && (2..=LONGEST_BLOCK).contains(&block)
}

/// An experiment's result among all that chance could have made of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Randomised {
    /// Days with an outcome under A.
    pub n_a: usize,
    /// Under B.
    pub n_b: usize,
    /// Days without an outcome.
    pub missing: usize,
    /// B less A.
    pub difference: f64,
    /// How often it was dealt again, or in how many ways it can be dealt.
    pub dealings: usize,
    /// For each dealing with days on both sides: the statistic of the outcome, and that of the real dealing.
    statistics: Vec<[f64; 2]>,
    /// Whether the dealings are all there are.
    exact: bool,
}

impl Randomised {
    /// Two-sided p of no difference.
    pub fn p(&self) -> f64 {
        self.p_of(0.0)
    }

    /// Two-sided p of a difference of `d`.
    pub fn p_of(&self, d: f64) -> f64 {
        let least = (self.difference - d).abs() - SAME;
        let as_far = self
            .statistics
            .iter()
            .filter(|[of_y, of_a]| (of_y - d * of_a).abs() >= least);
        // Where not all dealings are tried, the real one counts among them.
        let real = usize::from(!self.exact);
        (real + as_far.count()) as f64 / (real + self.statistics.len()) as f64
    }

    /// How many dealings had days on both sides.
    pub fn valid(&self) -> usize {
        self.statistics.len()
    }

    /// The ends of the 95 % interval, to a ten-thousandth; `None` where the data set no bound within 20
    /// points.
    pub fn interval(&self) -> [Option<f64>; 2] {
        [-1.0, 1.0].map(|way| self.edge(way).map(|far| self.difference + way * far))
    }

    /// How far the interval reaches to one side.
    fn edge(&self, way: f64) -> Option<f64> {
        let inside = |far: f64| self.p_of(self.difference + way * far) > ALPHA;
        let (mut near, mut far) = (0.0, 0.25);
        while inside(far) {
            near = far;
            far *= 2.0;
            if far >= FURTHEST {
                return None;
            }
        }
        while far - near > 1e-4 {
            let middle = f64::midpoint(near, far);
            if inside(middle) {
                near = middle;
            } else {
                far = middle;
            }
        }
        Some(far)
    }
}

/// The difference of means, and every way in which the days could have been dealt. Refused where there are
/// too many, or the blocks make no sense; `y` is by day of `sequence`.
pub fn exact(sequence: &[bool], y: &[Option<f64>], block: usize) -> Result<Randomised, Undefined> {
    if !can_be_dealt(block) {
        return Err(Undefined::Refused);
    }
    let days = Days::of(sequence, y)?;
    let (blocks, of_one) = (sequence.len().div_ceil(block), ways(block, block / 2));
    if of_one.powi(blocks as i32) > MOST_DEALINGS {
        return Err(Undefined::Refused);
    }
    let choices = halves(block);
    let real = days.arm(sequence);
    let both = |dealt: &[bool]| Some([days.difference(dealt, &days.y)?, days.difference(dealt, &real)?]);
    let mut turn = vec![0; blocks];
    let (mut dealings, mut statistics) = (0, Vec::new());
    loop {
        let dealt: Vec<bool> = turn.iter().flat_map(|&it| choices[it].iter().copied()).collect();
        dealings += 1;
        statistics.extend(both(&dealt));
        if !next_turn(&mut turn, choices.len()) {
            break;
        }
    }
    let difference = days.difference(sequence, &days.y).ok_or(Undefined::TooFew)?;
    Ok(days.result(difference, dealings, statistics, true))
}

/// The difference with `covariates` taken out of outcome and dealing alike (Frisch, Waugh and Lovell), among
/// `draws` dealings from `seed`. A covariate's missing values are its mean, and are marked by a column: that is
/// allowed here, because it was measured before chance decided.
pub fn monte_carlo(
    sequence: &[bool],
    y: &[Option<f64>],
    covariates: &[&[Option<f64>]],
    design: Dealing,
) -> Result<Randomised, Undefined> {
    let days = Days::of(sequence, y)?;
    let basis = days.basis(covariates);
    let outcome = basis.residual(days.y.view());
    let real = basis.residual(days.arm(sequence).view());
    let statistic = |dealt: &[bool]| {
        let arm = days.arm(dealt);
        let fitted = basis.q.t().dot(&arm);
        let size = arm.dot(&arm) - fitted.dot(&fitted);
        (size > NOTHING).then(|| [arm.dot(&outcome) / size, arm.dot(&real) / size])
    };
    let size = real.dot(&real);
    if size <= NOTHING {
        return Err(Undefined::TooFew);
    }
    let mut stream = Stream::of_seed(design.seed);
    let mut statistics = Vec::with_capacity(design.draws);
    for _ in 0..design.draws {
        let dealt = assignments(&mut stream, sequence.len(), design.block)?;
        statistics.extend(statistic(&dealt));
    }
    let difference = real.dot(&outcome) / size;
    Ok(days.result(difference, design.draws, statistics, false))
}

/// How an experiment is dealt again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dealing {
    /// Days of a block.
    pub block: usize,
    /// Where chance begins.
    pub seed: u64,
    /// How often.
    pub draws: usize,
}

/// The days with an outcome.
struct Days {
    /// Their places in the sequence.
    at: Vec<usize>,
    y: Array1<f64>,
    arms: [usize; 2],
    missing: usize,
}

impl Days {
    fn of(sequence: &[bool], y: &[Option<f64>]) -> Result<Self, Undefined> {
        let at: Vec<usize> = (0..sequence.len()).filter(|&it| known_at(y, it).is_some()).collect();
        let with = at.iter().filter(|&&it| sequence[it]).count();
        if with == 0 || with == at.len() {
            return Err(Undefined::TooFew);
        }
        Ok(Self {
            y: at.iter().filter_map(|&it| known_at(y, it)).collect(),
            arms: [at.len() - with, with],
            missing: sequence.len() - at.len(),
            at,
        })
    }

    /// The arm of each day, 1 for B.
    fn arm(&self, dealt: &[bool]) -> Array1<f64> {
        self.at.iter().map(|&it| f64::from(u8::from(dealt[it]))).collect()
    }

    /// The difference of the means of `values` under a dealing; `None` where all days are on one side.
    fn difference(&self, dealt: &[bool], values: &Array1<f64>) -> Option<f64> {
        let mut sums = [0.0; 2];
        let mut counts = [0_usize; 2];
        for (&at, value) in self.at.iter().zip(values) {
            sums[usize::from(dealt[at])] += value;
            counts[usize::from(dealt[at])] += 1;
        }
        let mean = |arm: usize| (counts[arm] > 0).then(|| sums[arm] / counts[arm] as f64);
        Some(mean(1)? - mean(0)?)
    }

    /// What the constant and the covariates span.
    fn basis(&self, covariates: &[&[Option<f64>]]) -> Basis {
        let mut columns = vec![vec![1.0; self.at.len()]];
        for covariate in covariates {
            let values: Vec<Option<f64>> = self.at.iter().map(|&it| known_at(covariate, it)).collect();
            let middle = mean(&known(&values)).unwrap_or(0.0);
            columns.push(values.iter().map(|it| it.unwrap_or(middle)).collect());
            if values.contains(&None) {
                columns.push(values.iter().map(|it| f64::from(u8::from(it.is_none()))).collect());
            }
        }
        Basis::careful(&columns.iter().map(Vec::as_slice).collect::<Vec<_>>())
    }

    fn result(self, difference: f64, dealings: usize, statistics: Vec<[f64; 2]>, exact: bool) -> Randomised {
        Randomised {
            n_a: self.arms[0],
            n_b: self.arms[1],
            missing: self.missing,
            difference,
            dealings,
            statistics,
            exact,
        }
    }
}

/// All ways to give half of a block to B.
fn halves(block: usize) -> Vec<Vec<bool>> {
    let mut chosen: Vec<usize> = (0..block / 2).collect();
    let mut all = Vec::new();
    loop {
        all.push((0..block).map(|it| chosen.contains(&it)).collect());
        if !next_choice(&mut chosen, block) {
            return all;
        }
    }
}

/// Counts on, the first place fastest; `false` after the last.
fn next_turn(turn: &mut [usize], base: usize) -> bool {
    for place in turn {
        *place += 1;
        if *place < base {
            return true;
        }
        *place = 0;
    }
    false
}
