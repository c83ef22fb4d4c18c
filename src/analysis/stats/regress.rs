//! Ordinary least squares, and seven opinions of how sure its coefficients are.
//!
//! The findings use none of these tables (see [`super::effect`]): they are for files, and to show beside the
//! estimator what another program would say. All spreads are made of the same two things, the residuals and
//! the influence of each row on each coefficient; they differ in which rows they take to be independent.
//!
//! Sources: statsmodels; `MacKinnon` and White (1985) for HC3; Newey and West (1987) with Bartlett's weights for
//! HAC; Kiefer and Vogelsang (2005) for fixed-b critical values; Lazarus, Lewis, Stock and Watson (2018) for
//! EWC; Datta and Du (2012) for scores on the calendar.

use ndarray::{Array1, Array2, Axis};

use super::describe::squares;
use super::distribution::{t_quantile, t_two_sided};
use super::effect::{ALONE, cosine_sums, cosine_terms};
use super::linear::Basis;
use super::{Undefined, known_at};

/// A least squares fit with a constant. Shapes: n rows, k columns, the constant first.
#[derive(Clone, Debug)]
pub struct Regression {
    /// Rows with all that is needed.
    pub n: usize,
    /// Columns, the constant among them.
    pub k: usize,
    /// Rows without.
    pub missing: usize,
    /// The places of the n rows.
    pub rows: Vec<usize>,
    /// The fit.
    pub fit: Result<Fit, Undefined>,
}

/// The coefficients and what they are made of.
#[derive(Clone, Debug)]
pub struct Fit {
    /// Coefficients, k.
    pub beta: Vec<f64>,
    /// Residuals, n.
    pub residuals: Array1<f64>,
    /// n × k: how each row moves each coefficient.
    influence: Array2<f64>,
    leverage: Array1<f64>,
    /// Σ (value − mean)² of the outcome.
    outcome_squares: f64,
    /// The same of each column.
    column_squares: Vec<f64>,
    /// Where on the calendar the rows are, and how long it is.
    rows: Vec<usize>,
    days: usize,
}

impl Regression {
    /// The fit of `y` on a constant and `columns`, over the places where all are known.
    pub fn of(y: &[Option<f64>], columns: &[&[Option<f64>]]) -> Self {
        let whole = |at: &usize| known_at(y, *at).is_some() && columns.iter().all(|it| known_at(it, *at).is_some());
        let rows: Vec<usize> = (0..y.len()).filter(whole).collect();
        let of_rows = |list: &[Option<f64>]| rows.iter().filter_map(|&at| known_at(list, at)).collect::<Vec<f64>>();
        let mut design = vec![vec![1.0; rows.len()]];
        design.extend(columns.iter().map(|it| of_rows(it)));
        Self {
            n: rows.len(),
            k: design.len(),
            missing: y.len() - rows.len(),
            fit: fit(&of_rows(y), &design, &rows, y.len()),
            rows,
        }
    }
}

fn fit(y: &[f64], design: &[Vec<f64>], rows: &[usize], days: usize) -> Result<Fit, Undefined> {
    let k = design.len();
    if y.is_empty() {
        return Err(Undefined::TooFew);
    }
    let columns: Vec<&[f64]> = design.iter().map(Vec::as_slice).collect();
    let basis = Basis::careful(&columns);
    if basis.kept.len() < k {
        let rank = basis.kept.len();
        return Err(Undefined::RankDeficient { rank });
    }
    if y.len() <= k {
        return Err(Undefined::TooFew);
    }
    let outcome = Array1::from(y.to_vec());
    Ok(Fit {
        beta: basis.coefficients(outcome.view()),
        residuals: basis.residual(outcome.view()),
        influence: basis.influence(),
        leverage: basis.leverages(),
        outcome_squares: squares(y),
        column_squares: columns.iter().map(|it| squares(it)).collect(),
        rows: rows.to_vec(),
        days,
    })
}

/// How sure the coefficients are.
#[derive(Clone, Debug)]
pub struct Certainty {
    /// k × k.
    pub covariance: Array2<f64>,
    /// Degrees of freedom of their t; infinite where it is taken to be normal.
    pub df: f64,
    /// Half of a 95 % interval, in standard errors.
    pub critical: f64,
}

impl Certainty {
    fn of(covariance: Array2<f64>, df: f64) -> Self {
        Self {
            covariance,
            df,
            critical: t_quantile(0.975, df),
        }
    }

    /// Standard errors, k.
    pub fn se(&self) -> Vec<f64> {
        self.covariance.diag().iter().map(|it| it.sqrt()).collect()
    }

    /// Two-sided p of each coefficient against 0.
    pub fn p(&self, beta: &[f64]) -> Vec<f64> {
        let t = beta.iter().zip(self.se()).map(|(beta, se)| beta / se);
        t.map(|t| t_two_sided(t, self.df)).collect()
    }

    /// 95 % intervals.
    pub fn intervals(&self, beta: &[f64]) -> Vec<[f64; 2]> {
        let wide = beta.iter().zip(self.se()).map(|(beta, se)| (beta, self.critical * se));
        wide.map(|(beta, wide)| [beta - wide, beta + wide]).collect()
    }
}

impl Fit {
    fn n(&self) -> f64 {
        self.residuals.len() as f64
    }

