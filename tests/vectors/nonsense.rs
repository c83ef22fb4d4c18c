//! No input brings a function down.

use afterrun::analysis::stats::describe::{Summary, autocorrelation, varies};
use afterrun::analysis::stats::load::{self, Sex};
use afterrun::analysis::stats::lowess::{Options, lowess};
use afterrun::analysis::stats::randomise::{self, Dealing};
use afterrun::analysis::stats::regress::Regression;
use afterrun::analysis::stats::{multiple, permute, rank, resample, rolling, sleep, trend, two_samples};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{reference, vectors};

/// Any number at all, or none: infinities and what is not a number, and now and then a small whole one.
fn anything() -> impl Strategy<Value = Vec<Option<f64>>> {
    let number = prop_oneof![any::<f64>(), (0..3).prop_map(f64::from), -9.0..9.0_f64];
    proptest::collection::vec(proptest::option::weighted(0.8, number), 0..14)
}

proptest! {
    #[test]
    fn any_two_lists_get_answers(x in anything(), y in anything(), some in 0_usize..20, seed in any::<u64>()) {
        one_list(&x, some);
        two_lists(&x, &y, some, seed);
        fits(&x, &y, some);
        experiments(&x, &y, some, seed);
    }
}

fn one_list(x: &[Option<f64>], some: usize) {
    let summary = Summary::of(x);
    assert_eq!(summary.n + summary.missing, x.len());
    assert_eq!(summary.quantile(0.3).is_some(), summary.n > 0);
    assert!(autocorrelation(&summary.sorted, some).is_ok_and(|it| it.len() <= some + 1) || !varies(&summary.sorted));
    assert_eq!(rolling::rolling_mean(x, some, some).len(), x.len());
    assert_eq!(multiple::benjamini_hochberg(x).len(), x.len());
    assert_eq!(multiple::rejected(x, 0.05).len(), x.len());
    let fitness = load::weighted(x, load::impulse(some as f64), Some(0.0));
    assert_eq!(load::morning_form(&fitness, &fitness).len(), x.len());
    assert_eq!(
        load::coupled_ratio(x).len() + load::uncoupled_ratio(x).len(),
        2 * x.len()
    );
    let week = load::monotony(x, some);
    assert_eq!(week.n + week.missing, x.len());
    let timing = sleep::Timing::of(x);
    assert_eq!(timing.n + timing.missing, x.len());
    assert_eq!(sleep::debt(x, some as f64).len(), x.len());
    let nights: Vec<_> = x.windows(2).map(|ends| Some([ends[0]?, ends[1]?])).collect();
    assert!(
        sleep::regularity(&nights)
            .index
            .is_none_or(|it| (-100.0..=100.0).contains(&it))
    );
    if let [Some(a), Some(b), Some(c), ..] = *x {
        let share = load::heart_rate_reserve(a, b, c).unwrap_or(a);
        assert!(load::trimp(c, share, Sex::Female).is_err() || (0.0..=1.0).contains(&share));
    }
}

fn two_lists(x: &[Option<f64>], y: &[Option<f64>], some: usize, seed: u64) {
    let pairs = rank::pairs(x, y);
    let inside = |r: f64| (-1.0..=1.0).contains(&r) || r.is_nan();
    assert!(rank::spearman(&pairs).rho.is_ok_and(inside) || rank::spearman(&pairs).rho.is_err());
    assert!(rank::pearson(&pairs).r.is_ok_and(inside) || rank::pearson(&pairs).r.is_err());
    let kendall = rank::kendall(&pairs);
    assert_eq!(kendall.n + kendall.missing, pairs.len());
    assert!(rank::spearman_exact_p(&pairs).is_none_or(|p| p > 0.0 && p <= 1.0));
    assert_eq!(rank::lag_scan(x, y, &[0, some as i64, -1, i64::MIN]).len(), 4);
    assert_eq!(trend::theil_sen(x, y).n, kendall.n);
    assert!(lowess(&pairs, Options::default()).len() <= kendall.n);
    let welch = two_samples::welch(x, y);
    assert_eq!(welch.n_a + welch.n_b + welch.missing, x.len() + y.len());
    let exact = two_samples::mann_whitney(x, y).test.ok().and_then(|it| it.exact_p);
    assert!(exact.is_none_or(|p| p > 0.0 && p <= 1.0));
    assert!(permute::monte_carlo(x, y, seed, 9).is_ok_and(|it| it.tried == 9) || welch.n_a * welch.n_b == 0);
    if x.len() + y.len() < 14 {
        assert!(permute::exact(x, y).is_ok() == (welch.n_a * welch.n_b > 0));
    }
    let boot = resample::of_difference(x, y, some, 9, seed);
    assert_eq!(boot.valid + boot.skipped, 9);
    let choice: Vec<usize> = (0..some).collect();
    assert!(resample::of_mean(x, &[choice]).is_ok() || some >= x.len() || x.len() < 20);
}

