//! Findings about sleep: the soreness of the morning on which the night ended.
//!
//! The slope by the hour is the estimate; short nights against others are what the sentence says.

use super::model::Model;
use super::series::{Series, share_done};
use super::{Caveat, Covariate, Exposure, Finding, Outcome, Sides, Status, comparison};
use crate::analysis::SHORT_NIGHT_H;
use crate::analysis::stats::effect::Kind;

/// The finding about hours of sleep.
pub(super) fn hours(series: &Series) -> Finding {
    finding(series, Exposure::SleepHours, &series.sleep, Kind::Continuous)
}

/// The finding about short nights.
pub(super) fn short_night(series: &Series) -> Finding {
    finding(series, Exposure::ShortNight, &is_short(series), Kind::Binary)
}

/// Short nights on covered days (NaN on the others), and the soreness of the morning.
pub(super) fn plain(series: &Series) -> (Vec<f64>, Vec<f64>) {
    let short = is_short(series).into_iter().zip(&series.covered);
    let short = short.map(|(it, covered)| if *covered { it } else { f64::NAN });
    (short.collect(), series.soreness.clone())
}

/// 1 on mornings after a short night, 0 on others.
fn is_short(series: &Series) -> Vec<f64> {
    let short = |hours: &f64| {
        if hours.is_nan() {
            f64::NAN
        } else {
            f64::from(u8::from(*hours < SHORT_NIGHT_H))
        }
    };
    series.sleep.iter().map(short).collect()
}

fn finding(it: &Series, exposure: Exposure, x: &[f64], kind: Kind) -> Finding {
    let [_, load_1, load_2, load_3] = &it.load;
    let needed: [&[f64]; 7] = [
        &it.soreness,
        x,
        load_1,
        load_2,
        load_3,
        &it.soreness_before,
        &it.sleep_before,
    ];
    let (rows, stale) = it.fresh(it.rows_with(&needed, |at| it.covered[at]));
    let habits: Vec<&[f64]> = it.taken.iter().map(|it| it.before.as_slice()).collect();
    let modelled = Model::new(&rows, &it.soreness, x, kind)
        .with(Covariate::Load(1), load_1)
        .with(Covariate::Load(2), load_2)
        .with(Covariate::Load(3), load_3)
        .with(Covariate::Soreness(1), &it.soreness_before)
        .with(Covariate::Sleep(1), &it.sleep_before)
        .with_rows([(Covariate::Others(1), share_done(&habits, &rows))])
        .with_rows(it.calendar(&rows))
        .estimate();
    let raw = (kind == Kind::Binary).then(|| comparison(&it.soreness, x, &it.covered));
    let status = Status::of(modelled.effect);
    let mut finding = Finding::bare(exposure, Outcome::SameMorning, status, raw.unwrap_or_default());
    finding.sides = (kind == Kind::Binary).then(|| Sides::of(rows.iter().map(|&at| x[at])));
    finding.take(it, &rows, modelled);
    finding.caveats = if stale { vec![Caveat::Stale] } else { Vec::new() };
    finding
}
