//! The course of some days: soreness, sleep, load, runs, habits, on one axis of time.
//!
//! Up to [`MOST`] days each stands by itself; beyond that a week, four weeks … are one *place*: the mean of
//! what is known of them, with the least and the most, so that the extremes of decades are not lost in
//! means. A day on which nothing was recorded has no place, and what was not recorded of a day is unknown.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::series::usual_scale;
use super::{DailyRow, DailyTable, SHORT_NIGHT_H, Series};
use crate::domain::time::days_between;
use crate::domain::{Activity, CheckIn, Journal, RunKind, Scale, Slug};

/// More days than this are drawn in bundles.
pub const MOST: i32 = 400;
/// Rows of habits and supplements, at most.
pub const MOST_USED: usize = 6;
/// The trailing mean is of so many days …
pub const MEAN_DAYS: i32 = 7;
/// … of which so many must be known.
const MEAN_LEAST: usize = 4;

/// The days of a range.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// The first day.
    pub first: Date,
    /// How many there are.
    pub days: i32,
    /// How many of them are one place.
    pub bundle: i32,
    /// The scale most mornings of the range were rated on.
    pub scale: Option<Scale>,
    /// Mornings rated on another one, which are not in it.
    pub other_scale: usize,
    /// Where something is known, in order.
    pub places: Vec<Place>,
    /// The mean soreness of a day and the six before it, by days from the first: where at least four of the
    /// seven are known. Only of days that stand by themselves.
    pub trailing: Vec<(i32, f64)>,
    /// What was done most often, most first.
    pub used: Vec<Used>,
    /// How many other habits and supplements were done in the range.
    pub more_used: usize,
}

/// One day, or one bundle of days, with something known.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Its first day with something recorded: a click opens it.
    pub day: Date,
    /// Which bundle it is, from 0.
    pub number: i32,
    /// Soreness, raw.
    pub soreness: Known,
    /// Hours slept.
    pub sleep: Known,
    /// Nights under [`SHORT_NIGHT_H`].
    pub short_nights: u32,
    /// Load, AU a day.
    pub load: Known,
    /// Days with a session whose load is not known.
    pub unknown_loads: u32,
    /// Days with a run, among those with anything recorded.
    pub runs: Share,
    /// The races, by their titles.
    pub races: Vec<String>,
    /// Days with something written.
    pub notes: u32,
    /// Days ill, as said in the check-in.
    pub ill: u32,
    /// Days travelling.
    pub travel: u32,
    /// By [`Timeline::used`].
    pub used: Vec<Share>,
}

/// A mean and of how many, with the least and the most.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Known {
    sum: f64,
    /// Of how many days.
    pub n: u32,
    /// The least and the most.
    pub range: Option<(f64, f64)>,
}

/// How often something was done, of how many days it is known of.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Share {
    /// How often; half for partly.
    pub done: f64,
    /// Of how many days.
    pub known: u32,
}

/// A habit that was done or a supplement that was taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Used {
    /// Which.
    pub what: What,
    /// How often in the range, and of how many days it is known of.
    pub share: Share,
}

/// A habit or a supplement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// By its id.
    Habit(Slug),
    /// By its id.
    Supplement(Slug),
}

impl Known {
    fn add(&mut self, value: Option<f64>) {
        let Some(value) = value else { return };
        let (low, high) = self.range.unwrap_or((value, value));
        self.range = Some((low.min(value), high.max(value)));
        self.sum += value;
        self.n += 1;
    }

    /// Both together.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        let range = match (self.range, other.range) {
            (Some(a), Some(b)) => Some((a.0.min(b.0), a.1.max(b.1))),
            (one, another) => one.or(another),
        };
        Self {
            sum: self.sum + other.sum,
            n: self.n + other.n,
            range,
        }
    }

    /// The mean; `None` of none.
    pub fn mean(self) -> Option<f64> {
        (self.n > 0).then(|| self.sum / f64::from(self.n))
    }
}

impl Share {
    fn add(&mut self, done: Option<f64>) {
        if let Some(done) = done {
            self.done += done;
            self.known += 1;
        }
    }

