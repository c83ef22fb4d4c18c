//! Two samples compared as if every value were drawn by itself: Welch's t and the Mann–Whitney test.
//!
//! For files only. Days are neither independent of each other nor alike but for the habit, so these are what
//! the raw difference is shown *beside*, and no finding. Source: scipy.

use super::describe::{mean, squares, variance};
use super::distribution::{normal_two_sided, t_quantile, t_two_sided};
use super::rank::{mean_ranks, tie_sizes};
use super::{Undefined, known};

/// Beyond so many pairs of one value from each sample there is no exact p.
const MOST_PAIRS: usize = 40_000;

/// Two means and how far they are apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Welch {
    /// Values in the first sample.
    pub n_a: usize,
    /// In the second.
    pub n_b: usize,
    /// Gaps in both.
    pub missing: usize,
    /// The first mean less the second.
    pub difference: Option<f64>,
    /// The test.
    pub test: Result<WelchTest, Undefined>,
}

/// Welch's test of two means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WelchTest {
    /// The difference in standard errors.
    pub t: f64,
    /// Degrees of freedom.
    pub df: f64,
    /// Two-sided.
    pub p: f64,
    /// 95 % interval of the difference.
    pub interval: [f64; 2],
    /// The difference in standard deviations of both samples together.
    pub cohen_d: f64,
    /// The same, corrected for small samples.
    pub hedges_g: f64,
}

/// Welch's test of `a` against `b`.
pub fn welch(a: &[Option<f64>], b: &[Option<f64>]) -> Welch {
    let (values_a, values_b) = (known(a), known(b));
    let means = mean(&values_a).zip(mean(&values_b));
    let difference = means.map(|(a, b)| a - b);
    Welch {
        n_a: values_a.len(),
        n_b: values_b.len(),
        missing: a.len() + b.len() - values_a.len() - values_b.len(),
        difference,
        test: welch_test(&values_a, &values_b, difference),
    }
}

fn welch_test(a: &[f64], b: &[f64], difference: Option<f64>) -> Result<WelchTest, Undefined> {
    let variances = variance(a).zip(variance(b)).zip(difference);
    let ((var_a, var_b), difference) = variances.ok_or(Undefined::TooFew)?;
    let (n_a, n_b) = (a.len() as f64, b.len() as f64);
    let (of_a, of_b) = (var_a / n_a, var_b / n_b);
    if of_a + of_b <= 0.0 {
        return Err(Undefined::ZeroVariance);
    }
    let spread = (of_a + of_b).powi(2);
    let df = spread / (of_a * of_a / (n_a - 1.0) + of_b * of_b / (n_b - 1.0));
    let se = (of_a + of_b).sqrt();
    let wide = t_quantile(0.975, df) * se;
    let pooled_df = n_a + n_b - 2.0;
    let cohen_d = difference / ((squares(a) + squares(b)) / pooled_df).sqrt();
    Ok(WelchTest {
        t: difference / se,
        df,
        p: t_two_sided(difference / se, df),
        interval: [difference - wide, difference + wide],
        cohen_d,
        hedges_g: cohen_d * (1.0 - 3.0 / (4.0 * pooled_df - 1.0)),
    })
}

/// How often a value of one sample is above one of the other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MannWhitney {
    /// Values in the first sample.
    pub n_a: usize,
    /// In the second.
    pub n_b: usize,
    /// Gaps in both.
    pub missing: usize,
    /// The test.
    pub test: Result<RankTest, Undefined>,
}

/// The Mann–Whitney test.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RankTest {
    /// Pairs in which the first is above, ties counted half.
    pub u: f64,
    /// Two-sided, from the normal distribution with ties and continuity corrected for.
    pub p: f64,
    /// Two-sided, from all ways to deal the values; `None` with ties and of large samples.
    pub exact_p: Option<f64>,
    /// The share of pairs in which the first is above.
    pub superiority: f64,
    /// −1 to 1: by how much more often it is above than below.
    pub rank_biserial: f64,
}

/// The Mann–Whitney test of `a` against `b`.
pub fn mann_whitney(a: &[Option<f64>], b: &[Option<f64>]) -> MannWhitney {
    let (values_a, values_b) = (known(a), known(b));
    let any = !values_a.is_empty() && !values_b.is_empty();
    MannWhitney {
        n_a: values_a.len(),
        n_b: values_b.len(),
        missing: a.len() + b.len() - values_a.len() - values_b.len(),
        test: any.then(|| rank_test(&values_a, &values_b)).ok_or(Undefined::TooFew),
    }
}

fn rank_test(a: &[f64], b: &[f64]) -> RankTest {
    let all: Vec<f64> = a.iter().chain(b).copied().collect();
    let (n_a, n_b, n) = (a.len() as f64, b.len() as f64, all.len() as f64);
    let ranks: f64 = mean_ranks(&all)[..a.len()].iter().sum();
    let u = ranks - n_a * (n_a + 1.0) / 2.0;
    let pairs = n_a * n_b;
    let larger = u.max(pairs - u);
    let tied: f64 = tie_sizes(&all).map(|t| t * t * t - t).sum();
    let variance = pairs / 12.0 * ((n + 1.0) - tied / (n * (n - 1.0)));
    let z = (larger - pairs / 2.0 - 0.5) / variance.max(0.0).sqrt();
    RankTest {
        u,
        p: if z <= 0.0 { 1.0 } else { normal_two_sided(z) },
        exact_p: (tied == 0.0).then(|| exact_p(a.len(), b.len(), larger)).flatten(),
        superiority: u / pairs,
        rank_biserial: 2.0 * u / pairs - 1.0,
    }
}

/// The share of all ways to deal a + b different values in which U is at least `larger`, or as small.
fn exact_p(a: usize, b: usize, larger: f64) -> Option<f64> {
    let pairs = a * b;
    if pairs > MOST_PAIRS {
        return None;
    }
    let (few, many) = (a.min(b), a.max(b));
    // U's of m and n values, by how many there are of each: Gauss's binomial coefficient (m+n over m), built
    // by one factor (1 − q^(n+i)) / (1 − q^i) after the other. By symmetry only the lower half is needed.
    let last = pairs - larger as usize;
    let mut ways = vec![0.0; last + 1];
    ways[0] = 1.0;
    let mut all = 1.0;
    for i in 1..=few {
        for at in (many + i..=last).rev() {
            ways[at] -= ways[at - many - i];
        }
        for at in i..=last {
            ways[at] += ways[at - i];
        }
        all *= (many + i) as f64 / i as f64;
    }
    Some((2.0 * ways.iter().sum::<f64>() / all).min(1.0))
}
