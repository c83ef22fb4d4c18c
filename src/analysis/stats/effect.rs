//! How one thing a runner does goes with what follows, comparable days compared.
//!
//! [`estimate`] is the default estimator of the findings: the slope of an outcome on an exposure with the
//! covariates taken out of both (Frisch, Waugh and Lovell), and for its interval the wider of two standard
//! errors. HC3 (`MacKinnon` and White 1985) guards small samples and days of great weight; EWC, the
//! equal-weighted cosine estimator (Lazarus, Lewis, Stock and Watson 2018), guards days that resemble their
//! neighbours. Either alone declares too much.
//!
//! Before a number is given it must have a chance to mean something: [`Refusal`] says why there is none.
//! The order of the rules is part of the definition, so that two programs refuse with the same words.

mod slope;
#[cfg(test)]
mod tests;

use ndarray::ArrayView1;

use super::describe::varies;
use super::linear::Basis;
pub use slope::{ALONE, Slope, Spread, cosine_sums, cosine_terms};

/// Fewest rows.
const LEAST_ROWS: usize = 40;
/// Fewest rows beyond the columns.
const LEAST_SPARE: usize = 20;
/// Fewest rows with the exposure, and without.
const LEAST_ARM: usize = 10;
/// The smallest share of rows that may have the exposure, and that may lack it.
const LEAST_SHARE: f64 = 0.05;
/// Fewest times that the exposure begins or ends from one row to the next.
const LEAST_SWITCHES: usize = 6;
/// From this variance inflation on the exposure cannot be told from the covariates.
const MOST_INFLATION: f64 = 5.0;
/// A squared residual below this share of the whole is rounding.
const NOTHING: f64 = 1e-18;

/// What kind of thing the exposure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// 1 or 0.
    Binary,
    /// Any number.
    Continuous,
}

/// A column of the design beside the exposure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    /// The same for every row.
    Constant,
    /// A covariate, by its place among those given.
    Covariate(usize),
}

/// Why there is no estimate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Refusal {
    /// Too few rows for so many columns.
    TooFew {
        /// How many more would do.
        more: usize,
    },
    /// Too few rows with the exposure, or without it.
    ArmSmall {
        /// How many more with it.
        with: usize,
        /// How many more without it.
        without: usize,
    },
    /// (Almost) always or never done.
    NoContrast,
    /// A continuous exposure that never changes.
    SameExposure,
    /// An outcome that never changes.
    SameOutcome,
    /// Done in a few long stretches.
    FewSwitches {
        /// How often it began or ended.
        switches: usize,
    },
    /// Done only together with something else.
    Collinear {
        /// The column with which it goes together most, not the constant.
        with: Option<usize>,
    },
}

impl Refusal {
    /// Its word in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::TooFew { .. } => "too_few",
            Self::ArmSmall { .. } => "arm_small",
            Self::NoContrast | Self::SameExposure | Self::SameOutcome => "no_variation",
            Self::FewSwitches { .. } => "few_switches",
            Self::Collinear { .. } => "collinear",
        }
    }
}

/// An estimate: outcome per one more of the exposure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effect {
    /// The slope.
    pub estimate: f64,
    /// The lower end of its 95 % interval.
    pub lower: f64,
    /// The upper end.
    pub upper: f64,
    /// Two-sided, the larger of the two.
    pub p: f64,
    /// Robust to rows of unequal spread and great weight.
    pub hc3: Spread,
    /// Robust to rows that resemble their neighbours.
    pub ewc: Spread,
    /// How much the covariates inflate the variance.
    pub inflation: f64,
    /// The slope over the standard deviation of the outcome's residual on the covariates alone.
    pub standardised: f64,
}

/// What came of some rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Estimated {
    /// Rows.
    pub n: usize,
    /// Columns in the fit, the exposure's among them.
    pub k: usize,
    /// The columns in the fit beside the exposure's, in the order given, the constant first.
    pub used: Vec<Column>,
    /// The columns left out: those that never change, then those that are combinations of others.
    pub dropped: Vec<Column>,
    /// The estimate, or why there is none.
    pub effect: Result<Effect, Refusal>,
}

