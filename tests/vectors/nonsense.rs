//! No input brings a function down: the reference cases, with their numbers replaced by others, and by none.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{reference, vectors};

/// Numbers that break formulas. Whole ones are small, because some say how often something is done.
fn odd_numbers() -> impl Strategy<Value = Vec<Value>> {
    let odd = prop_oneof![
        4 => Just(Value::Null),
        2 => (0..9).prop_map(|it| json!(it)),
        1 => (-3.0..3.0).prop_map(|it: f64| json!(it)),
        1 => prop_oneof![Just(1e308), Just(-1e308), Just(1e-308), Just(-0.0), Just(0.1), Just(-1.0)].prop_map(|it| json!(it)),
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
            items.iter_mut().for_each(|it| spoil(it, odd, one_in, seen));
        }
        _ if place.is_multiple_of(one_in) => *value = odd[place % odd.len()].clone(),
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn no_nonsense_brings_a_function_down(odd in odd_numbers(), one_in in 1_usize..60, from in 0_usize..60) {
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
