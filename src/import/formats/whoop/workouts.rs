//! workouts.csv: sessions, with WHOOP's strain in their detail.

use super::SOURCE;
use super::table::{END, START, Table, ZONE};
use crate::domain::{Activity, Record, RecordKind, Sport};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::dates::Dates;
use crate::import::reading::table::{Row, Shape, each_row, need};
use crate::import::reading::{Entry, Found, Input, Reading, Task, sport};

const TABLE: Table = Table(
    &[
        START,
        END,
        ZONE,
        "Workout start time",
        "Workout end time",
        "Duration (min)",
        "Activity name",
        "Activity Strain",
        "Energy burned (cal)",
        "Max HR (bpm)",
        "Average HR (bpm)",
        "HR Zone 1 %",
        "HR Zone 2 %",
        "HR Zone 3 %",
        "HR Zone 4 %",
        "HR Zone 5 %",
        "GPS enabled",
        "Distance (meters)",
        "Altitude gain (meters)",
        "Altitude change (meters)",
    ],
    3,
);

pub(in crate::import) const FORMAT: Format = Format {
    word: "whoop_workouts",
    is: |head| TABLE.is(head, &["Workout start time", "Activity name"]),
    reader: Reader::Whole(read),
};

fn read(input: &Input, task: &Task) -> Reading {
    let mut found = Found::default();
    let dates = TABLE.dates(input, task);
    each_row(input.bytes, Shape::Ragged, task, &mut found, |row, found| {
        TABLE.note_order(row, dates, found);
        let activity = activity(row, dates, task, found)?;
        found.add(Entry::of(Record::Activity(activity)).on(row.line));
        Ok(())
    })?;
    Ok(found)
}

fn activity(row: &Row, dates: Dates, task: &Task, found: &mut Found) -> Result<Activity, String> {
    let start = need("Workout start time", TABLE.stamp(row, "Workout start time", dates)?)?;
    if task.is_future(start.ms) {
        return Err(fl!("import-future", date = start.civil_date().to_string()));
    }
    let end = TABLE.stamp(row, "Workout end time", dates)?;
    let minutes = TABLE
        .number(row, "Duration (min)", 0.0..=44_640.0, found)
        .map(|it| it * 60.0);
    let elapsed_s = end.map(|end| end.seconds_since(start)).or(minutes);
    if elapsed_s.is_some_and(|it| it <= 0.0) {
        return Err(fl!("import-session-order"));
    }
    let text = TABLE.cell(row, "Activity name");
    let word = sport::of(text);
    let sport = word.as_ref().map_or(Sport::Other, |it| it.sport);
    let name = format!("whoop:workout:{}", start.to_rfc3339());
    let mut meta = task.meta(RecordKind::Activity, SOURCE, name, start.ms);
    meta.note_text("type", text);
    meta.note_number("strain", TABLE.number(row, "Activity Strain", 0.0..=100.0, found));
    meta.note_number("calories", TABLE.number(row, "Energy burned (cal)", 0.0..=1e6, found));
    let mut positive = |name, high| TABLE.number(row, name, 0.0..=high, found).filter(|it| *it > 0.0);
    let mut activity = Activity {
        elapsed_s,
        avg_hr: positive("Average HR (bpm)", 250.0),
        max_hr: positive("Max HR (bpm)", 250.0),
        distance_m: positive("Distance (meters)", 4e7),
        ascent_m: positive("Altitude gain (meters)", 1e5),
        title: if sport == Sport::Other {
            text.to_owned()
        } else {
            String::new()
        },
        ..Activity::new(meta, sport, start)
    };
    if let Some(word) = &word {
        word.describe(&mut activity);
    }
    Ok(activity)
}
