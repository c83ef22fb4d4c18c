//! G7: experiments in which chance decides on each run day, judged by the randomisation test.

use afterrun::analysis::stats::randomise::{Dealing, assignments, monte_carlo};
use afterrun::analysis::stats::rng::Stream;

use super::chance::Chance;
use super::run::in_threads;
use super::world::{loads, typed};

const BEFORE: usize = 10;
const BLOCK: usize = 4;
const DRAWS: usize = 999;

/// What kind of experiment.
#[derive(Clone, Copy, Debug)]
pub struct Trial {
    /// Run days.
    pub runs: usize,
    pub delta: f64,
    pub phi: f64,
    /// Whether load and soreness before are taken out.
    pub adjusted: bool,
}

/// Over many experiments.
#[derive(Clone, Copy, Debug)]
pub struct Measured {
    pub trial: Trial,
    pub experiments: usize,
    /// p ≤ 0.05: the size of the test where nothing is done, its power where something is.
    pub rejected: f64,
    /// Intervals with the truth.
    pub covered: f64,
    /// Mean of estimate less truth, points.
    pub bias: f64,
}

pub fn measure(trial: Trial, seed: u64, experiments: usize, threads: usize) -> Measured {
    let life = |repetition: usize| trial.run((seed << 32) + repetition as u64);
    let all = in_threads(threads, 0, experiments, &life);
    let mean = |of: fn(&Seen) -> f64| all.iter().map(of).sum::<f64>() / experiments as f64;
    Measured {
        trial,
        experiments,
        rejected: mean(|it| f64::from(u8::from(it.rejected))),
        covered: mean(|it| f64::from(u8::from(it.covered))),
        bias: mean(|it| it.bias),
    }
}

struct Seen {
    rejected: bool,
    covered: bool,
    bias: f64,
}

impl Trial {
    fn run(&self, seed: u64) -> Seen {
        let chance = &mut Chance(Stream::of_seed(seed));
        let n = (self.runs as f64 / 0.6) as usize + 40 + BEFORE;
        let load = loads(chance, n);
        let days: Vec<usize> = (BEFORE..n - 1).filter(|&t| load[t] > 0.0).take(self.runs).collect();
        let sequence = assignments(&mut chance.0, days.len(), BLOCK).unwrap();
        let mut done = vec![0.0; n];
        for (&t, &with) in days.iter().zip(&sequence) {
            done[t] = f64::from(u8::from(with));
        }
        let nights = chance.spells(n, 0.3, Chance::normal);
        let errors = chance.spells(n, self.phi, Chance::normal);
        let base = |t: usize| {
            let loads = (1.6 * load[t - 1] + 0.9 * load[t - 2] + 0.3 * load[t - 3]) / 300.0;
            1.5 + loads - 0.35 * 0.9 * nights[t] + errors[t]
        };
        let rated: Vec<bool> = (0..n).map(|_| chance.yes(0.9)).collect();
        let soreness = |t: usize| rated[t].then(|| typed(base(t) + self.delta * done[t - 1]));
        let outcome: Vec<_> = days.iter().map(|&t| soreness(t + 1)).collect();
        let before = |back: usize| days.iter().map(|&t| Some(load[t - back] / 300.0)).collect::<Vec<_>>();
        let covariates = [
            before(0),
            before(1),
            before(2),
            days.iter().map(|&t| soreness(t)).collect(),
        ];
        let used = if self.adjusted { &covariates[..] } else { &[] };
        let used: Vec<&[Option<f64>]> = used.iter().map(Vec::as_slice).collect();
        let design = Dealing {
            block: BLOCK,
            seed: !seed,
            draws: DRAWS,
        };
        let rated_days: Vec<usize> = days.iter().copied().filter(|&t| rated[t + 1]).collect();
        let truth: f64 = rated_days
            .iter()
            .map(|&t| typed(base(t + 1) + self.delta) - typed(base(t + 1)))
            .sum();
        let truth = truth / rated_days.len() as f64;
        let found = monte_carlo(&sequence, &outcome, &used, design).unwrap();
        let [lower, upper] = found.interval();
        Seen {
            rejected: found.p() <= 0.05,
            covered: lower.is_none_or(|it| it <= truth) && upper.is_none_or(|it| truth <= it),
            bias: found.difference - truth,
        }
    }
}
