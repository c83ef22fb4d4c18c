//! A runner who is made up: one habit, its true effect known, and all that makes it hard to see.
//!
//! Hard days make sore, and on hard days the habit is done more often; soreness and habits last from day to
//! day; mornings are missing, now and then for days on end. What a habit does is added to the soreness before
//! it is rounded and cut to 0–10 as a runner would type it, so the truth is the mean of what that leaves.

use afterrun::analysis::stats::rng::Stream;
use afterrun::analysis::{DailyRow, DailyTable};
use afterrun::domain::{Rating, Scale, Slug};
use jiff::ToSpan as _;
use jiff::civil::{Date, date};

use super::chance::Chance;

/// A Monday.
const FIRST: Date = date(2024, 1, 1);
/// Days before the journal begins.
const BEFORE: usize = 14;
/// Minutes, how much they vary, and effort, by day of the week.
const WEEK: [Option<(f64, f64, f64)>; 7] = [
    None,
    Some((45.0, 8.0, 3.0)),
    Some((60.0, 8.0, 7.0)),
    Some((45.0, 8.0, 3.0)),
    None,
    Some((45.0, 8.0, 3.0)),
    Some((100.0, 15.0, 5.0)),
];
/// How long the runs are in each of four weeks.
const WEEKS: [f64; 4] = [0.9, 1.0, 1.1, 0.7];

/// What kind of runner.
#[derive(Clone, Copy, Debug)]
pub struct World {
    /// Days of the journal.
    pub days: usize,
    /// How long a sore spell lasts.
    pub phi: f64,
    /// What the habit does to the next morning, points.
    pub delta: f64,
    /// How much one goes on with the habit.
    pub stick: f64,
    /// How often it is done on a middling day.
    pub share: f64,
    /// How much soreness comes of soreness.
    pub rho: f64,
    /// How much more often it is done when sore.
    pub indication: f64,
    /// Whether odd mornings are odder than normal ones would be (t with 4 degrees of freedom).
    pub heavy: bool,
    /// What a hilly run, of which nothing is written down, does to soreness and to the habit.
    pub hill: f64,
    /// Points for every 100 AU above 350: load that counts for more than its size.
    pub bend: f64,
}

impl Default for World {
    fn default() -> Self {
        Self {
            days: 180,
            phi: 0.4,
            delta: 0.0,
            stick: 1.0,
            share: 0.45,
            rho: 0.0,
            indication: 0.0,
            heavy: false,
            hill: 0.0,
            bend: 0.0,
        }
    }
}

/// A journal, and what is true of it.
pub struct Lived {
    /// As the program reads it.
    pub table: DailyTable,
    /// What the habit did to the next morning, on average.
    pub truth: f64,
}

impl World {
    /// The journal of this seed.
    pub fn live(&self, seed: u64) -> Lived {
        let chance = &mut Chance(Stream::of_seed(seed));
        let n = self.days + BEFORE + 1;
        let load = loads(chance, n);
        let hilly: Vec<bool> = load.iter().map(|it| chance.yes(0.3) && *it > 0.0).collect();
        let sleep = sleep(chance, n);
        let errors = chance.spells(
            n,
            self.phi,
            |chance| if self.heavy { chance.heavy() } else { chance.normal() },
        );
        let (mut latent, mut with, mut without) = (vec![2.0; n], vec![0.0; n], vec![0.0; n]);
        let mut habit = vec![0.0; n];
        for t in 0..n {
            if t > 0 {
                let before = |back: usize| if t >= back { load[t - back] } else { 0.0 };
                let base = 1.5 + (1.6 * before(1) + 0.9 * before(2) + 0.3 * before(3)) / 300.0
                    - 0.35 * (sleep[t] - 7.3)
                    + self.rho * (latent[t - 1] - 2.5)
                    + errors[t]
                    + self.hill * f64::from(u8::from(hilly[t - 1]))
                    + self.bend * (before(1) - 350.0).max(0.0) / 100.0;
                latent[t] = base + self.delta * habit[t - 1];
                (without[t], with[t]) = (typed(base), typed(base + self.delta));
            }
            let before = if t > 0 { habit[t - 1] } else { 0.0 };
            let odds = (self.share / (1.0 - self.share)).ln()
                + (load[t] - 150.0) / 170.0
                + 2.0 * self.stick * (before - self.share)
                + self.indication * (latent[t] - 2.5)
                + self.hill * f64::from(u8::from(hilly[t]));
            habit[t] = f64::from(u8::from(chance.yes(1.0 / (1.0 + (-odds).exp()))));
        }
        let rated = rated(chance, n);
        let answered: Vec<bool> = rated.iter().map(|it| chance.yes(0.95) && *it).collect();
        let soreness: Vec<f64> = latent.iter().map(|it| typed(*it)).collect();
        let known =
            |values: &[f64], known: &[bool]| values.iter().zip(known).map(|(it, is)| is.then_some(*it)).collect();
        let diary = Diary {
            load,
            soreness: known(&soreness, &rated),
            sleep: known(&sleep, &rated),
            habits: vec![known(&habit, &answered)],
        };
        let mornings = BEFORE + 1..BEFORE + self.days;
        let truth: f64 = mornings.clone().map(|t| with[t] - without[t]).sum();
        Lived {
            table: diary.table(BEFORE, self.days),
            truth: truth / mornings.len() as f64,
        }
    }
}

