//! How much time goes into each habit, week by week.
//!
//! Minutes are summed as they were noted, those of a day on which a habit was done partly apart from the rest.
//! A time without minutes adds none and is counted, so that a sum says when it is too small. A week on which
//! nothing was answered is unknown, one with nothing but no is nought.

use std::ops::RangeInclusive;

use jiff::civil::Date;

use super::exposure;
use super::stretch::{Step, Stretch, place_of};
use super::{DailyRow, DailyTable};
use crate::domain::{Answer, Journal, Slug};

/// Every habit over time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HabitMinutes {
    /// From the first to the last one with an answer about any habit.
    pub weeks: Vec<Stretch>,
    /// The habits that were answered, those of most minutes first, then those most often done.
    pub habits: Vec<OneHabit>,
}

/// One habit.
#[derive(Clone, Debug, PartialEq)]
pub struct OneHabit {
    /// Which.
    pub habit: Slug,
    /// All of it.
    pub total: Sum,
    /// By [`HabitMinutes::weeks`].
    pub sums: Vec<Sum>,
}

/// What one habit comes to over some days.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sum {
    /// Minutes of the days on which it was done.
    pub minutes: f64,
    /// Minutes of the days on which it was done partly.
    pub partly_minutes: f64,
    /// Days on which it was done.
    pub done: usize,
    /// Days on which it was done partly.
    pub partly: usize,
    /// Days on which it was not done.
    pub not_done: usize,
    /// Times it was done without minutes.
    pub without_minutes: usize,
    /// The first day with an answer.
    pub first: Option<Date>,
    /// The last day with one.
    pub last: Option<Date>,
}

impl Sum {
    /// Days with an answer.
    pub fn days(&self) -> usize {
        self.done + self.partly + self.not_done
    }

    /// All minutes.
    pub fn all_minutes(&self) -> f64 {
        self.minutes + self.partly_minutes
    }

    /// This and more days.
    pub fn add(&mut self, more: &Self) {
        self.minutes += more.minutes;
        self.partly_minutes += more.partly_minutes;
        self.done += more.done;
        self.partly += more.partly;
        self.not_done += more.not_done;
        self.without_minutes += more.without_minutes;
        self.first = self.first.or(more.first);
        self.last = more.last.or(self.last);
    }
}

impl HabitMinutes {
    /// The habits of `days`.
    pub fn of(journal: &Journal, table: &DailyTable, days: &RangeInclusive<Date>) -> Self {
        let rows: Vec<&DailyRow> = table.rows_of(days).filter(|it| has_answer(it)).collect();
        let Some((first, last)) = rows.first().zip(rows.last()) else {
            return Self::default();
        };
        let known = first.day..=last.day;
        let step = Step::Week(journal.settings.first_weekday);
        let weeks: Vec<Stretch> = step.stretches(&known).collect();
        let habits = table.habits.iter();
        let mut habits: Vec<OneHabit> = habits.map(|it| OneHabit::new(it, weeks.len())).collect();
        for row in rows {
            let place = place_of(&weeks, row.day);
            for (habit, done) in habits.iter_mut().zip(&row.habits) {
                habit.count(place, row.day, *done);
            }
        }
        add_minutes(journal, table, &known, &weeks, &mut habits);
        habits.iter_mut().for_each(OneHabit::sum_up);
        habits.retain(|it| it.total.days() > 0);
        let minutes = |it: &OneHabit| it.total.all_minutes();
        habits.sort_by(|a, b| {
            let most = minutes(b).total_cmp(&minutes(a));
            most.then(b.total.done.cmp(&a.total.done))
        });
        Self { weeks, habits }
    }

    /// The habit of this name, else the one with minutes that was done on most days, else any such one.
    pub fn chosen(&self, habit: Option<&Slug>) -> Option<&OneHabit> {
        match habit {
            Some(habit) => self.habits.iter().find(|it| it.habit == *habit),
            None => self
                .habits
                .iter()
                .rev()
                .max_by_key(|it| (it.total.all_minutes() > 0.0, it.total.done)),
        }
    }
}

impl OneHabit {
    fn new(habit: &Slug, weeks: usize) -> Self {
        Self {
            habit: habit.clone(),
            total: Sum::default(),
            sums: vec![Sum::default(); weeks],
        }
    }

    fn count(&mut self, place: Option<usize>, day: Date, done: Option<f64>) {
        let Some((sum, done)) = place.and_then(|it| self.sums.get_mut(it)).zip(done) else {
            return;
        };
        sum.first = sum.first.or(Some(day));
        sum.last = Some(day);
        match done {
            it if it >= 1.0 => sum.done += 1,
            it if it > 0.0 => sum.partly += 1,
            _ => sum.not_done += 1,
        }
    }

    fn sum_up(&mut self) {
        for sum in &self.sums {
            self.total.add(sum);
        }
    }
}

fn has_answer(row: &DailyRow) -> bool {
    row.habits.iter().any(Option::is_some)
}

