//! The catalogue entries that rows may name: those of the journal, and those of the export.

use std::collections::HashSet;

use crate::domain::{Habit, Journal, Record, Slug, Supplement};
use crate::fl;

/// The words that are known.
pub(super) struct Catalogue {
    habits: HashSet<Slug>,
    supplements: HashSet<Slug>,
}

impl Catalogue {
    /// The entries of a journal; those in its trash can still be named.
    pub fn of(journal: &Journal) -> Self {
        let mut catalogue = Self {
            habits: journal.habits.iter().map(|it| it.meta.id.clone()).collect(),
            supplements: journal.supplements.iter().map(|it| it.meta.id.clone()).collect(),
        };
        for record in &journal.trash {
            match record {
                Record::Habit(it) => catalogue.add_habit(it),
                Record::Supplement(it) => catalogue.add_supplement(it),
                _ => {}
            }
        }
        catalogue
    }

    /// One more habit.
    pub fn add_habit(&mut self, habit: &Habit) {
        self.habits.insert(habit.meta.id.clone());
    }

    /// One more supplement.
    pub fn add_supplement(&mut self, supplement: &Supplement) {
        self.supplements.insert(supplement.meta.id.clone());
    }

    /// The habit, or why no row can name it.
    pub fn habit(&self, word: Slug) -> Result<Slug, String> {
        if self.habits.contains(&word) {
            Ok(word)
        } else {
            Err(fl!("import-no-habit", word = word.as_str()))
        }
    }

    /// The supplement, or why no row can name it.
    pub fn supplement(&self, word: Slug) -> Result<Slug, String> {
        if self.supplements.contains(&word) {
            Ok(word)
        } else {
            Err(fl!("import-no-supplement", word = word.as_str()))
        }
    }
}
