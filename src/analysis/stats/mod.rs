//! Statistics, a file per family.
//!
//! Numbers in, numbers out: nothing here knows a journal, a screen or a clock. Every function is total: what
//! cannot be had comes back as a reason ([`Undefined`]) and never as a number that looks like one. `None`, NaN
//! and infinities in a list are missing: they are left out and counted. Sums run in the order of the data,
//! variances take two passes, and what is drawn at random comes from a seed; so the same input gives the same
//! bits wherever it runs.
//!
//! `tests/vectors.rs` holds all of it to what numpy, scipy, statsmodels and pandas give for the same input.

pub mod describe;
pub mod distribution;
pub mod effect;
pub mod linear;
pub mod load;
pub mod lowess;
pub mod multiple;
pub mod permute;
pub mod randomise;
pub mod rank;
pub mod regress;
pub mod resample;
pub mod rng;
pub mod rolling;
pub mod sleep;
pub mod trend;
pub mod two_samples;

/// Why there is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undefined {
    /// Too few values.
    TooFew,
    /// One of two series never changes.
    Constant,
    /// Neither of two samples varies.
    ZeroVariance,
    /// A week without load.
    ZeroLoad,
    /// A week with the same load every day.
    ZeroSd,
    /// Columns that are combinations of others.
    RankDeficient {
        /// How many are independent.
        rank: usize,
    },
    /// A heart rate outside of rest to maximum.
    HeartRateOutOfRange,
    /// The question makes no sense, or asks for more than can be computed.
    Refused,
}

impl Undefined {
    /// Its word in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::TooFew => "too_few",
            Self::Constant => "undefined_constant",
            Self::ZeroVariance => "undefined_zero_variance",
            Self::ZeroLoad => "undefined_zero_load",
            Self::ZeroSd => "undefined_zero_sd",
            Self::RankDeficient { .. } => "rank_deficient",
            Self::HeartRateOutOfRange => "hr_out_of_range",
            Self::Refused => "refused",
        }
    }
}

/// The value at `at` of a list with gaps; `None` beyond its end, and for what is no number.
fn known_at(values: &[Option<f64>], at: usize) -> Option<f64> {
    values.get(at).copied().flatten().filter(|it| it.is_finite())
}

/// The values without the gaps.
fn known(values: &[Option<f64>]) -> Vec<f64> {
    (0..values.len()).filter_map(|at| known_at(values, at)).collect()
}
