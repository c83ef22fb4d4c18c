//! wellness.csv of intervals.icu: a row a day whose columns are named as its fields are, with blanks for what
//! was not recorded.
//!
//! Its questions go from 1 to 4 and no scale of the journal does, so their answers are kept as they are in the
//! detail, and that is said; nothing is converted. Sleep is hours alone, without times. Columns of the runner's
//! own are kept in the detail, too.

use jiff::civil::{Date, Time};

use crate::domain::{CheckIn, Meta, Night, Record, RecordKind, Stamp};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::item::{Item, each_item};
use crate::import::reading::moment::DateOrder;
use crate::import::reading::{Found, Head, Input, Reading, Task};

const SOURCE: &str = "intervals";

/// The answers from 1 to 4.
const ANSWERS: [&str; 8] = [
    "soreness",
    "fatigue",
    "stress",
    "mood",
    "motivation",
    "injury",
    "sleepQuality",
    "hydration",
];

/// Columns that are read or are of no use to a journal.
const TAKEN: [&str; 14] = [
    "id",
    "date",
    "weight",
    "restingHR",
    "hrv",
    "sleepSecs",
    "comments",
    "ctl",
    "atl",
    "rampRate",
    "ctlLoad",
    "atlLoad",
    "updated",
    "locked",
];

pub(in crate::import) const FORMAT: Format = Format {
    word: "intervals_wellness",
    is,
    reader: Reader::Whole(read),
};

fn is(head: &Head) -> bool {
    let any = |names: &[&str]| names.iter().any(|it| head.has_columns(&[it]));
    any(&["date", "id"]) && any(&["restingHR", "sleepSecs", "hrvSDNN"]) && !any(&["Activity Type"])
}

fn read(input: &Input, task: &Task) -> Reading {
    let mut found = Found::default();
    let mut answers = 0;
    each_item(input, task, &mut found, |item, found| {
        let text = match item.text(&["date"]) {
            "" => item.text(&["id"]),
            text => text,
        };
        let day = DateOrder::MonthFirst.read(text).map(|it| it.date);
        let day = day.ok_or_else(|| fl!("import-cell-wrong", column = "date", value = text))?;
        let at = task.local(day.to_datetime(Time::midnight()));
        let at = at.ok_or_else(|| fl!("import-cell-wrong", column = "date", value = text))?;
        if task.is_future(at.ms) {
            return Err(fl!("import-future", date = text));
        }
        let night = night(item, day, at, task, found);
        let (check_in, answered) = check_in(item, day, at, task, found);
        answers += answered;
        if let Some(night) = night {
            found.add(item.entry(Record::Night(night)));
        }
        if let Some(check_in) = check_in {
            found.add(item.entry(Record::CheckIn(check_in)));
        }
        Ok(())
    })?;
    if answers > 0 {
        found.note(None, fl!("import-intervals-scales", n = answers));
    }
    Ok(found)
}

fn night(item: &Item, day: Date, at: Stamp, task: &Task, found: &mut Found) -> Option<Night> {
    let seconds = item.positive(&["sleepSecs"], 0.0..=172_800.0, found)?;
    let mut meta = task.meta(RecordKind::Night, SOURCE, format!("intervals:sleep:{day}"), at.ms);
    item.note_numbers(
        &mut meta,
        &[
            ("sleepScore", "sleep_score"),
            ("sleepQuality", "sleep_quality_1_4"),
            ("avgSleepingHR", "sleep_hr"),
        ],
        found,
    );
    Some(Night {
        asleep_min: Some(seconds / 60.0),
        ..Night::new(meta, day)
    })
}

/// The check-in of a day, where it has anything, and how many answers from 1 to 4.
fn check_in(item: &Item, day: Date, at: Stamp, task: &Task, found: &mut Found) -> (Option<CheckIn>, usize) {
    let mut meta = task.meta(RecordKind::CheckIn, SOURCE, format!("intervals:day:{day}"), at.ms);
    let answers = keep_others(item, &mut meta);
    let check_in = CheckIn {
        resting_hr: item.positive(&["restingHR"], 20.0..=250.0, found),
        hrv_rmssd: item.positive(&["hrv"], 0.0..=1000.0, found),
        weight_kg: item.positive(&["weight"], 10.0..=500.0, found),
        notes: item.text(&["comments"]).to_owned(),
        ..CheckIn::new(meta, day)
    };
    let has_values = check_in.resting_hr.is_some() || check_in.hrv_rmssd.is_some() || check_in.weight_kg.is_some();
    let says = has_values || !check_in.notes.is_empty() || check_in.meta.detail.is_some();
    (says.then_some(check_in), answers)
}

/// Keeps all other numbers in the detail; how many answers are among them.
fn keep_others(item: &Item, meta: &mut Meta) -> usize {
    let mut answers = 0;
    for (name, value) in item.values() {
        let Some(number) = value.parse::<f64>().ok().filter(|it| it.is_finite()) else {
            continue;
        };
        if TAKEN.iter().any(|it| it.eq_ignore_ascii_case(name)) {
            continue;
        }
        if ANSWERS.iter().any(|it| it.eq_ignore_ascii_case(name)) {
            answers += 1;
            meta.note_number(&format!("{name}_1_4"), Some(number));
        } else {
            meta.note_number(name, Some(number));
        }
    }
    answers
}