/// The adjusted slope of `y` on `h`, over rows in order of time.
///
/// `y`, `h` and each covariate have n numbers, none of them NaN. A constant is added. Without rows it is
/// [`Refusal::TooFew`], with no columns.
pub fn estimate(y: &[f64], h: &[f64], covariates: &[&[f64]], kind: Kind) -> Estimated {
    let design = Design::of(y.len(), covariates);
    let k = design.used.len() + 1;
    let refusal = refusal(y, h, k, kind);
    let effect = refusal.map_or_else(|| design.effect(y, h), Err);
    Estimated {
        n: y.len(),
        k,
        used: design.used,
        dropped: design.dropped,
        effect,
    }
}

/// The covariates and the constant, without those that the others make superfluous.
struct Design {
    basis: Basis,
    used: Vec<Column>,
    dropped: Vec<Column>,
}

impl Design {
    fn of(n: usize, covariates: &[&[f64]]) -> Self {
        if n == 0 {
            return Self {
                basis: Basis::of(&[]),
                used: Vec::new(),
                dropped: Vec::new(),
            };
        }
        let ones = vec![1.0; n];
        let (varying, constant): (Vec<_>, Vec<_>) = (0..covariates.len()).partition(|&it| varies(covariates[it]));
        let mut columns: Vec<&[f64]> = vec![&ones];
        columns.extend(varying.iter().map(|&it| covariates[it]));
        let basis = Basis::of(&columns);
        let column = |&at: &usize| match at {
            0 => Column::Constant,
            at => Column::Covariate(varying[at - 1]),
        };
        // With fewer rows than columns there is no telling which are superfluous.
        let (kept, superfluous) = if n < columns.len() {
            ((0..columns.len()).collect(), Vec::new())
        } else {
            (basis.kept.clone(), basis.dropped.clone())
        };
        let constant = constant.into_iter().map(Column::Covariate);
        Self {
            used: kept.iter().map(column).collect(),
            dropped: constant.chain(superfluous.iter().map(column)).collect(),
            basis,
        }
    }

    fn effect(&self, y: &[f64], h: &[f64]) -> Result<Effect, Refusal> {
        let slope = Slope::of(&self.basis, y, h);
        let length: f64 = h.iter().map(|it| it * it).sum();
        if slope.s <= NOTHING * length || slope.inflation > MOST_INFLATION {
            return Err(Refusal::Collinear { with: self.closest(h) });
        }
        Ok(slope.effect())
    }

    /// The covariate with the largest partial correlation with the exposure.
    fn closest(&self, h: &[f64]) -> Option<usize> {
        let growth = self.basis.growth_without(ArrayView1::from(h));
        let covariates = self
            .used
            .iter()
            .zip(growth)
            .filter_map(|(column, growth)| match column {
                Column::Constant => None,
                Column::Covariate(at) => Some((*at, growth)),
            });
        covariates
            .reduce(|best, it| if it.1 > best.1 { it } else { best })
            .map(|it| it.0)
    }
}

/// The rules that come before any slope, in their order.
fn refusal(y: &[f64], h: &[f64], k: usize, kind: Kind) -> Option<Refusal> {
    let n = y.len();
    let need = LEAST_ROWS.max(k + LEAST_SPARE);
    if n < need {
        return Some(Refusal::TooFew { more: need - n });
    }
    if kind == Kind::Binary {
        let with = h.iter().filter(|&&it| it == 1.0).count();
        let (with, without) = (LEAST_ARM.saturating_sub(with), LEAST_ARM.saturating_sub(n - with));
        if with > 0 || without > 0 {
            return Some(Refusal::ArmSmall { with, without });
        }
        let share = h.iter().filter(|&&it| it == 1.0).count() as f64 / n as f64;
        if !(LEAST_SHARE..=1.0 - LEAST_SHARE).contains(&share) {
            return Some(Refusal::NoContrast);
        }
    }
    if !varies(y) {
        return Some(Refusal::SameOutcome);
    }
    if !varies(h) {
        return Some(Refusal::SameExposure);
    }
    let switches = h.windows(2).filter(|pair| pair[0] != pair[1]).count();
    (kind == Kind::Binary && switches < LEAST_SWITCHES).then_some(Refusal::FewSwitches { switches })
}
