//! What happened to the runner, in numbers, before anyone wrote it down.
//!
//! A week has an easy start, a hard Wednesday and a long Sunday; four weeks rise and ease off; three
//! Sundays of the year are races. Soreness follows the training of the three days before (and a race for
//! a week, as measured after marathons), the night, what was done against it, and chance that lingers.
//! Habits cluster on hard days, so that a plain comparison of days with and without one is wrong.

use jiff::civil::{Date, Weekday};

use super::dice::Dice;
use super::{FOAM_ROLLING_EFFECT, SLEEP_EFFECT, STRETCHING_EFFECT};
use crate::domain::time::days_between;
use crate::domain::{RunKind, Sport};

/// A run as it was.
#[derive(Clone, Copy)]
pub(super) struct Run {
    pub(super) kind: RunKind,
    pub(super) race: Option<Race>,
    pub(super) minutes: f64,
    pub(super) distance_m: f64,
    pub(super) rpe: f64,
}

/// The races of a year.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Race {
    TenK,
    Half,
    Marathon,
}

impl Race {
    fn distance_m(self) -> f64 {
        match self {
            Self::TenK => 10_000.0,
            Self::Half => 21_097.5,
            Self::Marathon => 42_195.0,
        }
    }

    /// Seconds a kilometre, of a runner who begins.
    fn pace(self) -> f64 {
        match self {
            Self::TenK => 295.0,
            Self::Half => 310.0,
            Self::Marathon => 335.0,
        }
    }

    /// How much of the soreness after a marathon it leaves.
    fn soreness(self) -> f64 {
        match self {
            Self::TenK => 0.3,
            Self::Half => 0.6,
            Self::Marathon => 1.0,
        }
    }
}

/// Soreness above the usual on the days after a marathon (Takayama 2017, quads).
const AFTER_MARATHON: [f64; 7] = [5.1, 3.8, 1.8, 0.9, 0.3, 0.2, 0.0];

/// A session that was not a run.
#[derive(Clone, Copy)]
pub(super) struct Cross {
    pub(super) sport: Sport,
    pub(super) minutes: f64,
    pub(super) rpe: f64,
}

/// One day.
pub(super) struct Today {
    pub(super) date: Date,
    pub(super) run: Option<Run>,
    pub(super) cross: Option<Cross>,
    /// Hours slept in the night that ended on it.
    pub(super) sleep_h: f64,
    /// That morning, 0 to 10.
    pub(super) soreness: f64,
    /// What was done in the evening.
    pub(super) rolled: bool,
    pub(super) stretched: bool,
    /// Whether anything was written down at all.
    pub(super) kept: bool,
}

impl Today {
    /// RPE × minutes of everything.
    fn load(&self) -> f64 {
        self.run.map_or(0.0, |it| it.rpe * it.minutes) + self.cross.map_or(0.0, |it| it.rpe * it.minutes)
    }
}

/// Every day from `first` to `last`. Nothing is missing of the last week.
pub(super) fn days(first: Date, last: Date, dice: &mut Dice) -> Vec<Today> {
    let mut days: Vec<Today> = Vec::new();
    let (mut restless, mut lingering, mut gap) = (0.0, 0.0, false);
    let mut next = Some(first);
    while let Some(date) = next.filter(|it| *it <= last) {
        restless = 0.3 * restless + 0.86 * dice.normal();
        lingering = 0.4 * lingering + 0.92 * dice.normal();
        let weekend = matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday);
        let sleep_h = (7.3 + if weekend { 0.4 } else { 0.0 } + restless).clamp(3.5, 10.5);
        let soreness = soreness(&days, sleep_h) + lingering;
        gap = if gap { !dice.chance(0.2) } else { dice.chance(0.008) };
        let run = run_of(date, first, &days, dice);
        let mut today = Today {
            date,
            run,
            cross: cross_of(date, run.is_some(), dice),
            sleep_h,
            soreness: soreness.round().clamp(0.0, 10.0),
            rolled: false,
            stretched: false,
            kept: !gap || days_between(date, last) < 7,
        };
        evening(&mut today, days.last(), dice);
        days.push(today);
        next = date.tomorrow().ok();
    }
    days
}

/// The expected soreness of the morning after `days`.
fn soreness(days: &[Today], sleep_h: f64) -> f64 {
    let ago = |n: usize| days.len().checked_sub(n).and_then(|place| days.get(place));
    let trained = |n| {
        let of_race = |it: &&Today| it.run.is_none_or(|run| run.race.is_none());
        ago(n).filter(of_race).map_or(0.0, Today::load) / 300.0
    };
    let raced = (1..=AFTER_MARATHON.len()).filter_map(|n| Some(ago(n)?.run?.race?.soreness() * AFTER_MARATHON[n - 1]));
    let done = ago(1).map_or(0.0, |it| {
        let rolled = if it.rolled { FOAM_ROLLING_EFFECT } else { 0.0 };
        rolled + if it.stretched { STRETCHING_EFFECT } else { 0.0 }
    });
    let load = 1.6 * trained(1) + 0.9 * trained(2) + 0.3 * trained(3);
    1.2 + load + raced.sum::<f64>() + SLEEP_EFFECT * (sleep_h - 7.3) + done
}

