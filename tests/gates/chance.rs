//! Throws of the dice that the made-up runners live by.

use std::f64::consts::TAU;

use afterrun::analysis::stats::rng::Stream;

/// A stream of throws.
pub struct Chance(pub Stream);

impl Chance {
    /// Yes, that often.
    pub fn yes(&mut self, share: f64) -> bool {
        self.0.unit() < share
    }

    /// A standard normal throw (Box and Muller).
    pub fn normal(&mut self) -> f64 {
        (-2.0 * self.above_zero().ln()).sqrt() * (TAU * self.0.unit()).cos()
    }

    /// A throw of t with 4 degrees of freedom, brought to a variance of 1.
    pub fn heavy(&mut self) -> f64 {
        let squares = -2.0 * (self.above_zero() * self.above_zero()).ln();
        self.normal() / (squares / 4.0).sqrt() / 2.0_f64.sqrt()
    }

    /// `n` throws of variance 1 of which each remembers the one before by `phi`.
    pub fn spells(&mut self, n: usize, phi: f64, throw: impl Fn(&mut Self) -> f64) -> Vec<f64> {
        let mut last: Option<f64> = None;
        let mut next = || {
            let fresh = throw(self);
            let it = last.map_or(fresh, |last| phi * last + (1.0 - phi * phi).sqrt() * fresh);
            last = Some(it);
            it
        };
        (0..n).map(|_| next()).collect()
    }

    fn above_zero(&mut self) -> f64 {
        1.0 - self.0.unit()
    }
}
