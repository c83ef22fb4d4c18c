//! The statistics against what numpy, scipy, statsmodels and pandas give, and against nonsense.

#[path = "vectors/nonsense.rs"]
mod nonsense;
#[path = "../examples/stats_vectors/mod.rs"]
mod vectors;

use std::path::Path;

/// The reference file, where it is at hand.
fn reference() -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/science/stats_reference.json");
    std::fs::read_to_string(path).ok()
}

#[test]
fn every_function_gives_the_reference_numbers() {
    let Some(text) = reference() else {
        skipped();
        return;
    };
    let cases = vectors::check(&text).expect("a file of cases");
    let failed: Vec<String> = cases
        .iter()
        .filter(|it| !it.passed())
        .map(ToString::to_string)
        .collect();
    assert!(failed.is_empty(), "\n{}", failed.join("\n"));
    assert_eq!(cases.len(), 141);
}

#[expect(clippy::print_stdout, reason = "a test says that it had nothing to compare with")]
fn skipped() {
    println!("skipped: no reference numbers beside the project");
}

#[test]
fn a_wrong_number_and_an_unknown_function_are_told() {
    let text = r#"{"cases": [
        {"id": "mean", "fn": "describe", "input": {"x": [1, 2]}, "expect": {"n": 2, "mean": 1.25}},
        {"id": "p", "fn": "welch_t", "input": {"a": [4], "b": [1, 2]}, "expect": {"status": "ok"}},
        {"id": "what", "fn": "astrology", "input": {}, "expect": {}}
    ]}"#;
    let told: Vec<String> = vectors::check(text)
        .expect("a file of cases")
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        told,
        [
            "FAILED mean\n    mean: 1.25 expected, 1.5 found (2.0e-1 apart)",
            "FAILED p\n    status: \"ok\" expected, \"too_few\" found",
            "FAILED what\n    no function is called \"astrology\"",
        ]
    );
}
