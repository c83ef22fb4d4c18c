//! The numbers of a finding and how they came about, for those who want to check.
//!
//! Each is a line: what it is, and the number or the formula in words. p stands here and nowhere else.

use egui::{Label, RichText, Ui};

use super::Entry;
use super::numbers::{p, signed, with_interval};
use crate::analysis::Eligibility;
use crate::analysis::findings::words::{Names, points};
use crate::analysis::findings::{Covariate, Exposure, Finding};
use crate::analysis::stats::effect::{Effect, Spread};
use crate::app::Model;
use crate::app::numbers::{Closer, Seen};
use crate::charts::words;
use crate::domain::Scale;
use crate::domain::words::listed;
use crate::fl;
use crate::theme;

/// Under this width a number stands below what it is.
const BESIDE_FROM: f32 = 520.0;
/// How wide the column of what it is may be.
const LABELS: f32 = 168.0;

/// A line: what it is, and the number.
pub(super) struct Fact {
    pub(super) what: String,
    pub(super) is: String,
}

/// Shows them.
pub(super) fn details_ui(ui: &mut Ui, model: &Model, entry: &Entry<'_>) {
    let closer = Closer::at(entry.finding, &model.journal_id);
    let seen = model.numbers.seen(&closer);
    let facts = facts(entry, model.daily().soreness_scale, seen);
    if ui.available_width() < BESIDE_FROM {
        for fact in facts {
            ui.label(theme::note(ui, fact.what));
            ui.label(fact.is);
        }
        return;
    }
    let room = ui.available_width() - LABELS - theme::BETWEEN;
    for fact in facts {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = theme::BETWEEN;
            column_ui(ui, LABELS, theme::quiet(ui, fact.what));
            column_ui(ui, room, RichText::new(fact.is));
        });
    }
}

/// A text that wraps in a column of its own.
fn column_ui(ui: &mut Ui, width: f32, text: RichText) {
    ui.vertical(|ui| {
        ui.set_width(width);
        ui.add(Label::new(text).wrap());
    });
}

/// The lines of `entry`, in a journal whose soreness is on `scale`; what is `seen` closer may still be on its way.
fn facts(entry: &Entry<'_>, scale: Option<Scale>, seen: Option<&Seen>) -> Vec<Fact> {
    let finding = entry.finding;
    let mut facts = Facts::default();
    facts.add(fl!("insights-fact-compared"), compared(finding));
    if let Some(effect) = finding.effect() {
        facts.add(fl!("insights-fact-model"), model(finding));
        facts.allowed(finding, &entry.insights.names);
        facts.estimate(entry, effect, scale);
    }
    if let Some(dose) = seen.and_then(|it| it.dose.clone()) {
        facts.add(fl!("insights-fact-dose"), dose);
    }
    if finding.raw.difference.is_some() {
        let averages = seen.map_or_else(|| Some(fl!("trends-under-way")), |it| averages(it, scale));
        facts.0.extend(averages.map(|is| Fact {
            what: fl!("insights-fact-averages"),
            is,
        }));
    }
    facts.checks(finding);
    facts.0
}

/// What is compared, on how many days, from when to when.
fn compared(finding: &Finding) -> String {
    let (first, last) = (finding.days.first(), finding.days.last());
    let range = first.zip(last).map(|(first, last)| words::days(*first, *last));
    let range = range.unwrap_or_default();
    let outcome = finding.outcome.id();
    let Some(sides) = finding.sides else {
        return fl!("insights-compared-nights", n = finding.n, range = range);
    };
    let (with, without) = (sides.with, sides.without);
    if finding.exposure == Exposure::ShortNight {
        return fl!("insights-compared-short", with = with, without = without, range = range);
    }
    let days = match finding.eligibility {
        Eligibility::RunDays => "run",
        _ => "all",
    };
    fl!(
        "insights-compared-days",
        outcome = outcome,
        with = with,
        without = without,
        days = days,
        range = range
    )
}

fn model(finding: &Finding) -> String {
    match finding.exposure {
        Exposure::SleepHours => fl!("insights-model-hours"),
        Exposure::ShortNight => fl!("insights-model-short"),
        _ => fl!("insights-model-days"),
    }
}

#[derive(Default)]
struct Facts(Vec<Fact>);

impl Facts {
    fn add(&mut self, what: String, is: String) {
        self.0.push(Fact { what, is });
    }

