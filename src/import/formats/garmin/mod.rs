//! Garmin Connect: the table of activities, and sleep as a table and as JSON.
//!
//! Its tables say neither their language nor their units. What they say is told by shape where no name is
//! known: the first nine columns of the activities have been the same in every language.

mod activities;
mod columns;
mod nights;
mod sleep_json;

pub(in crate::import) use activities::FORMAT as ACTIVITIES;
pub(in crate::import) use nights::{DAYS, ONE_DAY, WEEKS};
pub(in crate::import) use sleep_json::FORMAT as SLEEP_JSON;

/// Where records of Garmin Connect say they come from.
const SOURCE: &str = "garmin";
