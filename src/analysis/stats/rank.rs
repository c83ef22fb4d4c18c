//! Ranks, and how far two series rise together.
//!
//! Source: scipy. Spearman's rho is shown without a p value: days are not independent of each other, and a p
//! value that pretends they are says "significant" of noise far too often. The p values here are for files,
//! and for whoever compares them with another program.

use super::describe::varies;
use super::distribution::{normal_quantile, normal_two_sided, t_two_sided};
use super::multiple::benjamini_hochberg;
use super::{Undefined, known_at};

/// Fewest pairs of which a correlation says anything: two always lie on a line.
const LEAST_PAIRS: usize = 3;

/// Up to so many pairs all orders are tried for an exact p value.
const MOST_TO_ORDER: usize = 7;

/// Up to so many pairs Kendall's exact p is counted; beyond, the normal distribution is as good.
const MOST_TO_COUNT: usize = 170;

/// Spearman's rho of `n` pairs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spearman {
    /// How many pairs had both numbers.
    pub n: usize,
    /// How many had not.
    pub missing: usize,
    /// −1 to 1.
    pub rho: Result<f64, Undefined>,
}

/// How a rho reads in words. It names what the dots look like and is no test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lean {
    /// Within what unrelated numbers often show: |rho| under 0.1, or under 2/√(n−1).
    NoClearPattern,
    /// Under 0.3.
    Faint,
    /// Under 0.5.
    Moderate,
    /// 0.5 and more.
    Strong,
}

impl Spearman {
    /// How it reads in words; a rho that is not defined shows no pattern.
    pub fn lean(&self) -> Lean {
        let size = self.rho.map_or(0.0, f64::abs);
        let noise = 2.0 / (self.n.saturating_sub(1).max(1) as f64).sqrt();
        if size < noise.max(0.1) {
            Lean::NoClearPattern
        } else if size < 0.3 {
            Lean::Faint
        } else if size < 0.5 {
            Lean::Moderate
        } else {
            Lean::Strong
        }
    }
}

/// The rank of each value, from 1; equal values share the mean of their ranks.
///
/// As long as `values`. Numbers only: NaN is ranked after everything else.
pub fn mean_ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[a].total_cmp(&values[b]));
    let mut ranks = vec![0.0; values.len()];
    let mut below = 0;
    for tied in order.chunk_by(|&a, &b| values[a] == values[b]) {
        for &at in tied {
            ranks[at] = below as f64 + f64::midpoint(1.0, tied.len() as f64);
        }
        below += tied.len();
    }
    ranks
}

/// How many values there are of each value that there is more than one of.
pub fn tie_sizes(values: &[f64]) -> impl Iterator<Item = f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let sizes: Vec<f64> = sorted.chunk_by(|a, b| a == b).map(|it| it.len() as f64).collect();
    sizes.into_iter().filter(|&it| it > 1.0)
}

/// The pairs `[x, y]` of two series, NaN where something is missing.
pub fn pairs(x: &[Option<f64>], y: &[Option<f64>]) -> Vec<[f64; 2]> {
    let pair = |at| [x, y].map(|it| known_at(it, at).unwrap_or(f64::NAN));
    (0..x.len().min(y.len())).map(pair).collect()
}

/// Spearman's rho of pairs `[x, y]`; pairs with a NaN or an infinity are left out.
pub fn spearman(pairs: &[[f64; 2]]) -> Spearman {
    let [x, y] = split(&whole(pairs));
    Spearman {
        n: x.len(),
        missing: pairs.len() - x.len(),
        rho: varying(&x, &y).map(|()| r_of_ranks(&mean_ranks(&x), &mean_ranks(&y))),
    }
}

/// Two-sided p of a rho of so many pairs, as if it were Pearson's: from t with n − 2 degrees of freedom.
pub fn correlation_p(n: usize, r: f64) -> f64 {
    let df = n as f64 - 2.0;
    t_two_sided(r * (df / ((1.0 - r) * (1.0 + r))).sqrt(), df)
}

