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
                (soreness(0), both.map(|(one, two)| f64::midpoint(one, two)), load(0))
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
    use jiff::civil::date;

    use super::*;
    use crate::analysis::findings::{Comparison, Status};
    use crate::analysis::stats::effect::Refusal;
    use crate::domain::{Rating, Scale, Slug};

    /// Four days: soreness 1, 2, 3, none; load 10, 20, 30, 40; hours 5, 6, 7, 8; done on the second.
    fn table() -> DailyTable {
        let row = |n: i8| DailyRow {
            day: date(2026, 3, n),
            load_au: Some(f64::from(n) * 10.0),
            sleep_h: Some(f64::from(n) + 4.0),
            soreness: (n < 4).then_some(Rating {
                value: f64::from(n),
                scale: Scale::Nrs010,
            }),
            habits: vec![(n < 4).then_some(f64::from(u8::from(n == 2)))],
            covered: true,
            runs: 0,
            distance_m: None,
            moving_s: None,
            nap_h: None,
            sleep_quality: None,
            soreness_regions: 0,
            fatigue: None,
            stress: None,
            mood: None,
            took: Vec::new(),
            dose: Vec::new(),
        };
        DailyTable {
            rows: (1..=4).map(row).collect(),
            habits: vec![Slug::of("snack")],
            supplements: Vec::new(),
            soreness_scale: Some(Scale::Nrs010),
        }
    }

    fn behind(exposure: Exposure, outcome: Outcome) -> Vec<Behind> {
        let status = Status::Refused(Refusal::NoContrast);
        let finding = Finding {
            days: vec![date(2026, 3, 1), date(2026, 3, 2)],
            ..Finding::bare(exposure, outcome, status, Comparison::default())
        };
        finding.behind(&table())
    }

    fn day(n: i8, numbers: [Option<f64>; 4]) -> Behind {
        let [exposure, before, load, after] = numbers;
        Behind {
            day: date(2026, 3, n),
            exposure,
            before,
            after,
            load,
        }
    }

    #[test]
    fn what_was_done_stands_between_the_mornings_before_and_after() {
        let snack = || Exposure::Habit(Slug::of("snack"));
        assert_eq!(
            behind(snack(), Outcome::NextMorning),
            [
                day(1, [Some(0.0), Some(1.0), Some(10.0), Some(2.0)]),
                day(2, [Some(1.0), Some(2.0), Some(20.0), Some(3.0)])
            ]
        );
        assert_eq!(
            behind(snack(), Outcome::NextTwoMornings),
            [
                day(1, [Some(0.0), Some(1.0), Some(10.0), Some(2.5)]),
                day(2, [Some(1.0), Some(2.0), Some(20.0), None])
            ]
        );
    }

    #[test]
    fn a_night_stands_between_the_morning_before_and_its_own() {
        assert_eq!(
            behind(Exposure::SleepHours, Outcome::SameMorning),
            [
                day(1, [Some(5.0), None, None, Some(1.0)]),
                day(2, [Some(6.0), Some(1.0), Some(10.0), Some(2.0)])
            ]
        );
    }
}
