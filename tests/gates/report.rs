//! What was measured, in a table, and whether it keeps what is promised.

use std::fmt::Write as _;

use super::observed::{self, kinds, outside};
use super::refusals::{self, Refused};
use super::trial::{self, Trial};
use super::twelve::{self, Twelve};

/// How often everything is repeated.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Journals with an estimate, for each kind.
    pub journals: usize,
    /// Journals of twelve habits.
    pub twelve: usize,
    /// Experiments.
    pub experiments: usize,
    /// Every so-manieth kind of journal and experiment.
    pub every: usize,
    /// Standard errors by which a measured share may miss its limit: 0 at the stated numbers.
    pub leeway: f64,
    pub threads: usize,
}

/// A promise, and whether it was kept.
pub struct Gate {
    name: &'static str,
    promise: String,
    worst: String,
    kept: bool,
}

/// All that was measured.
#[derive(Default)]
pub struct Report {
    pub gates: Vec<Gate>,
    observed: Vec<observed::Measured>,
    outside: Vec<observed::Measured>,
    twelve: Vec<twelve::Measured>,
    trials: Vec<trial::Measured>,
    refusals: Vec<Refused>,
}

impl Report {
    /// Measures all.
    pub fn of(size: Size) -> Self {
        let mut report = Self::default();
        report.observe(size);
        report.count(size);
        report.experiment(size);
        report.refusals = refusals::all();
        let wrong = report
            .refusals
            .iter()
            .filter(|it| !it.passed())
            .map(|it| format!("{}: {}", it.name, it.said));
        let wrong: Vec<String> = wrong.collect();
        report.gate(
            "G8",
            "refuses with the right code, and shows no number",
            wrong.is_empty(),
            wrong.join(", "),
        );
        report
    }

    /// The promises that were not kept.
    pub fn broken(&self) -> Vec<String> {
        let broken = self.gates.iter().filter(|it| !it.kept);
        broken
            .map(|it| format!("{}: {} ({})", it.name, it.promise, it.worst))
            .collect()
    }

    fn gate(&mut self, name: &'static str, promise: &str, kept: bool, worst: String) {
        self.gates.push(Gate {
            name,
            promise: promise.to_owned(),
            worst,
            kept,
        });
    }

    fn observe(&mut self, size: Size) {
        let mut seed = 1000;
        let mut measure = |(name, world): (String, _)| {
            seed += 1;
            observed::measure(&name, world, seed, size.journals, size.threads)
        };
        let all = [0.0, -0.8].into_iter().flat_map(kinds).step_by(size.every);
        self.observed = all.map(&mut measure).collect();
        let strong = observed::World {
            days: 90,
            delta: -1.2,
            ..observed::World::default()
        };
        self.observed
            .push(measure(("90 days, φ 0.4, indication 0, ρ 0".to_owned(), strong)));
        self.outside = outside().map(&mut measure).into();
        let slack = |share: f64| size.leeway * (share * (1.0 - share) / size.journals as f64).sqrt();
        let (null, real): (Vec<_>, Vec<_>) = self.observed.iter().cloned().partition(|it| it.world.delta == 0.0);
        let all: Vec<_> = null.iter().chain(&real).cloned().collect();
        self.rates(
            "G1",
            "false positives at most 6.0 % in every kind of journal",
            &null,
            |it| it.ours.rejected,
            0.06 + slack(0.06),
        );
        let mean = mean_of(&null, |it| it.ours.rejected);
        self.gate(
            "G1",
            "false positives at most 5 % on average",
            mean <= 0.05,
            percent(mean),
        );
        self.rates(
            "G2",
            "95 % intervals miss the truth in at most 6 %",
            &all,
            |it| 1.0 - it.ours.covered,
            0.06 + slack(0.06),
        );
        let mean = mean_of(&all, |it| it.ours.covered);
        self.gate(
            "G2",
            "and have it in at least 95 % on average",
            mean >= 0.95,
            percent(mean),
        );
        let off = 0.06 + size.leeway * 0.5 / (size.journals as f64).sqrt();
        let most = worst_of(&all, |it| it.ours.bias.abs());
        self.gate(
            "G3",
            "bias at most 0.06 points",
            most.0 <= off,
            format!("{:.3}, {}", most.0, most.1),
        );
        self.powers(&real, slack(0.25));
        let naive: Vec<_> = null
            .iter()
            .filter(|it| it.world.days >= 90 && it.world.stick == 1.0)
            .cloned()
            .collect();
        let least = worst_of(&naive, |it| -it.naive.rejected);
        self.gate(
            "G6",
            "plain means find over 30 % false positives from 90 days on",
            -least.0 > 0.3,
            format!("{}, {}", percent(-least.0), least.1),
        );
        let bent: Vec<_> = self.outside.iter().filter(|it| it.world.bend > 0.0).cloned().collect();
        self.rates(
            "G1",
            "and at most 6 % where load counts for more than its size",
            &bent,
            |it| it.ours.rejected,
            0.06 + slack(0.06),
        );
    }

