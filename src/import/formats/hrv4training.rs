//! HRV4Training: one row a day, with a morning's measurement and what was answered beside it.
//!
//! Its files are CSV by name only. Android writes dates as 2017-27-07, blanks before the names of columns, and
//! more cells than columns (a place as 45,6749); the iPhone writes `12:01:00 a. m. +0000` for the clock on the
//! wall, and CR between rows; notes have commas in them and no quotes. All that is taken stands before the
//! note, or is found again behind it by the one column whose words are known.
//!
//! Soreness, fatigue and the other sliders go from 1 to 10, and nothing in the file or in what the makers
//! publish says which end is the good one, or where an untouched slider stands. So they are kept as they are,
//! in the detail, and in no scale. A training is there with its day alone, and none says whether it was that
//! day's or the day's before: it is no activity.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use jiff::civil::Date;
use serde_json::{Map, Value};

use crate::domain::night::bed_date;
use crate::domain::{Assumption, CheckIn, Night, Record, RecordKind, Stamp};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::clock::{Colon, duration, time_of_day};
use crate::import::reading::moment::DateOrder;
use crate::import::reading::number::{NumberStyle, decimal, is_blank};
use crate::import::reading::table::{Row, Shape, each_row, need};
use crate::import::reading::{Entry, Found, Head, Input, Reading, Refusal, Task};

/// Where records of HRV4Training say they come from.
const SOURCE: &str = "hrv4training";

const HEART_RATE: RangeInclusive<f64> = 20.0..=220.0;
const RMSSD: RangeInclusive<f64> = 0.0..=1000.0;

/// The answers that nothing says the scale of.
const SLIDERS: [&str; 9] = [
    "sleep_quality",
    "mental_energy",
    "muscle_soreness",
    "fatigue",
    "physical_condition",
    "current_lifestyle",
    "lifestyle",
    "trainingMotivation",
    "training_performance",
];

/// What else is kept as it stands, of the columns before the note.
const MEASURED: [&str; 7] = ["AVNN", "SDNN", "pNN50", "LF", "HF", "LFHF", "HRV4T_Recovery_Points"];
const TRAINING: [&str; 6] = [
    "training_type",
    "training_phase",
    "trainingRPE",
    "trainingTSS",
    "suffer_score",
    "trainingDistance",
];

/// And of those behind it.
const BEHIND: [&str; 15] = [
    "signal_quality",
    "supplements",
    "diet",
    "menstrual_cycle",
    "trainingTime",
    "run_distance",
    "run_time",
    "run_hr",
    "run_elevation",
    "bike_distance",
    "bike_time",
    "bike_hr",
    "swim_distance",
    "swim_time",
    "swim_hr",
];

/// The words of `signal_quality`, the column behind the note.
const QUALITIES: [&str; 8] = [
    "very good",
    "good",
    "average",
    "poor",
    "very poor",
    "bad",
    "very bad",
    "unknown",
];

pub(in crate::import) const FORMAT: Format = Format {
    word: "hrv4training",
    is,
    reader: Reader::Whole(read),
};

fn is(head: &Head) -> bool {
    let own = ["HRV4T_Recovery_Points", "timestamp_measurement"];
    head.has_columns(&["date", "rMSSD"]) && own.iter().any(|it| head.has_columns(&[it]))
}

/// Reads the days of a file.
fn read(input: &Input, task: &Task) -> Reading {
    let (order, is_sure) = order(input, task)?;
    let mut found = Found::default();
    let (mut days, mut silent) = (BTreeMap::<Date, usize>::new(), 0);
    each_row(input.bytes, Shape::Ragged, task, &mut found, |row, found| {
        let mut day = Day::of(row, order, task)?;
        if !day.is_answered() {
            silent += 1;
            return Ok(());
        }
        let before = days.entry(day.date).or_default();
        *before += 1;
        day.number = *before;
        day.add_to(found);
        Ok(())
    })?;
    let records = found.entries.len();
    if order == DateOrder::YearDayMonth || !is_sure {
        found.assume(Assumption::DateOrder {
            day_first: order == DateOrder::YearDayMonth,
            sure: is_sure,
            records,
        });
    }
    if records > 0 {
        found.note(None, fl!("import-hrv4training-scales"));
    }
    if silent > 0 {
        found.note(None, fl!("import-days-without", count = silent));
    }
    Ok(found)
}

/// In which order the dates of the file are, and whether they can be read in that order only.
fn order(input: &Input, task: &Task) -> Result<(DateOrder, bool), Refusal> {
    let mut dates = Vec::new();
    each_row(input.bytes, Shape::Ragged, task, &mut Found::default(), |row, _| {
        dates.push(row.at(row.header.find(&["date"])).to_owned());
        Ok(())
    })?;
    let dates = || dates.iter().map(String::as_str);
    match DateOrder::of(dates()) {
        Some((order, true)) => Ok((order, true)),
        _ => Ok((unsure_order(dates, task.options.day_first), false)),
    }
}

