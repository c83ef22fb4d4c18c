//! How one thing a runner does goes with what follows, comparable days compared.
//!
//! [`estimate`] is the default estimator of the findings: the slope of an outcome on an exposure with the
//! covariates taken out of both (Frisch, Waugh and Lovell), and for its interval the wider of two standard
//! errors. HC3 (MacKinnon and White 1985) guards small samples and days of great weight; EWC, the
//! equal-weighted cosine estimator (Lazarus, Lewis, Stock and Watson 2018), guards days that resemble their
//! neighbours. Either alone declares too much.
//!
//! Before a number is given it must have a chance to mean something: [`Refusal`] says why there is none.
//! The order of the rules is part of the definition, so that two programs refuse with the same words.

use ndarray::ArrayView1;

use super::distribution::{t_quantile, t_two_sided};
use super::linear::Basis;

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
/// A row that is fitted by itself alone: nothing of it is left to say how far a fit is off.
const ALONE: f64 = 1e-10;

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

/// Whether not all of `values` are the same.
pub fn varies(values: &[f64]) -> bool {
    values.windows(2).any(|pair| pair[0] != pair[1])
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

/// Σ g_i cos(πj(i+½)/n) for j = 1..=`terms`.
fn cosine_sums(g: &[f64], terms: usize) -> impl Iterator<Item = f64> + '_ {
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
fn cosines(n: usize) -> Vec<f64> {
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

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::analysis::reference;

    /// Deterministic numbers between 0 and 1 without a pattern that a test could lean on.
    fn noise(seed: usize, n: usize) -> Vec<f64> {
        let mut state = seed as u64;
        let mut next = || {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 11) as f64 / (1_u64 << 53) as f64
        };
        (0..n).map(|_| next()).collect()
    }

    fn coin(seed: usize, n: usize, p: f64) -> Vec<f64> {
        noise(seed, n)
            .into_iter()
            .map(|it| f64::from(u8::from(it < p)))
            .collect()
    }

    fn refused(y: &[f64], h: &[f64], covariates: &[&[f64]]) -> Option<Refusal> {
        estimate(y, h, covariates, Kind::Binary).effect.err()
    }

    fn close(got: f64, want: &Value, relative: f64) -> bool {
        let want = want.as_f64().unwrap();
        (got - want).abs() <= relative * want.abs() + 1e-12
    }

    #[test]
    fn it_is_the_reference_estimator() {
        for case in reference::cases("habit_effect") {
            let (input, want) = (&case["input"], &case["expect"]);
            let (y, h) = (reference::numbers(&input["y"]), reference::numbers(&input["habit"]));
            let mut columns: Vec<_> = input["covariates"]
                .as_object()
                .unwrap()
                .values()
                .map(reference::numbers)
                .collect();
            columns.push(
                std::iter::once(f64::NAN)
                    .chain(h[..h.len() - 1].iter().copied())
                    .collect(),
            );
            let whole = |i: &usize| !(y[*i].is_nan() || h[*i].is_nan() || columns.iter().any(|it| it[*i].is_nan()));
            let rows: Vec<_> = (0..y.len()).filter(whole).collect();
            let at = |all: &[f64]| rows.iter().map(|&i| all[i]).collect::<Vec<f64>>();
            let (y, h) = (at(&y), at(&h));
            let mut design = vec![vec![1.0; rows.len()]];
            design.extend(columns.iter().map(|it| at(it)));
            let basis = Basis::of(&design.iter().map(Vec::as_slice).collect::<Vec<_>>());
            let slope = Slope::of(&basis, &y, &h);
            let got = slope.effect();
            let id = &case["id"];
            assert_eq!(
                (rows.len() as u64, slope.k as u64),
                (want["n"].as_u64().unwrap(), want["k"].as_u64().unwrap())
            );
            assert!(close(got.inflation, &want["vif"], 1e-9), "{id}");
            assert!(close(got.estimate, &want["estimate"], 1e-9), "{id}");
            assert!(close(got.hc3.se, &want["se_hc3"], 1e-9), "{id}");
            assert!(close(got.ewc.se, &want["se_ewc"], 1e-9), "{id}");
            assert!(close(got.hc3.p(got.estimate), &want["p_hc3"], 1e-7), "{id}");
            assert!(close(got.p, &want["p"], 1e-7), "{id}");
            assert!(close(got.lower, &want["ci95"][0], 1e-9), "{id}");
            assert!(close(got.upper, &want["ci95"][1], 1e-9), "{id}");
            let columns: Vec<&[f64]> = design[1..].iter().map(Vec::as_slice).collect();
            let strict = estimate(&y, &h, &columns, Kind::Binary).effect;
            assert_eq!(strict.is_ok(), want["status_strict"] == "ok", "{id}");
        }
    }

    #[test]
    fn the_rules_refuse_in_their_order() {
        let (y, h) = (noise(1, 60), coin(2, 60, 0.5));
        let load = noise(3, 60);
        assert_eq!(refused(&[], &[], &[]), Some(Refusal::TooFew { more: 40 }));
        assert_eq!(refused(&y[..39], &h[..39], &[]), Some(Refusal::TooFew { more: 1 }));
        // 41 columns with the constant and the exposure need 61 rows.
        let many: Vec<_> = (0..39).map(|it| noise(10 + it, 60)).collect();
        let many: Vec<&[f64]> = many.iter().map(Vec::as_slice).collect();
        assert_eq!(refused(&y, &h, &many), Some(Refusal::TooFew { more: 1 }));
        let mut few = vec![0.0; 60];
        few[..3].fill(1.0);
        assert_eq!(refused(&y, &few, &[]), Some(Refusal::ArmSmall { with: 7, without: 0 }));
        let mut rare = vec![0.0; 300];
        (0..14).for_each(|it| rare[it * 20] = 1.0);
        assert_eq!(refused(&noise(5, 300), &rare, &[]), Some(Refusal::NoContrast));
        assert_eq!(refused(&[3.0; 60], &h, &[&load]), Some(Refusal::SameOutcome));
        let stretch: Vec<f64> = (0..60).map(|it| f64::from(u8::from((20..45).contains(&it)))).collect();
        assert_eq!(refused(&y, &stretch, &[]), Some(Refusal::FewSwitches { switches: 2 }));
        assert_eq!(
            refused(&y, &h, &[&load, &h]),
            Some(Refusal::Collinear { with: Some(1) })
        );
        assert!(estimate(&y, &h, &[&load], Kind::Binary).effect.is_ok());
        let slope = estimate(&y, &[7.0; 60], &[&load], Kind::Continuous).effect;
        assert_eq!(slope.err(), Some(Refusal::SameExposure));
    }

    #[test]
    fn a_covariate_that_never_changes_and_one_that_repeats_are_named() {
        let (y, h) = (noise(1, 80), coin(2, 80, 0.5));
        let (load, same) = (noise(3, 80), vec![4.0; 80]);
        let got = estimate(&y, &h, &[&load, &same, &load], Kind::Binary);
        assert_eq!(got.used, [Column::Constant, Column::Covariate(0)]);
        assert_eq!(got.dropped, [Column::Covariate(1), Column::Covariate(2)]);
        assert_eq!((got.n, got.k), (80, 3));
        let alone = estimate(&y, &h, &[&load], Kind::Binary).effect.unwrap();
        assert!((got.effect.unwrap().estimate - alone.estimate).abs() < 1e-12);
    }

    #[test]
    fn a_row_that_only_its_own_column_fits_adds_nothing() {
        let (y, h) = (noise(1, 80), coin(2, 80, 0.5));
        let mut own = vec![0.0; 80];
        own[30] = 1.0;
        let without = |all: &[f64]| [&all[..30], &all[31..]].concat();
        let got = estimate(&y, &h, &[&own], Kind::Binary).effect.unwrap();
        let alone = estimate(&without(&y), &without(&h), &[], Kind::Binary).effect.unwrap();
        assert!((got.estimate - alone.estimate).abs() < 1e-12);
        assert!((got.hc3.se - alone.hc3.se).abs() < 1e-12);
    }

    #[test]
    fn the_table_has_the_cosines() {
        for n in [1, 2, 3, 7, 40] {
            for (m, got) in cosines(n).into_iter().enumerate() {
                let want = (std::f64::consts::FRAC_PI_2 * m as f64 / n as f64).cos();
                assert!((got - want).abs() < 1e-14, "{n} {m}");
            }
        }
    }
}
