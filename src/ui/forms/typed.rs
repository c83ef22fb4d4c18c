//! What is typed, as it is kept.

use crate::domain::Slug;

/// What is typed, without the blanks around it; as it was where it was not touched.
pub fn text(now: &str, was: &str) -> String {
    if now == was {
        was.to_owned()
    } else {
        now.trim().to_owned()
    }
}

/// The slug of a name; with a number behind it where it is taken already.
pub fn unused(name: &str, is_taken: impl Fn(&Slug) -> bool) -> Slug {
    let slug = Slug::of(name);
    let mut numbered = (2..).map(|n| Slug::of(&format!("{name} {n}")));
    if is_taken(&slug) {
        numbered.find(|it| !is_taken(it)).unwrap_or(slug)
    } else {
        slug
    }
}
