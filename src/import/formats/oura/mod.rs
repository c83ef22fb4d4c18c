//! Oura: the tables of its web export and the JSON of its API and account export. Both have the same names, and
//! are told apart by nothing but their form: times carry their offset from UTC, lengths are in seconds, and the
//! variability of the heart is rMSSD, as Oura says. Of a sleep the lowest heart rate stands in for that at rest.
//! Days of scores alone (`daily_sleep`, `daily_readiness`) have no sleep in them.

mod sleep;
mod tags;
mod workouts;

pub(in crate::import) use sleep::{SCORES, SLEEPS, TRENDS};
pub(in crate::import) use tags::FORMAT as TAGS;
pub(in crate::import) use workouts::FORMAT as WORKOUTS;

/// Where records of Oura say they come from.
const SOURCE: &str = "oura";
