//! Findings as a JSON object: structs whose fields are its keys, in their order.

use serde::Serialize;

use crate::analysis::DailyTable;
use crate::analysis::findings::words::{Level, Names, Told, reminder};
use crate::analysis::findings::{Arm, Covariate, Dose, Finding, Findings, Outcome, Raw, Status};
use crate::analysis::stats::effect::Effect;
use crate::domain::{Journal, Scale};

/// The whole answer.
#[derive(Serialize)]
pub(super) struct Object {
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
    seed: String,
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
    /// The object of these findings, without details.
    pub(super) fn of(findings: &Findings, names: &Names) -> Self {
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
    pub(super) fn detail(
        &mut self,
        findings: &Findings,
        journal: &Journal,
        table: &DailyTable,
        id: &str,
        names: &Names,
    ) {
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
            seed: raw.seed.to_string(),
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
