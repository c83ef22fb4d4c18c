//! The dates of one column, in the order that the whole column tells.
//!
//! Whether 03/04/2025 is in March or in April no single cell says. Where some date of the column can be read
//! one way only, that is the way; then what the runner said counts, then the order of time, then what is usual
//! for such tables. Dates with dots have the day first everywhere.

use super::moment::{DateOrder, Moment};
use super::{Found, Task};
use crate::domain::Assumption;

/// How the dates of a column are read.
#[derive(Clone, Copy, Debug)]
pub(in crate::import) struct Dates {
    order: DateOrder,
    is_sure: bool,
}

impl Dates {
    /// The dates of these cells; `usual` is the order of such tables.
    pub fn of<'t>(cells: impl IntoIterator<Item = &'t str>, task: &Task, usual: DateOrder) -> Self {
        let cells: Vec<&str> = cells.into_iter().collect();
        let told = DateOrder::of(cells.iter().copied());
        let said = task.options.day_first.map(|day_first| {
            if day_first {
                DateOrder::DayFirst
            } else {
                DateOrder::MonthFirst
            }
        });
        let order = match told {
            Some((order, true)) => return Self { order, is_sure: true },
            Some((order, false)) => said.unwrap_or(order),
            None => said.unwrap_or(usual),
        };
        Self { order, is_sure: false }
    }

    /// Reads a date with or without a time. Where it could have been read the other way, too, that is noted as
    /// an assumption.
    pub fn read(self, text: &str, found: &mut Found) -> Option<Moment> {
        if is_dotted(text) {
            return DateOrder::DayFirst.read(text);
        }
        let moment = self.order.read(text)?;
        let other = match self.order {
            DateOrder::MonthFirst => DateOrder::DayFirst,
            _ => DateOrder::MonthFirst,
        };
        let is_open = self.order != DateOrder::YearDayMonth && other.read(text).is_some_and(|it| it != moment);
        if is_open {
            found.assume(Assumption::DateOrder {
                day_first: self.order == DateOrder::DayFirst,
                sure: self.is_sure,
                records: 1,
            });
        }
        Some(moment)
    }
}

/// Whether a date has dots between its numbers: 27. 11. 2020.
fn is_dotted(text: &str) -> bool {
    let is_number = |c: char| c.is_ascii_digit() || c == ' ';
    let rest = text.trim_start().trim_start_matches(|c: char| c.is_ascii_digit());
    let Some(rest) = rest.strip_prefix('.') else {
        return false;
    };
    rest.trim_start_matches(is_number).starts_with('.')
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::{with_options, with_task};
    use super::*;
    use crate::domain::ImportOptions;

    fn read(cells: &[&str], options: &ImportOptions) -> (Vec<jiff::civil::Date>, Vec<Assumption>) {
        with_options("UTC", options, |task| {
            let dates = Dates::of(cells.iter().copied(), task, DateOrder::DayFirst);
            let mut found = Found::default();
            let read = cells.iter().filter_map(|it| dates.read(it, &mut found));
            (read.map(|it| it.date).collect(), found.assumptions)
        })
    }

    fn order(day_first: bool, sure: bool, records: usize) -> Assumption {
        Assumption::DateOrder {
            day_first,
            sure,
            records,
        }
    }

    #[test]
    fn what_one_date_makes_plain_counts_for_all() {
        let (days, assumed) = read(&["03/04/2025", "04/13/2025"], &ImportOptions::default());
        assert_eq!(days, [date(2025, 3, 4), date(2025, 4, 13)]);
        assert_eq!(assumed, [order(false, true, 1)]);
        let day_first = ImportOptions {
            day_first: Some(true),
            ..ImportOptions::default()
        };
        assert_eq!(read(&["03/04/2025", "04/13/2025"], &day_first).0, days);
    }

    #[test]
    fn what_nothing_makes_plain_the_runner_says_and_is_told_either_way() {
        let open = ["03/04/2025", "05/05/2025"];
        let (days, assumed) = read(&open, &ImportOptions::default());
        assert_eq!((days[0], assumed), (date(2025, 4, 3), vec![order(true, false, 1)]));
        let month_first = ImportOptions {
            day_first: Some(false),
            ..ImportOptions::default()
        };
        let (days, assumed) = read(&open, &month_first);
        assert_eq!((days[0], assumed), (date(2025, 3, 4), vec![order(false, false, 1)]));
    }

    #[test]
    fn dates_that_have_one_reading_assume_nothing() {
        for text in [
            "03.04.2025, 07:30:00",
            "3. 4. 2025 7:30",
            "2025-04-03 07:30",
            "Apr 3, 2025, 7:30:00 AM",
        ] {
            let month_first = ImportOptions {
                day_first: Some(false),
                ..ImportOptions::default()
            };
            assert_eq!(
                read(&[text], &month_first),
                (vec![date(2025, 4, 3)], Vec::new()),
                "{text}"
            );
        }
        with_task("UTC", 0, |task| {
            let dates = Dates::of([], task, DateOrder::MonthFirst);
            assert_eq!(dates.read("--", &mut Found::default()), None);
        });
    }
}
