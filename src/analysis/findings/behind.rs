//! The days behind a finding, for those who want to see for themselves.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::{Exposure, Finding, Outcome};
use crate::analysis::{DailyRow, DailyTable};

/// A day of a finding's estimate. Soreness is on the journal's scale, as it was given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Behind {
    /// The day; of sleep, the morning on which the night ended.
    pub day: Date,
    /// 1 with it, 0 without it; hours slept where it is about sleep.
    pub exposure: Option<f64>,
    /// Soreness before: that morning's, or the morning's before the night.
    pub before: Option<f64>,
    /// Soreness after: the outcome.
    pub after: Option<f64>,
    /// Load of the day in between, AU.
    pub load: Option<f64>,
}

impl Finding {
    /// The days of its estimate, in order, from the table it was made of. What an altered table does not
    /// know any more is `None`.
    pub fn behind(&self, table: &DailyTable) -> Vec<Behind> {
        self.days.iter().map(|&day| self.day_behind(table, day)).collect()
    }

    fn day_behind(&self, table: &DailyTable, day: Date) -> Behind {
        let at = |days: i32| table.row(day.saturating_add(days.days()));
        let soreness = |days: i32| {
            let rating = at(days)?.soreness?;
            (Some(rating.scale) == table.soreness_scale).then_some(rating.value)
        };
        let load = |days: i32| at(days).and_then(|it| it.load_au);
        let exposure = at(0).and_then(|row| self.exposure_of(table, row));
        let (before, after, load) = match self.outcome {
            Outcome::SameMorning => (soreness(-1), soreness(0), load(-1)),
            Outcome::NextMorning => (soreness(0), soreness(1), load(0)),
            Outcome::NextTwoMornings => {
                let both = soreness(1).zip(soreness(2));
                (soreness(0), both.map(|(one, two)| (one + two) / 2.0), load(0))
            }
        };
        Behind {
            day,
            exposure,
            before,
            after,
            load,
        }
    }

    fn exposure_of(&self, table: &DailyTable, row: &DailyRow) -> Option<f64> {
        match &self.exposure {
            Exposure::SleepHours | Exposure::ShortNight => row.sleep_h,
            Exposure::Habit(id) => row.habits[table.habits.iter().position(|it| it == id)?],
            Exposure::Supplement(id) => row.took[table.supplements.iter().position(|it| it == id)?],
        }
    }
}

#[cfg(test)]
mod tests {
    use std::num::NonZero;

    use jiff::civil::date;

    use super::*;
    use crate::analysis::findings::Findings;
    use crate::demo::{self, Plan};

    #[test]
    fn all_that_an_estimate_needs_is_known_of_each_of_its_days_and_both_sides_are_there() {
        let table = DailyTable::of(&demo::journal(&Plan::until(date(2026, 11, 24))));
        let findings = Findings::of(&table, NonZero::<usize>::MIN);
        let estimated = findings.all.iter().filter(|it| it.effect().is_some());
        let mut seen = 0;
        for finding in estimated {
            seen += 1;
            let behind = finding.behind(&table);
            assert_eq!(behind.len(), finding.n);
            for it in &behind {
                assert!(it.exposure.is_some() && it.before.is_some() && it.after.is_some() && it.load.is_some());
            }
            if let (Some(sides), Exposure::Habit(_)) = (finding.sides, &finding.exposure) {
                let with = behind.iter().filter(|it| it.exposure == Some(1.0)).count();
                assert_eq!(with, sides.with);
            }
        }
        assert!(seen > 5);
    }
}