fn fits(x: &[Option<f64>], y: &[Option<f64>], some: usize) {
    for columns in [&[x][..], &[x, y], &[x, x], &[]] {
        let found = Regression::of(y, columns);
        assert_eq!(found.n + found.missing, y.len());
        if let Ok(fit) = &found.fit {
            let all = [
                fit.plain(),
                fit.hc3(),
                fit.hac(some, true),
                fit.hac_default(),
                fit.hac_calendar(some, false),
                fit.hac_fixed_b(),
                fit.ewc(),
            ];
            assert!(
                all.iter()
                    .all(|it| it.se().len() == found.k && it.p(&fit.beta).len() == found.k)
            );
            assert_eq!(fit.inflation().len() + 1, found.k);
        }
    }
}

fn experiments(x: &[Option<f64>], y: &[Option<f64>], some: usize, seed: u64) {
    let sequence: Vec<bool> = x.iter().map(Option::is_some).collect();
    if let Ok(found) = randomise::exact(&sequence, y, some) {
        assert!((0.0..=1.0).contains(&found.p()));
    }
    let design = Dealing {
        block: some,
        seed,
        draws: 9,
    };
    if let Ok(found) = randomise::monte_carlo(&sequence, y, &[x], design) {
        assert!((0.0..=1.0).contains(&found.p()));
        assert!(found.interval().len() == 2 && found.valid() <= 9);
    }
}

/// Numbers that break formulas, for files. Whole ones are small: some say how often something is done.
fn odd_numbers() -> impl Strategy<Value = Vec<Value>> {
    let extreme = prop_oneof![
        Just(1e308),
        Just(-1e308),
        Just(1e-308),
        Just(-0.0),
        Just(0.1),
        Just(-1.0)
    ];
    let odd = prop_oneof![
        4 => Just(Value::Null),
        2 => (0..9).prop_map(|it| json!(it)),
        1 => (-3.0..3.0).prop_map(|it: f64| json!(it)),
        1 => extreme.prop_map(|it| json!(it)),
        1 => Just(json!("nonsense")),
        1 => Just(json!([])),
    ];
    proptest::collection::vec(odd, 1..12)
}

/// Replaces about one in `one_in` of the numbers below `value`, and cuts lists short.
fn spoil(value: &mut Value, odd: &[Value], one_in: usize, seen: &mut usize) {
    *seen += 1;
    let place = *seen;
    match value {
        Value::Object(entries) => entries.values_mut().for_each(|it| spoil(it, odd, one_in, seen)),
        Value::Array(items) => {
            if place.is_multiple_of(one_in) {
                items.truncate(place % 5);
            }
            for it in items {
                spoil(it, odd, one_in, seen);
            }
        }
        _ if place.is_multiple_of(one_in) => *value = odd[place % odd.len()].clone(),
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn no_spoilt_file_brings_the_comparison_down(odd in odd_numbers(), one_in in 1_usize..60, from in 0_usize..60) {
        let Some(text) = reference() else { return Ok(()) };
        let mut file: Value = serde_json::from_str(&text).expect("the file is JSON");
        for case in file["cases"].as_array_mut().into_iter().flatten() {
            let mut seen = from;
            spoil(&mut case["input"], &odd, one_in, &mut seen);
        }
        let cases = vectors::check(&file.to_string()).expect("still a file of cases");
        prop_assert_eq!(cases.len(), 141);
    }
}
