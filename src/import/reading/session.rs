//! What a session can have, whoever recorded it: one set of bounds for all watches and services.
//!
//! A value outside is an instrument's and no runner's. It is left out and named, and the session stays.

use std::ops::RangeInclusive;

use crate::domain::Sport;

/// How long: the longest races take less than ten days, a watch that was never stopped more.
pub(in crate::import) const SECONDS: RangeInclusive<f64> = 0.0..=864_000.0;
/// How far: once around the earth.
pub(in crate::import) const METRES: RangeInclusive<f64> = 0.0..=4e7;
/// Heart rates a runner can have; straps and wrists tell others.
pub(in crate::import) const HEART_RATE: RangeInclusive<f64> = 25.0..=220.0;
/// Metres up.
pub(in crate::import) const CLIMB: RangeInclusive<f64> = 0.0..=1e5;
/// Steps or turns a minute.
pub(in crate::import) const CADENCE: RangeInclusive<f64> = 0.0..=500.0;
/// Kilocalories.
pub(in crate::import) const CALORIES: RangeInclusive<f64> = 0.0..=1e5;

/// Before 1990 no clock of a watch was set, ms.
pub(in crate::import) const FIRST_MS: i64 = 631_152_000_000;

/// A foot, metres.
pub(in crate::import) const FOOT_M: f64 = 0.3048;

/// Many count the steps of one leg; more than this a minute are those of both.
const ONE_LEG: f64 = 120.0;

/// Steps a minute of both legs, where one was counted: nobody runs or walks on so few.
pub(in crate::import) fn steps(cadence: f64, sport: Sport) -> f64 {
    let is_one_leg = matches!(sport, Sport::Run | Sport::Walk) && cadence < ONE_LEG;
    if is_one_leg { cadence * 2.0 } else { cadence }
}
