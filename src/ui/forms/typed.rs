//! What is typed, as it is kept.

/// What is typed, without the blanks around it; as it was where it was not touched.
pub fn text(now: &str, was: &str) -> String {
    if now == was {
        was.to_owned()
    } else {
        now.trim().to_owned()
    }
}
