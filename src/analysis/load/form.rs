//! Fitness, fatigue and form: averages of the load that forget slowly and quickly.
//!
//! They begin at zero with the first record, so the first six weeks say more about the beginning of the
//! journal than about the runner, and are marked. Over a day that is not known they hold their value.

use jiff::civil::Date;

use super::Series;
use crate::analysis::stats::load::{FATIGUE_DAYS, FITNESS_DAYS, impulse, morning_form, weighted};

/// So many days from the first record on, the averages are still warming up.
pub const WARMING_DAYS: usize = 42;

/// A day. All in AU a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FormDay {
    /// Which.
    pub day: Date,
    /// Average of the load with a time constant of 42 days, that day's included (CTL).
    pub fitness: f64,
    /// With 7 days (ATL).
    pub fatigue: f64,
    /// That morning: yesterday's fitness less yesterday's fatigue (TSB).
    pub form: f64,
    /// The day's load; `None` where it is not known and the averages are held.
    pub load_au: Option<f64>,
    /// Whether it is one of the first days.
    pub warming: bool,
}

/// Every day from the first with a known load on; `load` begins with the first record.
pub fn form(load: &Series) -> Vec<FormDay> {
    let fitness = weighted(&load.values, impulse(FITNESS_DAYS), Some(0.0));
    let fatigue = weighted(&load.values, impulse(FATIGUE_DAYS), Some(0.0));
    let form = morning_form(&fitness, &fatigue);
    let begun = load
        .values
        .iter()
        .position(Option::is_some)
        .unwrap_or(load.values.len());
    let days = load.days().enumerate().skip(begun).filter_map(|(n, (day, load_au))| {
        Some(FormDay {
            day,
            fitness: fitness[n]?,
            fatigue: fatigue[n]?,
            form: form[n]?,
            load_au,
            warming: n < begun + WARMING_DAYS,
        })
    });
    days.collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn unknown_days_hold_their_value_and_the_first_six_weeks_are_marked() {
        let mut values = vec![None, None, Some(100.0), None];
        values.extend(vec![Some(50.0); 60]);
        let load = Series {
            first: Some(date(2026, 1, 1)),
            values,
        };
        let days = form(&load);
        assert_eq!(days[0].day, date(2026, 1, 3));
        assert_eq!((days[0].form, days[1].fitness), (0.0, days[0].fitness));
        assert_eq!(days[2].form, days[1].fitness - days[1].fatigue);
        assert_eq!(days.iter().filter(|it| it.warming).count(), 42);
        // λ = 1 − e^(−1/42)
        assert!((days[0].fitness - 2.352_831_334_775_67).abs() < 1e-12);
    }
}
