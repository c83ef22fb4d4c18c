//! WHOOP: the four tables of its export, alone, in a folder or in the archive.
//!
//! Times are by the clock on the wall, with its distance from UTC in a column of their own. The names of the
//! columns are in the language of the account, and six are known; but each table has its columns in one
//! order, and `UTC-04:00` in the third, so those of other languages are read by their places. Its heart rate variability
//! is rMSSD, as WHOOP says of its measurement. A sleep stands among the cycles and among the sleeps, and is one.

mod body;
mod journal;
mod names;
mod sleep;
mod table;
mod workouts;

pub(in crate::import) use body::CYCLES;
pub(in crate::import) use journal::FORMAT as JOURNAL;
pub(in crate::import) use sleep::FORMAT as SLEEPS;
pub(in crate::import) use workouts::FORMAT as WORKOUTS;

/// Where records of WHOOP say they come from.
const SOURCE: &str = "whoop";
