//! One row per day: what charts, findings and daily.csv are all made from.
//!
//! A day is covered when anything was recorded on it. What is counted over a covered day (load, metres,
//! seconds) is then a real zero where nothing of it happened, and unknown as soon as one part of it is;
//! a day on which nothing was recorded is unknown as a whole. Nothing is imputed.
//!
//! Instants belong to the day that the journal's day rule says, nights to the date of waking, practices
//! to their own day whatever day their run was. A checklist records no day by itself: its answers are
//! practices, intakes and nights.

mod day;
#[cfg(test)]
mod tests;

use jiff::civil::Date;
use std::cmp::Reverse;
use std::ops::RangeInclusive;
use strum::VariantArray as _;

use crate::domain::time::days_between;
use crate::domain::{Habit, Journal, Rating, Scale, Slug, Supplement};
use day::{Day, Entry};

/// What is known of one journal day. `None` is "not recorded".
#[derive(Clone, Debug, PartialEq)]
pub struct DailyRow {
    /// The day.
    pub day: Date,
    /// Whether anything was recorded on it.
    pub covered: bool,
    /// How many runs started on it.
    pub runs: usize,
    /// Metres run.
    pub distance_m: Option<f64>,
    /// Seconds in movement, all activities.
    pub moving_s: Option<f64>,
    /// Session load of all activities, AU: 0 on a covered day without any, `None` while an RPE is missing.
    pub load_au: Option<f64>,
    /// Hours of the night that ended on it.
    pub sleep_h: Option<f64>,
    /// Hours of naps.
    pub nap_h: Option<f64>,
    /// 1 poor to 5 great.
    pub sleep_quality: Option<i64>,
    /// That morning's soreness, raw, with its scale.
    pub soreness: Option<Rating>,
    /// How many regions were rated that morning.
    pub soreness_regions: usize,
    /// How tired.
    pub fatigue: Option<Rating>,
    /// How stressed.
    pub stress: Option<Rating>,
    /// How the mood was.
    pub mood: Option<Rating>,
    /// By [`DailyTable::habits`]: 1 done, 0.5 partly, 0 no.
    pub habits: Vec<Option<f64>>,
    /// By [`DailyTable::supplements`]: 1 taken, 0 not.
    pub took: Vec<Option<f64>>,
    /// By [`DailyTable::supplements`]: the day's dose, in the catalogue's unit.
    pub dose: Vec<Option<f64>>,
}

/// All days from the first to the last record, without a gap.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DailyTable {
    /// One row per date, in order.
    pub rows: Vec<DailyRow>,
    /// The habits of the columns, by id.
    pub habits: Vec<Slug>,
    /// The supplements of the columns, by id.
    pub supplements: Vec<Slug>,
    /// The scale most soreness rows have; charts and findings use these rows and count the others.
    pub soreness_scale: Option<Scale>,
}

impl DailyTable {
    /// The daily table of a journal.
    pub fn of(journal: &Journal) -> Self {
        let columns = Columns::of(journal);
        let entries = Entry::all_of(journal, &columns);
        let (mut rows, empty, mut day) = (Vec::new(), Day::default(), Day::default());
        for of_day in entries.chunk_by(|a, b| a.0 == b.0) {
            let date = of_day[0].0;
            day.refill(of_day);
            // The days since the last recorded one, on the calendar.
            let mut next = rows.last().and_then(|row: &DailyRow| row.day.tomorrow().ok());
            while let Some(gap) = next.filter(|it| *it < date) {
                rows.push(empty.row(gap, &columns));
                next = gap.tomorrow().ok();
            }
            rows.push(day.row(date, &columns));
        }
        Self {
            soreness_scale: most_used_scale(&rows),
            rows,
            habits: columns.habits.iter().map(|it| it.meta.id.clone()).collect(),
            supplements: columns.supplements.iter().map(|it| it.meta.id.clone()).collect(),
        }
    }

    /// The rows of `days`.
    pub fn rows_of(&self, days: &RangeInclusive<Date>) -> impl Iterator<Item = &DailyRow> {
        let first = self.rows.partition_point(|it| it.day < *days.start());
        let last = *days.end();
        self.rows[first..].iter().take_while(move |it| it.day <= last)
    }

    /// The row of `day`; `None` before the first record and after the last.
    pub fn row(&self, day: Date) -> Option<&DailyRow> {
        let first = self.rows.first()?.day;
        let place = usize::try_from(days_between(first, day)).ok()?;
        self.rows.get(place)
    }
}

/// The scale most mornings have; of two, the one whose id comes first.
fn most_used_scale(rows: &[DailyRow]) -> Option<Scale> {
    let mornings = |scale: Scale| {
        let of_scale = |it: &&DailyRow| it.soreness.is_some_and(|rating| rating.scale == scale);
        rows.iter().filter(of_scale).count()
    };
    let counted = Scale::VARIANTS.iter().map(|&scale| (mornings(scale), scale));
    counted
        .filter(|(count, _)| *count > 0)
        .max_by_key(|(count, scale)| (*count, Reverse(scale.id())))
        .map(|(_, scale)| scale)
}

/// The catalogue entries that are columns, and where each stands.
struct Columns<'j> {
    habits: Vec<&'j Habit>,
    supplements: Vec<&'j Supplement>,
}

impl<'j> Columns<'j> {
    fn of(journal: &'j Journal) -> Self {
        Self {
            habits: journal.habits_in_use(),
            supplements: journal.supplements_in_use(),
        }
    }

    /// Which column a habit has. Both lists are sorted by id and short, so looking is quicker than hashing.
    fn place_of_habit(&self, id: &Slug) -> Option<usize> {
        self.habits.binary_search_by(|it| it.meta.id.cmp(id)).ok()
    }

    /// Which column a supplement has.
    fn place_of_supplement(&self, id: &Slug) -> Option<usize> {
        self.supplements.binary_search_by(|it| it.meta.id.cmp(id)).ok()
    }
}
