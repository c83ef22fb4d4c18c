//! When two numbers are the same.

use serde_json::Value;

/// How far numbers may be apart, each as a share and as such; the larger counts.
pub struct Tolerances {
    plain: [f64; 2],
    p: [f64; 2],
    lowess: [f64; 2],
    drawn: [f64; 2],
}

/// Functions whose counts come from the same draws, so that only the last bits may differ.
const DRAWN: [&str; 7] = [
    "rng",
    "perm_diff_exact",
    "perm_diff_mc",
    "bootstrap_percentile_given_indices",
    "circular_block_bootstrap_diff",
    "randomisation_test_blocked",
    "randomisation_test_adjusted_mc",
];

impl Tolerances {
    /// Those that a file says, or the usual ones.
    pub fn of(meta: &Value) -> Self {
        let said = |name: &str, usual: f64| meta["tolerances"][name].as_f64().unwrap_or(usual);
        Self {
            plain: [said("default_rel", 1e-9), said("default_abs", 1e-12)],
            p: [said("p_values_rel", 1e-7), said("p_values_abs", 1e-12)],
            lowess: [said("default_rel", 1e-9), said("lowess_abs", 1e-9)],
            drawn: [1e-12, 1e-12],
        }
    }

    /// What differs between what `function` should say and what it says.
    pub fn differences(&self, function: &str, expect: &Value, answer: &Value) -> Vec<String> {
        let mut found = Vec::new();
        let start = Place {
            function,
            path: String::new(),
            name: "",
        };
        self.look(&start, expect, answer, &mut found);
        found
    }

    fn look(&self, place: &Place, expect: &Value, answer: &Value, found: &mut Vec<String>) {
        match (expect, answer) {
            (Value::Object(expect), _) => {
                for (name, expect) in expect {
                    self.look(&place.named(name), expect, &answer[name.as_str()], found);
                }
            }
            (Value::Array(expect), Value::Array(answer)) if expect.len() == answer.len() => {
                for (at, (expect, answer)) in expect.iter().zip(answer).enumerate() {
                    self.look(&place.at(at), expect, answer, found);
                }
            }
            (Value::Array(expect), Value::Array(answer)) => {
                let path = &place.path;
                found.push(format!("{path}: {} expected, {} found", expect.len(), answer.len()));
            }
            (Value::Number(_), Value::Number(_)) => {
                let (expected, got) = (number(expect), number(answer));
                if !self.near(place, expected, got) {
                    let apart = (got - expected).abs() / expected.abs();
                    found.push(format!(
                        "{}: {expected} expected, {got} found ({apart:.1e} apart)",
                        place.path
                    ));
                }
            }
            _ if expect == answer => {}
            _ => found.push(format!("{}: {expect} expected, {answer} found", place.path)),
        }
    }

    fn near(&self, place: &Place, expected: f64, got: f64) -> bool {
        let [share, plain] = match place.function {
            "lowess" => self.lowess,
            function if DRAWN.contains(&function) => self.drawn,
            _ if place.is_p() => self.p,
            _ => self.plain,
        };
        (got - expected).abs() <= plain.max(share * expected.abs())
    }
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or(f64::NAN)
}

/// Where in the answer.
struct Place<'c> {
    function: &'c str,
    path: String,
    /// The last name on the way.
    name: &'c str,
}

impl<'c> Place<'c> {
    fn named(&self, name: &'c str) -> Self {
        let dot = if self.path.is_empty() { "" } else { "." };
        Self {
            function: self.function,
            path: format!("{}{dot}{name}", self.path),
            name,
        }
    }

    fn at(&self, at: usize) -> Self {
        Self {
            function: self.function,
            path: format!("{}[{at}]", self.path),
            name: self.name,
        }
    }

    /// Whether the number is a p value.
    fn is_p(&self) -> bool {
        self.name == "p"
            || self.name.starts_with("p_")
            || self.name.ends_with("_p")
            || self.name.starts_with("adjusted")
    }
}
