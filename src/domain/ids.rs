//! Names of records.
//!
//! Records are named by a [`Id`], a UUID of version 7: unique on every computer, so that two journals
//! can be merged one day, and rising with time, so that a listing by id is a listing by age. The two
//! catalogues (habits, supplements) and the routines are named by a [`Slug`], a word: it appears in file headers
//! (`habit_foam_rolling`, `took_magnesium`), where a number would say nothing.

use std::fmt::{self, Write as _};
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The name of one record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Id(Uuid);

impl Id {
    /// A new name, for a record made at `now_ms` (milliseconds UTC since 1970).
    pub fn fresh(now_ms: i64) -> Self {
        let noise = Uuid::new_v4().into_bytes();
        let mut random = [0; 10];
        random.copy_from_slice(&noise[6..]);
        // Bytes 6 and 8 of a v4 carry its version and variant: take noise from elsewhere for them.
        random[0] = noise[0];
        random[2] = noise[1];
        Self::from_parts(now_ms, random)
    }

    /// Writes it, without what a formatter would cost: an export has a hundred thousand of them.
    pub fn write(self, out: &mut impl fmt::Write) -> fmt::Result {
        out.write_str(self.0.hyphenated().encode_lower(&mut Uuid::encode_buffer()))
    }

    /// The name made of a moment and ten given bytes: for journals that come from a seed.
    pub fn from_parts(now_ms: i64, random: [u8; 10]) -> Self {
        let millis = u64::try_from(now_ms).unwrap_or(0);
        Self(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f)
    }
}

impl FromStr for Id {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Uuid::parse_str(text).map(Self)
    }
}

/// The name of a catalogue entry: lower-case ASCII words joined by `_`, never empty.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Slug(String);

impl Slug {
    /// Makes a slug of any name: "Omega-3 (fish oil)" is `omega_3_fish_oil`. A name without a
    /// letter or digit of ASCII gets a word made from its characters, so that it stays unique.
    pub fn of(name: &str) -> Self {
        let mut out = String::new();
        for c in name.chars() {
            if c.is_ascii_alphanumeric() {
                out.push(c.to_ascii_lowercase());
            } else if c.is_alphabetic() {
                write!(out, "x{:x}", u32::from(c)).expect("memory takes every character");
            } else if !out.is_empty() && !out.ends_with('_') {
                out.push('_');
            }
        }
        while out.ends_with('_') {
            out.pop();
        }
        if out.is_empty() {
            out.push_str("unnamed");
        }
        Self(out)
    }

    /// The slug of a name; with a number behind it where it is taken already.
    pub fn unused(name: &str, is_taken: impl Fn(&Self) -> bool) -> Self {
        let slug = Self::of(name);
        let mut numbered = (2..).map(|n| Self::of(&format!("{name} {n}")));
        if is_taken(&slug) {
            numbered.find(|it| !is_taken(it)).unwrap_or(slug)
        } else {
            slug
        }
    }

    /// The word itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_rise_with_time() {
        assert!(Id::fresh(1_700_000_000_000) < Id::fresh(1_700_000_000_001));
    }

    #[test]
    fn an_id_survives_its_text() {
        let id = Id::fresh(1_700_000_000_000);
        assert_eq!(id.to_string().parse::<Id>().unwrap(), id);
    }

    #[test]
    fn slugs_are_words_whatever_the_name() {
        for (name, slug) in [
            ("Magnesium", "magnesium"),
            ("  Omega-3 (fish oil) ", "omega_3_fish_oil"),
            ("L-glutamine", "l_glutamine"),
            ("Würze", "wxfcrze"),
            ("!!!", "unnamed"),
        ] {
            assert_eq!(Slug::of(name).as_str(), slug);
        }
    }
}
