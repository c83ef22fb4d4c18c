//! What the findings of a journal hang on, as one number.
//!
//! Most changes of a journal change no finding: a note, a weight, a run's title. Who keeps findings asks
//! for this number, which takes a small part of the time, and makes them again only where it is another.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::Findings;
use super::series::Series;
use crate::analysis::DailyTable;
use crate::domain::Scale;

impl Findings {
    /// A number that is the same for tables with the same findings to be made: days, answers, and on which
    /// days each exposure is compared. It means nothing to another version of the program.
    pub fn fingerprint(table: &DailyTable) -> u64 {
        let series = Series::of(table);
        let mut hasher = DefaultHasher::new();
        table.soreness_scale.map(Scale::id).hash(&mut hasher);
        (&series.days, &series.covered, &series.ran).hash(&mut hasher);
        let mut numbers = vec![&series.soreness, &series.load[0], &series.sleep];
        for it in &series.taken {
            (&it.exposure, it.eligibility).hash(&mut hasher);
            numbers.push(&it.value);
        }
        for number in numbers.into_iter().flatten() {
            number.to_bits().hash(&mut hasher);
        }
        hasher.finish()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::demo::{self, Plan};

    fn table() -> DailyTable {
        DailyTable::of(&demo::journal(&Plan::until(date(2026, 11, 24))))
    }

    fn after(change: impl Fn(&mut DailyTable)) -> u64 {
        let mut table = table();
        change(&mut table);
        Findings::fingerprint(&table)
    }

    #[test]
    fn only_what_findings_are_made_of_counts() {
        let same = Findings::fingerprint(&table());
        assert_eq!(after(|it| it.rows[3].runs += it.rows[3].runs), same);
        assert_eq!(after(|it| it.rows[40].distance_m = Some(1.0)), same);
        assert_ne!(after(|it| it.rows[40].sleep_h = None), same);
        assert_ne!(after(|it| it.rows[40].load_au = Some(1.5)), same);
        assert_ne!(after(|it| it.rows[40].habits[0] = Some(0.5)), same);
        assert_ne!(after(|it| it.habits.swap(0, 1)), same);
        assert_ne!(after(|it| it.rows.truncate(50)), same);
        assert_ne!(after(|it| it.soreness_scale = Some(Scale::Pmsys15)), same);
    }
}
