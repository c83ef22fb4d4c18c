//! One day: what was recorded on it, and what that comes to.

use jiff::civil::Date;

use super::{Columns, DailyRow};
use crate::analysis::{exposure, morning, nights};
use crate::domain::protocol::facts::Painkillers;
use crate::domain::{Activity, CheckIn, Intake, Journal, Night, Practice, SorenessRating};

/// One record that says something about its day; practices and intakes with their column.
#[derive(Clone, Copy)]
pub(super) enum Entry<'j> {
    Activity(&'j Activity),
    Night(&'j Night),
    Rating(&'j SorenessRating),
    /// A rating after a painkiller, which hides soreness: something was recorded, and says nothing.
    Masked,
    CheckIn(&'j CheckIn),
    Practice(Option<usize>, &'j Practice),
    Intake(Option<usize>, &'j Intake),
}

impl<'j> Entry<'j> {
    /// All of a journal by day, those of a kind in the order of time.
    pub(super) fn all_of(journal: &'j Journal, columns: &Columns<'_>) -> Vec<(Date, Self)> {
        let rule = journal.settings.day_rule;
        let mut all = Vec::new();
        let activities = journal.activities.iter();
        all.extend(activities.map(|it| (rule.day_of(it.started_at), Self::Activity(it))));
        all.extend(journal.nights.iter().map(|it| (it.day, Self::Night(it))));
        let painkillers = Painkillers::of(journal);
        all.extend(journal.soreness.iter().map(|it| {
            let entry = if painkillers.mask(it.at) {
                Self::Masked
            } else {
                Self::Rating(it)
            };
            (it.day(rule), entry)
        }));
        all.extend(journal.check_ins.iter().map(|it| (it.day, Self::CheckIn(it))));
        all.extend(journal.practices.iter().map(|it| {
            let place = columns.place_of_habit(&it.habit);
            (it.when.day(rule), Self::Practice(place, it))
        }));
        all.extend(journal.intakes.iter().map(|it| {
            let place = columns.place_of_supplement(&it.supplement);
            (rule.day_of(it.at), Self::Intake(place, it))
        }));
        // Stable, so each kind stays in its order; and quick, as each is nearly sorted by day already.
        all.sort_by_key(|it| it.0);
        all
    }
}

/// Everything recorded on one day, in the order of time; practices and intakes with their column.
#[derive(Default)]
pub(super) struct Day<'j> {
    activities: Vec<&'j Activity>,
    nights: Vec<&'j Night>,
    ratings: Vec<&'j SorenessRating>,
    masked: bool,
    check_in: Option<&'j CheckIn>,
    practices: Vec<(Option<usize>, &'j Practice)>,
    intakes: Vec<(Option<usize>, &'j Intake)>,
}

impl<'j> Day<'j> {
    /// Becomes the day of these entries. One `Day` serves all days of a table in turn.
    pub(super) fn refill(&mut self, entries: &[(Date, Entry<'j>)]) {
        self.activities.clear();
        self.nights.clear();
        self.ratings.clear();
        self.masked = false;
        self.check_in = None;
        self.practices.clear();
        self.intakes.clear();
        for (_, entry) in entries {
            match *entry {
                Entry::Activity(it) => self.activities.push(it),
                Entry::Night(it) => self.nights.push(it),
                Entry::Rating(it) => self.ratings.push(it),
                Entry::Masked => self.masked = true,
                // They come in order, so the last of a day stands.
                Entry::CheckIn(it) => self.check_in = Some(it),
                Entry::Practice(place, it) => self.practices.push((place, it)),
                Entry::Intake(place, it) => self.intakes.push((place, it)),
            }
        }
    }

    /// What a day comes to.
    pub(super) fn row(&self, day: Date, columns: &Columns) -> DailyRow {
        let covered = self.is_covered();
        // The sum of nothing is -0; adding zero makes it a plain 0.
        let total = |values: &mut dyn Iterator<Item = Option<f64>>| {
            let sum: Option<f64> = if covered { values.sum() } else { None };
            sum.map(|it| it + 0.0)
        };
        let runs = || self.activities.iter().filter(|it| it.is_run());
        let night = nights::night_of(&self.nights);
        let (took, dose) = self.supplements(columns);
        DailyRow {
            day,
            covered,
            runs: runs().count(),
            distance_m: total(&mut runs().map(|it| it.distance_m)),
            moving_s: total(&mut self.activities.iter().map(|it| it.moving_s)),
            load_au: total(&mut self.activities.iter().map(|it| it.load_au())),
            sleep_h: night.and_then(Night::hours),
            nap_h: nights::nap_hours(&self.nights),
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
            || self.masked
            || !(self.activities.is_empty()
                && self.nights.is_empty()
                && self.ratings.is_empty()
                && self.practices.is_empty()
                && self.intakes.is_empty())
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
