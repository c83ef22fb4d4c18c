//! intervals.icu: `wellness.csv`, or the same from its API as JSON. One day each, a blank is not known.
//!
//! `hrv` is rMSSD and `hrvSDNN` another measure, as its maker says, and only the first is the journal's. What
//! is answered there is answered in four steps: 1 is good (not sore), 4 is bad (very sore). No other
//! questionnaire of the journal has four, so they keep a scale of their own. Weights are kilograms, lengths
//! of sleep seconds. Columns that a runner made there go into the detail by their own name.

use jiff::civil::Date;

use crate::domain::record::TIME_ASSUMED;
use crate::domain::{
    CheckIn, Context, Meta, Night, Rating, Record, RecordKind, Region, Scale, Side, SorenessRating, Stamp,
};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::dates::Dates;
use crate::import::reading::item::{Item, each_item, plain};
use crate::import::reading::moment::DateOrder;
use crate::import::reading::number::decimal;
use crate::import::reading::table::column;
use crate::import::reading::{Found, Head, Input, Reading, Task};

/// Where records of intervals.icu say they come from.
const SOURCE: &str = "intervals";

/// Names that only its wellness has; two of them make the sign.
const SIGNS: [&str; 12] = [
    "restingHR",
    "hrvSDNN",
    "sleepSecs",
    "sleepQuality",
    "avgSleepingHR",
    "soreness",
    "motivation",
    "spO2",
    "baevskySI",
    "kcalConsumed",
    "rampRate",
    "ctl",
];

/// What it computes itself or what belongs to its settings: nothing about the runner's day.
const NOT_KEPT: [&str; 13] = [
    "id",
    "date",
    "updated",
    "ctl",
    "atl",
    "rampRate",
    "ctlLoad",
    "atlLoad",
    "locked",
    "tempWeight",
    "tempRestingHR",
    "menstrualPhasePredicted",
    "sportInfo",
];

/// What has a place in a record.
const KEPT: [&str; 12] = [
    "weight",
    "restingHR",
    "hrv",
    "sleepSecs",
    "sleepScore",
    "sleepQuality",
    "avgSleepingHR",
    "soreness",
    "fatigue",
    "stress",
    "mood",
    "comments",
];

/// What a night knows beyond the columns: the name there, and here.
const NIGHT_NUMBERS: [(&str, &str); 3] = [
    ("sleepScore", "sleep_score"),
    ("sleepQuality", "sleep_quality_1_4"),
    ("avgSleepingHR", "sleep_hr"),
];

/// The most columns of one day that go into the detail.
const MOST_COLUMNS: usize = 60;

pub(in crate::import) const FORMAT: Format = Format {
    word: "intervals_wellness",
    is: is_wellness,
    reader: Reader::Whole(read),
};

/// Whether a file has its dates and at least two of its names.
fn is_wellness(head: &Head) -> bool {
    let has = |name: &str| head.has_columns(&[name]) || head.has_keys(&[name]);
    let is_dated = has("date") || has("id");
    is_dated && !has("type") && SIGNS.iter().filter(|it| has(it)).count() >= 2
}

/// Reads the days of a file.
fn read(input: &Input, task: &Task) -> Reading {
    let mut found = Found::default();
    let mut own = std::collections::BTreeSet::new();
    let days = column(input.bytes, &["date"]);
    let dates = Dates::of(days.iter().map(String::as_str), task, DateOrder::DayFirst);
    each_item(input, task, &mut found, |item, found| {
        let day = Day::of(item, dates, task, found)?;
        let check_in = day.check_in(&mut own, found);
        let records = [check_in, day.night(found), day.soreness(found)];
        for record in records.into_iter().flatten() {
            found.add(item.entry(record));
        }
        Ok(())
    })?;
    if !own.is_empty() {
        let names: Vec<_> = own.into_iter().take(MOST_COLUMNS).collect();
        found.note(None, fl!("import-own-columns", names = names.join(", ")));
    }
    Ok(found)
}

/// One day of the file.
struct Day<'i> {
    item: &'i Item,
    task: &'i Task<'i>,
    date: Date,
    /// Its morning: the file has no times, and asks about mornings.
    morning: Stamp,
}