/// What was done after a run: more often the harder it was.
fn evening(today: &mut Today, yesterday: Option<&Today>, dice: &mut Dice) {
    if today.run.is_none() {
        return;
    }
    let hard = ((today.load() - 150.0) / 170.0).min(2.5);
    let before = |did: fn(&Today) -> bool| if yesterday.is_some_and(did) { 1.1 } else { -0.9 };
    // Rolled muscles get a day off now and then; stretching is a habit that keeps itself going.
    today.rolled = dice.odds(hard - 0.4 - 0.3 * before(|it| it.rolled));
    today.stretched = dice.odds(hard - 0.2 + before(|it| it.stretched));
}

fn run_of(date: Date, first: Date, days: &[Today], dice: &mut Dice) -> Option<Run> {
    let pace = fitness(f64::from(days_between(first, date)) / 365.25);
    if let Some(race) = race_on(date) {
        let seconds = race.distance_m() / 1000.0 * race.pace() * pace * dice.between(0.97, 1.06);
        return Some(Run {
            kind: RunKind::Race,
            race: Some(race),
            minutes: seconds / 60.0,
            distance_m: race.distance_m(),
            rpe: dice.stepped(8.5, 10.0, 0.5),
        });
    }
    let after_marathon = days
        .iter()
        .rev()
        .take(6)
        .any(|it| it.run.is_some_and(|run| run.race == Some(Race::Marathon)));
    let (kind, minutes, spread, rpe) = match date.weekday() {
        Weekday::Tuesday | Weekday::Thursday | Weekday::Saturday => (RunKind::Easy, 45.0, 8.0, 3.0),
        Weekday::Wednesday => (RunKind::Workout, 60.0, 8.0, 7.0),
        Weekday::Sunday => (RunKind::Long, 100.0, 15.0, 5.0),
        Weekday::Monday | Weekday::Friday => return None,
    };
    if after_marathon || !dice.chance(0.9) {
        return None;
    }
    let minutes = ((minutes + spread * dice.normal()) * block(date)).max(15.0);
    let seconds_a_km = pace * dice.between(0.97, 1.04) * if kind == RunKind::Workout { 320.0 } else { 350.0 };
    Some(Run {
        kind,
        race: None,
        minutes,
        distance_m: minutes * 60.0 / seconds_a_km * 1000.0,
        rpe: (rpe + dice.normal()).round().clamp(1.0, 10.0),
    })
}

/// Three weeks that rise, and one that eases off.
fn block(date: Date) -> f64 {
    let monday = Date::constant(1970, 1, 5);
    let week = days_between(monday, date).div_euclid(7).rem_euclid(4);
    [0.9, 1.0, 1.1, 0.7][week.unsigned_abs() as usize]
}

/// How the pace changes with the years: training makes it faster, age slower.
fn fitness(years: f64) -> f64 {
    1.0 - 0.08 * years / (years + 3.0) + 0.004 * (years - 15.0).max(0.0)
}

fn race_on(date: Date) -> Option<Race> {
    let autumn = if date.year() % 2 == 0 {
        Race::Marathon
    } else {
        Race::Half
    };
    match (date.weekday(), date.month(), date.day()) {
        (Weekday::Sunday, 5, 25..) => Some(Race::Half),
        (Weekday::Sunday, 7, ..=7) => Some(Race::TenK),
        (Weekday::Sunday, 9, 8..=14) => Some(autumn),
        _ => None,
    }
}

fn cross_of(date: Date, ran: bool, dice: &mut Dice) -> Option<Cross> {
    let (share, sport, rpe) = match date.weekday() {
        Weekday::Monday => {
            let sports = [Sport::Ride, Sport::Swim, Sport::Walk, Sport::Yoga];
            (0.4, dice.one_of(&sports), dice.one_of(&[2.0, 2.0, 3.0]))
        }
        Weekday::Friday => (0.5, Sport::Strength, dice.one_of(&[4.0, 5.0])),
        _ if !ran => (0.3, Sport::Ride, dice.one_of(&[2.0, 3.0, 5.0])),
        _ => return None,
    };
    dice.chance(share).then(|| Cross {
        sport,
        minutes: dice.stepped(25.0, 60.0, 5.0),
        rpe,
    })
}