    fn rates(
        &mut self,
        name: &'static str,
        promise: &str,
        of: &[observed::Measured],
        share: fn(&observed::Measured) -> f64,
        limit: f64,
    ) {
        let worst = worst_of(of, share);
        self.gate(
            name,
            promise,
            worst.0 <= limit,
            format!("{}, {}", percent(worst.0), worst.1),
        );
    }

    fn powers(&mut self, real: &[observed::Measured], slack: f64) {
        for (days, delta, least) in [(180, -0.8, 0.70), (365, -0.8, 0.93), (90, -1.2, 0.55)] {
            let plain = |it: &&observed::Measured| {
                let world = it.world;
                let base = world.phi == 0.4 && world.rho == 0.0 && world.indication == 0.0;
                base && world.days == days && world.delta == delta && it.name.contains('φ')
            };
            if let Some(it) = real.iter().find(plain) {
                let promise = format!(
                    "{delta} points found in at least {} of {days}-day journals",
                    percent(least)
                );
                let power = it.ours.rejected;
                self.gate("G4", &promise, power >= least - slack, percent(power));
            }
        }
    }

    fn count(&mut self, size: Size) {
        let kinds = [180, 365].into_iter().flat_map(|days| {
            [(false, 0.0), (false, 1.0), (true, 0.0), (true, 1.0)].map(|(real, discipline)| Twelve {
                days,
                real,
                discipline,
            })
        });
        let kinds: Vec<_> = kinds.step_by(size.every.min(3)).collect();
        for (at, twelve) in kinds.into_iter().enumerate() {
            self.twelve
                .push(twelve::measure(twelve, 2000 + at as u64, size.twelve, size.threads));
        }
        let slack = size.leeway * (0.06 * 0.94 / size.twelve as f64).sqrt();
        let of = |real: bool| self.twelve.iter().filter(move |it| it.twelve.real == real).copied();
        let most = of(false).map(|it| it.ours.any_false).fold(0.0, f64::max);
        let share = of(true).map(|it| it.ours.false_share).fold(0.0, f64::max);
        let found = of(true)
            .filter(|it| it.twelve.days == 365)
            .map(|it| it.ours.found)
            .fold(2.0, f64::min);
        self.gate(
            "G5",
            "of 12 habits that do nothing, any is found in at most 6 % of journals",
            most <= 0.06 + slack,
            percent(most),
        );
        self.gate(
            "G5",
            "of what is found, at most 6 % does nothing",
            share <= 0.06 + slack,
            percent(share),
        );
        self.gate(
            "G5",
            "of 2 that take 0.8 points away, 1.7 are found in a year",
            found >= 1.7 - 2.0 * slack,
            format!("{found:.2}"),
        );
    }

    fn experiment(&mut self, size: Size) {
        let mut kinds = Vec::new();
        for runs in [16, 24, 40, 60] {
            for (phi, delta) in [0.4, 0.8]
                .into_iter()
                .flat_map(|phi| [(phi, 0.0), (phi, -0.8), (phi, -1.2)])
            {
                kinds.push(Trial {
                    runs,
                    delta,
                    phi,
                    adjusted: true,
                });
            }
        }
        let mut kinds: Vec<_> = kinds.into_iter().step_by(size.every).collect();
        kinds.extend([true, false].map(|adjusted| Trial {
            runs: 40,
            delta: -0.8,
            phi: 0.4,
            adjusted,
        }));
        for (at, trial) in kinds.into_iter().enumerate() {
            self.trials
                .push(trial::measure(trial, 3000 + at as u64, size.experiments, size.threads));
        }
        let slack = |share: f64| size.leeway * (share * (1.0 - share) / size.experiments as f64).sqrt();
        let adjusted = || self.trials.iter().filter(|it| it.trial.adjusted);
        let sizes: Vec<f64> = adjusted()
            .filter(|it| it.trial.delta == 0.0)
            .map(|it| it.rejected)
            .collect();
        let covers: Vec<f64> = adjusted().map(|it| it.covered).collect();
        let power = |runs: usize, delta: f64, adjusted: bool| {
            let same = |it: &&trial::Measured| {
                let trial = it.trial;
                (trial.runs, trial.delta, trial.phi, trial.adjusted) == (runs, delta, 0.4, adjusted)
            };
            self.trials.iter().find(same).map(|it| it.rejected)
        };
        let (forty, sixty) = (power(40, -1.2, true), power(60, -0.8, true));
        let (with, without) = (power(40, -0.8, true), power(40, -0.8, false));
        self.range(
            "experiments in which nothing is done find something in 3.3–6.7 %",
            &sizes,
            [0.033, 0.067],
            slack(0.05),
        );
        self.range(
            "their 95 % intervals have the truth in 93.3–97 %",
            &covers,
            [0.933, 0.97],
            slack(0.05),
        );
        for (promise, power, least) in [
            ("40 runs find −1.2 points in at least 84 %", forty, 0.84),
            ("60 runs find −0.8 points in at least 72 %", sixty, 0.72),
        ] {
            if let Some(power) = power {
                self.gate("G7", promise, power >= least - slack(0.2), percent(power));
            }
        }
        if let Some((with, without)) = with.zip(without) {
            let both = format!("{} and {}", percent(with), percent(without));
            self.gate(
                "G7",
                "taking out load and soreness before finds more",
                with > without,
                both,
            );
        }
    }

