//! G1–G4 and G6: one habit in a journal, by the findings engine and by the plain comparison of means.

use afterrun::analysis::stats::two_samples::welch;
use afterrun::analysis::{DailyTable, Findings};

use super::run::{ALONE, until};
use super::world::Lived;
pub use super::world::World;

/// What was said of one journal.
#[derive(Clone, Copy, Debug)]
pub struct Said {
    /// The estimate with its interval.
    ours: [f64; 3],
    /// The plain difference of means with Welch's interval.
    naive: [f64; 3],
    truth: f64,
}

/// What was said of many journals of one kind.
#[derive(Clone, Debug)]
pub struct Measured {
    /// Which kind.
    pub name: String,
    /// The kind.
    pub world: World,
    /// Journals with an estimate.
    pub estimated: usize,
    /// Journals lived for them.
    pub journals: usize,
    /// By the engine.
    pub ours: Shares,
    /// By the plain comparison.
    pub naive: Shares,
}

/// How often, and how far.
#[derive(Clone, Copy, Debug)]
pub struct Shares {
    /// Intervals without 0: false positives where the truth is 0, power where it is not.
    pub rejected: f64,
    /// Intervals with the truth.
    pub covered: f64,
    /// Mean of estimate less truth, points.
    pub bias: f64,
    /// Mean width of the interval, points.
    pub width: f64,
}

/// Lives until `enough` journals of a kind have an estimate.
pub fn measure(name: &str, world: World, seed: u64, enough: usize, threads: usize) -> Measured {
    let life = |repetition: usize| said(&world.live((seed << 32) + repetition as u64));
    let (said, journals) = until(threads, enough, &life);
    let mean = |of: &dyn Fn(&Said) -> f64| said.iter().map(of).sum::<f64>() / said.len() as f64;
    let shares = |which: fn(&Said) -> [f64; 3]| {
        let within = |it: &Said, value: f64| which(it)[1] <= value && value <= which(it)[2];
        Shares {
            rejected: mean(&|it| f64::from(u8::from(!within(it, 0.0)))),
            covered: mean(&|it| f64::from(u8::from(within(it, it.truth)))),
            bias: mean(&|it| which(it)[0] - it.truth),
            width: mean(&|it| which(it)[2] - which(it)[1]),
        }
    };
    Measured {
        name: name.to_owned(),
        world,
        estimated: said.len(),
        journals,
        ours: shares(|it| it.ours),
        naive: shares(|it| it.naive),
    }
}

/// What the engine says of the next morning, as the screen and the command line have it; `None` where it
/// refuses.
fn said(lived: &Lived) -> Option<Said> {
    let findings = Findings::of(&lived.table, ALONE);
    let effect = findings.all.first()?.effect()?;
    Some(Said {
        ours: [effect.estimate, effect.lower, effect.upper],
        naive: naive(&lived.table)?,
        truth: lived.truth,
    })
}

/// The mean of the mornings after days with it less that of those after days without.
fn naive(table: &DailyTable) -> Option<[f64; 3]> {
    let after = |done: f64| {
        let pairs = table.rows.windows(2).filter(|days| days[0].habits[0] == Some(done));
        pairs
            .map(|days| days[1].soreness.map(|it| it.value))
            .collect::<Vec<_>>()
    };
    let found = welch(&after(1.0), &after(0.0));
    let [lower, upper] = found.test.ok()?.interval;
    Some([found.difference?, lower, upper])
}

/// The kinds of journals of G1: all crosses, and three odd ones.
pub fn kinds(delta: f64) -> Vec<(String, World)> {
    let mut kinds = Vec::new();
    for days in [60, 90, 180, 365] {
        for (phi, indication) in [0.0, 0.4, 0.7].into_iter().flat_map(|phi| [(phi, 0.0), (phi, 0.5)]) {
            for rho in [0.0, 0.3] {
                let world = World {
                    days,
                    phi,
                    delta,
                    rho,
                    indication,
                    ..World::default()
                };
                kinds.push((format!("{days} days, φ {phi}, indication {indication}, ρ {rho}"), world));
            }
        }
    }
    let base = World {
        delta,
        ..World::default()
    };
    for days in [180, 365] {
        let odd = [
            ("rare", World { share: 0.12, ..base }),
            ("sticky", World { stick: 2.5, ..base }),
            ("t₄ noise", World { heavy: true, ..base }),
        ];
        kinds.extend(odd.map(|(name, world)| (format!("{days} days, {name}"), World { days, ..world })));
    }
    kinds
}

/// The checks outside of what the estimator assumes: load that bends, and a hill that nobody wrote down.
pub fn outside() -> [(String, World); 4] {
    let bend = |days| World {
        days,
        bend: 0.5,
        ..World::default()
    };
    let hill = |days| World {
        days,
        hill: 1.0,
        ..World::default()
    };
    [
        ("180 days, load bends".to_owned(), bend(180)),
        ("365 days, load bends".to_owned(), bend(365)),
        ("180 days, hills not noted".to_owned(), hill(180)),
        ("365 days, hills not noted".to_owned(), hill(365)),
    ]
}
