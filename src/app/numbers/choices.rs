//! What a journal has something of: the regions, habits and supplements that a chart can be asked for.

use std::collections::BTreeMap;

use strum::VariantArray as _;

use crate::analysis::DailyTable;
use crate::domain::{Journal, Region, Slug};

/// What can be chosen, what there is most of first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// By how often they were sore.
    pub regions: Vec<Region>,
    /// By how often they were done.
    pub habits: Vec<Slug>,
    /// By how often they were taken.
    pub supplements: Vec<Slug>,
}

impl Choices {
    /// What `journal`, whose daily table is `table`, has something of.
    pub fn of(journal: &Journal, table: &DailyTable) -> Self {
        let done = |column: fn(&crate::analysis::DailyRow) -> &[Option<f64>], place: usize| {
            let days = table.rows.iter().filter_map(|it| column(it)[place]);
            days.filter(|it| *it > 0.0).count()
        };
        let habits = table.habits.iter().enumerate();
        let supplements = table.supplements.iter().enumerate();
        Self {
            regions: regions(journal),
            habits: most_first(habits.map(|(place, id)| (id.clone(), done(|it| &it.habits, place)))),
            supplements: most_first(supplements.map(|(place, id)| (id.clone(), done(|it| &it.took, place)))),
        }
    }
}

fn regions(journal: &Journal) -> Vec<Region> {
    let mut sore = BTreeMap::new();
    for rating in journal.soreness.iter().filter(|it| it.is_observed()) {
        if rating.scale.severity(rating.score) > 0.0 {
            *sore.entry(rating.region).or_insert(0) += 1;
        }
    }
    let parts = Region::VARIANTS.iter().filter(|it| **it < Region::Overall);
    most_first(parts.map(|region| (*region, sore.get(region).copied().unwrap_or(0))))
}

/// Those there is anything of; of two with as much, the one that comes first.
fn most_first<T>(counted: impl Iterator<Item = (T, usize)>) -> Vec<T> {
    let mut counted: Vec<_> = counted.filter(|it| it.1 > 0).collect();
    counted.sort_by_key(|it| std::cmp::Reverse(it.1));
    counted.into_iter().map(|it| it.0).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::demo::{self, Plan};

    #[test]
    fn what_there_is_most_of_comes_first_and_what_there_is_nothing_of_is_left_out() {
        let journal = demo::journal(&Plan::until(date(2026, 11, 24)));
        let table = DailyTable::of(&journal);
        let choices = Choices::of(&journal, &table);
        let sore = |region| {
            let ratings = journal.soreness.iter();
            ratings.filter(|it| it.region == region && it.score > 0.0).count()
        };
        let first = choices.regions[0];
        assert!(
            choices
                .regions
                .iter()
                .all(|it| sore(*it) <= sore(first) && sore(*it) > 0)
        );
        assert!(!choices.regions.contains(&Region::AllOthers));
        assert!(!choices.habits.is_empty() && !choices.supplements.is_empty());
    }
}
