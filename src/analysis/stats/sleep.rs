//! When and how regularly a runner sleeps, and how much of it is missing.
//!
//! Clock times lie on a circle: the middle between 23:50 and 00:10 is midnight. Nights are measured by the
//! time that passed, so they are right also when the clocks change. Sources: circular statistics as in Mardia
//! and Jupp; the sleep regularity index of Phillips (2017).

use std::f64::consts::TAU;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::describe::{mean, sd, varies};
use super::{known, known_at};
use crate::domain::Stamp;

/// Minutes of a day.
const DAY: f64 = 1440.0;

/// Fewest known nights of the last fourteen for a debt.
const LEAST_NIGHTS: usize = 10;
/// Nights that a debt looks back over.
const DEBT_NIGHTS: usize = 14;

/// When something happens, over some nights. Minutes of the day.
#[derive(Clone, Debug, PartialEq)]
pub struct Timing {
    /// Nights.
    pub n: usize,
    /// Nights of which the time is not known.
    pub missing: usize,
    /// The mean on the circle, 0 to 1440; `None` where the times are spread evenly around it.
    pub mean: Option<f64>,
    /// How much the times agree, 0 to 1.
    pub agreement: Option<f64>,
    /// Circular standard deviation.
    pub sd: Option<f64>,
    /// The times as minutes from midnight, −720 to 720: what is before noon is after midnight.
    pub from_midnight: Vec<f64>,
    /// Their mean.
    pub plain_mean: Option<f64>,
    /// Their sample standard deviation.
    pub plain_sd: Option<f64>,
}

impl Timing {
    /// The timing of minutes of the day.
    pub fn of(minutes: &[Option<f64>]) -> Self {
        let known = known(minutes);
        let from_midnight: Vec<f64> = known.iter().map(|it| around_midnight(*it)).collect();
        let (mean_on_circle, agreement) = circular(&known);
        Self {
            n: known.len(),
            missing: minutes.len() - known.len(),
            mean: mean_on_circle,
            agreement,
            sd: agreement.and_then(circular_sd),
            plain_mean: mean(&from_midnight),
            plain_sd: sd(&from_midnight),
            from_midnight,
        }
    }
}

/// From −720 up to 720.
fn around_midnight(minute: f64) -> f64 {
    (minute + DAY / 2.0).rem_euclid(DAY) - DAY / 2.0
}

/// The mean direction in minutes, and the length of the mean vector.
fn circular(minutes: &[f64]) -> (Option<f64>, Option<f64>) {
    let angles = minutes.iter().map(|it| it / DAY * TAU);
    let sines: Vec<f64> = angles.clone().map(f64::sin).collect();
    let cosines: Vec<f64> = angles.map(f64::cos).collect();
    let Some((sine, cosine)) = mean(&sines).zip(mean(&cosines)) else {
        return (None, None);
    };
    // Times that are all the same agree wholly, also where their sines do not sum up to that.
    let length = if varies(minutes) {
        sine.hypot(cosine).min(1.0)
    } else {
        1.0
    };
    let middle = (sine.atan2(cosine) / TAU * DAY).rem_euclid(DAY);
    ((length > 1e-12).then_some(middle), Some(length))
}

fn circular_sd(agreement: f64) -> Option<f64> {
    (agreement > 1e-12).then(|| (-2.0 * agreement.ln()).max(0.0).sqrt() / TAU * DAY)
}

/// How often one is asleep, or awake, at the same minute of two days in a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Regularity {
    /// Pairs of nights that follow each other and are both known.
    pub pairs: usize,
    /// Nights that are not known.
    pub missing: usize,
    /// 100 where it is always the same, 0 as by chance; `None` without a pair.
    pub index: Option<f64>,
}

/// The sleep regularity of nights in order, each from falling asleep to waking in minutes from its midnight
/// (−60 is 23:00), looked at minute by minute from noon to noon.
pub fn regularity(nights: &[Option<[f64; 2]>]) -> Regularity {
    let usable = |it: &Option<[f64; 2]>| it.filter(|[onset, wake]| onset.is_finite() && wake.is_finite());
    let nights: Vec<Option<[f64; 2]>> = nights.iter().map(usable).collect();
    let known = nights.windows(2).filter_map(|pair| pair[0].zip(pair[1]));
    let equal: Vec<f64> = known.map(|(one, next)| f64::from(minutes_alike(one, next))).collect();
    let pairs = equal.len();
    let share = mean(&equal).map(|it| it / DAY);
    Regularity {
        pairs,
        missing: nights.iter().filter(|it| it.is_none()).count(),
        index: share.map(|it| -100.0 + 200.0 * it),
    }
}

fn minutes_alike(one: [f64; 2], next: [f64; 2]) -> u32 {
    let asleep = |night: [f64; 2], minute: f64| night[0] <= minute && minute < night[1];
    let alike = |minute: &i32| asleep(one, f64::from(*minute)) == asleep(next, f64::from(*minute));
    (-720..720).filter(alike).count() as u32
}

/// Hours of sleep missing to `need` over fourteen nights, every morning: the mean shortfall of the known
/// nights of the last fourteen, times fourteen. `None` where fewer than ten of them are known.
pub fn debt(hours: &[Option<f64>], need: f64) -> Vec<Option<f64>> {
    let on = |at: usize| {
        let nights = (at + 1).saturating_sub(DEBT_NIGHTS)..=at;
        let short: Vec<f64> = nights
            .filter_map(|it| known_at(hours, it))
            .map(|hours| (need - hours).max(0.0))
            .collect();
        let enough = short.len() >= LEAST_NIGHTS && need.is_finite();
        mean(&short).filter(|_| enough).map(|it| it * DEBT_NIGHTS as f64)
    };
    (0..hours.len()).map(on).collect()
}

/// One sleep on the clock of where it ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// Hours that passed.
    pub hours: f64,
    /// The date of waking: the day the night belongs to.
    pub day: Date,
    /// The middle, by the time that passed.
    pub middle: Stamp,
    /// The middle as a minute of the day.
    pub middle_min: f64,
}

/// The sleep from `onset` to `wake`, in ms UTC, in `zone`; `None` where it ends before it begins.
pub fn span(onset: i64, wake: i64, zone: &TimeZone) -> Option<Span> {
    let length = wake.checked_sub(onset).filter(|it| *it >= 0)?;
    let middle = Stamp::in_zone(onset + length / 2, zone);
    let clock = middle.civil().time();
    let minutes = f64::from(clock.hour()) * 60.0 + f64::from(clock.minute());
    let seconds = f64::from(clock.second()) + f64::from(clock.millisecond()) / 1000.0;
    Some(Span {
        hours: length as f64 / 3_600_000.0,
        day: Stamp::in_zone(wake, zone).civil_date(),
        middle,
        middle_min: minutes + seconds / 60.0,
    })
}
