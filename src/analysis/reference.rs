//! The reference vectors of the statistics, where they are at hand: numbers that scipy and statsmodels
//! gave for the same input.

use std::path::Path;

use serde_json::Value;

/// The cases of function `name`; none, with a printed line, where the file is missing.
#[expect(clippy::print_stdout, reason = "a test says that it had nothing to compare with")]
pub fn cases(name: &str) -> Vec<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/science/stats_reference.json");
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("skipped: no reference vectors at {}", path.display());
        return Vec::new();
    };
    let all: Value = serde_json::from_str(&text).expect("the vectors are JSON");
    let all = all["cases"].as_array().cloned().expect("with a list of cases");
    let found: Vec<Value> = all.into_iter().filter(|case| case["fn"] == name).collect();
    assert!(!found.is_empty(), "no vectors for {name}");
    found
}

/// A list of numbers, null as NaN.
pub fn numbers(list: &Value) -> Vec<f64> {
    let list = list.as_array().expect("a list");
    list.iter().map(|it| it.as_f64().unwrap_or(f64::NAN)).collect()
}
