//! Findings about one habit or supplement: the next morning, and the next two.
//!
//! Allowed for is only what came before it was done: load and soreness up to that day, the night before,
//! the same habit the day before, the other habits of the day, the day of the week, and time. What comes
//! after (the next night, the next run) may be how it acts, and is never among them.

use super::model::{Model, Modelled};
use super::series::{LOAD_UNIT, Series, Taken, share_done};
use super::{Caveat, Covariate, Finding, Missing, Outcome, Sides, Status, comparison};
use crate::analysis::Eligibility;
use crate::analysis::stats::effect::{Effect, Kind};

/// Sleep is allowed for where at least this share of the rows has it.
const ENOUGH_SLEEP: f64 = 0.85;
/// Another habit is a column of its own where it is known on this share of the rows …
const ENOUGH_KNOWN: f64 = 0.9;
/// … was done on so many of them and left on so many …
const ENOUGH_OF_EACH: usize = 8;
/// … and there are so many rows for each column.
const ROWS_A_COLUMN: usize = 12;
/// Columns beside sleep and the other habits: constant, three loads, soreness, the day before, the share of
/// the others, three of the calendar, the exposure.
const FIXED_COLUMNS: usize = 11;
/// The placebo check speaks up below this p.
const PLACEBO_P: f64 = 0.05;
/// Shares of missing mornings that differ by more than this are said.
const MISSING_APART: f64 = 0.15;

/// The findings about the habit or supplement at this place.
pub(super) fn findings(series: &Series, place: usize) -> [Finding; 2] {
    let one = One::of(series, place);
    if one.taken.eligibility == Eligibility::Period {
        return [one.period(Outcome::NextMorning), one.period(Outcome::NextTwoMornings)];
    }
    let (placebo, missing) = (one.placebo(), one.missing());
    [Outcome::NextMorning, Outcome::NextTwoMornings].map(|outcome| one.finding(outcome, placebo, missing))
}

/// Its exposure on the days on which it may be compared (NaN on the others), and the outcome.
pub(super) fn plain(series: &Series, place: usize, outcome: Outcome) -> (Vec<f64>, Vec<f64>) {
    let one = One::of(series, place);
    let days = one.exposure.iter().zip(&one.eligible);
    let exposure = days.map(|(it, eligible)| if *eligible { *it } else { f64::NAN });
    (exposure.collect(), one.outcome(outcome).to_vec())
}

/// How the next morning's soreness goes with a dose of it, and over which rows. `dose` is as long as the
/// journal, `before` the same a day later.
pub(super) fn dosed(series: &Series, place: usize, dose: &[f64], before: &[f64]) -> (Modelled, Vec<usize>) {
    let one = One {
        exposure: dose.to_vec(),
        before,
        kind: Kind::Continuous,
        ..One::of(series, place)
    };
    let y = one.outcome(Outcome::NextMorning);
    let rows = one.rows(y);
    (one.model(&rows, y).estimate(), rows.at)
}

/// One habit or supplement among all.
struct One<'s> {
    series: &'s Series,
    taken: &'s Taken,
    others: Vec<&'s Taken>,
    exposure: Vec<f64>,
    /// Of the day before.
    before: &'s [f64],
    kind: Kind,
    eligible: Vec<bool>,
}

/// Rows of the main model, and what it can allow for on them.
struct Rows<'s> {
    at: Vec<usize>,
    with_sleep: bool,
    stale: bool,
    /// Others that get a column each.
    ready: Vec<&'s Taken>,
    /// Others that share one.
    rest: Vec<&'s Taken>,
}

impl<'s> One<'s> {
    fn of(series: &'s Series, place: usize) -> Self {
        let taken = &series.taken[place];
        let runs_only = taken.eligibility == Eligibility::RunDays;
        let days = series.covered.iter().zip(&series.ran);
        let others = series.taken.iter().enumerate().filter(|(at, _)| *at != place);
        Self {
            series,
            taken,
            others: others.map(|it| it.1).collect(),
            exposure: taken.as_exposure(),
            before: &taken.before,
            kind: Kind::Binary,
            eligible: days.map(|(covered, ran)| *covered && (*ran || !runs_only)).collect(),
        }
    }