/// The share of all orders of y whose rho is as far from 0; `None` for more than seven pairs and where there
/// is no rho.
pub fn spearman_exact_p(pairs: &[[f64; 2]]) -> Option<f64> {
    let [x, y] = split(&whole(pairs));
    varying(&x, &y).ok()?;
    if x.len() > MOST_TO_ORDER {
        return None;
    }
    // Twice a mean rank is a whole number, so sums of products compare without rounding.
    let doubled = |values: &[f64]| {
        mean_ranks(values)
            .iter()
            .map(|it| (2.0 * it) as i64)
            .collect::<Vec<_>>()
    };
    let (x, mut y) = (doubled(&x), doubled(&y));
    let mean = x.iter().sum::<i64>() * y.iter().sum::<i64>();
    let off = |y: &[i64]| (x.len() as i64 * x.iter().zip(y).map(|(a, b)| a * b).sum::<i64>() - mean).abs();
    let seen = off(&y);
    let (mut orders, mut as_far) = (0_u32, 0_u32);
    let places = y.len();
    each_order(&mut y, places, &mut |y| {
        orders += 1;
        as_far += u32::from(off(y) >= seen);
    });
    Some(f64::from(as_far) / f64::from(orders))
}

/// Heap's way through all orders of the first `n` items.
fn each_order(items: &mut [i64], n: usize, look: &mut impl FnMut(&[i64])) {
    if n <= 1 {
        look(items);
        return;
    }
    for at in 0..n {
        each_order(items, n - 1, look);
        let other = if n.is_multiple_of(2) { at } else { 0 };
        items.swap(other, n - 1);
    }
}

/// Pearson's r.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pearson {
    /// How many pairs had both numbers.
    pub n: usize,
    /// How many had not.
    pub missing: usize,
    /// −1 to 1.
    pub r: Result<f64, Undefined>,
}

impl Pearson {
    /// Two-sided p.
    pub fn p(&self) -> Option<f64> {
        self.r.ok().map(|r| correlation_p(self.n, r))
    }

    /// 95 % interval by Fisher's transformation; from −1 to 1 of fewer than four pairs.
    pub fn interval(&self) -> Option<[f64; 2]> {
        let z = self.r.ok()?.atanh();
        if self.n < 4 {
            return Some([-1.0, 1.0]);
        }
        let wide = normal_quantile(0.975) / (self.n as f64 - 3.0).sqrt();
        Some([(z - wide).tanh(), (z + wide).tanh()])
    }
}

/// Pearson's r of pairs `[x, y]`; pairs with a NaN or an infinity are left out.
pub fn pearson(pairs: &[[f64; 2]]) -> Pearson {
    let [x, y] = split(&whole(pairs));
    Pearson {
        n: x.len(),
        missing: pairs.len() - x.len(),
        r: varying(&x, &y).map(|()| r_of(&x, &y)),
    }
}

/// Kendall's tau-b.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kendall {
    /// How many pairs had both numbers.
    pub n: usize,
    /// How many had not.
    pub missing: usize,
    /// −1 to 1.
    pub tau: Result<f64, Undefined>,
    /// Two-sided p from the normal distribution, ties counted.
    pub p: Option<f64>,
    /// Two-sided p from all orders; only without ties, and of at most 170 pairs.
    pub exact_p: Option<f64>,
}

