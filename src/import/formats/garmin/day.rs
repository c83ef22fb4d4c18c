//! The file of one night ("Sleep Score 1 Day"): no table, but a name and a value a line, in sections. It has no
//! bedtime, and the length of sleep in two sections.

use crate::import::format::{Format, Reader};
use crate::import::reading::dates::Dates;
use crate::import::reading::moment::DateOrder;
use crate::import::reading::number::NumberStyle;
use crate::import::reading::table::utf8;
use crate::import::reading::{Found, Head, Input, Reading, Refusal, Task};

use super::told::{MORE, Told};

/// Files of one night are shorter than this, lines.
const MOST_LINES: usize = 1000;

pub(in crate::import) const FORMAT: Format = Format {
    word: "garmin_sleep_day",
    is: is_one_day,
    reader: Reader::Whole(read),
};

fn is_one_day(head: &Head) -> bool {
    let first = head.text().lines().next().unwrap_or_default();
    first.trim_start_matches('"').starts_with("Sleep Score 1 Day")
}

fn read(input: &Input, task: &Task) -> Reading {
    let bytes = utf8(input.bytes);
    let text = String::from_utf8_lossy(&bytes);
    let mut told = Told::default();
    for line in text.lines().take(MOST_LINES) {
        if let Some((name, value)) = line.split_once([',', ';', '\t']) {
            let plain = |it: &str| it.trim_matches(['"', ' ', '\u{feff}', ',', ';']).to_owned();
            take(&mut told, &plain(name), plain(value));
        }
    }
    let mut found = Found::default();
    let dates = Dates::of([told.date.as_str()], task, DateOrder::MonthFirst);
    let more = told.more.iter().map(|it| it.1.as_str());
    let style = NumberStyle::of(more).unwrap_or_default();
    told.finish(dates, style, task, &mut found).map_err(Refusal::Rejected)?;
    Ok(found)
}

/// Of a value that is said twice the first counts.
fn take(told: &mut Told, name: &str, value: String) {
    let place = match name {
        "Date" => &mut told.date,
        "Duration" | "Sleep Duration" | "Total Sleep Time" => &mut told.duration,
        "Bedtime" => &mut told.bed,
        "Wake Time" => &mut told.wake,
        "Resting Heart Rate" => &mut told.resting_hr,
        "HRV Status" | "Avg Overnight HRV" => &mut told.hrv,
        name => {
            let known = MORE.iter().position(|it| it.0.contains(&name));
            return told.more.extend(known.map(|at| (at, value)));
        }
    };
    if place.is_empty() {
        *place = value;
    }
}
