//! The rules of the estimator, one by one; `tests/vectors.rs` has its numbers.

use super::slope::cosines;
use super::*;

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
