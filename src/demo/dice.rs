//! Chance that comes from a seed.
//!
//! Only sums, products and quotients are used: the functions of a maths library differ in the last bit
//! from system to system, and the same plan has to give the same journal everywhere.

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng as _, SeedableRng as _};

use crate::domain::{Id, Meta};

/// What every sample record says of its source.
const SOURCE: &str = "demo";

/// A stream of chance.
pub(super) struct Dice(Xoshiro256PlusPlus);

impl Dice {
    pub(super) fn of_seed(seed: u64) -> Self {
        Self(Xoshiro256PlusPlus::seed_from_u64(seed))
    }

    /// From 0 to just below 1.
    fn unit(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Yes, that often.
    pub(super) fn chance(&mut self, share: f64) -> bool {
        self.unit() < share
    }

    /// From `low` to `high`.
    pub(super) fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    /// A multiple of `step` from `low` to `high`.
    pub(super) fn stepped(&mut self, low: f64, high: f64, step: f64) -> f64 {
        (self.between(low, high) / step).round() * step
    }

    /// Around 0, about two thirds within 1: twelve even throws, summed.
    pub(super) fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.unit()).sum::<f64>() - 6.0
    }

    /// Yes, as often as the odds `x` say: half the time at 0, and like the logistic curve around it.
    pub(super) fn odds(&mut self, x: f64) -> bool {
        self.chance(0.5 * (1.0 + x / (2.0 + x.abs())))
    }

    /// One of them.
    pub(super) fn one_of<T: Copy>(&mut self, choices: &[T]) -> T {
        let place = (self.unit() * choices.len() as f64) as usize;
        choices[place.min(choices.len() - 1)]
    }

    /// The bookkeeping of a record made at `ms`.
    pub(super) fn meta(&mut self, ms: i64) -> Meta {
        let mut random = [0; 10];
        self.0.fill_bytes(&mut random);
        Meta::from_source(Id::from_parts(ms, random), SOURCE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn normal_throws_have_a_mean_of_zero_and_a_spread_of_one() {
        let mut dice = Dice::of_seed(1);
        let throws: Vec<f64> = (0..20_000).map(|_| dice.normal()).collect();
        let mean = throws.iter().sum::<f64>() / 20_000.0;
        let variance = throws.iter().map(|it| (it - mean).powi(2)).sum::<f64>() / 20_000.0;
        assert!(mean.abs() < 0.03 && (variance - 1.0).abs() < 0.05, "{mean} {variance}");
    }
}
