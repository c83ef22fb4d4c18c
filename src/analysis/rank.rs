//! Ranks, and how far two series rise together.
//!
//! Source: Spearman's rho as `scipy.stats.spearmanr` computes it, mean ranks for ties and then Pearson's
//! r of the ranks. No p value: days are not independent of each other, and a p value that pretends they
//! are says "significant" of noise far too often.

/// Why there is no rho.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undefined {
    /// Fewer than three pairs.
    TooFew,
    /// One of the two never changes.
    Constant,
}

/// Spearman's rho of `n` pairs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spearman {
    /// How many pairs had both numbers.
    pub n: usize,
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

/// Spearman's rho of pairs `[x, y]`; pairs with a NaN or an infinity are left out.
pub fn spearman(pairs: &[[f64; 2]]) -> Spearman {
    let whole: Vec<_> = pairs.iter().filter(|it| it.iter().all(|v| v.is_finite())).collect();
    let n = whole.len();
    if n < 3 {
        let rho = Err(Undefined::TooFew);
        return Spearman { n, rho };
    }
    let x = mean_ranks(&whole.iter().map(|it| it[0]).collect::<Vec<_>>());
    let y = mean_ranks(&whole.iter().map(|it| it[1]).collect::<Vec<_>>());
    let rho = pearson(&x, &y).ok_or(Undefined::Constant);
    Spearman { n, rho }
}

/// Pearson's r; `None` where one of the two is constant.
fn pearson(x: &[f64], y: &[f64]) -> Option<f64> {
    let (from_mean_x, from_mean_y) = (from_mean(x), from_mean(y));
    let product = |one: &[f64], other: &[f64]| one.iter().zip(other).map(|(a, b)| a * b).sum::<f64>();
    let size_x = product(&from_mean_x, &from_mean_x).sqrt();
    let size_y = product(&from_mean_y, &from_mean_y).sqrt();
    let varies = size_x > 0.0 && size_y > 0.0;
    varies.then(|| (product(&from_mean_x, &from_mean_y) / (size_x * size_y)).clamp(-1.0, 1.0))
}

fn from_mean(values: &[f64]) -> Vec<f64> {
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    values.iter().map(|it| it - mean).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::reference;

    #[test]
    fn equal_values_share_their_mean_rank() {
        assert_eq!(mean_ranks(&[3.0, 1.0, 3.0, 2.0]), [3.5, 1.0, 3.5, 2.0]);
        assert_eq!(mean_ranks(&[]), Vec::<f64>::new());
    }

    #[test]
    fn rho_is_the_one_of_scipy() {
        for case in reference::cases("spearman") {
            let x = reference::numbers(&case["input"]["x"]);
            let y = reference::numbers(&case["input"]["y"]);
            let pairs: Vec<[f64; 2]> = x.into_iter().zip(y).map(|(x, y)| [x, y]).collect();
            let got = spearman(&pairs);
            let want = &case["expect"];
            assert_eq!(Some(got.n as u64), want["n"].as_u64(), "{}", case["id"]);
            match (got.rho, want["status"].as_str()) {
                (Ok(rho), Some("ok")) => {
                    assert!((rho - want["value"].as_f64().unwrap()).abs() < 1e-12, "{}", case["id"]);
                }
                (Err(Undefined::Constant), Some("undefined_constant")) | (Err(Undefined::TooFew), Some("too_few")) => {}
                other => panic!("{}: {other:?}", case["id"]),
            }
        }
    }

    #[test]
    fn few_pairs_need_a_large_rho_before_words_see_a_pattern() {
        let of = |n, rho| Spearman { n, rho: Ok(rho) }.lean();
        assert_eq!(of(10, -0.6), Lean::NoClearPattern);
        assert_eq!(of(100, -0.6), Lean::Strong);
        assert_eq!(of(100, 0.35), Lean::Moderate);
        assert_eq!(of(100, 0.25), Lean::Faint);
        assert_eq!(of(100_000, 0.05), Lean::NoClearPattern);
        assert_eq!(spearman(&[[1.0, 2.0]]).lean(), Lean::NoClearPattern);
    }
}