    fn allowed(&mut self, finding: &Finding, names: &Names) {
        if let Some(columns) = columns(&finding.adjusted_for, names) {
            self.add(fl!("insights-fact-allowed"), columns);
        }
        if let Some(columns) = columns(&finding.dropped, names) {
            self.add(fl!("insights-fact-dropped"), columns);
        }
    }

    fn estimate(&mut self, entry: &Entry<'_>, effect: &Effect, scale: Option<Scale>) {
        let finding = entry.finding;
        let value = with_interval(effect.estimate, effect.lower, effect.upper);
        let by_hour = finding.exposure == Exposure::SleepHours;
        let points = points(scale);
        let value = if by_hour {
            fl!("insights-estimate-hour", value = value, points = points.as_str())
        } else {
            fl!("insights-estimate", value = value, points = points.as_str())
        };
        self.add(fl!("insights-fact-estimate"), value);
        self.add(fl!("insights-fact-interval"), fl!("insights-interval-how"));
        self.add(fl!("insights-fact-hc3"), spread(effect.hc3));
        self.add(fl!("insights-fact-ewc"), spread(effect.ewc));
        let p_bh = p(finding.p_bh.unwrap_or(effect.p));
        let asked = entry.insights.findings.asked();
        let said = fl!("insights-p", p = p(effect.p), p_bh = p_bh, asked = asked);
        self.add(fl!("insights-fact-p"), said);
        if let Some(least) = finding.detectable() {
            let said = fl!("insights-noticed", size = signed(least, 1), points = points);
            self.add(fl!("insights-fact-noticed"), said);
        }
        self.add(fl!("insights-fact-inflation"), signed(effect.inflation, 1));
        self.add(fl!("insights-fact-standardised"), signed(effect.standardised, 2));
    }

    /// What was looked at to see whether the estimate can be trusted.
    fn checks(&mut self, finding: &Finding) {
        if let Some(before) = finding.placebo {
            let value = with_interval(before.estimate, before.lower, before.upper);
            let said = fl!("insights-placebo", value = value, p = p(before.p));
            self.add(fl!("insights-fact-placebo"), said);
        }
        if let Some(missing) = finding.missing {
            let percent = |share: f64| format!("{:.0}", 100.0 * share);
            let (with, without) = (percent(missing.with), percent(missing.without));
            let said = fl!("insights-missing", with = with, without = without);
            self.add(fl!("insights-fact-missing"), said);
        }
    }
}

/// The plain averages, on the journal's scale.
fn averages(seen: &Seen, scale: Option<Scale>) -> Option<String> {
    let raw = seen.raw.as_ref()?;
    let turned = scale.is_some_and(|it| !it.higher_is_worse());
    let shown = |value: Option<f64>| value.map(|it| signed(if turned { -it } else { it }, 1));
    let difference = match raw.interval {
        Some([lower, upper]) => with_interval(raw.difference?, lower, upper),
        None => signed(raw.difference?, 2),
    };
    Some(fl!(
        "insights-averages",
        with = shown(raw.with.mean)?,
        with_median = shown(raw.with.median)?,
        n_with = raw.with.n,
        without = shown(raw.without.mean)?,
        without_median = shown(raw.without.median)?,
        n_without = raw.without.n,
        difference = difference
    ))
}

fn spread(of: Spread) -> String {
    fl!("insights-spread", se = signed(of.se, 3), df = format!("{:.0}", of.df))
}

/// The columns in words; the two of the day of the week are one.
fn columns(covariates: &[Covariate], names: &Names) -> Option<String> {
    let mut words: Vec<String> = covariates.iter().map(|it| column(it, names)).collect();
    words.dedup();
    listed(&words)
}

fn column(covariate: &Covariate, names: &Names) -> String {
    match covariate {
        Covariate::Constant => fl!("column-constant"),
        Covariate::Load(days) => fl!("column-load", days = usize::from(*days)),
        Covariate::Soreness(days) => fl!("column-soreness", days = usize::from(*days)),
        Covariate::Sleep(days) => fl!("column-sleep", days = usize::from(*days)),
        Covariate::DayBefore => fl!("column-day-before"),
        Covariate::Other(exposure) => names.name(exposure),
        Covariate::Others(days) => fl!("column-others", days = usize::from(*days)),
        Covariate::WeekdaySin | Covariate::WeekdayCos => fl!("column-weekday"),
        Covariate::Trend => fl!("column-trend"),
    }
}