/// Kendall's tau-b of pairs `[x, y]`; pairs with a NaN or an infinity are left out. Looks at every two pairs.
pub fn kendall(pairs: &[[f64; 2]]) -> Kendall {
    let whole = whole(pairs);
    let [x, y] = split(&whole);
    let n = x.len();
    let missing = pairs.len() - n;
    if let Err(why) = varying(&x, &y) {
        return Kendall {
            n,
            missing,
            tau: Err(why),
            p: None,
            exact_p: None,
        };
    }
    let (more_alike, unlike) = agreement(&whole);
    let size = n as f64;
    let all = size * (size - 1.0) / 2.0;
    let tied = |values: &[f64]| tie_sizes(values).map(|t| t * (t - 1.0) / 2.0).sum::<f64>();
    let (tied_x, tied_y) = (tied(&x), tied(&y));
    let tau = more_alike / (all - tied_x).sqrt() / (all - tied_y).sqrt();
    let countable = tied_x == 0.0 && tied_y == 0.0 && n <= MOST_TO_COUNT;
    Kendall {
        n,
        missing,
        tau: Ok(tau.clamp(-1.0, 1.0)),
        p: Some(normal_two_sided(more_alike / kendall_variance(&x, &y).sqrt())),
        exact_p: countable.then(|| kendall_exact_p(n, unlike)),
    }
}

/// Of all two pairs: how many more agree in which way they rise than disagree, and how many disagree.
fn agreement(pairs: &[[f64; 2]]) -> (f64, u64) {
    let (mut alike, mut unlike) = (0_u64, 0_u64);
    for (at, one) in pairs.iter().enumerate() {
        for other in &pairs[at + 1..] {
            let way = |of: usize| one[of].partial_cmp(&other[of]).map_or(0, |it| it as i8);
            match way(0) * way(1) {
                1 => alike += 1,
                -1 => unlike += 1,
                _ => {}
            }
        }
    }
    (alike as f64 - unlike as f64, unlike)
}

/// The variance of (alike − unlike) if nothing went with anything.
fn kendall_variance(x: &[f64], y: &[f64]) -> f64 {
    let n = x.len() as f64;
    let sums = |values: &[f64]| {
        tie_sizes(values).fold([0.0; 3], |[two, three, five], t| {
            let ordered = t * (t - 1.0);
            [
                two + ordered / 2.0,
                three + ordered * (t - 2.0),
                five + ordered * (2.0 * t + 5.0),
            ]
        })
    };
    let (x, y) = (sums(x), sums(y));
    let ordered = n * (n - 1.0);
    (ordered * (2.0 * n + 5.0) - x[2] - y[2]) / 18.0
        + 2.0 * x[0] * y[0] / ordered
        + x[1] * y[1] / (9.0 * ordered * (n - 2.0))
}

/// How likely `unlike` disagreements or fewer, or as many agreements, are among n! orders.
fn kendall_exact_p(n: usize, unlike: u64) -> f64 {
    let all = n as u64 * (n as u64 - 1) / 2;
    let few = unlike.min(all - unlike) as usize;
    if 2 * few as u64 == all {
        return 1.0;
    }
    // The share of orders of j items with 0, 1, … disagreements: the j-th item may be put at j places.
    let mut shares = vec![0.0; few + 1];
    shares[0] = 1.0;
    for j in 2..=n {
        let before = shares.clone();
        let mut sum = 0.0;
        for at in 0..=few {
            sum += before[at];
            if at >= j {
                sum -= before[at - j];
            }
            shares[at] = sum / j as f64;
        }
    }
    (2.0 * shares.iter().sum::<f64>()).min(1.0)
}

/// How x goes with what y is some days later.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lagged {
    /// x of day t with y of day t + lag.
    pub lag: i64,
    /// Spearman's rho.
    pub spearman: Spearman,
    /// Its p as if days were independent.
    pub p: Option<f64>,
    /// That p among those of all lags.
    pub p_bh: Option<f64>,
}

/// Spearman's rho at each of `lags`, over a calendar without jumps.
pub fn lag_scan(x: &[Option<f64>], y: &[Option<f64>], lags: &[i64]) -> Vec<Lagged> {
    let mut rows: Vec<Lagged> = lags.iter().map(|&lag| lagged(x, y, lag)).collect();
    let p: Vec<Option<f64>> = rows.iter().map(|it| it.p).collect();
    for (row, p_bh) in rows.iter_mut().zip(benjamini_hochberg(&p)) {
        row.p_bh = p_bh;
    }
    rows
}