    fn range(&mut self, promise: &str, values: &[f64], [least, most]: [f64; 2], slack: f64) {
        let (low, high) = values
            .iter()
            .fold((1.0, 0.0), |(low, high): (f64, f64), &it| (low.min(it), high.max(it)));
        let kept = low >= least - slack && high <= most + slack;
        self.gate("G7", promise, kept, format!("{} to {}", percent(low), percent(high)));
    }

    /// All of it as Markdown.
    pub fn markdown(&self) -> String {
        let mut text = String::from("| gate | promise | measured | kept |\n|---|---|---|---|\n");
        for it in &self.gates {
            let kept = if it.kept { "yes" } else { "**no**" };
            writeln!(text, "| {} | {} | {} | {kept} |", it.name, it.promise, it.worst).unwrap();
        }
        text.push_str(
            "\n| habit | journals | refused | finds | has the truth | bias | width | plain means find | have the truth |\n\
             |---|---|---|---|---|---|---|---|---|\n",
        );
        for it in self.observed.iter().chain(&self.outside) {
            let (ours, naive) = (it.ours, it.naive);
            writeln!(
                text,
                "| {}, δ {} | {} | {} | {} | {} | {:+.3} | {:.2} | {} | {} |",
                it.name,
                it.world.delta,
                it.estimated,
                percent(1.0 - it.estimated as f64 / it.journals as f64),
                percent(ours.rejected),
                percent(ours.covered),
                ours.bias,
                ours.width,
                percent(naive.rejected),
                percent(naive.covered),
            )
            .unwrap();
        }
        text.push_str(
            "\n| twelve habits | journals | any false | false share | found of 2 | plain: any false | false share | found |\n\
             |---|---|---|---|---|---|---|---|\n",
        );
        for it in &self.twelve {
            let real = if it.twelve.real {
                "two do something"
            } else {
                "none does anything"
            };
            writeln!(
                text,
                "| {} days, {real}, discipline {} | {} | {} | {} | {:.2} | {} | {} | {:.2} |",
                it.twelve.days,
                it.twelve.discipline,
                it.journals,
                percent(it.ours.any_false),
                percent(it.ours.false_share),
                it.ours.found,
                percent(it.naive.any_false),
                percent(it.naive.false_share),
                it.naive.found,
            )
            .unwrap();
        }
        text.push_str("\n| experiment | runs of it | finds | has the truth | bias |\n|---|---|---|---|---|\n");
        for it in &self.trials {
            let adjusted = if it.trial.adjusted { "" } else { ", not adjusted" };
            writeln!(
                text,
                "| {} runs, φ {}, δ {}{adjusted} | {} | {} | {} | {:+.3} |",
                it.trial.runs,
                it.trial.phi,
                it.trial.delta,
                it.experiments,
                percent(it.rejected),
                percent(it.covered),
                it.bias,
            )
            .unwrap();
        }
        text.push_str("\n| cannot answer | says |\n|---|---|\n");
        for it in &self.refusals {
            writeln!(text, "| {} | {} |", it.name, it.said).unwrap();
        }
        text
    }
}

fn percent(share: f64) -> String {
    format!("{:.1} %", 100.0 * share)
}

fn mean_of(of: &[observed::Measured], value: fn(&observed::Measured) -> f64) -> f64 {
    of.iter().map(value).sum::<f64>() / of.len() as f64
}

/// The largest value, and where.
fn worst_of(of: &[observed::Measured], value: fn(&observed::Measured) -> f64) -> (f64, String) {
    let start = (f64::NEG_INFINITY, String::new());
    of.iter().fold(start, |worst, it| {
        let value = value(it);
        if value > worst.0 {
            (value, format!("{}, δ {}", it.name, it.world.delta))
        } else {
            worst
        }
    })
}