impl<'i> Day<'i> {
    fn of(item: &'i Item, dates: Dates, task: &'i Task<'i>, found: &mut Found) -> Result<Self, String> {
        let text = item.need(&["date", "id"])?;
        let wrong = || fl!("import-cell-wrong", column = "date", value = text);
        let day = dates.read(text, found).ok_or_else(wrong)?.date;
        let morning = task.local(day.at(8, 0, 0, 0)).ok_or_else(wrong)?;
        if task.is_future(morning.ms) {
            return Err(fl!("import-future", date = day.to_string()));
        }
        Ok(Self {
            item,
            task,
            date: day,
            morning,
        })
    }

    fn meta(&self, kind: RecordKind, what: &str) -> Meta {
        let name = format!("{SOURCE}:{what}:{}", self.date);
        self.task.meta(kind, SOURCE, name, self.morning.ms)
    }

    /// An answer of 1 to 4; 0 and -1 are none.
    fn rating(&self, name: &str, found: &mut Found) -> Option<Rating> {
        let (low, high) = Scale::Intervals14.range();
        if matches!(decimal(self.item.text(&[name])), Some(0.0 | -1.0)) {
            return None;
        }
        let value = self.item.number(&[name], low..=high, found)?;
        Some(Rating {
            value,
            scale: Scale::Intervals14,
        })
    }

    /// The body's values and the answers of the day, where there are some.
    fn check_in(&self, own: &mut std::collections::BTreeSet<String>, found: &mut Found) -> Option<Record> {
        let mut meta = self.meta(RecordKind::CheckIn, "wellness");
        for (name, text) in self.item.values() {
            let is = |list: &[&str]| list.iter().any(|it| plain(it) == plain(name));
            if is(&NOT_KEPT) || is(&KEPT) {
                continue;
            }
            if let Some(number) = decimal(text) {
                meta.note_number(name, Some(number));
                if !is(&KNOWN) {
                    own.insert(name.to_owned());
                }
            }
        }
        let item = self.item;
        let check_in = CheckIn {
            fatigue: self.rating("fatigue", found),
            stress: self.rating("stress", found),
            mood: self.rating("mood", found),
            resting_hr: item.positive(&["restingHR"], 20.0..=250.0, found),
            hrv_rmssd: item.positive(&["hrv"], 0.0..=1000.0, found),
            weight_kg: item.positive(&["weight"], 10.0..=500.0, found),
            notes: item.text(&["comments"]).to_owned(),
            ..CheckIn::new(meta, self.date)
        };
        let empty = CheckIn::new(check_in.meta.clone(), self.date);
        (check_in != empty || check_in.meta.detail.is_some()).then_some(Record::CheckIn(check_in))
    }

    /// How long the night was, without its clock times, which the file does not have.
    fn night(&self, found: &mut Found) -> Option<Record> {
        let mut meta = self.meta(RecordKind::Night, "sleep");
        self.item.note_numbers(&mut meta, &NIGHT_NUMBERS, found);
        let seconds = self.item.positive(&["sleepSecs"], 0.0..=86_400.0, found);
        let night = Night {
            asleep_min: seconds.map(|it| it / 60.0),
            ..Night::new(meta, self.date)
        };
        let is_told = night.asleep_min.is_some() || night.meta.detail.is_some();
        is_told.then_some(Record::Night(night))
    }

    fn soreness(&self, found: &mut Found) -> Option<Record> {
        let rating = self.rating("soreness", found)?;
        let mut meta = self.meta(RecordKind::Soreness, "soreness");
        meta.tick(TIME_ASSUMED, true);
        Some(Record::Soreness(SorenessRating {
            meta,
            at: self.morning,
            region: Region::Overall,
            side: Side::None,
            score: rating.value,
            scale: rating.scale,
            context: Context::Morning,
            run_id: None,
            notes: String::new(),
        }))
    }
}

/// Its own columns that no record has a place for: they go into the detail without a word.
const KNOWN: [&str; 18] = [
    "hrvSDNN",
    "kcalConsumed",
    "motivation",
    "injury",
    "spO2",
    "systolic",
    "diastolic",
    "hydration",
    "hydrationVolume",
    "readiness",
    "baevskySI",
    "bloodGlucose",
    "lactate",
    "bodyFat",
    "abdomen",
    "vo2max",
    "steps",
    "respiration",
];
