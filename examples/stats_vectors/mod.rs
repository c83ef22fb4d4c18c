//! Cases of a reference file: what goes in, what other programs made of it, and what ours makes of it.
//!
//! A file is `{meta, cases: [{id, fn, input, expect}]}`. What a function is called there, and what its numbers
//! are called, is known here and nowhere in the library. Some questions are only in the answer (which
//! quantiles, which probabilities); so each function sees both.

mod compare;
mod days;
mod input;
mod numbers;
mod regressions;
mod samples;

use std::fmt;

use anyhow::Context as _;
use serde_json::Value;

use compare::Tolerances;

/// A case and what came of it.
pub struct Case {
    /// Its name.
    pub id: String,
    /// What differs from what was expected.
    pub differences: Vec<String>,
}

impl Case {
    /// Whether nothing differs.
    pub fn passed(&self) -> bool {
        self.differences.is_empty()
    }
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        if self.passed() {
            return write!(f, "ok {}", self.id);
        }
        write!(f, "FAILED {}", self.id)?;
        self.differences.iter().try_for_each(|it| write!(f, "\n    {it}"))
    }
}

/// Computes and compares all cases of a reference file.
pub fn check(text: &str) -> anyhow::Result<Vec<Case>> {
    let file: Value = serde_json::from_str(text)?;
    let tolerances = Tolerances::of(&file["meta"]);
    let cases = file["cases"].as_array().context("there is no list of cases")?;
    Ok(cases.iter().map(|it| checked(it, &tolerances)).collect())
}

fn checked(case: &Value, tolerances: &Tolerances) -> Case {
    let name = case["fn"].as_str().unwrap_or_default();
    let (input, expect) = (&case["input"], &case["expect"]);
    let differences = match function(name) {
        Some(function) => tolerances.differences(name, expect, &function(input, expect)),
        None => vec![format!("no function is called {name:?}")],
    };
    Case {
        id: case["id"].as_str().unwrap_or("without a name").to_owned(),
        differences,
    }
}

/// What computes an answer from an input; the expected answer says which numbers are asked for.
type Function = fn(&Value, &Value) -> Value;

fn function(name: &str) -> Option<Function> {
    let function: Function = match name {
        "rng" => numbers::rng,
        "student_t" => numbers::student_t,
        "normal" => numbers::normal,
        "describe" => numbers::describe,
        "acf" => numbers::acf,
        "pearson" => numbers::pearson,
        "spearman" => numbers::spearman,
        "kendall_tau_b" => numbers::kendall_tau_b,
        "theil_sen" => numbers::theil_sen,
        "lag_scan" => numbers::lag_scan,
        "benjamini_hochberg" => numbers::benjamini_hochberg,
        "lowess" => numbers::lowess,
        "rolling_mean_trailing" => numbers::rolling_mean_trailing,
        "ols" => regressions::ols,
        "ols_hc3" => regressions::ols_hc3,
        "ols_hac" => regressions::ols_hac,
        "ols_hac_default" => regressions::ols_hac_default,
        "ols_hac_calendar" => regressions::ols_hac_calendar,
        "ols_hac_fixedb" => regressions::ols_hac_fixedb,
        "ols_ewc" => regressions::ols_ewc,
        "habit_effect" => regressions::habit_effect,
        "welch_t" => samples::welch_t,
        "mann_whitney_u" => samples::mann_whitney_u,
        "perm_diff_exact" => samples::perm_diff_exact,
        "perm_diff_mc" => samples::perm_diff_mc,
        "bootstrap_percentile_given_indices" => samples::bootstrap_percentile_given_indices,
        "circular_block_bootstrap_diff" => samples::circular_block_bootstrap_diff,
        "permuted_block_assignment" => samples::permuted_block_assignment,
        "randomisation_test_blocked" => samples::randomisation_test_blocked,
        "randomisation_test_adjusted_mc" => samples::randomisation_test_adjusted_mc,
        "ewma_load" => days::ewma_load,
        "acwr" => days::acwr,
        "monotony_strain" => days::monotony_strain,
        "trimp" => days::trimp,
        "sleep_timing" => days::sleep_timing,
        "sleep_regularity_index" => days::sleep_regularity_index,
        "sleep_debt_14d" => days::sleep_debt_14d,
        "journal_day" => days::journal_day,
        "sleep_night" => days::sleep_night,
        _ => return None,
    };
    Some(function)
}
