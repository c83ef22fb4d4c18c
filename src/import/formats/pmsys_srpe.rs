//! `PMSys` srpe.csv: one training session a row, with how hard it was and how long.
//!
//! The stamp is the session's end, in UTC, so it began its minutes earlier. A session with `running` among
//! its names is a run.

use super::pmsys_wellness::{SOURCE, stamp};
use crate::domain::{Activity, Record, RecordKind, Sport};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::table::{Row, Shape, each_row};
use crate::import::reading::{Entry, Found, Input, Reading, Task, sport};
use serde_json::json;

/// The longest session that is believed, minutes.
const LONGEST_MIN: f64 = 2.0 * 24.0 * 60.0;

pub(in crate::import) const FORMAT: Format = Format {
    word: "pmsys_srpe",
    is: |head| head.has_columns(&["end_date_time", "perceived_exertion", "duration_min"]),
    reader: Reader::Whole(read),
};

/// Reads the sessions of a file.
fn read(input: &Input, task: &Task) -> Reading {
    let mut found = Found::default();
    each_row(input.bytes, Shape::Exact, task, &mut found, |row, found| {
        let (mut activity, names) = session(row, task)?;
        match row.number("perceived_exertion", 0.0..=10.0) {
            // 0 is an answer nobody gives after training: PMSys writes it for none.
            Ok(rpe) => activity.rpe = rpe.filter(|&it| it != 0.0),
            Err(why) => found.note(Some(row.line), why),
        }
        activity.meta.detail = Some(json!({"activity_names": names}));
        found.add(Entry::of(Record::Activity(activity)).on(row.line));
        Ok(())
    })?;
    Ok(found)
}

/// The session of a row, and the names it was given.
fn session(row: &Row, task: &Task) -> Result<(Activity, Vec<String>), String> {
    let (end, text) = stamp(row, "end_date_time", task)?;
    let minutes = row.number("duration_min", 0.0..=LONGEST_MIN)?;
    let minutes = minutes
        .filter(|&it| it > 0.0)
        .ok_or_else(|| fl!("import-no-duration"))?;
    let start = end.plus_seconds(-60.0 * minutes);
    let started_at = crate::domain::Stamp::in_zone(start.ms, &task.zone);
    let names = names(row.cell("activity_names"));
    let sport = sport(&names);
    let meta = task.meta(RecordKind::Activity, SOURCE, format!("pmsys:srpe:{text}"), start.ms);
    let activity = Activity {
        elapsed_s: Some(minutes * 60.0),
        title: if sport == Sport::Run {
            String::new()
        } else {
            names.join(", ")
        },
        ..Activity::new(meta, sport, started_at)
    };
    Ok((activity, names))
}

/// The names in `['individual', 'running']`.
fn names(cell: &str) -> Vec<String> {
    cell.trim_matches(|c| matches!(c, '[' | ']' | ' '))
        .split(',')
        .map(|it| it.trim_matches(|c| matches!(c, '\'' | '"' | ' ')).to_owned())
        .filter(|it| !it.is_empty())
        .collect()
}

/// A run is a run whatever else was done beside it; else the first name that says a sport of the journal.
fn sport(names: &[String]) -> Sport {
    let named = || names.iter().filter_map(|it| sport::of(it)).map(|it| it.sport);
    let is_run = named().any(|it| it == Sport::Run);
    let other = || named().find(|&it| it != Sport::Other);
    if is_run {
        Sport::Run
    } else {
        other().unwrap_or(Sport::Other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_in_a_list_of_quoted_words() {
        assert_eq!(names("['individual', 'running']"), ["individual", "running"]);
        assert_eq!(names("[]"), Vec::<String>::new());
        assert_eq!(sport(&names("['individual', 'strength', 'running']")), Sport::Run);
        assert_eq!(sport(&names("['team', 'soccer']")), Sport::Other);
    }
}
