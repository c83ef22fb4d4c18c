//! Weeks, months and years: the stretches of the calendar that are summed up as one.

use std::ops::RangeInclusive;

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::domain::settings::FirstWeekday;

/// How long a stretch is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// From the day that the journal's weeks begin with.
    Week(FirstWeekday),
    /// From the first of a month.
    Month,
    /// From 1 January.
    Year,
}

/// A whole week, month or year, also where less of it was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stretch {
    /// Its first day.
    pub first: Date,
    /// Its last day.
    pub last: Date,
}

impl Step {
    /// The shortest of which no more than `most` cover `days`; a year where none does.
    pub fn that_fits(days: &RangeInclusive<Date>, week: FirstWeekday, most: usize) -> Self {
        let fits = |step: &Self| step.stretches(days).take(most + 1).count() <= most;
        [Self::Week(week), Self::Month]
            .into_iter()
            .find(fits)
            .unwrap_or(Self::Year)
    }

    /// The stretches that cover `days`, in order.
    pub fn stretches(self, days: &RangeInclusive<Date>) -> impl Iterator<Item = Stretch> + use<> {
        let last = *days.end();
        let mut next = (!days.is_empty()).then(|| self.start_of(*days.start()));
        std::iter::from_fn(move || {
            let first = next.filter(|it| *it <= last)?;
            next = self.after(first);
            let end = next.and_then(|it| it.yesterday().ok()).unwrap_or(Date::MAX);
            Some(Stretch { first, last: end })
        })
    }

    /// The first day of the stretch that `day` lies in.
    pub fn start_of(self, day: Date) -> Date {
        match self {
            Self::Week(first) => first.week_of(day),
            Self::Month => day.first_of_month(),
            Self::Year => day.first_of_year(),
        }
    }

    fn after(self, first: Date) -> Option<Date> {
        let next = match self {
            Self::Week(_) => first.checked_add(7.days()),
            Self::Month => first.checked_add(1.month()),
            Self::Year => first.checked_add(1.year()),
        };
        next.ok()
    }
}

impl Stretch {
    /// Whether `day` lies in it.
    pub fn contains(&self, day: Date) -> bool {
        (self.first..=self.last).contains(&day)
    }
}

/// Which of `stretches`, which are in order, `day` lies in.
pub fn place_of(stretches: &[Stretch], day: Date) -> Option<usize> {
    let place = stretches.partition_point(|it| it.last < day);
    stretches.get(place).is_some_and(|it| it.contains(day)).then_some(place)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const MONDAY: FirstWeekday = FirstWeekday::Monday;

    #[test]
    fn stretches_are_whole_and_cover_the_days() {
        let days = date(2026, 11, 25)..=date(2026, 12, 1);
        let weeks: Vec<Stretch> = Step::Week(MONDAY).stretches(&days).collect();
        let want = [
            (date(2026, 11, 23), date(2026, 11, 29)),
            (date(2026, 11, 30), date(2026, 12, 6)),
        ];
        assert_eq!(weeks, want.map(|(first, last)| Stretch { first, last }));
        assert_eq!(place_of(&weeks, date(2026, 11, 30)), Some(1));
        assert_eq!(place_of(&weeks, date(2026, 12, 7)), None);
        let months: Vec<Date> = Step::Month.stretches(&days).map(|it| it.last).collect();
        assert_eq!(months, [date(2026, 11, 30), date(2026, 12, 31)]);
        assert_eq!(Step::Year.stretches(&(days)).count(), 1);
    }

    #[test]
    fn the_shortest_step_that_fits_is_taken() {
        for (years, most, step) in [
            (0, 26, Step::Week(MONDAY)),
            (1, 26, Step::Month),
            (30, 26, Step::Year),
            (30, 400, Step::Month),
        ] {
            let last = date(2026, 11, 25);
            let first = last.saturating_sub(years.years()).saturating_sub(60.days());
            assert_eq!(Step::that_fits(&(first..=last), MONDAY, most), step, "{years} years");
        }
    }

    #[test]
    fn no_days_have_no_stretches_and_the_end_of_the_calendar_has_one() {
        let none = date(2026, 11, 2)..=date(2026, 11, 1);
        assert_eq!(Step::Week(MONDAY).stretches(&none).count(), 0);
        let end = Date::MAX..=Date::MAX;
        assert_eq!(Step::Month.stretches(&end).count(), 1);
    }
}
