//! Garmin Connect: the table of activities, and sleep as a table, as the file of a day, and as JSON.
//!
//! Its tables say neither their language nor their units. Names of columns are known in many languages
//! (`assets/columns/garmin.toml`); what is not is told by shape.

mod activities;
mod day;
mod nights;
mod places;
mod sleep_json;
mod told;
mod unit;

use std::sync::LazyLock;

use crate::import::reading::columns::Names;

pub(in crate::import) use activities::FORMAT as ACTIVITIES;
pub(in crate::import) use day::FORMAT as ONE_DAY;
pub(in crate::import) use nights::{DAYS, WEEKS};
pub(in crate::import) use sleep_json::FORMAT as SLEEP_JSON;

/// Where records of Garmin Connect say they come from.
const SOURCE: &str = "garmin";

/// What the columns of activities are called.
static NAMES: LazyLock<Names> = LazyLock::new(|| Names::parse(include_str!("../../../../assets/columns/garmin.toml")));