/// Adds what was noted, and for active recovery the minutes of easy sessions, to the weeks of its days.
fn add_minutes(
    journal: &Journal,
    table: &DailyTable,
    days: &RangeInclusive<Date>,
    weeks: &[Stretch],
    habits: &mut [OneHabit],
) {
    let mut add = |habit: &Slug, day: Date, minutes: Option<f64>| {
        let Ok(column) = table.habits.binary_search(habit) else {
            return;
        };
        let done = table.row(day).and_then(|row| row.habits[column]);
        let Some(sum) = place_of(weeks, day).map(|place| &mut habits[column].sums[place]) else {
            return;
        };
        match (minutes, done) {
            (None, _) => sum.without_minutes += 1,
            (Some(minutes), Some(1.0)) => sum.minutes += minutes,
            (Some(minutes), _) => sum.partly_minutes += minutes,
        }
    };
    for (day, it) in journal.practices_on(days).filter(|it| it.1.answer == Answer::Yes) {
        add(&it.habit, day, it.minutes);
    }
    let recovery = Slug::of(exposure::ACTIVE_RECOVERY);
    for (day, it) in journal.activities_on(days).filter(|it| exposure::is_gentle(it.1)) {
        if let Some(seconds) = it.load_seconds() {
            add(&recovery, day, Some(seconds / 60.0));
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan as _;
    use jiff::civil::date;

    use super::*;
    use crate::domain::habit::BUILTIN_HABITS;
    use crate::domain::{Activity, Habit, Id, Meta, Practice, Record, Settings, Sport, Stamp, When};

    const FIRST: Date = date(2026, 3, 2);
    const ALL: RangeInclusive<Date> = Date::MIN..=Date::MAX;

    fn habits() -> Vec<Record> {
        let habit = |(word, kind, _)| {
            Record::Habit(Habit {
                meta: Meta::manual(Slug::of(word)),
                name: String::new(),
                kind,
                unit: String::new(),
                builtin: true,
                hidden: false,
            })
        };
        BUILTIN_HABITS.map(habit).into()
    }

    fn answer(day: i64, habit: &str, answer: Answer, minutes: Option<f64>) -> Record {
        let when = When::On(FIRST.saturating_add(day.days()));
        Record::Practice(Practice {
            minutes,
            ..Practice::new(Meta::manual(Id::fresh(0)), when, Slug::of(habit), answer)
        })
    }

    fn found(records: Vec<Record>) -> HabitMinutes {
        let all = habits().into_iter().chain(records);
        let journal = Journal::of(all, Settings::for_zone("UTC"));
        HabitMinutes::of(&journal, &DailyTable::of(&journal), &ALL)
    }

    #[test]
    fn minutes_are_summed_by_week_and_a_week_of_no_is_nought() {
        let found = found(vec![
            answer(0, "foam_rolling", Answer::Yes, Some(10.0)),
            answer(3, "foam_rolling", Answer::Yes, Some(5.0)),
            answer(4, "foam_rolling", Answer::Yes, Some(2.0)),
            answer(5, "foam_rolling", Answer::Yes, None),
            answer(8, "foam_rolling", Answer::No, None),
            answer(15, "stretching", Answer::No, None),
        ]);
        let rolling = found.chosen(None).unwrap();
        assert_eq!(rolling.habit.as_str(), "foam_rolling");
        let [first, second, third] = rolling.sums[..] else {
            panic!("{rolling:?}")
        };
        // Two minutes are under half of the least that counts.
        assert_eq!((first.minutes, first.partly_minutes), (15.0, 2.0));
        assert_eq!((first.done, first.partly, first.without_minutes), (3, 1, 1));
        assert_eq!((second.all_minutes(), second.not_done, second.days()), (0.0, 1, 1));
        assert_eq!(third.days(), 0);
        assert_eq!((rolling.total.all_minutes(), rolling.total.days()), (17.0, 5));
    }

    #[test]
    fn habits_of_most_minutes_come_first_and_those_never_answered_not_at_all() {
        let found = found(vec![
            answer(0, "stretching", Answer::Yes, Some(8.0)),
            answer(0, "compression", Answer::Yes, Some(120.0)),
            answer(0, "social", Answer::Yes, None),
            answer(1, "social", Answer::Yes, None),
        ]);
        let order: Vec<&str> = found.habits.iter().map(|it| it.habit.as_str()).collect();
        assert_eq!(order, ["compression", "stretching", "social"]);
        assert_eq!(found.chosen(None).unwrap().habit.as_str(), "compression");
        assert_eq!(found.chosen(Some(&Slug::of("snack"))), None);
    }

    #[test]
    fn easy_sessions_are_minutes_of_active_recovery() {
        let start = Stamp::parse_rfc3339("2026-03-02T12:00:00Z").unwrap();
        let ride = |rpe| {
            Record::Activity(Activity {
                elapsed_s: Some(1800.0),
                rpe: Some(rpe),
                ..Activity::new(Meta::manual(Id::fresh(0)), Sport::Ride, start)
            })
        };
        let found = found(vec![
            ride(2.0),
            ride(6.0),
            answer(0, "active_recovery", Answer::Yes, Some(20.0)),
        ]);
        assert_eq!(found.habits[0].total.minutes, 50.0);
    }

    #[test]
    fn an_empty_journal_has_no_habits() {
        assert_eq!(found(Vec::new()).habits, []);
    }
}
