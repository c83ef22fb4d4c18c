//! The coming night: how long to sleep, and when to be in bed for it.
//!
//! The time to get up is what the runner's own nights say (the median of the last two weeks), because that
//! is what a morning leaves least choice about; bedtime is that minus the night that is aimed at: eight
//! hours, half an hour more after a long run or a race, half an hour more with a sleep debt over five hours
//! (SCIENCE 1.5, R9). Where too few nights are known there is no bedtime, and nothing invents one.

use jiff::civil::{Date, Time};

use super::time::days_between;
use super::{Journal, Night, Stamp};

/// The night that is aimed at, hours.
pub const NEED_H: f64 = 8.0;
/// How much longer after a long run or a race, and with a debt.
const LONGER_H: f64 = 0.5;
/// From this debt on, hours.
const DEBT_H: f64 = 5.0;
/// The nights that are looked at.
const NIGHTS: i32 = 14;
/// Fewer known hours than this say nothing about a debt.
const DEBT_NIGHTS: usize = 10;
/// Fewer known times of waking than this are no habit.
const WAKINGS: usize = 3;

/// The coming night.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tonight {
    /// Hours to aim at.
    pub target_h: f64,
    /// Hours missing over the last two weeks, where enough nights are known.
    pub debt_h: Option<f64>,
    /// When the runner gets up, where their nights tell it.
    pub wake: Option<Stamp>,
    /// When to be in bed for the target.
    pub bed: Option<Stamp>,
}

impl Tonight {
    /// The night after journal day `day`; `long` where a long run or a race was run that day.
    pub fn after(journal: &Journal, day: Date, long: bool) -> Self {
        let debt_h = debt_h(journal, day);
        let more = f64::from(u8::from(long)) + f64::from(u8::from(debt_h.is_some_and(|it| it > DEBT_H)));
        let target_h = NEED_H + more * LONGER_H;
        let wake = usual_waking(journal, day).and_then(|time| {
            let morning = day.tomorrow().ok()?;
            Stamp::from_civil(morning.to_datetime(time), &journal.settings.time_zone())
        });
        Self {
            target_h,
            debt_h,
            wake,
            bed: wake.map(|it| it.plus_seconds(-target_h * 3600.0)),
        }
    }
}

/// The main nights of the two weeks up to the morning of `day`, newest first.
fn recent_nights(journal: &Journal, day: Date) -> impl Iterator<Item = &Night> {
    let newest_first = journal.nights.iter().rev().skip_while(move |it| it.day > day);
    newest_first
        .take_while(move |it| days_between(it.day, day) < NIGHTS)
        .filter(|it| !it.nap)
}

/// Hours missing over two weeks (SCIENCE 1.5): the mean shortfall of the known nights, times fourteen.
fn debt_h(journal: &Journal, day: Date) -> Option<f64> {
    let missing = recent_nights(journal, day)
        .filter_map(Night::hours)
        .map(|it| (NEED_H - it).max(0.0));
    let missing: Vec<f64> = missing.collect();
    let known = missing.len();
    (known >= DEBT_NIGHTS).then(|| missing.iter().sum::<f64>() / known as f64 * f64::from(NIGHTS))
}

/// The median clock time of waking, to five minutes.
fn usual_waking(journal: &Journal, day: Date) -> Option<Time> {
    let wakings = recent_nights(journal, day).filter_map(|it| it.wake_at).map(|at| {
        let time = at.civil().time();
        i32::from(time.hour()) * 60 + i32::from(time.minute())
    });
    let mut wakings: Vec<i32> = wakings.collect();
    if wakings.len() < WAKINGS {
        return None;
    }
    wakings.sort_unstable();
    let median = wakings[wakings.len() / 2];
    let minutes = (median + 2) / 5 * 5 % (24 * 60);
    Time::new((minutes / 60) as i8, (minutes % 60) as i8, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::{Id, Meta, Record, Settings};

    const DAY: Date = date(2026, 11, 24);

    /// Nights of so many hours that ended at 6:30, the last on the morning of `DAY`.
    fn nights(count: i64, hours: f64) -> Journal {
        let settings = Settings::for_zone("Europe/Oslo");
        let zone = settings.time_zone();
        let records = (0..count).map(|back| {
            let day = DAY.checked_sub(jiff::Span::new().days(back)).unwrap();
            let wake = Stamp::from_civil(day.at(6, 30, 0, 0), &zone).unwrap();
            Record::Night(Night {
                wake_at: Some(wake),
                bed_at: Some(wake.plus_seconds(-hours * 3600.0)),
                ..Night::new(Meta::manual(Id::fresh(wake.ms)), day)
            })
        });
        Journal::of(records.collect::<Vec<_>>(), settings)
    }

    #[test]
    fn r9_target_bedtime_is_the_usual_waking_minus_the_night_aimed_at() {
        let tonight = Tonight::after(&nights(5, 8.0), DAY, false);
        assert_eq!(tonight.bed.unwrap().to_rfc3339(), "2026-11-24T22:30:00+01:00");
        assert_eq!(tonight.target_h, 8.0);
        assert_eq!(tonight.debt_h, None, "five nights say nothing about a debt");
    }

    #[test]
    fn r9_long_a_long_run_asks_for_half_an_hour_more() {
        let tonight = Tonight::after(&nights(5, 8.0), DAY, true);
        assert_eq!(tonight.bed.unwrap().to_rfc3339(), "2026-11-24T22:00:00+01:00");
    }

    #[test]
    fn r9_debt_over_five_hours_asks_for_half_an_hour_more() {
        let tonight = Tonight::after(&nights(10, 7.5), DAY, false);
        assert_eq!(tonight.debt_h, Some(7.0));
        assert_eq!(tonight.target_h, 8.5);
        assert_eq!(Tonight::after(&nights(10, 7.7), DAY, false).target_h, 8.0);
    }

    #[test]
    fn too_few_nights_make_no_bedtime() {
        assert_eq!(Tonight::after(&nights(2, 8.0), DAY, false).bed, None);
    }

    #[test]
    fn bedtime_keeps_the_hours_also_when_the_clocks_change() {
        let mut journal = nights(5, 8.0);
        for night in &mut journal.nights {
            night.day = night.day.checked_sub(jiff::Span::new().days(31)).unwrap();
        }
        // The clocks go back in the night to 25 October 2026: from 23:30 to 6:30 is eight hours.
        let tonight = Tonight::after(&journal, date(2026, 10, 24), false);
        assert_eq!(tonight.bed.unwrap().ms, tonight.wake.unwrap().ms - 8 * 3_600_000);
    }
}