fn lagged(x: &[Option<f64>], y: &[Option<f64>], lag: i64) -> Lagged {
    let away = usize::try_from(lag.unsigned_abs()).unwrap_or(usize::MAX);
    let (x, y) = if lag >= 0 {
        (x, y.get(away..).unwrap_or_default())
    } else {
        (x.get(away..).unwrap_or_default(), y)
    };
    let spearman = spearman(&pairs(x, y));
    Lagged {
        lag,
        p: spearman.rho.ok().map(|rho| correlation_p(spearman.n, rho)),
        spearman,
        p_bh: None,
    }
}

fn whole(pairs: &[[f64; 2]]) -> Vec<[f64; 2]> {
    let finite = |it: &&[f64; 2]| it.iter().all(|v| v.is_finite());
    pairs.iter().filter(finite).copied().collect()
}

fn split(pairs: &[[f64; 2]]) -> [Vec<f64>; 2] {
    [0, 1].map(|of| pairs.iter().map(|it| it[of]).collect())
}

/// Whether there is a correlation.
fn varying(x: &[f64], y: &[f64]) -> Result<(), Undefined> {
    if x.len() < LEAST_PAIRS {
        return Err(Undefined::TooFew);
    }
    if varies(x) && varies(y) {
        Ok(())
    } else {
        Err(Undefined::Constant)
    }
}

/// Pearson's r of ranks that vary. Their sums are exact, and are divided in the order in which numpy does it: so
/// a perfect order comes out as the same number there and here, and with it a p of 0 or one that is not.
fn r_of_ranks(x: &[f64], y: &[f64]) -> f64 {
    let (x, y) = (from_mean(x), from_mean(y));
    let part = 1.0 / (x.len() as f64 - 1.0);
    let covariance = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>() * part;
    let r = covariance(&x, &y) / covariance(&y, &y).sqrt() / covariance(&x, &x).sqrt();
    r.clamp(-1.0, 1.0)
}

/// Pearson's r of series that vary.
fn r_of(x: &[f64], y: &[f64]) -> f64 {
    let (x, y) = (direction(x), direction(y));
    x.iter().zip(&y).map(|(a, b)| a * b).sum::<f64>().clamp(-1.0, 1.0)
}

/// How far each value is from the mean, as a direction of length 1.
fn direction(values: &[f64]) -> Vec<f64> {
    let off = from_mean(values);
    let most = off.iter().fold(0.0, |most: f64, it| most.max(it.abs()));
    let length = most * off.iter().map(|it| (it / most) * (it / most)).sum::<f64>().sqrt();
    off.iter().map(|it| it / length).collect()
}

fn from_mean(values: &[f64]) -> Vec<f64> {
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    values.iter().map(|it| it - mean).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_values_share_their_mean_rank() {
        assert_eq!(mean_ranks(&[3.0, 1.0, 3.0, 2.0]), [3.5, 1.0, 3.5, 2.0]);
        assert_eq!(mean_ranks(&[]), Vec::<f64>::new());
    }

    #[test]
    fn few_pairs_need_a_large_rho_before_words_see_a_pattern() {
        let of = |n, rho| {
            let spearman = Spearman {
                n,
                missing: 0,
                rho: Ok(rho),
            };
            spearman.lean()
        };
        assert_eq!(of(10, -0.6), Lean::NoClearPattern);
        assert_eq!(of(100, -0.6), Lean::Strong);
        assert_eq!(of(100, 0.35), Lean::Moderate);
        assert_eq!(of(100, 0.25), Lean::Faint);
        assert_eq!(of(100_000, 0.05), Lean::NoClearPattern);
        assert_eq!(spearman(&[[1.0, 2.0]]).lean(), Lean::NoClearPattern);
    }
}
