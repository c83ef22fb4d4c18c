//! The normal distribution and Student's t: tails that keep their digits, and quantiles.
//!
//! Own code, but for the error function. The t quantile of statrs 0.19 does not come back for some degrees of
//! freedom, and a function of the analysis must. A tail is summed as a tail and never taken from 1: a p value
//! of 1e-12 has as many right digits as one of 0.5.
//!
//! Source: the incomplete beta function by its continued fraction (Lentz), as DLMF 8.17.22.

use std::f64::consts::{FRAC_1_SQRT_2, PI, SQRT_2};

/// The chance that a standard normal value is at most `z`. NaN for NaN.
pub fn normal_cdf(z: f64) -> f64 {
    0.5 * libm::erfc(-z * FRAC_1_SQRT_2)
}

/// The chance that a standard normal value is further from 0 than `z`.
pub fn normal_two_sided(z: f64) -> f64 {
    libm::erfc(z.abs() * FRAC_1_SQRT_2)
}

/// The standard normal value that `p` of all are below; infinite at 0 and 1, NaN outside them.
pub fn normal_quantile(p: f64) -> f64 {
    if !(0.0..=1.0).contains(&p) {
        return f64::NAN;
    }
    if p == 0.5 {
        return 0.0;
    }
    let tail = p.min(1.0 - p);
    if tail == 0.0 {
        return f64::INFINITY.copysign(p - 0.5);
    }
    // Abramowitz and Stegun 26.2.23, good to three digits; each of Halley's steps triples them.
    let w = (-2.0 * tail.ln()).sqrt();
    let above = 2.515_517 + w * (0.802_853 + w * 0.010_328);
    let below = 1.0 + w * (1.432_788 + w * (0.189_269 + w * 0.001_308));
    let mut z = w - above / below;
    for _ in 0..3 {
        let off = (0.5 * libm::erfc(z * FRAC_1_SQRT_2) - tail) / normal_density(z);
        z += off / (1.0 - 0.5 * z * off);
    }
    z.copysign(p - 0.5)
}

fn normal_density(z: f64) -> f64 {
    (-0.5 * z * z).exp() / (SQRT_2 * PI.sqrt())
}

/// The chance that Student's t with `df` degrees of freedom is at most `t`. `df` may be broken, must be
/// positive (else NaN); infinite `df` is the normal distribution.
pub fn t_cdf(t: f64, df: f64) -> f64 {
    let half = Half::of(t.abs(), df);
    if t < 0.0 { half.tail } else { 0.5 + half.middle }
}

/// The chance that Student's t with `df` degrees of freedom is further from 0 than `t`: the p value of a
/// test of both sides. Keeps its digits down to the smallest numbers.
pub fn t_two_sided(t: f64, df: f64) -> f64 {
    2.0 * Half::of(t.abs(), df).tail
}

/// The value that `p` of Student's t with `df` degrees of freedom are below; infinite at 0 and 1, NaN where
/// `p` or `df` make no sense.
pub fn t_quantile(p: f64, df: f64) -> f64 {
    if !(0.0..=1.0).contains(&p) || df.is_nan() || df <= 0.0 {
        return f64::NAN;
    }
    if df > NEARLY_NORMAL {
        return normal_quantile(p);
    }
    let middle = (p - 0.5).abs();
    let tail = p.min(1.0 - p);
    if middle == 0.0 {
        return 0.0;
    }
    if tail == 0.0 {
        return f64::INFINITY.copysign(p - 0.5);
    }
    let size = if middle < 0.25 {
        search(df, |half| half.middle.ln() - middle.ln(), |half| half.middle)
    } else {
        search(df, |half| tail.ln() - half.tail.ln(), |half| half.tail)
    };
    size.copysign(p - 0.5)
}

/// From here on t differs from the normal distribution by less than the numbers can say.
const NEARLY_NORMAL: f64 = 1e17;

/// The root of `off`, which rises with t: Newton's steps in logarithms, halving where one leaves the bracket.
fn search(df: f64, off: impl Fn(&Half) -> f64, part: impl Fn(&Half) -> f64) -> f64 {
    let (mut low, mut high) = (-745.0_f64, 709.0_f64);
    let mut at = 0.0_f64;
    for _ in 0..200 {
        let t = at.exp();
        let half = Half::of(t, df);
        let distance = off(&half);
        if distance == 0.0 {
            break;
        }
        if distance > 0.0 {
            high = at;
        } else {
            low = at;
        }
        let newton = at - distance * part(&half) / (t * t_density(t, df));
        let next = if newton > low && newton < high {
            newton
        } else {
            f64::midpoint(low, high)
        };
        if (next - at).abs() <= 1e-16 * at.abs().max(1.0) {
            at = next;
            break;
        }
        at = next;
    }
    at.exp()
}

fn t_density(t: f64, df: f64) -> f64 {
    let rest = -0.5 * (df + 1.0) * (t / df * t).ln_1p();
    gamma_ratio(0.5 * df) / (df * PI).sqrt() * rest.exp()
}

