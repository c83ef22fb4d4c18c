//! `afterrun findings`: what goes with more or less soreness, as the window shows it.
//!
//! With `--json` it is one object: the keys that the specification names, in the order of the daily table's
//! columns and not in the order of telling (`rank` is that), and after them what the details show. What
//! there is not is `null`. The plain averages and their interval are drawn two thousand times each and come
//! with `--details` only.

use std::collections::HashSet;
use std::io::Write;

use serde::Serialize;

use super::here::Here;
use crate::analysis::findings::words::{Level, Names, Told, reminder};
use crate::analysis::findings::{Arm, Covariate, Dose, Finding, Findings, Outcome, Raw, Status};
use crate::analysis::stats::effect::Effect;
use crate::analysis::{DailyTable, findings};
use crate::charts;
use crate::domain::{Journal, Scale};
use crate::fl;

#[derive(Debug, clap::Args)]
pub(super) struct Show {
    #[arg(long, help = fl!("cli-findings-json"))]
    json: bool,
    #[arg(long, requires = "json", help = fl!("cli-findings-details"))]
    details: bool,
}

impl Show {
    pub(super) fn run(self, here: &Here, out: &mut impl Write) -> anyhow::Result<()> {
        let mut store = here.open()?;
        let journal = store.load()?;
        let table = DailyTable::of(&journal);
        let threads = std::thread::available_parallelism().unwrap_or(std::num::NonZero::<usize>::MIN);
        let findings = Findings::of(&table, threads);
        let names = Names::of(&journal);
        if self.json {
            let mut object = Object::of(&findings, &names);
            if self.details {
                let id = store.journal_id()?.unwrap_or_default();
                object.detail(&findings, &journal, &table, &id, &names);
            }
            writeln!(out, "{}", serde_json::to_string_pretty(&object)?)?;
        } else {
            report(&findings, &names, out)?;
        }
        Ok(())
    }
}

/// The findings in the order of telling, each with its notes.
fn report(findings: &Findings, names: &Names, out: &mut impl Write) -> anyhow::Result<()> {
    match findings.scale {
        Some(scale) => {
            let points = findings::words::points(Some(scale));
            let direction = charts::words::direction(scale);
            let said = fl!("cli-findings-scale", points = points, direction = direction);
            writeln!(out, "{said}")?;
        }
        None => writeln!(out, "{}", fl!("cli-findings-none"))?,
    }
    let mut said = HashSet::new();
    for finding in findings.ranked() {
        let told = findings.tell(finding, names);
        // Both outcomes of a habit are often refused for the same reason.
        let again = finding.effect().is_none() && !said.insert(told.sentence.clone());
        if !again {
            paragraph(finding, &told, names, out)?;
        }
    }
    writeln!(out, "\n{}", reminder())?;
    Ok(())
}

fn paragraph(finding: &Finding, told: &Told, names: &Names, out: &mut impl Write) -> anyhow::Result<()> {
    let title = fl!(
        "cli-findings-title",
        name = names.name(&finding.exposure),
        outcome = finding.outcome.id(),
        level = told.level.words()
    );
    writeln!(out, "\n{}", one_line(&title))?;
    for line in std::iter::once(&told.sentence).chain(&told.notes) {
        writeln!(out, "  {}", one_line(line))?;
    }
    Ok(())
}

/// A text without anything that a terminal would obey.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

#[derive(Serialize)]
struct Object {
    scale: &'static str,
    findings: Vec<Row>,
    reminder: String,
}

/// One finding. The keys from `exposure` to `caveats` are those of the specification.
#[derive(Serialize)]
struct Row {
    exposure: String,
    outcome: &'static str,
    status: &'static str,
    n: usize,
    n_with: Option<usize>,
    n_without: Option<usize>,
    estimate: Option<f64>,
    lower: Option<f64>,
    upper: Option<f64>,
    p: Option<f64>,
    p_bh: Option<f64>,
    raw_difference: Option<f64>,
    adjusted_for: Vec<String>,
    dropped: Vec<String>,
    caveats: Vec<&'static str>,
    sentence: String,
    notes: Vec<String>,
    name: String,
    level: Level,
    rank: usize,
    eligibility: &'static str,
    detectable: Option<f64>,
    standardised: Option<f64>,
    columns: usize,
    vif: Option<f64>,
    se_hc3: Option<f64>,
    df_hc3: Option<f64>,
    p_hc3: Option<f64>,
    se_ewc: Option<f64>,
    df_ewc: Option<f64>,
    p_ewc: Option<f64>,
    placebo: Option<Placebo>,
    missing: Option<Sides<f64>>,
    answered: Option<Sides<usize>>,
    together_with: Option<String>,
    first_day: Option<String>,
    last_day: Option<String>,
    #[serde(flatten)]
    details: Option<Details>,
}

/// What takes longer to make than all the rest.
#[derive(Serialize)]
struct Details {
    raw: Option<RawMeans>,
    dose: Option<ByMinutes>,
}

/// The plain averages.
#[derive(Serialize)]
struct RawMeans {
    with: Side,
    without: Side,
    difference: Option<f64>,
    lower: Option<f64>,
    upper: Option<f64>,
    draws: usize,
    skipped: usize,
    seed: u64,
}

#[derive(Serialize)]
struct Side {
    n: usize,
    mean: Option<f64>,
    median: Option<f64>,
}

