//! Reading the input of a case. What is not there or makes no sense is missing, and never a reason to stop.

use afterrun::analysis::stats::Undefined;
use serde_json::Value;

/// A list of numbers with gaps.
pub fn list(value: &Value) -> Vec<Option<f64>> {
    items(value).iter().map(Value::as_f64).collect()
}

/// The entries of a list; none where it is not a list.
pub fn items(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// A number of things.
pub fn count(value: &Value) -> usize {
    value.as_u64().map_or(0, |it| it as usize)
}

/// 64 bits, written as text because not every reader of JSON has numbers that long.
pub fn seed(value: &Value) -> u64 {
    let text = value.as_str().and_then(|it| it.parse().ok());
    text.or_else(|| value.as_u64()).unwrap_or(0)
}

/// A number, NaN where there is none.
pub fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or(f64::NAN)
}

/// `ok`, or why there is no number.
pub fn status<T>(result: &Result<T, Undefined>) -> &'static str {
    match result {
        Ok(_) => "ok",
        Err(why) => why.code(),
    }
}
