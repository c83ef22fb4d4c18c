//! Two samples, drawn again, and experiments.

use afterrun::analysis::stats::permute::{self, Permutation};
use afterrun::analysis::stats::randomise::{self, Dealing, Randomised, assignments};
use afterrun::analysis::stats::rng::Stream;
use afterrun::analysis::stats::{Undefined, resample, two_samples};
use serde_json::{Value, json};

use super::input::{count, items, list, seed, status};

/// Both samples of a case.
fn samples(input: &Value) -> [Vec<Option<f64>>; 2] {
    ["a", "b"].map(|it| list(&input[it]))
}

pub fn welch_t(input: &Value, _: &Value) -> Value {
    let [a, b] = samples(input);
    let found = two_samples::welch(&a, &b);
    let test = found.test.ok();
    json!({
        "n_a": found.n_a,
        "n_b": found.n_b,
        "missing": found.missing,
        "status": status(&found.test),
        "diff": found.difference,
        "t": test.map(|it| it.t),
        "df": test.map(|it| it.df),
        "p": test.map(|it| it.p),
        "ci95": test.map(|it| it.interval),
        "cohen_d_pooled": test.map(|it| it.cohen_d),
        "hedges_g": test.map(|it| it.hedges_g),
    })
}

pub fn mann_whitney_u(input: &Value, _: &Value) -> Value {
    let [a, b] = samples(input);
    let found = two_samples::mann_whitney(&a, &b);
    let test = found.test.ok();
    json!({
        "n_a": found.n_a,
        "n_b": found.n_b,
        "missing": found.missing,
        "status": status(&found.test),
        "U_a": test.map(|it| it.u),
        "p_asymptotic_cc": test.map(|it| it.p),
        "p_exact": test.and_then(|it| it.exact_p),
        "prob_superiority": test.map(|it| it.superiority),
        "rank_biserial": test.map(|it| it.rank_biserial),
    })
}

fn permutation(result: &Result<Permutation, Undefined>) -> Value {
    let it = result.as_ref().ok();
    json!({
        "n_a": it.map(|it| it.n_a),
        "n_b": it.map(|it| it.n_b),
        "missing": it.map(|it| it.missing),
        "status": status(result),
        "diff": it.map(|it| it.difference),
        "p": it.map(|it| it.p),
        "n_perm": it.map(|it| it.tried),
        "count": it.map(|it| it.as_far),
        "first_diffs": it.map(|it| &it.first),
    })
}

pub fn perm_diff_exact(input: &Value, _: &Value) -> Value {
    let [a, b] = samples(input);
    permutation(&permute::exact(&a, &b))
}

pub fn perm_diff_mc(input: &Value, _: &Value) -> Value {
    let [a, b] = samples(input);
    let draws = input["B"].as_u64().unwrap_or(0);
    permutation(&permute::monte_carlo(&a, &b, seed(&input["seed"]), draws))
}

pub fn bootstrap_percentile_given_indices(input: &Value, _: &Value) -> Value {
    let choice = |it: &Value| items(it).iter().map(count).collect::<Vec<usize>>();
    let indices: Vec<Vec<usize>> = items(&input["indices"]).iter().map(choice).collect();
    let found = resample::of_mean(&list(&input["x"]), &indices);
    let it = found.as_ref().ok();
    json!({
        "status": status(&found),
        "means": it.map(|it| &it.0),
        "ci95_type7": it.map(|it| it.1.interval),
        "se": it.map(|it| it.1.se),
    })
}

pub fn circular_block_bootstrap_diff(input: &Value, _: &Value) -> Value {
    let (h, y) = (list(&input["h"]), list(&input["y"]));
    let (block, draws) = (count(&input["block_len"]), count(&input["B"]));
    let found = resample::of_difference(&h, &y, block, draws, seed(&input["seed"]));
    let result = found.difference.ok_or(Undefined::TooFew);
    json!({
        "n_with": found.n_with,
        "n_without": found.n_without,
        "missing": found.missing,
        "status": status(&result),
        "diff": found.difference,
        "first_index_list": found.first,
        "n_valid": found.valid,
        "n_skipped": found.skipped,
        "ci95_type7": found.spread.interval,
        "se": found.spread.se,
    })
}

pub fn permuted_block_assignment(input: &Value, _: &Value) -> Value {
    let mut stream = Stream::of_seed(seed(&input["seed"]));
    let dealt = assignments(&mut stream, count(&input["n"]), count(&input["block"]));
    let letter = |&it: &bool| if it { 'B' } else { 'A' };
    let sequence = dealt.as_ref().map(|it| it.iter().map(letter).collect::<String>());
    json!({"status": status(&dealt), "sequence": sequence.ok()})
}

/// What was done when.
fn sequence(input: &Value) -> Vec<bool> {
    let letters = input["sequence"].as_str().unwrap_or_default().chars();
    letters.map(|it| it == 'B').collect()
}

pub fn randomisation_test_blocked(input: &Value, _: &Value) -> Value {
    let found = randomise::exact(&sequence(input), &list(&input["y"]), count(&input["block"]));
    let accepted = |it: &Randomised| {
        let inside = (-600..=600).map(|step| it.difference + f64::from(step) * 0.01);
        let mut inside = inside.filter(|&d| it.p_of(d) > 0.05);
        let lower = inside.next();
        [lower, inside.next_back().or(lower)].map(|end| end.map(to_four_places))
    };
    let it = found.as_ref().ok();
    json!({
        "status": status(&found),
        "missing": it.map(|it| it.missing),
        "effect_B_minus_A": it.map(|it| it.difference),
        "p": it.map(Randomised::p),
        "n_assignments": it.map(|it| it.dealings),
        "ci95_grid001": it.map(accepted),
    })
}

/// The file has the ends on its grid rounded like this.
fn to_four_places(value: f64) -> f64 {
    format!("{value:.4}").parse().unwrap_or(value)
}

pub fn randomisation_test_adjusted_mc(input: &Value, _: &Value) -> Value {
    let covariates: Vec<_> = input["covariates"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|it| list(it.1))
        .collect();
    let covariates: Vec<&[Option<f64>]> = covariates.iter().map(Vec::as_slice).collect();
    let design = Dealing {
        block: count(&input["block"]),
        seed: seed(&input["seed"]),
        draws: count(&input["B"]),
    };
    let found = randomise::monte_carlo(&sequence(input), &list(&input["y"]), &covariates, design);
    let it = found.as_ref().ok();
    let steps = it.map(|it| [-1.0, 1.0].map(|way| furthest(it, way)));
    let ends = it.zip(steps).map(|(it, [low, high])| {
        [
            it.difference - 0.01 * f64::from(low),
            it.difference + 0.01 * f64::from(high),
        ]
    });
    json!({
        "status": status(&found),
        "missing": it.map(|it| it.missing),
        "effect_B_minus_A": it.map(|it| it.difference),
        "n_valid": it.map(Randomised::valid),
        "p": it.map(Randomised::p),
        "ci95_grid001": ends,
        "ci_unbounded": steps.map(|it| it.map(|it| it == MOST_STEPS)),
    })
}

const MOST_STEPS: i32 = 2000;

/// The most hundredths to one side that are not rejected.
fn furthest(it: &Randomised, way: f64) -> i32 {
    let inside = |step: &i32| it.p_of(it.difference + way * 0.01 * f64::from(*step)) > 0.05;
    (0..=MOST_STEPS).rev().find(inside).unwrap_or(0)
}
