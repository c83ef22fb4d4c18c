//! One row per day: what charts, findings and daily.csv are all made from.
//!
//! A day is covered when anything was recorded on it. What is counted over a covered day (load, metres,
//! seconds) is then a real zero where nothing of it happened, and unknown as soon as one part of it is;
//! a day on which nothing was recorded is unknown as a whole. Nothing is imputed.
//!
//! Instants belong to the day that the journal's day rule says, nights to the date of waking, practices
//! to their own day whatever day their run was. A checklist records no day by itself: its answers are
//! practices, intakes and nights.

use std::cmp::Reverse;
use std::collections::HashMap;

use jiff::civil::Date;
use strum::VariantArray as _;

use super::{exposure, morning};
use crate::domain::time::days_between;
use crate::domain::{
    Activity, CheckIn, Habit, Intake, Journal, Night, Practice, Rating, Scale, Slug, SorenessRating, Supplement,
};

/// A sleep that is not the longest of its day is a nap up to here, hours.
const NAP_H: f64 = 3.0;

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
    place_of_habit: HashMap<&'j Slug, usize>,
    place_of_supplement: HashMap<&'j Slug, usize>,
}

impl<'j> Columns<'j> {
    fn of(journal: &'j Journal) -> Self {
        let (habits, supplements) = (journal.habits_in_use(), journal.supplements_in_use());
        let place_of_habit = habits.iter().enumerate().map(|(place, it)| (&it.meta.id, place));
        let place_of_supplement = supplements.iter().enumerate().map(|(place, it)| (&it.meta.id, place));
        Self {
            place_of_habit: place_of_habit.collect(),
            place_of_supplement: place_of_supplement.collect(),
            habits,
            supplements,
        }
    }
}

