//! Garmin Connect: the table of activities, sleep as a table, as the file of a day, and as JSON, and what an export
//! of the account has of activities and days.
//!
//! Its tables say neither their language nor their units. Names of columns are known in many languages
//! (`assets/columns/garmin.toml`); what is not is told by shape.

mod activities;
mod day;
mod days_json;
mod distance;
mod documents;
mod nights;
mod places;
mod sleep_json;
mod summaries;
mod told;
mod unit;

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::domain::{Sport, Stamp};
use crate::import::reading::columns::Names;

pub(in crate::import) use activities::FORMAT as ACTIVITIES;
pub(in crate::import) use day::FORMAT as ONE_DAY;
pub(in crate::import) use days_json::FORMAT as DAYS_JSON;
pub(in crate::import) use nights::{DAYS, WEEKS};
pub(in crate::import) use sleep_json::FORMAT as SLEEP_JSON;
pub(in crate::import) use summaries::FORMAT as SUMMARIES;

/// Where records of Garmin Connect say they come from.
const SOURCE: &str = "garmin";

/// What the columns of activities are called.
static NAMES: LazyLock<Names> = LazyLock::new(|| Names::parse(include_str!("../../../../assets/columns/garmin.toml")));

/// What an activity is called. Tables have no numbers of activities; when one began on the wall and what sport it
/// was names it in every language and in every file. A multisport session begins when its first part does.
fn name(start: Stamp, sport: Sport, kind: &str, names: &mut HashSet<String>) -> String {
    let word: &'static str = sport.into();
    let mut name = format!("{SOURCE}:activity:{}:{word}", start.civil());
    if !names.insert(name.clone()) {
        name = format!("{name}:{}", kind.to_lowercase().replace(' ', "_"));
        names.insert(name.clone());
    }
    name
}