    /// From 0 never to 1 each time; `None` where nothing is known.
    pub fn part(self) -> Option<f64> {
        (self.known > 0).then(|| self.done / f64::from(self.known))
    }
}

impl Timeline {
    /// The timeline of `days`, as far as the journal reaches or `today` is; `None` of an empty journal.
    pub fn of(journal: &Journal, table: &DailyTable, days: &RangeInclusive<Date>, today: Date) -> Option<Self> {
        let (begin, end) = (table.rows.first()?.day, table.rows.last()?.day);
        let first = begin.max(*days.start());
        let last = end.max(today).min(*days.end());
        let length = days_between(first, last) + 1;
        let bundle = bundle_of(length);
        let rows: Vec<&DailyRow> = table
            .rows
            .iter()
            .filter(|it| (first..=last).contains(&it.day))
            .collect();
        let soreness = rows.iter().filter_map(|it| Series::Soreness.of(it));
        let scale = usual_scale(soreness.clone());
        let (used, more_used) = most_used(table, &rows);
        let facts = Facts::of(journal, &(first..=last));
        Some(Self {
            first,
            days: length,
            bundle,
            scale,
            other_scale: soreness.filter(|it| it.scale != scale).count(),
            places: places(table, &rows, &facts, first, bundle, scale, &used),
            trailing: if bundle == 1 {
                trailing(table, first, length, scale)
            } else {
                Vec::new()
            },
            used,
            more_used,
        })
    }

    /// The last day.
    pub fn last(&self) -> Date {
        self.day_of(self.days - 1)
    }

    /// The day that is so many after the first.
    pub fn day_of(&self, number: i32) -> Date {
        self.first.saturating_add(number.days())
    }

    /// The place that `day` is in.
    pub fn place_of(&self, day: Date) -> Option<&Place> {
        let number = days_between(self.first, day).div_euclid(self.bundle);
        let found = self.places.binary_search_by_key(&number, |it| it.number).ok()?;
        self.places.get(found)
    }
}

/// How many of `days` are drawn as one: a day, a week, four weeks, and doubles of that.
pub fn bundle_of(days: i32) -> i32 {
    let mut bundle = match days {
        ..=MOST => return 1,
        _ => 7,
    };
    while days / bundle > MOST {
        bundle = if bundle == 7 { 28 } else { bundle * 2 };
    }
    bundle
}

/// What the daily table does not say.
struct Facts<'j> {
    sessions: BTreeMap<Date, Vec<&'j Activity>>,
    notes: BTreeMap<Date, &'j str>,
    check_ins: BTreeMap<Date, &'j CheckIn>,
}

impl<'j> Facts<'j> {
    fn of(journal: &'j Journal, days: &RangeInclusive<Date>) -> Self {
        let mut sessions: BTreeMap<Date, Vec<&Activity>> = BTreeMap::new();
        for (day, it) in journal.activities_on(days) {
            sessions.entry(day).or_default().push(it);
        }
        Self {
            sessions,
            notes: journal.notes_on(days),
            // The last of a day stands.
            check_ins: journal.check_ins_on(days).collect(),
        }
    }
}

fn places(
    table: &DailyTable,
    rows: &[&DailyRow],
    facts: &Facts<'_>,
    first: Date,
    bundle: i32,
    scale: Option<Scale>,
    used: &[Used],
) -> Vec<Place> {
    let columns: Vec<Column> = used.iter().filter_map(|it| Column::of(table, &it.what)).collect();
    let mut places: Vec<Place> = Vec::new();
    for row in rows.iter().filter(|it| it.covered) {
        let number = days_between(first, row.day).div_euclid(bundle);
        if places.last().is_none_or(|it| it.number != number) {
            places.push(Place::new(row.day, number, columns.len()));
        }
        if let Some(place) = places.last_mut() {
            place.take(row, facts, scale);
            for (share, column) in place.used.iter_mut().zip(&columns) {
                share.add(column.of_row(row));
            }
        }
    }
    places
}

