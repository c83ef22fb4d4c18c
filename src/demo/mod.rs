//! The sample journal's generator.
//!
//! A sample has to look like a life and to hold a truth that can be found. [`world`] makes the life in
//! numbers; [`diary`] writes it down as a person would, with forgotten mornings, weeks without a word and
//! checklists left half done. What is true in it is fixed: foam rolling after a run lowers the next
//! morning's soreness by [`FOAM_ROLLING_EFFECT`], an hour of sleep by [`SLEEP_EFFECT`], and stretching
//! changes nothing although it is done on the same hard days. Below the knee the right leg is the sorer one.
//!
//! Everything comes from the seed, ids included; the last day is one that is still going on.

mod body;
mod catalogue;
mod diary;
mod dice;
mod evening;
mod last_day;
mod sessions;
mod steps;
mod world;

use std::ops::RangeInclusive;

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::domain::health::Health;
use crate::domain::{Batch, Journal, Label, Record, Settings, Stamp};

/// The planted effect of foam rolling on the next morning's soreness, points of 0 to 10.
pub const FOAM_ROLLING_EFFECT: f64 = -1.2;

/// The planted effect of stretching: none.
pub const STRETCHING_EFFECT: f64 = 0.0;

/// The planted effect of each hour of sleep on the same morning's soreness.
pub const SLEEP_EFFECT: f64 = -0.35;

/// The runner's zone.
pub const ZONE: &str = "Europe/Oslo";

/// The days that a sample journal can end on.
pub const LAST_DAYS: RangeInclusive<Date> = Date::constant(1961, 1, 1)..=Date::constant(2199, 12, 30);

/// Parts the second stream of chance from the first.
const LATER: u64 = 0x7369_6465_735F_6F66;

/// What a sample journal is made from.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Its length in years, 1 to 60.
    pub years: u16,
    /// What everything in it comes from, ids included.
    pub seed: u64,
    /// Its last day, one of [`LAST_DAYS`].
    pub until: Date,
    /// When it will be looked at: if that is on its last day, the last run has ended a while before.
    pub now: Option<Stamp>,
}

impl Plan {
    /// The usual sample: two years, until `until`.
    pub fn until(until: Date) -> Self {
        Self {
            years: 2,
            seed: 1,
            until,
            now: None,
        }
    }

    /// First and last day, within what a journal can hold.
    fn days(&self) -> (Date, Date) {
        let last = self.until.clamp(*LAST_DAYS.start(), *LAST_DAYS.end());
        let years = i64::from(self.years.clamp(1, 60));
        (last.saturating_sub(years.years()).saturating_add(1.day()), last)
    }
}

/// The sample journal of `plan`; the same plan gives the same journal.
pub fn journal(plan: &Plan) -> Journal {
    Journal::of(records(plan), settings())
}

/// What the sample's data means, for a runner who answered the health questions with nothing.
pub fn settings() -> Settings {
    Settings {
        health: Health::answers([]),
        ..Settings::for_zone(ZONE)
    }
}

/// The batch that makes a new journal the sample of `plan`. A new journal has the built-in habits already.
pub fn batch(plan: &Plan) -> Batch {
    let own = |it: &Record| !matches!(it, Record::Habit(habit) if habit.builtin);
    Batch::putting(Label::new("batch-demo"), records(plan).into_iter().filter(own))
}

fn records(plan: &Plan) -> Vec<Record> {
    let (first, last) = plan.days();
    let mut dice = dice::Dice::of_seed(plan.seed);
    let days = world::days(first, last, &mut dice);
    let later = dice::Dice::of_seed(plan.seed ^ LATER);
    let mut diary = diary::Diary::new(first, dice, later, &settings());
    diary.catalogues();
    for today in days.iter().filter(|it| it.kept && it.date < last) {
        diary.day(today);
    }
    diary.last_day(last, plan.now);
    diary.records
}
