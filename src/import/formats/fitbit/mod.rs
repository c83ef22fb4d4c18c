//! Fitbit, by its web API and by Google Takeout of any age.
//!
//! Sleep is told by the clock on the wall and without a zone; exercise by UTC, which no file says: shifted by
//! Norway's hour, and by no other, the exercises of eight people (`PMData`) no longer lie within their sleep.
//! Each log has a number that stays the same from export to export.

mod daily;
mod exercise;
mod google;
mod score;
mod site;
mod sleep;

pub(in crate::import) use daily::{HRV, RESTING_HR, WEIGHT};
pub(in crate::import) use exercise::FORMAT as EXERCISE;
pub(in crate::import) use google::{EXERCISES, SLEEPS};
pub(in crate::import) use score::FORMAT as SCORE;
pub(in crate::import) use site::FORMAT as SITE;
pub(in crate::import) use sleep::FORMAT as SLEEP;

use std::ops::RangeInclusive;

use jiff::Timestamp;
use jiff::civil::DateTime;

use crate::domain::Stamp;
use crate::fl;
use crate::import::reading::Task;
use crate::import::reading::item::Item;

/// Where records of Fitbit say they come from.
const SOURCE: &str = "fitbit";

/// Heart rates of a runner.
const HEART_RATE: RangeInclusive<f64> = 20.0..=250.0;

/// Minutes of a sleep, or of a part of it.
const MINUTES: RangeInclusive<f64> = 0.0..=2880.0;

/// A time of the clock as Fitbit writes it: `2019-11-02T07:19:30.000`, with a blank for the T in copies, or
/// `11/01/19 14:56:32`.
fn civil(text: &str) -> Option<DateTime> {
    let american = || DateTime::strptime("%m/%d/%y %H:%M:%S", text).ok();
    text.trim_end_matches('Z').parse().ok().or_else(american)
}

/// The same, or why the value called `name` is none.
fn clock(item: &Item, name: &str) -> Result<DateTime, String> {
    civil(item.need(&[name])?).ok_or_else(|| item.wrong(name))
}

/// An instant: with its offset where it has one, and else UTC.
fn instant(item: &Item, name: &str, task: &Task) -> Result<Stamp, String> {
    let text = item.need(&[name])?;
    if let Some(stamp) = Stamp::parse_rfc3339(text).filter(|_| !text.ends_with('Z')) {
        return Ok(stamp);
    }
    let utc = civil(text).and_then(|it| Stamp::from_civil_offset(it, 0));
    let utc = utc.ok_or_else(|| item.wrong(name))?;
    Ok(Stamp::in_zone(utc.ms, &task.zone))
}

/// Why something that has not happened yet is left out.
fn not_in_future(stamp: Stamp, task: &Task) -> Result<(), String> {
    if task.is_future(stamp.ms) {
        return Err(fl!("import-future", date = stamp.civil_date().to_string()));
    }
    Ok(())
}

/// An instant in UTC, as it stands in names.
fn utc(stamp: Stamp) -> String {
    Timestamp::from_millisecond(stamp.ms).unwrap_or_default().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_in_the_three_ways_that_copies_write_them() {
        let expected = jiff::civil::date(2019, 11, 1).at(14, 56, 32, 0);
        for text in [
            "2019-11-01T14:56:32.000",
            "2019-11-01 14:56:32",
            "11/01/19 14:56:32",
            "2019-11-01T14:56:32Z",
        ] {
            assert_eq!(civil(text), Some(expected), "{text}");
        }
        assert_eq!(civil("13/01/19 14:56:32"), None);
        assert_eq!(civil(""), None);
    }
}
