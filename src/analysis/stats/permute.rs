//! Two samples compared by dealing their values anew: how often is the difference of the means as large?

use super::describe::mean;
use super::rng::Stream;
use super::{Undefined, known};

/// Differences this close to each other are the same.
const SAME: f64 = 1e-12;

/// More ways than this to deal the values are not all tried.
const MOST_WAYS: f64 = 5e6;

/// The first sample's mean less the second's, among all that could have been.
#[derive(Clone, Debug, PartialEq)]
pub struct Permutation {
    /// Values in the first sample.
    pub n_a: usize,
    /// In the second.
    pub n_b: usize,
    /// Gaps in both.
    pub missing: usize,
    /// As it is.
    pub difference: f64,
    /// How many ways to deal the values were tried.
    pub tried: u64,
    /// How many of them gave a difference as far from 0.
    pub as_far: u64,
    /// Two-sided.
    pub p: f64,
    /// What the first three gave.
    pub first: Vec<f64>,
}

/// All ways to deal the values. Refused where there are more than five million.
pub fn exact(a: &[Option<f64>], b: &[Option<f64>]) -> Result<Permutation, Undefined> {
    let pooled = Pooled::of(a, b)?;
    if ways(pooled.values.len(), pooled.n_a) > MOST_WAYS {
        return Err(Undefined::Refused);
    }
    let mut tally = Tally::against(pooled.difference());
    let mut chosen: Vec<usize> = (0..pooled.n_a).collect();
    loop {
        tally.take(pooled.difference_of(&chosen));
        if !next_choice(&mut chosen, pooled.values.len()) {
            break;
        }
    }
    let p = tally.as_far as f64 / tally.tried as f64;
    Ok(pooled.result(tally, p))
}

/// `draws` ways to deal the values, each a shuffle of the first sample followed by the second.
pub fn monte_carlo(a: &[Option<f64>], b: &[Option<f64>], seed: u64, draws: u64) -> Result<Permutation, Undefined> {
    let pooled = Pooled::of(a, b)?;
    let mut stream = Stream::of_seed(seed);
    let mut tally = Tally::against(pooled.difference());
    for _ in 0..draws {
        let mut dealt = pooled.values.clone();
        stream.shuffle(&mut dealt);
        tally.take(difference(&dealt, pooled.n_a));
    }
    let p = (1 + tally.as_far) as f64 / (1 + tally.tried) as f64;
    Ok(pooled.result(tally, p))
}

/// Both samples, one after the other.
struct Pooled {
    values: Vec<f64>,
    n_a: usize,
    missing: usize,
}

impl Pooled {
    fn of(a: &[Option<f64>], b: &[Option<f64>]) -> Result<Self, Undefined> {
        let (mut values, second) = (known(a), known(b));
        let n_a = values.len();
        if n_a == 0 || second.is_empty() {
            return Err(Undefined::TooFew);
        }
        values.extend(second);
        Ok(Self {
            missing: a.len() + b.len() - values.len(),
            n_a,
            values,
        })
    }

    fn difference(&self) -> f64 {
        difference(&self.values, self.n_a)
    }

    /// The difference if the first sample were those `chosen`, in order.
    fn difference_of(&self, chosen: &[usize]) -> f64 {
        let (mut a, mut b, mut next) = (0.0, 0.0, chosen.iter().peekable());
        for (at, value) in self.values.iter().enumerate() {
            if next.next_if(|it| **it == at).is_some() {
                a += value;
            } else {
                b += value;
            }
        }
        a / self.n_a as f64 - b / (self.values.len() - self.n_a) as f64
    }

    fn result(&self, tally: Tally, p: f64) -> Permutation {
        Permutation {
            n_a: self.n_a,
            n_b: self.values.len() - self.n_a,
            missing: self.missing,
            difference: self.difference(),
            tried: tally.tried,
            as_far: tally.as_far,
            p,
            first: tally.first,
        }
    }
}

fn difference(values: &[f64], n_a: usize) -> f64 {
    let (a, b) = values.split_at(n_a);
    mean(a).unwrap_or(f64::NAN) - mean(b).unwrap_or(f64::NAN)
}

struct Tally {
    least: f64,
    tried: u64,
    as_far: u64,
    first: Vec<f64>,
}

impl Tally {
    fn against(seen: f64) -> Self {
        Self {
            least: seen.abs() - SAME,
            tried: 0,
            as_far: 0,
            first: Vec::new(),
        }
    }

    fn take(&mut self, difference: f64) {
        self.tried += 1;
        self.as_far += u64::from(difference.abs() >= self.least);
        if self.first.len() < 3 {
            self.first.push(difference);
        }
    }
}

/// How many ways there are to choose k of n.
pub(super) fn ways(n: usize, k: usize) -> f64 {
    (1..=k.min(n - k.min(n)))
        .map(|i| (n + 1 - i) as f64 / i as f64)
        .product::<f64>()
        .round()
}

/// The choice after this one, in the order of the alphabet; `false` after the last.
pub(super) fn next_choice(chosen: &mut [usize], n: usize) -> bool {
    let k = chosen.len();
    let Some(at) = (0..k).rev().find(|&at| chosen[at] < n - k + at) else {
        return false;
    };
    let first = chosen[at] + 1;
    for (step, it) in chosen[at..].iter_mut().enumerate() {
        *it = first + step;
    }
    true
}