impl Place {
    fn new(day: Date, number: i32, columns: usize) -> Self {
        Self {
            day,
            number,
            soreness: Known::default(),
            sleep: Known::default(),
            short_nights: 0,
            load: Known::default(),
            unknown_loads: 0,
            runs: Share::default(),
            races: Vec::new(),
            notes: 0,
            ill: 0,
            travel: 0,
            used: vec![Share::default(); columns],
        }
    }

    fn take(&mut self, row: &DailyRow, facts: &Facts<'_>, scale: Option<Scale>) {
        let rating = row.soreness.filter(|it| Some(it.scale) == scale);
        self.soreness.add(rating.map(|it| it.value));
        self.sleep.add(row.sleep_h);
        self.short_nights += u32::from(row.sleep_h.is_some_and(|it| it < SHORT_NIGHT_H));
        self.load.add(row.load_au);
        self.runs.add(Some(f64::from(u8::from(row.runs > 0))));
        let sessions = facts.sessions.get(&row.day).map_or(&[][..], Vec::as_slice);
        self.unknown_loads += u32::from(row.load_au.is_none() && !sessions.is_empty());
        let races = sessions.iter().filter(|it| it.kind == Some(RunKind::Race));
        self.races.extend(races.map(|it| it.title.clone()));
        self.notes += u32::from(facts.notes.contains_key(&row.day));
        let check_in = facts.check_ins.get(&row.day);
        self.ill += u32::from(check_in.is_some_and(|it| it.ill == Some(true)));
        self.travel += u32::from(check_in.is_some_and(|it| it.travel == Some(true)));
    }
}

/// A column of the daily table.
#[derive(Clone, Copy)]
enum Column {
    Habit(usize),
    Supplement(usize),
}

impl Column {
    fn of(table: &DailyTable, what: &What) -> Option<Self> {
        match what {
            What::Habit(id) => table.habits.binary_search(id).ok().map(Self::Habit),
            What::Supplement(id) => table.supplements.binary_search(id).ok().map(Self::Supplement),
        }
    }

    fn of_row(self, row: &DailyRow) -> Option<f64> {
        match self {
            Self::Habit(place) => *row.habits.get(place)?,
            Self::Supplement(place) => *row.took.get(place)?,
        }
    }
}

/// What was done on most days of `rows`, most first, and how many others were done at all.
fn most_used(table: &DailyTable, rows: &[&DailyRow]) -> (Vec<Used>, usize) {
    let habits = table.habits.iter().cloned().map(What::Habit);
    let supplements = table.supplements.iter().cloned().map(What::Supplement);
    let share = |what: &What| {
        let mut share = Share::default();
        let column = Column::of(table, what);
        for row in rows {
            share.add(column.and_then(|it| it.of_row(row)));
        }
        share
    };
    let all = habits.chain(supplements).map(|what| Used {
        share: share(&what),
        what,
    });
    let mut used: Vec<Used> = all.filter(|it| it.share.done > 0.0).collect();
    // Stable: of equals habits come before supplements, and each by id.
    used.sort_by(|a, b| b.share.done.total_cmp(&a.share.done));
    let more = used.len().saturating_sub(MOST_USED);
    used.truncate(MOST_USED);
    (used, more)
}

fn trailing(table: &DailyTable, first: Date, days: i32, scale: Option<Scale>) -> Vec<(i32, f64)> {
    let place = days_between(table.rows.first().map_or(first, |it| it.day), first);
    let rated = |n: i32| {
        let row = table.rows.get(usize::try_from(place + n).ok()?)?;
        row.soreness.filter(|it| Some(it.scale) == scale).map(|it| it.value)
    };
    let mean = |n: i32| {
        let known: Vec<f64> = (n - MEAN_DAYS + 1..=n).filter_map(rated).collect();
        (known.len() >= MEAN_LEAST).then(|| (n, known.iter().sum::<f64>() / known.len() as f64))
    };
    (0..days).filter_map(mean).collect()
}

#[cfg(test)]
mod tests;