    fn outcome(&self, outcome: Outcome) -> &'s [f64] {
        match outcome {
            Outcome::NextTwoMornings => &self.series.next_two,
            _ => &self.series.next,
        }
    }

    /// A finding without an estimate: what acts over weeks is not compared day by day.
    fn period(&self, outcome: Outcome) -> Finding {
        let raw = comparison(self.outcome(outcome), &self.exposure, &self.eligible);
        let mut finding = Finding::bare(self.taken.exposure.clone(), outcome, Status::PeriodOnly, raw);
        finding.eligibility = Eligibility::Period;
        finding
    }

    fn finding(&self, outcome: Outcome, placebo: Option<Effect>, missing: Option<Missing>) -> Finding {
        let y = self.outcome(outcome);
        let rows = self.rows(y);
        let modelled = self.model(&rows, y).estimate();
        let raw = comparison(y, &self.exposure, &self.eligible);
        let mut finding = Finding::bare(self.taken.exposure.clone(), outcome, Status::of(modelled.effect), raw);
        finding.eligibility = self.taken.eligibility;
        finding.take(self.series, &rows.at, modelled);
        finding.sides = Some(Sides::of(rows.at.iter().map(|&at| self.exposure[at])));
        finding.load_apart = self.load_apart(&rows.at);
        finding.placebo = placebo;
        finding.missing = missing;
        let placebo = placebo.is_some_and(|it| it.p < PLACEBO_P);
        let missing = missing.is_some_and(|it| (it.with - it.without).abs() > MISSING_APART);
        let caveats = [
            (rows.stale, Caveat::Stale),
            (!rows.with_sleep, Caveat::WithoutSleep),
            (placebo, Caveat::Placebo),
            (missing, Caveat::MissingPattern),
        ];
        finding.caveats = caveats.into_iter().filter(|it| it.0).map(|it| it.1).collect();
        finding
    }

    /// The rows on which all that is needed is known.
    fn rows(&self, y: &[f64]) -> Rows<'s> {
        let it = self.series;
        let [load, load_1, load_2, _] = &it.load;
        let needed: [&[f64]; 7] = [y, &self.exposure, &it.soreness, load, load_1, load_2, self.before];
        let base = it.rows_with(&needed, |at| self.eligible[at]);
        let with_sleep: Vec<_> = base.iter().copied().filter(|&at| !it.sleep[at].is_nan()).collect();
        let use_sleep = !base.is_empty() && with_sleep.len() as f64 >= ENOUGH_SLEEP * base.len() as f64;
        let rows = if use_sleep { with_sleep } else { base };
        let (mut ready, mut rest): (Vec<_>, Vec<_>) = self.others.iter().partition(|it| is_ready(it, &rows));
        if rows.len() < ROWS_A_COLUMN * (FIXED_COLUMNS + usize::from(use_sleep) + ready.len()) {
            (ready, rest) = (Vec::new(), self.others.clone());
        }
        let all_known = |at: &usize| ready.iter().all(|it| !it.value[*at].is_nan());
        let (rows, stale) = it.fresh(rows.into_iter().filter(all_known).collect());
        Rows {
            at: rows,
            with_sleep: use_sleep,
            stale,
            ready,
            rest,
        }
    }

    fn model<'r>(&'r self, rows: &'r Rows<'s>, y: &'r [f64]) -> Model<'r> {
        let it = self.series;
        let mut model = Model::new(&rows.at, y, &self.exposure, self.kind)
            .with(Covariate::Load(0), &it.load[0])
            .with(Covariate::Load(1), &it.load[1])
            .with(Covariate::Load(2), &it.load[2])
            .with(Covariate::Soreness(0), &it.soreness);
        if rows.with_sleep {
            model = model.with(Covariate::Sleep(0), &it.sleep);
        }
        model = model.with(Covariate::DayBefore, self.before);
        for other in &rows.ready {
            model = model.with(Covariate::Other(other.exposure.clone()), &other.value);
        }
        let rest: Vec<&[f64]> = rows.rest.iter().map(|it| it.value.as_slice()).collect();
        model
            .with_rows([(Covariate::Others(0), share_done(&rest, &rows.at))])
            .with_rows(it.calendar(&rows.at))
    }

    /// How much more load the rows with it have than those without, AU.
    fn load_apart(&self, rows: &[usize]) -> Option<f64> {
        let mean = |side: f64| {
            let of_side = rows.iter().filter(|&&at| self.exposure[at] == side);
            let (n, sum) = of_side.fold((0, 0.0), |(n, sum), &at| (n + 1, sum + self.series.load[0][at]));
            (n > 0).then(|| LOAD_UNIT * sum / f64::from(n))
        };
        Some(mean(1.0)? - mean(0.0)?)
    }

    /// The same question about the morning before: nothing done later can have to do with it, so what is
    /// found there is what the covariates missed.
    fn placebo(&self) -> Option<Effect> {
        let it = self.series;
        let [_, load_1, load_2, load_3] = &it.load;
        let needed: [&[f64]; 7] = [
            &it.soreness,
            &self.exposure,
            load_1,
            load_2,
            load_3,
            &it.soreness_before,
            self.before,
        ];
        let (rows, _) = it.fresh(it.rows_with(&needed, |at| self.eligible[at]));
        let others: Vec<&[f64]> = self.others.iter().map(|it| it.before.as_slice()).collect();
        let Modelled { effect, .. } = Model::new(&rows, &it.soreness, &self.exposure, Kind::Binary)
            .with(Covariate::Load(1), load_1)
            .with(Covariate::Load(2), load_2)
            .with(Covariate::Load(3), load_3)
            .with(Covariate::Soreness(1), &it.soreness_before)
            .with(Covariate::DayBefore, self.before)
            .with_rows([(Covariate::Others(1), share_done(&others, &rows))])
            .with_rows(it.calendar(&rows))
            .estimate();
        effect.ok()
    }

    /// How often the next morning was not rated, on either side.
    fn missing(&self) -> Option<Missing> {
        let share = |side: f64| {
            let of_side = (0..self.exposure.len()).filter(|&at| self.eligible[at] && self.exposure[at] == side);
            let (all, missing) = of_side.fold((0_usize, 0_usize), |(all, missing), at| {
                (all + 1, missing + usize::from(self.series.next[at].is_nan()))
            });
            (all > 0).then(|| missing as f64 / all as f64)
        };
        Some(Missing {
            with: share(1.0)?,
            without: share(0.0)?,
        })
    }
}

/// Whether another habit is known and varied enough on these rows to have a column of its own.
fn is_ready(other: &Taken, rows: &[usize]) -> bool {
    let (mut known, mut done, mut left) = (0, 0, 0);
    for &at in rows {
        let value = other.value[at];
        known += usize::from(!value.is_nan());
        done += usize::from(value > 0.5);
        left += usize::from(value < 0.5);
    }
    !rows.is_empty()
        && known as f64 / rows.len() as f64 >= ENOUGH_KNOWN
        && done >= ENOUGH_OF_EACH
        && left >= ENOUGH_OF_EACH
}
