//! Finding text in records: titles, notes, names, tags.
//!
//! Names of habits, supplements, regions and sports are compared once for a search, not once for each
//! record that has one.

use std::collections::BTreeSet;

use strum::VariantArray as _;

use super::index::{Item, Names};
use crate::domain::{Activity, Journal, RecordKind, Region, RunKind, Slug, SorenessRating, Sport, words};

/// A search, ready to be asked of many records.
pub struct Search {
    text: String,
    slugs: BTreeSet<Slug>,
    regions: BTreeSet<Region>,
    sports: BTreeSet<Sport>,
    run_kinds: BTreeSet<RunKind>,
}

impl Search {
    /// The search for `text`; for everything where it is blank.
    pub fn of(text: &str, names: &Names) -> Self {
        let text = text.trim().to_lowercase();
        let holds = |name: &str| name.to_lowercase().contains(&text);
        let named = |words: String| holds(&words);
        Self {
            slugs: names.matching(holds),
            regions: Region::VARIANTS
                .iter()
                .copied()
                .filter(|it| named(words::region(*it)))
                .collect(),
            sports: Sport::VARIANTS
                .iter()
                .copied()
                .filter(|it| named(words::sport(*it)))
                .collect(),
            run_kinds: RunKind::VARIANTS
                .iter()
                .copied()
                .filter(|it| named(words::run_kind(*it)))
                .collect(),
            text,
        }
    }

    /// Whether the record holds the text.
    pub fn finds(&self, journal: &Journal, item: &Item) -> bool {
        if self.text.is_empty() {
            return true;
        }
        let n = item.at;
        match item.kind {
            RecordKind::Activity => self.in_activity(&journal.activities[n]),
            RecordKind::Night => self.holds(&journal.nights[n].notes),
            RecordKind::Soreness => self.in_soreness(&journal.soreness[n]),
            RecordKind::Intake => {
                let it = &journal.intakes[n];
                self.slugs.contains(&it.supplement) || self.holds(&it.notes)
            }
            RecordKind::Practice => {
                let it = &journal.practices[n];
                self.slugs.contains(&it.habit) || self.holds(&it.notes)
            }
            RecordKind::CheckIn => self.holds(&journal.check_ins[n].notes),
            _ => false,
        }
    }

    fn in_activity(&self, it: &Activity) -> bool {
        let texts = [&it.title, &it.notes, &it.surface, &it.shoe];
        self.sports.contains(&it.sport)
            || it.kind.is_some_and(|kind| self.run_kinds.contains(&kind))
            || texts.into_iter().chain(&it.tags).any(|text| self.holds(text))
    }

    fn in_soreness(&self, it: &SorenessRating) -> bool {
        let area = it.meta.detail.as_ref().and_then(|detail| detail.get("area")?.as_str());
        self.regions.contains(&it.region) || self.holds(&it.notes) || area.is_some_and(|area| self.holds(area))
    }

    fn holds(&self, text: &str) -> bool {
        !text.is_empty() && text.to_lowercase().contains(&self.text)
    }
}

/// Where `text` stands in `words`, as byte ranges, whatever the case of its letters.
pub fn found_in(words: &str, text: &str) -> Vec<std::ops::Range<usize>> {
    let text = text.trim().to_lowercase();
    if text.is_empty() {
        return Vec::new();
    }
    // Lower case may be longer or shorter than what it was made from: each byte of it remembers its letter.
    let mut lower = String::new();
    let mut from = Vec::new();
    for (at, letter) in words.char_indices() {
        for small in letter.to_lowercase() {
            lower.push(small);
        }
        from.resize(lower.len(), (at, at + letter.len_utf8()));
    }
    let found = lower.match_indices(&text);
    found
        .map(|(at, part)| from[at].0..from[at + part.len() - 1].1)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_match_is_found_whatever_the_case_and_script() {
        for (words, text, parts) in [
            ("Calf felt CALFY", "calf", vec!["Calf", "CALF"]),
            ("Straße in İzmir", "izmir", vec![]),
            ("Løp i Tromsø", "TROMSØ", vec!["Tromsø"]),
            ("бег утром", "Утром", vec!["утром"]),
            ("nothing", "  ", vec![]),
        ] {
            let found: Vec<_> = found_in(words, text).into_iter().map(|it| &words[it]).collect();
            assert_eq!(found, parts, "{text:?} in {words:?}");
        }
    }
}