/// One record that says something about its day; practices and intakes with their column.
#[derive(Clone, Copy)]
enum Entry<'j> {
    Activity(&'j Activity),
    Night(&'j Night),
    Rating(&'j SorenessRating),
    CheckIn(&'j CheckIn),
    Practice(Option<usize>, &'j Practice),
    Intake(Option<usize>, &'j Intake),
}

impl<'j> Entry<'j> {
    /// All of a journal by day, those of a kind in the order of time.
    fn all_of(journal: &'j Journal, columns: &Columns<'j>) -> Vec<(Date, Self)> {
        let rule = journal.settings.day_rule;
        let mut all = Vec::new();
        let activities = journal.activities.iter();
        all.extend(activities.map(|it| (rule.day_of(it.started_at), Self::Activity(it))));
        all.extend(journal.nights.iter().map(|it| (it.day, Self::Night(it))));
        let ratings = journal.soreness.iter();
        all.extend(ratings.map(|it| (rule.day_of(it.at), Self::Rating(it))));
        all.extend(journal.check_ins.iter().map(|it| (it.day, Self::CheckIn(it))));
        all.extend(journal.practices.iter().map(|it| {
            let place = columns.place_of_habit.get(&it.habit).copied();
            (it.when.day(rule), Self::Practice(place, it))
        }));
        all.extend(journal.intakes.iter().map(|it| {
            let place = columns.place_of_supplement.get(&it.supplement).copied();
            (rule.day_of(it.at), Self::Intake(place, it))
        }));
        // Stable, so each kind stays in its order; and quick, as each is nearly sorted by day already.
        all.sort_by_key(|it| it.0);
        all
    }
}

/// Everything recorded on one day, in the order of time; practices and intakes with their column.
#[derive(Default)]
struct Day<'j> {
    activities: Vec<&'j Activity>,
    nights: Vec<&'j Night>,
    ratings: Vec<&'j SorenessRating>,
    check_in: Option<&'j CheckIn>,
    practices: Vec<(Option<usize>, &'j Practice)>,
    intakes: Vec<(Option<usize>, &'j Intake)>,
}

impl<'j> Day<'j> {
    /// Becomes the day of these entries. One `Day` serves all days of a table in turn.
    fn refill(&mut self, entries: &[(Date, Entry<'j>)]) {
        self.activities.clear();
        self.nights.clear();
        self.ratings.clear();
        self.check_in = None;
        self.practices.clear();
        self.intakes.clear();
        for (_, entry) in entries {
            match *entry {
                Entry::Activity(it) => self.activities.push(it),
                Entry::Night(it) => self.nights.push(it),
                Entry::Rating(it) => self.ratings.push(it),
                // They come in order, so the last of a day stands.
                Entry::CheckIn(it) => self.check_in = Some(it),
                Entry::Practice(place, it) => self.practices.push((place, it)),
                Entry::Intake(place, it) => self.intakes.push((place, it)),
            }
        }
    }

    fn row(&self, day: Date, columns: &Columns) -> DailyRow {
        let covered = self.is_covered();
        // The sum of nothing is -0; adding zero makes it a plain 0.
        let total = |values: &mut dyn Iterator<Item = Option<f64>>| {
            let sum: Option<f64> = if covered { values.sum() } else { None };
            sum.map(|it| it + 0.0)
        };
        let runs = || self.activities.iter().filter(|it| it.is_run());
        let night = self.night();
        let (took, dose) = self.supplements(columns);
        DailyRow {
            day,
            covered,
            runs: runs().count(),
            distance_m: total(&mut runs().map(|it| it.distance_m)),
            moving_s: total(&mut self.activities.iter().map(|it| it.moving_s)),
            load_au: total(&mut self.activities.iter().map(|it| it.load_au())),
            sleep_h: night.and_then(Night::hours),
            nap_h: self.nap_hours(night),
            sleep_quality: night.and_then(|it| it.quality),
            soreness: morning::soreness(&self.ratings),
            soreness_regions: morning::regions(&self.ratings),
            fatigue: self.check_in.and_then(|it| it.fatigue),
            stress: self.check_in.and_then(|it| it.stress),
            mood: self.check_in.and_then(|it| it.mood),
            habits: self.habits(columns),
            took,
            dose,
        }
    }

    fn is_covered(&self) -> bool {
        self.check_in.is_some()
            || !(self.activities.is_empty()
                && self.nights.is_empty()
                && self.ratings.is_empty()
                && self.practices.is_empty()
                && self.intakes.is_empty())
    }

    /// The sleeps of the day. Of several answers about the night from the same questionnaire the last
    /// stands.
    fn sleeps(&self) -> impl Iterator<Item = &'j Night> {
        let answered_again = |place: usize, it: &Night| {
            let mut later = self.nights[place + 1..].iter();
            it.is_answer() && later.any(|other| other.is_answer() && other.meta.source == it.meta.source)
        };
        let sleeps = self.nights.iter().copied().enumerate();
        sleeps
            .filter(move |(place, it)| !answered_again(*place, it))
            .map(|it| it.1)
    }

    /// The longest sleep that is not marked as a nap; of equals the last.
    fn night(&self) -> Option<&'j Night> {
        let hours = |it: &Night| it.hours().unwrap_or(0.0);
        let nights = self.sleeps().filter(|it| !it.nap);
        nights.max_by(|a, b| hours(a).total_cmp(&hours(b)))
    }

    /// Hours of naps: those marked so, and short sleeps beside the night.
    fn nap_hours(&self, night: Option<&Night>) -> Option<f64> {
        let is_nap = |it: &&Night| {
            let beside = night.is_some_and(|night| !std::ptr::eq(night, *it));
            it.nap || (beside && it.hours().is_some_and(|hours| hours < NAP_H))
        };
        let mut naps = self.sleeps().filter(is_nap).peekable();
        naps.peek()?;
        naps.map(|it| it.hours()).sum()
    }

    fn habits(&self, columns: &Columns) -> Vec<Option<f64>> {
        let of = |place: usize| {
            self.practices
                .iter()
                .filter(move |it| it.0 == Some(place))
                .map(|it| it.1)
        };
        let columns = columns.habits.iter().enumerate();
        columns
            .map(|(place, habit)| exposure::habit(&habit.meta.id, of(place), &self.activities))
            .collect()
    }

    fn supplements(&self, columns: &Columns) -> (Vec<Option<f64>>, Vec<Option<f64>>) {
        let of = |place: usize| self.intakes.iter().filter(move |it| it.0 == Some(place)).map(|it| it.1);
        let columns = columns.supplements.iter().enumerate();
        columns
            .map(|(place, supplement)| exposure::supplement(&supplement.unit, of(place)))
            .unzip()
    }
}

#[cfg(test)]
mod tests;
