//! G5: twelve habits at once, with and without a discipline that brings them all on the same days.

use afterrun::analysis::Findings;
use afterrun::analysis::findings::Outcome;
use afterrun::analysis::stats::multiple::benjamini_hochberg;
use afterrun::analysis::stats::rng::Stream;
use afterrun::analysis::stats::two_samples::welch;

use super::chance::Chance;
use super::run::{ALONE, in_threads};
use super::world::{Diary, loads, typed};

const HABITS: usize = 12;
const BEFORE: usize = 4;
/// The habits that do something, where some do.
const REAL: [usize; 2] = [4, 9];

/// What kind of runner.
#[derive(Clone, Copy, Debug)]
pub struct Twelve {
    pub days: usize,
    /// Whether two of the habits take 0.8 points away.
    pub real: bool,
    /// How much good days bring all habits.
    pub discipline: f64,
}

/// Over many journals.
#[derive(Clone, Copy, Debug)]
pub struct Measured {
    pub twelve: Twelve,
    pub journals: usize,
    pub ours: Shares,
    /// Plain comparisons of means, Benjamini–Hochberg among them.
    pub naive: Shares,
}

/// How many findings of a journal are false, and how many true.
#[derive(Clone, Copy, Debug, Default)]
pub struct Shares {
    /// Journals with any false finding.
    pub any_false: f64,
    /// Mean share of findings that are false.
    pub false_share: f64,
    /// Mean number of real habits found.
    pub found: f64,
}

pub fn measure(twelve: Twelve, seed: u64, journals: usize, threads: usize) -> Measured {
    let life = |repetition: usize| twelve.live((seed << 32) + repetition as u64);
    let counted = in_threads(threads, 0, journals, &life);
    let shares = |which: fn(&[Counted; 2]) -> Counted| {
        let mean = |of: fn(&Counted) -> f64| counted.iter().map(|it| of(&which(it))).sum::<f64>() / journals as f64;
        Shares {
            any_false: mean(|it| f64::from(u8::from(it.wrong > 0))),
            false_share: mean(|it| it.wrong as f64 / (it.wrong + it.right).max(1) as f64),
            found: mean(|it| it.habits as f64),
        }
    };
    Measured {
        twelve,
        journals,
        ours: shares(|it| it[0]),
        naive: shares(|it| it[1]),
    }
}

/// Of one journal: clear findings that are wrong, those that are right, and how many habits those are.
#[derive(Clone, Copy, Default)]
struct Counted {
    wrong: usize,
    right: usize,
    habits: usize,
}

impl Twelve {
    fn does(&self, habit: usize) -> bool {
        self.real && REAL.contains(&habit)
    }

    /// What the engine says of a journal, and what plain means say.
    fn live(&self, seed: u64) -> [Counted; 2] {
        let diary = self.diary(&mut Chance(Stream::of_seed(seed)));
        [self.ours(&diary), self.naive(&diary)]
    }

    fn diary(&self, chance: &mut Chance) -> Diary {
        let n = self.days + BEFORE + 1;
        let load = loads(chance, n);
        let nights: Vec<f64> = chance
            .spells(n, 0.3, Chance::normal)
            .iter()
            .map(|it| 0.9 * it)
            .collect();
        let errors = chance.spells(n, 0.4, Chance::normal);
        let good_days = chance.spells(n, 0.6, Chance::normal);
        let mut habits: Vec<[f64; HABITS]> = Vec::new();
        for t in 0..n {
            let before = habits.last().copied();
            habits.push(std::array::from_fn(|habit| {
                let part = habit as f64 / (HABITS - 1) as f64;
                let usual = 0.2 + 0.4 * part;
                let odds = (usual / (1.0 - usual)).ln()
                    + (1.5 * part - 0.3) * (load[t] - 150.0) / 170.0
                    + self.discipline * good_days[t]
                    + 1.5 * (before.map_or(usual, |it| it[habit]) - usual);
                f64::from(u8::from(chance.yes(1.0 / (1.0 + (-odds).exp()))))
            }));
        }
        let soreness = |t: usize| {
            let before = |back: usize| if t >= back { load[t - back] } else { 0.0 };
            let loads = (1.6 * before(1) + 0.9 * before(2) + 0.3 * before(3)) / 300.0;
            let done = |habit: usize| t > 0 && self.does(habit) && habits[t - 1][habit] == 1.0;
            let eased = 0.8 * (0..HABITS).filter(|&it| done(it)).count() as f64;
            typed(1.5 + loads - 0.35 * nights[t] + errors[t] - eased)
        };
        let soreness = (0..n).map(|t| Some(soreness(t)).filter(|_| chance.yes(0.85))).collect();
        Diary {
            load,
            soreness,
            sleep: nights.iter().map(|it| Some(7.3 + it)).collect(),
            habits: (0..HABITS)
                .map(|habit| habits.iter().map(|it| Some(it[habit])).collect())
                .collect(),
        }
    }

    fn ours(&self, diary: &Diary) -> Counted {
        let findings = Findings::of(&diary.table(BEFORE, self.days), ALONE);
        // Habits stand first, each with two outcomes; sleep comes last.
        let told = findings.all.iter().take(2 * HABITS).enumerate();
        let clear = told.filter(|(_, it)| it.p_bh.is_some_and(|p| p <= 0.05));
        let mut counted = Counted::default();
        for (at, finding) in clear {
            let right = self.does(at / 2);
            counted.right += usize::from(right);
            counted.wrong += usize::from(!right);
            counted.habits += usize::from(right && finding.outcome == Outcome::NextMorning);
        }
        counted
    }

    fn naive(&self, diary: &Diary) -> Counted {
        let days = BEFORE..BEFORE + self.days - 1;
        let p = |habit: &Vec<Option<f64>>| {
            let after = |done: f64| {
                let with = days.clone().filter(|&t| habit[t] == Some(done));
                with.map(|t| diary.soreness[t + 1]).collect::<Vec<_>>()
            };
            welch(&after(1.0), &after(0.0)).test.ok().map(|it| it.p)
        };
        let p: Vec<Option<f64>> = diary.habits.iter().map(p).collect();
        let clear = benjamini_hochberg(&p)
            .into_iter()
            .map(|it| it.is_some_and(|it| it <= 0.05));
        let mut counted = Counted::default();
        for (habit, _) in clear.enumerate().filter(|it| it.1) {
            let right = self.does(habit);
            counted.right += usize::from(right);
            counted.wrong += usize::from(!right);
            counted.habits += usize::from(right);
        }
        counted
    }
}
