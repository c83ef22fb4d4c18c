//! Sleep as Android: a table whose header stands before every record, because every record has its own columns.
//!
//! Behind the columns that all have stand the record's own: one for each few minutes of movement, named by
//! the time of the clock, and one for each event. Then there may be a row with only the noise of those
//! minutes. The id is the instant it began, to the millisecond; the dates are clock times in the record's zone,
//! to the minute. Half of the records of a new user are alarms tried out: a sleep of less than five
//! minutes is none. −1 and −2 mean that something was not measured.

use jiff::tz::TimeZone;
use serde_json::json;

use crate::domain::night::AWAKE_MIN;
use crate::domain::{Night, Record, RecordKind, Stamp};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::moment::DateOrder;
use crate::import::reading::night::{SHORTEST_SLEEP_S, is_nap};
use crate::import::reading::number::decimal;
use crate::import::reading::table::{Row, Shape, each_row, need};
use crate::import::reading::{Entry, Found, Input, Reading, Task};

/// Where records of Sleep as Android say they come from.
const SOURCE: &str = "sleep_as_android";

/// A longer sleep is none, seconds.
const LONGEST_S: f64 = 24.0 * 3600.0;

/// By how much the two ways to say when it began may differ, seconds: an hour, in autumn.
const SAME_START_S: f64 = 3_700.0;

/// By how much the two ways to say how long it was may differ, seconds.
const SAME_LENGTH_S: f64 = 180.0;

/// What stands in a comment for the end of a line.
const LINE_END: &str = "\\n";

pub(in crate::import) const FORMAT: Format = Format {
    word: SOURCE,
    is: |head| head.has_columns(&["Id", "Tz", "From", "To", "Hours"]),
    reader: Reader::Whole(read),
};

/// Reads the sleeps of a file.
fn read(input: &Input, task: &Task) -> Reading {
    let mut found = Found::default();
    let mut columns: Vec<String> = Vec::new();
    each_row(input.bytes, Shape::Ragged, task, &mut found, |row, found| {
        let first = row.at(Some(0));
        if columns.is_empty() {
            columns = row.header.names().to_vec();
        }
        if first == "Id" {
            columns = row.cells().map(|it| it.trim().to_owned()).collect();
            return Ok(());
        }
        // The noise of the record above.
        if first.is_empty() {
            return Ok(());
        }
        let sleep = Sleep { row, columns: &columns };
        let (night, is_local) = sleep.night(task, found)?;
        let entry = Entry::of(Record::Night(night)).on(row.line);
        found.add(if is_local { entry.local() } else { entry });
        Ok(())
    })?;
    Ok(found)
}

/// One record, with the columns that stand before it.
struct Sleep<'r> {
    row: &'r Row<'r>,
    columns: &'r [String],
}

/// When a sleep was.
struct Times {
    bed_at: Stamp,
    wake_at: Stamp,
    /// Whether the zone of the record is not known.
    is_local: bool,
}