/// One side of Student's t, cut at a size.
struct Half {
    /// From 0 to there.
    middle: f64,
    /// From there on.
    tail: f64,
}

impl Half {
    fn of(t: f64, df: f64) -> Self {
        if t.is_nan() || df.is_nan() || df <= 0.0 {
            return Self {
                middle: f64::NAN,
                tail: f64::NAN,
            };
        }
        if df > NEARLY_NORMAL {
            let tail = 0.5 * libm::erfc(t * FRAC_1_SQRT_2);
            let middle = 0.5 * libm::erf(t * FRAC_1_SQRT_2);
            return Self { middle, tail };
        }
        let a = 0.5 * df;
        let odds = t / df * t;
        // What the sum below is multiplied by: x^a (1−x)^½ / B(a, ½) with x = 1 / (1 + odds).
        let lead = (-a * odds.ln_1p()).exp() * (odds / (1.0 + odds)).sqrt() * gamma_ratio(a) / PI.sqrt();
        if odds * (a + 1.0) > 1.5 {
            let tail = 0.5 * lead * fraction(a, 0.5, 1.0 / (1.0 + odds)) / a;
            let tail = if odds.is_infinite() { 0.0 } else { tail };
            Self {
                middle: 0.5 - tail,
                tail,
            }
        } else {
            let middle = lead * fraction(0.5, a, odds / (1.0 + odds));
            Self {
                middle,
                tail: 0.5 - middle,
            }
        }
    }
}

/// Γ(a + ½) / Γ(a).
fn gamma_ratio(a: f64) -> f64 {
    let (mut a, mut steps) = (a, 1.0);
    while a < 20.0 {
        steps *= a / (a + 0.5);
        a += 1.0;
    }
    let u = a.recip();
    let series = 1.0
        + u * (-1.0 / 8.0
            + u * (1.0 / 128.0
                + u * (5.0 / 1024.0
                    + u * (-21.0 / 32768.0
                        + u * (-399.0 / 262_144.0 + u * (869.0 / 4_194_304.0 + u * (39325.0 / 33_554_432.0)))))));
    steps * a.sqrt() * series
}

/// The continued fraction of the incomplete beta function of `x`, without what stands before it.
fn fraction(a: f64, b: f64, x: f64) -> f64 {
    let safe = |value: f64| if value.abs() < 1e-300 { 1e-300 } else { value };
    let mut c = 1.0;
    let mut d = safe(1.0 - (a + b) * x / (a + 1.0)).recip();
    let mut sum = d;
    // More terms are needed the larger the degrees of freedom, about their root.
    let most = 200 + 4 * (a.max(b).sqrt() as usize).min(1_000_000);
    for m in 1..=most {
        let m = m as f64;
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = safe(1.0 + even * d).recip();
        c = safe(1.0 + even / c);
        sum *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = safe(1.0 + odd * d).recip();
        c = safe(1.0 + odd / c);
        let change = d * c;
        sum *= change;
        if (change - 1.0).abs() < 1e-16 {
            break;
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_tail_has_as_many_digits_as_the_middle() {
        // scipy.stats.t.sf and norm.sf, both sides.
        for (got, want) in [
            (t_two_sided(30.0, 9.0), 2.483_704_704_158e-10),
            (t_two_sided(9.0, 240.0), 7.079_004_072_706e-17),
            (normal_two_sided(8.0), 1.244_192_114_854e-15),
        ] {
            assert!((got - want).abs() < 1e-9 * want, "{got} {want}");
        }
    }

    #[test]
    fn the_ends_of_a_distribution_are_infinite_and_nothing_is_beyond_them() {
        assert_eq!(
            (t_quantile(0.0, 5.0), t_quantile(1.0, 5.0)),
            (f64::NEG_INFINITY, f64::INFINITY)
        );
        assert_eq!(
            (t_two_sided(f64::INFINITY, 5.0), t_cdf(f64::NEG_INFINITY, 5.0)),
            (0.0, 0.0)
        );
        assert!(t_quantile(1.1, 5.0).is_nan() && t_quantile(0.5, 0.0).is_nan() && t_cdf(1.0, -2.0).is_nan());
        assert_eq!(t_quantile(0.975, f64::INFINITY), normal_quantile(0.975));
    }

    proptest! {
        #[test]
        fn a_quantile_is_where_its_share_is_below(p in 1e-9..1.0_f64, df in 0.1..1e6_f64) {
            let there = t_cdf(t_quantile(p, df), df);
            prop_assert!((there - p).abs() <= 1e-9 * p.min(1.0 - p).max(1e-6), "{there} {p} {df}");
        }

        #[test]
        fn every_number_gets_an_answer(a in any::<f64>(), b in any::<f64>()) {
            for value in [t_cdf(a, b), t_two_sided(a, b), t_quantile(a, b), normal_cdf(a), normal_quantile(a)] {
                prop_assert!(value.is_nan() || value >= f64::NEG_INFINITY);
            }
        }
    }
}
