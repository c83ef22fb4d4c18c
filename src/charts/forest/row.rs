//! A finding as it is drawn: its name, its numbers, its words.

use crate::analysis::findings::words::{Level, Names, Told};
use crate::analysis::findings::{Exposure, Finding, Findings, Sides, Status};
use crate::analysis::stats::effect::Refusal;
use crate::charts::story::Story;
use crate::fl;

/// The columns of a finding's row.
pub(super) const HEADERS: [&str; 13] = [
    "exposure",
    "name",
    "outcome",
    "status",
    "level",
    "estimate_points",
    "lower_points",
    "upper_points",
    "raw_difference_points",
    "n",
    "n_with",
    "n_without",
    "sentence",
];

/// An estimate and the ends of its interval, in points, sorer upwards.
#[derive(Clone, Copy)]
pub(super) struct Estimate {
    pub(super) value: f64,
    pub(super) lower: f64,
    pub(super) upper: f64,
}

pub(super) struct Row {
    pub(super) name: String,
    pub(super) level: Level,
    /// The level in words.
    pub(super) word: String,
    /// Days with it and without, in words short enough for a column; empty where it is no yes or no.
    pub(super) with: String,
    pub(super) without: String,
    /// The same as one text.
    pub(super) days: String,
    pub(super) estimate: Option<Estimate>,
    pub(super) raw: Option<f64>,
    /// What is missing, where there is no estimate.
    pub(super) missing: String,
    pub(super) told: Told,
    pub(super) cells: Vec<String>,
}

impl Row {
    pub(super) fn of(findings: &Findings, finding: &Finding, names: &Names) -> Self {
        let told = findings.tell(finding, names);
        let name = names.name(&finding.exposure);
        let estimate = finding.effect().map(|it| Estimate {
            value: it.estimate,
            lower: it.lower,
            upper: it.upper,
        });
        let (with, without) = match (finding.sides, estimate) {
            (Some(it), Some(_)) => (it.with.to_string(), it.without.to_string()),
            (None, Some(_)) => (String::new(), fl!("forest-nights", n = finding.n)),
            (_, None) => (String::new(), String::new()),
        };
        Self {
            level: told.level,
            word: told.level.words(),
            with,
            without,
            days: days(finding),
            raw: finding.raw.difference.filter(|_| estimate.is_some()),
            missing: missing(finding, names),
            cells: cells(finding, &name, &told),
            estimate,
            name,
            told,
        }
    }

    /// What is told of it.
    pub(super) fn story(&self) -> Story {
        let title = fl!("forest-story", name = self.name.as_str(), level = self.word.as_str());
        let lines = std::iter::once(&self.told.sentence).chain(&self.told.notes);
        Story::new(title, lines.cloned().collect())
    }
}

fn days(finding: &Finding) -> String {
    match finding.sides {
        Some(Sides { with, without }) => fl!("forest-sides", with = with, without = without),
        None => fl!("forest-nights", n = finding.n),
    }
}

/// What is missing, in a few words; empty where there is an estimate.
fn missing(finding: &Finding, names: &Names) -> String {
    let refusal = match finding.status {
        Status::Estimated(_) => return String::new(),
        Status::PeriodOnly => return fl!("forest-period"),
        Status::Refused(refusal) => refusal,
    };
    match refusal {
        Refusal::TooFew { .. } | Refusal::ArmSmall { .. } => finding.needed(),
        Refusal::NoContrast => {
            let Sides { with, without } = finding.sides.unwrap_or_default();
            let (did, all) = (with, with + without);
            match finding.exposure {
                Exposure::ShortNight => fl!("forest-nights-alike", did = did, all = all),
                _ => fl!("forest-no-contrast", did = did, all = all),
            }
        }
        Refusal::SameExposure => fl!("forest-nights-same"),
        Refusal::SameOutcome => fl!("forest-same-soreness"),
        Refusal::FewSwitches { .. } => fl!("forest-one-stretch"),
        Refusal::Collinear { .. } => match finding.together_with.as_ref() {
            Some(with) => fl!("forest-together", with = names.companion(with)),
            None => fl!("forest-together-rest"),
        },
    }
}

fn cells(finding: &Finding, name: &str, told: &Told) -> Vec<String> {
    let number = |it: Option<f64>| it.map(|it| it.to_string()).unwrap_or_default();
    let count = |it: Option<usize>| it.map(|it| it.to_string()).unwrap_or_default();
    let effect = finding.effect();
    vec![
        finding.exposure.id(),
        name.to_owned(),
        finding.outcome.id().to_owned(),
        finding.status.code().to_owned(),
        told.level.words(),
        number(effect.map(|it| it.estimate)),
        number(effect.map(|it| it.lower)),
        number(effect.map(|it| it.upper)),
        number(finding.raw.difference),
        finding.n.to_string(),
        count(finding.sides.map(|it| it.with)),
        count(finding.sides.map(|it| it.without)),
        told.sentence.clone(),
    ]
}