/// The order that the runner says, or the one in which the days lie closer together: one measures each day.
fn unsure_order<'d, I: Iterator<Item = &'d str>>(dates: impl Fn() -> I, day_first: Option<bool>) -> DateOrder {
    let span = |order: DateOrder| {
        let days: Vec<_> = dates().filter_map(|it| order.read(it)).map(|it| it.date).collect();
        let ends = days.iter().min().zip(days.iter().max());
        ends.map_or(i32::MAX, |(first, last)| {
            crate::domain::time::days_between(*first, *last)
        })
    };
    let is_closer = || span(DateOrder::YearDayMonth) < span(DateOrder::MonthFirst);
    if day_first.unwrap_or_else(is_closer) {
        DateOrder::YearDayMonth
    } else {
        DateOrder::MonthFirst
    }
}

/// One row.
struct Day<'r> {
    row: &'r Row<'r>,
    task: &'r Task<'r>,
    date: Date,
    /// The how manieth row of its date it is.
    number: usize,
    at: Option<Stamp>,
    heart_rate: Option<f64>,
    rmssd: Option<f64>,
    /// By how many cells the columns behind the note are moved.
    shift: usize,
    note: String,
}

impl<'r> Day<'r> {
    fn of(row: &'r Row<'r>, order: DateOrder, task: &'r Task<'r>) -> Result<Self, String> {
        let cell = |name: &str| row.at(row.header.find(&[name]));
        let wrong = || fl!("import-cell-wrong", column = "date", value = cell("date"));
        need("date", Some(cell("date")).filter(|it| !is_blank(it)))?;
        let date = order.read(cell("date")).ok_or_else(wrong)?.date;
        let noon = Stamp::from_civil_offset(date.at(12, 0, 0, 0), 0).ok_or_else(wrong)?;
        if task.is_future(noon.ms) || date.year() < 2000 {
            return Err(fl!("import-date-absurd", date = date.to_string()));
        }
        let measured = |name| decimal(cell(name)).filter(|&it| it != 0.0);
        let (shift, note) = note(row);
        let mut day = Self {
            row,
            task,
            date,
            number: 1,
            at: None,
            heart_rate: measured("HR"),
            rmssd: measured("rMSSD"),
            shift,
            note,
        };
        day.at = day.measured_at(order);
        Ok(day)
    }

    /// When it was measured. The iPhone says +0000 of the clock on the wall.
    fn measured_at(&self, order: DateOrder) -> Option<Stamp> {
        self.rmssd.or(self.heart_rate)?;
        if let Some(moment) = order.read(self.cell("timestamp_measurement")) {
            moment.time?;
            return match moment.offset_min {
                None | Some(0) => self.task.local(moment.civil()),
                Some(_) => moment.stamp(),
            };
        }
        let time = time_of_day(self.cell("time"))?;
        self.task.local(self.date.to_datetime(time))
    }