impl Sleep<'_> {
    fn cell(&self, column: &str) -> &str {
        self.row.at(self.columns.iter().position(|it| it == column))
    }

    /// A number, where it was measured.
    fn measured(&self, column: &str) -> Option<f64> {
        decimal(self.cell(column)).filter(|&it| it >= 0.0)
    }

    fn night(&self, task: &Task, found: &mut Found) -> Result<(Night, bool), String> {
        let Times {
            bed_at,
            wake_at,
            is_local,
        } = self.times(task)?;
        let in_bed_s = wake_at.seconds_since(bed_at);
        if in_bed_s < SHORTEST_SLEEP_S {
            return Err(fl!("import-sleep-short", seconds = in_bed_s.round().to_string()));
        }
        if in_bed_s > LONGEST_S {
            return Err(fl!("import-sleep-long"));
        }
        let id = need("Id", Some(self.cell("Id")).filter(|it| !it.is_empty()))?;
        let (notes, tags) = comment(self.cell("Comment"));
        let meta = task.meta(RecordKind::Night, SOURCE, format!("{SOURCE}:{id}"), bed_at.ms);
        let mut night = Night {
            bed_at: Some(bed_at),
            wake_at: Some(wake_at),
            asleep_min: Some(self.asleep_min(in_bed_s)),
            quality: self.quality(),
            nap: is_nap(bed_at, wake_at) || tags.iter().any(|it| it == "nap"),
            notes,
            ..Night::new(meta, wake_at.civil_date())
        };
        if is_local {
            found.note(Some(self.row.line), fl!("import-no-zone", word = self.cell("Tz")));
        }
        self.note_detail(&mut night, &tags);
        self.note_events(&mut night);
        Ok((night, is_local))
    }

    /// When it began and ended. The id says the first to the millisecond, and the hours how long it was,
    /// so that neither is lost where the clock shows an hour twice.
    fn times(&self, task: &Task) -> Result<Times, String> {
        let zone = TimeZone::get(self.cell("Tz")).ok();
        let clock = zone.clone().unwrap_or_else(|| task.zone.clone());
        let date = |column: &str| {
            let moment = DateOrder::DayFirst
                .read(self.cell(column))
                .filter(|it| it.time.is_some());
            moment.and_then(|it| Stamp::from_civil(it.civil(), &clock))
        };
        let (from, to) = (date("From"), date("To"));
        let id: Option<i64> = self.cell("Id").parse().ok();
        let named = id.filter(|it| crate::domain::time::STAMP_RANGE_MS.contains(it));
        let named = named.map(|it| Stamp::in_zone(it.div_euclid(1000) * 1000, &clock));
        let is_same = |it: &Stamp| from.is_none_or(|from| from.seconds_since(*it).abs() <= SAME_START_S);
        let bed_at = need("From", named.filter(is_same).or(from))?;
        if task.is_future(bed_at.ms) {
            return Err(fl!("import-future", date = bed_at.civil_date().to_string()));
        }
        if bed_at.civil_date().year() < 2000 {
            return Err(fl!("import-date-absurd", date = bed_at.civil_date().to_string()));
        }
        let by_hours = self.measured("Hours").filter(|&it| it <= LONGEST_S / 3600.0);
        let by_hours = by_hours.map(|it| Stamp::in_zone(bed_at.plus_seconds((it * 3600.0).round()).ms, &clock));
        let is_near = |it: &Stamp| {
            let apart = to.map_or(0.0, |to| to.seconds_since(*it).abs());
            // Of an hour that the clock shows twice the other one may be meant.
            apart <= SAME_LENGTH_S || (apart - 3600.0).abs() <= SAME_LENGTH_S
        };
        let to = to.filter(|it| it.ms > bed_at.ms);
        let wake_at = by_hours.filter(is_near).or(to).or(by_hours);
        Ok(Times {
            bed_at,
            wake_at: need("To", wake_at)?,
            is_local: zone.is_none(),
        })
    }

    /// The hours without those minutes that were taken off for lying awake.
    fn asleep_min(&self, in_bed_s: f64) -> f64 {
        let hours = self.measured("Hours").map_or(in_bed_s / 60.0, |it| it * 60.0);
        // −1.0 is what a record typed by hand has there.
        let adjusted = Some(self.cell("LenAdjust")).filter(|&it| it != "-1.0");
        let minutes = adjusted.and_then(decimal).map_or(0.0, |it| it.min(0.0));
        let asleep = (hours + minutes).clamp(0.0, in_bed_s / 60.0);
        (asleep * 100.0).round() / 100.0
    }

    /// Stars, of which none means not rated.
    fn quality(&self) -> Option<i64> {
        let stars = self.measured("Rating").filter(|it| (0.25..=5.0).contains(it))?;
        Some((stars.round() as i64).max(1))
    }

    fn note_detail(&self, night: &mut Night, tags: &[String]) {
        let meta = &mut night.meta;
        let stars = self.measured("Rating").filter(|it| it.fract() != 0.0);
        for (key, value) in [
            ("rating", stars),
            ("snore_s", self.measured("Snore")),
            ("noise", self.measured("Noise")),
            ("cycles", self.measured("Cycles")),
            ("deep_share", self.measured("DeepSleep").filter(|it| *it <= 1.0)),
        ] {
            if value.is_some() {
                meta.note_number(key, value);
            }
        }
        if !tags.is_empty() {
            meta.note("tags", json!(tags));
        }
    }

    /// What the events say of how one slept: `LABEL-instant`, with a start and an end of each stretch.
    fn note_events(&self, night: &mut Night) {
        let (Some(bed_at), Some(wake_at)) = (night.bed_at, night.wake_at) else {
            return;
        };
        let events: Vec<(&str, i64)> = self.events().collect();
        let is_tracked = events
            .iter()
            .any(|it| STRETCHES.iter().any(|(label, _)| starts(it.0, label)));
        if !is_tracked {
            return;
        }
        for (label, key) in STRETCHES {
            let (mut since, mut count, mut total_ms) = (None, 0, 0);
            for (name, at) in &events {
                let at = (*at).clamp(bed_at.ms, wake_at.ms);
                if starts(name, label) {
                    since = since.or(Some(at));
                } else if ends(name, label)
                    && let Some(start) = since.take()
                {
                    count += 1;
                    total_ms += (at - start).max(0);
                }
            }
            if count > 0 || label == AWAKE {
                let minutes = (total_ms as f64 / 6000.0).round() / 10.0;
                night.meta.note_number(key, Some(minutes));
            }
            if label == AWAKE {
                night.awakenings = Some(count);
            }
        }
    }

    fn events(&self) -> impl Iterator<Item = (&str, i64)> {
        let places = self.columns.iter().enumerate().filter(|it| it.1 == "Event");
        places.filter_map(|(place, _)| {
            let mut parts = self.row.at(Some(place)).split('-');
            Some((parts.next()?, parts.next()?.parse().ok()?))
        })
    }
}

const AWAKE: &str = "AWAKE";

/// The stretches that events tell of, and where their minutes are noted.
const STRETCHES: [(&str, &str); 4] = [
    (AWAKE, AWAKE_MIN),
    ("LIGHT", "light_min"),
    ("DEEP", "deep_min"),
    ("REM", "rem_min"),
];

fn starts(event: &str, label: &str) -> bool {
    event.strip_suffix("_START") == Some(label)
}

fn ends(event: &str, label: &str) -> bool {
    event.strip_suffix("_END") == Some(label)
}

/// Parts a comment into what was written, and its tags; `#dream_2x` is a tag set twice.
fn comment(text: &str) -> (String, Vec<String>) {
    let mut tags: Vec<String> = Vec::new();
    let lines = text.split(LINE_END).map(|line| {
        let words = line.split_whitespace().filter(|word| match word.strip_prefix('#') {
            Some(tag) if !tag.is_empty() => {
                tags.push(tag.to_owned());
                false
            }
            _ => true,
        });
        words.collect::<Vec<_>>().join(" ")
    });
    let lines: Vec<_> = lines.filter(|it| !it.is_empty()).collect();
    (lines.join("\n"), tags)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_no_part_of_what_was_written() {
        let (notes, tags) = comment("Slept well \\n  #alcohol_3x #food but hot\\n#rain");
        assert_eq!(notes, "Slept well\nbut hot");
        assert_eq!(tags, ["alcohol_3x", "food", "rain"]);
    }
}
