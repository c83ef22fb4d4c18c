//! The slope of an outcome on an exposure beside some columns, and how far it may be off.

use ndarray::ArrayView1;

use super::Effect;
use crate::analysis::stats::distribution::{t_quantile, t_two_sided};
use crate::analysis::stats::linear::Basis;

/// A row that is fitted by itself alone: nothing of it is left to say how far a fit is off.
pub const ALONE: f64 = 1e-10;

/// A standard error, and how many degrees of freedom it has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// In units of the outcome by the exposure's.
    pub se: f64,
    /// Degrees of freedom of its t.
    pub df: f64,
}

impl Spread {
    /// Half of the 95 % interval.
    pub fn half(self) -> f64 {
        t_quantile(0.975, self.df) * self.se
    }

    /// Two-sided p of `estimate` against 0.
    pub fn p(self, estimate: f64) -> f64 {
        t_two_sided(estimate.abs() / self.se, self.df)
    }
}

/// A slope with all that its spreads are made of. Shapes: n rows, k columns with the exposure's.
#[derive(Clone, Debug)]
pub struct Slope {
    /// Outcome per one more of the exposure.
    pub estimate: f64,
    /// The squared length of the exposure's residual.
    pub s: f64,
    /// Variance inflation.
    pub inflation: f64,
    /// Columns, the exposure's among them.
    pub k: usize,
    /// The exposure's residual on the columns.
    exposure: Vec<f64>,
    /// The outcome's.
    outcome: Vec<f64>,
    /// The whole fit's.
    error: Vec<f64>,
    leverage: Vec<f64>,
}

impl Slope {
    /// The slope of `y` on `h` beside the columns of `basis`, a constant among them for the inflation to
    /// mean something. NaN where `h` is dependent on the columns.
    pub fn of(basis: &Basis, y: &[f64], h: &[f64]) -> Self {
        let exposure = basis.residual(ArrayView1::from(h)).to_vec();
        let outcome = basis.residual(ArrayView1::from(y)).to_vec();
        let s = exposure.iter().map(|it| it * it).sum::<f64>();
        let estimate = exposure.iter().zip(y).map(|(h, y)| h * y).sum::<f64>() / s;
        let mean = h.iter().sum::<f64>() / h.len() as f64;
        let total = h.iter().map(|it| (it - mean).powi(2)).sum::<f64>();
        let rows = exposure.iter().zip(&outcome);
        let leverage = basis.leverages();
        Self {
            estimate,
            s,
            inflation: total / s,
            k: basis.kept.len() + 1,
            error: rows.map(|(h, y)| y - estimate * h).collect(),
            leverage: leverage
                .iter()
                .zip(&exposure)
                .map(|(rest, h)| rest + h * h / s)
                .collect(),
            exposure,
            outcome,
        }
    }

    /// The estimate with its interval, from the wider of both spreads.
    pub fn effect(&self) -> Effect {
        let (hc3, ewc) = (self.hc3(), self.ewc());
        let half = hc3.half().max(ewc.half());
        Effect {
            estimate: self.estimate,
            lower: self.estimate - half,
            upper: self.estimate + half,
            p: hc3.p(self.estimate).max(ewc.p(self.estimate)),
            hc3,
            ewc,
            inflation: self.inflation,
            standardised: self.estimate / self.outcome_sd(),
        }
    }

    /// HC3: a row's error counts the more, the more the fit leans on it.
    pub fn hc3(&self) -> Spread {
        let rows = self.exposure.iter().zip(&self.error).zip(&self.leverage);
        let squares = rows.map(|((h, e), leverage)| {
            let spare = 1.0 - leverage;
            if spare < ALONE { 0.0 } else { (h * e / spare).powi(2) }
        });
        Spread {
            se: squares.sum::<f64>().sqrt() / self.s,
            df: self.spare(),
        }
    }

    /// EWC over the rows as if they were neighbours in time.
    pub fn ewc(&self) -> Spread {
        let n = self.error.len();
        let terms = cosine_terms(n);
        let scores: Vec<f64> = self.exposure.iter().zip(&self.error).map(|(h, e)| h * e).collect();
        let power = cosine_sums(&scores, terms).map(|it| 2.0 * it * it).sum::<f64>() / terms as f64;
        Spread {
            se: (power * n as f64 / self.spare()).sqrt() / self.s,
            df: terms as f64,
        }
    }

    /// The standard deviation of the outcome once the covariates are taken out.
    fn outcome_sd(&self) -> f64 {
        let squares = self.outcome.iter().map(|it| it * it).sum::<f64>();
        (squares / (self.spare() + 1.0)).sqrt()
    }

    fn spare(&self) -> f64 {
        self.error.len() as f64 - self.k as f64
    }
}

/// ν: how many cosines EWC averages over, for n rows.
pub fn cosine_terms(n: usize) -> usize {
    ((0.4 * (n as f64).powf(2.0 / 3.0)).floor() as usize).max(4)
}

/// `Σ g_i cos(πj(i+½)/n)` for j = 1..=`terms`.
pub fn cosine_sums(g: &[f64], terms: usize) -> impl Iterator<Item = f64> + '_ {
    let n = g.len();
    let table = cosines(n);
    (1..=terms).map(move |j| {
        let round = table.len();
        let (mut at, step) = (j % round, 2 * j % round);
        let mut sum = 0.0;
        for g in g {
            sum += g * table[at];
            at += step;
            at -= if at >= round { round } else { 0 };
        }
        sum
    })
}

/// cos(2πm/4n) for m = 0..4n, from a quarter of them.
pub(super) fn cosines(n: usize) -> Vec<f64> {
    let quarter = |m: usize| (std::f64::consts::FRAC_PI_2 * m as f64 / n as f64).cos();
    let mut table: Vec<f64> = (0..n).map(quarter).collect();
    table.push(0.0);
    for m in n + 1..=2 * n {
        table.push(-table[2 * n - m]);
    }
    for m in 2 * n + 1..4 * n {
        table.push(table[4 * n - m]);
    }
    table
}