    fn cell(&self, name: &str) -> &'r str {
        self.row.at(self.row.header.find(&[name]))
    }

    /// A cell behind the note.
    fn behind(&self, name: &str) -> &'r str {
        let place = self.row.header.find(&[name]);
        self.row.at(place.map(|it| it + self.shift))
    }

    /// Whether anything was measured or asked. Where nothing was, the words of the last columns are what
    /// stands there before anybody answers.
    fn is_asked(&self) -> bool {
        let is_set = |name: &&str| !is_blank(self.cell(name));
        self.heart_rate.is_some() || self.rmssd.is_some() || SLIDERS.iter().any(is_set)
    }

    fn is_answered(&self) -> bool {
        self.is_asked()
            || self.slept_min().is_some()
            || !self.note.is_empty()
            || !matches!(self.cell("training"), "rest" | "" | "-")
            || self.flag("sickness", "sick") == Some(true)
            || self.flag("traveling", "traveling") == Some(true)
    }

    /// A column of two words, as one that was asked.
    fn flag(&self, column: &str, yes: &str) -> Option<bool> {
        let word = self.cell(column);
        let answer = match word.strip_prefix("not ") {
            Some(word) if word == yes => false,
            None if word == yes => true,
            _ => return None,
        };
        (answer || self.is_asked()).then_some(answer)
    }

    fn slept_min(&self) -> Option<f64> {
        let seconds = duration(self.cell("sleep_time"), Colon::HoursMinutes)?;
        (seconds > 0.0 && seconds <= 86_400.0).then_some(seconds / 60.0)
    }

    fn add_to(&self, found: &mut Found) {
        let check_in = self.check_in(found);
        let is_local = check_in.at.is_some();
        for (record, is_local) in [Some((Record::CheckIn(check_in), is_local)), self.night(found)]
            .into_iter()
            .flatten()
        {
            let entry = Entry::of(record).on(self.row.line);
            found.add(if is_local { entry.local() } else { entry });
        }
    }

    fn name(&self) -> String {
        match self.number {
            1 => format!("{SOURCE}:{}", self.date),
            number => format!("{SOURCE}:{}:{number}", self.date),
        }
    }

    fn meta(&self, kind: RecordKind) -> crate::domain::Meta {
        let midnight = Stamp::from_civil_offset(self.date.into(), 0).map_or(0, |it| it.ms);
        self.task.meta(kind, SOURCE, self.name(), midnight)
    }

    fn check_in(&self, found: &mut Found) -> CheckIn {
        let mut within = |value: Option<f64>, range: &RangeInclusive<f64>, what: String| {
            found.within(Some(self.row.line), value, range, &what)
        };
        let mut check_in = CheckIn {
            at: self.at,
            resting_hr: within(self.heart_rate, &HEART_RATE, fl!("import-resting-hr")),
            hrv_rmssd: within(self.rmssd, &RMSSD, fl!("import-rmssd")),
            ill: self.flag("sickness", "sick"),
            travel: self.flag("traveling", "traveling"),
            notes: self.note.clone(),
            ..CheckIn::new(self.meta(RecordKind::CheckIn), self.date)
        };
        let detail = self.detail();
        check_in.meta.detail = (!detail.is_empty()).then_some(Value::Object(detail));
        check_in
    }

    /// Everything else that was answered, as it stands there.
    fn detail(&self) -> Map<String, Value> {
        let before = SLIDERS.iter().chain(&TRAINING);
        let mut cells: Vec<_> = before.map(|it| (*it, self.cell(it))).collect();
        // Where nothing was measured these are 0.
        if self.heart_rate.is_some() || self.rmssd.is_some() {
            cells.extend(MEASURED.iter().map(|it| (*it, self.cell(it))));
        }
        cells.extend(BEHIND.iter().map(|it| (*it, self.behind(it))));
        if self.is_asked() || self.cell("training") != "rest" {
            cells.push(("training", self.cell("training")));
        }
        if self.is_asked() || self.cell("alcohol") != "nothing" {
            cells.push(("alcohol", self.cell("alcohol")));
        }
        for number in 1..=3 {
            let name = self.behind(&format!("custom_tag_{number}_name"));
            if !is_blank(name) {
                cells.push((name, self.behind(&format!("custom_tag_{number}_value"))));
            }
        }
        let said = cells.into_iter().filter(|it| !is_blank(it.1));
        said.map(|(name, text)| (name.to_owned(), value(text))).collect()
    }

    /// The night before, where its length is said, and whether it has clock times.
    fn night(&self, found: &mut Found) -> Option<(Record, bool)> {
        let asleep_min = self.slept_min()?;
        let mut night = Night {
            asleep_min: Some(asleep_min),
            ..Night::new(self.meta(RecordKind::Night), self.date)
        };
        if let Some((bed_at, wake_at)) = self.in_bed() {
            (night.bed_at, night.wake_at) = (Some(bed_at), Some(wake_at));
            if night.outslept().is_some() {
                (night.bed_at, night.wake_at) = (None, None);
                found.note(Some(self.row.line), fl!("import-night-asleep"));
            }
        }
        let is_local = night.bed_at.is_some();
        Some((Record::Night(night), is_local))
    }

    fn in_bed(&self) -> Option<(Stamp, Stamp)> {
        let bed = time_of_day(self.cell("sleep_tobed"))?;
        let wake = time_of_day(self.cell("sleep_awake"))?;
        let bed_date = bed_date(self.date, bed, Some(wake))?;
        let bed_at = self.task.local(bed_date.to_datetime(bed))?;
        Some((bed_at, self.task.local(self.date.to_datetime(wake))?))
    }
}

/// By how many cells a note with commas moves those behind it, and the note.
fn note(row: &Row) -> (usize, String) {
    let Some(place) = row.header.find(&["note"]) else {
        return (0, String::new());
    };
    let is_quality = |text: &str| QUALITIES.contains(&text.trim());
    let is_followed = row
        .header
        .names()
        .get(place + 1)
        .is_some_and(|it| it == "signal_quality");
    let next = row.at(Some(place + 1));
    // Only as many cells as there are too many.
    let most = row.cells().count().saturating_sub(row.header.names().len());
    let shift = if is_followed && !is_blank(next) {
        let behind = row.cells().skip(place + 1).take(most + 1);
        behind.into_iter().position(is_quality).unwrap_or(0)
    } else {
        0
    };
    let cells: Vec<_> = row.cells().skip(place).take(shift + 1).collect();
    let note = cells.join(",").trim().to_owned();
    (shift, if is_blank(&note) { String::new() } else { note })
}

/// A number or a text.
fn value(text: &str) -> Value {
    NumberStyle::Dot
        .read_unit(text)
        .filter(|it| it.1.is_empty())
        .map_or_else(
            || text.into(),
            |(number, _)| {
                let whole = number.fract() == 0.0 && number.abs() < 1e15;
                if whole { (number as i64).into() } else { number.into() }
            },
        )
}