/// The next morning by the minutes of a habit.
#[derive(Serialize)]
struct ByMinutes {
    unit_minutes: f64,
    status: &'static str,
    n: usize,
    days_done: usize,
    lengths: usize,
    estimate: Option<f64>,
    lower: Option<f64>,
    upper: Option<f64>,
    p: Option<f64>,
    sentence: Option<String>,
}

#[derive(Serialize)]
struct Placebo {
    estimate: f64,
    lower: f64,
    upper: f64,
    p: f64,
}

#[derive(Serialize)]
struct Sides<T> {
    with: T,
    without: T,
}

impl Object {
    fn of(findings: &Findings, names: &Names) -> Self {
        let ranked = findings.ranked();
        let rank = |finding: &Finding| ranked.iter().position(|it| std::ptr::eq(*it, finding));
        let row = |finding| Row::of(finding, findings.tell(finding, names), names, rank(finding));
        Self {
            scale: findings.scale.map_or("", Scale::id),
            findings: findings.all.iter().map(row).collect(),
            reminder: reminder(),
        }
    }

    /// Adds what takes long, for a journal of this id.
    fn detail(&mut self, findings: &Findings, journal: &Journal, table: &DailyTable, id: &str, names: &Names) {
        for (row, finding) in self.findings.iter_mut().zip(&findings.all) {
            let raw = Raw::of(table, &finding.exposure, finding.outcome, id);
            let first = finding.outcome == Outcome::NextMorning;
            let dose = first.then(|| Dose::of(journal, table, &finding.exposure)).flatten();
            row.details = Some(Details {
                raw: raw.as_ref().map(RawMeans::of),
                dose: dose.map(|it| ByMinutes::of(&it, findings.tell_dose(&it, &finding.exposure, names))),
            });
        }
    }
}

impl RawMeans {
    fn of(raw: &Raw) -> Self {
        let side = |arm: Arm| Side {
            n: arm.n,
            mean: arm.mean,
            median: arm.median,
        };
        Self {
            with: side(raw.with),
            without: side(raw.without),
            difference: raw.difference,
            lower: raw.interval.map(|it| it[0]),
            upper: raw.interval.map(|it| it[1]),
            draws: raw.draws,
            skipped: raw.skipped,
            seed: raw.seed,
        }
    }
}

impl ByMinutes {
    fn of(dose: &Dose, sentence: Option<String>) -> Self {
        let effect = match dose.status {
            Status::Estimated(effect) => Some(effect),
            _ => None,
        };
        Self {
            unit_minutes: dose.unit.minutes(),
            status: dose.status.code(),
            n: dose.n,
            days_done: dose.done,
            lengths: dose.lengths,
            estimate: effect.map(|it| it.estimate),
            lower: effect.map(|it| it.lower),
            upper: effect.map(|it| it.upper),
            p: effect.map(|it| it.p),
            sentence,
        }
    }
}

impl Row {
    fn of(finding: &Finding, told: Told, names: &Names, rank: Option<usize>) -> Self {
        let effect = finding.effect();
        let ids = |of: &[Covariate]| of.iter().map(Covariate::id).collect();
        Self {
            exposure: finding.exposure.id(),
            outcome: finding.outcome.id(),
            status: finding.status.code(),
            n: finding.n,
            n_with: finding.sides.map(|it| it.with),
            n_without: finding.sides.map(|it| it.without),
            estimate: effect.map(|it| it.estimate),
            lower: effect.map(|it| it.lower),
            upper: effect.map(|it| it.upper),
            p: effect.map(|it| it.p),
            p_bh: finding.p_bh,
            raw_difference: finding.raw.difference,
            adjusted_for: ids(&finding.adjusted_for),
            dropped: ids(&finding.dropped),
            caveats: finding.caveats.iter().map(|it| it.id()).collect(),
            sentence: told.sentence,
            notes: told.notes,
            name: names.name(&finding.exposure),
            level: told.level,
            rank: rank.map_or(0, |it| it + 1),
            eligibility: finding.eligibility.word(),
            detectable: finding.detectable(),
            standardised: effect.map(|it| it.standardised),
            columns: finding.k,
            vif: effect.map(|it| it.inflation),
            se_hc3: effect.map(|it| it.hc3.se),
            df_hc3: effect.map(|it| it.hc3.df),
            p_hc3: effect.map(|it| it.hc3.p(it.estimate)),
            se_ewc: effect.map(|it| it.ewc.se),
            df_ewc: effect.map(|it| it.ewc.df),
            p_ewc: effect.map(|it| it.ewc.p(it.estimate)),
            placebo: finding.placebo.map(Placebo::of),
            missing: finding.missing.map(|it| Sides {
                with: it.with,
                without: it.without,
            }),
            answered: finding.sides.map(|_| Sides {
                with: finding.raw.answered.with,
                without: finding.raw.answered.without,
            }),
            together_with: finding.together_with.as_ref().map(Covariate::id),
            first_day: finding.days.first().map(ToString::to_string),
            last_day: finding.days.last().map(ToString::to_string),
            details: None,
        }
    }
}

impl Placebo {
    fn of(effect: Effect) -> Self {
        Self {
            estimate: effect.estimate,
            lower: effect.lower,
            upper: effect.upper,
            p: effect.p,
        }
    }
}