/// As a runner types it.
pub fn typed(soreness: f64) -> f64 {
    soreness.round_ties_even().clamp(0.0, 10.0)
}

/// Each day's load, AU.
pub fn loads(chance: &mut Chance, n: usize) -> Vec<f64> {
    let day = |t: usize| {
        let Some((minutes, varied, effort)) = WEEK[t % 7].filter(|_| chance.yes(0.9)) else {
            return 0.0;
        };
        let minutes = ((minutes + varied * chance.normal()) * WEEKS[t / 7 % 4]).max(10.0);
        minutes * (effort + chance.normal()).round_ties_even().clamp(1.0, 10.0)
    };
    (0..n).map(day).collect()
}

/// Hours of each night, longer at the weekend.
fn sleep(chance: &mut Chance, n: usize) -> Vec<f64> {
    let mut lately = 0.0;
    let night = |t: usize| {
        lately = 0.3 * lately + 0.9 * (1.0_f64 - 0.09).sqrt() * chance.normal();
        7.3 + lately + if t % 7 >= 5 { 0.4 } else { 0.0 }
    };
    (0..n).map(night).collect()
}

/// Which mornings something is written down.
fn rated(chance: &mut Chance, n: usize) -> Vec<bool> {
    let mut away = false;
    let morning = |_| {
        away = if away { chance.yes(0.75) } else { chance.yes(0.015) };
        chance.yes(0.88) && !away
    };
    (0..n).map(morning).collect()
}

/// What was written down, day by day.
pub struct Diary {
    pub load: Vec<f64>,
    pub soreness: Vec<Option<f64>>,
    pub sleep: Vec<Option<f64>>,
    /// Habit by habit.
    pub habits: Vec<Vec<Option<f64>>>,
}

impl Diary {
    /// The daily table of `days` days from day `from` on.
    pub fn table(&self, from: usize, days: usize) -> DailyTable {
        let row = |t: usize| DailyRow {
            day: FIRST.saturating_add((t as i64).days()),
            covered: true,
            runs: usize::from(self.load[t] > 0.0),
            distance_m: None,
            moving_s: None,
            load_au: Some(self.load[t]),
            sleep_h: self.sleep[t],
            nap_h: None,
            sleep_quality: None,
            soreness: self.soreness[t].map(|value| Rating {
                value,
                scale: Scale::Nrs010,
            }),
            soreness_regions: 0,
            fatigue: None,
            stress: None,
            mood: None,
            habits: self.habits.iter().map(|it| it[t]).collect(),
            took: Vec::new(),
            dose: Vec::new(),
        };
        DailyTable {
            rows: (from..from + days).map(row).collect(),
            habits: (0..self.habits.len())
                .map(|it| Slug::of(&format!("habit_{it:02}")))
                .collect(),
            supplements: Vec::new(),
            soreness_scale: Some(Scale::Nrs010),
        }
    }
}