    /// Rows beyond the columns.
    pub fn df(&self) -> f64 {
        self.n() - self.beta.len() as f64
    }

    /// The standard deviation of the residuals.
    pub fn sigma(&self) -> f64 {
        (self.residuals.dot(&self.residuals) / self.df()).sqrt()
    }

    /// Which share of the outcome's variance is explained; `None` of an outcome that never changes.
    pub fn r2(&self) -> Option<f64> {
        let whole = self.outcome_squares;
        (whole > 0.0).then(|| 1.0 - self.residuals.dot(&self.residuals) / whole)
    }

    /// Variance inflation of each column but the constant.
    pub fn inflation(&self) -> Vec<f64> {
        let columns = self.influence.axis_iter(Axis(1)).zip(&self.column_squares);
        columns.skip(1).map(|(it, squares)| it.dot(&it) * squares).collect()
    }

    /// As if rows were independent and alike.
    pub fn plain(&self) -> Certainty {
        let inverse = self.influence.t().dot(&self.influence);
        Certainty::of(inverse * self.sigma().powi(2), self.df())
    }

    /// HC3: rows are independent and not alike.
    pub fn hc3(&self) -> Certainty {
        let spared = self.leverage.mapv(|it| 1.0 - it);
        let errors = &self.residuals / &spared.mapv(|it| if it < ALONE { f64::INFINITY } else { it });
        let scores = &self.influence * &errors.insert_axis(Axis(1));
        Certainty::of(scores.t().dot(&scores), self.df())
    }

    /// Newey and West: rows resemble up to `lags` neighbours, gaps between rows not counted.
    pub fn hac(&self, lags: usize, corrected: bool) -> Certainty {
        let covariance = bartlett(&self.scores(), lags);
        Certainty::of(covariance * self.correction(corrected), self.df())
    }

    /// [`Self::hac`] as many use it: [`default_lags`], uncorrected, normal.
    pub fn hac_default(&self) -> Certainty {
        let covariance = bartlett(&self.scores(), default_lags(self.rows.len()));
        Certainty::of(covariance, f64::INFINITY)
    }

    /// [`Self::hac`] on the calendar: a missing day has a score of 0.
    pub fn hac_calendar(&self, lags: usize, corrected: bool) -> Certainty {
        let mut scores = Array2::zeros((self.days, self.beta.len()));
        for (score, &day) in self.scores().axis_iter(Axis(0)).zip(&self.rows) {
            scores.row_mut(day).assign(&score);
        }
        let covariance = bartlett(&scores, lags);
        Certainty::of(covariance * self.correction(corrected), self.df())
    }

    /// [`Self::hac`] with [`fixed_b_lags`] and the critical value for so many.
    pub fn hac_fixed_b(&self) -> Certainty {
        let lags = fixed_b_lags(self.rows.len());
        Certainty {
            critical: fixed_b_critical((lags + 1) as f64 / self.n()),
            ..self.hac(lags, true)
        }
    }

    /// EWC: rows resemble their neighbours, however many.
    pub fn ewc(&self) -> Certainty {
        let terms = cosine_terms(self.rows.len());
        let scores = self.scores();
        let mut sums = Array2::zeros((terms, self.beta.len()));
        for (column, mut to) in scores.axis_iter(Axis(1)).zip(sums.axis_iter_mut(Axis(1))) {
            let column = column.to_vec();
            let sum = cosine_sums(&column, terms);
            to.iter_mut().zip(sum).for_each(|(to, sum)| *to = sum);
        }
        let power = sums.t().dot(&sums) * (2.0 / terms as f64);
        Certainty::of(power * self.correction(true), terms as f64)
    }

    /// How each row's residual moves each coefficient, n × k.
    fn scores(&self) -> Array2<f64> {
        &self.influence * &self.residuals.view().insert_axis(Axis(1))
    }

    fn correction(&self, corrected: bool) -> f64 {
        if corrected { self.n() / self.df() } else { 1.0 }
    }
}

/// Sums of products of scores (T × k) up to `lags` apart, the further the less.
fn bartlett(scores: &Array2<f64>, lags: usize) -> Array2<f64> {
    let t = scores.nrows();
    let mut sum = scores.t().dot(scores);
    for lag in 1..=lags.min(t.saturating_sub(1)) {
        let weight = 1.0 - lag as f64 / (lags as f64 + 1.0);
        let scores = scores.view();
        let (later, earlier) = (scores.split_at(Axis(0), lag).1, scores.split_at(Axis(0), t - lag).0);
        let apart = later.t().dot(&earlier);
        sum = sum + (&apart + &apart.t()) * weight;
    }
    sum
}

/// How many lags statsmodels takes for n rows: 4 (n/100)^(2/9).
pub fn default_lags(n: usize) -> usize {
    (4.0 * (n as f64 / 100.0).powf(2.0 / 9.0)) as usize
}

/// How many lags go with fixed-b critical values: 1.3 √n, rounded up.
pub fn fixed_b_lags(n: usize) -> usize {
    (1.3 * (n as f64).sqrt()).ceil() as usize
}

/// The 97.5 % point of the fixed-b limit with Bartlett's weights, where lags + 1 are the share `b` of n.
pub fn fixed_b_critical(b: f64) -> f64 {
    1.96 + b * (2.9694 + b * (0.4160 - b * 0.5324))
}
